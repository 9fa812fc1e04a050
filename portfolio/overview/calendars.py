"""The year of a municipality: what is held, decided, followed up and reached, as the reader may see it."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from initiatives.models import Activity, ActivityKind, Cadence, Event, EventKind, FollowUpMeasure
from organisation.models import Body, HasPeriod, Municipality, User
from organisation.periods import Precision
from portfolio.overview.shapes.facts import Link

# The months on whose last day a follow-up of each rhythm falls.
MONTHS = {
    Cadence.MONTHLY: tuple(range(1, 13)),
    Cadence.QUARTERLY: (3, 6, 9, 12),
    Cadence.HALF_YEARLY: (6, 12),
    Cadence.YEARLY: (12,),
}


MEETING = EventKind.MEETING.value


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing in the calendar. `uid` stays the same as long as it is the same thing; `end` is its last day.

    `is_proposed`: the day follows from how often something is followed up; nobody has stated it.
    """

    uid: str
    start: datetime.date
    end: datetime.date
    kind: str
    kind_words: str
    title: str
    detail: str
    url: str
    is_proposed: bool = False
    is_fictional: bool = False
    # Of a meeting: who holds it, by which it is known again.
    body: str = ""
    # The page of who holds it, where the title is already its name.
    body_page: str = ""
    # Who holds it, decided it, or before whom it comes, with its page.
    party: Link | None = None

    @property
    def told(self) -> str:
        """All that is said beside the title, where there are no links."""
        return ", ".join(part for part in (self.party.title if self.party else "", self.detail) if part)


@dataclass(frozen=True, slots=True)
class Undated:
    """What is followed up without anybody saying when or how often, or held on a day that is not stated."""

    kind_words: str
    title: str
    detail: str
    url: str
    is_fictional: bool = False
    party: Link | None = None


@dataclass(frozen=True, slots=True)
class Year:
    occasions: tuple[Occasion, ...]
    undated: tuple[Undated, ...]


def year_of(user: User, municipality: Municipality, first: datetime.date, last: datetime.date) -> Year:
    """Everything that touches the days from `first` to `last`, in order, and what has no day at all."""
    reading = _Reading(user, municipality, first, last)
    found = [*reading.events(), *reading.follow_ups(), *reading.milestones()]
    within = [one for one in found if isinstance(one, Occasion) and one.start <= last and one.end >= first]
    within.sort(key=lambda one: (one.start, one.kind, one.title, one.uid))
    return Year(tuple(within), tuple(one for one in found if isinstance(one, Undated)))


@dataclass(frozen=True)
class _Reading:
    user: User
    municipality: Municipality
    first: datetime.date
    last: datetime.date

    def _uid(self, *words: str) -> str:
        return f"{'-'.join(words)}@{self.municipality.code}.pejlemaerke"

    def _page(self, name: str, reference: str) -> str:
        return reverse(name, args=[self.municipality.code, reference])

    def _party(self, body: Body | None, words: str) -> Link | None:
        return Link(words % {"body": body}, self._page("body", body.reference)) if body else None

    def events(self) -> Iterator[Occasion | Undated]:
        rows = Event.objects.visible_to(self.user).filter(municipality=self.municipality)
        for row in rows.select_related("body", "strategy").order_by("pk"):
            kind, party = capfirst(row.get_kind_display()), self._party(row.body, "%(body)s")
            url = self._page("strategy", row.strategy.reference) if row.strategy else ""
            if row.effective_start is None or row.effective_precision in (Precision.YEAR, Precision.UNKNOWN):
                yield Undated(kind, row.title, row.effective_text, url, row.is_fictional, party)
            else:
                end = row.effective_end or row.effective_start
                uid = self._uid("event", row.reference)
                held_by = str(row.body) if row.body and row.kind == MEETING else ""
                yield Occasion(
                    uid, row.effective_start, end, row.kind, kind, row.title, "", url,
                    is_fictional=row.is_fictional, body=held_by, party=party,
                )  # fmt: skip

    def follow_ups(self) -> Iterator[Occasion | Undated]:
        rows = FollowUpMeasure.objects.visible_to(self.user).filter(municipality=self.municipality)
        for row in rows.select_related("recipient", "initiative", "strategy").order_by("pk"):
            root = row.initiative or row.strategy
            url = self._page("initiative" if row.initiative else "strategy", root.reference) if root else ""
            party = self._party(row.recipient, _("before %(body)s"))
            detail = ", ".join(part for part in (str(root or ""), str(row.get_cadence_display())) if part)
            days = list(self._days(row))
            for day in days:
                uid = self._uid("follow-up", row.reference, day.isoformat())
                kind = _("Follow-up")
                yield Occasion(
                    uid, day, day, "follow_up", kind, row.title, detail, url, True, row.is_fictional, party=party
                )
            if not days and (row.cadence in (Cadence.NOT_STATED, Cadence.AT_END) or row.period_end):
                yield Undated(_("Follow-up"), row.title, detail, url, row.is_fictional, party)

    def _days(self, row: FollowUpMeasure) -> Iterator[datetime.date]:
        """The last day of each month in which it falls, within its own period or that of what it follows up."""
        start, end = _bounds([row, row.initiative, row.strategy])
        if row.cadence == Cadence.AT_END:
            yield from [end] if end is not None else []
            return
        for year in range(self.first.year, self.last.year + 1):
            for month in MONTHS.get(Cadence(row.cadence), ()):
                day = datetime.date(year, month, calendar.monthrange(year, month)[1])
                if (start is None or day >= start) and (end is None or day <= end):
                    yield day

    def milestones(self) -> Iterator[Occasion]:
        rows = Activity.objects.visible_to(self.user).filter(
            ~Q(period_precision__in=[Precision.YEAR, Precision.UNKNOWN]),
            municipality=self.municipality, kind=ActivityKind.MILESTONE, period_end__isnull=False,
        )  # fmt: skip
        for row in rows.select_related("initiative").order_by("pk"):
            end, url = row.period_end, self._page("initiative", row.initiative.reference)
            if end is not None:
                uid = self._uid("milestone", row.initiative.reference, str(row.pk))
                kind = capfirst(row.get_kind_display())
                yield Occasion(
                    uid, end, end, "milestone", kind, row.title, str(row.initiative), url,
                    is_fictional=row.is_fictional,
                )  # fmt: skip


def _bounds(rows: Iterable[HasPeriod | None]) -> tuple[datetime.date | None, datetime.date | None]:
    """The first period that is known at all."""
    for row in rows:
        if row is not None and (row.period_start is not None or row.period_end is not None):
            return row.period_start, row.period_end
    return None, None
