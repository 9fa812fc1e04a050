"""A long list is searched in with the keyboard; the form sends what was chosen."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Initiative
from organisation import writing
from organisation.models import Body, User
from tests.browser import reading

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("portfolios")]


def add_involvement(page: Page) -> str:
    page.locator("#involvements-group summary").first.click()
    page.locator("#involvements-group .add-row a").click()
    number = int(page.locator("#id_involvements-TOTAL_FORMS").input_value()) - 1
    return f"#id_involvements-{number}"


def test_a_body_is_found_by_typing_and_chosen_with_the_keys(live_server: LiveServer, browser: Browser) -> None:
    row = Initiative.objects.get(municipality__code="0175", title__startswith="Færre ensomme")
    for name in ("Ældrerådet", "Ørestad Boligselskab", *(f"Forening {number}" for number in range(12))):
        writing.save(
            Body(
                municipality=row.municipality,
                name=name,
                kind="partner",
                reference=f"b-{len(name)}-{name[-2:].strip().lower()}",
            ),
            by=None,
        )
    user = User.objects.get(email="administrator.roedovre@demo.invalid")
    with reading(browser, live_server.url, user) as reader:
        page = reader.page
        reader.open(reverse("admin:initiatives_initiative_change", args=[row.pk]))
        prefix = add_involvement(page)
        page.select_option(f"{prefix}-role", "partner")
        search = page.locator(f"{prefix}-body-search")
        search.focus()
        page.keyboard.type("oerestad")
        expect(search).to_have_attribute("aria-expanded", "true")
        expect(search).to_have_attribute("aria-activedescendant", f"{prefix[1:]}-body-search-list-0")
        assert reader.axe() == []
        reader.said.clear()
        page.keyboard.press("Enter")
        expect(search).to_have_value("Ørestad Boligselskab")
        # The only choice that fits is taken also without Enter, and by who clicks in a field that is filled.
        state = page.locator("#id_state-search")
        state.click()
        page.keyboard.type("planl")
        page.keyboard.press("Tab")
        expect(state).to_have_value("planlagt")
        # Words that are no choice stay and are told of; saving stops at them, and Escape brings the choice back.
        search.focus()
        page.keyboard.type(" Xyz")
        page.keyboard.press("Tab")
        expect(search).to_have_value("Ørestad Boligselskab Xyz")
        expect(search).to_have_attribute("aria-invalid", "true")
        assert reader.axe() == []
        reader.said.clear()
        page.click("[name=_save]")
        expect(search).to_be_focused()
        expect(page.locator(f"{prefix}-body-search-refusal")).to_contain_text("er ikke en af mulighederne")
        page.keyboard.press("Escape")
        expect(search).to_have_value("Ørestad Boligselskab")
        expect(search).not_to_have_attribute("aria-invalid", "true")
        page.click("[name=_save]")
        page.locator(".messagelist .success").wait_for()
        assert reader.said == []
    assert row.involvements.filter(body__name="Ørestad Boligselskab", role="partner").exists()
    row.refresh_from_db()
    assert row.state == "planned"


@pytest.mark.slow
def test_what_is_not_in_the_list_is_made_beside_it(live_server: LiveServer, browser: Browser) -> None:
    row = Initiative.objects.get(municipality__code="0175", title__startswith="Færre ensomme")
    user = User.objects.get(email="administrator.roedovre@demo.invalid")
    with reading(browser, live_server.url, user) as reader:
        page = reader.page
        reader.open(reverse("admin:initiatives_initiative_change", args=[row.pk]))
        prefix = add_involvement(page)
        page.select_option(f"{prefix}-role", "partner")
        page.fill(f"{prefix}-body-search", "Foreningen Fristedet")
        page.keyboard.press("Enter")
        expect(page.locator(f"{prefix}-new_body")).to_be_focused()
        assert page.input_value(f"{prefix}-new_body") == "Foreningen Fristedet"
        page.locator(f"{prefix}-new_body_kind").evaluate(
            "one => { one.value = 'partner'; one.dispatchEvent(new Event('change', { bubbles: true })); }"
        )
        assert reader.axe() == []
        page.click("[name=_continue]")
        page.locator(".messagelist .success").wait_for()
    assert Body.objects.get(name="Foreningen Fristedet").involvements.filter(initiative=row).exists()
