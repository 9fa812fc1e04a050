"""Codes that a spreadsheet program has made days of: 1.2 comes back as “01-feb”, 5.12.18 as “05-12-2018”."""

from __future__ import annotations

import re
from functools import lru_cache

# As spreadsheet programs in Danish and in English shorten them.
_MONTHS = ("jan", "feb", "mar", "apr", "maj|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec")
_MONTH = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words.split("|")}
_WORD = rf"(?P<word>{'|'.join(_MONTH)})[a-z]*\.?"
_CODE = re.compile(r"(\d{1,2})[.\-/](\d{1,4})(?:[.\-/](\d{2}|\d{4}))?")
_DAY = re.compile(
    rf"(?P<day>\d{{1,2}})[.\-/ ]{{1,2}}(?:{_WORD}|(?P<month>\d{{1,2}}))(?:[.\-/ ]{{1,2}}(?P<year>\d{{2,4}}))?"
)
_MONTH_OF_YEAR = re.compile(rf"{_WORD}[\-/ ](?P<year>\d{{2,4}})")


@lru_cache(maxsize=1_024)
def is_day_made_of(code: str, text: str) -> bool:
    """Whether the text is the day, or the month of a year, that the program makes of the code."""
    said = _CODE.fullmatch(code.strip())
    words = text.strip().casefold()
    if said is None or code.strip() == words:
        return False
    first, second = int(said[1]), int(said[2])
    if day := _DAY.fullmatch(words):
        # A day and month alone, in digits, is how the code itself is written.
        if not (day["word"] or day["year"]):
            return False
        month = _MONTH[day["word"]] if day["word"] else int(day["month"])
        is_year = not said[3] or not day["year"] or int(said[3]) % 100 == int(day["year"]) % 100
        return is_year and {first, second} == {int(day["day"]), month}
    found = _MONTH_OF_YEAR.fullmatch(words)
    return found is not None and (first, second % 100) == (_MONTH[found["word"]], int(found["year"]) % 100)
