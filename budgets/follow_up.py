"""What became of a budget: forecasts, actual spending and accounts against the revised budget. Pure functions, in øre.

The rules in words:
- Statements (forecast, actual, accounts) are readings: per line, year and kind the latest on or before the day counts.
- Deviation = forecast less revised, or accounts less revised once the accounts are there. The word follows the kind of
  line: above 0 is overspending on an expenditure line and less income on an income line, whose amounts are negative.
  A municipality may turn the printed sign, never the word. A total compares only the lines that have both figures.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from budgets.ledger import Movement, Refusal, Revised, counting, revised
from budgets.models import DecisionState, Statement, StatementKind, TotalKind


def latest(
    statements: Iterable[Statement], *, as_of: datetime.date, known_on: datetime.datetime | None = None
) -> dict[tuple[int, int, str], Statement]:
    """{(line, year, kind): the posted statement that counts on the day}."""
    counted = [
        statement
        for statement in statements
        if statement.is_posted and statement.as_of <= as_of and (known_on is None or statement.known_at <= known_on)
    ]
    counted.sort(key=lambda statement: (statement.as_of, statement.known_at, statement.pk))
    return {(statement.line_id, statement.year, statement.kind): statement for statement in counted}


class DeviationWord(StrEnum):
    OVERSPENDING = "overspending"
    UNDERSPENDING = "underspending"
    MORE_INCOME = "more_income"
    LESS_INCOME = "less_income"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Deviation:
    """`ore` is forecast (or accounts) less revised; `word` follows the kind of line, whatever sign is printed."""

    ore: int
    word: DeviationWord
    share: Decimal | None

    def printed_ore(self, *, revised_first: bool) -> int:
        """The øre with the municipality's sign: revised less forecast when `revised_first`."""
        return -self.ore if revised_first else self.ore


def deviation(expected: int, revised_ore: int, *, is_income: bool) -> Deviation:
    """`share` is of the revised budget's size, None when there is nothing to divide by."""
    difference = expected - revised_ore
    share = Decimal(difference) / abs(revised_ore) if revised_ore else None
    return Deviation(difference, _word(difference, is_income), share)


def _word(difference: int, is_income: bool) -> DeviationWord:
    if difference == 0:
        return DeviationWord.NONE
    if is_income:
        return DeviationWord.MORE_INCOME if difference < 0 else DeviationWord.LESS_INCOME
    return DeviationWord.OVERSPENDING if difference > 0 else DeviationWord.UNDERSPENDING


@dataclass(frozen=True, slots=True)
class LineYear:
    """One line in one budget year. `expected` is the accounts when they are there, else the forecast."""

    line: int
    year: int
    is_income: bool
    revised: Revised | Refusal
    actual: Statement | None
    forecast: Statement | None
    accounts: Statement | None

    @property
    def revised_ore(self) -> int | None:
        return None if isinstance(self.revised, Refusal) else self.revised.ore

    @property
    def expected(self) -> Statement | None:
        return self.accounts or self.forecast

    @property
    def spent(self) -> Statement | None:
        return self.accounts or self.actual

    @property
    def deviation(self) -> Deviation | None:
        """None without a revised budget, without a statement, or when price levels differ."""
        if self.revised_ore is None or self.expected is None or self.expected.amount_ore is None:
            return None
        if not self._same_prices(self.expected):
            return None
        return deviation(self.expected.amount_ore, self.revised_ore, is_income=self.is_income)

    @property
    def spent_share(self) -> Decimal | None:
        """Actual as a share of revised, None when there is nothing to divide by."""
        if not self.revised_ore or self.spent is None or self.spent.amount_ore is None:
            return None
        return Decimal(self.spent.amount_ore) / self.revised_ore if self._same_prices(self.spent) else None

    @property
    def has_spent(self) -> bool:
        """Both the revised budget and the spending are known, and may be compared."""
        if self.revised_ore is None or self.spent is None or self.spent.amount_ore is None:
            return False
        return self._same_prices(self.spent)

    def _same_prices(self, statement: Statement) -> bool:
        """False only when both price levels are stated and differ."""
        stated = {"" if isinstance(self.revised, Refusal) else self.revised.price_level, statement.price_level} - {""}
        return len(stated) < 2


def follow_up(
    incomes: Mapping[int, bool],
    found: Iterable[Movement],
    statements: Iterable[Statement],
    *,
    as_of: datetime.date,
    known_on: datetime.datetime | None = None,
) -> list[LineYear]:
    """A row for each line and year that has an adopted movement or a statement. `incomes` is {line: is it income}."""
    by_place: dict[tuple[int, int], list[Movement]] = defaultdict(list)
    for movement in counting(found, as_of=as_of, known_on=known_on):
        if movement.year is not None and movement.decision == DecisionState.ADOPTED:
            by_place[movement.line, movement.year].append(movement)
    readings = latest(statements, as_of=as_of, known_on=known_on)
    places = {*by_place, *((line, year) for line, year, _kind in readings)}
    return [
        LineYear(
            line=line,
            year=year,
            is_income=incomes[line],
            revised=revised(by_place[line, year]),
            actual=readings.get((line, year, StatementKind.ACTUAL)),
            forecast=readings.get((line, year, StatementKind.FORECAST)),
            accounts=readings.get((line, year, StatementKind.ACCOUNTS)),
        )
        for line, year in sorted(places, key=lambda place: (place[1], place[0]))
        if line in incomes
    ]


def usual_year(followed: Collection[int], read: Collection[int], this_year: int) -> int | None:
    """The year that is shown where none is asked for: that of the day when something is adopted or stated for it; else
    the latest before it with a reading, else the latest with a budget, else the first that is still to come. None where
    there is nothing. `followed` are the years with either, `read` those with a reading.
    """
    if this_year in followed:
        return this_year
    for years in (read, followed):
        if before := [year for year in years if year <= this_year]:
            return max(before)
    return min(followed, default=None)


def usual_year_of(rows: Iterable[LineYear], this_year: int) -> int | None:
    rows = list(rows)
    read = {row.year for row in rows if row.expected is not None or row.spent is not None}
    return usual_year({row.year for row in rows}, read, this_year)


@dataclass(frozen=True, slots=True)
class YearTotal:
    """Totals over lines of one year, or of a period, in which each line stands once a year.

    The deviation is over the `compared` rows only, the spent share over `spent_lines`; `lines` counts all of them.
    `price_levels` are those that stand in the way of adding the statements, empty when nothing does.
    """

    lines: int
    line_ids: frozenset[int]
    revised: Revised | Refusal
    expected: int | None
    compared: int
    deviation: Deviation | None
    spent: int | None
    spent_lines: int
    spent_share: Decimal | None
    price_levels: tuple[str, ...] = ()


def year_total(rows: Iterable[LineYear], found: Iterable[Movement]) -> YearTotal:
    """`found` are the movements behind the rows, of their years. Where they cannot be added up, nothing is compared."""
    rows = list(rows)
    total = revised(found)
    levels = _levels(rows)
    refused = isinstance(total, Refusal) or len(levels) > 1
    compared = [] if refused else [row for row in rows if row.deviation is not None]
    spent = [] if refused else [row for row in rows if row.has_spent]
    expected, budget = _sum(row.expected for row in compared), sum(row.revised_ore or 0 for row in compared)
    spending, spent_budget = _sum(row.spent for row in spent), sum(row.revised_ore or 0 for row in spent)
    only_income = bool(rows) and all(row.is_income for row in rows)
    return YearTotal(
        lines=len(rows),
        line_ids=frozenset(row.line for row in rows),
        revised=total,
        expected=expected if compared else None,
        compared=len(compared),
        deviation=deviation(expected, budget, is_income=only_income) if compared else None,
        spent=spending if spent else None,
        spent_lines=len(spent),
        spent_share=Decimal(spending) / spent_budget if spent_budget else None,
        price_levels=levels if len(levels) > 1 else (),
    )


def _levels(rows: Iterable[LineYear]) -> tuple[str, ...]:
    """The stated price levels of the statements that a total would add up."""
    statements = (one for row in rows for one in (row.expected, row.spent) if one is not None)
    return tuple(sorted({one.price_level for one in statements} - {""}))


def _sum(statements: Iterable[Statement | None]) -> int:
    return sum(statement.amount_ore or 0 for statement in statements if statement is not None)


@dataclass(frozen=True, slots=True)
class ReadTogether:
    """What the figures of one kind come to over lines, of which `known` have one.

    `ore` is None when none has, or when their price levels differ: those are never added.
    """

    ore: int | None
    known: int
    lines: int


def read_together(kind: str, rows: Iterable[LineYear]) -> ReadTogether:
    """What a printed total of a follow-up is held against. `kind` is a TotalKind, but not what is budgeted."""
    found = [_figure(kind, row) for row in rows]
    known = [figure for figure in found if figure is not None]
    may_be_added = bool(known) and len({level for _ore, level in known} - {""}) < 2
    return ReadTogether(sum(ore for ore, _level in known) if may_be_added else None, len(known), len(found))


def _figure(kind: str, row: LineYear) -> tuple[int, str] | None:
    """(øre, price level) of a line, None when it has no such figure."""
    if kind in (TotalKind.ORIGINAL, TotalKind.REVISED):
        if isinstance(row.revised, Refusal):
            return None
        ore = row.revised.original if kind == TotalKind.ORIGINAL else row.revised.ore
        return None if ore is None else (ore, row.revised.price_level)
    reading = {TotalKind.ACTUAL: row.actual, TotalKind.FORECAST: row.forecast}.get(TotalKind(kind), row.accounts)
    return None if reading is None or reading.amount_ore is None else (reading.amount_ore, reading.price_level)
