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
from portfolio.sheets.understanding.headings import year_of

_DAY = re.compile(r"(?:pr\.?|ultimo|til og med|t\.o\.m\.) +(?P<day>.{3,30}?\d{4})", re.IGNORECASE)

_FROM_JANUARY = re.compile(
    r"\bjan(?:uar)?\.? ?(?:[-–]|til) ?(?P<month>[^\W\d_]{3,9})|(?<!\d)(?P<first>1\. ?(?:kvartal|halvår))\b",
    re.IGNORECASE,
)


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
        up_to=terms.up_to or next(filter(None, map(_booked_to, of_actuals)), as_of),
        round=terms.round or (day_words(as_of, "F Y") if as_of else ""),
    )


def _booked_to(heading: str) -> datetime.date | None:
    """The day that is named, or the last of what begins with the year: “januar-august 2018”, “1. kvartal 2018”."""
    found, year = _FROM_JANUARY.search(heading), year_of(heading)
    if found is None or year is None:
        return _day_in(heading)
    return _last_day(f"{found['month'] or found['first']} {year}")


def _day_in(text: str) -> datetime.date | None:
    """The one day that the text names: of a month its last."""
    found = _DAY.search(text)
    return _last_day(found["day"]) if found else None


def _last_day(text: str) -> datetime.date | None:
    try:
        period = parse_period(text)
    except PeriodError:
        return None
    return period.end if period.is_known else None
