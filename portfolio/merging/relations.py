"""What points at a row, and when two rows that do would say the same once they point at one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F

from budgets.models.entries import Posted
from organisation.triggers import follows_merges


@dataclass(frozen=True)
class Relation:
    """Rows of `model` point at what is merged by `field`."""

    model: type[models.Model]
    field: models.ForeignKey[Any, Any]

    def rows(self, row: models.Model) -> list[Any]:
        return list(self.model._base_manager.filter(**{self.field.name: row}).order_by("pk"))

    def stands(self, row: Any) -> bool:
        """The database refuses to move it: it was posted as it is, and does not follow a merge."""
        return isinstance(row, Posted) and row.is_posted and self.field not in follows_merges(self.model)

    def keys(self, row: Any, target: int) -> Iterator[tuple[Any, ...]]:
        """What must be unique of the row, one for each rule that the relation takes part in, as if it pointed there."""
        for names in unique_together(self.model):
            if self.field.name in names:
                yield tuple(target if name == self.field.name else _value(row, name) for name in names)


def _value(row: models.Model, name: str) -> Any:
    return getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]


def relations_to(model: type[models.Model]) -> list[Relation]:
    """Every foreign key of any floor that points at the model, also its own."""
    found = [
        Relation(one.related_model, one.field)
        for one in model._meta.get_fields(include_hidden=True)
        if isinstance(one, models.ManyToOneRel)
    ]
    return sorted(found, key=lambda one: (one.model._meta.label, one.field.name))


def unique_together(model: type[models.Model]) -> Iterator[tuple[str, ...]]:
    """The names of the fields of each rule that says what stands once."""
    for rule in model._meta.constraints:
        # A rule that holds for some rows only is about what they are, as the one baseline of an indicator (values.py).
        if isinstance(rule, models.UniqueConstraint) and rule.condition is None:
            yield tuple(rule.fields) or tuple(dict.fromkeys(_names(rule.expressions)))


def _names(expressions: Iterable[Any]) -> Iterator[str]:
    for one in expressions:
        if isinstance(one, F):
            yield str(one.deconstruct()[1][0])
        elif hasattr(one, "get_source_expressions"):
            yield from _names(one.get_source_expressions())
