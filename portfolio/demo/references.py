"""Rows by the words that the demonstration files use for them."""

from __future__ import annotations

from typing import Any

from django.db import models

from organisation.models import Municipality

# What the files call a row by, where it is not its reference.
CALLED_BY = {"municipality": "code", "user": "email", "heading": "number"}


class LeftOut(Exception):
    """The words name a row that a person has deleted: what points at it is left out as well."""


class References:
    def __init__(self) -> None:
        self._known: dict[tuple[type[models.Model], int | None], dict[Any, models.Model | None]] = {}

    def add(self, row: models.Model, word: Any, *, home: int | None, left_out: bool = False) -> None:
        """Remembers what the file calls the row, whatever its reference is by now."""
        self._rows(type(row), home)[word] = None if left_out else row

    def find(self, model: type[models.Model], word: Any, municipality: Municipality | None) -> models.Model | None:
        """The municipality's own row before a national one; None when there is neither. Raises LeftOut."""
        homes = {municipality.pk if municipality else None: None, None: None} if has_home(model) else {None: None}
        for home in homes:
            rows = self._rows(model, home)
            if word in rows:
                row = rows[word]
                if row is None:
                    raise LeftOut
                return row
        return None

    def _rows(self, model: type[models.Model], home: int | None) -> dict[Any, models.Model | None]:
        if (model, home) not in self._known:
            rows = model._base_manager.filter(municipality=home) if has_home(model) else model._base_manager.all()
            called = called_by(model)
            self._known[model, home] = {getattr(row, called): row for row in rows} if called else {}
        return self._known[model, home]


def called_by(model: type[models.Model]) -> str | None:
    names = {field.name for field in model._meta.concrete_fields}
    called = CALLED_BY.get(model._meta.model_name or "", "reference")
    return called if called in names else None


def has_home(model: type[models.Model]) -> bool:
    return any(field.name == "municipality" for field in model._meta.concrete_fields)
