"""What holds for any sequence of movements and readings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from budgets import follow_up, ledger
from budgets.models import Statement
from tests.budgets.moves import NOW, moved, transferred

ORE = st.integers(-(10**14), 10**14)
KINDS = ["original", "supplementary", "carry_over", "unspecified_change"]
DECISIONS = ["proposed", "prioritised", "in_hearing", "adopted", "adopted", "rejected"]
ROWS = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(DECISIONS), ORE, st.booleans()), max_size=15)
Row = tuple[str, str, int, bool]


def ore(found: list[ledger.Movement]) -> int | None:
    total = ledger.revised(found)
    assert isinstance(total, ledger.Revised)
    return total.ore


@given(rows=ROWS)
def test_revised_is_the_adopted_original_and_every_adopted_decision(rows: list[Row]) -> None:
    found = ledger.counting(
        [moved(1, amount, kind=kind, decision=decision, is_posted=posted) for kind, decision, amount, posted in rows]
    )
    adopted = [amount for _kind, decision, amount, posted in rows if decision == "adopted" and posted]
    assert ore(found) == (sum(adopted) if adopted else None)
    total = ledger.revised(found)
    assert isinstance(total, ledger.Revised)
    assert sum(total.steps.values()) == sum(adopted)


@given(rows=ROWS, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_recording_changes_no_figure(rows: list[Row], shuffled: Any) -> None:
    found = [moved(1, amount, kind=kind, decision=decision) for kind, decision, amount, _posted in rows]
    before = ledger.revised(ledger.counting(found))
    shuffled.shuffle(found)
    assert ledger.revised(ledger.counting([*found, *found])) == before


@given(rows=ROWS, carried=ORE)
def test_a_carry_over_leaves_the_closed_year_alone(rows: list[Row], carried: int) -> None:
    found = [moved(1, amount, kind=kind, decision=decision) for kind, decision, amount, _posted in rows]
    carry = moved(1, carried, kind="carry_over", year=2019, effective=date(2019, 4, 26))
    before, after = by_year(found), by_year([*found, carry])
    assert after.get(2018) == before.get(2018)
    assert after[2019] == carried


def by_year(found: list[ledger.Movement]) -> dict[int, int | None]:
    """The revised budget of each year as it is followed up."""
    rows = follow_up.follow_up({1: False}, ledger.counting(found), [], as_of=date(2020, 1, 1))
    return {row.year: row.revised_ore for row in rows}


@given(amounts=st.lists(st.integers(1, 10**14), max_size=8), ends=st.lists(st.sampled_from([1, 2, 3]), min_size=9))
def test_transfers_between_lines_add_nothing_to_all_of_them(amounts: list[int], ends: list[int]) -> None:
    budget = [moved(line, 1000) for line in (1, 2, 3)]
    legs = [
        leg
        for number, (amount, start, end) in enumerate(zip(amounts, ends, ends[1:], strict=False))
        if start != end
        for leg in transferred(number, amount, start, end)
    ]
    assert ore([*budget, *legs]) == 3000


READINGS = st.lists(
    st.tuples(st.sampled_from(["forecast", "actual"]), st.integers(0, 300), ORE, st.booleans()), max_size=8
)


@given(readings=READINGS, day=st.integers(0, 300))
def test_one_reading_counts_and_two_are_never_added(readings: list[tuple[str, int, int, bool]], day: int) -> None:
    first = date(2018, 1, 1)
    rows = [
        Statement(
            pk=number, line_id=1, kind=kind, year=2018, as_of=first + timedelta(days=days), amount_ore=amount,
            recorded_at=NOW, posted_at=NOW if posted else None,
        )
        for number, (kind, days, amount, posted) in enumerate(readings)
    ]  # fmt: skip
    found = follow_up.follow_up({1: False}, [moved(1, 1)], rows, as_of=first + timedelta(days=day))
    year = next((row for row in found if row.year == 2018), None)
    for kind in ("forecast", "actual"):
        known = [row for row in rows if row.kind == kind and row.is_posted and (row.as_of - first).days <= day]
        last = max(known, key=lambda row: (row.as_of, row.pk), default=None)
        counted = getattr(year, kind) if year else None
        assert counted == last
        # Rows are equal by their key alone: the amount is that of one reading, as it was typed.
        assert (counted.amount_ore if counted else None) == (readings[last.pk][2] if last else None)
