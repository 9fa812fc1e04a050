"""The way in: a file or a pasted block becomes a Workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import IO

from portfolio.sheets.reading.kinds import kind_of, surprise
from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.refusals import Notice, Reason, Refused
from portfolio.sheets.reading.texts import decoded, separated
from portfolio.sheets.reading.workbook import FileKind, Sheet, Workbook

MOST_AREAS = 2_000


def read_workbook(file: IO[bytes], name: str, limits: Limits | None = None) -> Workbook:
    """The workbook in the file, recognised by its content. Raises Refused when it is not read.

    What is refused before anything is unpacked is refused in no time; memory is bounded by the limits, but a file made
    to mislead may still cost more than it states. Files from people go through `read_apart`.
    """
    limits = limits or Limits()
    content = file.read(limits.file_bytes + 1)
    if len(content) > limits.file_bytes:
        raise Refused(Reason.TOO_LARGE, limit=limits.file_bytes // 2**20)
    kind = kind_of(content, limits)
    sheets, notices = _read(content, kind, PurePath(name).stem or name, limits)
    if not any(sheet.values for sheet in sheets):
        raise Refused(Reason.NO_TABLE)
    return Workbook(name, kind, tuple(map(_of_few_areas, sheets)), surprise(name, kind) + notices)


def _of_few_areas(sheet: Sheet) -> Sheet:
    """Only headings are asked which area they are part of; a sheet with areas by the thousand would take for ever."""
    if len(sheet.facts.merged) <= MOST_AREAS:
        return sheet
    first = sorted(sheet.facts.merged, key=lambda area: (area.top, area.left))[:MOST_AREAS]
    return replace(sheet, facts=replace(sheet.facts, merged=tuple(first)))


def read_pasted(text: str, name: str = "", limits: Limits | None = None) -> Workbook:
    """A block copied from a spreadsheet program. Raises Refused when there is nothing in it, or too much."""
    limits = limits or Limits()
    if len(text) > limits.file_bytes:
        raise Refused(Reason.TOO_LARGE, limit=limits.file_bytes // 2**20)
    if not text.strip():
        raise Refused(Reason.NO_TABLE)
    return Workbook(name, FileKind.PASTED, (separated(text, name, limits),))


def _read(content: bytes, kind: FileKind, name: str, limits: Limits) -> tuple[list[Sheet], tuple[Notice, ...]]:
    # A process reads one file and ends: it loads what that file needs.
    if kind is FileKind.XLSX:
        from portfolio.sheets.reading.excel import sheets_of_excel

        return sheets_of_excel(content, limits)
    if kind is FileKind.XLS:
        from portfolio.sheets.reading.excel97 import sheets_of_excel97

        return sheets_of_excel97(content, limits)
    if kind is FileKind.ODS:
        from portfolio.sheets.reading.open_document import sheets_of_open_document

        return sheets_of_open_document(content, limits)
    if kind is FileKind.HTML:
        from portfolio.sheets.reading.pages import sheets_of_page

        return sheets_of_page(content, name, limits)
    text, notices = decoded(content)
    return [separated(text, name, limits)], notices
