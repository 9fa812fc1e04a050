"""The check constraints of a model asked in Python, so that ten thousand rows do not take ten thousand questions.

The database keeps them all the same; this is for telling beforehand, in a sentence, which row breaks which.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any

from django.db import models
from django.db.models import F, Q

Question = Callable[[models.Model], bool | None]
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


def broken(row: models.Model) -> Iterator[str]:
    """A sentence for each check constraint that the row breaks. A link to a row that is not saved yet counts as set."""
    for constraint, holds in _checks(type(row)):
        # As in SQL, what is neither true nor false breaks nothing.
        if holds(row) is False:
            yield str(constraint.get_violation_error_message())


@cache
def _checks(model: type[models.Model]) -> list[tuple[models.CheckConstraint, Question]]:
    checks = (one for one in model._meta.constraints if isinstance(one, models.CheckConstraint))
    return [(one, _all_of(model, one.condition)) for one in checks if isinstance(one.condition, Q)]


def _all_of(model: type[models.Model], condition: Q) -> Question:
    decisive, negated = condition.connector == Q.OR, condition.negated
    asked = [_all_of(model, one) if isinstance(one, Q) else _one(model, *one) for one in condition.children]  # type: ignore[misc]

    def holds(row: models.Model) -> bool | None:
        found: bool | None = not decisive
        for ask in asked:
            answer = ask(row)
            if answer is decisive:
                found = decisive
                break
            if answer is None:
                found = None
        return found if found is None or not negated else not found

    return holds


def _one(model: type[models.Model], lookup: str, wanted: Any) -> Question:
    name, _mark, kind = lookup.partition("__")
    value_of = _value(model, name)
    if kind == "isnull":
        return lambda row: (value_of(row) is None) is bool(wanted)
    other_of = _value(model, str(wanted.name)) if isinstance(wanted, F) else lambda _row: wanted  # type: ignore[attr-defined]
    compare = _among if kind == "in" else _COMPARED.get(kind or "exact")

    def compares(row: models.Model) -> bool | None:
        value, other = value_of(row), other_of(row)
        return None if value is None or other is None or compare is None else compare(value, other)

    return compares


def _among(value: Any, others: Any) -> bool:
    return value in list(others)


def _value(model: type[models.Model], name: str) -> Callable[[models.Model], Any]:
    field = model._meta.get_field(name)
    if not isinstance(field, models.ForeignKey):
        return attrgetter(field.attname)  # type: ignore[union-attr]
    attname = field.attname
    return lambda row: field.get_cached_value(row) if field.is_cached(row) else getattr(row, attname)
