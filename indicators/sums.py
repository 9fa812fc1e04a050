"""Which values of an indicator add up to which: groups to the whole, crossings to their margins, months to the year.

A subgroup that crosses two divisions is written with ×: "Kvinder × 18-29 år" stands under "Kvinder" and under
"18-29 år". It may name its division: "Køn: Kvinder". Nobody states that groups do not overlap; that they add up is
taken from the counts. A chance match makes too much of a table hidden, never too little.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from indicators.models import Measurement
from indicators.small_counts import Cell, Equation, Quantity, base_of, count_of

MOST_PARTS_TRIED = 12
# A year in months, quarters and halves has some thirty.
MOST_COVERS = 200
CROSSING = "×"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the indicator's table a value stands: in which groups at once, and when; days None when undated."""

    groups: frozenset[str]
    start: datetime.date | None = None
    end: datetime.date | None = None

    def is_of_one_time_with(self, other: Place) -> bool:
        undated = self.start is None or other.start is None
        return undated or (self.start, self.end) == (other.start, other.end)

    def holds(self, other: Place) -> bool:
        """The other's time lies within this one's and is shorter."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        within = self.start <= other.start and other.end <= self.end
        return within and (self.start, self.end) != (other.start, other.end)


def place_of(row: Measurement) -> Place:
    groups = frozenset(part.strip().casefold() for part in row.subgroup.split(CROSSING) if part.strip())
    return Place(groups, row.effective_start, row.effective_end)


def equations(cells: Sequence[Cell], places: Sequence[Place], k: int, *, adds_up_in_time: bool) -> list[Equation]:
    found: dict[Equation, None] = {}
    for whole, place in enumerate(places):
        for level in _levels_below(place, places).values():
            found |= dict.fromkeys(_divisions(cells, whole, level, k))
        if adds_up_in_time:
            found |= dict.fromkeys(_covers(cells, places, whole))
    return list(found)


def told_by_the_rest(
    cells: Sequence[Cell], places: Sequence[Place], most: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """(cell, count) of those that the source prints as “<5”, and that the whole less the other groups gives away.

    `most` is the largest count of each.
    """
    for whole, place in enumerate(places):
        for level in _levels_below(place, places).values():
            unknown = [cell for cell in level if cells[cell].count is None]
            total, others = cells[whole].count, [cells[cell].count or 0 for cell in level]
            if total is None or len(unknown) != 1 or unknown[0] not in most:
                continue
            if 0 <= total - sum(others) <= most[unknown[0]]:
                yield unknown[0], total - sum(others)


def _levels_below(whole: Place, places: Sequence[Place]) -> Mapping[tuple[str, ...], list[int]]:
    """The cells under a place, by the divisions in which they are one of several groups."""
    levels: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        if place.groups > whole.groups and place.is_of_one_time_with(whole):
            levels[tuple(sorted(_division(group) for group in place.groups - whole.groups))].append(index)
    return levels


def _division(group: str) -> str:
    """“køn” of “køn: kvinder”; empty when it is not named."""
    name, colon, _group = group.partition(":")
    return name.strip() if colon else ""


def _divisions(cells: Sequence[Cell], whole: int, level: Sequence[int], k: int) -> list[Equation]:
    """All of the level when they make the whole; else those that do, by age and again by sex; else all if nearly."""
    gaps = [gap for gap in (_gap(cells, whole, level, quantity) for quantity in (count_of, base_of)) if gap is not None]
    everything = [Equation(whole, tuple(level))]
    if 0 in gaps:
        return everything
    found = list(_subsets(cells, whole, level)) if len(level) <= MOST_PARTS_TRIED else []
    return found or (everything if any(0 < gap < k for gap in gaps) else [])


def _subsets(cells: Sequence[Cell], whole: int, level: Sequence[int]) -> Iterator[Equation]:
    for size in range(1, len(level)):
        for chosen in combinations(level, size):
            if any(_gap(cells, whole, chosen, quantity) == 0 for quantity in (count_of, base_of)):
                yield Equation(whole, chosen)


def _gap(cells: Sequence[Cell], whole: int, parts: Sequence[int], quantity: Quantity) -> int | None:
    """How much the parts lack of the whole; None when one of them is not known."""
    total, values = quantity(cells[whole]), [quantity(cells[part]) for part in parts]
    if total is None or None in values:
        return None
    return total - sum(value or 0 for value in values)


# A stretch of time within a whole: its last day, the cells that make it, and whether they are known to.
@dataclass(frozen=True, slots=True)
class _Piece:
    end: datetime.date
    cells: tuple[int, ...]
    is_certain: bool


def _covers(cells: Sequence[Cell], places: Sequence[Place], whole: int) -> Iterator[Equation]:
    """Shorter times that follow each other from the first day of the whole to its last: months, quarters, or both.

    For a time without a value of its own its groups stand in, where all then make the whole.
    """
    place = places[whole]
    if place.start is None or place.end is None:
        return
    pieces = _pieces(place, places)
    for chain in islice(_chains(pieces, place.start, place.end), MOST_COVERS):
        parts = tuple(cell for piece in chain for cell in piece.cells)
        makes_it = any(_gap(cells, whole, parts, quantity) == 0 for quantity in (count_of, base_of))
        if makes_it or all(piece.is_certain for piece in chain):
            yield Equation(whole, parts)


def _pieces(whole: Place, places: Sequence[Place]) -> Mapping[datetime.date, list[_Piece]]:
    """By their first day."""
    found: dict[datetime.date, list[_Piece]] = defaultdict(list)
    for start, end in sorted({(one.start, one.end) for one in places if whole.holds(one) and one.start and one.end}):
        here = Place(whole.groups, start, end)
        own = [index for index, place in enumerate(places) if place == here]
        if own:
            found[start] += [_Piece(end, (index,), is_certain=True) for index in own]
        else:
            dated = [place if place.start else Place(frozenset()) for place in places]
            found[start] += [
                _Piece(end, tuple(level), is_certain=False) for level in _levels_below(here, dated).values()
            ]
    return found


def _chains(
    pieces: Mapping[datetime.date, list[_Piece]], start: datetime.date, end: datetime.date
) -> Iterator[tuple[_Piece, ...]]:
    for piece in pieces.get(start, ()):
        if piece.end == end:
            yield (piece,)
        elif piece.end < end:
            for rest in _chains(pieces, piece.end + datetime.timedelta(days=1), end):
                yield (piece, *rest)
