"""A line as it was kept in a snapshot: plain JSON, with days as ISO dates and numbers as their digits."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from portfolio.charts.definitions import Level, Line, Point, Value

Kept = Mapping[str, Any]


def thawed_line(kept: Kept) -> Line:
    """The definition that the overview made. Raises KeyError when a part is missing."""
    return Line(
        title=kept["title"],
        unit=kept["unit"],
        name=kept["name"],
        points=tuple(_point(one) for one in kept["points"]),
        baseline=_level(kept["baseline"]),
        target=_level(kept["target"]),
        interval_name=kept["interval_name"],
        width=kept["width"],
    )


def _point(kept: Kept) -> Point:
    return Point(
        day=_day(kept["day"]),
        when=kept["when"],
        value=_value(kept["value"]),
        low=_number(kept["low"]),
        high=_number(kept["high"]),
        interval_text=kept["interval_text"],
        starts_new_series=kept["starts_new_series"],
        note=kept["note"],
    )


def _level(kept: Kept | None) -> Level | None:
    if kept is None:
        return None
    return Level(kept["name"], _value(kept["value"]), kept["when"], _day(kept["day"]))


def _value(kept: Kept) -> Value:
    return Value(_number(kept["number"]), kept["text"])


def _number(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits)


def _day(iso: str | None) -> datetime.date | None:
    return None if iso is None else datetime.date.fromisoformat(iso)
