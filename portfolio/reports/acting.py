"""What is done to a report besides composing it: freeze, approve, send, correct, keep, throw away, decide."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import normalize_newlines
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from organisation import writing
from organisation.administration.reasons import refuse_cpr, refuse_cpr_in, refuse_long
from organisation.administration.refusing import page_again
from organisation.administration.undoing import tell_where_undone
from organisation.printing import format_number
from portfolio.reports.composition import Composition
from portfolio.reports.deciding import Decided, decide
from portfolio.reports.forms import DecisionForm
from portfolio.reports.forms.texts import LONGEST
from portfolio.reports.lines import ReportLine, changeable_line, found_line, signed_in
from portfolio.reports.models import SavedComposition
from portfolio.reports.ordering import correct, make

Act = Callable[[HttpRequest, ReportLine], HttpResponse]


@require_POST
@login_required
def act(request: HttpRequest, code: str, reference: str, act: str) -> HttpResponse:
    """Does it, or says why not; either way the answer is a page that shows how things stand."""
    line, chosen = found_line(request, code, reference), ACTS.get(act)
    if chosen is None:
        raise Http404
    try:
        return chosen(request, line)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return page_again(request, line.report.get_absolute_url())


def _freeze(request: HttpRequest, line: ReportLine) -> HttpResponse:
    _may(line.may_change)
    return redirect(make(line.report, by=signed_in(request)).report)


def _approve(request: HttpRequest, line: ReportLine) -> HttpResponse:
    # Who approves at all is told why this one cannot be; the others may not.
    _may(line.report.municipality_id in signed_in(request).access.approves)
    line.report.approve(by=signed_in(request))
    messages.success(request, _("The report is approved."))
    return redirect(line.report)


def _send(request: HttpRequest, line: ReportLine) -> HttpResponse:
    _may(line.may_change)
    to = request.POST.get("to", "")
    refuse_long(_("What stands in “Sent to”"), to, 200)
    refuse_cpr_in(to)
    line.report.send(by=signed_in(request), to=to)
    messages.success(request, _("It is noted that the report is sent."))
    return redirect(line.report)


def _correct(request: HttpRequest, line: ReportLine) -> HttpResponse:
    _may(line.may_change)
    reason = normalize_newlines(request.POST.get("reason", "")).strip()
    if len(reason) > LONGEST:
        said = {"n": format_number(len(reason)), "most": format_number(LONGEST)}
        raise ValidationError(_("The reason is %(n)s characters long, and may be %(most)s. Shorten it.") % said)
    refuse_cpr(reason)
    version = correct(line.report, by=signed_in(request), reason=reason)
    messages.success(request, _("This is the draft of the corrected version. The issued one stands until then."))
    return redirect(version)


def _keep(request: HttpRequest, line: ReportLine) -> HttpResponse:
    _may(line.report.municipality_id in signed_in(request).access.staff)
    report, name = line.report, request.POST.get("name", "").strip()
    if not name:
        raise ValidationError(_("Give the template a name."))
    refuse_long(_("The name of the template"), name, 100)
    refuse_cpr_in(name)
    kept = SavedComposition(
        municipality=report.municipality,
        name=name,
        committee=report.committee,
        case_kind=report.case_kind,
        is_closed=report.is_closed,
        composition=Composition.read(report.composition).without_answers().kept(),
    )
    writing.save(kept, by=signed_in(request))
    messages.success(request, _("The template “%(name)s” is kept; new reports can begin with it.") % {"name": name})
    return redirect(report)


def _discard(request: HttpRequest, line: ReportLine) -> HttpResponse:
    _may(line.may_change)
    if not line.may_compose:
        raise ValidationError(_("Only a draft that is not being made can be thrown away."))
    writing.delete_many([line.report], by=signed_in(request), reason=_("The draft was thrown away"))
    messages.success(request, _("The draft is thrown away."))
    tell_where_undone(request, line.report)
    return redirect("reports", line.report.municipality.code)


ACTS: dict[str, Act] = {
    "laas": _freeze,
    "godkend": _approve,
    "send": _send,
    "ret": _correct,
    "gem": _keep,
    "kasser": _discard,
}


def _may(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def decision(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """After the meeting: what was decided."""
    line = changeable_line(request, code, reference)
    _may(line.may_decide)
    data = request.POST if request.method == "POST" else None
    form = DecisionForm(data, report=line.report)
    if data is not None and form.is_valid():
        said = form.cleaned_data
        decided = Decided(said["decided_on"], said["outcome"], said["outcome_text"], said["sent_on_to"])
        try:
            decide(line.report, decided, by=signed_in(request))
        except ValidationError as error:
            form.add_error(None, " ".join(error.messages))
        else:
            messages.success(request, _("The decision is entered. It stands at each initiative of the report."))
            return redirect(line.report)
    context = {"municipality": line.report.municipality, "line": line, "form": form}
    return render(request, "reports/decision.html", context, status=400 if form.errors else 200)
