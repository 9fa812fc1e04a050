"""What a chart is drawn from, and what comes of it. Values without behaviour: pages and reports share them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.safestring import SafeString

# A page of a report within its margins, and the column of a page, in CSS pixels.
FULL_WIDTH = 640


@dataclass(frozen=True, slots=True)
class Value:
    """A figure to draw and its print.

    `number` is in the unit of the chart's axis and exact; None when there is none, and then `text` says why in words.
    """

    number: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each category of the chart."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars side by side in groups: years, and in each the series. `unit` stands at the axis: "t.kr."."""

    title: str
    unit: str
    category_heading: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    width: int = FULL_WIDTH


@dataclass(frozen=True, slots=True)
class StackedBars:
    """Parts of a whole, one bar for each category.

    `totals` are given, not computed: whether amounts may be added is not for a chart to decide.
    """

    title: str
    unit: str
    category_heading: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    totals: tuple[Value, ...]
    width: int = FULL_WIDTH


@dataclass(frozen=True, slots=True)
class BulletRow:
    label: str
    revised: Value
    actual: Value
    forecast: Value


@dataclass(frozen=True, slots=True)
class Bullet:
    """The revised budget as a mark; the actual figure and the forecast as bars to hold against it."""

    title: str
    unit: str
    row_heading: str
    rows: tuple[BulletRow, ...]
    width: int = FULL_WIDTH


@dataclass(frozen=True, slots=True)
class Step:
    """A change from one total to the next; its text carries the sign."""

    label: str
    change: Value


@dataclass(frozen=True, slots=True)
class Waterfall:
    """A bridge between two totals. Drawing it raises ValueError when the known steps do not lead from start to end."""

    title: str
    unit: str
    start: Step
    steps: tuple[Step, ...]
    end: Step
    width: int = FULL_WIDTH


@dataclass(frozen=True, slots=True)
class Point:
    """A measured value.

    `when` are the words for its date; without a `day` it stands beside the time axis and enters no line. `low` and
    `high` are its interval. A value that starts a new series is not joined with what came before.
    """

    day: datetime.date | None
    when: str
    value: Value
    low: Decimal | None = None
    high: Decimal | None = None
    interval_text: str = ""
    starts_new_series: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A baseline or a target: a line across the chart. `name` is the word for it, `when` the words for its date."""

    name: str
    value: Value
    when: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A series over time.

    `name` is what the line shows, `interval_name` names the interval bars. Points come in the order of time, undated
    ones anywhere.
    """

    title: str
    unit: str
    name: str
    points: tuple[Point, ...]
    baseline: Level | None = None
    target: Level | None = None
    interval_name: str = ""
    width: int = FULL_WIDTH


@dataclass(frozen=True, slots=True)
class Node:
    """`kind` is the word for the level ("Pejlemærke"), `detail` a line of its own below the label."""

    label: str
    kind: str = ""
    detail: str = ""
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    title: str
    root: Node
    width: int = FULL_WIDTH


Definition = Bars | StackedBars | Bullet | Waterfall | Line | Tree


@dataclass(frozen=True, slots=True)
class Table:
    """The figures behind a chart: each row as long as the header, its first cell naming it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """`svg` is safe to put inline; its <title> is `alternative`, whole sentences. Height in the units of the width."""

    title: str
    alternative: str
    svg: SafeString = field(repr=False)
    table: Table
    width: int
    height: int
