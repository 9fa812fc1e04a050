"""Rows that stand under, follow or replace one another never do so in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _

from initiatives.models import Objective
from organisation.trees import in_circles
from portfolio.audit.findings import Finding, wrong


def circles() -> Iterator[Finding]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is model:
                ahead = dict(model._base_manager.values_list("pk", field.attname))
                for row in model._base_manager.filter(pk__in=in_circles(ahead)):
                    words = {"field": field.name}
                    yield wrong("circle", row, _("By “%(field)s” it leads back to itself.") % words)


def objectives_of_one_strategy() -> Iterator[Finding]:
    for objective in Objective.objects.filter(parent__isnull=False).exclude(parent__strategy=F("strategy")):
        yield wrong("objective_of_two_strategies", objective, _("The objective above belongs to another strategy."))


def below(model: type[models.Model], start: int | None) -> set[int]:
    """The row and all rows under it, by `parent`; empty for no row."""
    children: dict[int | None, list[int]] = {}
    for pk, parent in model._base_manager.values_list("pk", "parent"):
        children.setdefault(parent, []).append(pk)
    found: set[int] = set()
    waiting = [start] if start is not None else []
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += children.get(current, [])
    return found
