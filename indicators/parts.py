"""Groups held against the whole: the parts of one survey, and what they make together.

Nobody states that groups do not overlap. Groups of one division ("Køn: Kvinder") belong together; without a named
division all are tried, then each set of them that makes the whole exactly. A sum that fits is told; one that does not
is told only where the indicator is said to add up over groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from indicators.models import Aggregation, IndicatorUnit, Measurement
from indicators.sums import CROSSING, place_of

MOST_TRIED = 10

# A count by itself, or a numerator with its base.
Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """`made` is what the parts make together, `whole` what was measured of all, in the same counts."""

    parts: tuple[Measurement, ...]
    made: Counts
    whole: Counts

    @property
    def fits(self) -> bool:
        return self.made == self.whole


def divisions(whole: Measurement, groups: Sequence[Measurement], *, unit: str, aggregation: str) -> list[Division]:
    """The divisions of the whole that can be told; none where a count is not known."""
    total, beside = counts_of(whole, unit), place_of(whole)
    if total is None:
        return []
    found = []
    for several in _by_division(one for one in groups if place_of(one).is_of_one_time_with(beside)):
        together = _division(several, total, unit)
        if together is None:
            continue
        if not together.fits and (split := list(_splits(several, total, unit))):
            found += split
        elif together.fits or (aggregation in _ADDING and _is_of_one_survey(whole, several)):
            found.append(together)
    return found


_ADDING = frozenset({Aggregation.SUM, Aggregation.RATIO})


def counts_of(row: Measurement, unit: str) -> Counts | None:
    """Counts as they were stated; a share that only comes with a number of answers is rounded and proves nothing."""
    if row.numerator is not None and row.denominator is not None:
        return row.numerator, row.denominator
    if unit == IndicatorUnit.COUNT and row.value is not None and row.value == int(row.value):
        return (int(row.value),)
    return None


def named(groups: Iterable[Measurement]) -> dict[str, list[Measurement]]:
    """The groups of each division that has a name: “Køn” of “Køn: Kvinder”. Crossed groups are left out."""
    found: dict[str, list[Measurement]] = defaultdict(list)
    for row in groups:
        name, colon, _group = row.subgroup.partition(":")
        if colon and CROSSING not in row.subgroup:
            found[name.strip()].append(row)
    return dict(found)


def _by_division(groups: Iterator[Measurement]) -> list[list[Measurement]]:
    found: dict[str, list[Measurement]] = defaultdict(list)
    for row in groups:
        if CROSSING not in row.subgroup:
            name, colon, _group = row.subgroup.partition(":")
            found[name.strip().casefold() if colon else ""].append(row)
    return list(found.values())


def _division(parts: Sequence[Measurement], whole: Counts, unit: str) -> Division | None:
    counts = [counts_of(part, unit) for part in parts]
    known = [one for one in counts if one is not None and len(one) == len(whole)]
    if len(known) < len(parts):
        return None
    return Division(tuple(parts), tuple(sum(several) for several in zip(*known, strict=True)), whole)


def _splits(parts: Sequence[Measurement], whole: Counts, unit: str) -> Iterator[Division]:
    for size in range(2, len(parts)) if len(parts) <= MOST_TRIED else ():
        for chosen in combinations(parts, size):
            division = _division(chosen, whole, unit)
            if division is not None and division.fits:
                yield division


def _is_of_one_survey(whole: Measurement, parts: Sequence[Measurement]) -> bool:
    return all(part.effective == whole.effective for part in parts)
