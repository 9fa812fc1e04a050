"""An impatient second press does nothing: no row is made twice, and what was done is not answered with a refusal."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Suggestion, TargetGroup
from organisation.access import Role
from tests import factories
from tests.browser import reading
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press_twice(button: Locator) -> None:
    """As a hand does it: the second press comes before the first is answered."""
    button.evaluate("button => { button.click(); setTimeout(() => button.click(), 20); }")


def test_a_row_is_made_once(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    with reading(browser, live_server.url, cast.koebenhavn[Role.CASEWORKER]) as reader:
        reader.open("/0101/katalog/")
        form = reader.page.locator("form", has=reader.page.locator("[name=description]"))
        form.locator("[name=name]").fill("Bostøtte")
        form.locator("[name=description]").fill("Hjælp i hjemmet")
        press_twice(form.locator("button[name=suggest]"))
        reader.page.get_by_text("er foreslået").first.wait_for()
    assert Suggestion.objects.count() == 1
    with reading(browser, live_server.url, cast.koebenhavn.administrator) as reader:
        reader.open("/admin/initiatives/targetgroup/add/")
        reader.page.locator("#id_name").fill("Unge uden bolig")
        press_twice(reader.page.locator("[name=_save]"))
        reader.page.locator(".messagelist").wait_for()
    assert TargetGroup.objects.filter(name="Unge uden bolig").count() == 1


@pytest.mark.slow
def test_what_was_done_is_not_refused_afterwards(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    town = cast.koebenhavn
    row = factories.initiative(town.municipality, "Natcafé", by=town.administrator)
    with reading(browser, live_server.url, town.administrator) as reader:
        reader.open(f"/admin/initiatives/initiative/{row.pk}/change/")
        reader.page.locator("#reason-archive").fill("Slut")
        press_twice(reader.page.locator("form", has=reader.page.locator("#reason-archive")).locator("button"))
        reader.page.locator(".messagelist .success").first.wait_for()
        assert "403" not in reader.page.title()
        # Who has come back to the page presses again.
        reader.page.go_back()
        reader.page.go_forward()
        reader.page.locator("h1").wait_for()
    row.refresh_from_db()
    assert row.is_archived
