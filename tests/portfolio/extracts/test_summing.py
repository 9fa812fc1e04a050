"""An extract is recognised, added up by line and compared with its total."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets.account_rules import Rule
from portfolio.extracts.content import ExtractContent, Terms, content_of
from portfolio.extracts.months import month_of
from portfolio.extracts.recognising import NoExtractError, read_extract
from portfolio.extracts.summing import Sums, add_up
from portfolio.sheets.reading import read_pasted, read_workbook
from tests.files.builders import xlsx

TODAY = date(2017, 11, 6)
HEAD = ["Kontostreng", "Omkostningssted", "PSP-element", "Tekst", "Måned", "Beløb"]
ROWS = [
    ["5.38.42.010.1", "4210510", "XA-1", "Løn", "01.2017", "1.210,50"],
    ["5.38.42.010.1", "4210510", "XA-1", "Løn", "02.2017", "1.200,00"],
    ["5.38.59.020.2", "4210620", "", "Drift", "02.2017", "-200,25"],
    ["6.45.51.000.2", "6510100", "", "Administration", "02.2017", "45,00"],
]
RULES = [Rule("cost_centre", "4210510", 1), Rule("account", "5.38.59*", 2), Rule("account", "6*", None)]


def read(rows: list[list[Any]], name: str = "udtraek.csv") -> tuple[ExtractContent, Terms]:
    text = "\n".join(";".join(map(str, row)) for row in rows)
    return read_extract(read_workbook(BytesIO(text.encode()), name), TODAY)


def summed(rows: list[list[Any]]) -> Sums:
    return add_up(*read(rows), RULES)


def test_rows_are_added_up_by_line_and_agree_with_the_total() -> None:
    sums = summed([HEAD, *ROWS, ["I alt", "", "", "", "", "2.255,25"]])
    assert {line: (group.ore, group.rows) for line, group in sums.lines.items()} == {
        1: (241_050, [2, 3]), 2: (-20_025, [4]),
    }  # fmt: skip
    assert (sums.outside_ore, sums.stated, sums.computed, sums.difference) == (4_500, 225_525, 225_525, 0)
    assert sums.stated_at == "F6"
    assert sums.is_whole


def test_a_total_that_does_not_agree_is_named_with_its_difference() -> None:
    sums = summed([HEAD, *ROWS, ["I alt", "", "", "", "", "2.355,25"]])
    assert sums.difference == 10_000
    assert not sums.is_whole


def test_what_no_rule_meets_is_listed_and_counted() -> None:
    sums = add_up(*read([HEAD, *ROWS, ["I alt", "", "", "", "", "2.255,25"]]), RULES[:1])
    assert [(group.keys["account"], group.ore) for group in sums.unmapped] == [
        ("5.38.59.020.2", -20_025), ("6.45.51.000.2", 4_500),
    ]  # fmt: skip
    assert sums.difference == 0
    assert not sums.is_whole


def test_subtotals_and_notes_are_not_added() -> None:
    rows = [HEAD, *ROWS[:2], ["Sum løn", "", "", "", "", "2.410,50"], *ROWS[2:], ["Note: kladde", "", "", "", "", ""]]
    assert summed(rows).computed == 225_525


def test_columns_month_and_year_are_recognised() -> None:
    _content, terms = read([HEAD, *ROWS])
    assert terms.keys == {"account": 0, "cost_centre": 1, "project": 2}
    assert (terms.text, terms.month, terms.amount) == (3, 4, 5)
    assert (terms.year, terms.up_to, terms.as_of, terms.basis) == (2017, "2017-02-28", "2017-11-06", "year")


def test_a_single_month_is_asked_about() -> None:
    assert read([HEAD, *ROWS[1:]])[1].basis == ""
    january = [[*row[:4], "01.2017", row[5]] for row in ROWS]
    assert read([HEAD, *january])[1].basis == "year"


def test_titles_above_and_numbers_of_a_spreadsheet_are_read() -> None:
    rows: list[list[Any]] = [
        ["Forbrug til og med marts 2017"],
        [],
        ["Konto", "Beløb (kr.)"],
        [3842010, 1210.5],
        [3859020, -200.25],
        ["I alt", 1010.25],
    ]
    content, terms = read_extract(read_workbook(BytesIO(xlsx(rows)), "x.xlsx"), TODAY)
    sums = add_up(content, terms, [Rule("account", "38*", 1)])
    assert terms.up_to == "2017-03-31"
    assert (sums.lines[1].ore, sums.difference) == (101_025, 0)


def test_debit_less_credit_is_the_amount() -> None:
    rows = [["Konto", "Debet", "Kredit"], ["51", "100,00", ""], ["52", "", "30,00"], ["53", "5,00", "-1,00"]]
    sums = add_up(*read(rows), [Rule("account", "5*", 1)])
    assert sums.lines[1].ore == 7_400


@pytest.mark.parametrize(("cell", "words"), [("1.2", "F2"), ("1,234,5", "F2"), ("ca. 5-6", "F2"), ("=SUM(A1)", "F2")])
def test_an_amount_that_cannot_be_read_is_an_error_with_its_cell(cell: str, words: str) -> None:
    sums = summed([HEAD, [*ROWS[0][:5], cell]])
    assert words in sums.problems[0]
    assert not sums.is_whole


def test_a_row_of_another_year_is_an_error() -> None:
    content, terms = read([HEAD, *ROWS])
    content.rows[0].cells[4] = "12.2016"
    assert "E2" in add_up(content, terms, RULES).problems[0]


def test_a_file_without_accounts_or_amounts_is_refused_with_a_sentence() -> None:
    with pytest.raises(NoExtractError, match="konti"):
        read_extract(read_pasted("Titel\tTovholder\nAktiv ven\tUdsatterådet"), TODAY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2017-05", (2017, 5)), ("05.2017", (2017, 5)), ("201705", (2017, 5)), ("maj 2017", (2017, 5)),
        ("2017M05", (2017, 5)), ("5", (2017, 5)), ("Periode", None), ("2017-05-31", (2017, 5)), ("13", None),
        ("p12", (2017, 12)), ("0" * 5_000 + "7", (2017, 7)),
    ],
)  # fmt: skip
def test_months_are_read_as_systems_write_them(text: str, found: tuple[int, int] | None) -> None:
    assert month_of(text, TODAY) == found


def test_content_is_the_same_after_it_was_stored() -> None:
    content, terms = read([HEAD, *ROWS])
    assert content_of(content.as_json()) == content
    assert Terms(**terms.as_json()) == terms


AMOUNTS = st.lists(
    st.tuples(st.sampled_from(["51", "52", "63", "74"]), st.integers(-(10**9), 10**9)), min_size=1, max_size=30
)


@given(AMOUNTS)
def test_the_parts_always_make_the_whole(rows: list[tuple[str, int]]) -> None:
    table = [["Konto", "Beløb"], *([konto, f"{ore / 100:.2f}".replace(".", ",")] for konto, ore in rows)]
    sums = add_up(*read(table), [Rule("account", "5*", 1), Rule("account", "63", None)])
    assert sums.computed == sum(ore for _konto, ore in rows)
    assert sums.mapped_ore == sum(ore for konto, ore in rows if konto.startswith("5"))
    assert sums.outside_ore == sum(ore for konto, ore in rows if konto == "63")
