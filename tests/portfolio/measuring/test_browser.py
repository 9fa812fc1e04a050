"""The page of a survey in a browser: a block from Excel, the keys, what the values say, axe, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from indicators.models import Measurement
from tests import factories
from tests.browser import chromium, reading
from tests.cast import Town, make_town

pytestmark = [pytest.mark.browser]

PAGE = "/0101/maalinger/indtastning/?survey=kilde%3AUndersøgelsen&period=2018&groups=Køn%3A+Kvinder%3B+Køn%3A+Mænd"
BLOCK = "400\t210\t190\r\n800\t420\t380\r\n43 %\t44 %\t42 %\r\n7,4\t7,5\tca. 7,3\r\n"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    patch = pytest.MonkeyPatch()
    # Playwright keeps an event loop in this thread; the queries here are ours and run one at a time.
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield launched
        launched.close()
    patch.undo()


@pytest.fixture
def town(browser: Browser, transactional_db: None) -> Town:
    made = make_town("0101", "København")
    ada, home = made.administrator, made.municipality
    lonely = factories.indicator(home, "Ensomhed", by=ada, source="Undersøgelsen")
    factories.measurement(lonely, 45, by=ada, is_baseline=True, effective_text="2017", design="sample", n=400)
    factories.target(lonely, 40, by=ada, period_text="2020")
    factories.indicator(home, "Livstilfredshed", by=ada, source="Undersøgelsen", unit="mean", better="higher")
    return made


def paste(page: Page) -> None:
    page.locator("#n-0").focus()
    page.evaluate(
        """text => {
          const held = new DataTransfer();
          held.setData("text/plain", text);
          const event = new ClipboardEvent("paste", {clipboardData: held, bubbles: true, cancelable: true});
          document.activeElement.dispatchEvent(event);
        }""",
        BLOCK,
    )


def test_a_block_from_excel_says_what_it_tells_and_is_saved(
    live_server: LiveServer, browser: Browser, town: Town
) -> None:
    with reading(browser, live_server.url, town.administrator) as reader:
        page = reader.page
        assert reader.open(PAGE) == 200
        paste(page)
        assert "Indsatte celler: 12" in page.locator("#grid-said").inner_text()
        for key, found in (("ArrowDown", "invited-0"), ("ArrowRight", "invited-1"), ("Enter", "v-")):
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.id").startswith(found)
        page.get_by_role("button", name="Se, hvad tallene siger").click()
        page.locator("#grid-check").wait_for()
        assert page.evaluate("document.activeElement.id") == "grid-check"
        assert "ingen sikker ændring" in page.locator("main").inner_text()
        assert reader.axe() == []
        page.get_by_role("button", name="Gem").first.click()
        page.get_by_text("6 værdier er gemt som udkast.").wait_for()
        assert reader.said == []
    assert Measurement.objects.filter(effective_text="2018", n__isnull=False).count() == 6


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 768, 320])
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_is_accessible_and_no_wider_than_the_screen(
    live_server: LiveServer, browser: Browser, town: Town, width: int, language: str
) -> None:
    with reading(browser, live_server.url, town.administrator, width=width, language=language) as reader:
        assert reader.open(PAGE) == 200
        assert (reader.axe(), reader.sideways()) == ([], 0)
        reader.page.locator("[id^=v-]").first.fill("12 %")
        reader.page.locator("button[value=save]").first.click()
        reader.page.locator("#grid-check").wait_for()
        assert (reader.axe(), reader.sideways(), reader.said) == ([], 0, [])


@pytest.mark.slow
def test_without_scripts_it_is_a_form_like_any_other(live_server: LiveServer, browser: Browser, town: Town) -> None:
    with reading(browser, live_server.url, town.administrator, scripts=False) as reader:
        reader.open(PAGE)
        reader.page.locator("[id^=v-]").first.fill("44 %")
        reader.page.get_by_role("button", name="Gem").click()
        assert "1 værdi er gemt som udkast." in reader.page.locator("main").inner_text()


@pytest.mark.slow
def test_what_was_pasted_survives_a_closed_window_until_it_is_saved(
    live_server: LiveServer, browser: Browser, town: Town
) -> None:
    with reading(browser, live_server.url, town.administrator) as reader:
        context, address = reader.page.context, f"{live_server.url}{PAGE}"
        reader.open(PAGE)
        paste(reader.page)
        reader.page.get_by_text("Holdes i denne browser").wait_for()
        reader.page.close()
        page = context.new_page()
        # Another year is another grid, though its cells have the same names.
        page.goto(address.replace("2018", "2017"))
        assert page.locator(".pm-draft-offer").count() == 0
        page.goto(address)
        page.locator(".pm-draft-offer").get_by_role("button", name="Hent det frem").click()
        assert [page.input_value(f"#{name}") for name in ("n-0", "invited-1")] == ["400", "420"]
        # What is only looked at is not saved, and still kept.
        page.get_by_role("button", name="Se, hvad tallene siger").click()
        page.locator("#grid-check").wait_for()
        page.goto(address)
        page.locator(".pm-draft-offer").get_by_role("button", name="Hent det frem").click()
        page.get_by_role("button", name="Gem").first.click()
        page.get_by_text("6 værdier er gemt som udkast.").wait_for()
        page.goto(address)
        assert page.locator(".pm-draft-offer").count() == 0
        assert (page.input_value("#n-0"), reader.said) == ("400", [])
