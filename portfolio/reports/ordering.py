"""Beginning a report, and having its file made: once however often the button is pressed."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from organisation import writing
from organisation.models import Body, Municipality, User
from portfolio.reports import earlier
from portfolio.reports.composition import Composition, Heading
from portfolio.reports.models import CaseKind, Job, JobState, Report
from portfolio.reports.orders import KNOWN
from portfolio.reports.scope import scope_of

ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)
UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)
TRIES = 5


@dataclass(frozen=True)
class Beginning:
    """What a new report is about. Without a title it is named after its scope."""

    municipality: Municipality
    as_of: datetime.date
    by: User
    language: str
    composition: Composition
    title: str = ""
    committee: Body | None = None
    meeting_on: datetime.date | None = None
    known_on: datetime.datetime | None = None
    case_kind: str = CaseKind.ORIENTATION.value
    is_closed: bool = False
    case_number: str = ""


def usual_composition(municipality: Municipality) -> Composition:
    """The headings that the municipality is known to use, all sections, the whole municipality."""
    return with_known_order(Composition(), municipality.agenda_template)


def with_known_order(composition: Composition, order: str) -> Composition:
    if order not in KNOWN:
        return dataclasses.replace(composition, headings=())
    known = KNOWN[order]
    headings = tuple(Heading(part.value, label) for part, label in known.headings)
    return dataclasses.replace(composition, headings=headings, numbering=known.numbering.value, opening=known.opening)


def begin(beginning: Beginning) -> Report:
    """A draft, with the previous status that it follows. Raises ValidationError."""
    for tried in range(1, TRIES + 1):
        try:
            return writing.save(_draft(beginning), by=beginning.by)
        except (IntegrityError, ValidationError) as error:
            # Somebody else may have taken the reference meanwhile: then there is another.
            if tried == TRIES or not _is_taken(error):
                raise
    raise AssertionError


def _is_taken(error: Exception) -> bool:
    return isinstance(error, IntegrityError) or "__all__" in getattr(error, "error_dict", {})


def _draft(beginning: Beginning) -> Report:
    scope = scope_of(beginning.municipality, beginning.composition.scope, beginning.as_of)
    about = str(scope.strategy) if scope.strategy else beginning.municipality.name
    report = Report(
        municipality=beginning.municipality,
        reference=free_reference(beginning.municipality),
        title=beginning.title or _("Status report: %(about)s") % {"about": about},
        strategy=scope.strategy,
        committee=beginning.committee,
        meeting_on=beginning.meeting_on,
        as_of=beginning.as_of,
        known_on=beginning.known_on,
        case_kind=beginning.case_kind,
        is_closed=beginning.is_closed,
        case_number=beginning.case_number,
        composition=dataclasses.replace(beginning.composition, scope=scope.query).kept(),
        language=beginning.language,
        created_by=beginning.by,
        is_fictional=bool(scope.strategy and scope.strategy.is_fictional),
    )
    report.previous = earlier.find_previous(report)
    return report


def make(report: Report, *, by: User) -> Job:
    """The job that freezes the draft and makes its file: a new one, or the one already waiting or running."""
    if not report.is_draft:
        raise ValidationError(_("The report is frozen already."))
    for _try in range(TRIES):
        ended = Job.objects.filter(report=report, state__in=ENDED).count()
        key = f"report-{report.pk}:{ended}"
        under_way = Job.objects.select_related("report__municipality").filter(key=key).first()
        if under_way:
            return under_way
        try:
            with transaction.atomic():
                earlier.renew_previous(report)
                writing.save(report, by=by)
                return writing.save(Job(municipality=report.municipality, key=key, report=report, created_by=by), by=by)
        except (IntegrityError, ValidationError) as error:
            # The same person's second press was first with this key: look again.
            last = error
    raise last


def correct(report: Report, *, by: User, reason: str) -> Report:
    """A draft of the next version, composed as this one was, with what was decided on it. Raises ValidationError when
    it cannot be corrected.
    """
    if report.is_draft:
        raise ValidationError(_("A draft is not corrected: edit it."))
    if not reason.strip():
        raise ValidationError(_("Say why the report is corrected: the committee reads it."))
    fields = (
        "municipality", "title", "strategy", "committee", "meeting_on", "as_of", "known_on", "case_kind", "is_closed",
        "case_number", "composition", "previous", "decision", "language", "is_fictional",
    )  # fmt: skip
    version = Report(
        **{name: getattr(report, name) for name in fields},
        reference=f"{report.reference.partition('-v')[0]}-v{report.version + 1}",
        version=report.version + 1,
        corrects=report,
        correction=reason.strip(),
        created_by=by,
    )
    return writing.save(version, by=by, reason=reason.strip())


def free_reference(municipality: Municipality) -> str:
    taken = set(Report.objects.filter(municipality=municipality).values_list("reference", flat=True))
    number = len(taken) + 1
    while f"rapport-{number}" in taken:
        number += 1
    return f"rapport-{number}"
