"""Colours with patterns: each tells parts apart without the other, also in grey.

Every colour has a contrast of at least 4.5 to 1 against white, and every area an outline in its colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.charts.drawing import WHITE, Box, Drawing, number

COLOURS = ("#0b3558", "#a8480f", "#22702e", "#6a3d9a", "#00676f", "#7a5c00", "#b3261e", "#595959")
PATTERNS = ("solid", "up", "dots", "across", "grid", "down", "upright", "open")
_APART = 7.0
_STROKE = 1.5


@dataclass(frozen=True, slots=True)
class Paint:
    colour: str
    pattern: str


def paint(index: int) -> Paint:
    """The paint of the series with this number: 64 pairs before one returns."""
    kinds = len(COLOURS)
    return Paint(COLOURS[index % kinds], PATTERNS[(index + index // kinds) % kinds])


def fill(drawing: Drawing, box: Box, chosen: Paint) -> None:
    """The area, never so thin that it cannot be seen."""
    ground = chosen.colour if chosen.pattern == "solid" else WHITE
    inner = Box(box.left + 0.75, box.top + 0.75, max(box.right - 0.75, box.left + 1.25), box.bottom - 0.75)
    drawing.rectangle(inner, fill=ground, stroke=chosen.colour, stroke_width=_STROKE)
    strokes = "".join(_strokes(chosen.pattern, inner))
    if strokes:
        drawing.add("path", d=strokes, stroke=chosen.colour, stroke_width=2 if chosen.pattern == "dots" else _STROKE)


def _strokes(pattern: str, box: Box) -> Iterator[str]:
    wide, high = box.right - box.left, box.bottom - box.top
    if pattern in ("up", "down"):
        yield from _slanted(box, wide, high, down=pattern == "down")
    if pattern in ("across", "grid"):
        yield from (f"M{number(box.left)} {number(box.top + y)}h{number(wide)}" for y in _places(high, 5.0))
    if pattern in ("upright", "grid"):
        apart = 4.0 if pattern == "upright" else _APART
        yield from (f"M{number(box.left + x)} {number(box.top)}v{number(high)}" for x in _places(wide, apart))
    if pattern == "dots":
        for y in _places(high, 5.0):
            yield from (f"M{number(box.left + x)} {number(box.top + y)}h2" for x in _places(wide - 2, 6.0))


def _slanted(box: Box, wide: float, high: float, *, down: bool) -> Iterator[str]:
    for reach in _places(wide + high, _APART):
        x1, x2 = min(reach, wide), max(0.0, reach - high)
        y1, y2 = reach - x1, reach - x2
        if down:
            y1, y2 = high - y1, high - y2
        yield f"M{number(box.left + x1)} {number(box.top + y1)}L{number(box.left + x2)} {number(box.top + y2)}"


def _places(length: float, apart: float) -> Iterator[float]:
    """Strokes at equal distances, none on the edge."""
    place = apart
    while place < length - 0.5:
        yield place
        place += apart
