"""Whatever the words and figures: no text leaves the picture, lies on another or is lost."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organisation.numbers import format_number
from portfolio.charts import (
    Bars,
    Bullet,
    BulletRow,
    Definition,
    Level,
    Line,
    Node,
    Point,
    Series,
    StackedBars,
    Step,
    Tree,
    Value,
    Waterfall,
    draw,
)
from portfolio.charts.measure import clean, width, wrap
from portfolio.charts.scales import from_zero, round_ticks
from tests.portfolio.charts.reading import Picture

thorough = settings(max_examples=settings().max_examples * 3 // 10, suppress_health_check=[HealthCheck.too_slow])
words = st.lists(
    st.one_of(
        st.sampled_from(["Indsats", "og", "på", "bo-/støtte", "Ressourceforløbskoordinatorfunktion", "2018", "Å", ""]),
        st.text(max_size=60),
    ),
    max_size=12,
).map(" ".join)
numbers = st.one_of(
    st.integers(-20, 20).map(Decimal),
    st.decimals(Decimal("-1e15"), Decimal("1e15"), places=2),
    st.decimals(Decimal(-1), Decimal(1), places=6),
)
figures = numbers.map(lambda number: Value(number, format_number(number)))
values = st.one_of(figures, words.map(lambda text: Value(None, text)))
widths = st.sampled_from([312, 480, 640])
days = st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31))


@st.composite
def bar_charts(pick: st.DrawFn, kind: type[Bars] | type[StackedBars]) -> Definition:
    count = pick(st.integers(0, 5))
    rows = st.lists(values, min_size=count, max_size=count).map(tuple)
    series = tuple(pick(st.lists(st.builds(Series, words, rows), min_size=1, max_size=10)))
    categories = tuple(pick(st.lists(words, min_size=count, max_size=count)))
    common = pick(words), pick(words), pick(words), categories, series
    if kind is StackedBars:
        return StackedBars(*common, pick(rows), pick(widths))
    return Bars(*common, pick(widths))


@st.composite
def bridges(pick: st.DrawFn) -> Waterfall:
    steps = tuple(pick(st.lists(st.builds(Step, words, values), max_size=8)))
    start = pick(st.builds(Step, words, values))
    known = [step.change.number for step in (start, *steps)]
    end = sum((number for number in known if number is not None), Decimal(0))
    last = Step(pick(words), Value(end, format_number(end)))
    return Waterfall(pick(words), pick(words), start, steps, last, pick(widths))


@st.composite
def lines(pick: st.DrawFn) -> Line:
    dated = sorted(pick(st.lists(days, max_size=25)))
    undated = pick(st.integers(0, 6))
    spread = st.one_of(st.none(), numbers)
    points = tuple(
        pick(st.builds(Point, st.just(day), words, values, spread, spread, words, st.booleans(), words))
        for day in [*([None] * undated), *dated]
    )
    level = st.one_of(st.none(), st.builds(Level, words, values, words, st.one_of(st.none(), days)))
    return Line(pick(words), pick(words), pick(words), points, pick(level), pick(level), pick(words), pick(widths))


nodes = st.recursive(
    st.builds(Node, words, words, words),
    lambda below: st.builds(Node, words, words, words, st.lists(below, max_size=4).map(tuple)),
    max_leaves=12,
)
definitions: st.SearchStrategy[Definition] = st.one_of(
    bar_charts(Bars),
    bar_charts(StackedBars),
    st.builds(
        Bullet,
        words,
        words,
        words,
        st.lists(st.builds(BulletRow, words, values, values, values), max_size=6).map(tuple),
        widths,
    ),
    bridges(),
    lines(),
    st.builds(Tree, words, nodes, widths),
)


@thorough
@given(definitions)
def test_no_text_is_clipped_or_lies_on_another(definition: Definition) -> None:
    chart = draw(definition)
    assert Picture(chart).faults() == []
    assert draw(definition) == chart


@thorough
@given(bar_charts(Bars))
def test_no_label_and_no_figure_of_a_bar_is_left_out(definition: Bars) -> None:
    told = letters("".join(Picture(draw(definition)).words()))
    for text in (*definition.categories, *(value.text for one in definition.series for value in one.values)):
        assert letters(text) in told


def letters(text: str) -> str:
    """Without what a line may be broken at, or with."""
    return "".join(one for one in clean(text) if one not in " -")


@given(words, st.floats(30, 600), st.booleans())
def test_lines_fit_and_nothing_is_lost(text: str, room: float, bold: bool) -> None:
    broken = wrap(text, room, bold=bold)
    assert broken
    assert all(width(line, bold=bold) <= room for line in broken)
    assert letters("".join(broken)) == letters(text)


@given(numbers, numbers, st.integers(2, 9))
def test_ticks_are_round_and_enclose_the_values(one: Decimal, other: Decimal, most: int) -> None:
    low, high = min(one, other), max(one, other)
    ticks = round_ticks(low, high, most)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 2 <= len(ticks) <= most + 2
    steps = {after - before for before, after in pairwise(ticks)}
    assert len(steps) == 1
    step = steps.pop()
    assert step.normalize().as_tuple().digits in ((1,), (2,), (5,))
    assert all(tick % step == 0 for tick in ticks)


@given(st.lists(numbers, max_size=6), st.integers(2, 9))
def test_bars_are_measured_from_zero(found: list[Decimal], most: int) -> None:
    scale = from_zero(found, most, 100.0, 400.0)
    assert Decimal(0) in scale.ticks
    assert all(100.0 <= scale.at(number) <= 400.0 for number in (*found, *scale.ticks))
