"""The structure's pages in Chromium: axe in both languages, a phone, the keyboard, dragging, and without scripts."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Initiative, Objective
from organisation.access import Role
from tests import factories
from tests.browser import reading
from tests.cast import Cast, make_cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = [
    "opbygning/", "overskrifter/", "byraadsperiode/", "katalog/", "arkiv/", "dubletter/?slags=maalgruppe", "personer/",
    "personer/inviter/", "fravaer/", "strategier/s1/maal/",
]  # fmt: skip


@pytest.fixture
def town(transactional_db: None) -> Cast:
    cast = make_cast()
    home, ada = cast.koebenhavn.municipality, cast.koebenhavn.administrator
    strategy = factories.strategy(
        home, "Fattigdom og udsathed", by=ada, reference="s1", committee=cast.koebenhavn.committee
    )
    top = factories.objective(strategy, "Flere bor for sig selv", reference="a", position=1, number="1")
    factories.objective(strategy, "Flere bliver boende", reference="b", position=2, parent=top)
    factories.objective(strategy, "Færre er ensomme", reference="c", position=3, number="2")
    for name in ("Ældre", "ældre!"):
        factories.target_group(home, name)
    for number, label in enumerate(("Baggrund", "Formål"), start=1):
        factories.heading(home, number, label)
    led = factories.initiative(home, "Aktiv ven", by=ada)
    factories.owner(led, user=cast.koebenhavn[Role.CASEWORKER])
    factories.initiative(home, "Slut", by=ada).archive(by=ada, reason="Afsluttet for længst")
    return cast


def order() -> list[tuple[str, str | None]]:
    rows = Objective.objects.order_by("position").select_related("parent")
    return [(row.reference, row.parent.reference if row.parent else None) for row in rows]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_is_readable_by_all_and_fits_a_phone(
    browser: Browser, live_server: LiveServer, town: Cast, language: str
) -> None:
    found = []
    carl = town.koebenhavn[Role.CASEWORKER]
    for width in (320, 1280):
        with reading(browser, live_server.url, town.koebenhavn.administrator, width=width, language=language) as reader:
            for page in [*PAGES, f"personer/{carl.pk}/overdrag/"]:
                assert reader.open(f"/0101/{page}") == 200
                found += [f"{width} {page}: {one}" for one in reader.axe()]
                if width == 320 and reader.sideways() > 0:
                    found.append(f"{page} is {reader.sideways()} px too wide")
            assert reader.said == []
    assert found == []


def test_objectives_are_moved_by_keyboard_and_the_focus_stays(
    browser: Browser, live_server: LiveServer, town: Cast
) -> None:
    with reading(browser, live_server.url, town.koebenhavn.administrator) as reader:
        reader.open("/0101/strategier/s1/maal/")
        reader.page.get_by_role("button", name="Flyt op: Færre er ensomme").press("Enter")
        reader.page.wait_for_url("**moved=**")
        assert order() == [("c", None), ("a", None), ("b", "a")]
        focused = reader.page.evaluate("document.activeElement.textContent")
        assert "Færre er ensomme" in focused
        assert reader.said == []


def test_the_focus_goes_to_what_is_said_or_to_be_mended(browser: Browser, live_server: LiveServer, town: Cast) -> None:
    with reading(browser, live_server.url, town.koebenhavn.administrator) as reader:
        page = reader.page
        reader.open("/0101/arkiv/")
        page.locator("button[name=restore]").press("Enter")
        expect(page.locator("main [data-message]")).to_be_focused()
        reader.open("/0101/overskrifter/")
        page.get_by_role("button", name="Flyt ned: Baggrund").press("Enter")
        expect(page.get_by_role("button", name="Flyt op: Baggrund")).to_be_focused()
        initiative = Initiative.objects.get(title="Aktiv ven")
        reader.open(reverse("admin:initiatives_initiative_change", args=[initiative.pk]))
        page.fill("#id_title", "")
        page.locator("#id_texts-1-text-editor").fill("Borgeren 010190-1234 er flyttet ind.")
        page.click("[name=_continue]")
        expect(page.locator(".errornote")).to_be_focused()
        assert reader.axe() == []
        for place in ("#id_title", "#id_texts-1-text-editor"):
            page.locator(f".pm-wrong-fields a[href='{place.removesuffix('-editor')}']").press("Enter")
            expect(page.locator(place)).to_be_focused()
        reader.open(reverse("admin:initiatives_initiative_add"))
        page.fill("#id_title", "")
        page.click("[name=_save]")
        expect(page.locator(".errornote")).to_be_focused()


def test_objectives_are_dragged(browser: Browser, live_server: LiveServer, town: Cast) -> None:
    with reading(browser, live_server.url, town.koebenhavn.administrator) as reader:
        reader.open("/0101/strategier/s1/maal/")
        handle = reader.page.locator("#n-c > .pm-branch-line .pm-handle")
        under = reader.page.locator("#n-a > .pm-branch-line")
        box = under.bounding_box()
        assert box is not None
        with reader.page.expect_navigation():
            handle.drag_to(under, target_position={"x": box["width"] * 0.6, "y": box["height"] - 3})
        assert order() == [("a", None), ("c", "a"), ("b", "a")]
        assert reader.said == []


def test_all_of_it_works_without_scripts(browser: Browser, live_server: LiveServer, town: Cast) -> None:
    with reading(browser, live_server.url, town.koebenhavn.administrator, scripts=False) as reader:
        page = reader.page
        reader.open("/0101/strategier/s1/maal/")
        page.get_by_role("button", name="Flyt ud på niveau med det overordnede: Flere bliver boende").click()
        assert order() == [("a", None), ("b", None), ("c", None)]
        reader.open("/0101/overskrifter/")
        page.get_by_role("button", name="Flyt ned: Baggrund").click()
        assert page.locator(".pm-rows strong").all_inner_texts() == ["Formål", "Baggrund"]
        reader.open("/0101/personer/inviter/")
        page.get_by_label("Dem, du inviterer").fill("Ny Person <ny@kbh.invalid>; leder\nIngen adresse")
        page.get_by_role("button", name="Se, hvad der sker").click()
        assert "Der er ingen mailadresse i linjen." in page.content()
        page.get_by_label("Dem, du inviterer").fill("Ny Person <ny@kbh.invalid>; leder")
        page.get_by_role("button", name="Se, hvad der sker").click()
        page.get_by_role("button", name="Giv 1 rolle").click()
        assert "1 rolle er givet." in page.content()
