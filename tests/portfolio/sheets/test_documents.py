"""The tables of the documents, as files of every kind, are understood to the letter and the øre."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from organisation.units import Unit
from portfolio.sheets.reading import Workbook, read_pasted, read_workbook
from portfolio.sheets.understanding import Correction, Meaning, Record, Table, read_table, understand
from portfolio.sheets.understanding.tables import ParsedAmount
from tests.files.builders import cells, page, text, xls, xlsx
from tests.files.documents import AARHUS, TABLES, rows_of, typed_rows_of

AMOUNTS = Path(__file__).resolve().parents[3] / "fixtures" / "amounts.csv"
UNITS = {"kr.": Unit.KR, "t.kr.": Unit.TKR, "mio. kr.": Unit.MIO}
# Where a document states no unit, a person says which: inferred, as the amounts of the fixtures are.
CHOSEN = {"000": Unit.TKR, "001": Unit.KR, "003": None}
PROGRAMS = ["pasted", "csv", "windows-csv", "xlsx", "typed-xlsx", "typed-xls", "html"]


def printed(document: str) -> list[dict[str, str]]:
    """The amounts of the document's table; parts that stand elsewhere in it are left out."""
    with AMOUNTS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["doc"] == document]
    return [row for row in rows if not row["value_state"].startswith("part_of")]


def opened(document: str, program: str) -> Workbook:
    rows = rows_of(TABLES[document])
    if program == "pasted":
        return read_pasted(TABLES[document], document)
    made = {
        "csv": lambda: text(rows),
        "windows-csv": lambda: text(rows, encoding="cp1252"),
        "xlsx": lambda: xlsx(rows),
        "typed-xlsx": lambda: xlsx(typed_rows_of(TABLES[document])),
        "typed-xls": lambda: xls(typed_rows_of(TABLES[document])),
        "html": lambda: page([cells(*row) for row in rows]),
    }[program]()
    return read_workbook(BytesIO(made), f"{document}.{program[-4:].lstrip('-')}")


def understood(document: str, program: str) -> Table:
    sheet = opened(document, program).sheets[0]
    return read_table(sheet, understand(sheet, Correction(unit=CHOSEN[document])))


def figures(table: Table, record: Record) -> list[tuple[str, str, ParsedAmount]]:
    """What the record's amounts are for, as printed, and as understood."""
    return [
        (str(column.year or column.period), record.readings[column.index].raw, value)
        for column in table.layout.used
        if column.is_money and isinstance(value := record.value(column), ParsedAmount)
    ]


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("document", TABLES)
def test_every_amount_is_that_of_the_document(document: str, program: str) -> None:
    table = understood(document, program)
    found = [figure for record in table.records for figure in figures(table, record)]
    found += [("", total.stated.raw, total.stated) for total in table.totals if not total.is_of_row]
    stated = printed(document)
    assert [raw for _period, raw, _amount in found] == [row["raw"] for row in stated]
    for (period, _raw, amount), row in zip(found, stated, strict=True):
        expected = int(Decimal(row["value"]) * UNITS[row["unit"]].ore) if row["value"] else None
        assert (amount.ore, amount.unit) == (expected, UNITS[row["unit"]])
        if period:
            assert period == row["period"]
    assert not table.errors


@pytest.mark.parametrize("program", PROGRAMS)
def test_codes_and_names_of_koebenhavn(program: str) -> None:
    table = understood("000", program)
    lines = {row["line_key"]: row["line_name"] for row in printed("000")}
    code = table.layout.first(Meaning.CODE)
    assert {str(record.value(code)): record.name for record in table.records} == lines


@pytest.mark.parametrize("program", PROGRAMS)
def test_names_of_ballerup(program: str) -> None:
    lines = [row["line_name"] for row in printed("001")]
    table = understood("001", program)
    assert [*(record.name for record in table.records), *(total.label for total in table.totals)] == lines


@pytest.mark.parametrize("program", PROGRAMS)
def test_totals_of_ballerup_and_aarhus_match(program: str) -> None:
    assert [(t.label, t.stated.ore, t.matches) for t in understood("001", program).totals] == [
        ("I alt", 282_514_600, True)
    ]
    assert [(t.label, t.stated.ore, t.matches) for t in understood("003", program).totals] == [
        ("I alt", 2_500_000_000, True)
    ]


def test_the_dash_of_koebenhavn_is_asked_for_and_the_zero_stays() -> None:
    sheet = opened("000", "typed-xlsx").sheets[0]
    table = read_table(sheet, understand(sheet))
    assert [question.key for question in table.questions] == ["unit", "dash"]
    table = understood("000", "typed-xlsx")
    amounts = dict.fromkeys(["2020", "2017-2020"])
    amounts |= {period: amount.ore for period, _raw, amount in figures(table, table.records[0])}
    assert (amounts["2020"], amounts["2017-2020"]) == (0, None)
    assert [total.matches for total in table.totals] == [None, None, None]


def test_the_unit_of_ballerup_is_suggested_but_not_taken() -> None:
    sheet = opened("001", "csv").sheets[0]
    table = read_table(sheet, understand(sheet))
    assert [(question.key, question.suggestion) for question in table.questions] == [("unit", "kr")]
    assert not [figure for record in table.records for figure in figures(table, record)]


def test_thirteen_amounts_of_aarhus_stand_under_five_themes() -> None:
    table = understood("003", "pasted")
    assert len(table.records) == 13
    assert len(dict.fromkeys(record.theme for record in table.records)) == 5
    themes = [line for line in AARHUS.splitlines() if line.startswith("Tema")]
    assert list(dict.fromkeys(record.theme for record in table.records)) == themes
    parts = [(record.group, record.name) for record in table.records if record.part]
    assert parts[1][0] == "Uddannelse og Job"
    assert parts[1][1] == "Flere PEERS til at understøtte social- og beskæftigelsesrettede indsatser"
    assert parts[-1] == ("Læring og mestring – Det jeg kan selv", "Pårørendesamarbejde")
    assert [problem.address for problem in table.warnings] == ["C10", "C12", "C15"]
