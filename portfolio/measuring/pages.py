"""The page where a survey is entered. Whoever may enter values of one of the municipality's indicators finds it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from indicators import entering
from indicators.entering import Plan
from indicators.models import Indicator
from organisation.access import access_of
from organisation.cpr import holds_cpr
from organisation.models import Municipality, User
from portfolio.dashboards.reading import reader_of
from portfolio.measuring.forms import SurveyChoices, SurveyForm
from portfolio.measuring.grid import SurveyGrid
from portfolio.measuring.surveys import measured_by
from portfolio.overview import shapes
from portfolio.overview.measuring import preview


@dataclass(frozen=True)
class Check:
    """What the typed values say, and what to look at before they are saved."""

    preview: shapes.SurveyPreview
    doubts: tuple[str, ...]

    @property
    def digest(self) -> str:
        """So that a yes to some questions is no yes to others."""
        return hashlib.sha256("\n".join(self.doubts).encode()).hexdigest()[:16]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def survey(request: HttpRequest, code: str) -> HttpResponse:
    municipality, user = measured(request, code), reader_of(request)
    with transaction.atomic():
        indicators = measured_by(user, municipality)
        choices = SurveyChoices(request.GET, indicators, timezone.localdate())
        context: dict[str, object] = {"municipality": municipality, "choices": choices}
        if not choices.is_valid():
            return render(request, "measuring/survey.html", context)
        return _grid(request, user, choices, context)


def measured(request: HttpRequest, code: str) -> Municipality:
    """404 for those who do not see the municipality, 403 for those who may enter no value in it."""
    found = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    may_make = found.pk in Indicator.objects.addable_in(request.user)
    if not may_make and not Indicator.objects.editable_by(request.user).filter(municipality=found).exists():
        raise PermissionDenied
    return found


def _grid(request: HttpRequest, user: User, choices: SurveyChoices, context: dict[str, object]) -> HttpResponse:
    chosen, said = choices.chosen, choices.cleaned_data
    data = request.POST if request.method == "POST" else None
    if data is not None:
        # In the order of their keys: whoever enters the same indicators waits here.
        list(Indicator.objects.select_for_update().filter(pk__in=[row.pk for row in chosen]).order_by("pk"))
    grid = SurveyGrid(chosen, said["groups"], said["period"], data.dict() if data is not None else None)
    may_approve = {row.municipality_id for row in chosen} <= access_of(user).approves
    form = SurveyForm(data, grid, may_approve=may_approve)
    context |= {"grid": grid, "saving": form, "rows": grid.rows}
    if data is not None and form.is_valid():
        made = grid.plan(form.said(said["period"]), mends_drafts=form.says_another)
        if not grid.wrong:
            answer = _look(request, user, made, form, context)
            if answer is not None:
                return answer
    return render(request, "measuring/survey.html", context)


def _look(
    request: HttpRequest, user: User, made: Plan, form: SurveyForm, context: dict[str, object]
) -> HttpResponse | None:
    """Saves what is asked to be saved when nothing is left to look at; else the check stands in the context."""
    if made.is_empty:
        messages.info(request, _("Nothing was changed."))
        return redirect(request.get_full_path())
    municipality, approves = context["municipality"], form.cleaned_data.get("approves", False)
    if not isinstance(municipality, Municipality):
        raise TypeError("The page is of a municipality.")
    shown = preview(user, municipality, made.rows, timezone.localdate())
    check = Check(shown, tuple(_doubts(shown, made, form)))
    is_answered = request.POST.get("looked_at") == check.digest and "confirmed" in request.POST
    context |= {"check": check, "is_refused": bool(shown.refusal and approves)}
    if request.POST.get("do") != "save" or (check.doubts and not is_answered) or (shown.refusal and approves):
        return None
    try:
        with transaction.atomic():
            entering.carry_out(made, by=user, reason=form.cleaned_data.get("reason", ""), approves=approves)
    except ValidationError as error:
        form.add_error(None, error)
        return None
    messages.success(request, _said(made, approves=approves))
    for line in shown.lines:
        if line.noise_text:
            messages.warning(request, f"{line.figure.name}: {line.noise_text}")
    return redirect(request.get_full_path())


def _doubts(shown: shapes.SurveyPreview, made: Plan, form: SurveyForm) -> list[str]:
    found = [f"{line.figure.name}: {doubt}" for line in shown.lines for doubt in line.doubts]
    texts: Sequence[str] = [*form.texts, *(text for row in made.rows for text in (row.raw, row.subgroup))]
    if any(holds_cpr(text) for text in texts):
        found.append(_("A text holds what looks like a CPR number. Nothing about a single citizen may stand here."))
    return found


def _said(made: Plan, *, approves: bool) -> str:
    number = len(made.rows) + len(made.removed)
    if approves:
        sentence = ngettext("%(number)d value is approved.", "%(number)d values are approved.", number)
    else:
        sentence = ngettext("%(number)d value is saved as a draft.", "%(number)d values are saved as drafts.", number)
    return sentence % {"number": number}
