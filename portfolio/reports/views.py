"""The pages that show reports: the list, one report, its pages in the browser, its file."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from initiatives.models import Event
from organisation.access import access_of
from organisation.models import Municipality, User
from portfolio.reports import jobs
from portfolio.reports.composition import Composition
from portfolio.reports.earlier import decision_words
from portfolio.reports.filters import ReportFilter
from portfolio.reports.lines import changeable_line, filename, found_line, found_report, lines, signed_in, with_jobs
from portfolio.reports.models import Report
from portfolio.reports.scope import scope_of

REPORTS_ON_A_PAGE = 30
Told = TypeVar("Told", Event, Report)


@require_safe
@login_required
def reports(request: HttpRequest, code: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    seen = Report.objects.visible_to(request.user).filter(municipality=municipality)
    filters = ReportFilter(request.GET, municipality)
    page = Paginator(with_jobs(filters.narrow(seen)), REPORTS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "municipality": municipality,
        "page": page,
        "filters": filters,
        "lines": lines(page.object_list, signed_in(request)),
        "works_here": municipality.pk in access_of(request.user).staff,
    }
    return render(request, "reports/reports.html", context)


@require_safe
@login_required
def report(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """One report. htmx asks for the part that changes, and gets no content while it has not."""
    line = found_line(request, code, reference)
    context: dict[str, Any] = {"municipality": line.report.municipality, "line": line}
    asks = "HX-Request" in request.headers
    if asks and request.GET.get("seen") == line.signature:
        return HttpResponse(status=204)
    if not asks:
        context |= _around(line.report, signed_in(request))
    response = render(request, "reports/_progress.html" if asks else "reports/report.html", context)
    patch_vary_headers(response, ["HX-Request"])
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _around(found: Report, user: User) -> dict[str, Any]:
    """What the report is about, and what stands around it: None where that is closed to the user."""
    decision = _told(found.decision, user)
    return {
        "scope_text": _scope_words(found),
        "decision": decision,
        "decision_text": decision_words(decision) if decision else "",
        "previous": _told(found.previous, user),
        "corrected": _told(found.corrects, user),
        "next_version": _told(found.replaced_by, user),
    }


def _told(one: Told | None, user: User) -> Told | None:
    return one if one is not None and one.is_for(user) else None


def _scope_words(found: Report) -> str:
    query = Composition.read(found.composition).scope
    return scope_of(found.municipality, query, found.as_of, found.known_on).words


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
    if line.job is None or not jobs.try_again(line.job, by=signed_in(request)):
        messages.info(request, _("There is nothing to try again: the report is made or under way."))
    return redirect(line.report)


@require_POST
@login_required
def cancel(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    line = changeable_line(request, code, reference)
    if line.job is None or not jobs.ask_to_stop(line.job, by=signed_in(request)):
        messages.info(request, _("There is nothing to stop: the making of the report has ended."))
    return redirect(line.report)
