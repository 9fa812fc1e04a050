"""The pages in a browser, on the five portfolios: axe, width, keyboard, and with and without scripts."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Initiative, Strategy
from organisation.models import Municipality, User
from tests.browser import chromium, reading

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("portfolios")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def portfolios(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    # Playwright keeps an event loop in this thread; the queries here are ours and run one at a time.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    call_command("load_portfolios", verbosity=0)


def member(town: str) -> User:
    return User.objects.get(email=f"udvalgsmedlem.{town}@demo.invalid")


TOWNS = {"0101": "koebenhavn", "0151": "ballerup", "0167": "hvidovre", "0175": "roedovre", "0751": "aarhus"}


def addresses(code: str) -> list[str]:
    """The portfolio, every strategy, and every initiative of the municipality."""
    municipality = Municipality.objects.get(code=code)
    rows = [
        *Strategy.objects.approved().filter(municipality=municipality).select_related("municipality"),
        *Initiative.objects.approved().filter(municipality=municipality).select_related("municipality"),
    ]
    return [municipality.get_absolute_url(), *(row.get_absolute_url() for row in rows)]


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize(("width", "language"), [(1280, "da"), (320, "en")])
def test_every_page_is_accessible_silent_and_no_wider_than_the_screen(
    live_server: LiveServer, browser: Browser, code: str, width: int, language: str
) -> None:
    pages = addresses(code)
    with reading(browser, live_server.url, member(TOWNS[code]), width=width, language=language) as reader:
        for path in pages:
            assert reader.open(path) == 200, path
            assert reader.axe() == [], path
            assert reader.sideways() == 0, path
        assert reader.said == []


def test_htmx_refines_the_list_and_the_address_as_one_chooses(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, member("aarhus")) as reader:
        reader.open("/0751/")
        reader.page.locator("summary", has_text="Flere filtre").click()
        reader.page.get_by_label("Tilstand").select_option("in_hearing")
        reader.page.wait_for_url("**/0751/?state=in_hearing")
        assert "tilstand: " in reader.page.locator("#results .pm-summary").inner_text()
        assert reader.page.locator("#announcement").inner_text().startswith("Viser ")
        # The focus stays where one works.
        assert reader.page.evaluate("document.activeElement.name") == "state"
        reader.page.get_by_label("Søg i titler og koder").fill("peers")
        reader.page.wait_for_url("**q=peers*")
        assert reader.axe() == []
        reader.page.go_back()
        reader.page.wait_for_url("**/0751/?state=in_hearing")
        reader.page.locator("#results .pm-summary").wait_for()
        assert reader.said == []


def test_the_filters_work_without_scripts(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, member("aarhus"), scripts=False) as reader:
        reader.open("/0751/")
        reader.page.get_by_label("Søg i titler og koder").fill("peers")
        reader.page.get_by_role("button", name="Filtrér", exact=True).click()
        assert reader.page.url == f"{live_server.url}/0751/?q=peers"
        assert "indeholder “peers”" in reader.page.locator(".pm-summary").inner_text()
        reader.page.get_by_role("link", name="Fjern filteret").click()
        assert reader.page.url == f"{live_server.url}/0751/"


def test_the_keyboard_reaches_everything_and_one_sees_where_one_is(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, member("koebenhavn")) as reader:
        reader.open("/0101/")
        steps = reader.page.locator("a[href]:visible, button:visible, input:visible, select:visible, summary:visible")
        wanted, reached = steps.count(), set()
        for _step in range(wanted + 5):
            reader.page.keyboard.press("Tab")
            reached.add(tuple(reader.page.evaluate(WHERE_AND_HOW)))
        invisible = [where for where, outlined in reached if not outlined]
        assert invisible == []
        assert len(reached) >= wanted - 1


# What has the focus (told by its place in the document), and whether anything marks it.
WHERE_AND_HOW = """(() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const place = [...document.querySelectorAll("*")].indexOf(element);
  const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
  return [place, element === document.body || marked];
})()"""
