"""Periods in the words of Danish documents: "2., 3. og 4. kvartal 2017", "medio 2017 til ultimo 2019".

A period keeps its words to the letter; dates and precision are derived from them. Rules of the reading:
- Both ends are inside. The precision of "august 2017 til 2019" is the coarser of its two ends: year.
- Primo, medio and ultimo are the first, second and last third of a year (four months each) or of a month (days 1-10,
  11-20, the rest); so are "starten af", "midten af" and "slutningen af". They and the seasons (spring begins on
  1 March) are approximate.
- "Til 2019" lasts to the end of 2019; "fra 2021" and "2021-" have no end.
- "2021-22" and "2020/21" are two years; "2017-08", which cannot be two years, is a month. Winter needs both its years
  ("vinteren 2020/21"): one alone is not guessed at.
- A list must be unbroken: "1. og 3. kvartal 2017" is no single interval and stays words.
- Of several sentences the first gives the dates.
Words that are not understood give a period without dates, never an error. Words that name a day, a week or an interval
that cannot exist raise PeriodError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NoReturn

from django.utils.dates import MONTHS
from django.utils.translation import gettext

from organisation.calendar_units import SIZES, Precision, Span, plus_months, units_around
from organisation.period_grammar import ImpossibleError, plain_words, understood
from organisation.printing import format_date

__all__ = ["Period", "PeriodError", "Precision", "format_period", "parse_period", "period_from_dates"]

_SENTENCE_END = re.compile(r"[.!]\s+(?=[A-ZÆØÅ])|[;\n]")


class PeriodError(ValueError):
    """The words name something that cannot exist; str() is a translated sentence saying what and what to write."""


@dataclass(frozen=True, slots=True)
class Period:
    """The document's words with what is understood of them. Both dates are inside; None is unknown or open.

    `text` is "" for a period made of dates. Raises PeriodError when it ends before it begins.
    """

    text: str
    start: date | None
    end: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            _refuse(self.text, gettext("The period ends before it begins. Write the earlier date first."))

    @property
    def middle(self) -> date | None:
        """Where it is drawn on an axis of time; of an open period the end that is known."""
        if self.start is None or self.end is None:
            return self.start or self.end
        return self.start + (self.end - self.start) / 2

    @property
    def is_known(self) -> bool:
        """At least one end is known."""
        return self.start is not None or self.end is not None

    @property
    def is_approximate(self) -> bool:
        return self.precision in {Precision.PART, Precision.SEASON, Precision.DURATION}

    @property
    def year(self) -> int | None:
        """The year, when the period is exactly one calendar year."""
        if (
            self.start
            and self.end
            and (self.start, self.end) == (date(self.start.year, 1, 1), date(self.start.year, 12, 31))
        ):
            return self.start.year
        return None

    @property
    def years(self) -> list[int] | None:
        """The calendar years it touches, in order; None when an end is open or unknown."""
        if self.start is None or self.end is None:
            return None
        return list(range(self.start.year, self.end.year + 1))

    def covers(self, day: date) -> bool:
        """The day lies inside; an open end covers all days, an unknown period none."""
        return self.is_known and (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps_year(self, year: int) -> bool:
        """It touches the year, even for one day; never for an unknown period."""
        begins_in_time = self.start is None or self.start.year <= year
        return self.is_known and begins_in_time and (self.end is None or self.end.year >= year)

    def within_year(self, year: int) -> bool:
        """It both starts and ends in the year."""
        return self.years == [year]


@lru_cache(maxsize=2_048)
def parse_period(text: str) -> Period:
    """The period that the words name, with the words untouched. Raises PeriodError for what cannot exist."""
    for words in (text, _SENTENCE_END.split(text.strip(), maxsplit=1)[0]):
        try:
            if found := understood(plain_words(words)):
                return Period(text, *found)
        except ImpossibleError as error:
            _refuse(text, str(error))
    return Period(text, None, None, Precision.UNKNOWN)


def period_from_dates(start: date | None, end: date | None) -> Period:
    """A period without words of its own; its precision is the coarsest common unit that both dates fit."""
    if start is None or end is None:
        return Period("", start, end, _one_sided(start, end))
    for precision in (Precision.YEAR, Precision.HALF_YEAR, Precision.QUARTER, Precision.MONTH):
        if units_around(start, precision)[0].start == start and units_around(end, precision)[0].end == end:
            return Period("", start, end, precision)
    return Period("", start, end, Precision.DAY)


def _one_sided(start: date | None, end: date | None) -> Precision:
    if start is None and end is None:
        return Precision.UNKNOWN
    return Precision.OPEN_END if end is None else Precision.OPEN_START


def _refuse(text: str, sentence: str) -> NoReturn:
    raise PeriodError(gettext("“%(text)s” is not a period. %(sentence)s") % {"text": text, "sentence": sentence})


# Printing


def format_period(period: Period) -> str:
    """The words of the document, or words made of the dates; "" for an unknown period without words."""
    if period.text or not period.is_known:
        return period.text
    if period.start is None or period.end is None:
        return _one_sided_words(period)
    if period.precision is Precision.DURATION and (words := _length_words(period.start, period.end)):
        return words
    for unit in units_around(period.start, period.precision):
        if (unit.start, unit.end) == (period.start, period.end):
            return _name(unit)
    return _range_words(period.start, period.end, period.precision)


def _range_words(start: date, end: date, precision: Precision) -> str:
    first = next(unit for unit in _named_units(start, precision) if unit.start == start)
    last = next(unit for unit in _named_units(end, precision) if unit.end == end)
    if first.precision is last.precision is Precision.YEAR:
        return f"{start.year}-{end.year}"
    return gettext("%(start)s to %(end)s") % {"start": _name(first), "end": _name(last)}


def _named_units(day: date, precision: Precision) -> Iterator[Span]:
    """What the day may be named by: the precision's own unit, else a month if that is no coarser, at last the day."""
    yield from units_around(day, precision)
    if SIZES.index(Precision.MONTH) <= SIZES.index(precision):
        yield from units_around(day, Precision.MONTH)
    yield from units_around(day, Precision.DAY)


def _one_sided_words(period: Period) -> str:
    if period.start is not None:
        return gettext("from %(start)s") % {"start": _name(_first_that(period.start, lambda unit: unit.start))}
    if period.end is not None:
        return gettext("until %(end)s") % {"end": _name(_first_that(period.end, lambda unit: unit.end))}
    return ""


def _first_that(day: date, edge: Callable[[Span], date]) -> Span:
    """The year, month or day with that edge."""
    return next(
        unit for unit in (*units_around(day, Precision.YEAR), *_named_units(day, Precision.MONTH)) if edge(unit) == day
    )


def _length_words(start: date, end: date) -> str | None:
    months = (end.year - start.year) * 12 + end.month - start.month
    length = next((n for n in (months, months + 1) if n > 0 and plus_months(start, n) - timedelta(1) == end), None)
    if length is None:
        return None
    begin = _first_that(start, lambda unit: unit.start)
    if length % 12:
        return gettext("%(count)d months from %(start)s") % {"count": length, "start": _name(begin)}
    return gettext("%(count)d years from %(start)s") % {"count": length // 12, "start": _name(begin)}


def _name(unit: Span) -> str:
    start = unit.start
    names: dict[Precision, Callable[[], str]] = {
        Precision.YEAR: lambda: str(start.year),
        Precision.HALF_YEAR: lambda: _numbered(
            gettext("half-year %(number)d of %(year)d"), (start.month + 5) // 6, start
        ),
        Precision.QUARTER: lambda: _numbered(gettext("quarter %(number)d of %(year)d"), (start.month + 2) // 3, start),
        Precision.MONTH: lambda: f"{MONTHS[start.month]} {start.year}",
        Precision.WEEK: lambda: _week_name(start),
        Precision.SEASON: lambda: _season_name(start),
        Precision.PART: lambda: _part_name(unit),
    }
    return names.get(unit.precision, lambda: format_date(start))()


def _numbered(words: str, number: int, start: date) -> str:
    return words % {"number": number, "year": start.year}


def _week_name(start: date) -> str:
    iso = start.isocalendar()
    return gettext("week %(number)d, %(year)d") % {"number": iso.week, "year": iso.year}


def _season_name(start: date) -> str:
    if start.month == 12:
        return gettext("winter %(year)d/%(next)02d") % {"year": start.year, "next": (start.year + 1) % 100}
    names = {3: gettext("spring %(year)d"), 6: gettext("summer %(year)d"), 9: gettext("autumn %(year)d")}
    return names[start.month] % {"year": start.year}


def _part_name(unit: Span) -> str:
    is_part_of_month = unit.start.month == unit.end.month
    third = (unit.start.day + 9) // 10 if is_part_of_month else (unit.start.month + 3) // 4
    whole = f"{MONTHS[unit.start.month]} {unit.start.year}" if is_part_of_month else str(unit.start.year)
    names = {1: gettext("early %(whole)s"), 2: gettext("mid %(whole)s"), 3: gettext("late %(whole)s")}
    return names[third] % {"whole": whole}
