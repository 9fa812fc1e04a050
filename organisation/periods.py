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

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NoReturn

from django.db.models import TextChoices
from django.utils.dates import MONTHS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organisation.numbers import format_date


class PeriodError(ValueError):
    """The words name something that cannot exist; str() is a translated sentence saying what and what to write."""


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


_SIZES = list(Precision)


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
    def is_known(self) -> bool:
        """At least one end is known."""
        return self.start is not None or self.end is not None

    @property
    def is_approximate(self) -> bool:
        return self.precision in {Precision.PART, Precision.SEASON, Precision.DURATION}

    @property
    def year(self) -> int | None:
        """The year, when the period is exactly one calendar year."""
        if self.start and self.end and (self.start, self.end) == (date(self.start.year, 1, 1), date(self.start.year, 12, 31)):
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


@dataclass(frozen=True, slots=True)
class _Span:
    start: date
    end: date
    precision: Precision


# Units of the calendar


def _year(year: int) -> _Span:
    return _Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def _months(year: int, month: int, count: int, precision: Precision) -> _Span:
    start = date(year, month, 1)
    return _Span(start, _plus_months(start, count) - timedelta(1), precision)


def _week(year: int, week: int) -> _Span:
    start = date.fromisocalendar(year, week, 1)
    return _Span(start, start + timedelta(6), Precision.WEEK)


def _third_of_month(year: int, month: int, third: int) -> _Span:
    last = 10 * third if third < 3 else calendar.monthrange(year, month)[1]
    return _Span(date(year, month, 10 * third - 9), date(year, month, last), Precision.PART)


def _plus_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _units_around(day: date, precision: Precision) -> list[_Span]:
    """The units of that precision which hold the day."""
    year, month = day.year, day.month
    if precision is Precision.WEEK:
        return [_week(*day.isocalendar()[:2])]
    if precision is Precision.SEASON:
        return [_months(year if month > 2 else year - 1, (month // 3 * 3) or 12, 3, precision)]
    if precision is Precision.PART:
        return [_months(year, (month - 1) // 4 * 4 + 1, 4, precision), _third_of_month(year, month, min((day.day + 9) // 10, 3))]
    if precision is Precision.YEAR:
        return [_year(year)]
    counts = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF_YEAR: 6}
    if count := counts.get(precision):
        return [_months(year, (month - 1) // count * count + 1, count, precision)]
    return [_Span(day, day, Precision.DAY)]


# Reading

_MONTH_NAMES = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"]
_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)} | {"sept": 9}
_NUMERALS = {"et": 1, "en": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10}
_ORDINALS = {"første": "1.", "anden": "2.", "andet": "2.", "tredje": "3.", "fjerde": "4."}
_SEASONS = {"forår": 3, "sommer": 6, "efterår": 9, "vinter": 12}
_PARTS = {"primo": 1, "start": 1, "begyndelse": 1, "medio": 2, "midt": 2, "ultimo": 3, "slut": 3, "udgang": 3}

_Y = r"(?P<year>(?:19|20|21)[0-9]{2})"
_OF = r",? (?:i |af )?(?:år )?"
_MONTH = rf"(?P<month>{'|'.join(_MONTH_NAMES)}|(?:{'|'.join(_SHORT_MONTHS)})\.?)"
_LEAD = re.compile(
    r"(?:i løbet af |i perioden |perioden |perioden fra |hele |i |året |årene |år |(?:(?:man|tirs|ons|tors|fre|lør|søn)dag )?(?:den |d\. ?))+"
)
_SENTENCE_END = re.compile(r"[.!]\s+(?=[A-ZÆØÅ])|[;\n]")
_LENGTH = re.compile(
    rf"(?P<count>[0-9]{{1,2}}|{'|'.join(_NUMERALS)})[ -]?(?P<unit>årig\w*|år|måned\w*)"
    r"(?: [^0-9]*?)??[ ,](?:opstart|start|startende|begyndende|begyndelse|fra(?: og med)?) (?P<from>.+)"
)
_FROM = re.compile(r"(?:(?:fra og med|fra|siden|med opstart|opstart|med start) (?P<a>.+)|(?P<b>.+?)(?: ?-| og frem(?:efter|over)?))")
_UNTIL = re.compile(r"(?:frem )?(?:til og med|til|senest|-) ?(?P<end>.+)")
_BETWEEN = re.compile(r" til og med | til | ?- ?")


def parse_period(text: str) -> Period:
    """The period that the words name, with the words untouched. Raises PeriodError for what cannot exist."""
    for words in (text, _SENTENCE_END.split(text.strip(), maxsplit=1)[0]):
        try:
            if found := _understood(_plain(words)):
                return Period(text, *found)
        except _ImpossibleError as error:
            _refuse(text, str(error))
    return Period(text, None, None, Precision.UNKNOWN)


def period_from_dates(start: date | None, end: date | None) -> Period:
    """A period without words of its own; its precision is the coarsest common unit that both dates fit."""
    if start is None or end is None:
        return Period("", start, end, _one_sided(start, end))
    for precision in (Precision.YEAR, Precision.HALF_YEAR, Precision.QUARTER, Precision.MONTH):
        if _units_around(start, precision)[0].start == start and _units_around(end, precision)[0].end == end:
            return Period("", start, end, precision)
    return Period("", start, end, Precision.DAY)


def _one_sided(start: date | None, end: date | None) -> Precision:
    if start is None and end is None:
        return Precision.UNKNOWN
    return Precision.OPEN_END if end is None else Precision.OPEN_START


class _ImpossibleError(Exception):
    """A sentence about words that name nothing in the calendar."""


_Found = tuple[date | None, date | None, Precision]


def _plain(words: str) -> str:
    text = re.sub(r"[‐‑‒–—―−]", "-", " ".join(words.split())).casefold().rstrip(" .;,")
    return re.sub(r"\w+", lambda word: _ORDINALS.get(word[0], word[0]), text)


def _understood(words: str) -> _Found | None:
    if point := _point(words):
        return point.start, point.end, point.precision
    for read in (_length, _between, _listed, _open):
        if found := read(words):
            return found
    return None


def _length(words: str) -> _Found | None:
    found = _LENGTH.fullmatch(words)
    begin = _point(found["from"]) if found else None
    if not found or not begin:
        return None
    count = _NUMERALS.get(found["count"]) or int(found["count"])
    months = count * (1 if found["unit"].startswith("måned") else 12)
    end = _plus_months(begin.start, months) - timedelta(1)
    return (begin.start, end, Precision.DURATION) if months else None


def _between(words: str) -> _Found | None:
    """Two points with "til", a dash, or "mellem … og": "fra 2. til 4. kvartal 2017", "29.08.2017 - 31.12.2018"."""
    bare = re.sub(r"^(?:i )?(?:perioden )?(?:fra (?:og med )?|mellem )", "", words)
    separator = re.compile(" og ") if "mellem " in words[:18] else _BETWEEN
    for found in separator.finditer(bare):
        first, last = bare[: found.start()], _point(bare[found.end() :])
        if last and (begin := _borrowing(first, bare[found.end() :])):
            return _joined([begin, last], stated=_point(first) is not None)
    return None


def _listed(words: str) -> _Found | None:
    """An unbroken list: "2., 3. og 4. kvartal 2017", "2017 og 2018"."""
    *firsts, final = re.split(r", | og ", words)
    last = _point(final)
    if not firsts or not last:
        return None
    spans = [*(_borrowing(first, final) for first in firsts), last]
    if not all(spans[n] and spans[n].end + timedelta(1) == spans[n + 1].start for n in range(len(firsts)) if spans[n + 1]):
        return None
    return _joined([span for span in spans if span], stated=True)


def _joined(spans: list[_Span], stated: bool) -> _Found | None:
    """From the first span to the last; backwards it is an error, unless the first one's year was only lent to it."""
    start, end = spans[0].start, spans[-1].end
    if end < start:
        if not stated:
            return None
        raise _ImpossibleError(gettext("The period ends before it begins. Write the earlier date first."))
    return start, end, max((span.precision for span in spans), key=_SIZES.index)


def _borrowing(words: str, last: str) -> _Span | None:
    """The point, with the year or the unit that stands only after the last one: "2." before "4. kvartal 2017"."""
    year, tail = last[-4:], last.partition(" ")[2]
    for candidate in (words, f"{words} {year}", f"{words} {tail}"):
        if span := _point(candidate):
            return span
    return None


def _open(words: str) -> _Found | None:
    if (found := _FROM.fullmatch(words)) and (begin := _point(re.sub(r" og frem(?:efter|over)?$", "", found["a"] or found["b"]))):
        return begin.start, None, Precision.OPEN_END
    if (found := _UNTIL.fullmatch(words)) and (end := _point(found["end"])):
        return None, end.end, Precision.OPEN_START
    return None


def _point(words: str) -> _Span | None:
    """A single expression: a year, quarter, week, day …"""
    bare = words.strip()
    for text in (bare, _LEAD.sub("", bare, count=1) if _LEAD.match(bare) else bare):
        for pattern, build in _GRAMMAR:
            if found := pattern.fullmatch(text):
                return build(found)
    return None


def _month_number(name: str) -> int:
    return _SHORT_MONTHS[name[:3]]


def _numbered(found: re.Match[str], count: int, precision: Precision) -> _Span:
    number, months = int(found["n"]), 12 // count
    if not 1 <= number <= count:
        raise _ImpossibleError(gettext("A year has two half-years and four quarters. Write one of those."))
    return _months(int(found["year"]), (number - 1) * months + 1, months, precision)


def _day(year: str | None, month: int, day: int) -> _Span | None:
    """The day; without a year only its impossibility is known."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(int(year or 2000), month)[1]:
        raise _ImpossibleError(gettext("The date is not in the calendar. Write a day and a month that exist."))
    return _Span(*[date(int(year), month, day)] * 2, Precision.DAY) if year else None


def _weeks(found: re.Match[str]) -> _Span | None:
    year, numbers = found["year"], [int(found["n"]), int(found["m"] or found["n"])]
    last = date(int(year), 12, 28).isocalendar().week if year else 53
    if not all(1 <= number <= last for number in numbers):
        raise _ImpossibleError(gettext("The week does not exist in that year. Write a week from 1 to %(last)d.") % {"last": last})
    if numbers[1] < numbers[0]:
        raise _ImpossibleError(gettext("The period ends before it begins. Write the earlier date first."))
    if not year or ("og" in found[0] and numbers[1] > numbers[0] + 1):
        return None
    first, final = (_week(int(year), number) for number in numbers)
    return _Span(first.start, final.end, Precision.WEEK)


def _part(found: re.Match[str]) -> _Span:
    year = int(found["year"])
    third = next(third for word, third in _PARTS.items() if found["part"].startswith(word))
    if found["month"]:
        return _third_of_month(year, _month_number(found["month"]), third)
    return _months(year, third * 4 - 3, 4, Precision.PART)


def _season(found: re.Match[str]) -> _Span | None:
    year, following = int(found["year"]), found["next"]
    is_winter = found["season"] == "vinter"
    if is_winter != (following is not None) or (is_winter and int(following) % 100 != (year + 1) % 100):
        return None
    return _months(year, _SEASONS[found["season"]], 3, Precision.SEASON)


def _two_years(found: re.Match[str]) -> _Span | None:
    year, following = int(found["year"]), found["next"]
    last = int(following) if len(following) == 4 else year // 100 * 100 + int(following)
    if last > year:
        return _Span(date(year, 1, 1), date(last, 12, 31), Precision.YEAR)
    if "-" in found[0] and len(following) == 2 and 1 <= int(following) <= 12:
        return _months(year, int(following), 1, Precision.MONTH)
    raise _ImpossibleError(gettext("The period ends before it begins. Write the earlier date first."))


_GRAMMAR: list[tuple[re.Pattern[str], Callable[[re.Match[str]], _Span | None]]] = [
    (re.compile(_Y), lambda found: _year(int(found["year"]))),
    (re.compile(rf"{_Y}(?: ?- ?(?P<next>[0-9]{{2}}))"), _two_years),
    (re.compile(rf"{_Y}/(?P<next>[0-9]{{2}}|[0-9]{{4}})"), _two_years),
    (re.compile(rf"(?P<n>[0-9]{{1,2}})\. ?(?:halvår|halvdel){_OF}{_Y}"), lambda found: _numbered(found, 2, Precision.HALF_YEAR)),
    (re.compile(rf"(?:(?P<n>[0-9]{{1,2}})\. ?(?:kvartal|kvt\.?)){_OF}{_Y}"), lambda found: _numbered(found, 4, Precision.QUARTER)),
    (re.compile(rf"q(?P<n>[0-9]){_OF}{_Y}"), lambda found: _numbered(found, 4, Precision.QUARTER)),
    (
        re.compile(rf"{_MONTH}{_OF}{_Y}"),
        lambda found: _months(int(found["year"]), _month_number(found["month"]), 1, Precision.MONTH),
    ),
    (
        re.compile(rf"(?P<day>[0-9]{{1,2}})\. ?{_MONTH}(?:{_OF}{_Y})?"),
        lambda found: _day(found["year"], _month_number(found["month"]), int(found["day"])),
    ),
    (
        re.compile(rf"(?P<day>[0-9]{{1,2}})(?:-(?P<a>[0-9]{{1,2}})-|\. ?(?P<b>[0-9]{{1,2}})\. ?|/(?P<c>[0-9]{{1,2}})[-/ ]){_Y}"),
        lambda found: _day(found["year"], int(found["a"] or found["b"] or found["c"]), int(found["day"])),
    ),
    (
        re.compile(rf"{_Y}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})"),
        lambda found: _day(found["year"], int(found["month"]), int(found["day"])),
    ),
    (
        re.compile(rf"uge(?:rne)? (?P<n>[0-9]{{1,2}})(?:(?: ?- ?| og | til )(?P<m>[0-9]{{1,2}}))?(?:(?:{_OF}|[/-]){_Y})?"),
        _weeks,
    ),
    (
        re.compile(
            rf"(?P<part>primo|medio|ultimo|start|midt|slut|(?:starten|begyndelsen|midten|slutningen|udgangen) af)(?: i)? (?:{_MONTH}{_OF})?{_Y}"
        ),
        _part,
    ),
    (re.compile(rf"(?P<season>{'|'.join(_SEASONS)})(?:et|en)?{_OF}{_Y}(?:[/-](?P<next>[0-9]{{4}}|[0-9]{{2}}))?"), _season),
]


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
    for unit in _units_around(period.start, period.precision):
        if (unit.start, unit.end) == (period.start, period.end):
            return _name(unit)
    return _range_words(period.start, period.end, period.precision)


def _range_words(start: date, end: date, precision: Precision) -> str:
    first = next(unit for unit in _named_units(start, precision) if unit.start == start)
    last = next(unit for unit in _named_units(end, precision) if unit.end == end)
    if first.precision is last.precision is Precision.YEAR:
        return f"{start.year}-{end.year}"
    return gettext("%(start)s to %(end)s") % {"start": _name(first), "end": _name(last)}


def _named_units(day: date, precision: Precision) -> Iterator[_Span]:
    """What the day may be named by: the precision's own unit, else a month if that is no coarser, at last the day."""
    yield from _units_around(day, precision)
    if _SIZES.index(Precision.MONTH) <= _SIZES.index(precision):
        yield from _units_around(day, Precision.MONTH)
    yield from _units_around(day, Precision.DAY)


def _one_sided_words(period: Period) -> str:
    if period.start is not None:
        return gettext("from %(start)s") % {"start": _name(_first_that(period.start, lambda unit: unit.start))}
    if period.end is not None:
        return gettext("until %(end)s") % {"end": _name(_first_that(period.end, lambda unit: unit.end))}
    return ""


def _first_that(day: date, edge: Callable[[_Span], date]) -> _Span:
    """The year, month or day with that edge."""
    return next(unit for unit in (*_units_around(day, Precision.YEAR), *_named_units(day, Precision.MONTH)) if edge(unit) == day)


def _length_words(start: date, end: date) -> str | None:
    months = (end.year - start.year) * 12 + end.month - start.month
    length = next((n for n in (months, months + 1) if n > 0 and _plus_months(start, n) - timedelta(1) == end), None)
    if length is None:
        return None
    begin = _first_that(start, lambda unit: unit.start)
    if length % 12:
        return gettext("%(count)d months from %(start)s") % {"count": length, "start": _name(begin)}
    return gettext("%(count)d years from %(start)s") % {"count": length // 12, "start": _name(begin)}


def _name(unit: _Span) -> str:
    start, year = unit.start, unit.start.year
    match unit.precision:
        case Precision.YEAR:
            return str(year)
        case Precision.HALF_YEAR:
            return gettext("half-year %(number)d of %(year)d") % {"number": (start.month + 5) // 6, "year": year}
        case Precision.QUARTER:
            return gettext("quarter %(number)d of %(year)d") % {"number": (start.month + 2) // 3, "year": year}
        case Precision.MONTH:
            return f"{MONTHS[start.month]} {year}"
        case Precision.WEEK:
            iso = start.isocalendar()
            return gettext("week %(number)d, %(year)d") % {"number": iso.week, "year": iso.year}
        case Precision.SEASON:
            return _season_name(start)
        case Precision.PART:
            return _part_name(unit)
        case _:
            return format_date(start)


def _season_name(start: date) -> str:
    if start.month == 12:
        return gettext("winter %(year)d/%(next)02d") % {"year": start.year, "next": (start.year + 1) % 100}
    names = {3: gettext("spring %(year)d"), 6: gettext("summer %(year)d"), 9: gettext("autumn %(year)d")}
    return names[start.month] % {"year": start.year}


def _part_name(unit: _Span) -> str:
    is_part_of_month = unit.start.month == unit.end.month
    third = (unit.start.day + 9) // 10 if is_part_of_month else (unit.start.month + 3) // 4
    whole = f"{MONTHS[unit.start.month]} {unit.start.year}" if is_part_of_month else str(unit.start.year)
    names = {1: gettext("early %(whole)s"), 2: gettext("mid %(whole)s"), 3: gettext("late %(whole)s")}
    return names[third] % {"whole": whole}
