"""Activities, status updates, events and follow-ups can be searched in: the stored keys of the rows that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from organisation.sorting import search_key

AT_ONCE = 500
WORDS: dict[str, Callable[[Any], str]] = {
    "Activity": lambda row: f"{row.title} {row.text} {row.result} {row.period_text}",
    "StatusUpdate": lambda row: f"{row.text} {row.reason} {row.action}",
    "Event": lambda row: f"{row.title} {row.outcome_text} {row.case_number} {row.note} {row.effective_text}",
    "FollowUpMeasure": lambda row: f"{row.title} {row.note}",
}


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for name, words in WORDS.items():
        model = apps.get_model("initiatives", name)
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
    dependencies = [("initiatives", "0006_objectives_archived")]

    operations = [
        *(
            migrations.AddField(name, "search_key", models.TextField(default="", editable=False))
            for name in map(str.lower, WORDS)
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
