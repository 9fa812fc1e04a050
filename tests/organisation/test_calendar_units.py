"""Units of the calendar: weekdays are counted back over weekends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from organisation.calendar_units import weekdays_before

WEDNESDAY = date(2018, 6, 20)


@pytest.mark.parametrize(
    ("day", "count", "before"),
    [
        (WEDNESDAY, 10, date(2018, 6, 6)),
        (WEDNESDAY, 0, WEDNESDAY),
        (WEDNESDAY, 2, date(2018, 6, 18)),
        (WEDNESDAY, 3, date(2018, 6, 15)),
        (date(2018, 6, 18), 1, date(2018, 6, 15)),
        (date(2018, 6, 16), 1, date(2018, 6, 15)),
        (date(2018, 6, 17), 6, date(2018, 6, 8)),
    ],
)
def test_weekdays_are_counted_back_over_weekends(day: date, count: int, before: date) -> None:
    assert weekdays_before(day, count) == before


def test_it_is_as_going_back_a_day_at_a_time() -> None:
    for start in (WEDNESDAY + timedelta(number) for number in range(7)):
        found = start
        for count in range(1, 30):
            found -= timedelta(1)
            while found.weekday() > 4:
                found -= timedelta(1)
            assert weekdays_before(start, count) == found
