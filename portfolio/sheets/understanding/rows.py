"""The role of each row under the heading: data, theme, subtotal, total, footnote or blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from organisation.sorting import search_key
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding.further_headings import Further, FurtherHeadings, with_titles
from portfolio.sheets.understanding.header import Header
from portfolio.sheets.understanding.layout import FIGURES, MONEY, Column, Correction, Meaning, Row, RowRole

_TOTAL = re.compile(
    r"(?:i ?alt|sum|total(?:t)?|hovedtotal|samlet(?: (?:sum|beloeb|total|budget|bevilling|ramme|udgift|resultat))?"
    r"|tilsammen|alt i alt)(?:,? (?:netto|brutto))?(?: (?:kr\.?|t\.?kr\.?|mio\.? ?kr\.?))?"
)
# Told at a glance, for tables of many rows.
_MAYBE_TOTAL = re.compile(r"i ?alt|sum|total|samlet|tilsammen|delresultat", re.IGNORECASE)
_SUBTOTAL = re.compile(
    r"(?:sub ?total|delsum|mellemsum|delresultat|i alt .+|.+ i ?alt|sum (?:af |for )?.+|total (?:for )?.+)"
)
_THEME = re.compile(r"(?:tema|fokusomraade|omraade|pejlemaerke|strategimaal|indsatsomraade|spoe?r)\b.*")
_FOOTNOTE = re.compile(
    r"(?:\*+|[0-9]{1,2}\)|note[r]?\b|anm(?:\.|aerkning)|kilde[r]?\b|alle (?:beloeb|tal)|beloeb i |bemaerk|afrunding).*"
)


# More of a row's texts are of no consequence for its role.
_ENOUGH = 3


class _Seen(NamedTuple):
    """A row under the heading, as far as roles need it: its first texts, by their columns."""

    number: int
    texts: list[tuple[int, str]]
    is_hidden: bool

    @property
    def label(self) -> str:
        return self.texts[0][1] if self.texts else ""

    @property
    def key(self) -> str:
        return search_key(self.label).rstrip(" .:").strip()

    def as_row(self, role: RowRole, why: str = "") -> Row:
        return Row(self.number, role, why, self.is_hidden, self.texts[0][1] if self.texts else "")


def rows_of(sheet: Sheet, header: Header, columns: Sequence[Column], correction: Correction) -> tuple[Row, ...]:
    first = header.rows[-1] + 1 if header.rows else 0
    if not header.rows and correction.header_rows is None:
        first = sheet.height
    before = [_above(sheet, row, header) for row in range(first)]
    looked_at = _Under(sheet, header, columns)
    under = [looked_at.row(row) for row in range(first, sheet.height)]
    after = with_titles(_roles(under), before, columns, looked_at.alone) if looked_at.has_headings else _roles(under)
    rows = (*before, *after)
    return tuple(_corrected(row, correction) for row in rows) if correction.rows else rows


def _above(sheet: Sheet, row: int, header: Header) -> Row:
    hidden = row in sheet.facts.hidden_rows
    if row in header.rows:
        return Row(row, RowRole.HEADER, header.why, hidden)
    label = " ".join(str(value).strip() for value in _plain(sheet, row) if value not in (None, ""))
    if not label:
        return Row(row, RowRole.BLANK, "", hidden)
    return Row(row, RowRole.TITLE, _("it stands above the heading"), hidden, label)


def _plain(sheet: Sheet, row: int) -> Sequence[object]:
    return sheet.values[row] if row < len(sheet.values) else ()


class _Under:
    """The rows under a heading, one at a time. Most of a large table says at its first texts that it is data."""

    def __init__(self, sheet: Sheet, header: Header, columns: Sequence[Column]) -> None:
        self._sheet = sheet
        self._figures = [column.index for column in columns if column.meaning in MONEY | FIGURES]
        self._words = [column.index for column in columns if column.meaning not in MONEY | FIGURES]
        self._special = {*sheet.facts.errors, *sheet.facts.formulas}
        filled = [column for column in columns if column.meaning is not Meaning.IGNORED]
        self._is_of_several = len(filled) > 1
        self._is_of_figures = any(column.is_money or column.meaning in FIGURES for column in filled)
        self._codes = {column.index for column in columns if column.meaning is Meaning.CODE}
        self._further = FurtherHeadings(sheet, header, columns)
        self.alone: set[int] = set()
        self.has_headings = False

    def row(self, row: int) -> Row:
        values = _plain(self._sheet, row)
        seen = _Seen(row, self._texts(values, _ENOUGH), row in self._sheet.facts.hidden_rows)
        count = len(seen.texts)
        if not count and not self._has_figures(row):
            return seen.as_row(RowRole.BLANK)
        further = self._further.of(row, seen.label, values)
        if further is not None or _counts_columns(values):
            return self._heading(seen, further)
        if count == 1 and not self._has_figures(row):
            self.alone.add(row)
        if count == 1 and _FOOTNOTE.fullmatch(seen.key) and not self._has_figures(row):
            return seen.as_row(RowRole.FOOTNOTE, _("it begins as a note"))
        total = self._total_role(seen)
        if total is not None and (count == 1 or self._has_figures(row)):
            return seen.as_row(total, _("it begins with “%(words)s”") % {"words": seen.label})
        if count == 1 and self._is_theme(seen):
            return seen.as_row(RowRole.THEME, _("one text stands alone in the row"))
        return seen.as_row(RowRole.DATA)

    def _texts(self, values: Sequence[object], most: int) -> list[tuple[int, str]]:
        texts, width = [], len(values)
        for index in self._words:
            value = values[index] if index < width else None
            if value is None or value == "":
                continue
            text = " ".join(value.split()) if isinstance(value, str) else str(value)
            if text:
                texts.append((index, text))
                if len(texts) == most:
                    break
        return texts

    def _has_figures(self, row: int) -> bool:
        values = _plain(self._sheet, row)
        for index in self._figures:
            value = values[index] if index < len(values) else None
            is_filled = bool(value.strip()) if isinstance(value, str) else value is not None
            if is_filled or (row, index) in self._special:
                return True
        return False

    def _heading(self, seen: _Seen, further: Further | None) -> Row:
        self.has_headings = True
        if further is not Further.OTHER:
            return seen.as_row(RowRole.HEADER, _("it repeats the heading"))
        row = seen.as_row(RowRole.HEADER, _("it is the heading of another table"))
        return replace(row, is_other_heading=True)

    def _total_role(self, seen: _Seen) -> RowRole | None:
        """By the first text with letters; a code may stand before it."""
        for _column, text in seen.texts[:2]:
            if not _MAYBE_TOTAL.search(text):
                continue
            key = search_key(text).rstrip(" .:").strip()
            if _TOTAL.fullmatch(key):
                return RowRole.TOTAL
            is_short = len(key) <= 80 and len(seen.texts) <= 2
            if is_short and _SUBTOTAL.fullmatch(key) and self._has_figures(seen.number):
                return RowRole.SUBTOTAL
        return None

    def _is_theme(self, seen: _Seen) -> bool:
        """Of a row with one text."""
        has_figures = self._has_figures(seen.number)
        if self._is_of_several and _THEME.fullmatch(seen.key):
            return not has_figures or seen.texts[0][0] in self._codes
        return self._is_of_several and self._is_of_figures and not has_figures


def _counts_columns(values: Sequence[object]) -> bool:
    """1, 2, 3 … under a heading, to speak of its columns by."""
    if len(values) < 2 or values[0] not in (1, "1", "(1)"):
        return False
    texts = [f"{value:g}" if isinstance(value, float) else str(value).strip("() ") for value in values]
    return texts == [str(number + 1) for number in range(len(texts))]


def _roles(rows: list[Row]) -> list[Row]:
    last = max((place for place, row in enumerate(rows) if row.role in _OF_DATA), default=-1)
    roles = {row.role for row in rows}
    if RowRole.THEME in roles:
        rows = _themes_with_rows([_after_data(row, place > last) for place, row in enumerate(rows)])
    return _grand_total(rows) if RowRole.TOTAL in roles else rows


_OF_DATA = {RowRole.DATA, RowRole.TOTAL, RowRole.SUBTOTAL}


def _after_data(row: Row, is_after: bool) -> Row:
    if is_after and row.role is RowRole.THEME:
        return replace(row, role=RowRole.FOOTNOTE, why=_("no data follow it"))
    return row


def _themes_with_rows(rows: list[Row]) -> list[Row]:
    """A lone name with no rows under it is a row without figures."""
    filled = [row for row in rows if row.role is not RowRole.BLANK]
    following = dict(zip([row.index for row in filled], filled[1:], strict=False))
    return [
        replace(row, role=RowRole.DATA, why=_("one text stands alone, but no rows follow under it"))
        if row.role is RowRole.THEME and not _leads(row, following)
        else row
        for row in rows
    ]


def _leads(row: Row, following: dict[int, Row]) -> bool:
    if _THEME.fullmatch(search_key(row.label)):
        return True
    after = following.get(row.index)
    # Its rows may have the heading once more above them.
    while after is not None and after.role is RowRole.HEADER:
        after = following.get(after.index)
    return after is not None and after.role in {RowRole.DATA, RowRole.THEME}


def _grand_total(rows: list[Row]) -> list[Row]:
    """Of several rows that only say “I alt”, the last is of the whole table when nothing but notes follows it."""
    totals = [place for place, row in enumerate(rows) if row.role is RowRole.TOTAL]
    data = [place for place, row in enumerate(rows) if row.role is RowRole.DATA]
    last = totals[-1] if totals and (not data or totals[-1] > data[-1]) else -1
    return [
        replace(row, role=RowRole.SUBTOTAL, why=_("rows follow it, or a total of the whole table"))
        if row.role is RowRole.TOTAL and place != last
        else row
        for place, row in enumerate(rows)
    ]


def _corrected(row: Row, correction: Correction) -> Row:
    chosen = correction.rows.get(row.index)
    if chosen is None:
        return row
    # Left out, or called a title, it is still no heading of the rows below that they are read by.
    is_other_heading = row.is_other_heading and chosen not in _OF_DATA
    return replace(row, role=chosen, why=_("chosen by hand"), is_other_heading=is_other_heading)
