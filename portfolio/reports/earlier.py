"""The reports before this one: what stood in the last, what was decided on them, and what became of it."""

from __future__ import annotations

import datetime
import json
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from initiatives.models import Outcome
from organisation.models import Body
from organisation.printing import format_date
from portfolio import overview
from portfolio.reports.composition import Composition
from portfolio.reports.models import Report, ReportQuerySet, ReportState

MOST_DECISIONS = 8


def before_this(report: Report) -> ReportQuerySet:
    """Frozen reports to the same committee, or to those that it took over from, as of an earlier day, the newest first;
    of versions only the last. An open report, which all may read, tells nothing of a closed one.
    """
    same = Report.objects.filter(municipality=report.municipality)
    if not report.is_closed:
        same = same.filter(is_closed=False)
    if report.committee is None:
        same = same.filter(committee__isnull=True)
    else:
        same = same.filter(committee__in=Body.objects.with_predecessors(report.committee))
    return (
        same.exclude(pk=report.pk)
        .exclude(state=ReportState.DRAFT)
        .filter(Q(corrected_by__isnull=True) | Q(corrected_by__state=ReportState.DRAFT), as_of__lt=report.as_of)
        .order_by("-as_of", "-frozen_at", "-pk")
    )


def find_previous(report: Report) -> Report | None:
    """The last status on the same, narrowed to the same, so that what has changed since can be told."""
    about_the_same = before_this(report).filter(strategy=report.strategy).defer("snapshot")
    if report.strategy is not None:
        # About it as a whole: what is narrower has none.
        return about_the_same.first()
    scope = scope_of_report(report)
    return next((one for one in about_the_same if scope_of_report(one) == scope), None)


def scope_of_report(report: Report) -> str:
    """The portfolio's filters that it was narrowed by, as a query string."""
    return Composition.read(report.composition).scope


def renew_previous(report: Report) -> None:
    """Finds it again for a draft: another may have been frozen, or replaced, since it was begun.

    A corrected version keeps what the one before it was held against; not where that is closed, and it is open now.
    """
    if report.corrects_id is None or (report.previous and report.previous.is_closed and not report.is_closed):
        report.previous = find_previous(report)


def before(report: Report) -> overview.Before | None:
    """What the previous report said of each initiative, read from what was frozen."""
    previous = report.previous
    if previous is None or previous.frozen_at is None:
        return None
    cards = json.loads(previous.snapshot).get("content", {}).get("overview", {}).get("initiatives", [])
    lights = {card["reference"]: card["status"]["worst"]["code"] if card["status"] else "none" for card in cards}
    return overview.Before(previous.as_of, previous.frozen_at, lights)


def words_of_previous(report: Report) -> str:
    return format_date(report.previous.as_of) if report.previous else ""


def decided_before(report: Report) -> list[Report]:
    """The last reports to the committee on which it has decided by the day of the figures, the newest first.

    An open report tells nothing of a decision that is closed, though the report that it was made on is open.
    """
    known = before_this(report).filter(
        Q(decision__effective_start__isnull=True) | Q(decision__effective_start__lte=report.as_of),
        decision__isnull=False,
    )
    if not report.is_closed:
        known = known.filter(decision__is_closed=False)
    if report.known_on is not None:
        known = known.filter(decision__recorded_at__lte=report.known_on)
    return list(known.select_related("decision__sent_on_to").defer("snapshot")[:MOST_DECISIONS])


def decisions(report: Report, composition: Composition) -> list[dict[str, str]]:
    """As the snapshot keeps them, with what was written of each since."""
    return [
        {
            "reference": one.reference,
            "title": one.title,
            "meeting_text": format_date(decided_on(one)),
            "text": decision_words(one.decision),
            "since": composition.since.get(one.reference, "").strip(),
        }
        for one in decided_before(report)
    ]


def decided_on(report: Report) -> datetime.date:
    """The day of the decision, which may be another than that of the meeting; the meeting's where it is not one day."""
    decision = report.decision
    if decision and decision.effective_start and decision.effective_start == decision.effective_end:
        return decision.effective_start
    return report.meeting_on or report.as_of


def decision_words(decision: Any) -> str:
    """The outcome, the amended wording, and where it went."""
    words = [] if decision.outcome == Outcome.NOT_STATED else [f"{str(decision.get_outcome_display()).capitalize()}."]
    words += [decision.outcome_text] if decision.outcome_text else []
    words += [_("Sent on to %(body)s.") % {"body": decision.sent_on_to}] if decision.sent_on_to else []
    return " ".join(words)
