"""The map of the strategies, and the pages of an objective, a target group and a method."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from bench.portfolios import AS_OF, Portfolio
from budgets.models import BudgetLine
from indicators.models import IndicatorInitiative
from initiatives.models import Initiative, InitiativeTargetGroup, Method, MethodUse
from organisation import writing
from organisation.models import User
from portfolio.overview.doors import initiatives_of
from portfolio.overview.strategy_maps import strategy_maps
from portfolio.overview.summed import money_of
from tests import factories
from tests.cast import Cast, Town
from tests.world import signed_in

pytestmark = pytest.mark.django_db


def test_a_node_of_the_map_takes_the_distinct_lines_of_its_subtree(cast: Cast) -> None:
    town = cast.koebenhavn
    ada, home = town.administrator, town.municipality
    strategy = factories.strategy(home, "Politik", by=ada)
    top = factories.objective(strategy, "Alle har en bolig", reference="top")
    below = factories.objective(strategy, "Flere boliger", parent=top)
    one, other = (factories.initiative(home, title, by=ada) for title in ("Boliger", "Støtte"))
    factories.under(one, below)
    factories.under(other, top)
    shared = factories.line(home, one, other, by=ada)
    factories.entry(shared, 1000, by=ada)
    factories.entry(factories.line(home, other, by=ada), 500, by=ada)
    page = signed_in(town["reader"]).get("/0101/strategikort/")
    [shown] = page.context["maps"]
    money = {row.title.title: row.money_text for row in shown.rows}
    assert [(row.depth, row.title.title) for row in shown.rows] == [
        (0, "Alle har en bolig"), (1, "Flere boliger"), (2, "Boliger"), (1, "Støtte"),
    ]  # fmt: skip
    assert money == {
        "Alle har en bolig": "vedtaget: 1.500\u00a0kr.", "Flere boliger": "vedtaget: 1.000\u00a0kr.",
        "Boliger": "vedtaget: 1.000\u00a0kr.", "Støtte": "vedtaget: 1.500\u00a0kr.",
    }  # fmt: skip
    assertContains(page, 'href="/0101/maal/top/"')
    assertContains(page, "<svg")


def test_the_map_leaves_out_what_nobody_steers_by_and_counts_what_it_cannot_name(cast: Cast) -> None:
    town = cast.koebenhavn
    strategy = factories.strategy(town.municipality, by=town.administrator)
    goal = factories.objective(strategy, "Et mål")
    factories.objective(strategy, "En værdi", kind="value")
    for number in range(14):
        one = factories.initiative(town.municipality, f"Indsats {number:02}", by=town.administrator)
        factories.under(one, goal)
    factories.under(factories.initiative(town.municipality, "Kladde"), goal)
    page = signed_in(town["reader"]).get("/0101/strategikort/")
    assertNotContains(page, "En værdi")
    assertNotContains(page, "Kladde")
    assertContains(page, "og 2 indsatser til")


def test_the_map_asks_as_often_for_few_as_for_many_and_sums_as_the_list_does() -> None:
    numbers = []
    for one in ((5, "0101", "København"), (60, "0751", "Aarhus")):
        portfolio = Portfolio(*one)
        user = User.objects.get(pk=portfolio.user.pk)
        strategy_maps(user, portfolio.home, AS_OF)
        with CaptureQueriesContext(connection) as captured:
            maps = strategy_maps(User.objects.get(pk=portfolio.user.pk), portfolio.home, AS_OF)
        numbers.append(len(captured))
        for shown, strategy in zip(maps, portfolio.strategies, strict=True):
            served = initiatives_of(strategy).values("pk")
            lines = BudgetLine.objects.filter(initiative_links__initiative__in=served).values_list("pk", flat=True)
            assert shown.money == money_of(set(lines), AS_OF)
    assert numbers == [16, 16]


def test_what_is_made_up_is_marked_on_the_map_where_it_is_shown(cast: Cast) -> None:
    town = cast.koebenhavn
    ada, home = town.administrator, town.municipality
    strategy = factories.strategy(home, "Politik", by=ada)
    goals = [factories.objective(strategy, f"Mål {number}", position=number) for number in range(4)]
    paid, told, measured, real = (factories.initiative(home, f"Indsats {one}", by=ada) for one in range(4))
    for goal, initiative in zip(goals, (paid, told, measured, real), strict=True):
        factories.under(initiative, goal)
    factories.entry(factories.line(home, paid, by=ada), 1000, by=ada, is_fictional=True)
    factories.status_update(told, ada, approved_by=town["manager"], is_fictional=True)
    row = factories.indicator(home, by=ada)
    factories.measurement(row, 45, by=ada, is_fictional=True)
    writing.save(IndicatorInitiative(municipality=home, indicator=row, initiative=measured), by=None)
    page = signed_in(town["reader"]).get("/0101/strategikort/")
    assertContains(page, "Fiktive demonstrationsdata")
    [shown] = page.context["maps"]
    marked = {row.title.title for row in shown.rows if row.is_fictional}
    assert marked == {"Mål 0", "Mål 1", "Indsats 0", "Indsats 1", "Indsats 2"}


def uses(town: Town, method: Method, title: str, **fields: object) -> Initiative:
    one = factories.initiative(town.municipality, title, by=town.administrator, **fields)
    writing.save(MethodUse(municipality=town.municipality, initiative=one, method=method, state="in_use"), by=None)
    return one


def test_a_method_shows_ones_own_and_of_others_what_they_share_with_money_and_effect(cast: Cast) -> None:
    method = writing.save(Method(reference="hf", name="Housing First"), by=None)
    home, away = cast.koebenhavn, cast.aarhus
    uses(home, method, "Vores egen")
    uses(away, method, "Ikke delt")
    shared = uses(away, method, "Delt af Aarhus", shared_nationally=True)
    draft = factories.initiative(away.municipality, "Delt kladde", shared_nationally=True)
    writing.save(MethodUse(municipality=away.municipality, initiative=draft, method=method, state="in_use"), by=None)
    factories.entry(factories.line(away.municipality, shared, by=away.administrator), 5000, by=away.administrator)
    for name, is_shared in (("Beholder boligen", True), ("Intern måling", False)):
        row = factories.indicator(away.municipality, name, by=away.administrator, shared_nationally=is_shared)
        link = IndicatorInitiative(municipality=away.municipality, indicator=row, initiative=shared)
        writing.save(link, by=None)
        factories.measurement(row, 45, by=away.administrator, effective_text="2017", is_baseline=True)
    page = signed_in(home["reader"]).get("/0101/metoder/hf/")
    for said in ("Vores egen", "Delt af Aarhus", "vedtaget: 5.000\u00a0kr.", "Beholder boligen", "rangordnes ikke"):
        assertContains(page, said)
    for unsaid in ("Ikke delt", "Delt kladde", "Intern måling"):
        assertNotContains(page, unsaid)


def test_the_money_of_a_shared_package_leaves_out_its_parts_that_are_not_shared(cast: Cast) -> None:
    method = writing.save(Method(reference="hf", name="Housing First"), by=None)
    home, away = cast.koebenhavn, cast.aarhus
    ada, package = away.administrator, uses(away, method, "Pakke", shared_nationally=True)
    for title, kroner, is_shared in (("Delt del", 2000, True), ("Ikke delt del", 7000, False)):
        part = factories.initiative(away.municipality, title, by=ada, parent=package, shared_nationally=is_shared)
        factories.entry(factories.line(away.municipality, part, by=ada), kroner, by=ada)
    factories.entry(factories.line(away.municipality, package, part, by=ada), 100, by=ada)
    page = signed_in(home["reader"]).get("/0101/metoder/hf/")
    assertContains(page, "vedtaget: 2.100\u00a0kr.")
    assertNotContains(page, "9.100")


def test_an_objective_and_a_target_group_hold_what_stands_below_them(cast: Cast) -> None:
    town = cast.koebenhavn
    home, ada = town.municipality, town.administrator
    strategy = factories.strategy(home, "Politik", by=ada)
    top = factories.objective(strategy, "Overmål", reference="top")
    factories.under(factories.initiative(home, "Under delmålet", by=ada), factories.objective(strategy, parent=top))
    wide = factories.target_group(home, "Ældre", reference="aeldre")
    narrow = factories.target_group(home, "Ældre på plejecenter", parent=wide)
    one = factories.initiative(home, "Til plejecentre", by=ada)
    writing.save(InitiativeTargetGroup(municipality=home, initiative=one, target_group=narrow), by=None)
    reader = signed_in(town["reader"])
    assertContains(reader.get("/0101/maal/top/"), "Under delmålet")
    assertNotContains(reader.get("/0101/maal/top/"), "Til plejecentre")
    page = reader.get("/0101/maalgrupper/aeldre/", {"as_of": "2018-06-01"})
    assertContains(page, "Til plejecentre")
    assertContains(page, "opgjort pr. 1. juni 2018")
    assertContains(page, f'href="/0101/maalgrupper/{narrow.reference}/?as_of=2018-06-01"')


def test_the_map_says_in_each_column_that_nothing_stands_there(cast: Cast) -> None:
    town = cast.koebenhavn
    factories.objective(factories.strategy(town.municipality, by=town.administrator), "Flere venner")
    page = signed_in(town["reader"]).get("/0101/strategikort/")
    assertContains(page, '<span class="pm-missing">ingen indsatser</span>', count=2)
    assertContains(page, '<span class="pm-missing">ingen indikatorer</span>', count=1)


def test_a_day_that_cannot_be_read_is_said_and_today_is_shown(cast: Cast) -> None:
    page = signed_in(cast.koebenhavn["reader"]).get("/0101/strategikort/", {"as_of": "i går"})
    assertContains(page, "Opgjort pr.: ")
    assert page.context["asking"].as_of_day >= datetime.date(2018, 1, 1)
