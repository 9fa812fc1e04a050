"""What is budgeted by group and year: one table a decision state and price level, with the totals that are printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from budgets import ledger
from budgets.models import StatedTotal
from organisation.units import Unit
from portfolio.overview import amounts, shapes, words
from portfolio.overview.external import external_note
from portfolio.overview.follow_up_rows import entries_of
from portfolio.overview.groupings import Group, GroupBy, groups, lowest_of
from portfolio.overview.made_of import line_link, made_of
from portfolio.overview.rows import Rows, grouped
from portfolio.overview.tables import DECISION_ORDER, lines_of_total, total_check


def group_budgets(rows: Rows, lines: set[int], by: str) -> tuple[shapes.GroupBudgetTable, ...]:
    """What is decided first. An amount for a period of several years stands in a column of its own, in no year."""
    found = grouped(rows.money.movements_of(lines), lambda movement: (movement.decision, movement.price_level))
    order = sorted(found, key=lambda key: (DECISION_ORDER.index(key[0]), key[1]))  # type: ignore[arg-type]
    chosen = groups(rows, by, lines)
    return tuple(_Table(rows, GroupBy(by), *key, found[key], chosen).shape() for key in order)


@dataclass(frozen=True)
class _Table:
    rows: Rows
    by: GroupBy
    decision: str
    price_level: str
    found: list[ledger.Movement]
    groups: list[Group]

    @property
    def years(self) -> list[int]:
        return sorted({movement.year for movement in self.found if movement.year is not None})

    @property
    def unit(self) -> Unit:
        return amounts.unit_of(entries_of(self.rows, self.found))

    @property
    def decimals(self) -> int:
        return amounts.decimals_for(self.unit, [movement.ore for movement in self.found])

    def shape(self) -> shapes.GroupBudgetTable:
        of_lines = grouped(self.found, lambda movement: movement.line)
        used = [group for group in self.groups if group.lines & of_lines.keys()]
        shown = tuple(self._row(group, [m for line in group.lines for m in of_lines.get(line, ())]) for group in used)
        whole = self._row(Group("total", shapes.Link(_("Total")), frozenset(of_lines)), self.found)
        decision, shared = words.decision(self.decision), _shared(used, set(of_lines))
        heading = _("%(decision)s by %(group)s") % {"decision": decision, "group": self.by.label}
        return shapes.GroupBudgetTable(
            decision=self.decision,
            heading=heading,
            caption=_("%(heading)s, amounts in %(unit)s") % {"heading": heading, "unit": self.unit.label},
            by_words=capfirst(str(self.by.label)),
            unit=self.unit.value,
            unit_text=str(self.unit.label),
            price_level_text=words.price_level(self.price_level),
            years=tuple(map(str, self.years)),
            undistributed_heading=capfirst(_("not distributed over years")) if self._is_for_periods() else "",
            stated_heading=_("Total as printed") if any(row.check for row in (*shown, whole)) else "",
            rows=shown,
            total=whole,
            overlaps=tuple(self._overlaps(shared)),
            overlap_text=self._overlap_text(shared),
            notes=tuple(external_note(self.rows, self.found, self.unit, self.decimals)),
            is_fictional=whole.is_fictional,
        )

    def _is_for_periods(self) -> bool:
        return any(movement.year is None for movement in self.found)

    def _row(self, group: Group, own: list[ledger.Movement]) -> shapes.GroupBudgetRow:
        own = sorted(own, key=lambda movement: self.rows.money.order[movement.line])
        lines = {movement.line for movement in own}
        opened = made_of(self.rows, own)
        return shapes.GroupBudgetRow(
            key=group.key,
            name=group.name,
            depth=len(group.above),
            lines_text=words.lines(len(lines)),
            cells=tuple(self._sum(m for m in own if m.year == year) for year in self.years),
            undistributed=self._sum(m for m in own if m.year is None),
            total=self._sum(own),
            check=self._check(group.key, lines, own),
            made_of=opened,
            is_fictional=opened.is_fictional,
        )

    def _sum(self, found: Iterable[ledger.Movement]) -> shapes.Money:
        """Nothing there is an empty cell: unknown is not zero. One amount keeps its own words, as a 0 that is financed
        elsewhere.
        """
        found = list(found)
        if not found:
            return amounts.empty_cell(self.unit)
        if len(found) == 1 and found[0].key[0] == "entry":
            entry = self.rows.money.entries[found[0].key[1]]
            return amounts.fact_money(entry, unit=self.unit, decimals=self.decimals, decision=self.decision)
        return amounts.total_money(ledger.add(found), self.unit, self.decimals)

    def _check(self, key: str, lines: set[int], own: Sequence[ledger.Movement]) -> shapes.TotalCheck | None:
        """The printed total of the group itself, for the total row that of anything over the same lines."""
        for total in self.rows.money.totals:
            is_it = lines_of_total(self.rows, total) >= lines if key == "total" else subject_of(total) == key
            if is_it and self._is_about(total, own) and lines_of_total(self.rows, total) <= self._all_lines():
                return total_check(self.rows, total, list(own), self.unit, self.decimals)
        return None

    def _all_lines(self) -> set[int]:
        return {movement.line for movement in self.found}

    def _is_about(self, total: StatedTotal, own: Sequence[ledger.Movement]) -> bool:
        """Of the same decision, and over every year in which the group has an amount."""
        if total.decision_state not in ("", self.decision):
            return False
        years = total.period.years
        return years is None or {movement.year for movement in own if movement.year is not None} <= set(years)

    def _overlaps(self, shared: dict[int, list[Group]]) -> Iterable[shapes.Overlap]:
        for line in sorted(shared, key=self.rows.money.order.__getitem__):
            names, link = tuple(group.name.title for group in shared[line]), line_link(self.rows, line)
            text = _("%(line)s stands in %(groups)s") % {"line": link.title, "groups": words.listed(list(names))}
            yield shapes.Overlap(link, names, text)

    def _overlap_text(self, shared: dict[int, list[Group]]) -> str:
        if not shared:
            return ""
        amount = self._sum(movement for movement in self.found if movement.line in shared).full_text
        return _(
            "The sums cannot be added together: %(lines)s with %(amount)s stand in more than one of the rows. The total"
            " counts each line once."
        ) % {"lines": words.lines(len(shared)), "amount": amount}


def _shared(used: list[Group], lines: set[int]) -> dict[int, list[Group]]:
    """The lines of more than one group; one that holds another in a tree shares nothing with it."""
    of_line = {line: lowest_of([group for group in used if line in group.lines]) for line in lines}
    return {line: several for line, several in of_line.items() if len(several) > 1}


def subject_of(total: StatedTotal) -> str:
    """The key of the group that it is a printed total of."""
    for kind in ("strategy", "objective", "initiative"):
        if (pk := getattr(total, f"{kind}_id")) is not None:
            return f"{kind}-{pk}"
    return ""
