"""Danish numbers, amounts and percentages: the one parser and the one formatter.

Reading never guesses. A full stop groups thousands, only in groups of three; a comma is always the decimal mark; spaces
of every width may group thousands. Whatever can be read in two ways, or is finer than an øre, raises DanishNumberError
with a sentence for the person who typed it. Misprints such as "1,1, mio. kr." are refused too: an importer keeps the
words and states the value beside them.

Printing is the only place where figures are rounded (half up). The number style and the units are Danish in every
language; only words such as "procentpoint" and the names of months are translated. None raises TypeError: the words for
a missing value belong to the caller.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn, TypeVar

from django.utils.translation import gettext

from organisation.printing import (
    format_amount,
    format_date,
    format_exact_amount,
    format_kroner,
    format_number,
    format_percent,
    format_percentage_points,
    format_table_amount,
    format_year,
)
from organisation.units import Qualifier, Unit, decimals_of

__all__ = [
    "DanishNumberError",
    "ParsedAmount",
    "ParsedFigure",
    "Qualifier",
    "Unit",
    "format_amount",
    "format_date",
    "format_exact_amount",
    "format_kroner",
    "format_number",
    "format_percent",
    "format_percentage_points",
    "format_table_amount",
    "format_year",
    "parse_amount",
    "parse_figure",
    "parse_number",
    "parse_percent",
    "parse_unit",
]

LARGEST_ORE = 2**63 - 1
_T = TypeVar("_T")


class DanishNumberError(ValueError):
    """The text is no number that can be read with certainty; str() is a sentence saying why and what to write."""


@dataclass(frozen=True, slots=True)
class ParsedFigure:
    """A figure without a unit of money: persons, points, percent.

    `value` is None when the figure is missing or an interval. `low` and `high` are the bounds that the words state:
    both of an interval, low of "flere end", high of "op til" and "næsten".
    """

    raw: str
    value: Decimal | None
    qualifier: Qualifier = Qualifier.EXACT
    low: Decimal | None = None
    high: Decimal | None = None
    missing: bool = False


@dataclass(frozen=True, slots=True)
class ParsedAmount:
    """An amount of money in whole øre; bounds as in ParsedFigure.

    `unit` is the one to print it in: the stated one ("mia." counts as mio. kr., øre as kr.), else the heading's.
    `unit_stated` says whether the text itself names it. `missing` marks "", "-", "–", ".." and their like: neither zero
    nor unknown for certain, the reader of the document must say.
    """

    raw: str
    ore: int | None
    unit: Unit | None
    unit_stated: bool = False
    qualifier: Qualifier = Qualifier.EXACT
    low_ore: int | None = None
    high_ore: int | None = None
    missing: bool = False


_SPACES = re.compile(r"[\s\u200b\u2060\ufeff]+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_MISSING = re.compile(r"-{0,3}|\.{1,3}|…")
_NUMBER = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:,[0-9]+)?")
_MOST_DIGITS = 24
_LONGEST_TEXT = 200

_QUALIFIERS = {
    Qualifier.ABOUT: r"ca\.?|cirka|omkring|omtrent|omkr\.",
    Qualifier.MORE_THAN: r"flere end|mere end|over|godt",
    Qualifier.UP_TO: r"op til|højst|maks\.|maksimalt|indtil",
    Qualifier.ALMOST: r"næsten|knapt?",
}
_QUALIFIED = re.compile("|".join(f"(?P<{code.value}>{words})" for code, words in _QUALIFIERS.items()))
_RANGE = re.compile(
    r"(?:fra |mellem )?(?P<low>[^-]*[0-9][^-]*?) ?(?:-|(?<= )til(?= )|(?<= )og(?= )) ?(?P<high>[0-9][^-]*)"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

_KRONER = r"(?:kr\.?|kroner|dkk)"
_THOUSAND = rf"(?:t\. ?kr\.?|tkr\.?|t\.? ?dkk|(?:tusinde?|tus\.) ?{_KRONER})"
_MILLION = rf"(?:(?:mio\.?|mill\.?|million(?:er)?)(?: ?{_KRONER})?|mdkk)"
_SUFFIXES = {
    "mia": (re.compile(rf" ?(?:mia\.?|milliard(?:er)?)(?: ?{_KRONER})?$"), Unit.MIO, 11),
    "mio": (re.compile(rf" ?{_MILLION}$"), Unit.MIO, 8),
    "tkr": (re.compile(rf" ?{_THOUSAND}$"), Unit.TKR, 5),
    "kr": (re.compile(rf"(?:,-)? ?{_KRONER}$|,-$"), Unit.KR, 2),
    "ore": (re.compile(r" ?øre$"), Unit.KR, 0),
}
_PREFIX = re.compile(rf"{_KRONER} ?(?=[0-9+-])")
# “kr. 1.000” over a table counts in thousands as “1.000 kr.” does.
_HEADINGS = {
    Unit.KR: re.compile(rf"(?:hele )?{_KRONER}"),
    Unit.TKR: re.compile(
        rf"(?:hele )?(?:{_THOUSAND}|(?:1[., ]?)?000 ?{_KRONER}|{_KRONER} ?(?:1[., ]?|['’])?000"
        rf"|{_KRONER} ?(?:tusind(?:er?)?|tus\.))"
    ),
    Unit.MIO: re.compile(
        rf"(?:hele )?(?:{_MILLION}|1[., ]?000[., ]?000 ?{_KRONER}|{_KRONER} ?1[., ]?000[., ]?000"
        rf"|{_KRONER} ?(?:mio\.?|mill\.?|million(?:er)?))"
    ),
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a number of an amount counts: the unit to print it in, and its power of ten in øre."""

    unit: Unit
    exponent: int


# Reading


def parse_number(text: str) -> Decimal:
    """The number, exactly as written. Raises DanishNumberError, also for the marks of a missing value."""
    plain = _plain(text)
    if _MISSING.fullmatch(plain):
        _refuse(text, gettext("There is no number here. Write one, for instance 2.500 or 67,4."))
    return _signed(plain, text)


def parse_figure(text: str) -> ParsedFigure:
    """A number with the words that hedge it: "ca. 1.600", "flere end 210.000", "25-30"."""
    plain = _plain(text)
    if _MISSING.fullmatch(plain):
        return ParsedFigure(text, None, missing=True)
    qualifier, rest = _split_qualifier(plain)
    if found := _range(qualifier, rest):
        low, high = _unsigned(found["low"], text), _unsigned(found["high"], text)
        _refuse_years(found["low"], found["high"], text)
        _refuse_backwards(low > high, text)
        return ParsedFigure(text, None, Qualifier.INTERVAL, low, high)
    value = _signed(rest, text)
    low_bound, high_bound = _bounds(qualifier, value)
    return ParsedFigure(text, value, qualifier, low_bound, high_bound)


def parse_amount(text: str, unit: Unit | str | None = None) -> ParsedAmount:
    """The amount in øre. `unit` is the heading's and holds where the text states none; with neither it is refused."""
    heading = None if unit is None else Unit(unit)
    plain = _plain(text)
    if _MISSING.fullmatch(plain):
        return ParsedAmount(text, None, heading, missing=True)
    qualifier, rest = _split_qualifier(plain)
    if found := _range(qualifier, rest):
        return _interval(text, found["low"], found["high"], heading)
    number, stated = _split_scale(rest, heading, text)
    value = _signed(number, text)
    scale = stated or _heading_scale(heading, text)
    ore = _in_ore(value, scale, text)
    low, high = _bounds(qualifier, ore)
    return ParsedAmount(text, ore, scale.unit, stated is not None, qualifier, low, high)


def parse_unit(text: str) -> Unit:
    """The unit that a heading names: "kr.", "1.000 kr.", "Beløb i t.kr.", "(mio. kr.)"."""
    plain = re.sub(rf"\b({_KRONER}) i (?=tusind|1[., ]?000|mi)", r"\1 ", _plain(text))
    plain = re.sub(r"^(?:.*\bi )|[()\[\]:]", "", plain).strip()
    unit = next((unit for unit, words in _HEADINGS.items() if words.fullmatch(plain)), None)
    if unit is None:
        _refuse(text, gettext("The unit is not known. Write kr., t.kr. (or 1.000 kr.) or mio. kr."))
    return unit


def parse_percent(text: str) -> Decimal:
    """Percent as a number of hundredths: "67,4 %", "49 procent", "49 pct." and plain "49" give 67.4, 49, 49 and 49."""
    plain = _plain(text)
    if re.search(r"(?:point|pp\.?)$", plain):
        _refuse(
            text,
            gettext(
                "Percentage points are a difference between two percentages. Write the percentage, for instance 49 %."
            ),
        )
    return parse_number(re.sub(r" ?(?:%|procent|pct\.?)$", "", plain) if plain else text)


def _plain(text: str) -> str:
    """Small letters, single spaces, every dash a hyphen."""
    if len(text) > _LONGEST_TEXT:
        _refuse(text, gettext("The number has too many digits. Check that it is one number."))
    return _SPACES.sub(" ", text).strip().translate(_DASHES).casefold()


def _signed(plain: str, raw: str) -> Decimal:
    found = re.fullmatch(r"(?P<before>[+-]?) ?(?P<number>.*?)(?P<after> ?-)?", plain)
    if found is None or (found["before"] and found["after"]):
        _refuse(raw, gettext("The number has more than one sign. Write one minus, in front of the number."))
    value = _unsigned(found["number"], raw)
    return -value if value and "-" in (found["before"] + (found["after"] or "")) else value


def _unsigned(plain: str, raw: str) -> Decimal:
    if not _NUMBER.fullmatch(plain):
        _refuse(raw, _what_is_wrong(plain))
    digits = re.sub(r"[ .]", "", plain)
    if len(digits) > _MOST_DIGITS:
        _refuse(raw, gettext("The number has too many digits. Check that it is one number."))
    return Decimal(digits.replace(",", "."))


def _what_is_wrong(plain: str) -> str:
    if found := re.fullmatch(r"([1-9][0-9]{0,2})\.([0-9]{1,2})", plain):
        whole, part = found.groups()
        return gettext(
            "It can be read as %(decimal)s or as %(thousands)s. Write %(decimal)s if the full stop is a decimal mark, "
            "%(thousands)s if it groups thousands."
        ) % {"decimal": f"{whole},{part}", "thousands": f"{whole}.{part:0<3}"}
    if re.fullmatch(r"[0-9,]+,[0-9]+\.[0-9]+|(?:0+|[0-9]{4,})\.[0-9]+", plain):
        return gettext("A comma is the decimal mark and a full stop groups thousands. Write for instance 1.234,50.")
    if re.fullmatch(r"[0-9][0-9. ]*(?:,[0-9]+)?", plain):
        return gettext(
            "The thousands are not in groups of three digits with the same mark. Write for instance 2.825.146."
        )
    if plain.count(",") > 1 or plain.endswith(","):
        return gettext("There is a comma too many. Write one comma with the decimals after it, for instance 1,1.")
    return gettext(
        "It is not a number. Write digits, with a full stop between thousands and a comma before decimals, "
        "for instance 2.500 or 67,4."
    )


def _split_qualifier(plain: str) -> tuple[Qualifier, str]:
    found = _QUALIFIED.match(plain)
    if not found or not re.match(r" ?[0-9+-]| (?:kr|dkk)", plain[found.end() :]):
        return Qualifier.EXACT, plain
    return Qualifier(str(found.lastgroup)), plain[found.end() :].strip()


def _range(qualifier: Qualifier, plain: str) -> re.Match[str] | None:
    return _RANGE.fullmatch(plain) if qualifier in {Qualifier.EXACT, Qualifier.ABOUT} else None


def _bounds(qualifier: Qualifier, value: _T) -> tuple[_T | None, _T | None]:
    low = value if qualifier is Qualifier.MORE_THAN else None
    return low, value if qualifier in {Qualifier.UP_TO, Qualifier.ALMOST} else None


def _interval(raw: str, low_text: str, high_text: str, heading: Unit | None) -> ParsedAmount:
    low_number, low_scale = _split_scale(low_text, heading, raw)
    high_number, high_scale = _split_scale(high_text, heading, raw)
    if high_scale is None:
        _refuse_years(low_number, high_number, raw)
    low = _in_ore(_unsigned(low_number, raw), low_scale or high_scale or _heading_scale(heading, raw), raw)
    scale = high_scale or _heading_scale(heading, raw)
    high = _in_ore(_unsigned(high_number, raw), scale, raw)
    _refuse_backwards(low > high, raw)
    return ParsedAmount(raw, None, scale.unit, high_scale is not None, Qualifier.INTERVAL, low, high)


def _split_scale(plain: str, heading: Unit | None, raw: str) -> tuple[str, _Scale | None]:
    """The text without its unit, and the scale that the unit gives, None when it names none."""
    if (found := _PREFIX.match(plain)) is not None:
        return plain[found.end() :].removesuffix(",-"), _Scale(Unit.KR, 2)
    for words, unit, exponent in _SUFFIXES.values():
        if (found := words.search(plain)) is not None:
            if found[0] == ",-" and heading not in {None, Unit.KR}:
                _refuse(
                    raw,
                    gettext(
                        "The ending ,- means whole kroner, but the heading has another unit. "
                        "Write the unit after the number."
                    ),
                )
            return plain[: found.start()], _Scale(unit, exponent)
    return plain, None


def _heading_scale(heading: Unit | None, raw: str) -> _Scale:
    if heading is None:
        _refuse(raw, gettext("The amount has no unit. Write kr., t.kr. or mio. kr. after the number."))
    return _Scale(heading, heading.exponent)


def _in_ore(value: Decimal, scale: _Scale, raw: str) -> int:
    # Three decimals in kroner are nearly always thousands grouped in the English way, even where the øre are whole.
    if scale.exponent == 2 and decimals_of(value) > 2:
        _refuse(
            raw, gettext("An amount in kr. has at most two decimals. Write 2.500 kr. for two thousand five hundred.")
        )
    ore = value.scaleb(scale.exponent)
    if ore != ore.to_integral_value():
        _refuse(raw, gettext("The amount is finer than one øre. Write it with fewer decimals."))
    if abs(ore) > LARGEST_ORE:
        _refuse(raw, gettext("The amount is larger than can be stored. Check the number and its unit."))
    return int(ore)


def _refuse_years(low: str, high: str, raw: str) -> None:
    if _YEAR.fullmatch(low.strip()) and _YEAR.fullmatch(high.strip()):
        _refuse(
            raw,
            gettext("It looks like two years. Write the unit, or a full stop between thousands, if it is an interval."),
        )


def _refuse_backwards(is_backwards: bool, raw: str) -> None:
    if is_backwards:
        _refuse(raw, gettext("The interval ends below its beginning. Write the smaller number first."))


def _refuse(raw: str, sentence: str) -> NoReturn:
    shown = raw if len(raw) <= 60 else f"{raw[:60]}…"
    raise DanishNumberError(gettext("“%(text)s” cannot be read. %(sentence)s") % {"text": shown, "sentence": sentence})
