"""HTML tables, which many systems send out under the name of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.refusals import Notice, Reason, Refused
from portfolio.sheets.reading.texts import decoded, decoded_as, refuse_nul
from portfolio.sheets.reading.workbook import Area, Facts, Place, Plain, Sheet

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
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
    sheets = [_sheet(table, limits) for table in tables[: limits.sheets + 1]]
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
    rows: list[list[Plain]] = field(default_factory=list)
    texts: dict[Place, str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    # For each column the last row that a cell above reaches into.
    taken: dict[int, int] = field(default_factory=dict)
    cells: int = 0


def _sheet(table: html.HtmlElement, limits: Limits) -> Sheet:
    grid = _Grid(limits)
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
    facts = Facts(texts=grid.texts, hidden_rows=frozenset(grid.hidden), merged=tuple(grid.merged))
    return Sheet("", grid.rows, facts)


def _cell(element: html.HtmlElement, row: int, grid: _Grid) -> None:
    values, limits = grid.rows[row], grid.limits
    while grid.taken.get(len(values), -1) >= row:
        values.append(None)
    column = len(values)
    grid.cells += 1
    if column >= limits.columns:
        raise Refused(Reason.TOO_MANY_COLUMNS, sheet="HTML", count=column + 1, limit=limits.columns)
    text, number = _words(element), _number(element)
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


def _words(element: html.HtmlElement) -> str:
    """Line breaks as the page has them; other ends of lines are only spaces."""
    lines = "".join(_pieces(element)).split("\n")
    return "\n".join(words for line in lines if (words := line.strip()))


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield "\n" if node.tag == "br" else ""
            yield _in_one_line(node.text)
        elif node is not element:
            yield _in_one_line(node.tail)


def _in_one_line(text: str | None) -> str:
    return re.sub(r"[\r\n\t ]+", " ", text or "")


def _number(element: html.HtmlElement) -> float | None:
    """The number that Excel wrote beside the text that it shows."""
    stated = element.get("x:num") or element.get(_NAMESPACED) or ""
    return float(stated) if _NUMBER.fullmatch(stated) else None


def _span(element: html.HtmlElement, name: str) -> int:
    stated = (element.get(name) or "1").strip()
    return int(stated) if stated.isascii() and stated.isdigit() and 0 < len(stated) < 5 and int(stated) else 1
