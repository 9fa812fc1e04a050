"""Groups held against the whole: what fits is told, what does not only where the indicator adds up."""

from __future__ import annotations

from typing import Any

import pytest

from indicators.models import Measurement
from indicators.parts import Division, divisions


def row(value: int, subgroup: str = "", year: str = "2016", **fields: Any) -> Measurement:
    made = Measurement(value=value, raw=str(value), subgroup=subgroup, effective_text=year, **fields)
    made.prepare()
    return made


def told(found: list[Division]) -> list[tuple[list[str], tuple[int, ...], bool]]:
    return [([part.subgroup for part in one.parts], one.made, one.fits) for one in found]


def test_two_divisions_of_the_same_people_are_found_apart() -> None:
    groups = [
        row(234, "kontanthjælp", ""),
        row(14, "uddannelseshjælp", ""),
        row(233, "over 30", ""),
        row(15, "u. 30", ""),
    ]
    found = divisions(row(248), groups, unit="count", aggregation="none")
    assert told(found) == [
        (["kontanthjælp", "uddannelseshjælp"], (248,), True),
        (["over 30", "u. 30"], (248,), True),
    ]


@pytest.mark.parametrize(("aggregation", "expected"), [("sum", [(["a", "b"], (9,), False)]), ("none", [])])
def test_a_mismatch_is_told_only_where_groups_add_up(aggregation: str, expected: list[Any]) -> None:
    assert told(divisions(row(10), [row(4, "a"), row(5, "b")], unit="count", aggregation=aggregation)) == expected


def test_shares_are_held_against_the_whole_by_their_counts() -> None:
    women = row(90, "Køn: Kvinder", numerator=90, denominator=100)
    men = row(50, "Køn: Mænd", numerator=1, denominator=2)
    whole = row(89, numerator=91, denominator=102)
    assert told(divisions(whole, [women, men], unit="percent", aggregation="ratio")) == [
        (["Køn: Kvinder", "Køn: Mænd"], (91, 102), True)
    ]


def test_named_divisions_are_not_mixed() -> None:
    groups = [row(4, "Køn: Kvinder"), row(6, "Køn: Mænd"), row(3, "Alder: Unge"), row(6, "Alder: Ældre")]
    found = divisions(row(10), groups, unit="count", aggregation="sum")
    assert [(made, fits) for _names, made, fits in told(found)] == [((10,), True), ((9,), False)]


def test_an_unknown_part_or_another_year_says_nothing() -> None:
    unknown = Measurement(subgroup="b", value=None, raw="-", effective_text="2016")
    unknown.prepare()
    assert divisions(row(10), [row(4, "a"), unknown], unit="count", aggregation="sum") == []
    assert divisions(row(10), [row(4, "a", "2015"), row(5, "b", "2015")], unit="count", aggregation="sum") == []
    assert divisions(row(49), [row(40, "a"), row(50, "b")], unit="percent", aggregation="ratio") == []
