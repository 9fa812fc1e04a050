"""All amounts of some lines, summed by the database for each decision state and price level. Equal to ledger.add.

Entries and the two ends of transfers are summed apart and joined here: in one join each would repeat the others.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Abs, Coalesce

from budgets.models import BudgetLine, DecisionState, Entry, Transfer
from organisation.units import Unit

# The powers of ten that decide how many decimals an amount takes in its unit.
POWERS = (1, 2, 4, 5, 6, 7)
TERMS = ("decision_state", "price_level")

Wanted = QuerySet[Any, Any] | list[int]


@dataclass(frozen=True, slots=True)
class DecisionSum:
    """`ore` is None when nothing is stated. `fractions` are the powers of ten that not every amount is divided by."""

    decision: str
    price_level: str
    ore: int | None
    not_stated: int
    lines: int
    years: tuple[int, ...]
    is_partly_undistributed: bool
    units: frozenset[str]
    fractions: frozenset[int]
    is_fictional: bool

    def decimals(self, unit: Unit, fewest: int, most: int) -> int:
        """As few decimals as print every amount exactly."""
        fits = (places for places in range(fewest, most) if unit.exponent - places not in self.fractions)
        return next(fits, most)


def by_decision(lines: QuerySet[BudgetLine] | Iterable[int], *, as_of: datetime.date) -> list[DecisionSum]:
    """Of the distinct lines, all that is posted and not rejected, in no order. Six queries."""
    # A queryset stays a subquery, so that a line counts once however it was found.
    wanted = lines.order_by().values("pk") if isinstance(lines, QuerySet) else list(lines)
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in _sums(wanted, as_of):
        found[row["decision_state"], row["price_level"]].append(row)
    counts = _lines(wanted, as_of)
    return [_sum(terms, rows, counts.get(terms, 0)) for terms, rows in found.items()]


def by_line(lines: QuerySet[BudgetLine] | Iterable[int], *, as_of: datetime.date) -> dict[int, list[DecisionSum]]:
    """The same of each line for itself, for groups that take them together. Three queries."""
    wanted = lines.order_by().values("pk") if isinstance(lines, QuerySet) else list(lines)
    found: dict[int, dict[tuple[str, str], list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in _sums(wanted, as_of, of_each_line=True):
        found[row["of_line"]][row["decision_state"], row["price_level"]].append(row)
    return {line: [_sum(terms, rows, 1) for terms, rows in own.items()] for line, own in found.items()}


def merged(sums: Iterable[DecisionSum]) -> list[DecisionSum]:
    """The sums of distinct lines taken together."""
    found: dict[tuple[str, str], list[DecisionSum]] = defaultdict(list)
    for one in sums:
        found[one.decision, one.price_level].append(one)
    return [_together(several) for several in found.values()]


def _together(several: list[DecisionSum]) -> DecisionSum:
    stated = [one.ore for one in several if one.ore is not None]
    return DecisionSum(
        decision=several[0].decision,
        price_level=several[0].price_level,
        ore=sum(stated) if stated else None,
        not_stated=sum(one.not_stated for one in several),
        lines=sum(one.lines for one in several),
        years=tuple(sorted({year for one in several for year in one.years})),
        is_partly_undistributed=any(one.is_partly_undistributed for one in several),
        units=frozenset[str]().union(*(one.units for one in several)),
        fractions=frozenset[int]().union(*(one.fractions for one in several)),
        is_fictional=any(one.is_fictional for one in several),
    )


def _sum(terms: tuple[str, str], rows: list[Mapping[str, Any]], lines: int) -> DecisionSum:
    stated = [row["sign"] * int(row["ore"]) for row in rows if row["ore"] is not None]
    return DecisionSum(
        decision=terms[0],
        price_level=terms[1],
        ore=sum(stated) if stated else None,
        not_stated=sum(row["number"] - row["stated"] for row in rows),
        lines=lines,
        years=tuple(sorted({row["year"] for row in rows if row["year"] is not None})),
        is_partly_undistributed=any(row["year"] is None for row in rows),
        units=frozenset(row["unit"] for row in rows if row["unit"]),
        fractions=frozenset(power for row in rows for power in POWERS if row[f"rest_{power}"]),
        is_fictional=any(row["fictional"] for row in rows),
    )


def _sums(lines: Wanted, as_of: datetime.date, *, of_each_line: bool = False) -> Iterator[Mapping[str, Any]]:
    rests = {f"rest_{power}": Max(Abs(F("amount_ore") % 10**power)) for power in POWERS}
    for rows, end, sign in _movements(lines, as_of):
        terms = (*TERMS, "year", "unit") if end == "line" else (*TERMS, "year")
        terms = (*terms, end) if of_each_line else terms
        summed = rows.order_by().values(*terms).annotate(
            ore=Sum("amount_ore"), stated=Count("amount_ore"), number=Count("pk"),
            fictional=Count("pk", filter=Q(is_fictional=True)), **rests,
        )  # fmt: skip
        for row in summed:
            yield {"unit": "", **row, "sign": sign, "of_line": row.get(end)}


def _lines(lines: Wanted, as_of: datetime.date) -> dict[tuple[str, str], int]:
    """How many lines each sum is over. Transfers are few: their lines are counted here where no entry has them."""
    (entries, _end, _sign), *legs = _movements(lines, as_of)
    counted = entries.order_by().values_list(*TERMS).annotate(lines=Count("line", distinct=True))
    numbers = {(decision, level): lines for decision, level, lines in counted}
    alone: dict[tuple[str, str], set[int]] = defaultdict(set)
    for rows, end, _sign in legs:
        same = entries.filter(line=OuterRef(end), **{term: OuterRef(term) for term in TERMS})
        for decision, level, line in rows.order_by().filter(~Exists(same)).values_list(*TERMS, end).distinct():
            alone[decision, level].add(line)
    return {terms: numbers.get(terms, 0) + len(alone[terms]) for terms in {*numbers, *alone}}


def _movements(lines: Wanted, as_of: datetime.date) -> list[tuple[QuerySet[Any], str, int]]:
    """(rows, the column of their line, sign)."""
    entries, transfers = _counting(Entry.objects.all(), as_of), _counting(Transfer.objects.all(), as_of)
    return [
        (entries.filter(line__in=lines), "line", 1),
        (transfers.filter(to_line__in=lines), "to_line", 1),
        (transfers.filter(from_line__in=lines), "from_line", -1),
    ]


def _counting(rows: QuerySet[Any], as_of: datetime.date) -> QuerySet[Any]:
    day = Coalesce("effective_start", "decision__effective_start")
    posted: QuerySet[Any] = rows.filter(posted_at__isnull=False).exclude(decision_state=DecisionState.REJECTED)
    counting: QuerySet[Any] = posted.alias(day=day).filter(Q(day__isnull=True) | Q(day__lte=as_of))
    return counting
