"""The user's own cells back with what is wrong marked in them: coloured with a comment, or in a column of its own."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from pathlib import PurePath
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from portfolio.sheets.reading import FileKind, Sheet, Visibility, Workbook
from portfolio.sheets.reading.workbook import Plain
from portfolio.sheets.understanding import Problem, Severity

_SHEET_NAME, _LONGEST_COMMENT = 31, 2_000
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_COLOURS = {Severity.ERROR: "#FFC7CE", Severity.WARNING: "#FFEB9C"}
Problems = dict[tuple[int, int], list[Problem]]


@dataclass(frozen=True, slots=True)
class Marked:
    name: str
    content: BytesIO


def marked_file(workbook: Workbook, position: int, problems: Sequence[Problem]) -> Marked:
    """A workbook; of a text file a text file. Nothing in it is a formula, whatever the user's own file held."""
    stem = PurePath(workbook.name).stem or "ark"
    found = _by_cell(problems)
    if workbook.kind in {FileKind.CSV, FileKind.PASTED}:
        return Marked(f"{stem} - markeret.csv", _text(workbook.sheets[position], found))
    return Marked(f"{stem} - markeret.xlsx", _workbook(workbook, position, found))


def how_marked(kind: str) -> str:
    """What comes back, before it is fetched."""
    if kind in {FileKind.CSV, FileKind.PASTED}:
        return _("It comes back as .csv, with what is wrong in a column of its own after the others.")
    same = _(
        "Wrong cells are coloured and have a comment; formulas come back as their values, without other formatting."
    )
    if kind == FileKind.XLSX:
        return same
    return _("It comes back as .xlsx, with the same sheets and cells.") + f" {same}"


def _by_cell(problems: Sequence[Problem]) -> Problems:
    found: Problems = defaultdict(list)
    for problem in problems:
        if place := _place(problem.address):
            found[place].append(problem)
    return found


def _place(address: str) -> tuple[int, int] | None:
    letters = address.rstrip("0123456789")
    number = address[len(letters) :]
    if not letters.isalpha() or not number:
        return None
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(number) - 1, column - 1


def _words(problems: Sequence[Problem]) -> str:
    return "\n".join(f"{problem.reason} {problem.advice}" for problem in problems)[:_LONGEST_COMMENT]


def _workbook(workbook: Workbook, position: int, found: Problems) -> BytesIO:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    names: set[str] = set()
    for place, sheet in enumerate(workbook.sheets):
        name = _name(sheet.name, place, names)
        page = book.add_worksheet(name)
        if sheet.visibility is not Visibility.VISIBLE and place != position:
            page.hide()
        if place == position:
            page.activate()
        _fill(book, page, sheet, found if place == position else {})
    book.close()
    file.seek(0)
    return file


def _name(name: str, place: int, taken: set[str]) -> str:
    plain = name.translate(_NOT_IN_A_NAME).strip()[:_SHEET_NAME] or f"Ark{place + 1}"
    if plain.casefold() in taken:
        plain = f"{plain[: _SHEET_NAME - 4]} {place + 1}"
    taken.add(plain.casefold())
    return plain


def _fill(book: Any, page: Any, sheet: Sheet, found: Problems) -> None:
    formats: dict[tuple[str, str], Any] = {}
    for row, values in enumerate(sheet.values):
        for column, value in enumerate(values):
            place = (row, column)
            colour = _COLOURS[_worst(found[place])] if place in found else ""
            number_format = sheet.facts.formats.get(place, "") or _day_format(value)
            key = (number_format, colour)
            if key not in formats:
                looks = {"num_format": number_format} if number_format else {}
                formats[key] = book.add_format(looks | ({"bg_color": colour, "border": 1} if colour else {}))
            _write(page, place, value, formats[key] if number_format or colour else None)
            if colour:
                page.write_comment(row, column, _words(found[place]), {"x_scale": 2, "y_scale": 1.5})
    for row in sheet.facts.hidden_rows:
        page.set_row(row, None, None, {"hidden": True})
    for column in sheet.facts.hidden_columns:
        page.set_column(column, column, None, None, {"hidden": True})


def _worst(problems: Sequence[Problem]) -> Severity:
    return Severity.ERROR if any(one.severity == Severity.ERROR for one in problems) else Severity.WARNING


def _day_format(value: Plain) -> str:
    if isinstance(value, date | datetime):
        return "dd-mm-yyyy"
    return "hh:mm" if isinstance(value, time | timedelta) else ""


def _write(page: Any, place: tuple[int, int], value: Plain, form: Any) -> None:
    row, column = place
    if value is None or value == "":
        page.write_blank(row, column, None, form)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, form)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, form)
    elif isinstance(value, date | datetime | time | timedelta):
        page.write_datetime(row, column, value, form)
    else:
        page.write_string(row, column, value, form)


def _text(sheet: Sheet, found: Problems) -> BytesIO:
    """As Danish Excel opens it: semicolons, and the mark of UTF-8 first."""
    by_row: dict[int, list[Problem]] = defaultdict(list)
    for (row, _column), problems in found.items():
        by_row[row] += problems
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    first = min(by_row, default=0)
    for row in range(sheet.height):
        cells = [_harmless(cell.raw) for cell in sheet.cells(row)]
        told = "; ".join(f"{one.address}: {one.reason} {one.advice}" for one in by_row[row])
        writer.writerow([*cells, told or (_("Errors") if row == 0 and row != first else "")])
    return BytesIO(b"\xef\xbb\xbf" + file.getvalue().encode())


def _harmless(text: str) -> str:
    """A text that a spreadsheet program would take for a formula gets a mark before it; a number keeps its sign."""
    is_number = text.lstrip("+-−").replace(".", "").replace(",", "").replace(" ", "").isdigit()
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") and not is_number and len(text) > 1 else text
