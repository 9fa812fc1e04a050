"""A heading further down has its own theme, and is seen the same however often the sheet is looked at."""

from __future__ import annotations

from portfolio.sheets import shown
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding import ColumnCorrection, Correction, Meaning, RowRole, read_table, understand

HEAD = ["Indsats", "Beløb 2018 (1.000 kr.)"]


def test_a_theme_above_a_repeated_heading_is_of_the_rows_below_it() -> None:
    sheet = Sheet("Ark", [["Demens"], HEAD, ["A", 1], ["B", 2], [], ["Handicap"], HEAD, ["C", 3], ["D", 4]])
    records = read_table(sheet, understand(sheet)).records
    assert [(one.name, one.theme) for one in records] == [("A", ""), ("B", ""), ("C", "Handicap"), ("D", "Handicap")]


def test_a_year_that_is_said_of_the_columns_is_heard_under_a_title_of_another() -> None:
    head = ["Indsats", "Beløb (t.kr.)"]
    sheet = Sheet("Ark", [["Budget 2018"], head, ["A", 1], ["Budget 2019"], head, ["B", 2]])
    guess = understand(sheet)
    columns = {0: ColumnCorrection(Meaning.NAME), 1: ColumnCorrection(Meaning.AMOUNT, 2018)}
    said = Correction(columns=columns)
    assert understand(sheet, said, guess=guess) == understand(sheet, said)
    assert [one.is_other_heading for one in guess.rows if one.index == 4] == [True]


def test_a_follow_up_has_the_year_of_its_title_though_its_rows_have_periods() -> None:
    head = ["Budgetlinje", "Periode", "Oprindeligt budget", "Forbrug"]
    titles = [[f"Opfølgning {year} (kr.)"] for year in (2018, 2019)]
    sheet = Sheet("Ark", [titles[0], head, ["Leg", "1. kvartal", 5, 6], titles[1], head, ["Lyt", "1. kvartal", 7, 8]])
    assert "A5" in [one.address for one in read_table(sheet, understand(sheet)).errors]


def test_a_title_of_the_same_unit_and_another_year_is_of_another_table() -> None:
    head = ["Indsats", "Beløb"]
    sheet = Sheet("Ark", [["Budget 2018 (t.kr.)"], head, ["A", 1], ["Budget 2019 (t.kr.)"], head, ["B", 2]])
    assert [one.address for one in read_table(sheet, understand(sheet)).errors] == ["A5"]


def test_the_heading_of_another_table_is_not_offered_to_be_left_out() -> None:
    """What stands below it would be read by the first heading all the same."""
    sheet = Sheet(
        "Ark",
        [["Nr.", "Indsats", "2018 (kr.)"], ["A", "Leg", 5], ["Nr.", "Indsats", "2019 (kr.)"], ["B", "Lyt", "fem"]],
    )
    layout = understand(sheet)
    found = shown.problems(read_table(sheet, layout).errors, layout)
    assert [(one.problem.address, one.row) for one in found] == [("C3", None), ("C4", 4)]


def test_bare_years_under_years_are_the_heading_of_another_table() -> None:
    head = ["Budgetlinje", "2018 (t.kr.)", "2019 (t.kr.)"]
    sheet = Sheet("Ark", [head, ["Leg", 500, 400], [], ["Anlægsprojekt", 2021, 2020], ["Hal", 9000, 100]])
    [error] = read_table(sheet, understand(sheet)).errors
    assert (error.address, "er data" in error.advice) == ("A4", True)
    said = understand(sheet, Correction(rows={3: RowRole.DATA}))
    assert [one.name for one in read_table(sheet, said).records] == ["Leg", "Anlægsprojekt", "Hal"]
    last = Sheet("Ark", [head, ["Leg", 500, 400], ["Leje", 2020, 2021]])
    assert [one.address for one in read_table(last, understand(last)).errors] == ["A3"]


def test_the_same_years_under_other_words_are_the_heading_again_and_told_of() -> None:
    head = ["Budgetlinje", "2018 (t.kr.)", "2019 (t.kr.)"]
    sheet = Sheet("Ark", [head, ["Leg", 500, 400], ["Anlægsprojekt", "2018", "2019"], ["Hal", 9000, 100]])
    table = read_table(sheet, understand(sheet))
    assert [one.name for one in table.records] == ["Leg", "Hal"]
    assert [(one.severity, one.address) for one in table.problems] == [("warning", "A3")]
    lines = Sheet("Ark", [head, ["Leg", 2018, 2018], ["5", 2018, 2020], ["Hal 1", 2018, "2.019"]])
    assert [one.severity for one in read_table(lines, understand(lines)).problems] == []
