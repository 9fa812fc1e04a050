"""The pages by which a draft is composed: what it is about, what is written for it, and how it will look."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from csp.decorators import csp_update
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisation import writing
from organisation.access import access_of
from organisation.models import AgendaTemplate, Body, Municipality
from organisation.printing import format_date
from portfolio import overview
from portfolio.dashboards.reading import key_of
from portfolio.reports import earlier
from portfolio.reports.composition import Composition
from portfolio.reports.forms import ChoicesForm, TextsForm
from portfolio.reports.forms.texts import with_answers_of, with_sentences
from portfolio.reports.lines import ReportLine, changeable_line, found_report, signed_in
from portfolio.reports.models import Report, SavedComposition
from portfolio.reports.ordering import begin, usual_composition
from portfolio.reports.printed import HoldsNoPages, printed
from portfolio.reports.scope import scope_of
from portfolio.reports.snapshot import freeze


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new(request: HttpRequest, code: str) -> HttpResponse:
    """Begins a draft: from nothing, from a kept composition, or as an earlier report was."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    if municipality.pk not in access_of(request.user).staff:
        raise PermissionDenied
    composition, usual = _starting_point(request.GET, municipality)
    data = request.POST if request.method == "POST" else None
    form = ChoicesForm(data, municipality=municipality, composition=composition, usual=usual)
    if data is not None and form.is_valid():
        report = begin(form.beginning(signed_in(request), get_language() or "da"))
        return redirect("report-texts", code, report.reference)
    context = {
        "municipality": municipality,
        "form": form,
        "starts": _starts(request, municipality),
        "start": request.GET.get("start", ""),
        "known_orders": AgendaTemplate.choices if municipality.pk in access_of(request.user).administered else (),
    }
    return render(request, "reports/new.html", context, status=400 if form.errors else 200)


def _starting_point(query: QueryDict, municipality: Municipality) -> tuple[Composition, dict[str, Any]]:
    """The composition to begin with, and the columns that go with it. Filters in the address are the scope."""
    kind, _mark, which = query.get("start", "").partition(":")
    usual: dict[str, Any] = {}
    composition = usual_composition(municipality)
    found: SavedComposition | Report | None = None
    if kind == "kept":
        found = SavedComposition.objects.filter(municipality=municipality, pk=key_of(which)).first()
    elif kind == "as":
        found = Report.objects.filter(municipality=municipality, reference=which).defer("snapshot").first()
    if found is not None:
        composition = Composition.read(found.composition).without_answers()
        usual = {"committee": _meeting_now(found.committee), "case_kind": found.case_kind, "is_closed": found.is_closed}
    if isinstance(found, Report):
        usual["case_number"] = found.case_number
    scope = QueryDict(mutable=True)
    for name in query.keys() - {"start"}:
        scope[name] = query.get(name, "")
    asked = scope_of(municipality, scope.urlencode(), timezone.localdate()).query
    return (composition if not asked else _with_scope(composition, asked)), usual


def _meeting_now(committee: Body | None) -> Body | None:
    """The committee, or the one that has taken over from it, however many terms later; None where nobody has."""
    passed: set[int] = set()
    while committee and committee.pk not in passed and not Body.objects.choosable().filter(pk=committee.pk).exists():
        passed.add(committee.pk)
        committee = committee.successor
    return committee


def _with_scope(composition: Composition, scope: str) -> Composition:
    return Composition.read({**composition.kept(), "scope": scope})


def _starts(request: HttpRequest, municipality: Municipality) -> list[tuple[str, str]]:
    """What one may begin with: kept compositions, then the latest reports."""
    kept = SavedComposition.objects.visible_to(request.user).filter(municipality=municipality)
    reports = Report.objects.visible_to(request.user).filter(municipality=municipality).defer("snapshot")[:10]
    return [
        *((f"kept:{one.pk}", _("Template: %(name)s") % {"name": one.name}) for one in kept),
        *((f"as:{one.reference}", f"{one.title}, {format_date(one.as_of)}") for one in reports),
    ]


def composable_line(request: HttpRequest, code: str, reference: str) -> ReportLine:
    """A draft that the user may change, and that no worker is making just now."""
    line = changeable_line(request, code, reference)
    if not line.may_compose:
        raise PermissionDenied(_("The report is frozen or being made, and cannot be changed."))
    return line


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def choices(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """What the draft is about."""
    line = composable_line(request, code, reference)
    report = line.report
    data = request.POST if request.method == "POST" else None
    form = ChoicesForm(
        data, municipality=report.municipality, composition=Composition.read(report.composition), report=report
    )
    if data is not None and form.is_valid():
        for name, value in form.columns().items():
            setattr(report, name, value)
        report.composition = form.composed().kept()
        strategy = scope_of(report.municipality, form.composed().scope, report.as_of).strategy
        if strategy != report.strategy:
            report.strategy, report.is_fictional = strategy, bool(strategy and strategy.is_fictional)
        earlier.renew_previous(report)
        if _saved(request, form, report):
            return redirect(report)
    context = {"municipality": report.municipality, "line": line, "form": form}
    return render(request, "reports/choices.html", context, status=400 if form.errors else 200)


def _saved(request: HttpRequest, form: Any, report: Report) -> bool:
    try:
        writing.save(report, by=signed_in(request))
    except ValidationError as error:
        form.add_error(None, " ".join(error.messages))
        return False
    messages.success(request, _("The draft is saved."))
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def texts(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """What is written for the draft, with last period's answers beside the fields."""
    line = composable_line(request, code, reference)
    report, data = line.report, request.POST if request.method == "POST" else None
    earlier.renew_previous(report)
    last = Composition.read(report.previous.composition) if report.previous else Composition()
    composition, off_course = Composition.read(report.composition), _off_course(report)
    given: Mapping[str, Any] = {
        "report": report,
        "last": last,
        "off_course": off_course,
        "decided": earlier.decided_before(report),
    }
    form = TextsForm(data, composition=composition, **given)
    if data is not None and form.is_valid():
        added = with_sentences(form.composed(), data.getlist("sentence"))
        report.composition = (with_answers_of(added, last) if "reuse" in data else added).kept()
        if _saved(request, form, report):
            stays = "add" in data or "reuse" in data
            return redirect("report-texts" if stays else "report", code, reference)
    context = {"municipality": report.municipality, "line": line, "form": form, "last": last}
    return render(request, "reports/texts.html", context, status=400 if form.problems else 200)


def _off_course(report: Report) -> tuple[overview.shapes.DeviationShown, ...]:
    query = Composition.read(report.composition).scope
    scope = scope_of(report.municipality, query, report.as_of, report.known_on)
    question = overview.ReportQuestion(initiatives=scope.initiatives, known_on=report.known_on)
    with translation.override(report.language):
        return overview.report_deviations(report.municipality, scope.strategy, report.as_of, question)


# The logo on the front stands in the page itself, as in the PDF.
@csp_update({"img-src": ["data:"]})  # type: ignore[arg-type]  # the library thinks of views without arguments
@require_safe
@login_required
def preview(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """The pages as they will be printed, or as they were: the same HTML as in the PDF."""
    report = found_report(request, code, reference)
    snapshot = report.snapshot if not report.is_draft else _as_if_frozen(report)
    try:
        pages = printed(snapshot)
    except HoldsNoPages as error:
        raise Http404 from error
    context = {"municipality": report.municipality, "report": report, "pages": pages}
    response = render(request, "reports/preview.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _as_if_frozen(report: Report) -> str:
    earlier.renew_previous(report)
    today = datetime.datetime.combine(timezone.localdate(), datetime.time(12))
    return freeze(report, timezone.make_aware(today)).text
