"""How much a task takes, in presses, choices and fields: printed, and held."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Initiative, StatusUpdate
from organisation.access import Role
from tests import factories
from tests.browser import reading
from tests.cast import Cast
from tests.counting import Counted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_FOR_A_STATUS = 6


@pytest.fixture
def initiative(cast: Cast) -> Initiative:
    town = cast.koebenhavn
    one = factories.initiative(town.municipality, "Natcafé", by=town.administrator, reference="natcafe")
    factories.owner(one, town.department)
    factories.status_update(
        one, town[Role.CASEWORKER], approved_by=town[Role.MANAGER], as_of=datetime.date(2018, 6, 30)
    )
    return one


def test_a_status_takes_at_most_six_interactions(
    live_server: LiveServer, browser: Browser, cast: Cast, initiative: Initiative
) -> None:
    """From one's work: green with a text, yellow with reason and action, and no change."""
    town = cast.koebenhavn
    with reading(browser, live_server.url, town[Role.CASEWORKER]) as reader:
        page = reader.page

        def begin() -> Counted:
            StatusUpdate.objects.exclude(state="approved").delete()
            reader.open("/0101/arbejde/")
            does = Counted(page)
            does.press(page.get_by_role("link", name="Giv status"))
            return does

        calm = begin()
        calm.write(page.get_by_label("Status kort"), "To er flyttet i egen bolig.")
        calm.press(page.get_by_role("button", name="Send til godkendelse"))
        worse = begin()
        worse.tick(page.locator("[name=progress_light][value=yellow]"))
        worse.write(page.get_by_label("Status kort"), "Åbningen er udsat.")
        worse.write(page.get_by_label("Begrundelse"), "Lokalet er ikke færdigt.")
        worse.write(page.get_by_label("Handling"), "Vi låner et andet til maj.")
        worse.press(page.get_by_role("button", name="Send til godkendelse"))
        same = begin()
        same.press(page.get_by_role("button", name="Ingen ændring"))
        expect(page.get_by_text("sendt til godkendelse").first).to_be_visible()
    assert calm.interactions <= 3
    assert worse.interactions <= MOST_FOR_A_STATUS
    assert same.interactions <= 2
    calm.say("one status, as planned")
    worse.say("one status, yellow")
    same.say("one status, no change")


@pytest.mark.slow
def test_a_status_that_is_not_taken_goes_on_at_the_first_wrong_field(
    live_server: LiveServer, browser: Browser, cast: Cast, initiative: Initiative
) -> None:
    with reading(browser, live_server.url, cast.koebenhavn[Role.CASEWORKER], width=320) as reader:
        page = reader.page
        reader.open("/0101/indsatser/natcafe/status/")
        for light in ("progress_light", "economy_light", "effect_light"):
            page.locator(f"input[name={light}][value=yellow]").check()
        page.fill("textarea[name=text]", "To forløb er forsinket.")
        page.locator(".pm-buttons button[name=submit]").press("Enter")
        expect(page.get_by_text("Gult og rødt kræver en begrundelse.")).to_be_visible()
        expect(page.locator("textarea[name=reason]")).to_be_focused()
        assert page.input_value("textarea[name=text]") == "To forløb er forsinket."
        assert reader.sideways() == 0
        assert reader.axe() == []


def test_ten_statuses_are_approved_at_once(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    town = cast.koebenhavn
    for number in range(10):
        one = factories.initiative(town.municipality, f"Indsats {number}", by=town.administrator)
        factories.status_update(one, town[Role.CASEWORKER]).submit(by=town[Role.CASEWORKER])
    with reading(browser, live_server.url, town[Role.MANAGER]) as reader:
        page = reader.page
        reader.open("/0101/arbejde/")
        does = Counted(page)
        does.press(page.get_by_role("link", name="10 statusser venter"))
        does.press(page.locator("button[data-ticks=update]"))
        does.press(page.get_by_role("button", name="Godkend dem med hak"))
        expect(page.get_by_text("10 statusser er godkendt")).to_be_visible()
        assert reader.said == []
    assert does.interactions == 3
    does.say("approve ten statuses")
    assert StatusUpdate.objects.filter(state="approved").count() == 10
