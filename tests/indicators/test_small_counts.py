"""Nothing that is hidden can be computed from what is shown."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.small_counts import Cell, Equation, Pattern, is_small, pattern
from indicators.sums import Place, equations
from tests.indicators.attack import Told, attack

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


# One total and its parts; the total is the last cell.


def divided(*counts: int, k: int = K, reasons: Sequence[int] = ()) -> Pattern:
    cells = [Cell(count, None, "Trykt" if place in reasons else "") for place, count in enumerate(counts)]
    return pattern([*cells, Cell(sum(counts))], [Equation(len(counts), tuple(range(len(counts))))], k)


def test_a_single_hidden_part_takes_the_next_smallest_with_it() -> None:
    assert divided(3, 40, 12) == Pattern(frozenset({0, 2}), frozenset({0}), frozenset())


def test_a_shown_0_protects_nothing_and_stays() -> None:
    assert divided(3, 0, 12, 40).hidden == {0, 2}


def test_where_nothing_else_can_be_hidden_the_total_is() -> None:
    assert divided(3, 40, reasons=[1]).hidden == {0, 2}


def test_two_small_parts_whose_sum_tells_both_need_a_third() -> None:
    assert divided(1, 1, 30, 40).hidden == {0, 1, 2}
    assert divided(2, 3, 30, 40).hidden == {0, 1}


@pytest.mark.parametrize(("counts", "k"), [((1, 1), 3), ((1, 1, 1), 4), ((1, 1, 1, 1), 5)])
def test_a_whole_that_would_tell_its_parts_does_not_say_that_it_is_small(counts: Sequence[int], k: int) -> None:
    whole = len(counts)
    first = divided(*counts, k=k)
    assert first == Pattern(frozenset(range(whole + 1)), frozenset(range(whole)), frozenset())
    # And so it stays: the next values of the survey are decided beside it.
    again = [*(Cell(count, threshold=k) for count in counts), Cell(sum(counts), threshold=k, unsaid=True)]
    decided = dict.fromkeys(range(whole + 1), True)
    assert pattern(again, [Equation(whole, tuple(range(whole)))], k, decided) == first


def test_without_a_sum_only_the_small_ones_are_hidden() -> None:
    assert pattern([Cell(3), Cell(40)], [], K).hidden == {0}


def test_a_cell_goes_on_telling_the_threshold_that_it_was_decided_by() -> None:
    """Of 6 only 1 and 5 fit “<5” and “at least 5”; by a threshold of 3 they could be 2 and 4."""
    counts, decided = (6, 1, 5), {0: False, 1: True, 2: True}
    old, new = ([Cell(count, threshold=k) for count in counts] for k in (5, None))
    assert pattern(old, [Equation(0, (1, 2))], 3, decided).told == {1, 2}
    assert pattern(new, [Equation(0, (1, 2))], 3, decided).told == frozenset()


def test_what_has_been_shown_cannot_be_hidden_and_the_leak_is_told() -> None:
    cells, sums = [Cell(3), Cell(40), Cell(43)], [Equation(2, (0, 1))]
    assert pattern(cells, sums, K, {1: False}).hidden == {0, 2}
    assert pattern(cells, sums, K, {1: False, 2: False}).told == {0}


@given(counts=st.lists(st.integers(0, 12), min_size=1, max_size=4), k=st.integers(2, 5))
def test_every_hidden_part_keeps_at_least_two_possible_values(counts: list[int], k: int) -> None:
    """By brute force: all tables that fit what is shown and what a reader knows of the rule."""
    found = divided(*counts, k=k)
    cells = [*counts, sum(counts)]
    few = {index for index, count in enumerate(cells) if 1 <= count < k}
    assert found.small <= few <= found.hidden
    assert not found.told
    # Only a whole all of whose parts are hidden too may be silent about how small it is.
    assert not few - found.small - {len(counts)}
    hidden, most = sorted(found.hidden), sum(counts) + 2 * k
    others = [0, *range(k, most)] if k > 2 else range(1, most)
    of_few = {index: range(1, k) if index in found.small and k > 2 else range(1, most) for index in few}
    possible = [of_few.get(index, others) for index in hidden]
    fitting = []
    for values in product(*possible):
        table = cells.copy()
        for index, value in zip(hidden, values, strict=True):
            table[index] = value
        if sum(table[:-1]) == table[-1]:
            fitting.append(values)
    for place in range(len(hidden)):
        assert len({values[place] for values in fitting}) > 1


# Tables


def crossed(rows: Sequence[Sequence[int]]) -> tuple[list[Cell], list[Place]]:
    """Counts by sex and age with both margins and the total."""
    found: dict[frozenset[str], int] = {}
    for row, counts in enumerate(rows):
        for column, count in enumerate(counts):
            place = {f"row: {row}", f"column: {column}"}
            for groups in (place, place - {f"row: {row}"}, place - {f"column: {column}"}, set[str]()):
                found[frozenset(groups)] = found.get(frozenset(groups), 0) + count
    return [Cell(count) for count in found.values()], [Place(groups) for groups in found]


def test_two_divisions_of_one_population_are_each_protected() -> None:
    cells = [Cell(248), Cell(245), Cell(3), Cell(233), Cell(15)]
    places = [Place(frozenset(group)) for group in ((), {"a"}, {"b"}, {"c"}, {"d"})]
    assert pattern(cells, equations(cells, places, K, adds_up_in_time=False), K).hidden == {1, 2}


def test_one_small_cell_of_a_crossed_table_takes_three_others_with_it() -> None:
    cells, places = crossed([[3, 20, 30], [40, 50, 60], [70, 80, 90]])
    found = pattern(cells, equations(cells, places, K, adds_up_in_time=False), K)
    assert len(found.hidden) == 4
    assert all(len(places[index].groups) == 2 for index in found.hidden)


@given(table=st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=2, max_size=3))
def test_no_cell_of_a_crossed_table_with_margins_can_be_solved_for(table: list[list[int]]) -> None:
    cells, places = crossed(table)
    found = pattern(cells, equations(cells, places, K, adds_up_in_time=False), K)
    assert not found.told
    # The attacker knows how the table is built, not what our own search for sums has found.
    truth = [
        Equation(whole, parts)
        for whole, place in enumerate(places)
        for kind in ("row", "column")
        if (
            parts := tuple(
                part
                for part, other in enumerate(places)
                if other.groups > place.groups
                and len(other.groups) == len(place.groups) + 1
                and next(iter(other.groups - place.groups)).startswith(kind)
            )
        )
    ]
    assert attack(cells, truth, found, K) == Told(frozenset())


def test_the_months_of_a_year_are_parts_of_it() -> None:
    day = datetime.date
    quarters = [(day(2018, 1, 1), day(2018, 3, 31)), (day(2018, 4, 1), day(2018, 6, 30))]
    quarters += [(day(2018, 7, 1), day(2018, 9, 30)), (day(2018, 10, 1), day(2018, 12, 31))]
    places = [Place(frozenset(), *quarter) for quarter in quarters] + [
        Place(frozenset(), day(2018, 1, 1), day(2018, 12, 31))
    ]
    cells = [Cell(count) for count in (3, 10, 20, 30, 63)]
    assert pattern(cells, equations(cells, places, K, adds_up_in_time=True), K).hidden == {0, 1}
    assert pattern(cells, equations(cells, places, K, adds_up_in_time=False), K).hidden == {0}


def test_times_of_different_lengths_make_the_year_together() -> None:
    """Two months, a month, a quarter and a half year; and a quarter of which only its groups are known."""
    day = datetime.date
    first, second = (day(2018, 1, 1), day(2018, 3, 31)), (day(2018, 4, 1), day(2018, 6, 30))
    half, year = (day(2018, 7, 1), day(2018, 12, 31)), (day(2018, 1, 1), day(2018, 12, 31))
    none: frozenset[str] = frozenset()
    places = [Place(none, *first), Place(none, *second), Place(none, *half), Place(none, *year)]
    cells = [Cell(count) for count in (3, 10, 50, 63)]
    assert pattern(cells, equations(cells, places, K, adds_up_in_time=True), K).hidden == {0, 1}
    groups = [Place(frozenset({f"køn: {name}"}), *second) for name in ("kvinder", "mænd")]
    places, cells = [places[0], *groups, *places[2:]], [Cell(count) for count in (3, 10, 20, 50, 83)]
    found = equations(cells, places, K, adds_up_in_time=True)
    assert Equation(4, (0, 1, 2, 3)) in found
    assert pattern(cells, found, K).hidden == {0, 1}


@settings(max_examples=25)
@given(table=st.lists(st.lists(st.integers(0, 20), min_size=3, max_size=3), min_size=3, max_size=3))
def test_groups_over_times_of_different_lengths_cannot_be_solved_for(table: list[list[int]]) -> None:
    """Two quarters, the half year after them and the year, each with three groups and their total: both margins."""
    day = datetime.date
    times = [(day(2018, 1, 1), day(2018, 3, 31)), (day(2018, 4, 1), day(2018, 6, 30))]
    times += [(day(2018, 7, 1), day(2018, 12, 31)), (day(2018, 1, 1), day(2018, 12, 31))]
    groups = [frozenset({f"alder: {name}"}) for name in "abc"] + [frozenset[str]()]
    counts = [[*row, sum(row)] for row in table]
    counts.append([sum(column) for column in zip(*counts, strict=True)])
    cells = [Cell(count) for row in counts for count in row]
    places = [Place(group, *time) for time in times for group in groups]
    found = pattern(cells, equations(cells, places, K, adds_up_in_time=True), K)
    at = [[4 * row + column for column in range(4)] for row in range(4)]
    truth = [Equation(row[3], tuple(row[:3])) for row in at]
    truth += [Equation(at[3][column], tuple(at[row][column] for row in range(3))) for column in range(4)]
    assert not found.told
    assert attack(cells, truth, found, K) == Told(frozenset())


def test_a_hidden_share_is_protected_in_its_base_too() -> None:
    cells = [Cell(91, 102), Cell(90, 100), Cell(1, 2)]
    places = [Place(frozenset(group)) for group in ((), {"a"}, {"b"})]
    assert pattern(cells, equations(cells, places, K, adds_up_in_time=False), K).hidden == {1, 2}


@pytest.mark.parametrize("named", [True, False])
def test_a_large_table_is_decided_at_once_and_tells_nothing(named: bool) -> None:
    rows = [[(37 * row + 11 * column) % 61 for column in range(12)] for row in range(8)]
    cells, places = crossed(rows)
    if not named:
        places = [Place(frozenset(group.replace(":", "") for group in place.groups)) for place in places]
    found = pattern(cells, equations(cells, places, K, adds_up_in_time=False), K)
    assert found.small
    assert not found.told
    assert len(found.hidden) < len(cells) / 2


def test_a_mean_of_few_answers_is_small() -> None:
    assert is_small(Cell(None, 3), K)
    assert not is_small(Cell(None, 50), K)
