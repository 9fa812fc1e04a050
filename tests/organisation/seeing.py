"""Whether somebody sees or may change a row."""

from __future__ import annotations

from typing import Any

from django.db import models

from organisation.access import Role

ADMINISTRATOR, CASEWORKER, FINANCE = Role.ADMINISTRATOR, Role.CASEWORKER, Role.FINANCE
MANAGER, COMMITTEE, READER = Role.MANAGER, Role.COMMITTEE_MEMBER, Role.READER


def sees(user: Any, row: models.Model) -> bool:
    return bool(type(row)._default_manager.visible_to(user).filter(pk=row.pk).exists())  # type: ignore[attr-defined]


def edits(user: Any, row: models.Model) -> bool:
    return bool(type(row)._default_manager.editable_by(user).filter(pk=row.pk).exists())  # type: ignore[attr-defined]
