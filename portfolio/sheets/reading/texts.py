"""Tables in plain text: files with separators, and blocks pasted from a spreadsheet program."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from io import StringIO
from itertools import islice

from portfolio.sheets.formula_signs import restored
from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.refusals import Notice, Reason, Refused, Remark
from portfolio.sheets.reading.workbook import Sheet

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CODECS = re.compile(r"ascii|utf-8(?:-sig)?|utf-16(?:-[bl]e)?|cp\d+|iso8859-\d+|mac-\w+")
_SEPARATORS = "\t;,|"
_LOOKED_AT = 200
# A row of its own after the last one; no text that is read holds the sign.
_END = "\0"
_SEP_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?\r?\n", re.IGNORECASE)
_FIGURE = re.compile(r"(?=.{1,40}\Z)\W*\d[\d\s.,]*\W*(?:kr|t\.?kr|mio|mio\. ?kr|pct)?\W*", re.IGNORECASE)
_DECIMAL = re.compile(r"\s*[-−]?\d[\d. ]*,\d+\s*")
# What æ, ø, å, Æ, Ø and Å of old DOS code pages become when read as Windows-1252.
_DOS_LETTERS = re.compile(r"[a-zA-Z][‘›†\x9d’]|[‘›†][a-z]")


def decoded(content: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The text, and a remark where its encoding had to be guessed."""
    for mark, encoding in _BOMS.items():
        if content.startswith(mark):
            return _strict(content, encoding), ()
    if (unmarked := _utf16_without_mark(content)) is not None:
        return _strict(content, unmarked), (_guess("UTF-16"),)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        if _DOS_LETTERS.search(text) and not re.search("[æøåÆØÅ]", text):
            return content.decode("cp850"), (_guess("CP850 (DOS)"),)
        return text, (_guess("Windows-1252"),)


def decoded_as(content: bytes, charset: str) -> str | None:
    """The text by the charset that a page states; None when that is none of texts, or not what the page is in.

    Some codecs that a page may name take hours for what they are given, or fail in ways of their own.
    """
    try:
        codec = codecs.lookup(charset).name
        if not _CODECS.fullmatch(codec):
            return None
        return content.decode("cp1252" if codec == "iso8859-1" else codec)
    except (LookupError, ValueError):
        return None


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(Reason.DAMAGED) from error


def _guess(encoding: str) -> Notice:
    return Notice(Remark.ENCODING, (("encoding", encoding),))


def _utf16_without_mark(content: bytes) -> str | None:
    head = content[:4_096]
    if b"\0" not in head:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def refuse_nul(text: str) -> None:
    """No text has it, and no database keeps it; the first part of a file may be without. Raises Refused."""
    if "\0" in text:
        raise Refused(Reason.UNKNOWN)


def separated(text: str, name: str, limits: Limits) -> Sheet:
    """The sheet of a text with separators; the separator is the one that gives most rows the same width."""
    refuse_nul(text)
    separator, line = None, 1
    if found := _SEP_LINE.match(text):
        separator, text, line = found[1], text[found.end() :], 2
    separator = separator or _sniffed(text)
    return Sheet(name, _rows(text, separator, name, limits, line), separator=separator)


def _sniffed(text: str) -> str:
    scores = {separator: _score(text, separator) for separator in _SEPARATORS}
    best = max(scores.values())
    if not best:
        return max(_SEPARATORS, key=text.count)
    return next(separator for separator in _SEPARATORS if scores[separator] == best)


def _score(text: str, separator: str) -> int:
    """The number of rows that have the commonest width, when that is more than one cell."""
    try:
        rows = [row for row in islice(_parsed(text, separator), _LOOKED_AT) if any(cell.strip() for cell in row)]
    except csv.Error:
        return 0
    width, count = max(Counter(map(len, rows)).items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))
    if width > 1:
        return count
    # A few wide rows under many lines of prose are a table too.
    wider = [len(row) for row in rows if len(row) > 1]
    return max(Counter(wider).values(), default=0) if len(wider) > 1 else 0


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator, strict=False)


def _rows(text: str, separator: str, name: str, limits: Limits, line: int) -> list[tuple[str, ...]]:
    """Raises Refused, also for a quotation mark that is never closed: then the row of the end is part of a cell."""
    rows: list[tuple[str, ...]] = []
    last, cells, before = 0, 0, 0
    widths: set[int] = set()
    reader = csv.reader(
        StringIO(text + ("" if text.endswith(("\n", "\r")) else "\n") + _END, newline=""), delimiter=separator
    )
    try:
        for row in reader:
            if row == [_END]:
                break
            if row and row[-1].endswith(_END):
                above = sum(map(_line_breaks, row[:-1]))
                raise Refused(Reason.OPEN_QUOTE, line=line + before + above)
            if (swallowed := _swallowed(row, separator, widths)) is not None:
                raise Refused(Reason.OPEN_QUOTE, line=line + before + sum(map(_line_breaks, row[:swallowed])))
            before = reader.line_num
            widths.add(len(row))
            while row and not row[-1].strip():
                row.pop()
            rows.append(tuple(map(restored, row)))
            cells += len(row)
            last = len(rows) if row else last
            _check(name, last, len(row), cells, limits)
            if len(rows) - last > limits.rows:
                break
    except csv.Error as error:
        raise Refused(Reason.TEXT_TOO_LONG, limit=csv.field_size_limit()) from error
    if not last:
        raise Refused(Reason.NO_TABLE)
    return rows[:last]


def _swallowed(row: Sequence[str], separator: str, widths: Collection[int]) -> int | None:
    """The cell that holds the end of one row and the beginning of another; None when there is none.

    Its lines are, with the cells beside it, rows as wide as others, and a figure would go astray: a list of texts
    that is rightly quoted looks the same but for that. In prose the sign has a space after it.
    """
    for place, cell in enumerate(row):
        if "\n" in cell or "\r" in cell:
            lines = cell.splitlines() or [""]
            first, *between, final = (line.replace(f"{separator} ", " ").split(separator) for line in lines)
            width = place + len(first)
            if (
                len(first) + len(final) > 2
                and width == len(final) - 1 + len(row) - place
                and width in widths
                and all(len(line) in widths for line in between if line != [""])
                and _takes_a_figure(first, final, row[place + 1 :])
                and not (separator == "," and _DECIMAL.fullmatch(lines[0]) and _DECIMAL.fullmatch(lines[-1]))
            ):
                return place
    return None


def _takes_a_figure(first: Sequence[str], final: Sequence[str], after: Sequence[str]) -> bool:
    """A figure is lost in the cell, or one of its last row stands beside the first, which has none of its own.

    A last line that ends with the separator is that of a list: no mark of a text closes an empty cell.
    """
    if any(map(_FIGURE.fullmatch, [*first[1:], *final[:-1]])):
        return True
    has_empty = not all(map(str.strip, first[1:]))
    return has_empty and bool(final[-1].strip()) and any(map(_FIGURE.fullmatch, after))


def _line_breaks(cell: str) -> int:
    return max(cell.count("\n"), cell.count("\r"))


def _check(name: str, rows: int, columns: int, cells: int, limits: Limits) -> None:
    if rows > limits.rows:
        raise Refused(Reason.TOO_MANY_ROWS, sheet=name, count=rows, limit=limits.rows)
    if columns > limits.columns:
        raise Refused(Reason.TOO_MANY_COLUMNS, sheet=name, count=columns, limit=limits.columns)
    if cells > limits.cells:
        raise Refused(Reason.TOO_MANY_CELLS, limit=limits.cells)
