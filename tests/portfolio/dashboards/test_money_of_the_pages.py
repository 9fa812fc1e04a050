"""The front page, the list and the budget's own page show the same year, and say how many lines a deviation is over."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains

from budgets.models import BudgetLine
from portfolio.overview.shapes.front import FrontFigure
from tests import factories
from tests.cast import Cast
from tests.portfolio.dashboards.committee import Case
from tests.world import signed_in

pytestmark = pytest.mark.django_db
LATER = {"as_of": "2020-06-01"}
NOTHING_TO_COMPARE = "intet forventet regnskab, der kan holdes op mod budgettet"


def money_of(client: Client, case: Case, **query: str) -> FrontFigure:
    shown = client.get(case.address, query).context["shown"].page
    figure: FrontFigure
    [figure] = [one for one in shown.figures if one.key == "money"]
    return figure


def year_of_budget(client: Client, **query: str) -> Any:
    return client.get("/0101/budget/", query).context["page"].follow_up.year


def the_line() -> BudgetLine:
    return BudgetLine.objects.get()


def test_one_town_has_one_year_of_money_on_every_page(case: Case, member: Client) -> None:
    """2018 and 2030 are adopted too, but 2017 is the last that somebody has read."""
    ada = case.town.administrator
    for year in (2017, 2030):
        factories.entry(the_line(), 1_000, by=ada, year=year)
    factories.statement(the_line(), 1_500, by=ada, year=2017, kind="accounts", is_final=True)
    assert year_of_budget(member, **LATER) == 2017
    assert money_of(member, case, **LATER).detail == "2017, merforbrug 500\u00a0kr."
    assertContains(member.get("/0101/", LATER), "merforbrug 500\u00a0kr. (2017)", count=2)


def test_a_budget_adopted_after_the_day_gives_the_day_no_year(cast: Cast) -> None:
    town = cast.koebenhavn
    strategy = factories.strategy(town.municipality, by=town.administrator, committee=town.committee)
    one = factories.initiative(town.municipality, by=town.administrator, strategy=strategy)
    line = factories.line(town.municipality, one, by=town.administrator)
    factories.entry(line, 1_000, by=town.administrator, year=2017)
    factories.entry(line, 2_000, by=town.administrator, effective_text="1. juni 2018")
    case, reader = Case(town, strategy, one, one), signed_in(town["reader"])
    for day, year in (("2018-03-01", 2017), ("2018-06-01", 2018)):
        assert year_of_budget(reader, as_of=day) == year
        assert money_of(reader, case, as_of=day).detail == f"{year}, {NOTHING_TO_COMPARE}"


def test_a_year_that_is_read_but_has_no_budget_says_that(case: Case, member: Client) -> None:
    factories.statement(the_line(), 1_500, by=case.town.administrator, year=2020, as_of="2020-05-01")
    assert year_of_budget(member, **LATER) == 2020
    shown = money_of(member, case, **LATER)
    assert (shown.value, shown.detail) == ("ikke vedtaget", "")
    assertContains(member.get(case.address, LATER), "For 2020 er intet budget med et beløb vedtaget for indsatserne.")


def test_an_adopted_budget_that_is_not_stated_is_nowhere_said_not_to_be_adopted(case: Case, member: Client) -> None:
    unknown: dict[str, Any] = {"value_state": "not_stated", "amount_ore": None, "raw": ""}
    factories.entry(the_line(), by=case.town.administrator, year=2020, effective_text="1. februar 2020", **unknown)
    assert money_of(member, case, **LATER).value == "ikke angivet"
    bridge = member.get("/0101/budget/", LATER).context["page"].follow_up.bridge
    assert (bridge.start.text, bridge.end.text) == ("ikke vedtaget", "ikke angivet")
    case.report("2020-06-01")
    frozen = money_of(member, case)
    assert (frozen.value, frozen.behind_text) == (
        "ikke angivet", "Budgettet for 2020 er vedtaget, men beløbene er ikke angivet.",
    )  # fmt: skip


def test_a_deviation_over_some_of_the_lines_says_so_live_frozen_and_in_the_list(case: Case, member: Client) -> None:
    ada = case.town.administrator
    factories.statement(the_line(), 300_700, by=ada, as_of="2018-05-01")
    factories.entry(factories.line(case.town.municipality, case.one, by=ada), 20, by=ada)
    day = {"as_of": "2018-06-01"}
    said = "2018, merforbrug 700\u00a0kr., 1 af 2 linjer"
    assert money_of(member, case, **day).detail == said
    assertContains(member.get("/0101/", day), "merforbrug 700\u00a0kr. (2018, 1 af 2 linjer)", count=1)
    assertContains(member.get("/0101/", day), "merforbrug 700\u00a0kr. (2018)", count=1)
    case.report("2018-06-01")
    assert money_of(member, case).detail == said
    sheet = signed_in(ada).get(case.one.get_absolute_url(), day).context["sheet"]
    assert "2018: merforbrug 700\u00a0kr. (1 af 2 linjer)" in [one.text for one in sheet.figures_show.findings]


def test_a_forecast_in_other_prices_than_the_budget_is_not_said_to_be_lacking(case: Case, member: Client) -> None:
    ada = case.town.administrator
    factories.entry(the_line(), 1_000, by=ada, year=2017, price_level="2017-pl")
    factories.statement(the_line(), 1_500, by=ada, year=2017, as_of="2017-09-01", price_level="2018-pl")
    assert money_of(member, case, as_of="2017-10-01").detail == f"2017, {NOTHING_TO_COMPARE}"
    case.report("2017-10-01")
    assert money_of(member, case).detail == f"2017, {NOTHING_TO_COMPARE}"


def test_a_revised_budget_that_lacks_an_amount_says_so_live_and_frozen(case: Case, member: Client) -> None:
    unknown: dict[str, Any] = {"value_state": "not_stated", "amount_ore": None, "raw": ""}
    line = factories.line(case.town.municipality, case.one, by=case.town.administrator)
    factories.entry(line, by=case.town.administrator, **unknown)
    said = "beløb, der ikke er angivet og derfor ikke er med i summen: 1"
    assert money_of(member, case, as_of="2018-06-01").detail.endswith(said)
    case.report("2018-06-01")
    assert money_of(member, case).detail.endswith(said)
