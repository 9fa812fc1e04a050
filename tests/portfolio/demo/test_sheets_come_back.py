"""What is fetched and sent back unchanged changes nothing: each list of the five portfolios, in both forms."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest

from organisation.models import Municipality, User
from portfolio.demo.loading import Report
from portfolio.sheets.planning.plan import Effect, Plan
from portfolio.sheets.planning.planning import plan_import
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.reading import Sheet, read_workbook
from portfolio.sheets.understanding import Problem, Table, TableKind, read_table, understand
from portfolio.sheets.writing import books
from portfolio.sheets.writing.files import Format, write
from tests import factories

MADE = datetime(2018, 6, 1, tzinfo=UTC)
KINDS = {
    "initiatives": TableKind.INITIATIVES,
    "activities": TableKind.ACTIVITIES,
    "target_groups": TableKind.TARGET_GROUPS,
    "bodies": TableKind.BODIES,
    "budget_lines": TableKind.BUDGET_WIDE,
    "entries": TableKind.BUDGET_LONG,
    "follow_up": TableKind.FOLLOW_UP,
    "indicators": TableKind.MEASUREMENTS,
    "measurements": TableKind.MEASUREMENTS,
    "targets": TableKind.MEASUREMENTS,
}


# Columns of a list that its sheet does not change anything by, and says so.
NOT_READ = {"Bemærkning", "Status"}


@pytest.fixture
def ada(loaded: Report) -> User:
    """She administers all five."""
    ada = factories.user("ada@demo.invalid")
    for municipality in Municipality.objects.real() | Municipality.objects.filter(is_demo=True):
        factories.member(ada, municipality, "administrator")
    return User.objects.get(pk=ada.pk)


def sheet_of(user: User, municipality: Municipality, key: str, form: Format) -> Sheet:
    book = books.of_list(books.Reader(user, municipality), key)
    with write(book, form, MADE).file as file:
        return read_workbook(BytesIO(file.read()), f"a.{form.ending}").sheets[-1]


def table_of(sheet: Sheet) -> Table:
    return read_table(sheet, understand(sheet))


def is_not_read(problem: Problem) -> bool:
    return problem.severity == "warning" and problem.raw in NOT_READ and "bliver ikke brugt" in problem.reason


def changed(plan: Plan) -> list[object]:
    told = [problem for problem in plan.problems if "ingen rækker" not in problem.reason and not is_not_read(problem)]
    return [*told, *plan.questions, *(row for row in plan.rows if row.effect is not Effect.LEAVE)]


@pytest.mark.parametrize("form", [Format.XLSX, Format.CSV])
@pytest.mark.parametrize("key", KINDS)
def test_a_list_that_is_sent_back_changes_nothing(ada: User, key: str, form: Format) -> None:
    rows = 0
    for municipality in Municipality.objects.filter(is_demo=True):
        sheet = sheet_of(ada, municipality, key, form)
        table = table_of(sheet)
        assert table.layout.kind == KINDS[key]
        plan = plan_import(table, municipality, ada, Terms())
        assert changed(plan) == []
        assert not any(plan.writes.values())
        rows += len(plan.rows)
    assert rows >= 5


@pytest.mark.parametrize("form", [Format.XLSX, Format.CSV])
@pytest.mark.parametrize("key", ["statuses", "postings"])
def test_a_list_to_read_that_is_sent_back_changes_nothing(ada: User, key: str, form: Format) -> None:
    """Status is given on its own page, and the ledger holds corrections: neither is written by a sheet."""
    for municipality in Municipality.objects.filter(is_demo=True):
        plan = plan_import(table_of(sheet_of(ada, municipality, key, form)), municipality, ada, Terms())
        assert not any(plan.writes.values())
        assert [row for row in plan.rows if row.effect is not Effect.LEAVE] == []


def test_a_figure_that_was_changed_on_the_way_is_the_only_change(ada: User) -> None:
    municipality = Municipality.objects.get(code="0101")
    sheet = sheet_of(ada, municipality, "entries", Format.XLSX)
    amounts = [
        (row, column)
        for row, cells in enumerate(sheet.values)
        for column, cell in enumerate(cells)
        if cell == 2_000_000
    ]
    row, column = amounts[0]
    values = [list(cells) for cells in sheet.values]
    values[row][column] = 2_100_000
    plan = plan_import(table_of(Sheet(sheet.name, values, sheet.facts)), municipality, ada, Terms(reason="Rettet."))
    assert [one.number for one in plan.rows if one.effect is not Effect.LEAVE] == [row + 1]
    assert [(cell.old, cell.new) for one in plan.rows for cell in one.cells] == [
        ("2.000.000\u00a0kr.", "2.100.000\u00a0kr.")
    ]


def test_hidden_and_missing_figures_come_back_as_what_they_are(ada: User) -> None:
    """In the sheet stand words, and they change nothing."""
    said = {
        cell
        for municipality in Municipality.objects.filter(is_demo=True)
        for key in ("measurements", "entries", "follow_up", "budget_lines")
        for row in sheet_of(ada, municipality, key, Format.XLSX).values
        for cell in row
    }
    assert {"skjult (få personer)", "finansieres andetsteds", "ikke angivet"} <= said
