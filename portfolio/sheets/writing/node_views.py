"""Downloads of the pages of what initiatives hang on, and of the year. Each finds its row as its page does."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from initiatives.models import Initiative, Method, Objective, TargetGroup
from organisation.models import Body, Municipality
from portfolio.dashboards.bodies import DECIDES, front_asked, part_in, viewpoint_asked
from portfolio.dashboards.calendars import shown_year
from portfolio.dashboards.nodes import for_target_group, under_objective, using_method
from portfolio.dashboards.reading import reader_of
from portfolio.overview.listing import Asked, listing
from portfolio.overview.strategy_maps import strategy_maps
from portfolio.sheets.writing import books
from portfolio.sheets.writing.shown_committee import of_front
from portfolio.sheets.writing.views import ALL, answer, dated, day_of, municipality_of


@require_safe
@login_required
def strategy_map(request: HttpRequest, code: str) -> FileResponse:
    municipality = municipality_of(request, code)
    asked = day_of(request)
    maps = strategy_maps(reader_of(request), municipality, asked.as_of_day, known_on=asked.known_until)
    return answer(request, books.of_maps(dated(request, municipality, asked), maps))


@require_safe
@login_required
def year(request: HttpRequest, code: str) -> FileResponse:
    municipality, user = municipality_of(request, code), reader_of(request)
    shown, found = shown_year(request, municipality)
    return answer(request, books.of_year(books.Reader(user, municipality), shown, found.occasions, found.undated))


@require_safe
@login_required
def objective(request: HttpRequest, code: str, reference: str) -> FileResponse:
    objectives = Objective.objects.visible_to(request.user).select_related("municipality", "strategy")
    found = get_object_or_404(objectives, municipality__code=code, reference=reference)
    # Its own words begin with what it is: "pejlemærke 8".
    return _listed(request, found.municipality, under_objective(found), str(found), f"maal-{reference}")


@require_safe
@login_required
def target_group(request: HttpRequest, code: str, reference: str) -> FileResponse:
    groups = TargetGroup.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(groups, municipality__code=code, reference=reference)
    words = _("target group: %(value)s") % {"value": found}
    return _listed(request, found.municipality, for_target_group(found), words, f"maalgruppe-{reference}")


@require_safe
@login_required
def method(request: HttpRequest, code: str, reference: str) -> FileResponse:
    municipality = municipality_of(request, code)
    found = get_object_or_404(Method.objects.visible_to(request.user), reference=reference)
    words = _("method: %(value)s") % {"value": found}
    return _listed(request, municipality, using_method(found, municipality), words, f"metode-{reference}")


@require_safe
@login_required
def body(request: HttpRequest, code: str, reference: str) -> FileResponse:
    municipality = municipality_of(request, code)
    seen = Body.objects.visible_to(request.user).filter(
        Q(municipality=municipality) | Q(municipality=None), reference=reference
    )
    found = seen.filter(municipality=municipality).first() or get_object_or_404(seen)
    if found.kind in DECIDES:
        return _front(request, municipality, found)
    words = _("has a part in it: %(value)s") % {"value": found}
    return _listed(request, municipality, part_in(municipality, found), words, f"organisation-{reference}")


def _front(request: HttpRequest, municipality: Municipality, committee: Body) -> FileResponse:
    asked = day_of(request)
    viewpoint = viewpoint_asked(request, municipality, asked)
    shown = front_asked(request, viewpoint, committee)
    source = _("Live figures") if shown.paper is None else ", ".join((shown.paper.title, *shown.paper.facts))
    facts = [
        (_("Where the figures are from"), source),
        (_("The report is about:").rstrip(":"), shown.paper.about if shown.paper else ""),
        (_("Next meeting:").rstrip(":"), shown.next_meeting_text),
        (_("Remark"), " ".join(part for part in (shown.scope_text, asked.known_text) if part)),
    ]
    book = of_front(books.Reader(reader_of(request), municipality), committee, shown.page, facts)
    return answer(request, book)


def _listed(
    request: HttpRequest, municipality: Municipality, chosen: QuerySet[Initiative], filters: str, name: str
) -> FileResponse:
    asked = day_of(request)
    all_of_it = Asked(on_a_page=ALL, known_on=asked.known_until)
    chosen = chosen.known_by(asked.known_until)  # type: ignore[attr-defined]
    shown = listing(reader_of(request), municipality, chosen, asked.as_of_day, all_of_it)
    title = _("Initiatives: %(filter)s") % {"filter": filters}
    narrowed = books.Narrowed(filters, title=title, name=name)
    return answer(request, books.of_portfolio(dated(request, municipality, asked), shown, chosen, narrowed))
