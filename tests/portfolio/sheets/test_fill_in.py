"""A workbook to fill in guides its user, is understood without a question, and brings what she typed."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from lxml import etree

from budgets.models import BudgetLine
from indicators.models import Measurement, Target
from organisation.models import User
from portfolio.sheets.planning.plan import Effect, Plan
from portfolio.sheets.planning.planning import plan_import
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.reading import Sheet, Visibility, read_workbook
from portfolio.sheets.understanding import TableKind, read_table, understand
from tests import factories
from tests.cast import Cast, Town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(cast: Cast) -> Town:
    town = cast.koebenhavn
    home, ada = town.municipality, town.administrator
    for number in (1, 2):
        line = factories.line(home, by=ada, reference=f"l{number}", code=f"L{number}", name=f"Linje {number}")
    factories.entry(line, 700, by=ada, year=2027, price_level="2027-pl")
    factories.indicator(home, "Andel ensomme", by=ada, reference="ensomme")
    return town


def fetched(town: Town, role: str, slug: str, year: int = 2027) -> bytes:
    client = Client()
    client.force_login(town[role])
    answer = client.get(f"/0101/regneark/skabeloner/{slug}", {"year": str(year)})
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def planned(town: Town, sheet: Sheet, typed: dict[tuple[int, str], Any]) -> tuple[TableKind, Plan]:
    """As when the user types into the cells (row of the sheet, heading) and sends the file back."""
    heading = [str(cell) for cell in sheet.values[0]]
    values = [[*row, *[None] * (len(heading) - len(row))] for row in sheet.values]
    for (row, name), value in typed.items():
        while len(values) < row:
            values.append([None] * len(heading))
        values[row - 1][heading.index(name)] = value
    table = read_table(changed := Sheet(sheet.name, values, sheet.facts), understand(changed))
    assert table.questions == ()
    assert table.problems == ()
    user = User.objects.get(pk=town.administrator.pk)
    return table.layout.kind, plan_import(table, town.municipality, user, Terms(reason="Indsendt."))


def cells(plan: Plan) -> list[tuple[str, str, str]]:
    told = [(cell.address, cell.old, cell.new) for row in plan.rows for cell in row.cells]
    return [(address, old.replace("\u00a0", " "), new.replace("\u00a0", " ")) for address, old, new in told]


def test_a_budget_is_filled_in_for_four_years(town: Town) -> None:
    guide, sheet, choices = read_workbook(BytesIO(fetched(town, "finance", "budget")), "a.xlsx").sheets
    assert (guide.name, sheet.name, choices.name) == ("Vejledning", "Budget", "Valglister")
    assert choices.visibility is Visibility.HIDDEN
    assert "2 rækker er klar på fanen “Budget”." in [row[1].raw for row in guide.rows()]
    assert [cell.raw for cell in sheet.cells(0)][-4:] == ["2027 i kr.", "2028 i kr.", "2029 i kr.", "2030 i kr."]
    assert planned(town, sheet, {})[1].count(Effect.LEAVE) == 2
    kind, plan = planned(town, sheet, {(2, "2028 i kr."): 500, (3, "2027 i kr."): 900})
    assert kind is TableKind.BUDGET_WIDE
    assert plan.errors == []
    assert cells(plan) == [("K2", "", "500 kr."), ("J3", "700 kr.", "900 kr.")]


@pytest.mark.parametrize(
    ("typed", "code"), [("anlæg", "construction"), (3, "construction"), ("2 statsrefusion", "state_refund")]
)
def test_whether_a_line_is_operation_or_construction_is_chosen_or_numbered(town: Town, typed: Any, code: str) -> None:
    sheet = read_workbook(BytesIO(fetched(town, "finance", "budget")), "a.xlsx").sheets[1]
    _kind, plan = planned(town, sheet, {(2, "Drift eller anlæg"): typed})
    assert plan.errors == []
    assert [(row.reference, row.dranst) for row in plan.writes[BudgetLine]] == [("l1", code)]  # type: ignore[attr-defined]


def test_a_new_line_stands_in_an_empty_row(town: Town) -> None:
    sheet = read_workbook(BytesIO(fetched(town, "finance", "budget")), "a.xlsx").sheets[1]
    row = {
        (5, "Budgetlinje"): "Ny kørsel",
        (5, "Type"): "oprindeligt budget",
        (5, "Beslutning"): "foreslået",
        (5, "2029 i kr."): 25,
    }
    _kind, plan = planned(town, sheet, row)
    assert plan.errors == []
    assert [(one.name, one.effect) for one in plan.rows if one.effect is not Effect.LEAVE] == [
        ("Ny kørsel", Effect.CREATE)
    ]


def test_a_follow_up_is_filled_in_with_its_day_and_round(town: Town) -> None:
    sheet = read_workbook(BytesIO(fetched(town, "administrator", "opfoelgning")), "a.xlsx").sheets[1]
    row = {
        (2, "Opgjort pr."): "30-06-2027",
        (2, "Runde"): "BO2",
        (2, "Forbrug i kr."): 300,
        (2, "Forventet regnskab i kr."): 800,
    }
    kind, plan = planned(town, sheet, row)
    assert kind is TableKind.FOLLOW_UP
    assert plan.errors == []
    made = [row for rows in plan.writes.values() for row in rows]
    assert {(row.as_of.isoformat(), row.follow_up_round, row.amount_ore) for row in made} == {  # type: ignore[attr-defined]
        ("2027-06-30", "BO2", 30_000), ("2027-06-30", "BO2", 80_000),
    }  # fmt: skip


def test_indicators_are_given_values_and_targets(town: Town) -> None:
    sheet = read_workbook(BytesIO(fetched(town, "caseworker", "indikatorer")), "a.xlsx").sheets[1]
    row = {(2, "Værdi"): "41 %", (2, "Måledato"): "2018", (2, "Måltal"): "38 %", (2, "Måldato"): "2020"}
    kind, plan = planned(town, sheet, row)
    assert kind is TableKind.MEASUREMENTS
    assert plan.errors == []
    assert [str(row.value.normalize()) for row in plan.writes[Measurement]] == ["41"]  # type: ignore[attr-defined]
    assert [str(row.value.normalize()) for row in plan.writes[Target]] == ["38"]  # type: ignore[attr-defined]


def test_headings_are_locked_cells_are_not_and_lists_are_offered(town: Town) -> None:
    with ZipFile(BytesIO(fetched(town, "finance", "budget"))) as archive:
        sheet, styles = (etree.fromstring(archive.read(name)) for name in ("xl/worksheets/sheet2.xml", "xl/styles.xml"))
    protection = next(sheet.iter("{*}sheetProtection"))
    assert protection.attrib["sheet"] == "1"
    assert not {"password", "hashValue"} & set(protection.attrib)
    looks = list(next(styles.iter("{*}cellXfs")))
    open_ones = {
        row.attrib["r"]: {bool(looks[int(cell.attrib["s"])].findall("{*}protection")) for cell in row}
        for row in sheet.iter("{*}row")
    }
    assert open_ones.pop("1") == {False}
    assert set(map(frozenset, open_ones.values())) == {frozenset({True})}
    assert len(open_ones) == 2 + 40
    lists = {one.attrib["sqref"]: one.findtext("{*}formula1") for one in sheet.iter("{*}dataValidation")}
    assert lists == {
        "B2:B43": "'Valglister'!$A$1:$A$2", "E2:E43": "'Valglister'!$B$1:$B$2", "F2:F43": "'Valglister'!$C$1:$C$4",
        "G2:G43": "'Valglister'!$D$1:$D$3", "H2:H43": "'Valglister'!$E$1:$E$5",
    }  # fmt: skip
    order = [child.tag.rpartition("}")[2] for child in sheet]
    assert order[4:] == [
        "sheetData", "sheetProtection", "dataValidations", "pageMargins", "pageSetup", "headerFooter", "tableParts",
    ]  # fmt: skip


def test_only_those_who_may_send_it_back_may_fetch_it(town: Town) -> None:
    client = Client()
    for role, status in (("finance", 200), ("caseworker", 403), ("reader", 403)):
        client.force_login(town[role])
        assert client.get("/0101/regneark/skabeloner/budget").status_code == status
        page = client.get("/0101/regneark/").content.decode()
        assert ("skabeloner/budget" in page) == (status == 200)
