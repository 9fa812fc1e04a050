"""What stands under the headings, and the summary, can be searched in: the stored keys of the rows that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from organisation.sorting import search_key

AT_ONCE = 500


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    _set_keys(apps.get_model("initiatives", "InitiativeText"), lambda row: row.text)
    _set_keys(apps.get_model("initiatives", "Initiative"), lambda row: f"{_names(row)} {row.summary}")


def names_alone(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    _set_keys(apps.get_model("initiatives", "Initiative"), _names)


def _names(row: Any) -> str:
    return f"{row.code} {row.title} {row.display_title} {row.aliases}"


def _set_keys(model: Any, words: Callable[[Any], str]) -> None:
    for rows in _batches(model):
        for row in rows:
            row.search_key = search_key(words(row))
        model.objects.bulk_update(rows, ["search_key"])


def _batches(model: Any) -> Iterator[list[Any]]:
    last = 0
    while rows := list(model.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield rows
        last = rows[-1].pk


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="initiativetext",
            name="search_key",
            field=models.TextField(default="", editable=False),
        ),
        migrations.RunPython(fill, names_alone),
    ]
