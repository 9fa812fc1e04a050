"""How values add up."""

from __future__ import annotations

from decimal import Decimal

from indicators.adding_up import fold
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
