"""The fixed parts of an .xlsx package, and those that name the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from portfolio.sheets.writing.cells import text_xml

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MOST_SHEET_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """`last` are the letters of the last column; empty for a sheet that is no table."""

    name: str
    last: str = ""
    is_hidden: bool = False


def sheet_names(names: Sequence[str]) -> list[str]:
    """Names that the program takes: not too long, without its own signs, no two alike."""
    found: list[str] = []
    for name in names:
        plain = _NOT_IN_NAMES.sub(" ", name).strip("' ")[:MOST_SHEET_NAME].strip("' ") or "Ark"
        unique, number = plain, 2
        while unique.casefold() in {one.casefold() for one in found}:
            ending = f" {number}"
            unique, number = plain[: MOST_SHEET_NAME - len(ending)] + ending, number + 1
        found.append(unique)
    return found


def content_types(sheets: int, tables: int) -> str:
    parts = [
        ("/xl/workbook.xml", f"{_TYPES}.sheet.main+xml"),
        *((f"/xl/worksheets/sheet{number}.xml", f"{_TYPES}.worksheet+xml") for number in range(1, sheets + 1)),
        *((f"/xl/tables/table{number}.xml", f"{_TYPES}.table+xml") for number in range(1, tables + 1)),
        ("/xl/styles.xml", f"{_TYPES}.styles+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relations(pairs: Sequence[tuple[str, str]]) -> str:
    """(kind, target) of each, in the order of their ids rId1, rId2 …"""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def root_relations() -> str:
    return relations(
        [
            (f"{RELATIONS}/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{RELATIONS}/extended-properties", "docProps/app.xml"),
        ]
    )


def workbook_relations(sheets: int) -> str:
    pairs = [(f"{RELATIONS}/worksheet", f"worksheets/sheet{number}.xml") for number in range(1, sheets + 1)]
    return relations([*pairs, (f"{RELATIONS}/styles", "styles.xml")])


def table_relation(number: int) -> str:
    return relations([(f"{RELATIONS}/table", f"../tables/table{number}.xml")])


def workbook(sheets: Sequence[SheetPart]) -> str:
    listed = "".join(
        f'<sheet name="{attribute(one.name)}" sheetId="{number}"{_hidden(one)} r:id="rId{number}"/>'
        for number, one in enumerate(sheets, 1)
    )
    tables = [(place, one) for place, one in enumerate(sheets) if one.last]
    # A screen reader that looks for a name of this kind reads the heading of each cell.
    names = "".join(
        f'<definedName name="ColumnTitle" localSheetId="{place}">{_quoted(one.name)}!$A$1:${one.last}$1</definedName>'
        for place, one in tables
    )
    names += "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{place}">{_quoted(one.name)}!$1:$1</definedName>'
        for place, one in tables
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        '<bookViews><workbookView xWindow="240" yWindow="15" windowWidth="24000" windowHeight="12000"/></bookViews>'
        f"<sheets>{listed}</sheets>{f'<definedNames>{names}</definedNames>' if names else ''}</workbook>"
    )


def _hidden(part: SheetPart) -> str:
    return ' state="hidden"' if part.is_hidden else ""


def _quoted(name: str) -> str:
    return "'" + text_xml(name).replace("'", "''") + "'"


def attribute(text: str) -> str:
    return text_xml(text).replace('"', "&quot;").replace("\n", " ")


def core_properties(title: str, subject: str, author: str, language: str, made: datetime) -> str:
    moment = f'<dcterms:{{}} xsi:type="dcterms:W3CDTF">{made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</dcterms:{{}}>'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text_xml(title)}</dc:title><dc:subject>{text_xml(subject)}</dc:subject>"
        f"<dc:creator>{text_xml(author)}</dc:creator>"
        f"{moment.format('created', 'created')}{moment.format('modified', 'modified')}"
        f"<dc:language>{text_xml(language)}</dc:language></cp:coreProperties>"
    )


def app_properties() -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEAD}<Properties xmlns="{kind}"><Application>Pejlemaerke</Application></Properties>'
