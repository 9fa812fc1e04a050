"""Sheets of money: lines found or made, and what each cell does to the budget or the follow-up.

The rules in words:
- A cell is what one line, year, kind, decision and price level come to. Where nothing stands a draft is made, a draft
  is mended, and a posted figure is changed by a correction that is a draft until somebody posts it.
- A reading is the line's forecast, actuals or accounts of one follow-up. A posted one stands, and a new one is added.
- An empty cell changes nothing. The name of a line that is there is never changed by a sheet of amounts.
- A revised budget is stated where the amounts do not come to it (revised.py); printed totals are kept beside the
  computed ones (totals.py). A deviation follows from the others and is not stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from budgets.entering import Amount, Standing, change_entry, change_reading, differs, entered, read
from budgets.models import (
    BudgetLine,
    Entry,
    LineInitiative,
    MoneyFact,
    Statement,
    StatementKind,
    UnitOrigin,
    ValueState,
)
from budgets.resources import BudgetLineResource
from initiatives.models import Initiative
from organisation.inserting import Mould
from organisation.numbers import ParsedAmount, Qualifier
from organisation.units import Unit
from portfolio.sheets.planning.amounts import amount_words
from portfolio.sheets.planning.finding import Called, Directory, name_key
from portfolio.sheets.planning.places import (
    AMOUNTS,
    MOVEMENTS,
    READINGS,
    EntryPlace,
    Places,
    ReadingPlace,
    StatedPlace,
    coverage_of,
    key_of,
    rows_of_accounts,
    standing_entries,
    standing_readings,
)
from portfolio.sheets.planning.plan import CellChange, Effect, RowPlan
from portfolio.sheets.planning.revised import RevisedPlanner, Said
from portfolio.sheets.planning.setting import Setter
from portfolio.sheets.planning.task import Task, columns_for
from portfolio.sheets.planning.totals import Planned, plan_totals
from portfolio.sheets.planning.undistributed import Undistributed
from portfolio.sheets.understanding import Column, Meaning, Reading, Record
from portfolio.sheets.understanding.headings import heading_of
from portfolio.sheets.understanding.layout import DERIVED
from portfolio.sheets.understanding.own_words import paid_elsewhere

_OF_EACH_ROW = frozenset(
    {Meaning.NAME, Meaning.CODE, Meaning.REFERENCE, Meaning.MUNICIPALITY, Meaning.THEME, Meaning.INITIATIVE,
     Meaning.UNIT, Meaning.KIND, Meaning.DECISION, Meaning.PRICE_LEVEL}
)  # fmt: skip
# In the order of the rows that others point at.
WRITTEN = (BudgetLine, LineInitiative, Entry, Statement)


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell with an amount, and the row that it stands in."""

    line: BudgetLine
    record: Record
    shown: RowPlan
    column: Column
    reading: Reading
    parsed: ParsedAmount

    @property
    def unit(self) -> Unit:
        return self.parsed.unit or Unit.KR

    @property
    def typed(self) -> Amount:
        """A 0 says why it is one, an amount that is not stated is none."""
        raw, ore = self.reading.raw, self.parsed.ore
        state = "" if ore else (paid_elsewhere(raw) or ValueState.ZERO if ore == 0 else ValueState.NOT_STATED)
        return Amount(ore, raw[:200], str(state))


class MoneyPlanner:
    several = AMOUNTS | DERIVED

    def __init__(self, task: Task) -> None:
        self.task = task
        task.plan.in_order(WRITTEN)
        home = task.municipality
        rows = list(BudgetLine.objects.filter(municipality=home))
        self.known = {row.pk: row for row in rows}
        self.lines = Directory(rows, ("name", "aliases"))
        self.setter = Setter(
            task, [pair for pair in columns_for(task, BudgetLineResource) if pair[1].attribute != "name"]
        )
        # “Indsats” over the names says that each row is an initiative, and the money its own.
        self.rows_are_initiatives = _rows_are_initiatives(task)
        self.initiatives = (
            _initiatives(task) if self.rows_are_initiatives or Meaning.INITIATIVE in task.columns else None
        )
        self.links = _links(task) if self.initiatives else set()
        self.entry = Mould(Entry(municipality=home, effective_text=task.terms.effective_text))
        self.places = Places(task, self.setter)
        self.entries = standing_entries(home, self.known)
        self.of_accounts = rows_of_accounts(task)
        is_read = bool(READINGS.keys() & task.columns.keys() or self.of_accounts)
        self.readings = standing_readings(home, self.known) if is_read else {}
        self.undistributed = Undistributed(task, self.places, self.entries)
        self.met: dict[EntryPlace | ReadingPlace | StatedPlace, tuple[str, int]] = {}
        self.rows: list[tuple[BudgetLine, Record, RowPlan]] = []

    @property
    def reads(self) -> frozenset[Meaning]:
        """A year, a period and a day of the row are of the amounts whose own column says none."""
        amounts = [one for one in self.task.table.layout.used if one.meaning in AMOUNTS]
        found = _OF_EACH_ROW | {column.meaning for column, _field in self.setter.pairs}
        if not amounts or not all(column.year or column.period for column in amounts):
            found |= {Meaning.YEAR, Meaning.PERIOD}
        if any(column.meaning in READINGS or column.meaning is Meaning.REVISED for column in amounts):
            found |= {Meaning.MEASURED_AT, Meaning.ROUND}
        return found

    def plan(self) -> None:
        if self.task.municipality.pk not in BudgetLine.objects.addable_in(self.task.user):
            reason = _("Your roles do not let you change the budget of this municipality.")
            self.task.plan.complain("", "", reason, _("Ask a finance officer or an administrator to import the file."))
            return
        for record in self.task.table.records:
            shown = self.task.row_plan(record)
            line = self._line(record, shown) if self.task.is_at_home(record) else None
            if line is not None:
                self.rows.append((line, record, shown))
                self._link(line, record, shown)
                for spot in self._spots(line, record, shown):
                    self._amount(spot)
        self._state_revised()
        links = [row for row in self.task.plan.writes[LineInitiative] if isinstance(row, LineInitiative)]
        lines = {record.row: line for line, record, _shown in self.rows}
        plan_totals(self.task, Planned(lines, {record.row: shown for _line, record, shown in self.rows}, links))

    # --- The line ---------------------------------------------------------------------------------------------------

    def _line(self, record: Record, shown: RowPlan) -> BudgetLine | None:
        called = self.task.called(record)
        if not called:
            return None
        line, is_certain = self.task.chosen(record, self.lines.find(called), self.lines)
        if not is_certain:
            return None
        is_new = line is None
        if line is None:
            line = self._fresh(record, called)
            self.lines.add(line, called)
            shown.effect = Effect.CREATE
            self.task.plan.cite(line, "", self.task.place(record), record.name)
        elif called.name and name_key(called.name) not in _names(line):
            self._other_name(record, line)
        has_changed = self.setter.set(line, record, shown, skip=_IDENTITY)
        if is_new or (has_changed and line.pk is not None and line not in self.task.plan.writes[BudgetLine]):
            self.setter.check(line, record)
            self.task.plan.write(line)
        return line

    def _fresh(self, record: Record, called: Called) -> BudgetLine:
        """A text that is cut is not found again, and each import makes another line."""
        name, whole = called.name or called.code or called.reference, self.setter.whole
        return BudgetLine(
            municipality=self.task.municipality,
            reference=self.lines.fresh_reference(called),
            code=whole((BudgetLine, "code"), called.code, record, self.task.reading(record, Meaning.CODE)),
            name=whole((BudgetLine, "name"), name, record, self.task.reading(record, Meaning.NAME)),
            position=record.number,
        )

    def _other_name(self, record: Record, line: BudgetLine) -> None:
        reason = _("The line with this code is called “%(name)s” here.") % {"name": line.name}
        self.task.plan.warn(
            self.task.place(record), record.name, reason, _("It keeps its name. Check that it is the same line.")
        )

    def _link(self, line: BudgetLine, record: Record, shown: RowPlan) -> None:
        if self.rows_are_initiatives:
            self._link_own(line, record, shown)
        reading = self.task.reading(record, Meaning.INITIATIVE)
        if reading is None or self.initiatives is None:
            return
        for words in str(reading.value).split(";"):
            initiative = self.initiatives.find_words(words).row if words.strip() else None
            if initiative is None:
                reason = _("There is no “%(text)s” here.") % {"text": words.strip()}
                self.task.plan.warn(reading.address, reading.raw, reason, _("The line is imported without it."))
            elif (key_of(line), initiative.pk) not in self.links:
                self.links.add((key_of(line), initiative.pk))
                link = LineInitiative(municipality=self.task.municipality, line=line, initiative=initiative)
                self.task.plan.write(link)
                column = self.task.columns[Meaning.INITIATIVE]
                shown.note(CellChange(reading.address, column.heading, "", str(initiative)))

    def _link_own(self, line: BudgetLine, record: Record, shown: RowPlan) -> None:
        """The line of an initiative that is here serves it; of one that is not, it waits until somebody links it."""
        initiative = self.initiatives.find(self.task.called(record)).row if self.initiatives else None
        if initiative is not None and (key_of(line), initiative.pk) not in self.links:
            self.links.add((key_of(line), initiative.pk))
            self.task.plan.write(LineInitiative(municipality=line.municipality, line=line, initiative=initiative))
            shown.note(CellChange(self.task.place(record), _("For the initiative"), "", str(initiative)))

    # --- The amounts ------------------------------------------------------------------------------------------------

    def _spots(self, line: BudgetLine, record: Record, shown: RowPlan) -> Iterator[Spot]:
        for column in self.task.table.layout.used:
            reading = record.readings.get(column.index)
            is_read = column.meaning in MOVEMENTS or column.meaning in READINGS
            if is_read and reading is not None and isinstance(reading.value, ParsedAmount):
                yield Spot(line, record, shown, self._meant(record, column), reading, reading.value)
        alone = self.undistributed.of(key_of(line), record)
        if alone and isinstance(amount := (found := record.readings[alone.index]).value, ParsedAmount):
            yield Spot(line, record, shown, alone, found, amount)

    def _meant(self, record: Record, column: Column) -> Column:
        """The amount of a row whose year is “R2016” is of the accounts."""
        if record.row not in self.of_accounts or column.meaning is not Meaning.AMOUNT:
            return column
        year = self.task.words_as_written(record, Meaning.YEAR)
        return replace(column, meaning=Meaning.ACCOUNTS, heading=f"{column.heading}, {year}")

    def _amount(self, spot: Spot) -> None:
        reading = spot.reading
        if spot.parsed.ore is None and spot.parsed.qualifier is Qualifier.INTERVAL:
            reason = _("An interval is not one amount.")
            self.task.plan.complain(reading.address, reading.raw, reason, _("Write one amount, or empty the cell."))
            return
        try:
            if spot.column.meaning in READINGS:
                self._read(spot)
            else:
                self._move(spot)
        except ValidationError as error:
            self._complain(spot, error)

    def _move(self, spot: Spot) -> None:
        place = self.places.of_entry(key_of(spot.line), spot.record, spot.column)
        standing = self.entries.get(place) or Standing()
        now = entered(standing)
        if self._is_met(place, spot.reading, spot.record) or not differs(now, spot.typed):
            return
        fresh = self.entry.row(
            line_id=spot.line.pk,
            kind=place.kind,
            year=place.year,
            period_text=place.period or str(place.year or ""),
            decision_state=place.decision,
            price_level=place.price_level,
            coverage=coverage_of(place),
        )
        fresh._state.fields_cache["line"] = spot.line
        made = change_entry(fresh, spot.typed, standing, spot.unit, self._reason)
        if made is not None:
            self.task.plan.corrections += bool(standing.posted) and made.pk is None
            self._keep(made, spot, now)

    def _read(self, spot: Spot) -> None:
        place = self.places.of_reading(key_of(spot.line), spot.record, spot.column)
        standing = self.readings.get(place) or Standing()
        now = read(standing)
        if self._is_met(place, spot.reading, spot.record) or not differs(now, spot.typed):
            return
        fresh = Statement(
            municipality=self.task.municipality,
            line=spot.line,
            kind=place.kind,
            year=place.year,
            as_of=place.as_of,
            up_to=self._booked_to(place),
            follow_up_round=place.round,
            price_level=self.places.price_level(spot.record, spot.column),
        )
        made = change_reading(fresh, spot.typed, standing, spot.unit, self._reason)
        if made is not None:
            self.task.plan.corrections += bool(standing.posted) and made.pk is None
            self._keep(made, spot, now)

    def _booked_to(self, place: ReadingPlace) -> date | None:
        """Of spending the day that is said; a year that was over by then is booked to its end."""
        said = self.task.terms.up_to or place.as_of
        return min(said, date(place.year, 12, 31)) if place.kind == StatementKind.ACTUAL else None

    def _state_revised(self) -> None:
        """After all other amounts, which it may follow from."""
        spots = [spot for line, record, shown in self.rows for spot in self._revised_spots(line, record, shown)]
        if not spots:
            return
        drafts = [row for standing in self.entries.values() for row in standing.drafts]
        fresh = (row for row in self.task.plan.writes[Entry] if isinstance(row, Entry))
        drafts += [row for row in fresh if row.pk is None]
        planner = RevisedPlanner(self.task, self.places, drafts)
        for spot in spots:
            try:
                said = Said(spot.line, spot.record, spot.column, spot.parsed.ore or 0, spot.unit)
                made = planner.state(said)
            except ValidationError as error:
                self._complain(spot, error)
            else:
                if made is not None:
                    self.task.plan.corrections += made.is_correction
                    before = None if made.before is None else Amount(made.before)
                    self._keep(made.draft, spot, before)

    def _revised_spots(self, line: BudgetLine, record: Record, shown: RowPlan) -> Iterator[Spot]:
        """One for each year: the same again further down is an error, as of any amount."""
        for column in self.task.table.layout.used:
            reading = record.readings.get(column.index)
            if column.meaning is Meaning.REVISED and reading and isinstance(reading.value, ParsedAmount):
                place = StatedPlace(key_of(line), self._stated_year(record, column))
                if reading.value.ore is not None and not self._is_met(place, reading, record):
                    yield Spot(line, record, shown, column, reading, reading.value)

    def _stated_year(self, record: Record, column: Column) -> int | None:
        try:
            return self.places.day_of(record, column)[0]
        except ValidationError:
            return None

    def _complain(self, spot: Spot, error: ValidationError) -> None:
        advice = _("Correct the cell in the file, or leave the row out.")
        self.task.plan.complain(spot.reading.address, spot.reading.raw, " ".join(error.messages), advice)

    def _keep(self, made: Entry | Statement, spot: Spot, now: Amount | None) -> None:
        guess = spot.column.unit if spot.column.unit.unit else self.task.table.layout.unit
        fact: MoneyFact = made
        if not guess.is_stated:
            fact.unit_origin, fact.unit_note = UnitOrigin.INFERRED, guess.why[:200]
        self.task.plan.write(made)
        address = spot.reading.address
        self.task.plan.cite(made, "amount_ore", address, spot.reading.raw)
        spot.shown.note(
            CellChange(address, spot.column.heading, amount_words(now, spot.unit), amount_words(spot.typed, spot.unit))
        )

    @property
    def _reason(self) -> str:
        """Asked for before anything is confirmed; the preview does without."""
        return self.task.terms.reason.strip() or "-"

    def _is_met(self, place: EntryPlace | ReadingPlace | StatedPlace, reading: Reading, record: Record) -> bool:
        """One cell may hold an amount for each of several lines."""
        first, part = self.met.setdefault(place, (reading.address, record.part))
        if (first, part) == (reading.address, record.part):
            return False
        if self.task.table.mixes_kinds and _row_of(first) == _row_of(reading.address):
            # The error over the columns says it once for all rows.
            return True
        reason = _("The same line, year and kind already have an amount in %(address)s.") % {"address": first}
        self.task.plan.complain(
            reading.address, reading.raw, reason, _("Add the amounts up in one row, or leave one of them out.")
        )
        return True


def _row_of(address: str) -> str:
    return address.lstrip(ascii_uppercase)


_IDENTITY = frozenset({"municipality", "code", "reference"})


def _rows_are_initiatives(task: Task) -> bool:
    name = task.columns.get(Meaning.NAME)
    return (
        name is not None
        and Meaning.INITIATIVE not in task.columns
        and heading_of(name.heading).meaning is Meaning.INITIATIVE
    )


def _initiatives(task: Task) -> Directory[Initiative]:
    rows = Initiative.objects.filter(municipality=task.municipality)
    return Directory(rows, ("title", "display_title", "aliases"))


def _links(task: Task) -> set[tuple[int, int]]:
    links = LineInitiative.objects.filter(municipality=task.municipality)
    return set(links.values_list("line", "initiative"))


def _names(line: BudgetLine) -> set[str]:
    return {name_key(name) for name in (line.name, *line.aliases.splitlines())}
