"""The grid of a budget: lines × the budget year and its three estimate years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Max, Sum
from django.utils.translation import gettext as _

from budgets.entering import (
    AmountsRefusedError,
    Outcome,
    Standing,
    Terms,
    Wanted,
    budget_standing,
    entered,
    set_amounts,
)
from budgets.models import BudgetLine, DecisionState, Entry
from organisation.models import Municipality, User
from organisation.units import Unit
from portfolio.budgeting.cells import Cell, Grid, Row, RunningTotal, make_cell, running
from portfolio.overview.printed_totals import PrintedTotal

ESTIMATE_YEARS = 3


def usual_choices(municipality: Municipality, this_year: int) -> dict[str, Any]:
    """The latest budget that somebody has entered, as it was entered; else next year's, proposed, in t.kr."""
    entries = Entry.objects.filter(municipality=municipality, year__isnull=False)
    last = entries.aggregate(year=Max("year"))["year"]
    latest = entries.filter(year=last).order_by("pk").last() if last else None
    if latest is None or last is None:
        return {"year": this_year + 1, "decision": DecisionState.PROPOSED.value, "unit": Unit.TKR.value}
    first = last - ESTIMATE_YEARS
    whole = entries.filter(year__gte=first, decision_state=latest.decision_state).order_by("year").first()
    return {
        "year": whole.year if whole else last,
        "decision": latest.decision_state,
        "unit": latest.unit,
        "price_level": latest.price_level or None,
    }


@dataclass
class EntryGrid:
    """What is typed comes as `data`; without it the grid shows what stands."""

    lines: Sequence[BudgetLine]
    first_year: int
    terms: Terms
    printed: Sequence[PrintedTotal]
    data: Mapping[str, str] | None = None
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    stands: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def years(self) -> range:
        return range(self.first_year, self.first_year + ESTIMATE_YEARS + 1)

    def grid(self) -> Grid:
        standing = budget_standing([line.pk for line in self.lines], self.years, self.terms)
        rows = [self._row(number, line, standing) for number, line in enumerate(self.lines)]
        unit = self.terms.unit
        columns = [[row.cells[at] for row in rows] for at in range(len(self.years))]
        totals = [running(str(year), cells, unit) for year, cells in zip(self.years, columns, strict=True)]
        totals.append(running(_("Total"), [cell for row in rows for cell in row.cells], unit))
        return Grid(
            unit=unit,
            columns=[str(year) for year in self.years],
            rows=rows,
            totals=totals,
            stated=self._stated(),
            has_row_totals=True,
        )

    def _row(self, number: int, line: BudgetLine, standing: Mapping[tuple[int, int], Standing[Entry]]) -> Row:
        cells = [self._cell((number, at), line, year, standing[line.pk, year]) for at, year in enumerate(self.years)]
        return Row(line, cells, total=running("", cells, self.terms.unit).computed)

    def _cell(self, at: tuple[int, int], line: BudgetLine, year: int, standing: Standing[Entry]) -> Cell:
        place = (f"c-{line.pk}-{year}", f"{line}, {year}")
        stands = entered(standing)
        cell = make_cell(place, at, stands, self.terms.unit, self.data)
        cell.state = state_of(standing)
        self.cells[line.pk, year] = cell
        self.stands[line.pk, year] = (stands.ore if stands else None) or 0
        return cell

    def _stated(self) -> list[RunningTotal]:
        """The printed totals that some of the cells are part of, with what is typed now."""
        return [
            self._check(total, places)
            for total in self.printed
            if total.decision in ("", self.terms.decision)
            and (places := [place for place in self.cells if total.holds(*place)])
        ]

    def _check(self, total: PrintedTotal, places: list[tuple[int, int]]) -> RunningTotal:
        """What is entered outside the grid is part of the sum too, as are drafts."""
        entered_ore = sum(ore for (line, year), ore in self._sums.items() if total.holds(line, year))
        rest = entered_ore - sum(self.stands[place] for place in places)
        cells = [self.cells[place] for place in places]
        return running(total.label, cells, self.terms.unit, rest_ore=rest, stated=total.ore)

    @cached_property
    def _sums(self) -> dict[tuple[int, int | None], int]:
        """All that is entered in these terms: {(line, year): øre}."""
        lines = {pk for total in self.printed for pk in total.lines}
        rows = Entry.objects.filter(
            line__in=lines, decision_state=self.terms.decision, price_level=self.terms.price_level
        )
        sums = rows.order_by().values_list("line", "year").annotate(ore=Sum("amount_ore"))
        return {(line, year): int(ore or 0) for line, year, ore in sums}


def state_of(standing: Standing[Any]) -> str:
    if standing.drafts:
        return _("draft")
    return _("posted") if standing.posted else ""


def save(grid: EntryGrid, *, by: User, reason: str, is_posted: bool) -> Outcome | None:
    """None when a cell is wrong: then the cells say what, and nothing is written."""
    wanted: dict[tuple[int, int], Wanted] = {
        place: cell.wanted for place, cell in grid.cells.items() if cell.wanted is not None
    }
    if any(cell.problems for cell in grid.cells.values()):
        return None
    try:
        return set_amounts(wanted=wanted, terms=grid.terms, by=by, reason=reason, is_posted=is_posted)
    except AmountsRefusedError as refused:
        for place, problems in refused.problems.items():
            grid.cells[place].problems = problems  # type: ignore[index]  # the places are those of the cells
        return None
