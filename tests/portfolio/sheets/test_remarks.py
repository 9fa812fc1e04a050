"""What is told of is told once, so that what else there is to tell is seen; and planning leaves no circles."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from portfolio.sheets.reading import Facts, Sheet
from portfolio.sheets.understanding import read_table, understand
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, preview

SOME = 200
HEAD = ["Nr.", "Indsats", "2018 (1.000 kr.)", "2019 (1.000 kr.)"]


def test_a_format_of_currency_is_told_of_once_a_column() -> None:
    rows: list[list[Any]] = [HEAD, *([number, f"Indsats {number}", 100.0, 200.0] for number in range(1, SOME))]
    formats = {(row, column): '#,##0.00 "kr."' for row in range(1, SOME) for column in (2, 3)}
    sheet = Sheet("Ark1", rows, Facts(formats=formats))
    table = read_table(sheet, understand(sheet))
    assert [problem.address for problem in table.problems] == ["C2", "D2"]
    assert len(table.records) == SOME - 1


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, *([number, f"Indsats {number}", number, number] for number in range(1, SOME))],
        [["Titel", "Start", "Slut"], *([f"Indsats {number}", "2018", "2019"] for number in range(1, SOME))],
        [["Indikator", "Enhed", "Værdi 2018"], *([f"Mål {number}", "antal", number] for number in range(1, SOME))],
    ],
)
def test_planning_leaves_hardly_any_circles(cast: Cast, rows: Rows) -> None:
    """Within many_rows_live nothing would look for them."""
    ada = cast.koebenhavn.administrator
    table = begun(rows, cast.koebenhavn.municipality, ada)
    preview(table, ada)
    gc.collect()
    gc.disable()
    try:
        preview(table, ada)
        # The query sets and the file leave some, whatever the number of rows.
        assert gc.collect() < SOME * 2
    finally:
        gc.enable()
