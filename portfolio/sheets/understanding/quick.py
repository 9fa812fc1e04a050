"""The ordinary cells of a table, read without making a Cell of each: most of a large file is made of them.

What is not ordinary in every respect is left to records.Reader, and what is read here reads the same there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

from organisation.numbers import LARGEST_ORE, ParsedAmount
from organisation.periods import Period, PeriodError, parse_period
from organisation.units import Unit
from portfolio.sheets.reading import Sheet
from portfolio.sheets.reading.number_formats import is_ordinary, shown_quickly
from portfolio.sheets.reading.workbook import Plain, column_letters
from portfolio.sheets.understanding.headings import FIRST_YEAR, LAST_YEAR
from portfolio.sheets.understanding.layout import CODES, DATES, FIGURES, MONEY, Column, Meaning
from portfolio.sheets.understanding.readings import Reading, Value
from portfolio.sheets.understanding.values import error_in, is_day_number, is_missing

# A named tuple is made three times as fast as it makes itself.
_reading: Callable[[tuple[str, str, Value, bool]], Reading] = partial(tuple.__new__, Reading)


class QuickReader:
    """`units` are those of the columns of money that have one; `apart` the columns that are never read here."""

    def __init__(
        self, sheet: Sheet, columns: Sequence[Column], units: Mapping[int, Unit], apart: frozenset[int]
    ) -> None:
        facts = sheet.facts
        self.columns = tuple(columns)
        self._values, self._formats = sheet.values, facts.formats
        self._special = {*facts.errors, *facts.formulas, *facts.texts, *facts.struck}
        self._units = {index: (unit, unit.ore) for index, unit in units.items()}
        self._asked = [
            (one, one.index, column_letters(one.index), _TEXTS.get(one.meaning), one.index not in apart)
            for one in self.columns
        ]

    def row(self, row: int) -> tuple[dict[int, Reading], list[Column]]:
        """What the row's ordinary cells say, by column, and the columns that are not blank and left to the other."""
        values, number = self._values[row], str(row + 1)
        width, special = len(values), self._special
        readings: dict[int, Reading] = {}
        unusual: list[Column] = []
        for column, index, letters, say, may_be_quick in self._asked:
            plain = values[index] if index < width else None
            raw: str | None = None
            value: Value | None = None
            if special and (row, index) in special:
                pass
            elif plain is None or plain == "":
                continue
            elif not may_be_quick:
                pass
            elif type(plain) is str:
                first = plain[0]
                is_error = (first in "#EeFf" or first.isspace()) and error_in(plain)
                if say is not None and not is_error and "\n" not in plain and "\r" not in plain:
                    raw, value = plain, say(plain)
            else:
                raw, value = self._number(plain, row, column)
            if raw is not None and value is not None and value != "":
                readings[index] = _reading((letters + number, raw, value, False))
            else:
                unusual.append(column)
        return readings, unusual

    def _number(self, plain: Plain, row: int, column: Column) -> tuple[str | None, Value | None]:
        """How it is shown, and what it says; None where it is not ordinary."""
        if type(plain) is float and plain.is_integer() and abs(plain) < 1e15:
            plain = int(plain)
        number_format = self._formats.get((row, column.index), "")
        if type(plain) is not int or not is_ordinary(number_format):
            return None, None
        raw = shown_quickly(plain, number_format)
        if found := self._units.get(column.index):
            unit, size = found
            ore = plain * size
            return (raw, ParsedAmount(raw, ore, unit)) if abs(ore) <= LARGEST_ORE else (None, None)
        if column.meaning is Meaning.YEAR and not number_format and FIRST_YEAR <= plain <= LAST_YEAR:
            return raw, plain
        return None, None


def _words(plain: str) -> str:
    return " ".join(plain.split())


def _code(plain: str) -> str:
    return " ".join((plain if plain.isascii() else unicodedata.normalize("NFKC", plain)).split())


# A column of periods has few of them, however many rows.
@lru_cache(maxsize=1_024)
def _period(plain: str) -> Period | None:
    words = plain.strip()
    if not words or is_day_number(words):
        return None
    try:
        return parse_period("" if is_missing(words) else words)
    except PeriodError:
        return None


_TEXTS: Mapping[Meaning, Callable[[str], str | Period | None]] = {
    meaning: _code if meaning in CODES else _period if meaning in DATES else _words
    for meaning in Meaning
    if meaning not in MONEY | FIGURES | {Meaning.YEAR, Meaning.IGNORED}
}
