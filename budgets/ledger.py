"""Sums of a budget: pure functions over rows that are already loaded. Whole øre everywhere; nothing is rounded.

The rules in words:
- Movements (original, supplementary, carried over, unspecified change, correction, and the two legs of a transfer) add
  up. Only posted ones count. Only adopted ones enter the revised budget; with none adopted it is *not adopted*, never
  0. Proposed, prioritised and heard amounts are summed under their own name; rejected ones under none.
- As of a day: a movement counts when its own date, else its decision's, is on or before the day. Undated movements
  count, and the figure says how many. Known on a moment: only what was posted by then.
- A correction belongs to what it corrects: an original budget that was mistyped and corrected is the right one.
- An amount for a period of several years belongs to no year and is never spread.
- A line counts once, however many initiatives it serves.
- Amounts of different decision states or stated price levels are not added: the sum is refused with the reason, as a
  value. A sum that holds money of external pools beside the municipality's own says how much where it is shown.
- An amount that is not stated is not 0: it leaves the sum as it is, and the sum says how many are missing. One that a
  correction has stated since is missing no more, nor one that a stated revised budget of its day or later holds.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from budgets.models import DecisionState, Entry, EntryKind, Transfer, ValueState, day_of

G = TypeVar("G", bound=Hashable)

TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Movement:
    """One change of one line. `key` tells movements apart, so that the same one met twice counts once.

    `year` is None for an amount of a period of several years. `ore` is None exactly when it is not stated. `counts_as`
    is the kind, for a correction that of the entry which it finally corrects; `corrects` is the entry that it points
    at. `event` is the decision; `other_line` and `outside` are the other end of a transfer.
    """

    key: tuple[str, int, int]
    line: int
    year: int | None
    period: str
    kind: str
    decision: str
    ore: int | None
    state: str
    price_level: str
    is_posted: bool
    effective: datetime.date | None
    recorded: datetime.datetime
    is_fictional: bool = False
    counts_as: str = ""
    event: int | None = None
    other_line: int | None = None
    outside: str = ""
    corrects: int | None = None


def movements(entries: Iterable[Entry], transfers: Iterable[Transfer] = ()) -> list[Movement]:
    """Entries as they are and transfers as their legs. Load the rows with `select_related("decision")`."""
    by_pk = {entry.pk: entry for entry in entries}
    found = [_movement(entry, by_pk) for entry in by_pk.values()]
    return found + [leg for transfer in transfers for leg in _legs(transfer)]


def _corrected_kind(entry: Entry, by_pk: Mapping[int, Entry]) -> str:
    """The kind at the end of the chain of corrections; loaded rows first, so that no query is made for each."""
    while entry.kind == EntryKind.CORRECTION and entry.corrects_id is not None:
        known = by_pk.get(entry.corrects_id) or entry.corrects
        if known is None:
            break
        entry = known
    return entry.kind


def _movement(entry: Entry, by_pk: Mapping[int, Entry]) -> Movement:
    return Movement(
        key=("entry", entry.pk, entry.line_id),
        line=entry.line_id,
        year=entry.year,
        period="" if entry.year is not None else entry.period_text,
        kind=entry.kind,
        decision=entry.decision_state,
        ore=entry.amount_ore,
        state=entry.value_state,
        price_level=entry.price_level,
        is_posted=entry.is_posted,
        effective=day_of(entry),
        recorded=entry.known_at,
        is_fictional=entry.is_fictional,
        counts_as=_corrected_kind(entry, by_pk),
        event=entry.decision_id,
        corrects=entry.corrects_id,
    )


def _legs(transfer: Transfer) -> list[Movement]:
    return [
        Movement(
            key=(TRANSFER, transfer.pk, line),
            line=line,
            year=transfer.year,
            period="",
            kind=TRANSFER,
            decision=transfer.decision_state,
            ore=change,
            state=ValueState.VALUE,
            price_level=transfer.price_level,
            is_posted=transfer.is_posted,
            effective=day_of(transfer),
            recorded=transfer.known_at,
            is_fictional=transfer.is_fictional,
            counts_as=TRANSFER,
            event=transfer.decision_id,
            other_line=transfer.to_line_id if line == transfer.from_line_id else transfer.from_line_id,
            outside=transfer.outside,
        )
        for line, change in transfer.legs
    ]


def counting(
    found: Iterable[Movement], *, as_of: datetime.date | None = None, known_on: datetime.datetime | None = None
) -> list[Movement]:
    """Posted movements, each once, that hold on the day and were recorded by the moment; undated ones are kept."""
    once = {movement.key: movement for movement in found if movement.is_posted}
    return [
        movement
        for movement in once.values()
        if (as_of is None or movement.effective is None or movement.effective <= as_of)
        and (known_on is None or movement.recorded <= known_on)
    ]


# Adding up


class Reason(StrEnum):
    """Why amounts are not added."""

    DECISION_STATES = "decision_states"
    PRICE_LEVELS = "price_levels"


@dataclass(frozen=True, slots=True)
class Refusal:
    """`found` are the decision states or price levels that stand in the way, in order."""

    reason: Reason
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """`ore` is None when nothing was there to add or nothing of it is stated.

    `not_stated` and `undated` count movements; `price_level` is the stated one, and `price_level_partly_stated` says
    that some of the amounts have none. `state` is the value state that all the amounts have, "" when they have several:
    it says why a sum of nothing but amounts financed elsewhere is 0.
    """

    ore: int | None
    lines: frozenset[int]
    decision: str
    price_level: str
    price_level_partly_stated: bool
    not_stated: int
    undated: int
    is_fictional: bool
    state: str = ""


def add(found: Iterable[Movement]) -> Total | Refusal:
    """The sum of movements that may be added, each once; else the reason why they may not."""
    once = list({movement.key: movement for movement in found}.values())
    return _obstacle(once) or _total(once)


def _obstacle(found: list[Movement]) -> Refusal | None:
    decisions = tuple(sorted({movement.decision for movement in found}, key=_decision_order))
    if len(decisions) > 1:
        return Refusal(Reason.DECISION_STATES, decisions)
    levels = tuple(sorted({movement.price_level for movement in found} - {""}))
    if len(levels) > 1:
        return Refusal(Reason.PRICE_LEVELS, levels)
    return None


def _decision_order(decision: str) -> int:
    return DecisionState.values.index(decision)


def _total(found: list[Movement]) -> Total:
    stated = [movement.ore for movement in found if movement.ore is not None]
    levels = {movement.price_level for movement in found}
    return Total(
        ore=sum(stated) if stated else None,
        lines=frozenset(movement.line for movement in found),
        decision=found[0].decision if found else "",
        price_level=max(levels, default=""),
        price_level_partly_stated=len(levels) > 1,
        not_stated=len(missing(found)),
        undated=sum(movement.effective is None for movement in found),
        is_fictional=any(movement.is_fictional for movement in found),
        state=common_state(movement.state for movement in found),
    )


def missing(found: Collection[Movement]) -> list[Movement]:
    """Those that are not stated, and neither by a correction since nor within a revised budget that is.

    A stated revised budget holds what was decided on its day or before, as `replace_unspecified` has it.
    """
    stated = [movement for movement in found if movement.ore is not None]
    if len(stated) == len(found):
        return []
    corrected = {movement.corrects for movement in stated}
    held: dict[tuple[int, int], datetime.date] = {}
    for movement in stated:
        if movement.kind == EntryKind.UNSPECIFIED and movement.year is not None and movement.effective is not None:
            place = movement.line, movement.year
            held[place] = max(movement.effective, held.get(place, movement.effective))
    unknown = [movement for movement in found if movement.ore is None and movement.key[1] not in corrected]
    return [movement for movement in unknown if not _is_held(movement, held)]


def _is_held(movement: Movement, held: Mapping[tuple[int, int], datetime.date]) -> bool:
    last = None if movement.year is None else held.get((movement.line, movement.year))
    return last is not None and last >= (movement.effective or datetime.date.min)


def common_state(states: Iterable[str]) -> str:
    """The value state that all have, "" when they have several or none."""
    found = set(states)
    return found.pop() if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Grouped(Generic[G]):
    """Sums of groups that may share lines. The total is the union of the lines, not the sum of the groups."""

    groups: Mapping[G, Total | Refusal]
    total: Total | Refusal
    shared_lines: frozenset[int]


def add_groups(found: Iterable[Movement], pairs: Iterable[tuple[G, int]]) -> Grouped[G]:
    """Sums over the distinct (group, line) pairs. `shared_lines` stand in more than one group."""
    by_line = defaultdict(list)
    for movement in found:
        by_line[movement.line].append(movement)
    distinct = dict.fromkeys(pairs)
    lines_of: dict[G, list[int]] = defaultdict(list)
    for group, line in distinct:
        lines_of[group].append(line)
    groups = {group: add(m for line in lines for m in by_line[line]) for group, lines in lines_of.items()}
    uses = Counter(line for _group, line in distinct)
    total = add(m for line in uses for m in by_line[line])
    return Grouped(groups, total, frozenset(line for line, times in uses.items() if times > 1))


class Verdict(StrEnum):
    """A printed total against the computed one."""

    MATCHES = "matches"
    DIFFERS = "differs"
    NOT_STATED = "not_stated"
    CANNOT_BE_COMPARED = "cannot_be_compared"


@dataclass(frozen=True, slots=True)
class Check:
    """`difference` is stated less computed in øre, None unless both are there."""

    verdict: Verdict
    difference: int | None


def check(stated: int | None, computed: Total | Refusal) -> Check:
    """Compares; repairs nothing. A computed total with unknown parts is compared as it stands."""
    return compare(stated, None if isinstance(computed, Refusal) else computed.ore)


def compare(stated: int | None, computed: int | None) -> Check:
    """`computed` is None when there is nothing to add, or nothing that may be added."""
    if stated is None:
        return Check(Verdict.NOT_STATED, None)
    if computed is None:
        return Check(Verdict.CANNOT_BE_COMPARED, None)
    difference = stated - computed
    return Check(Verdict.DIFFERS if difference else Verdict.MATCHES, difference)


# Revised budget


@dataclass(frozen=True, slots=True)
class Revised:
    """The revised budget with its steps, in øre. `ore` is None when nothing is adopted, or nothing of it is stated.

    `steps` are {kind: øre}, corrections within the kind of what they correct; `state` is that of a Total. `originally`
    is the original budget, None when there is none (then only later changes are adopted).
    """

    ore: int | None
    is_adopted: bool
    steps: Mapping[str, int]
    not_stated: int
    undated: int
    price_level: str
    is_fictional: bool
    state: str
    originally: Total | None

    @property
    def original(self) -> int | None:
        """None when there is none, or nothing of it is stated."""
        return None if self.originally is None else self.originally.ore


def revised(found: Iterable[Movement]) -> Revised | Refusal:
    """The adopted ones of the movements, of one line and year or of many."""
    adopted = [movement for movement in found if movement.decision == DecisionState.ADOPTED]
    total = add(adopted)
    if isinstance(total, Refusal):
        return total
    by_kind: dict[str, list[Movement]] = defaultdict(list)
    for movement in {movement.key: movement for movement in adopted}.values():
        by_kind[movement.counts_as or movement.kind].append(movement)
    steps = {kind: _total(rows) for kind, rows in by_kind.items()}
    return Revised(
        ore=total.ore,
        is_adopted=bool(adopted),
        steps={kind: step.ore for kind, step in steps.items() if step.ore is not None},
        not_stated=total.not_stated,
        undated=total.undated,
        price_level=total.price_level,
        is_fictional=total.is_fictional,
        state=total.state,
        originally=steps.get(EntryKind.ORIGINAL),
    )
