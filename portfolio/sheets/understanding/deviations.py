"""Deviations that a follow-up states: held against the other figures of their row, and never repaired.

The rules in words:
- A deviation is the forecast less the revised budget, where there is no forecast the accounts less it. Of the original
  budget where the heading names that. A rest is what is left of the budget after what is spent.
- Which of the two is taken from the other differs from house to house: both signs are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from organisation.numbers import ParsedAmount, format_exact_amount
from organisation.sorting import search_key
from organisation.units import Unit
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding.checking import not_used
from portfolio.sheets.understanding.layout import Column, Layout, Meaning, TableKind
from portfolio.sheets.understanding.problems import Problem, Severity
from portfolio.sheets.understanding.readings import Record
from portfolio.sheets.understanding.totals import StatedTotal

_REST = re.compile(r"\brest")
_OF_ORIGINAL = re.compile(r"oprindelig|vedtaget|\bopr\b|original")
_OF_MONEY = frozenset({TableKind.BUDGET_WIDE, TableKind.BUDGET_LONG, TableKind.FOLLOW_UP})
Amounts = Mapping[int, ParsedAmount]


def deviations_of(
    sheet: Sheet, layout: Layout, records: Iterable[Record], totals: Sequence[StatedTotal]
) -> list[Problem]:
    """A warning for each that the other figures do not come to, and for each column that none are held against."""
    columns = [column for column in layout.used if column.meaning is Meaning.DEVIATION]
    if layout.kind not in _OF_MONEY or not columns:
        return []
    rows: dict[int, dict[int, ParsedAmount]] = {}
    for record in records:
        said = ((index, reading.value) for index, reading in record.readings.items())
        rows.setdefault(record.row, {}).update({at: value for at, value in said if isinstance(value, ParsedAmount)})
    for total in totals:
        rows.setdefault(total.row, {})[total.column] = total.stated
    unused = [column for column in columns if _is_alone(layout, column, rows.values())]
    why = _("it is a deviation, and the sheet has no figures that it can be held against")
    found = [not_used(layout, column, column.heading, why) for column in unused]
    return found + [
        problem
        for row, amounts in sorted(rows.items())
        for column in columns
        for problem in _held(sheet, layout, column, row, amounts)
    ]


def _is_alone(layout: Layout, column: Column, rows: Iterable[Amounts]) -> bool:
    """Whether deviations stand in the column and none of them can be computed."""
    is_stated = False
    for amounts in rows:
        if column.index in amounts and amounts[column.index].ore is not None:
            is_stated = True
            if _computed(layout, column, amounts) is not None:
                return False
    return is_stated


def _held(sheet: Sheet, layout: Layout, column: Column, row: int, amounts: Amounts) -> list[Problem]:
    stated, computed = amounts.get(column.index), _computed(layout, column, amounts)
    if stated is None or stated.ore is None or computed is None or abs(stated.ore) == abs(computed):
        return []
    unit, cell = stated.unit or Unit.KR, sheet.cell(row, column.index)
    reason = _("The deviation states %(stated)s, but the other figures of the row come to %(computed)s.") % {
        "stated": format_exact_amount(stated.ore, unit),
        "computed": format_exact_amount(computed, unit),
    }
    advice = _("A deviation is not kept: it is computed. Check which of the figures is right.")
    # A unit ends in a full stop of its own.
    return [Problem(Severity.WARNING, sheet.name, cell.address, cell.raw, reason.replace("..", "."), advice)]


def _computed(layout: Layout, column: Column, amounts: Amounts) -> int | None:
    heading = search_key(column.heading)
    budget = Meaning.ORIGINAL if _OF_ORIGINAL.search(heading) else Meaning.REVISED
    compared = (Meaning.ACTUAL,) if _REST.search(heading) else (Meaning.FORECAST, Meaning.ACCOUNTS)
    base = _ore(layout, column, budget, amounts)
    found = next((ore for one in compared if (ore := _ore(layout, column, one, amounts)) is not None), None)
    return None if base is None or found is None else found - base


def _ore(layout: Layout, column: Column, meaning: Meaning, amounts: Amounts) -> int | None:
    """Of the column's own year; None where two columns could be meant."""
    fitting = [one for one in layout.used if one.meaning is meaning and one.year in (None, column.year)]
    if len(fitting) != 1 or fitting[0].index not in amounts:
        return None
    return amounts[fitting[0].index].ore
