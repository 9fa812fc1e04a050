"""What a deletion takes with it, told to the one who deletes: only what she may see is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import DEFAULT_DB_ALIAS, models
from django.utils.text import capfirst
from django.utils.translation import ngettext

from organisation.administration.rights import rows_of
from organisation.models import RuledQuerySet, User


def what_goes(rows: Sequence[models.Model], user: User) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
    """Names of what is deleted, the number of each kind, nothing, and names of what stands in the way.

    The shape is what Django's confirmation expects; its third part, kinds that the user may not delete, is empty, for
    what hangs on a draft goes with it.
    """
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=rows)
    collector.collect(rows)
    going = [row for found in collector.data.values() for row in found]
    counts = {str(model._meta.verbose_name_plural): len(found) for model, found in collector.data.items()}
    return _names(going, user), counts, set(), _names(collector.protected, user)


def _names(rows: Iterable[models.Model], user: User) -> list[Any]:
    by_model: dict[type[models.Model], list[models.Model]] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    names = [name for model, found in by_model.items() for name in _names_of(model, found, user)]
    hidden = sum(map(len, by_model.values())) - len(names)
    if hidden:
        names.append(ngettext("%(n)d more row", "%(n)d more rows", hidden) % {"n": hidden})
    return names


def _names_of(model: type[models.Model], rows: Sequence[models.Model], user: User) -> list[str]:
    if not isinstance(model._default_manager.all(), RuledQuerySet):
        return []
    seen = set(rows_of(model).visible_to(user).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return [f"{capfirst(str(model._meta.verbose_name))}: {row}" for row in rows if row.pk in seen]
