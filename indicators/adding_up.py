"""How an indicator's values add up. Pure functions over rows; `parts` holds groups against the whole.

The rules in words:
- Each indicator says how: the sum, the latest, numerators over denominators of groups that do not overlap, or not at
  all. A share is never the mean of shares: 1/2 and 90/100 make 89 %, not 70 %. A part without a value leaves no total.
- A subgroup never stands in for the total.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal

from indicators.models import Aggregation, Measurement


def fold(readings: Iterable[Measurement], aggregation: str) -> Decimal | None:
    """Values of disjoint groups, or of one series in time, as one; None when the indicator does not add up so.

    Sum and latest in the unit of the values; ratio in per cent. A part without a value leaves no total.
    """
    rows = list(readings)
    if aggregation == Aggregation.RATIO:
        return _ratio(rows)
    values = [row.value for row in rows]
    if not values or None in values:
        return None
    if aggregation == Aggregation.SUM:
        return sum((value for value in values if value is not None), Decimal(0))
    return max(rows, key=_by_day).value if aggregation == Aggregation.LATEST else None


def _by_day(row: Measurement) -> tuple[datetime.date, datetime.datetime]:
    return (row.day or datetime.date.min, row.recorded_at)


def _ratio(rows: Sequence[Measurement]) -> Decimal | None:
    if any(row.numerator is None or row.denominator is None for row in rows):
        return None
    base = sum(row.denominator or 0 for row in rows)
    return Decimal(100 * sum(row.numerator or 0 for row in rows)) / base if base else None
