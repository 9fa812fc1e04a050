"""What was decided on closed items is closed."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    closed = apps.get_model("reports", "Report").objects.filter(is_closed=True, decision__isnull=False)
    apps.get_model("initiatives", "Event").objects.filter(pk__in=closed.values("decision")).update(is_closed=True)


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0008_event_is_closed"),
        ("reports", "0004_jobs_of_imports"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
