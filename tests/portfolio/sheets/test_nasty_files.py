"""Every nasty file is understood to the letter, or says in which cell it is not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest

from portfolio.sheets.reading import Sheet, read_workbook
from portfolio.sheets.understanding import (
    ColumnCorrection,
    Layout,
    Meaning,
    Missing,
    Reading,
    Record,
    Share,
    SmallCount,
    Table,
    read_table,
    understand,
)
from portfolio.sheets.understanding.layout import FIGURES, MONEY, Column
from portfolio.sheets.understanding.quick import QuickReader
from portfolio.sheets.understanding.tables import ParsedAmount, ParsedFigure, Period
from tests.files.cases import CASES, Case

_PRINTED = (MONEY | FIGURES | {Meaning.YEAR, Meaning.PERIOD, Meaning.START, Meaning.END}) - {Meaning.ROW_TOTAL}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_nasty_file_says_what_it_says(case: Case) -> None:
    table = _table(case)
    assert table.layout.kind == case.kind, table.layout.why
    assert tuple(said(table, record) for record in table.records) == case.records
    assert tuple(_total(total.label, table, n) for n, total in enumerate(table.totals)) == case.totals
    assert sorted(f"{problem.severity} {problem.address}" for problem in table.problems) == sorted(case.problems)
    assert tuple(question.key for question in table.questions) == case.questions
    assert table.layout.unit.unit == case.unit


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_guess_has_a_reason_and_every_problem_a_remedy(case: Case) -> None:
    table = _table(case)
    layout = table.layout
    assert layout.why
    assert layout.unit.why
    assert all(column.why for column in layout.columns)
    assert all(problem.reason and problem.advice and problem.sheet == layout.sheet for problem in table.problems)
    assert all(problem.raw for problem in table.errors if problem.address and "C2" in problem.address)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_was_guessed_and_is_confirmed_by_hand_says_the_same(case: Case) -> None:
    """The correction goes in where the guess was: nothing else may change."""
    sheet = _sheet(case)
    layout = understand(sheet, case.correction)
    by_hand = replace(
        case.correction,
        kind=layout.kind,
        header_rows=layout.header_rows,
        unit=layout.unit.unit,
        columns={c.index: ColumnCorrection(c.meaning, c.year, c.unit.unit) for c in layout.columns},
        rows={row.index: row.role for row in layout.rows},
    )
    first, second = read_table(sheet, layout), read_table(sheet, understand(sheet, by_hand))
    assert [said(first, record) for record in first.records] == [said(second, record) for record in second.records]
    assert first.layout.shape == second.layout.shape


def _sheet(case: Case) -> Sheet:
    return read_workbook(BytesIO(case.make()), case.name).sheets[case.sheet]


def _table(case: Case) -> Table:
    sheet = _sheet(case)
    return read_table(sheet, understand(sheet, case.correction))


def said(table: Table, record: Record) -> str:
    """The record in one line: row, code, name, theme, and what its figures are."""
    layout: Layout = table.layout
    place = f"{record.number}.{record.part}" if record.part else str(record.number)
    code = record.value(layout.first(Meaning.CODE)) or ""
    theme = f"[{record.theme}]" if record.theme else ""
    head = " ".join(filter(None, [place, str(code), record.name.replace("\n", "/"), theme]))
    figures = [
        f"{_key(column)}={_value(record.readings[column.index])}"
        for column in layout.used
        if column.meaning in _PRINTED and column.index in record.readings
    ]
    return f"{head} | {' '.join(figures)}".rstrip()


def _key(column: Column) -> str:
    if column.meaning is Meaning.AMOUNT and column.year:
        return str(column.year)
    return f"{column.meaning.value}:{column.year}" if column.year else str(column.meaning.value)


def _value(reading: Reading) -> str:
    value = reading.value
    mark = "!" if reading.is_calculated else ""
    if isinstance(value, ParsedAmount):
        return ("-" if value.ore is None else _kroner(value.ore)) + mark
    if isinstance(value, Share):
        return f"{value.percent.normalize():f}%"
    if isinstance(value, SmallCount | Missing):
        return f"<{value.below}" if isinstance(value, SmallCount) else value.sign
    if isinstance(value, ParsedFigure):
        return ("~" if value.qualifier == "about" else "") + f"{value.value}"
    if isinstance(value, Period):
        return f"{value.start}..{value.end}"
    return str(value)


def _kroner(ore: int) -> str:
    return str(ore // 100) if ore % 100 == 0 else f"{Decimal(ore) / 100:.2f}"


def _total(label: str, table: Table, number: int) -> str:
    total = table.totals[number]
    if total.stated.ore is None:
        return f"{total.address} {label} -"
    sign = "=" if total.matches else "≠"
    return f"{total.address} {label} {_kroner(total.stated.ore)}{sign}{_kroner(total.computed_ore)}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_ordinary_cells_read_the_same_the_quick_way_and_the_long(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _table(case)
    monkeypatch.setattr(QuickReader, "row", lambda self, row: ({}, self.columns))
    assert _table(case) == quick
