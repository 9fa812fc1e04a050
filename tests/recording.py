"""What many tests start from: made once in a process by the application's own means, then laid down as it was.

A test has the rows in its own transaction and objects of its own, so nothing of one test reaches another.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any, TypeVar, cast

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.models import sql

from organisation import triggers
from organisation.models import Municipality

T = TypeVar("T")
Rows = dict[type[models.Model], list[models.Model]]


@dataclass(frozen=True)
class Recording:
    made: bytes
    # (statement, parameters)
    inserts: list[tuple[str, Sequence[Any]]]
    # History names the kinds of its rows by number; emptying the tables between two tests numbers them anew.
    kinds: dict[int, str]


_recordings: dict[Callable[[], Any], Recording] = {}


def recorded(make: Callable[[], T], *, step_by_step: bool = False) -> T:
    """What `make` makes, with its rows in the database; the rows are those of the first call, with the same keys.

    `step_by_step`: it also posts or approves rows after others, which laid down at once the rules take for late.
    """
    if Municipality.objects.exists():
        # Among other rows the keys may be taken.
        return make()
    found = _recordings.get(make)
    if found is None or found.kinds != _kinds():
        found = _recordings[make] = _record(make)
    rules = triggers.lifted() if step_by_step else nullcontext()
    with transaction.atomic(), rules, connection.cursor() as cursor:
        for statement, parameters in found.inserts:
            cursor.execute(statement, parameters)
    return cast("T", pickle.loads(found.made))


def _record(make: Callable[[], Any]) -> Recording:
    with transaction.atomic():
        before = {model: [row.pk for row in rows] for model, rows in _all_rows().items()}
        made = pickle.dumps(make())
        inserts = [
            statement
            for model, rows in _all_rows().items()
            for statement in _inserts(model, [row for row in rows if row.pk not in before[model]])
        ]
        transaction.set_rollback(True)
    return Recording(made, inserts, _kinds())


def _all_rows() -> Rows:
    """Those that others point at first: the database's rules look at both."""
    stored = [model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy]
    needs = {model: [field.related_model for field in _relations(model)] for model in stored}
    ordered = TopologicalSorter(needs).static_order()
    return {model: list(model._base_manager.order_by("pk")) for model in ordered}


def _relations(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.local_concrete_fields if field.remote_field and field.related_model != model]


def _inserts(model: type[models.Model], rows: list[models.Model]) -> list[tuple[str, Sequence[Any]]]:
    if not rows:
        return []
    query = sql.InsertQuery(model)
    # As they are: no field fills itself in.
    query.insert_values(model._meta.local_concrete_fields, rows, raw=True)
    return list(query.get_compiler(connection=connection).as_sql())


def _kinds() -> dict[int, str]:
    return {pk: f"{app}.{model}" for pk, app, model in ContentType.objects.values_list("pk", "app_label", "model")}
