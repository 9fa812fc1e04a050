"""The grammar of Danish period expressions: words to dates. organisation.periods is the way in."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext

from organisation.calendar_units import (
    SIZES,
    Precision,
    Span,
    iso_week,
    months_from,
    plus_months,
    third_of_month,
    whole_year,
)

_MONTH_NAMES = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)} | {"sept": 9}
_NUMERALS = {
    "et": 1,
    "en": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
}
_ORDINALS = {"første": "1.", "anden": "2.", "andet": "2.", "tredje": "3.", "fjerde": "4."}
_SEASONS = {"forår": 3, "sommer": 6, "efterår": 9, "vinter": 12}
_PARTS = {"primo": 1, "start": 1, "begyndelse": 1, "medio": 2, "midt": 2, "ult": 3, "slut": 3, "udgang": 3}

_Y = r"(?P<year>(?:19|20|21)[0-9]{2})"
_OF = r",? (?:i |af )?(?:år )?"
_MONTH = rf"(?P<month>{'|'.join(_MONTH_NAMES)}|(?:{'|'.join(_SHORT_MONTHS)})\.?)"
_LEAD = re.compile(
    r"(?:i løbet af |(?:i |for )?perioden |perioden fra |hele |i |året |årene |år |"
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag )?(?:den |d\. ?))+"
)
_LENGTH = re.compile(
    rf"(?P<count>[0-9]{{1,2}}|{'|'.join(_NUMERALS)})[ -]?(?P<unit>årig\w*|år|måned\w*)"
    r"(?: [^0-9]*?)??[ ,](?:opstart|start|startende|begyndende|begyndelse|fra(?: og med)?) (?P<from>.+)"
)
_FROM = re.compile(
    r"(?:(?:fra og med|fra|siden|med opstart|opstart|med start) (?P<a>.+)|(?P<b>.+?)(?: ?-| og frem(?:efter|over)?))"
)
_UNTIL = re.compile(r"(?:frem )?(?:til og med|til|senest(?: ved)?|inden(?= udgangen)|-) ?(?P<end>.+)")
_OPENING = re.compile(r"(?:(?:løber )?(?:i |for )?(?:hele )?perioden |løber )?(?:fra og med |fra |mellem )?")
_LONGEST = 200
_BETWEEN = r" til og med | til | ?- ?"


class ImpossibleError(Exception):
    """A sentence about words that name nothing in the calendar."""


Found = tuple[date | None, date | None, Precision]


def plain_words(words: str) -> str:
    text = re.sub(r"[‐‑‒–—―−]", "-", " ".join(words.split())).casefold().rstrip(" .;,")
    return re.sub(r"\w+", lambda word: _ORDINALS.get(word[0], word[0]), text)


def understood(words: str) -> Found | None:
    """First day, last day and precision of plain words; None when they are not understood."""
    if len(words) > _LONGEST:
        return None
    if point := _point(words):
        return point.start, point.end, point.precision
    for read in (_length, _between, _listed, _open):
        if found := read(words):
            return found
    return None


def _length(words: str) -> Found | None:
    found = _LENGTH.fullmatch(words)
    begin = _point(found["from"]) if found else None
    if not found or not begin:
        return None
    count = _NUMERALS.get(found["count"]) or int(found["count"])
    months = count * (1 if found["unit"].startswith("måned") else 12)
    end = plus_months(begin.start, months) - timedelta(1)
    return (begin.start, end, Precision.DURATION) if months else None


def _between(words: str) -> Found | None:
    """Two points with "til", a dash, or "mellem … og": "fra 2. til 4. kvartal 2017", "29.08.2017 - 31.12.2018"."""
    opening = _OPENING.match(words)
    bare = words[opening.end() :] if opening else words
    separator = " og " if opening and opening[0].endswith("mellem ") else _BETWEEN
    for found in re.finditer(separator, bare):
        first, last = bare[: found.start()], _point(bare[found.end() :])
        if last and (begin := _borrowing(first, bare[found.end() :])):
            return _joined([begin, last], stated=_point(first) is not None)
    return None


def _listed(words: str) -> Found | None:
    """An unbroken list: "2., 3. og 4. kvartal 2017", "2017 og 2018"."""
    *firsts, final = re.split(r", | og ", words)
    last = _point(final)
    if not firsts or not last:
        return None
    spans = [*(_borrowing(first, final) for first in firsts), last]
    known = [span for span in spans if span]
    unbroken = all(one.end + timedelta(1) == following.start for one, following in pairwise(known))
    return _joined(known, stated=True) if unbroken and len(known) == len(spans) else None


def _joined(spans: list[Span], stated: bool) -> Found | None:
    """From the first span to the last; backwards it is an error, unless the first one's year was only lent to it."""
    start, end = spans[0].start, spans[-1].end
    if end < start:
        if not stated:
            return None
        raise ImpossibleError(gettext("The period ends before it begins. Write the earlier date first."))
    return start, end, max((span.precision for span in spans), key=SIZES.index)


def _borrowing(words: str, last: str) -> Span | None:
    """The point, with the year or the unit that stands only after the last one: "2." before "4. kvartal 2017"."""
    year, tail = last[-4:], last.partition(" ")[2]
    for candidate in (words, f"{words} {year}", f"{words} {tail}"):
        if span := _point(candidate):
            return span
    return None


def _open(words: str) -> Found | None:
    if (found := _FROM.fullmatch(words)) and (
        begin := _point(re.sub(r" og frem(?:efter|over)?$", "", found["a"] or found["b"]))
    ):
        return begin.start, None, Precision.OPEN_END
    if (found := _UNTIL.fullmatch(words)) and (end := _point(found["end"])):
        return None, end.end, Precision.OPEN_START
    return None


def _point(words: str) -> Span | None:
    """A single expression: a year, quarter, week, day …"""
    bare = words.strip()
    for text in (bare, _LEAD.sub("", bare, count=1) if _LEAD.match(bare) else bare):
        for pattern, build in _GRAMMAR:
            if found := pattern.fullmatch(text):
                return build(found)
    return None


def _month_number(name: str) -> int:
    return _SHORT_MONTHS[name[:3]]


def _numbered(found: re.Match[str], count: int, precision: Precision) -> Span:
    number, months = int(found["n"]), 12 // count
    if not 1 <= number <= count:
        raise ImpossibleError(gettext("A year has two half-years and four quarters. Write one of those."))
    return months_from(int(found["year"]), (number - 1) * months + 1, months, precision)


def _day(year: str | None, month: int, day: int) -> Span | None:
    """The day; without a year only its impossibility is known."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(int(year or 2000), month)[1]:
        raise ImpossibleError(gettext("The date is not in the calendar. Write a day and a month that exist."))
    if not year:
        return None
    the_day = date(int(year), month, day)
    return Span(the_day, the_day, Precision.DAY)


def _weeks(found: re.Match[str]) -> Span | None:
    year, numbers = found["year"], [int(found["n"]), int(found["m"] or found["n"])]
    last = date(int(year), 12, 28).isocalendar().week if year else 53
    if not all(1 <= number <= last for number in numbers):
        raise ImpossibleError(
            gettext("The week does not exist in that year. Write a week from 1 to %(last)d.") % {"last": last}
        )
    if numbers[1] < numbers[0]:
        raise ImpossibleError(gettext("The period ends before it begins. Write the earlier date first."))
    if not year or ("og" in found[0] and numbers[1] > numbers[0] + 1):
        return None
    first, final = (iso_week(int(year), number) for number in numbers)
    return Span(first.start, final.end, Precision.WEEK)


def _part(found: re.Match[str]) -> Span:
    year = int(found["year"])
    third = next(third for word, third in _PARTS.items() if found["part"].startswith(word))
    if found["month"]:
        return third_of_month(year, _month_number(found["month"]), third)
    return months_from(year, third * 4 - 3, 4, Precision.PART)


def _season(found: re.Match[str]) -> Span | None:
    year, following = int(found["year"]), found["next"]
    is_winter = found["season"] == "vinter"
    if is_winter != (following is not None) or (is_winter and int(following) % 100 != (year + 1) % 100):
        return None
    return months_from(year, _SEASONS[found["season"]], 3, Precision.SEASON)


def _two_years(found: re.Match[str]) -> Span | None:
    year, following = int(found["year"]), found["next"]
    last = int(following) if len(following) == 4 else year // 100 * 100 + int(following)
    if last > year:
        return Span(date(year, 1, 1), date(last, 12, 31), Precision.YEAR)
    if "-" in found[0] and len(following) == 2 and 1 <= int(following) <= 12:
        return months_from(year, int(following), 1, Precision.MONTH)
    raise ImpossibleError(gettext("The period ends before it begins. Write the earlier date first."))


_GRAMMAR: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Span | None]]] = [
    (re.compile(_Y), lambda found: whole_year(int(found["year"]))),
    (re.compile(rf"{_Y}(?: ?- ?(?P<next>[0-9]{{2}}))"), _two_years),
    (re.compile(rf"{_Y}/(?P<next>[0-9]{{2}}|[0-9]{{4}})"), _two_years),
    (
        re.compile(rf"(?P<n>[0-9]{{1,2}})\. ?(?:halvår|halvdel){_OF}{_Y}"),
        lambda found: _numbered(found, 2, Precision.HALF_YEAR),
    ),
    (
        re.compile(rf"(?:(?P<n>[0-9]{{1,2}})\. ?(?:kvartal|kvt\.?|kv\.?)){_OF}{_Y}"),
        lambda found: _numbered(found, 4, Precision.QUARTER),
    ),
    (re.compile(rf"q(?P<n>[0-9]){_OF}{_Y}"), lambda found: _numbered(found, 4, Precision.QUARTER)),
    (
        re.compile(rf"{_MONTH}{_OF}{_Y}"),
        lambda found: months_from(int(found["year"]), _month_number(found["month"]), 1, Precision.MONTH),
    ),
    # As Excel in Danish shows the month of a date; a day would stand before its month.
    (
        re.compile(rf"{_MONTH}-(?P<short>[0-9]{{2}})"),
        lambda found: months_from(2000 + int(found["short"]), _month_number(found["month"]), 1, Precision.MONTH),
    ),
    (
        re.compile(rf"(?P<day>[0-9]{{1,2}})\. ?{_MONTH}(?:{_OF}{_Y})?"),
        lambda found: _day(found["year"], _month_number(found["month"]), int(found["day"])),
    ),
    (
        re.compile(
            rf"(?P<day>[0-9]{{1,2}})(?:-(?P<a>[0-9]{{1,2}})-|\. ?(?P<b>[0-9]{{1,2}})\. ?|/(?P<c>[0-9]{{1,2}})[-/ ]){_Y}"
        ),
        lambda found: _day(found["year"], int(found["a"] or found["b"] or found["c"]), int(found["day"])),
    ),
    (
        re.compile(rf"{_Y}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})"),
        lambda found: _day(found["year"], int(found["month"]), int(found["day"])),
    ),
    (
        re.compile(
            rf"uge(?:rne)? (?P<n>[0-9]{{1,2}})(?:(?: ?- ?| og | til )(?P<m>[0-9]{{1,2}}))?(?:(?:{_OF}|[/-]){_Y})?"
        ),
        _weeks,
    ),
    (
        re.compile(
            r"(?P<part>primo|medio|ultimo|ult\.|start|midt|slut|(?:starten|begyndelsen|midten|slutningen|udgangen) af)"
            rf"(?: i)? (?:{_MONTH}{_OF})?{_Y}"
        ),
        _part,
    ),
    (
        re.compile(rf"(?P<season>{'|'.join(_SEASONS)})(?:et|en)?{_OF}{_Y}(?:[/-](?P<next>[0-9]{{4}}|[0-9]{{2}}))?"),
        _season,
    ),
]
