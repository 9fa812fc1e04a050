"""Columns of sheets: their headings, and how a cell says a choice, a row or a day. Rows are known by natural keys.

A sheet is a format: its headings are Danish whatever language its reader has chosen, and known in English too.
The resources declare; large files are read and written by portfolio.sheets, which asks them for their columns.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from import_export import fields, resources, widgets

from organisation.models import Body, BodyKind, Municipality
from organisation.sorting import search_key


class Column(fields.Field):  # type: ignore[misc]  # the library has no types
    """`others` are more headings under which the column is known. `is_key`: with the municipality it finds the row."""

    def __init__(
        self,
        attribute: str,
        heading: str,
        english: str,
        *,
        widget: widgets.Widget | None = None,
        others: Iterable[str] = (),
        is_key: bool = False,
        readonly: bool = False,
    ) -> None:
        super().__init__(attribute=attribute, column_name=heading, widget=widget, readonly=readonly)
        self.heading, self.english, self.others, self.is_key = heading, english, tuple(others), is_key

    @property
    def headings(self) -> tuple[str, ...]:
        return (self.heading, self.english, *self.others)


class HouseResource(resources.ModelResource):  # type: ignore[misc]
    """A kind of sheet. `columns` are in the order of the sheet."""

    class Meta:
        skip_unchanged = True
        report_skipped = True
        use_transactions = True
        clean_model_instances = True

    @classmethod
    def columns(cls) -> dict[str, Column]:
        found: Mapping[str, Column] = cls.fields
        return {name: found[name] for name in cls._meta.fields}


class Chosen(widgets.Widget):  # type: ignore[misc]
    """One of the model's choices, by its word in any language, by its code or by another word that is used for it."""

    def __init__(self, choices: type[models.TextChoices], others: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.choices, self.others = choices, others or {}

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """Raises ValueError with the words that are known."""
        text = str(value or "").strip()
        if not text:
            return ""
        found = words_of(self.choices).get(_key(text)) or self.others.get(_key(text))
        if found is None:
            known = _labels_of(self.choices, get_language())
            raise ValueError(_("“%(text)s” is not one of: %(known)s.") % {"text": text, "known": known})
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return str(self.choices(value).label) if value else ""


# A column of choices has few words, however many rows.
_key = lru_cache(maxsize=1_024)(search_key)


@lru_cache
def _labels_of(choices: type[models.TextChoices], language: str | None) -> str:
    return ", ".join(str(choice.label) for choice in choices)


@lru_cache
def words_of(choices: type[models.TextChoices]) -> Mapping[str, str]:
    """{word as search_key writes it: code} in every language that people choose between."""
    words: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            words |= {search_key(str(choice.label)): str(choice.value) for choice in choices}
    return words | {search_key(str(choice.value)): str(choice.value) for choice in choices}


class Referred(widgets.ForeignKeyWidget):  # type: ignore[misc]
    """A row of the same municipality, by its reference."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__(model, "reference")

    def get_queryset(self, value: Any, row: Any, *args: Any, **kwargs: Any) -> models.QuerySet[Any]:
        return self.model._default_manager.filter(municipality__code=code_of(row[MUNICIPALITY]))  # type: ignore[no-any-return]


class Coded(widgets.ForeignKeyWidget):  # type: ignore[misc]
    """The municipality by its code of four digits; spreadsheet programs take the leading 0 away."""

    def __init__(self) -> None:
        super().__init__(Municipality, "code")

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        return super().clean(code_of(value), row, **kwargs)


def code_of(value: Any) -> str:
    text = str(value if value is not None else "").strip()
    return text.zfill(4) if text.isdigit() else text


class Day(widgets.Widget):  # type: ignore[misc]
    """A day as the spreadsheet program holds it, or as 2018-06-30 or 30-06-2018."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> datetime.date | None:
        """Raises ValueError."""
        if isinstance(value, datetime.datetime):
            return value.date()
        if value in (None, "") or isinstance(value, datetime.date):
            return value or None
        for form in ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"):
            try:
                return datetime.datetime.strptime(str(value).strip(), form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
        raise ValueError(_("“%(text)s” is not a day. Write it as 30-06-2018.") % {"text": value})

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> datetime.date | None:
        """A real date: the writer of the sheet gives it its form."""
        return value if isinstance(value, datetime.date) else None


MUNICIPALITY = "Kommunekode"


def municipality_column() -> Column:
    return Column(
        "municipality", MUNICIPALITY, "Municipality code", others=["Kommune nr."], widget=Coded(), is_key=True
    )


def reference_column() -> Column:
    return Column("reference", "Reference", "Reference", is_key=True)


class BodyResource(HouseResource):
    municipality = municipality_column()
    reference = reference_column()
    name = Column("name", "Organisation", "Body", others=["Organ", "Enhed", "Udvalg", "Forvaltning", "Afdeling"])
    kind = Column("kind", "Type", "Kind", others=["Slags", "Art"], widget=Chosen(BodyKind))
    aliases = Column("aliases", "Andre navne", "Other names", others=["Alias"])
    parent = Column("parent", "Hører under", "Part of", others=["Overordnet", "Del af"], widget=Referred(Body))
    valid_from = Column("valid_from", "Gyldig fra", "Valid from", others=["Fra", "Startdato"], widget=Day())
    valid_to = Column("valid_to", "Gyldig til", "Valid to", others=["Til", "Slutdato"], widget=Day())
    note = Column("note", "Bemærkning", "Note", others=["Note", "Kommentar"])

    class Meta(HouseResource.Meta):
        model = Body
        import_id_fields = ("municipality", "reference")
        fields = ("municipality", "reference", "name", "kind", "aliases", "parent", "valid_from", "valid_to", "note")
