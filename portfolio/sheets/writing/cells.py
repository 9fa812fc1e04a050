"""Cells of a worksheet as XML. Texts are written as texts, so nothing that is written can be a formula."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any

from django.utils.safestring import SafeString

from organisation.units import decimals_of
from portfolio.sheets.formula_signs import SIGNS
from portfolio.sheets.writing.styles import Style, Styles
from portfolio.sheets.writing.tables import Column, Kind, Percent, Value, Words

LONGEST_TEXT = 32_767
"""The most that a cell holds."""
_CUT = " …"
_SIGNS = frozenset(SIGNS)
# So many different values of a column are kept as they are written, and none of more letters.
_REMEMBERED, _SHORT = 5_000, 200
# What XML needs written otherwise, what it cannot hold, and "_x0041_", which the program would read as a sign's number.
_ODD = re.compile(r"[&<>\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SIGN_NUMBER = re.compile(r"_(x[0-9A-Fa-f]{4}_)")
_FIRST_DAY = date(1900, 3, 1)
# The day before the first one of the program's calendar, as Python counts days.
_DAY_ZERO = 693_594

_NUMBER = "\0"
"""Stands for the row's number in a cell until its row is put together: no XML holds this sign."""


def text_xml(text: str) -> str:
    """The text without what XML cannot hold, escaped, its line breaks as one sign, and cut at what a cell holds."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST_TEXT:
        text = f"{text[: LONGEST_TEXT - len(_CUT)]}{_CUT}"
    if _ODD.search(text):
        text = escape(_SIGN_NUMBER.sub(r"_x005F_\1", _UNWRITABLE.sub("", text)), quote=False)
    return text


def inline(text: str) -> str:
    found = text_xml(text)
    # Without this the spaces at the ends are lost, and so are line breaks in some programs.
    kept = ' xml:space="preserve"' if found[:1].isspace() or found[-1:].isspace() or "\n" in found else ""
    return f"<is><t{kept}>{found}</t></is>"


class CellWriter:
    """Writes the values of one column, whose letters are given."""

    def __init__(
        self, column: Column, letters: str, styles: Styles, *, unlocked: bool = False, to_fill: bool = False
    ) -> None:
        self.column, self.styles = column, styles
        self._begins = f'<c r="{letters}{_NUMBER}"'
        self._looks = {"is_unlocked": unlocked, "is_to_fill": to_fill}
        is_long = column.kind is Kind.LONG_TEXT
        self._text = self._style(wraps=is_long)
        # A person who edits the cell does not make a formula of it either.
        self._sign = self._style(wraps=is_long, is_quoted=True)
        self._missing = self._style(is_italic=True, is_right=column.kind in {Kind.MONEY, Kind.NUMBER})
        self._day = self._style(number_format="dd-mm-yyyy")
        self._year = self._style(number_format="0")
        # Names, codes and choices come back in row after row.
        self._texts: dict[str, str] = {}
        self._words: dict[int, tuple[Words, str]] = {}
        self._days: dict[date, str] = {}
        self._unit_ore = column.unit.ore
        self._numbers: dict[int, str] = {}
        self._percents: dict[int, str] = {}
        self._empty = f"{self._begins}{self._text}/>" if self._text else ""
        self._by_type: dict[type, Callable[[Any], str]] = {
            str: self._of_text,
            SafeString: self._of_text,
            int: self._of_ore if column.kind is Kind.MONEY else self._of_whole,
            Decimal: self._of_number,
            Words: self._of_words,
            Percent: self._of_percent,
            date: self._of_day,
            type(None): self._of_nothing,
        }

    def write(self, values: Sequence[Value]) -> list[str]:
        """A cell of each, for `rows_xml`. Raises TypeError for what no cell holds.

        Most columns hold one kind of value, or that and nothing: what kind it is is asked once for all.
        """
        kinds = set(map(type, values))
        if kinds == {str}:
            known, of_text = self._texts.get, self._of_text
            return [known(value) or of_text(value) for value in values]  # type: ignore[arg-type]  # texts all
        if unknown := kinds - self._by_type.keys():
            raise TypeError(f"{unknown.pop().__name__} cannot be written to a sheet.")
        if len(kinds) == 1:
            return list(map(self._by_type[kinds.pop()], values))
        by_type = self._by_type
        return [by_type[type(value)](value) for value in values]

    def _of_nothing(self, value: None) -> str:
        return self._empty

    def _of_words(self, words: Words) -> str:
        # Of a choice every row has the same object; it is kept, so that its number stays its own.
        known = self._words.get(id(words))
        if known is not None:
            return known[1]
        written = self._words_xml(words)
        if len(self._words) < _REMEMBERED:
            self._words[id(words)] = (words, written)
        return written

    def _words_xml(self, words: Words) -> str:
        return f"{self._begins}{self._missing_or_text}{_INLINE}{inline(words.text)}</c>"

    def _of_percent(self, share: Percent) -> str:
        places = max(self.column.decimals, decimals_of(share.value.normalize()))
        return f"{self._begins}{self._percent(places)}><v>{share.value.scaleb(-2):f}</v></c>"

    @property
    def _missing_or_text(self) -> str:
        return self._text if self.column.kind in {Kind.TEXT, Kind.LONG_TEXT} else self._missing

    def _of_text(self, text: str) -> str:
        if not text:
            return self._empty
        style = self._sign if text.lstrip("' ")[:1] in _SIGNS else self._text
        written = f"{self._begins}{style}{_INLINE}{inline(text)}</c>"
        if len(self._texts) < _REMEMBERED and len(text) < _SHORT:
            self._texts[text] = written
        return written

    def _of_whole(self, value: int) -> str:
        style = self._year if self.column.kind is Kind.YEAR else self._number(self.column.decimals)
        return f"{self._begins}{style}><v>{value}</v></c>"

    def _of_ore(self, ore: int) -> str:
        """The number of the unit, exactly: by its digits, so that nothing is rounded."""
        whole, rest = divmod(abs(ore), self._unit_ore)
        fraction = f"{rest:0{self.column.unit.exponent}d}".rstrip("0") if rest else ""
        style = self._number(max(self.column.decimals, len(fraction)))
        sign, point = "-" if ore < 0 else "", "." if fraction else ""
        return f"{self._begins}{style}><v>{sign}{whole}{point}{fraction}</v></c>"

    def _of_number(self, value: Decimal) -> str:
        places = max(self.column.decimals, decimals_of(value))
        return f"{self._begins}{self._number(places)}><v>{value:f}</v></c>"

    def _of_day(self, day: date) -> str:
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = self._day_xml(day)
        return known

    def _day_xml(self, day: date) -> str:
        if day < _FIRST_DAY:
            return self._of_text(f"{day:%d-%m-%Y}")
        return f"{self._begins}{self._day}><v>{day.toordinal() - _DAY_ZERO}</v></c>"

    def _number(self, places: int) -> str:
        if places not in self._numbers:
            self._numbers[places] = self._style(number_format="#,##0" + ("." + "0" * places if places else ""))
        return self._numbers[places]

    def _percent(self, places: int) -> str:
        if places not in self._percents:
            self._percents[places] = self._style(number_format="0" + ("." + "0" * places if places else "") + " %")
        return self._percents[places]

    def _style(self, **fields: object) -> str:
        """The attribute of a cell; nothing for the look that cells have anyway."""
        number = self.styles.number(Style(**{**self._looks, **fields}))  # type: ignore[arg-type]
        return f' s="{number}"' if number else ""


_INLINE = ' t="inlineStr">'


def rows_xml(first: int, columns: Sequence[Sequence[str]]) -> str:
    """Rows from the number `first` on, which counts from 1, of the cells of each column."""
    return "".join(
        f'<row r="{_NUMBER}">{"".join(cells)}</row>'.replace(_NUMBER, str(number))
        for number, cells in enumerate(zip(*columns, strict=True), first)
    )
