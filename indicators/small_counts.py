"""Small counts of citizens are hidden, with enough beside them that they cannot be computed. Never for public money.

The rules in words, with k the municipality's threshold:
- A count of 1…k-1 is hidden. A share is hidden when its numerator or its complement is 1…k-1, or its base is below k;
  0 % and 100 % of a large base stay.
- Where parts add up to a shown total, further parts are hidden, the smallest first, until no hidden part can be told
  from the total and the shown parts: a reader knows that a small count lies in 1…k-1 and that no count is below 0.
  When the parts do not suffice, the total is hidden too.
- What the source has already published stays, with the reason beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from indicators.models import IndicatorUnit, Measurement


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, or the counts behind a share. `base` is None for a plain count; `count` None when it is not known."""

    count: int | None
    base: int | None = None
    published_reason: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which parts are hidden, by their index; `small` of them for their own sake. `total` says whether it is hidden."""

    parts: frozenset[int]
    small: frozenset[int]
    total: bool


def is_small(cell: Cell, k: int) -> bool:
    """The cell is hidden for its own sake. A cell about which no count is known is not."""
    if cell.published_reason:
        return False
    if cell.base is None:
        return _few(cell.count, k)
    return cell.base < k or _few(cell.count, k) or (cell.count is not None and _few(cell.base - cell.count, k))


def _few(count: int | None, k: int) -> bool:
    return count is not None and 1 <= count < k


def pattern(parts: Sequence[Cell], total: Cell | None, k: int) -> Pattern:
    """What to hide of the parts of one table. Without a total that they add up to, only the small ones."""
    small = frozenset(index for index, cell in enumerate(parts) if is_small(cell, k))
    total_hidden = total is not None and is_small(total, k)
    counts = [cell.count for cell in parts]
    known = [count for count in counts if count is not None]
    adds_up = total is not None and len(known) == len(parts) and sum(known) == total.count
    if not small or total_hidden or not adds_up:
        return Pattern(small, small, total_hidden)
    return _protected(known, small, k, published={i for i, cell in enumerate(parts) if cell.published_reason})


def _protected(counts: Sequence[int], small: frozenset[int], k: int, published: set[int]) -> Pattern:
    hidden = set(small)
    # Zeros last: hiding one protects little, and a shown 0 is worth knowing.
    spare = sorted(set(range(len(counts))) - hidden - published, key=lambda i: (counts[i] == 0, counts[i], i))
    while _can_be_told(counts, hidden, small, k):
        if not spare:
            return Pattern(frozenset(hidden), small, total=True)
        hidden.add(spare.pop(0))
    return Pattern(frozenset(hidden), small, total=False)


def _can_be_told(counts: Sequence[int], hidden: set[int], small: frozenset[int], k: int) -> bool:
    """Some hidden part has only one value that fits the sum of the hidden ones."""
    rest = sum(counts[index] for index in hidden)
    low = {index: 1 if index in small else 0 for index in hidden}
    high = {index: k - 1 if index in small else rest for index in hidden}
    least, most = sum(low.values()), sum(high.values())
    return any(max(low[i], rest - (most - high[i])) == min(high[i], rest - (least - low[i])) for i in hidden)


def cell_of(measurement: Measurement, unit: str) -> Cell:
    """The counts behind a measured value, as far as they are stated: a share of n answers is taken to be rounded."""
    if measurement.denominator is not None:
        return Cell(measurement.numerator, measurement.denominator)
    if measurement.value is None:
        return Cell(None)
    if unit == IndicatorUnit.COUNT:
        return Cell(int(measurement.value))
    if unit == IndicatorUnit.PERCENT and measurement.n is not None:
        return Cell(_rounded(measurement.value * measurement.n / 100), measurement.n)
    return Cell(None, measurement.n)


def _rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def hidden_readings(
    total: Measurement | None, groups: Mapping[str, Measurement], *, unit: str, k: int
) -> tuple[frozenset[int], frozenset[int]]:
    """Primary keys of the readings of one survey to hide, and those of them that are small themselves."""
    names = list(groups)
    found = pattern([cell_of(groups[name], unit) for name in names], cell_of(total, unit) if total else None, k)
    hidden = {groups[names[index]].pk for index in found.parts}
    small = {groups[names[index]].pk for index in found.small}
    if total is not None and found.total:
        hidden.add(total.pk)
        small |= {total.pk} if is_small(cell_of(total, unit), k) else set()
    return frozenset(hidden), frozenset(small)
