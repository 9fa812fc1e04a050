"""Reads a drawing back: what stands in it, and the room that its texts take by the font files themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from django.conf import settings
from fontTools.ttLib import TTFont

from portfolio.charts import Chart

SVG = "{http://www.w3.org/2000/svg}"
FONTS = Path(settings.BASE_DIR) / "node_modules/dkfds/dist/fonts/IBMPlexSans/complete/ttf"
SIZE = 14
# Above and below the base line: a capital with a ring, and the deepest letter.
TALLEST, DEEPEST = 0.976, 0.276
Box = tuple[float, float, float, float]


@cache
def advances(weight: str) -> dict[int, int]:
    font = TTFont(FONTS / f"IBMPlexSans-{weight}.ttf")
    return {code: font["hmtx"][name][0] for code, name in font.getBestCmap().items()}


def measured(text: str, weight: str = "Regular") -> float:
    """As the font says; a sign it lacks is as wide as a whole square."""
    return sum(advances(weight).get(ord(one), 1000) for one in text) * SIZE / 1000


@dataclass(frozen=True)
class Text:
    words: str
    box: Box

    def meets(self, other: Box) -> bool:
        (left, top, right, bottom), (to_left, to_top, to_right, to_bottom) = self.box, other
        return left < to_right and to_left < right and top < to_bottom and to_top < bottom


@dataclass(frozen=True)
class Area:
    """A rectangle with its outline's colour, or the ground's."""

    box: Box
    colour: str
    ground: str

    @property
    def wide(self) -> float:
        return self.box[2] - self.box[0]


class Picture:
    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.root = ElementTree.fromstring(chart.svg)  # our own text, whose soundness is what is tested
        _x, _y, self.wide, self.high = (float(one) for one in self.root.attrib["viewBox"].split())

    def all(self, name: str) -> list[ElementTree.Element]:
        return self.root.findall(f"{SVG}{name}")

    def texts(self) -> list[Text]:
        return [_text(one) for one in self.all("text")]

    def words(self) -> list[str]:
        return [text.words for text in self.texts()]

    def areas(self, *, with_legend: bool = False) -> list[Area]:
        """The bars; what is only white ground behind a text is none."""
        found = [_area(one) for one in self.all("rect") if "stroke" in one.attrib]
        first = 0 if with_legend else self._legend_ends()
        return [area for area in found if area.box[1] >= first]

    def _legend_ends(self) -> float:
        """The axis is what begins below the legend: its highest line."""
        return min(
            (float(one.attrib["y1"]) for one in self.all("line") if one.attrib["stroke"] == "#d0d0d0"), default=0
        )

    def lines(self) -> list[dict[str, str]]:
        return [one.attrib for one in self.all("line")]

    def faults(self) -> list[str]:
        """Texts that leave the picture, lie on each other or on a bar."""
        texts = self.texts()
        # The boxes of a tree are there to hold text.
        areas = [] if any("rx" in one.attrib for one in self.all("rect")) else self.areas(with_legend=True)
        outside = [f"outside: {text.words!r} {text.box}" for text in texts if not self._holds(text.box)]
        colliding = [f"{one.words!r} on {two.words!r}" for one, two in combinations(texts, 2) if one.meets(two.box)]
        on_bars = [f"{one.words!r} on a bar" for one in texts for area in areas if one.meets(area.box)]
        return outside + colliding + on_bars

    def _holds(self, box: Box) -> bool:
        return box[0] >= -0.01 and box[1] >= -0.01 and box[2] <= self.wide + 0.01 and box[3] <= self.high + 0.01


def _text(element: ElementTree.Element) -> Text:
    words = element.text or ""
    wide = measured(words, "SemiBold" if element.attrib.get("font-weight") == "600" else "Regular")
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[element.attrib.get("text-anchor", "start")]
    return Text(words, (left, y - TALLEST * SIZE, left + wide, y + DEEPEST * SIZE))


def _area(element: ElementTree.Element) -> Area:
    at = element.attrib
    left, top = float(at["x"]), float(at["y"])
    return Area((left, top, left + float(at["width"]), top + float(at["height"])), at["stroke"], at["fill"])
