"""How an indicator's values add up, and whether the parts of a survey make its total. Pure functions over rows.

The rules in words:
- Each indicator says how: the sum, the latest, numerators over denominators of groups that do not overlap, or not at
  all. A share is never the mean of shares: 1/2 and 90/100 make 89 %, not 70 %. A part without a value leaves no total.
- A subgroup never stands in for the total. Parts and total are compared, by the divisions that they are made in: those
  by age make the total, and those by sex make it again. What does not is shown, not repaired.
- A rounded share is as good as its last digit: parts are in order when they make the total within half of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators import small_counts, sums
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
    return (row.effective_start or datetime.date.min, row.recorded_at)


def _ratio(rows: Sequence[Measurement]) -> Decimal | None:
    if any(row.numerator is None or row.denominator is None for row in rows):
        return None
    base = sum(row.denominator or 0 for row in rows)
    return Decimal(100 * sum(row.numerator or 0 for row in rows)) / base if base else None


@dataclass(frozen=True, slots=True)
class PartsCheck:
    """A total that its parts do not make. `parts` is what they make together, both in the unit of the values."""

    total: Measurement
    groups: tuple[Measurement, ...]
    parts: Decimal


def mismatches(rows: Sequence[Measurement], aggregation: str, unit: str) -> list[PartsCheck]:
    """The totals among the values of one indicator whose groups of the same time make something else."""
    if aggregation not in {Aggregation.SUM, Aggregation.RATIO}:
        return []
    found = []
    for total in (row for row in rows if not row.subgroup):
        place = sums.place_of(total)
        groups = [row for row in rows if row.subgroup and sums.place_of(row).is_of_one_time_with(place)]
        # A crossing of two divisions is checked against its margins, not against the whole.
        groups = [row for row in groups if sums.CROSSING not in row.subgroup]
        check = _check(total, groups, aggregation, unit)
        if check is not None:
            found.append(check)
    return found


def _check(total: Measurement, groups: list[Measurement], aggregation: str, unit: str) -> PartsCheck | None:
    made = fold(groups, aggregation) if groups else None
    if made is None or total.value is None or abs(made - total.value) <= _rounding(total, aggregation):
        return None
    cells = [small_counts.cell_of(row, unit) for row in (total, *groups)]
    places = [sums.place_of(row) for row in (total, *groups)]
    divisions = sums.equations(cells, places, 1, adds_up_in_time=False)
    covered = {part for one in divisions for part in one.parts}
    return None if len(covered) == len(groups) else PartsCheck(total, tuple(groups), made)


def _rounding(total: Measurement, aggregation: str) -> Decimal:
    """Half of the last digit of a share as it was printed; counts are exact."""
    if aggregation != Aggregation.RATIO or total.value is None:
        return Decimal(0)
    exponent = total.value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0)) / 2
