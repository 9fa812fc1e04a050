"""A series over time with its intervals, baseline and target, and with gaps where values cannot be joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.utils.translation import gettext as _

from portfolio.charts import legend
from portfolio.charts.definitions import Chart, Level, Line, Point, Table
from portfolio.charts.drawing import GRID, INK, QUIET, WHITE, Box, Drawing, polyline
from portfolio.charts.measure import LINE, SIZE, widest, width, wrap
from portfolio.charts.point_labels import Mark, Stroke, label_points
from portfolio.charts.rows import notes as draw_notes
from portfolio.charts.scales import ZERO, Scale, enclosing, round_ticks
from portfolio.charts.sentences import nothing, pair, told
from portfolio.charts.time_axis import TimeAxis, time_axis

SERIES, BASELINE, TARGET = "#0b3558", "#a8480f", "#22702e"
HEIGHT = 220.0
_MOST_TICKS = 6
# An axis is cut only when the values fill less than this part of one from zero.
_CUT_BELOW = Decimal("0.4")
_TORN = 16.0
_DASHES = {BASELINE: "2 4", TARGET: "9 4"}


@dataclass(frozen=True, slots=True)
class _Plot:
    """The room of the picture. `time` is None when nothing has a day; undated points lie between `left` and `start`."""

    left: float
    top: float
    start: float
    right: float
    bottom: float
    value: Scale
    time: TimeAxis | None
    is_cut: bool

    def box(self) -> Box:
        return Box(self.left, self.top - 14, self.right, self.bottom - (_TORN if self.is_cut else 0))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A point where it is drawn. `stretch` counts the series breaks before it."""

    x: float
    y: float
    point: Point
    number: Decimal
    stretch: int


def draw_line(line: Line) -> Chart:
    """Raises ValueError when a dated point comes before an earlier one."""
    _check(line)
    drawing = Drawing(line.width)
    height = _draw_picture(drawing, line) if _numbers(line) else draw_notes(drawing, _said(line), 2.0)
    alternative = told(line.title, line.unit, _told(line) or [nothing()])
    svg = drawing.finished(height, alternative)
    return Chart(line.title, alternative, svg, _table(line), line.width, int(-(-height // 1)))


def _draw_picture(drawing: Drawing, line: Line) -> float:
    top = legend.draw(drawing, _legend(line), 4.0)
    top = drawing.lines(0, top + SIZE, wrap(line.unit, line.width), fill=QUIET) + 6 if line.unit else top + 14
    plot = _plot(line, top)
    _draw_axes(drawing, plot)
    levels = [stroke for level, colour in _levels(line) if (stroke := _level(drawing, plot, level, colour))]
    drawn = _placed(line, plot)
    strokes = [*_draw_breaks(drawing, line, plot), *_draw_stretches(drawing, line, plot, drawn)]
    strokes.append(Stroke((plot.start, plot.top), (plot.start, plot.bottom)))
    _draw_points(drawing, plot, drawn)
    marks = [Mark(one.x, one.y, one.point.value.text) for one in drawn]
    label_points(drawing, marks, strokes, levels, plot.box())
    return draw_notes(drawing, (*_cut_words(plot), *_said(line)), _draw_when(drawing, line, plot))


def _check(line: Line) -> None:
    days = [point.day for point in line.points if point.day is not None]
    if any(after < before for before, after in pairwise(days)):
        raise ValueError("The points of a line come in the order of time.")


def _levels(line: Line) -> list[tuple[Level, str]]:
    return [(level, colour) for level, colour in ((line.baseline, BASELINE), (line.target, TARGET)) if level]


# --- Room and axes --------------------------------------------------------------------------------------------------


def _numbers(line: Line) -> list[Decimal]:
    found = [number for one in line.points for number in (one.value.number, *_interval(one))]
    found += [level.value.number for level, _colour in _levels(line)]
    return [number for number in found if number is not None]


def _interval(point: Point) -> tuple[Decimal, ...]:
    """Both ends of the bar, or none: an interval without a value is not drawn."""
    if point.value.number is None or point.low is None or point.high is None:
        return ()
    return point.low, point.high


def value_ticks(numbers: list[Decimal]) -> tuple[Decimal, ...]:
    """From zero, unless the values would then lie in a narrow band at the end of the axis."""
    low, high = min(numbers, default=ZERO), max(numbers, default=ZERO)
    spread, farthest = high - low, max(abs(low), abs(high))
    if low < ZERO < high or not spread or spread >= farthest * _CUT_BELOW:
        low, high = min(low, ZERO), max(high, ZERO)
    return round_ticks(low, high, _MOST_TICKS)


def _plot(line: Line, top: float) -> _Plot:
    ticks = value_ticks(_numbers(line))
    is_cut = not ticks[0] <= ZERO <= ticks[-1]
    bottom = top + HEIGHT
    value = enclosing(ticks, bottom - (_TORN if is_cut else 0), top)
    left = widest(list(value.labels())) + 10
    right = line.width - 10.0
    days = [point.day for point in line.points if point.day]
    days += [level.day for level, _colour in _levels(line) if level.day]
    start = left + _undated_room(line, right - left) if days else left
    return _Plot(left, top, start, right, bottom, value, time_axis(days, start, right), is_cut)


def _undated(line: Line) -> list[Point]:
    return [point for point in line.points if point.day is None]


def _undated_room(line: Line, room: float) -> float:
    count = len(_undated(line))
    return min(max(width(_("undated")) + 16, count * 44.0), room * 0.4) if count else 0.0


def _draw_axes(drawing: Drawing, plot: _Plot) -> None:
    for tick, label in zip(plot.value.ticks, plot.value.labels(), strict=True):
        y = plot.value.at(tick)
        drawing.line((plot.left, y), (plot.right, y), stroke=INK if tick == 0 else GRID, stroke_width=1)
        drawing.text(plot.left - 6, y + 5, label, anchor="end", fill=QUIET)
    if plot.start > plot.left:
        drawing.line((plot.start, plot.top), (plot.start, plot.bottom), stroke=QUIET, stroke_width=1)
    if plot.is_cut:
        _draw_tear(drawing, plot)


def _draw_tear(drawing: Drawing, plot: _Plot) -> None:
    """A zigzag where the axis is cut, over the whole width so that nobody overlooks it."""
    teeth = int((plot.right - plot.left) / 8)
    points = [(plot.left + count * 8, plot.bottom - (3 if count % 2 else 9)) for count in range(teeth + 1)]
    drawing.add("polyline", points=polyline(points), fill="none", stroke=QUIET, stroke_width=1.5)


def _draw_when(drawing: Drawing, line: Line, plot: _Plot) -> float:
    """The years, and the words below undated points; returns where the axis ends."""
    y = plot.bottom + SIZE + 6
    if plot.time:
        for x, year in plot.time.labels():
            drawing.text(x, y, year, anchor="middle", fill=QUIET)
        for _year, x in plot.time.year_starts(plot.time.step()):
            drawing.line((x, plot.bottom), (x, plot.bottom + 6), stroke=QUIET, stroke_width=1)
    if not _undated(line):
        return y + 8
    room = (plot.start if plot.time else plot.right) - plot.left - 4
    return drawing.lines(plot.left, y, wrap(_("undated"), room), fill=QUIET) - LINE + 8


# --- What is drawn --------------------------------------------------------------------------------------------------


def _placed(line: Line, plot: _Plot) -> list[_Placed]:
    undated = _undated(line)
    room = (plot.start if plot.time else plot.right) - plot.left
    places = {id(point): plot.left + room * (at + 0.5) / len(undated) for at, point in enumerate(undated)}
    placed = []
    stretch = 0
    for point in line.points:
        stretch += point.starts_new_series
        if point.value.number is not None:
            x = plot.time.at(point.day) if plot.time and point.day else places[id(point)]
            placed.append(_Placed(x, plot.value.at(point.value.number), point, point.value.number, stretch))
    return placed


def _level(drawing: Drawing, plot: _Plot, level: Level, colour: str) -> Stroke | None:
    if level.value.number is None:
        return None
    y = plot.value.at(level.value.number)
    ends = (plot.left, y), (plot.right, y)
    drawing.line(*ends, stroke=colour, stroke_width=2, stroke_dasharray=_DASHES[colour])
    if level.day and plot.time:
        x = plot.time.at(level.day)
        drawing.add("path", d=_shape(2, x, y, 7), fill=WHITE, stroke=colour, stroke_width=2)
    return Stroke(*ends)


def _stretches(line: Line, drawn: list[_Placed]) -> Iterator[list[_Placed]]:
    """Dated points that may be joined: no break and no missing value between them."""
    by_point = {id(one.point): one for one in drawn}
    joined: list[_Placed] = []
    for point in line.points:
        if point.day is None:
            continue
        placed = by_point.get(id(point))
        if placed is None or point.starts_new_series:
            yield joined
            joined = []
        if placed is not None:
            joined.append(placed)
    yield joined


def _draw_stretches(drawing: Drawing, line: Line, plot: _Plot, drawn: list[_Placed]) -> Iterator[Stroke]:
    for joined in _stretches(line, drawn):
        places = [(one.x, one.y) for one in joined]
        if len(places) > 1:
            drawing.add("polyline", points=polyline(places), fill="none", stroke=SERIES, stroke_width=2.5)
        yield from (Stroke(start, end) for start, end in pairwise(places))
    for one in drawn:
        if ends := _interval(one.point):
            low, high = (plot.value.at(end) for end in ends)
            yield Stroke((one.x, low), (one.x, high))


def _draw_breaks(drawing: Drawing, line: Line, plot: _Plot) -> Iterator[Stroke]:
    """An upright dotted line between the last value before a break and the first one after it."""
    if plot.time is None:
        return
    dated = [(point.day, point.starts_new_series) for point in line.points if point.day]
    for (before, _is_new), (after, is_new) in pairwise(dated):
        if is_new:
            x = (plot.time.at(before) + plot.time.at(after)) / 2
            ends = (x, plot.top), (x, plot.bottom)
            drawing.line(*ends, stroke=INK, stroke_width=1.5, stroke_dasharray="1.5 4")
            yield Stroke(*ends)


def _draw_points(drawing: Drawing, plot: _Plot, drawn: list[_Placed]) -> None:
    for one in drawn:
        if ends := _interval(one.point):
            low, high = (plot.value.at(end) for end in ends)
            _draw_interval(drawing, one.x, low, high)
    for one in drawn:
        shape = _shape(one.stretch, one.x, one.y, 5)
        drawing.add("path", d=shape, fill=SERIES, stroke=WHITE, stroke_width=1.5)


def _draw_interval(drawing: Drawing, x: float, low: float, high: float) -> None:
    drawing.line((x, low), (x, high), stroke=QUIET, stroke_width=1.5)
    for y in (low, high):
        drawing.line((x - 5, y), (x + 5, y), stroke=QUIET, stroke_width=1.5)


def _shape(kind: int, x: float, y: float, size: float) -> str:
    """A circle, a square, a diamond or a triangle: after a series break the points look otherwise."""
    turned = [
        [(0.0, 0.0)],
        [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)],
        [(0, -1.2), (1.2, 0.9), (-1.2, 0.9)],
    ][kind % 4]
    if len(turned) == 1:
        left = polyline([(x - size, y)])
        return f"M{left}a{size:g},{size:g} 0 1 0 {2 * size:g},0a{size:g},{size:g} 0 1 0 {-2 * size:g},0z"
    return "M" + polyline((x + dx * size, y + dy * size) for dx, dy in turned) + "z"


# --- Words ----------------------------------------------------------------------------------------------------------


def _legend(line: Line) -> list[legend.Entry]:
    entries = []
    if any(point.value.number is not None for point in line.points):
        entries.append(legend.Entry(line.name, _sample_series))
    for level, colour in _levels(line):
        if level.value.number is not None:
            entries.append(legend.Entry(_level_words(level), _sample_level(colour)))
    if any(_interval(point) for point in line.points):
        entries.append(legend.Entry(line.interval_name or _("Uncertainty"), _sample_interval))
    return entries


def _level_words(level: Level) -> str:
    return f"{level.name}: {level.value.text}" + (f" ({level.when})" if level.when else "")


def _sample_series(drawing: Drawing, box: Box) -> None:
    y = (box.top + box.bottom) / 2
    drawing.line((box.left, y), (box.right, y), stroke=SERIES, stroke_width=2.5)
    drawing.add("path", d=_shape(0, (box.left + box.right) / 2, y, 5), fill=SERIES, stroke=WHITE, stroke_width=1.5)


def _sample_level(colour: str) -> legend.Sample:
    def sample(drawing: Drawing, box: Box) -> None:
        y = (box.top + box.bottom) / 2
        ends = (box.left, y), (box.right, y)
        drawing.line(*ends, stroke=colour, stroke_width=2, stroke_dasharray=_DASHES[colour])

    return sample


def _sample_interval(drawing: Drawing, box: Box) -> None:
    _draw_interval(drawing, (box.left + box.right) / 2, box.bottom, box.top)


def _cut_words(plot: _Plot) -> tuple[str, ...]:
    if not plot.is_cut:
        return ()
    labels = plot.value.labels()
    ends = {"low": labels[0], "high": labels[-1]}
    return (_("The axis does not start at 0: it goes from %(low)s to %(high)s.") % ends,)


def _said(line: Line) -> tuple[str, ...]:
    said = [] if _numbers(line) else [nothing()]
    missing = [f"{point.when} ({point.value.text})" for point in line.points if point.value.number is None]
    if missing:
        said.append(_("Not drawn, for want of a figure: %(list)s.") % {"list": "; ".join(missing)})
    said += [_level_words(level) for level, _colour in _levels(line) if level.value.number is None]
    breaks = "; ".join(point.when for point in line.points[1:] if point.starts_new_series)
    if breaks:
        said.append(_("Series break at %(list)s: not comparable with what comes before.") % {"list": breaks})
    return tuple(said)


def _told(line: Line) -> list[str]:
    levels = [_level_words(level) for level, _colour in _levels(line)]
    return [*levels, *(pair(point.when, ", ".join(_point_words(point))) for point in line.points)]


def _point_words(point: Point) -> list[str]:
    words = [point.value.text, point.interval_text, _("series break") if point.starts_new_series else "", point.note]
    return [word for word in words if word]


def _table(line: Line) -> Table:
    header = (_("When"), line.name or _("Value"), _("Uncertainty"), _("Remarks"))
    levels = [(f"{level.name}, {level.when}" if level.when else level.name, level) for level, _colour in _levels(line)]
    rows = [(words, level.value.text, "", "") for words, level in levels]
    rows += [(point.when, point.value.text, point.interval_text, _remarks(point)) for point in line.points]
    return Table(header, tuple(rows))


def _remarks(point: Point) -> str:
    said = [_("Series break at %(list)s: not comparable with what comes before.") % {"list": point.when}]
    return " ".join([*(said if point.starts_new_series else []), point.note]).strip()
