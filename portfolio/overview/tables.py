"""Budget tables: one for each decision state and price level, in the document's unit, with the printed totals."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from budgets import ledger
from budgets.models import (
    CostKind,
    DecisionState,
    Entry,
    EntryKind,
    LineRelation,
    StatedTotal,
    UnitOrigin,
)
from organisation.periods import format_period
from organisation.units import Unit
from portfolio.overview import amounts, shapes, words
from portfolio.overview.external import external_note
from portfolio.overview.pages import page_of
from portfolio.overview.rows import Rows, grouped
from portfolio.overview.sources import AMOUNT_FIELDS

DECISION_ORDER = [
    DecisionState.ADOPTED,
    DecisionState.IN_HEARING,
    DecisionState.PRIORITISED,
    DecisionState.PROPOSED,
    DecisionState.REJECTED,
]


def budget_tables(rows: Rows, lines: set[int]) -> tuple[shapes.BudgetTable, ...]:
    """The tables over the lines, what is decided first."""
    totals = totals_within(rows, lines, rows.money.totals)
    found = rows.money.movements_of(lines)
    tables = grouped(found, lambda movement: (movement.decision, movement.price_level))
    order = sorted(tables, key=lambda key: (DECISION_ORDER.index(DecisionState(key[0])), key[1]))
    return tuple(_Table(rows, *key, tables[key]).shape(totals) for key in order)


def planning_tables(rows: Rows, lines: set[int], budget_year: int) -> tuple[shapes.BudgetTable, ...]:
    """The budget year and its three estimate years as they were budgeted, without what changed in the year."""
    years = range(budget_year, budget_year + 4)
    found = [m for m in rows.money.movements_of(lines) if m.year in years and m.counts_as == EntryKind.ORIGINAL]
    tables = grouped(found, lambda movement: (movement.decision, movement.price_level))
    order = sorted(tables, key=lambda key: (DECISION_ORDER.index(DecisionState(key[0])), key[1]))
    shown = (_Table(rows, *key, tables[key]).shape(()) for key in order)
    return tuple(
        dataclasses.replace(table, caption=_("Budget planning: %(caption)s") % {"caption": table.caption})
        for table in shown
    )


@dataclass(frozen=True)
class _Table:
    rows: Rows
    decision: str
    price_level: str
    movements: list[ledger.Movement]

    @property
    def entries(self) -> list[Entry]:
        keys = [movement.key for movement in self.movements]
        return [self.rows.money.entries[pk] for kind, pk, _line in keys if kind == "entry"]

    @property
    def line_ids(self) -> list[int]:
        """In the order of the budget."""
        return list(dict.fromkeys(movement.line for movement in self.movements))

    @property
    def years(self) -> list[int]:
        return sorted({movement.year for movement in self.movements if movement.year is not None})

    def shape(self, totals: Sequence[StatedTotal]) -> shapes.BudgetTable:
        entries = self.entries
        unit = amounts.unit_of(entries)
        decimals = amounts.decimals_for(unit, [movement.ore for movement in self.movements])
        by_line = grouped(self.movements, lambda movement: movement.line)
        rows = tuple(self._row(line, own, unit, decimals) for line, own in by_line.items())
        for_periods = [movement for movement in self.movements if movement.year is None]
        stated = [total for total in totals if self._is_about(total)]
        checks = tuple(self._check(total, unit, decimals) for total in stated)
        is_inferred = any(entry.unit_origin == UnitOrigin.INFERRED for entry in entries)
        total = ledger.add(self.movements)
        heading = words.decision(self.decision)
        return shapes.BudgetTable(
            decision=self.decision,
            heading=heading,
            price_level_text=words.price_level(self.price_level),
            unit=unit.value,
            unit_text=str(unit.label),
            unit_is_inferred=is_inferred,
            caption=_("%(heading)s, amounts in %(unit)s") % {"heading": heading, "unit": unit.label},
            years=tuple(str(year) for year in self.years),
            undistributed_heading=capfirst(_("not distributed over years")) if for_periods else "",
            stated_heading=_stated_heading(rows),
            rows=rows,
            totals=tuple(
                amounts.total_money(ledger.add(m for m in self.movements if m.year == year), unit, decimals)
                for year in self.years
            ),
            undistributed_total=amounts.total_money(ledger.add(for_periods), unit, decimals) if for_periods else None,
            total=amounts.total_money(total, unit, decimals),
            checks=checks,
            notes=tuple(self._notes(unit, decimals, checks, total)),
            budget_rounds=tuple(
                dict.fromkeys(round_ for pk in self.line_ids if (round_ := self.rows.money.lines[pk].budget_round))
            ),
            sources=self.rows.sources.of_many(stated, AMOUNT_FIELDS),
            is_fictional=any(row.is_fictional for row in rows) or any(check.is_fictional for check in checks),
        )

    def _row(self, pk: int, own: list[ledger.Movement], unit: Unit, decimals: int) -> shapes.BudgetRow:
        line, money = self.rows.money.lines[pk], self.rows.money
        entries = [money.entries[m.key[1]] for m in own if m.key[0] == "entry"]
        stated = next((total for total in money.totals if total.line_id == pk and self._is_about(total)), None)
        cells = tuple(self._cell([m for m in own if m.year == year], unit, decimals) for year in self.years)
        return shapes.BudgetRow(
            reference=line.reference,
            code=line.code,
            name=line.name,
            description=line.description,
            direction=line.direction,
            direction_words=line.get_direction_display(),
            cost_words="" if line.cost_kind == CostKind.NOT_STATED else line.get_cost_kind_display(),
            cells=cells,
            undistributed=tuple(self._undistributed([m for m in own if m.year is None], unit, decimals)),
            total=amounts.total_money(ledger.add(own), unit, decimals),
            stated_total=stated_money(self.rows, stated, unit, decimals) if stated else None,
            parts=tuple(self._parts(entries, unit)),
            relations=relations(self.rows, pk),
            sharing=sharing(self.rows, pk),
            notes=tuple(dict.fromkeys(entry.note for entry in entries if entry.note)),
            sources=self.rows.sources.of(line, ["name", "description", "code"]),
            is_fictional=line.is_fictional or any(movement.is_fictional for movement in own),
            url=self.rows.viewpoint.url("budget-line", line.reference),
        )

    def _cell(self, found: list[ledger.Movement], unit: Unit, decimals: int) -> shapes.Money:
        """One stated amount as it is, several as their sum, nothing as an empty cell."""
        if not found:
            return amounts.empty_cell(unit)
        if len(found) == 1 and found[0].key[0] == "entry":
            return self._entry(found[0], unit, decimals)
        return amounts.total_money(ledger.add(found), unit, decimals)

    def _entry(self, movement: ledger.Movement, unit: Unit, decimals: int) -> shapes.Money:
        entry = self.rows.money.entries[movement.key[1]]
        sources = self.rows.sources.of(entry, AMOUNT_FIELDS)
        return amounts.fact_money(entry, unit=unit, decimals=decimals, decision=self.decision, sources=sources)

    def _undistributed(self, found: list[ledger.Movement], unit: Unit, decimals: int) -> Iterable[shapes.PeriodAmount]:
        for movement in found:
            words_of_period = movement.period or _("period not stated")
            yield shapes.PeriodAmount(words_of_period, self._entry(movement, unit, decimals))

    def _parts(self, entries: list[Entry], unit: Unit) -> Iterable[shapes.AmountPart]:
        for entry in entries:
            for part in self.rows.money.parts.get(entry.pk, ()):
                cost = "" if part.cost_kind == CostKind.NOT_STATED else part.get_cost_kind_display()
                sources = self.rows.sources.of(part, AMOUNT_FIELDS)
                yield shapes.AmountPart(
                    part.code, part.label, cost, amounts.fact_money(part, unit=unit, sources=sources)
                )

    def _is_about(self, total: StatedTotal) -> bool:
        """A printed total without a decision state belongs to the table that has all the years it is over."""
        if total.decision_state:
            return total.decision_state == self.decision
        years = total.period.years
        return years is None or set(years) <= set(self.years)

    def _check(self, total: StatedTotal, unit: Unit, decimals: int) -> shapes.TotalCheck:
        return total_check(self.rows, total, self.movements, unit, decimals)

    def _notes(
        self, unit: Unit, decimals: int, checks: tuple[shapes.TotalCheck, ...], total: ledger.Total | ledger.Refusal
    ) -> Iterable[str]:
        entries = self.entries
        for note in dict.fromkeys(entry.unit_note for entry in entries if entry.unit_origin == UnitOrigin.INFERRED):
            yield _("The unit is inferred: %(note)s") % {"note": note} if note else _("The unit is inferred.")
        if len({entry.unit for entry in entries}) > 1:
            yield _("The documents state the amounts in different units; here they are in kroner.")
        if not any(check.verdict != ledger.Verdict.NOT_STATED for check in checks):
            yield _("No total is stated in the source; the sums are computed.")
        if _rounds(self.movements, unit, decimals):
            yield _("The amounts are rounded, so the parts may not add up to the total shown.")
        if isinstance(total, ledger.Total) and total.undated and self.decision == DecisionState.ADOPTED:
            yield _("Undated amounts that are counted: %(number)d.") % {"number": total.undated}
        yield from external_note(self.rows, self.movements, unit, decimals)
        if any(len(self.rows.money.serves.get(pk, ())) > 1 or pk in self.rows.money.and_others for pk in self.line_ids):
            yield _(
                "A line that several initiatives share counts once; the initiatives' sums cannot be added together."
            )


def stated_money(rows: Rows, total: StatedTotal, unit: Unit, decimals: int) -> shapes.Money:
    sources = rows.sources.of(total, AMOUNT_FIELDS)
    return amounts.fact_money(total, unit=unit, decimals=decimals, sources=sources)


def total_check(
    rows: Rows, total: StatedTotal, movements: Iterable[ledger.Movement], unit: Unit, decimals: int
) -> shapes.TotalCheck:
    """The printed total against what the movements of its lines and years come to."""
    own_lines, years = lines_of_total(rows, total), total.period.years
    found = [m for m in movements if m.line in own_lines and (m.year is None or years is None or m.year in years)]
    computed = ledger.add(found)
    result = ledger.check(total.amount_ore, computed)
    difference = amounts.money(result.difference, unit, decimals, missing=_("cannot be compared"))
    return shapes.TotalCheck(
        label=total.label.rstrip(": "),
        stated=stated_money(rows, total, unit, decimals),
        computed=amounts.total_money(computed, unit, decimals),
        difference=difference,
        verdict=result.verdict.value,
        text=check_words(result.verdict, difference),
        sources=rows.sources.of(total, AMOUNT_FIELDS),
        is_fictional=total.is_fictional,
    )


def totals_within(rows: Rows, lines: set[int], totals: Iterable[StatedTotal]) -> list[StatedTotal]:
    """The printed totals over some of the lines, when all that they are over is among the rows: no part is checked."""
    found = []
    for total in totals:
        own = lines_of_total(rows, total)
        if total.line_id is None and own and own <= lines and _is_whole(rows, total):
            found.append(total)
    return found


def _is_whole(rows: Rows, total: StatedTotal) -> bool:
    if total.objective_id is not None:
        objective = rows.objectives.get(total.objective_id)
        return objective is not None and rows.is_whole(objective.strategy_id)
    return total.strategy_id is None or rows.is_whole(total.strategy_id)


def lines_of_total(rows: Rows, total: StatedTotal) -> set[int]:
    """The lines that a printed total is over."""
    if total.line_id is not None:
        return {total.line_id}
    if total.initiative_id is not None:
        return rows.money.lines_of(rows.tree.with_everything_below([total.initiative_id]))
    if total.objective_id is not None:
        return rows.money.lines_of(rows.below_objective(total.objective_id))
    return rows.money.lines_of(rows.below_strategy(total.strategy_id or 0))


def check_words(verdict: ledger.Verdict, difference: shapes.Money) -> str:
    return {
        ledger.Verdict.MATCHES: _("matches"),
        ledger.Verdict.DIFFERS: _("does not match: difference %(difference)s") % {"difference": difference.full_text},
        ledger.Verdict.NOT_STATED: _("no total stated"),
        ledger.Verdict.CANNOT_BE_COMPARED: _("cannot be compared"),
    }[verdict]


def _stated_heading(rows: Sequence[shapes.BudgetRow]) -> str:
    return _("Total as printed") if any(row.stated_total for row in rows) else ""


def _rounds(movements: Sequence[ledger.Movement], unit: Unit, decimals: int) -> bool:
    """The printed parts do not add up to the printed total."""
    stated = [Decimal(movement.ore) for movement in movements if movement.ore is not None]
    step = Decimal(10) ** (unit.exponent - decimals)
    rounded = [(ore / step).quantize(Decimal(1), ROUND_HALF_UP) for ore in stated]
    return sum(rounded) != (sum(stated, Decimal(0)) / step).quantize(Decimal(1), ROUND_HALF_UP)


def relations(rows: Rows, line: int) -> tuple[shapes.Relation, ...]:
    """Relations that share their words stand as one."""
    found = grouped(rows.money.relations.get(line, ()), lambda relation: (relation.kind, relation.words))
    return tuple(_relation(rows, several) for several in found.values())


def _relation(rows: Rows, several: list[LineRelation]) -> shapes.Relation:
    first = several[0]
    others = [name for relation in several if (name := other_end_of_relation(rows, relation))]
    text = capfirst(first.get_kind_display())
    if others:
        text = f"{text}: {words.listed(others)}"
    if first.words and _letters(first.words) != _letters(text):
        text = _("%(text)s (“%(quote)s”)") % {"text": text, "quote": first.words}
    return shapes.Relation(kind=first.kind, text=text, sources=rows.sources.of_many(several))


def _letters(text: str) -> str:
    """What is the same but for signs and capitals is not said twice."""
    return "".join(filter(str.isalnum, text.casefold()))


def other_end_of_relation(rows: Rows, relation: LineRelation) -> str:
    """Named only when the reader may see it."""
    if relation.initiative is not None:
        known = relation.initiative_id in rows.tree.titles
        return str(relation.initiative) if known else _("another initiative")
    if relation.to_line is not None:
        return str(relation.to_line) if relation.to_line_id in rows.money.seen_lines else _("another line")
    return str(relation.funding_source or "")


def sharing(rows: Rows, line: int) -> shapes.Sharing | None:
    """The initiatives of a line that serves more than one."""
    served = [rows.tree.titles[pk] for pk in rows.money.serves.get(line, ()) if pk in rows.tree.titles]
    and_others = line in rows.money.and_others
    if len(served) + and_others < 2:
        return None
    names = [str(row) for row in served] + ([_("others")] if and_others else [])
    links = tuple(rows.viewpoint.link(row, "initiative") for row in served)
    return shapes.Sharing(links, and_others, _("shared by %(names)s") % {"names": words.listed(names)})


def money_summary(
    rows: Rows, lines: set[int], parts: Iterable[set[int]] = (), *, with_external: bool = False
) -> shapes.MoneySummary:
    """The sums of the lines, each decision state and price level for itself.

    `parts` are the lines of what is shown under it: where they overlap, a note says that their sums do not add up.
    `with_external` says how much is of external pools; the short sums of lists do without.
    """
    found = [m for m in rows.money.movements_of(lines) if m.decision != DecisionState.REJECTED]
    groups = grouped(found, lambda movement: (movement.decision, movement.price_level))
    order = sorted(groups, key=lambda key: (DECISION_ORDER.index(DecisionState(key[0])), key[1]))
    sums = tuple(_sum(rows, groups[key], with_external=with_external) for key in order)
    total = ledger.add(found)
    refusal = words.refusal(total) if isinstance(total, ledger.Refusal) else ""
    text = "; ".join(f"{one.heading.lower()}: {one.money.full_text}" for one in sums) or _("no amounts stated")
    uses = Counter(line for part in parts for line in part)
    overlap = [_("The sums of the parts cannot be added together: some lines are in more than one part.")]
    notes = tuple(overlap if any(times > 1 for times in uses.values()) else [])
    return shapes.MoneySummary(sums, refusal, text, notes, any(one.is_fictional for one in sums))


def _sum(rows: Rows, found: list[ledger.Movement], *, with_external: bool) -> shapes.SumShown:
    total = ledger.add(found)
    entries = [rows.money.entries[m.key[1]] for m in found if m.key[0] == "entry"]
    unit = amounts.unit_of(entries)
    decimals = amounts.decimals_for(unit, [movement.ore for movement in found])
    used = {movement.line for movement in found}
    return shapes.SumShown(
        decision=found[0].decision,
        heading=words.decision(found[0].decision),
        price_level_text=words.price_level(found[0].price_level),
        money=amounts.total_money(total, unit, decimals),
        lines=len(used),
        lines_text=words.lines(len(used)),
        years_text=_years(found),
        is_fictional=any(movement.is_fictional for movement in found),
        external_text=" ".join(external_note(rows, found, unit, decimals)) if with_external else "",
    )


def _years(found: list[ledger.Movement]) -> str:
    years = sorted({movement.year for movement in found if movement.year is not None})
    return span_of(years, is_partly_undistributed=any(movement.year is None for movement in found))


def span_of(years: Sequence[int], *, is_partly_undistributed: bool) -> str:
    if not years:
        return _("not distributed over years")
    span = str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"
    return _("%(years)s and amounts not distributed over years") % {"years": span} if is_partly_undistributed else span


def funding(rows: Rows, lines: set[int]) -> tuple[shapes.FundingSourceShown, ...]:
    """The sources that the lines' relations name, each once. Their size is context."""
    relations_of = [relation for line in sorted(lines) for relation in rows.money.relations.get(line, ())]
    named = {relation.funding_source_id: relation.funding_source for relation in relations_of}
    return tuple(
        shapes.FundingSourceShown(
            name=source.name,
            kind_words=source.get_kind_display(),
            giver=source.giver,
            money=amounts.fact_money(source, sources=rows.sources.of(source, AMOUNT_FIELDS)),
            period_text=format_period(source.period),
            note=source.note,
            sources=rows.sources.of(source),
            is_fictional=source.is_fictional,
            url=rows.viewpoint.url(page_of(source), source.reference),
        )
        for source in named.values()
        if source is not None
    )
