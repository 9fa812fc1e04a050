"""Where an amount of a sheet belongs: line, year, kind, decision and price level, or a reading of a follow-up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from budgets.entering import Standing
from budgets.models import BudgetLine, Coverage, DecisionState, Entry, EntryKind, Statement, StatementKind
from organisation.models import Municipality
from organisation.periods import Period
from organisation.resources import Chosen
from portfolio.sheets.planning.setting import Setter, too_long
from portfolio.sheets.planning.task import Task
from portfolio.sheets.understanding import Column, Meaning, Record, TableKind
from portfolio.sheets.understanding.columns import READ_ON_A_DAY
from portfolio.sheets.understanding.values import kind_of_year

MOVEMENTS = {
    Meaning.AMOUNT: EntryKind.ORIGINAL,
    Meaning.ORIGINAL: EntryKind.ORIGINAL,
    Meaning.ESTIMATE: EntryKind.ORIGINAL,
    Meaning.SUPPLEMENTARY: EntryKind.SUPPLEMENTARY,
    Meaning.CARRY_OVER: EntryKind.CARRY_OVER,
}
READINGS = {
    Meaning.ACTUAL: StatementKind.ACTUAL,
    Meaning.FORECAST: StatementKind.FORECAST,
    Meaning.ACCOUNTS: StatementKind.ACCOUNTS,
}
AMOUNTS = frozenset({*MOVEMENTS, *READINGS, Meaning.REVISED})
_DECISIONS, _KINDS = Chosen(DecisionState), Chosen(EntryKind)


@dataclass(frozen=True, slots=True)
class EntryPlace:
    line: int
    year: int | None
    period: str
    kind: str
    decision: str
    price_level: str


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    line: int
    kind: str
    year: int
    as_of: date
    round: str


@dataclass(frozen=True, slots=True)
class StatedPlace:
    """Of a revised budget."""

    line: int
    year: int | None


class Places:
    """Reads them from the column, else the row, else what was said of the whole table.

    With a `setter` a word of a row that has no room in its field is an error at its cell.
    """

    def __init__(self, task: Task, setter: Setter | None = None) -> None:
        self.task, self.setter = task, setter

    def of_entry(self, line: int, record: Record, column: Column) -> EntryPlace:
        year, period = self._year(record, column)
        kind = self._kind(record) or MOVEMENTS[column.meaning].value
        return EntryPlace(line, year, period, kind, self.decision(record), self.price_level(record, column))

    def decision(self, record: Record) -> str:
        return self._chosen(record, Meaning.DECISION, _DECISIONS) or self.task.terms.decision

    def of_reading(self, line: int, record: Record, column: Column) -> ReadingPlace:
        year, as_of = self.day_of(record, column)
        return ReadingPlace(line, READINGS[column.meaning].value, year, as_of, self._round(record))

    def _round(self, record: Record) -> str:
        field = (Statement, "follow_up_round")
        if Meaning.ROUND in self.task.columns:
            return self._whole(field, self.task.words(record, Meaning.ROUND), record, Meaning.ROUND)
        said = self.task.terms.round
        if sentence := too_long(*field, said):
            raise ValidationError(f"“{said}”: {sentence}")
        return said

    def day_of(self, record: Record, column: Column) -> tuple[int, date]:
        """The year of a figure of a follow-up, and the day it is read on.

        Where nothing says a day, accounts are of the year's last.
        """
        year, _period = self._year(record, column)
        if year is None:
            raise ValidationError(_("Nothing says which year the figure is of."))
        day = self._day(record) or self.task.terms.as_of
        if day is None and column.meaning in READ_ON_A_DAY:
            raise ValidationError(self._no_day())
        return year, day or date(year, 12, 31)

    def refuse_without_day(self, record: Record) -> None:
        """Of a follow-up that states days row by row, for a row that states none. Raises ValidationError."""
        is_followed = self.task.table.layout.kind is TableKind.FOLLOW_UP
        if (
            is_followed
            and Meaning.MEASURED_AT in self.task.columns
            and not (self._day(record) or self.task.terms.as_of)
        ):
            raise ValidationError(self._no_day())

    def _no_day(self) -> str:
        if self.task.table.layout.kind is TableKind.FOLLOW_UP:
            return _("Nothing says on which day the figure is read. Write the day, or choose one for the whole table.")
        return _("Nothing says on which day the figure is read. Choose that the table is of budget follow-up.")

    def _day(self, record: Record) -> date | None:
        """The day of the row's reading, where the sheet says one."""
        own = self.task.reading(record, Meaning.MEASURED_AT)
        period = own.value if own is not None and isinstance(own.value, Period) else None
        return period.start if period is not None and period.start == period.end else None

    def _year(self, record: Record, column: Column) -> tuple[int | None, str]:
        """The column's own year or period, else the row's, else what was said of the whole table."""
        if column.year:
            return column.year, ""
        if column.period:
            return None, column.period
        own = self.task.reading(record, Meaning.YEAR)
        if own is not None and isinstance(own.value, int):
            return own.value, ""
        period = self.task.reading(record, Meaning.PERIOD)
        if period is not None and isinstance(period.value, Period):
            # Of an amount whose period is not stated the sheet says so in words.
            text = "" if period.value.year else period.value.text
            return period.value.year, self._whole((Entry, "period_text"), text, record, Meaning.PERIOD)
        if self.task.terms.year is None:
            raise ValidationError(
                _("Nothing says which year the amount is of. Give its column or the whole table a year.")
            )
        return self.task.terms.year, ""

    def _kind(self, record: Record) -> str:
        kind = self._chosen(record, Meaning.KIND, _KINDS)
        if kind in (EntryKind.CORRECTION, EntryKind.UNSPECIFIED):
            raise ValidationError(_("Corrections are not imported: give the amount that is right."))
        return kind

    def _chosen(self, record: Record, meaning: Meaning, widget: Chosen) -> str:
        words = self.task.words(record, meaning)
        if not words:
            return ""
        try:
            return widget.clean(words)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def price_level(self, record: Record, column: Column) -> str:
        own = self.task.words(record, Meaning.PRICE_LEVEL)
        of_row = self._whole((Entry, "price_level"), own, record, Meaning.PRICE_LEVEL)
        return of_row or column.price_level or self.task.terms.price_level

    def _whole(self, field: tuple[type[Entry | Statement], str], text: str, record: Record, meaning: Meaning) -> str:
        return self.setter.whole(field, text, record, self.task.reading(record, meaning)) if self.setter else text


def standing_entries(home: Municipality, lines: Mapping[int, BudgetLine]) -> dict[EntryPlace, Standing[Entry]]:
    found: dict[EntryPlace, Standing[Entry]] = defaultdict(Standing)
    for row in Entry.objects.filter(municipality=home).select_related("corrects").order_by("pk"):
        row.line = lines[row.line_id]
        period = "" if row.year else row.period_text
        place = EntryPlace(row.line_id, row.year, period, row.counts_as, row.decision_state, row.price_level)
        (found[place].posted if row.is_posted else found[place].drafts).append(row)
    return dict(found)


def standing_readings(home: Municipality, lines: Mapping[int, BudgetLine]) -> dict[ReadingPlace, Standing[Statement]]:
    found: dict[ReadingPlace, Standing[Statement]] = defaultdict(Standing)
    for row in Statement.objects.filter(municipality=home).order_by("posted_at", "pk"):
        row.line = lines[row.line_id]
        place = ReadingPlace(row.line_id, row.kind, row.year, row.as_of, row.follow_up_round)
        (found[place].posted if row.is_posted else found[place].drafts).append(row)
    return dict(found)


def rows_of_accounts(task: Task) -> frozenset[int]:
    """The rows of a long table whose year says that their amount is of the accounts: “R2016”."""
    if Meaning.YEAR not in task.columns:
        return frozenset()
    rows = task.table.records
    return frozenset(row.row for row in rows if kind_of_year(task.words_as_written(row, Meaning.YEAR)) == "r")


def key_of(line: BudgetLine) -> int:
    """Of a line that is not written yet, a number that no row has."""
    return line.pk if line.pk is not None else -id(line)


def coverage_of(place: EntryPlace) -> str:
    """An appropriation whose coverage the sheet does not name is not assigned yet, and says so."""
    is_supplementary = place.kind == EntryKind.SUPPLEMENTARY and place.decision == DecisionState.ADOPTED
    return str(Coverage.NOT_ASSIGNED.value) if is_supplementary else ""
