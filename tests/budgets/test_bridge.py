"""A bridge between two readings explains every øre, in the words of what happened."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import ledger
from budgets.bridge import Bridge, Reading, StepKind, bridge
from tests.budgets.moves import CPH, NOW, moved, transferred

MIO = 100_000_000
SPRING, AUTUMN = Reading(date(2018, 3, 31)), Reading(date(2018, 10, 31))


def built(rows: list[ledger.Movement], before: Reading = SPRING, after: Reading = AUTUMN) -> Bridge:
    found = bridge(rows, before, after)
    assert isinstance(found, Bridge)
    return found


def tenths(ore: int | None) -> int | None:
    return None if ore is None else ore * 10 // MIO


def golden() -> list[ledger.Movement]:
    """47,7 mio. kr. in spring, 35,7 in autumn."""
    original = [moved(1, 30 * MIO), moved(2, 18 * MIO)]
    return [
        *original,
        moved(2, -3 * MIO // 10, kind="supplementary", effective=date(2018, 2, 1)),
        moved(1, -8 * MIO, kind="supplementary", event=7, effective=date(2018, 5, 24)),
        moved(2, -2 * MIO, kind="supplementary", event=7, effective=date(2018, 5, 24)),
        moved(1, 15 * MIO // 10, kind="carry_over", event=8, effective=date(2018, 4, 26)),
        *transferred(1, 4 * MIO, 1, 2, effective=date(2018, 6, 20)),
        *transferred(2, 3 * MIO, 1, 3, effective=date(2018, 6, 20))[:1],
        *transferred(3, 1 * MIO, 3, 2, effective=date(2018, 6, 20))[1:],
        *transferred(4, 2 * MIO, 2, None, outside="Børn og Unge", effective=date(2018, 8, 15)),
        moved(1, 2 * MIO // 10, kind="unspecified_change", effective=date(2018, 8, 31)),
        moved(1, 3 * MIO // 10, kind="correction", counts_as="original", effective=date(2018, 9, 1)),
    ]


def test_from_47_7_to_35_7_in_seven_steps() -> None:
    found = built(golden())
    assert (tenths(found.start), tenths(found.end), found.residual) == (477, 357, 0)
    assert [(step.kind, tenths(step.ore), step.event) for step in found.steps] == [
        (StepKind.SUPPLEMENTARY, -100, 7),
        (StepKind.CARRY_OVER, 15, 8),
        (StepKind.TRANSFER_IN, 10, None),
        (StepKind.TRANSFER_OUT, -30, None),
        (StepKind.TRANSFER_TO_OUTSIDE, -20, None),
        (StepKind.UNSPECIFIED, 2, None),
        (StepKind.CORRECTIONS, 3, None),
    ]
    assert found.steps[4].outside == "Børn og Unge"


def test_one_ore_more_is_one_ore_more_in_its_step() -> None:
    changed = [*golden(), moved(1, 1, kind="carry_over", event=8, effective=date(2018, 4, 26))]
    before, after = built(golden()), built(changed)
    assert (after.end or 0) - (before.end or 0) == 1
    assert [new.ore - old.ore for new, old in zip(after.steps, before.steps, strict=True)] == [0, 1, 0, 0, 0, 0, 0]


def test_what_was_learnt_after_the_first_reading_is_recorded_later() -> None:
    late = moved(1, 5, kind="supplementary", effective=date(2018, 2, 1), recorded=datetime(2018, 5, 1, tzinfo=CPH))
    undated = moved(1, 2, kind="supplementary", effective=None, recorded=datetime(2018, 5, 1, tzinfo=CPH))
    then = Reading(date(2018, 3, 31), datetime(2018, 4, 1, tzinfo=CPH))
    found = built([moved(1, 100), late, undated], then)
    assert (found.start, found.end) == (100, 107)
    assert [(step.kind, step.ore, step.movements) for step in found.steps] == [
        (StepKind.RECORDED_LATER, 7, (late, undated))
    ]
    assert built([moved(1, 100), late, undated]).steps == ()


def test_corrections_are_netted_and_a_replaced_unspecified_change_is_not_one() -> None:
    found = built(
        [
            moved(1, 100),
            moved(1, 50, kind="unspecified_change", effective=date(2018, 4, 30)),
            moved(1, 40, kind="supplementary", effective=date(2018, 4, 12)),
            moved(1, -40, kind="correction", counts_as="unspecified_change", effective=date(2018, 4, 30)),
            moved(1, 9, kind="correction", counts_as="original", effective=date(2018, 5, 1)),
            moved(1, -9, kind="correction", counts_as="original", effective=date(2018, 6, 1)),
        ]
    )
    assert [(step.kind, step.ore) for step in found.steps] == [
        (StepKind.SUPPLEMENTARY, 40),
        (StepKind.UNSPECIFIED, 10),
        (StepKind.CORRECTIONS, 0),
    ]


def test_from_nothing_adopted_the_original_budget_is_a_step() -> None:
    found = built([moved(1, 100)], Reading(date(2017, 1, 1)))
    assert (found.start, found.end, found.residual) == (None, 100, 0)
    assert [step.kind for step in found.steps] == [StepKind.ORIGINAL]


def test_what_is_not_stated_changes_nothing_and_is_counted() -> None:
    found = built([moved(1, 100), moved(1, None, kind="supplementary", effective=date(2018, 5, 1))])
    assert [(step.ore, step.not_stated) for step in found.steps] == [(0, 1)]


@pytest.mark.parametrize(
    ("kind", "counts_as", "day", "lacks"),
    [
        ("correction", "supplementary", date(2018, 6, 1), 0),
        ("correction", "supplementary", date(2018, 11, 1), 1),
        ("unspecified_change", "unspecified_change", date(2018, 5, 1), 0),
        ("unspecified_change", "unspecified_change", date(2018, 4, 30), 1),
    ],
)
def test_what_is_stated_by_the_second_reading_is_not_said_to_lack(
    kind: str, counts_as: str, day: date, lacks: int
) -> None:
    unknown = moved(1, None, kind="supplementary", effective=date(2018, 5, 1))
    corrects = unknown.key[1] if kind == "correction" else None
    stated = moved(1, 30, kind=kind, counts_as=counts_as, corrects=corrects, effective=day)
    found = built([moved(1, 100), unknown, stated])
    assert sum(step.not_stated for step in found.steps) == lacks


def test_proposals_are_no_steps_and_price_levels_are_refused() -> None:
    proposed = moved(1, 9, decision="proposed", effective=date(2018, 5, 1))
    assert built([moved(1, 100), proposed]).steps == ()
    other = moved(1, 9, price_level="2019-pl", effective=date(2018, 5, 1))
    refused = bridge([moved(1, 100, price_level="2018-pl"), other], SPRING, AUTUMN)
    assert refused == ledger.Refusal(ledger.Reason.PRICE_LEVELS, ("2018-pl", "2019-pl"))


def test_it_does_not_lead_backwards() -> None:
    with pytest.raises(ValueError, match="earlier reading"):
        bridge([], AUTUMN, SPRING)
    with pytest.raises(ValueError, match="earlier reading"):
        bridge([], SPRING, Reading(AUTUMN.as_of, NOW))


DAYS = st.one_of(st.none(), st.dates(date(2017, 6, 1), date(2019, 6, 1)))
MOMENTS = st.integers(0, 700).map(lambda days: NOW - timedelta(days=200) + timedelta(days=days))


@st.composite
def histories(draw: Any) -> list[ledger.Movement]:
    """Any mixture of entries, corrections and transfers, some of them to the outside."""
    rows: list[ledger.Movement] = []
    for number in range(draw(st.integers(0, 12))):
        common = {
            "effective": draw(DAYS),
            "recorded": draw(MOMENTS),
            "event": draw(st.one_of(st.none(), st.integers(1, 3))),
            "decision": draw(st.sampled_from(["adopted", "adopted", "proposed", "rejected"])),
        }
        kind = draw(
            st.sampled_from(["original", "supplementary", "carry_over", "unspecified_change", "correction", "t"])
        )
        ore = draw(st.integers(-(10**14), 10**14))
        if kind == "t":
            ends = draw(st.sampled_from([(1, 2), (2, 1), (1, None), (None, 2), (1, 9)]))
            legs = transferred(number, abs(ore) + 1, *ends, **common)
            rows += [leg for leg in legs if leg.line != 9]
        else:
            corrected = draw(st.sampled_from(["original", "unspecified_change"])) if kind == "correction" else kind
            rows.append(
                moved(
                    draw(st.integers(1, 2)),
                    draw(st.sampled_from([ore, None])),
                    kind=kind,
                    counts_as=corrected,
                    **common,
                )
            )
    return rows


@given(rows=histories(), days=st.tuples(DAYS, DAYS), moments=st.tuples(MOMENTS, MOMENTS), knows=st.booleans())
def test_nothing_remains_for_any_history_and_any_two_readings(
    rows: list[ledger.Movement],
    days: tuple[date | None, date | None],
    moments: tuple[datetime, datetime],
    knows: bool,
) -> None:
    first, last = sorted(day or date(2018, 1, 1) for day in days)
    known = sorted(moments)
    before = Reading(first, known[0] if knows else None)
    after = Reading(last, known[1] if knows else None)
    found = built(rows, before, after)
    assert found.residual == 0
    in_steps = [row.key for step in found.steps for row in step.movements]
    assert len(in_steps) == len(set(in_steps))
    if not knows:
        assert StepKind.RECORDED_LATER not in {step.kind for step in found.steps}


@given(rows=histories(), days=st.tuples(DAYS, DAYS))
def test_a_later_day_only_adds_movements(rows: list[ledger.Movement], days: tuple[date | None, date | None]) -> None:
    first, last = sorted(day or date(2018, 1, 1) for day in days)
    earlier = {row.key for row in ledger.counting(rows, as_of=first)}
    assert earlier <= {row.key for row in ledger.counting(rows, as_of=last)}


@given(rows=histories())
def test_transfers_between_lines_add_up_to_0(rows: list[ledger.Movement]) -> None:
    keys = {row.key for row in rows}
    whole = [row for row in rows if row.kind == ledger.TRANSFER and (*row.key[:2], row.other_line) in keys]
    assert sum(row.ore or 0 for row in whole) == 0
