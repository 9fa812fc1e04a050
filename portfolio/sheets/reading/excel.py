"""Workbooks of Excel 2007 and later: the values by calamine, the rest from the parts themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from math import isfinite
from typing import cast

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from portfolio.sheets.reading.archives import Archive
from portfolio.sheets.reading.excel_cells import edges_of, marks_of, number_in
from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.number_formats import BUILT_IN
from portfolio.sheets.reading.refusals import Notice, Reason, Refused, Remark
from portfolio.sheets.reading.rich_strings import marked_cells, strings_of, struck_styles
from portfolio.sheets.reading.workbook import Facts, Place, Plain, Sheet, Visibility

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def sheets_of_excel(content: bytes, limits: Limits) -> tuple[list[Sheet], tuple[Notice, ...]]:
    archive = Archive(content, limits)
    archive.check_xml()
    parts = _parts(archive)
    if len(parts) > limits.sheets:
        raise Refused(Reason.TOO_MANY_SHEETS, count=len(parts), limit=limits.sheets)
    formats, struck = _formats(archive)
    shared = next((name for name in archive.names if name.endswith("/sharedstrings.xml")), "")
    strings = strings_of(archive.read(shared), limits)
    facts: dict[str, Facts] = {}
    texts: dict[str, Mapping[Place, str]] = {}
    cells = 0
    for name, part in parts.items():
        xml = archive.read(part)
        found, count = _facts(xml, name, formats, limits)
        marked = marked_cells(xml, strings, struck)
        facts[name], texts[name] = replace(found, struck=marked.struck), marked.texts
        cells += count
        if cells > limits.cells:
            raise Refused(Reason.TOO_MANY_CELLS, limit=limits.cells)
    sheets, notices = opened(content, facts, texts)
    return sheets, notices + _links(archive)


def opened(
    content: bytes, facts: Mapping[str, Facts], texts: Mapping[str, Mapping[Place, str]]
) -> tuple[list[Sheet], tuple[Notice, ...]]:
    """The sheets with their values, as calamine reads them, and their facts.

    `texts` are those with marks that it does not tell of, by sheet and place.
    """
    sheets, notices = [], []
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            for about in workbook.sheets_metadata:
                if about.typ != SheetTypeEnum.WorkSheet:
                    notices.append(Notice(Remark.NOT_A_TABLE_SHEET, (("sheet", about.name),)))
                    continue
                sheet = workbook.get_sheet_by_name(about.name)
                values = cast(list[list[Plain]], sheet.to_python(skip_empty_area=False))
                own = facts.get(about.name, Facts())
                _replace(values, texts.get(about.name, {}))
                name, rows = about.name.replace("\0", ""), _tidied(list(map(_keepable, values)), own)
                sheets.append(Sheet(name, rows, own, _visibility(about.visible)))
    except (CalamineError, OSError, ValueError) as error:
        raise Refused(Reason.DAMAGED) from error
    except BaseException as error:
        # A panic of the library is no Exception. Where it aborts instead, only a process of its own helps.
        if type(error).__name__ != "PanicException":
            raise
        out_of_memory = "pointer is null" in str(error)
        raise Refused(Reason.TOO_MUCH_MEMORY if out_of_memory else Reason.DAMAGED) from error
    if not sheets:
        raise Refused(Reason.NO_TABLE)
    return sheets, tuple(notices)


def _replace(rows: list[list[Plain]], texts: Mapping[Place, str]) -> None:
    for (row, column), text in texts.items():
        if row < len(rows) and column < len(rows[row]) and isinstance(rows[row][column], str):
            rows[row][column] = text


def _visibility(stated: SheetVisibleEnum) -> Visibility:
    if stated == SheetVisibleEnum.Visible:
        return Visibility.VISIBLE
    return Visibility.HIDDEN if stated == SheetVisibleEnum.Hidden else Visibility.VERY_HIDDEN


def _keepable(row: list[Plain]) -> list[Plain]:
    """Old programs end texts with a zero byte, which no database keeps; what is no number is a word."""
    for column, value in enumerate(row):
        if isinstance(value, str):
            if "\0" in value:
                row[column] = value.replace("\0", "")
        elif isinstance(value, float) and not isfinite(value):
            row[column] = str(value)
    return row


def _tidied(rows: list[list[Plain]], facts: Facts) -> Sequence[Sequence[Plain]]:
    """Blank rows at the end go, except to hold an error or a formula without a result."""
    while rows and not any(value not in ("", None) for value in rows[-1]):
        rows.pop()
    for row, column in (*facts.errors, *facts.formulas):
        while len(rows) <= row:
            rows.append([])
        rows[row].extend([None] * (column + 1 - len(rows[row])))
    return rows


def _parts(archive: Archive) -> dict[str, str]:
    """Sheet names in order, and the part that holds each."""
    main = _target(archive, "_rels/.rels", "officeDocument") or "xl/workbook.xml"
    folder, _slash, file = main.rpartition("/")
    targets = {
        relation.get("Id", ""): _resolved(folder, relation.get("Target", ""))
        for relation in _root(archive, f"{folder}/_rels/{file}.rels")
    }
    names = {}
    for element in _root(archive, main).iter("{*}sheet"):
        relation = element.get(_RELATION) or element.get(_STRICT_RELATION) or ""
        names[element.get("name", "")] = targets.get(relation, "")
    return names


def _target(archive: Archive, part: str, kind: str) -> str:
    for relation in _root(archive, part):
        if (relation.get("Type") or "").endswith(f"/{kind}"):
            return _resolved("", relation.get("Target", ""))
    return ""


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    parts = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step != ".":
            parts.append(step)
    return "/".join(parts)


def _root(archive: Archive, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(archive.xml(part), parser)
    except etree.XMLSyntaxError as error:
        raise Refused(Reason.DAMAGED) from error


def _links(archive: Archive) -> tuple[Notice, ...]:
    linked = any("/externallinks/" in name or name.endswith("connections.xml") for name in archive.names)
    return (Notice(Remark.EXTERNAL_LINKS),) if linked else ()


# --- Number formats -------------------------------------------------------------------------------------------------


def _formats(archive: Archive) -> tuple[list[str], frozenset[int]]:
    """The number format of each cell style, "" for the general one, and the styles that are struck out."""
    styles = next((name for name in archive.names if name.endswith("/styles.xml")), "")
    if not styles:
        return [], frozenset()
    root = _root(archive, styles)
    own = {element.get("numFmtId", ""): element.get("formatCode", "") for element in root.iter("{*}numFmt")}
    found = []
    for group in root.iter("{*}cellXfs"):
        for style in group.iter("{*}xf"):
            number = style.get("numFmtId", "0")
            code = own.get(number) or BUILT_IN.get(number_in(number, 0), "")
            found.append("" if code.casefold() in {"general", "@"} else code)
    return found, struck_styles(root)


# --- Facts of a sheet -----------------------------------------------------------------------------------------------


def _facts(content: bytes, name: str, formats: list[str], limits: Limits) -> tuple[Facts, int]:
    """What the sheet says beyond values, and how many cells have content."""
    marks = marks_of(content, formats, limits)
    # The values come as a full rectangle: one cell far out would take all memory.
    if marks.rows > limits.rows:
        raise Refused(Reason.TOO_MANY_ROWS, sheet=name, count=marks.rows, limit=limits.rows)
    if marks.columns > limits.columns:
        raise Refused(Reason.TOO_MANY_COLUMNS, sheet=name, count=marks.columns, limit=limits.columns)
    if marks.rows * marks.columns > limits.cells * 5:
        raise Refused(Reason.TOO_MANY_CELLS, limit=limits.cells * 5)
    rows, columns, merged = edges_of(content, limits)
    facts = Facts(marks.formats, marks.formulas, marks.errors, {}, rows, columns, merged)
    return facts, marks.cells
