"""What a sheet says of all its rows in its title and headings: put into the fields, for a person to see and correct."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from django.template.defaultfilters import date as day_words

from organisation.periods import PeriodError, parse_period
from portfolio.sheets.opening import Opened
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.understanding import Meaning, RowRole, TableKind

_DAY = re.compile(r"(?:pr\.?|ultimo|til og med|t\.o\.m\.) +(?P<day>.{3,30}?\d{4})", re.IGNORECASE)


def guessed_terms(work: Opened) -> Terms:
    """What was said, else what the sheet says itself."""
    terms, layout = work.terms, work.layout
    years = {column.year for column in layout.used if column.is_money and column.year}
    terms = replace(terms, price_level=terms.price_level or layout.price_level)
    if layout.kind is not TableKind.FOLLOW_UP:
        return terms
    titles = [row.label for row in layout.rows if row.role is RowRole.TITLE] + [work.sheet.name]
    of_actuals = [column.heading for column in layout.used if column.meaning is Meaning.ACTUAL]
    as_of = terms.as_of or next(filter(None, map(_day_in, [*titles, *of_actuals])), None)
    return replace(
        terms,
        year=terms.year or (years.pop() if len(years) == 1 else as_of.year if as_of else None),
        as_of=as_of,
        up_to=terms.up_to or next(filter(None, map(_day_in, of_actuals)), as_of),
        round=terms.round or (day_words(as_of, "F Y") if as_of else ""),
    )


def _day_in(text: str) -> datetime.date | None:
    """The one day that the text names: of a month its last."""
    found = _DAY.search(text)
    try:
        period = parse_period(found["day"]) if found else None
    except PeriodError:
        return None
    return period.end if period is not None and period.is_known else None
