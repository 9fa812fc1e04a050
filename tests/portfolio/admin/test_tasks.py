"""What the daily work on the screens takes, counted in Chromium."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from budgets.models import Entry
from indicators.models import IndicatorInitiative
from initiatives.models import Initiative
from organisation.models import User
from tests.browser import reading
from tests.counting import Counted

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.usefixtures("portfolios")]
MOST_INTERACTIONS, MOST_FIELDS = 20, 8


def open_group(counted: Counted, page: Page, prefix: str) -> None:
    counted.press(page.locator(f"#{prefix}-group > fieldset > details > summary"))


def test_a_new_initiative_with_budget_and_indicator(live_server: LiveServer, browser: Browser) -> None:
    user = User.objects.get(email="administrator.roedovre@demo.invalid")
    with reading(browser, live_server.url, user) as reader:
        reader.open(reverse("admin:initiatives_initiative_changelist"))
        page, counted = reader.page, Counted(reader.page)
        counted.press(page.locator(".object-tools .addlink"))
        counted.write(page.locator("#id_title"), "Flere i egen bolig")
        counted.press(page.locator("[name=_save]"))
        open_group(counted, page, "line_links")
        counted.press(page.locator("#line_links-0 .collapse summary"))
        counted.write(page.locator("#id_line_links-0-new_line"), "Løn til bostøtte")
        open_group(counted, page, "indicator_links")
        counted.press(page.locator("#indicator_links-0 .collapse summary"))
        counted.write(page.locator("#id_indicator_links-0-new_indicator"), "Antal i egen bolig")
        counted.choose(page.locator("#id_indicator_links-0-new_indicator_unit-search"), "antal")
        counted.press(page.locator("[name=_continue]"))
        page.locator(".messagelist .success").wait_for()
        open_group(counted, page, "line_links")
        counted.press(page.locator("#line_links-0 summary").first)
        counted.press(page.locator("#line_links-0 .field-line_link a"))
        open_group(counted, page, "entries")
        counted.choose(page.locator("#id_entries-0-kind"), "oprindeligt budget")
        counted.choose(page.locator("#id_entries-0-decision_state"), "foreslået")
        counted.write(page.locator("#id_entries-0-year"), "2018")
        counted.write(page.locator("#id_entries-0-amount"), "1.250.000")
        counted.press(page.locator("[name=_save]"))
        page.locator(".messagelist .success").wait_for()
        assert reader.said == []
    counted.say("new initiative with budget and indicator")
    made = Initiative.objects.get(title="Flere i egen bolig")
    assert Entry.objects.get(line__initiatives=made).amount_ore == 125_000_000
    assert IndicatorInitiative.objects.get(initiative=made).indicator.name == "Antal i egen bolig"
    assert counted.interactions <= MOST_INTERACTIONS
    assert len(counted.fields) <= MOST_FIELDS
