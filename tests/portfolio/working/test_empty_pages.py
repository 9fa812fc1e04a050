"""A municipality that holds nothing yet: every page says what comes next, with a link, to each role."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from organisation.access import Role
from tests import factories
from tests.cast import Cast

STAFF = (Role.ADMINISTRATOR, Role.CASEWORKER, Role.FINANCE, Role.MANAGER)
READERS = (Role.COMMITTEE_MEMBER, Role.READER)
# The page, and where each kind of reader is led.
PAGES = {
    "/0101/": "initiatives/initiative/add/",
    "/0101/strategikort/": "initiatives/strategy/add/",
    "/0101/budget/": "budgets/budgetline/add/",
    "/0101/aarshjul/?year=2019": "initiatives/initiative/add/",
    "/0101/rapporter/": "/0101/rapporter/ny/",
}
OF_STAFF = {
    "/0101/status/": "initiatives/initiative/add/",
    "/0101/arbejde/": "/0101/",
    "/0101/historik/?q=findesikke": "/0101/historik/",
}
GRIDS = {
    "/0101/budget/indtastning/?year=2019": "budgets/budgetline/add/",
    "/0101/budget/opfoelgning/?year=2019": "budgets/budgetline/add/",
    "/0101/maalinger/indtastning/?period=2019": "indicators/indicator/add/",
}


def body_of(client: Client, path: str) -> str:
    page = client.get(path).content.decode()
    found = re.search(r"<main.*?</main>", page, re.DOTALL)
    assert found is not None
    # Not what stands on full pages too: the way back, the filters, the downloads.
    return re.sub(r"<nav.*?</nav>|<form.*?</form>", "", found[0], flags=re.DOTALL)


@pytest.mark.parametrize(("path", "place"), [*PAGES.items(), *OF_STAFF.items(), *GRIDS.items()])
def test_an_administrator_is_led_to_what_is_made_next(client: Client, cast: Cast, path: str, place: str) -> None:
    client.force_login(cast.koebenhavn.administrator)
    assert re.search(rf'href="[^"]*{re.escape(place)}"', body_of(client, path)), path


@pytest.mark.sample(2)
@pytest.mark.parametrize("role", [*STAFF[1:], *READERS])
def test_whoever_may_not_make_it_is_told_who_does_and_led_on(client: Client, cast: Cast, role: Role) -> None:
    client.force_login(cast.koebenhavn[role])
    for path in PAGES if role in READERS else {**PAGES, **OF_STAFF}:
        linked = re.findall(r'href="(/[^"?#]*)', body_of(client, path))
        assert linked, path
        for address in {one for one in linked if not one.startswith("/static/")}:
            assert client.get(address).status_code in (200, 302), (path, address)


def test_a_full_page_says_nothing_of_it(client: Client, cast: Cast) -> None:
    home, ada = cast.koebenhavn.municipality, cast.koebenhavn.administrator
    factories.line(home, factories.initiative(home, by=ada, strategy=factories.strategy(home, by=ada)), by=ada)
    client.force_login(ada)
    for path in ("/0101/", "/0101/strategikort/", "/0101/status/", "/0101/budget/indtastning/?year=2019"):
        assert "pm-next" not in client.get(path).content.decode(), path


def test_a_filter_that_finds_nothing_is_no_empty_portfolio(client: Client, cast: Cast) -> None:
    factories.initiative(cast.koebenhavn.municipality, by=cast.koebenhavn.administrator)
    client.force_login(cast.koebenhavn.administrator)
    assert "pm-next" not in client.get("/0101/?q=findesikke").content.decode()


def test_an_initiative_without_headings_leads_to_them(client: Client, cast: Cast) -> None:
    town = cast.koebenhavn
    row = factories.initiative(town.municipality, by=town.administrator)
    factories.owner(row, body=town.department)
    for role, words in ((Role.ADMINISTRATOR, 'href="/0101/overskrifter/"'), (Role.CASEWORKER, "En administrator")):
        client.force_login(town[role])
        assert words in client.get(f"/admin/initiatives/initiative/{row.pk}/change/").content.decode()


@pytest.mark.django_db
def test_a_municipality_with_nothing_but_its_administrator_is_led_on(client: Client) -> None:
    home, ada = factories.municipality("0253", "Greve"), factories.user("ada@greve.invalid", name="Ada")
    factories.member(ada, home, Role.ADMINISTRATOR)
    client.force_login(ada)
    leads_to = {
        "opbygning/": reverse("admin:initiatives_strategy_add"),
        "dubletter/": reverse("structure", args=["0253"]),
        "fravaer/": reverse("people-invite", args=["0253"]),
        "maalinger/indtastning/": reverse("admin:indicators_indicator_add"),
    }
    for page, step in leads_to.items():
        content = client.get(f"/0253/{page}").content.decode()
        _before, _main, main = content.partition("<main")
        assert f'href="{step}"' in main, page
        # Nothing has been chosen wrong yet.
        assert "form-error" not in main, page
