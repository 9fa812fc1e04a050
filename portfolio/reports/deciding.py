"""The committee's decision on a report: one event, which stands at each initiative that the report shows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from initiatives.models import Event, EventInitiative, EventKind, Initiative
from organisation import writing
from organisation.models import Body, User
from organisation.printing import format_date
from portfolio.reports.models import Report


@dataclass(frozen=True)
class Decided:
    on: datetime.date
    outcome: str
    outcome_text: str = ""
    sent_on_to: Body | None = None


def decide(report: Report, decided: Decided, *, by: User) -> Event:
    """Enters the decision, or mends what was entered. Raises ValidationError for a draft, or one that is replaced."""
    if report.is_draft:
        raise ValidationError(_("A draft has not been before the committee: freeze it first."))
    if report.is_superseded:
        raise ValidationError(_("A corrected version has taken the place of this one: enter the decision there."))
    event = report.decision or Event(
        municipality=report.municipality, reference=_reference(report), kind=EventKind.DECISION
    )
    event.title = report.title
    event.body = report.committee
    with translation.override("da"):
        # Words of dates are read in Danish.
        event.effective_text = format_date(decided.on)
    event.outcome, event.outcome_text = decided.outcome, decided.outcome_text.strip()
    event.sent_on_to, event.case_number = decided.sent_on_to, report.case_number
    event.strategy, event.is_fictional = report.strategy, report.is_fictional
    # What somebody has closed by hand stays so.
    event.is_closed = event.is_closed or report.is_closed
    reason = _("The committee's decision on %(report)s") % {"report": report.title}
    with transaction.atomic():
        writing.save(event, by=by, reason=reason)
        # Also at the draft of a corrected version, which was begun before the meeting.
        for version in filter(None, (report, report.replaced_by)):
            if version.decision_id is None:
                version.decision = event
                writing.save(version, by=by, reason=reason)
        _link(event, report, by=by, reason=reason)
    return event


def place(report: Report, *, by: User) -> None:
    """What was decided stands at each initiative that the frozen report shows. A corrected version that opens or closes
    its item does so to the decision too.
    """
    event, corrected = report.decision, report.corrects
    if event is None:
        return
    reason = _("The committee's decision on %(report)s") % {"report": report.title}
    if corrected is not None and corrected.is_closed != report.is_closed:
        event.is_closed = report.is_closed
        writing.save(event, by=by, reason=reason)
    _link(event, report, by=by, reason=reason)


def _link(event: Event, report: Report, *, by: User, reason: str) -> None:
    linked = EventInitiative.objects.filter(event=event).values("initiative")
    home, is_fictional = report.municipality, report.is_fictional
    links = [
        EventInitiative(municipality=home, event=event, initiative=one, is_fictional=is_fictional)
        for one in Initiative.objects.filter(report_scopes__report=report).exclude(pk__in=linked)
    ]
    writing.save_many(links, by=by, reason=reason)


def _reference(report: Report) -> str:
    taken = set(Event.objects.filter(municipality=report.municipality).values_list("reference", flat=True))
    wanted, number = f"beslutning-{report.reference}", 1
    while wanted in taken:
        number += 1
        wanted = f"beslutning-{report.reference}-{number}"
    return wanted
