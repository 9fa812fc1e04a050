"""Where facts stand, read for many rows at once."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from organisation.models import Mark, Provenance
from portfolio.overview import shapes
from portfolio.overview.viewpoint import Viewpoint

AMOUNT_FIELDS = frozenset({"", "amount_ore", "raw", "value_state", "unit", "year", "period_text"})
VALUE_FIELDS = frozenset({"", "value", "raw", "n", "effective_text", "period_text"})


@dataclass(frozen=True)
class Sources:
    """The sources of rows, by table and primary key."""

    _facts: Mapping[tuple[str, int], list[tuple[str, shapes.Source]]] = field(default_factory=dict)

    def of(self, row: models.Model | None, fields: Iterable[str] | None = None) -> tuple[shapes.Source, ...]:
        """Sources of the row and of its named fields, each once; of all its fields when none are named."""
        if row is None or row.pk is None:
            return ()
        wanted = None if fields is None else {"", *fields}
        facts = self._facts.get((row._meta.label, row.pk), ())
        return tuple(dict.fromkeys(source for name, source in facts if wanted is None or name in wanted))

    def documents(self) -> tuple[shapes.Source, ...]:
        """Every document or file that is cited, once, without line and quotation."""
        found = {
            source.title: dataclasses.replace(source, label=source.title, line="", quote="", note="")
            for facts in self._facts.values()
            for _name, source in facts
            if source.title
        }
        return tuple(found.values())

    def of_many(self, rows: Iterable[models.Model], fields: Iterable[str] | None = None) -> tuple[shapes.Source, ...]:
        return tuple(dict.fromkeys(source for row in rows for source in self.of(row, fields)))


def load_sources(viewpoint: Viewpoint, rows: Iterable[models.Model]) -> Sources:
    """One query for all rows of all tables (and one for the tables themselves, once per process)."""
    pks: dict[type[models.Model], set[int]] = defaultdict(set)
    for row in rows:
        pks[type(row)].add(row.pk)
    if not pks:
        return Sources()
    kinds = ContentType.objects.get_for_models(*pks)
    condition = Q()
    for model, ids in pks.items():
        condition |= Q(content_type=kinds[model], object_id__in=ids)
    found = Provenance.objects.visible_to(viewpoint.user).filter(condition, municipality=viewpoint.municipality)
    labels = {kind.pk: model._meta.label for model, kind in kinds.items()}
    facts: dict[tuple[str, int], list[tuple[str, shapes.Source]]] = defaultdict(list)
    for fact in found.select_related("document", "batch").order_by("pk"):
        facts[labels[fact.content_type_id], fact.object_id].append((fact.field, _source(fact)))
    return Sources(facts)


def _source(fact: Provenance) -> shapes.Source:
    title, line, url = _place(fact)
    mark = str(Mark(fact.mark).label)
    place = ", ".join(part for part in (title, line) if part)
    return shapes.Source(
        label=f"{place} ({mark})" if place and fact.mark != Mark.STATED else place or mark,
        title=title,
        line=line,
        quote=fact.quote,
        mark=fact.mark,
        mark_words=mark,
        note=fact.note,
        url=url,
        is_fictional=fact.is_fictional,
    )


def _place(fact: Provenance) -> tuple[str, str, str]:
    """Title, place in it and address of what is cited."""
    if fact.document is not None:
        return str(fact.document), _line_words(fact.line), fact.document.url
    if fact.batch is not None:
        cell = " ".join(part for part in (fact.sheet, fact.cell) if part)
        return str(fact.batch), cell, ""
    return "", "", ""


def _line_words(line: str) -> str:
    """ "L17" as it is said: "linje 17"."""
    return _("line %(line)s") % {"line": line.replace("L", "")} if line else ""
