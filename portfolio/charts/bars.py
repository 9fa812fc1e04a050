"""Bars in groups, and stacked bars."""

from __future__ import annotations

from django.utils.translation import gettext as _

from portfolio.charts import legend, rows
from portfolio.charts.definitions import Bars, Chart, Series, StackedBars, Table, Value
from portfolio.charts.drawing import Drawing
from portfolio.charts.paints import Paint, paint
from portfolio.charts.rows import Frame, Group, Part, Strip
from portfolio.charts.scales import ZERO
from portfolio.charts.sentences import nothing, pair, told


def draw_bars(bars: Bars) -> Chart:
    """Raises ValueError when a series has more or fewer values than there are categories."""
    _check(bars)
    groups = tuple(_group(bars, at) for at in range(len(bars.categories)))
    names = _legend(bars.series) if len(bars.series) > 1 else ()
    notes = _nothing_known([value for series in bars.series for value in series.values])
    drawing, height = rows.draw(Frame(bars.unit, groups, names, notes), bars.width)
    parts = [
        pair(category, ", ".join(_named(series, at, of_many=len(bars.series) > 1) for series in bars.series))
        for at, category in enumerate(bars.categories)
    ]
    alternative = told(bars.title, bars.unit, parts or [nothing()])
    return _chart(bars, alternative, drawing, height, _table(bars, bars.series))


def draw_stacked(stacked: StackedBars) -> Chart:
    """Raises ValueError as draw_bars does, also for the totals."""
    totals = Series(_("Total"), stacked.totals)
    _check(stacked, totals)
    groups = tuple(
        Group(category, (Strip(_stack(stacked.series, at), (stacked.totals[at].text,), is_strong=True),))
        for at, category in enumerate(stacked.categories)
    )
    values = [value for series in stacked.series for value in series.values]
    notes = _nothing_known(values) or _missing(stacked)
    drawing, height = rows.draw(Frame(stacked.unit, groups, _legend(stacked.series), notes), stacked.width)
    parts = [
        pair(category, ", ".join(_named(series, at, of_many=True) for series in (*stacked.series, totals)))
        for at, category in enumerate(stacked.categories)
    ]
    alternative = told(stacked.title, stacked.unit, parts or [nothing()])
    return _chart(stacked, alternative, drawing, height, _table(stacked, (*stacked.series, totals)))


def _check(chart: Bars | StackedBars, *more: Series) -> None:
    for series in (*chart.series, *more):
        if len(series.values) != len(chart.categories):
            raise ValueError(f"{series.name!r} has {len(series.values)} values for {len(chart.categories)} categories.")


def _chart(chart: Bars | StackedBars, alternative: str, drawing: Drawing, height: float, table: Table) -> Chart:
    return Chart(
        chart.title, alternative, drawing.finished(height, alternative), table, chart.width, int(-(-height // 1))
    )


def _group(bars: Bars, at: int) -> Group:
    strips = (bar(series.values[at], paint(number)) for number, series in enumerate(bars.series))
    return Group(bars.categories[at], tuple(strips), is_strong=len(bars.series) > 1)


def bar(value: Value, chosen: Paint) -> Strip:
    """A bar from zero; nothing where there is no number."""
    parts = () if value.number is None else (Part(ZERO, value.number, chosen),)
    return Strip(parts, (value.text,))


def _stack(series: tuple[Series, ...], at: int) -> tuple[Part, ...]:
    """What is positive goes to the right of zero, what is negative to the left, each in the order of the series."""
    reached = {True: ZERO, False: ZERO}
    parts = []
    for number, one in enumerate(series):
        value = one.values[at].number
        if value is None:
            continue
        start = reached[value >= 0]
        reached[value >= 0] = start + value
        parts.append(Part(start, start + value, paint(number)))
    return tuple(parts)


def _legend(series: tuple[Series, ...]) -> tuple[legend.Entry, ...]:
    return tuple(legend.area(one.name, paint(number)) for number, one in enumerate(series))


def _named(series: Series, at: int, *, of_many: bool) -> str:
    text = series.values[at].text
    return f"{series.name} {text}" if of_many else text


def _nothing_known(values: list[Value]) -> tuple[str, ...]:
    return () if any(value.number is not None for value in values) else (nothing(),)


def _missing(stacked: StackedBars) -> tuple[str, ...]:
    """A part that has no number cannot be seen in a stack, so it is said."""
    missing = [
        f"{category}: {series.name} ({series.values[at].text})"
        for at, category in enumerate(stacked.categories)
        for series in stacked.series
        if series.values[at].number is None
    ]
    return (_("Not drawn, for want of a figure: %(list)s.") % {"list": "; ".join(missing)},) if missing else ()


def _table(chart: Bars | StackedBars, series: tuple[Series, ...]) -> Table:
    lines = ((category, *(one.values[at].text for one in series)) for at, category in enumerate(chart.categories))
    return Table((chart.category_heading, *(one.name for one in series)), tuple(lines))
