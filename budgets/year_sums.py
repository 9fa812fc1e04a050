"""The revised budget of one year over many lines, and what is expected against it, summed by the database.

Equal to follow_up.year_total of the same lines; a test holds them together.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import Aggregate, Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Greatest

from budgets.decision_sums import Movements, Wanted, missing, movements_of
from budgets.follow_up import Deviation, deviation
from budgets.follow_up import usual_year as usual_of_years
from budgets.ledger import Reason, Refusal
from budgets.models import BudgetLine, DecisionState, Direction, Statement, StatementKind

Rows = QuerySet[Any, Any]
Moment = datetime.datetime | None
ADOPTED = Q(decision_state=DecisionState.ADOPTED)


@dataclass(frozen=True, slots=True)
class YearSum:
    """`ore` is None when nothing is adopted or stated, or when `refusal` says why it is not added together.

    The deviation is over `compared` of the `lines` that have a figure of the year; `not_stated` is that of a Total.
    """

    ore: int | None
    refusal: Refusal | None
    deviation: Deviation | None
    is_fictional: bool
    not_stated: int = 0
    compared: int = 0
    lines: int = 0


def usual_year(lines: QuerySet[BudgetLine], *, as_of: datetime.date, known_on: Moment = None) -> int | None:
    """The year that is shown where none is asked for. One query."""
    wanted = lines.order_by().values("pk")
    moves = [rows.filter(ADOPTED, year__isnull=False) for rows, _end, _sign in movements_of(wanted, as_of, known_on)]
    read = _stated(as_of, known_on).filter(line__in=wanted)
    first, *others = [
        *(rows.order_by().values_list("year", Value(0)) for rows in moves),
        read.order_by().values_list("year", Value(1)),
    ]
    found = list(first.union(*others))
    return usual_of_years({year for year, _is_read in found}, {year for year, is_read in found if is_read}, as_of.year)


def year_sum(lines: QuerySet[BudgetLine], year: int, *, as_of: datetime.date, known_on: Moment = None) -> YearSum:
    """Of the distinct lines. At most eleven queries."""
    adopted = _adopted(lines.order_by().values("pk"), year, as_of, known_on)
    revised, levels = _revised(adopted)
    if revised.refusal is not None:
        return revised
    readings = _readings(year, as_of, known_on)
    latest = _latest(readings, lines.order_by().values("pk"))
    counted: Rows = lines.order_by().filter(_figures(adopted, readings)).values_list("direction")
    by_direction: dict[str, int] = dict(counted.annotate(number=Count("pk", distinct=True)))
    compared, expected, budget = _compared(adopted, latest, levels)
    is_income = by_direction.keys() <= {Direction.INCOME.value}
    found = deviation(expected, budget, is_income=is_income) if compared else None
    return replace(revised, deviation=found, compared=compared, lines=sum(by_direction.values()))


def revised_sum(lines: QuerySet[BudgetLine], year: int, *, as_of: datetime.date, known_on: Moment = None) -> YearSum:
    """The revised budget alone, without what is expected against it. Three queries."""
    revised, _levels = _revised(_adopted(lines.order_by().values("pk"), year, as_of, known_on))
    return revised


def _revised(adopted: Movements) -> tuple[YearSum, tuple[str, ...]]:
    """And the price levels that are stated."""
    parts = []
    for rows, end, sign in adopted:
        summed = rows.order_by().values_list("price_level").annotate(**_sums(rows, end))
        parts += [_Part(level, _signed(sign, ore), *rest) for level, ore, *rest in summed]
    return _together(parts), _levels(parts)


def revised_by_line(
    lines: Iterable[int], year: int, *, as_of: datetime.date, known_on: Moment = None
) -> dict[int, YearSum]:
    """{line: its revised budget}; a line of which nothing is adopted is not there. Three queries."""
    found: dict[int, list[_Part]] = defaultdict(list)
    for rows, end, sign in _adopted(list(lines), year, as_of, known_on):
        summed = rows.order_by().values_list(end, "price_level").annotate(**_sums(rows, end))
        for line, level, ore, *rest in summed:
            found[line].append(_Part(level, _signed(sign, ore), *rest))
    return {line: _together(parts) for line, parts in found.items()}


class _Part(NamedTuple):
    """What the database has summed of one price level."""

    level: str
    ore: int | None
    fictional: int
    not_stated: int


def _sums(rows: Rows, end: str) -> dict[str, Aggregate]:
    return {
        "ore": Sum("amount_ore"),
        "fictional": Count("pk", filter=Q(is_fictional=True)),
        # What is added is adopted, whatever its price level: a sum of several is refused.
        "not_stated": Count("pk", filter=missing(rows, end, terms=())),
    }


def _signed(sign: int, ore: int | None) -> int | None:
    return None if ore is None else sign * int(ore)


def _levels(parts: Iterable[_Part]) -> tuple[str, ...]:
    return tuple(sorted({part.level for part in parts} - {""}))


def _together(parts: list[_Part]) -> YearSum:
    levels, is_fictional = _levels(parts), any(part.fictional for part in parts)
    if len(levels) > 1:
        return YearSum(None, Refusal(Reason.PRICE_LEVELS, levels), None, is_fictional)
    stated = [part.ore for part in parts if part.ore is not None]
    not_stated = sum(part.not_stated for part in parts)
    return YearSum(sum(stated) if stated else None, None, None, is_fictional, not_stated)


def _adopted(lines: Wanted, year: int, as_of: datetime.date, known_on: Moment) -> Movements:
    return [(rows.filter(ADOPTED, year=year), end, sign) for rows, end, sign in movements_of(lines, as_of, known_on)]


def _readings(year: int, as_of: datetime.date, known_on: Moment) -> Rows:
    return _stated(as_of, known_on).filter(year=year)


def _stated(as_of: datetime.date, known_on: Moment) -> Rows:
    known = Q() if known_on is None else Q(recorded_at__lte=known_on, posted_at__lte=known_on)
    return Statement.objects.posted().on_or_before(as_of).filter(known)


def _latest(readings: Rows, lines: Wanted) -> Rows:
    """The readings that count: of each line and kind the latest. Accounts stand before what was expected or spent."""
    same = readings.filter(line=OuterRef("line"), kind=OuterRef("kind"))
    newest = same.alias(known=Greatest("recorded_at", "posted_at")).order_by("-as_of", "-known", "-pk")
    accounts = Exists(readings.filter(line=OuterRef("line"), kind=StatementKind.ACCOUNTS))
    of_lines = readings.filter(line__in=lines).filter(Q(kind=StatementKind.ACCOUNTS) | ~accounts)
    latest: Rows = of_lines.filter(pk=Subquery(newest.values("pk")[:1])).order_by()
    return latest


def _compared(adopted: Movements, latest: Rows, levels: tuple[str, ...]) -> tuple[int, int, int]:
    """Of the lines that have both figures, in the same prices: how many, what is expected and what is budgeted."""
    stated = {level for level in latest.values_list("price_level", flat=True).distinct() if level}
    if len(stated) > 1:
        return 0, 0, 0
    compared = latest.filter(_budgeted(adopted, Q(amount_ore__isnull=False)), amount_ore__isnull=False)
    compared = compared.exclude(kind=StatementKind.ACTUAL)
    if stated and levels and stated != set(levels):
        compared = compared.exclude(Q(price_level__in=stated) & _budgeted(adopted, Q(price_level__in=levels)))
    expected = compared.aggregate(ore=Sum("amount_ore"), number=Count("pk"))
    if not expected["number"]:
        return 0, 0, 0
    budget = 0
    for rows, end, sign in adopted:
        own = rows.filter(**{f"{end}__in": compared.values("line")}).aggregate(ore=Sum("amount_ore"))["ore"]
        budget += sign * int(own or 0)
    return int(expected["number"]), int(expected["ore"]), budget


def _budgeted(adopted: Movements, condition: Q) -> Q:
    """Of a statement: its line has an adopted movement of which the condition is true."""
    found = Q()
    for rows, end, _sign in adopted:
        found |= Q(Exists(rows.filter(condition, **{end: OuterRef("line")})))
    return found


def with_figures(
    lines: QuerySet[BudgetLine], year: int, *, as_of: datetime.date, known_on: Moment = None
) -> QuerySet[BudgetLine]:
    """Those that have an adopted movement or a reading of the year, in the order of the budget."""
    wanted = lines.order_by().values("pk")
    figures = _figures(_adopted(wanted, year, as_of, known_on), _readings(year, as_of, known_on))
    return lines.filter(figures).order_by("position", "sort_key", "pk")


def _figures(adopted: Movements, readings: Rows) -> Q:
    """Of a line: it has a figure of the year."""
    found = Q(Exists(readings.filter(line=OuterRef("pk"))))
    for rows, end, _sign in adopted:
        found |= Q(Exists(rows.filter(**{end: OuterRef("pk")})))
    return found
