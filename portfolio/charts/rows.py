"""Lying bars under one axis: the frame of bars, stacked bars, bullets and bridges.

Bars lie so that Danish labels have room: the label stands to the left in as many lines as it needs, the figure to the
right of its bar. Nothing can collide, however long the words or large the figures are.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from portfolio.charts import legend
from portfolio.charts.drawing import GRID, INK, QUIET, WHITE, Box, Drawing, text_box
from portfolio.charts.measure import LINE, SIZE, widest, wrap
from portfolio.charts.paints import Paint, fill
from portfolio.charts.scales import ZERO, Scale, from_zero

BAR = 18.0
_APART, _BETWEEN_GROUPS = 4.0, 12.0
_LABEL_SHARE, _TEXT_SHARE = 0.34, 0.34
# As many as have room for their labels.
_TICKS = (9, 7, 6, 5, 4, 3)
_BESIDE = 8.0


@dataclass(frozen=True, slots=True)
class Part:
    """A bar between two values; a thin one lies inside another."""

    start: Decimal
    end: Decimal
    paint: Paint
    is_thin: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """What lies on one line. `texts` stand beside it, one below the other; `mark` is a stroke across."""

    parts: tuple[Part, ...]
    texts: tuple[str, ...]
    mark: Decimal | None = None
    is_strong: bool = False

    def numbers(self) -> list[Decimal]:
        ends = [value for part in self.parts for value in (part.start, part.end)]
        return ends if self.mark is None else [*ends, self.mark]


@dataclass(frozen=True, slots=True)
class Group:
    """Strips under one label. `leads_on` is the value from which a thin line goes down to the next group."""

    label: str
    strips: tuple[Strip, ...]
    leads_on: Decimal | None = None
    is_strong: bool = False

    def numbers(self) -> list[Decimal]:
        return [value for strip in self.strips for value in strip.numbers()]


@dataclass(frozen=True, slots=True)
class Frame:
    unit: str
    groups: tuple[Group, ...]
    legend: tuple[legend.Entry, ...] = ()
    notes: tuple[str, ...] = ()

    def has_numbers(self) -> bool:
        return any(group.numbers() for group in self.groups)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The room of labels, bars and texts, from left to right."""

    labels: float
    scale: Scale
    texts: float


@dataclass(frozen=True, slots=True)
class _LaidStrip:
    strip: Strip
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(BAR, len(self.lines) * LINE) + _APART


@dataclass(frozen=True, slots=True)
class _LaidGroup:
    group: Group
    label: tuple[str, ...]
    strips: tuple[_LaidStrip, ...]

    @property
    def height(self) -> float:
        return max(len(self.label) * LINE, sum(strip.height for strip in self.strips)) + _BETWEEN_GROUPS


def draw(frame: Frame, wide: int) -> tuple[Drawing, float]:
    """The drawing and its height."""
    drawing = Drawing(wide)
    columns = _columns(frame, wide)
    laid = [_lay(group, columns) for group in frame.groups]
    top = legend.draw(drawing, list(frame.legend), 4.0)
    if frame.has_numbers():
        top = _axis(drawing, frame.unit, columns, top, sum(group.height for group in laid))
    places = _places(laid, top)
    for group, place in zip(laid, places, strict=True):
        _draw_group(drawing, group, columns, place)
    _connect(drawing, laid, places, columns.scale)
    bottom = places[-1] + laid[-1].height if laid else top
    if frame.has_numbers():
        _zero(drawing, columns.scale, top, bottom)
    return drawing, notes(drawing, frame.notes, bottom)


def notes(drawing: Drawing, texts: tuple[str, ...], top: float) -> float:
    """Sentences below the picture; returns where they end."""
    y = top + SIZE
    for text in texts:
        y = drawing.lines(0, y, wrap(text, drawing.wide), fill=QUIET) + 2
    return y - SIZE + 4 if texts else top + 4


def _columns(frame: Frame, wide: int) -> _Columns:
    labels = [line for group in frame.groups for line in wrap(group.label, wide * _LABEL_SHARE, bold=True)]
    texts = [
        line
        for group in frame.groups
        for strip in group.strips
        for text in strip.texts
        for line in wrap(text, wide * _TEXT_SHARE, bold=True)
    ]
    start = widest(labels, bold=True) + 12
    room = widest(texts, bold=True) + _BESIDE + 2
    numbers = [value for group in frame.groups for value in group.numbers()]
    scales = [from_zero(numbers, most, start, wide - room) for most in _TICKS]
    fitting = (scale for scale in scales if len(fitting_ticks(scale, wide, 0)) == len(scale.ticks))
    return _Columns(start - 12, next(fitting, scales[-1]), room - _BESIDE - 2)


def _lay(group: Group, columns: _Columns) -> _LaidGroup:
    strips = tuple(
        _LaidStrip(
            strip, tuple(line for text in strip.texts for line in wrap(text, columns.texts + 0.01, bold=True) if line)
        )
        for strip in group.strips
    )
    return _LaidGroup(group, wrap(group.label, columns.labels + 0.01, bold=True), strips)


def _places(laid: list[_LaidGroup], top: float) -> list[float]:
    places = []
    for group in laid:
        places.append(top)
        top += group.height
    return places


def _axis(drawing: Drawing, unit: str, columns: _Columns, top: float, height: float) -> float:
    """Unit, tick values and their lines; returns where the bars begin."""
    y = drawing.lines(0, top + SIZE, wrap(unit, drawing.wide), fill=QUIET) if unit else top + SIZE
    for x, label in fitting_ticks(columns.scale, drawing.wide, y):
        drawing.text(x, y, label, anchor="middle", fill=QUIET)
    begin = y + 8
    for tick in columns.scale.ticks:
        x = columns.scale.at(tick)
        drawing.line((x, begin), (x, begin + height), stroke=GRID, stroke_width=1)
    return begin + 6


def fitting_ticks(scale: Scale, wide: float, y: float) -> list[tuple[float, str]]:
    """Those labels that have room beside each other: zero first, then both ends, then the rest."""
    order = sorted(
        zip(scale.ticks, scale.labels(), strict=True),
        key=lambda pair: (pair[0] != ZERO, pair[0] not in (scale.ticks[0], scale.ticks[-1]), pair[0]),
    )
    placed: list[Box] = []
    shown = []
    for tick, label in order:
        half = text_box(0, y, label).right / 2
        x = min(max(scale.at(tick), half), wide - half)
        box = text_box(x, y, label, anchor="middle")
        roomy = Box(box.left - 6, box.top, box.right + 6, box.bottom)
        # Pushed further from its line than this, a label would be read at another one.
        if abs(x - scale.at(tick)) <= half and not any(roomy.meets(other) for other in placed):
            placed.append(box)
            shown.append((x, label))
    return shown


def _zero(drawing: Drawing, scale: Scale, top: float, bottom: float) -> None:
    x = scale.at(ZERO)
    drawing.line((x, top - 6), (x, bottom), stroke=INK, stroke_width=1.5)


def _draw_group(drawing: Drawing, laid: _LaidGroup, columns: _Columns, top: float) -> None:
    drawing.lines(0, top + SIZE, laid.label, bold=laid.group.is_strong)
    for strip in laid.strips:
        _draw_strip(drawing, strip, columns.scale, top)
        top += strip.height


def _draw_strip(drawing: Drawing, laid: _LaidStrip, scale: Scale, top: float) -> None:
    for part in laid.strip.parts:
        _draw_part(drawing, part, scale, top)
    if laid.strip.mark is not None:
        x = scale.at(laid.strip.mark)
        drawing.line((x, top - 2), (x, top + BAR + 2), stroke=WHITE, stroke_width=7)
        drawing.line((x, top - 2), (x, top + BAR + 2), stroke=INK, stroke_width=3)
    x = scale.at(max([ZERO, *laid.strip.numbers()])) + _BESIDE
    for count, line in enumerate(laid.lines):
        y = top + SIZE + count * LINE
        _behind(drawing, x, y, line)
        drawing.text(x, y, line, bold=laid.strip.is_strong)


def _behind(drawing: Drawing, x: float, y: float, line: str) -> None:
    """No line of the axis goes through a figure."""
    box = text_box(x, y, line)
    drawing.rectangle(Box(box.left - 2, box.top + 2, box.right, box.bottom - 1), fill=WHITE)


def _draw_part(drawing: Drawing, part: Part, scale: Scale, top: float) -> None:
    left, right = sorted((scale.at(part.start), scale.at(part.end)))
    if part.start != part.end:
        inset = BAR / 4 if part.is_thin else 0
        if part.is_thin:
            around = Box(left, top + inset - 1.5, right + 1.5, top + BAR - inset + 1.5)
            drawing.rectangle(around, fill=WHITE)
        fill(drawing, Box(left, top + inset, right, top + BAR - inset), part.paint)


def _connect(drawing: Drawing, laid: list[_LaidGroup], places: list[float], scale: Scale) -> None:
    for group, next_one, top, below in zip(laid, laid[1:], places, places[1:], strict=False):
        if group.group.leads_on is not None and next_one.group.numbers():
            x = scale.at(group.group.leads_on)
            drawing.line((x, top + BAR), (x, below), stroke=QUIET, stroke_width=1, stroke_dasharray="3 2")
