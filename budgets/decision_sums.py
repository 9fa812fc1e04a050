"""All amounts of some lines, summed by the database for each decision state and price level. Equal to ledger.add.

Entries and the two ends of transfers are summed apart and joined here: in one join each would repeat the others.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from budgets.models import BudgetLine, DecisionState, Entry, EntryKind, Transfer, ValueState
from organisation.units import Unit

# The powers of ten that decide how many decimals an amount takes in its unit.
POWERS = (1, 2, 4, 5, 6, 7)
# {the largest of them that an amount is divided by: those that it is not divided by}
FRACTIONS = {zeros: frozenset(power for power in POWERS if power > zeros) for zeros in (0, *POWERS)}
TERMS = ("decision_state", "price_level")

Wanted = QuerySet[Any, Any] | Collection[int]
Lines = QuerySet[BudgetLine] | Iterable[int]
# (rows, the column of their line, sign)
Movements = list[tuple[QuerySet[Any, Any], str, int]]


@dataclass(frozen=True, slots=True)
class DecisionSum:
    """`ore` is None when nothing is stated. `fractions` are the powers of ten that not every amount is divided by.

    `states` are the value states of the amounts.
    """

    decision: str
    price_level: str
    ore: int | None
    not_stated: int
    lines: int
    years: tuple[int, ...]
    is_partly_undistributed: bool
    units: frozenset[str]
    fractions: frozenset[int]
    states: frozenset[str]
    is_fictional: bool

    def decimals(self, unit: Unit, fewest: int, most: int) -> int:
        """As few decimals as print every amount exactly."""
        fits = (places for places in range(fewest, most) if unit.exponent - places not in self.fractions)
        return next(fits, most)


def by_decision(lines: Lines, *, as_of: datetime.date, known_on: datetime.datetime | None = None) -> list[DecisionSum]:
    """Of the distinct lines, all that is posted and not rejected, in no order. Six queries."""
    wanted = _wanted(lines)
    found: dict[tuple[str, str], list[_Part]] = defaultdict(list)
    for part in _sums(movements_of(wanted, as_of, known_on)):
        found[part.decision, part.price_level].append(part)
    counts = _lines(movements_of(wanted, as_of, known_on))
    return [_sum(terms, parts, counts.get(terms, 0)) for terms, parts in found.items()]


def by_line(
    lines: Lines, *, as_of: datetime.date, known_on: datetime.datetime | None = None
) -> dict[int, list[DecisionSum]]:
    """The same of each line for itself, for groups that take them together. Three queries."""
    found: dict[tuple[int, str, str], list[_Part]] = defaultdict(list)
    for part in _sums(movements_of(_wanted(lines), as_of, known_on), of_each_line=True):
        found[part.of_line or 0, part.decision, part.price_level].append(part)
    sums: dict[int, list[DecisionSum]] = defaultdict(list)
    for (line, *terms), parts in found.items():
        sums[line].append(_sum((terms[0], terms[1]), parts, 1))
    return sums


def _wanted(lines: Lines) -> Wanted:
    """A queryset stays a subquery, so that a line counts once however it was found."""
    return lines.order_by().values("pk") if isinstance(lines, QuerySet) else list(lines)


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
        states=frozenset[str]().union(*(one.states for one in several)),
        is_fictional=any(one.is_fictional for one in several),
    )


def _sum(terms: tuple[str, str], parts: list[_Part], lines: int) -> DecisionSum:
    stated = [part.ore for part in parts if part.ore is not None]
    zeros = min((part.zeros for part in parts if part.zeros is not None), default=POWERS[-1])
    return DecisionSum(
        decision=terms[0],
        price_level=terms[1],
        ore=sum(stated) if stated else None,
        not_stated=sum(part.missing for part in parts),
        lines=lines,
        years=tuple(sorted({part.year for part in parts if part.year is not None})),
        is_partly_undistributed=any(part.year is None for part in parts),
        units=frozenset(part.unit for part in parts if part.unit),
        fractions=FRACTIONS[zeros],
        states=frozenset(part.state for part in parts),
        is_fictional=any(part.fictional for part in parts),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What the database has summed; `zeros` is the largest of POWERS that every stated amount is divided by."""

    of_line: int | None
    decision: str
    price_level: str
    year: int | None
    unit: str
    state: str
    ore: int | None
    missing: int
    fictional: int
    zeros: int | None


def _sums(movements: Movements, *, of_each_line: bool = False) -> Iterator[_Part]:
    rests = {f"rest_{power}": F("amount_ore") % 10**power for power in POWERS}
    whole = Case(*(When(Q(**{f"rest_{power}": 0}), then=power) for power in reversed(POWERS)), default=0)
    for rows, end, sign in movements:
        line = F(end) if of_each_line else Value(None, IntegerField())
        # A transfer always moves an amount.
        unit, state = (F("unit"), F("value_state")) if end == "line" else (Value(""), Value(ValueState.VALUE.value))
        summed = rows.order_by().alias(**rests).values_list(line, *TERMS, "year", unit, state).annotate(
            ore=Sum("amount_ore"), missing=Count("pk", filter=missing(rows, end)),
            fictional=Count("pk", filter=Q(is_fictional=True)),
            zeros=Min(whole, filter=Q(amount_ore__isnull=False)),
        )  # fmt: skip
        for of_line, decision, level, year, unit_of, kind, ore, *rest in summed:
            yield _Part(of_line, decision, level, year, unit_of, kind, None if ore is None else sign * int(ore), *rest)


def missing(rows: QuerySet[Any, Any], end: str, *, terms: Collection[str] = TERMS) -> Q:
    """As ledger.missing of what is added, which is of the same `terms`. A transfer always moves an amount."""
    unknown = Q(amount_ore__isnull=True)
    if end != "line":
        return unknown
    stated = rows.filter(amount_ore__isnull=False, **{term: OuterRef(term) for term in terms})
    day = Coalesce(OuterRef("day"), Value(datetime.date.min), output_field=DateField())
    of_line = stated.filter(kind=EntryKind.UNSPECIFIED, line=OuterRef("line"), year=OuterRef("year"))
    return unknown & ~Q(Exists(stated.filter(corrects=OuterRef("pk")))) & ~Q(Exists(of_line.filter(day__gte=day)))


def _lines(movements: Movements) -> dict[tuple[str, str], int]:
    """How many lines each sum is over. Transfers are few: their lines are counted here where no entry has them."""
    (entries, _end, _sign), *legs = movements
    counted = entries.order_by().values_list(*TERMS).annotate(lines=Count("line", distinct=True))
    numbers = {(decision, level): lines for decision, level, lines in counted}
    alone: dict[tuple[str, str], set[int]] = defaultdict(set)
    for rows, end, _sign in legs:
        same = entries.filter(line=OuterRef(end), **{term: OuterRef(term) for term in TERMS})
        for decision, level, line in rows.order_by().filter(~Exists(same)).values_list(*TERMS, end).distinct():
            alone[decision, level].add(line)
    return {terms: numbers.get(terms, 0) + len(alone[terms]) for terms in {*numbers, *alone}}


def movements_of(lines: Wanted, as_of: datetime.date, known_on: datetime.datetime | None = None) -> Movements:
    """What is posted and not rejected, as of the day: (rows, the column of their line, sign)."""
    entries = _counting(Entry.objects.all(), as_of, known_on)
    transfers = _counting(Transfer.objects.all(), as_of, known_on)
    return [
        (entries.filter(line__in=lines), "line", 1),
        (transfers.filter(to_line__in=lines), "to_line", 1),
        (transfers.filter(from_line__in=lines), "from_line", -1),
    ]


def _counting(rows: QuerySet[Any], as_of: datetime.date, known_on: datetime.datetime | None) -> QuerySet[Any]:
    day = Coalesce("effective_start", "decision__effective_start")
    known = Q() if known_on is None else Q(recorded_at__lte=known_on, posted_at__lte=known_on)
    posted: QuerySet[Any] = rows.filter(known, posted_at__isnull=False).exclude(decision_state=DecisionState.REJECTED)
    counting: QuerySet[Any] = posted.alias(day=day).filter(Q(day__isnull=True) | Q(day__lte=as_of))
    return counting
