"""Small files of every kind, built in memory the same way each time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from html import escape
from io import BytesIO
from typing import Any

import xlsxwriter
import xlwt

Rows = Sequence[Sequence[Any]]


class Formula(str):
    """A formula; `result` is what the file says that it gave, None for nothing."""

    result: Any = None

    @classmethod
    def giving(cls, text: str, result: Any) -> Formula:
        made = cls(text)
        made.result = result
        return made


class Styled:
    """A value with a number format."""

    def __init__(self, value: Any, number_format: str) -> None:
        self.value, self.number_format = value, number_format


def xlsx(
    sheets: Rows | Mapping[str, Rows],
    *,
    merged: Iterable[str] = (),
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    hidden_sheets: Iterable[str] = (),
    very_hidden: Iterable[str] = (),
    options: Mapping[str, Any] | None = None,
) -> bytes:
    """A workbook of Excel. Merged areas, hidden rows and columns are of the first sheet, counted from 0."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False, **(options or {})})
    named = sheets if isinstance(sheets, Mapping) else {"Ark1": sheets}
    for number, (name, rows) in enumerate(named.items()):
        sheet = book.add_worksheet(name)
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                _write(book, sheet, row, column, value)
        if not number:
            for area in merged:
                _merge(sheet, area)
            for row in hidden_rows:
                sheet.set_row(row, None, None, {"hidden": True})
            for column in hidden_columns:
                sheet.set_column(column, column, None, None, {"hidden": True})
        if name in hidden_sheets:
            sheet.hide()
        if name in very_hidden:
            sheet.very_hidden()
    book.close()
    return file.getvalue()


def _write(book: Any, sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, Styled):
        style = book.add_format({"num_format": value.number_format})
        inner = value.value
        if isinstance(inner, date):
            sheet.write_datetime(row, column, inner, style)
        else:
            sheet.write(row, column, inner, style)
    elif isinstance(value, Formula):
        sheet.write_formula(row, column, f"={value}", None, "" if value.result is None else value.result)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, book.add_format({"num_format": "dd-mm-yyyy"}))
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write(row, column, value)


def _merge(sheet: Any, area: str) -> None:
    """Only the area: the text is already in its first cell."""
    from xlsxwriter.utility import xl_cell_to_rowcol

    (top, left), (bottom, right) = (xl_cell_to_rowcol(corner) for corner in area.split(":"))
    sheet.merged_cells = getattr(sheet, "merged_cells", {})
    sheet.merge.append([top, left, bottom, right])


def xls(
    rows: Rows,
    *,
    merged: Iterable[tuple[int, int, int, int]] = (),
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    hidden_sheets: Mapping[str, int] | None = None,
) -> bytes:
    """A workbook of Excel 97. `merged` as top, bottom, left, right; hidden sheets by visibility."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Ark1")
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, Styled):
                sheet.write(row, column, value.value, xlwt.easyxf(num_format_str=value.number_format))
            elif isinstance(value, Formula):
                sheet.write(row, column, xlwt.Formula(str(value)))
            elif isinstance(value, date):
                sheet.write(row, column, value, xlwt.easyxf(num_format_str="DD-MM-YYYY"))
            elif value is not None:
                sheet.write(row, column, value)
    sheet.merged_ranges.extend(merged)
    for row in hidden_rows:
        sheet.row(row).hidden = True
    for column in hidden_columns:
        sheet.col(column).hidden = True
    for name, visibility in (hidden_sheets or {}).items():
        other = book.add_sheet(name)
        other.write(0, 0, "skjult")
        other.visibility = visibility
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def text(rows: Rows, separator: str = ";", encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    lines = (separator.join("" if value is None else str(value) for value in row) for row in rows)
    return (end.join(lines) + end).encode(encoding)


def page(rows: Iterable[str], *, charset: str = "utf-8", before: str = "", attributes: str = "") -> bytes:
    """An HTML table; each row is the HTML of its cells."""
    body = "".join(row if row.startswith("<tr") else f"<tr>{row}</tr>" for row in rows)
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html{attributes}><head>{head}</head><body>{before}<table>{body}</table></body></html>".encode(charset)


def cells(*values: Any) -> str:
    return "".join(f"<td>{escape(str(value))}</td>" for value in values)


# --- Parts of packed files ------------------------------------------------------------------------------------------


def packed(parts: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, compression)
    return file.getvalue()


def parts_of(content: bytes) -> dict[str, bytes | str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def patched(content: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with a text in one of its parts replaced everywhere."""
    parts = parts_of(content)
    found = parts[part]
    before = found.decode() if isinstance(found, bytes) else found
    if old not in before:
        raise ValueError(f"{part} does not hold {old}")
    return packed({**parts, part: before.replace(old, new)})


SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_ODS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS_START = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{_ODS}:office:1.0" '
    f'xmlns:table="{_ODS}:table:1.0" xmlns:text="{_ODS}:text:1.0" xmlns:style="{_ODS}:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:automatic-styles><style:style style:name="gone" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    "<office:body><office:spreadsheet>"
)


def ods(tables: str) -> bytes:
    """An OpenDocument spreadsheet; `tables` is the XML of its tables."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": f"{_ODS_START}{tables}</office:spreadsheet></office:body></office:document-content>",
        }
    )


def ods_cell(value: Any, attributes: str = "") -> str:
    if value is None:
        return f"<table:table-cell {attributes}/>"
    if isinstance(value, Styled):
        kind, shown = value.number_format.split("|")
        return (
            f'<table:table-cell office:value-type="{kind}" office:value="{value.value}" {attributes}>'
            f"<text:p>{shown}</text:p></table:table-cell>"
        )
    if isinstance(value, datetime | date):
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}" {attributes}>'
            f"<text:p>{value:%d-%m-%Y}</text:p></table:table-cell>"
        )
    if isinstance(value, str):
        return (
            f'<table:table-cell office:value-type="string" {attributes}>'
            f"<text:p>{escape(value)}</text:p></table:table-cell>"
        )
    shown = f"{value:,}".replace(",", ".")
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" {attributes}>'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def ods_row(*values: Any, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(map(ods_cell, values))}</table:table-row>"
