"""Budget follow-up: original, revised, actual and expected of each line, one table a year and price level."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from budgets import follow_up, ledger
from budgets.models import Coverage, DecisionState, Statement
from organisation.models import DeviationSign
from portfolio.overview import shapes, words
from portfolio.overview.external import external_note
from portfolio.overview.follow_up_rows import Printer, entries_of, line_years_of
from portfolio.overview.follow_up_totals import follow_up_checks
from portfolio.overview.made_of import made_of
from portfolio.overview.rows import Rows, grouped


def follow_up_tables(rows: Rows, lines: set[int]) -> tuple[shapes.FollowUpTable, ...]:
    """Newest year first; only years in which something is adopted or stated."""
    found = rows.money.movements_of(lines)
    by_year = grouped(line_years_of(rows, lines), lambda row: row.year)
    adopted = grouped((m for m in found if m.decision == DecisionState.ADOPTED), lambda movement: movement.year)
    return tuple(
        _Year(rows, lines, year, by_year[year], adopted.get(year, [])).shape() for year in sorted(by_year)[::-1]
    )


@dataclass(frozen=True)
class _Year:
    rows: Rows
    lines: set[int]
    year: int
    line_years: list[follow_up.LineYear]
    adopted: list[ledger.Movement]

    def shape(self) -> shapes.FollowUpTable:
        printer = Printer.of(self.rows, self.line_years, self.adopted)
        line_years = sorted(self.line_years, key=lambda row: self.rows.money.order[row.line])
        by_line = grouped(self.adopted, lambda movement: movement.line)
        shown = tuple(self._line(printer, row, by_line.get(row.line, [])) for row in line_years)
        total = follow_up.year_total(line_years, self.adopted)
        return shapes.FollowUpTable(
            year=self.year,
            heading=_("Budget follow-up %(year)s") % {"year": self.year},
            unit=printer.unit.value,
            unit_text=str(printer.unit.label),
            price_level_text=price_level(total.revised),
            rows=shown,
            total=printer.total(total, self.adopted, _("Total")) if len(shown) > 1 else None,
            actual_coverage_text=words.coverage(total.spent_lines, total.lines),
            forecast_coverage_text=words.coverage(total.compared, total.lines),
            notes=tuple(notes(printer, self.line_years, self.adopted, total)),
            is_fictional=any(row.is_fictional for row in shown),
            checks=follow_up_checks(self.rows, self.lines, self.year, printer),
        )

    def _line(self, printer: Printer, row: follow_up.LineYear, own: list[ledger.Movement]) -> shapes.FollowUpRow:
        opened = made_of(self.rows, own, readings_of([row]), [row.line])
        return dataclasses.replace(printer.line(row, own), made_of=opened)


def readings_of(line_years: Iterable[follow_up.LineYear]) -> list[Statement]:
    """The statements that the figures rest on, each once."""
    return [one for row in line_years for one in dict.fromkeys((row.spent, row.expected)) if one is not None]


def notes(
    printer: Printer,
    line_years: Iterable[follow_up.LineYear],
    adopted: list[ledger.Movement],
    total: follow_up.YearTotal,
) -> Iterable[str]:
    """What the figures hold and leave out, under a table."""
    if printer.rows.viewpoint.municipality.deviation_sign == DeviationSign.REVISED_MINUS_FORECAST:
        yield _("Deviation = revised budget less forecast. Income is negative.")
    else:
        yield _("Deviation = forecast less revised budget. Income is negative.")
    if 0 < total.compared < total.lines:
        known = coverage(total.compared, total)
        yield _("The total deviation covers %(coverage)s: the others lack a budget or a forecast.") % {
            "coverage": known
        }
    if isinstance(total.revised, ledger.Refusal):
        yield words.refusal(total.revised)
    else:
        yield from _of_revised(total.revised)
    if total.price_levels:
        yield words.refusal(ledger.Refusal(ledger.Reason.PRICE_LEVELS, total.price_levels))
    if any(row.accounts for row in line_years):
        yield _("Where the accounts are there, they stand in place of the forecast.")
    yield from _uncovered(printer, adopted)
    yield from external_note(printer.rows, adopted, printer.unit, printer.decimals)


def _of_revised(revised: ledger.Revised) -> Iterable[str]:
    if revised.undated:
        yield _("Undated amounts that are counted: %(number)d.") % {"number": revised.undated}
    if revised.not_stated:
        yield _("Amounts not stated, and so in neither the revised budget nor the deviation: %(number)d.") % {
            "number": revised.not_stated
        }


def coverage(known: int, total: follow_up.YearTotal) -> str:
    """ "3 af 5 linjer"; over a period a line is asked about once a year."""
    if total.lines == len(total.line_ids):
        return words.coverage(known, total.lines)
    return _("%(known)d of %(number)d budgets of a line and year") % {"known": known, "number": total.lines}


def _uncovered(printer: Printer, adopted: list[ledger.Movement]) -> Iterable[str]:
    """Every supplementary appropriation says how it is covered; one that says *not yet* is named."""
    entries = [entry for entry in entries_of(printer.rows, adopted) if entry.coverage == Coverage.NOT_ASSIGNED]
    if entries:
        amount = printer.money(sum(entry.amount_ore or 0 for entry in entries)).full_text
        yield _("Supplementary appropriations of %(amount)s have no cover assigned yet.") % {"amount": amount}


def price_level(revised: ledger.Revised | ledger.Refusal) -> str:
    return "" if isinstance(revised, ledger.Refusal) else words.price_level(revised.price_level)


def covered_in(tables: Sequence[shapes.FollowUpTable], year: int | None) -> str:
    """“3 of 4 lines” where the deviation of the year is over some of the lines only; "" where it is over all."""
    table = next((one for one in tables if one.year == year), None)
    known = sum(row.deviation.verdict != "unknown" for row in table.rows) if table else 0
    return table.forecast_coverage_text if table and known < len(table.rows) else ""
