"""Workbooks written row by row, straight into the file: memory does not grow with the rows.

Written here and not by a library: this is as fast as the fastest of them, says the document's language, defines the
heading row of each table for screen readers, and has no way of writing a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from portfolio.sheets.reading.workbook import column_letters
from portfolio.sheets.writing import package
from portfolio.sheets.writing.cells import CellWriter, inline, rows_xml
from portfolio.sheets.writing.headings import in_language
from portfolio.sheets.writing.styles import Style, Styles
from portfolio.sheets.writing.tables import Block, Column, Table

# The lowest level: half the time of the usual one, for a file a fifth larger.
_LEVEL = 1
# The same bytes for the same content, whenever it is written.
_OF_NO_DAY = (1980, 1, 1, 0, 0, 0)
MOST_ROWS = 1_048_576


@dataclass(frozen=True, slots=True)
class Choices:
    """A column's cells take one of what stands in a range of another sheet; anything else is warned of, not refused."""

    column: int
    formula: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Form:
    """A table to fill in: its heading is locked, its cells are not, and there are empty rows for more."""

    choices: tuple[Choices, ...] = ()
    spare_rows: int = 0
    to_fill: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet that is no table: (style, texts) of each row, and the widths of its columns."""

    name: str
    rows: Sequence[tuple[Style, Sequence[str]]]
    widths: tuple[int, ...]
    is_hidden: bool = False


@dataclass
class XlsxFile:
    """Sheets in the order in which they are named here; each is written once, in any order."""

    file: IO[bytes]
    names: Sequence[str]
    styles: Styles = field(default_factory=Styles)

    def __post_init__(self) -> None:
        self._archive = ZipFile(self.file, "w", ZIP_DEFLATED, compresslevel=_LEVEL)
        self._sheets = [package.SheetPart(name) for name in package.sheet_names(self.names)]
        self._tables = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._archive.close()

    def table(self, place: int, table: Table, form: Form | None = None) -> int:
        """The number of rows written, without those left to fill in."""
        last = column_letters(len(table.columns) - 1)
        self._sheets[place] = package.SheetPart(self._sheets[place].name, last)
        counted = 0
        with self._part(f"xl/worksheets/sheet{place + 1}.xml") as part, _Packer(part) as packer:
            packer.write(_before_rows(table.columns, form))
            for chunk, written in self._rows(table, form):
                counted += written
                packer.write(chunk)
            packer.write(_after_rows(table.columns, form, max(counted, 1)))
        self._tables += 1
        spare = form.spare_rows if form else 0
        # A table has at least one row below its heading.
        self._write(f"xl/tables/table{self._tables}.xml", _table_xml(self._tables, table, max(counted, 2), last))
        self._write(f"xl/worksheets/_rels/sheet{place + 1}.xml.rels", package.table_relation(self._tables))
        return counted - 1 - spare

    def page(self, place: int, page: Page) -> None:
        self._sheets[place] = package.SheetPart(self._sheets[place].name, "", page.is_hidden)
        rows = "".join(
            f'<row r="{number}">{"".join(self._page_cells(number, style, texts))}</row>'
            for number, (style, texts) in enumerate(page.rows, 1)
        )
        views = _views(is_table=False, is_open=place == 0)
        xml = f"{_sheet_open()}{views}{_columns(page.widths)}<sheetData>{rows}</sheetData>"
        self._write(f"xl/worksheets/sheet{place + 1}.xml", f"{xml}{_printed(page.widths)}</worksheet>")

    def _page_cells(self, number: int, style: Style, texts: Sequence[str]) -> Iterator[str]:
        for column, text in enumerate(texts):
            look = self.styles.number(style if column == 0 else Style(wraps=True))
            if text:
                yield f'<c r="{column_letters(column)}{number}" s="{look}" t="inlineStr">{inline(text)}</c>'

    def finish(self, title: str, subject: str, author: str, language: str, made: datetime) -> None:
        self._write("xl/styles.xml", package.HEAD + self.styles.xml())
        self._write("xl/workbook.xml", package.workbook(self._sheets))
        self._write("xl/_rels/workbook.xml.rels", package.workbook_relations(len(self._sheets)))
        self._write("docProps/core.xml", package.core_properties(title, subject, author, language, made))
        self._write("docProps/app.xml", package.app_properties())
        self._write("_rels/.rels", package.root_relations())
        self._write("[Content_Types].xml", package.content_types(len(self._sheets), self._tables))

    def _rows(self, table: Table, form: Form | None) -> Iterator[tuple[str, int]]:
        """Rows, and how many they are."""
        letters = [column_letters(place) for place in range(len(table.columns))]
        yield self._heading(table.columns, letters), 1
        writers = [
            CellWriter(
                column, letter, self.styles, unlocked=form is not None, to_fill=bool(form and place in form.to_fill)
            )
            for place, (column, letter) in enumerate(zip(table.columns, letters, strict=True))
        ]
        last = 1
        for block in table.blocks():
            number = len(block[0])
            if last + number > MOST_ROWS:
                raise ValueError("A sheet has no room for so many rows.")
            yield rows_xml(last + 1, _written(writers, block)), number
            last += number
        if form is not None and form.spare_rows:
            nothing: list[None] = [None] * form.spare_rows
            yield rows_xml(last + 1, _written(writers, [nothing] * len(letters))), form.spare_rows

    def _heading(self, columns: Sequence[Column], letters: list[str]) -> str:
        style = self.styles.number(Style(is_heading=True))
        cells = "".join(
            f'<c r="{letter}1" s="{style}" t="inlineStr">{inline(heading)}</c>'
            for letter, heading in zip(letters, headings(columns), strict=True)
        )
        return f'<row r="1">{cells}</row>'

    def _part(self, name: str) -> IO[bytes]:
        info = ZipInfo(name, _OF_NO_DAY)
        info.compress_type = ZIP_DEFLATED
        info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # public from Python 3.13 on
        # A sheet of a million rows is larger than the usual limit.
        return self._archive.open(info, "w", force_zip64=True)

    def _write(self, name: str, text: str) -> None:
        with self._part(name) as part:
            part.write(text.encode())


def headings(columns: Sequence[Column]) -> list[str]:
    """No two alike, as a table of the program asks; without line breaks."""
    found: list[str] = []
    for column in columns:
        heading = re.sub(r"\s*\n\s*", " ", in_language(column.heading)).strip() or column.key
        unique, number = heading, 2
        while unique.casefold() in {one.casefold() for one in found}:
            unique, number = f"{heading} {number}", number + 1
        found.append(unique)
    return found


def _written(writers: Sequence[CellWriter], block: Block) -> list[list[str]]:
    return [writer.write(values) for writer, values in zip(writers, block, strict=True)]


class _Packer:
    """Packs what is written in a thread of its own, while the next rows are read; one piece waits at most."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part = part
        self._thread = ThreadPoolExecutor(1)
        self._waiting: Future[object] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        try:
            self._settle()
        finally:
            self._thread.shutdown()

    def write(self, text: str) -> None:
        self._settle()
        self._waiting = self._thread.submit(self._part.write, text.encode())

    def _settle(self) -> None:
        """Raises what packing raised."""
        if self._waiting is not None:
            self._waiting.result()


def _sheet_open() -> str:
    return f'{package.HEAD}<worksheet xmlns="{package.MAIN}" xmlns:r="{package.RELATIONS}">{_FIT}'


_FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
# So many characters beside each other can be read on a sheet of paper.
_ON_PAPER = 240


def _printed(widths: Sequence[int]) -> str:
    across = -(-sum(widths) // _ON_PAPER) or 1
    return (
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        f'<pageSetup paperSize="9" orientation="landscape" fitToWidth="{across}" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
    )


def _views(*, is_table: bool, is_open: bool = False) -> str:
    if not is_table:
        chosen = ' tabSelected="1"' if is_open else ""
        return f'<sheetViews><sheetView showGridLines="0"{chosen} workbookViewId="0"/></sheetViews>'
    return (
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"'
        ' state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
    )


def _columns(widths: Sequence[int]) -> str:
    listed = "".join(
        f'<col min="{place}" max="{place}" width="{width + 0.7109375}" customWidth="1"/>'
        for place, width in enumerate(widths, 1)
    )
    return f'<sheetFormatPr defaultRowHeight="15"/><cols>{listed}</cols>'


def _before_rows(columns: Sequence[Column], form: Form | None) -> str:
    return f"{_sheet_open()}{_views(is_table=True)}{_columns([one.shown_width for one in columns])}<sheetData>"


def _after_rows(columns: Sequence[Column], form: Form | None, rows: int) -> str:
    """`rows` with the heading. The order of the elements is the format's."""
    locked = ""
    validations = ""
    if form is not None:
        # Without a password: it keeps the heading from being typed over, not from who means to.
        locked = (
            '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"'
            ' sort="0" autoFilter="0"/>'
        )
        listed = "".join(_validation(one, rows) for one in form.choices)
        validations = f'<dataValidations count="{len(form.choices)}">{listed}</dataValidations>' if listed else ""
    parts = '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
    printed = _printed([one.shown_width for one in columns])
    return f"</sheetData>{locked}{validations}{printed}{parts}</worksheet>"


def _validation(one: Choices, rows: int) -> str:
    letters = column_letters(one.column)
    return (
        '<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1"'
        f' errorTitle="{package.attribute(one.title)}" error="{package.attribute(one.message)}"'
        f' sqref="{letters}2:{letters}{max(rows, 2)}"><formula1>{one.formula}</formula1></dataValidation>'
    )


def _table_xml(number: int, table: Table, rows: int, last: str) -> str:
    area = f"A1:{last}{rows}"
    columns = "".join(
        f'<tableColumn id="{place}" name="{package.attribute(heading)}"/>'
        for place, heading in enumerate(headings(table.columns), 1)
    )
    name = f"Tabel{number}"
    return (
        f'{package.HEAD}<table xmlns="{package.MAIN}" id="{number}" name="{name}" displayName="{name}" ref="{area}"'
        f' totalsRowShown="0"><autoFilter ref="{area}"/><tableColumns count="{len(table.columns)}">{columns}'
        '</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0"'
        ' showRowStripes="0" showColumnStripes="0"/></table>'
    )
