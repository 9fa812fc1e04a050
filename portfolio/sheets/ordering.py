"""A large import for the background worker: ordered once, written in one transaction, told where its person waits."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from organisation import table_statistics, writing
from organisation.models import User
from portfolio.reports.jobs import CancelAsked, Failed, Lease, LeaseLost
from portfolio.reports.making import attempt
from portfolio.reports.models import Job
from portfolio.sheets.confirming import AlreadyImported, NotConfirmed, confirm
from portfolio.sheets.models import TableImport
from portfolio.sheets.opening import FileGone, Opened
from portfolio.sheets.progress import forget, teller

log = logging.getLogger(__name__)
# So many rows are written before anybody wonders; more of them would keep a server's process from everybody else.
MOST_AT_ONCE = 1_000


def is_large(work: Opened) -> bool:
    return work.sheet.height > MOST_AT_ONCE


def order(table: TableImport, *, by: User, fingerprint: str, reason: str) -> Job:
    """The job that writes the import: a new one, or the one that somebody has ordered already."""
    with transaction.atomic():
        held = TableImport.objects.select_for_update(of=("self",)).get(pk=table.pk)
        if not held.is_open:
            raise AlreadyImported(_("This sheet has been imported already. Nothing was imported twice."))
        if held.job is not None and held.job.is_under_way:
            return held.job
        number = Job.objects.filter(key__startswith=f"import-{held.pk}:").count()
        job = writing.save(Job(municipality=held.municipality, key=f"import-{held.pk}:{number}", created_by=by), by=by)
        held.job = job
        held.order = {"fingerprint": fingerprint, "reason": reason, "language": translation.get_language()}
        writing.save(held, by=by, validate=False)
    return job


def import_on(lease: Lease, stopping: Callable[[], bool]) -> None:
    """Takes the job of an import to its end. A worker that is killed leaves nothing, and the next one begins anew."""
    table = TableImport.objects.select_related("municipality", "upload").filter(job=lease.job).first()
    try:
        if table is None or stopping():
            lease.give_back() if table is not None else lease.cancelled()
            return
        with translation.override(table.order.get("language") or None):
            attempt(lease, lambda: _write(lease, table))
    except LeaseLost:
        log.warning("Job %s was taken over by another worker", lease.job.pk)
    except CancelAsked:
        # Lost meanwhile: it is the other worker that hears of it.
        with contextlib.suppress(LeaseLost):
            lease.cancelled()
    finally:
        if table is not None:
            forget(table)


def _write(lease: Lease, table: TableImport) -> None:
    said = table.order
    lease.renew()

    def write() -> None:
        confirm(table, by=lease.job.created_by, fingerprint=said.get("fingerprint", ""), reason=said.get("reason", ""),
                tell=teller(table))  # fmt: skip

    try:
        lease.publish(write)
    except (NotConfirmed, FileGone) as refused:
        raise Failed(str(refused), final=True) from refused
    table_statistics.gather()
