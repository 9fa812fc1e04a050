"""The few pictures that pages and reports show, drawn as SVG: one definition, the same picture in both.

`draw(definition)` gives the picture, its text alternative and the table behind it. Nothing is computed here but places:
figures come with their print, and what has no figure comes with words and is not drawn. A chart never rounds, adds or
compares.
"""

from __future__ import annotations

from portfolio.charts.bars import draw_bars, draw_stacked
from portfolio.charts.bullet import draw_bullet
from portfolio.charts.definitions import (
    FULL_WIDTH,
    Bars,
    Bullet,
    BulletRow,
    Chart,
    Definition,
    Level,
    Line,
    Node,
    Point,
    Series,
    StackedBars,
    Step,
    Table,
    Tree,
    Value,
    Waterfall,
)
from portfolio.charts.line import draw_line
from portfolio.charts.tree import draw_tree
from portfolio.charts.waterfall import draw_waterfall

__all__ = [
    "FULL_WIDTH",
    "Bars",
    "Bullet",
    "BulletRow",
    "Chart",
    "Definition",
    "Level",
    "Line",
    "Node",
    "Point",
    "Series",
    "StackedBars",
    "Step",
    "Table",
    "Tree",
    "Value",
    "Waterfall",
    "draw",
]


def draw(definition: Definition) -> Chart:
    """The same string for the same definition and language. Raises ValueError for one that contradicts itself."""
    match definition:
        case Bars():
            return draw_bars(definition)
        case StackedBars():
            return draw_stacked(definition)
        case Bullet():
            return draw_bullet(definition)
        case Waterfall():
            return draw_waterfall(definition)
        case Line():
            return draw_line(definition)
        case Tree():
            return draw_tree(definition)
