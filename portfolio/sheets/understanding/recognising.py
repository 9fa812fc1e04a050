"""The way in: a sheet becomes a Layout, the same way with a person's corrections as without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from organisation.models.bodies import BodyKind
from organisation.resources import words_of
from organisation.sorting import search_key
from organisation.units import Unit
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding.columns import columns_of, kind_of, named
from portfolio.sheets.understanding.header import LOOKED_AT as MOST_ROWS_ABOVE
from portfolio.sheets.understanding.header import MOST_HEADER_ROWS, Header, header_of
from portfolio.sheets.understanding.headings import period_of, price_level_in, unit_in, unit_words, year_of
from portfolio.sheets.understanding.layout import (
    DERIVED,
    Column,
    Correction,
    Layout,
    Meaning,
    Row,
    RowRole,
    TableKind,
    UnitGuess,
    shape_by,
)
from portfolio.sheets.understanding.rows import rows_of

_MOST_TITLE = 300
LOOKED_AT = 200


def understand(sheet: Sheet, correction: Correction | None = None, *, guess: Layout | None = None) -> Layout:
    """What the sheet is taken to be. Nothing is read from hidden rows and columns to find it.

    `guess` is what it is taken for without the correction, where that is known: its rows are looked at once.
    """
    correction = correction or Correction()
    header = header_of(sheet, correction.header_rows)
    columns = columns_of(sheet, header, correction)
    kind, why = _kind(sheet, header, columns)
    if correction.kind is not None:
        kind, why = correction.kind, _("chosen by hand")
    if not correction.columns:
        columns = named(columns, kind)
    is_as_guessed = guess is not None and _rows_are_the_same(guess, columns, correction)
    rows = guess.rows if guess and is_as_guessed else rows_of(sheet, header, columns, correction)
    texts = _loose_texts(rows)
    title = next((row.label for row in rows if row.role is RowRole.TITLE), "")
    columns = _with_price_levels(_with_years(columns, kind, [title, *texts]))
    # What only some of the columns say holds for none of the others.
    apart = {column.index for column in columns if column.price_level}
    headings = [text for index, text in enumerate(header.texts) if index not in apart]
    return Layout(
        sheet=sheet.name,
        kind=kind,
        why=why,
        header_rows=header.rows,
        columns=columns,
        rows=rows,
        unit=_unit(sheet, [*texts, *(column.heading for column in columns if not column.is_money)], correction),
        title=title,
        price_level=next(filter(None, map(price_level_in, [*headings, *texts])), ""),
        correction=correction,
    )


def _rows_are_the_same(guess: Layout, columns: Sequence[Column], correction: Correction) -> bool:
    """The roles of rows follow from the heading, from what the columns mean, and from what was said of them.

    Where headings stand further down, they follow from the years and units of the columns too.
    """
    if correction.header_rows is not None or correction.rows:
        return False
    if any(row.role is RowRole.HEADER and row.index not in guess.header_rows for row in guess.rows):
        return False
    return [(one.index, one.meaning) for one in columns] == [(one.index, one.meaning) for one in guess.columns]


def kind_by_itself(sheet: Sheet) -> TableKind:
    """What `understand` takes the sheet for without a correction, told without looking at every row."""
    header = header_of(sheet, None)
    return _kind(sheet, header, columns_of(sheet, header, Correction()))[0]


def _kind(sheet: Sheet, header: Header, columns: Sequence[Column]) -> tuple[TableKind, str]:
    kind, why = kind_of(columns)
    if kind is TableKind.INITIATIVES and _are_bodies(sheet, header, columns):
        return TableKind.BODIES, _("the kinds are those of bodies")
    return kind, why


def _are_bodies(sheet: Sheet, header: Header, columns: Sequence[Column]) -> bool:
    """“Navn” and “Type” could be of anything: what the types are says of what."""
    meanings = {column.meaning for column in columns}
    kind = next((column.index for column in columns if column.meaning is Meaning.KIND), None)
    if kind is None or Meaning.INITIATIVE in meanings or not header.rows:
        return False
    below = range(header.rows[-1] + 1, min(sheet.height, header.rows[-1] + 1 + LOOKED_AT))
    said = [str(value).strip() for row in below if (value := sheet.plain(row, kind)) not in (None, "")]
    known = sum(search_key(one) in words_of(BodyKind) for one in said)
    return known * 2 > len(said)


def shape_of(sheet: Sheet, chosen: tuple[int, ...] | None = None) -> tuple[str, tuple[int, ...]]:
    """The shape of what the sheet is taken for by itself, and its heading rows, without looking at every row.

    Where it has none by itself, those that a person has `chosen`.
    """
    header = header_of(sheet, None)
    if not header.rows and chosen:
        header = header_of(sheet, chosen)
    return shape_by(header.texts), header.rows


def shapes_by_any_rows(sheet: Sheet) -> dict[str, tuple[int, ...]]:
    """{shape: heading rows} that a person may have chosen where the sheet has none; the uppermost of each."""
    filled = [
        row
        for row in range(min(sheet.height, MOST_ROWS_ABOVE))
        if any(value not in (None, "") for value in sheet.values[row])
    ]
    found: dict[str, tuple[int, ...]] = {}
    for first in filled:
        for count in range(1, MOST_HEADER_ROWS + 1):
            if first + count - 1 in filled:
                rows = tuple(range(first, first + count))
                found.setdefault(shape_by(header_of(sheet, rows).texts), rows)
    return found


def _loose_texts(rows: tuple[Row, ...]) -> list[str]:
    """Titles and footnotes, where units and price levels are stated."""
    return [row.label for row in rows if row.role in {RowRole.TITLE, RowRole.FOOTNOTE, RowRole.THEME}]


def _unit(sheet: Sheet, texts: list[str], correction: Correction) -> UnitGuess:
    if correction.unit is not None:
        return UnitGuess(correction.unit, why=_("chosen by hand"), is_stated=False)
    said: dict[Unit, str] = {}
    for text in [*texts, sheet.name]:
        if (unit := unit_in(text).unit) is not None:
            words = {"text": text[:_MOST_TITLE], "unit": unit_words(unit)}
            said.setdefault(unit, _("“%(text)s” says %(unit)s") % words)
    if len(said) == 1:
        [(unit, why)] = said.items()
        return UnitGuess(unit, why=why)
    return UnitGuess(None, why="; ".join(said.values()) or _("nothing in the sheet states a unit"))


def _with_price_levels(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Where the headings of amounts name several, or only some of them one, each is of its own."""
    said = {c.index: price_level_in(c.heading) for c in columns if c.is_money and c.meaning not in DERIVED}
    if len(set(said.values())) < 2:
        return columns
    return tuple(replace(column, price_level=said.get(column.index, "")) for column in columns)


def _with_years(columns: tuple[Column, ...], kind: TableKind, texts: list[str]) -> tuple[Column, ...]:
    """Amounts without a year of their own are of the one year or period that the title names."""
    if kind not in {TableKind.BUDGET_WIDE, TableKind.FOLLOW_UP} or any(c.meaning is Meaning.YEAR for c in columns):
        return columns
    title = next((text for text in texts if year_of(text) or period_of(text)), "")
    year, period = year_of(title), period_of(title)
    if kind is TableKind.BUDGET_WIDE and any(c.meaning is Meaning.PERIOD for c in columns):
        return columns
    if any(column.year for column in columns if column.is_money and column.meaning is not Meaning.ROW_TOTAL):
        return columns
    return tuple(
        replace(column, year=year, period=period if not year else "")
        if column.is_money and not column.year and not column.period
        else column
        for column in columns
    )
