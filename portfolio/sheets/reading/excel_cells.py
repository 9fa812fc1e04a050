"""The cells, rows, columns and merged areas named in the XML of one sheet.

Files of the usual programs are so uniform that an expression finds every cell at a fraction of the cost of parsing.
The counts must agree with the text; where they do not, or the text is written in another way, it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO

from lxml import etree

from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.refusals import Reason, Refused
from portfolio.sheets.reading.workbook import Area, Formula, Place, column_number

# Row, column, style, type, formula (None when there is none) and the text of the value.
CellMark = tuple[int, int, int, str, str | None, str]

_LETTERS = re.compile(rb'<c r="([A-Z]{1,3})')
_ROWS = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*(?<!/)>(?=<[fvi])')
_STYLES = re.compile(rb' s="([0-9]{1,6})"')
_SPECIAL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="[0-9]{1,6}")?(?: t="([a-zA-Z]{1,9})")?>'
    rb"(?=<[fv])(?:(<f[^>]*/>|<f[^>]*>[^<]*</f>))?(<v>[^<]*)?"
)
_PLAIN_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?<worksheet[\s>]")
_UNUSUAL = (b"<!", b"<c>", b"<c\n")
_REF = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_TRUE = {"1", "true"}


@dataclass(slots=True)
class Marks:
    """What the cells of a sheet say beyond their values. `rows` and `columns` go to the last cell with content."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    formats: dict[Place, str] = field(default_factory=dict)
    formulas: dict[Place, Formula] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)


def marks_of(content: bytes, formats: list[str], limits: Limits) -> Marks:
    """`formats` are the number formats by style. Raises Refused when there are more cells than are read."""
    return _found(content, formats, limits) or _parsed(content, formats, limits)


# --- By expression --------------------------------------------------------------------------------------------------


def _found(content: bytes, formats: list[str], limits: Limits) -> Marks | None:
    """None when the text is not of the usual kind."""
    if not _is_usual(content):
        return None
    letters, rows = _LETTERS.findall(content), _ROWS.findall(content)
    if not len(letters) == len(rows) == content.count(b"<c "):
        return None
    numbers = {text: column_number(text.decode()) for text in set(letters)}
    marks = Marks(max(map(int, set(rows)), default=0), max(numbers.values(), default=-1) + 1)
    marks.cells = content.count(b"<v>") + content.count(b"<is>")
    if marks.cells > limits.cells:
        raise Refused(Reason.TOO_MANY_CELLS, limit=limits.cells)
    if marks.rows > limits.rows or marks.columns > limits.columns:
        # Only now is it worth telling cells with content from those that are formatted and empty.
        filled = _FILLED.findall(content)
        marks.rows = max((int(row) for _letters, row in filled), default=0)
        marks.columns = max((numbers[column] for column, _row in filled), default=-1) + 1
    marks.formats = _found_formats(content, formats, numbers)
    return marks if _add_special(content, numbers, marks) else None


def _is_usual(content: bytes) -> bool:
    if not _PLAIN_START.match(content) or any(sign in content for sign in _UNUSUAL):
        return False
    # The single sign is quick to look for, and seldom there.
    return not (b"'" in content and b"='" in content) and content.count(b"<v>") == content.count(b"</v>")


def _found_formats(content: bytes, formats: list[str], numbers: dict[bytes, int]) -> dict[Place, str]:
    used = {int(style) for style in set(_STYLES.findall(content))}
    codes = {b"%d" % style: formats[style] for style in used if style < len(formats) and formats[style]}
    if not codes:
        return {}
    styled = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})" s="(%s)"' % b"|".join(codes))
    return {(int(row) - 1, numbers[column]): codes[style] for column, row, style in styled.findall(content)}


def _add_special(content: bytes, numbers: dict[bytes, int], marks: Marks) -> bool:
    """Notes formulas and errors; False when not all of them were found."""
    formulas = content.count(b"<f>") + content.count(b"<f ") + content.count(b"<f/>")
    errors = content.count(b't="e"')
    if not formulas and not errors:
        return True
    for column, row, kind, formula, value in _SPECIAL.findall(content):
        if formula or kind == b"e":
            text, place = unescape(value[3:].decode("utf-8", "replace")), (int(row) - 1, numbers[column])
            _note_special(marks, place, kind.decode(), _formula(formula) if formula else None, text)
    return len(marks.formulas) == formulas and len(marks.errors) == errors


def _note_special(marks: Marks, place: Place, kind: str, formula: str | None, value: str) -> None:
    if formula is not None:
        # A text may be empty; anything else that is empty was never calculated.
        marks.formulas[place] = Formula(formula, has_value=bool(value) or kind == "str")
    if kind == "e":
        marks.errors[place] = value or "#VALUE!"


def _formula(element: bytes) -> str:
    return unescape(element.partition(b">")[2].removesuffix(b"</f>").decode("utf-8", "replace"))


# --- By parsing -----------------------------------------------------------------------------------------------------


def _parsed(content: bytes, formats: list[str], limits: Limits) -> Marks:
    marks = Marks()
    for row, column, style, kind, formula, value in _parsed_cells(content):
        marks.cells += 1
        if marks.cells > limits.cells:
            raise Refused(Reason.TOO_MANY_CELLS, limit=limits.cells)
        marks.rows, marks.columns = max(marks.rows, row + 1), max(marks.columns, column + 1)
        if style < len(formats) and formats[style]:
            marks.formats[row, column] = formats[style]
        _note_special(marks, (row, column), kind, formula, value)
    return marks


def _parsed_cells(content: bytes) -> Iterator[CellMark]:
    """The cells with content."""
    for row, column, node in placed_cells(content):
        mark = _mark(node, row, column)
        if mark is not None:
            yield mark


def placed_cells(content: bytes) -> Iterator[tuple[int, int, etree._Element]]:
    """Row, column and element of each cell; those without an address follow the one before."""
    row, column = -1, -1
    for event, node in elements(content, ("{*}row", "{*}c"), ("start", "end")):
        name = etree.QName(node).localname
        if event == "start":
            if name == "row":
                row, column = number_in(node.get("r"), row + 2) - 1, -1
            continue
        if name == "row":
            forget(node)
            continue
        place = _REF.fullmatch(node.get("r") or "")
        row, column = (int(place[2]) - 1, column_number(place[1])) if place else (row, column + 1)
        yield row, column, node


def _mark(node: etree._Element, row: int, column: int) -> CellMark | None:
    formula, value, text = node.find("{*}f"), node.findtext("{*}v") or "", node.find("{*}is")
    if formula is None and not value and text is None:
        return None
    return (
        row,
        column,
        number_in(node.get("s"), 0),
        node.get("t") or "",
        None if formula is None else formula.text or "",
        value,
    )


# --- Rows, columns and areas ----------------------------------------------------------------------------------------


def edges_of(content: bytes, limits: Limits) -> tuple[frozenset[int], frozenset[int], tuple[Area, ...]]:
    """Hidden rows, hidden columns and merged areas."""
    if not _has_edges(content):
        return frozenset(), frozenset(), ()
    rows: set[int] = set()
    shown: set[int] = set()
    columns: set[int] = set()
    merged: list[Area] = []
    hides_rows = False
    number = 0
    for _event, node in elements(content, ("{*}sheetFormatPr", "{*}row", "{*}col", "{*}mergeCell"), ("end",)):
        name = etree.QName(node).localname
        if name == "row":
            number = number_in(node.get("r"), number + 1)
            (rows if _is_hidden(node, "ht") else shown).add(number - 1)
            forget(node)
        elif name == "col" and _is_hidden(node, "width"):
            first, last = number_in(node.get("min"), 1), number_in(node.get("max"), 1)
            columns.update(range(max(first, 1) - 1, min(last, limits.columns)))
        elif name == "mergeCell" and len(merged) < limits.cells:
            merged.extend(_area(node.get("ref") or ""))
        elif name == "sheetFormatPr":
            hides_rows = node.get("zeroHeight") in _TRUE
    if hides_rows:
        rows.update(set(range(max(shown | rows, default=0))) - shown)
    return frozenset(rows), frozenset(columns), tuple(merged)


def _has_edges(content: bytes) -> bool:
    """Only rows stand among the cells; the rest comes before and after them."""
    begin, end = content.find(b"sheetData"), content.rfind(b"sheetData")
    around = content[:begin] + content[end:]
    return (
        any(mark in around for mark in (b"idden=", b"zeroHeight", b"mergeCell", b'width="0"', b"width='0'"))
        or b"idden=" in content
        or b' ht="0' in content
        or b" ht='0" in content
    )


def _is_hidden(node: etree._Element, size: str) -> bool:
    return node.get("hidden") in _TRUE or node.get(size) in {"0", "0.0"}


def number_in(text: str | None, otherwise: int) -> int:
    """Nothing in a file is counted beyond eight digits."""
    return int(text) if text and (text.isascii() and text.isdigit()) and len(text) < 9 else otherwise


def _area(ref: str) -> list[Area]:
    corners = [(int(found[2]) - 1, column_number(found[1])) for found in _REF.finditer(ref)]
    if len(corners) != 2:
        return []
    (top, left), (bottom, right) = corners
    return [Area(top, left, bottom, right)]


def elements(content: bytes, tags: tuple[str, ...], events: tuple[str, ...]) -> Iterator[tuple[str, etree._Element]]:
    """The elements of a part, of which no entity is resolved. Raises Refused where it is no XML."""
    try:
        yield from etree.iterparse(
            BytesIO(content), events=events, tag=tags, resolve_entities=False, no_network=True, huge_tree=False
        )
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(Reason.DAMAGED) from error


def forget(node: etree._Element) -> None:
    """Frees what has been read: a sheet is not kept as a tree."""
    node.clear()
    while node.getprevious() is not None:
        del node.getparent()[0]
