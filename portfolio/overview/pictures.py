"""The picture of an indicator: its values in time, with baseline, target, intervals and breaks.

One definition for page and report. What is hidden comes with its words and without a figure; values of subgroups and
targets of others stand in no line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portfolio.charts.definitions import Level, Line, Point, Value
from portfolio.overview.shapes.indicators import Reading, TargetShown


def series_picture(
    name: str, unit_words: str, series: Sequence[Reading], baseline: Reading | None, target: TargetShown | None
) -> Line | None:
    """None when there are not two figures to hold against each other."""
    numbers = [reading.value for reading in series] + [target.value if target else None]
    if sum(number is not None for number in numbers) < 2:
        return None
    return Line(
        title=capfirst(name),
        unit=unit_words,
        name=_("Measured value"),
        points=tuple(_point(reading) for reading in _in_time(series)),
        baseline=_baseline(baseline),
        target=_target(target),
    )


def _in_time(series: Sequence[Reading]) -> list[Reading]:
    """Each at the middle of its period, over the name of its year. Undated values stand beside the axis."""
    dated = sorted((one.middle, place, one) for place, one in enumerate(series) if one.middle is not None)
    return [one for one in series if one.middle is None] + [one for _middle, _place, one in dated]


def _point(reading: Reading) -> Point:
    return Point(
        day=reading.middle,
        when=reading.date_text,
        value=Value(reading.value, reading.text),
        low=reading.low,
        high=reading.high,
        interval_text=reading.interval_text,
        starts_new_series=reading.starts_new_series,
        note=", ".join(_remarks(reading)),
    )


def _remarks(reading: Reading) -> Iterator[str]:
    """What one must know of the value before believing it; also where the picture stands alone."""
    if reading.is_baseline:
        yield _("baseline")
    if reading.status_words:
        yield reading.status_words
    if reading.is_fictional:
        yield _("fictional")


def _baseline(reading: Reading | None) -> Level | None:
    if reading is None:
        return None
    return Level(_("Baseline"), Value(reading.value, reading.text), reading.date_text, reading.middle)


def _target(target: TargetShown | None) -> Level | None:
    if target is None:
        return None
    return Level(_("Target"), Value(target.value, target.text), target.date_text, target.middle)
