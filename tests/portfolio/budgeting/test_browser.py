"""The grids and the pages of a budget in a browser: pasting, keys, sums while one types, axe, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from budgets.models import BudgetLine, Entry
from organisation.models import User
from tests.browser import reading

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("portfolios")]

GRID = "/0101/budget/indtastning/?year=2022&decision=proposed&unit=tkr"
ROUND = "/0101/budget/opfoelgning/?year=2018&round=BO4+2018&as_of=2018-12-10&up_to=2018-11-30&unit=tkr"
PAGES = ["/0101/budget/", "/0101/budget/linjer/so8/", GRID, ROUND]


def finance() -> User:
    return User.objects.get(email="administrator.koebenhavn@demo.invalid")


def cell(line: str, year: int) -> str:
    return f"#c-{BudgetLine.objects.get(municipality__code='0101', reference=line).pk}-{year}"


def paste(page: Page, where: str, text: str) -> None:
    """As the browser does with what was copied in Excel: one event with plain text."""
    page.locator(where).focus()
    page.evaluate(
        """text => {
          const held = new DataTransfer();
          held.setData("text/plain", text);
          const event = new ClipboardEvent("paste", {clipboardData: held, bubbles: true, cancelable: true});
          document.activeElement.dispatchEvent(event);
        }""",
        text,
    )


def test_a_block_from_excel_is_pasted_added_up_and_saved(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, finance()) as reader:
        page = reader.page
        assert reader.open(GRID) == 200
        rows = page.locator(".pm-grid tbody tr")
        first = page.locator(".pm-grid .pm-cell").first.get_attribute("id")
        paste(page, f"#{first}", "1.250\t2.000,5\r\n-600\t700\r\n")
        assert rows.nth(0).locator("output").inner_text() == "3.250,5"
        assert rows.nth(1).locator("output").inner_text() == "100"
        totals = page.locator(".pm-grid tfoot output")
        assert [totals.nth(at).inner_text() for at in range(5)] == [
            "650",
            "2.700,5",
            "",
            "",
            "3.350,5",
        ]  # unknown is not zero
        assert "Indsatte celler: 4" in page.locator("#grid-said").inner_text()
        page.get_by_role("button", name="Gem").click()
        page.get_by_text("4 beløb er gemt.").wait_for()
        assert reader.said == []
    amounts = Entry.objects.filter(year__gte=2022, decision_state="proposed").values_list("amount_ore", flat=True)
    assert sorted(ore or 0 for ore in amounts) == [-60_000_000, 70_000_000, 125_000_000, 200_050_000]


def test_what_is_pasted_outside_the_grid_is_said_and_a_wrong_cell_keeps_the_rest(
    live_server: LiveServer, browser: Browser
) -> None:
    with reading(browser, live_server.url, finance()) as reader:
        page = reader.page
        reader.open(GRID)
        so8 = cell("so8", 2025)
        paste(page, so8, "abc\t99\n")
        assert "uden for tabellen" in page.locator("#grid-said").inner_text()
        assert "99" in page.locator("#grid-said").inner_text()
        assert page.locator(".pm-grid tfoot output").last.inner_text() == "?"
        page.locator(cell("so9", 2022)).fill("300")
        page.get_by_role("button", name="Gem").click()
        page.locator("#grid-problems").wait_for()
        assert page.locator(so8).input_value() == "abc"
        assert page.locator(so8).get_attribute("aria-invalid") == "true"
        assert page.locator(cell("so9", 2022)).input_value() == "300"
        assert page.evaluate("document.activeElement.id") == "grid-problems"
        assert reader.axe() == []
    assert not Entry.objects.filter(year__gte=2022, decision_state="proposed").exists()


def test_the_keys_move_as_in_a_spreadsheet(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, finance()) as reader:
        page = reader.page
        reader.open(GRID)
        cells = page.locator(".pm-grid .pm-cell")
        ids = [cells.nth(at).get_attribute("id") for at in range(8)]
        page.locator(f"#{ids[0]}").focus()
        found = []
        for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "Enter", "Shift+Enter", "Tab"):
            page.keyboard.press(key)
            found.append(page.evaluate("document.activeElement.id"))
        assert found == [ids[4], ids[5], ids[1], ids[0], ids[4], ids[0], ids[1]]
        # Within a text the arrows move in the text.
        page.keyboard.type("1234")
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("document.activeElement.id") == ids[1]


def test_without_scripts_the_grid_is_a_form_like_any_other(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, finance(), scripts=False) as reader:
        reader.open(GRID)
        reader.page.locator(cell("so8", 2022)).fill("1,5")
        reader.page.get_by_role("button", name="Gem").click()
        assert "1 beløb er gemt." in reader.page.locator("main").inner_text()
        assert reader.page.locator(".pm-grid tfoot output").last.inner_text() == "1,5"


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 320])
@pytest.mark.slow
def test_the_pages_are_accessible_silent_and_no_wider_than_the_screen(
    live_server: LiveServer, browser: Browser, width: int
) -> None:
    with reading(browser, live_server.url, finance(), width=width) as reader:
        found = []
        for path in PAGES:
            assert reader.open(path) == 200
            found += [f"{path}: {words}" for words in reader.axe()]
            found += [f"{path} is {reader.sideways()} pixels too wide"] if reader.sideways() else []
        assert [*found, *reader.said] == []


def test_on_a_phone_the_name_of_a_table_stays_whole_when_the_table_is_moved(
    live_server: LiveServer, browser: Browser
) -> None:
    with reading(browser, live_server.url, finance(), width=320) as reader:
        reader.open("/0101/budget/linjer/so8/")
        found = reader.page.evaluate(
            """() => [...document.querySelectorAll(".table--responsive-scroll")].map(frame => {
              frame.scrollLeft = 1000;
              const [name, room] = [frame.querySelector("caption"), frame].map(one => one.getBoundingClientRect());
              return [frame.scrollLeft > 0, Math.abs(name.left - room.left) < 2 && name.right < room.right + 2];
            })"""
        )
    assert [True, True] in found
    assert [is_whole for _is_moved, is_whole in found if not is_whole] == []


@pytest.mark.slow
def test_amounts_that_are_not_saved_are_fetched_again_and_added_up(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, finance()) as reader:
        page, so8 = reader.page, cell("so8", 2022)
        reader.open(GRID)
        paste(page, so8, "1.250\t2.000,5\r\n")
        page.get_by_text("Holdes i denne browser").wait_for()
        reader.open(GRID)
        assert page.input_value(so8) == ""
        page.locator(".pm-draft-offer").get_by_role("button", name="Hent det frem").click()
        assert page.input_value(so8) == "1.250"
        assert page.locator(".pm-grid tfoot output").last.inner_text() == "3.250,5"
        assert reader.said == []
