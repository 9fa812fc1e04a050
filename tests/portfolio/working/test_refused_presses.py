"""A button that is refused leaves what was typed beside it in its field, on the page that it was typed on."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Initiative, StatusUpdate
from organisation import writing
from organisation.access import Role
from organisation.models import User
from portfolio.reports.models import Report, ReportState
from tests import factories
from tests.browser import reading
from tests.cast import Cast

pytestmark = pytest.mark.django_db
NUMBER = 'Borger 010190-1234 "fra Valby"'
LONG = "Begrundelsen er klippet ind fra et dokument. " * 12
SAID = {NUMBER: "ligner et CPR-nummer", LONG: "har 539 tegn; der er plads til højst 500. Gør teksten kortere."}
LIST = "/0101/status/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def typed(answer: Any, field_id: str) -> str:
    """What stands in a field of a refused page, as the browser shows it."""
    assert answer.status_code == 400
    page = answer.content.decode()
    field = re.search(rf'<input[^>]* id="{field_id}"[^>]*>|<textarea[^>]* id="{field_id}"[^>]*>([^<]*)', page)
    assert field, field_id
    value = re.search(r' value="([^"]*)"', field[0])
    return unescape(value[1] if value else field[1] or "")


@pytest.fixture(params=[NUMBER, LONG], ids=["number", "long"])
def wrong(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def initiative(cast: Cast) -> Initiative:
    town = cast.koebenhavn
    return factories.initiative(town.municipality, "Housing First", by=town.administrator, reference="housing-first")


@pytest.fixture
def submitted(cast: Cast, initiative: Initiative) -> StatusUpdate:
    update = factories.status_update(initiative, cast.koebenhavn[Role.CASEWORKER])
    update.submit(by=cast.koebenhavn[Role.CASEWORKER])
    return update


@pytest.fixture
def report(cast: Cast) -> Report:
    town = cast.koebenhavn
    made = Report(municipality=town.municipality, title="Status", reference="status", as_of=date(2018, 6, 1))
    made.created_by = town.administrator
    return writing.save(made, by=town.administrator)


def test_a_status_that_is_not_sent_back(cast: Cast, submitted: StatusUpdate, wrong: str) -> None:
    mona = signed_in(cast.koebenhavn[Role.MANAGER])
    stamp = mona.get(LIST).context["round"].waiting[0].stamp
    of = submitted.initiative.get_absolute_url()
    answer = mona.post(f"{LIST}returner/", {"update": stamp, "of": of, "reason": wrong})
    assert typed(answer, "r1") == wrong
    page = answer.content.decode()
    assert SAID[wrong] in page
    # The field is not hidden behind its summary, and links and the change of language lead to the page itself.
    assert re.search(r'<details class="details" open><summary[^>]*>Send tilbage med en begrundelse', page)
    assert f'<input type="hidden" name="next" value="{LIST}">' in page
    assert f'href="{LIST}?vis=mangler"' in page
    # And if the session ends before it is pressed again, the browser has kept it.
    assert f'data-draft="{cast.koebenhavn[Role.MANAGER].pk}:{LIST}?{of}" data-refused' in page
    assert mona.post(f"{LIST}returner/", {"update": stamp, "reason": "Mangler tal"}).status_code == 302
    submitted.refresh_from_db()
    assert submitted.return_reason == "Mangler tal"
    # It is sent in once more while Mona looks: what she has written stands at the new one.
    submitted.text = "Skrevet om"
    writing.save(submitted, by=cast.koebenhavn[Role.CASEWORKER])
    submitted.submit(by=cast.koebenhavn[Role.CASEWORKER])
    again = mona.post(f"{LIST}returner/", {"update": stamp, "of": of, "reason": "Mangler stadig tal"})
    assert typed(again, "r1") == "Mangler stadig tal"


@pytest.mark.parametrize("name", [NUMBER, "Halvårsstatus " * 8])
def test_a_template_that_is_not_kept(cast: Cast, report: Report, name: str) -> None:
    answer = signed_in(cast.koebenhavn.administrator).post("/0101/rapporter/status/gem", {"name": name})
    assert typed(answer, "name") == name
    assert '<input type="hidden" name="next" value="/0101/rapporter/status/">' in answer.content.decode()


@pytest.mark.parametrize(
    ("act", "field", "text"), [("send", "to", NUMBER), ("send", "to", LONG), ("ret", "reason", NUMBER)]
)
def test_a_report_that_is_approved(cast: Cast, report: Report, act: str, field: str, text: str) -> None:
    report.snapshot = '{"title":"Status"}'
    report.snapshot_sha256 = hashlib.sha256(report.snapshot.encode()).hexdigest()
    report.state, report.frozen_at, report.approved_at = ReportState.APPROVED, factories.NOON, factories.NOON
    report.approved_by = cast.koebenhavn.administrator
    report.pages = 3
    report.pdf.save("status.pdf", ContentFile(b"%PDF-1.7 status"), save=False)
    writing.save(report, by=report.approved_by)
    answer = signed_in(cast.koebenhavn.administrator).post(f"/0101/rapporter/status/{act}", {field: text})
    assert typed(answer, field) == text
    report.refresh_from_db()
    assert report.state == ReportState.APPROVED


def test_a_view_that_is_not_saved(cast: Cast, wrong: str) -> None:
    answer = signed_in(cast.koebenhavn.administrator).post("/0101/visninger/gem", {"name": wrong, "query": "light=red"})
    assert typed(answer, "view-name") == wrong
    assert answer.context["filters"].address == "light=red"


def test_a_role_that_does_not_end(cast: Cast) -> None:
    ada, role = signed_in(cast.koebenhavn.administrator), cast.koebenhavn[Role.CASEWORKER].memberships.get()
    name = cast.koebenhavn[Role.CASEWORKER].name
    said = {"ends_on": "i morgen", "role": role.pk, "on": f"q={name}"}
    answer = ada.post(reverse("role-end", args=["0101", role.pk]), said)
    assert typed(answer, f"e{role.pk}") == "i morgen"
    assert answer.context["q"] == name
    assert ada.post(reverse("role-end", args=["0101", role.pk]), said | {"ends_on": "31-12-2030"}).status_code == 302


def test_a_button_of_a_screen(cast: Cast, initiative: Initiative, submitted: StatusUpdate, wrong: str) -> None:
    mona = signed_in(cast.koebenhavn[Role.MANAGER])
    screen = reverse("admin:initiatives_statusupdate_change", args=[submitted.pk])
    press = reverse("admin:initiatives_statusupdate_verb", args=[submitted.pk, "send-back"])
    answer = mona.post(press, {"verb": "send-back", "reason": wrong})
    assert typed(answer, "reason-send-back") == wrong
    assert SAID[wrong] in answer.content.decode()
    assert typed(answer, "reason-approve") == ""
    # Saving the rest of the screen is not to press the button again.
    assert f'action="{screen}"' in answer.content.decode()
    kept = f'data-draft="{cast.koebenhavn[Role.MANAGER].pk}:{screen}'
    assert f'{kept}?send-back" data-refused' in answer.content.decode()
    assert f'{kept}?approve" data-unsaved' in answer.content.decode()


def test_an_action_of_a_list_with_its_ticks(cast: Cast, initiative: Initiative, wrong: str) -> None:
    other = factories.initiative(cast.koebenhavn.municipality, "Aktiv ven", by=cast.koebenhavn.administrator)
    ada, address = signed_in(cast.koebenhavn.administrator), reverse("admin:initiatives_initiative_changelist")
    said = {"action": "archive", "reason": wrong, "_selected_action": [initiative.pk], "index": "0"}
    answer = ada.post(address, said)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert SAID[wrong] in page
    boxes = re.findall(r'<input checked[^>]*name="_selected_action" value="(\d+)"', page)
    assert boxes == [str(initiative.pk)]
    assert f'name="_selected_action" value="{other.pk}"' in page
    assert '<option value="archive" selected>' in page
    assert answer.context["action_form"]["reason"].value() == wrong
    initiative.refresh_from_db()
    assert not initiative.is_archived


def test_all_of_a_list_that_was_chosen_is_told_to_be_ticked_no_more(cast: Cast, initiative: Initiative) -> None:
    lists, ada = reverse("admin:initiatives_initiative_changelist"), signed_in(cast.koebenhavn.administrator)
    said = {"action": "archive", "_selected_action": [initiative.pk], "reason": NUMBER}
    for across, is_told in (("1", True), ("0", False)):
        page = ada.post(lists, {**said, "select_across": across}).content.decode()
        assert ("Kun rækkerne på denne side er valgt nu" in page) is is_told


@pytest.mark.parametrize("lacks", ["_selected_action", "action"])
def test_an_action_that_lacks_its_ticks_or_its_choice(cast: Cast, initiative: Initiative, lacks: str) -> None:
    ada, address = signed_in(cast.koebenhavn.administrator), reverse("admin:initiatives_initiative_changelist")
    said: dict[str, Any] = {"action": "archive", "reason": "Slut", "_selected_action": [initiative.pk], "index": "0"}
    answer = ada.post(address, {name: value for name, value in said.items() if name != lacks})
    assert answer.status_code == 400
    assert answer.context["action_form"]["reason"].value() == "Slut"
    assert answer.content.decode().count('<li class="warning">') == 1


def test_a_deletion_that_is_not_done(cast: Cast, wrong: str) -> None:
    town = cast.koebenhavn
    draft = factories.initiative(town.municipality, "Kladden")
    address = reverse("admin:initiatives_initiative_delete", args=[draft.pk])
    answer = signed_in(town.administrator).post(address, {"post": "yes", "reason": wrong})
    assert typed(answer, "delete-reason") == wrong
    assert SAID[wrong] in answer.content.decode()
    assert Initiative.objects.filter(pk=draft.pk).exists()


def test_a_page_that_is_shown_again_does_nothing_with_what_was_sent(cast: Cast, submitted: StatusUpdate) -> None:
    """The field of one form never does the work of another."""
    mona, before = signed_in(cast.koebenhavn[Role.MANAGER]), submitted.text
    press = reverse("admin:initiatives_statusupdate_verb", args=[submitted.pk, "send-back"])
    mona.post(press, {"verb": "send-back", "reason": NUMBER, "text": "Skrevet over", "_save": "1"})
    submitted.refresh_from_db()
    assert (submitted.state, submitted.text) == ("submitted", before)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_in_a_browser(live_server: LiveServer, browser: Browser, cast: Cast, submitted: StatusUpdate) -> None:
    screen = reverse("admin:initiatives_statusupdate_change", args=[submitted.pk])
    with reading(browser, live_server.url, cast.koebenhavn[Role.MANAGER], width=320) as reader:
        page = reader.page
        reader.open(LIST)
        page.locator("summary", has_text="Send tilbage med en begrundelse").click()
        page.locator("#r1").fill(NUMBER)
        page.locator("#r1").press("Enter")
        page.get_by_role("alert").wait_for()
        assert page.locator("#r1").input_value() == NUMBER
        assert page.locator("#r1").is_visible()
        assert reader.axe() == []
        page.get_by_role("button", name="English").or_(page.get_by_role("link", name="English")).first.click()
        page.locator("html[lang=en]").wait_for()
        assert page.url.endswith(LIST)
        reader.open(screen)
        page.locator("#reason-send-back").fill(NUMBER)
        page.locator("#reason-send-back").press("Enter")
        page.locator(".errornote, .messagelist").first.wait_for()
        assert page.locator("#reason-send-back").input_value() == NUMBER
        assert reader.axe() == []
        assert reader.sideways() == 0


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_what_is_pasted_is_not_cut_by_the_browser(
    live_server: LiveServer, browser: Browser, cast: Cast, initiative: Initiative, submitted: StatusUpdate
) -> None:
    """A reason, a title, a row of a group and a heading, each longer than it may be."""
    long, home = "Indsat fra et dokument. " * 53, cast.koebenhavn.municipality
    heading = factories.heading(home, 1, "Formål")
    screens = {
        reverse("admin:initiatives_initiative_change", args=[initiative.pk]): ["#id_title", "#id_change_reason"],
        reverse("admin:initiatives_initiative_add"): ["#id_title", "#id_code"],
        reverse("admin:initiatives_initiative_changelist"): [".actions [name=reason]"],
        "/0101/overskrifter/": ["#id_label", f"#l{heading.pk}"],
        "/0101/strategier/s1/maal/": ["#id_title"],
    }
    factories.strategy(home, "Udsathed", by=cast.koebenhavn.administrator, reference="s1")
    with reading(browser, live_server.url, cast.koebenhavn.administrator) as reader:
        page = reader.page
        for address, fields in screens.items():
            assert reader.open(address) == 200
            for field in fields:
                # As pasting does, and filling by script does not, the browser's limit is obeyed.
                page.evaluate(
                    "(field) => { const at = document.querySelector(field); at.value = ''; "
                    "for (let f = at.closest('details'); f; f = f.parentElement.closest('details')) f.open = true; "
                    "at.focus(); }",
                    field,
                )
                page.keyboard.insert_text(long)
                assert page.input_value(field) == long, f"{address} {field}"
        reader.open(next(iter(screens)))
        page.locator("#id_title").fill(long)
        page.click("[name=_save]")
        page.locator(".errornote").wait_for()
        assert page.input_value("#id_title") == long
        assert "højst" in page.locator(".field-title .errorlist").inner_text()
