"""Axes: round tick values, and where a value lies."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from organisation.numbers import format_number

ZERO = Decimal(0)
_ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high`, drawn from `start` to `end` of the picture, with two ticks or more among them."""

    ticks: tuple[Decimal, ...]
    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        return self.start + float((value - self.low) / (self.high - self.low)) * (self.end - self.start)

    def labels(self) -> tuple[str, ...]:
        """All with as many decimals as the step needs."""
        decimals = step_decimals(self.ticks)
        return tuple(format_number(tick, decimals) for tick in self.ticks)


def step_decimals(ticks: tuple[Decimal, ...]) -> int:
    exponent = min((after - before).normalize().as_tuple().exponent for before, after in pairwise(ticks))
    return max(0, -int(exponent))


def round_ticks(low: Decimal, high: Decimal, most: int) -> tuple[Decimal, ...]:
    """Between two and about `most` ticks a step of 1, 2 or 5 tens apart that enclose the values.

    Where all is zero the axis goes to one, so that there is something to read the zeros on.
    """
    if low == high:
        low, high = min(low, ZERO), max(high, ZERO)
    if low == high:
        return ZERO, Decimal(1)
    step = _step((high - low) / max(1, most - 1))
    first, last = _down(low, step), -_down(-high, step)
    return tuple((first + number * step).normalize() + ZERO for number in range(int((last - first) / step) + 1))


def _step(least: Decimal) -> Decimal:
    tens = Decimal(1).scaleb(least.adjusted())
    return next(tens * factor for factor in _ROUND if tens * factor >= least)


def _down(value: Decimal, step: Decimal) -> Decimal:
    count = value // step
    return (count - 1 if count * step > value else count) * step


def enclosing(ticks: tuple[Decimal, ...], start: float, end: float) -> Scale:
    """From the first tick to the last one."""
    return Scale(ticks, ticks[0], ticks[-1], start, end)


def from_zero(numbers: list[Decimal], most: int, start: float, end: float) -> Scale:
    """For bars, whose length is their value: zero is always on the axis, which ends with the longest bar."""
    low, high = min([ZERO, *numbers]), max([ZERO, *numbers])
    ticks = round_ticks(low, high, most)
    inside = tuple(tick for tick in ticks if low <= tick <= high)
    return Scale(inside, low, high, start, end) if len(inside) > 1 else enclosing(ticks, start, end)
