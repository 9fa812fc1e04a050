"""What holds for every file and every table."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organisation.numbers import format_number
from organisation.units import Unit
from portfolio.sheets.reading import Facts, Limits, Refused, Sheet, Workbook, read_workbook
from portfolio.sheets.reading.excel_cells import _found, _parsed
from portfolio.sheets.reading.number_formats import shown
from portfolio.sheets.reading.workbook import address, column_letters, column_number
from portfolio.sheets.understanding import Correction, Question, RowRole, Table, read_table, understand
from portfolio.sheets.understanding.quick import QuickReader
from portfolio.sheets.understanding.tables import ParsedAmount
from tests.files.builders import SHEET, Formula, Rows, Styled, parts_of, text, xls, xlsx
from tests.files.cases import CASES

AMOUNTS = st.integers(-(10**12), 10**12)
_WORDS = (
    "Nr.|Titel|Målgruppe|2017|2018|2017-2020|Beløb (t.kr.)|Indikator|Måltal|I alt|Tema 1|-|n/a|<5|49 %|"
    "0,49|2.000|2.5|SO8|so8 |1,7 1,0||*) note|R|B|BO|år|Forbrug|Korrigeret budget|i mio. kr.|"
    "29-08-2017|uge 54, 2018|=1+1|Ældre|\u00a0|x\ny|Aktivitet|Start|Enhed|Andel i %|%|i alt Tema 1|"
    "1|2|3|(1.000 kr.)|Bemærkninger|Kilde: x|201³"
)
WORDS = st.sampled_from(_WORDS.split("|"))
VALUES = st.one_of(
    st.none(), WORDS, AMOUNTS, st.floats(-1e9, 1e9), st.text(max_size=8), st.booleans(), st.dates(), st.just(2018.0)
)


@given(st.lists(st.lists(VALUES, max_size=6), max_size=8))
def test_no_grid_is_too_odd_to_be_told_about(grid: list[list[Any]]) -> None:
    sheet = Sheet("Ark1", grid)
    layout = understand(sheet)
    table = read_table(sheet, layout)
    assert len(layout.rows) == sheet.height
    assert len(layout.columns) == sheet.width
    assert all(str(problem) for problem in table.problems)
    rows = {row.index for row in layout.rows if row.role is RowRole.DATA}
    assert {record.row for record in table.records} == rows
    assert all(isinstance(question, Question) and len(question.choices) > 1 for question in table.questions)


@given(st.lists(st.lists(VALUES, max_size=6), min_size=1, max_size=6))
def test_a_row_that_is_not_read_is_told_of_or_has_another_role(grid: list[list[Any]]) -> None:
    """No filled row vanishes."""
    sheet = Sheet("Ark1", grid)
    table = read_table(sheet, understand(sheet))
    blank = {row.index for row in table.layout.rows if row.role is RowRole.BLANK}
    for row in blank:
        assert all(cell.is_blank or not table.layout.columns[cell.column].heading for cell in sheet.cells(row))


@given(st.lists(st.lists(VALUES, max_size=6), max_size=8), st.sampled_from(["", "#,##0", "0.0", "0%", "#,##0,"]))
def test_the_quick_way_reads_as_the_long_one(grid: list[list[Any]], number_format: str) -> None:
    formats = {(row, column): number_format for row in range(8) for column in range(6)} if number_format else {}
    sheet = Sheet("Ark1", grid, Facts(formats=formats))
    layout = understand(sheet, Correction(unit=Unit.TKR))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuickReader, "row", lambda self, row: ({}, self.columns))
        slowly = read_table(sheet, layout)
    assert read_table(sheet, layout) == slowly


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=20), st.sampled_from(list(Unit)))
def test_every_program_gives_the_same_amounts_and_total(amounts: list[tuple[int, int]], unit: Unit) -> None:
    small = [(first % 10**9, second % 10**9) for first, second in amounts]
    head = ["Kode", "Navn", "2017", "2018"]
    totals = [sum(column) for column in zip(*small, strict=True)]
    typed: Rows = [head, *([f"K{n}", f"Linje {n}", *pair] for n, pair in enumerate(small)), ["I alt", None, *totals]]
    printed: Rows = [[format_number(cell) if isinstance(cell, int) else cell for cell in row] for row in typed]
    files = {
        "a.xlsx": xlsx(typed), "a.xls": xls(typed), "a.csv": text(printed, encoding="utf-16"), "b.csv": text(printed),
    }  # fmt: skip
    for name, content in files.items():
        table = _table(content, name, unit)
        assert [_amounts(table, record.row) for record in table.records] == [
            [number * unit.ore for number in pair] for pair in small
        ]
        assert [(total.stated.ore, total.matches) for total in table.totals] == [
            (number * unit.ore, True) for number in totals
        ]


def _table(content: bytes, name: str, unit: Unit) -> Table:
    sheet = read_workbook(BytesIO(content), name).sheets[0]
    return read_table(sheet, understand(sheet, Correction(unit=unit)))


def _amounts(table: Table, row: int) -> list[int | None]:
    record = next(record for record in table.records if record.row == row)
    values = (record.value(column) for column in table.layout.used if column.is_money)
    return [value.ore for value in values if isinstance(value, ParsedAmount)]


CELLS = st.one_of(
    st.none(),
    AMOUNTS,
    st.sampled_from(["Ark & <tal>", "it's", "a 'b' c=\"d\""]),
    st.builds(Styled, st.integers(0, 99), st.sampled_from(["0%", "#,##0", "dd-mm-yyyy"])),
    st.builds(
        Formula.giving,
        st.sampled_from(["1+1", "'Ark 1'!A1&\"<\"", "SUM(A1:B2)"]),
        st.sampled_from([2, "x", "", "#N/A"]),
    ),
)


@given(st.lists(st.lists(CELLS, max_size=5), min_size=1, max_size=6))
def test_the_quick_look_at_cells_sees_what_parsing_sees(rows: list[list[Any]]) -> None:
    content = parts_of(xlsx(rows))[SHEET]
    assert isinstance(content, bytes)
    formats = ["", "0%", "#,##0", "dd-mm-yyyy"]
    quick, parsed = _found(content, formats, Limits()), _parsed(content, formats, Limits())
    if quick is None:
        assert b"='" in content or b'=\\"' in content or b"'" in content
        return
    assert quick.formulas == parsed.formulas
    assert quick.errors == parsed.errors
    filled = {place: code for place, code in quick.formats.items() if place in parsed.formats}
    assert filled == parsed.formats


# --- Whatever the bytes ---------------------------------------------------------------------------------------------


def _read(content: bytes, name: str) -> Workbook | None:
    """Nothing but a workbook or a refusal may come out."""
    try:
        return read_workbook(BytesIO(content), name)
    except Refused:
        return None


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"<table>", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_any_bytes_are_read_or_refused(content: bytes, start: bytes) -> None:
    _read(start + content, "x.xlsx")


SAMPLES = {case.name: case.make() for case in CASES if case.name.endswith((".xls", ".xlsx", ".ods"))}


@pytest.mark.parametrize("name", sorted(SAMPLES)[::3])
@settings(max_examples=25)
@given(data=st.data())
def test_a_file_with_broken_bytes_is_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray(SAMPLES[name])
    for _turn in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    workbook = _read(bytes(content), name)
    if workbook is not None:
        for sheet in workbook.sheets:
            read_table(sheet, understand(sheet))


@pytest.mark.parametrize("name", sorted(SAMPLES)[::3])
@settings(max_examples=10)
@given(share=st.floats(0, 1))
def test_a_file_that_is_cut_off_is_read_or_refused(name: str, share: float) -> None:
    _read(SAMPLES[name][: int(len(SAMPLES[name]) * share)], name)


# --- Small things ---------------------------------------------------------------------------------------------------


@given(st.integers(0, 16_383))
def test_the_letters_of_a_column_lead_back_to_it(column: int) -> None:
    assert column_number(column_letters(column)) == column
    assert address(0, column) == f"{column_letters(column)}1"


@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_number_is_shown_as_danes_write_it(value: Decimal) -> None:
    rounded = format_number(value, 2).replace("\u2212", "-")
    if not -1 < value < 1:
        assert shown(value, "#,##0.00") == rounded


SHOWN = [
    (2000, "#,##0", "2.000"),
    (2000, "", "2000"),
    (-2093.8, "#,##0.0", "-2.093,8"),
    (0.494, "0%", "49%"),
    (0.495, "0.0 %", "49,5 %"),
    (2_000_000, "#,##0,", "2.000"),
    (1500, '#,##0 "kr."', "1.500 kr."),
    (-1500, "#,##0;[Red]-#,##0", "-1.500"),
    (-1500, "#,##0;(#,##0)", "(1.500)"),
    (7, "000", "007"),
    (0, '#,##0;-#,##0;"-"', "-"),
    (1234.5, '_-* #,##0.00 "kr."_-', "1.234,50 kr."),
    (8, '"SO"0', "SO8"),
]


@pytest.mark.parametrize(("value", "number_format", "expected"), SHOWN)
def test_a_number_format_is_followed(value: float, number_format: str, expected: str) -> None:
    assert shown(Decimal(str(value)), number_format) == expected
