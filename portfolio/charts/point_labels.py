"""Figures beside the points of a line, where there is room for them; the others stand in the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.charts.drawing import Box, Drawing, text_box

_CLEAR = 6.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A point and the print of its value."""

    x: float
    y: float
    text: str

    def box(self) -> Box:
        return Box(self.x - _CLEAR, self.y - _CLEAR, self.x + _CLEAR, self.y + _CLEAR)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of the picture that a figure should not lie on."""

    start: tuple[float, float]
    end: tuple[float, float]

    def crosses(self, box: Box) -> bool:
        """Whether a part of it lies inside (Liang and Barsky's clipping)."""
        (x, y), (to_x, to_y) = self.start, self.end
        enter, leave = 0.0, 1.0
        for step, room in (
            (x - to_x, x - box.left),
            (to_x - x, box.right - x),
            (y - to_y, y - box.top),
            (to_y - y, box.bottom - y),
        ):
            if step == 0:
                if room < 0:
                    return False
                continue
            if step < 0:
                enter = max(enter, room / step)
            else:
                leave = min(leave, room / step)
        return enter <= leave


def label_points(drawing: Drawing, marks: list[Mark], strokes: list[Stroke], levels: list[Stroke], room: Box) -> None:
    """On a level, the line of a baseline or target, only when there is nowhere else; on other strokes never.

    The last and the first point choose first: they are what a reader looks for.
    """
    points = [mark.box() for mark in marks]
    placed: list[Box] = []
    for mark in [*marks[-1:], *marks[:-1]]:
        free = [
            (x, y, box)
            for x, y, box in _around(mark)
            if box.within(room)
            and not any(box.meets(other) for other in (*points, *placed))
            and not any(stroke.crosses(box) for stroke in strokes)
        ]
        clear = [place for place in free if not any(level.crosses(place[2]) for level in levels)]
        for x, y, box in (clear or free)[:1]:
            placed.append(box)
            drawing.text(x, y, mark.text, anchor="middle")


def _around(mark: Mark) -> Iterator[tuple[float, float, Box]]:
    """Above, below, to the right and to the left, near first."""
    half = text_box(0, 0, mark.text).right / 2
    aside = half + _CLEAR + 2
    for x, y in (
        (mark.x, mark.y - 11),
        (mark.x, mark.y + 20),
        (mark.x + aside, mark.y + 5),
        (mark.x - aside, mark.y + 5),
        (mark.x + aside, mark.y - 9),
        (mark.x - aside, mark.y - 9),
        (mark.x + aside, mark.y + 18),
        (mark.x - aside, mark.y + 18),
    ):
        yield x, y, text_box(x, y, mark.text, anchor="middle")
