"""The months that texts and headings name, and the columns of an extract that are one month each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from organisation.sorting import search_key

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = re.compile(
    r"\b(?:(jan)(?:uar)?|(feb)(?:ruar)?|(mar)(?:ts)?|(apr)(?:il)?|(maj)|(jun)i?|(jul)i?|(aug)(?:ust)?|(sep)t?(?:ember)?"
    r"|(okt)(?:ober)?|(nov)(?:ember)?|(dec)(?:ember)?)\b"
)
_YEAR_MONTH = re.compile(
    r"(?<!\d)(20\d{2})[-./ ]?(?:m|p)?(0?[1-9]|1[0-2])(?!\d)|(?<!\d)0*([1-9]|1[0-2])[-./](20\d{2})"
    r"|\b(20\d{2})(0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b",
    re.IGNORECASE,
)
# What a cell says alone: "052018" (a spreadsheet takes its first zero away), "2018005", "31052018". "05-18" is a month
# of a year only where 18 can be no month, nor the last of a range of periods: those of the closing are 13 to 16.
_ALONE = (
    re.compile(r"(?:p|m)?0{0,2}(?P<month>[1-9]|1[0-2])[-./ ]?(?P<year>20\d{2})", re.IGNORECASE),
    re.compile(r"(?P<year>20\d{2})[-./ ]?(?:p|m)?0{1,2}(?P<month>[1-9]|1[0-2])", re.IGNORECASE),
    re.compile(r"(?:0[1-9]|[12]\d|3[01])(?P<month>0[1-9]|1[0-2])(?P<year>20\d{2})"),
    re.compile(r"0?(?P<month>[1-9]|1[0-2])(?:[./]|-(?!1[3-6]))(?P<year>1[3-9]|[2-4]\d)"),
)
_SHORT_DAY = re.compile(
    r"(?<![\w.,/-])(?:0?[1-9]|[12]\d|3[01])(?P<mark>[-./])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>\d{2})(?![\w/-]|[.,]\d)"
)
_SHORT_YEAR = re.compile(r"[ .'’-]{1,3}(\d{2})(?![\w:]|[.,-]\d)")
# The periods after the twelfth are those of the closing of the year.
_CLOSING = re.compile(r"(?<!\d)0*1[3-6][-./](20\d{2})|(20\d{2})[-./ ]?(?:m|p)?0*1[3-6](?!\d)", re.IGNORECASE)
NO_YEAR = date(1, 1, 1)
# What a heading of a month alone says besides the month and the year.
_NOTHING_ELSE = re.compile(r"[\W\d_]*")
_SO_FAR = re.compile(r"til og med|\bt\.? ?o\.? ?m\b|\baatd\b|aar til dato|\bultimo\b|akkumuleret")


def month_of(text: str, today: date | None) -> tuple[int, int] | None:
    """(year, month) of "2017-05", "05.2017", "052017", "31.05.17", "maj 2017", "maj-17"; of "jan.-maj 2017" the last.

    A month without a year is of `today`'s year, and None when there is no `today`.
    """
    plain = text.strip()
    if alone := next((found for one in _ALONE if (found := one.fullmatch(plain))), None):
        return _century(alone["year"]), int(alone["month"])
    if matches := list(_YEAR_MONTH.finditer(text)):
        found = matches[-1]
        pairs = ((found[1], found[2]), (found[4], found[3]), (found[5], found[6]))
        year, month = next(pair for pair in pairs if pair[0])
        return int(year), int(month)
    if closing := _CLOSING.search(text):
        return int(closing[1] or closing[2]), 12
    if short := list(_SHORT_DAY.finditer(text)):
        return _century(short[-1]["year"]), int(short[-1]["month"])
    key = search_key(text)
    words = list(_MONTH.finditer(key))
    number = _MONTHS.index(next(filter(None, words[-1].groups()))) + 1 if words else None
    if number is None and today is not None and re.fullmatch(r"(?:p|m|periode |maaned )?(?:0*[1-9]|1[0-2])", key):
        number = int(re.sub(r"\D", "", key)[-2:])
    named_year = re.search(r"\b(20\d{2})\b", key) or (_SHORT_YEAR.match(key, words[-1].end()) if words else None)
    if number is None or (named_year is None and today is None):
        return None
    return (_century(named_year[1]) if named_year else today.year if today else 0, number)


def _century(year: str) -> int:
    return int(year) % 2000 + 2000


def month_before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def month_in(heading: str) -> tuple[int, int] | None:
    """(year, month) of a heading; the year is 1 where it names none."""
    found = month_of(heading, None)
    return month_of(heading, NO_YEAR) if found is None and _MONTH.search(search_key(heading)) else found


def is_month_alone(heading: str) -> bool:
    """“Januar 2018”, “2018-01”: the heading names a month and nothing else."""
    return month_in(heading) is not None and _NOTHING_ELSE.fullmatch(_MONTH.sub("", search_key(heading))) is not None


def without_months(key: str) -> str:
    """The key of a heading (search_key) without the months and the figures in it."""
    return re.sub(r"[\d./-]+", " ", _MONTH.sub(" ", key))


def says_so_far(heading: str) -> bool:
    """“Forbrug til og med maj”: the amounts are the year's up to the month."""
    return _SO_FAR.search(search_key(heading)) is not None


def names_several(heading: str) -> bool:
    """“Forbrug jan.-maj”, “Forbrug pr. maj”: the amounts are not of one month alone."""
    key = search_key(heading)
    return says_so_far(heading) or len(_MONTH.findall(key)) > 1 or re.search(r"\bpr\b", key) is not None


def columns_of_months(headings: Sequence[str], columns: Iterable[int]) -> list[int]:
    """Those columns in the order of their months; none unless they are two or more months of a year without a gap."""
    found = sorted((month, column) for column in columns if (month := month_in(headings[column])) is not None)
    years, months = {month[0] for month, _column in found}, [month[1] for month, _column in found]
    is_run = len(months) > 1 and len(years) == 1 and months == list(range(months[0], months[0] + len(months)))
    return [column for _month, column in found] if is_run else []
