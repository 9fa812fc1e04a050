"""What the values of an indicator are measured in, and what numbers a cell holds."""

from __future__ import annotations

import re
from decimal import Decimal

from indicators.models import IndicatorUnit, Measurement, Target
from organisation.numbers import ParsedFigure
from organisation.resources import words_of
from organisation.sorting import search_key
from portfolio.overview.values import value_text
from portfolio.sheets.understanding import Reading, Share
from portfolio.sheets.understanding.asking import unit_says_percent

_UNITS = {"%": IndicatorUnit.PERCENT, "pct": IndicatorUnit.PERCENT, "procent": IndicatorUnit.PERCENT,
          "skala": IndicatorUnit.MEAN, "gennemsnit": IndicatorUnit.MEAN, "score": IndicatorUnit.MEAN,
          "indeks": IndicatorUnit.INDEX, "pp": IndicatorUnit.PERCENTAGE_POINTS, "kr": IndicatorUnit.KR,
          "antal": IndicatorUnit.COUNT, "personer": IndicatorUnit.COUNT, "stk": IndicatorUnit.COUNT}  # fmt: skip
_POINTS = re.compile(r"(?:%|pct|procent)\.?-? ?points?")


def unit_said(words: str) -> str:
    """The unit that a cell names; "" for words that are none of ours."""
    if unit_says_percent(words):
        return IndicatorUnit.PERCENT
    key = search_key(words).rstrip(".")
    if _POINTS.fullmatch(key):
        return IndicatorUnit.PERCENTAGE_POINTS
    return _UNITS.get(key) or words_of(IndicatorUnit).get(key, "")


def printed(row: Measurement | Target) -> str:
    """The number as it is stored, with its unit; the source's words where it has none."""
    if row.value is None:
        return row.printed
    return value_text(row.value, row.indicator.unit, qualifier=row.qualifier, raw=row.raw)


def numbers_of(value: object) -> list[Decimal]:
    if isinstance(value, Share):
        return [value.percent]
    found = (value.value, value.low, value.high) if isinstance(value, ParsedFigure) else ()
    return [number for number in found if number is not None]


def has_decimals(reading: Reading) -> bool:
    return any(number % 1 for number in numbers_of(reading.value))
