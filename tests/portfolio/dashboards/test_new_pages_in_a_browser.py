"""The committee's page, the map, the year and the pages of what initiatives hang on, in a browser; and their weight."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Objective, TargetGroup
from organisation.models import User
from portfolio.dashboards.models import SavedView
from tests.browser import Reader, reading

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("portfolios")]

PAGES = [
    "/0175/",
    "/0175/?by=objective&view=cards&as_of=2018-09-01",
    "/0175/udvalg/social-og-sundhedsudvalget/",
    "/0175/udvalg/udsatteraadet/?live=1",
    "/0175/strategikort/",
    "/0175/aarshjul/?year=2018",
    "/0175/maal/{objective}/",
    "/0175/maalgrupper/{group}/",
    "/0175/metoder/housing-first/",
]
MOST_BYTES = 300_000


def roedovre() -> User:
    return User.objects.get(email="udvalgsmedlem.roedovre@demo.invalid")


def paths() -> list[str]:
    objective = Objective.objects.filter(municipality__code="0175", initiative_links__isnull=False).earliest("pk")
    group = TargetGroup.objects.filter(municipality__code="0175").earliest("pk")
    return [path.format(objective=objective.reference, group=group.reference) for path in PAGES]


def objections(reader: Reader, pages: list[str]) -> list[str]:
    found = []
    for path in pages:
        found += [f"{path} answers {status}"] if (status := reader.open(path)) != 200 else []
        found += [f"{path}: {words}" for words in reader.axe()]
        found += [f"{path} is {reader.sideways()} pixels too wide"] if reader.sideways() else []
    return [*found, *reader.said]


def test_the_committees_page_on_a_phone(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, roedovre(), width=320) as reader:
        assert objections(reader, paths()[2:3]) == []
        reader.page.locator("a[href='#made-off-track']").first.click()
        assert reader.page.locator("#made-off-track").is_visible()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_every_page_is_accessible_silent_and_no_wider_than_the_screen(
    live_server: LiveServer, browser: Browser, width: int, language: str
) -> None:
    with reading(browser, live_server.url, roedovre(), width=width, language=language) as reader:
        assert objections(reader, paths()) == []


@pytest.mark.slow
def test_a_view_is_saved_and_deleted_with_the_keyboard_alone(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, roedovre()) as reader:
        reader.open("/0175/?light=red")
        reader.page.locator("summary", has_text="Gem eller slet visninger").press("Enter")
        reader.page.get_by_label("Gem det viste som").fill("Røde")
        reader.page.keyboard.press("Enter")
        reader.page.get_by_role("link", name="Røde", exact=True).wait_for()
        assert SavedView.objects.get().query == "light=red"
        reader.page.locator("summary", has_text="Gem eller slet visninger").press("Enter")
        reader.page.get_by_role("button", name="Slet “Røde”").press("Enter")
        reader.page.get_by_text("Visningen “Røde” er slettet.").wait_for()
        assert reader.said == []


@pytest.mark.slow
def test_the_portfolio_weighs_less_than_300_kilobytes_on_the_first_visit(
    live_server: LiveServer, browser: Browser
) -> None:
    """As a server sends it: packed with gzip, letters and pictures as they are. Nothing comes from another host."""
    with reading(browser, live_server.url, roedovre()) as reader:
        answers: list[Response] = []
        reader.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - it asks for a function
        reader.page.goto(f"{live_server.url}/0175/", wait_until="networkidle")
        bodies = {answer.url: answer.body() for answer in answers}
    assert all(url.startswith(live_server.url) for url in bodies)
    weight = sum(len(b if url.endswith((".woff", ".woff2")) else gzip.compress(b)) for url, b in bodies.items())
    assert len(bodies) > 8
    assert weight < MOST_BYTES
