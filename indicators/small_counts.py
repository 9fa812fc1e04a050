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
from itertools import combinations

from indicators.models import IndicatorUnit, Measurement

MOST_PARTS_TRIED = 12


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
    """What to hide of the parts of one table. Without a total that some of them add up to, only the small ones."""
    small = frozenset(index for index, cell in enumerate(parts) if is_small(cell, k))
    if total is not None and is_small(total, k):
        return Pattern(small, small, total=True)
    found = _Table(tuple(cell.count for cell in parts), small, k)
    divisions = found.divisions(total.count) if total is not None and small else []
    published = frozenset(index for index, cell in enumerate(parts) if cell.published_reason)
    return found.protected(divisions, published)


@dataclass(frozen=True, slots=True)
class _Table:
    counts: tuple[int | None, ...]
    small: frozenset[int]
    k: int

    def divisions(self, total: int | None) -> list[tuple[int, ...]]:
        """The sets of parts that add up to the total: a population may be divided by age and again by sex.

        A chance match hides a part too many, which harms nobody. Of very many parts only all together are tried.
        """
        known = [index for index, count in enumerate(self.counts) if count is not None]
        sizes = range(1, len(known) + 1) if len(known) <= MOST_PARTS_TRIED else [len(known)]
        return [
            chosen
            for size in sizes
            for chosen in combinations(known, size)
            if sum(self.counts[index] or 0 for index in chosen) == total and self.small.intersection(chosen)
        ]

    def protected(self, divisions: Sequence[tuple[int, ...]], published: frozenset[int]) -> Pattern:
        hidden = set(self.small)
        while told := [division for division in divisions if self.can_be_told(division, hidden)]:
            spare = [index for index in told[0] if index not in hidden and index not in published]
            if not spare:
                return Pattern(frozenset(hidden), self.small, total=True)
            # Zeros last: hiding one protects little, and a shown 0 is worth knowing.
            hidden.add(min(spare, key=lambda index: (self.counts[index] == 0, self.counts[index] or 0, index)))
        return Pattern(frozenset(hidden), self.small, total=False)

    def can_be_told(self, division: Sequence[int], hidden: set[int]) -> bool:
        """Some hidden part of the division has only one value that fits the sum of its hidden parts."""
        unknown = [index for index in division if index in hidden]
        rest = sum(self.counts[index] or 0 for index in unknown)
        low = {index: 1 if index in self.small else 0 for index in unknown}
        high = {index: self.k - 1 if index in self.small else rest for index in unknown}
        least, most = sum(low.values()), sum(high.values())
        return any(max(low[i], rest - (most - high[i])) == min(high[i], rest - (least - low[i])) for i in unknown)


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
