"""What is typed on any page with a form survives a session that ends before the button is pressed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.test import Client
from playwright.sync_api import Browser, Locator, Page
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Heading, Suggestion
from organisation import writing
from organisation.access import Role
from organisation.models import User
from portfolio.reports.models import Report, ReportState
from tests import factories
from tests.browser import Reader, reading
from tests.cast import Cast
from tests.portfolio.plans.documents import as_text, five_by_ten

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OFFER, KEPT = ".pm-draft-offer", "Holdes i denne browser"
WORDS = "Skrevet, mens sessionen udløb"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def sign_in(page: Page, live_server: LiveServer, user: User) -> None:
    client = Client()
    client.force_login(user)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )


def typed(page: Page, fields: Mapping[str, str]) -> None:
    for field, words in fields.items():
        for fold in page.locator("details:not([open])", has=page.locator(field)).all():
            fold.locator("summary").first.click()
        # As pasting does: a long text at once.
        page.focus(field)
        page.locator(field).evaluate(
            "(at, words) => { at.value = words; at.dispatchEvent(new Event('input', { bubbles: true })); }", words
        )
    in_form(page, next(iter(fields))).get_by_text(KEPT).wait_for()
    # It stands there from the first field on; the last one is kept a moment after it was typed.
    page.wait_for_timeout(500)


def in_form(page: Page, field: str) -> Locator:
    return page.locator("form", has=page.locator(field))


def press(page: Page, field: str) -> None:
    in_form(page, field).locator("button[type=submit]").first.click()


def fetched(page: Page, fields: Mapping[str, str]) -> dict[str, str]:
    """The offer is in sight, also inside what is folded together."""
    in_form(page, next(iter(fields))).locator(OFFER).get_by_role("button", name="Hent det frem").click()
    return {field: page.input_value(field) for field in fields}


def signed_out_meanwhile(
    reader: Reader, live_server: LiveServer, user: User, path: str, fields: dict[str, str], *, offers: int = 1
) -> None:
    page = reader.page
    assert reader.open(path) == 200
    typed(page, fields)
    Session.objects.all().delete()
    press(page, next(iter(fields)))
    page.wait_for_url("**/konto/**")
    sign_in(page, live_server, user)
    assert reader.open(path) == 200
    assert page.locator(OFFER).count() == offers
    assert reader.axe() == []
    assert fetched(page, fields) == fields
    assert reader.axe() == []
    assert reader.sideways() <= 0


def saved(page: Page, field: str, path: str, live_server: LiveServer) -> None:
    """The button is pressed, and nothing is offered any more."""
    press(page, field)
    page.locator(".alert-success[data-message]").wait_for()
    page.wait_for_load_state()
    page.goto(f"{live_server.url}{path}")
    assert page.locator(".pm-draft").count()
    assert page.locator(OFFER).count() == 0


@pytest.mark.slow
def test_a_plan_that_is_pasted_and_corrected(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    ada, listed, first = cast.koebenhavn.administrator, "/0101/handleplaner/", "/0101/handleplaner/1/indsats/1/"
    with reading(browser, live_server.url, ada, width=320) as reader:
        pasted = {"#id_text": as_text(five_by_ten()) + "\n\n" + "ord " * 110_000}
        signed_out_meanwhile(reader, live_server, ada, listed, pasted)
        saved(reader.page, "#id_text", listed, live_server)
        assert reader.open(first) == 200
        corrected = {"#id_names": "Et andet navn", "[name=text-4]": WORDS}
        signed_out_meanwhile(reader, live_server, ada, first, corrected)
        saved(reader.page, "#id_names", first, live_server)
        assert reader.page.input_value("[name=text-4]") == WORDS


@pytest.mark.slow
def test_what_is_fetched_into_a_plan_does_not_write_over_what_was_corrected_since(
    live_server: LiveServer, browser: Browser, cast: Cast
) -> None:
    ada, first = cast.koebenhavn.administrator, f"{live_server.url}/0101/handleplaner/1/indsats/1/"
    with reading(browser, live_server.url, ada) as reader:
        page = reader.page
        reader.open("/0101/handleplaner/")
        page.fill("#id_text", as_text(five_by_ten()))
        press(page, "#id_text")
        page.goto(first)
        typed(page, {"[name=text-4]": WORDS})
        other = page.context.new_page()
        other.goto(first)
        other.fill("[name=text-4]", "Rettet af en anden")
        press(other, "#id_names")
        other.locator(".alert-success").wait_for()
        page.goto(first)
        assert fetched(page, {"[name=text-4]": ""}) == {"[name=text-4]": WORDS}
        press(page, "#id_names")
        page.get_by_text("En anden har rettet indsatsen imens").first.wait_for()
        assert page.input_value("[name=text-4]") == WORDS
        press(page, "#id_names")
        page.locator(".alert-success").wait_for()
        page.goto(first)
        assert page.input_value("[name=text-4]") == WORDS


@pytest.mark.slow
def test_headings_that_are_added_and_renamed(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    """Each form of the page has its own draft."""
    ada, path, home = cast.koebenhavn.administrator, "/0101/overskrifter/", cast.koebenhavn.municipality
    first, second = (factories.heading(home, number, label) for number, label in enumerate(("Formål", "Mål"), start=1))
    label, new = f"#l{second.pk}", {"#id_label": "Ny", "#id_help_text": WORDS}
    with reading(browser, live_server.url, ada, width=320) as reader:
        page = reader.page
        reader.open(path)
        typed(page, new)
        signed_out_meanwhile(reader, live_server, ada, path, {label: "Om målet", f"#t{second.pk}": WORDS}, offers=2)
        assert page.locator(f"li#h-{first.pk} > details").get_attribute("open") is None
        assert page.input_value("#id_label") == ""
        press(page, label)
        page.locator(".alert-success").wait_for()
        page.wait_for_load_state()
        assert page.locator(OFFER).count() == 1
        assert fetched(page, new) == new
        saved(page, "#id_label", path, live_server)
    assert list(Heading.objects.order_by("number").values_list("label", flat=True)) == ["Formål", "Om målet", "Ny"]


@pytest.mark.slow
def test_a_heading_that_is_refused(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    ada, path, home = cast.koebenhavn.administrator, "/0101/overskrifter/", cast.koebenhavn.municipality
    _first, second = (factories.heading(home, number, label) for number, label in enumerate(("Formål", "Mål"), start=1))
    fields = {f"#l{second.pk}": "Formål", f"#t{second.pk}": WORDS}
    with reading(browser, live_server.url, ada) as reader:
        page = reader.page
        reader.open(path)
        typed(page, fields)
        press(page, f"#l{second.pk}")
        page.locator(f"#l{second.pk}[aria-invalid=true]").wait_for()
        page.wait_for_load_state()
        assert page.locator(OFFER).count() == 0
        # Gone back from and named otherwise, the name that was refused is offered still: it is words, no mistyped date.
        page.go_back()
        page.locator(OFFER).wait_for()
        typed(page, {**fields, f"#l{second.pk}": "Noget andet"})
        press(page, f"#l{second.pk}")
        page.locator(".alert-success").wait_for()
        page.wait_for_load_state()
        reader.open(path)
        assert fetched(page, fields) == fields


@pytest.mark.slow
def test_why_two_are_the_same(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    ada, home = cast.koebenhavn.administrator, cast.koebenhavn.municipality
    kept, other = (factories.target_group(home, name) for name in ("Ældre", "ældre!"))
    path = f"/0101/dubletter/?slags=maalgruppe&keep={kept.pk}&other={other.pk}"
    with reading(browser, live_server.url, ada, width=320) as reader:
        signed_out_meanwhile(reader, live_server, ada, path, {"#id_reason": WORDS})
        press(reader.page, "#id_reason")
        reader.page.locator(".alert-success").wait_for()
    assert not type(other).objects.all().unmerged().filter(pk=other.pk).exists()


@pytest.mark.slow
def test_the_answers_to_suggestions(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    town, path = cast.koebenhavn, "/katalog/forslag/"
    for name in ("ACT", "Bostøtte"):
        row = Suggestion(municipality=town.municipality, kind="method", name=name, suggested_by=town[Role.CASEWORKER])
        writing.save(row, by=town[Role.CASEWORKER])
    first, second = Suggestion.objects.order_by("pk")
    with reading(browser, live_server.url, cast.operator, width=320) as reader:
        field = f"#id_s{second.pk}-answer"
        signed_out_meanwhile(reader, live_server, cast.operator, path, {field: WORDS})
        assert reader.page.input_value(f"#id_s{first.pk}-answer") == ""
        saved(reader.page, field, path, live_server)
    second.refresh_from_db()
    assert second.answer == WORDS


@pytest.mark.slow
def test_why_a_report_is_corrected(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    ada = cast.koebenhavn.administrator
    row = Report(
        municipality=cast.koebenhavn.municipality, title="Status", reference="status", as_of=date(2018, 6, 1),
        created_by=ada, snapshot='{"title":"Status"}', state=ReportState.APPROVED, frozen_at=factories.NOON,
        approved_at=factories.NOON, approved_by=ada, pages=3,
    )  # fmt: skip
    row.snapshot_sha256 = hashlib.sha256(row.snapshot.encode()).hexdigest()
    row.pdf.save("status.pdf", ContentFile(b"%PDF-1.7 status"), save=False)
    writing.save(row, by=ada)
    with reading(browser, live_server.url, ada, width=320) as reader:
        signed_out_meanwhile(reader, live_server, ada, "/0101/rapporter/status/", {"#reason": WORDS})


@pytest.mark.slow
def test_an_absence_and_a_handing_over(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    ada, carl = cast.koebenhavn.administrator, cast.koebenhavn[Role.CASEWORKER]
    with reading(browser, live_server.url, ada, width=320) as reader:
        away = {"#id_starts_on": "01-12-2030", "#id_ends_on": "31-12-2030"}
        signed_out_meanwhile(reader, live_server, ada, "/0101/fravaer/", away)
        gone = {"#id_ends_on": "31-12-2030"}
        signed_out_meanwhile(reader, live_server, ada, f"/0101/personer/{carl.pk}/overdrag/", gone)


@pytest.mark.slow
def test_a_status_that_is_refused_gone_back_from_and_written_again(
    live_server: LiveServer, browser: Browser, cast: Cast
) -> None:
    """Saved, nothing of it is offered. Of two windows the newest words are fetched, and the older are shown."""
    town = cast.koebenhavn
    initiative = factories.initiative(town.municipality, "Housing First", by=town.administrator)
    path = f"{initiative.get_absolute_url()}status/"
    with reading(browser, live_server.url, town.administrator) as reader:
        page = reader.page

        def give(day: str) -> None:
            for light in ("progress", "economy", "effect"):
                page.check(f"[name={light}_light][value=grey]")
            typed(page, {"#id_text": WORDS, "#id_as_of": day})
            page.click("[name=submit]")

        reader.open(path)
        give("32.1.2026")
        page.locator("#id_as_of[aria-invalid=true]").wait_for()
        page.go_back()
        page.locator(OFFER).wait_for()
        give("31.1.2026")
        page.locator(".alert-success[data-message]").wait_for()
        # While it waits no form stands there.
        reader.open(path)
        page.locator("form[action$='/traek-tilbage/'] button").click()
        page.locator("#id_text").wait_for()
        assert page.locator(OFFER).count() == 0
        for words in ("Skrevet først", "Skrevet sidst"):
            window = page.context.new_page()
            window.goto(f"{live_server.url}{path}")
            typed(window, {"#id_text": words})
            window.close()
        reader.open(path)
        assert fetched(page, {"#id_text": ""}) == {"#id_text": "Skrevet sidst"}
        assert "Skrevet først" in page.locator(".pm-draft-left").inner_text()


@pytest.mark.slow
def test_a_reason_beside_a_button(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    """The button has no page of its own: the sign-in leads to the page that it stands on."""
    town = cast.koebenhavn
    mona, initiative = (
        town[Role.MANAGER],
        factories.initiative(town.municipality, "Housing First", by=town[Role.MANAGER]),
    )
    factories.status_update(initiative, town[Role.CASEWORKER]).submit(by=town[Role.CASEWORKER])
    screen = f"/admin/initiatives/initiative/{initiative.pk}/change/"
    with reading(browser, live_server.url, mona, width=320) as reader:
        page = reader.page
        for path, field in (("/0101/status/", "#r1"), (screen, "#reason-archive")):
            reader.open(path)
            typed(page, {field: WORDS})
            Session.objects.all().delete()
            press(page, field)
            page.wait_for_url(f"**/konto/log-ind/?next={path}")
            sign_in(page, live_server, mona)
            reader.open(path)
            assert fetched(page, {field: WORDS}) == {field: WORDS}
            assert reader.axe() == []
            assert reader.sideways() <= 0
        page.locator("#reason-archive").press("Enter")
        page.locator(".messagelist .success").wait_for()
        page.wait_for_load_state()
        assert page.evaluate("Object.keys(localStorage).filter((one) => one.includes('archive'))") == []
