"""Document and line of each fact, as rows of provenance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from organisation.models import Document, Mark, Municipality, Provenance
from portfolio.demo.files import PLACE_WORDS, DemoFile, DemoFileError, Fact
from portfolio.demo.references import References
from portfolio.demo.sections import SECTIONS, Section

PROVENANCE = Section(Provenance, ("content_type", "object_id", "field", "document", "line"))
FIELD_WORDS = ("docs", "lines", "marks", "quotes", "notes")


class Sources:
    """Makes the provenance of one file's rows. Raises DemoFileError for a stated fact without a line."""

    def __init__(self, file: DemoFile, town: Municipality, references: References) -> None:
        self._file, self._town, self._references = file, town, references

    def of_fact(self, fact: Fact) -> Iterator[Provenance]:
        source = fact.source
        yield self._made(fact, "", {**source, "note": source.get("source_note", "")})
        for word in sorted({word for part in FIELD_WORDS for word in source.get(part, {})}):
            # The row's own mark is not its fields': what is inferred of one field says nothing of another.
            said = {part[:-1]: source[part][word] for part in FIELD_WORDS if word in source.get(part, {})}
            yield self._made(fact, _field(fact, word), {**_place(source), **said})
        for more in source.get("also", []):
            yield self._made(fact, _field(fact, more.get("field", "")), {**_place(source), **more})

    def of_citations(self) -> Iterator[Provenance]:
        """Lines of this document that speak of rows of the shared catalogue."""
        for cite in self._file.cites:
            place = f"{self._file.name}: cites {cite.get('reference')}"
            section = SECTIONS.get(cite.get("section", ""))
            row = self._references.find(section.model, cite.get("reference"), None) if section else None
            if row is None:
                raise DemoFileError(f"{place}: there is no such row")
            yield self._row(row, "", {**cite, "note": cite.get("source_note", "")}, place)

    def _made(self, fact: Fact, field: str, said: Mapping[str, Any]) -> Provenance:
        if fact.row is None:
            raise DemoFileError(f"{fact.place}: the row was not written")
        return self._row(fact.row, field, said, fact.place)

    def _row(self, row: models.Model, field: str, said: Mapping[str, Any], place: str) -> Provenance:
        mark = Mark(said.get("mark", Mark.STATED))
        has_line = mark not in (Mark.EXTERNAL, Mark.COMPUTED)
        if has_line and not said.get("line"):
            raise DemoFileError(f"{place}: a fact needs the line of its document")
        return Provenance(
            municipality=self._town,
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            field=field,
            document=self._document(said, place) if has_line else None,
            line=said["line"] if has_line else "",
            quote=said.get("quote", ""),
            mark=mark,
            note=said.get("note", ""),
        )

    def _document(self, said: Mapping[str, Any], place: str) -> Document:
        word = said.get("doc", self._file.document_default)
        row = self._references.find(Document, word, self._town)
        if not isinstance(row, Document):
            raise DemoFileError(f"{place}: there is no document “{word}”")
        return row


def _place(source: Mapping[str, Any]) -> dict[str, Any]:
    return {word: source[word] for word in PLACE_WORDS if word in source}


def _field(fact: Fact, word: str) -> str:
    names = {field.name for field in fact.section.model._meta.concrete_fields}
    name = fact.section.fields_of_words.get(word, word)
    name = f"{name}_text" if f"{name}_text" in names else name
    if word and name not in names:
        raise DemoFileError(f"{fact.place}: {fact.section.model.__name__} has no “{word}” to name a source of")
    return name
