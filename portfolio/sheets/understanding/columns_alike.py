"""Two columns for one and the same figure: what is filled in one row of the first is in another row of the second.

Where a row fills both, its second cell is an error by itself. Where each fills one, nothing else would say that an
amount that was applied for and one that was granted go in as the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from organisation.numbers import ParsedAmount
from portfolio.sheets.reading import Sheet, address
from portfolio.sheets.understanding.layout import DERIVED, MONEY, Column, Layout, Meaning
from portfolio.sheets.understanding.problems import Problem, Severity
from portfolio.sheets.understanding.readings import Record
from portfolio.sheets.understanding.values import Missing

# The three are kept as the same kind of amount.
_BUDGETS = dict.fromkeys((Meaning.AMOUNT, Meaning.ESTIMATE), Meaning.ORIGINAL)
_COMPARED = (MONEY - DERIVED) | {Meaning.MEASURED, Meaning.BASELINE, Meaning.TARGET}
_Figure = tuple[Meaning, int | None, str, str]


def columns_alike(sheet: Sheet, layout: Layout, records: Sequence[Record]) -> list[Problem]:
    """An error at the heading of each column that holds the same as one before it."""
    same: dict[_Figure, list[tuple[Column, frozenset[int]]]] = {}
    columns = [column for column in layout.used if column.meaning in _COMPARED]
    if len({_figure(column) for column in columns}) == len(columns):
        return []
    for column in columns:
        if filled := frozenset(at for at, record in enumerate(records) if _is_filled(record, column)):
            same.setdefault(_figure(column), []).append((column, filled))
    return [
        _alike(sheet, layout, first, second)
        for several in same.values()
        for (first, by_first), (second, by_second) in pairwise(several)
        if by_first != by_second
    ]


def _figure(column: Column) -> _Figure:
    """What a figure under the column is kept as."""
    return _BUDGETS.get(column.meaning, column.meaning), column.year, column.period, column.price_level


def _is_filled(record: Record, column: Column) -> bool:
    value = record.value(column)
    if isinstance(value, ParsedAmount):
        return value.ore is not None
    return value is not None and not isinstance(value, Missing)


def _alike(sheet: Sheet, layout: Layout, first: Column, second: Column) -> Problem:
    reason = _(
        "“%(heading)s” and “%(first)s” (%(letters)s) are for the same figure: %(meaning)s. Some rows fill the one and "
        "some the other, and the figures of both would be kept as the same."
    ) % {
        "heading": second.heading,
        "first": first.heading,
        "letters": first.letters,
        "meaning": " ".join(filter(None, (str(second.meaning.label), str(second.year or second.period)))),
    }
    advice = _("Choose what each of the two means, or “not used” for one of them.")
    place = address(layout.header_rows[-1] if layout.header_rows else 0, second.index)
    return Problem(Severity.ERROR, sheet.name, place, second.heading, reason, advice)
