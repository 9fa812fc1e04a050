"""What the pages of an import show: plain values, worked out before the template."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from organisation.numbers import format_exact_amount
from organisation.units import Unit
from portfolio.sheets.opening import Opened
from portfolio.sheets.planning.plan import Effect, Kept, Plan, RowPlan
from portfolio.sheets.reading import Cell, Sheet, Visibility, Workbook
from portfolio.sheets.shown_only import FRONT_SHEETS
from portfolio.sheets.understanding import Column, Layout, Meaning, Problem, RowRole, StatedTotal

MOST_COLUMNS = 60
ROWS_SHOWN = 14
LONGEST_TEXT = 60


def counts(plan: Plan) -> list[tuple[Effect, int, str]]:
    return [(effect, number := plan.count(effect), effect.counted(number)) for effect in Effect]


@dataclass(frozen=True, slots=True)
class SheetShown:
    position: int
    name: str
    rows: int
    kind: str
    is_hidden: bool
    state: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class GridCell:
    text: str
    is_formula: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    number: int
    role: str
    cells: tuple[GridCell, ...]
    is_header: bool
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class TotalShown:
    label: str
    heading: str
    address: str
    stated: str
    computed: str
    is_equal: bool | None
    kept: str


@dataclass(frozen=True, slots=True)
class ProblemShown:
    problem: Problem
    row: int | None


def columns_shown(sheet: Sheet, layout: Layout) -> list[Column]:
    """Those with a heading or something under it."""
    last = min(sheet.height, 200)
    return [
        column
        for column in layout.columns
        if column.heading or any(sheet.plain(row, column.index) not in (None, "") for row in range(last))
    ][:MOST_COLUMNS]


def grid(work: Opened, columns: Sequence[Column]) -> list[GridRow]:
    """The top of the sheet, and the role that each row is taken to have."""
    layout, sheet = work.layout, work.sheet
    first = max(0, (layout.header_rows[0] if layout.header_rows else 0) - 4)
    return [
        GridRow(
            row.number,
            _role(row.role),
            tuple(_grid_cell(sheet.cell(row.index, column.index)) for column in columns),
            row.role is RowRole.HEADER,
            row.is_hidden,
        )
        for row in layout.rows[first : first + ROWS_SHOWN]
    ]


def _grid_cell(cell: Cell) -> GridCell:
    return GridCell(_short(cell.raw), cell.formula is not None)


def calculated(work: Opened) -> frozenset[str]:
    """The cells that are read as the saved results of formulas."""
    if not work.sheet.facts.formulas:
        return frozenset()
    readings = (reading for record in work.read.records for reading in record.readings.values())
    return frozenset(reading.address for reading in readings if reading.is_calculated)


def _role(role: RowRole) -> str:
    return "" if role in {RowRole.DATA, RowRole.BLANK} else str(role.label)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"


def hidden_columns(layout: Layout) -> list[Column]:
    return [column for column in layout.columns if column.is_hidden and column.heading]


def unused_columns(layout: Layout) -> list[Column]:
    return [column for column in layout.columns if column.meaning is Meaning.IGNORED and column.heading]


def totals(plan: Plan, layout: Layout) -> list[TotalShown]:
    headings = {column.index: column.heading for column in layout.columns}
    return [
        _total(total, headings.get(total.column, ""), plan.kept.get(total.address))
        for total in plan.totals
        if not total.is_of_row
    ]


def _total(total: StatedTotal, heading: str, kept: Kept | None) -> TotalShown:
    unit = total.stated.unit or Unit.KR
    stated = _("not stated") if total.stated.ore is None else format_exact_amount(total.stated.ore, unit)
    computed = format_exact_amount(total.computed_ore, unit)
    return TotalShown(total.label, heading, total.address, stated, computed, total.matches, _kept(kept))


def _kept(kept: Kept | None) -> str:
    """Where it goes, and what that changes."""
    if kept is None:
        return _("only compared")
    what = Effect.CREATE if kept.is_new else Effect.CHANGE if kept.is_changed else Effect.LEAVE
    return _("as the total of %(subject)s (%(effect)s)") % {"subject": kept.of, "effect": what.label}


def problems(found: Sequence[Problem], layout: Layout) -> list[ProblemShown]:
    """With the row that may be left out: one below the headings.

    Without the heading of another table nothing is right: what stands below it would be read by the first.
    """
    top = max(layout.header_rows, default=-1) + 1
    headings = {row.number for row in layout.rows if row.is_other_heading}
    rows = (row_of(problem.address) for problem in found)
    return [
        ProblemShown(one, row if row and row > top and row not in headings else None)
        for one, row in zip(found, rows, strict=True)
    ]


def error_rows(errors: Sequence[ProblemShown]) -> list[int]:
    return sorted({one.row for one in errors if one.row is not None})


def row_of(address: str) -> int | None:
    """The row of “C12”; None for what concerns more than a cell."""
    found = re.fullmatch(r"[A-Z]+(\d+)", address)
    return int(found[1]) if found else None


def filtered(plan: Plan, show: str) -> list[RowPlan]:
    """All rows, or those of one effect; by itself the page shows what would be done."""
    if show in Effect.values:
        return [row for row in plan.rows if row.effect == show]
    if show == "all":
        return plan.rows
    return [row for row in plan.rows if row.effect is not Effect.LEAVE] or plan.rows


def left_out(layout: Layout) -> list[int]:
    """Numbers of the rows that a person has left out."""
    roles = layout.correction.rows
    return sorted(index + 1 for index, role in roles.items() if role is RowRole.BLANK)


def with_data(workbook: Workbook) -> list[int]:
    """The sheets that may be imported: not the one on which our own workbooks say what they are."""
    return [place for place, sheet in enumerate(workbook.sheets) if sheet.name not in FRONT_SHEETS]


def is_hidden(workbook: Workbook, position: int) -> bool:
    return workbook.sheets[position].visibility is not Visibility.VISIBLE
