"""Headings near the top of a sheet with what stands below them, for rules that do not wait for a layout."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite

from organisation.sorting import search_key
from portfolio.sheets.reading import Sheet
from portfolio.sheets.reading.workbook import Plain

_HEADING_ROWS = 25
_LONGEST_HEADING = 60
_FEWEST_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, as search_key writes it, and what is filled in under it; row and index count from 0."""

    row: int
    index: int
    heading: str
    shown: str
    values: Sequence[Plain]

    @property
    def texts(self) -> list[str]:
        return [one.strip() if isinstance(one, str) else _written(one) for one in self.values]


def whole(value: Plain) -> int | None:
    """The number without decimals, where it is one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return int(value) if value == int(value) else None


def _written(value: Plain) -> str:
    number = whole(value)
    return str(value) if number is None else str(number)


def headed(sheet: Sheet, headings: Iterable[re.Pattern[str]]) -> list[Column]:
    """Each text near the top that is one of `headings`, as search_key writes them, with what stands below it.

    Which row is the header is not relied on.
    """
    filled: dict[int, tuple[list[int], list[Plain]]] = {}
    found: list[Column] = []
    for at, row in enumerate(sheet.values[:_HEADING_ROWS]):
        for column, value in enumerate(row):
            if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_HEADING:
                continue
            heading = search_key(value).strip(" :.*()")
            if heading and any(words.fullmatch(heading) for words in headings):
                if column not in filled:
                    filled[column] = _filled(sheet, column)
                rows, values = filled[column]
                found.append(Column(at, column, heading, value.strip(), values[bisect_right(rows, at) :]))
    return found


def headed_in_rows(sheet: Sheet, headings: Iterable[re.Pattern[str]]) -> list[Column]:
    """Each first text of a row near the top that is one of `headings`, with what stands beside it, three or more."""
    found: list[Column] = []
    known = list(headings)
    for at, row in enumerate(sheet.values[:_HEADING_ROWS]):
        filled = [(column, value) for column, value in enumerate(row) if value not in (None, "")]
        if len(filled) <= _FEWEST_BESIDE or not isinstance(shown := filled[0][1], str) or len(shown) > _LONGEST_HEADING:
            continue
        heading = search_key(shown).strip(" :.*()")
        if heading and any(words.fullmatch(heading) for words in known):
            found.append(Column(at, filled[1][0], heading, shown.strip(), [value for _column, value in filled[1:]]))
    return found


def _filled(sheet: Sheet, column: int) -> tuple[list[int], list[Plain]]:
    """The rows in which something stands in the column, and what."""
    rows = [row for row, cells in enumerate(sheet.values) if column < len(cells) and cells[column] not in (None, "")]
    return rows, [sheet.values[row][column] for row in rows]
