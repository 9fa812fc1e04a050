"""Extracts as finance systems print them: each is read to the øre, or says what it cannot read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from budgets.account_rules import Rule
from portfolio.extracts.content import ExtractContent, Terms
from portfolio.extracts.months import month_of
from portfolio.extracts.recognising import read_extract
from portfolio.extracts.summing import add_up
from portfolio.sheets.reading import read_workbook
from tests.files.builders import SHEET, Formula, Rows, patched, xlsx

TODAY = date(2018, 6, 5)
RULES = [Rule("account", "5.38.42*", 1), Rule("account", "5.38.59*", 2), Rule("account", "5*", None)]


@dataclass(frozen=True)
class Case:
    """`lines` in kroner; `terms` are those that the case is about, `basis` what a person then says."""

    text: str | bytes
    lines: dict[int, float]
    stated: float
    name: str = "udtraek.csv"
    outside: float = 0
    terms: dict[str, object] = field(default_factory=dict)
    basis: str = ""


CASES = {
    "titles, page ends, subtotals named by account, every kind of minus": Case(
        """Ballerup Kommune;;;
Økonomiudtræk til og med maj 2018;;;
Udskrevet 05-06-2018 kl. 08.15;;;
;;;
Kontostreng;Tekst;Periode;Beløb i DKK
5.38.42.010.1;Løn;2018-01;1.210,50
5.38.42.010.1;Løn;2018-05;1 200,00
5.38.42 i alt;;;2.410,50
5.38.59.020.2;Drift;2018-05;200,25-
Sum 5.38.59;;;200,25-
Side 1 af 2;;;
Kontostreng;Tekst;Periode;Beløb i DKK
5.46.10.1;Andet;2018-05;(45,00)
Hovedtotal;;;2.165,25
Side 2 af 2;;;
""",
        {1: 2410.5, 2: -200.25}, 2165.25, outside=-45, terms={"up_to": "2018-05-31", "basis": "year"},
    ),
    "debit and credit": Case(
        "Konto\tDebet\tKredit\n5.38.42.1\t1.000,00\t\n5.38.59.1\t\t250,00\nI alt\t1.000,00\t250,00\n",
        {1: 1000, 2: -250}, 750,
    ),
    "debit and credit with their balance": Case(
        "Konto\tDebet\tKredit\tSaldo\n5.38.42.1\t1.000,00\t\t1.000,00\n5.38.59.1\t\t250,00\t-250,00\n"
        "I alt\t1.000,00\t250,00\t750,00\n",
        {1: 1000, 2: -250}, 750,
    ),
    "D and K behind the amounts": Case(
        "Konto;Beløb\n5.38.42;1.234,50 D\n5.38.59;34,50 K\nI alt;1.200,00\n", {1: 1234.5, 2: -34.5}, 1200
    ),
    "D and K in a column": Case(
        "Konto;Beløb;D/K\n5.38.42;1.000,00;D\n5.38.42;-10,00;D\n5.38.59;400,00;K\nI alt;590,00;\n",
        {1: 990, 2: -400}, 590, terms={"side": 2},
    ),
    "K in a column beside amounts that are less than 0 already": Case(
        "Konto;Beløb;Debet/Kredit\n5.38.42;1.000,00;Debet\n5.38.59;-400,00;Kredit\nI alt;600,00;\n",
        {1: 1000, 2: -400}, 600,
    ),
    "signs in a column": Case(
        "Konto;Fortegn;Beløb\n5.38.42;;1.000,00\n5.38.59;-;400,00\nI alt;;600,00\n", {1: 1000, 2: -400}, 600
    ),
    "1 and -1 beside amounts without a sign": Case(
        "Konto;Fortegn;Beløb\n5.38.42;1;1.000,00\n5.38.59;-1;400,00\nI alt;;600,00\n", {1: 1000, 2: -400}, 600
    ),
    "1 and -1 beside amounts that have their sign": Case(
        "Konto;Fortegn;Beløb\n5.38.42;1;1.000,00\n5.38.42;1;-10,00\n5.38.59;-1;-400,00\nI alt;;590,00\n",
        {1: 990, 2: -400}, 590,
    ),
    "the unit in the heading": Case(
        "Konto;Forbrug pr. 31.05.2018 (1.000 kr.)\n5.38.42;1.250\n5.38.59;-20\nI alt;1.230\n",
        {1: 1_250_000, 2: -20_000}, 1_230_000, terms={"unit": "tkr", "up_to": "2018-05-31"},
    ),
    "the unit in a title": Case(
        "Beløb i 1.000 kr.\n\nKonto;Forbrug\n5.38.42;1.250\n5.38.59;-20\nI alt;1.230\n",
        {1: 1_250_000, 2: -20_000}, 1_230_000, terms={"unit": "tkr"},
    ),
    "spending among budgets and percentages": Case(
        "Konto;Korrigeret budget;Forbrugspct.;Forbrug til og med maj;Rest\n5.38.42;5.200;40;2.100;3.100\n"
        "5.38.59;100;20;20;80\nTotal;5.300;40;2.120;3.180\n",
        {1: 2100, 2: 20}, 2120, terms={"amount": 3},
    ),
    "a sum under each block, and none of all": Case(
        "Konto;Måned;Beløb\n5.38.42.1;05.2018;100\n5.38.42.2;05.2018;50\nI alt;;150\n5.38.59.1;05.2018;30\nI alt;;30\n",
        {1: 150, 2: 30}, 180,
    ),
    "the total above": Case("Konto;Beløb\nI alt;150\n5.38.42;100\n5.38.59;50\n", {1: 100, 2: 50}, 150),
    "a column a month": Case(
        "Konto;Januar 2018;Februar 2018;I alt\n5.38.42;100;50;150\n5.38.59;10;5;15\nI alt;110;55;165\n",
        {1: 150, 2: 15}, 165, terms={"up_to": "2018-02-28", "basis": "year"},
    ),
    "a column a month without a sum, said to be the months' own": Case(
        "Omkostningssted;Konto;Forbrug januar 2018;Forbrug februar 2018;Forbrug marts 2018;Forbrug april 2018\n"
        "1;5.38.42;1.000;500;100;\n1;5.38.59;10;;;0\nI alt;;1.010;500;100;0\n",
        {1: 1600, 2: 10}, 1610,
        terms={"up_to": "2018-03-31", "amount": 4, "months": [2, 3, 4], "first_month": 1, "basis": ""}, basis="month",
    ),
    "a column a month without a sum, said to be the year's so far": Case(
        "Konto;Budget;Forbrug februar;Forbrug januar\n5.38.42;9;1.500;1.000\n5.38.59;;10;10\nI alt;9;1.510;1.010\n",
        {1: 1500, 2: 10}, 1510, name="udtræk 2017.csv",
        terms={"up_to": "2017-02-28", "amount": 2, "months": [3, 2], "basis": ""}, basis="year",
    ),
    "months by their names alone": Case(
        "Konto;Tekst;Januar;Februar\n5.38.42;Løn;100;50\nI alt;;100;50\n",
        {1: 150}, 150, terms={"up_to": "2018-02-28", "basis": ""}, basis="month",
    ),
    "each column up to its month": Case(
        "Konto;Forbrug til og med januar 2018;Forbrug til og med februar 2018\n5.38.42;100;150\nI alt;100;150\n",
        {1: 150}, 150, terms={"up_to": "2018-02-28", "amount": 2, "months": [], "basis": "year"},
    ),
    "a sum beside spending by month, the last months empty": Case(
        "Konto;Forbrug januar 2018;Forbrug februar 2018;Forbrug marts 2018;I alt\n5.38.42;100;50;;150\n"
        "I alt;100;50;;150\n",
        {1: 150}, 150, terms={"up_to": "2018-02-28", "amount": 4, "months": [], "basis": "year"},
    ),
    "days without marks between": Case(
        "Konto;Bogføringsdato;Beløb\n5.38.42;20180131;100,00\n5.38.42;31-05-2018;1,00\nI alt;;101,00\n",
        {1: 101}, 101, terms={"up_to": "2018-05-31", "basis": "year"},
    ),
    "periods with a zero more, and that of the closing": Case(
        "Konto;Periode;Beløb\n5.38.42;001.2017;100,00\n5.38.42;013.2017;1,00\nSamlet resultat;;101,00\n",
        {1: 101}, 101, terms={"up_to": "2017-12-31", "basis": "year"},
    ),
    "Windows-1252": Case(
        "Konto;Måned;Beløb\n5.38.42;maj 2018;1.000,00\nI alt;;1.000,00\n".encode("cp1252"), {1: 1000}, 1000
    ),
    "a workbook": Case(
        xlsx([["Udtræk jan.-maj 2018"], [], ["Konto", "Bogført beløb"], ["5.38.42.1", 1210.5], ["5.38.59", -200.25],
              ["I alt", 1010.25]]),
        {1: 1210.5, 2: -200.25}, 1010.25, name="x.xlsx", terms={"up_to": "2018-05-31"},
    ),
}  # fmt: skip


def read(case: Case) -> tuple[ExtractContent, Terms]:
    raw = case.text.encode() if isinstance(case.text, str) else case.text
    return read_extract(read_workbook(BytesIO(raw), case.name), TODAY)


@pytest.mark.parametrize("name", CASES)
def test_an_extract_is_read_as_it_is_printed(name: str) -> None:
    case = CASES[name]
    content, terms = read(case)
    said = terms.as_json()
    terms.basis = case.basis or terms.basis
    sums = add_up(content, terms, RULES)
    assert {line: group.ore / 100 for line, group in sums.lines.items()} == case.lines
    assert (sums.outside_ore / 100, sums.stated, sums.difference) == (case.outside, case.stated * 100, 0)
    assert (sums.problems, sums.unmapped) == ([], [])
    assert {key: said[key] for key in case.terms} == case.terms


def problems_of(content: bytes) -> tuple[list[str], int | None]:
    sums = add_up(*read_extract(read_workbook(BytesIO(content), "x.xlsx"), TODAY), RULES)
    assert not sums.is_whole
    return sums.problems, sums.left_out


def test_an_amount_that_its_program_has_not_written_is_an_error_and_no_row_without_an_amount() -> None:
    def written(amount: Any) -> bytes:
        return xlsx([["Konto", "Beløb"], ["5.38.42", amount], ["5.38.59", 5], ["I alt", 5]])

    lacking = patched(written(Formula.giving("1000*2", 2000)), SHEET, "<v>2000</v>", "")
    assert problems_of(lacking) == (["B2: Cellen indeholder en formel, hvis resultat ikke er gemt i filen."], 0)
    assert problems_of(written(Formula.giving("1/0", "#DIV/0!"))) == (["B2: Cellen viser fejlen #DIV/0!."], 0)
    assert problems_of(written("########")) == (["B2: Kolonnen var for smal til at vise, hvad der står i cellen."], 0)


def test_hidden_columns_and_other_sheets_are_told_of() -> None:
    table: Rows = [["Konto", "Beløb"], ["5.38.42", 5], ["I alt", 5]]
    book = xlsx({"Januar": table, "Februar": table, "Noter": [["Ring"]]}, hidden_columns=[1])
    assert read_extract(read_workbook(BytesIO(book), "x.xlsx"), TODAY)[0].remarks == [
        "Kolonne B er skjult i filen og læses alligevel.",
        "Kun arket “Januar” læses. Der står også konti på “Februar”: gem hvert ark som sin egen fil.",
    ]


def test_the_reader_is_told_which_unit_the_amounts_are_read_in() -> None:
    assert read(CASES["the unit in a title"])[0].remarks == [
        "Beløbene læses som t.kr., fordi der står “Beløb i 1.000 kr.”."
    ]


@pytest.mark.parametrize(
    "headings",
    ["Forbrug 2017;Forbrug 2018", "Forbrug februar 2018;Forbrug år til dato", "Forbrug januar 2018;Forbrug marts 2018",
     "Forbrug januar 2017;Forbrug januar 2018", "Forbrug;Saldo"],
)  # fmt: skip
def test_of_several_columns_of_amounts_a_person_says_which(headings: str) -> None:
    _content, terms = read(Case(f"Konto;{headings}\n5.38.42;1;2\nI alt;1;2\n", {}, 2))
    assert (terms.rivals, terms.basis, terms.months) == ([1, 2], "", [])


def test_an_error_in_one_of_the_months_leaves_the_row_unknown() -> None:
    text = "Konto;Forbrug januar 2018;Forbrug februar 2018\n5.38.42;1;ukendt\n5.38.59;1;2\nI alt;2;2\n"
    content, terms = read(Case(text, {}, 4))
    terms.basis = "month"
    sums = add_up(content, terms, RULES)
    assert (len(sums.problems), sums.problems[0][:3], sums.computed, sums.stated_at) == (1, "C2:", 300, "B4:C4")
    assert content.remarks == [
        "Der er en kolonne for hver måned: “Forbrug januar 2018”, “Forbrug februar 2018”. Er hver kolonne månedens "
        "alene, lægges de sammen; er hver kolonne årets til og med måneden, læses kun den valgte."
    ]


def test_months_that_do_not_begin_the_year_are_asked_about() -> None:
    text = "Konto;Periode;Beløb\n5.38.42;04.2018;1\n5.38.42;05.2018;1\nI alt;;2\n"
    _content, terms = read(Case(text, {}, 2))
    assert (terms.basis, terms.first_month) == ("", 4)


@pytest.mark.parametrize(
    ("text", "month"), [("jan.-maj 2018", 5), ("1. januar - 30. juni 2018", 6), ("01-01-2018 - 31-05-2018", 5)]
)
def test_of_several_months_the_last_is_meant(text: str, month: int) -> None:
    assert month_of(text, None) == (2018, month)


def test_the_month_is_read_as_finance_systems_write_it() -> None:
    written = ["052018", "52018", "2018005", "05-18", "31.05.18", "31052018", "maj 18", "maj-18"]
    assert {text: month_of(text, TODAY) for text in written} == dict.fromkeys(written, (2018, 5))
    unclear = ["05-06", "1-16", "01-13", "18-05", "310518", "0518", "132018", "2018000"]
    assert {text: month_of(text, TODAY) for text in unclear} == dict.fromkeys(unclear)


def test_a_month_that_is_not_understood_is_asked_for_and_told() -> None:
    text = "Konto;Periode;Beløb\n5.38.42;{};1\n5.38.42;{};1\nI alt;;2\n"
    content, terms = read(Case(text.format("0518", "0418"), {}, 2))
    assert (terms.up_to, terms.year, len(content.remarks)) == ("", None, 1)
    assert "“0518”, “0418” i kolonnen “Periode”" in content.remarks[0]
    content, terms = read(Case(text.format("04.2018", "Primo"), {}, 2))
    assert (terms.up_to, len(content.remarks)) == ("2018-04-30", 1)


def test_months_without_a_year_are_of_the_year_that_the_extract_says() -> None:
    text = "Konto;Regnskabsår;Periode;Beløb\n5.38.42;2016;5;1\n5.38.42;{};4;1\nI alt;;;2\n"
    assert read(Case(text.format(2016), {}, 2))[1].up_to == "2016-05-31"
    content, terms = read(Case(text.format(2017), {}, 2))
    assert (terms.up_to, len(content.remarks)) == ("", 1)
    terms.year, terms.up_to = 2016, "2016-05-31"
    assert [one[:3] for one in add_up(content, terms, RULES).problems] == ["B3:"]
    bare = "Udtræk 2017\n\nKonto;Periode;Beløb\n5.38.42;5;1\nI alt;;1\n"
    assert read(Case(bare, {}, 1))[1].up_to == "2017-05-31"
    assert read(Case(bare.replace("2017", "").replace("5;1", "12;1"), {}, 1))[1].up_to == "2017-12-31"


def test_the_day_of_booking_is_no_amount() -> None:
    text = "Konto;Bogført dato;Beløb\n5.38.42;31.05.2018;1\n5.38.42;30.04.2018;1\nI alt;;2\n"
    _content, terms = read(Case(text, {}, 2))
    assert (terms.amount, terms.month, terms.rivals, terms.up_to) == (2, 1, [], "2018-05-31")


def test_what_has_no_certain_sign_beside_debit_and_credit_is_an_error() -> None:
    text = "Konto;Beløb;D/K\n5.38.42;10;D\n5.38.42;5;K\n5.38.42;-4;K\n5.38.59;3;\n5.38.59;2;X\nI alt;5;D\n"
    content, terms = read(Case(text, {}, 5))
    sums = add_up(content, terms, RULES)
    assert [one[:3] for one in sums.problems] == ["C4:", "C5:", "C6:"]
    assert (sums.computed, sums.stated) == (500, 500)
    assert "“D/K”" in content.remarks[0]


def test_what_minus_one_says_is_an_error_where_only_other_amounts_have_a_minus() -> None:
    content, terms = read(Case("Konto;Fortegn;Beløb\n5.38.42;1;10\n5.38.42;1;-2\n5.38.59;-1;3\nI alt;;5\n", {}, 5))
    assert [one[:3] for one in add_up(content, terms, RULES).problems] == ["B4:"]


def test_which_column_is_the_amount_is_kept_for_the_next_extract_and_told() -> None:
    def of(month: str, answered: list[Terms]) -> tuple[ExtractContent, Terms]:
        text = f"Konto;Forbrug {month} 2018;Saldo\n5.38.42;1;2\n5.38.59;;3\nI alt;1;5\n"
        return read_extract(read_workbook(BytesIO(text.encode()), "udtraek.csv"), TODAY, answered)

    _content, first = of("april", [])
    first.among, first.chosen = ["Forbrug april 2018", "Saldo"], "Saldo"
    content, terms = of("maj", [first])
    assert (terms.amount, terms.rivals, terms.basis, terms.chosen) == (2, [], "", "Saldo")
    assert content.remarks == [
        "“Saldo” er læst som beløbene, som det blev angivet for et tidligere udtræk, og ikke “Forbrug maj 2018”."
    ]
    assert {line: group.ore for line, group in add_up(content, terms, RULES).lines.items()} == {1: 200, 2: 300}
    first.among = ["Forbrug", "Bevægelse", "Saldo"]
    assert of("maj", [first])[1].rivals == [1, 2]


def test_a_row_with_an_amount_in_either_of_the_columns_counts_whichever_is_chosen() -> None:
    content, terms = read(Case("Konto;Forbrug 2017;Forbrug 2018\n5.38.42;1;\n5.38.59;;3\nI alt;1;3\n", {}, 3))
    terms.amount = 2
    assert add_up(content, terms, RULES).lines[2].ore == 300
