"""The pages where many amounts are typed. Whoever may change the municipality's budget finds them; others do not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from budgets.entering import Outcome, RoundTerms, Terms
from budgets.models import BudgetLine
from initiatives.models import Event
from organisation.access import access_of
from organisation.models import Body, Municipality, User
from organisation.units import Unit
from portfolio.budgeting import entry_grid, round_grid, stated_grid
from portfolio.budgeting.entry_grid import EntryGrid
from portfolio.budgeting.forms import (
    EntryChoices,
    EntrySavingForm,
    RevisedChoices,
    RevisedSavingForm,
    RoundChoices,
    RoundSavingForm,
)
from portfolio.budgeting.round_grid import RoundGrid
from portfolio.budgeting.stated_grid import StatedGrid
from portfolio.dashboards.reading import reader_of
from portfolio.overview.printed_totals import printed_totals

# As many as one types and reads through at a time; a form may send far more.
LINES_ON_A_PAGE = 100


def financed(request: HttpRequest, code: str) -> Municipality:
    """404 for those who do not see the municipality, 403 for those who may not change its budget."""
    found = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    if found.pk not in access_of(request.user).financed:
        raise PermissionDenied
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def entries(request: HttpRequest, code: str) -> HttpResponse:
    municipality, user, today = financed(request, code), reader_of(request), timezone.localdate()
    choices = EntryChoices(request.GET, entry_grid.usual_choices(municipality, today.year))
    events = Event.objects.visible_to(user).filter(municipality=municipality).decisions().order_by("-effective_start")
    saving = EntrySavingForm(request.POST or None, events)
    context: dict[str, Any] = {"municipality": municipality, "choices": choices, "saving": saving}
    if not choices.is_valid():
        return render(request, "budgeting/entries.html", context)
    page = page_of(request, lines_to_enter(user, municipality))
    typed = typed_in(request)
    said = choices.cleaned_data
    grid = EntryGrid(
        lines=list(page.object_list),
        first_year=said["year"],
        terms=entry_terms(said, saving),
        printed=printed_totals(user, municipality, today),
        data=typed,
    )
    shown = grid.grid()
    if typed is not None and saving.is_valid():
        done = entry_grid.save(
            grid, by=user, reason=saving.cleaned_data["reason"], is_posted=saving.cleaned_data["is_posted"]
        )
        if done is not None:
            return saved(request, done)
    context |= {"page": page, "grid": shown, "address": address(request)}
    return render(request, "budgeting/entries.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def follow_up(request: HttpRequest, code: str) -> HttpResponse:
    municipality, user, today = financed(request, code), reader_of(request), timezone.localdate()
    bodies = round_grid.departments(user, municipality)
    choices = RoundChoices(
        request.GET,
        round_grid.usual_choices(municipality, today),
        [(body.reference, str(body)) for body in bodies],
    )
    saving = RoundSavingForm(request.POST or None)
    context: dict[str, Any] = {"municipality": municipality, "choices": choices, "saving": saving}
    if not choices.is_valid():
        return render(request, "budgeting/follow_up.html", context)
    said = choices.cleaned_data
    lines = round_grid.lines_of(lines_to_enter(user, municipality), chosen(bodies, said["department"]))
    page, typed = page_of(request, lines), typed_in(request)
    grid = RoundGrid(list(page.object_list), round_terms(said, saving), typed)
    shown = grid.grid()
    if typed is not None and saving.is_valid():
        done = round_grid.save(
            grid, by=user, reason=saving.cleaned_data["reason"], is_posted=saving.cleaned_data["is_posted"]
        )
        if done is not None:
            return saved(request, done)
    answers = round_grid.answers(lines, grid.terms, on_a_page=LINES_ON_A_PAGE)
    context |= {"page": page, "grid": shown, "address": address(request), "answers": answers}
    return render(request, "budgeting/follow_up.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def revised(request: HttpRequest, code: str) -> HttpResponse:
    """Revised budgets that are stated before their decisions are recorded."""
    municipality, user, today = financed(request, code), reader_of(request), timezone.localdate()
    choices = RevisedChoices(request.GET, stated_grid.usual_choices(municipality, today))
    saving = RevisedSavingForm(request.POST or None)
    context: dict[str, Any] = {"municipality": municipality, "choices": choices, "saving": saving}
    if not choices.is_valid():
        return render(request, "budgeting/revised.html", context)
    said, page, typed = choices.cleaned_data, page_of(request, lines_to_enter(user, municipality)), typed_in(request)
    grid = StatedGrid(list(page.object_list), said["year"], said["as_of"], Unit(said["unit"]), typed)
    shown = grid.grid()
    if typed is not None and saving.is_valid():
        written = stated_grid.save(grid, by=user, reason=saving.cleaned_data["reason"])
        if written is not None:
            return saved(request, Outcome(drafted=written, corrected=0, removed=0))
    context |= {"page": page, "grid": shown, "address": address(request)}
    return render(request, "budgeting/revised.html", context)


def lines_to_enter(user: User, municipality: Municipality) -> Any:
    lines = BudgetLine.objects.editable_by(user).filter(municipality=municipality)
    return lines.order_by("position", "sort_key", "pk")


def page_of(request: HttpRequest, lines: Any) -> Page[BudgetLine]:
    return Paginator(lines, LINES_ON_A_PAGE).get_page(request.GET.get("page"))


def typed_in(request: HttpRequest) -> Mapping[str, str] | None:
    return request.POST.dict() if request.method == "POST" else None


def chosen(bodies: list[Body], reference: str) -> Body | None:
    return next((body for body in bodies if body.reference == reference), None)


def entry_terms(said: Mapping[str, Any], saving: EntrySavingForm) -> Terms:
    typed = saving.cleaned_data if saving.is_valid() else {}
    return Terms(
        decision=said["decision"],
        price_level=said["price_level"],
        unit=Unit(said["unit"]),
        effective_text=typed.get("effective", ""),
        event=typed.get("event"),
    )


def round_terms(said: Mapping[str, Any], saving: RoundSavingForm) -> RoundTerms:
    return RoundTerms(
        name=said["round"],
        year=said["year"],
        as_of=said["as_of"],
        unit=Unit(said["unit"]),
        price_level=said["price_level"],
        up_to=said["up_to"],
        is_final=saving.is_valid() and saving.cleaned_data["is_final"],
    )


def address(request: HttpRequest) -> str:
    """The query string without the page."""
    kept = request.GET.copy()
    kept.pop("page", None)
    return kept.urlencode()


def saved(request: HttpRequest, done: Outcome) -> HttpResponse:
    messages.success(request, said_of(done))
    return redirect(request.get_full_path())


def said_of(done: Outcome) -> str:
    posted = ngettext("%(number)d draft is posted", "%(number)d drafts are posted", done.posted)
    said_of_drafts = posted % {"number": done.posted}
    if not done.changed:
        return f"{said_of_drafts}." if done.posted else _("Nothing was changed.")
    cells = ngettext("%(number)d amount is saved", "%(number)d amounts are saved", done.changed)
    words = cells % {"number": done.changed}
    if done.corrected:
        words += _(", of them %(number)d posted figures that were corrected") % {"number": done.corrected}
    return f"{words}; {said_of_drafts}." if done.posted else f"{words}."
