"""One row of budget follow-up: of a line and year as it is reckoned, and as it is shown; and of a sum over lines."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from budgets import follow_up, ledger
from budgets.models import Direction, Entry, EntryKind, Statement, StatementKind, Transfer
from organisation.models import DeviationSign
from organisation.printing import format_percent
from organisation.units import Unit
from portfolio.overview import amounts, shapes, words
from portfolio.overview.rows import Rows
from portfolio.overview.sources import AMOUNT_FIELDS


def line_years_of(
    rows: Rows, lines: Collection[int], *, as_of: datetime.date | None = None
) -> list[follow_up.LineYear]:
    """Every line and year in which something is adopted or stated, as the viewpoint sees it; or of another day."""
    money, viewpoint = rows.money, rows.viewpoint
    incomes = {pk: money.lines[pk].direction == Direction.INCOME for pk in lines if pk in money.lines}
    statements = [row for pk in incomes for row in money.statements.get(pk, ())]
    return follow_up.follow_up(
        incomes, money.movements_of(lines), statements, as_of=as_of or viewpoint.as_of, known_on=viewpoint.known_on
    )


@dataclass(frozen=True)
class Printer:
    """Prints all rows of a table in one unit, with as many decimals as every amount in it takes."""

    rows: Rows
    unit: Unit
    decimals: int

    @classmethod
    def of(cls, rows: Rows, line_years: Iterable[follow_up.LineYear], adopted: Iterable[ledger.Movement]) -> Printer:
        """The unit that all amounts are stated in; kroner when they differ."""
        adopted = list(adopted)
        statements = [s for row in line_years for s in (row.spent, row.expected) if s is not None]
        unit = amounts.unit_of([*entries_of(rows, adopted), *statements])
        known = [*(m.ore for m in adopted), *(s.amount_ore for s in statements)]
        return cls(rows, unit, amounts.decimals_for(unit, known))

    def money(self, ore: int | None, *, missing: str = "") -> shapes.Money:
        return amounts.money(ore, self.unit, self.decimals, missing=missing)

    def line(self, row: follow_up.LineYear, own: list[ledger.Movement]) -> shapes.FollowUpRow:
        """`own` are the line's adopted movements of the year."""
        line = self.rows.money.lines[row.line]
        statements = [statement for statement in (row.spent, row.expected) if statement is not None]
        entries = entries_of(self.rows, own)
        changes = list(self._changes(own, entries))
        return shapes.FollowUpRow(
            reference=line.reference,
            code=line.code,
            name=line.name,
            direction=line.direction,
            original=self._original(row.revised),
            revised=amounts.revised_money(row.revised, self.unit, self.decimals),
            actual=self._statement(row.spent),
            actual_note=spent_note(row.spent),
            forecast=self._statement(row.expected),
            forecast_note=expected_note(row.expected),
            deviation=self._deviation(row.deviation),
            spent_percent=None if row.spent_share is None else row.spent_share * 100,
            spent_text=_percent(row.spent_share),
            changes=tuple(text for text, _decision in changes),
            decided_by=tuple(decision for _text, decision in changes),
            sources=self.rows.sources.of_many([*entries, *statements], AMOUNT_FIELDS),
            is_fictional=line.is_fictional
            or any(movement.is_fictional for movement in own)
            or any(statement.is_fictional for statement in statements),
            url=self.rows.viewpoint.url("budget-line", line.reference),
        )

    def _statement(self, statement: Statement | None) -> shapes.Money:
        if statement is None:
            return amounts.money(None, self.unit)
        sources = self.rows.sources.of(statement, AMOUNT_FIELDS)
        return amounts.fact_money(statement, unit=self.unit, decimals=self.decimals, sources=sources)

    def _deviation(self, found: follow_up.Deviation | None) -> shapes.Deviation:
        """The printed sign is the municipality's; the sentence has the word and no sign."""
        if found is None:
            unknown = self.money(None, missing=_("cannot be computed"))
            return shapes.Deviation(unknown, "unknown", unknown.text, unknown.text, "")
        turned = self.rows.viewpoint.municipality.deviation_sign == DeviationSign.REVISED_MINUS_FORECAST
        word = words.deviation(found.word)
        printed = self.money(found.printed_ore(revised_first=turned))
        size = self.money(abs(found.ore)).full_text
        return shapes.Deviation(
            money=printed,
            verdict=found.word.value,
            word=word,
            text=f"{word} {size}" if found.ore else word,
            percent_text=_percent(None if found.share is None else abs(found.share)),
        )

    def _changes(self, own: list[ledger.Movement], entries: list[Entry]) -> Iterable[tuple[str, str]]:
        """What happened since the original budget, each with its decision, and the reference of that."""
        for entry in entries:
            if entry.kind != EntryKind.ORIGINAL:
                size = self.money(entry.amount_ore).full_text
                said = (f"{entry.get_kind_display()} {size}", cover(self.rows, entry), decided(self.rows, entry))
                yield "; ".join(part for part in said if part), reference_of_decision(self.rows, entry)
        for movement in own:
            if movement.key[0] == ledger.TRANSFER:
                size = self.money(movement.ore).full_text
                given = {"amount": size, "other": other_end(self.rows, movement)}
                yield _("transfer %(amount)s (%(other)s)") % given, ""

    def total(self, total: follow_up.YearTotal, adopted: Iterable[ledger.Movement], name: str) -> shapes.FollowUpRow:
        """A sum over lines; `adopted` are the movements behind it."""
        return shapes.FollowUpRow(
            reference="",
            code="",
            name=name,
            direction="",
            original=self._original(total.revised),
            revised=amounts.revised_money(total.revised, self.unit, self.decimals),
            actual=self.money(total.spent),
            actual_note=words.coverage(total.spent_lines, total.lines),
            forecast=self.money(total.expected),
            forecast_note=words.coverage(total.compared, total.lines),
            deviation=self._deviation(total.deviation),
            spent_percent=None if total.spent_share is None else total.spent_share * 100,
            spent_text=_percent(total.spent_share),
            is_fictional=any(movement.is_fictional for movement in adopted),
        )

    def _original(self, revised: ledger.Revised | ledger.Refusal) -> shapes.Money:
        if _unadopted(revised):
            return amounts.revised_money(revised, self.unit, self.decimals)
        if isinstance(revised, ledger.Refusal) or revised.originally is None:
            return amounts.money(None, self.unit)
        first = revised.originally
        return amounts.money(
            first.ore,
            self.unit,
            self.decimals,
            state=first.state,
            note=amounts.total_note(first),
            is_fictional=revised.is_fictional,
        )


def entries_of(rows: Rows, movements: Iterable[ledger.Movement]) -> list[Entry]:
    return [rows.money.entries[m.key[1]] for m in movements if m.key[0] == "entry"]


def cover(rows: Rows, entry: Entry) -> str:
    if not entry.coverage:
        return ""
    seen = entry.coverage_line is not None and entry.coverage_line_id in rows.money.seen_lines
    name = str(entry.coverage_line) if seen else entry.get_coverage_display()
    return _("covered by: %(name)s") % {"name": name}


def other_end(rows: Rows, movement: ledger.Movement) -> str:
    transfer = rows.money.transfers[movement.key[1]]
    is_from = transfer.from_line_id == movement.line
    other = transfer.to_line if is_from else transfer.from_line
    if other is None:
        return _("outside the overview: %(name)s") % {"name": transfer.outside}
    return str(other) if other.pk in rows.money.seen_lines else _("another line")


def _unadopted(revised: ledger.Revised | ledger.Refusal) -> bool:
    return isinstance(revised, ledger.Refusal) or not revised.is_adopted


def _percent(share: Decimal | None) -> str:
    return _("cannot be computed") if share is None else format_percent(share * 100, 1)


def decided(rows: Rows, entry: Entry) -> str:
    return named_decision(rows, entry) or entry.decision_note or words.date(entry.effective)


def named_decision(rows: Rows, row: Entry | Transfer) -> str:
    """Its title; of one on a closed item no more than that, to those for whom it is not."""
    if row.decision is None:
        return ""
    return str(row.decision) if row.decision.is_for(rows.viewpoint.user) else words.closed_item()


def reference_of_decision(rows: Rows, row: Entry | Transfer) -> str:
    """Of the one that is named; empty where none is."""
    is_named = row.decision is not None and row.decision.is_for(rows.viewpoint.user)
    return row.decision.reference if row.decision is not None and is_named else ""


def spent_note(statement: Statement | None) -> str:
    """Up to and including when, and whether it is final."""
    if statement is None:
        return ""
    if statement.kind == StatementKind.ACCOUNTS:
        return _("accounts") if statement.is_final else _("accounts, preliminary")
    day = words.day(statement.up_to or statement.as_of)
    if statement.is_final:
        return _("up to and including %(day)s, final") % {"day": day}
    return _("up to and including %(day)s, preliminary") % {"day": day}


def expected_note(statement: Statement | None) -> str:
    if statement is None:
        return ""
    if statement.kind == StatementKind.ACCOUNTS:
        return _("accounts")
    day = _("stated %(day)s") % {"day": words.day(statement.as_of)}
    return ", ".join(part for part in (statement.follow_up_round, day) if part)
