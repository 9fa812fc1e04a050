"""Budget follow-up by group, for one year or the whole period."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from budgets import follow_up, ledger
from budgets.groups import Grouped, by_group
from budgets.models import DecisionState
from portfolio.overview import shapes, words
from portfolio.overview.follow_up_rows import Printer, line_years_of
from portfolio.overview.follow_ups import coverage, notes, price_level, readings_of
from portfolio.overview.groupings import Group, GroupBy, groups
from portfolio.overview.made_of import line_link, made_of
from portfolio.overview.rows import Rows, grouped


def group_table(rows: Rows, lines: set[int], by: str, year: int | None = None) -> shapes.GroupTable:
    """One year, or the whole period when `year` is None."""
    line_years = [row for row in line_years_of(rows, lines) if year is None or row.year == year]
    years = {row.year for row in line_years}
    found = rows.money.movements_of(lines)
    adopted = [m for m in found if m.decision == DecisionState.ADOPTED and m.year in years]
    for_periods = [m for m in found if m.decision == DecisionState.ADOPTED and m.year is None]
    return _GroupTable(rows, GroupBy(by), year, line_years, adopted, for_periods).shape()


@dataclass(frozen=True)
class _GroupTable:
    rows: Rows
    by: GroupBy
    year: int | None
    line_years: list[follow_up.LineYear]
    adopted: list[ledger.Movement]
    for_periods: list[ledger.Movement]

    def shape(self) -> shapes.GroupTable:
        printer = Printer.of(self.rows, self.line_years, self.adopted)
        chosen = groups(self.rows, self.by, {row.line for row in self.line_years})
        folded = self._fold(chosen)
        shown = tuple(self._row(printer, group, folded.groups[group.key]) for group in chosen)
        total = self._whole(printer, _("Total"), folded.total)
        heading = _("Budget follow-up by %(group)s, %(years)s") % {"group": self.by.label, "years": self._years()}
        return shapes.GroupTable(
            by=self.by.value,
            by_words=capfirst(str(self.by.label)),
            year=self.year,
            heading=heading,
            caption=_("%(heading)s, amounts in %(unit)s") % {"heading": heading, "unit": printer.unit.label},
            unit=printer.unit.value,
            unit_text=str(printer.unit.label),
            price_level_text=price_level(folded.total.revised),
            rows=shown,
            total=total,
            gross=tuple(self._gross(printer)),
            overlaps=tuple(self._overlaps(folded, chosen)),
            overlap_text=self._overlap_text(printer, folded),
            actual_coverage_text=coverage(folded.total.spent_lines, folded.total),
            forecast_coverage_text=coverage(folded.total.compared, folded.total),
            notes=(*notes(printer, self.line_years, self.adopted, folded.total), *self._undistributed(printer)),
            is_fictional=total.row.is_fictional or any(row.row.is_fictional for row in shown),
        )

    def _fold(self, chosen: list[Group]) -> Grouped[str]:
        pairs = [(group.key, line) for group in chosen for line in sorted(group.lines)]
        return by_group(self.line_years, self.adopted, pairs, {group.key: group.above for group in chosen})

    def _years(self) -> str:
        if self.year is not None:
            return str(self.year)
        years = sorted({row.year for row in self.line_years})
        return f"{years[0]}-{years[-1]}" if len(years) > 1 else "".join(map(str, years))

    def _row(self, printer: Printer, group: Group, total: follow_up.YearTotal) -> shapes.GroupRow:
        return self._made(printer, group.key, group.name, total, depth=len(group.above))

    def _whole(self, printer: Printer, name: str, total: follow_up.YearTotal, key: str = "total") -> shapes.GroupRow:
        return self._made(printer, key, shapes.Link(name), total)

    def _made(
        self, printer: Printer, key: str, name: shapes.Link, total: follow_up.YearTotal, *, depth: int = 0
    ) -> shapes.GroupRow:
        own = [movement for movement in self.adopted if movement.line in total.line_ids]
        line_years = [row for row in self.line_years if row.line in total.line_ids]
        opened = made_of(self.rows, own, readings_of(line_years), total.line_ids)
        row = printer.total(total, own, name.title)
        row = dataclasses.replace(
            row,
            reference=key,
            actual_note=coverage(total.spent_lines, total),
            forecast_note=coverage(total.compared, total),
            is_fictional=opened.is_fictional,
        )
        return shapes.GroupRow(key, name, depth, row, words.lines(len(total.line_ids)), opened)

    def _undistributed(self, printer: Printer) -> Iterable[str]:
        """What is adopted for several years at once is in no year, and so in no row."""
        total = ledger.add(self.for_periods)
        if self.for_periods and isinstance(total, ledger.Total):
            yield _(
                "Besides, %(amount)s is adopted for periods and not distributed over years: it is in no row here."
            ) % {"amount": printer.money(total.ore).full_text}

    def _gross(self, printer: Printer) -> Iterable[shapes.GroupRow]:
        """Expenditure and income apart, where there are both: the total is net."""
        sides = grouped(self.line_years, lambda row: row.is_income)
        if len(sides) < 2:
            return
        moves = grouped(self.adopted, lambda movement: movement.line)
        for is_income, name in ((False, _("Expenditure, gross")), (True, _("Income, gross"))):
            lines = {row.line for row in sides[is_income]}
            total = follow_up.year_total(sides[is_income], (m for line in lines for m in moves.get(line, ())))
            yield self._whole(printer, name, total, "income" if is_income else "expenditure")

    def _overlaps(self, folded: Grouped[str], chosen: list[Group]) -> Iterable[shapes.Overlap]:
        of_key = {group.key: group for group in chosen}
        for line in sorted(folded.shared, key=self.rows.money.order.__getitem__):
            sharing = [of_key[key] for key in folded.shared[line]]
            # The lowest of a tree say it; those that hold them hold the line too.
            holding = frozenset[str]().union(*(group.above for group in sharing))
            shared_by = tuple(group.name.title for group in sharing if group.key not in holding)
            link = line_link(self.rows, line)
            text = _("%(line)s stands in %(groups)s") % {"line": link.title, "groups": words.listed(list(shared_by))}
            yield shapes.Overlap(link, shared_by, text)

    def _overlap_text(self, printer: Printer, folded: Grouped[str]) -> str:
        if folded.overlap is None:
            return ""
        revised = printer.total(folded.overlap, [], "").revised
        return _(
            "The sums cannot be added together: %(lines)s with a revised budget of %(amount)s stand in more than one of"
            " the rows. The total counts each line once."
        ) % {"lines": words.lines(len(folded.overlap.line_ids)), "amount": revised.full_text}
