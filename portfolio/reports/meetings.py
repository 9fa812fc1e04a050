"""When a committee meets: what is known of it from its reports and from what was decided."""

from __future__ import annotations

import datetime

from initiatives.models import Event, EventKind
from organisation.models import Body, User
from organisation.periods import Precision
from portfolio.reports.models import Report

HELD = (EventKind.MEETING, EventKind.DECISION, EventKind.HEARING)


def meeting_days(user: User, committee: Body) -> list[datetime.date]:
    """In order, each once: only days that are known to the day."""
    reports = Report.objects.visible_to(user).filter(committee=committee, meeting_on__isnull=False)
    events = Event.objects.visible_to(user).filter(
        body=committee, kind__in=HELD, effective_precision=Precision.DAY, effective_start__isnull=False
    )
    days = [*reports.values_list("meeting_on", flat=True), *events.values_list("effective_start", flat=True)]
    return sorted({day for day in days if day is not None})


def last_and_next(days: list[datetime.date], today: datetime.date) -> tuple[datetime.date | None, datetime.date | None]:
    """A meeting of today is the next one."""
    before, after = [day for day in days if day < today], [day for day in days if day >= today]
    return (before[-1] if before else None), (after[0] if after else None)
