"""Figures and dates as they are shown; organisation.numbers is the way in, and holds the rules."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.dates import MONTHS
from django.utils.translation import gettext, ngettext

from organisation.units import NBSP, Unit, decimals_of

MINUS = "\N{MINUS SIGN}"


def format_number(value: Decimal | int, decimals: int | None = None) -> str:
    """The number with dots and a comma: rounded half up to `decimals`, or exactly as it is.

    A value other than zero gets as many decimals more as it takes not to print as 0.
    """
    exact = _checked(value)
    shown = exact if decimals is None else _rounded(exact, decimals)
    whole, _mark, fraction = f"{abs(shown):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{MINUS if shown < 0 else ''}{grouped}{',' if fraction else ''}{fraction}"


def format_kroner(ore: int) -> str:
    """Øre as whole kroner: "2.825.146 kr."."""
    return format_amount(ore, Unit.KR)


def format_amount(ore: int, unit: Unit | str, decimals: int | None = None) -> str:
    """Øre in the unit: "6.000 t.kr.", "1,1 mio. kr."; without `decimals` whole kr. and t.kr. and one decimal of mio."""
    return f"{format_table_amount(ore, unit, decimals)}{NBSP}{Unit(unit).label}"


def format_table_amount(ore: int, unit: Unit | str, decimals: int | None = None) -> str:
    """format_amount without the unit, for a cell under a heading that names it."""
    stated = Unit(unit)
    return format_number(_in_unit(ore, stated), stated.decimals if decimals is None else decimals)


def format_exact_amount(ore: int, unit: Unit | str) -> str:
    """Øre in the unit without rounding, the inverse of parse_amount: "1,1 mio. kr.", "2.825.146,50 kr."."""
    stated = Unit(unit)
    value = _in_unit(ore, stated)
    needed = decimals_of(value.normalize())
    return f"{format_number(value, 2 if stated is Unit.KR and needed else needed)}{NBSP}{stated.label}"


def format_percent(value: Decimal | int, decimals: int | None = 0) -> str:
    """Hundredths as percent: 49 gives "49 %"; decimals=None prints the value as it is."""
    return f"{format_number(value, decimals)}{NBSP}%"


def format_percentage_points(value: Decimal | int, decimals: int | None = 0) -> str:
    """A difference of percentages: "2 procentpoint"."""
    number = format_number(value, decimals)
    words = ngettext(
        "%(number)s percentage point", "%(number)s percentage points", 1 if number.strip(MINUS) == "1" else 2
    )
    return words % {"number": number}


def format_year(year: int) -> str:
    """A year never has a mark between its thousands."""
    return str(year)


def format_date(day: date) -> str:
    """29. august 2017."""
    return gettext("%(day)d %(month)s %(year)d") % {"day": day.day, "month": MONTHS[day.month], "year": day.year}


def _checked(value: Decimal | int) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise TypeError(f"A number to print must be a Decimal or an int, not {type(value).__name__}.")
    exact = Decimal(value)
    if not exact.is_finite():
        raise TypeError("A number to print must be finite.")
    return exact


def _in_unit(ore: int, unit: Unit) -> Decimal:
    return _checked(ore).scaleb(-unit.exponent)


def _rounded(exact: Decimal, decimals: int) -> Decimal:
    shown = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return _rounded(exact, decimals + 1) if exact and not shown else shown
