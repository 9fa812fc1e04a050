"""How far an indicator has come: pure functions over rows that are already loaded. Values in the indicator's own unit.

The rules in words, with B the baseline, T the target, A the latest measurement at the day, E the value expected then:
- Progress = (A - B) / (T - B), the same for rising and falling indicators, below 0 and above 100 % as it comes. With
  B, A or T missing, with B = T, or where the goal is to keep a level, there is no figure, never 0.
- E lies on the straight line from (day of B, B) to (day of T, T); only when all three days are known.
- The verdict on the day, the first that fits:
  no data · not measured since the baseline · cannot be judged (a series break since the baseline, no target, or a
  target against the direction) · reached · worse than the baseline · cannot be judged (no path) · on course (A at
  least as good as E less the tolerance, and not measured after the target's day) · behind.
- Keep at least or at most, and B = T: A is reached when it is at least as good as T less the tolerance, else worse than
  the baseline or behind.
- A value that is only bounded ("more than", "up to", "almost") gives no progress, and a verdict only where it is the
  same wherever the true value lies: more than T has reached T, where higher is better.
- A value stands at the last day of its period, as a target does: a year's value is held against the path at the end of
  the year. It counts from the day its period begins.
- A subgroup never stands for the whole. Replaced values do not count. Undated values count only where no dated one is
  there, and never in a path. After the day, nothing counts.
- A target is the municipality's own. Of several, the first that is not yet due counts, else the last; of two for the
  same day the one decided last. A target stated as a change is that much from the baseline. One in words or between
  two bounds counts where none has a number, and then nothing is judged by it.
- What the source gives in words is no number, also where one was noted beside the words.
- "One in N" is reckoned on N as it is printed, like any other unit: whoever reads can reckon it again.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from indicators.models import Better, Measurement, Target
from indicators.models.values import Status, TargetKind, TargetOwner

R = TypeVar("R", Measurement, Target)


class Verdict(StrEnum):
    REACHED = "reached"
    ON_COURSE = "on_course"
    BEHIND = "behind"
    WORSE = "worse_than_baseline"
    NOT_MEASURED = "not_measured"
    CANNOT_BE_JUDGED = "cannot_be_judged"
    NO_DATA = "no_data"


class Because(StrEnum):
    """Why there is no progress figure, or why a verdict cannot be given."""

    NOTHING = ""
    NO_BASELINE = "no_baseline"
    NO_TARGET = "no_target"
    TARGET_NOT_MEASURABLE = "target_not_measurable"
    NO_MEASUREMENT = "no_measurement"
    NO_PATH = "no_path"
    SERIES_BREAK = "series_break"
    AGAINST_DIRECTION = "against_direction"
    BASELINE_IS_TARGET = "baseline_is_target"
    KEEPS_A_LEVEL = "keeps_a_level"
    ONLY_BOUNDED = "only_bounded"


@dataclass(frozen=True, slots=True)
class Point:
    """A value and the day it holds; the day is None when the source gives none.

    `bound` is 1 where the true value may lie above the value, -1 where it may lie below.
    """

    value: Decimal
    day: datetime.date | None = None
    bound: int = 0


@dataclass(frozen=True, slots=True)
class Assessment:
    """`progress` is a share (0.4 is 40 %), unrounded; None for the reason in `why_no_progress`."""

    progress: Decimal | None
    why_no_progress: Because
    verdict: Verdict
    why_no_verdict: Because
    expected: Decimal | None


def progress(baseline: Decimal, target: Decimal, latest: Decimal) -> Decimal | None:
    """(A - B) / (T - B) as a share; None when there is no distance to cover."""
    return (latest - baseline) / (target - baseline) if target != baseline else None


def expected_value(baseline: Point, target: Point, day: datetime.date | None) -> Decimal | None:
    """The value of the straight path on the day; None when a day is unknown or the day lies outside the path's order.

    After the target's day it stays at the target.
    """
    if baseline.day is None or target.day is None or day is None:
        return None
    if not baseline.day <= day or baseline.day >= target.day:
        return None
    passed = Decimal((min(day, target.day) - baseline.day).days)
    return baseline.value + (target.value - baseline.value) * passed / (target.day - baseline.day).days


def assess(
    *,
    better: str,
    tolerance: Decimal | None,
    baseline: Point | None,
    target: Point | None,
    latest: Point | None,
    series_break: bool = False,
    why_no_target: Because = Because.NO_TARGET,
) -> Assessment:
    """Judges the latest measurement. `series_break`: the series was broken between the baseline and it.

    `why_no_target` is told where there is no `target` to judge by.
    """
    direction = direction_of(better, baseline, target)
    obstacle = _obstacle(
        better, baseline, target, latest, direction, series_break=series_break, why_no_target=why_no_target
    )
    share, why = _progress(better, baseline, target, latest, obstacle)
    if latest is None:
        verdict = Verdict.NO_DATA if baseline is None else Verdict.NOT_MEASURED
    elif obstacle or target is None:
        verdict = Verdict.CANNOT_BE_JUDGED
    else:
        case = _Case(direction, tolerance or Decimal(0), baseline, target, latest, keeps(better, baseline, target))
        verdict = case.verdict()
    expected = expected_value(baseline, target, latest.day) if baseline and target and latest else None
    obstacle = obstacle or (Because.ONLY_BOUNDED if _any_bounded(baseline, target, latest) else Because.NO_PATH)
    why_no_verdict = obstacle if verdict is Verdict.CANNOT_BE_JUDGED else Because.NOTHING
    return Assessment(share, why, verdict, why_no_verdict, expected)


def _any_bounded(*points: Point | None) -> bool:
    return any(one is not None and one.bound for one in points)


KEEPING = frozenset({Better.KEEP_AT_LEAST, Better.KEEP_AT_MOST})


def keeps(better: str, baseline: Point | None, target: Point) -> bool:
    """Whether the goal is to stay at a level: then the indicator's tolerance counts as reached."""
    return better in KEEPING or (baseline is not None and baseline.value == target.value)


def direction_of(better: str, baseline: Point | None, target: Point | None) -> int:
    """1 when higher is better, -1 when lower is; where it is not stated, towards the target; 0 when it is unknown."""
    if better in {Better.HIGHER, Better.KEEP_AT_LEAST}:
        return 1
    if better in {Better.LOWER, Better.KEEP_AT_MOST}:
        return -1
    if baseline is None or target is None:
        return 0
    return (target.value > baseline.value) - (target.value < baseline.value)


def _obstacle(
    better: str,
    baseline: Point | None,
    target: Point | None,
    latest: Point | None,
    direction: int,
    *,
    series_break: bool,
    why_no_target: Because,
) -> Because:
    if latest is None:
        return Because.NO_MEASUREMENT
    if series_break:
        return Because.SERIES_BREAK
    if target is None:
        return why_no_target
    is_backwards = baseline is not None and direction * (target.value - baseline.value) < 0
    return Because.AGAINST_DIRECTION if is_backwards and better not in KEEPING else Because.NOTHING


def _progress(
    better: str, baseline: Point | None, target: Point | None, latest: Point | None, obstacle: Because
) -> tuple[Decimal | None, Because]:
    if target is not None and better in KEEPING:
        return None, obstacle or Because.KEEPS_A_LEVEL
    if baseline is None:
        return None, Because.NO_BASELINE
    if obstacle or target is None or latest is None:
        return None, obstacle
    if _any_bounded(baseline, target, latest):
        return None, Because.ONLY_BOUNDED
    share = progress(baseline.value, target.value, latest.value)
    return share, Because.BASELINE_IS_TARGET if share is None else Because.NOTHING


@dataclass(frozen=True, slots=True)
class _Case:
    """A measurement against a target that it may be judged by. `keeps`: the goal is to stay, not to come somewhere."""

    direction: int
    tolerance: Decimal
    baseline: Point | None
    target: Point
    latest: Point
    keeps: bool

    def verdict(self) -> Verdict:
        found = self._of_the_values()
        return found if self._stands(found) else Verdict.CANNOT_BE_JUDGED

    def _stands(self, found: Verdict) -> bool:
        """Whether the verdict is the same wherever the true values lie, of those that are only bounded."""
        if not _any_bounded(self.latest, self.target, self.baseline):
            return True
        # 1 where the true value may be better than the stated one, -1 where it may be worse.
        latest, target = self.direction * self.latest.bound, self.direction * self.target.bound
        baseline = self.direction * self.baseline.bound if self.baseline else 0
        if self.direction == 0:
            return False
        if found is Verdict.REACHED:
            return latest >= 0 and target <= 0
        is_lowest = found is Verdict.WORSE or (found is Verdict.BEHIND and self.baseline is None)
        return is_lowest and latest <= 0 and target >= 0 and baseline >= 0

    def _of_the_values(self) -> Verdict:
        if self.direction == 0:
            return self._on_both_sides()
        if self._gain_over(self.target.value) >= (-self.tolerance if self.keeps else 0):
            return Verdict.REACHED
        if self.baseline is not None and self._gain_over(self.baseline.value) < 0:
            return Verdict.WORSE
        return Verdict.BEHIND if self.keeps else self._on_path()

    def _gain_over(self, value: Decimal) -> Decimal:
        """How much better the measurement is than the value."""
        return self.direction * (self.latest.value - value)

    def _on_both_sides(self) -> Verdict:
        """Nobody says which way is better: only a level to keep can be judged."""
        if not self.keeps:
            return Verdict.CANNOT_BE_JUDGED
        is_near = abs(self.latest.value - self.target.value) <= self.tolerance
        return Verdict.REACHED if is_near else Verdict.BEHIND

    def _on_path(self) -> Verdict:
        expected = expected_value(self.baseline, self.target, self.latest.day) if self.baseline else None
        if expected is None:
            return Verdict.CANNOT_BE_JUDGED
        too_late = self.target.day is not None and self.latest.day is not None and self.latest.day > self.target.day
        on_course = not too_late and self._gain_over(expected) >= -self.tolerance
        return Verdict.ON_COURSE if on_course else Verdict.BEHIND


# Which rows count


@dataclass(frozen=True, slots=True)
class Picked:
    """The rows that the assessment rests on. `series` are the values of the whole, oldest first."""

    baseline: Measurement | None
    latest: Measurement | None
    target: Target | None
    series: tuple[Measurement, ...]
    targets: tuple[Target, ...]
    series_break: bool


def pick(
    measurements: Iterable[Measurement],
    targets: Iterable[Target],
    *,
    as_of: datetime.date,
    subgroup: str = "",
    known_on: datetime.datetime | None = None,
) -> Picked:
    """What counts on the day for the whole, or for one subgroup by itself. Drafts are the caller's to leave out.

    `known_on` also leaves out what was approved later, so that a revision made since does not count.
    """
    series = _current([m for m in measurements if m.subgroup == subgroup], as_of, known_on)
    series.sort(key=_in_time)
    goals = sorted(_current([t for t in targets if t.subgroup == subgroup], as_of, known_on), key=_by_deadline)
    baseline = next((m for m in reversed(series) if m.is_baseline), None)
    latest = _latest(series, baseline)
    broken = latest is not None and any(m.series_break for m in _between(series, baseline, latest))
    return Picked(baseline, latest, _goal(goals, as_of), tuple(series), tuple(goals), broken)


def _current(rows: Sequence[R], as_of: datetime.date, known_on: datetime.datetime | None) -> list[R]:
    """Holding on the day and not replaced by one that does: a revision takes the place of the old from its own date."""
    known = [row for row in rows if row.effective_start is None or row.effective_start <= as_of]
    if known_on is not None:
        known = [row for row in known if known_at(row) <= known_on]
    replaced = {row.replaces_id for row in known}
    return [row for row in known if row.pk not in replaced]


def known_at(row: Measurement | Target) -> datetime.datetime:
    """When a reader could know it: what waits for an approval is known to nobody."""
    return max(row.recorded_at, row.approved_at or row.recorded_at)


_FIRMNESS = [Status.ESTIMATE, Status.PRELIMINARY, Status.NOT_STATED, Status.FINAL]


def _in_time(row: Measurement) -> tuple[datetime.date, datetime.date, int, datetime.datetime, int]:
    """By the ends of their periods; of several of one period the firmest comes last.

    Undated values stand last, an undated baseline first.
    """
    day = row.day or (datetime.date.min if row.is_baseline else datetime.date.max)
    return (day, row.effective_start or day, _FIRMNESS.index(Status(row.status)), row.recorded_at, row.pk)


def _latest(series: Sequence[Measurement], baseline: Measurement | None) -> Measurement | None:
    """The newest value that is not the baseline and not older than it."""
    values = [m for m in series if not m.is_baseline and m.number is not None]
    dated = [m for m in values if m.day is not None]
    if baseline is not None and baseline.day is not None:
        newer = [m for m in dated if _period(m) > _period(baseline)]
        return newer[-1] if newer else (values[-1] if values and not dated else None)
    counted = dated or values
    return counted[-1] if counted else None


def _period(row: Measurement) -> tuple[datetime.date, datetime.date]:
    """Its end, then its start: the last quarter of a year comes after the year that it ends."""
    return (row.day or datetime.date.min, row.effective_start or datetime.date.min)


def _between(series: Sequence[Measurement], baseline: Measurement | None, latest: Measurement) -> Sequence[Measurement]:
    """The values after the baseline, up to and including the latest; all up to it when the baseline is undated."""
    end = series.index(latest)
    start = series.index(baseline) + 1 if baseline is not None and baseline in series else 0
    return series[start : end + 1] if start <= end else [latest]


def _by_deadline(row: Target) -> tuple[datetime.date, datetime.date, datetime.datetime, int]:
    decided = row.effective_start or datetime.date.min
    return (row.period_end or datetime.date.max, decided, row.recorded_at, row.pk)


def _goal(goals: Sequence[Target], as_of: datetime.date) -> Target | None:
    own = [goal for goal in goals if goal.owner == TargetOwner.OWN]
    return _next([goal for goal in own if goal.number is not None], as_of) or _next(own, as_of)


def _next(goals: Sequence[Target], as_of: datetime.date) -> Target | None:
    dated = [goal for goal in goals if goal.period_end is not None]
    due_later = [goal for goal in dated if goal.period_end is not None and goal.period_end >= as_of]
    # Of several for the same day the one decided last.
    next_due = [goal for goal in due_later if goal.period_end == due_later[0].period_end]
    return next(iter(next_due[-1:] or dated[-1:] or goals[-1:]), None)


def point(measurement: Measurement | None) -> Point | None:
    if measurement is None or measurement.number is None:
        return None
    return Point(measurement.number, measurement.day, measurement.bound)


def goal_point(target: Target | None, baseline: Point | None) -> Point | None:
    """The level to reach and its last day. A target stated as a change is added to the baseline, with its sign."""
    if target is None or target.number is None:
        return None
    if target.kind == TargetKind.LEVEL:
        return Point(target.number, target.period_end)
    return Point(baseline.value + target.number, target.period_end, baseline.bound) if baseline else None


def why_no_goal(target: Target | None, baseline: Point | None) -> Because:
    """Why `goal_point` gives none; nothing where it gives one."""
    if target is None:
        return Because.NO_TARGET
    if target.number is None:
        return Because.TARGET_NOT_MEASURABLE
    return Because.NO_BASELINE if target.kind == TargetKind.CHANGE and baseline is None else Because.NOTHING
