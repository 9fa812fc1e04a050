"""Rows of data that add up others are told of, rows that only might are not, and subtotals stand over subtotals."""

from __future__ import annotations

from portfolio.sheets.reading import Sheet
from portfolio.sheets.reading.workbook import Plain
from portfolio.sheets.understanding import read_table, understand

BY_CODE: list[Plain] = ["Nr.", "Budgetlinje", "2018 (t.kr.)"]
BY_NAME: list[Plain] = ["Budgetlinje", "2018 (t.kr.)"]


def told(*rows: list[Plain]) -> list[tuple[str, str]]:
    sheet = Sheet("Ark", list(rows))
    problems = read_table(sheet, understand(sheet)).problems
    return [
        (one.address, one.reason.removesuffix(" Som en linje for sig tæller den med to gange.")) for one in problems
    ]


def test_a_row_whose_code_others_go_on_from_is_their_sum() -> None:
    over = told(
        BY_CODE, ["5", "Børn", 11], ["5.1", "Leg", 5], ["5.2", "Lyt", 6], ["6", "Ældre", 7], ["6.1", "Pleje", 7]
    )
    assert over == [("B2", "Rækken er summen af række 3-4."), ("B5", "Rækken er summen af række 6.")]
    under = told(BY_CODE, ["51", "Leg", 5], ["52", "Lyt", 6], ["5", "Børn", 11], ["6", "Ældre", 7])
    assert under == [("B4", "Rækken er summen af række 2-3.")]
    nested = told(
        BY_CODE, ["5", "Børn", 11], ["5.1", "Leg", 5], ["5.1.1", "Gynger", 5], ["5.2", "Lyt"], ["5.2.1", "A", 6]
    )
    assert nested == [("B2", "Rækken er summen af række 3, 6."), ("B3", "Rækken er summen af række 4.")]


def test_a_row_under_which_names_are_indented_is_their_sum() -> None:
    rows: list[list[Plain]] = [
        ["Børn", 11],
        ["   Leg", 5],
        ["   Lyt", 6],
        ["Ældre", 9],
        ["   Pleje", 3],
        ["   Hjem", 4],
    ]
    assert told(BY_NAME, *rows) == [("A2", "Rækken er summen af række 3-4.")]
    assert told(BY_NAME, ["- Leg", 5], ["- Lyt", 6], ["Børn", 11], ["Ældre", 7]) == [
        ("A4", "Rækken er summen af række 2-3.")
    ]


def test_named_sums_without_codes_are_told_where_they_are_no_chance() -> None:
    rows: list[list[Plain]] = [
        ["Leg", 5],
        ["Lyt", 6],
        ["Børn", 11],
        ["Pleje", 3],
        ["Hjem", 4],
        ["Ældre", 7],
        ["Alle", 18],
    ]
    assert told(BY_NAME, *rows) == [
        ("A4", "Rækken er summen af række 2-3."),
        ("A7", "Rækken er summen af række 5-6."),
        ("A8", "Rækken er summen af række 4, 7."),
    ]
    above: list[list[Plain]] = [["Børn", 11], ["Leg", 5], ["Lyt", 6], ["Ældre", 7], ["Pleje", 3], ["Hjem", 4]]
    assert [at for at, _reason in told(BY_NAME, *above)] == ["A2", "A5"]
    two_years: list[Plain] = ["Budgetlinje", "2018 (t.kr.)", "2019 (t.kr.)"]
    assert [at for at, _reason in told(two_years, ["Leg", 5, 6], ["Lyt", 6, 7], ["Børn", 11, 13], ["Hal", 3, 1])] == [
        "A4"
    ]


def test_rows_that_only_happen_to_add_up_are_lines() -> None:
    assert told(BY_NAME, ["Leg", 500], ["Lyt", 1000], ["Bibliotek", 1500], ["Hal", 300]) == []
    assert told(BY_CODE, ["1", "Leg", 5], ["10", "Lyt", 5], ["2", "Hal", 6], ["20", "Bro", 0]) == []
    each_year: list[Plain] = ["Budgetlinje", "2018 (t.kr.)", "2019 (t.kr.)"]
    assert told(each_year, ["Leg", 5, 5], ["Lyt", 6, 6], ["Børn", 11, 11], ["Hal", 3, 1]) == []


def test_a_subtotal_right_under_others_covers_back_to_the_last_as_high() -> None:
    head: list[Plain] = ["Nr.", "Budgetlinje", "2018 (t.kr.)"]
    first: list[list[Plain]] = [["1", "Leg", 5], [None, "Drift i alt", 5], ["2", "Hal", 6], [None, "Anlæg i alt", 6]]
    second: list[list[Plain]] = [["3", "Pleje", 7], [None, "Drift i alt", 7], ["4", "Bro", 8], [None, "Anlæg i alt", 8]]
    both: list[list[Plain]] = [
        *first,
        [None, "Børneudvalget i alt", 11],
        *second,
        [None, "Ældreudvalget i alt", 14],
        [None, "Total", 26],
    ]
    sheet = Sheet("Ark", [head, *both, ["9", "Finansieret af kassen", -26]])
    table = read_table(sheet, understand(sheet))
    covers = {one.address: [row + 1 for row in one.covers] for one in table.totals}
    assert covers == {
        "C3": [2], "C5": [4], "C6": [2, 4], "C8": [7], "C10": [9], "C11": [7, 9], "C12": [2, 4, 7, 9],
    }  # fmt: skip
    assert [one.address for one in table.warnings] == ["C11"]
