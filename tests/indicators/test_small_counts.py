"""Nothing that is hidden can be computed from what is shown."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.small_counts import Cell, Pattern, is_small, pattern

K = 5


@pytest.mark.parametrize(("count", "small"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_count_of_1_to_4_is_small(count: int, small: bool) -> None:
    assert is_small(Cell(count), K) is small


@pytest.mark.parametrize(
    ("numerator", "base", "small"),
    [(23, 27, True), (3, 200, True), (0, 200, False), (200, 200, False), (2, 4, True), (0, 4, True), (50, 100, False)],
)
def test_a_share_is_hidden_for_its_numerator_its_complement_or_its_base(numerator: int, base: int, small: bool) -> None:
    assert is_small(Cell(numerator, base), K) is small


def test_what_the_source_has_published_stays() -> None:
    assert not is_small(Cell(23, 27, "Trykt i oversigten"), K)


def test_a_single_hidden_part_takes_the_next_smallest_with_it() -> None:
    assert pattern([Cell(3), Cell(40), Cell(12)], Cell(55), K) == Pattern(
        frozenset({0, 2}), frozenset({0}), total=False
    )


def test_without_a_total_only_the_small_ones_are_hidden() -> None:
    assert pattern([Cell(3), Cell(40)], None, K).parts == frozenset({0})


def test_two_divisions_of_one_population_are_each_protected() -> None:
    by_benefit_and_by_age = [Cell(245), Cell(3), Cell(233), Cell(15)]
    assert pattern(by_benefit_and_by_age, Cell(248), K).parts == frozenset({0, 1})


def test_where_nothing_else_can_be_hidden_the_total_is() -> None:
    assert pattern([Cell(3), Cell(40, None, "Trykt i oversigten")], Cell(43), K).total


@given(counts=st.lists(st.integers(0, 12), min_size=1, max_size=4), k=st.integers(2, 5))
def test_every_hidden_part_keeps_at_least_two_possible_values(counts: list[int], k: int) -> None:
    """By brute force: all tables that fit what is shown and what a reader knows of the rule."""
    found = pattern([Cell(count) for count in counts], Cell(sum(counts)), k)
    assert found.small == {index for index, count in enumerate(counts) if 1 <= count < k}
    if found.total:
        return
    hidden = sorted(found.parts)
    rest = sum(counts[index] for index in hidden)
    possible = [range(1, k) if index in found.small else range(rest + 1) for index in hidden]
    fitting = [values for values in product(*possible) if sum(values) == rest]
    for place in range(len(hidden)):
        assert len({values[place] for values in fitting}) > 1
