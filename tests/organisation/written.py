"""How the tests of writing read a row and its history."""

from __future__ import annotations

from typing import Any

from django.db import models

from organisation.models import ChangeRecord


def history(row: models.Model) -> list[ChangeRecord]:
    """Oldest first."""
    return list(ChangeRecord.objects.of_row(row).order_by("pk"))


def fresh(row: models.Model) -> Any:
    return type(row)._base_manager.get(pk=row.pk)
