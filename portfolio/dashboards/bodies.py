"""The front page of a committee, and the page of any other body."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from initiatives.models import Initiative, Involvement
from organisation.access import access_of
from organisation.models import Body, BodyKind, Municipality
from organisation.printing import format_date
from organisation.terms import term_of
from portfolio.dashboards.asking import DayForm
from portfolio.dashboards.moved import leading_on
from portfolio.dashboards.reading import page_of, page_problem, reader_of
from portfolio.overview.bodies import answers_of
from portfolio.overview.committees import Scope, scope_of, standings
from portfolio.overview.listing import listing
from portfolio.overview.shapes.facts import Link
from portfolio.overview.shapes.front import FrontPage
from portfolio.overview.standings import Standing, front_page
from portfolio.overview.viewpoint import Viewpoint
from portfolio.reports.decided_since import decided_since
from portfolio.reports.frozen_figures import (
    Content,
    Paper,
    agenda,
    content_of,
    frozen_standing,
    last_two,
    paper_of,
)
from portfolio.reports.meetings import last_and_next, meeting_days
from portfolio.reports.models import Report

DECIDES = (BodyKind.COUNCIL, BodyKind.COMMITTEE, BodyKind.SETTLEMENT_PARTIES, BodyKind.ADVISORY_COUNCIL)


@dataclass(frozen=True)
class Shown:
    """A committee's front page with where its figures come from; `paper` is None where they are live."""

    page: FrontPage
    paper: Paper | None
    has_frozen: bool
    scope_text: str
    next_meeting_text: str

    @property
    def is_live(self) -> bool:
        return self.paper is None


@require_safe
@login_required
@leading_on(Body)
def body(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    bodies = Body.objects.visible_to(request.user).select_related("municipality", "parent", "successor")
    seen = bodies.filter(Q(municipality=municipality) | Q(municipality=None), reference=reference)
    found = seen.filter(municipality=municipality).first() or get_object_or_404(seen)
    asking = DayForm(request.GET, timezone.localdate())
    viewpoint = viewpoint_asked(request, municipality, asking)
    context = {"municipality": municipality, "body": found, "asking": asking}
    if found.kind in DECIDES:
        states = municipality.pk in access_of(request.user).financed
        shown_as = urlencode({"live": 1}) if "live" in request.GET else asking.kept.urlencode()
        shown = front_asked(request, viewpoint, found)
        answers = answers_of(shown.paper.seen_by(viewpoint) if shown.paper else viewpoint, found)
        context |= {"shown": shown, "answers": answers, "states_budgets": states, "address": shown_as}
        return render(request, "dashboards/committee.html", context | _chain(request, found))
    chosen = part_in(municipality, found)
    listed = listing(viewpoint.user, municipality, chosen, viewpoint.as_of, asking.asked_page(page_of(request)))
    context |= {
        "answers": answers_of(viewpoint, found),
        "listing": listed,
        "page_problem": page_problem(request, listed.page, listed.pages),
        "address": asking.kept.urlencode(),
    }
    return render(request, "dashboards/body.html", context | _chain(request, found))


def viewpoint_asked(request: HttpRequest, municipality: Municipality, asking: DayForm) -> Viewpoint:
    day, keeps_day = asking.as_of_day, asking.is_of_another_day
    return Viewpoint(reader_of(request), municipality, day, keeps_day=keeps_day, known_on=asking.known_until)


def front_asked(request: HttpRequest, viewpoint: Viewpoint, committee: Body) -> Shown:
    """Live where the address asks for it, or for another day than today."""
    return _front(viewpoint, committee, is_live="live" in request.GET or viewpoint.keeps_day)


def _chain(request: HttpRequest, body: Body) -> dict[str, object]:
    """Whom it took over from and who took over, and the council term that its days are those of."""
    before = Body.objects.visible_to(request.user).filter(successor=body).order_by("-valid_to", "sort_key", "pk")
    return {"predecessors": list(before), "term": term_of(body)}


def _front(viewpoint: Viewpoint, committee: Body, *, is_live: bool) -> Shown:
    """Frozen where a report is there, so that page and paper agree; live on request, marked, and before the first."""
    user, today = viewpoint.user, timezone.localdate()
    reports = last_two(user, committee)
    is_live = is_live or not reports
    scope = scope_of(user, committee)
    meetings = meeting_days(user, committee)
    before, _next = last_and_next(meetings, viewpoint.as_of)
    _last, coming = last_and_next(meetings, today)
    read = [] if is_live else [content_of(report) for report in reports]
    now, earlier = _live(viewpoint, scope, before) if is_live else _frozen(reports, read)
    last = before if is_live else earlier.as_of if earlier else None
    decided_from = last if is_live else last or now.as_of
    frozen = None if is_live else reports[0]
    now = dataclasses.replace(now, agenda=agenda(user, committee, viewpoint.as_of, viewpoint.known_on))
    if earlier is not None and last is not None:
        earlier = dataclasses.replace(earlier, agenda=agenda(user, committee, last, viewpoint.known_on))
    return Shown(
        page=front_page(
            now,
            earlier,
            _whole_list(viewpoint, scope.query) if is_live else None,
            None if decided_from is None else decided_since(viewpoint, scope, decided_from, frozen),
        ),
        paper=None if is_live else paper_of(reports[0], read[0], user),
        has_frozen=bool(reports),
        scope_text="" if scope.query else _("No strategy names the body: all initiatives are shown."),
        next_meeting_text=format_date(coming) if coming else _("not known"),
    )


def _whole_list(viewpoint: Viewpoint, query: str) -> Link:
    address = f"{reverse('portfolio', args=[viewpoint.municipality.code])}{query}"
    return Link(_("The whole list"), viewpoint.going_on(address))


def _live(viewpoint: Viewpoint, scope: Scope, since: datetime.date | None) -> tuple[Standing, Standing | None]:
    days = [viewpoint.as_of] if since is None else [since, viewpoint.as_of]
    found = standings(viewpoint, scope, days)
    return found[-1], found[0] if since is not None else None


def _frozen(reports: list[Report], read: list[Content]) -> tuple[Standing, Standing | None]:
    found = [frozen_standing(report, snapshot) for report, snapshot in zip(reports, read, strict=True)]
    return found[0], found[1] if len(found) > 1 else None


def part_in(municipality: Municipality, body: Body) -> QuerySet[Initiative]:
    """Of a department or partner: what it, one that it took over from or a body below it has a part in."""
    everything = Body.objects.all()
    below = (
        everything.with_everything_below([body.pk], with_predecessors=True)
        if body.municipality_id
        else frozenset([body.pk])
    )
    involved = Involvement.objects.filter(municipality=municipality, body__in=below)
    return Initiative.objects.filter(pk__in=involved.values("initiative"))
