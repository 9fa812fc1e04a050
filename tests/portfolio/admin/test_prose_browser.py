"""Texts under headings in Chromium: what is pasted, typed and linked, with the keyboard, drafts and no scripts."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Initiative
from organisation.models import User
from tests.browser import Reader, reading
from tests.clipboards import ALL, WORD

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("portfolios")]
EDITOR, SOURCE = "#id_texts-0-text-editor", "#id_texts-0-text"
PASTE = """([selector, html]) => {
  const data = new DataTransfer(), area = document.querySelector(selector);
  data.setData("text/html", html);
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def person(role: str) -> User:
    return User.objects.get(email=f"{role}.roedovre@demo.invalid")


def initiative() -> Initiative:
    return Initiative.objects.get(municipality__code="0175", title__startswith="Færre ensomme")


def address() -> str:
    return reverse("admin:initiatives_initiative_change", args=[initiative().pk])


def emptied(reader: Reader) -> Page:
    assert reader.open(address()) == 200
    page = reader.page
    page.click(EDITOR)
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    return page


def first_text() -> str:
    return initiative().texts.order_by("heading__number")[0].text


def saved(page: Page) -> None:
    page.click("[name=_continue]")
    page.locator(".messagelist .success").wait_for()


def test_what_is_pasted_keeps_paragraphs_lists_and_links_and_nothing_else(
    live_server: LiveServer, browser: Browser
) -> None:
    with reading(browser, live_server.url, person("administrator")) as reader:
        page = emptied(reader)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for clipboard in ALL:
            page.click(EDITOR)
            page.keyboard.press("Control+A")
            page.evaluate(PASTE, [EDITOR, clipboard.html])
            assert page.input_value(SOURCE) == clipboard.text, clipboard.name
        assert asked == []
        assert reader.said == []
        page.keyboard.press("Control+A")
        page.evaluate(PASTE, [EDITOR, WORD.html])
        assert page.locator(f"{EDITOR} > ul > li > ul > li").all_inner_texts() == ["Om aftenen"]
        saved(page)
    assert first_text() == WORD.text


@pytest.mark.slow
def test_a_list_and_a_link_are_written_with_the_keyboard(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, person("medarbejder")) as reader:
        page = emptied(reader)
        page.keyboard.type("Vi gør")
        page.keyboard.press("Enter")
        page.keyboard.type("- først")
        page.keyboard.press("Enter")
        page.keyboard.type("så ")
        page.keyboard.press("Control+k")
        page.keyboard.type("www.example.dk/plan")
        page.keyboard.press("Enter")
        assert page.input_value(SOURCE) == "Vi gør\n\n- først\n- så https://www.example.dk/plan"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('[role=toolbar]') !== null")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "id_texts-1-text-editor"
        assert reader.axe() == []
        saved(page)
    assert first_text() == "Vi gør\n\n- først\n- så https://www.example.dk/plan"


@pytest.mark.slow
def test_an_address_that_is_none_is_explained(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, person("medarbejder")) as reader:
        page = emptied(reader)
        page.keyboard.type("planen")
        page.keyboard.press("Control+A")
        page.keyboard.press("Control+k")
        page.keyboard.type("javascript:alert(1)")
        page.keyboard.press("Enter")
        page.get_by_text("Det er ikke en adresse").wait_for()
        page.fill("#id_texts-0-text-address", "plan@example.dk")
        page.keyboard.press("Enter")
        assert page.input_value(SOURCE) == "[planen](mailto:plan@example.dk)"


@pytest.mark.slow
def test_opening_and_saving_changes_no_text(live_server: LiveServer, browser: Browser) -> None:
    texts = list(initiative().texts.order_by("pk").values_list("text", flat=True))
    with reading(browser, live_server.url, person("medarbejder")) as reader:
        assert reader.open(address()) == 200
        for index in range(3):
            reader.page.click(f"#id_texts-{index}-text-editor")
        saved(reader.page)
    assert list(initiative().texts.order_by("pk").values_list("text", flat=True)) == texts


@pytest.mark.slow
def test_without_scripts_it_is_typed_as_it_is_kept_and_a_row_is_added(
    live_server: LiveServer, browser: Browser
) -> None:
    with reading(browser, live_server.url, person("administrator"), scripts=False) as reader:
        assert reader.open(address()) == 200
        page = reader.page
        page.fill(SOURCE, "Vi gør:\n- først\n- så")
        page.locator("#part-activities summary").first.click()
        page.fill("#id_activities-__prefix__-title", "Uden script")
        page.click("[name=_continue]")
        assert page.locator(".messagelist .success").count() == 1
    assert first_text() == "Vi gør:\n- først\n- så"
    assert initiative().activities.filter(title="Uden script").count() == 1
