"""What the history tells of a row: each of its columns before and after, as a person can read it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from json.encoder import encode_basestring_ascii
from typing import Any, NamedTuple

from django.db import models

from organisation.columns import column_of

# Derived from other columns, or said better by the record itself.
NOT_IN_HISTORY = frozenset({"id", "search_key", "sort_key", "recorded_at", "last_login", "date_joined"})
# As large as the report itself, whose checksum is kept; a plan that is being read, of which nothing is saved yet.
TOO_LARGE = frozenset({"snapshot", "plan_content", "read_rows"})
SECRET = frozenset({"password"})


class _Told(NamedTuple):
    """A column of the history. `is_plain`: a text, number or flag stands there as it is."""

    field: models.Field[Any, Any]
    name: str
    attname: str
    is_plain: bool


_READABLE = frozenset({str, int, bool})


def _as_told(field: models.Field[Any, Any]) -> _Told:
    is_plain = field.name not in SECRET and not isinstance(field, models.ForeignKey)
    return _Told(field, field.name, field.attname, is_plain)


@cache
def _told(model: type[models.Model]) -> list[_Told]:
    told = (field for field in model._meta.concrete_fields if field.name not in NOT_IN_HISTORY | TOO_LARGE)
    return list(map(_as_told, told))


@cache
def _held(model: type[models.Model]) -> list[_Told]:
    """Of a row that goes also when it was recorded: it is made again with that."""
    recorded = [field for field in model._meta.concrete_fields if field.name == "recorded_at"]
    return [*_told(model), *map(_as_told, recorded)]


def changes_of(row: models.Model, before: models.Model | None = None, *, deleted: bool = False) -> dict[str, list[Any]]:
    """{field: [before, after]} for every field that differs; for a new or deleted row, every field that is set."""
    changes: dict[str, list[Any]] = {}
    for field, name, attname, is_plain in _told(type(row)) if not deleted else _held(type(row)):
        value = getattr(row, attname)
        if (value is None or value == "") if before is None else value == getattr(before, attname):
            continue
        after = value if is_plain and type(value) in _READABLE else readable(row, field)
        pair = [readable(before, field) if before is not None else None, after]
        changes[name] = pair[::-1] if deleted else pair
    return changes


def all_new(rows: Sequence[models.Model]) -> list[str]:
    """`changes_of` each of many new rows of one model, as JSON: a column at a time, since most say one thing often."""
    columns = []
    for one in _told(type(rows[0])):
        values = column_of(rows, one.attname)
        kinds = set(map(type, values))
        if kinds == {type(None)}:
            continue
        begin = f'"{one.name}": [null, '
        if one.is_plain and kinds == {str}:
            columns.append([f"{begin}{encode_basestring_ascii(value)}]" if value else "" for value in values])
        elif isinstance(one.field, models.JSONField):
            columns.append([f"{begin}{json.dumps(value)}]" if value not in (None, "") else "" for value in values])
        else:
            # With its kind: 1 and True are the same to a dictionary.
            first = {(type(value), value): row for value, row in zip(reversed(values), reversed(rows), strict=True)}
            said = {key: _said(row, one, begin) for key, row in first.items()}
            columns.append([said[type(value), value] for value in values])
    return [f"{{{', '.join(filter(None, row))}}}" for row in zip(*columns, strict=True)]


def _said(row: models.Model, one: _Told, begin: str) -> str:
    value = getattr(row, one.attname)
    return "" if value is None or value == "" else f"{begin}{json.dumps(readable(row, one.field))}]"


def readable(row: models.Model, field: models.Field[Any, Any]) -> Any:
    """A value that JSON can hold and a person can read."""
    if field.name in SECRET:
        return "•••"
    value = getattr(row, field.attname)
    if value is None or isinstance(value, bool | int | str):
        if isinstance(field, models.ForeignKey) and value is not None:
            return {"id": value, "label": str(getattr(row, field.name))}
        return value
    return value if isinstance(field, models.JSONField) else field.value_to_string(row)
