"""Measured values as text: in their own unit, with the words that hedge them, or hidden where people are few."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from indicators import certainty
from indicators.models import ContextFigure, IndicatorUnit, Measurement, Target
from organisation.printing import (
    format_amount,
    format_number,
    format_percent,
    format_percentage_points,
    format_table_amount,
)
from organisation.units import Qualifier, Unit, decimals_of
from portfolio.overview import words

# Below this many answers a share's decimals say more than the survey knows.
DECIMALS_FROM = 1000


# One decimal of a million tells this many øre.
_SHOWN_OF_MIO = Unit.MIO.ore // 10


def value_text(
    value: Decimal | None, unit: str, *, decimals: int = 0, qualifier: str = Qualifier.EXACT, raw: str = "",
    low: Decimal | None = None, high: Decimal | None = None,
) -> str:  # fmt: skip
    """The value with unit and hedge: “49 %”, “ca. 1.600”, “150–200”; the raw words where there is no number."""
    if value is None and low is not None and high is not None:
        return f"{in_unit(low, unit, decimals)}–{in_unit(high, unit, decimals)}"
    if value is None or qualifier == Qualifier.WORDS:
        return raw or words.not_stated()
    return hedged(in_unit(value, unit, decimals), qualifier)


def hedged(text: str, qualifier: str) -> str:
    pattern = {
        Qualifier.ABOUT.value: _("about %(value)s"),
        Qualifier.MORE_THAN.value: _("more than %(value)s"),
        Qualifier.UP_TO.value: _("up to %(value)s"),
        Qualifier.ALMOST.value: _("almost %(value)s"),
    }.get(qualifier)
    return pattern % {"value": text} if pattern else text


def in_unit(value: Decimal, unit: str, decimals: int = 0) -> str:
    """At least `decimals`, and those that the value itself has."""
    exact = value.normalize()
    places = max(decimals, decimals_of(exact))
    if unit == IndicatorUnit.PERCENT:
        return format_percent(value, places)
    if unit == IndicatorUnit.PERCENTAGE_POINTS:
        return format_percentage_points(value, places)
    if unit == IndicatorUnit.KR:
        return _kroner(value)
    if unit == IndicatorUnit.YES_NO:
        return _("yes") if value else _("no")
    if unit == IndicatorUnit.ONE_IN:
        return _("one in %(number)s") % {"number": format_number(value, places)}
    return format_number(value, places)


def _kroner(value: Decimal) -> str:
    """Millions as such, so that a pool of 262,5 mio. kr. can be read."""
    ore = int(value * 100)
    return format_amount(ore, Unit.MIO if abs(ore) >= Unit.MIO.ore and ore % _SHOWN_OF_MIO == 0 else Unit.KR)


def difference_text(value: Decimal, unit: str) -> str:
    """A distance between two values: percentages differ by percentage points."""
    return in_unit(value, IndicatorUnit.PERCENTAGE_POINTS if unit == IndicatorUnit.PERCENT else unit)


# “Every fifth” or “yes” is no length, and two of them are no way between.
WITHOUT_DISTANCE = frozenset({IndicatorUnit.YES_NO, IndicatorUnit.ONE_IN})


def way_texts(part: Decimal, whole: Decimal, unit: str) -> tuple[str, str, str]:
    """A part of a way without and with its unit, and the whole way; amounts of money both in the same unit."""
    if unit != IndicatorUnit.KR:
        exact = part.normalize()
        return format_number(exact, decimals_of(exact)), difference_text(part, unit), difference_text(whole, unit)
    ore = [int(one * 100) for one in (part, whole)]
    shown_in = Unit.MIO if ore[1] >= Unit.MIO.ore and all(one % _SHOWN_OF_MIO == 0 for one in ore) else Unit.KR
    return format_table_amount(ore[0], shown_in), format_amount(ore[0], shown_in), format_amount(ore[1], shown_in)


def measurement_text(row: Measurement, unit: str, decimals: int) -> str:
    answers = certainty.answers(row)
    if row.number is not None and unit == IndicatorUnit.PERCENT and answers is not None:
        # A share that was computed from its counts has more decimals than anybody has stated.
        computed = decimals if row.denominator is not None else max(decimals, decimals_of(row.number.normalize()))
        return hedged(format_percent(row.number, 0 if answers < DECIMALS_FROM else computed), row.qualifier)
    return value_text(
        row.value, unit, decimals=decimals, qualifier=row.qualifier, raw=row.raw, low=row.low, high=row.high
    )


def target_text(row: Target, unit: str, decimals: int) -> str:
    text = value_text(
        row.value, unit, decimals=decimals, qualifier=row.qualifier, raw=row.raw, low=row.low, high=row.high
    )
    if row.kind == "change" and row.number is not None:
        size = difference_text(abs(row.number), unit)
        return (_("up by %(size)s") if row.number > 0 else _("down by %(size)s")) % {"size": size}
    return text


def context_text(row: ContextFigure) -> str:
    return value_text(row.value, row.unit, qualifier=row.qualifier, raw=row.raw, low=row.low, high=row.high)


def hidden_text(*, is_small_count: bool, k: int) -> str:
    """A small count shows that it is below the threshold; all else only that it is hidden."""
    if is_small_count:
        return _("<%(threshold)d (hidden: few people)") % {"threshold": k}
    return _("hidden (few people)")
