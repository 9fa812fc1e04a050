"""OpenDocument spreadsheets, read from their one part of content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from io import BytesIO
from math import isfinite

from lxml import etree

from portfolio.sheets.reading.archives import Archive
from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.marked_text import PLAIN, Look
from portfolio.sheets.reading.refusals import Notice, Reason, Refused
from portfolio.sheets.reading.workbook import Area, Facts, Formula, Place, Plain, Sheet, Visibility

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_ERROR = re.compile(r"#[A-ZÆØÅ/0!?]{2,9}|(?:Err|Fejl):\d{3}")
_HIDDEN = {"collapse", "filter"}
_CELL, _SPAN = "table-cell", "text"
# By the family and the name of a style: cells and texts may have styles of one name.
Looks = Mapping[tuple[str, str], Look]


@dataclass(slots=True)
class _Found:
    """One sheet while its rows go by."""

    name: str
    visibility: Visibility
    rows: list[list[Plain]] = field(default_factory=list)
    formats: dict[Place, str] = field(default_factory=dict)
    formulas: dict[Place, Formula] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    texts: dict[Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    looks: Looks = field(default_factory=dict)
    # The looks of columns whose cells stand out, by column.
    columns_like: dict[int, Look] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)
    columns: int = 0
    next_row: int = 0
    cells: int = 0

    def sheet(self) -> Sheet:
        facts = Facts(
            self.formats, self.formulas, self.errors, self.texts, frozenset(self.hidden_rows),
            frozenset(self.hidden_columns), tuple(self.merged), frozenset(self.struck),
        )  # fmt: skip
        return Sheet(self.name, self.rows, facts, self.visibility)


def sheets_of_open_document(content: bytes, limits: Limits) -> tuple[list[Sheet], tuple[Notice, ...]]:
    archive = Archive(content, limits)
    archive.check_xml()
    hidden: set[str] = set()
    looks = _common_looks(archive)
    sheets: list[_Found] = []
    for event, node in _elements(archive.read("content.xml")):
        if node.tag == f"{_STYLE}style" and event == "end":
            properties = node.find(f"{_STYLE}table-properties")
            if properties is not None and properties.get(f"{_TABLE}display") == "false":
                hidden.add(node.get(f"{_STYLE}name", ""))
            _note_look(node, looks)
        elif node.tag == f"{_TABLE}table" and event == "start":
            is_hidden = node.get(f"{_TABLE}style-name") in hidden
            visibility = Visibility.HIDDEN if is_hidden else Visibility.VISIBLE
            sheets.append(_Found(node.get(f"{_TABLE}name", ""), visibility, looks=looks))
            if len(sheets) > limits.sheets:
                raise Refused(Reason.TOO_MANY_SHEETS, count=len(sheets), limit=limits.sheets)
        elif event == "end" and sheets:
            _read(node, sheets[-1], limits)
    if not sheets:
        raise Refused(Reason.NO_TABLE)
    return [found.sheet() for found in sheets], ()


def _elements(content: bytes) -> Iterator[tuple[str, etree._Element]]:
    tags = [f"{_STYLE}style", *(f"{_TABLE}{name}" for name in ("table", "table-column", "table-row"))]
    try:
        yield from etree.iterparse(
            BytesIO(content), events=("start", "end"), tag=tags, resolve_entities=False, no_network=True,
            huge_tree=False,
        )  # fmt: skip
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(Reason.DAMAGED) from error


def _read(node: etree._Element, found: _Found, limits: Limits) -> None:
    is_hidden = node.get(f"{_TABLE}visibility") in _HIDDEN
    if node.tag == f"{_TABLE}table-column":
        count = _repeated(node, "columns")
        if is_hidden:
            found.hidden_columns.update(range(found.columns, min(found.columns + count, limits.columns)))
        look = found.looks.get((_CELL, node.get(f"{_TABLE}default-cell-style-name", "")))
        if look is not None:
            columns = range(found.columns, min(found.columns + count, limits.columns))
            found.columns_like.update(dict.fromkeys(columns, look))
        found.columns += count
    elif node.tag == f"{_TABLE}table-row":
        _row(node, found, is_hidden, limits)
        node.clear()


def _row(node: etree._Element, found: _Found, is_hidden: bool, limits: Limits) -> None:
    count = _repeated(node, "rows")
    top = found.next_row
    found.next_row += count
    if is_hidden:
        found.hidden_rows.update(range(top, min(top + count, limits.rows)))
    cells = [cell for cell in node if cell.tag in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}]
    if not any(_has_content(cell) for cell in cells):
        return
    if found.next_row > limits.rows:
        raise Refused(Reason.TOO_MANY_ROWS, sheet=found.name, count=found.next_row, limit=limits.rows)
    default = found.looks.get((_CELL, node.get(f"{_TABLE}default-cell-style-name", "")))
    for row in range(top, top + count):
        found.rows.extend([] for _ in range(row + 1 - len(found.rows)))
        _cells(cells, row, default, found, limits)


def _cells(cells: list[etree._Element], row: int, default: Look | None, found: _Found, limits: Limits) -> None:
    column = 0
    for cell in cells:
        count = _repeated(cell, "columns")
        _merge(cell, row, column, found)
        if _has_content(cell):
            if column + count > limits.columns:
                raise Refused(Reason.TOO_MANY_COLUMNS, sheet=found.name, count=column + count, limit=limits.columns)
            found.rows[row].extend([None] * (column + count - len(found.rows[row])))
            for place in range(column, column + count):
                _cell(cell, row, place, found)
                if found.looks and _is_struck(cell, default or found.columns_like.get(place, PLAIN), found.looks):
                    found.struck.add((row, place))
            found.cells += count
            if found.cells > limits.cells:
                raise Refused(Reason.TOO_MANY_CELLS, limit=limits.cells)
        column += count


def _cell(cell: etree._Element, row: int, column: int, found: _Found) -> None:
    kind, text = cell.get(f"{_OFFICE}value-type") or "", _words(cell, found.looks)
    formula = cell.get(f"{_TABLE}formula")
    if formula is not None:
        found.formulas[row, column] = Formula(formula.removeprefix("of:"), has_value=bool(kind))
    if cell.get(f"{_CALCEXT}value-type") == "error" or (formula is not None and _ERROR.fullmatch(text)):
        found.errors[row, column] = text or "#VALUE!"
        return
    found.rows[row][column] = _value(cell, kind, text)
    if kind not in {"", "string"}:
        found.texts[row, column] = text
    if kind == "percentage":
        found.formats[row, column] = "0%"
    elif kind == "currency" and (currency := cell.get(f"{_OFFICE}currency") or "DKK") != "DKK":
        found.formats[row, column] = f"0 [${currency}]"


def _value(cell: etree._Element, kind: str, text: str) -> Plain:
    try:
        if kind in {"float", "percentage", "currency"}:
            number = float(cell.get(f"{_OFFICE}value") or "")
            return number if isfinite(number) else text or None
        if kind == "date":
            stated = cell.get(f"{_OFFICE}date-value") or ""
            return datetime.fromisoformat(stated) if "T" in stated else date.fromisoformat(stated)
        if kind == "time" and (length := _TIME.fullmatch(cell.get(f"{_OFFICE}time-value") or "")):
            return timedelta(hours=int(length[1]), minutes=int(length[2]), seconds=int(length[3]))
    except (ValueError, OverflowError):
        return text or None
    if kind == "boolean":
        return bool(cell.get(f"{_OFFICE}boolean-value") == "true")
    stated = cell.get(f"{_OFFICE}string-value")
    # The plain value of a text has no pieces that are raised.
    return str(text if not stated or cell.find(f"{_TEXT}p/{_TEXT}span") is not None else stated) or None


def _words(cell: etree._Element, looks: Looks) -> str:
    """The paragraphs as lines; runs of spaces are written as elements, and notes are no part of the text."""
    return "\n".join("".join(_pieces(paragraph, looks, PLAIN)) for paragraph in cell.findall(f"{_TEXT}p"))


def _pieces(node: etree._Element, looks: Looks, look: Look) -> Iterator[str]:
    yield look.of(node.text or "")
    for child in node:
        if child.tag == f"{_TEXT}s":
            yield " " * min(_count(child.get(f"{_TEXT}c")), 100)
        elif child.tag in {f"{_TEXT}line-break", f"{_TEXT}tab"}:
            yield "\n" if child.tag.endswith("break") else "\t"
        elif child.tag != f"{_OFFICE}annotation":
            own = looks.get((_SPAN, child.get(f"{_TEXT}style-name", "")), PLAIN)
            yield from _pieces(child, looks, own.within(look))
        yield look.of(child.tail or "")


# --- Looks ----------------------------------------------------------------------------------------------------------


def _common_looks(archive: Archive) -> dict[tuple[str, str], Look]:
    """Of the styles that have names of their own; those that are made for a cell come with the content."""
    looks: dict[tuple[str, str], Look] = {}
    if "styles.xml" in archive:
        for event, node in _elements(archive.read("styles.xml")):
            if node.tag == f"{_STYLE}style" and event == "end":
                _note_look(node, looks)
    return looks


def _note_look(style: etree._Element, looks: dict[tuple[str, str], Look]) -> None:
    """Only those that differ from the ordinary; a style looks like its parent where it says nothing else."""
    properties = style.find(f"{_STYLE}text-properties")
    family = style.get(f"{_STYLE}family", "")
    look = looks.get((family, style.get(f"{_STYLE}parent-style-name", "")), PLAIN)
    if properties is not None:
        position = properties.get(f"{_STYLE}text-position")
        line = properties.get(f"{_STYLE}text-line-through-style") or properties.get(f"{_STYLE}text-line-through-type")
        place = look.place if position is None else _place_said(position)
        look = Look(place, look.is_struck if line is None else line != "none")
    if not look.is_plain:
        looks[family, style.get(f"{_STYLE}name", "")] = look


def _place_said(position: str) -> int:
    """ "super 58%" and "33% 58%" are above the line, "sub 58%" and "-33% 58%" below it, "0% 100%" on it."""
    first = position.split(maxsplit=1)[0] if position.strip() else "0%"
    if first in {"super", "sub"}:
        return 1 if first == "super" else -1
    return 0 if not first.rstrip("%").strip("-0.") else -1 if first.startswith("-") else 1


def _is_struck(cell: etree._Element, default: Look, looks: Looks) -> bool:
    """All of it by its style, or a piece of its text."""
    own = cell.get(f"{_TABLE}style-name")
    if (default if own is None else looks.get((_CELL, own), PLAIN)).is_struck:
        return True
    spans = (span for paragraph in cell.findall(f"{_TEXT}p") for span in paragraph.iter(f"{_TEXT}span"))
    return any(looks.get((_SPAN, span.get(f"{_TEXT}style-name", "")), PLAIN).is_struck for span in spans)


def _has_content(cell: etree._Element) -> bool:
    return (
        cell.get(f"{_OFFICE}value-type") is not None
        or cell.get(f"{_TABLE}formula") is not None
        or cell.find(f"{_TEXT}p") is not None
    )


def _merge(cell: etree._Element, row: int, column: int, found: _Found) -> None:
    wide, high = (_count(cell.get(f"{_TABLE}number-{name}-spanned")) for name in ("columns", "rows"))
    if wide > 1 or high > 1:
        found.merged.append(Area(row, column, row + high - 1, column + wide - 1))


def _repeated(node: etree._Element, name: str) -> int:
    return _count(node.get(f"{_TABLE}number-{name}-repeated"))


def _count(stated: str | None) -> int:
    is_number = stated is not None and stated.isascii() and stated.isdigit() and len(stated) < 9
    return max(1, int(stated)) if is_number and stated else 1
