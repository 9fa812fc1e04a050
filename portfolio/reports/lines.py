"""Reports as their pages show them: each with its latest job, found through the reader's rights."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from organisation.models import User
from organisation.printing import format_number
from organisation.units import NBSP
from portfolio.reports.models import Job, JobState, Report, ReportQuerySet, ReportState
from portfolio.reports.progress import STEPS

UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)
PEOPLE = ("created_by", "frozen_by", "approved_by", "sent_by")
SHOWN = ("municipality", "strategy", "committee", "decision__sent_on_to", "previous", "corrects", *PEOPLE)


@dataclass(frozen=True)
class ReportLine:
    """A report with its latest job, and what may be done with it."""

    report: Report
    job: Job | None
    size_text: str
    may_change: bool
    may_approve: bool

    @property
    def is_under_way(self) -> bool:
        return self.job is not None and self.job.state in UNDER_WAY

    @property
    def may_retry(self) -> bool:
        return self.may_change and self.job is not None and self.job.state in (JobState.FAILED, JobState.CANCELLED)

    @property
    def has_pages(self) -> bool:
        """Reports frozen before pages were kept have their file alone."""
        return bool(self.report.composition)

    @property
    def may_compose(self) -> bool:
        return self.may_change and self.report.is_draft and not self.is_under_way

    @property
    def ready_by(self) -> datetime.date | None:
        """When a draft must be ready for its meeting; None where nothing says so, for what is ready, and for a
        corrected version, whose first was.
        """
        return self.report.ready_by if self.report.is_draft and self.report.corrects_id is None else None

    @property
    def is_late(self) -> bool:
        """The day has passed, and it is still a draft."""
        return self.ready_by is not None and self.ready_by < timezone.localdate()

    @property
    def may_send(self) -> bool:
        return self.may_change and self.report.state == ReportState.APPROVED and not self.report.is_superseded

    @property
    def may_correct(self) -> bool:
        return self.may_change and not self.report.is_draft and not self.report.is_replaced

    @property
    def may_decide(self) -> bool:
        return self.may_change and not self.report.is_draft and not self.report.is_superseded

    @property
    def step_text(self) -> str:
        """What is happening now, in words; empty when nothing is."""
        if not self.is_under_way or self.job is None:
            return ""
        if self.job.cancel_requested:
            return _("It stops at its next step")
        if self.job.state == JobState.QUEUED:
            return _("It waits for its turn")
        step = str(STEPS[min(self.job.steps_done, len(STEPS) - 1)])
        return f"{step}: {self.job.pages_text}" if self.job.pages_text else step

    @property
    def signature(self) -> str:
        """Changes when the page has something new to tell."""
        job = self.job
        return f"{job.state}-{job.attempt}-{job.steps_done}-{job.pages_done}-{job.cancel_requested:d}" if job else "-"


def signed_in(request: HttpRequest) -> User:
    """The reader of a view that has asked for a sign-in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def with_jobs(found: ReportQuerySet) -> ReportQuerySet:
    latest = Prefetch("jobs", Job.objects.order_by("-created_at", "-pk"), to_attr="latest_jobs")
    # A snapshot is megabytes; of the versions that correct a report only their names are shown.
    corrections = Prefetch("corrected_by", Report.objects.defer("snapshot"))
    return (
        found.select_related(*SHOWN)
        .prefetch_related(latest)
        .prefetch_related(corrections)
        .defer("snapshot", "previous__snapshot", "corrects__snapshot")
    )


def lines(found: Iterable[Report], user: User) -> list[ReportLine]:
    shown = list(found)
    pks = [one.pk for one in shown]
    changeable = set(Report.objects.editable_by(user).filter(pk__in=pks).values_list("pk", flat=True))
    approvable = set(Report.objects.approvable_by(user).filter(pk__in=pks).values_list("pk", flat=True))
    return [
        ReportLine(
            report=one,
            job=latest_job(one),
            size_text=size_text(one),
            may_change=one.pk in changeable,
            may_approve=one.pk in approvable and not one.is_superseded,
        )
        for one in shown
    ]


def latest_job(report: Report) -> Job | None:
    latest: list[Job] = getattr(report, "latest_jobs", [])
    return latest[0] if latest else None


def found_report(request: HttpRequest, code: str, reference: str) -> Report:
    seen = with_jobs(Report.objects.visible_to(request.user))
    return get_object_or_404(seen, municipality__code=code, reference=reference)


def found_line(request: HttpRequest, code: str, reference: str) -> ReportLine:
    return lines([found_report(request, code, reference)], signed_in(request))[0]


def changeable_line(request: HttpRequest, code: str, reference: str) -> ReportLine:
    line = found_line(request, code, reference)
    if not line.may_change:
        raise PermissionDenied
    return line


def size_text(report: Report) -> str:
    """ "1,2 MB"; empty while there is no file."""
    try:
        size = report.pdf.size if report.is_ready else 0
    except FileNotFoundError:
        return ""
    if size >= 1_000_000:
        return f"{format_number(Decimal(size) / 1_000_000, 1)}{NBSP}MB"
    return f"{format_number(Decimal(size) / 1000, 0)}{NBSP}kB" if size else ""


def filename(report: Report) -> str:
    """Municipality, title and date, in letters that every file system takes."""
    return get_valid_filename(f"{report.municipality.name} - {report.title} - {report.as_of.isoformat()}") + ".pdf"
