"""The pages of reports: order one, follow its making, take the file. Every row is found through the reader's rights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisation.access import access_of
from organisation.models import Municipality, User
from organisation.printing import format_number
from organisation.units import NBSP
from portfolio.reports import jobs
from portfolio.reports.forms import OrderForm
from portfolio.reports.models import Job, JobState, Report, ReportQuerySet
from portfolio.reports.ordering import begin, make
from portfolio.reports.progress import STEPS

REPORTS_ON_A_PAGE = 30
UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True)
class ReportLine:
    """A report with its latest job, and what may be done with it."""

    report: Report
    job: Job | None
    size_text: str
    may_change: bool

    @property
    def is_under_way(self) -> bool:
        return self.job is not None and self.job.state in UNDER_WAY

    @property
    def may_retry(self) -> bool:
        return self.may_change and self.job is not None and self.job.state in (JobState.FAILED, JobState.CANCELLED)

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


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reports(request: HttpRequest, code: str) -> HttpResponse:
    """The list; a POST orders a report."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    works_here = municipality.pk in access_of(request.user).staff
    if request.method == "POST":
        if not works_here:
            raise PermissionDenied
        form = OrderForm(request.POST, municipality=municipality, user=signed_in(request))
        if form.is_valid():
            return redirect(make(begin(form.beginning()), by=signed_in(request)).report)
    else:
        form = OrderForm(municipality=municipality, user=signed_in(request))
    found = with_jobs(Report.objects.visible_to(request.user).filter(municipality=municipality))
    page = Paginator(found, REPORTS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "municipality": municipality,
        "page": page,
        "lines": lines(page.object_list, signed_in(request)),
        "form": form if works_here else None,
    }
    return render(request, "reports/reports.html", context, status=400 if form.errors else 200)


@require_safe
@login_required
def report(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """One report. htmx asks for the part that changes, and gets no content while it has not."""
    line = found_line(request, code, reference)
    context = {"municipality": line.report.municipality, "line": line}
    asks = "HX-Request" in request.headers
    if asks and request.GET.get("seen") == line.signature:
        return HttpResponse(status=204)
    response = render(request, "reports/_progress.html" if asks else "reports/report.html", context)
    patch_vary_headers(response, ["HX-Request"])
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_safe
@login_required
def report_pdf(request: HttpRequest, code: str, reference: str) -> FileResponse:
    found = found_report(request, code, reference)
    if not found.is_ready:
        raise Http404
    try:
        content = found.pdf.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(content, as_attachment=True, filename=filename(found), content_type="application/pdf")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def retry(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    line = changeable_line(request, code, reference)
    if line.job is None or not jobs.try_again(line.job):
        messages.info(request, _("There is nothing to try again: the report is made or under way."))
    return redirect(line.report)


@require_POST
@login_required
def cancel(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    line = changeable_line(request, code, reference)
    if line.job is None or not jobs.ask_to_stop(line.job):
        messages.info(request, _("There is nothing to stop: the making of the report has ended."))
    return redirect(line.report)


def signed_in(request: HttpRequest) -> User:
    """The reader of a view that has asked for a sign-in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def with_jobs(found: ReportQuerySet) -> ReportQuerySet:
    latest = Prefetch("jobs", Job.objects.order_by("-created_at", "-pk"), to_attr="latest_jobs")
    return (
        found.select_related("municipality", "strategy", "committee", "created_by")
        .prefetch_related(latest)
        .defer("snapshot")
    )


def lines(found: Iterable[Report], user: User) -> list[ReportLine]:
    shown = list(found)
    editable = Report.objects.editable_by(user).filter(pk__in=[one.pk for one in shown])
    changeable = set(editable.values_list("pk", flat=True))
    return [ReportLine(one, latest_job(one), size_text(one), one.pk in changeable) for one in shown]


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
