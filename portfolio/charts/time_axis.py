"""Where a day lies on the axis of a line, and the years below it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.charts.drawing import text_box

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Whole years, the last one to its end."""

    first: int
    last: int
    start: float
    end: float

    @property
    def year_width(self) -> float:
        return (self.end - self.start) / (self.last - self.first + 1)

    def at(self, day: datetime.date) -> float:
        within = (day.timetuple().tm_yday - 0.5) / 366
        return self.start + (day.year - self.first + within) * self.year_width

    def year_starts(self, step: int) -> Iterator[tuple[int, float]]:
        for year in range(self.first, self.last + 1):
            if step == 1 or year % step == 0:
                yield year, self.start + (year - self.first) * self.year_width

    def step(self) -> int:
        """Every year is named, or every second, fifth …: as many as there is room for."""
        room = text_box(0, 0, "0000").right + 10
        return next((step for step in _STEPS if step * self.year_width >= room), _STEPS[-1])

    def labels(self) -> Iterator[tuple[float, str]]:
        """(middle, year), within the axis."""
        for year, x in self.year_starts(self.step()):
            middle = x + self.year_width / 2
            box = text_box(middle, 0, str(year), anchor="middle")
            if self.start <= box.left and box.right <= self.end:
                yield middle, str(year)


def time_axis(days: list[datetime.date], start: float, end: float) -> TimeAxis | None:
    """None when there is no day at all."""
    if not days:
        return None
    return TimeAxis(min(days).year, max(days).year, start, end)
