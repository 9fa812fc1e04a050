"""The names of what is drawn, above the picture, as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portfolio.charts.drawing import Box, Drawing
from portfolio.charts.measure import LINE, SIZE, clean, widest, wrap
from portfolio.charts.paints import Paint, fill

SAMPLE = 26.0
_GAP, _BETWEEN = 6.0, 20.0

# Draws a sample in the middle of the given box.
Sample = Callable[[Drawing, Box], None]


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    sample: Sample


def area(name: str, chosen: Paint) -> Entry:
    return Entry(
        name, lambda drawing, box: fill(drawing, Box(box.left, box.top + 1, box.right, box.bottom - 1), chosen)
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    x: float
    y: float
    lines: tuple[str, ...]
    entry: Entry


def draw(drawing: Drawing, entries: list[Entry], top: float) -> float:
    """Draws the entries from `top` downwards; returns where the room below begins."""
    bottom = top
    for placed in _flow([entry for entry in entries if clean(entry.name)], drawing.wide, top):
        placed.entry.sample(drawing, Box(placed.x, placed.y, placed.x + SAMPLE, placed.y + LINE - 4))
        drawing.lines(placed.x + SAMPLE + _GAP, placed.y + SIZE - 2, placed.lines)
        bottom = max(bottom, placed.y + len(placed.lines) * LINE)
    return bottom + 8 if entries else top


def _flow(entries: list[Entry], room: float, top: float) -> Iterator[_Placed]:
    """From left to right, and on below where the line is full."""
    x, y, high = 0.0, top, 0.0
    for entry in entries:
        lines = wrap(entry.name, room - SAMPLE - _GAP)
        wide = SAMPLE + _GAP + widest(list(lines))
        if x and x + wide > room:
            x, y, high = 0.0, y + high + 4, 0.0
        yield _Placed(x, y, lines, entry)
        high = max(high, len(lines) * LINE)
        x += wide + _BETWEEN
