"""How values add up, and what is said when parts and total disagree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.adding_up import fold, mismatches
from indicators.models import Measurement


def row(value: str | int, subgroup: str = "", **fields: int) -> Measurement:
    return Measurement(value=Decimal(value), raw=str(value), subgroup=subgroup, **fields)


def test_ratios_add_up_as_parts() -> None:
    parts = [row(50, "a", numerator=1, denominator=2), row(90, "b", numerator=90, denominator=100)]
    ratio = fold(parts, "ratio")
    assert ratio is not None
    assert round(ratio) == 89
    assert fold(parts, "none") is None
    assert fold([], "ratio") is None
    assert fold([row(50, "a")], "ratio") is None
    assert fold([row(0, "a", numerator=0, denominator=0)], "ratio") is None


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    unknown = Measurement(subgroup="b", value=None, raw="-")
    assert fold([row(3, "a")], "sum") == 3
    assert fold([row(3, "a"), unknown], "sum") is None


def test_the_latest_is_the_newest_and_not_the_largest() -> None:
    old, new = row(50), row(40)
    old.effective_text, new.effective_text = "2016", "2017"
    for one in (old, new):
        one.prepare()
    assert fold([new, old], "latest") == 40


def test_parts_that_make_the_total_in_two_divisions_are_in_order() -> None:
    rows = [row(248), row(234, "kontanthjælp"), row(14, "uddannelseshjælp"), row(233, "over 30"), row(15, "under 30")]
    assert mismatches(rows, "sum", "count") == []


def test_parts_that_make_another_total_are_shown_with_what_they_make() -> None:
    rows = [row(248), row(234, "kontanthjælp"), row(10, "uddannelseshjælp")]
    (found,) = mismatches(rows, "sum", "count")
    assert (found.total, found.parts) == (rows[0], Decimal(244))
    assert mismatches(rows, "none", "count") == []


@pytest.mark.parametrize(("printed", "fits"), [("89", True), ("89.2", True), ("88", False), ("89.0", True)])
def test_a_rounded_share_is_as_good_as_its_last_digit(printed: str, fits: bool) -> None:
    parts = [row(50, "a", numerator=1, denominator=2), row(90, "b", numerator=90, denominator=100)]
    assert (mismatches([row(printed), *parts], "ratio", "percent") == []) is fits


def test_a_subgroup_alone_is_no_total() -> None:
    assert mismatches([row(40, "unge"), row(50, "ældre")], "sum", "count") == []
