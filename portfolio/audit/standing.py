"""What was posted or approved stands as it was recorded, and names who did it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext as _

from budgets.models import BodyBudget, Entry, EntryPart, Statement, Transfer
from budgets.models.entries import Posted
from indicators.models import Measurement, Target
from initiatives.models import StatusUpdate, UpdateState
from organisation.models import Action, Approvable, Approval, ChangeRecord
from organisation.telling import NOT_IN_HISTORY, SECRET
from organisation.triggers import follows_merges
from portfolio.audit.findings import Finding, wrong

# (model, condition of standing, {field: the value by which its history shows that it began to stand}).
STANDING: list[tuple[type[models.Model], dict[str, Any], tuple[str, Any]]] = [
    (Entry, {"posted_at__isnull": False}, ("posted_at", None)),
    (Transfer, {"posted_at__isnull": False}, ("posted_at", None)),
    (Statement, {"posted_at__isnull": False}, ("posted_at", None)),
    (BodyBudget, {"posted_at__isnull": False}, ("posted_at", None)),
    (Measurement, {"approval": Approval.APPROVED}, ("approval", Approval.APPROVED)),
    (Target, {"approval": Approval.APPROVED}, ("approval", Approval.APPROVED)),
    (StatusUpdate, {"state": UpdateState.APPROVED}, ("state", UpdateState.APPROVED)),
]


def unchanged() -> Iterator[Finding]:
    for model, standing, (field, value) in STANDING:
        history = _history(model)
        for row in model._base_manager.filter(**standing).iterator():
            records = history.get(row.pk, [])
            began = next((at for at, record in enumerate(records) if _begins(record, field, value)), None)
            if began is None:
                yield wrong("no_history", row, _("The history does not say when it was posted or approved."))
            else:
                yield from _later_changes(row, records[began + 1 :])
                yield from _differences(row, records)
    yield from _parts()


def _parts() -> Iterator[Finding]:
    history = _history(EntryPart)
    for part in EntryPart._base_manager.filter(entry__posted_at__isnull=False).select_related("entry").iterator():
        records = history.get(part.pk, [])
        since = [record for record in records if part.entry.posted_at and record.at > part.entry.posted_at]
        yield from _later_changes(part, [record for record in since if record.action != Action.CREATED])
        yield from _differences(part, records)


def _history(model: type[models.Model]) -> dict[int, list[ChangeRecord]]:
    """The records of each row, oldest first. A row's number is never used again."""
    kind, found = ContentType.objects.get_for_model(model), defaultdict(list)
    for record in ChangeRecord.objects.filter(content_type=kind).order_by("at", "pk"):
        found[record.object_id].append(record)
    return found


def _begins(record: ChangeRecord, field: str, value: Any) -> bool:
    if field not in record.changes:
        return False
    after = record.changes[field][1]
    return after is not None if value is None else after == value


def _later_changes(row: models.Model, records: list[ChangeRecord]) -> Iterator[Finding]:
    """What it hangs on may have been merged into another since: it is the same row there."""
    following = {field.name for field in follows_merges(type(row))}
    for record in records:
        if record.changes and following >= record.changes.keys():
            continue
        fields = ", ".join(sorted(record.changes))
        yield wrong(
            "changed_after", row, _("Changed after it was posted or approved: %(fields)s.") % {"fields": fields}
        )


def _differences(row: models.Model, records: list[ChangeRecord]) -> Iterator[Finding]:
    """Fields that hold something else than what was recorded last."""
    recorded: dict[str, Any] = {}
    for record in records:
        recorded |= {name: pair[1] for name, pair in record.changes.items()}
    for field in row._meta.concrete_fields:
        if field.name in NOT_IN_HISTORY or field.name in SECRET:
            continue
        now, last = getattr(row, field.attname), recorded.get(field.name)
        if _plain(field, now) != _plain(field, last):
            values = {"field": field.name, "now": now, "recorded": json.dumps(last, ensure_ascii=False)}
            yield wrong(
                "not_as_recorded", row, _("“%(field)s” is %(now)s, but the history says %(recorded)s.") % values
            )


def _plain(field: models.Field[Any, Any], value: Any) -> Any:
    """Comparable, whether read from the row or from its history; empty text and no value are the same there."""
    if isinstance(field, models.ForeignKey):
        return value["id"] if isinstance(value, dict) else value
    return None if value in (None, "") else field.to_python(value)


def somebody_did_it() -> Iterator[Finding]:
    """A posted or approved row names a person and a moment, and a draft names neither."""
    for model in apps.get_models():
        if issubclass(model, Posted):
            for row in model._base_manager.all().iterator():
                if (row.posted_at is None) != (row.posted_by_id is None):
                    yield wrong("posted_by_nobody", row, _("It does not say both who posted it and when."))
        if issubclass(model, Approvable) or model is StatusUpdate:
            yield from _approved_by_somebody(model)


def _approved_by_somebody(model: type[models.Model]) -> Iterator[Finding]:
    approved = {"state": UpdateState.APPROVED} if model is StatusUpdate else {"approval": Approval.APPROVED}
    lacking = models.Q(approved_by__isnull=True) | models.Q(approved_at__isnull=True)
    for row in model._base_manager.filter(lacking, **approved).iterator():
        yield wrong("approved_by_nobody", row, _("It does not say both who approved it and when."))
