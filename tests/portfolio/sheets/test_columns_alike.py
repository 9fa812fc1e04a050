"""Two columns for one figure are an error where rows fill either; a deviation held against nothing is told of."""

from __future__ import annotations

from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding import Correction, Table, read_table, understand

Row = list[str | float | None]


def read(*rows: Row, answers: dict[str, str] | None = None) -> Table:
    sheet = Sheet("Ark", [["Beløb i t.kr."], *rows])
    return read_table(sheet, understand(sheet, Correction(answers=answers or {})))


def test_two_columns_of_the_same_figure_are_an_error_where_rows_fill_either() -> None:
    head: Row = ["Nr.", "Projekt", "Ansøgt beløb 2018", "Bevilget beløb 2018"]
    either: list[Row] = [["1", "Leg", 5.0, None], ["2", "Job", None, 8.0]]
    said = {"heading:C": "amount"}
    [error] = read(head, *either, answers=said).errors
    assert (error.address, error.raw) == ("D2", "Bevilget beløb 2018")
    assert "“Ansøgt beløb 2018” (C)" in error.reason
    assert read(head, *either, answers={"heading:C": "ignored"}).errors == ()
    assert read(head, ["1", "Leg", 5.0, "-"], ["2", "Job", 8.0, None], answers=said).errors == ()
    assert read(["Nr.", "Projekt", "Budget 2018", "Budget 2019"], *either).errors == ()
    values: list[Row] = [["Indikator", "Måling forår 2018", "Måling efterår 2018"], ["A", 5.0, None], ["B", None, 6.0]]
    assert [one.address for one in read(*values).errors] == ["C2"]


def test_a_deviation_that_nothing_can_be_held_against_is_told_of() -> None:
    alone = read(
        ["Budgetlinje", "Korrigeret budget", "Forventet merforbrug"], ["Leg", 500.0, 30.0], ["Lyt", 400.0, 0.0]
    )
    [warning] = alone.warnings
    assert (warning.address, "ingen tal, den kan holdes op imod" in warning.reason) == ("C2", True)
    head: Row = ["Budgetlinje", "Korrigeret budget", "Forventet regnskab", "Forventet merforbrug"]
    assert read(head, ["Leg", 500.0, 530.0, 30.0], ["Lyt", 400.0, None, 0.0]).problems == ()
