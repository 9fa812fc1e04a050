"""Budget follow-up comes in rounds (BO1, BO2 …): who has answered one, and who has not. Pure functions."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from budgets.models import Statement, StatementKind


@dataclass(frozen=True, slots=True)
class Round:
    """`as_of` is the last day of its readings. A line has answered with a forecast of the round, also a stated 0."""

    name: str
    year: int
    as_of: datetime.date
    answered: frozenset[int]
    unanswered: frozenset[int]


def rounds(
    statements: Iterable[Statement],
    asked: Collection[tuple[int, int]],
    *,
    as_of: datetime.date,
    known_on: datetime.datetime | None = None,
) -> list[Round]:
    """The rounds on or before the day, newest first. `asked` are the (line, year) that have a budget."""
    found: dict[tuple[int, str], list[Statement]] = defaultdict(list)
    for one in statements:
        is_known = one.is_posted and one.as_of <= as_of and (known_on is None or one.known_at <= known_on)
        if one.follow_up_round and is_known:
            found[one.year, one.follow_up_round].append(one)
    made = [_round(year, name, several, asked) for (year, name), several in found.items()]
    return sorted(made, key=lambda one: (one.as_of, one.year, one.name), reverse=True)


def _round(year: int, name: str, several: list[Statement], asked: Collection[tuple[int, int]]) -> Round:
    answered = frozenset(
        one.line_id for one in several if one.kind == StatementKind.FORECAST and one.amount_ore is not None
    )
    lines = {line for line, of_year in asked if of_year == year}
    return Round(name, year, max(one.as_of for one in several), answered, frozenset(lines - answered))
