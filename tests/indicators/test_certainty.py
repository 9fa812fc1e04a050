"""Golden numbers of intervals, and what may be claimed from them."""

from __future__ import annotations

import math
from decimal import Decimal
from statistics import NormalDist
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.certainty import Change, Reached, change, detectable_change, interval_of, newcombe, reached, wilson
from indicators.models import Measurement


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


def measured(value: int, **fields: Any) -> Measurement:
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


def test_the_sources_own_interval_is_used_as_it_stands() -> None:
    row = measured(45, own_low=Decimal(40), own_high=Decimal(52), own_level=Decimal(95))
    found = interval_of(row, "percent")
    assert found is not None
    assert (found.low, found.high) == (40, 52)


def test_a_target_inside_the_interval_cannot_be_decided() -> None:
    assert reached(measured(39), Decimal(40), unit="percent", direction=-1) is Reached.CANNOT_BE_DECIDED
    assert reached(measured(30), Decimal(40), unit="percent", direction=-1) is Reached.REACHED
    assert reached(measured(50), Decimal(40), unit="percent", direction=-1) is Reached.NOT_REACHED
