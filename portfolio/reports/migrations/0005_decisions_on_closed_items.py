"""What was decided on closed items is closed: by the last version that is issued, as what is decided now."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    issued = apps.get_model("reports", "Report").objects.exclude(state="draft")
    last = issued.filter(Q(corrected_by__isnull=True) | Q(corrected_by__state="draft"))
    closed = last.filter(is_closed=True, decision__isnull=False)
    apps.get_model("initiatives", "Event").objects.filter(pk__in=closed.values("decision")).update(is_closed=True)


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0008_event_is_closed"),
        ("reports", "0004_jobs_of_imports"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
