"""Two windows of one browser with the same form: each keeps its own, and saving one takes nothing from the other."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Initiative
from organisation.models import User
from tests.browser import reading

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("portfolios")]
OFFER, KEPT = ".pm-draft-offer", "Holdes i denne browser"
DRAFTS = "() => Object.keys(localStorage).filter((one) => one.startsWith('pm-draft:')).length"


def ada() -> User:
    return User.objects.get(email="administrator.roedovre@demo.invalid")


def initiative() -> Initiative:
    return Initiative.objects.get(municipality__code="0175", title__startswith="Færre ensomme")


def screen(live_server: LiveServer) -> str:
    return f"{live_server.url}{reverse('admin:initiatives_initiative_change', args=[initiative().pk])}"


def another(page: Page, url: str) -> Page:
    made = page.context.new_page()
    made.goto(url)
    return made


def typed(page: Page, **fields: str) -> None:
    for name, words in fields.items():
        page.fill(f"#id_{name}", words)
    page.get_by_text(KEPT).wait_for()
    # It stands there from the first field on; the last one is kept a moment after it was typed.
    page.wait_for_timeout(500)


def fetch(page: Page) -> None:
    page.locator(OFFER).get_by_role("button", name="Hent det frem").click()


def shown(page: Page, *names: str) -> list[str]:
    return [page.input_value(f"#id_{name}") for name in names]


def save(page: Page) -> None:
    page.click("[name=_continue]")
    page.locator(".messagelist .success").wait_for()
    page.wait_for_load_state()


@pytest.mark.slow
def test_what_is_typed_in_both_is_offered_when_both_are_closed(live_server: LiveServer, browser: Browser) -> None:
    url = screen(live_server)
    with reading(browser, live_server.url, ada()) as reader:
        first, second, third = (another(reader.page, url) for _ in range(3))
        typed(first, summary="Skrevet i det ene")
        typed(second, code="SO8")
        first.close()
        second.close()
        third.reload()
        fetch(third)
        assert shown(third, "summary", "code") == ["Skrevet i det ene", "SO8"]
        save(third)
        assert third.locator(OFFER).count() == 0
        assert third.evaluate(DRAFTS) == 0
    found = initiative()
    assert (found.summary, found.code) == ("Skrevet i det ene", "SO8")


@pytest.mark.slow
def test_what_is_saved_in_one_takes_nothing_from_the_other(live_server: LiveServer, browser: Browser) -> None:
    url = screen(live_server)
    with reading(browser, live_server.url, ada()) as reader:
        first, second = (another(reader.page, url) for _ in range(2))
        typed(first, summary="Skrevet i det ene")
        second.fill("#id_code", "SO8")
        save(second)
        first.close()
        second.goto(url)
        fetch(second)
        assert shown(second, "summary", "code") == ["Skrevet i det ene", "SO8"]


@pytest.mark.slow
def test_a_refused_form_goes_on_with_its_own_draft_also_when_it_is_loaded_again(
    live_server: LiveServer, browser: Browser
) -> None:
    url = screen(live_server)
    with reading(browser, live_server.url, ada()) as reader:
        first, second = (another(reader.page, url) for _ in range(2))
        typed(first, summary="Skrevet i det ene")
        typed(second, title="", code="SO8")
        second.click("[name=_save]")
        second.locator(".errornote").wait_for()
        second.reload()
        second.locator(".errornote").wait_for()
        assert second.locator(OFFER).count() == 1
        second.fill("#id_title", "Færre ensomme hver dag")
        save(second)
        first.close()
        fetch(second)
        assert shown(second, "title", "summary", "code") == ["Færre ensomme hver dag", "Skrevet i det ene", "SO8"]
        assert second.evaluate(DRAFTS) == 1


@pytest.mark.slow
def test_an_offer_goes_when_the_window_where_it_was_typed_saves_it(live_server: LiveServer, browser: Browser) -> None:
    url = screen(live_server)
    with reading(browser, live_server.url, ada()) as reader:
        first = another(reader.page, url)
        typed(first, summary="Skrevet i det ene")
        second = another(reader.page, url)
        assert second.locator(OFFER).count() == 1
        save(first)
        second.locator(OFFER).wait_for(state="detached")


@pytest.mark.slow
def test_a_draft_that_was_kept_with_earlier_ones_behind_it_is_offered_whole(
    live_server: LiveServer, browser: Browser
) -> None:
    """As the browsers of those hold it who typed before each window had a draft of its own."""
    url, by = screen(live_server), ada()
    old = f"pm-draft:{by.pk}:{reverse('admin:initiatives_initiative_change', args=[initiative().pk])}"
    with reading(browser, live_server.url, by) as reader:
        page = another(reader.page, url)
        page.evaluate(
            """(key) => {
              const behind = [{ at: Date.now() - 2000, values: { summary: ["Skrevet først"], code: ["A"] } }];
              localStorage.setItem(key, JSON.stringify({ at: Date.now() - 1000, values: { code: ["SO8"] }, behind }));
            }""",
            old,
        )
        page.reload()
        fetch(page)
        assert shown(page, "summary", "code") == ["Skrevet først", "SO8"]
        page.wait_for_timeout(500)
        assert page.evaluate("(key) => localStorage.getItem(key)", old) is None


FILLED = """() => {
  for (let size = 1 << 20; size > 500; size /= 2)
    for (let at = 0; ; at += 1)
      try { localStorage.setItem(`filler-${size}-${at}`, "x".repeat(size)); } catch { break; }
}"""


@pytest.mark.slow
def test_where_the_store_is_full_the_oldest_earlier_draft_gives_way(live_server: LiveServer, browser: Browser) -> None:
    url = screen(live_server)
    with reading(browser, live_server.url, ada()) as reader:
        for number, field in enumerate(("summary", "code")):
            page = another(reader.page, url)
            typed(page, **{field: f"{number} " * (4000 if field == "summary" else 10)})
            page.close()
        page = another(reader.page, url)
        page.evaluate(FILLED)
        typed(page, summary="2 " * 3000)
        page.reload()
        fetch(page)
        assert [one[:2] for one in shown(page, "summary", "code")] == ["2 ", "1 "]
