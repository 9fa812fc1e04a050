"""What is told of is told once, so that what else there is to tell is seen."""

from __future__ import annotations

from typing import Any

from portfolio.sheets.reading import Facts, Sheet
from portfolio.sheets.understanding import read_table, understand

SOME = 200
HEAD = ["Nr.", "Indsats", "2018 (1.000 kr.)", "2019 (1.000 kr.)"]


def test_a_format_of_currency_is_told_of_once_a_column() -> None:
    rows: list[list[Any]] = [HEAD, *([number, f"Indsats {number}", 100.0, 200.0] for number in range(1, SOME))]
    formats = {(row, column): '#,##0.00 "kr."' for row in range(1, SOME) for column in (2, 3)}
    sheet = Sheet("Ark1", rows, Facts(formats=formats))
    table = read_table(sheet, understand(sheet))
    assert [problem.address for problem in table.problems] == ["C2", "D2"]
    assert len(table.records) == SOME - 1
