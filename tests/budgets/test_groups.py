"""Groups that share lines: the union counts once, and the database sums what Python folds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from budgets import follow_up, ledger
from budgets.groups import by_group
from budgets.models import BudgetLine, Entry, LineInitiative, Transfer
from budgets.year_sums import revised_by_line, revised_sum
from initiatives.models import Initiative
from organisation import writing
from organisation.models import Municipality, User
from tests import factories
from tests.budgets.moves import CPH, moved, transferred

DAY = date(2018, 12, 31)


def rows_of(found: list[ledger.Movement], lines: Sequence[int] = (1, 2, 3)) -> list[follow_up.LineYear]:
    return follow_up.follow_up(dict.fromkeys(lines, False), found, [], as_of=DAY)


def ore(total: follow_up.YearTotal | None) -> int | None:
    assert total is not None
    assert isinstance(total.revised, ledger.Revised)
    return total.revised.ore


def test_a_group_has_its_distinct_lines_and_the_total_their_union() -> None:
    found = [moved(1, 100), moved(2, 10), moved(3, 1)]
    grouped = by_group(rows_of(found), found, [("a", 1), ("a", 2), ("b", 2), ("b", 2), ("b", 3)])
    assert {group: ore(total) for group, total in grouped.groups.items()} == {"a": 110, "b": 11}
    assert ore(grouped.total) == 111
    assert (grouped.shared, ore(grouped.overlap)) == ({2: ("a", "b")}, 10)


def test_without_overlap_the_groups_make_the_total() -> None:
    found = [moved(1, 100), moved(2, 10)]
    grouped = by_group(rows_of(found), found, [("a", 1), ("b", 2)])
    assert (ore(grouped.total), dict(grouped.shared), grouped.overlap) == (110, {}, None)


def test_a_node_shares_nothing_with_the_nodes_below_it() -> None:
    found = [moved(1, 100), moved(2, 10)]
    pairs = [("top", 1), ("top", 2), ("left", 1), ("right", 2), ("leaf", 2)]
    above = {"left": frozenset({"top"}), "right": frozenset({"top"}), "leaf": frozenset({"top", "right"})}
    assert dict(by_group(rows_of(found), found, pairs, above).shared) == {}
    crossing = by_group(rows_of(found), found, [*pairs, ("left", 2)], above)
    assert crossing.shared == {2: ("top", "right", "leaf", "left")}
    assert ore(crossing.total) == 110


def test_a_period_counts_a_line_once_a_year() -> None:
    found = [moved(1, 100), moved(1, 200, year=2019), moved(2, 5, year=2019)]
    grouped = by_group(rows_of(found), found, [("a", 1), ("b", 1), ("b", 2)])
    assert (ore(grouped.groups["a"]), ore(grouped.groups["b"]), ore(grouped.total)) == (300, 305, 305)
    assert (grouped.total.lines, grouped.total.line_ids) == (3, frozenset({1, 2}))


def test_years_of_different_price_levels_make_no_period() -> None:
    found = [moved(1, 100, price_level="2018-pl"), moved(1, 200, year=2019, price_level="2019-pl")]
    grouped = by_group(rows_of(found), found, [("a", 1)])
    assert grouped.groups["a"].revised == ledger.Refusal(ledger.Reason.PRICE_LEVELS, ("2018-pl", "2019-pl"))
    assert grouped.groups["a"].deviation is None


def test_a_transfer_within_a_group_moves_nothing_in_it() -> None:
    found = [moved(1, 100), moved(2, 10), *transferred(1, 30, 1, 2)]
    grouped = by_group(rows_of(found), found, [("a", 1), ("b", 2), ("both", 1), ("both", 2)])
    assert [ore(total) for total in grouped.groups.values()] == [70, 40, 110]


PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 4)), max_size=10)
AMOUNTS = st.lists(st.tuples(st.integers(1, 4), st.integers(-(10**12), 10**12)), max_size=10)


@given(amounts=AMOUNTS, pairs=PAIRS)
def test_groups_exceed_the_union_by_what_they_share(
    amounts: list[tuple[int, int]], pairs: list[tuple[str, int]]
) -> None:
    found = [moved(line, amount) for line, amount in amounts]
    grouped = by_group(rows_of(found, (1, 2, 3, 4)), found, pairs)
    of_line = {line: sum(amount for one, amount in amounts if one == line) for line in (1, 2, 3, 4)}
    excess = sum(of_line[line] * (len(groups) - 1) for line, groups in grouped.shared.items())
    assert sum(ore(total) or 0 for total in grouped.groups.values()) == (ore(grouped.total) or 0) + excess


DAYS = st.sampled_from(["", "1. marts 2018", "1. juni 2018"])
MOMENTS = st.integers(0, 2).map(lambda days: datetime(2018, 6, 1, tzinfo=CPH) + timedelta(days=days))
ROWS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.one_of(st.none(), st.integers(0, 4)),
        st.sampled_from([2018, 2019]),
        st.sampled_from(["adopted", "adopted", "proposed"]),
        st.integers(1, 10**12),
        DAYS,
        MOMENTS,
        st.booleans(),
    ),
    max_size=10,
)
Row = tuple[int, int | None, int, str, int, str, datetime, bool]


class World:
    """Four lines, three initiatives that share them, and a finance officer."""

    def __init__(self) -> None:
        self.town: Municipality = factories.municipality()
        self.finance: User = factories.user("finn@kommune.invalid")
        self.initiatives = [factories.initiative(self.town, f"Indsats {n}") for n in range(3)]
        shared = [(0,), (0, 1), (1, 2, 0), (2,)]
        self.lines = [factories.line(self.town, *(self.initiatives[n] for n in served)) for served in shared]

    def write(self, row: Row) -> None:
        """An entry, or a transfer to another line or to the outside when there is a second end."""
        line, other, year, decision, kroner, day, moment, is_posted = row
        terms: dict[str, Any] = {"decision_state": decision, "effective_text": day, "recorded_at": moment, "year": year}
        by = self.finance if is_posted else None
        signed: dict[str, Any] = {"posted_at": moment, "posted_by": self.finance} if by else {}
        if other is None:
            factories.entry(self.lines[line], kroner, **terms, **signed)
        elif other != line:
            ends = {"to_line": self.lines[other]} if other < 4 else {"outside": "Børn og Unge"}
            transfer = Transfer(
                municipality=self.town, from_line=self.lines[line], amount_ore=kroner, **ends, **terms, **signed
            )
            writing.save(transfer, by=None)


class SqlIsTheFold(TestCase):
    @settings(max_examples=settings().max_examples // 5)
    @given(rows=ROWS, day=st.sampled_from([DAY, date(2018, 4, 1)]), moment=st.one_of(st.none(), MOMENTS))
    def test_of_lines_and_of_groups_as_of_any_day_and_as_known_on_any_moment(
        self, rows: list[Row], day: date, moment: datetime | None
    ) -> None:
        world = World()
        for row in rows:
            world.write(row)
        loaded = ledger.movements(Entry.objects.select_related("decision"), Transfer.objects.select_related("decision"))
        counted = ledger.counting(loaded, as_of=day, known_on=moment)
        pairs = list(LineInitiative.objects.values_list("initiative", "line"))
        incomes = {line.pk: False for line in world.lines}
        # Found through two initiatives a line is there twice, and counts once.
        union = BudgetLine.objects.filter(initiative_links__initiative__in=world.initiatives)
        for year in (2018, 2019):
            terms: dict[str, Any] = {"year": year, "as_of": day, "known_on": moment}
            adopted = [row for row in counted if row.decision == "adopted" and row.year == year]
            by_line = revised_by_line(list(incomes), **terms)
            assert {line: one.ore for line, one in by_line.items()} == fold_by_line(adopted)
            grouped = by_group(follow_up.follow_up(incomes, adopted, [], as_of=DAY), adopted, pairs)
            for pk, total in grouped.groups.items():
                lines = BudgetLine.objects.of_initiatives(Initiative.objects.filter(pk=pk))
                assert ore(total) == revised_sum(lines, **terms).ore
            assert ore(grouped.total) == revised_sum(union, **terms).ore


def fold_by_line(adopted: list[ledger.Movement]) -> dict[int, int]:
    """Of one year; all of it is stated and of no price level."""
    by_line: dict[int, list[ledger.Movement]] = {}
    for row in adopted:
        by_line.setdefault(row.line, []).append(row)
    folded = {line: ledger.revised(rows) for line, rows in by_line.items()}
    return {line: one.ore or 0 for line, one in folded.items() if isinstance(one, ledger.Revised)}


@pytest.mark.slow
@pytest.mark.django_db
def test_of_100_000_rows_to_the_ore() -> None:
    """Entries of every state, with and without a date, drafts among them, and transfers also to the outside."""
    world, days = World(), [None, date(2018, 3, 1), date(2018, 9, 1)]
    common: dict[str, Any] = {
        "municipality": world.town, "kind": "original", "decision_state": "adopted", "value_state": "value",
        "posted_by": world.finance, "posted_at": factories.NOON,
    }  # fmt: skip
    made = [
        Entry(
            line=world.lines[n % 4], year=2018 + n % 3, amount_ore=(n * 7_919_000_003) % (10**12) + 1,
            effective_start=days[n % 5 % 3], **common | STATES[n % 7 % 3],
        )
        for n in range(90_000)
    ]  # fmt: skip
    Entry.objects.bulk_create(made, batch_size=5000)
    ends: list[dict[str, Any]] = [
        {"from_line": world.lines[0], "to_line": world.lines[1]},
        {"from_line": world.lines[2], "outside": "Børn og Unge"},
        {"outside": "Puljen", "to_line": world.lines[3]},
    ]
    shared = {name: common[name] for name in ("municipality", "decision_state", "posted_by", "posted_at")}
    moves = [
        Transfer(year=2018 + n % 3, amount_ore=n + 1, effective_start=days[n % 3], **shared, **ends[n % 3])
        for n in range(10_000)
    ]
    Transfer.objects.bulk_create(moves, batch_size=5000)
    loaded = ledger.movements(Entry.objects.select_related("decision"), Transfer.objects.select_related("decision"))
    for day in (DAY, date(2018, 6, 1)):
        counted = ledger.counting(loaded, as_of=day)
        for year in (2018, 2019, 2020):
            adopted = [row for row in counted if row.decision == "adopted" and row.year == year]
            summed = revised_by_line([line.pk for line in world.lines], year, as_of=day)
            assert {line: one.ore for line, one in summed.items()} == fold_by_line(adopted)
            whole = ledger.revised(adopted)
            assert isinstance(whole, ledger.Revised)
            assert revised_sum(BudgetLine.objects.all(), year, as_of=day).ore == whole.ore


STATES: list[dict[str, Any]] = [{}, {"decision_state": "proposed"}, {"posted_at": None, "posted_by": None}]
