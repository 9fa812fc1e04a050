"""A workbook as it was read: what each cell holds, and how a person sees it.

A sheet keeps its values as a plain grid and the rest in small tables; a Cell is made when it is asked for. Rows and
columns count from 0 here and from 1 and A in addresses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from math import isfinite

from portfolio.sheets.reading.number_formats import is_percent, is_scaled, shown
from portfolio.sheets.reading.refusals import Notice

Plain = str | int | float | bool | date | datetime | time | timedelta | None
Value = str | Decimal | bool | date | datetime | time | timedelta | None
Place = tuple[int, int]


class FileKind(StrEnum):
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"
    HTML = "html"
    PASTED = "pasted"


class Visibility(StrEnum):
    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "very_hidden"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both corners inside."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: Place) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right

    @property
    def address(self) -> str:
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


@dataclass(frozen=True, slots=True)
class Formula:
    """`has_value`: the result of the last calculation is saved in the file. `text` is "" where the file omits it."""

    text: str
    has_value: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sheet says beyond its values. Only cells that differ from the ordinary are named."""

    formats: Mapping[Place, str] = field(default_factory=dict)
    formulas: Mapping[Place, Formula] = field(default_factory=dict)
    errors: Mapping[Place, str] = field(default_factory=dict)
    texts: Mapping[Place, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    struck: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """`raw` is the text as a person sees it; `value` the number, date or text behind it, None when there is none.

    `is_struck`: a line goes through all of it or a part of it.
    """

    row: int
    column: int
    raw: str
    value: Value
    number_format: str = ""
    formula: Formula | None = None
    error: str = ""
    is_hidden: bool = False
    is_struck: bool = False

    @property
    def address(self) -> str:
        return address(self.row, self.column)

    @property
    def is_blank(self) -> bool:
        return not self.raw.strip() and not self.error and not self.lacks_result

    @property
    def lacks_result(self) -> bool:
        """A formula without a saved result: not empty, but unknown."""
        return self.formula is not None and not self.formula.has_value

    @property
    def is_percent(self) -> bool:
        return is_percent(self.number_format)

    @property
    def is_scaled(self) -> bool:
        """The format shows the number in thousands or millions of what it is."""
        return is_scaled(self.number_format)


@dataclass(frozen=True)
class Sheet:
    """`separator` is what parts the cells of a text file; "" in other files."""

    name: str
    values: Sequence[Sequence[Plain]]
    facts: Facts = field(default_factory=Facts)
    visibility: Visibility = Visibility.VISIBLE
    separator: str = ""

    @property
    def height(self) -> int:
        return len(self.values)

    @cached_property
    def width(self) -> int:
        return max(map(len, self.values), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """The cell; one outside the sheet is blank."""
        place = (row, column)
        facts = self.facts
        number_format = facts.formats.get(place, "")
        error = facts.errors.get(place, "")
        value = None if error else _value(self.plain(row, column))
        text = facts.texts.get(place)
        return Cell(
            row,
            column,
            raw=error or (shown(value, number_format) if text is None else text),
            value=value,
            number_format=number_format,
            formula=facts.formulas.get(place),
            error=error,
            is_hidden=row in facts.hidden_rows or column in facts.hidden_columns,
            is_struck=place in facts.struck,
        )

    def plain(self, row: int, column: int) -> Plain:
        if 0 <= row < len(self.values) and 0 <= column < len(self.values[row]):
            return self.values[row][column]
        return None

    def area_of(self, place: Place) -> Area | None:
        """The merged area that the cell is part of."""
        return next((area for area in self.facts.merged if place in area), None) if self.facts.merged else None

    def cells(self, row: int) -> list[Cell]:
        return [self.cell(row, column) for column in range(self.width)]

    def rows(self) -> Iterator[list[Cell]]:
        return (self.cells(row) for row in range(self.height))


@dataclass(frozen=True, slots=True)
class Workbook:
    name: str
    kind: FileKind
    sheets: tuple[Sheet, ...]
    notices: tuple[Notice, ...] = ()

    def sheet(self, name: str) -> Sheet:
        """Raises KeyError when there is none of that name."""
        found = next((sheet for sheet in self.sheets if sheet.name == name), None)
        if found is None:
            raise KeyError(name)
        return found


def column_letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def address(row: int, column: int) -> str:
    return f"{column_letters(column)}{row + 1}"


def _value(plain: Plain) -> Value:
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        return None if plain == "" else plain
    return exact(plain) if isfinite(plain) else str(plain)


def exact(number: float) -> Decimal:
    """The number of at most 15 digits that the spreadsheet program shows: 0.1 + 0.2 is 0.3."""
    return Decimal(number) if isinstance(number, int) else Decimal(f"{number:.15g}")
