"""Charts as they were kept in a snapshot: plain JSON, with days as ISO dates and numbers as their digits."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from portfolio.charts.definitions import Bars, Level, Line, Point, Series, StackedBars, Step, Value, Waterfall

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


def thawed_budget(kept: Kept) -> Bars | StackedBars | Waterfall:
    """A picture of a budget, told by its parts. Raises KeyError when a part is missing."""
    common = {"title": kept["title"], "unit": kept["unit"], "width": kept["width"]}
    if "steps" in kept:
        steps = tuple(_step(one) for one in kept["steps"])
        return Waterfall(start=_step(kept["start"]), steps=steps, end=_step(kept["end"]), **common)
    bars = {
        **common,
        "category_heading": kept["category_heading"],
        "categories": tuple(kept["categories"]),
        "series": tuple(Series(one["name"], tuple(map(_value, one["values"]))) for one in kept["series"]),
    }
    return StackedBars(totals=tuple(map(_value, kept["totals"])), **bars) if "totals" in kept else Bars(**bars)


def _step(kept: Kept) -> Step:
    return Step(kept["label"], _value(kept["change"]))


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
