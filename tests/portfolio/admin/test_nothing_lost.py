"""Nothing typed is lost: a closed window, a session that has ended, a network that fails, and two windows at once."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.templatetags.static import static
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Activity, Initiative
from organisation import writing
from organisation.models import User
from tests import factories
from tests.browser import Reader, reading

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("portfolios")]
SCRIPT = "**/drafts*.js"
OFFER, EDITOR = ".pm-draft-offer", "#id_texts-0-text-editor"
POINTS = "- først en bolig\n- så støtte"


def ada() -> User:
    return User.objects.get(email="administrator.roedovre@demo.invalid")


def initiative() -> Initiative:
    return Initiative.objects.get(municipality__code="0175", title__startswith="Færre ensomme")


def address() -> str:
    return reverse("admin:initiatives_initiative_change", args=[initiative().pk])


def type_something(page: Page) -> None:
    """A field, a text with a list under a heading, and a new row in a group."""
    page.fill("#id_summary", "Skrevet i farten")
    page.click(EDITOR)
    page.keyboard.press("Control+A")
    page.keyboard.type("- først en bolig")
    page.keyboard.press("Enter")
    page.keyboard.type("så støtte")
    page.locator("#activities-group summary").first.click()
    page.locator("#activities-group .add-row a").click()
    number = int(page.locator("#id_activities-TOTAL_FORMS").input_value()) - 1
    page.fill(f"#id_activities-{number}-title", "Cafémøde om ensomhed")
    page.get_by_text("Holdes i denne browser").wait_for()


def restored(page: Page) -> tuple[str, str]:
    """The field and the new row; the text stands in its editor as the list that it is, and will be sent."""
    page.locator(OFFER).get_by_role("button", name="Hent det frem").click()
    number = int(page.locator("#id_activities-TOTAL_FORMS").input_value()) - 1
    assert page.locator(EDITOR).locator("li").all_inner_texts() == ["først en bolig", "så støtte"]
    assert page.input_value("#id_texts-0-text") == POINTS
    return page.input_value("#id_summary"), page.input_value(f"#id_activities-{number}-title")


def signed_in_again(context: BrowserContext, live_server: LiveServer) -> None:
    client = Client()
    client.force_login(ada())
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])


def open_form(reader: Reader) -> Page:
    assert reader.open(address()) == 200
    return reader.page


def test_a_closed_window(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, ada()) as reader:
        context = reader.page.context
        type_something(open_form(reader))
        reader.page.close()
        page = context.new_page()
        page.goto(f"{live_server.url}{address()}")
        assert restored(page) == ("Skrevet i farten", "Cafémøde om ensomhed")
        page.click("[name=_save]")
        page.locator(".messagelist .success").wait_for()
        page.goto(f"{live_server.url}{address()}")
        assert page.locator(OFFER).count() == 0
    assert initiative().summary == "Skrevet i farten"
    assert initiative().texts.order_by("heading__number")[0].text == POINTS
    assert Activity.objects.filter(title="Cafémøde om ensomhed").count() == 1


@pytest.mark.slow
def test_a_session_that_has_ended(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, ada()) as reader:
        page = open_form(reader)
        type_something(page)
        Session.objects.all().delete()
        page.click("[name=_save]")
        page.wait_for_url("**/konto/**")
        signed_in_again(page.context, live_server)
        page.goto(f"{live_server.url}{address()}")
        assert restored(page) == ("Skrevet i farten", "Cafémøde om ensomhed")
        page.click("[name=_save]")
        page.locator(".messagelist .success").wait_for()
    assert initiative().summary == "Skrevet i farten"
    assert initiative().texts.order_by("heading__number")[0].text == POINTS


@pytest.mark.slow
def test_a_network_that_fails(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, ada()) as reader:
        page = open_form(reader)
        type_something(page)
        page.context.set_offline(True)
        page.click("[name=_save]", no_wait_after=True)
        page.wait_for_timeout(500)
        page.context.set_offline(False)
        page.goto(f"{live_server.url}{address()}")
        assert restored(page) == ("Skrevet i farten", "Cafémøde om ensomhed")
        # The other person at the same browser is offered nothing.
        other = Client()
        other.force_login(User.objects.get(email="leder.roedovre@demo.invalid"))
        page.context.add_cookies(
            [{"name": "sessionid", "value": other.cookies["sessionid"].value, "url": live_server.url}]
        )
        page.goto(f"{live_server.url}{address()}")
        assert page.locator(OFFER).count() == 0


@pytest.mark.slow
def test_what_is_typed_before_the_script_has_come_is_kept_too(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, ada()) as reader:
        reader.page.route(SCRIPT, lambda route: route.fulfill(body="", content_type="text/javascript"))
        page = open_form(reader)
        page.fill("#id_summary", "Skrevet i farten")
        page.unroute(SCRIPT)
        page.add_script_tag(url=f"{live_server.url}{static('drafts.js')}")
        page.get_by_text("Holdes i denne browser").wait_for()
        page.goto(f"{live_server.url}{address()}")
        page.locator(OFFER).get_by_role("button", name="Hent det frem").click()
        assert page.input_value("#id_summary") == "Skrevet i farten"


@pytest.mark.slow
def test_what_was_refused_is_still_there_after_the_window_was_closed(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, ada()) as reader:
        context, page = reader.page.context, open_form(reader)
        page.fill("#id_summary", "Skrevet i farten")
        page.fill("#id_title", "")
        page.click("[name=_save]")
        page.locator(".errornote").wait_for()
        page.fill("#id_code", "SO8")
        page.get_by_text("Holdes i denne browser").wait_for()
        page.close()
        again = context.new_page()
        again.goto(f"{live_server.url}{address()}")
        again.locator(OFFER).get_by_role("button", name="Hent det frem").click()
        found = [again.input_value(f"#id_{name}") for name in ("summary", "title", "code")]
        assert found == ["Skrevet i farten", "", "SO8"]


def opened_again(page: Page, url: str) -> Page:
    """The window is closed once the browser holds what was typed, and the form opened in another."""
    page.get_by_text("Holdes i denne browser").wait_for()
    # It stands there from the first field on; the last one is kept a moment after it was typed.
    page.wait_for_timeout(500)
    context = page.context
    page.close()
    again = context.new_page()
    again.goto(url)
    return again


def add_activity(page: Page, title: str) -> None:
    page.locator("#activities-group summary").first.click()
    page.locator("#activities-group .add-row a").click()
    number = int(page.locator("#id_activities-TOTAL_FORMS").input_value()) - 1
    page.fill(f"#id_activities-{number}-title", title)


@pytest.mark.slow
def test_what_is_typed_while_a_draft_is_offered_does_not_take_its_place(
    live_server: LiveServer, browser: Browser
) -> None:
    with reading(browser, live_server.url, ada()) as reader:
        page, url = open_form(reader), f"{live_server.url}{address()}"
        page.fill("#id_summary", "Skrevet først")
        page.fill("#id_title", "Skrevet først")
        add_activity(page, "Den første")
        page = opened_again(page, url)
        page.fill("#id_code", "SO8")
        page.fill("#id_title", "Skrevet siden")
        add_activity(page, "Den anden")
        page = opened_again(page, url)
        page.locator(OFFER).get_by_role("button", name="Hent det frem").click()
        found = [page.input_value(f"#id_{name}") for name in ("summary", "title", "code")]
        assert found == ["Skrevet først", "Skrevet siden", "SO8"]
        last = int(page.locator("#id_activities-TOTAL_FORMS").input_value()) - 1
        titles = [page.input_value(f"#id_activities-{number}-title") for number in (last - 1, last)]
        assert titles == ["Den første", "Den anden"]


@pytest.mark.slow
def test_a_draft_is_still_offered_when_something_else_was_saved(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, ada()) as reader:
        page, url = open_form(reader), f"{live_server.url}{address()}"
        page.fill("#id_summary", "Skrevet først")
        add_activity(page, "Den første")
        page = opened_again(page, url)
        page.fill("#id_code", "SO8")
        add_activity(page, "Den anden")
        page.click("[name=_continue]")
        page.locator(".messagelist .success").wait_for()
        page.locator(OFFER).get_by_role("button", name="Hent det frem").click()
        assert page.input_value("#id_summary") == "Skrevet først"
        page.click("[name=_continue]")
        page.locator(".messagelist .success").wait_for()
        assert page.locator(OFFER).count() == 0
    found = initiative()
    assert (found.summary, found.code) == ("Skrevet først", "SO8")
    assert Activity.objects.filter(initiative=found, title__in=["Den første", "Den anden"]).count() == 2


@pytest.mark.slow
def test_throwing_a_draft_away_leaves_what_is_typed_now(live_server: LiveServer, browser: Browser) -> None:
    with reading(browser, live_server.url, ada()) as reader:
        page, url = open_form(reader), f"{live_server.url}{address()}"
        page.fill("#id_summary", "Skrevet først")
        page = opened_again(page, url)
        before = page.input_value("#id_summary")
        page.fill("#id_code", "SO8")
        page.locator(OFFER).get_by_role("button", name="Kassér").click()
        page.goto(url)
        page.locator(OFFER).get_by_role("button", name="Hent det frem").click()
        assert [page.input_value(f"#id_{name}") for name in ("summary", "code")] == [before, "SO8"]


@pytest.mark.slow
def test_what_was_typed_in_a_row_that_somebody_has_taken_out_is_put_into_no_other(
    live_server: LiveServer, browser: Browser
) -> None:
    row = initiative()
    writing.save(Activity(municipality=row.municipality, initiative=row, title="Lukket café", position=999), by=None)
    with reading(browser, live_server.url, ada()) as reader:
        page, url = open_form(reader), f"{live_server.url}{address()}"
        last = int(page.input_value("#id_activities-INITIAL_FORMS")) - 1
        assert page.input_value(f"#id_activities-{last}-title") == "Lukket café"
        add_activity(page, "Åben café")
        page.locator(f"#activities-{last} > details > summary").click()
        page.fill(f"#id_activities-{last}-text", "Aflyst")
        page = opened_again(page, url)
        Activity.objects.filter(title="Lukket café").delete()
        page.goto(url)
        page.locator(OFFER).get_by_role("button", name="Hent det frem").click()
        found = [page.input_value(f"#id_activities-{last}-{name}") for name in ("title", "text")]
        assert found == ["Åben café", ""]
        said, text = page.locator(".pm-draft-left").inner_text().split("\n")
        assert "hørte til en række, der ikke er her mere" in said
        assert text == "Aflyst"


@pytest.mark.slow
def test_what_was_typed_comes_back_to_its_row_and_heading_whatever_their_number_is_by_now(
    live_server: LiveServer, browser: Browser
) -> None:
    row = initiative()
    town, by = row.municipality, ada()
    Activity.objects.filter(initiative=row).delete()
    for at, title in enumerate(("Den første", "Den anden", "Den tredje")):
        writing.save(Activity(municipality=town, initiative=row, title=title, position=at), by=by)
    headings = [factories.heading(town, 900 + number, f"Ny {number}") for number in range(3)]
    with reading(browser, live_server.url, by) as reader:
        page, url = open_form(reader), f"{live_server.url}{address()}"
        page.locator("#activities-group summary").first.click()
        page.locator("#activities-1 > details > summary").click()
        page.fill("#id_activities-1-text", "Om den anden")
        page.locator(f"#heading-{headings[2].number} [contenteditable]").fill("Under den tredje")
        page = opened_again(page, url)
        Activity.objects.filter(title="Den første").delete()
        factories.text(row, headings[0], "Skrevet af en anden")
        page.goto(url)
        page.locator(f"#heading-{headings[1].number} [contenteditable]").fill("Under den anden")
        page.locator(OFFER).get_by_role("button", name="Hent det frem").click()
        assert page.locator(".pm-draft-left").count() == 0
        page.click("[name=_save]")
        page.locator(".messagelist .success").wait_for()
    assert Activity.objects.get(title="Den anden").text == "Om den anden"
    assert Activity.objects.get(title="Den tredje").text == ""
    assert list(row.texts.filter(heading__in=headings).values_list("text", flat=True)) == [
        "Skrevet af en anden", "Under den anden", "Under den tredje",
    ]  # fmt: skip


@pytest.mark.slow
def test_earlier_drafts_give_way_to_what_is_typed_now_and_what_there_is_no_room_for_is_not_called_kept(
    live_server: LiveServer, browser: Browser
) -> None:
    with reading(browser, live_server.url, ada()) as reader:
        page, url = open_form(reader), f"{live_server.url}{address()}"
        page.fill("#id_summary", "Først. " * 35_000)
        page = opened_again(page, url)
        page.fill("#id_summary", "Siden. " * 35_000)
        page = opened_again(page, url)
        page.locator(OFFER).get_by_role("button", name="Hent det frem").click()
        assert page.input_value("#id_summary") == "Siden. " * 35_000
        # As pasting does: all of it at once.
        put = "at => (at.value = 'For meget. '.repeat(2e5), at.dispatchEvent(new Event('input', { bubbles: true })))"
        page.locator("#id_summary").evaluate(put)
        page.get_by_text("Browseren kan ikke holde på det").wait_for()
        assert page.get_by_text("Holdes i denne browser").count() == 0


@pytest.mark.slow
def test_two_windows_with_the_same_form(live_server: LiveServer, browser: Browser) -> None:
    """A field and a row of a group that both have changed: both versions are shown, and the choice stands."""
    leader = User.objects.get(email="leder.roedovre@demo.invalid")
    with reading(browser, live_server.url, ada()) as mine, reading(browser, live_server.url, leader) as theirs:
        for reader, words in ((mine, "Mine ord"), (theirs, "Deres ord")):
            page = open_form(reader)
            page.fill("#id_summary", words)
            page.fill("#id_texts-0-text-editor", f"{words} under en overskrift")
        theirs.page.click("[name=_save]")
        theirs.page.locator(".messagelist .success").wait_for()
        mine.page.click("[name=_save]")
        mine.page.locator(".errornote").wait_for()
        assert mine.page.locator("q").all_inner_texts() == ["Deres ord", "Deres ord under en overskrift"]
        assert mine.page.input_value("#id_summary") == "Mine ord"
        assert mine.axe() == []
        mine.page.locator("[name=choose-summary][value=mine]").check()
        mine.page.locator("[name=choose-texts-0-text][value=theirs]").check()
        mine.page.click("[name=_save]")
        mine.page.locator(".messagelist .success").wait_for()
    found = initiative()
    assert found.summary == "Mine ord"
    assert found.texts.order_by("heading__number")[0].text == "Deres ord under en overskrift"
