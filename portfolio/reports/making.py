"""What a worker does with a job: read and freeze the figures, have the PDF made, publish it."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import time
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import Error as DatabaseError
from django.db import InterfaceError, OperationalError
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from initiatives.models import Initiative
from organisation import writing
from portfolio.reports.deciding import place
from portfolio.reports.earlier import renew_previous
from portfolio.reports.jobs import CancelAsked, Failed, Lease, LeaseLost
from portfolio.reports.models import Report, ReportScope, ReportState
from portfolio.reports.progress import DONE, STEPS
from portfolio.reports.rendering import Progress, Rendered, cache_of, render
from portfolio.reports.snapshot import Frozen, freeze, sha256

log = logging.getLogger(__name__)

SECONDS_BETWEEN_RENEWALS = 5.0
SECONDS_BETWEEN_PAGES = 1.0
REASON_OF_PUBLISHING = gettext_noop("The report was frozen and its PDF made")


class Stopped(Exception):
    """The worker was asked to end."""


def work_on(lease: Lease, stopping: Callable[[], bool]) -> None:
    """Takes a job to its end, whatever that is. Raises only what no attempt can mend, such as a lost database."""
    try:
        with translation.override(_report_of(lease).language):
            attempt(lease, lambda: make(lease, stopping))
    except LeaseLost:
        log.warning("Job %s was taken over by another worker", lease.job.pk)
    except CancelAsked:
        # Lost meanwhile: it is the other worker that hears of it.
        with contextlib.suppress(LeaseLost):
            lease.cancelled()
    except Stopped:
        with contextlib.suppress(LeaseLost):
            lease.give_back()


def _report_of(lease: Lease) -> Report:
    if lease.job.report_id is None:
        raise TypeError("the job is not the making of a report")
    return lease.job.report


def attempt(lease: Lease, work: Callable[[], None]) -> None:
    """Does the work of a job once; what goes wrong with it is told where its person looks."""
    try:
        work()
    except Failed as failure:
        log.warning("Job %s failed at attempt %s: %s", lease.job.pk, lease.job.attempt, failure.reason)
        lease.fail(failure)
    except (LeaseLost, CancelAsked, Stopped, OperationalError, InterfaceError):
        # A database that does not answer is waited for; one that refuses what we ask of it is a fault like others.
        raise
    except OSError as error:
        log.exception("Job %s failed at attempt %s", lease.job.pk, lease.job.attempt)
        lease.fail(Failed(_("A file could not be read or written (%(error)s).") % {"error": error.strerror or error}))
    except Exception as error:
        # A fault of ours: it is in the log with its place, and the person who waits is told.
        log.exception("Job %s failed at attempt %s", lease.job.pk, lease.job.attempt)
        kind = type(error).__name__
        reason = _("An unexpected error occurred (%(kind)s). It has been logged; try again later.") % {"kind": kind}
        lease.fail(Failed(reason, final=True))


def make(lease: Lease, stopping: Callable[[], bool]) -> None:
    report = _report_of(lease)
    lease.renew()
    # Ordered together, or tried again: another may have been frozen since.
    renew_previous(report)
    frozen = freeze(report, timezone.now())
    rendered = render(frozen.text, _Beat(lease, stopping), cache=cache_of(report.municipality))
    for complaint in rendered.complaints:
        log.warning("Report %s: %s", report.pk, complaint)
    refuse_unreadable(rendered)
    lease.renew(steps_done=len(STEPS) - 1)
    publish(lease, frozen, rendered)


def refuse_unreadable(rendered: Rendered) -> None:
    """A report that not everybody can read is not handed out. Raises Failed with what is wrong."""
    if rendered.findings:
        log.error("The PDF has %d faults: %s", len(rendered.findings), rendered.findings[:20])
        reason = _("The PDF cannot be read by everybody, so it was not published (%(finding)s). Tell the operator.")
        raise Failed(reason % {"finding": rendered.findings[0]}, final=True)


class _Beat:
    """Renews the lease with the progress: at once at a new step, otherwise every few seconds."""

    def __init__(self, lease: Lease, stopping: Callable[[], bool]) -> None:
        self._lease, self._stopping = lease, stopping
        self._told, self._renewed = (0, 0), 0.0

    def __call__(self, progress: Progress) -> None:
        if self._stopping():
            raise Stopped
        done = max(DONE.get(progress.step, 0), self._told[0])
        quiet = SECONDS_BETWEEN_RENEWALS if progress.pages == self._told[1] else SECONDS_BETWEEN_PAGES
        if done > self._told[0] or time.monotonic() > self._renewed + quiet:
            self._told, self._renewed = (done, progress.pages), time.monotonic()
            self._lease.renew(steps_done=done, pages_done=progress.pages, pages_expected=progress.expected)


def publish(lease: Lease, frozen: Frozen, rendered: Rendered) -> None:
    """The file first, under a name of its own; then report, scope and job in one short transaction."""
    report, by = _report_of(lease), lease.job.created_by
    digest = hashlib.sha256(rendered.pdf).hexdigest()
    name = f"reports/{report.municipality.code}/{slugify(report.reference)}-{digest[:16]}.pdf"
    report.pdf.name = default_storage.save(name, ContentFile(rendered.pdf))
    report.pdf_sha256, report.pages = digest, rendered.pages
    report.snapshot, report.snapshot_sha256 = frozen.text, sha256(frozen.text)
    report.is_fictional = report.is_fictional or frozen.is_fictional
    report.state, report.frozen_at, report.frozen_by = ReportState.FROZEN, timezone.now(), by
    scope = _scope(report, frozen.references)
    writing.only_as_read(report)

    def write() -> None:
        try:
            writing.save(report, by=by, reason=_(REASON_OF_PUBLISHING))
        except writing.ChangedMeanwhileError as error:
            # What was saved while the worker took the draft is not in these pages: they are made anew.
            raise Failed(_("The draft was changed while its PDF was made.")) from error
        writing.save_many(scope, by=by, reason=_(REASON_OF_PUBLISHING))
        place(report, by=by)

    try:
        lease.publish(write)
    except DatabaseError:
        # The connection may have broken after the commit: if nobody names the file, it is cleared away later.
        raise
    except BaseException:
        # Nobody points at the file.
        default_storage.delete(report.pdf.name)
        raise


def _scope(report: Report, references: tuple[str, ...]) -> list[ReportScope]:
    """The rows for the initiatives that the report shows and that it does not name yet."""
    municipality = report.municipality
    shown = Initiative.objects.filter(municipality=municipality, reference__in=references)
    return [
        ReportScope(municipality=municipality, report=report, initiative=initiative, is_fictional=report.is_fictional)
        for initiative in shown.exclude(report_scopes__report=report)
    ]
