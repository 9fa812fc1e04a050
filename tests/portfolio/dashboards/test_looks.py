"""Every page as each role sees it, in both languages, at three widths, by keyboard, on paper and without scripts."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Objective, TargetGroup
from organisation.models import User
from tests.browser import reading
from tests.portfolio.dashboards.looking import Watched

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.usefixtures("portfolios")]

ROLES = ("laeser", "udvalgsmedlem", "medarbejder", "oekonomi", "leder", "administrator")
PAGES = {
    "portfolio": "/0175/",
    "cards": "/0175/?by=target_group&view=cards",
    "filtered": "/0175/?q=unge&light=red&as_of=2018-09-01",
    "nothing found": "/0175/?q=findesikke",
    "committee": "/0175/udvalg/social-og-sundhedsudvalget/",
    "committee of a day": "/0175/udvalg/social-og-sundhedsudvalget/?live=1&as_of=2018-09-01",
    "body": "/0175/udvalg/social-og-sundhedsforvaltningen/",
    "map": "/0175/strategikort/",
    "year": "/0175/aarshjul/?year=2018",
    "strategy": "/0175/strategier/udsattepolitik/",
    "objective": "/0175/maal/{objective}/",
    "target group": "/0175/maalgrupper/{group}/",
    "method": "/0175/metoder/housing-first/",
    "initiative": "/0175/indsatser/flere-har-en-bolig/",
    "indicator": "/0175/indikatorer/stemmeprocent/",
    "funding source": "/0175/budget/kilder/landsdaekkende/flere-skal-med/",
}


def paths() -> dict[str, str]:
    objective = Objective.objects.filter(municipality__code="0175", initiative_links__isnull=False).earliest("pk")
    group = TargetGroup.objects.filter(municipality__code="0175").earliest("pk")
    named = {"objective": objective.reference, "group": group.reference}
    return {name: path.format(**named) for name, path in PAGES.items()}


def person(role: str) -> User:
    return User.objects.get(email=f"{role}.roedovre@demo.invalid")


@pytest.mark.layout
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_accessible_silent_and_within_the_screen(
    live_server: LiveServer, browser: Browser, role: str, language: str
) -> None:
    with reading(browser, live_server.url, person(role), language=language) as reader:
        watched = Watched(reader)
        found = [one for path in paths().values() for one in watched.objections(path, language=language)]
    assert found == []


@pytest.mark.parametrize("role", ["udvalgsmedlem", "administrator"])
def test_the_keyboard_reaches_everything_in_order_and_leaves_again(
    live_server: LiveServer, browser: Browser, role: str
) -> None:
    with reading(browser, live_server.url, person(role)) as reader:
        found = [one for path in paths().values() for one in Watched(reader).by_keyboard(path)]
    assert found == []


def test_paper_has_no_menus_cuts_nothing_and_needs_no_colour(
    live_server: LiveServer, browser: Browser, tmp_path: Path
) -> None:
    with reading(browser, live_server.url, person("udvalgsmedlem")) as reader:
        found = [one for path in paths().values() for one in Watched(reader).on_paper(path)]
        reader.open(paths()["portfolio"])
        pdf = tmp_path / "portfolio.pdf"
        reader.page.pdf(path=pdf, format="A4")
    assert found == []
    said = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "Indsatsoversigt for Rødovre" in said
    assert "følger planen" in said
    assert said.count("Tovholder") == 1
    assert "Strategikort" not in said
    assert "Log ud" not in said


def test_without_scripts_every_page_says_and_leads_to_the_same(live_server: LiveServer, browser: Browser) -> None:
    told: list[dict[str, tuple[str, list[str]]]] = []
    for scripts in (True, False):
        with reading(browser, live_server.url, person("administrator"), scripts=scripts) as reader:
            told.append({})
            for name, path in paths().items():
                assert reader.open(path) == 200
                words = " ".join((reader.page.locator("main").text_content() or "").split())
                links = reader.page.locator("main a[href]")
                told[-1][name] = words, [link.get_attribute("href") or "" for link in links.all()]
    assert told[0] == told[1]


def test_without_scripts_one_filters_asks_for_a_day_and_saves_a_view(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, person("laeser"), scripts=False) as reader:
        page = reader.page
        reader.open("/0175/")
        page.locator("summary", has_text="Flere filtre").click()
        page.locator("select[name=light]").select_option("red")
        page.get_by_role("button", name="Filtrér", exact=True).click()
        assert page.url.endswith("/0175/?light=red")
        page.locator("summary", has_text="Gem eller slet visninger").click()
        page.get_by_label("Gem det viste som").fill("Røde")
        page.get_by_role("button", name="Gem visningen").click()
        assert page.get_by_role("link", name="Røde", exact=True).count() == 1
        reader.open("/0175/strategikort/")
        page.locator("input[name=as_of]").fill("2018-03-31")
        page.get_by_role("button", name="Vis", exact=True).click()
        assert page.url.endswith("/0175/strategikort/?as_of=2018-03-31")
        assert page.locator(".pm-as-of-mark").count() == 1
        reader.open("/0175/udvalg/social-og-sundhedsudvalget/")
        page.locator("#made-off-track").locator("xpath=..").locator("summary").click()
        assert page.locator("#made-off-track a").first.is_visible()


@pytest.mark.parametrize("town", ["koebenhavn", "ballerup", "hvidovre", "roedovre", "aarhus"])
def test_a_committees_page_is_one_screen_on_a_tablet_and_one_column_on_a_phone(
    live_server: LiveServer, browser: Browser, town: str
) -> None:
    user = User.objects.get(email=f"udvalgsmedlem.{town}@demo.invalid")
    with reading(browser, live_server.url, user) as reader:
        page = reader.page
        page.set_viewport_size({"width": 768, "height": 1024})
        reader.open("/")
        figures = page.locator(".pm-figure")
        assert 3 <= figures.count() <= 7
        columns = page.locator(".pm-front-columns").bounding_box()
        assert columns is not None
        assert columns["y"] + columns["height"] <= 1024
        page.set_viewport_size({"width": 320, "height": 700})
        boxes = [box for one in figures.all() if (box := one.bounding_box())]
        assert len({box["x"] for box in boxes}) == 1
