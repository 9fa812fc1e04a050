"""Golden numbers of intervals, and what may be claimed from them."""

from __future__ import annotations

import math
from decimal import Decimal
from statistics import NormalDist
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from indicators.certainty import (
    Change,
    Reached,
    Unsure,
    change,
    detectable_change,
    interval_of,
    newcombe,
    reached,
    why_unsure,
    wilson,
)
from indicators.models import Measurement
from indicators.sentences import how_certain, what_can_be_seen


@pytest.mark.parametrize(("share", "n", "low", "high"), [(0.49, 7282, 47.85, 50.15), (23 / 27, 27, 67.5, 94.1)])
def test_wilson_golden(share: float, n: int, low: float, high: float) -> None:
    found = wilson(share, n)
    places = 2 if n > 1000 else 1
    assert (round(100 * found.low, places), round(100 * found.high, places)) == (low, high)


@pytest.mark.parametrize(("n", "half_width"), [(400, 6.8), (1000, 4.3)])
def test_newcombe_golden(n: int, half_width: float) -> None:
    found = newcombe(0.45, n, 0.40, n)
    assert 100 * (found.high - found.low) / 2 == pytest.approx(half_width, abs=0.06)
    assert found.low < -0.05 < found.high


@pytest.mark.parametrize(("n", "points"), [(400, 9.9), (1000, 6.2), (7282, 2.3)])
def test_detectable_change_golden(n: int, points: float) -> None:
    assert round(100 * detectable_change(0.45, n), 1) == points


@given(hits=st.integers(0, 500), n=st.integers(1, 500))
def test_wilsons_limits_are_the_shares_that_the_score_test_just_accepts(hits: int, n: int) -> None:
    share = min(hits, n) / n
    found = wilson(share, n)
    z = NormalDist().inv_cdf(0.975)
    assert 0 <= found.low <= share <= found.high <= 1
    for limit in (found.low, found.high):
        if 0 < limit < 1:
            assert abs(share - limit) == pytest.approx(z * math.sqrt(limit * (1 - limit) / n), abs=1e-9)


@pytest.mark.parametrize("n", [0, -1])
def test_nobody_asked_gives_no_interval(n: int) -> None:
    with pytest.raises(ValueError, match="no interval"):
        wilson(0.5, n)


def measured(value: int | Decimal, **fields: Any) -> Measurement:
    return Measurement(value=Decimal(value), **{"design": "sample", "n": 400, **fields})


def test_a_small_difference_between_samples_is_no_certain_change() -> None:
    assert change(measured(45), measured(40), unit="percent", direction=-1) is Change.NOT_CERTAIN


def test_a_large_one_is_improved_or_worsened_by_the_direction() -> None:
    assert change(measured(45), measured(33), unit="percent", direction=-1) is Change.IMPROVED
    assert change(measured(45), measured(33), unit="percent", direction=1) is Change.WORSENED


def test_a_design_effect_divides_n() -> None:
    plain, clustered = measured(45), measured(45, design_effect=Decimal(4))
    assert interval_of(clustered, "percent") == interval_of(measured(45, n=100), "percent")
    assert interval_of(plain, "percent") != interval_of(clustered, "percent")


@pytest.mark.parametrize(
    "fields", [{"n": None}, {"design": "same_people"}, {"design": "census", "invited": 500}, {"design": "not_stated"}]
)
def test_without_n_or_independent_samples_nothing_is_claimed(fields: dict[str, Any]) -> None:
    assert (
        change(measured(45, **fields), measured(20, **fields), unit="percent", direction=-1)
        is Change.CANNOT_BE_ASSESSED
    )
    assert reached(measured(20, **fields), Decimal(40), unit="percent", direction=-1) is Reached.CANNOT_BE_DECIDED


def test_a_register_has_no_sampling_error() -> None:
    before, after = measured(248, design="register", n=None), measured(247, design="register", n=None)
    assert change(before, after, unit="count", direction=-1) is Change.IMPROVED
    assert change(before, before, unit="count", direction=-1) is Change.NOT_CERTAIN


def test_nothing_is_claimed_of_a_number_beside_words() -> None:
    before, after = (measured(value, design="register", qualifier="words", raw="færre") for value in (55, 33))
    assert change(before, after, unit="percent", direction=-1) is Change.CANNOT_BE_ASSESSED
    assert why_unsure(before, after, unit="percent", direction=-1) is Unsure.NO_VALUE
    assert reached(after, Decimal(40), unit="percent", direction=-1) is Reached.CANNOT_BE_DECIDED


def test_the_sources_own_interval_is_used_as_it_stands() -> None:
    row = measured(45, own_low=Decimal(40), own_high=Decimal(52), own_level=Decimal(95))
    found = interval_of(row, "percent")
    assert found is not None
    assert (found.low, found.high) == (40, 52)


def test_a_target_inside_the_interval_cannot_be_decided() -> None:
    assert reached(measured(39), Decimal(40), unit="percent", direction=-1) is Reached.CANNOT_BE_DECIDED
    assert reached(measured(30), Decimal(40), unit="percent", direction=-1) is Reached.REACHED
    assert reached(measured(50), Decimal(40), unit="percent", direction=-1) is Reached.NOT_REACHED


# Every design


def test_weighted_without_a_stated_effect_gives_no_interval_and_with_one_it_does() -> None:
    weighted = measured(45, is_weighted=True)
    assert interval_of(weighted, "percent") is None
    assert change(measured(60), weighted, unit="percent", direction=-1) is Change.CANNOT_BE_ASSESSED
    stated = measured(45, is_weighted=True, design_effect=Decimal("1.5"))
    assert interval_of(stated, "percent") == interval_of(measured(45, n=400, design_effect=Decimal("1.5")), "percent")


def test_a_census_has_an_interval_only_when_the_correction_is_chosen() -> None:
    asked = {"design": "census", "invited": 500}
    assert interval_of(measured(45, **asked), "percent") is None
    found = interval_of(measured(45, **asked, finite_population=True), "percent")
    as_sample = interval_of(measured(45), "percent")
    assert found is not None
    assert as_sample is not None
    assert as_sample.low < found.low < 45 < found.high < as_sample.high
    shrunk = wilson(0.45, 400 * 499 / 100)
    assert (found.low, found.high) == (100 * shrunk.low, 100 * shrunk.high)


def test_a_mean_needs_its_standard_deviation() -> None:
    without = measured(7, n=400)
    assert interval_of(without, "mean") is None
    assert change(without, measured(9, n=400), unit="mean", direction=1) is Change.CANNOT_BE_ASSESSED
    before, after = (measured(value, n=400, standard_deviation=Decimal(2)) for value in (7, 8))
    assert change(before, after, unit="mean", direction=1) is Change.IMPROVED
    assert change(before, before, unit="mean", direction=1) is Change.NOT_CERTAIN


def test_the_same_people_twice_cannot_be_assessed_however_far_apart() -> None:
    for own in ({}, {"own_level": Decimal(95)}):
        rows = [
            measured(
                value, design="same_people", **({"own_low": value - 1, "own_high": value + 1, **own} if own else {})
            )
            for value in (90, 10)
        ]
        assert change(rows[0], rows[1], unit="percent", direction=-1) is Change.CANNOT_BE_ASSESSED


@pytest.mark.parametrize("level", [None, Decimal(99)])
def test_the_sources_intervals_of_another_level_claim_no_change(level: Decimal | None) -> None:
    own = {"own_low": Decimal(44), "own_high": Decimal(46), "own_level": level}
    after = {"own_low": Decimal(9), "own_high": Decimal(11), "own_level": level}
    assert change(measured(45, **own), measured(10, **after), unit="percent", direction=-1) is Change.CANNOT_BE_ASSESSED
    sure = [measured(value, **{**fields, "own_level": 95}) for value, fields in ((45, own), (10, after))]
    assert change(sure[0], sure[1], unit="percent", direction=-1) is Change.IMPROVED


def test_a_value_that_is_only_bounded_has_no_interval() -> None:
    assert interval_of(measured(45, qualifier="more_than"), "percent") is None
    assert interval_of(measured(45, qualifier="about"), "percent") is not None


@pytest.mark.parametrize(
    ("qualifier", "value", "direction", "found"),
    [
        ("almost", 55, 1, Reached.CANNOT_BE_DECIDED),
        ("almost", 55, -1, Reached.REACHED),
        ("up_to", 56, 1, Reached.CANNOT_BE_DECIDED),
        ("up_to", 54, 1, Reached.NOT_REACHED),
        ("more_than", 54, 1, Reached.CANNOT_BE_DECIDED),
        ("more_than", 55, 1, Reached.REACHED),
        ("more_than", 56, -1, Reached.NOT_REACHED),
        ("about", 55, 1, Reached.REACHED),
    ],
)
def test_a_bounded_count_has_reached_55_only_where_it_cannot_be_otherwise(
    qualifier: str, value: int, direction: int, found: Reached
) -> None:
    row = measured(value, design="register", n=None, qualifier=qualifier)
    assert reached(row, Decimal(55), unit="count", direction=direction) is found


def test_no_change_is_claimed_from_a_bounded_value() -> None:
    before, after = (measured(value, design="register", n=None) for value in (45, 55))
    after.qualifier = "almost"
    assert change(before, after, unit="count", direction=1) is Change.CANNOT_BE_ASSESSED
    assert why_unsure(before, after, unit="count", direction=1) is Unsure.ONLY_BOUNDED


def test_the_share_is_taken_from_its_counts_where_they_are_stated() -> None:
    exact = measured(85, n=None, numerator=23, denominator=27)
    found = interval_of(exact, "percent")
    assert found is not None
    assert (round(found.low, 1), round(found.high, 1)) == (67.5, 94.1)


# What is said


def said(row: Measurement, unit: str = "percent", target: str | None = None) -> str:
    with translation.override("da"):
        text = what_can_be_seen(row, unit, None if target is None else Decimal(target))
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_400_answers_cannot_see_5_points_and_7282_can() -> None:
    assert said(measured(45), target="40") == (
        "Med 400 besvarelser kan undersøgelsen ikke se en ændring på 5 procentpoint; den mindste er 9,9. "
        "Det kræver 1.555 besvarelser hver gang."
    )
    assert said(measured(45, n=7282), target="40") == (
        "Med 7.282 besvarelser kan undersøgelsen se en ændring på 5 procentpoint; den mindste er 2,3."
    )


def test_with_as_many_answers_as_are_called_for_it_is_seen() -> None:
    assert not said(measured(45, n=1554), target="40").startswith("Med 1.554 besvarelser kan undersøgelsen se")
    assert said(measured(45, n=1555), target="40").startswith("Med 1.555 besvarelser kan undersøgelsen se")
    assert "3.109" in said(measured(45, design_effect=Decimal(2)), target="40")


@pytest.mark.parametrize(
    ("fields", "unit"),
    [
        ({"n": None}, "percent"),
        ({"design": "register"}, "percent"),
        ({"design": "same_people"}, "percent"),
        ({}, "count"),
    ],
)
def test_where_there_is_no_such_figure_nothing_is_said(fields: dict[str, Any], unit: str) -> None:
    assert said(measured(45, **fields), unit, "40") == ""


def test_without_a_target_only_the_smallest_change_is_told() -> None:
    assert "9,9 procentpoint" in said(measured(45))
    assert said(measured(45), target="45") == said(measured(45))


@pytest.mark.parametrize(
    ("fields", "unit", "part"),
    [
        ({}, "percent", "95 % sikkerhedsinterval"),
        ({"n": None}, "percent", "hvor mange der har svaret"),
        ({"design": "not_stated"}, "percent", "hvordan de adspurgte er valgt"),
        ({"design": "register"}, "percent", "register"),
        ({"design": "same_people"}, "percent", "De samme"),
        ({"is_weighted": True}, "percent", "vægtet"),
        ({"design": "census", "invited": 500}, "percent", "400 af 500 har svaret"),
        ({"design": "census", "invited": 500, "finite_population": True}, "percent", "tilfældig del"),
        ({"design": "census", "invited": 400}, "percent", "alle har svaret"),
        ({"design": "census", "n": None}, "percent", "ikke angivet"),
        ({}, "mean", "standardafvigelse"),
        ({"own_low": Decimal(40), "own_high": Decimal(50), "own_level": Decimal(95)}, "percent", "kildens eget."),
        ({"own_low": Decimal(40), "own_high": Decimal(50), "own_level": Decimal(99)}, "percent", "på 99 procent"),
        ({"own_low": Decimal(40), "own_high": Decimal(50)}, "percent", "ikke oplyst"),
    ],
)
def test_each_design_has_its_sentence(fields: dict[str, Any], unit: str, part: str) -> None:
    with translation.override("da"):
        assert part in how_certain(measured(45, **fields), unit)
