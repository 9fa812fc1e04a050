"""An amount of a period beside columns of single years is the line's own, and not spread over them."""

from __future__ import annotations

import pytest

from budgets.models import Entry, StatedTotal
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, changes, confirmed, effects, preview

HEAD: Rows = [["mio. kr."], ["Nr.", "Indsats", 2018, 2019, "2018-2019"]]
pytestmark = pytest.mark.usefixtures("files")


def stored(code: str) -> dict[tuple[int | None, str], int | None]:
    return {(one.year, one.period_text): one.amount_ore for one in Entry.objects.filter(line__code=code)}


def test_the_only_amount_of_a_row_is_of_its_period_and_no_total(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [*HEAD, ["K1", "Leg", 1, 1, 2], ["L1", "Lyt", None, None, 4], ["L2", "Lær", "n/a", "n/a", "n/a"]]
    plan = preview(begun(rows, town, finn), finn)
    assert ("E4", "", "4 mio. kr.") in changes(plan)
    assert not plan.problems
    confirmed(begun(rows, town, finn), finn)
    assert stored("L1") == {(None, "2018-2019"): 400_000_000}
    assert stored("K1") == {(2018, "2018"): 100_000_000, (2019, "2019"): 100_000_000}
    assert list(StatedTotal.objects.filter(line__code__in=["K1", "L1"]).values_list("line__code", flat=True)) == ["K1"]
    again = preview(begun([*rows, ["N1", "Ny", 1, 1, 2]], town, finn), finn)
    assert effects(again) == {"create": 1, "leave": 3}
    assert not again.problems


def test_years_that_come_after_their_period_and_a_period_after_its_years_are_told_of(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    confirmed(begun([*HEAD, ["K1", "Leg", 1, 1, 2], ["L1", "Lyt", None, None, 4]], town, finn), finn)
    plan = preview(begun([*HEAD, ["K1", "Leg", None, None, 2], ["L1", "Lyt", 2, 2, 4]], town, finn), finn)
    assert [problem.address for problem in plan.warnings] == ["E3", "E4"]
