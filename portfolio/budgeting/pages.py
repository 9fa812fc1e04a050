"""The pages of a budget: what became of it, what a line is made of, and who draws on a source of money."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from budgets.models import BudgetLine, FundingSource
from initiatives.models import Initiative, Strategy
from organisation.access import access_of
from organisation.models import Municipality
from portfolio.budgeting.asking import QuestionForm
from portfolio.dashboards.asking import DayForm
from portfolio.dashboards.notes import SourceNotes
from portfolio.dashboards.reading import reader_of
from portfolio.overview.budget_doors import funding_overview
from portfolio.overview.budget_page import budget_page, line_page
from portfolio.overview.doors import initiatives_of


@require_safe
@login_required
def budget(request: HttpRequest, code: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    if "" in request.GET.values():
        # A form sends its empty fields too; the address that one keeps and shares says only what is chosen.
        return redirect(without_blanks(request))
    asking = QuestionForm(request.GET, timezone.localdate())
    part, chosen = part_of(request, municipality)
    page = budget_page(reader_of(request), municipality, asking.question, chosen)
    asking.offer_years(page.follow_up.years, page.follow_up.year)
    context = {
        "municipality": municipality,
        "asking": asking,
        "part": part,
        "page": page,
        "enters": municipality.pk in access_of(request.user).financed,
        "notes": SourceNotes(),
    }
    return render(request, "budgeting/budget.html", context)


def part_of(
    request: HttpRequest, municipality: Municipality
) -> tuple[Strategy | Initiative | None, QuerySet[Initiative] | None]:
    """What the address narrows the page to. 404 for what the reader does not see."""
    if reference := request.GET.get("strategy"):
        strategies = Strategy.objects.visible_to(request.user).filter(municipality=municipality)
        strategy = get_object_or_404(strategies, reference=reference)
        return strategy, initiatives_of(strategy)
    if reference := request.GET.get("initiative"):
        initiatives = Initiative.objects.visible_to(request.user).filter(municipality=municipality)
        initiative = get_object_or_404(initiatives, reference=reference)
        return initiative, Initiative.objects.filter(pk=initiative.pk)
    return None, None


def without_blanks(request: HttpRequest) -> str:
    kept = request.GET.copy()
    for name in [name for name, value in request.GET.items() if not value]:
        del kept[name]
    return f"{request.path}?{kept.urlencode()}" if kept else request.path


@require_safe
@login_required
def line(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    lines = BudgetLine.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(lines, municipality__code=code, reference=reference)
    if "" in request.GET.values():
        return redirect(without_blanks(request))
    asking = QuestionForm(request.GET, timezone.localdate(), is_of_one_line=True)
    context = {
        "municipality": found.municipality,
        "asking": asking,
        "line_pk": found.pk if found.municipality_id in access_of(request.user).financed else None,
        "line": line_page(reader_of(request), found, asking.question),
        "holds": not found.is_fictional,
        "notes": SourceNotes(),
    }
    return render(request, "budgeting/line.html", context)


@require_safe
@login_required
def source(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """A source of the municipality's own: what its lines draw on it."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    return source_page(request, municipality, reference, municipality)


@require_safe
@login_required
def national_source(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """A source that all municipalities draw on: what the lines of this one do. Its reference may be one's own too."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    return source_page(request, municipality, reference, None)


def source_page(
    request: HttpRequest, municipality: Municipality, reference: str, home: Municipality | None
) -> HttpResponse:
    sources = FundingSource.objects.visible_to(request.user)
    found = get_object_or_404(sources, reference=reference, municipality=home)
    asking = DayForm(request.GET, timezone.localdate())
    day, keeps_day = asking.as_of_day, asking.is_of_another_day
    shown = funding_overview(
        reader_of(request), found, municipality, day, keeps_day=keeps_day, known_on=asking.known_until
    )
    context = {
        "municipality": municipality,
        "asking": asking,
        "source": shown,
        "holds": not found.is_fictional,
        "notes": SourceNotes(),
    }
    return render(request, "budgeting/source.html", context)
