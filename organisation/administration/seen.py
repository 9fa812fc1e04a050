"""A button does its thing to the row that its user saw: not to what somebody else has made of it since.

The page carries a mark of what it showed of each row, and of the parts under it. Who asks without one, as a program
may, asks about the row as it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from organisation.telling import NOT_IN_HISTORY

Marks = Mapping[str, str]


def mark_of(row: models.Model, parts: Iterable[tuple[type[models.Model], str]] = ()) -> str:
    """Of all that a person can change, also in the rows under it: `parts` are their models, each with its link."""
    under = [part for model, link in parts for part in model._base_manager.filter(**{link: row})]
    held = [_held(row), *sorted(map(_held, under))]
    return hashlib.sha256("\n".join(held).encode()).hexdigest()[:24]


def _held(row: models.Model) -> str:
    columns = {field.attname: str(getattr(row, field.attname)) for field in row._meta.concrete_fields}
    kept = {name: value for name, value in columns.items() if name == "id" or name not in NOT_IN_HISTORY}
    return json.dumps([row._meta.label, kept], sort_keys=True)


def marks_of(rows: Iterable[models.Model]) -> str:
    """For a list: a mark for each row on the page, as one text."""
    return json.dumps({str(row.pk): mark_of(row) for row in rows})


def read_marks(text: str) -> Marks:
    """Empty for what is no such text."""
    try:
        found = json.loads(text or "{}")
        return {str(pk): str(mark) for pk, mark in found.items()} if isinstance(found, dict) else {}
    except (ValueError, RecursionError):
        return {}


def refuse_changed(now: Sequence[tuple[models.Model, str]], seen: Marks) -> None:
    """`now` are rows with their present marks. Raises ValidationError with those which are not as they were seen."""
    changed = [str(row) for row, mark in now if seen.get(str(row.pk), mark) != mark]
    if changed:
        raise ValidationError(
            _("Somebody else has changed this since you saw it: %(rows)s. Look at it again. Nothing was done.")
            % {"rows": "; ".join(changed)}
        )
