"""Units of the calendar that Danish periods are made of, each with its first and last day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Precision(TextChoices):
    """How closely the dates of a period are known; from DAY to YEAR the sizes grow."""

    DAY = "day", _("day")
    WEEK = "week", _("week")
    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    SEASON = "season", _("season")
    PART = "part", _("primo, medio, ultimo")
    HALF_YEAR = "half_year", _("half-year")
    YEAR = "year", _("year")
    OPEN_END = "open_end", _("no end stated")
    OPEN_START = "open_start", _("no beginning stated")
    DURATION = "duration", _("beginning and length")
    UNKNOWN = "unknown", _("unknown")


SIZES = list(Precision)


@dataclass(frozen=True, slots=True)
class Span:
    start: date
    end: date
    precision: Precision


def whole_year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def months_from(year: int, month: int, count: int, precision: Precision) -> Span:
    start = date(year, month, 1)
    return Span(start, plus_months(start, count) - timedelta(1), precision)


def iso_week(year: int, week: int) -> Span:
    start = date.fromisocalendar(year, week, 1)
    return Span(start, start + timedelta(6), Precision.WEEK)


def third_of_month(year: int, month: int, third: int) -> Span:
    last = 10 * third if third < 3 else calendar.monthrange(year, month)[1]
    return Span(date(year, month, 10 * third - 9), date(year, month, last), Precision.PART)


def plus_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def weekdays_before(day: date, count: int) -> date:
    """The day that lies so many weekdays, Monday to Friday, before another; public holidays count as weekdays."""
    if count == 0:
        return day
    # From a day of the weekend one counts as from the Monday after it.
    start = day + timedelta(7 - day.weekday()) if day.weekday() > 4 else day
    weeks, rest = divmod(count, 5)
    across = 2 if rest > start.weekday() else 0
    return start - timedelta(7 * weeks + rest + across)


def units_around(day: date, precision: Precision) -> list[Span]:
    """The units of that precision which hold the day."""
    year, month = day.year, day.month
    if precision is Precision.WEEK:
        return [iso_week(*day.isocalendar()[:2])]
    if precision is Precision.SEASON:
        return [months_from(year if month > 2 else year - 1, (month // 3 * 3) or 12, 3, precision)]
    if precision is Precision.PART:
        return [
            months_from(year, (month - 1) // 4 * 4 + 1, 4, precision),
            third_of_month(year, month, min((day.day + 9) // 10, 3)),
        ]
    if precision is Precision.YEAR:
        return [whole_year(year)]
    counts = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF_YEAR: 6}
    if count := counts.get(precision):
        return [months_from(year, (month - 1) // count * count + 1, count, precision)]
    return [Span(day, day, Precision.DAY)]
