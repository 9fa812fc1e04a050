"""A theme that stands once, with blank cells below it for the rows that are its own: the look of merged cells."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portfolio.sheets.reading import Sheet, address
from portfolio.sheets.understanding.layout import Column, Layout, Meaning, RowRole
from portfolio.sheets.understanding.problems import Problem, Severity
from portfolio.sheets.understanding.values import error_in

_NAMED = 20
# Rows between those of one theme that say nothing of it.
_BETWEEN = {RowRole.BLANK, RowRole.HEADER, RowRole.FOOTNOTE}
Theme = tuple[str, str]


def themes_below(sheet: Sheet, layout: Layout) -> tuple[Mapping[int, Theme], list[Problem]]:
    """{row: (theme, the cell that says it)} for rows whose own cell is blank, and the warning that tells of them.

    Only where it looks like that: the column stands before the name, its first row has a theme, and no theme is
    repeated from one row to the next. Elsewhere a blank cell is of no theme.
    """
    column, name = layout.first(Meaning.THEME), layout.first(Meaning.NAME)
    if column is None or name is None or name.index < column.index:
        return {}, []
    found: dict[int, Theme] = {}
    theme, before, is_first = ("", ""), "", True
    for row in layout.rows:
        if row.is_hidden and not layout.correction.with_hidden_rows:
            continue
        if row.role is not RowRole.DATA:
            theme, before = (theme, before) if row.role in _BETWEEN else (("", ""), "")
            continue
        own = _text(sheet, row.index, column)
        if (own and own == before) or (not own and is_first):
            return {}, []
        is_first = False
        if own:
            theme = ("", "") if error_in(own) else (own, address(row.index, column.index))
        elif theme[0]:
            found[row.index] = theme
        before = own
    return found, [_warning(sheet, column, found)] if found else []


def _text(sheet: Sheet, row: int, column: Column) -> str:
    return " ".join(sheet.cell(row, column.index).raw.split())


def _warning(sheet: Sheet, column: Column, found: Mapping[int, Theme]) -> Problem:
    rows = list(found)
    named = ", ".join(str(row + 1) for row in rows[:_NAMED]) + (" …" if len(rows) > _NAMED else "")
    reason = ngettext(
        "The cell under “%(heading)s” is blank in row %(rows)s: it is read as of the theme above it.",
        "The cells under “%(heading)s” are blank in rows %(rows)s: each is read as of the theme above it.",
        len(rows),
    ) % {"heading": column.heading, "rows": named}
    advice = _("Write the theme in every row of the file, if a row is of no theme or of another.")
    return Problem(Severity.WARNING, sheet.name, address(rows[0], column.index), "", reason, advice)
