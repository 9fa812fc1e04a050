"""The grid of revised budgets that are stated before their decisions are recorded, beside the computed ones."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from budgets.entering import Amount, AmountsRefusedError, Wanted
from budgets.forms import typed_amount
from budgets.models import BudgetLine, Entry, EntryKind
from budgets.stating import state_many
from budgets.year_sums import YearSum, revised_by_line, revised_sum
from organisation.models import Municipality, User
from organisation.units import Unit
from portfolio.budgeting.cells import Cell, Grid, Row, RunningTotal, make_cell, revised_text, running, seen


def usual_choices(municipality: Municipality, today: datetime.date) -> dict[str, Any]:
    """This year's as of today, in the unit in which the municipality entered last."""
    latest = Entry.objects.filter(municipality=municipality).order_by("pk").last()
    return {"year": today.year, "as_of": today.isoformat(), "unit": latest.unit if latest else Unit.TKR.value}


@dataclass
class StatedGrid:
    """What is typed comes as `data`; a cell that is left empty states nothing."""

    lines: Sequence[BudgetLine]
    year: int
    as_of: datetime.date
    unit: Unit
    data: Mapping[str, str] | None = None
    cells: dict[int, Cell] = field(default_factory=dict)

    def grid(self) -> Grid:
        pks = [line.pk for line in self.lines]
        computed = revised_by_line(pks, self.year, as_of=self.as_of)
        changes = self._unspecified(pks)
        rows = [
            self._row(number, line, computed.get(line.pk), changes.get(line.pk))
            for number, line in enumerate(self.lines)
        ]
        whole = revised_sum(BudgetLine.objects.filter(pk__in=pks), self.year, as_of=self.as_of)
        return Grid(
            unit=self.unit,
            columns=[_("Revised budget, stated")],
            rows=rows,
            totals=[self._total()],
            beside_heading=_("Revised budget, computed"),
            beside_total=revised_text(whole if computed else None, self.unit),
        )

    def _total(self) -> RunningTotal:
        return running(_("Total"), list(self.cells.values()), self.unit)

    def _row(self, number: int, line: BudgetLine, computed: YearSum | None, change: int | None) -> Row:
        place = (f"s-{line.pk}", f"{line}, {self.year}")
        cell = make_cell(place, (number, 0), None, self.unit, self.data)
        if self.data is None:
            cell.seen = seen(None if computed is None or computed.ore is None else Amount(computed.ore))
        if change is not None:
            amount = typed_amount(change, self.unit)
            cell.beside = _("of the computed, %(amount)s is a change, not specified") % {"amount": amount}
        self.cells[line.pk] = cell
        return Row(line, [cell], beside=revised_text(computed, self.unit))

    def _unspecified(self, pks: list[int]) -> dict[int, int]:
        """{line: what is not explained by decisions yet}"""
        rows = Entry.objects.adopted().filter(line__in=pks, year=self.year, effective_start__lte=self.as_of)
        found: dict[int, int] = {}
        for row in rows.select_related("corrects__corrects__corrects"):
            if row.counts_as == EntryKind.UNSPECIFIED:
                found[row.line_id] = found.get(row.line_id, 0) + (row.amount_ore or 0)
        return found


def save(grid: StatedGrid, *, by: User, reason: str) -> int | None:
    """How many entries were written; None when a cell is wrong: then the cells say what, and nothing is written."""
    if any(cell.problems for cell in grid.cells.values()):
        return None
    wanted: dict[int, Wanted] = {pk: cell.wanted for pk, cell in grid.cells.items() if cell.wanted is not None}
    try:
        return state_many(wanted=wanted, year=grid.year, as_of=grid.as_of, by=by, reason=reason, unit=grid.unit)
    except AmountsRefusedError as refused:
        for place, problems in refused.problems.items():
            grid.cells[place[0]].problems = problems
        return None
