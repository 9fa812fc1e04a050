"""Chosen files deleted by rule: those never imported first, the others when they are no longer needed as vouchers.

The rules in words:
- Spreadsheets, action plans and finance extracts keep one rule. What was read of a file goes with it.
- A file that wrote nothing goes when nobody has worked with it for SHEET_UNUSED_DAYS, one that was imported
  SHEET_KEPT_DAYS after that. Until then its import can be taken back; after it, it cannot.
- What an import wrote stays, and so does where it came from: file name, sheet and cell.
"""

from __future__ import annotations

import datetime
import logging
from functools import partial

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from organisation import writing
from organisation.models import ChangeRecord, ImportBatch
from portfolio.extracts.models import ExtractState, FinanceExtract
from portfolio.plans.models import PlanDraft, PlanState
from portfolio.sheets.models import ImportState, TableImport, Upload

log = logging.getLogger(__name__)


def delete_overdue(now: datetime.datetime) -> int:
    """How many files were deleted. The row says so before the file goes, so that none points at nothing."""
    found: list[Chosen] = [*overdue_sheets(now), *overdue_extracts(now), *overdue_plans(now)]
    for chosen in found:
        with transaction.atomic():
            names = {str(getattr(chosen, name)) for name in _FILES[type(chosen)]} - {""}
            _forget(chosen, now)
            transaction.on_commit(partial(_delete, names))
    return len(found)


Chosen = Upload | FinanceExtract | PlanDraft
_FILES: dict[type[Chosen], tuple[str, ...]] = {
    Upload: ("file", "reading"),
    FinanceExtract: ("file",),
    PlanDraft: ("file",),
}


def overdue_sheets(now: datetime.datetime) -> QuerySet[Upload]:
    unused, kept = _borders(now)
    imports = TableImport.objects.filter(upload=OuterRef("pk"))
    confirmed = imports.filter(state=ImportState.CONFIRMED)
    in_use = imports.filter(Q(created_at__gte=unused) | Q(Exists(_touched(TableImport, unused))))
    is_needed = Exists(confirmed.filter(confirmed_at__gte=kept))
    return Upload.objects.filter(~Exists(in_use), ~is_needed, deleted_at__isnull=True, created_at__lt=unused)


def overdue_extracts(now: datetime.datetime) -> QuerySet[FinanceExtract]:
    found = FinanceExtract.objects.filter(file_deleted_at__isnull=True, created_at__lt=_borders(now)[0])
    return found.filter(_is_overdue(FinanceExtract, ExtractState.CONFIRMED, now))


def overdue_plans(now: datetime.datetime) -> QuerySet[PlanDraft]:
    found = PlanDraft.objects.filter(file_deleted_at__isnull=True, created_at__lt=_borders(now)[0])
    return found.filter(_is_overdue(PlanDraft, PlanState.CONFIRMED, now))


def _is_overdue(model: type[models.Model], confirmed: str, now: datetime.datetime) -> Q:
    """Imported before the one border, or not imported and not changed by anybody since the other."""
    unused, kept = _borders(now)
    is_kept_long_enough = Q(state=confirmed, batch__created_at__lt=kept)
    return is_kept_long_enough | (~Q(state=confirmed) & Q(~Exists(_touched(model, unused))))


def _touched(model: type[models.Model], since: datetime.datetime) -> QuerySet[ChangeRecord]:
    kind = ContentType.objects.get_for_model(model)
    return ChangeRecord.objects.filter(content_type=kind, object_id=OuterRef("pk"), at__gte=since)


def _borders(now: datetime.datetime) -> tuple[datetime.datetime, datetime.datetime]:
    days = settings.SHEET_UNUSED_DAYS, settings.SHEET_KEPT_DAYS
    return now - datetime.timedelta(days=days[0]), now - datetime.timedelta(days=days[1])


def _forget(chosen: Chosen, now: datetime.datetime) -> None:
    reason = _("The file was deleted by rule")
    if isinstance(chosen, Upload):
        batches = list(ImportBatch.objects.filter(table__upload=chosen).exclude(file=""))
        chosen.reading, chosen.deleted_at = "", now
    elif chosen.batch is None:
        # It wrote nothing: as if its user had discarded it.
        writing.delete_many([chosen], by=None, reason=reason)
        return
    else:
        batches = [chosen.batch]
        chosen.drop_content()
        chosen.file_deleted_at = now
    for batch in batches:
        batch.file = ""
    chosen.file = ""
    writing.save_many(batches, by=None, reason=reason, validate=False)
    writing.save(chosen, by=None, reason=reason, validate=False)


def _delete(names: set[str]) -> None:
    for name in names:
        try:
            default_storage.delete(name)
        except OSError:
            # The row does not name it any more: the search for orphans takes it.
            log.exception("The file %s was not deleted", name)
