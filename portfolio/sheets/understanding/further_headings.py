"""A row further down that is a heading: the same one again, as after a page break, or that of another table.

Told at a glance for most rows: only those that begin as a heading does are looked at cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise, takewhile

from django.utils.translation import gettext as _

from organisation.sorting import search_key
from portfolio.sheets.reading import Cell, Sheet
from portfolio.sheets.understanding.columns import kind_of
from portfolio.sheets.understanding.header import Header, header_of, is_figure, text_of
from portfolio.sheets.understanding.headings import FIRST_YEAR, LAST_YEAR, heading_of, period_of, unit_in, year_of
from portfolio.sheets.understanding.layout import (
    FIGURES,
    MONEY,
    SUBJECTS,
    Column,
    Layout,
    Meaning,
    Row,
    RowRole,
    TableKind,
)
from portfolio.sheets.understanding.problems import Problem, Severity

_NAMING = frozenset({Meaning.CODE, *SUBJECTS})
# What the first heading of a table mostly is.
_FIRST_WORDS = frozenset(
    {"nr", "nummer", "kode", "id", "navn", "titel", "indsats", "indsatser", "initiativ", "initiativer", "budgetlinje",
     "budgetpost", "post", "indikator", "indikatorer", "aktivitet", "aktiviteter", "målgruppe", "konto", "organ"}
)  # fmt: skip
_TITLE = re.compile(r"(?:tabel|skema|side|oversigt|bilag|figur)\b.*")


class Further(Enum):
    SAME, OTHER = "same", "other"


class FurtherHeadings:
    def __init__(self, sheet: Sheet, header: Header, columns: Sequence[Column]) -> None:
        self._sheet = sheet
        rows = [[search_key(text_of(cell)) for cell in sheet.cells(row)] for row in header.rows]
        whole = [search_key(text) for text in header.texts]
        self._is_under_heading = False
        # Of a heading of several rows each comes back as a row.
        self._said = [{text.rstrip(" .:") for text in texts if text} for texts in zip(whole, *rows, strict=True)]
        own = {_plain_word(text) for text in (*header.texts, *(text for row in rows for text in row)) if text}
        self._first_words = own | _FIRST_WORDS
        self._figures = [column.index for column in columns if column.meaning in MONEY | FIGURES]
        self._years = {column.index: column.year for column in columns if column.year and column.index in self._figures}
        self._is_headed = bool(header.rows)

    def of(self, row: int, label: str, values: Sequence[object]) -> Further | None:
        """What the row is, when it is a heading. Rows are to be asked for in their order."""
        begins = _plain_word(label) in self._first_words if label else self._is_under_heading
        found = self._looked_at(row) if self._is_headed and (begins or self._has_heading_for_figure(values)) else None
        self._is_under_heading = found is not None
        return found

    def _has_heading_for_figure(self, values: Sequence[object]) -> bool:
        """Its first figure is a word or a year."""
        for index in self._figures:
            value = values[index] if index < len(values) else None
            if value is None or value == "":
                continue
            if isinstance(value, str):
                text = value.strip()
                return text[:1].isalpha() or (len(text) == 4 and text.isdecimal() and _is_year(int(text)))
            return isinstance(value, int | float) and _is_year(value)
        return False

    def _looked_at(self, row: int) -> Further | None:
        cells = [cell for cell in self._sheet.cells(row) if not cell.is_blank]
        if len(cells) < 2:
            return None
        if all(self._is_own(cell) for cell in cells):
            return Further.SAME
        texts = [cell for cell in cells if cell.column not in self._figures]
        if years := self._years_after(cells, texts):
            return Further.SAME if all(self._years[at] == year for at, year in years.items()) else Further.OTHER
        if len(texts) > 1 and all(self._is_own(cell) for cell in texts):
            return Further.OTHER
        return Further.OTHER if self._is_of_another(cells, texts) else None

    def _years_after(self, cells: Sequence[Cell], texts: Sequence[Cell]) -> dict[int, int]:
        """Bare years right after each other under years, with words before them; {} where they may be amounts."""
        said = {cell.column: cell.raw.strip() for cell in cells if cell.column in self._years}
        others = [cell for cell in cells if cell.column not in said]
        if len(said) < 2 or not all(map(_is_bare_year, said.values())) or any(map(is_figure, others)):
            return {}
        years = {column: int(text) for column, text in said.items()}
        follow = {after - before for before, after in pairwise(years.values())}
        # A code and a name stand before amounts.
        is_named = bool(texts) and (
            len(texts) == 1 or not any(sign.isdigit() for cell in texts for sign in text_of(cell))
        )
        is_first = is_named and texts[-1].column < min(said)
        return years if is_first and follow in ({1}, {-1}) and all(map(_is_year, years.values())) else {}

    def _is_own(self, cell: Cell) -> bool:
        return search_key(text_of(cell)).rstrip(" .:") in self._said[cell.column]

    def _is_of_another(self, cells: Sequence[Cell], texts: Sequence[Cell]) -> bool:
        """Each cell is a heading that is known, and the first names the rows. A name and a year may be data."""
        first = heading_of(text_of(cells[0]))
        if first.meaning not in _NAMING or not first.is_whole or any(map(is_figure, cells)):
            return False
        if len(texts) < 2 and all(_is_bare_year(text_of(cell)) for cell in cells[1:]):
            return self._is_own(cells[0])
        said = [heading_of(text_of(cell)) for cell in cells]
        return all(one.meaning is not None and (one.is_whole or one.year is not None) for one in said)


def _plain_word(text: str) -> str:
    return text.casefold().strip(" .:")


def _is_year(number: float) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR


def _is_bare_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal()


def with_titles(rows: list[Row], above: Sequence[Row], columns: Sequence[Column], alone: set[int]) -> list[Row]:
    """The texts that stand alone right above a heading further down are titles, and may say that it is another's."""
    rows = list(rows)
    for place, row in enumerate(rows):
        if row.role is not RowRole.HEADER or (before := _before(rows, place)) is None:
            continue
        title = rows[before]
        if title.index not in alone:
            continue
        is_other = row.is_other_heading or _says_otherwise(title.label, above, columns)
        if is_other or _is_title(title.label, above):
            rows[before] = replace(title, role=RowRole.TITLE, why=_("it stands above a heading"))
        if is_other and not row.is_other_heading:
            rows[place] = replace(row, is_other_heading=True, why=_("it is the heading of another table"))
    return rows


def _is_title(text: str, above: Sequence[Row]) -> bool:
    """It numbers a table, or names a year or unit as the title of the first table does."""
    if _TITLE.fullmatch(search_key(text)):
        return True
    return _names_unit_or_time(text) and any(_names_unit_or_time(one.label) for one in _titles(above))


def _titles(above: Sequence[Row]) -> list[Row]:
    return [row for row in above if row.role is RowRole.TITLE]


def _names_unit_or_time(text: str) -> bool:
    return bool(unit_in(text).unit or year_of(text) or period_of(text))


def _before(rows: Sequence[Row], place: int) -> int | None:
    return next((one for one in range(place - 1, -1, -1) if rows[one].role is not RowRole.BLANK), None)


def _says_otherwise(title: str, above: Sequence[Row], columns: Sequence[Column]) -> bool:
    """A unit, year or period that columns have from the first table's title is another one here."""
    first = [row.label for row in _titles(above)]
    money = [column for column in columns if column.is_money]
    unit = unit_in(title).unit
    has_units = any(column.meaning is Meaning.UNIT for column in columns)
    takes_unit = not has_units and any(not column.unit.unit for column in money)
    if unit and takes_unit and unit not in {unit_in(text).unit for text in first}:
        return True
    time = year_of(title) or period_of(title)
    if time and _are_of_the_title(columns):
        return time not in {year_of(text) or period_of(text) for text in first}
    return False


def _are_of_the_title(columns: Sequence[Column]) -> bool:
    """Whether figures have their year from a title: neither their heading nor another cell of the row states it."""
    figures = [column for column in columns if column.is_money or column.meaning in FIGURES]
    if not figures or any(column.year or column.period for column in figures):
        return False
    meanings = {column.meaning for column in columns}
    if not meanings & MONEY:
        return not meanings & {Meaning.YEAR, Meaning.PERIOD, Meaning.MEASURED_AT, Meaning.TARGET_AT}
    # In a follow-up the period of a row is part of the year that the title says.
    is_follow_up = kind_of(columns)[0] is TableKind.FOLLOW_UP
    return Meaning.YEAR not in meanings and (is_follow_up or Meaning.PERIOD not in meanings)


def other_headings(sheet: Sheet, layout: Layout) -> list[Problem]:
    """Rows that are read by a heading that is not theirs."""
    found, tables = [], 1
    for place, row in enumerate(layout.rows):
        if not row.is_other_heading:
            if row.role is RowRole.HEADER and row.index not in layout.header_rows:
                found += _years_again(sheet, layout, row)
            continue
        tables += 1
        below = takewhile(lambda one: one.role is not RowRole.HEADER, layout.rows[place + 1 :])
        # Years may after all be amounts, and are never passed over.
        if any(one.role is RowRole.DATA for one in below) or _years_in(sheet, layout, row):
            before = _before(layout.rows, place)
            title = layout.rows[before].label if before is not None else ""
            found.append(_other(sheet, layout, row, title, tables))
    return found


def _years_in(sheet: Sheet, layout: Layout, row: Row) -> list[Cell]:
    """Numbers under years, in a row that is taken for a heading."""
    columns = [one.index for one in layout.columns if one.year and one.meaning in MONEY | FIGURES]
    return [cell for column in columns if _is_bare_year((cell := sheet.cell(row.index, column)).raw.strip())]


def _years_again(sheet: Sheet, layout: Layout, row: Row) -> list[Problem]:
    """Under words of its own the same years: mostly a heading, and told of since it may be a row with its amounts."""
    cell = next(cell for cell in sheet.cells(row.index) if not cell.is_blank)
    years = _years_in(sheet, layout, row)
    # Of a heading of several rows one has years alone.
    if not years or cell.column >= years[0].column or search_key(text_of(cell)) == _heading_above(layout, cell):
        return []
    reason = _("The row is read as the heading once more: it has the same years.")
    return [Problem(Severity.WARNING, sheet.name, cell.address, cell.raw, reason, _if_amounts())]


def _if_amounts() -> str:
    return _("If its years are figures after all, say on the page of the columns that the row is data.")


def _other(sheet: Sheet, layout: Layout, row: Row, title: str, table: int) -> Problem:
    cells = [cell for cell in sheet.cells(row.index) if not cell.is_blank]
    cell = next((one for one in cells if search_key(text_of(one)) != _heading_above(layout, one)), None)
    if cell is None:
        cell = cells[0]
        reason = _(
            "Table %(table)d stands under a title that says another unit or year than the first: “%(title)s”. "
            "The rows below would be read as those of the first."
        ) % {"table": table, "title": title}
    else:
        reason = _(
            "Table %(table)d has headings of its own: “%(heading)s” here, but “%(above)s” in the first. "
            "The rows below would be read by the headings of the first."
        ) % {"table": table, "heading": text_of(cell), "above": layout.columns[cell.column].heading}
    advice = _("Put each table in a sheet of its own.")
    if _years_in(sheet, layout, row):
        advice = f"{advice} {_if_amounts()}"
    return Problem(Severity.ERROR, sheet.name, cell.address, cell.raw, reason, advice)


def _heading_above(layout: Layout, cell: Cell) -> str:
    return search_key(layout.columns[cell.column].heading)


def tables_above(sheet: Sheet, layout: Layout) -> list[Problem]:
    """A heading with figures under it, above the one that is read: its rows are taken for titles."""
    titles = [
        row for row in layout.rows if row.role is RowRole.TITLE and row.index < max(layout.header_rows, default=0)
    ]
    for row, below in pairwise(titles):
        if not row.is_hidden and _heads(sheet, row.index, below.index):
            return [_above(sheet, layout, row)]
    return []


def _heads(sheet: Sheet, row: int, below: int) -> bool:
    cells = [cell for cell in sheet.cells(row) if not cell.is_blank]
    said = {cell.column: heading_of(text_of(cell)) for cell in cells if not is_figure(cell)}
    names = [one for one in said.values() if one.is_whole and one.meaning in _NAMING]
    if len(said) < len(cells) or not names:
        return False
    figures = [column for column, one in said.items() if one.meaning in MONEY | FIGURES]
    return any(is_figure(sheet.cell(below, column)) for column in figures)


def _above(sheet: Sheet, layout: Layout, row: Row) -> Problem:
    """Who chose the heading row knows of the table above it."""
    is_chosen = layout.header_rows != header_of(sheet, None).rows
    cell = next(cell for cell in sheet.cells(row.index) if not cell.is_blank)
    reason = _(
        "A table begins here with headings of its own. It is not read: the headings in row %(row)d are used."
    ) % {"row": layout.header_rows[0] + 1}
    advice = _("Put each table in a sheet of its own.")
    severity = Severity.WARNING if is_chosen else Severity.ERROR
    return Problem(severity, sheet.name, cell.address, cell.raw, reason, advice)
