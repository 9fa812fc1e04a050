"""How certain a measured share, mean or change is. Shares between 0 and 1; all intervals 95 %.

The rules in words, by how the figure was collected:
- A sample: Wilson's interval for one share (E. B. Wilson 1927), Newcombe's for the change between two independent
  samples (R. G. Newcombe 1998, method 10: the square root of the squared distances to the two Wilson limits); for a
  mean with a stated standard deviation the normal one. A stated design effect divides n. Weighted without a stated
  design effect: no interval.
- Everybody asked with some not answering: no interval, unless the correction for a finite population is chosen; then n
  answers of N asked count as n(N-1)/(N-n).
- A register, or everybody asked who all answered: no sampling error, the difference is the difference.
- A source's own interval is used as it stands; a change between two such only when both are of 95 %.
- The same people twice, means without a standard deviation, no design or no n: nothing is claimed.
- A value that is only bounded ("more than", "up to") has no interval either, and no change is claimed from it; it has
  certainly reached a target only where a whole count lies on the target's far side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import NormalDist

from indicators.models import Design, IndicatorUnit, Measurement
from organisation.units import Qualifier

LEVEL = Decimal(95)
Z95 = NormalDist().inv_cdf(0.975)
Z80 = NormalDist().inv_cdf(0.8)


@dataclass(frozen=True, slots=True)
class Interval:
    """Limits in the unit of the value they belong to."""

    low: float
    high: float

    def covers(self, value: float) -> bool:
        return self.low <= value <= self.high


def wilson(share: float, n: float) -> Interval:
    """Wilson's interval of a share of n answers. Raises ValueError when n is not positive or share is no share."""
    if n <= 0 or not 0 <= share <= 1:
        raise ValueError(f"no interval for a share of {share} among {n}")
    square = Z95 * Z95
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z95 / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    # At the ends the limit is exactly 0 or 1; the subtraction would leave a rounding error.
    return Interval(middle - half if share > 0 else 0.0, middle + half if share < 1 else 1.0)


def difference(before: float, after: float, before_interval: Interval, after_interval: Interval) -> Interval:
    """The interval of after less before, from the intervals of two independent samples."""
    change = after - before
    down = math.hypot(after - after_interval.low, before_interval.high - before)
    up = math.hypot(after_interval.high - after, before - before_interval.low)
    return Interval(change - down, change + up)


def newcombe(before: float, n_before: float, after: float, n_after: float) -> Interval:
    """The interval of the change between two shares of independent samples."""
    return difference(before, after, wilson(before, n_before), wilson(after, n_after))


def mean_interval(mean: float, deviation: float, n: float) -> Interval:
    """The normal interval of a mean of n answers with the sample's standard deviation."""
    half = Z95 * deviation / math.sqrt(n)
    return Interval(mean - half, mean + half)


def detectable_change(share: float, n: float) -> float:
    """The smallest change that two waves of n answers each find with 80 % power, as a share."""
    return (Z95 + Z80) * math.sqrt(2 * share * (1 - share) / n)


def needed_answers(share: float, change: float) -> float:
    """How many answers each of two waves needs to find the change with 80 % power. `change` is not 0."""
    return 2 * share * (1 - share) * ((Z95 + Z80) / change) ** 2


@dataclass(frozen=True, slots=True)
class Detectable:
    """What a repeated survey can see of a wanted change, in percentage points; `answers` as many as the survey had."""

    answers: int
    smallest: float
    wanted: float | None
    needed: int | None

    @property
    def is_seen(self) -> bool:
        return self.wanted is not None and self.wanted >= self.smallest


def detectable(baseline: Measurement, unit: str, target: Decimal | None) -> Detectable | None:
    """What a repetition of the baseline's sample can see; None when the design or the unit gives no such figure.

    `target` is the level to reach in per cent. A target that is the baseline asks for no change.
    """
    n, count = effective_n(baseline), answers(baseline)
    if unit != IndicatorUnit.PERCENT or not n or not count or interval_of(baseline, unit) is None:
        return None
    share = share_of(baseline)
    if not 0 < share < 1:
        return None
    smallest = 100 * detectable_change(share, n)
    wanted = None if target is None else abs(float(target) - 100 * share)
    # In answers as they were counted: a design effect makes more of them needed.
    needed = math.ceil(needed_answers(share, wanted / 100) * count / n) if wanted else None
    return Detectable(count, smallest, wanted or None, needed)


class Change(StrEnum):
    IMPROVED = "improved"
    WORSENED = "worsened"
    NOT_CERTAIN = "not_certain"
    CANNOT_BE_ASSESSED = "cannot_be_assessed"


class Reached(StrEnum):
    REACHED = "reached"
    NOT_REACHED = "not_reached"
    CANNOT_BE_DECIDED = "cannot_be_decided"


def interval_of(measurement: Measurement, unit: str) -> Interval | None:
    """The interval in the unit of the value: the source's own, else by the design; None when there is none."""
    if measurement.own_low is not None and measurement.own_high is not None:
        return Interval(float(measurement.own_low), float(measurement.own_high))
    n = effective_n(measurement)
    if n is None or measurement.value is None or measurement.qualifier not in MEASURED:
        return None
    if unit == IndicatorUnit.PERCENT and 0 <= measurement.value <= 100:
        limits = wilson(share_of(measurement), n)
        return Interval(100 * limits.low, 100 * limits.high)
    if unit in {IndicatorUnit.MEAN, IndicatorUnit.INDEX} and measurement.standard_deviation is not None:
        return mean_interval(float(measurement.value), float(measurement.standard_deviation), n)
    return None


MEASURED = frozenset({Qualifier.EXACT, Qualifier.ABOUT})


def share_of(measurement: Measurement) -> float:
    """The share from its counts where they are stated, else as it was printed."""
    if measurement.numerator is not None and measurement.denominator:
        return measurement.numerator / measurement.denominator
    return float(measurement.value or 0) / 100


def effective_n(measurement: Measurement) -> float | None:
    """The answers of a simple random sample that would be as certain; None when the design gives no interval."""
    n = answers(measurement)
    if not n or (measurement.is_weighted and measurement.design_effect is None):
        return None
    simple = n / float(measurement.design_effect or 1)
    if measurement.design == Design.SAMPLE:
        return simple
    if measurement.design != Design.CENSUS or not measurement.finite_population or not measurement.invited:
        return None
    return simple * (measurement.invited - 1) / (measurement.invited - n) if measurement.invited > n else None


def answers(measurement: Measurement) -> int | None:
    """How many answered; of a share with stated counts its base."""
    return measurement.denominator if measurement.n is None else measurement.n


def is_complete(measurement: Measurement) -> bool:
    """There is no sampling error: a register, or everybody asked and everybody answering."""
    everybody = measurement.n is not None and measurement.n == measurement.invited
    if measurement.own_low is not None:
        return False
    return measurement.design == Design.REGISTER or (measurement.design == Design.CENSUS and everybody)


def change(before: Measurement, after: Measurement, *, unit: str, direction: int) -> Change:
    """What may be claimed of the change. `direction` is 1 when higher is better, -1 when lower is, 0 when unknown."""
    if before.number is None or after.number is None or direction == 0 or before.bound or after.bound:
        return Change.CANNOT_BE_ASSESSED
    if is_complete(before) and is_complete(after):
        return _change_word(direction * (after.number - before.number))
    limits = _change_interval(before, after, unit)
    if limits is None:
        return Change.CANNOT_BE_ASSESSED
    if limits.covers(0):
        return Change.NOT_CERTAIN
    return _change_word(direction * (after.number - before.number))


def _change_word(gain: Decimal) -> Change:
    if gain == 0:
        return Change.NOT_CERTAIN
    return Change.IMPROVED if gain > 0 else Change.WORSENED


def _change_interval(before: Measurement, after: Measurement, unit: str) -> Interval | None:
    independent = before.design == after.design and before.design in {Design.SAMPLE, Design.CENSUS}
    if not independent or not (_is_95(before) and _is_95(after)):
        return None
    first, second = interval_of(before, unit), interval_of(after, unit)
    if first is None or second is None or before.value is None or after.value is None:
        return None
    return difference(float(before.value), float(after.value), first, second)


def _is_95(measurement: Measurement) -> bool:
    return measurement.own_low is None or measurement.own_level == LEVEL


class Unsure(StrEnum):
    """Why nothing is claimed of a change."""

    NO_VALUE = "no_value"
    NO_DIRECTION = "no_direction"
    ONLY_BOUNDED = "only_bounded"
    SAME_PEOPLE = "same_people"
    NO_DESIGN = "no_design"
    OTHER_DESIGN = "other_design"
    NO_ANSWERS = "no_answers"
    OTHER_LEVEL = "other_level"
    NO_INTERVAL = "no_interval"


def why_unsure(before: Measurement, after: Measurement, *, unit: str, direction: int) -> Unsure:
    """The first obstacle, for two values of which `change` claims nothing."""
    designs = {before.design, after.design}
    obstacles = {
        Unsure.NO_VALUE: before.number is None or after.number is None,
        Unsure.NO_DIRECTION: direction == 0,
        Unsure.ONLY_BOUNDED: before.bound != 0 or after.bound != 0,
        Unsure.SAME_PEOPLE: Design.SAME_PEOPLE in designs,
        Unsure.NO_ANSWERS: Design.REGISTER not in designs and not (_is_counted(before) and _is_counted(after)),
        Unsure.NO_DESIGN: Design.NOT_STATED in designs,
        Unsure.OTHER_DESIGN: len(designs) > 1,
        Unsure.OTHER_LEVEL: not (_is_95(before) and _is_95(after)),
    }
    return next((why for why, stands_in_the_way in obstacles.items() if stands_in_the_way), Unsure.NO_INTERVAL)


def _is_counted(row: Measurement) -> bool:
    return row.own_low is not None or bool(answers(row))


def reached(measurement: Measurement, target: Decimal, *, unit: str, direction: int) -> Reached:
    """Whether the target is certainly reached; `direction` as for `change`."""
    if measurement.number is None or direction == 0:
        return Reached.CANNOT_BE_DECIDED
    gain, limits = direction * (measurement.number - target), interval_of(measurement, unit)
    if is_complete(measurement):
        # The true value may only lie still further from the target than the bound.
        away = direction * measurement.bound
        is_certain = away >= 0 if gain >= 0 else away <= 0
    else:
        is_certain = limits is not None and not limits.covers(float(target))
    if not is_certain:
        return Reached.CANNOT_BE_DECIDED
    return Reached.REACHED if gain >= 0 else Reached.NOT_REACHED
