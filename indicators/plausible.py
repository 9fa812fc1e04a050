"""Whether a value can be a slip of the hand: asked of whoever types it, never forbidden. In the indicator's own unit.

The rules in words:
- A share lies between 0 and 100, an index too; a count and a mean are not below 0, and “one in …” not below 1; yes is 1
  and no is 0.
- A share or an index that moves more than 15 points from the value before it is asked about; a mean that moves more
  than a quarter of it; anything else that more than doubles or falls to less than half. Counts below 10 move freely.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from indicators.models import IndicatorUnit

MOST_POINTS = 15
A_FEW = 10
_FULL = frozenset({IndicatorUnit.PERCENT, IndicatorUnit.INDEX})
_SIGNED = frozenset({IndicatorUnit.PERCENTAGE_POINTS, IndicatorUnit.KR})


class Doubt(StrEnum):
    OUTSIDE = "outside"
    JUMPS = "jumps"


def doubt(value: Decimal, unit: str, before: Decimal | None) -> Doubt | None:
    """`before` is the value of the same people the last time, None when there is none to hold it against."""
    if _is_outside(value, unit):
        return Doubt.OUTSIDE
    if before is not None and _jumps(value, unit, before):
        return Doubt.JUMPS
    return None


def _is_outside(value: Decimal, unit: str) -> bool:
    if unit == IndicatorUnit.YES_NO:
        return value not in {0, 1}
    if unit == IndicatorUnit.ONE_IN:
        return value < 1
    return (value < 0 and unit not in _SIGNED) or (value > 100 and unit in _FULL)


def _jumps(value: Decimal, unit: str, before: Decimal) -> bool:
    moved = abs(value - before)
    if unit in _FULL | {IndicatorUnit.PERCENTAGE_POINTS}:
        return moved > MOST_POINTS
    if unit == IndicatorUnit.MEAN:
        return moved > abs(before) / 4
    if unit == IndicatorUnit.YES_NO or max(abs(value), abs(before)) < A_FEW:
        return False
    return value * before < 0 or abs(value) > 2 * abs(before) or 2 * abs(value) < abs(before)
