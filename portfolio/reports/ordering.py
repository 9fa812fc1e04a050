"""Ordering a report: the draft and its job together, once however often the button is pressed."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from initiatives.models import Strategy
from organisation import writing
from organisation.models import Body, Municipality, User
from portfolio.reports.models import Job, JobState, Report

ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)
TRIES = 5


@dataclass(frozen=True)
class Order:
    municipality: Municipality
    strategy: Strategy | None
    as_of: datetime.date
    by: User
    language: str
    title: str = ""
    committee: Body | None = None
    meeting_on: datetime.date | None = None

    @property
    def shown_title(self) -> str:
        if self.title:
            return self.title
        about = str(self.strategy) if self.strategy else self.municipality.name
        return _("Status report: %(about)s") % {"about": about}

    @property
    def digest(self) -> str:
        """The same for two orders of the same report by the same person."""
        rows = (self.municipality, self.strategy, self.by, self.committee)
        words = [str(row.pk if row else None) for row in rows]
        words += [self.as_of.isoformat(), str(self.meeting_on), self.language, self.title]
        return hashlib.sha256("\x00".join(words).encode()).hexdigest()[:40]


def order(order: Order) -> Job:
    """The job that makes the report: a new one, or the one already waiting or running for the same order."""
    for _try in range(TRIES):
        ended = Job.objects.filter(key__startswith=f"{order.digest}:", state__in=ENDED).count()
        key = f"{order.digest}:{ended}"
        under_way = Job.objects.select_related("report__municipality").filter(key=key).first()
        if under_way:
            return under_way
        try:
            return _create(order, key)
        except (IntegrityError, ValidationError) as error:
            # Somebody, or the same person's second press, was first with this key or this reference: look again.
            last = error
    raise last


def _create(order: Order, key: str) -> Job:
    municipality, by = order.municipality, order.by
    report = Report(
        municipality=municipality,
        reference=_free_reference(municipality),
        title=order.shown_title,
        strategy=order.strategy,
        committee=order.committee,
        meeting_on=order.meeting_on,
        as_of=order.as_of,
        language=order.language,
        created_by=by,
        is_fictional=bool(order.strategy and order.strategy.is_fictional),
    )
    with transaction.atomic():
        writing.save(report, by=by)
        return writing.save(Job(municipality=municipality, key=key, report=report, created_by=by), by=by)


def _free_reference(municipality: Municipality) -> str:
    taken = set(Report.objects.filter(municipality=municipality).values_list("reference", flat=True))
    number = len(taken) + 1
    while f"rapport-{number}" in taken:
        number += 1
    return f"rapport-{number}"
