"""Which rows are the heading of a table, and the text that they give each column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from organisation.periods import PeriodError, parse_period
from portfolio.sheets.reading import Sheet
from portfolio.sheets.reading.workbook import Cell
from portfolio.sheets.understanding.headings import FIRST_YEAR, LAST_YEAR, heading_of, unit_in

LOOKED_AT = 60
MOST_HEADER_ROWS = 4
MOST_OF_YEAR = 60


@dataclass(frozen=True, slots=True)
class Header:
    """`rows` is empty when no row looks like a heading."""

    rows: tuple[int, ...]
    texts: tuple[str, ...]
    why: str


def header_of(sheet: Sheet, chosen: tuple[int, ...] | None) -> Header:
    if chosen is not None:
        return Header(chosen, _texts(sheet, chosen), _("chosen by hand"))
    rows = _header_rows(sheet)
    if not rows:
        return Header((), ("",) * sheet.width, _("no row has headings that are known"))
    numbers = ", ".join(str(row + 1) for row in rows)
    known = sum(_is_known(text) for text in _texts(sheet, rows))
    why = _("%(known)d headings in row %(rows)s are known words or years") % {"known": known, "rows": numbers}
    return Header(rows, _texts(sheet, rows), why)


def _header_rows(sheet: Sheet) -> tuple[int, ...]:
    candidates = _candidates(sheet, with_times=False) or _candidates(sheet, with_times=True)
    if not candidates:
        return ()
    # Data and titles may have as many known words. Words that are headings and no more count before those that hold
    # one; a title may have them too, and the heading is the one that stands on top of rows.
    whole = {row: _whole_words(sheet, row) for row in candidates}
    candidates = [row for row in candidates if whole[row] == max(whole.values())]
    found = next(row for row in candidates if _next_filled(sheet, row) not in candidates)
    return (*_above(sheet, found), found, *_below(sheet, found))


def _candidates(sheet: Sheet, *, with_times: bool) -> list[int]:
    rows = [row for row in range(min(sheet.height, LOOKED_AT)) if not _is_out(sheet, row)]
    scores = {row: _score(sheet, row, with_times=with_times) for row in rows}
    best = max(scores.values(), default=0)
    # One known word alone is a heading only in a table of one column.
    if best < 2 and not (best == 1 and _filled_columns(sheet) <= 2):
        return []
    return [row for row, score in scores.items() if score == best]


def _is_out(sheet: Sheet, row: int) -> bool:
    return row in sheet.facts.hidden_rows


def _filled_columns(sheet: Sheet) -> int:
    return len({column for row in sheet.values for column, value in enumerate(row) if value not in (None, "")})


def _score(sheet: Sheet, row: int, *, with_times: bool) -> int:
    """How many headings are known; none for a row with figures.

    “maj 2018” is when something is to be done: it is a heading only beside words that are headings and no more, or
    `with_times` above a figure.
    """
    filled = _filled(sheet, row)
    if any(is_figure(cell) for cell in filled):
        return 0
    times = [cell.column for cell in filled if _is_moment(cell)]
    if times and not with_times:
        words = [heading_of(text_of(cell)) for cell in filled if cell.column not in times]
        are_headings = all(word.meaning is not None and word.is_whole for word in words)
        return len(words) if are_headings and len(filled) > 2 else 0
    below = _next_filled(sheet, row)
    if times and not any(is_figure(sheet.cell(below, column)) for column in times if below < sheet.height):
        return 0
    known = [cell for cell in filled if cell.column in times or _is_known(text_of(cell))]
    # A title of many words may hold a known one: the words of a heading are most of its row.
    return len(known) if len(known) * 2 >= len(filled) else 0


def _whole_words(sheet: Sheet, row: int) -> int:
    found = [heading_of(text_of(cell)) for cell in _filled(sheet, row)]
    return sum(one.meaning is not None and one.is_whole for one in found)


def _filled(sheet: Sheet, row: int) -> list[Cell]:
    return [cell for column in range(sheet.width) if not (cell := sheet.cell(row, column)).is_blank]


def _next_filled(sheet: Sheet, row: int) -> int:
    return next((below for below in range(row + 1, sheet.height) if _filled(sheet, below)), sheet.height)


def text_of(cell: Cell) -> str:
    """A year is the same as number, text or date."""
    if hasattr(cell.value, "year"):
        return str(getattr(cell.value, "year", ""))
    return " ".join(cell.raw.replace("\u00ad", "").split())


def is_figure(cell: Cell) -> bool:
    """A number that is no year: it belongs to the data."""
    text = cell.raw.strip()
    if hasattr(cell.value, "year"):
        return False
    is_year = (text.isascii() and text.isdigit()) and FIRST_YEAR <= int(text) <= LAST_YEAR if len(text) == 4 else False
    if _is_of_year(text):
        return False
    digits = sum(sign.isdigit() for sign in text)
    return not is_year and digits * 2 > len(text.replace(" ", "")) and heading_of(text).meaning is None


def _is_of_year(text: str) -> bool:
    """A year beside words or the sign of a note: “Foo 2018”, “2018¹”."""
    heading = heading_of(text)
    if heading.year is None or len(text) > MOST_OF_YEAR:
        return False
    rest = text.replace(str(heading.year), "", 1)
    return not any(sign.isdecimal() for sign in rest) and any(sign.isalpha() or sign in "*¹²³⁴⁵⁶⁷⁸⁹" for sign in rest)


def _is_known(text: str) -> bool:
    heading = heading_of(text)
    names_year = heading.year is not None and not _is_time(text)
    return len(text) <= 120 and (heading.meaning is not None or names_year)


def _is_moment(cell: Cell) -> bool:
    """A date in the middle of a year, or such a text. The first day of a year may be the year."""
    if isinstance(cell.value, date):
        return (cell.value.month, cell.value.day) != (1, 1)
    return _is_time(text_of(cell))


@lru_cache(maxsize=1_024)
def _is_time(text: str) -> bool:
    """“maj 2018” and “efterår 2018”, but not “2018” alone, which a heading may be, and no word that is known."""
    if len(text) > MOST_OF_YEAR or heading_of(text).year is None or heading_of(text).meaning is not None:
        return False
    try:
        return parse_period(text).is_known
    except PeriodError:
        return False


def _above(sheet: Sheet, found: int) -> tuple[int, ...]:
    """Rows right above that group the headings: more than one cell, or one over some of the columns."""
    rows: list[int] = []
    for row in range(found - 1, max(found - MOST_HEADER_ROWS, -1), -1):
        filled = _filled(sheet, row)
        is_group = len(filled) > 1 or any(_spans_some(sheet, cell) for cell in filled)
        if not filled or not is_group or any(is_figure(cell) for cell in filled) or not _groups(filled):
            break
        rows.insert(0, row)
    return tuple(rows)


def _groups(filled: list[Cell]) -> bool:
    says = any(_is_known(text_of(cell)) for cell in filled) or all(map(_is_moment, filled))
    return says and all(len(cell.raw) <= 60 for cell in filled)


def _spans_some(sheet: Sheet, cell: Cell) -> bool:
    """Merged over several columns but not over the whole table, as a title is."""
    area = sheet.area_of((cell.row, cell.column))
    if area is None or area.left == area.right:
        return False
    return area.right - area.left + 1 < sheet.width and area.left > 0


def _below(sheet: Sheet, found: int) -> tuple[int, ...]:
    """Rows right below that go on: years, units, R/B/BO, known words; no data."""
    rows: list[int] = []
    for row in range(found + 1, min(found + MOST_HEADER_ROWS, sheet.height)):
        filled = _filled(sheet, row)
        if not filled or not all(_continues(cell) for cell in filled):
            break
        # A row with names under the names is data; a heading below fills what is grouped above it.
        if len(filled) == 1 and filled[0].column == 0 and not unit_in(filled[0].raw).unit:
            break
        rows.append(row)
    return tuple(rows)


def _continues(cell: Cell) -> bool:
    text = text_of(cell)
    heading = heading_of(text)
    has_unit = unit_in(text).unit is not None or (unit_in(text).is_percent and not any(map(str.isdigit, text)))
    return not is_figure(cell) and ((heading.meaning is not None and heading.is_whole) or has_unit)


def _texts(sheet: Sheet, rows: tuple[int, ...]) -> tuple[str, ...]:
    lines = [_line(sheet, row, rows) for row in rows]
    return tuple(
        " ".join(dict.fromkeys(part for line in lines if (part := line[column]))) for column in range(sheet.width)
    )


def _line(sheet: Sheet, row: int, rows: tuple[int, ...]) -> list[str]:
    """The texts of a heading row, those of groups spread over the columns that they stand above."""
    texts = [_spread(sheet, row, column) for column in range(sheet.width)]
    if row == rows[-1]:
        return texts
    below = [not sheet.cell(rows[rows.index(row) + 1], column).is_blank for column in range(sheet.width)]
    for column in range(1, sheet.width):
        if not texts[column] and below[column] and below[column - 1] and sheet.area_of((row, column)) is None:
            texts[column] = texts[column - 1]
    return texts


def _spread(sheet: Sheet, row: int, column: int) -> str:
    area = sheet.area_of((row, column))
    return text_of(sheet.cell(area.top, area.left)) if area else text_of(sheet.cell(row, column))
