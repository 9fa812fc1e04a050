"""The role of each row under the heading: data, theme, subtotal, total, footnote or blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from organisation.sorting import search_key
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding.header import Header
from portfolio.sheets.understanding.layout import FIGURES, MONEY, Column, Correction, Meaning, Row, RowRole

_TOTAL = re.compile(
    r"(?:i ?alt|sum|total(?:t)?|hovedtotal|samlet(?: sum| beloeb| total)?|alt i alt)"
    r"(?: (?:kr\.?|t\.?kr\.?|mio\.? ?kr\.?))?"
)
# Told at a glance, for tables of many rows.
_MAYBE_TOTAL = re.compile(r"i ?alt|sum|total|samlet|delresultat", re.IGNORECASE)
_SUBTOTAL = re.compile(
    r"(?:sub ?total|delsum|mellemsum|delresultat|i alt .+|.+ i ?alt|sum (?:af |for )?.+|total (?:for )?.+)"
)
_THEME = re.compile(r"(?:tema|fokusomraade|omraade|pejlemaerke|strategimaal|indsatsomraade|spoe?r)\b.*")
_FOOTNOTE = re.compile(
    r"(?:\*+|[0-9]{1,2}\)|note[r]?\b|anm(?:\.|aerkning)|kilde[r]?\b|alle (?:beloeb|tal)|beloeb i |bemaerk|afrunding).*"
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A row under the heading, as far as roles need it: its texts and whether it has figures."""

    index: int
    texts: tuple[tuple[int, str], ...]
    figures: int
    is_hidden: bool
    counts_columns: bool = False

    @property
    def label(self) -> str:
        return self.texts[0][1] if self.texts else ""

    @property
    def key(self) -> str:
        return search_key(self.label).rstrip(" .:").strip()


def rows_of(sheet: Sheet, header: Header, columns: Sequence[Column], correction: Correction) -> tuple[Row, ...]:
    first = header.rows[-1] + 1 if header.rows else 0
    if not header.rows and correction.header_rows is None:
        first = sheet.height
    before = [_above(sheet, row, header) for row in range(first)]
    seen = [_seen(sheet, row, columns) for row in range(first, sheet.height)]
    after = _roles(seen, header, columns)
    return tuple(_corrected(row, correction) for row in (*before, *after))


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


def _seen(sheet: Sheet, row: int, columns: Sequence[Column]) -> _Seen:
    values = _plain(sheet, row)
    texts, figures = [], 0
    for column in columns:
        value = values[column.index] if column.index < len(values) else None
        is_figure = column.meaning in MONEY or column.meaning in FIGURES
        if is_figure:
            has_text = isinstance(value, str) and bool(value.strip())
            special = (row, column.index) in sheet.facts.errors or (row, column.index) in sheet.facts.formulas
            figures += has_text or special or (value is not None and not isinstance(value, str))
        elif isinstance(value, str) and (text := " ".join(value.split())):
            texts.append((column.index, text))
        elif value is not None and not isinstance(value, str):
            texts.append((column.index, str(value)))
    return _Seen(row, tuple(texts), figures, row in sheet.facts.hidden_rows, _counts_columns(values))


def _counts_columns(values: Sequence[object]) -> bool:
    """1, 2, 3 … under a heading, to speak of its columns by."""
    if len(values) < 2 or values[0] not in (1, "1", "(1)"):
        return False
    texts = [f"{value:g}" if isinstance(value, float) else str(value).strip("() ") for value in values]
    return texts == [str(number + 1) for number in range(len(texts))]


def _roles(seen: Sequence[_Seen], header: Header, columns: Sequence[Column]) -> list[Row]:
    rows = [_role(one, header, columns) for one in seen]
    last = max((place for place, row in enumerate(rows) if row.role in _OF_DATA), default=-1)
    rows = [_after_data(row, place > last) for place, row in enumerate(rows)]
    return _grand_total(_themes_with_rows(rows))


_OF_DATA = {RowRole.DATA, RowRole.TOTAL, RowRole.SUBTOTAL}


def _role(seen: _Seen, header: Header, columns: Sequence[Column]) -> Row:
    def row(role: RowRole, why: str = "") -> Row:
        return Row(seen.index, role, why, seen.is_hidden, seen.label)

    if not seen.texts and not seen.figures:
        return row(RowRole.BLANK)
    if _repeats(seen, header) or seen.counts_columns:
        return row(RowRole.HEADER, _("it repeats the heading"))
    if len(seen.texts) == 1 and not seen.figures and _FOOTNOTE.fullmatch(seen.key):
        return row(RowRole.FOOTNOTE, _("it begins as a note"))
    total = _total_role(seen)
    if total is not None and (seen.figures or len(seen.texts) == 1):
        return row(total, _("it begins with “%(words)s”") % {"words": seen.label})
    if _is_theme(seen, columns):
        return row(RowRole.THEME, _("one text stands alone in the row"))
    return row(RowRole.DATA)


def _total_role(seen: _Seen) -> RowRole | None:
    """By the first text with letters; a code may stand before it."""
    for _column, text in seen.texts[:2]:
        if not _MAYBE_TOTAL.search(text):
            continue
        key = search_key(text).rstrip(" .:").strip()
        if _TOTAL.fullmatch(key):
            return RowRole.TOTAL
        if _SUBTOTAL.fullmatch(key) and len(key) <= 80 and seen.figures and len(seen.texts) <= 2:
            return RowRole.SUBTOTAL
    return None


def _repeats(seen: _Seen, header: Header) -> bool:
    """A page break repeats the heading."""
    return len(seen.texts) > 1 and all(text == header.texts[column] for column, text in seen.texts)


def _is_theme(seen: _Seen, columns: Sequence[Column]) -> bool:
    if len(seen.texts) != 1:
        return False
    key = seen.key
    if _THEME.fullmatch(key) and len([c for c in columns if c.meaning is not Meaning.IGNORED]) > 1:
        in_code = any(c.index == seen.texts[0][0] and c.meaning is Meaning.CODE for c in columns)
        return not seen.figures or in_code
    filled = [column for column in columns if column.meaning is not Meaning.IGNORED]
    return not seen.figures and len(filled) > 1 and any(c.is_money or c.meaning in FIGURES for c in filled)


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
    return row if chosen is None else replace(row, role=chosen, why=_("chosen by hand"))
