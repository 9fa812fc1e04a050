"""Downloads. Each finds its row as the page that it belongs to, asks the overview the same, and writes the answer."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from budgets.models import BudgetLine, FundingSource
from indicators.models import Indicator, Instrument
from initiatives.models import Initiative, Strategy
from organisation.access import access_of
from organisation.models import Municipality
from portfolio import overview
from portfolio.budgeting.asking import QuestionForm
from portfolio.budgeting.pages import part_of
from portfolio.dashboards.asking import DayForm, ListForm
from portfolio.dashboards.filters import InitiativeFilter, is_year
from portfolio.dashboards.lists import saved_views
from portfolio.dashboards.moved import leading_on
from portfolio.dashboards.reading import reader_of
from portfolio.overview.budget_doors import funding_overview
from portfolio.overview.budget_page import budget_page, line_page
from portfolio.overview.listing import listing
from portfolio.sheets.writing import books
from portfolio.sheets.writing.files import Format, Written, write
from portfolio.sheets.writing.fill_in import FILL_INS, FillIn, write_form
from portfolio.sheets.writing.lists import LISTS
from portfolio.sheets.writing.tables import Book

# More than any municipality has: the download has no pages.
ALL = 1_000_000
BY_SLUG = {one.slug: one for one in LISTS.values()}


def answer(request: HttpRequest, book: Book) -> FileResponse:
    """The book in the form that the address asks for. 404 for a form or a table that there is not."""
    try:
        form = Format(request.GET.get("format", Format.XLSX.value))
        written = write(book, form, timezone.now(), request.GET.get("table", ""))
    except (ValueError, KeyError) as error:
        raise Http404 from error
    return handed_out(written)


def handed_out(written: Written) -> FileResponse:
    response = FileResponse(written.file, as_attachment=True, filename=written.name, content_type=written.content_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    # What one reader may see is for no other: no shared cache keeps it.
    response.headers["Cache-Control"] = "private, no-store"
    return response


def municipality_of(request: HttpRequest, code: str) -> Municipality:
    return get_object_or_404(Municipality.objects.read_by(request.user), code=code)


def day_of(request: HttpRequest) -> DayForm:
    """As the page that the download belongs to."""
    return DayForm(request.GET, timezone.localdate())


def dated(request: HttpRequest, municipality: Municipality, asked: DayForm) -> books.Reader:
    return books.Reader(reader_of(request), municipality, asked.as_of_day, asked.known_until)


@require_safe
@login_required
def sheets(request: HttpRequest, code: str) -> HttpResponse:
    """All lists of a municipality, with what each holds, and what the reader may fill in."""
    municipality = municipality_of(request, code)
    context = {
        "municipality": municipality,
        "lists": LISTS.values(),
        "fill_ins": [one for one in FILL_INS.values() if may_fill_in(request, one, municipality)],
        "imports": municipality.pk in access_of(request.user).staff,
    }
    return render(request, "sheets/sheets.html", context)


@require_safe
@login_required
def sheet_list(request: HttpRequest, code: str, slug: str) -> FileResponse:
    municipality = municipality_of(request, code)
    if slug not in BY_SLUG:
        raise Http404
    return answer(request, books.of_list(books.Reader(reader_of(request), municipality), BY_SLUG[slug].key))


def may_fill_in(request: HttpRequest, one: FillIn, municipality: Municipality) -> bool:
    access = access_of(request.user)
    return municipality.pk in (access.financed if one.is_of_money else access.staff)


@require_safe
@login_required
def fill_in(request: HttpRequest, code: str, slug: str) -> FileResponse:
    """A workbook to fill in. 403 for those of the municipality who may not send it back."""
    municipality = municipality_of(request, code)
    if slug not in FILL_INS:
        raise Http404
    one = FILL_INS[slug]
    if not may_fill_in(request, one, municipality):
        raise PermissionDenied
    asked = request.GET.get("year", "")
    year = int(asked) if is_year(asked) else timezone.localdate().year + one.years_ahead
    file = BytesIO()
    write_form(file, one, reader_of(request), municipality, year=year)
    file.seek(0)
    name = f"{municipality.code}-{one.slug}-{year}-{timezone.localdate().isoformat()}.xlsx"
    return handed_out(Written(file, name, Format.XLSX.content_type))


@require_safe
@login_required
def portfolio(request: HttpRequest, code: str) -> FileResponse:
    """All initiatives that the page's filters find, on all its pages."""
    municipality = municipality_of(request, code)
    asking = ListForm(request.GET, timezone.localdate())
    filters = InitiativeFilter(
        request.GET, request.user, municipality, asking.as_of_day, asking.kept, known_on=asking.known_until
    )
    user, found = reader_of(request), filters.narrowed
    shown = listing(user, municipality, found, asking.as_of_day, replace(asking.asked(""), on_a_page=ALL))
    narrowed = books.Narrowed(
        filters.summary(shown.count, filters.queryset.count()),
        asking.groups_in_words,
        "; ".join(view.name for view in saved_views(request, municipality) if view.shows(filters.address)),
    )
    return answer(request, books.of_portfolio(dated(request, municipality, asking), shown, found, narrowed))


@require_safe
@login_required
@leading_on(Strategy)
def strategy(request: HttpRequest, code: str, reference: str) -> FileResponse:
    strategies = Strategy.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(strategies, municipality__code=code, reference=reference)
    asked = day_of(request)
    shown = overview.strategy_overview(reader_of(request), found, asked.as_of_day, known_on=asked.known_until)
    return answer(request, books.of_strategy(dated(request, found.municipality, asked), shown))


@require_safe
@login_required
@leading_on(Initiative)
def initiative(request: HttpRequest, code: str, reference: str) -> FileResponse:
    initiatives = Initiative.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(initiatives, municipality__code=code, reference=reference)
    asked = day_of(request)
    shown = overview.initiative_sheet(reader_of(request), found, asked.as_of_day, known_on=asked.known_until)
    return answer(request, books.of_initiative(dated(request, found.municipality, asked), shown))


@require_safe
@login_required
@leading_on(Indicator)
def indicator(request: HttpRequest, code: str, reference: str) -> FileResponse:
    indicators = Indicator.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(indicators, municipality__code=code, reference=reference)
    asked = day_of(request)
    shown = overview.indicator_page(reader_of(request), found, asked.as_of_day, known_on=asked.known_until)
    return answer(request, books.of_indicator(dated(request, found.municipality, asked), shown))


@require_safe
@login_required
@leading_on(Instrument)
def instrument(request: HttpRequest, reference: str) -> FileResponse:
    access = access_of(request.user)
    if not access.members and not access.is_operator:
        raise Http404
    found = get_object_or_404(Instrument.objects.visible_to(request.user), reference=reference)
    asked = day_of(request)
    shown = overview.instrument_page(reader_of(request), found, asked.as_of_day, known_on=asked.known_until)
    return answer(request, books.of_instrument(shown, asked.day_text, asked.known_text))


@require_safe
@login_required
def budget(request: HttpRequest, code: str) -> FileResponse:
    municipality = municipality_of(request, code)
    asking = QuestionForm(request.GET, timezone.localdate())
    part, chosen = part_of(request, municipality)
    page = budget_page(reader_of(request), municipality, asking.question, chosen)
    return answer(request, books.of_budget(books.Reader(reader_of(request), municipality), page, str(part or "")))


@require_safe
@login_required
def line(request: HttpRequest, code: str, reference: str) -> FileResponse:
    lines = BudgetLine.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(lines, municipality__code=code, reference=reference)
    asking = QuestionForm(request.GET, timezone.localdate(), is_of_one_line=True)
    shown = line_page(reader_of(request), found, asking.question)
    return answer(request, books.of_line(books.Reader(reader_of(request), found.municipality), shown))


@require_safe
@login_required
def source(request: HttpRequest, code: str, reference: str) -> FileResponse:
    municipality = municipality_of(request, code)
    return _source(request, municipality, reference, municipality)


@require_safe
@login_required
def national_source(request: HttpRequest, code: str, reference: str) -> FileResponse:
    return _source(request, municipality_of(request, code), reference, None)


def _source(
    request: HttpRequest, municipality: Municipality, reference: str, home: Municipality | None
) -> FileResponse:
    sources = FundingSource.objects.visible_to(request.user)
    found = get_object_or_404(sources, reference=reference, municipality=home)
    asked = day_of(request)
    shown = funding_overview(reader_of(request), found, municipality, asked.as_of_day, known_on=asked.known_until)
    return answer(request, books.of_funding(dated(request, municipality, asked), shown, found.reference))
