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
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from initiatives.models import Initiative, Involvement
from organisation.models import Body, BodyKind, Municipality, User
from organisation.printing import format_date
from portfolio.dashboards.asking import DayForm
from portfolio.dashboards.reading import page_of, reader_of
from portfolio.overview.committees import scope_of, standings
from portfolio.overview.listing import Asked, listing
from portfolio.overview.shapes.facts import Link
from portfolio.overview.shapes.front import FrontPage
from portfolio.overview.standings import Standing, front_page
from portfolio.reports.frozen_figures import frozen_standing, last_two, to_decide
from portfolio.reports.meetings import last_and_next, meeting_days
from portfolio.reports.models import Report

DECIDES = (BodyKind.COUNCIL, BodyKind.COMMITTEE, BodyKind.SETTLEMENT_PARTIES, BodyKind.ADVISORY_COUNCIL)


@dataclass(frozen=True)
class Shown:
    """A committee's front page with where its figures come from."""

    page: FrontPage
    report: Report | None
    has_frozen: bool
    is_live: bool
    scope_text: str
    next_meeting_text: str


@require_safe
@login_required
def body(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    bodies = Body.objects.visible_to(request.user).select_related("municipality", "parent", "successor")
    seen = bodies.filter(Q(municipality=municipality) | Q(municipality=None), reference=reference)
    found = seen.filter(municipality=municipality).first() or get_object_or_404(seen)
    context = {"municipality": municipality, "body": found, "asking": DayForm(request.GET, timezone.localdate())}
    if found.kind in DECIDES:
        return render(request, "dashboards/committee.html", {**context, "shown": _front(request, found)})
    return render(request, "dashboards/body.html", {**context, **_works(request, municipality, found)})


def _front(request: HttpRequest, committee: Body) -> Shown:
    """Frozen where a report is there, so that page and paper agree; live on request, marked, and before the first."""
    user, today = reader_of(request), timezone.localdate()
    reports = last_two(user, committee)
    before, coming = last_and_next(meeting_days(user, committee), today)
    is_live = not reports or "live" in request.GET
    scope = scope_of(user, committee)
    standing, earlier = _live(user, committee, before, today) if is_live else _frozen(reports)
    standing = dataclasses.replace(standing, to_decide=to_decide(user, committee, today))
    link = Link(_("The whole list"), f"{reverse('portfolio', args=[_home(committee).code])}{scope.query}")
    return Shown(
        page=front_page(standing, earlier, link if is_live else None),
        report=None if is_live else reports[0],
        has_frozen=bool(reports),
        is_live=is_live,
        scope_text="" if scope.query else _("No strategy names the body: all initiatives are shown."),
        next_meeting_text=format_date(coming) if coming else _("not known"),
    )


def _home(body: Body) -> Municipality:
    if body.municipality is None:
        raise ValueError("A committee belongs to a municipality.")
    return body.municipality


def _live(
    user: User, committee: Body, since: datetime.date | None, today: datetime.date
) -> tuple[Standing, Standing | None]:
    days = [today] if since is None else [since, today]
    found = standings(user, _home(committee), scope_of(user, committee), days)
    return found[-1], found[0] if since is not None else None


def _frozen(reports: list[Report]) -> tuple[Standing, Standing | None]:
    found = [frozen_standing(report) for report in reports]
    return found[0], found[1] if len(found) > 1 else None


def _works(request: HttpRequest, municipality: Municipality, body: Body) -> dict[str, object]:
    """What a department or partner has a part in, as a list of initiatives."""
    asking = DayForm(request.GET, timezone.localdate())
    part_in = _part_in(municipality, body)
    return {
        "listing": listing(reader_of(request), municipality, part_in, asking.as_of_day, Asked("", page_of(request))),
        "address": asking.kept.urlencode(),
    }


def _part_in(municipality: Municipality, body: Body) -> QuerySet[Initiative]:
    below = Body.objects.all().with_everything_below([body.pk]) if body.municipality_id else frozenset([body.pk])
    involved = Involvement.objects.filter(municipality=municipality, body__in=below)
    return Initiative.objects.filter(pk__in=involved.values("initiative"))
