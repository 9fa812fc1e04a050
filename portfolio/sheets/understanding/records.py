"""One record for each row of data, its values typed by what their columns mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from organisation.numbers import ParsedAmount, ParsedFigure
from organisation.units import Unit
from portfolio.sheets.reading import Cell, Sheet, address
from portfolio.sheets.understanding import own_words, units_of_rows, values
from portfolio.sheets.understanding.asking import Asked, unit_says_percent
from portfolio.sheets.understanding.layout import CODES, DATES, DERIVED, FIGURES, Column, Layout, Meaning, Row, RowRole
from portfolio.sheets.understanding.problems import Problem, Severity
from portfolio.sheets.understanding.quick import QuickReader
from portfolio.sheets.understanding.readings import Reading, Record, Value
from portfolio.sheets.understanding.themes_below import themes_below
from portfolio.sheets.understanding.values import Missing, Share, SmallCount, Unreadable

# A dash may also join the words of a name: hyphens are tried before dashes of every kind.
_BULLETS = (re.compile(r"(?:^|\s)-\s+"), re.compile(r"(?:^|\s)[-–•]\s+"))


class Reader:
    """Takes the rows in order, and keeps what they say."""

    def __init__(self, sheet: Sheet, layout: Layout, asked: Asked) -> None:
        self.sheet, self.layout, self.asked = sheet, layout, asked
        self.records: list[Record] = []
        self.problems: list[Problem] = []
        self.errors = 0
        self._told: set[tuple[int, int, Unit]] = set()
        self._columns = layout.used
        self._name = layout.first(Meaning.NAME)
        self._unit_column = layout.first(Meaning.UNIT)
        # Beside figures of indicators the units are theirs.
        is_of_money = not any(column.meaning in FIGURES for column in self._columns)
        self._units_are_of_money = self._unit_column is not None and is_of_money
        self._theme_column = layout.first(Meaning.THEME)
        self._theme, self._theme_at = "", ""
        self._below, told = themes_below(sheet, layout)
        self.problems += told
        units = {column.index: unit for column in self._columns if column.is_money and (unit := self.unit(column))}
        if self._unit_column is not None:
            # Each row may say its own.
            units = {}
        # A dash that means zero, and a number that may be a fraction, are more than what stands in the cell.
        self._quick = QuickReader(sheet, self._columns, units, asked.shares)

    def take(self, row: Row) -> None:
        if row.role is RowRole.THEME:
            self._theme, self._theme_at = row.label, self._first_cell(row)
        elif row.role is RowRole.DATA:
            self._take_data(row)

    def _first_cell(self, row: Row) -> str:
        columns = range(self.sheet.width)
        filled = (column for column in columns if self.sheet.plain(row.index, column) not in (None, ""))
        return address(row.index, next(filled, 0))

    def unit(self, column: Column, row: int | None = None) -> Unit | None:
        """What the row says itself, else the heading, else the whole table."""
        own = units_of_rows.unit_said(self._said_by(row)) if row is not None else None
        return own or column.unit.unit or self.layout.unit.unit

    def _said_by(self, row: int) -> str:
        return self.sheet.cell(row, self._unit_column.index).raw if self._unit_column is not None else ""

    def _check_unit_of(self, row: int) -> None:
        """Raises Unreadable where the row says that it is in something else than money."""
        said = self._said_by(row).strip() if self._units_are_of_money else ""
        if said and not values.is_missing(said) and units_of_rows.unit_said(said) is None:
            raise Unreadable(
                _("The unit of the row is “%(unit)s”, which is no unit of money.") % {"unit": said},
                _("Leave the row out, or write kr., t.kr. or mio. kr. as its unit."),
            )

    def amount(self, cell: Cell, column: Column) -> ParsedAmount | None:
        """None, and a problem, when it cannot be read; a unit that is lacking is asked for."""
        unit = self.unit(column, cell.row) or self._unit_of_all_rows()
        try:
            self._check_unit_of(cell.row)
            return self._amount(cell, unit)
        except Unreadable as found:
            if unit or not self._lacks_only_unit(cell, column):
                self._complain(cell, found)
            return None

    def _unit_of_all_rows(self) -> Unit | None:
        """What a total is in that says no unit itself, where each of the rows does and all say the same."""
        by_row = self._unit_column
        said = {record.value(by_row) for record in self.records} if by_row is not None else set()
        return units_of_rows.unit_said(str(said.pop())) if len(said) == 1 else None

    def warn(self, cell: Cell, reason: str, advice: str) -> None:
        self.problems.append(Problem(Severity.WARNING, self.sheet.name, cell.address, cell.raw, reason, advice))

    def _complain(self, cell: Cell, found: Unreadable) -> None:
        self.errors += 1
        raw = f"={cell.formula.text}" if cell.formula and not cell.raw else cell.raw
        self.problems.append(Problem(Severity.ERROR, self.sheet.name, cell.address, raw, found.reason, found.advice))

    def _take_data(self, row: Row) -> None:
        readings, unusual = self._quick.row(row.index)
        several = self._take_unusual(row, unusual, readings) if unusual else {}
        self._check_name(row.index, readings)
        theme = readings.get(self._theme_column.index) if self._theme_column else None
        above = self._below.get(row.index, (self._theme, self._theme_at))
        said = (theme.raw, theme.address) if theme else above
        record = Record(row.index, readings, *said, name=self._name_in(readings))
        self.records += self._parts(record, several) if several else [record]

    def _take_unusual(
        self, row: Row, columns: Sequence[Column], readings: dict[int, Reading]
    ) -> dict[int, list[ParsedAmount]]:
        """Adds what these cells say to the row's readings; the amounts of those that hold several come back."""
        several: dict[int, list[ParsedAmount]] = {}
        for column in columns:
            cell = self.sheet.cell(row.index, column.index)
            if cell.is_blank:
                continue
            try:
                if column.is_money:
                    self._check_unit_of(cell.row)
                    if amounts := values.several_amounts(cell, self.unit(column, cell.row)):
                        several[column.index] = amounts
                        readings[column.index] = Reading(cell.address, cell.raw, amounts[0])
                        continue
                value = self._value(cell, column, row)
            except Unreadable as found:
                if not self._lacks_only_unit(cell, column):
                    self._complain(cell, found)
                continue
            readings[column.index] = Reading(cell.address, cell.raw, value, cell.formula is not None)
            if isinstance(value, ParsedAmount):
                self._remark(cell, column, value)
            if isinstance(value, ParsedAmount | ParsedFigure | Share):
                self._tell_of_note(cell)
        return several

    def _check_name(self, row: int, readings: dict[int, Reading]) -> None:
        """A name may say what its figures are in: in another unit, or in none of money, they are not read."""
        name = self._name_in(readings)
        unit, count = units_of_rows.said_by_name(name)
        is_told = not units_of_rows.begins_as_count(name)
        if not unit and not count and is_told:
            return
        for column in self._columns:
            reading = readings.get(column.index) if column.is_money else None
            amount = reading.value if reading is not None else None
            if not isinstance(amount, ParsedAmount) or amount.unit_stated or amount.missing or amount.ore == 0:
                continue
            cell = self.sheet.cell(row, column.index)
            if count or (unit is not None and unit is not amount.unit):
                del readings[column.index]
                self._complain(cell, _unlike_name(count or str(unit.label if unit else ""), amount))
            elif not is_told:
                is_told = True
                reason = _("The name “%(name)s” begins as a number of something, and the figures are read as money.")
                self.warn(cell, reason % {"name": name}, _("Leave the row out if it is no amount."))

    def _tell_of_note(self, cell: Cell) -> None:
        sign = values.note_sign(cell.raw) if isinstance(cell.value, str) else ""
        if sign:
            reason = _("“%(sign)s” after the number is read as the sign of a note and is not kept.") % {"sign": sign}
            self.warn(cell, reason, _("Check the number, and what the note says of it."))

    def _lacks_only_unit(self, cell: Cell, column: Column) -> bool:
        """The unit is asked for once, not at every cell."""
        if not column.is_money or self.unit(column, cell.row):
            return False
        try:
            self._check_unit_of(cell.row)
        except Unreadable:
            return False
        if values.several_amounts(cell, Unit.KR):
            return True
        try:
            values.amount_of(cell, Unit.KR)
        except Unreadable:
            return False
        return True

    def _name_in(self, readings: Mapping[int, Reading]) -> str:
        found = readings.get(self._name.index) if self._name else None
        return str(found.value) if found else ""

    def _remark(self, cell: Cell, column: Column, amount: ParsedAmount) -> None:
        shown, exponent = values.unit_shown(cell)
        if shown is not None and amount.unit is not None:
            told = (column.index, exponent, amount.unit)
            if exponent != amount.unit.exponent and told not in self._told:
                # A format is that of the column; told of at each cell it would hide all else.
                self._told.add(told)
                words = {"shown": cell.raw, "unit": amount.unit.label}
                reason = _("The number format shows %(shown)s, but the heading or the table says %(unit)s.") % words
                advice = _("Check the unit of the table: it is used. It is told of once for the column.")
                self.warn(cell, reason.replace("..", "."), advice)
        elif cell.is_scaled:
            self.warn(
                cell,
                _("The number format shows %(shown)s, but the cell holds %(held)s.")
                % {"shown": cell.raw, "held": str(cell.value).replace(".", ",")},
                _("Check the unit of the table: the number in the cell is used, not the one that is shown."),
            )
        elif column.meaning is not Meaning.DEVIATION and values.is_rounded(cell, amount):
            self.warn(
                cell,
                _("The cell holds a number with more decimals than øre."),
                _("It is rounded to whole øre. Nothing need be done."),
            )

    def _value(self, cell: Cell, column: Column, row: Row) -> Value:
        meaning = column.meaning
        if column.is_money or column.index in self.asked.shares or meaning in FIGURES:
            return self._number(cell, column, row)
        if meaning is Meaning.YEAR:
            return values.year_of_cell(cell)
        if meaning in DATES:
            return values.period_of_cell(cell)
        return values.code_of(cell) if meaning in CODES else values.text_of(cell)

    def _number(self, cell: Cell, column: Column, row: Row) -> Value:
        if own_words.says_nothing(cell.raw.strip()):
            return Missing(cell.raw.strip())
        if column.is_money:
            unit = self.unit(column, cell.row)
            values.check_unit_shown(cell, unit)
            return self._amount(cell, unit)
        if column.meaning is Meaning.TARGET and isinstance(cell.value, str) and values.has_direction(cell.raw):
            return self._directed(cell, row, column)
        return self._share_or_figure(cell, row, column)

    def _directed(self, cell: Cell, row: Row, column: Column) -> Value:
        """Of a target “under 5” is no count that its source hides, and its direction is that of the indicator."""
        try:
            found: Value | None = self._share_or_figure(cell, row, column)
        except Unreadable:
            found = None
        if found is not None and not isinstance(found, SmallCount):
            return found
        raise Unreadable(
            _("“%(text)s” is a target in words, of which only the number can be kept.") % {"text": cell.raw.strip()},
            _("Write the number alone, and say on the indicator whether it is to be at least or at most as much."),
        )

    def _share_or_figure(self, cell: Cell, row: Row, column: Column) -> Value:
        if column.index in self.asked.shares:
            return self._dash(values.share_of(cell, column.index in self.asked.fractions), Share(Decimal(0)))
        return self._figure(cell, row, column)

    def _amount(self, cell: Cell, unit: Unit | None) -> ParsedAmount:
        found = values.amount_of(cell, unit, brackets_are_negative=self.asked.brackets_are_negative)
        if found.missing and self.asked.dash_is_zero and cell.raw.strip() in {"-", "–", "—", "−"}:
            return replace(found, ore=0, missing=False)
        return found

    def _figure(self, cell: Cell, row: Row, column: Column) -> Value:
        """A row whose unit is percent holds shares; what a bare number up to one is has been asked."""
        unit = None if column.meaning is Meaning.RESPONDENTS else self._unit_column
        says = "" if unit is None else self.sheet.cell(row.index, unit.index).raw
        if not values.says_percent(cell) and not unit_says_percent(says):
            return self._dash(values.figure_of(cell), ParsedFigure(cell.raw, Decimal(0)))
        bare = values.bare_share(cell)
        is_fraction = self.asked.fractions_by_unit and bare is not None and abs(bare) <= 1
        return values.share_of(cell, is_fraction)

    def _dash(self, found: Value, zero: Value) -> Value:
        is_dash = isinstance(found, Missing) and found.sign in {"-", "–", "—", "−"}
        return zero if is_dash and self.asked.dash_is_zero else found

    def _parts(self, record: Record, several: Mapping[int, list[ParsedAmount]]) -> list[Record]:
        """One record for each amount, named by the points of the name; where they are not as many, an error each.

        The code and the reference are those of the whole row, and of none of its parts.
        """
        group, names = _points(record.name, {len(amounts) for amounts in several.values()})
        shared = {column: reading for column, reading in record.readings.items() if column not in several}
        if not names or any(self.layout.columns[column].meaning is Meaning.REFERENCE for column in shared):
            for column, amounts in several.items():
                reason = _("The cell holds %(count)d amounts, and the row has one name.") % {"count": len(amounts)}
                advice = _("Write each amount in a row of its own, with a name of its own.")
                self._complain(self.sheet.cell(record.row, column), Unreadable(reason, advice))
            return [record._replace(readings=shared)]
        count = len(names)
        shared = self._shared_by(record.row, shared, count)
        whole = {
            column: amounts
            for column, amounts in several.items()
            if self._are_as_many(record.row, column, amounts, count)
        }
        first = next(iter(several))
        reason = _("The cell holds %(count)d amounts, and the name %(count)d points: each is read as a line.")
        advice = _("Check that each amount stands at the right name. They have no code, also where the row has one.")
        self.warn(self.sheet.cell(record.row, first), reason % {"count": count}, advice)
        parts = []
        for number, name in enumerate(names):
            own = {
                column: Reading(record.readings[column].address, amounts[number].raw, amounts[number])
                for column, amounts in whole.items()
            }
            parts.append(record._replace(readings=shared | own, part=number + 1, name=name, group=group))
        return parts

    def _are_as_many(self, row: int, column: int, amounts: Sequence[ParsedAmount], count: int) -> bool:
        if len(amounts) == count:
            return True
        found = {"amounts": len(amounts), "count": count}
        self._unlike(row, column, _("The cell holds %(amounts)d amounts, but the row %(count)d lines.") % found)
        return False

    def _shared_by(self, row: int, readings: Mapping[int, Reading], count: int) -> dict[int, Reading]:
        """What holds for each of the row's lines; its one amount is of none of them, or of all."""
        shared = {}
        for column, reading in readings.items():
            meant = self.layout.columns[column]
            if isinstance(reading.value, ParsedAmount) and reading.value.ore is not None:
                found = {"count": count}
                if meant.meaning in DERIVED:
                    self.warn(
                        self.sheet.cell(row, column),
                        _("The amount is of the row's %(count)d lines together, and is not compared.") % found,
                        _("Check it yourself."),
                    )
                else:
                    self._unlike(row, column, _("The cell holds one amount, but the row %(count)d lines.") % found)
            elif meant.meaning is not Meaning.CODE:
                shared[column] = reading
        return shared

    def _unlike(self, row: int, column: int, reason: str) -> None:
        advice = _("Write an amount for each line, or each line in a row of its own.")
        self._complain(self.sheet.cell(row, column), Unreadable(reason, advice))


def _unlike_name(said: str, amount: ParsedAmount) -> Unreadable:
    reason = _("The name of the row says %(said)s, but the amount is read in %(unit)s.")
    reason %= {"said": said, "unit": amount.unit.label if amount.unit else _("not stated")}
    # A unit ends in a full stop of its own.
    return Unreadable(
        reason.replace("..", "."), _("Write the unit after the amount, or leave the row out if it is no amount.")
    )


def _points(name: str, counts: Collection[int]) -> tuple[str, list[str]]:
    """The group and the points of a name that lists as many as one of the counts."""
    for bullet in _BULLETS:
        group, *points = [piece.strip() for piece in bullet.split(name)]
        if len(points) in counts:
            return group, points
    return "", []
