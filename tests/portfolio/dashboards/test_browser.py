"""The pages in a browser, on the five portfolios: axe, width, keyboard, and with and without scripts."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Initiative, Strategy
from organisation.models import Municipality, User
from tests.browser import Reader, reading

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("portfolios")]


def member(town: str) -> User:
    return User.objects.get(email=f"udvalgsmedlem.{town}@demo.invalid")


TOWNS = {"0101": "koebenhavn", "0151": "ballerup", "0167": "hvidovre", "0175": "roedovre", "0751": "aarhus"}


def addresses(code: str) -> tuple[str, list[str], list[str]]:
    """The portfolio's address, those of its strategies, and those of its initiatives."""
    municipality = Municipality.objects.get(code=code)
    strategies = Strategy.objects.approved().filter(municipality=municipality).select_related("municipality")
    initiatives = Initiative.objects.approved().filter(municipality=municipality).select_related("municipality")
    return (
        municipality.get_absolute_url(),
        [strategy.get_absolute_url() for strategy in strategies],
        [initiative.get_absolute_url() for initiative in initiatives],
    )


def objections(reader: Reader, paths: list[str]) -> list[str]:
    """What is wrong with the pages: their status, what axe says, their width, and what the console says."""
    found = []
    for path in paths:
        status = reader.open(path)
        found += [f"{path} answers {status}"] if status != 200 else []
        found += [f"{path}: {words}" for words in reader.axe()]
        found += [f"{path} is {reader.sideways()} pixels too wide"] if reader.sideways() else []
    return [*found, *reader.said]


ALL = [(code, width, language) for code in TOWNS for width, language in ((1280, "da"), (320, "en"))]
# The long run looks at the other combinations.
FIRST = [("0101", 1280, "da"), ("0167", 320, "en")]
LATER = [pytest.param(*one, marks=pytest.mark.slow) for one in ALL if one not in FIRST]


@pytest.mark.parametrize(("code", "width", "language"), [*FIRST, *LATER])
def test_the_pages_are_accessible_silent_and_no_wider_than_the_screen(
    live_server: LiveServer, browser: Browser, code: str, width: int, language: str
) -> None:
    portfolio, strategies, initiatives = addresses(code)
    with reading(browser, live_server.url, member(TOWNS[code]), width=width, language=language) as reader:
        assert objections(reader, [portfolio, strategies[0], initiatives[0]]) == []


@pytest.mark.parametrize(
    ("width", "language"),
    [pytest.param(1280, "da", marks=pytest.mark.slow), pytest.param(320, "en", marks=pytest.mark.slow)],
)
def test_so_are_the_pages_of_indicators_and_instruments(
    live_server: LiveServer, browser: Browser, width: int, language: str
) -> None:
    pages = [
        "/0175/indikatorer/stemmeprocent/",
        "/0175/indikatorer/fem-aar-i-kontanthjaelpssystemet/",
        "/instrumenter/uoensket-alene/",
        "/instrumenter/t-ils/",
    ]
    with reading(browser, live_server.url, member("roedovre"), width=width, language=language) as reader:
        assert objections(reader, pages) == []
    with reading(browser, live_server.url, member("koebenhavn"), width=width, language=language) as reader:
        assert objections(reader, ["/0101/indikatorer/oplever-at-vaere-ensomme/"]) == []


@pytest.mark.slow
@pytest.mark.parametrize("code", TOWNS)
def test_so_is_every_other_page(live_server: LiveServer, browser: Browser, code: str) -> None:
    _portfolio, strategies, initiatives = addresses(code)
    with reading(browser, live_server.url, member(TOWNS[code]), width=320) as reader:
        assert objections(reader, [*strategies[1:], *initiatives[1:]]) == []


def test_htmx_refines_the_list_and_the_address_as_one_chooses(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, member("aarhus")) as reader:
        reader.open("/0751/")
        reader.page.locator("summary", has_text="Flere filtre").click()
        state = reader.page.locator("select[name=state]")
        state.focus()
        state.select_option("in_hearing")
        reader.page.wait_for_url("**/0751/?state=in_hearing")
        assert "tilstand: " in reader.page.locator("#results .pm-summary").inner_text()
        assert reader.page.locator("#announcement").inner_text().startswith("Viser ")
        # The focus stays where one works.
        assert reader.page.evaluate("document.activeElement.name") == "state"
        reader.page.get_by_label("Søg i titler, koder og tekster").fill("peers")
        reader.page.wait_for_url("**q=peers*")
        assert reader.axe() == []
        reader.page.go_back()
        reader.page.wait_for_url("**/0751/?state=in_hearing")
        reader.page.locator("#results .pm-summary", has_not_text="peers").wait_for()
        assert reader.page.get_by_label("Søg i titler, koder og tekster").input_value() == ""
        assert reader.page.locator("select[name=state]").input_value() == "in_hearing"
        assert reader.said == []


@pytest.mark.slow
def test_the_chosen_day_goes_along_and_a_list_that_cannot_be_fetched_says_so(
    live_server: LiveServer, browser: Browser
) -> None:
    with reading(browser, live_server.url, member("aarhus")) as reader:
        reader.open("/0751/?as_of=2022-06-01")
        assert reader.page.get_by_label("Opgjort pr.").input_value() == "1.6.2022"
        reader.page.get_by_label("Opgjort pr.").fill("1. marts 2022")
        reader.page.keyboard.press("Tab")
        reader.page.wait_for_url("**as_of=2022-03-01*")
        reader.page.locator("#results", has_text="opgjort pr. 1. marts 2022").wait_for()
        assert reader.page.locator("#ways a[href*='as_of=2022-03-01']").count() > 0
        failed = reader.page.locator("#request-failed")
        reader.page.route("**/0751/?*", lambda route: route.abort())
        reader.page.get_by_label("Søg i titler, koder og tekster").fill("peers")
        failed.wait_for()
        assert reader.axe() == []
        reader.page.unroute("**/0751/?*")
        reader.page.get_by_role("button", name="Filtrér", exact=True).click()
        failed.wait_for(state="hidden")
        assert "peers" in reader.page.locator("#results .pm-summary").inner_text()


@pytest.mark.slow
def test_the_filters_work_without_scripts(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, member("aarhus"), scripts=False) as reader:
        reader.open("/0751/")
        reader.page.get_by_label("Søg i titler, koder og tekster").fill("peers")
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
