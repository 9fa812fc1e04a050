"""The text that a Dane sees in a cell, from its value and its number format.

Danish separators, whatever language the format is written in. Only what is met in tables of budgets and indicators is
told apart: decimals, thousands, percent, fixed words, leading zeros, scaling; dates with a day, a month or a year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '#,##0 "kr."', 6: '#,##0 "kr."', 7: '#,##0.00 "kr."',
    8: '#,##0.00 "kr."', 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd-mm-yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd-mm-yyyy h:mm", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: '#,##0 "kr."', 43: "#,##0.00", 44: '#,##0.00 "kr."', 49: "@",
}  # fmt: skip

_NOISE = re.compile(r"\[[^\]]*\]|_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_PATTERN = re.compile(r"[#0?][#0?., ]*")
_CURRENCY = re.compile(r"\[\$([^\]-]+)[^\]]*\]")
_KRONER = frozenset({"kr", "dkk"})
_FOREIGN = re.compile("[€£¥]")
# “_€” is a space as wide as the sign, “*€” fills the cell; what is quoted is shown.
_SPACES = re.compile(r'("[^"]*"|\\.)|[_*].')
_GENERAL = frozenset({"", "General", "general", "GENERAL", "Standard", "@"})
_ROUNDED_BELOW = Decimal(10) ** 15
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@dataclass(frozen=True, slots=True)
class _Section:
    before: str
    after: str
    decimals: int
    least_digits: int
    thousands: bool
    scale: int
    has_digits: bool


@lru_cache(maxsize=512)
def is_percent(number_format: str) -> bool:
    return "%" in _bare(number_format)


@lru_cache(maxsize=512)
def is_scaled(number_format: str) -> bool:
    return bool(number_format) and _section(number_format.split(";", maxsplit=1)[0]).scale > 0


@lru_cache(maxsize=512)
def words_of(number_format: str) -> tuple[str, int]:
    """The words that it shows beside a number, and by how many thousands the number is divided."""
    section = _section(number_format.split(";", maxsplit=1)[0])
    return f"{section.before} {section.after}".strip() if section.has_digits else "", section.scale


@lru_cache(maxsize=512)
def is_ordinary(number_format: str) -> bool:
    """Whole numbers in it are shown by `shown_quickly`: no words, no percent, no scaling, no section of their own."""
    if number_format in _GENERAL:
        return True
    if foreign_currency(number_format):
        return False
    section = _section(number_format)
    bare = section.has_digits and not section.before + section.after and not section.scale
    return bare and section.least_digits <= 1 and ";" not in number_format and not is_percent(number_format)


@lru_cache(maxsize=512)
def foreign_currency(number_format: str) -> str:
    """The sign or name of a currency that is not kroner; "" for none. A bare “$” is that of whoever opens the file."""
    named = (name.strip() for name in _CURRENCY.findall(number_format))
    foreign = next((name for name in named if name and name.rstrip(".").casefold() not in _KRONER), "")
    found = _FOREIGN.search(_SPACES.sub(lambda part: part[1] or "", number_format))
    return foreign or (found[0] if found else "")


@lru_cache(maxsize=512)
def hides_numbers(number_format: str) -> bool:
    """Numbers, those below 0 or all, are not shown in it: “;;;”."""
    return ";" in number_format and not (shown(Decimal(1), number_format) and shown(Decimal(-1), number_format))


def shown_quickly(value: int, number_format: str) -> str:
    """`shown` of a whole number below 10^15 in an ordinary format."""
    if number_format in _GENERAL:
        return str(value)
    section = _section(number_format)
    whole = f"{value:,}".replace(",", ".") if section.thousands else str(value)
    return f"{whole},{'0' * section.decimals}" if section.decimals else whole


def shown(value: object, number_format: str = "") -> str:
    """The text of the cell; "" for None. A number without a format is shown with the digits it has."""
    if isinstance(value, bool):
        return "SAND" if value else "FALSK"
    if isinstance(value, Decimal):
        return _number(value, number_format)
    if isinstance(value, date):
        return _date(value, number_format)
    if isinstance(value, time | timedelta):
        return _time(value)
    return "" if value is None else str(value)


def _time(value: time | timedelta) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    minutes = int(value.total_seconds()) // 60
    return f"{minutes // 60}:{minutes % 60:02d}"


def _number(value: Decimal, number_format: str) -> str:
    sections = number_format.split(";")
    if not number_format or number_format.casefold() in {"general", "standard", "@"}:
        return _danish(value, None, 1, False)
    own = value < 0 and len(sections) > 1
    section = _section(sections[1] if own else sections[2] if not value and len(sections) > 2 else sections[0])
    if not section.has_digits:
        return (section.before + section.after).strip() or ("" if len(sections) > 1 else _danish(value, None, 1, False))
    exponent = (2 if is_percent(number_format) else 0) - 3 * section.scale
    digits = _danish(abs(value).scaleb(exponent), section.decimals, section.least_digits, section.thousands)
    sign = "-" if value < 0 and (not own or "(" not in section.before + section.after) else ""
    if own and "-" in section.before:
        sign = ""
    return f"{sign}{section.before}{digits}{section.after}".strip()


def _danish(value: Decimal, decimals: int | None, least_digits: int, thousands: bool) -> str:
    rounded = value
    if decimals is not None and abs(value) < _ROUNDED_BELOW:
        rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _point, fraction = f"{abs(rounded):f}".partition(".")
    whole = whole.rjust(max(least_digits, 1), "0")
    grouped = f"{int(whole):,}".replace(",", ".") if thousands else whole
    return f"{'-' if rounded < 0 else ''}{grouped}{',' if fraction else ''}{fraction}"


def _bare(number_format: str) -> str:
    return _LITERAL.sub("", _NOISE.sub("", number_format))


@lru_cache(maxsize=512)
def _section(text: str) -> _Section:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1] if found[1] is not None else found[2])
        return chr(0xE000 + len(kept) - 1)

    bare = _NOISE.sub("", _LITERAL.sub(keep, text))
    found = _PATTERN.search(bare)
    if found is None:
        return _Section(_words(bare, kept), "", 0, 1, False, 0, False)
    pattern = found[0].rstrip()
    whole, _point, fraction = pattern.rstrip(",").partition(".")
    return _Section(
        before=_words(bare[: found.start()], kept),
        after=_words(found[0][len(pattern) :] + bare[found.end() :], kept),
        decimals=sum(fraction.count(sign) for sign in "0#?"),
        least_digits=whole.count("0"),
        thousands="," in whole,
        scale=len(pattern) - len(pattern.rstrip(",")),
        has_digits=True,
    )


def _words(bare: str, kept: list[str]) -> str:
    return "".join(kept[ord(sign) - 0xE000] if 0xE000 <= ord(sign) < 0xE000 + len(kept) else sign for sign in bare)


def _date(value: date, number_format: str) -> str:
    letters = set(_bare(number_format).casefold()) & set("dmyå")
    if letters and not letters - set("yå"):
        return str(value.year)
    if letters and "d" not in letters:
        return f"{_MONTHS[value.month - 1]}-{value:%y}" if "mmm" in number_format.casefold() else f"{value:%m-%Y}"
    day = f"{value:%d-%m-%Y}"
    return f"{day} {value:%H:%M}" if isinstance(value, datetime) and value.time() != time() else day
