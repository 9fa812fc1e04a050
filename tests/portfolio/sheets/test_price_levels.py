"""A figure is stored in the price level that its own column, or its table, says."""

from __future__ import annotations

import pytest

from budgets.models import Entry
from portfolio.sheets.planning.task import Terms
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, confirmed, effects, preview

pytestmark = pytest.mark.usefixtures("files")


def test_each_column_has_the_price_level_that_its_heading_says(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [
        ["Budget i t.kr., 2016-pl"],
        ["Nr.", "Titel", "2017", "2018 i 2018-pl", "2019 (2019-priser)"],
        ["P1", "Leg", 1, 2, 3],
    ]
    confirmed(begun(rows, town, finn), finn)
    levels = dict(Entry.objects.filter(line__code="P1").values_list("year", "price_level"))
    assert levels == {2017: "2016-pl", 2018: "2018-pl", 2019: "2019-priser"}
    assert effects(preview(begun([*rows, ["P2", "Lyt", 1, 1, 1]], town, finn), finn)) == {"create": 1, "leave": 1}


def test_one_price_level_of_all_columns_is_that_of_the_table_and_may_be_corrected(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [["t.kr."], ["Nr.", "Titel", "2018 i 2018-pl", "2019 i 2018-pl"], ["P1", "Leg", 1, 2]]
    confirmed(begun(rows, town, finn), finn)
    assert set(Entry.objects.filter(line__code="P1").values_list("price_level", flat=True)) == {"2018-pl"}
    confirmed(begun([*rows, ["P2", "Lyt", 1, 1]], town, finn, terms=Terms(price_level="2019-pl")), finn)
    assert set(Entry.objects.filter(line__code="P2").values_list("price_level", flat=True)) == {"2019-pl"}
