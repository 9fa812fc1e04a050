"""Who draws on a source of money, and what is left of it. Pure functions, in øre.

The rules in words:
- A line draws on a source when a relation says that the source finances it; it draws with its whole amount, once.
- What is left = the source's stated size less what the lines draw, only where the size is the municipality's own. A
  state pool or an amount set by law is context for all municipalities: nothing of it is ever left here.
- Nothing is left to tell where the size or one of the amounts is not stated, or where they cannot be added together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from budgets.ledger import Movement, Refusal, Total, add
from budgets.models import DecisionState, FundingSource, LineRelation, RelationKind


class NotLeft(StrEnum):
    """Why one cannot say what is left."""

    CONTEXT = "context"
    SIZE_NOT_STATED = "size_not_stated"
    NOT_ADDED = "not_added"
    DRAWS_NOT_STATED = "draws_not_stated"


@dataclass(frozen=True, slots=True)
class Draws:
    """`drawn` is over the distinct lines; rejected amounts draw nothing. `left` is None exactly when `reason` says why,
    and below 0 when the lines draw more than there is.
    """

    lines: frozenset[int]
    drawn: Total | Refusal
    left: int | None
    reason: NotLeft | None


def lines_financed_by(source: FundingSource, relations: Iterable[LineRelation]) -> frozenset[int]:
    return frozenset(
        row.line_id for row in relations if row.kind == RelationKind.FINANCED_BY and row.funding_source_id == source.pk
    )


def draws(source: FundingSource, relations: Iterable[LineRelation], found: Iterable[Movement]) -> Draws:
    """`found` are the movements that count, of any lines."""
    lines = lines_financed_by(source, relations)
    drawn = add(row for row in found if row.line in lines and row.decision != DecisionState.REJECTED)
    reason = _reason(source, drawn)
    if reason is not None or isinstance(drawn, Refusal):
        return Draws(lines, drawn, None, reason)
    return Draws(lines, drawn, (source.amount_ore or 0) - (drawn.ore or 0), None)


def _reason(source: FundingSource, drawn: Total | Refusal) -> NotLeft | None:
    if source.is_external:
        return NotLeft.CONTEXT
    if source.amount_ore is None:
        return NotLeft.SIZE_NOT_STATED
    if isinstance(drawn, Refusal):
        return NotLeft.NOT_ADDED
    return NotLeft.DRAWS_NOT_STATED if drawn.not_stated else None
