"""Two windows with the same initiative in Chromium: rows taken out and added, an empty heading that both fill in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Activity, Initiative
from organisation import writing
from organisation.models import User
from tests.browser import Reader, reading

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.usefixtures("portfolios")]


def person(role: str) -> User:
    return User.objects.get(email=f"{role}.roedovre@demo.invalid")


def initiative() -> Initiative:
    return Initiative.objects.get(municipality__code="0175", title__startswith="Færre ensomme")


@pytest.fixture
def draft(portfolios: None) -> Initiative:
    """With an activity, which may be taken out as long as the initiative was never approved."""
    ada, home = person("administrator"), initiative().municipality
    made = Initiative(municipality=home, reference="udkast", title="Et udkast", kind="initiative", state="planned")
    writing.save(made, by=ada)
    writing.save(Activity(municipality=home, initiative=made, title="Cafémøde"), by=ada)
    return made


@contextmanager
def two_windows(
    live_server: LiveServer, browser: Browser, row: Initiative | None = None
) -> Iterator[tuple[Reader, Reader]]:
    address = reverse("admin:initiatives_initiative_change", args=[(row or initiative()).pk])
    mine, theirs = person("administrator"), person("leder")
    with reading(browser, live_server.url, mine) as one, reading(browser, live_server.url, theirs) as other:
        for reader in (one, other):
            assert reader.open(address) == 200
        yield one, other


def row_of(page: Page, title: str) -> str:
    """The row in its group that is unfolded now."""
    page.locator("#activities-group > fieldset > details > summary").click()
    rows = page.locator("#activities-group .inline-related.has_original")
    number = next(at for at in range(rows.count()) if page.input_value(f"#id_activities-{at}-title") == title)
    page.locator(f"#activities-{number} > details > summary").click()
    return f"activities-{number}"


def add_row(page: Page, title: str) -> None:
    page.locator("#activities-group > fieldset > details > summary").click()
    if not page.locator("#activities-group .inline-related:not(.has_original):not(.empty-form)").count():
        page.locator("#activities-group .add-row a").click()
    number = int(page.locator("#id_activities-TOTAL_FORMS").input_value()) - 1
    page.fill(f"#id_activities-{number}-title", title)


def take_out(page: Page, row: str) -> None:
    page.locator(f"#id_{row}-DELETE").check()


def save(page: Page) -> None:
    page.click("[name=_save]")
    page.locator(".messagelist .success").wait_for()


def save_and_be_asked(reader: Reader) -> None:
    reader.page.click("[name=_save]")
    reader.page.locator(".errornote").wait_for()
    assert reader.axe() == []


def titles(row: Initiative) -> set[str]:
    return set(row.activities.values_list("title", flat=True))


@pytest.mark.parametrize(("answer", "stands"), [("mine", True), ("theirs", False)])
def test_a_row_that_the_other_has_taken_out(
    live_server: LiveServer, browser: Browser, draft: Initiative, answer: str, stands: bool
) -> None:
    with two_windows(live_server, browser, draft) as (mine, theirs):
        row = row_of(mine.page, "Cafémøde")
        mine.page.fill(f"#id_{row}-title", "Cafémøde om ensomhed")
        take_out(theirs.page, row_of(theirs.page, "Cafémøde"))
        save(theirs.page)
        save_and_be_asked(mine)
        assert mine.page.input_value(f"#id_{row}-title") == "Cafémøde om ensomhed"
        mine.page.locator(f"[name=choose-{row}-gone][value={answer}]").check()
        save(mine.page)
    assert ("Cafémøde om ensomhed" in titles(draft)) is stands
    assert "Cafémøde" not in titles(draft)


@pytest.mark.parametrize(("answer", "stands"), [("mine", False), ("theirs", True)])
def test_a_row_that_one_takes_out_and_the_other_has_changed(
    live_server: LiveServer, browser: Browser, draft: Initiative, answer: str, stands: bool
) -> None:
    with two_windows(live_server, browser, draft) as (mine, theirs):
        row = row_of(mine.page, "Cafémøde")
        take_out(mine.page, row)
        theirs.page.fill(f"#id_{row_of(theirs.page, 'Cafémøde')}-title", "Cafémøde om ensomhed")
        save(theirs.page)
        save_and_be_asked(mine)
        assert "Cafémøde om ensomhed" in mine.page.locator("q").first.inner_text()
        mine.page.locator(f"[name=choose-{row}-delete][value={answer}]").check()
        save(mine.page)
    assert ("Cafémøde om ensomhed" in titles(draft)) is stands


def test_rows_that_both_add_stand_beside_each_other(live_server: LiveServer, browser: Browser) -> None:
    with two_windows(live_server, browser) as (mine, theirs):
        add_row(mine.page, "Fællesspisning")
        add_row(theirs.page, "Gåtur")
        save(theirs.page)
        save(mine.page)
        assert "Gåtur" in mine.page.locator(".messagelist").inner_text()
    assert {"Fællesspisning", "Gåtur"} <= titles(initiative())


@pytest.mark.parametrize("answer", ["mine", "theirs"])
def test_an_empty_heading_that_both_fill_in(live_server: LiveServer, browser: Browser, answer: str) -> None:
    text = initiative().texts.order_by("heading__number")[0]
    heading = text.heading
    writing.delete_many([text], by=person("administrator"))
    with two_windows(live_server, browser) as (mine, theirs):
        for reader, words in ((mine, "Mine ord"), (theirs, "Deres ord")):
            reader.page.fill(f"#heading-{heading.number} [contenteditable]", words)
        save(theirs.page)
        save_and_be_asked(mine)
        asked = mine.page.locator(f"#heading-{heading.number}")
        assert asked.locator("q").inner_text() == "Deres ord"
        assert asked.locator("[contenteditable]").inner_text().strip() == "Mine ord"
        asked.locator(f".pm-both [value={answer}]").check()
        save(mine.page)
    assert initiative().texts.get(heading=heading).text == ("Mine ord" if answer == "mine" else "Deres ord")


NAMELESS = """() =>
  [...document.querySelectorAll("#activities-group .inline-related:not(.empty-form) [aria-describedby]")]
  .filter((one) => one.getAttribute("aria-describedby").split(" ").some((id) => {
    const named = document.getElementById(id);
    return !named || named.closest(".inline-related") !== one.closest(".inline-related");
  })).map((one) => `${one.id}: ${one.getAttribute("aria-describedby")}`)"""


def test_fields_of_rows_that_are_added_and_renumbered_are_described_by_their_own_help(
    live_server: LiveServer, browser: Browser
) -> None:
    with two_windows(live_server, browser) as (mine, _theirs):
        page = mine.page
        add_row(page, "Gåtur")
        page.locator("#activities-group .add-row a").click()
        number = int(page.locator("#id_activities-TOTAL_FORMS").input_value()) - 1
        page.fill(f"#id_activities-{number}-title", "Fællesspisning")
        assert page.locator(f"#activities-{number} [aria-describedby]").count() > 3
        assert page.evaluate(NAMELESS) == []
        page.locator(f"#activities-{number - 1} .inline-deletelink").click()
        assert page.input_value(f"#id_activities-{number - 1}-title") == "Fællesspisning"
        page.wait_for_timeout(50)
        assert page.evaluate(NAMELESS) == []
        assert mine.axe() == []
