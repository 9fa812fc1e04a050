"""What each kind of chart shows, and what it refuses to show."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from portfolio.charts import Bars, Level, Line, Node, Point, Series, StackedBars, Step, Tree, Value, Waterfall, draw
from portfolio.charts.line import SERIES
from tests.portfolio.charts.reading import SVG, Area, Picture
from tests.portfolio.charts.samples import (
    ALL_ZERO,
    BARS,
    BELOW_ZERO,
    BULLET,
    CROWDED_LINE,
    CUT_LINE,
    EMPTY_LINE,
    LINE,
    NEGATIVE,
    NO_VALUES,
    NOT_STATED,
    ONE_SERIES,
    STACKED,
    TREE,
    UNKNOWN_STEP,
    WATERFALL,
    day,
    money,
    share,
    signed,
)


def near(one: float, other: float) -> bool:
    return abs(one - other) < 0.02


def joined(picture: Picture) -> list[int]:
    """How many points each stretch of the series joins."""
    found = [one for one in picture.all("polyline") if one.attrib["stroke"] == SERIES]
    return [len(one.attrib["points"].split()) for one in found]


# --- Bars -----------------------------------------------------------------------------------------------------------


def bars_of(chart: Bars | StackedBars) -> list[Area]:
    return Picture(draw(chart)).areas()


def test_bars_are_as_long_as_their_values() -> None:
    first, _second, _third, fourth, fifth, *_more = bars_of(BARS)
    assert near((fifth.wide + 1.5) / (fourth.wide + 1.5), 2300 / 5600)
    assert near(first.box[0], fifth.box[0])


def test_no_figure_is_words_and_no_bar() -> None:
    assert len(bars_of(BARS)) == 9
    words = Picture(draw(BARS)).words()
    assert words.count("ikke angivet") == 2
    assert words.count("finansieres andetsteds") == 1


def test_zero_is_a_figure_without_a_bar() -> None:
    assert bars_of(ALL_ZERO) == []
    assert Picture(draw(ALL_ZERO)).words().count("0") == 3  # two figures and the axis
    assert len(bars_of(ONE_SERIES)) == 1


def test_negative_bars_lie_left_of_zero() -> None:
    expenses, income, above, _left = bars_of(NEGATIVE)
    assert near(expenses.box[2], above.box[0] - 1.5)
    assert near((income.wide + 1.5) / (expenses.wide + 1.5), 2120 / 120)


def test_one_series_needs_no_legend() -> None:
    assert "Budget" not in Picture(draw(ONE_SERIES)).words()


def test_nothing_known_is_said_and_no_axis_is_drawn() -> None:
    for chart in (draw(NO_VALUES), draw(EMPTY_LINE)):
        picture = Picture(chart)
        assert "Der er ingen tal at vise." in picture.words()
        assert picture.lines() == []
        assert not {"0", "0,0", "1"} & set(picture.words())


def test_values_and_categories_must_agree_in_number() -> None:
    with pytest.raises(ValueError, match="2 values for 4 categories"):
        draw(replace(BARS, series=(Series("For få", (money(1), money(2))),)))
    with pytest.raises(ValueError, match="1 values for 4 categories"):
        draw(replace(STACKED, totals=(money(1),)))


def test_bars_tell_their_figures_in_a_sentence() -> None:
    assert draw(ONE_SERIES).alternative == "Budget pr. år. Enhed: t.kr. 2019: 600; 2020: 0."


def test_the_table_holds_the_words_as_they_were_given() -> None:
    table = draw(BARS).table
    assert table.header == ("År", "Korrigeret budget", "Forbrug", "Forventet regnskab")
    assert table.rows[3] == ("2020", "3.600", "ikke angivet", "finansieres andetsteds")


# --- Stacked bars ---------------------------------------------------------------------------------------------------


def test_parts_lie_end_to_end_and_income_on_the_other_side() -> None:
    pregnant, caretaker, support, refund, *_more = bars_of(STACKED)
    assert near(pregnant.box[2] + 1.5, caretaker.box[0])
    assert near(caretaker.box[2] + 1.5, support.box[0])
    assert near(refund.box[2] + 1.5, pregnant.box[0])
    assert near((caretaker.wide + 1.5) / (pregnant.wide + 1.5), 3500 / 1500)


def test_a_part_without_a_figure_is_named() -> None:
    assert "SO7 Social vicevært (ikke angivet)" in " ".join(Picture(draw(STACKED)).words())


def test_the_total_is_the_one_that_was_given() -> None:
    chart = draw(replace(STACKED, totals=(*STACKED.totals[:3], Value(None, "kan ikke lægges sammen"))))
    assert "kan ikke lægges sammen" in Picture(chart).words()
    assert chart.table.rows[3][-1] == "kan ikke lægges sammen"


# --- Bullets --------------------------------------------------------------------------------------------------------


def test_a_bullet_without_figures_has_words_and_no_mark() -> None:
    picture = Picture(draw(BULLET))
    marks = [line for line in picture.lines() if line["stroke-width"] == "3"]
    # One in the legend, and one for each of the four lines that have a revised budget.
    assert len(marks) == 5
    assert len(picture.areas()) == 6
    assert draw(BULLET).table.rows[4] == ("Herberg", "ikke angivet", "ikke angivet", "ikke angivet")


# --- Bridges --------------------------------------------------------------------------------------------------------


def test_each_step_begins_where_the_last_one_ended() -> None:
    start, extra, carried, moved, corrected, end = Picture(draw(WATERFALL)).areas()
    assert near(start.box[2] + 1.5, extra.box[0])
    assert near(extra.box[2] + 1.5, carried.box[0])
    assert near(carried.box[2], moved.box[2])
    assert near(moved.box[0], corrected.box[2] + 1.5)
    assert near(corrected.box[0] - 1.5, end.box[2])


def test_a_bridge_that_does_not_reach_its_end_is_refused() -> None:
    with pytest.raises(ValueError, match=r"The steps lead to 35\.7, not to 35\.8"):
        draw(replace(WATERFALL, end=Step("Slut", money("35.8", 1))))


def test_an_exact_bridge_is_judged_by_its_exact_figures() -> None:
    rounded = tuple(Step(f"Trin {n}", Value(Decimal("0.04"), "+0,0")) for n in range(3))
    draw(Waterfall("Små", "mio.", Step("A", money("1", 1)), rounded, Step("B", Value(Decimal("1.12"), "1,1"))))


def test_after_an_unknown_step_nothing_is_drawn_but_the_end() -> None:
    picture = Picture(draw(UNKNOWN_STEP))
    assert len(picture.areas()) == 3
    assert "ikke angivet" in picture.words()
    assert "Et trin uden tal er ikke tegnet" in " ".join(picture.words())


def test_a_bridge_may_go_below_zero_and_back() -> None:
    start, more, fewer, now = Picture(draw(BELOW_ZERO)).areas()
    assert near(start.box[0], more.box[0])
    assert more.box[2] > start.box[2] + 10
    assert near(fewer.box[0], now.box[0])


# --- Lines ----------------------------------------------------------------------------------------------------------


def test_a_missing_value_and_a_break_leave_gaps() -> None:
    assert joined(Picture(draw(LINE))) == [2, 2]
    whole = tuple(replace(point, value=share(45), starts_new_series=False) for point in LINE.points)
    assert joined(Picture(draw(replace(LINE, points=whole)))) == [6]


def test_the_gaps_are_said() -> None:
    said = " ".join(Picture(draw(LINE)).words())
    assert "Ikke tegnet, fordi der ikke er et tal: 2017 (ikke angivet)." in said
    assert "Databrud ved 2019: kan ikke sammenlignes med det foregående." in said


def test_an_undated_value_stands_beside_the_line() -> None:
    picture = Picture(draw(LINE))
    assert "uden dato" in picture.words()
    # Seven points less the missing one, the target's diamond and the sample of the legend.
    assert len(picture.all("path")) == 8


def test_a_cut_axis_is_marked_and_said() -> None:
    picture = Picture(draw(CUT_LINE))
    torn = [one for one in picture.all("polyline") if one.attrib["stroke"] != SERIES]
    assert len(torn) == 1
    assert "Aksen begynder ikke ved 0: Den går fra 7,0 til 7,8." in picture.words()


def test_an_axis_from_zero_says_nothing() -> None:
    points = (Point(day("2017-01-01"), "2017", share(10)), Point(day("2018-01-01"), "2018", share(60)))
    picture = Picture(draw(Line("Andel", "%", "Andel", points)))
    assert [one for one in picture.all("polyline") if one.attrib["stroke"] != SERIES] == []
    assert "0" in picture.words()
    assert "Aksen" not in " ".join(picture.words())


def test_points_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order of time"):
        draw(replace(LINE, points=tuple(reversed(LINE.points))))


def test_an_interval_is_drawn_only_around_a_value() -> None:
    hidden = replace(LINE, points=(Point(day("2018-01-01"), "2018", NOT_STATED, Decimal(40), Decimal(50)),))
    assert "95 %-sikkerhedsinterval" not in Picture(draw(hidden)).words()


def test_the_first_and_last_figures_are_shown_even_in_a_crowd() -> None:
    assert CROWDED_LINE.points[-1].value.text in Picture(draw(CROWDED_LINE)).words()
    assert {"45\u00a0%", "50\u00a0%"} <= set(Picture(draw(LINE)).words())


def test_a_line_is_told_in_a_sentence() -> None:
    level = Level("Udgangspunkt", share(45), "uden dato")
    points = (Point(day("2018-01-01"), "2018", share(43), Decimal(38), Decimal(48), "38–48\u00a0%"),)
    chart = draw(Line("Ensomhed", "%", "Andel", points, level, Level("Måltal", share(40))))
    assert chart.alternative == (
        "Ensomhed. Enhed: %. Udgangspunkt: 45\u00a0% (uden dato); Måltal: 40\u00a0%; 2018: 43\u00a0%, 38–48\u00a0%."
    )


# --- Trees ----------------------------------------------------------------------------------------------------------


def test_every_node_has_a_box_and_a_line_from_above() -> None:
    picture = Picture(draw(TREE))
    assert len(picture.all("rect")) == 7
    assert len(picture.all("polyline")) == 6
    assert len(draw(TREE).table.rows) == 7
    assert draw(TREE).table.rows[2] == ("SO7 Social vicevært", "Indsats", "Flere skal have en bolig", "3.500 t.kr.")


def test_boxes_of_a_tree_do_not_touch() -> None:
    boxes = [area.box for area in Picture(draw(TREE)).areas(with_legend=True)]
    for at, one in enumerate(boxes):
        for two in boxes[at + 1 :]:
            assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]


def test_a_lone_node_is_a_tree() -> None:
    chart = draw(Tree("Alene", Node("Strategi")))
    assert chart.alternative == "Alene. Strategi."
    assert len(Picture(chart).root.findall(f"{SVG}rect")) == 1


def test_the_sign_of_a_step_is_the_callers() -> None:
    assert signed("-15.2").text in Picture(draw(WATERFALL)).words()
