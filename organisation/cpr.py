"""CPR numbers, told from other numbers by the day of birth in them and by their check digit.

A number is written with a hyphen or a space after the day (010203-1234), with dots in the day (01.02.03-1234), or as
ten digits. The last digits of numbers given since 2007 need not check, so a checking digit is a strong sign and its
absence none; numbers for people without one have 60 added to the day. Nothing here keeps, logs or returns a number that
it found.
"""

from __future__ import annotations

import re
from datetime import date

# Not part of a longer number or code, as an account string or the number of a project.
_IN_TEXT = re.compile(r"(?<![\w.,/-])(\d{6})([-‐‑–]|[ \u00a0])?(\d{4})(?![\w/-]|[.,]\d)")
_DOTTED_DAY = re.compile(r"(?<![\w.,/-])(\d\d)\.(\d\d)\.(\d\d) ?[-‐‑–] ?(\d{4})(?![\w/-]|[.,]\d)")
# "01.01.17-2019" is a period.
_YEAR = re.compile(r"(?:19|20)\d\d")
# What stands after the word is meant as one, however it is written and whether it checks or not.
_NAMED = re.compile(
    r"\bc\.?p\.?r\.?(?:[- ]?(?:nr|nummer|no|number))?[.:]{0,2}[ \u00a0]{0,2}"
    r"(\d\d([-. \u00a0]?)\d\d[-. \u00a0]?\d\d)[-‐‑–. \u00a0]{0,3}(\d{4})(?!\d)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(\d{6})[-‐‑–]? ?(\d{4})")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_TEMPORARY = 60


def is_cpr_like(text: str) -> bool:
    """The text is ten digits, with or without a mark between, that begin with a day of birth."""
    found = _ALONE.fullmatch(text.strip())
    return found is not None and has_day_of_birth(found[1] + found[2])


def holds_cpr(text: str) -> bool:
    """The text holds a number written as a CPR number.

    Ten digits without a mark count only if their last one checks, or after the word cpr.

    One in some three hundred other numbers of ten digits passes: where there are many, ask how many of them do.
    """
    # Nearly all texts hold nothing that looks like one.
    if _IN_TEXT.search(text) is not None and any(map(_is_written, _IN_TEXT.finditer(text))):
        return True
    if text.count(".") > 1 and any(map(_is_dotted, _DOTTED_DAY.finditer(text))):
        return True
    plain = text.lower()
    return ("cpr" in plain or "c.p.r" in plain) and any(map(_is_named, _NAMED.finditer(text)))


def _is_written(found: re.Match[str]) -> bool:
    digits = found[1] + found[3]
    return has_day_of_birth(digits) and (found[2] is not None or has_check_digit(digits))


def _is_named(found: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", found[1] + found[3])
    # "CPR 01.01.17-2019": the register in a period.
    is_period = found[2] == "." and _YEAR.fullmatch(digits[6:]) is not None
    return has_day_of_birth(digits) and (not is_period or has_check_digit(digits))


def _is_dotted(found: re.Match[str]) -> bool:
    digits = "".join(found.groups())
    return has_day_of_birth(digits) and (_YEAR.fullmatch(found[4]) is None or has_check_digit(digits))


def has_day_of_birth(digits: str) -> bool:
    """`digits` are ten; the first six are a day that somebody may be born on."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    try:
        date(_century(int(digits[6]), year) + year, month, day - _TEMPORARY if day > _TEMPORARY else day)
    except ValueError:
        return False
    return True


def has_check_digit(digits: str) -> bool:
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _century(seventh: int, year: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in {4, 9}:
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800
