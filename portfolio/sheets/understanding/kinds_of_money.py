"""Columns of several kinds of money side by side: operation and construction, expenditure and income.

A budget line is of one kind, so the columns of a row are never taken as amounts of one line: the sheet is refused, and
says what to do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding.headings import bare_words
from portfolio.sheets.understanding.layout import DERIVED, Layout, Meaning
from portfolio.sheets.understanding.problems import Problem, Severity

_MOST_ABOVE = 3
# As search_key writes them; each line is of kinds that a budget line has one of.
_KINDS: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.DRANST: (
        r"drift(?:sudgift(?:er)?|sbudget)?",
        r"anlaeg(?:sudgift(?:er)?|sbudget)?",
        r"(?:stats)?refusion(?:er)?",
    ),
    Meaning.DIRECTION: (
        r"(?:brutto)?udgift(?:er)?",
        r"(?:brutto)?indtaegt(?:er)?",
        r"netto(?:udgift(?:er)?|budget)?",
    ),
}
_WORDS = [(axis, number, re.compile(words)) for axis, several in _KINDS.items() for number, words in enumerate(several)]
Kind = tuple[Meaning, int]


def kind_of_money(text: str) -> Kind | None:
    """What a heading names when it is a word for a kind of money and nothing else but a year and a unit."""
    key = bare_words(text) if text and len(text) <= 60 else ""
    return next(((axis, number) for axis, number, words in _WORDS if key and words.fullmatch(key)), None)


def kinds_side_by_side(sheet: Sheet, layout: Layout) -> list[Problem]:
    """One error where the columns of amounts are of several kinds."""
    columns = [one.index for one in layout.used if one.is_money and one.meaning not in DERIVED]
    if not layout.header_rows or not columns:
        return []
    for row in range(max(0, layout.header_rows[0] - _MOST_ABOVE), layout.header_rows[-1] + 1):
        said = _said(sheet, row)
        for axis in _KINDS:
            kinds = {said[column][0] for column in columns if column in said and said[column][0][0] is axis}
            if len(kinds) > 1:
                return [_refusal(sheet, row, {at: words for at, (kind, words) in said.items() if kind in kinds}, axis)]
    return []


def _said(sheet: Sheet, row: int) -> dict[int, tuple[Kind, str]]:
    """{column: (kind, words)}: a word stands over its own column and the blank ones to the right of it."""
    found: dict[int, tuple[Kind, str]] = {}
    last: tuple[Kind, str] | None = None
    for column in range(sheet.width):
        words = sheet.cell(row, column).raw.strip()
        if words:
            kind = kind_of_money(words)
            last = (kind, words) if kind else None
        if last is not None:
            found[column] = last
    return found


def _refusal(sheet: Sheet, row: int, said: Mapping[int, str], axis: Meaning) -> Problem:
    names = list(dict.fromkeys(said.values()))
    reason = _("The columns are of several kinds of money: %(kinds)s. A budget line is of one of them.") % {
        "kinds": ", ".join(f"“{name}”" for name in names)
    }
    advice = _(
        "Make a row for each kind and write it in a column headed “%(heading)s”, or choose “not used” for the columns "
        "of all kinds but one."
    ) % {"heading": _("Operation or construction") if axis is Meaning.DRANST else _("Expenditure or income")}
    at = next(column for column, words in said.items() if words != names[0])
    cell = sheet.cell(row, at)
    return Problem(Severity.ERROR, sheet.name, cell.address, cell.raw, reason, advice)
