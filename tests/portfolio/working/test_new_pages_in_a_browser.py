"""The search, the practice area, the round of statuses and the history: silent, no wider than a phone, axe clean."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from organisation.access import Role
from portfolio.practising.area import open_area
from tests import factories
from tests.browser import reading
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = (
    "/0101/arbejde/", "/0101/status/", "/0101/historik/", "/0101/soeg/?q=indsats", "/0101/soeg/?q=findesikke",
    "/0101/oeveomraade/", "/oeve/9101/oeveomraade/", "/oeve/9101/arbejde/", "/oeve/9101/", "/oeve/admin/",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("width", "language"), [(1280, "da"), (768, "da"), (320, "en")])
def test_they_are_accessible(live_server: LiveServer, browser: Browser, cast: Cast, width: int, language: str) -> None:
    town = cast.koebenhavn
    for number in range(3):
        one = factories.initiative(town.municipality, f"Indsats {number}", by=town.administrator)
        factories.status_update(one, town[Role.CASEWORKER]).submit(by=town[Role.CASEWORKER])
    open_area(town.municipality, by=town.administrator)
    found: list[str] = []
    with reading(browser, live_server.url, town.administrator, width=width, language=language) as reader:
        for path in PAGES:
            assert reader.open(path) == 200, path
            reader.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            found += [f"{path}: {words}" for words in [*reader.axe(), *reader.said]]
            found += [f"{path}: {reader.sideways()} pixels too wide"] if reader.sideways() else []
            # axe reads an imported style sheet by way of an inline one, which our policy refuses, and says so.
            reader.said.clear()
    assert found == []


@pytest.mark.parametrize("width", [1280, 660])
def test_the_bar_of_the_practice_area_covers_nothing_that_is_jumped_to(
    live_server: LiveServer, browser: Browser, cast: Cast, width: int
) -> None:
    town = cast.koebenhavn
    open_area(town.municipality, by=town.administrator)
    with reading(browser, live_server.url, town.administrator, width=width) as reader:
        reader.page.set_viewport_size({"width": width, "height": 300})
        assert reader.open("/oeve/9101/fravaer/#add") == 200
        heading, bar = (reader.page.locator(one).bounding_box() for one in ("#add", ".pm-practising"))
        assert heading
        assert bar
        assert reader.page.evaluate("window.scrollY") > 0
        assert bar["y"] == 0
        assert heading["y"] >= bar["y"] + bar["height"]
