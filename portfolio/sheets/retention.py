"""Chosen files deleted by rule: those never imported first, the others when they are no longer needed as vouchers.

What an import wrote stays, and so does where it came from: file name, sheet and cell. Only the file itself goes.
"""

from __future__ import annotations

import datetime
from functools import partial

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from organisation import writing
from organisation.models import ImportBatch
from portfolio.sheets.models import ImportState, TableImport, Upload


def overdue(now: datetime.datetime) -> QuerySet[Upload]:
    """Files that are there and whose time is up."""
    imported = TableImport.objects.filter(upload=OuterRef("pk")).exclude(state=ImportState.STARTED)
    unused = now - datetime.timedelta(days=settings.SHEET_UNUSED_DAYS)
    kept = now - datetime.timedelta(days=settings.SHEET_KEPT_DAYS)
    there = Upload.objects.filter(deleted_at__isnull=True)
    return there.filter(~Exists(imported), created_at__lt=unused) | there.filter(created_at__lt=kept)


def delete_overdue(now: datetime.datetime) -> int:
    """How many files were deleted. The row says so before the file goes, so that none points at nothing."""
    found = list(overdue(now))
    for upload in found:
        names = {str(upload.file), str(upload.reading)} - {""}
        with transaction.atomic():
            batches = list(ImportBatch.objects.filter(table__upload=upload).exclude(file=""))
            for batch in batches:
                batch.file = ""
            upload.file, upload.reading, upload.deleted_at = "", "", now
            reason = _("The file was deleted by rule")
            writing.save_many(batches, by=None, reason=reason, validate=False)
            writing.save(upload, by=None, reason=reason, validate=False)
            transaction.on_commit(partial(_delete, names))
    return len(found)


def _delete(names: set[str]) -> None:
    for name in names:
        default_storage.delete(name)
