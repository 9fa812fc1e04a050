"""What is to be imported, by whom and where, and what a person has said of all its rows."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from organisation.models import Municipality, User
from organisation.resources import Column as SheetColumn
from organisation.resources import HouseResource, code_of
from portfolio.sheets.planning.finding import Called, Directory, Found
from portfolio.sheets.planning.plan import Plan, RowPlan
from portfolio.sheets.understanding import Column, Meaning, Question, Reading, Record, Table, TableKind
from portfolio.sheets.understanding.checking import not_used
from portfolio.sheets.understanding.headings import heading_of
from portfolio.sheets.understanding.values import is_missing

M = TypeVar("M", bound=models.Model)
_TITLES = frozenset({Meaning.NAME, Meaning.INITIATIVE})


@dataclass(frozen=True, slots=True)
class Terms:
    """`reason` stands in the history of every row. Which of the others are asked depends on the kind of table."""

    decision: str = "proposed"
    price_level: str = ""
    effective_text: str = ""
    year: int | None = None
    as_of: datetime.date | None = None
    up_to: datetime.date | None = None
    round: str = ""
    reason: str = ""

    def as_json(self) -> dict[str, Any]:
        return {name: str(value) if isinstance(value, datetime.date) else value for name, value in asdict(self).items()}


def terms_from(said: Mapping[str, Any]) -> Terms:
    days = {name: datetime.date.fromisoformat(said[name]) for name in ("as_of", "up_to") if said.get(name)}
    return Terms(**{**{name: value for name, value in said.items() if name not in ("as_of", "up_to")}, **days})


@dataclass
class Task:
    table: Table
    municipality: Municipality
    user: User
    terms: Terms
    plan: Plan
    _asked: set[str] = field(default_factory=set)

    @cached_property
    def columns(self) -> dict[Meaning, Column]:
        """The first column of each meaning."""
        found: dict[Meaning, Column] = {}
        for column in self.table.layout.used:
            found.setdefault(column.meaning, column)
        return found

    def tell_of_unused(self, reads: Collection[Meaning], several: Collection[Meaning] = ()) -> None:
        """Filled columns that a sheet of this kind has no use for. `several` may be read of more than one column."""
        layout, title = self.table.layout, self._title_of_initiatives()
        for column in layout.used:
            first = self.columns[column.meaning]
            if title is not None and column.meaning in _TITLES:
                first = title
            if (
                column.meaning in several
                or (column.meaning in reads and column == first)
                or not self._is_filled(column)
            ):
                continue
            if column.meaning in reads:
                why = _("column %(letters)s means the same, and is the one that is read") % {"letters": first.letters}
            else:
                words = {"kind": layout.kind.label, "meaning": column.meaning.label}
                why = _("“%(meaning)s” is not used when the sheet holds %(kind)s") % words
            self.plan.problems.append(not_used(layout, column, column.heading, why))

    def _title_of_initiatives(self) -> Column | None:
        """“Navn” and “Indsats” both fill the title of an initiative, and it ends as the later of them."""
        found = [column for meaning, column in self.columns.items() if meaning in _TITLES]
        return found[-1] if self.table.layout.kind is TableKind.INITIATIVES and len(found) > 1 else None

    def _is_filled(self, column: Column) -> bool:
        cells = (record.readings.get(column.index) for record in self.table.records)
        return any(not is_missing(cell.raw) for cell in cells if cell is not None)

    def reading(self, record: Record, meaning: Meaning) -> Reading | None:
        column = self.columns.get(meaning)
        return record.readings.get(column.index) if column else None

    def words(self, record: Record, meaning: Meaning) -> str:
        """The text of the cell as it was read; "" where it is blank."""
        return _words_in(record, self.columns.get(meaning))

    def words_as_written(self, record: Record, meaning: Meaning) -> str:
        reading = self.reading(record, meaning)
        return reading.raw.strip() if reading else ""

    def place(self, record: Record) -> str:
        """The address of the cell that names the row, for what concerns all of it."""
        for meaning in (Meaning.NAME, Meaning.REFERENCE, Meaning.CODE):
            if reading := self.reading(record, meaning):
                return reading.address
        return record.readings[min(record.readings)].address if record.readings else f"A{record.number}"

    def span(self, record: Record) -> str:
        """From the row's first cell to its last."""
        readings = record.readings
        first, last = min(readings), max(readings)
        return readings[first].address if first == last else f"{readings[first].address}:{readings[last].address}"

    def row_plan(self, record: Record) -> RowPlan:
        row = RowPlan(record.number, record.name or str(self.called(record)) or self.place(record))
        self.plan.rows.append(row)
        return row

    def called(self, record: Record) -> Called:
        reference, code = self._naming
        return Called(_words_in(record, reference), _words_in(record, code), _one_line(record.name))

    @cached_property
    def _naming(self) -> tuple[Column | None, Column | None]:
        return self.columns.get(Meaning.REFERENCE), self.columns.get(Meaning.CODE)

    def is_at_home(self, record: Record) -> bool:
        """A row that names another municipality is an error, not this one's."""
        reading = self.reading(record, Meaning.MUNICIPALITY)
        if reading is None or code_of(reading.value) == self.municipality.code:
            return True
        self.plan.complain(
            reading.address,
            reading.raw,
            _("The row is of another municipality than %(name)s (%(code)s).")
            % {"name": self.municipality.name, "code": self.municipality.code},
            _("Leave the row out, or import it where it belongs."),
        )
        return False

    def chosen(self, record: Record, found: Found[M], directory: Directory[M]) -> tuple[M | None, bool]:
        """The row, and whether it is certain. Of several a person is asked which."""
        if not found.several:
            return found.row, True
        key = f"row:{record.number}.{record.part}" if record.part else f"row:{record.number}"
        answer = self.table.layout.correction.answers.get(key, "")
        if answer == NEW:
            return None, True
        if answer in directory.by_reference:
            return directory.by_reference[answer], True
        if key not in self._asked:
            self._asked.add(key)
            self.plan.questions.append(self._which(record, key, found))
        return None, False

    def _which(self, record: Record, key: str, found: Found[M]) -> Question:
        text = _("Row %(number)d, “%(name)s”: which one is it?") % {"number": record.number, "name": record.name}
        choices = [(row.reference.casefold(), f"{row} ({row.reference})") for row in found.several]  # type: ignore[attr-defined]
        return Question(key, text, (*choices, (NEW, _("none of them: a new one"))), addresses=(self.place(record),))


NEW = "new"


def _words_in(record: Record, column: Column | None) -> str:
    reading = record.readings.get(column.index) if column is not None else None
    return str(reading.value) if reading is not None and isinstance(reading.value, str | int) else ""


def _one_line(name: str) -> str:
    return " ".join(name.split())


def columns_for(task: Task, resource: type[HouseResource]) -> list[tuple[Column, SheetColumn]]:
    """Which column of the sheet fills which field: both are known by what the heading means."""
    by_meaning = {heading_of(one.heading).meaning: one for one in resource.columns().values()}
    naming = next((one for one in resource.columns().values() if one.attribute in ("name", "title")), None)
    pairs = []
    for meaning, column in task.columns.items():
        field_column = naming if meaning is Meaning.NAME else by_meaning.get(meaning)
        if field_column is not None and not field_column.readonly:
            pairs.append((column, field_column))
    return pairs
