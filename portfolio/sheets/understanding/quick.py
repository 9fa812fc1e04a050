"""The ordinary cells of a table, read without making a Cell of each: most of a large file is made of them.

What is not ordinary in every respect is left to records.Reader, and what is read here reads the same there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from enum import Enum

from organisation.numbers import LARGEST_ORE, ParsedAmount
from organisation.units import Unit
from portfolio.sheets.reading import Sheet
from portfolio.sheets.reading.number_formats import is_ordinary, shown_quickly
from portfolio.sheets.reading.workbook import Plain, column_letters
from portfolio.sheets.understanding.headings import FIRST_YEAR, LAST_YEAR
from portfolio.sheets.understanding.layout import CODES, DATES, FIGURES, MONEY, Column, Meaning
from portfolio.sheets.understanding.readings import Reading, Value


class Seen(Enum):
    BLANK = "blank"
    UNUSUAL = "unusual"


class QuickReader:
    """`units` are those of the columns of money that have one; `apart` the columns that are never read here."""

    def __init__(self, sheet: Sheet, units: Mapping[int, Unit], apart: frozenset[int]) -> None:
        facts = sheet.facts
        self._values, self._formats = sheet.values, facts.formats
        self._special = {*facts.errors, *facts.formulas, *facts.texts}
        self._units = {index: (unit, unit.ore) for index, unit in units.items()}
        self._apart = apart
        self._letters = [column_letters(index) for index in range(sheet.width)]

    def read(self, row: int, column: Column) -> Reading | Seen:
        values, index = self._values[row], column.index
        plain = values[index] if index < len(values) else None
        if self._special and (row, index) in self._special:
            return Seen.UNUSUAL
        if plain is None or plain == "":
            return Seen.BLANK
        if index in self._apart:
            return Seen.UNUSUAL
        if type(plain) is str:
            return self._text(plain, row, column)
        return self._number(plain, row, column)

    def _text(self, plain: str, row: int, column: Column) -> Reading | Seen:
        say = _TEXTS.get(column.meaning)
        if say is None or "\n" in plain or "\r" in plain:
            return Seen.UNUSUAL
        value = say(plain)
        return Reading(f"{self._letters[column.index]}{row + 1}", plain, value) if value else Seen.UNUSUAL

    def _number(self, plain: Plain, row: int, column: Column) -> Reading | Seen:
        if type(plain) is float and plain.is_integer() and abs(plain) < 1e15:
            plain = int(plain)
        number_format = self._formats.get((row, column.index), "")
        if type(plain) is not int or not is_ordinary(number_format):
            return Seen.UNUSUAL
        raw = shown_quickly(plain, number_format)
        value: Value
        if found := self._units.get(column.index):
            unit, size = found
            ore = plain * size
            if abs(ore) > LARGEST_ORE:
                return Seen.UNUSUAL
            value = ParsedAmount(raw, ore, unit)
        elif column.meaning is Meaning.YEAR and not number_format and FIRST_YEAR <= plain <= LAST_YEAR:
            value = plain
        else:
            return Seen.UNUSUAL
        return Reading(f"{self._letters[column.index]}{row + 1}", raw, value)


def _words(plain: str) -> str:
    return " ".join(plain.split())


def _code(plain: str) -> str:
    return " ".join((plain if plain.isascii() else unicodedata.normalize("NFKC", plain)).split())


_TEXTS: Mapping[Meaning, Callable[[str], str]] = {
    meaning: _code if meaning in CODES else _words
    for meaning in Meaning
    if meaning not in MONEY | FIGURES | DATES | {Meaning.YEAR, Meaning.IGNORED}
}
