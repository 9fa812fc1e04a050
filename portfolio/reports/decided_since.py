"""What was decided on what a committee looks at, from one day to another: one list for live and for frozen figures."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.models import Event, EventInitiative, EventKind, Strategy
from organisation.models import Body
from portfolio.overview import words
from portfolio.overview.committees import Scope
from portfolio.overview.shapes.facts import Link
from portfolio.overview.shapes.front import DecidedSince, DecisionMade
from portfolio.overview.viewpoint import Viewpoint
from portfolio.reports.earlier import decision_words
from portfolio.reports.models import Report


def decided_since(viewpoint: Viewpoint, scope: Scope, day: datetime.date, frozen: Report | None = None) -> DecidedSince:
    """From the day, which is that of the meeting, to the viewpoint's. `frozen`: the report whose figures stand beside
    them, so that what it cannot know of is marked.

    What is dated to a month or a year is since then where all of it is; where only some of it is, it is counted, not
    listed. Three queries.
    """
    decisions = list(_decisions(viewpoint, scope, day))
    found = [one for one in decisions if one.effective_start is not None and one.effective_start >= day]
    reports = Report.objects.visible_to(viewpoint.user).filter(decision__in=found).select_related("municipality")
    pages = {one.decision_id: one.get_absolute_url() for one in reports.defer("snapshot").order_by("pk")}
    unclear = [one for one in decisions if one not in found]
    return DecidedSince(
        tuple(_made(viewpoint, one, pages, frozen) for one in found), _unclear(viewpoint, unclear) if unclear else None
    )


def _unclear(viewpoint: Viewpoint, found: Sequence[Event]) -> Link:
    dates = words.listed(list(dict.fromkeys(words.date(one.effective) for one in found)))
    text = ngettext(
        "%(number)d decision is dated only %(dates)s and may lie before: it is not in the list.",
        "%(number)d decisions are dated only %(dates)s and may lie before: they are not in the list.",
        len(found),
    ) % {"number": len(found), "dates": dates}
    return Link(text, _in_calendar(viewpoint, found[0]))


def _decisions(viewpoint: Viewpoint, scope: Scope, day: datetime.date) -> QuerySet[Event]:
    seen = Event.objects.visible_to(viewpoint.user).filter(
        municipality=viewpoint.municipality,
        kind=EventKind.DECISION,
        effective_end__gte=day,
        effective_start__lte=viewpoint.as_of,
    )
    if viewpoint.known_on is not None:
        seen = seen.filter(recorded_at__lte=viewpoint.known_on)
    if scope.query:
        chain = Body.objects.all().with_predecessors(scope.committee)
        plans = Strategy.objects.filter(committee__in=chain)
        on_them = EventInitiative.objects.filter(initiative__in=scope.initiatives.values("pk")).values("event")
        seen = seen.filter(Q(body__in=chain) | Q(strategy__in=plans) | Q(pk__in=on_them))
    return seen.select_related("body", "sent_on_to", "strategy").order_by("-effective_end", "-effective_start", "pk")


def _made(viewpoint: Viewpoint, one: Event, pages: Mapping[int | None, str], frozen: Report | None) -> DecisionMade:
    url = pages.get(one.pk) or (viewpoint.url("strategy", one.strategy.reference) if one.strategy else "")
    by = str(one.body) if one.body else ""
    return DecisionMade(
        title=one.title,
        url=url or _in_calendar(viewpoint, one),
        day_text=", ".join(part for part in (words.date(one.effective), by) if part),
        text=decision_words(one) or _("outcome not stated"),
        note=_("after the report") if frozen is not None and _is_after(one, frozen) else "",
        is_fictional=one.is_fictional,
    )


def _in_calendar(viewpoint: Viewpoint, one: Event) -> str:
    year = one.effective_end.year if one.effective_end else viewpoint.as_of.year
    return f"{reverse('calendar', args=[viewpoint.municipality.code])}?year={year}"


def _is_after(one: Event, frozen: Report) -> bool:
    """Dated after its figures, or entered after it was frozen."""
    if one.effective_start is not None and one.effective_start > frozen.as_of:
        return True
    return frozen.frozen_at is not None and one.recorded_at > frozen.frozen_at
