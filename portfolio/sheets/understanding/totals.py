"""Rows and columns that state a total: kept beside the computed one, and never repaired."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from organisation.numbers import ParsedAmount, format_exact_amount
from organisation.units import Unit
from portfolio.sheets.reading import Cell, Sheet
from portfolio.sheets.understanding.layout import DERIVED, Column, Layout, Meaning, Row, RowRole, TableKind
from portfolio.sheets.understanding.problems import Problem, Severity
from portfolio.sheets.understanding.readings import Record
from portfolio.sheets.understanding.records import Reader

_SUMS = (RowRole.SUBTOTAL, RowRole.TOTAL)


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """`computed_ore` is the sum of the rows or columns that it covers, of which `unknown` have no amount.

    `label_at` is the address of the cell that names it, `covers` are the rows, from 0. `matches` is None when the total
    itself is not stated.
    """

    label: str
    label_at: str
    address: str
    stated: ParsedAmount
    computed_ore: int
    unknown: int
    column: int
    row: int
    is_of_row: bool = False
    covers: tuple[int, ...] = ()

    @property
    def matches(self) -> bool | None:
        return None if self.stated.ore is None else self.stated.ore == self.computed_ore


def totals_of(sheet: Sheet, layout: Layout, reader: Reader) -> tuple[tuple[StatedTotal, ...], list[Problem]]:
    totals = [*_of_rows(sheet, layout, reader), *_of_columns(sheet, layout, reader.records)]
    return tuple(totals), [problem for total in totals for problem in _mismatch(sheet, total)]


def _of_rows(sheet: Sheet, layout: Layout, reader: Reader) -> list[StatedTotal]:
    """Totals stand under what they add up, unless the first of them has nothing above it and those below fit better."""
    stated = [
        (row, column, amount)
        for row in layout.rows
        if row.role in _SUMS and _is_used(row, layout)
        for column in layout.used
        if column.is_money and (amount := _stated(sheet, row, column, reader)) is not None
    ]
    if not stated:
        return []
    rows = [record.row for record in reader.records]
    above = _spans_above(layout)
    under = [_total(sheet, *one, _within(reader.records, rows, above[one[0].index])) for one in stated]
    if under[0].covers:
        return under
    below = _spans_below(layout, rows)
    over = [_total(sheet, *one, _within(reader.records, rows, below[one[0].index])) for one in stated]
    return min(over, under, key=lambda totals: sum(total.matches is False for total in totals))


def _spans_above(layout: Layout) -> dict[int, tuple[int, int]]:
    """A subtotal covers the rows since the last one, or since its theme began; a total all rows.

    One right under another stands higher, and covers all back to the last that stands as high.
    """
    spans: dict[int, tuple[int, int]] = {}
    above: list[tuple[int, int]] = []
    since, is_right_under = 0, False
    for row in layout.rows:
        if row.role is RowRole.THEME:
            since, is_right_under = row.index, False
        elif not _is_used(row, layout):
            continue
        elif row.role is RowRole.DATA:
            is_right_under = False
        elif row.role in _SUMS:
            height = above[-1][0] + 1 if is_right_under else 0
            if is_right_under:
                while above and above[-1][0] < height:
                    above.pop()
                since = above[-1][1] if above else 0
            spans[row.index] = (since if row.role is RowRole.SUBTOTAL else 0, row.index)
            above.append((height, row.index))
            since, is_right_under = row.index, True
    return spans


def _spans_below(layout: Layout, records: Sequence[int]) -> dict[int, tuple[int, int]]:
    """A subtotal covers the rows to the next theme or total; one right above another all that is below it."""
    ends = [row for row in layout.rows if row.role in {*_SUMS, RowRole.THEME} and _is_used(row, layout)]
    last = layout.rows[-1].index + 1
    spans: dict[int, tuple[int, int]] = {}
    for row, after in zip(ends, [*(one.index for one in ends[1:]), last], strict=True):
        has_rows = bisect_left(records, row.index) < bisect_left(records, after)
        spans[row.index] = (row.index, after if has_rows else last) if row.role is RowRole.SUBTOTAL else (0, row.index)
    return spans


def _within(records: Sequence[Record], rows: Sequence[int], span: tuple[int, int]) -> Sequence[Record]:
    first, end = span
    return records[bisect_left(rows, first) : bisect_left(rows, end)]


def _is_used(row: Row, layout: Layout) -> bool:
    return not row.is_hidden or layout.correction.with_hidden_rows


def _stated(sheet: Sheet, row: Row, column: Column, reader: Reader) -> ParsedAmount | None:
    cell = sheet.cell(row.index, column.index)
    return None if cell.is_blank else reader.amount(cell, column)


def _total(sheet: Sheet, row: Row, column: Column, stated: ParsedAmount, covered: Sequence[Record]) -> StatedTotal:
    computed, unknown = _sum(record.value(column) for record in covered)
    rows = tuple(dict.fromkeys(record.row for record in covered))
    label, label_at = _label(sheet, row)
    at = sheet.cell(row.index, column.index).address
    return StatedTotal(label, label_at, at, stated, computed, unknown, column.index, row.index, covers=rows)


def _label(sheet: Sheet, row: Row) -> tuple[str, str]:
    """The first words of the row, and where they stand."""
    cells = (sheet.cell(row.index, column) for column in range(sheet.width))
    named = next((cell for cell in cells if isinstance(cell.value, str)), None)
    return (named.raw.strip(" :"), named.address) if named else (row.label, sheet.cell(row.index, 0).address)


def _sum(values: Iterable[object]) -> tuple[int, int]:
    amounts = [value for value in values if isinstance(value, ParsedAmount)]
    known = [amount.ore for amount in amounts if amount.ore is not None]
    return sum(known), len(amounts) - len(known)


def _of_columns(sheet: Sheet, layout: Layout, records: Iterable[Record]) -> list[StatedTotal]:
    """The total of a row over the columns of single years."""
    column, summed = layout.first(Meaning.ROW_TOTAL), columns_of_years(layout)
    if column is None or not summed:
        return []
    found = []
    # A total of a row is called as its column.
    named_at = sheet.cell(layout.header_rows[-1] if layout.header_rows else 0, column.index).address
    for record in records:
        stated = record.value(column)
        if isinstance(stated, ParsedAmount) and not is_of_period(layout, record, column, summed):
            at, place = sheet.cell(record.row, column.index).address, (column.index, record.row, True, (record.row,))
            computed, unknown = _sum(record.value(one) for one in summed)
            found.append(StatedTotal(record.name, named_at, at, stated, computed, unknown, *place))
    return found


def columns_of_years(layout: Layout) -> list[Column]:
    """Those that a column of the total of a row adds up."""
    return [one for one in layout.used if one.is_money and one.meaning not in DERIVED and one.year]


def is_of_period(layout: Layout, record: Record, column: Column, summed: Sequence[Column]) -> bool:
    """The only amount of the row is that of its period: it adds up nothing, and is not spread over years."""
    if layout.kind is not TableKind.BUDGET_WIDE or not column.period or column.meaning is not Meaning.ROW_TOTAL:
        return False
    return not any(isinstance(value := record.value(one), ParsedAmount) and value.ore is not None for one in summed)


def _mismatch(sheet: Sheet, total: StatedTotal) -> list[Problem]:
    if total.matches is not False or total.stated.ore is None:
        return []
    unit = total.stated.unit or Unit.KR
    reason = _("The total states %(stated)s, but what it covers adds up to %(computed)s.") % {
        "stated": format_exact_amount(total.stated.ore, unit),
        "computed": format_exact_amount(total.computed_ore, unit),
    }
    # A unit ends in a full stop of its own.
    reason = reason.replace("..", ".")
    cell: Cell = sheet.cell(total.row, total.column)
    advice = (
        _("The total is not corrected. Check the amounts of the row.")
        if total.is_of_row
        else _("The total is not corrected. Check whether a row is missing or hidden.")
    )
    return [Problem(Severity.WARNING, sheet.name, cell.address, cell.raw, reason, advice)]
