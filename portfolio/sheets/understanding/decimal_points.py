"""Points in the numbers of a file whose cells are parted by commas: of thousands, or of decimals as in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from organisation.units import Unit
from portfolio.sheets.reading import Sheet
from portfolio.sheets.reading.workbook import Place, Plain
from portfolio.sheets.understanding.layout import FIGURES, Layout, RowRole
from portfolio.sheets.understanding.problems import Question

POINTS, THOUSANDS, DECIMALS = "points", "thousands", "decimals"
_NUMBER = re.compile(r"\s*(?P<number>[+\-−]?[0-9]+\.[0-9]+)(?P<rest>\s*(?:%|[^\W\d_][\w. ]*)?)\s*")
_GROUP = re.compile(r"[+\-−]?[1-9][0-9]{0,2}\.[0-9]{3}")
# What only a Dane writes.
_DANISH = re.compile(r"[0-9]\.[0-9]{3}[.,][0-9]|^[+\-−]?[0-9]+,[0-9]+$")


def points_question(sheet: Sheet, layout: Layout) -> Question | None:
    """None where no number can be read in both ways, or another number shows how they are written."""
    if sheet.separator != ",":
        return None
    texts = dict(_texts(sheet, layout))
    found = {place: number for place, text in texts.items() if (number := _NUMBER.fullmatch(text))}
    # Kroner have two decimals.
    in_kroner = {one.index for one in layout.used if one.is_money and (one.unit.unit or layout.unit.unit) is Unit.KR}
    groups = [at for at, number in found.items() if at[1] not in in_kroner and _GROUP.fullmatch(number["number"])]
    if not groups or any(_DANISH.search(text.strip()) for text in texts.values()):
        return None
    first = found[groups[0]]["number"]
    choices = (
        (THOUSANDS, _("thousands: %(number)s") % {"number": first.replace(".", "")}),
        (DECIMALS, _("decimals: %(number)s") % {"number": first.replace(".", ",")}),
    )
    are_decimals = len(groups) < len(found)
    why = _("other numbers in the sheet have a point that can be nothing else") if are_decimals else ""
    places = tuple(sheet.cell(*place).address for place in groups)
    text = _("What does the point in “%(raw)s” part?") % {"raw": texts[groups[0]].strip()}
    return Question(POINTS, text, choices, DECIMALS if are_decimals else "", why, places)


def with_decimals(sheet: Sheet, layout: Layout) -> Sheet:
    """The sheet with the numbers that the points mean, where it has been said that they stand before decimals."""
    if layout.correction.answers.get(POINTS) != DECIMALS:
        return sheet
    values: list[list[Plain]] = [list(row) for row in sheet.values]
    shown = dict(sheet.facts.texts)
    for (row, column), text in _texts(sheet, layout):
        found = _NUMBER.fullmatch(text)
        if found is not None and found["rest"].strip():
            values[row][column] = text.replace(".", ",", 1)
        elif found is not None:
            values[row][column], shown[row, column] = float(found["number"].replace("−", "-")), text
    return replace(sheet, values=values, facts=replace(sheet.facts, texts=shown))


def _texts(sheet: Sheet, layout: Layout) -> Iterator[tuple[Place, str]]:
    columns = [column.index for column in layout.used if column.is_money or column.meaning in FIGURES]
    rows = [row.index for row in layout.rows if row.role in {RowRole.DATA, RowRole.SUBTOTAL, RowRole.TOTAL}]
    for row in rows:
        for column in columns:
            text = sheet.plain(row, column)
            if isinstance(text, str) and text:
                yield (row, column), text
