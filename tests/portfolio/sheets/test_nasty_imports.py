"""Every nasty file goes on from its reading to a preview, and what is read of it is what would be written."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest

from portfolio.sheets.planning.planning import plan_import
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.reading import read_workbook
from portfolio.sheets.storing import packed, unpacked
from portfolio.sheets.understanding import TableKind, read_table, understand
from tests.cast import Cast
from tests.files.cases import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_kept_of_a_file_is_all_of_it(case: Case) -> None:
    workbook = read_workbook(BytesIO(case.make()), case.name)
    listed = tuple(replace(sheet, values=[list(row) for row in sheet.values]) for sheet in workbook.sheets)
    assert unpacked(packed(workbook)) == replace(workbook, sheets=listed)


def test_every_nasty_file_has_a_preview_with_a_row_for_each_record(cast: Cast) -> None:
    """One test for all, so that the people are made once."""
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    terms = Terms(decision="proposed", year=2018)
    for case in CASES:
        sheet = read_workbook(BytesIO(case.make()), case.name).sheets[case.sheet]
        table = read_table(sheet, understand(sheet, case.correction))
        plan = plan_import(table, town, ada, terms)
        assert len(plan.rows) == (0 if case.kind is TableKind.UNKNOWN else len(table.records)), case.name
        assert len({id(fact.row) for fact in plan.facts}) <= sum(map(len, plan.writes.values())), case.name
        assert all(problem.reason and problem.advice for problem in plan.problems), case.name
        if not plan.errors and not plan.questions and table.records:
            assert plan.may_be_confirmed, case.name
