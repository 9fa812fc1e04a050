"""The values of a survey entered at once: each indicator of it, for the whole and for groups, in one period.

The rules in words:
- Where nothing stands a draft is made, and a draft is mended. An approved value is never changed: what is typed over it
  is a revision, which takes its place. It is removed by nobody; an emptied draft goes.
- How many answered and how many were asked is said once for each group, all else once for the survey. Who types another
  number of answers changes every value of the group.
- Nothing is written unless all of it can be. Whoever saw another value than the one that stands is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators import typed
from indicators.models import Design, Indicator, Measurement, Status
from indicators.typed import Figure
from organisation import writing
from organisation.models import Approval, User
from organisation.periods import Period

# An indicator and a subgroup; "" is the whole.
Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What all the values of the survey have in common."""

    effective_text: str
    design: str = Design.NOT_STATED
    is_weighted: bool = False
    design_effect: Decimal | None = None
    finite_population: bool = False
    status: str = Status.NOT_STATED
    break_reason: str = ""
    is_baseline: bool = False
    source: str = ""
    note: str = ""
    published_reason: str = ""

    def put(self, row: Measurement) -> None:
        for name in self.__dataclass_fields__:
            setattr(row, name, getattr(self, name))
        row.series_break = bool(self.break_reason)


@dataclass(frozen=True, slots=True)
class Answers:
    """`changed` names those of the two that somebody typed over; the others are for rows that have none yet."""

    n: int | None = None
    invited: int | None = None
    changed: frozenset[str] = frozenset()

    def put(self, row: Measurement) -> None:
        for name in ("n", "invited"):
            if name in self.changed or getattr(row, name) is None:
                setattr(row, name, getattr(self, name))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody typed over what she saw, both as text; `figure` is None for an empty cell."""

    seen: str
    text: str
    figure: Figure | None


@dataclass(slots=True)
class Standing:
    """The rows behind a cell: the approved one that counts, and the draft that waits."""

    approved: Measurement | None = None
    draft: Measurement | None = None

    @property
    def current(self) -> Measurement | None:
        return self.draft or self.approved


@dataclass
class Plan:
    """What there is to write; `places` are those of the rows. With `problems`, {place: sentences}, nothing is."""

    rows: list[Measurement] = field(default_factory=list)
    removed: list[Measurement] = field(default_factory=list)
    problems: dict[Place, list[str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.rows and not self.removed


def standing(indicators: Iterable[Indicator], period: Period) -> defaultdict[Place, Standing]:
    """{(indicator, subgroup): what stands} of the period."""
    rows = Measurement.objects.filter(indicator__in=list(indicators)).select_related("indicator").order_by("pk")
    same = rows.filter(effective_start=period.start, effective_end=period.end)
    found: defaultdict[Place, Standing] = defaultdict(Standing)
    for row in same:
        behind = found[row.indicator_id, row.subgroup]
        if row.is_approved:
            # A revision is made after what it replaces, so the last one counts.
            behind.approved = row
        else:
            behind.draft = row
    return found


@dataclass(frozen=True)
class Survey:
    """What is known of the survey that the cells are of; `mends_drafts` when what is said once has changed."""

    indicators: Mapping[int, Indicator]
    said: Said
    answers: Mapping[str, Answers]
    found: Mapping[Place, Standing]
    mends_drafts: bool = False

    def plan(self, wanted: Mapping[Place, Wanted]) -> Plan:
        """What is to be written so that the cells say what was typed."""
        made = Plan()
        for place, one in wanted.items():
            try:
                self._put(made, place, one)
            except ValidationError as error:
                made.problems[place] = error.messages
        return made

    def _put(self, made: Plan, place: Place, one: Wanted) -> None:
        behind, counts = self.found.get(place, Standing()), self.answers.get(place[1], Answers())
        now = typed.shown(behind.current)
        if now not in {one.seen, one.text}:
            sentence = _("Somebody else has changed this meanwhile: it now says %(value)s.")
            raise ValidationError(sentence % {"value": now or _("nothing")})
        is_mended = self.mends_drafts and behind.draft is not None
        is_recounted = bool(counts.changed) and behind.current is not None
        if one.text == now and not is_mended and not is_recounted:
            return
        if one.text != now and one.figure is None:
            _empty(made, behind)
            return
        row = behind.draft or _fresh(self.indicators[place[0]], place[1], behind.approved)
        was_baseline = row.is_baseline
        if one.figure is not None:
            one.figure.put(row)
        self.said.put(row)
        row.is_baseline = self.said.is_baseline or was_baseline
        counts.put(row)
        row.full_clean()
        made.rows.append(row)


def _empty(made: Plan, behind: Standing) -> None:
    if behind.draft is not None:
        made.removed.append(behind.draft)
    elif behind.approved is not None:
        raise ValidationError(_("An approved value is not removed. Type what it is instead."))


def _fresh(indicator: Indicator, group: str, approved: Measurement | None) -> Measurement:
    row = Measurement(municipality=indicator.municipality, indicator=indicator, subgroup=group, replaces=approved)
    if approved is not None:
        row.is_baseline, row.n, row.invited = approved.is_baseline, approved.n, approved.invited
        typed_again = ("raw", "value", "qualifier", "low", "high", "numerator", "denominator", "standard_deviation")
        for name in typed_again:
            setattr(row, name, getattr(approved, name))
    return row


def carry_out(made: Plan, *, by: User, reason: str, approves: bool) -> None:
    """Writes the plan, all of it or nothing; inside a transaction. Raises ValidationError.

    `approves` decides at once what is shown of the rows, together, as they are one survey.
    """
    if made.problems:
        raise ValidationError([sentence for several in made.problems.values() for sentence in several])
    for row in made.rows if approves else ():
        row.approval, row.approved_by, row.approved_at = Approval.APPROVED, by, timezone.now()
    writing.delete_many(made.removed, by=by, reason=reason)
    # Each was looked at when the plan was made.
    writing.save_many(made.rows, by=by, reason=reason, validate=False)


def latest(indicators: Iterable[Indicator]) -> Measurement | None:
    """The value of these that was collected last, before them the undated: the next survey is mostly made like it."""
    rows = Measurement.objects.filter(indicator__in=list(indicators))
    return rows.order_by(F("effective_start").asc(nulls_first=True), "pk").last()


def common(rows: Sequence[Measurement], name: str) -> int | None:
    """The number that all of the rows have; None where they differ."""
    found = {getattr(row, name) for row in rows}
    return found.pop() if len(found) == 1 else None
