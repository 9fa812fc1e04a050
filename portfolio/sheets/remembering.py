"""What a person has said of a layout: kept with the import, and for the next file of the same shape."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from organisation import writing
from organisation.models import Municipality, User
from organisation.units import Unit
from portfolio.sheets.models import RememberedLayout, TableImport
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding import (
    Column,
    ColumnCorrection,
    Correction,
    Layout,
    Meaning,
    RowRole,
    TableKind,
    understand,
)
from portfolio.sheets.understanding.headings import heading_of
from portfolio.sheets.understanding.layout import FIGURES, MONEY
from portfolio.sheets.understanding.recognising import shape_of, shapes_by_any_rows

_LASTING = ("decision", "price_level")


def as_json(correction: Correction) -> dict[str, Any]:
    return {
        "kind": correction.kind.value if correction.kind else None,
        "header_rows": None if correction.header_rows is None else list(correction.header_rows),
        "columns": {
            str(index): {"meaning": one.meaning.value, "year": one.year, "unit": one.unit.value if one.unit else None}
            for index, one in correction.columns.items()
        },
        "rows": {str(index): role.value for index, role in correction.rows.items()},
        "unit": correction.unit.value if correction.unit else None,
        "answers": dict(correction.answers),
        "with_hidden_rows": correction.with_hidden_rows,
        "with_hidden_columns": correction.with_hidden_columns,
    }


def from_json(said: dict[str, Any]) -> Correction:
    """Raises ValueError or KeyError when it was not written by `as_json`."""
    if not said:
        return Correction()
    rows = said["header_rows"]
    return Correction(
        kind=TableKind(said["kind"]) if said["kind"] else None,
        header_rows=None if rows is None else tuple(rows),
        columns={int(index): _column(one) for index, one in said["columns"].items()},
        rows={int(index): RowRole(role) for index, role in said["rows"].items()},
        unit=Unit(said["unit"]) if said["unit"] else None,
        answers=said["answers"],
        with_hidden_rows=said["with_hidden_rows"],
        with_hidden_columns=said["with_hidden_columns"],
    )


def _column(said: dict[str, Any]) -> ColumnCorrection:
    unit = Unit(said["unit"]) if said["unit"] else None
    return ColumnCorrection(Meaning(said["meaning"]), said["year"], unit)


def remembered(municipality: Municipality, sheet: Sheet) -> tuple[RememberedLayout, tuple[int, ...]] | None:
    """What was said of the last table that was taken for the same, and the heading rows by which it is.

    A sheet without a heading that is known may have the one that a person chose for another.
    """
    layouts = RememberedLayout.objects.filter(municipality=municipality)
    shape, header_rows = shape_of(sheet)
    if header_rows:
        found = layouts.filter(shape=shape).first()
        return (found, header_rows) if found else None
    if not layouts.exists():
        return None
    shapes = shapes_by_any_rows(sheet)
    found = layouts.filter(shape__in=shapes).first()
    return (found, shapes[found.shape]) if found else None


def applied(said: dict[str, Any], sheet: Sheet, header_rows: tuple[int, ...], guess: Layout) -> dict[str, Any]:
    """The correction for another sheet of the shape: its heading may stand on other rows, and its years are its own.

    `header_rows` are those by which the sheet is of the shape, `guess` is its layout without a correction.
    """
    if not said:
        return {}
    rows, first = said["header_rows"], said.get("guessed_header")
    moved = [row - first + header_rows[0] for row in rows] if rows is not None and first is not None else None
    if not guess.header_rows:
        guess = understand(sheet, Correction(header_rows=header_rows))
    guessed = {column.index: column for column in guess.columns}
    columns = {index: one | {"year": _own_year(guessed.get(int(index)), one)} for index, one in said["columns"].items()}
    kept = {key: answer for key, answer in said["answers"].items() if not _is_of_row(key)}
    return said | {"header_rows": moved, "columns": columns, "rows": {}, "answers": kept}


def _own_year(guessed: Column | None, said: dict[str, Any]) -> int | None:
    """The year of the sheet's own column; of a heading that is not known too, where somebody has said what it means."""
    if guessed is None:
        return None
    has_year = Meaning(said["meaning"]) in MONEY | FIGURES
    return guessed.year or (heading_of(guessed.heading).year if has_year else None)


def lasting(said: dict[str, Any], layout: Layout) -> dict[str, Any]:
    """What was said of all rows that holds for the next file too: how far its figures are decided, and at which prices.

    A year, a day and a round are of one file alone; and the price level that the next file states itself is its own.
    """
    kept = {name: said[name] for name in _LASTING if said.get(name)}
    return kept | ({"price_level": layout.price_level} if kept and layout.price_level else {})


def _is_of_row(key: str) -> bool:
    """“row:5” is about a row of this sheet; the others of a column, of a theme or of all of it."""
    return key.startswith("row:")


def remember(table: TableImport, of: tuple[str, tuple[int, ...]], *, by: User) -> None:
    """Keeps what was said for the next file of the shape; nothing when there is no heading to know it by.

    `of` is the shape of the sheet and its heading rows, as `shape_of` finds them.
    """
    shape, header_rows = of
    if not header_rows or not (table.correction or table.terms):
        return
    found: QuerySet[RememberedLayout] = RememberedLayout.objects.filter(municipality=table.municipality, shape=shape)
    row = found.first() or RememberedLayout(municipality=table.municipality, shape=shape)
    row.label, row.said_at = table.upload.filename, timezone.now()
    row.correction = table.correction | {"guessed_header": header_rows[0]} if table.correction else {}
    row.terms = table.terms
    writing.save(row, by=by)
