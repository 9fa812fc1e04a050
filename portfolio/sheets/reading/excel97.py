"""Workbooks of Excel 97-2003: the values by calamine, the rest from the records of the file itself.

The records are those of [MS-XLS]: a number, a length and content. Only those that say something beyond values are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from struct import error, unpack_from

import olefile

from portfolio.sheets.reading.excel import opened
from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.marked_text import Look
from portfolio.sheets.reading.number_formats import BUILT_IN
from portfolio.sheets.reading.refusals import Notice, Reason, Refused, Remark
from portfolio.sheets.reading.rich_strings import Rich
from portfolio.sheets.reading.rich_strings97 import look_of_font, look_said, rich_strings
from portfolio.sheets.reading.workbook import Area, Facts, Formula, Place, Sheet

_EOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF, _SST, _SUPBOOK = 0x0A, 0x2F, 0x85, 0x41E, 0xE0, 0xFC, 0x1AE
_FONT, _CONTINUE, _LABELSST = 0x31, 0x3C, 0xFD
_ROW, _COLINFO, _MERGED, _FORMULA, _BOOLERR, _MULRK = 0x208, 0x7D, 0xE5, 0x06, 0x205, 0xBD
# NUMBER, LABEL, RK, LABELSST and RSTRING: one cell with content each.
_ONE_CELL = {0x203, 0x204, 0x27E, 0xFD, 0xD6}
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_OWN_BOOK = 0x0401

Record = tuple[int, bytes]


@dataclass(slots=True)
class _Found:
    """The facts of one sheet while its records go by."""

    formats: dict[Place, str] = field(default_factory=dict)
    formulas: dict[Place, Formula] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    texts: dict[Place, str] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)
    last: Place = (-1, -1)
    cells: int = 0

    def facts(self) -> Facts:
        return Facts(
            self.formats, self.formulas, self.errors, {}, frozenset(self.rows), frozenset(self.columns),
            tuple(self.merged), frozenset(self.struck),
        )  # fmt: skip


@dataclass(slots=True)
class _Globals:
    sheets: dict[str, int] = field(default_factory=dict)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    fonts: list[Look] = field(default_factory=list)
    fonts_of_styles: list[int] = field(default_factory=list)
    strings: dict[int, Rich] = field(default_factory=dict)
    is_linked: bool = False

    def format(self, style: int) -> str:
        number = self.styles[style] if style < len(self.styles) else 0
        code = self.formats.get(number) or BUILT_IN.get(number, "")
        return "" if code.casefold() in {"general", "@"} else code

    def is_struck(self, style: int) -> bool:
        font = self.fonts_of_styles[style] if style < len(self.fonts_of_styles) else 0
        return look_of_font(self.fonts, font).is_struck


def sheets_of_excel97(content: bytes, limits: Limits) -> tuple[list[Sheet], tuple[Notice, ...]]:
    stream = _stream(content)
    try:
        book = _globals(stream)
        if len(book.sheets) > limits.sheets:
            raise Refused(Reason.TOO_MANY_SHEETS, count=len(book.sheets), limit=limits.sheets)
        found = {name: _sheet(stream, place, book) for name, place in book.sheets.items()}
    except (error, IndexError, UnicodeDecodeError) as broken:
        raise Refused(Reason.DAMAGED) from broken
    for name, sheet in found.items():
        if sheet.last[0] >= limits.rows:
            raise Refused(Reason.TOO_MANY_ROWS, sheet=name, count=sheet.last[0] + 1, limit=limits.rows)
    if sum(sheet.cells for sheet in found.values()) > limits.cells:
        raise Refused(Reason.TOO_MANY_CELLS, limit=limits.cells)
    facts = {name: sheet.facts() for name, sheet in found.items()}
    sheets, notices = opened(content, facts, {name: sheet.texts for name, sheet in found.items()})
    return sheets, notices + ((Notice(Remark.EXTERNAL_LINKS),) if book.is_linked else ())


def _stream(content: bytes) -> bytes:
    try:
        with olefile.OleFileIO(BytesIO(content)) as file:
            name = "Workbook" if file.exists("Workbook") else "Book"
            return bytes(file.openstream(name).read())
    except Exception as broken:
        # The library raises whatever a broken table of contents leads it to.
        raise Refused(Reason.DAMAGED) from broken


def _records(stream: bytes, place: int) -> Iterator[Record]:
    """The records from a place to the end of their part; parts within it, such as charts, are passed over."""
    depth = 0
    while place + 4 <= len(stream):
        number, length = unpack_from("<HH", stream, place)
        if number in {0x809, 0x409, 0x209, 0x09}:
            depth += 1
        elif number == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth <= 1:
            yield number, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _globals(stream: bytes) -> _Globals:
    book = _Globals()
    for number, data in _records(stream, 0):
        if number == _FILEPASS:
            raise Refused(Reason.ENCRYPTED)
        if number == _BOUNDSHEET:
            # Type 0 is a sheet of cells; charts, macros and modules are others.
            if data[5] & 0x0F == 1:
                raise Refused(Reason.MACROS)
            if data[5] & 0x0F == 0:
                book.sheets[_short_text(data[6:])] = unpack_from("<I", data)[0]
        elif number == _FORMAT and len(data) > 5:
            book.formats[unpack_from("<H", data)[0]] = _text(data[5:], unpack_from("<H", data, 2)[0], data[4])
        elif number in {_XF, _FONT}:
            _style(number, data, book)
        elif number == _SST and unpack_from("<I", data, 4)[0] > len(stream):
            # The library would set aside memory for as many texts as the file claims to have.
            raise Refused(Reason.DAMAGED)
        elif number == _SUPBOOK and len(data) >= 4 and unpack_from("<H", data, 2)[0] != _OWN_BOOK:
            book.is_linked = True
    if not all(look.is_plain for look in book.fonts):
        book.strings = rich_strings(_texts(stream), book.fonts)
    return book


def _style(number: int, data: bytes, book: _Globals) -> None:
    if number == _XF:
        book.styles.append(unpack_from("<H", data, 2)[0])
        book.fonts_of_styles.append(unpack_from("<H", data)[0])
    elif len(data) >= 10:
        book.fonts.append(look_said(data))


def _texts(stream: bytes) -> list[bytes]:
    """The record of the texts that cells share, and those that continue it."""
    found: list[bytes] = []
    for number, data in _records(stream, 0):
        if number == _SST:
            found.append(data)
        elif found:
            if number != _CONTINUE:
                break
            found.append(data)
    return found


def _short_text(data: bytes) -> str:
    return _text(data[2:], data[0], data[1])


def _text(data: bytes, length: int, flags: int) -> str:
    return data[: length * 2].decode("utf-16-le") if flags & 1 else data[:length].decode("latin-1")


def _sheet(stream: bytes, place: int, book: _Globals) -> _Found:
    found = _Found()
    for number, data in _records(stream, place):
        if number in _ONE_CELL:
            place_of = _cell(data, book, found)
            if number == _LABELSST and book.strings:
                _rich_text(data, place_of, book, found)
        elif number == _MULRK:
            row, column = unpack_from("<HH", data)
            for step in range((len(data) - 6) // 6):
                _note(row, column + step, unpack_from("<H", data, 4 + 6 * step)[0], book, found)
        elif number == _FORMULA:
            _formula(data, book, found)
        elif number == _BOOLERR:
            place_of = _cell(data, book, found)
            if data[7]:
                found.errors[place_of] = _ERRORS.get(data[6], "#VALUE!")
        elif number == _ROW and unpack_from("<H", data, 12)[0] & 0x20:
            found.rows.add(unpack_from("<H", data)[0])
        elif number == _COLINFO and unpack_from("<H", data, 8)[0] & 1:
            found.columns.update(range(unpack_from("<H", data)[0], unpack_from("<H", data, 2)[0] + 1))
        elif number == _MERGED:
            found.merged.extend(_areas(data))
    return found


def _rich_text(data: bytes, place: Place, book: _Globals, found: _Found) -> None:
    rich = book.strings.get(unpack_from("<I", data, 6)[0])
    if rich is not None:
        found.texts[place] = rich.text
        if rich.is_struck:
            found.struck.add(place)


def _areas(data: bytes) -> Iterator[Area]:
    for step in range(unpack_from("<H", data)[0]):
        top, bottom, left, right = unpack_from("<4H", data, 2 + 8 * step)
        yield Area(top, left, bottom, right)


def _cell(data: bytes, book: _Globals, found: _Found) -> Place:
    row, column, style = unpack_from("<3H", data)
    _note(row, column, style, book, found)
    return row, column


def _note(row: int, column: int, style: int, book: _Globals, found: _Found) -> None:
    found.cells += 1
    found.last = (max(found.last[0], row), max(found.last[1], column))
    if code := book.format(style):
        found.formats[row, column] = code
    if book.is_struck(style):
        found.struck.add((row, column))


def _formula(data: bytes, book: _Globals, found: _Found) -> None:
    """The result is a number, or by its last two bytes a text, truth, error or nothing."""
    place = _cell(data, book, found)
    special = data[12:14] == b"\xff\xff"
    # Nothing is what programs write that have not calculated; an empty text cannot be told from it.
    found.formulas[place] = Formula("", has_value=not (special and data[6] == 3))
    if special and data[6] == 2:
        found.errors[place] = _ERRORS.get(data[8], "#VALUE!")
