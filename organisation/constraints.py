"""The check constraints of a model asked in Python, so that ten thousand rows do not take ten thousand questions.

The database keeps them all the same; this is for telling beforehand, in a sentence, which row breaks which.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, Q

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


def broken(row: models.Model) -> Iterator[str]:
    """A sentence for each check constraint that the row breaks. A link to a row that is not saved yet counts as set."""
    for constraint, condition in _checks(type(row)):
        # As in SQL, what is neither true nor false breaks nothing.
        if _holds(condition, row) is False:
            yield str(constraint.get_violation_error_message())


@cache
def _checks(model: type[models.Model]) -> list[tuple[models.CheckConstraint, Q]]:
    checks = (one for one in model._meta.constraints if isinstance(one, models.CheckConstraint))
    return [(one, one.condition) for one in checks if isinstance(one.condition, Q)]


def _holds(condition: Q, row: models.Model) -> bool | None:
    decisive = condition.connector == Q.OR
    found: bool | None = not decisive
    for one in condition.children:
        answer = _holds(one, row) if isinstance(one, Q) else _compares(one[0], one[1], row)  # type: ignore[index]
        if answer is decisive:
            found = decisive
            break
        if answer is None:
            found = None
    return found if found is None or not condition.negated else not found


def _compares(lookup: str, wanted: Any, row: models.Model) -> bool | None:
    name, _mark, kind = lookup.partition("__")
    value = _value(name, row)
    if kind == "isnull":
        return (value is None) is bool(wanted)
    other = _value(str(wanted.name), row) if isinstance(wanted, F) else wanted  # type: ignore[attr-defined]
    if value is None or other is None:
        return None
    if kind == "in":
        return value in list(other)
    compare = _COMPARED.get(kind or "exact")
    return None if compare is None else compare(value, other)


def _value(name: str, row: models.Model) -> Any:
    attname, link = _column(type(row), name)
    if link is not None and link.is_cached(row):
        return link.get_cached_value(row)
    return getattr(row, attname)


@cache
def _column(model: type[models.Model], name: str) -> tuple[str, models.ForeignKey[Any, Any] | None]:
    """The attribute that holds the column, and the link when it is one."""
    field = model._meta.get_field(name)
    return field.attname, field if isinstance(field, models.ForeignKey) else None  # type: ignore[union-attr]
