"""SVG as a string: presentation attributes only, no ids, the same for the same input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString

from portfolio.charts.measure import ABOVE, BELOW, LINE, SIZE, clean, width

INK = "#1a1a1a"
QUIET = "#454545"
GRID = "#d0d0d0"
WHITE = "#ffffff"
# The report's engine does not hand the font of the page down to a drawing.
_FONT = "IBM Plex Sans, system-ui, sans-serif"


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


def text_box(x: float, y: float, text: str, *, anchor: str = "start", bold: bool = False) -> Box:
    """The room of one line whose base line begins, has its middle or ends in (x, y)."""
    wide = width(text, bold=bold)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, y - ABOVE, left + wide, y + BELOW)


def number(value: float) -> str:
    """At most two decimals, no exponent, no minus before zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class Drawing:
    """Elements in the order in which they are painted."""

    def __init__(self, wide: float) -> None:
        self.wide = wide
        self._elements: list[str] = []

    def add(self, name: str, **attributes: str | float) -> None:
        """An element without content; an underscore in a name stands for a hyphen."""
        self._elements.append(f"<{name}{_written(attributes)}/>")

    def rectangle(self, box: Box, **attributes: str | float) -> None:
        size = {"width": box.right - box.left, "height": box.bottom - box.top}
        self.add("rect", x=box.left, y=box.top, **size, **attributes)

    def line(self, start: tuple[float, float], end: tuple[float, float], **attributes: str | float) -> None:
        self.add("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], **attributes)

    def text(
        self, x: float, y: float, text: str, *, anchor: str = "start", bold: bool = False, fill: str = INK
    ) -> None:
        if not text:
            return
        placed: dict[str, str | float] = {"x": x, "y": y, "fill": fill}
        if anchor != "start":
            placed["text_anchor"] = anchor
        if bold:
            placed["font_weight"] = 600
        self._elements.append(f"<text{_written(placed)}>{escape(text)}</text>")

    def lines(self, x: float, y: float, lines: Sequence[str], *, bold: bool = False, fill: str = INK) -> float:
        """Lines from the base line y downwards; returns the base line after them."""
        for text in lines:
            self.text(x, y, text, bold=bold, fill=fill)
            y += LINE
        return y

    def finished(self, height: float, alternative: str) -> SafeString:
        size = {"width": self.wide, "height": height}
        view = f"0 0 {number(self.wide)} {number(height)}"
        opening = _written(
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "class": "pm-chart-picture",
                "role": "img",
                "focusable": "false",
                "viewBox": view,
                **size,
                "font_family": _FONT,
                "font_size": SIZE,
            }
        )
        # Every piece is written by this class: names of ours, numbers, and text that was escaped.
        return SafeString(f"<svg{opening}><title>{escape(clean(alternative))}</title>{''.join(self._elements)}</svg>")


def _written(attributes: dict[str, str | float]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{number(value) if isinstance(value, int | float) else escape(value)}"'
        for name, value in attributes.items()
    )


def polyline(points: Iterable[tuple[float, float]]) -> str:
    """The points as the `points` or, with an M before it, the `d` of an element."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)
