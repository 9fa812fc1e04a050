"""A municipality that nobody has prepared: from the invitation to the first PDF, by its administrator alone."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core import mail
from django.core.management import call_command
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from organisation.models import Municipality
from portfolio.audit import audit
from portfolio.overview.getting_started import getting_started
from tests.counting import Counted
from tests.portfolio.reports.conftest import files, start_worker  # noqa: F401 - fixtures

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

CODE, EMAIL, PASSWORD = "0253", "ada@greve.invalid", "syv grå gæs ved søen"
AMOUNTS = ("450.000", "1.200.000", "300.000")
# Fields and presses; an administrator who knows what she wants to enter needs no more.
MOST_INTERACTIONS = 125
TITLES = ("Natcafé", "Egen bolig først", "Netværk for unge")


class Administrator:
    """Somebody who has never seen the system, at her screen; each method is one thing that she sets out to do."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.does = page, address, Counted(page)

    def press(self, name: str, role: Any = "link", within: str = "main, #content") -> None:
        found = self.page.locator(within).get_by_role(role, name=name, exact=role == "button").first
        self.does.press(found)
        self.page.wait_for_load_state()

    def field(self, name: str) -> Locator:
        """By its name; where a long choice is searched in by typing, the field that is typed in."""
        typed = self.page.locator(f"[id='id_{name}-search']")
        return typed if typed.count() else self.page.locator(f"[id='id_{name}']")

    def write(self, name: str, text: str) -> None:
        self.does.write(self.field(name), text)

    def choose(self, name: str, option: str) -> None:
        self.does.choose(self.field(name), option)

    def serves(self, initiative: str) -> None:
        """In the group of the initiatives that the row is for."""
        group = self.page.locator(".inline-group", has_text="Indsatser").first
        if not group.locator("summary").first.evaluate("one => one.parentElement.open"):
            self.does.press(group.locator("summary").first)
        self.does.press(group.locator(".add-row a"))
        chosen = group.locator("select[name$='-0-initiative']")
        if not chosen.is_visible():
            self.does.press(group.locator("summary").nth(1))
        self.does.choose(chosen, initiative)

    def save(self, name: str = "Gem") -> None:
        self.press(name, "button")
        wrong = self.page.locator(".errornote, .errorlist, .alert-error")
        assert wrong.count() == 0, wrong.all_inner_texts()

    def next_step(self, title: str) -> None:
        """By the link below what has just been done, else from the list on the front page of the administration."""
        link = self.page.locator(".pm-still-to-do").get_by_role("link", name=title)
        if link.count():
            self.does.press(link)
            self.page.wait_for_load_state()
            return
        if "/admin/" not in self.page.url:
            self.press("Redigér i administrationen", within=".pm-nav")
        elif "Kom i gang" not in self.page.content():
            self.press("Hjem", within=".breadcrumbs")
        self.press(title)

    def accept_the_invitation(self) -> None:
        found = re.search(r"https?://\S+", str(mail.outbox[0].body))
        assert found is not None
        self.page.goto(found[0])
        for field in self.page.locator("main input[type=password]").all():
            self.does.write(field, PASSWORD)
        self.does.press(self.page.locator("main button[type=submit]"))
        self.does.press(self.page.locator("main a", has_text="Gå til login"))
        self.does.write(self.page.locator("[name=username]"), EMAIL)
        self.does.write(self.page.locator("[name=password]"), PASSWORD)
        self.does.press(self.page.locator("main button[type=submit]"))


def logo() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (400, 120), (0, 90, 60)).save(drawn, "PNG")
    return drawn.getvalue()


def test_from_an_empty_database_to_the_first_report(
    live_server: LiveServer,
    browser: Browser,
    files: Path,  # noqa: F811
    start_worker: Callable[..., Any],  # noqa: F811
    tmp_path: Path,
) -> None:
    assert not Municipality.objects.exists()
    call_command("new_municipality", CODE, EMAIL, address=live_server.url, name="Ada")
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK")
    page = context.new_page()
    page.set_default_timeout(30_000)
    ada = Administrator(page, live_server.url)
    try:
        assert walk(ada) < MOST_INTERACTIONS
        start_worker("--once")
        expect(page.get_by_role("link", name="Hent PDF")).to_be_visible(timeout=120_000)
        with page.expect_download() as downloading:
            page.get_by_role("link", name="Hent PDF").click()
        downloading.value.save_as(tmp_path / "first.pdf")
        check_report(tmp_path / "first.pdf")
    except BaseException:
        page.screenshot(path=tmp_path / "where-it-ended.png", full_page=True)
        raise
    finally:
        context.close()
    assert not list(audit())
    town = Municipality.objects.get()
    started = getting_started(town)
    assert (started.is_done, [step.code for step in started.steps if not step.is_done]) == (True, [])


def check_report(path: Path) -> None:
    """It holds what she entered: her words, her money, and the municipality's logo as its only picture."""
    words = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    for said in ("Greve Kommune", "Social- og Sundhedsudvalget", *TITLES, "1.950.000"):
        assert said in words, said
    with pikepdf.open(path) as book:
        assert len(book.pages[0].get_images()) == 1
        assert "/StructTreeRoot" in book.Root


def settle(ada: Administrator) -> None:
    ada.press("Gå kommunens indstillinger igennem")
    ada.write("suppression_threshold", "4")
    ada.choose("agenda_template", "Odense")
    ada.does.interactions += 1
    ada.page.set_input_files("#id_logo", {"name": "logo.png", "mimeType": "image/png", "buffer": logo()})
    ada.save()


def bodies(ada: Administrator) -> None:
    ada.next_step("Opret udvalgene")
    ada.write("name", "Social- og Sundhedsudvalget")
    ada.choose("kind", "udvalg")
    ada.save("Gem og tilføj endnu en")
    ada.write("name", "Center for Voksne")
    ada.choose("kind", "center")
    ada.save()


def people(ada: Administrator) -> None:
    ada.next_step("Invitér dine kolleger")
    ada.does.write(ada.page.locator("[name=people]"), "carl@greve.invalid; Carl; medarbejder; Center for Voksne")
    ada.does.press(ada.page.locator("#list ~ form button[type=submit], form:has(#list) button[type=submit]").first)
    ada.does.press(ada.page.locator("[name=invite]"))


def headings(ada: Administrator) -> None:
    ada.next_step("Vælg overskrifterne")
    ada.does.press(ada.page.locator("section:has(#begin) summary").first)
    ada.does.press(ada.page.locator("[name=begin]").first)


def strategy(ada: Administrator) -> None:
    ada.next_step("Opret den første strategi")
    ada.write("title", "Socialstrategi 2027-2030")
    ada.choose("kind", "strategi")
    ada.choose("committee", "Social- og Sundhedsudvalget")
    ada.save("Gem og bliv her")
    ada.save("Godkend")


def objective(ada: Administrator) -> None:
    ada.next_step("Opret dens mål med dokumentets egne ord")
    ada.write("level_label", "spor")
    ada.write("number", "1")
    ada.write("title", "Et hjem til alle")
    ada.choose("kind", "tema eller spor")
    ada.save("Tilføj")


def initiatives(ada: Administrator) -> None:
    ada.next_step("Opret den første indsats")
    for number, title in enumerate(TITLES, start=1):
        ada.write("title", title)
        ada.choose("state", "i gang")
        ada.choose("strategy", "Socialstrategi 2027-2030")
        ada.save("Gem og tilføj endnu en" if number < len(TITLES) else "Gem")


def lines(ada: Administrator) -> None:
    ada.next_step("Opret den første budgetlinje")
    for number, title in enumerate(TITLES, start=1):
        ada.write("name", f"Løn: {title}")
        ada.serves(title)
        ada.save("Gem og tilføj endnu en" if number < len(TITLES) else "Gem")


def amounts(ada: Administrator) -> None:
    """All three lines at once, in the grid that the checklist speaks of."""
    ada.next_step("Indtast de første beløb")
    ada.does.choose(ada.page.locator("[name=decision]"), "vedtaget")
    ada.does.choose(ada.page.locator("[name=unit]"), "kr.")
    ada.press("Vis tabellen", "button")
    for cell, amount in zip(ada.page.locator("[data-column='0']").all(), AMOUNTS, strict=True):
        ada.does.write(cell, amount)
    ada.does.tick(ada.page.locator("[name=is_posted]"))
    ada.save()


def indicators(ada: Administrator) -> None:
    ada.next_step("Opret den første indikator")
    for number, title in enumerate(TITLES, start=1):
        ada.write("name", f"Borgere i {title}")
        ada.choose("unit", "antal")
        ada.serves(title)
        ada.save("Gem og tilføj endnu en" if number < len(TITLES) else "Gem")


def approvals(ada: Administrator) -> None:
    """Her front page names what waits as drafts, and leads to the list of just that."""
    for what in ("udkast til indsatser", "udkast til budgetlinjer", "udkast til indikatorer"):
        ada.press("Hjem", within=".breadcrumbs")
        ada.does.press(ada.page.locator(".pm-lacks li", has_text=what).locator(".pm-lack-list"))
        ada.does.tick(ada.page.locator("#action-toggle"))
        ada.does.choose(ada.page.locator("select[name=action]"), "Godkend")
        ada.press("Udfør", "button")
        expect(ada.page.locator(".messagelist .success")).to_contain_text("3")


def report(ada: Administrator) -> None:
    ada.next_step("Lav den første rapport")
    ada.press("Ny rapport")
    ada.does.choose(ada.page.locator("[name=r-committee]"), "Social- og Sundhedsudvalget")
    ada.press("Lav udkastet", "button")
    ada.does.write(ada.page.get_by_label("Indstilling", exact=True), "status tages til efterretning")
    ada.save()
    ada.press("Lås, og lav PDF'en", "button")


STAGES = (
    settle, bodies, people, headings, strategy, objective, initiatives, lines, amounts, indicators, approvals, report,
)  # fmt: skip


def walk(ada: Administrator) -> int:
    """The number of interactions from the invitation to the report that is ordered."""
    ada.accept_the_invitation()
    ada.press("Redigér i administrationen", within=".pm-nav, nav")
    for stage in STAGES:
        stage(ada)
    ada.does.say("a new municipality with three initiatives, from the invitation to its first report")
    return ada.does.interactions
