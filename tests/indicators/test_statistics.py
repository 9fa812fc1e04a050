"""Our intervals and powers against statsmodels over a grid, and their coverage against the exact binomial one."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from itertools import product

import numpy as np
import pytest
from scipy.stats import binom
from statsmodels.stats.power import normal_power_het, normal_sample_size_one_tail
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import zconfint

from indicators.certainty import Interval, detectable_change, mean_interval, needed_answers, newcombe, wilson

close = partial(pytest.approx, rel=0, abs=1e-9)
WAVES = [(0, 10), (1, 10), (10, 10), (23, 27), (3, 200), (180, 400), (160, 400), (450, 1000), (3568, 7282)]


@pytest.mark.parametrize(("hits", "n"), WAVES)
@pytest.mark.parametrize("design_effect", [1, 1.37, 2.5])
def test_wilson_and_a_design_effect(hits: int, n: int, design_effect: float) -> None:
    ours = wilson(hits / n, n / design_effect)
    theirs = proportion_confint(hits / design_effect, n / design_effect, alpha=0.05, method="wilson")
    assert (ours.low, ours.high) == close(tuple(theirs))


@pytest.mark.parametrize(("before", "after"), list(product(WAVES, WAVES)))
def test_newcombe(before: tuple[int, int], after: tuple[int, int]) -> None:
    (x1, n1), (x2, n2) = before, after
    ours = newcombe(x1 / n1, n1, x2 / n2, n2)
    theirs = confint_proportions_2indep(x2, n2, x1, n1, compare="diff", method="newcomb", alpha=0.05)
    assert (ours.low, ours.high) == close(tuple(theirs))


@pytest.mark.parametrize(("share", "n"), list(product([0.02, 0.2, 0.45, 0.5, 0.9], [30, 400, 1000, 7282])))
def test_the_smallest_detectable_change_has_80_per_cent_power(share: float, n: int) -> None:
    change, spread = detectable_change(share, n), math.sqrt(2 * share * (1 - share))
    assert normal_sample_size_one_tail(change, 0.8, 0.025, spread) == pytest.approx(n, rel=1e-9)
    assert needed_answers(share, change) == pytest.approx(n, rel=1e-9)
    power = normal_power_het(change, n, 0.025, std_null=spread, alternative="larger")
    assert np.asarray(power).item() == close(0.8)


@pytest.mark.parametrize("n", [8, 400])
def test_the_interval_of_a_mean(n: int) -> None:
    answers = np.random.default_rng(5).normal(7.5, 1.9, n)
    ours = mean_interval(float(answers.mean()), float(answers.std(ddof=1)), n)
    assert (ours.low, ours.high) == close(tuple(zconfint(answers, alpha=0.05)))


# Coverage


def exact(share: float, n: int, make: Callable[[float, float], Interval] = wilson) -> float:
    hits = np.arange(n + 1)
    covered = np.array([make(hit / n, n).covers(share) for hit in hits])
    return float(binom.pmf(hits, n, share)[covered].sum())


@pytest.mark.parametrize(("share", "n"), [(0.45, 400), (0.02, 60), (0.85, 27)])
def test_simulated_coverage_is_the_exact_one(share: float, n: int) -> None:
    rounds, truth = 20_000, exact(share, n)
    drawn = np.random.default_rng(1).binomial(n, share, rounds)
    simulated = float(np.mean([wilson(hit / n, n).covers(share) for hit in drawn]))
    assert abs(simulated - truth) < 4 * math.sqrt(truth * (1 - truth) / rounds)
    assert truth == pytest.approx(0.95, abs=0.03)


def test_simulated_coverage_of_a_change_is_the_exact_one() -> None:
    (p, n), (q, m), rounds = (0.45, 40), (0.40, 50), 5_000
    covers = np.array([[newcombe(i / n, n, j / m, m).covers(q - p) for j in range(m + 1)] for i in range(n + 1)])
    chances = np.outer(binom.pmf(np.arange(n + 1), n, p), binom.pmf(np.arange(m + 1), m, q))
    truth = float(chances[covers].sum())
    source = np.random.default_rng(2)
    simulated = float(covers[source.binomial(n, p, rounds), source.binomial(m, q, rounds)].mean())
    assert abs(simulated - truth) < 4 * math.sqrt(truth * (1 - truth) / rounds)
    assert truth == pytest.approx(0.95, abs=0.02)
