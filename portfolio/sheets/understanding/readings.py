"""What was read: a value with its cell, and the values of a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from organisation.numbers import ParsedAmount, ParsedFigure
from organisation.periods import Period
from portfolio.sheets.understanding.layout import Column
from portfolio.sheets.understanding.values import Missing, Share, SmallCount

Value = str | int | ParsedAmount | ParsedFigure | Share | SmallCount | Missing | Period


class Reading(NamedTuple):
    """A value with the cell that it comes from. `is_calculated`: the saved result of a formula."""

    address: str
    raw: str
    value: Value
    is_calculated: bool = False


class Record(NamedTuple):
    """A row of data, or a part of one that holds several amounts; `part` then counts from 1.

    `readings` are by column index; blank cells have none. `theme` is that of its own column, else of the
    blank cell's theme above or of the last theme row, and `theme_at` the cell that says it.
    """

    row: int
    readings: Mapping[int, Reading]
    theme: str = ""
    theme_at: str = ""
    part: int = 0
    name: str = ""
    group: str = ""

    @property
    def number(self) -> int:
        return self.row + 1

    def value(self, column: Column | None) -> Value | None:
        reading = self.readings.get(column.index) if column is not None else None
        return reading.value if reading else None
