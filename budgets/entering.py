"""Many amounts entered at once, as in a spreadsheet: budget entries of several years, or the readings of a follow-up.

The rules in words:
- A cell of a budget is what the original budget of one line and year comes to, in one decision state and price level.
  Where nothing stands a draft is made, a draft is mended, and a posted figure is changed by a correction with a reason.
- A cell of a follow-up is the line's latest reading of one kind in that round. A draft is mended; a posted one stands,
  and a new reading with a reason takes its place.
- Nothing is written unless all of it can be. Whoever saw another figure than the one that stands is told.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from budgets.models import (
    BudgetLine,
    Entry,
    EntryKind,
    MoneyFact,
    Statement,
    StatementKind,
    UnitOrigin,
    ValueState,
)
from initiatives.models import Event
from organisation import writing
from organisation.models import ImportBatch, User
from organisation.printing import format_exact_amount
from organisation.units import Unit

BudgetPlace = tuple[int, int]
ReadingPlace = tuple[int, str]
Place = BudgetPlace | ReadingPlace
P = TypeVar("P", BudgetPlace, ReadingPlace)
F = TypeVar("F", Entry, Statement)

REASON_NEEDED = "reason"
PAID_ELSEWHERE = (ValueState.FINANCED_ELSEWHERE, ValueState.WITHIN_FRAME)


@dataclass(frozen=True, slots=True)
class Amount:
    """What a cell says. `ore` is None when it is stated that nothing is known; an empty cell has no Amount.

    `state` is told where it matters why nothing is paid; "" where the amount itself says what is known.
    """

    ore: int | None
    raw: str = ""
    state: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody typed over what she saw; None is an empty cell."""

    seen: Amount | None
    typed: Amount | None


@dataclass(frozen=True, slots=True)
class Terms:
    """What all the amounts of a budget grid have in common; the day and the decision are those of new ones."""

    decision: str
    price_level: str
    unit: Unit
    effective_text: str = ""
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class RoundTerms:
    """What all the readings of a follow-up have in common.

    Actual spending is booked up to and including `up_to`; `is_final` is said of it alone.
    """

    name: str
    year: int
    as_of: datetime.date
    unit: Unit
    price_level: str = ""
    up_to: datetime.date | None = None
    is_final: bool = False


@dataclass
class Standing(Generic[F]):
    """The rows behind one cell, in the order in which they were recorded."""

    posted: list[F] = field(default_factory=list)
    drafts: list[F] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many cells became drafts or mended drafts, corrections of posted figures, or were emptied.

    `posted` are those that nobody changed and whose drafts were posted.
    """

    drafted: int
    corrected: int
    removed: int
    posted: int = 0

    @property
    def changed(self) -> int:
        return self.drafted + self.corrected + self.removed


class AmountsRefusedError(Exception):
    """`problems` are {cell: sentences}; `needs_reason` are those that only lack a reason. Nothing was written."""

    def __init__(self, problems: Mapping[Place, list[str]], needs_reason: Iterable[Place]) -> None:
        super().__init__(problems)
        self.problems = dict(problems)
        self.needs_reason = frozenset(needs_reason)


@dataclass(frozen=True, slots=True)
class _Cells(Generic[P, F]):
    """How the rows behind the cells are found, what they say, and what writes a change; it says what was done."""

    stand: Callable[[Iterable[int]], Mapping[P, Standing[F]]]
    amount: Callable[[Standing[F]], Amount | None]
    change: Callable[[BudgetLine, P, Amount | None, Standing[F]], str]
    unit: Unit
    # Posts the drafts of a cell that nobody changed; None where nothing is to be posted.
    post: Callable[[Standing[F]], None] | None


def budget_standing(
    lines: Iterable[int], years: Iterable[int], terms: Terms
) -> defaultdict[BudgetPlace, Standing[Entry]]:
    """{(line, year): what the original budget is made of} in these terms."""
    rows = Entry.objects.filter(
        line__in=list(lines), year__in=list(years), decision_state=terms.decision, price_level=terms.price_level
    )
    found: defaultdict[BudgetPlace, Standing[Entry]] = defaultdict(Standing)
    for row in rows.select_related("corrects", "line").order_by("pk"):
        if row.counts_as == EntryKind.ORIGINAL and row.year is not None:
            _stand(found[row.line_id, row.year], row)
    return found


def reading_standing(lines: Iterable[int], terms: RoundTerms) -> defaultdict[ReadingPlace, Standing[Statement]]:
    """{(line, kind): the readings of the round on its day}."""
    rows = Statement.objects.filter(
        line__in=list(lines), year=terms.year, follow_up_round=terms.name, as_of=terms.as_of
    )
    found: defaultdict[ReadingPlace, Standing[Statement]] = defaultdict(Standing)
    for row in rows.select_related("line").order_by("posted_at", "pk"):
        _stand(found[row.line_id, row.kind], row)
    return found


def _stand(standing: Standing[F], row: F) -> None:
    (standing.posted if row.is_posted else standing.drafts).append(row)


def entered(standing: Standing[Entry]) -> Amount | None:
    """Entries add up; what is not stated adds nothing, and alone it is not stated."""
    rows = [*standing.posted, *standing.drafts]
    if not rows:
        return None
    if len(rows) == 1:
        return Amount(rows[0].amount_ore, state=rows[0].value_state)
    stated = [row.amount_ore for row in rows if row.amount_ore is not None]
    return Amount(sum(stated) if stated else None)


def read(standing: Standing[Statement]) -> Amount | None:
    """Readings do not add up: the draft, else the last that was posted."""
    rows = [*standing.posted, *standing.drafts]
    return Amount(rows[-1].amount_ore, state=rows[-1].value_state) if rows else None


def set_amounts(
    *, wanted: Mapping[BudgetPlace, Wanted], terms: Terms, by: User, reason: str = "", is_posted: bool = False
) -> Outcome:
    """Makes the budget cells say what was typed; `is_posted` also posts their drafts. Raises AmountsRefusedError."""

    def change(line: BudgetLine, place: BudgetPlace, typed: Amount | None, standing: Standing[Entry]) -> str:
        fresh = Entry(
            municipality=line.municipality, line=line, kind=EntryKind.ORIGINAL, year=place[1],
            decision_state=terms.decision, price_level=terms.price_level, effective_text=terms.effective_text,
            decision=terms.event,
        )  # fmt: skip
        made = change_entry(fresh, typed, standing, terms.unit, reason)
        return _write(made, standing, by=by, reason=reason, is_posted=is_posted)

    years = {year for _line, year in wanted}
    post = _posting(by, reason) if is_posted else None
    cells = _Cells(lambda lines: budget_standing(lines, years, terms), entered, change, terms.unit, post)
    return _set(wanted, by, cells)


def set_readings(
    *,
    wanted: Mapping[ReadingPlace, Wanted],
    terms: RoundTerms,
    by: User,
    reason: str = "",
    is_posted: bool = False,
    batch: ImportBatch | None = None,
) -> Outcome:
    """Makes the cells of a follow-up say what was typed; `is_posted` also posts them. Raises AmountsRefusedError."""

    def change(line: BudgetLine, place: ReadingPlace, typed: Amount | None, standing: Standing[Statement]) -> str:
        fresh = Statement(
            municipality=line.municipality, line=line, kind=place[1], year=terms.year, as_of=terms.as_of,
            up_to=terms.up_to, is_final=terms.is_final and place[1] == StatementKind.ACTUAL,
            follow_up_round=terms.name, price_level=terms.price_level,
        )  # fmt: skip
        made = change_reading(fresh, typed, standing, terms.unit, reason)
        return _write(made, standing, by=by, reason=reason, is_posted=is_posted, batch=batch)

    post = _posting(by, reason) if is_posted else None
    return _set(wanted, by, _Cells(lambda lines: reading_standing(lines, terms), read, change, terms.unit, post))


def _posting(by: User, reason: str) -> Callable[[Standing[Any]], None]:
    def post(standing: Standing[Any]) -> None:
        for draft in standing.drafts:
            draft.post(by=by, reason=reason)

    return post


def _set(wanted: Mapping[P, Wanted], by: User, cells: _Cells[P, F]) -> Outcome:
    done: dict[str, int] = defaultdict(int)
    problems: dict[Place, list[str]] = {}
    needs_reason: set[Place] = set()
    with transaction.atomic():
        # In the order of their keys: whoever enters the same lines waits here.
        editable = BudgetLine.objects.editable_by(by).filter(pk__in={place[0] for place in wanted})
        lines = {line.pk: line for line in editable.select_for_update().order_by("pk")}
        found = cells.stand(lines)
        for place, one in wanted.items():
            try:
                with transaction.atomic():
                    line = line_of(lines, place[0])
                    check_seen(one, cells.amount(found[place]), cells.unit)
                    if differs(one.typed, one.seen):
                        done[cells.change(line, place, one.typed, found[place])] += 1
                    elif cells.post and found[place].drafts:
                        cells.post(found[place])
                        done["posted"] += 1
            except ValidationError as error:
                problems[place] = error.messages
                if getattr(error, "code", "") == REASON_NEEDED:
                    needs_reason.add(place)
        if problems:
            raise AmountsRefusedError(problems, needs_reason)
    return Outcome(done["drafted"], done["corrected"], done["removed"], done["posted"])


def line_of(lines: Mapping[int, BudgetLine], pk: int) -> BudgetLine:
    if pk not in lines:
        raise ValidationError(_("The line is not there any more, or is not yours to change."))
    return lines[pk]


def differs(one: Amount | None, other: Amount | None) -> bool:
    if one is None or other is None:
        return (one is None) != (other is None)
    return one.ore != other.ore or (bool(one.state and other.state) and one.state != other.state)


def check_seen(one: Wanted, now: Amount | None, unit: Unit) -> None:
    if differs(one.seen, now) and differs(one.typed, now):
        said = _("nothing") if now is None or now.ore is None else format_exact_amount(now.ore, unit)
        raise ValidationError(_("Somebody else has changed this meanwhile: it now says %(amount)s.") % {"amount": said})


def change_entry(
    fresh: Entry, typed: Amount | None, standing: Standing[Entry], unit: Unit, reason: str
) -> Entry | None:
    """The row that makes the cell say what was typed, not written yet; None when the drafts go.

    Raises ValidationError, with the code REASON_NEEDED when a posted figure changes without a reason.
    """
    if typed is None or typed.ore is None:
        return _without_amount(fresh, typed, standing, unit)
    now = entered(standing)
    difference = typed.ore - ((now.ore if now else None) or 0)
    if standing.drafts:
        draft = standing.drafts[-1]
        alone = len(standing.drafts) == 1 and not standing.posted
        whole_draft = Amount((draft.amount_ore or 0) + difference)
        return _put(draft, typed if alone else whole_draft, unit)
    if not standing.posted:
        return _put(fresh, typed, unit)
    _ask_reason(reason)
    whole = next((row for row in standing.posted if row.kind == EntryKind.ORIGINAL), standing.posted[0])
    correction = whole.correction(difference, note=reason)
    if typed.state in PAID_ELSEWHERE:
        # A correction is the difference alone: why the figure is 0 now is kept in the words.
        correction.raw = typed.raw
    return correction


def change_reading(
    fresh: Statement, typed: Amount | None, standing: Standing[Statement], unit: Unit, reason: str
) -> Statement | None:
    """As change_entry: the draft of the reading, or a new one beside what is posted."""
    if standing.posted and not standing.drafts:
        if typed is None:
            raise ValidationError(_("A posted figure is not removed. Type what it is instead."))
        _ask_reason(reason)
        fresh.note = reason
        return _put(fresh, typed, unit)
    if typed is None or typed.ore is None:
        return _without_amount(fresh, typed, standing, unit)
    return _put(_mended(standing.drafts[-1], fresh) if standing.drafts else fresh, typed, unit)


def _mended(draft: Statement, fresh: Statement) -> Statement:
    """A draft that is typed anew is also booked up to the day, and as final, as is said now."""
    draft.up_to, draft.is_final, draft.price_level = fresh.up_to, fresh.is_final, fresh.price_level
    return draft


def _without_amount(fresh: F, typed: Amount | None, standing: Standing[F], unit: Unit) -> F | None:
    if standing.posted:
        raise ValidationError(_("A posted figure is not removed. Type what it is instead, for example 0."))
    if typed is None:
        return None
    if len(standing.drafts) > 1:
        raise ValidationError(_("Several drafts stand behind this figure. Mend them one by one."))
    return _put(standing.drafts[0] if standing.drafts else fresh, typed, unit)


def _ask_reason(reason: str) -> None:
    if not reason.strip():
        raise ValidationError(_("This figure is posted. Write why it changes."), code=REASON_NEEDED)


def _put(row: F, amount: Amount, unit: Unit) -> F:
    fact: MoneyFact = row
    fact.raw, fact.unit, fact.unit_origin, fact.unit_note = amount.raw, unit, UnitOrigin.STATED, ""
    fact.amount_ore, fact.value_state = amount.ore, state_of(amount)
    return row


def state_of(amount: Amount) -> str:
    if amount.ore is None:
        return ValueState.NOT_STATED
    if amount.ore:
        return ValueState.VALUE
    return amount.state if amount.state in PAID_ELSEWHERE else ValueState.ZERO


def _write(
    made: Entry | Statement | None,
    standing: Standing[F],
    *,
    by: User,
    reason: str,
    is_posted: bool,
    batch: ImportBatch | None = None,
) -> str:
    """What was done: drafted, corrected or removed. A correction is posted at once: it has its reason."""
    if made is None:
        writing.delete_many(list(standing.drafts), by=by, reason=reason)
        return "removed"
    is_correction = bool(standing.posted) and made.pk is None
    writing.save(made, by=by, reason=reason, batch=batch)
    if is_correction or is_posted:
        made.post(by=by, reason=reason)
    return "corrected" if is_correction else "drafted"
