"""From one reading of the revised budget to another: every step between them. Pure functions, in øre.

The rules in words:
- Each reading is the adopted movements that count on its day and were known by its moment; the bridge explains the
  difference to the øre, so nothing remains.
- A step is what one decision did by one kind: original, supplementary, carried over, change not specified, transferred
  in or out. Movements without a decision or a date of their own share a step of their kind.
- Typing corrections are netted in one step, whatever they correct and whenever they were made. What takes the place of
  a change that was not specified is no typing correction: it is netted within that kind.
- What holds on or before the first day, but was learnt only after the first reading, is *recorded later*: the first
  figure was what was known. So is what has no date: it enters no step of its own.
- A transfer between two of the lines moves nothing in or out and is no step; one to or from the outside has its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from budgets.ledger import TRANSFER, Movement, Refusal, Revised, counting, missing, revised
from budgets.models import DecisionState, EntryKind


class StepKind(StrEnum):
    ORIGINAL = "original"
    SUPPLEMENTARY = "supplementary"
    CARRY_OVER = "carry_over"
    TRANSFER_IN = "transfer_in"
    TRANSFER_OUT = "transfer_out"
    TRANSFER_FROM_OUTSIDE = "transfer_from_outside"
    TRANSFER_TO_OUTSIDE = "transfer_to_outside"
    UNSPECIFIED = "unspecified_change"
    CORRECTIONS = "corrections"
    RECORDED_LATER = "recorded_later"


ORDER = {kind: place for place, kind in enumerate(StepKind)}
# One step each, whatever decided them.
NETTED = frozenset({StepKind.CORRECTIONS, StepKind.RECORDED_LATER})


@dataclass(frozen=True, slots=True)
class Reading:
    """A day, and the moment until which one looks; None is what is known now."""

    as_of: datetime.date
    known_on: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """`event` is the decision's id; `effective` the day, None where the movements have several. `outside` names the end
    of a transfer that is no line. `not_stated` counts movements that lack an amount at the end and so change nothing.
    """

    kind: StepKind
    ore: int
    event: int | None
    effective: datetime.date | None
    outside: str
    movements: tuple[Movement, ...]
    not_stated: int


@dataclass(frozen=True, slots=True)
class Bridge:
    """`start` and `end` are None while nothing is adopted, or nothing of it is stated; the steps count from 0 then.
    `undated` are in both ends.
    """

    start: int | None
    end: int | None
    start_is_adopted: bool
    end_is_adopted: bool
    steps: tuple[Step, ...]
    undated: int
    is_fictional: bool

    @property
    def residual(self) -> int:
        """What no step explains, always 0."""
        return (self.end or 0) - (self.start or 0) - sum(step.ore for step in self.steps)


def bridge(rows: Iterable[Movement], before: Reading, after: Reading) -> Bridge | Refusal:
    """Raises ValueError when the second reading lies before the first. Refused where the end cannot be added."""
    if after.as_of < before.as_of or _is_earlier(after.known_on, before.known_on):
        raise ValueError("A bridge leads from an earlier reading to a later one.")
    adopted = [row for row in rows if row.decision == DecisionState.ADOPTED]
    first = {row.key: row for row in counting(adopted, as_of=before.as_of, known_on=before.known_on)}
    last = {row.key: row for row in counting(adopted, as_of=after.as_of, known_on=after.known_on)}
    start, end = revised(first.values()), revised(last.values())
    if isinstance(start, Refusal):
        return start
    if isinstance(end, Refusal):
        return end
    new = [row for row in last.values() if row.key not in first and not _is_internal(row, last)]
    unknown = {row.key for row in missing(last.values())}
    return _between(start, end, first.values(), _steps(new, before, unknown))


def _is_earlier(one: datetime.datetime | None, other: datetime.datetime | None) -> bool:
    if other is None:
        return one is not None
    return one is not None and one < other


def _between(start: Revised, end: Revised, first: Iterable[Movement], steps: list[Step]) -> Bridge:
    undated = sum(row.effective is None for row in first)
    return Bridge(
        start=start.ore,
        end=end.ore,
        start_is_adopted=start.is_adopted,
        end_is_adopted=end.is_adopted,
        steps=tuple(steps),
        undated=undated,
        is_fictional=start.is_fictional or end.is_fictional,
    )


def _steps(new: list[Movement], before: Reading, unknown: Container[tuple[str, int, int]]) -> list[Step]:
    """In the order of the kinds, within a kind by day."""
    found: dict[tuple[object, ...], list[Movement]] = {}
    for row in new:
        kind = _kind(row, before)
        apart = () if kind in NETTED else (row.event, row.effective, row.outside)
        found.setdefault((kind, *apart), []).append(row)
    steps = [_step(StepKind(str(key[0])), rows, unknown) for key, rows in found.items()]
    return sorted(steps, key=lambda step: (ORDER[step.kind], step.effective or datetime.date.max, step.outside))


def _is_internal(row: Movement, rows: Mapping[tuple[str, int, int], Movement]) -> bool:
    """One of two legs that cancel out: both are among the rows."""
    return row.kind == TRANSFER and row.other_line is not None and (TRANSFER, row.key[1], row.other_line) in rows


def _kind(row: Movement, before: Reading) -> StepKind:
    if row.kind == EntryKind.CORRECTION and row.counts_as != EntryKind.UNSPECIFIED:
        return StepKind.CORRECTIONS
    if row.effective is None or row.effective <= before.as_of:
        return StepKind.RECORDED_LATER
    if row.kind == TRANSFER:
        return _direction(row)
    return StepKind(row.counts_as or row.kind)


def _direction(row: Movement) -> StepKind:
    comes_in = (row.ore or 0) > 0
    if row.other_line is None:
        return StepKind.TRANSFER_FROM_OUTSIDE if comes_in else StepKind.TRANSFER_TO_OUTSIDE
    return StepKind.TRANSFER_IN if comes_in else StepKind.TRANSFER_OUT


def _step(kind: StepKind, rows: list[Movement], unknown: Container[tuple[str, int, int]]) -> Step:
    events, days, outside = {row.event for row in rows}, {row.effective for row in rows}, {row.outside for row in rows}
    return Step(
        kind=kind,
        ore=sum(row.ore or 0 for row in rows),
        event=events.pop() if len(events) == 1 else None,
        effective=days.pop() if len(days) == 1 else None,
        outside=outside.pop() if len(outside) == 1 else "",
        movements=tuple(rows),
        not_stated=sum(row.key in unknown for row in rows),
    )
