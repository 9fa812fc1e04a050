"""Rows and columns that state a total: kept beside the computed one, and never repaired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from organisation.numbers import ParsedAmount, format_exact_amount
from organisation.units import Unit
from portfolio.sheets.reading import Cell, Sheet
from portfolio.sheets.understanding.layout import DERIVED, Column, Layout, Meaning, Row, RowRole
from portfolio.sheets.understanding.problems import Problem, Severity
from portfolio.sheets.understanding.readings import Record
from portfolio.sheets.understanding.records import Reader


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
    """A subtotal covers the rows since the last one, or since its theme began; a total all rows."""
    found: list[StatedTotal] = []
    since = 0
    for row in layout.rows:
        if row.role is RowRole.THEME:
            since = row.index
        elif row.role in {RowRole.SUBTOTAL, RowRole.TOTAL} and _is_used(row, layout):
            first = since if row.role is RowRole.SUBTOTAL else 0
            covered = [record for record in reader.records if first <= record.row < row.index]
            found += [
                total
                for column in layout.used
                if column.is_money and (total := _total(sheet, row, column, covered, reader)) is not None
            ]
            since = row.index
    return found


def _is_used(row: Row, layout: Layout) -> bool:
    return not row.is_hidden or layout.correction.with_hidden_rows


def _total(sheet: Sheet, row: Row, column: Column, covered: Sequence[Record], reader: Reader) -> StatedTotal | None:
    cell = sheet.cell(row.index, column.index)
    if cell.is_blank:
        return None
    stated = reader.amount(cell, column)
    if stated is None:
        return None
    computed, unknown = _sum(record.value(column) for record in covered)
    rows = tuple(dict.fromkeys(record.row for record in covered))
    label, label_at = _label(sheet, row)
    return StatedTotal(label, label_at, cell.address, stated, computed, unknown, column.index, row.index, covers=rows)


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
    column = layout.first(Meaning.ROW_TOTAL)
    summed = [one for one in layout.used if one.is_money and one.meaning not in DERIVED and one.year]
    if column is None or not summed:
        return []
    found = []
    # A total of a row is called as its column.
    named_at = sheet.cell(layout.header_rows[-1] if layout.header_rows else 0, column.index).address
    for record in records:
        stated = record.value(column)
        if isinstance(stated, ParsedAmount):
            at, place = sheet.cell(record.row, column.index).address, (column.index, record.row, True, (record.row,))
            computed, unknown = _sum(record.value(one) for one in summed)
            found.append(StatedTotal(record.name, named_at, at, stated, computed, unknown, *place))
    return found


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
