"""What is fetched and sent back unchanged previews that there is nothing to change: every list, in every form."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from budgets.models import LineInitiative
from initiatives.models import Activity
from organisation import writing
from portfolio.sheets.for_programs import lists_for_programs
from portfolio.sheets.opening import workbook_of
from portfolio.sheets.planning.plan import Effect
from portfolio.sheets.reading import read_workbook
from portfolio.sheets.writing.lists import LISTS
from tests import factories
from tests.cast import Cast, Town
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, begun_file, changes, preview
from tests.portfolio.sheets.test_import_pages import chosen, layout_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("files")]
# What another place of the product says of a row, and its sheet therefore does not: a change there is told to be lost.
NOT_READ = {name: {"Bemærkning"} for name in ("entries", "postings", "measurements")}
FORMS = {"xlsx": "ark.xlsx", "csv": "ark.csv", "data": "ark.csv"}


@pytest.fixture
def town(cast: Cast) -> Town:
    """Rows of every list, with what is hard to say in a cell: signs, øre, percent, what is not stated, periods."""
    town = cast.koebenhavn
    home, ada = town.municipality, town.administrator
    plan = factories.strategy(home, "Ensomhedsstrategi", by=ada)
    venner = factories.initiative(
        home, "=Aktiv ven; den ene", by=ada, reference="venner", code="0,8", strategy=plan, period_text="medio 2017",
        state="ongoing", summary="Et par linjer.\nOg en til.", aliases="Vennerne\nVen",
    )  # fmt: skip
    factories.initiative(
        home, "Åben café", by=ada, reference="a-cafe", code="1.200", parent=venner, kind="sub_initiative"
    )
    factories.owner(venner, town.department)
    for title, period in (("Åbning", "1. maj 2018"), ("-10 % flere", "2018-2019")):
        row = Activity(
            municipality=home, initiative=venner, title=title, kind="milestone", state="planned", period_text=period
        )
        writing.save(row, by=ada)
    factories.text(venner, factories.heading(home), "Vi mødes.\n\n- hver tirsdag\n- og torsdag")
    factories.text(venner, factories.heading(home, 2, "Formål"), "Færre ensomme.")
    factories.status_update(venner, ada, approved_by=town["manager"], as_of=date(2018, 3, 1))
    young = factories.target_group(home, "Unge", reference="unge")
    factories.target_group(home, "Helt unge", reference="helt-unge", parent=young, aliases="U18", note="'Under 18")
    factories.body(home, "Centret", "centre", parent=town.department, valid_from=date(2014, 1, 1))
    _money(town, venner)
    _figures(town)
    return town


def _money(town: Town, served: Any) -> None:
    home, ada = town.municipality, town.administrator
    line = factories.line(
        home, served, by=ada, reference="loen", code="01", account_string="5.38.50", dranst="operations"
    )
    income = factories.line(home, by=ada, reference="tilskud", name="+Tilskud", direction="income")
    factories.entry(line, 1_234_567, by=ada, year=2018, price_level="2018-PL")
    factories.entry(line, 12, by=ada, year=2019, amount_ore=1_250, decision_state="proposed", note="Med øre")
    factories.entry(line, by=ada, period_text="2021-2023", amount_ore=110_000_000)
    factories.entry(line, by=ada, year=2020, value_state="zero", amount_ore=0)
    factories.entry(line, by=ada, year=2021, value_state="within_frame", amount_ore=0)
    factories.entry(income, -5_000, by=ada, year=2018)
    factories.entry(income, by=ada, year=2019, value_state="not_stated", amount_ore=None)
    factories.entry(income, by=ada, year=2020, value_state="financed_elsewhere", amount_ore=0)
    for kind, kroner in (("actual", 900), ("forecast", 1_300_000)):
        up_to = date(2018, 8, 31) if kind == "actual" else None
        factories.statement(
            line, kroner, by=ada, kind=kind, year=2018, as_of=date(2018, 9, 30), up_to=up_to, follow_up_round="BO3"
        )
    factories.statement(line, 1_250_000, by=ada, kind="forecast", year=2018, as_of=date(2018, 4, 30))
    assert LineInitiative.objects.filter(line=line).exists()


def _figures(town: Town) -> None:
    home, ada = town.municipality, town.administrator
    share = factories.indicator(home, "Andel ensomme", by=ada, reference="andel")
    factories.measurement(share, 45, by=ada, effective_text="2017", n=1000, is_baseline=True, raw="45 %")
    factories.measurement(share, 1, by=ada, effective_text="ultimo 2018", raw="1 %", note="Næsten ingen")
    factories.target(share, 40, by=ada, raw="40 %")
    count = factories.indicator(home, "Antal besøg", by=ada, reference="besoeg", unit="count", about_citizens=False)
    factories.measurement(count, 12_345, by=ada, effective_text="1. kvartal 2018", raw="12.345")
    factories.measurement(count, 3, by=ada, subgroup="Børn", effective_text="2018", raw="3")


def fetched(client: Client, slug: str, form: str) -> bytes:
    answer: Any = client.get(f"/0101/regneark/{slug}", {"format": form})
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


@pytest.mark.sample(3)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_is_to_change(town: Town, client: Client, form: str, language: str) -> None:
    ada = town.administrator
    client.force_login(ada)
    client.cookies["django_language"] = language
    for one in LISTS.values():
        content = fetched(client, one.slug, form)
        table = begun_file(content, FORMS[form], town.municipality, ada, position=1 if form == "xlsx" else 0)
        plan = preview(table, ada)
        told = {effect.value: plan.count(effect) for effect in Effect}
        assert plan.rows, one.key
        assert (told["create"], told["change"]) == (0, 0), (one.key, [row for row in plan.rows if row.cells][:3])
        assert plan.errors == [], (one.key, plan.errors[:3])
        assert plan.questions == [], (one.key, plan.questions[:2])
        assert not plan.may_be_confirmed, one.key
        unused = {
            problem.raw.replace("Note", "Bemærkning") for problem in plan.warnings if "ikke brugt" in problem.reason
        }
        assert unused == NOT_READ.get(one.key, set()), one.key


def test_a_follow_up_goes_back_through_its_page_and_is_asked_nothing_that_its_rows_state(
    town: Town, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portfolio.sheets.uploading.read_apart", read_workbook)
    client.force_login(town.administrator)
    page = chosen(client, fetched(client, "opfoelgning", "csv"), "opfølgning.csv")
    terms = page.context["terms"]
    assert {name: terms.fields[name].required for name in ("year", "round", "as_of", "up_to")} == dict.fromkeys(
        ("year", "round", "as_of", "up_to"), False
    )
    answer: Any = client.post(page.redirect_chain[-1][0], layout_of(page), follow=True)
    assert answer.status_code == 200
    assert answer.context["plan"].errors == []
    assert {effect.value: number for effect, number, _words in answer.context["counts"]} == {
        "create": 0, "change": 0, "leave": len(answer.context["plan"].rows),
    }  # fmt: skip


def test_a_revised_budget_of_a_row_that_states_no_day_is_told_and_is_of_no_other(town: Town) -> None:
    """Its neighbour's day is not its own, and the last of the year is a guess."""
    head = ["Budgetlinje", "År", "Opgjort pr.", "Korrigeret budget i kr.", "Forbrug i kr."]
    rows: Rows = [head, ["Ny", 2018, "30-09-2018", 12, 5], ["Anden", 2018, None, 12, None]]
    plan = preview(begun(rows, town.municipality, town.administrator), town.administrator)
    assert [(one.address, "hvilken dag" in one.reason) for one in plan.errors] == [("D3", True)]


def test_what_another_program_has_changed_is_read_as_it_writes_it(town: Town, client: Client) -> None:
    client.force_login(town.administrator)
    text = fetched(client, "budget", "data").decode()
    for before, after in (
        ("1234567.00,value", "1234567.50,value"),
        (",12.50,", ",2.000,"),
        (",0.00,zero", ",7.0,value"),
    ):
        assert before in text
        text = text.replace(before, after, 1)
    text = text.replace(",financed_elsewhere", ",within_frame", 1)
    table = begun_file(text.encode(), "ark.csv", town.municipality, town.administrator)
    plan = preview(table, town.administrator)
    assert (plan.errors, plan.questions) == ([], [])
    assert [(old, new) for _cell, old, new in changes(plan)] == [
        ("0 kr.", "7 kr."), ("1.234.567 kr.", "1.234.567,50 kr."), ("12,50 kr.", "2 kr."),
        ("finansieres andetsteds", "inden for eksisterende ramme"),
    ]  # fmt: skip


def test_days_percentages_and_words_are_read_from_there_too(town: Town, client: Client) -> None:
    client.force_login(town.administrator)
    text = fetched(client, "organisation", "data").decode().replace("2014-01-01", "2015-02-03")
    plan = preview(begun_file(text.encode(), "a.csv", town.municipality, town.administrator), town.administrator)
    assert [new for _cell, _old, new in changes(plan)] == ["3. februar 2015"]
    text = fetched(client, "maalinger", "data").decode().replace(",45,value", ",45.5,value")
    plan = preview(begun_file(text.encode(), "b.csv", town.municipality, town.administrator), town.administrator)
    assert [(old, new) for _cell, old, new in changes(plan)] == [("45 %", "45,5 %")]


def test_every_column_for_programs_has_the_heading_that_people_have(town: Town) -> None:
    for one in LISTS.values():
        headings = lists_for_programs()[one.key]
        for column in one.make(town.administrator, town.municipality).columns:
            if not column.key.startswith("y20") and not column.is_for_machines:
                assert headings[column.key] == column.heading, (one.key, column.key)


def test_the_file_says_that_it_is_for_programs_and_a_sheet_of_somebodys_own_is_none(town: Town, client: Client) -> None:
    client.force_login(town.administrator)
    table = begun_file(fetched(client, "budget", "data"), "a.csv", town.municipality, town.administrator)
    assert [str(notice.remark) for notice in workbook_of(table.upload).notices] == ["for_programs"]
    own = b"municipality,name,amount\n0101,L\xc3\xb8n,12.500\n"
    mine = begun_file(own, "b.csv", town.municipality, town.administrator)
    assert workbook_of(mine.upload).sheets[0].values[1][2] == "12.500"
