"""Small counts of citizens are hidden, with enough beside them that they cannot be computed. Never for public money.

The rules in words, with k the municipality's threshold:
- A count of 1…k-1 is hidden. A share is hidden when its numerator or its complement is 1…k-1, or its base is below k;
  0 % and 100 % of a large base stay.
- Where values add up, further ones are hidden, parts before wholes and small before large, until every hidden value
  could also be another: some other table fits all that is shown and all that a reader knows of the rule, namely that
  "<k" means 1…k-1, that another hidden count is at least k, and that a numerator lies between 0 and its base.
  With k of 2 "<k" would tell the count, and it is hidden without. So is one where all that adds up is hidden, and "<k"
  alone tells it: of four parts and a whole that are all "<5", each part is 1.
- What the source has already published stays, with the reason beside it. What has once been decided stays too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from indicators.models import ContextFigure, IndicatorUnit, Measurement

# A search for another table that takes longer counts as none found: too much is hidden then, never too little.
MOST_STEPS = 400


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, or the counts behind a share. `base` is None for a plain count; `count` None when it is not known.

    `threshold` is the one by which the cell was decided earlier: what is printed of it goes on telling that one.
    `unsaid` of a cell decided earlier: it was hidden without saying that it is small.
    """

    count: int | None
    base: int | None = None
    published_reason: str = ""
    threshold: int | None = None
    unsaid: bool = False


@dataclass(frozen=True, slots=True)
class Equation:
    """The whole is the sum of its parts; cells by their index."""

    whole: int
    parts: tuple[int, ...]

    @property
    def cells(self) -> tuple[int, ...]:
        return (*self.parts, self.whole)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which cells are hidden, by their index; `small` of them as small ones; `told` can be computed all the same.

    Nothing is told unless too much was shown before.
    """

    hidden: frozenset[int]
    small: frozenset[int]
    told: frozenset[int]


def is_small(cell: Cell, k: int) -> bool:
    """The cell is hidden for its own sake. A cell about which no count is known is not."""
    k = cell.threshold or k
    if cell.published_reason:
        return False
    if cell.base is None:
        return _few(cell.count, k)
    return cell.base < k or _few(cell.count, k) or (cell.count is not None and _few(cell.base - cell.count, k))


def says_how_small(k: int) -> bool:
    """A hidden small count shows "<k": below 3 that would tell it."""
    return k > 2


def _few(count: int | None, k: int) -> bool:
    return count is not None and 1 <= count < k


def pattern(
    cells: Sequence[Cell], equations: Sequence[Equation], k: int, decided: Mapping[int, bool] | None = None
) -> Pattern:
    """What to hide. `decided` says of cells whether they are hidden already; the others follow."""
    fixed = decided or {}
    small = {index for index, cell in enumerate(cells) if is_small(cell, k) and fixed.get(index, True)}
    unsaid = {index for index in small if cells[index].unsaid}
    table = _Table(cells, equations, k, small, unsaid, frozenset(fixed))
    hidden = small | {index for index, is_hidden in fixed.items() if is_hidden}
    free: set[Secret] = set()
    while told := table.told(hidden, free):
        if spare := table.spare(told, hidden):
            hidden.add(table.best(spare, hidden))
        elif sayings := table.sayings(told):
            unsaid.add(table.best(sayings, hidden, wholes_first=True))
        else:
            break
    return Pattern(frozenset(hidden), frozenset(small - unsaid), frozenset(told))


Quantity = Callable[[Cell], int | None]
Secret = tuple[int, Quantity]


def count_of(cell: Cell) -> int | None:
    return cell.count


def base_of(cell: Cell) -> int | None:
    return cell.base


@dataclass(frozen=True, slots=True)
class _Table:
    cells: Sequence[Cell]
    equations: Sequence[Equation]
    k: int
    small: set[int]
    unsaid: set[int]
    fixed: frozenset[int]

    def told(self, hidden: set[int], free: set[Secret]) -> set[int]:
        """The hidden cells that can be computed. `free` are those that cannot, and stay so when more is hidden."""
        found = set()
        for index in sorted(hidden):
            for secret in self.secrets(index):
                if secret not in free:
                    free |= _Search(self, hidden, secret[1]).another_table(index)
                if secret not in free:
                    found.add(index)
        return found

    def secrets(self, index: int) -> Iterator[Secret]:
        """What of a hidden cell must not be known."""
        cell = self.cells[index]
        # A hidden 0 would have to become k at once to be another; only what has been decided before hides one.
        if cell.count is not None and (cell.base is not None or cell.count > 0):
            yield index, count_of
        if cell.base is not None and cell.base < self.k:
            yield index, base_of

    def spare(self, told: set[int], hidden: set[int]) -> set[int]:
        """Cells that would help: in sums with one hidden cell only, else in sums with one that is told, else near."""
        alone = {cell for one in self._lonely(hidden) if told & {*one.cells} for cell in one.cells}
        found = self._free(alone, hidden)
        reached = set(told)
        while not found:
            near = {cell for one in self.equations if reached & {*one.cells} for cell in one.cells}
            if near <= reached:
                break
            found, reached = self._free(near, hidden), reached | near
        return found

    def sayings(self, told: set[int]) -> set[int]:
        """Small counts, in sums with one that is told, of which "<k" need not be said."""
        near = {cell for one in self.equations if told & {*one.cells} for cell in one.cells}
        return {cell for cell in near & self.small - self.unsaid - self.fixed if self.cells[cell].base is None}

    def _free(self, cells: set[int], hidden: set[int]) -> set[int]:
        return {cell for cell in cells - hidden - self.fixed if self._protects(cell)}

    def _lonely(self, hidden: set[int]) -> list[Equation]:
        return [one for one in self.equations if len(hidden.intersection(one.cells)) == 1]

    def best(self, cells: set[int], hidden: set[int], *, wholes_first: bool = False) -> int:
        """One that helps several sums at once, parts before wholes, small before large."""
        lonely, wholes = self._lonely(hidden), {one.whole for one in self.equations}
        helped = {cell: sum(cell in one.cells for one in lonely) for cell in cells}
        return min(cells, key=lambda cell: (-helped[cell], (cell in wholes) != wholes_first, self._size(cell), cell))

    def _size(self, index: int) -> int:
        cell = self.cells[index]
        return (cell.count if cell.base is None else cell.base) or 0

    def _protects(self, index: int) -> bool:
        cell = self.cells[index]
        return not cell.published_reason and (cell.base is not None or (cell.count or 0) >= self.k)

    def fits(self, index: int, quantity: Quantity, value: int) -> bool:
        """A reader would not be surprised to hear that the hidden cell has this value."""
        cell = self.cells[index]
        k = cell.threshold or self.k
        if quantity is base_of:
            return value >= max(1, cell.count or 0)
        if cell.base is not None:
            return 0 <= value <= cell.base
        if not says_how_small(k) or index in self.unsaid:
            return value >= 1
        return 1 <= value < k if index in self.small else value >= k


class _Search:
    """Looks for another table, one more or one less in some hidden cells, that keeps every sum.

    A sum in which a cell is not known to anybody tells nothing.
    """

    def __init__(self, table: _Table, hidden: set[int], quantity: Quantity) -> None:
        self.table, self.quantity, self.steps = table, quantity, 0
        self.changes: dict[int, int] = {}
        self.off: dict[int, int] = {}
        known = [one for one in table.equations if all(quantity(table.cells[cell]) is not None for cell in one.cells)]
        self.unknown = [[cell for cell in one.cells if cell in hidden] for one in known]
        self.signs: dict[int, dict[int, int]] = {}
        for number, one in enumerate(known):
            for cell in one.cells:
                self.signs.setdefault(cell, {})[number] = -1 if cell == one.whole else 1

    def another_table(self, index: int) -> set[Secret]:
        """The cells that differ in one that fits, the given one among them; empty when there is none."""
        if self._try(index, 1) or self._try(index, -1):
            return {(cell, self.quantity) for cell in self.changes}
        return set()

    def _try(self, cell: int, by: int) -> bool:
        value = self.quantity(self.table.cells[cell])
        self.steps += 1
        if value is None or self.steps > MOST_STEPS or not self.table.fits(cell, self.quantity, value + by):
            return False
        self._change(cell, by)
        if self._balances():
            return True
        self._change(cell, -by)
        return False

    def _change(self, cell: int, by: int) -> None:
        self.changes[cell] = self.changes.get(cell, 0) + by
        if not self.changes[cell]:
            del self.changes[cell]
        for number, sign in self.signs.get(cell, {}).items():
            self.off[number] = self.off.get(number, 0) + sign * by
            if not self.off[number]:
                del self.off[number]

    def _balances(self) -> bool:
        if not self.off:
            return True
        number = min(self.off, key=lambda one: len(self.unknown[one]))
        towards = -1 if self.off[number] > 0 else 1
        moves = [
            (cell, towards * self.signs[cell][number]) for cell in self.unknown[number] if cell not in self.changes
        ]
        return any(self._try(cell, by) for cell, by in sorted(moves, key=self._left_off))

    def _left_off(self, move: tuple[int, int]) -> tuple[int, int]:
        """How much a move leaves out of balance: those that close the circle come first."""
        cell, by = move
        after = sum(abs(self.off.get(number, 0) + sign * by) for number, sign in self.signs[cell].items())
        before = sum(abs(self.off.get(number, 0)) for number in self.signs[cell])
        return after - before, cell


def cell_of(measurement: Measurement, unit: str) -> Cell:
    """The counts behind a measured value, as far as they are stated: a share of n answers is taken to be rounded."""
    reason = measurement.published_reason
    if measurement.denominator is not None:
        return Cell(measurement.numerator, measurement.denominator, reason)
    if measurement.value is None:
        return Cell(None, measurement.n, reason)
    if unit == IndicatorUnit.COUNT:
        return Cell(int(measurement.value), None, reason)
    if unit == IndicatorUnit.PERCENT and measurement.n is not None:
        return Cell(_rounded(measurement.value * measurement.n / 100), measurement.n, reason)
    return Cell(None, measurement.n, reason)


def cell_of_context(row: ContextFigure) -> Cell:
    """A count, by itself or out of a number; other figures of the background hold no count of people."""
    if row.unit != IndicatorUnit.COUNT or row.value is None:
        return Cell(None, row.out_of, row.published_reason)
    return Cell(int(row.value), row.out_of, row.published_reason)


def _rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))
