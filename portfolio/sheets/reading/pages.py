"""HTML tables, which many systems send out under the name of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree, html

from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.marked_text import PLAIN, Look
from portfolio.sheets.reading.refusals import Notice, Reason, Refused
from portfolio.sheets.reading.texts import decoded, decoded_as, refuse_nul
from portfolio.sheets.reading.workbook import Area, Facts, Place, Plain, Sheet

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[\w-]{0,9}\s*:[^;:]*line-through", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_LOWERED = re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE)
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_LOOKS = {
    "sup": Look(place=1), "sub": Look(place=-1),
    "s": Look(is_struck=True), "strike": Look(is_struck=True), "del": Look(is_struck=True),
}  # fmt: skip
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")
_NAMESPACED = "{urn:schemas-microsoft-com:office:excel}num"


def sheets_of_page(content: bytes, name: str, limits: Limits) -> tuple[list[Sheet], tuple[Notice, ...]]:
    """One sheet for each table that has text and lies in no other. Raises Refused when there is none."""
    text, notices = _text(content)
    refuse_nul(text)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Refused(Reason.DAMAGED) from error
    tables = [table for table in root.iter("table") if next(table.iterancestors("table"), None) is None]
    looks = _looks_of_classes(root)
    sheets = [_sheet(table, looks, limits) for table in tables[: limits.sheets + 1]]
    filled = [sheet for sheet in sheets if sheet.values]
    if not filled:
        raise Refused(Reason.NO_TABLE)
    if len(filled) > limits.sheets:
        raise Refused(Reason.TOO_MANY_SHEETS, count=len(tables), limit=limits.sheets)
    many = len(filled) > 1
    return [
        Sheet(f"{name} {number}" if many else name, sheet.values, sheet.facts) for number, sheet in enumerate(filled, 1)
    ], notices


def _text(content: bytes) -> tuple[str, tuple[Notice, ...]]:
    stated = _CHARSET.search(content[:2_048])
    is_marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = decoded_as(content, stated[1].decode()) if stated and not is_marked else None
    return decoded(content) if text is None else (text, ())


@dataclass(slots=True)
class _Grid:
    """One table while its rows go by; a cell over several rows or columns stands in the first, as in a spreadsheet."""

    limits: Limits
    looks: Mapping[str, Look]
    rows: list[list[Plain]] = field(default_factory=list)
    texts: dict[Place, str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    struck: set[Place] = field(default_factory=set)
    # For each column the last row that a cell above reaches into.
    taken: dict[int, int] = field(default_factory=dict)
    cells: int = 0


def _sheet(table: html.HtmlElement, looks: Mapping[str, Look], limits: Limits) -> Sheet:
    grid = _Grid(limits, looks)
    for line in _own(table, {"tr"}):
        row = len(grid.rows)
        if row >= limits.rows:
            raise Refused(Reason.TOO_MANY_ROWS, sheet="HTML", count=row + 1, limit=limits.rows)
        if _HIDDEN.search(line.get("style") or ""):
            grid.hidden.add(row)
        grid.rows.append([])
        for element in _own(line, {"td", "th"}):
            _cell(element, row, grid)
    while grid.rows and not any(value is not None for value in grid.rows[-1]):
        grid.rows.pop()
    facts = Facts(
        texts=grid.texts,
        hidden_rows=frozenset(grid.hidden),
        merged=tuple(grid.merged),
        struck=frozenset(grid.struck),
    )
    return Sheet("", grid.rows, facts)


def _cell(element: html.HtmlElement, row: int, grid: _Grid) -> None:
    values, limits = grid.rows[row], grid.limits
    while grid.taken.get(len(values), -1) >= row:
        values.append(None)
    column = len(values)
    grid.cells += 1
    if column >= limits.columns:
        raise Refused(Reason.TOO_MANY_COLUMNS, sheet="HTML", count=column + 1, limit=limits.columns)
    text, is_struck = _words(element, grid.looks)
    number = _number(element)
    if is_struck:
        grid.struck.add((row, column))
    if number is not None:
        grid.texts[row, column] = text
    values.append((text or None) if number is None else number)
    wide, high = min(_span(element, "colspan"), limits.columns - column), _span(element, "rowspan")
    if wide > 1 or high > 1:
        grid.merged.append(Area(row, column, row + high - 1, column + wide - 1))
        grid.taken.update(dict.fromkeys(range(column, column + wide), row + high - 1))
        values.extend([None] * (wide - 1))
    if grid.cells > limits.cells:
        raise Refused(Reason.TOO_MANY_CELLS, limit=limits.cells)


def _own(parent: html.HtmlElement, tags: set[str]) -> Iterator[html.HtmlElement]:
    """Rows or cells that belong to this table, not to one inside a cell."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"} or (isinstance(child.tag, str) and child.tag == "tr"):
            yield from _own(child, tags)


def _words(element: html.HtmlElement, looks: Mapping[str, Look]) -> tuple[str, bool]:
    """Line breaks as the page has them, other ends of lines are only spaces; and whether anything is struck out."""
    if not len(element):
        look = _look_of_cell(element, looks)
        text = look.of(_in_one_line(element.text)).strip()
        return text, look.is_struck and bool(text)
    pieces = list(_pieces(element, looks))
    lines = "".join(text for text, _look in pieces).split("\n")
    is_struck = any(look.is_struck and text.strip() for text, look in pieces)
    return "\n".join(words for line in lines if (words := line.strip())), is_struck


def _pieces(element: html.HtmlElement, looks: Mapping[str, Look]) -> Iterator[tuple[str, Look]]:
    within = [PLAIN]
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            own = _look_of_cell(node, looks) if node is element else _look(node, looks)
            within.append(own.within(within[-1]))
            yield "\n" if node.tag == "br" else "", PLAIN
            yield within[-1].of(_in_one_line(node.text)), within[-1]
        else:
            within.pop()
            if node is not element:
                yield within[-1].of(_in_one_line(node.tail)), within[-1]


def _look_of_cell(cell: html.HtmlElement, looks: Mapping[str, Look]) -> Look:
    """A cell is hidden with its row or column, and keeps its place."""
    look = _look(cell, looks)
    return replace(look, is_hidden=False) if look.is_hidden else look


def _look(node: html.HtmlElement, looks: Mapping[str, Look]) -> Look:
    look = _LOOKS.get(node.tag, PLAIN)
    style, classes = node.get("style"), node.get("class") if looks else None
    if style:
        look = _look_said(style).within(look)
    for name in (classes or "").split():
        look = looks.get(name, PLAIN).within(look)
    return look


def _look_said(style: str) -> Look:
    place = 1 if _RAISED.search(style) else -1 if _LOWERED.search(style) else 0
    return Look(place, _STRUCK.search(style) is not None, _HIDDEN.search(style) is not None)


def _looks_of_classes(root: html.HtmlElement) -> dict[str, Look]:
    """Spreadsheet programs write how cells look as classes at the top of the page."""
    rules = (rule for sheet in root.iter("style") for rule in _RULE.findall(sheet.text or ""))
    found = {name: _look_said(style) for name, style in rules}
    return {name: look for name, look in found.items() if not look.is_plain}


def _in_one_line(text: str | None) -> str:
    return re.sub(r"[\r\n\t ]+", " ", text or "")


def _number(element: html.HtmlElement) -> float | None:
    """The number that Excel wrote beside the text that it shows."""
    stated = element.get("x:num") or element.get(_NAMESPACED) or ""
    return float(stated) if _NUMBER.fullmatch(stated) else None


def _span(element: html.HtmlElement, name: str) -> int:
    stated = (element.get(name) or "1").strip()
    return int(stated) if stated.isascii() and stated.isdigit() and 0 < len(stated) < 5 and int(stated) else 1
