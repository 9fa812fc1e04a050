"""A book as a file: a workbook, or one of its tables as text. Written to the disk first: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from portfolio.sheets.writing.csv_files import DANISH, MACHINE, Dialect, lines
from portfolio.sheets.writing.front import about, front_page
from portfolio.sheets.writing.tables import Book, Table
from portfolio.sheets.writing.xlsx import XlsxFile

# Larger files are written to the disk.
_IN_MEMORY = 2**20


class Format(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"
    DATA = "data"

    @property
    def ending(self) -> str:
        return "xlsx" if self is Format.XLSX else "csv"

    @property
    def content_type(self) -> str:
        if self is Format.XLSX:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return "text/csv; charset=utf-8"


_DIALECTS: dict[Format, Dialect] = {Format.CSV: DANISH, Format.DATA: MACHINE}


@dataclass(frozen=True, slots=True)
class Written:
    file: IO[bytes]
    name: str
    content_type: str


def write(book: Book, form: Format, made: datetime, table: str = "") -> Written:
    """A workbook, or text: the table of that key, else the only one, else all of them packed together.

    Raises KeyError for a table that is not there.
    """
    tables = {one.key: one for one in book.tables}
    chosen = tables[table] if table else None
    if chosen is None and len(tables) == 1:
        chosen = book.tables[0]
    name, ending, content_type = book.file_name, form.ending, form.content_type
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        if form is Format.XLSX:
            write_workbook(file, book, made)
        elif chosen is not None:
            name = f"{name}-{_slug(chosen)}" if len(tables) > 1 else name
            _write_text(file, chosen, form)
        else:
            ending, content_type = "zip", "application/zip"
            _write_texts(file, [about(book), *book.tables], form)
        return Written(_handed_over(file), f"{name}.{ending}", content_type)


def _handed_over(file: tempfile.SpooledTemporaryFile[bytes]) -> IO[bytes]:
    """From its beginning, and open when the first one is closed; a large one stays on the disk."""
    size = file.tell()
    file.seek(0)
    if size <= _IN_MEMORY:
        return BytesIO(file.read())
    return os.fdopen(os.dup(file.fileno()), "rb")


def _slug(table: Table) -> str:
    return table.key.replace("_", "-")


def _write_text(file: IO[bytes], table: Table, form: Format) -> None:
    for piece in lines(table if form is Format.DATA else table.for_people, _DIALECTS[form]):
        file.write(piece)


def _write_texts(file: IO[bytes], tables: Iterable[Table], form: Format) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for table in tables:
            info = ZipInfo(f"{_slug(table)}.csv", (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as part:
                _write_text(part, table, form)


def write_workbook(file: IO[bytes], book: Book, made: datetime) -> None:
    front = front_page(book)
    subject = next((text for _label, text in book.facts), "")
    with XlsxFile(file, [front.name, *(table.name for table in book.tables)]) as workbook:
        workbook.page(0, front)
        for place, table in enumerate(book.tables, 1):
            workbook.table(place, table.for_people)
        workbook.finish(book.title, subject, book.author, book.language, made)
