"""Fields of a row set from the cells of a sheet. An empty cell changes nothing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from organisation.constraints import broken
from organisation.periods import Period, format_period
from organisation.printing import format_date
from organisation.resources import Chosen, Day, Referred
from organisation.resources import Column as SheetColumn
from portfolio.sheets.planning.finding import Directory
from portfolio.sheets.planning.made_dates import is_day_made_of
from portfolio.sheets.planning.plan import CellChange, Effect, RowPlan
from portfolio.sheets.planning.task import Task
from portfolio.sheets.understanding import Column, Missing, Reading, Record

Pairs = Sequence[tuple[Column, SheetColumn]]
_POINT = re.compile(r"(?:[-–•·]|\d{1,3}[.)]) ")
# Which field keeps a document's own words for a state that is none of ours.
IN_WORDS = {"state": "state_note"}


class Postponed(NamedTuple):
    """A cell that names a row of the same kind, which may stand further down."""

    row: models.Model
    record: Record
    shown: RowPlan
    column: Column
    sheet_column: SheetColumn
    reading: Reading


class Setter:
    """`linked` finds what the columns of other rows name, by the field that holds the link; `own` are the fields that
    link to rows of the sheet's own kind: what they do not name yet is `postponed` until all rows have been met. `led`
    are the cells that such a link was set from.
    """

    def __init__(
        self,
        task: Task,
        pairs: Pairs,
        linked: Mapping[str, Directory[Any]] | None = None,
        own: Collection[str] = (),
    ) -> None:
        self.task, self.linked, self.own = task, linked or {}, own
        self.postponed: list[Postponed] = []
        self.led: list[Postponed] = []
        self._too_long: set[str] = set()
        # A column of choices has few words, however many rows.
        self._chosen: dict[tuple[str, Any], Any] = {}
        self._language = get_language()
        self.take(pairs)

    def take(self, pairs: Pairs) -> None:
        """Which columns fill which fields."""
        self.pairs = pairs
        self._asked = [(column.index, str(said.attribute), column, said) for column, said in pairs]

    def set(self, row: models.Model, record: Record, shown: RowPlan, *, skip: frozenset[str] = frozenset()) -> bool:
        """Whether anything changed. A new row is noted as such; each changed field knows its cell."""
        is_new = row.pk is None
        changed = False
        readings, own = record.readings, self.own
        for index, name, column, sheet_column in self._asked:
            reading = readings.get(index)
            if reading is None or name in skip or isinstance(reading.value, Missing):
                continue
            if name in own:
                cell = Postponed(row, record, shown, column, sheet_column, reading)
                if not self._names_one(cell):
                    self.postponed.append(cell)
                elif self.put(cell):
                    changed = True
            elif self._put(row, shown, column, sheet_column, reading, is_new=is_new):
                changed = True
        if is_new:
            shown.effect = Effect.CREATE
        return changed or is_new

    def _names_one(self, cell: Postponed) -> bool:
        directory = self.linked.get(str(cell.sheet_column.attribute))
        return directory is not None and directory.find_words(_text(cell.reading)).row is not None

    def put(self, cell: Postponed) -> bool:
        """Whether the cell, of a field among `own`, changed it."""
        row, _record, shown, column, sheet_column, reading = cell
        if not self._put(row, shown, column, sheet_column, reading, is_new=row.pk is None):
            return False
        self.led.append(cell)
        return True

    def _put(
        self,
        row: models.Model,
        shown: RowPlan,
        column: Column,
        sheet_column: SheetColumn,
        reading: Reading,
        *,
        is_new: bool,
    ) -> bool:
        """Whether the cell changed its field."""
        plan = self.task.plan
        try:
            name, value = self._said(row, sheet_column, reading)
        except Unfit as unfit:
            tell = plan.complain if unfit.is_error else plan.warn
            tell(reading.address, reading.raw, unfit.reason, unfit.advice)
            return False
        before = getattr(row, name)
        if before == value or (not before and not value):
            return False
        if before and _facts(type(row), name).is_written and _written(before) == value:
            return False
        if isinstance(before, str) and type(reading.value) is str and is_day_made_of(before, reading.value):
            reason = _("The spreadsheet program has made a date of “%(old)s”.") % {"old": before}
            advice = _(
                "The cell is not imported. Give the column the format Text, and write it again, if it has changed."
            )
            plan.warn(reading.address, reading.raw, reason, advice)
            return False
        setattr(row, name, value)
        old = "" if is_new else self._shown(row, name, before)
        shown.note(CellChange(reading.address, column.heading, old, self._shown(row, name, value)))
        if not is_new:
            plan.cite(row, name, reading.address, reading.raw)
        return True

    def check(self, row: models.Model, record: Record) -> None:
        """What the model itself objects to, told at the cell that names the row."""
        sentences = [*_objections(row), *broken(row)]
        for sentence in sentences:
            self.task.plan.complain(
                self.task.place(record), record.name, sentence, _("Correct the row in the file, or leave it out.")
            )

    def whole(self, field: tuple[type[models.Model], str], text: str, record: Record, at: Reading | None) -> str:
        """The text for the field. It is never cut: one that has no room there is an error at its cell."""
        address, raw = (at.address, at.raw) if at else (self.task.place(record), record.name)
        sentence = too_long(*field, text)
        if sentence and address not in self._too_long:
            self._too_long.add(address)
            self.task.plan.complain(address, raw, sentence, _shorten())
        return text

    def _said(self, row: models.Model, column: SheetColumn, reading: Reading) -> tuple[str, Any]:
        name, widget = str(column.attribute), column.widget
        if isinstance(widget, Chosen):
            return self._choice(row, name, widget, reading)
        if isinstance(widget, Referred):
            return name, self._linked(name, reading)
        if isinstance(widget, Day):
            return name, _day(reading)
        facts = _facts(type(row), name)
        is_words = facts.is_written and isinstance(reading.value, str)
        text = _written(reading.raw) if is_words else _text(reading)
        return name, text if not facts.longest or len(text) <= facts.longest else _short(type(row), name, text)

    def _choice(self, row: models.Model, name: str, widget: Chosen, reading: Reading) -> tuple[str, Any]:
        said = name, reading.value
        try:
            if said not in self._chosen:
                self._chosen[said] = widget.clean(reading.value)
            return name, self._chosen[said]
        except ValueError as error:
            note = IN_WORDS.get(name)
            if note and any(field.name == note for field in row._meta.concrete_fields):
                return note, _short(type(row), note, _text(reading))
            raise Unfit(str(error), _("The cell is not imported. Write one of the words, if it is to be.")) from error

    def _linked(self, name: str, reading: Reading) -> models.Model:
        directory = self.linked.get(name)
        found = directory.find_words(_text(reading)) if directory else None
        if found is None or found.row is None:
            several = found.several if found else ()
            reason = (
                _("“%(text)s” is the name of several: %(names)s.")
                % {"text": reading.raw, "names": ", ".join(row.reference for row in several)}
                if several
                else _("There is no “%(text)s” here.") % {"text": reading.raw}
            )
            raise Unfit(reason, _("The cell is not imported. Write the reference, or make the row first."))
        row: models.Model = found.row
        return row

    def _shown(self, row: models.Model, name: str, value: Any) -> str:
        if value and _facts(type(row), name).has_choices:
            return _label(type(row), name, value, self._language)
        if isinstance(value, datetime.date):
            return format_date(value)
        return str(value or "")


class Unfit(Exception):
    """The cell does not fit its field. `is_error` stops the import; otherwise the cell is left out with a warning."""

    def __init__(self, reason: str, advice: str, *, is_error: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.advice, self.is_error = reason, advice, is_error


def too_long(model: type[models.Model], name: str, text: str) -> str:
    """The sentence that says so; "" where the text has room in the field."""
    longest = _facts(model, name).longest
    if not longest or len(text) <= longest:
        return ""
    return _("The text is longer than %(number)d characters.") % {"number": longest}


def _short(model: type[models.Model], name: str, text: str) -> str:
    if sentence := too_long(model, name, text):
        raise Unfit(sentence, _shorten(), is_error=True)
    return text


def _shorten() -> str:
    return _("Shorten it in the file.")


def _text(reading: Reading) -> str:
    value = reading.value
    if type(value) is str:
        return value
    if isinstance(value, Period):
        return value.text or format_period(value)
    return str(value) if isinstance(value, str | int) else reading.raw.strip()


def _written(raw: str) -> str:
    """The words with single spaces; lines, one blank line between paragraphs and the indent of points are kept."""
    if "\n" not in raw and "\r" not in raw:
        return " ".join(raw.split())
    found: list[str] = []
    for line in raw.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        words = " ".join(line.split())
        indent = re.match(r" *", line)
        kept = indent[0] if indent and _POINT.match(words) else ""
        if words or (found and found[-1]):
            found.append(kept + words if words else "")
    return "\n".join(found).strip()


def _day(reading: Reading) -> datetime.date:
    value = reading.value
    if isinstance(value, Period) and value.start is not None and value.start == value.end:
        return value.start
    raise Unfit(
        _("“%(text)s” is not one day.") % {"text": reading.raw}, _("Write it as 30-06-2018. The cell is not imported.")
    )


class _Facts(NamedTuple):
    """About a field. `is_written`: a text of several lines, whose blank lines and indented points mean something."""

    is_written: bool
    has_choices: bool
    longest: int | None


@lru_cache(maxsize=512)
def _facts(model: type[models.Model], name: str) -> _Facts:
    field = model._meta.get_field(name)
    longest = field.max_length if isinstance(field, models.CharField) else None
    return _Facts(isinstance(field, models.TextField), bool(getattr(field, "choices", None)), longest)


@lru_cache(maxsize=512)
def _label(model: type[models.Model], name: str, value: Any, language: str | None) -> str:
    return str(dict(model._meta.get_field(name).flatchoices).get(value, value))  # type: ignore[union-attr]


def _objections(row: models.Model) -> list[str]:
    try:
        row.clean()
    except ValidationError as error:
        return error.messages
    return []
