"""Takes what is made up out of the database again; the history keeps that it was there."""

from __future__ import annotations

from collections import Counter

from django.db import models, transaction
from django.utils.translation import gettext as _

from organisation import writing
from organisation.models import User
from portfolio.demo.sections import all_sections
from portfolio.reports.models import Report


def remove_fictional(*, by: User | None) -> Counter[str]:
    """Deletes every fictional row, and nothing else; returns how many of each kind.

    Raises ProtectedError, and deletes nothing, when a row that is not fictional depends on one that is.
    """
    removed: Counter[str] = Counter()
    with transaction.atomic():
        for model in fictional_models():
            removed[model.__name__] = _remove(model, by)
    return +removed


def fictional_models() -> list[type[models.Model]]:
    """What points at others comes before what is pointed at."""
    # Reports are made, not loaded; those that show something fictional are marked, and go with it.
    found: list[type[models.Model]] = [*(section.model for section in all_sections()), Report]
    return [model for model in reversed(found) if "is_fictional" in {field.name for field in model._meta.fields}]


def _remove(model: type[models.Model], by: User | None) -> int:
    rows = list(model._base_manager.filter(is_fictional=True).order_by("-pk"))
    number = len(rows)
    while rows:
        # A correction or a revision goes before what it corrects.
        pointed_at = {pk for row in rows for pk in _points_at(row)}
        free = [row for row in rows if row.pk not in pointed_at] or rows
        writing.delete_many(free, by=by, reason=_("Fictional data removed"))
        rows = [row for row in rows if row not in free]
    return number


def _points_at(row: models.Model) -> list[object]:
    """The rows of its own model."""
    own = [field for field in row._meta.concrete_fields if field.remote_field and field.related_model is type(row)]
    return [getattr(row, field.attname) for field in own]
