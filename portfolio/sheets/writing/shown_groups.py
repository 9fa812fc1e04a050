"""Budgets by group, as they stand on the budget's page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from organisation.units import Unit
from portfolio.overview import shapes
from portfolio.sheets.writing.shown import Part, decimals_of_cells, fictional, money, of_unit, table_of, text
from portfolio.sheets.writing.tables import Column, Kind, Table, Value


def group_budgets(tables: Iterable[shapes.GroupBudgetTable], is_demo: bool) -> Iterator[Table]:
    """The sum over the distinct lines stands last; where groups share lines, a note says that they do not add up."""
    for number, table in enumerate(tables, 1):
        rows = [*table.rows, table.total]
        notes = (f"{table.caption}.", table.overlap_text, *(one.text for one in table.overlaps), *table.notes)
        name = f"{table.heading} {table.by_words}"
        yield table_of(f"group_budget_{number}", name, _parts(table, is_demo), rows, filter(None, notes))


def _parts(table: shapes.GroupBudgetTable, is_demo: bool) -> list[Part[shapes.GroupBudgetRow]]:
    rows = [*table.rows, table.total]
    shown = [*(cell for row in rows for cell in row.cells), *(row.total for row in rows)]
    places = decimals_of_cells(table.unit, [*shown, *(row.undistributed for row in rows)])

    def column(key: str, heading: str) -> Column:
        return Column(key, of_unit(heading, table.unit), Kind.MONEY, Unit(table.unit), places)

    parts: list[Part[shapes.GroupBudgetRow]] = [
        (Column("group", table.by_words, Kind.LONG_TEXT), lambda row: row.name.title),
        (Column("depth", _("Depth"), Kind.NUMBER, is_always_known=True), lambda row: row.depth),
        (Column("lines", _("Budget lines")), lambda row: text(row.lines_text)),
        *((column(f"y{year}", year), _cell(place)) for place, year in enumerate(table.years)),
    ]
    if table.undistributed_heading:
        parts.append((column("undistributed", table.undistributed_heading), lambda row: money(row.undistributed)))
    parts.append((column("total", _("Total")), lambda row: money(row.total)))
    if table.stated_heading:
        parts.append((column("stated_total", table.stated_heading), _stated))
        parts.append((Column("check", _("Printed against computed"), width=30), _checked))
    return [*parts, *fictional(is_demo)]


def _cell(place: int) -> Callable[[shapes.GroupBudgetRow], Value]:
    return lambda row: money(row.cells[place])


def _stated(row: shapes.GroupBudgetRow) -> Value:
    return money(row.check.stated) if row.check else None


def _checked(row: shapes.GroupBudgetRow) -> Value:
    return text(row.check.text) if row.check else None
