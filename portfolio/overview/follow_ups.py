"""Budget follow-up: original, revised, actual and expected of each line, one table a year and price level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from budgets import follow_up, ledger
from budgets.models import DecisionState, Direction, Entry, EntryKind, Statement, StatementKind
from organisation.models import DeviationSign
from organisation.printing import format_percent
from organisation.units import Unit
from portfolio.overview import amounts, shapes, words
from portfolio.overview.rows import Rows, grouped
from portfolio.overview.sources import AMOUNT_FIELDS


def follow_up_tables(rows: Rows, lines: set[int]) -> tuple[shapes.FollowUpTable, ...]:
    """Newest year first; only years in which something is adopted or stated."""
    money = rows.money
    found = money.movements_of(lines)
    incomes = {pk: money.lines[pk].direction == Direction.INCOME for pk in lines if pk in money.lines}
    statements = [row for pk in incomes for row in money.statements.get(pk, ())]
    line_years = follow_up.follow_up(
        incomes, found, statements, as_of=rows.viewpoint.as_of, known_on=rows.viewpoint.known_on
    )
    by_year = grouped(line_years, lambda row: row.year)
    adopted = grouped((m for m in found if m.decision == DecisionState.ADOPTED), lambda movement: movement.year)
    return tuple(_Year(rows, year, by_year[year], adopted.get(year, [])).shape() for year in sorted(by_year)[::-1])


@dataclass(frozen=True)
class _Year:
    rows: Rows
    year: int
    line_years: list[follow_up.LineYear]
    adopted: list[ledger.Movement]

    def shape(self) -> shapes.FollowUpTable:
        statements = [s for row in self.line_years for s in (row.spent, row.expected) if s is not None]
        entries = [self.rows.money.entries[m.key[1]] for m in self.adopted if m.key[0] == "entry"]
        unit = amounts.unit_of([*entries, *statements])
        known = [*(m.ore for m in self.adopted), *(s.amount_ore for s in statements)]
        decimals = amounts.decimals_for(unit, known)
        line_years = sorted(self.line_years, key=lambda row: self.rows.money.order[row.line])
        by_line = grouped(self.adopted, lambda movement: movement.line)
        shown = tuple(self._row(row, by_line.get(row.line, []), unit, decimals) for row in line_years)
        total = follow_up.year_total(line_years, self.adopted)
        return shapes.FollowUpTable(
            year=self.year,
            heading=_("Budget follow-up %(year)s") % {"year": self.year},
            unit=unit.value,
            unit_text=str(unit.label),
            price_level_text=_price_level(total.revised),
            rows=shown,
            total=self._total(total, unit, decimals) if len(shown) > 1 else None,
            actual_coverage_text=words.coverage(total.spent_lines, total.lines),
            forecast_coverage_text=words.coverage(total.compared, total.lines),
            notes=tuple(self._notes(total)),
            is_fictional=any(row.is_fictional for row in shown),
        )

    def _row(
        self, row: follow_up.LineYear, own: list[ledger.Movement], unit: Unit, decimals: int
    ) -> shapes.FollowUpRow:
        line = self.rows.money.lines[row.line]
        statements = [statement for statement in (row.spent, row.expected) if statement is not None]
        entries = [self.rows.money.entries[m.key[1]] for m in own if m.key[0] == "entry"]
        return shapes.FollowUpRow(
            reference=line.reference,
            code=line.code,
            name=line.name,
            direction=line.direction,
            original=_original(row.revised, unit, decimals),
            revised=amounts.revised_money(row.revised, unit, decimals),
            actual=self._statement(row.spent, unit, decimals),
            actual_note=_spent_note(row.spent),
            forecast=self._statement(row.expected, unit, decimals),
            forecast_note=_expected_note(row.expected),
            deviation=self._deviation(row.deviation, unit, decimals),
            spent_percent=None if row.spent_share is None else row.spent_share * 100,
            spent_text=_percent(row.spent_share),
            changes=tuple(self._changes(own, entries, unit, decimals)),
            sources=self.rows.sources.of_many([*entries, *statements], AMOUNT_FIELDS),
            is_fictional=line.is_fictional
            or any(movement.is_fictional for movement in own)
            or any(statement.is_fictional for statement in statements),
        )

    def _statement(self, statement: Statement | None, unit: Unit, decimals: int) -> shapes.Money:
        if statement is None:
            return amounts.money(None, unit)
        sources = self.rows.sources.of(statement, AMOUNT_FIELDS)
        return amounts.fact_money(statement, unit=unit, decimals=decimals, sources=sources)

    def _deviation(self, found: follow_up.Deviation | None, unit: Unit, decimals: int) -> shapes.Deviation:
        """The printed sign is the municipality's; the sentence has the word and no sign."""
        if found is None:
            unknown = amounts.money(None, unit, missing=_("cannot be computed"))
            return shapes.Deviation(unknown, "unknown", unknown.text, unknown.text, "")
        turned = self.rows.viewpoint.municipality.deviation_sign == DeviationSign.REVISED_MINUS_FORECAST
        word = words.deviation(found.word)
        printed = amounts.money(found.printed_ore(revised_first=turned), unit, decimals)
        size = amounts.money(abs(found.ore), unit, decimals).full_text
        return shapes.Deviation(
            money=printed,
            verdict=found.word.value,
            word=word,
            text=f"{word} {size}" if found.ore else word,
            percent_text=_percent(None if found.share is None else abs(found.share)),
        )

    def _changes(self, own: list[ledger.Movement], entries: list[Entry], unit: Unit, decimals: int) -> Iterable[str]:
        """What happened since the original budget, each with its decision."""
        for entry in entries:
            if entry.kind != EntryKind.ORIGINAL:
                size = amounts.money(entry.amount_ore, unit, decimals).full_text
                yield "; ".join(
                    part for part in (f"{entry.get_kind_display()} {size}", self._cover(entry), _decided(entry)) if part
                )
        for movement in own:
            if movement.key[0] == ledger.TRANSFER:
                size = amounts.money(movement.ore, unit, decimals).full_text
                yield _("transfer %(amount)s (%(other)s)") % {"amount": size, "other": self._other_end(movement)}

    def _cover(self, entry: Entry) -> str:
        if not entry.coverage:
            return ""
        seen = entry.coverage_line is not None and entry.coverage_line_id in self.rows.money.seen_lines
        name = str(entry.coverage_line) if seen else entry.get_coverage_display()
        return _("covered by: %(name)s") % {"name": name}

    def _other_end(self, movement: ledger.Movement) -> str:
        transfer = self.rows.money.transfers[movement.key[1]]
        is_from = transfer.from_line_id == movement.line
        other = transfer.to_line if is_from else transfer.from_line
        if other is None:
            return _("outside the overview: %(name)s") % {"name": transfer.outside}
        return str(other) if other.pk in self.rows.money.seen_lines else _("another line")

    def _total(self, total: follow_up.YearTotal, unit: Unit, decimals: int) -> shapes.FollowUpRow:
        return shapes.FollowUpRow(
            reference="",
            code="",
            name=_("Total"),
            direction="",
            original=_original(total.revised, unit, decimals),
            revised=amounts.revised_money(total.revised, unit, decimals),
            actual=amounts.money(total.spent, unit, decimals),
            actual_note=words.coverage(total.spent_lines, total.lines),
            forecast=amounts.money(total.expected, unit, decimals),
            forecast_note=words.coverage(total.compared, total.lines),
            deviation=self._deviation(total.deviation, unit, decimals),
            spent_percent=None if total.spent_share is None else total.spent_share * 100,
            spent_text=_percent(total.spent_share),
            is_fictional=any(movement.is_fictional for movement in self.adopted),
        )

    def _notes(self, total: follow_up.YearTotal) -> Iterable[str]:
        if self.rows.viewpoint.municipality.deviation_sign == DeviationSign.REVISED_MINUS_FORECAST:
            yield _("Deviation = revised budget less forecast. Income is negative.")
        else:
            yield _("Deviation = forecast less revised budget. Income is negative.")
        if total.compared < total.lines:
            known = words.coverage(total.compared, total.lines)
            yield _("The total deviation covers %(coverage)s: the others lack a budget or a forecast.") % {
                "coverage": known
            }
        if isinstance(total.revised, ledger.Refusal):
            yield words.refusal(total.revised)
        elif total.revised.undated:
            yield _("Undated amounts that are counted: %(number)d.") % {"number": total.revised.undated}
        if any(row.accounts for row in self.line_years):
            yield _("Where the accounts are there, they stand in place of the forecast.")


def _original(revised: ledger.Revised | ledger.Refusal, unit: Unit, decimals: int) -> shapes.Money:
    if isinstance(revised, ledger.Refusal) or revised.original is None:
        return amounts.revised_money(revised, unit, decimals) if _unadopted(revised) else amounts.money(None, unit)
    return amounts.money(revised.original, unit, decimals, is_fictional=revised.is_fictional)


def _unadopted(revised: ledger.Revised | ledger.Refusal) -> bool:
    return isinstance(revised, ledger.Refusal) or not revised.is_adopted


def _price_level(revised: ledger.Revised | ledger.Refusal) -> str:
    return "" if isinstance(revised, ledger.Refusal) else words.price_level(revised.price_level)


def _percent(share: Decimal | None) -> str:
    return _("cannot be computed") if share is None else format_percent(share * 100, 1)


def _decided(entry: Entry) -> str:
    if entry.decision is not None:
        return str(entry.decision)
    return entry.decision_note or words.date(entry.effective)


def _spent_note(statement: Statement | None) -> str:
    """Up to and including when, and whether it is final."""
    if statement is None:
        return ""
    if statement.kind == StatementKind.ACCOUNTS:
        return _("accounts") if statement.is_final else _("accounts, preliminary")
    day = words.day(statement.up_to or statement.as_of)
    if statement.is_final:
        return _("up to and including %(day)s, final") % {"day": day}
    return _("up to and including %(day)s, preliminary") % {"day": day}


def _expected_note(statement: Statement | None) -> str:
    if statement is None:
        return ""
    if statement.kind == StatementKind.ACCOUNTS:
        return _("accounts")
    day = _("stated %(day)s") % {"day": words.day(statement.as_of)}
    return ", ".join(part for part in (statement.follow_up_round, day) if part)
