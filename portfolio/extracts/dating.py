"""Up to and including which month an extract is booked: what its rows, headings, titles and name say."""

from __future__ import annotations

import calendar
import re
from datetime import date

from django.utils.translation import gettext as _

from portfolio.extracts.content import ExtractContent, Terms
from portfolio.extracts.headings import ROW_SUM, YEAR, is_amount, plain
from portfolio.extracts.months import NO_YEAR, month_before, month_in, month_of, says_so_far
from portfolio.sheets.understanding import Layout, RowRole

_MOST_TOLD = 3


def find_month(content: ExtractContent, terms: Terms, layout: Layout, name: str, today: date) -> None:
    """The last month of the rows, else of the amounts' headings, the title or the file's name; else last month.

    It is left empty, and asked for, where the rows say something that is not understood.
    """
    titles = [row.label for row in layout.rows if row.role is RowRole.TITLE]
    texts, years = " ".join([*titles, name]), _years_of_rows(content)
    named = _dated(_named(content, terms, NO_YEAR), years or _years_in(texts), today)
    named = named or _of_headings(content, terms, texts, today)
    said = named or [found for text in [*titles, name] if (found := month_of(text, None))]
    content.remarks += _not_understood(content, terms, years)
    terms.as_of = today.isoformat()
    if (not said and _unread_months(content, terms)) or len(years) > 1:
        terms.up_to = ""
        return
    year, month = max(said, default=month_before(today))
    terms.year = year
    terms.up_to = date(year, month, calendar.monthrange(year, month)[1]).isoformat()
    terms.as_of = max(today, date.fromisoformat(terms.up_to)).isoformat()
    terms.first_month = min((found[1] for found in named if found[0] == year), default=None)
    if all(says_so_far(content.headings[column]) for column in terms.amounts):
        terms.first_month = None
    if terms.first_month is not None and terms.first_month > 1:
        # Some months alone may be the months' own or the year's so far: nobody but a person knows.
        terms.basis = ""


def _of_headings(content: ExtractContent, terms: Terms, texts: str, today: date) -> list[tuple[int, int]]:
    """(year, month) of each column of amounts."""
    columns = terms.months or terms.amounts
    if terms.amount is not None and ROW_SUM.fullmatch(plain(content.headings[terms.amount])):
        columns = _months_booked(content)
    found = [month for column in columns if (month := month_in(content.headings[column])) is not None]
    return _dated(found, _years_in(texts), today)


def _dated(months: list[tuple[int, int]], years: set[int], today: date) -> list[tuple[int, int]]:
    """Those without a year (1) are of the one of `years`, else lately past."""
    last = max((month for year, month in months if year == NO_YEAR.year), default=0)
    year = next(iter(years)) if len(years) == 1 else today.year - (last > today.month)
    return [(year if one == NO_YEAR.year else one, month) for one, month in months]


def _years_in(texts: str) -> set[int]:
    return {int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", texts)}


def column_of_years(content: ExtractContent) -> int | None:
    """That headed “År” or “Regnskabsår”."""
    return next((at for at, heading in enumerate(content.headings) if YEAR.fullmatch(plain(heading))), None)


def _years_of_rows(content: ExtractContent) -> set[int]:
    texts = _texts_in(content, column_of_years(content))
    return {int(text) for text in texts if re.fullmatch(r"20\d\d", text)}


def _not_understood(content: ExtractContent, terms: Terms, years: set[int]) -> list[str]:
    told = []
    if unread := _unread_months(content, terms):
        shown = ", ".join(f"“{text[:40]}”" for text in unread[:_MOST_TOLD])
        told.append(
            _("No month is read of %(texts)s in the column “%(column)s”: those rows count in whatever month is said.")
            % {
                "texts": shown + (" …" if len(unread) > _MOST_TOLD else ""),
                "column": content.headings[terms.month or 0],
            }
        )
    if len(years) > 1:
        told.append(
            _("The rows are of several years: %(years)s. An extract is of one: draw it again, or leave out the rest.")
            % {"years": ", ".join(map(str, sorted(years)))}
        )
    return told


def _unread_months(content: ExtractContent, terms: Terms) -> list[str]:
    return [text for text in _texts_in(content, terms.month) if text and month_of(text, NO_YEAR) is None]


def _texts_in(content: ExtractContent, column: int | None) -> list[str]:
    """Each text once that rows with an account have there, in their order."""
    if column is None:
        return []
    rows = (row for row in content.rows if not row.is_total and not row.is_left_out and column < len(row.cells))
    return list(dict.fromkeys(row.cells[column].strip() for row in rows))


def _months_booked(content: ExtractContent) -> list[int]:
    """The columns that a month names, and in which an amount stands."""
    named = [place for place, heading in enumerate(content.headings) if month_in(heading) is not None]
    cells = [row.cells for row in content.rows if not row.is_left_out]
    return [column for column in named if any(column < len(one) and is_amount(one[column]) for one in cells)]


def _named(content: ExtractContent, terms: Terms, today: date) -> list[tuple[int, int]]:
    """Each (year, month) that rows say of themselves."""
    return [found for text in _texts_in(content, terms.month) if (found := month_of(text, today))]


def first_month_of(content: ExtractContent, terms: Terms, up_to: date) -> int | None:
    """The first month of the year that the rows name in the column that is now said to hold it."""
    return min((found[1] for found in _named(content, terms, up_to) if found[0] == up_to.year), default=None)
