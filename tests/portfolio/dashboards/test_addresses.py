"""What an address asks for and the page cannot show is said, with what is shown instead."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories
from tests.cast import Cast
from tests.world import signed_in

pytestmark = pytest.mark.django_db
TODAY, AS_USUAL = "Dagens tal vises.", "Listen vises, som om det ikke var valgt."


@pytest.mark.sample(6)
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("as_of=i-gaar", TODAY),
        ("as_of=1066-01-01", TODAY),
        ("by=farve", AS_USUAL),
        ("view=kort", f"Vis som: |{AS_USUAL}"),
        ("year=aldrig", "“aldrig” kan ikke bruges til “Kører i året”."),
        ("light=lilla", "“lilla” kan ikke bruges til “Status”."),
        ("page=999", "Listen har ingen side “999”: side 1 af 1 vises."),
        ("page=sidste", "Listen har ingen side “sidste”: side 1 af 1 vises."),
        ("known_on=i-gaar", "Alt, hvad der er kendt i dag, er talt med."),
        ("year=2018&year=2019", "“Kører i året” står flere gange i adressen: den sidste, “2019”, er brugt."),
        ("year=2018&year=", "“Kører i året” står flere gange i adressen: den sidste, “intet”, er brugt."),
        ("as_of=2018-05-01&as_of=2018-06-01", "står flere gange i adressen: den sidste, “2018-06-01”, er brugt."),
        ("page=1&page=1&page=2", "“Side” står flere gange i adressen: den sidste, “2”, er brugt."),
    ],
)
def test_the_portfolio_says_what_of_its_address_it_cannot_use(cast: Cast, query: str, said: str) -> None:
    town = cast.koebenhavn
    factories.initiative(town.municipality, "Boliger", by=town.administrator)
    reader = signed_in(town["reader"])
    for sentence in said.split("|"):
        assertContains(reader.get(f"/0101/?{query}"), sentence)
    assertNotContains(reader.get("/0101/"), "alert-warning")


@pytest.mark.slow
def test_every_page_of_a_thing_says_so_of_its_day_and_of_its_page(cast: Cast) -> None:
    town = cast.koebenhavn
    strategy = factories.strategy(town.municipality, by=town.administrator)
    goal, group = factories.objective(strategy), factories.target_group(town.municipality)
    row = factories.initiative(town.municipality, "Boliger", by=town.administrator, strategy=strategy)
    factories.owner(row, town.department)
    factories.under(row, goal)
    measured = factories.indicator(town.municipality, by=town.administrator)
    reader = signed_in(town["reader"])
    bodies = [f"/0101/udvalg/{one.reference}/" for one in (town.committee, town.department)]
    pages = [one.get_absolute_url() for one in (strategy, goal, group, row, measured)]
    for page in (*pages, *bodies, "/0101/strategikort/"):
        assertContains(reader.get(f"{page}?as_of=2018-13-45"), TODAY)
        assertContains(reader.get(f"{page}?as_of=2018-05-01"), "er opgjort pr. 1. maj 2018")
    grouped = reader.get("/0101/?by=strategy&as_of=2018-05-01")
    assertContains(grouped, f'<a href="{strategy.get_absolute_url()}?as_of=2018-05-01" lang="da">{strategy}</a>')
    for page in (goal.get_absolute_url(), bodies[1]):
        assertContains(reader.get(f"{page}?page=7"), "Listen har ingen side “7”")


def test_every_list_says_which_page_it_shows_instead_of_the_one_asked_for(cast: Cast) -> None:
    town = cast.koebenhavn
    factories.initiative(town.municipality, "Natcafé", by=town.administrator)
    colleague = signed_in(town.administrator)
    lists = ("status", "historik", "personer", "handleplaner", "budget/udtraek", "regneark/import",
             "budget/indtastning", "budget/opfoelgning", "rapporter")  # fmt: skip
    pages = [f"/0101/{one}/?" for one in lists] + ["/0101/soeg/?q=natcafé&kind=indsatser&"]
    for page in pages:
        assertContains(colleague.get(f"{page}page=7"), "Listen har ingen side “7”: side 1 af 1 vises.", 1)
        assertContains(colleague.get(f"{page}page=1&page=2"), "“Side” står flere gange i adressen", 1)
        assertNotContains(colleague.get(f"{page}page=1"), "Listen har ingen side")


def test_the_calendar_says_which_of_two_years_it_shows(cast: Cast) -> None:
    page = signed_in(cast.koebenhavn["reader"]).get("/0101/aarshjul/?year=2018&year=2019")
    assertContains(page, "“År” står flere gange i adressen: den sidste, “2019”, er brugt.")


def test_the_budget_says_what_it_cannot_use_and_that_it_is_left_out(cast: Cast) -> None:
    town = cast.koebenhavn
    line = factories.line(town.municipality, factories.initiative(town.municipality, by=town.administrator))
    reader = signed_in(town.administrator)
    for page in ("/0101/budget/", f"/0101/budget/linjer/{line.reference}/"):
        for query in ("as_of=i-gaar", "as_of=9999-12-31", "known_on=engang", "since=1066-01-01"):
            assertContains(reader.get(f"{page}?{query}"), "Siden vises, som om det ikke var valgt.")
        twice = reader.get(f"{page}?as_of=2018-05-01&as_of=2018-06-01")
        assertContains(twice, "den sidste, “2018-06-01”, er brugt.")
        assertNotContains(twice, "Siden vises, som om det ikke var valgt.")
        known = reader.get(f"{page}?known_on=2018-06-01T12:00:00Z")
        assertContains(known, "Kun det, der var registreret senest 1. juni 2018, 14.00, er talt med.")
        assertContains(known, 'value="1.6.2018"')
        assertContains(reader.get(f"{page}?known_on=2018-06-01"), "senest 1. juni 2018, er talt med.")
