"""Stating revised budgets before their decisions are recorded: what is written, and what is refused in its cell."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from budgets.ledger import Revised
from budgets.models import BudgetLine, Entry
from budgets.stating import revised_as_of
from portfolio.budgeting import round_grid
from tests import factories
from tests.cast import Cast, Town
from tests.portfolio.budgeting.test_grids import form_of

pytestmark = pytest.mark.django_db

REVISED = "/0101/budget/korrigeret/?year=2018&as_of=2018-03-31&unit=tkr"
ROUND = "/0101/budget/opfoelgning/?year=2018&round=BO2&as_of=2018-06-30&up_to=2018-05-31&unit=tkr"


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


@pytest.fixture
def client(town: Town) -> Client:
    client = Client()
    client.force_login(town["finance"])
    return client


@pytest.fixture
def lines(town: Town) -> list[BudgetLine]:
    made = [factories.line(town.municipality, name=name, by=town.administrator) for name in ("Løn", "Kørsel")]
    factories.entry(made[0], 500_000, by=town["finance"], effective_text="12. oktober 2017")
    return made


def page_after(client: Client, **changes: Any) -> str:
    answer = client.post(REVISED, form_of(client, REVISED) | changes, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def revised(line: BudgetLine) -> tuple[int | None, dict[str, int]]:
    found = revised_as_of(line, 2018, date(2018, 12, 31))
    assert isinstance(found, Revised)
    return found.ore, dict(found.steps)


def test_the_difference_to_what_is_computed_becomes_a_change_not_specified(
    client: Client, lines: list[BudgetLine]
) -> None:
    page = page_after(client, **{f"s-{lines[0].pk}": "520", f"s-{lines[1].pk}": "30,5"}, reason="Fra økonomisystemet")
    assert "2 beløb er gemt." in page
    assert "heraf 20 i ændring, ikke specificeret" in page
    assert revised(lines[0]) == (52_000_000, {"original": 50_000_000, "unspecified_change": 2_000_000})
    assert revised(lines[1]) == (3_050_000, {"unspecified_change": 3_050_000})
    made = Entry.objects.get(line=lines[0], kind="unspecified_change")
    assert "Fra økonomisystemet" in made.note


def test_decisions_recorded_later_take_its_place_on_the_page(
    client: Client, town: Town, lines: list[BudgetLine]
) -> None:
    page_after(client, **{f"s-{lines[0].pk}": "520"}, reason="Oplyst")
    terms: dict[str, Any] = {"kind": "supplementary", "coverage": "cash_balance", "effective_text": "1. februar 2018"}
    factories.entry(lines[0], 15_000, by=town["finance"], **terms)
    assert revised(lines[0])[0] == 52_000_000
    page = client.get(REVISED).content.decode()
    assert "heraf 5 i ændring, ikke specificeret" in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [("ca. 500", "Skriv ét beløb"), ("-", "oplyses som et beløb"), ("520", "hvor tallet kommer fra")],
)
def test_what_cannot_be_stated_says_so_in_its_cell_and_nothing_is_written(
    client: Client, lines: list[BudgetLine], typed: str, said: str
) -> None:
    cells = {f"s-{lines[0].pk}": typed, f"s-{lines[1].pk}": "10"}
    page = page_after(client, **cells)
    assert said in page
    assert re.search(rf'id="s-{lines[1].pk}"[^>]*value="10"', page)
    assert not Entry.objects.filter(kind="unspecified_change").exists()


@pytest.mark.parametrize("address", [REVISED, ROUND])
def test_beside_the_cells_no_amounts_of_different_price_levels_are_added(
    client: Client, town: Town, lines: list[BudgetLine], address: str
) -> None:
    """Nor is what is not stated called not adopted, or left out unsaid."""
    unknown: dict[str, Any] = {"value_state": "not_stated", "amount_ore": None, "raw": ""}
    factories.entry(lines[1], by=town["finance"], **unknown)
    lacks = "(beløb, der ikke er angivet og derfor ikke er med i summen: 1)"
    assert beside(client, address) == {"Løn": "500", "Kørsel": "ikke angivet", "": f"500 {lacks}"}
    terms: dict[str, Any] = {"kind": "supplementary", "coverage": "cash_balance", "effective_text": "1. februar 2018"}
    for level, row in (("2017-pl", lines[1]), ("2018-pl", lines[0])):
        factories.entry(row, 15_000, by=town["finance"], price_level=level, **terms)
    assert beside(client, address) == {"Løn": "515", "Kørsel": f"15 {lacks}", "": "ikke lagt sammen"}
    factories.entry(lines[0], 15_000, by=town["finance"], price_level="2017-pl", **terms)
    assert beside(client, address)["Løn"] == "ikke lagt sammen"


def beside(client: Client, address: str) -> dict[str, str]:
    grid = client.get(address).context["grid"]
    return {row.line.name: row.beside for row in grid.rows} | {"": grid.beside_total}


def test_who_saw_another_computed_budget_is_told(client: Client, town: Town, lines: list[BudgetLine]) -> None:
    old = form_of(client, REVISED)
    factories.entry(lines[0], 1_000, by=town["finance"], kind="carry_over", effective_text="1. februar 2018")
    answer = client.post(REVISED, old | {f"s-{lines[0].pk}": "520", "reason": "Oplyst"})
    assert "En anden har ændret dette i mellemtiden" in answer.content.decode()
    assert not Entry.objects.filter(kind="unspecified_change").exists()


def test_the_day_lies_in_the_year(client: Client, lines: list[BudgetLine]) -> None:
    page = client.get(REVISED.replace("year=2018", "year=2017")).content.decode()
    assert "ligger i budgetåret" in page
    assert f"s-{lines[0].pk}" not in page


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2018, 6, 15), ("2018", "2018-06-15", "2018-05-31", "BO2 2018")),
        (date(2019, 1, 20), ("2018", "2019-01-20", "2018-12-31", "BO2 2018")),
        (date(2026, 11, 22), ("2018", "2018-12-31", "2018-12-31", "BO2 2018")),
    ],
)
def test_a_new_follow_up_is_of_a_day_that_its_year_has(
    town: Town, lines: list[BudgetLine], today: date, expected: tuple[str, ...]
) -> None:
    factories.statement(lines[0], 1, by=town["finance"], as_of=date(2018, 4, 30), follow_up_round="BO1 2018")
    usual = round_grid.usual_choices(town.municipality, today)
    assert (str(usual["year"]), usual["as_of"], usual["up_to"], usual["round"]) == expected


def test_the_grid_begins_in_the_year_that_the_budgets_own_page_shows(
    client: Client, town: Town, lines: list[BudgetLine]
) -> None:
    """With something read of last year and something expected of the next one."""
    for year, day in ((2018, date(2018, 9, 30)), (2020, date(2019, 4, 30))):
        factories.statement(lines[0], 1, by=town["finance"], year=year, as_of=day)
    assert round_grid.usual_choices(town.municipality, date(2019, 6, 15))["year"] == 2018
    assert client.get("/0101/budget/?as_of=2019-06-15").context["page"].follow_up.year == 2018


def test_before_anything_is_posted_it_begins_in_the_year_in_which_somebody_has_begun(
    town: Town, lines: list[BudgetLine]
) -> None:
    factories.statement(lines[0], 1, as_of=date(2018, 4, 30), follow_up_round="BO1 2018")
    usual = round_grid.usual_choices(town.municipality, date(2019, 2, 1))
    assert (usual["year"], usual["round"]) == (2018, "BO2 2018")
