"""Merging, looking at what was done and handing over: silent, no wider than a phone, axe clean, undone by keyboard."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Initiative
from organisation.access import Role
from organisation.models import ChangeRecord
from tests import factories
from tests.browser import reading
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
# Where the pictures go, for whoever wants to look at them.
PICTURES = os.environ.get("PICTURES", "")


def pair(cast: Cast, *titles: str) -> list[Initiative]:
    """Two initiatives with a reading of the same day and words under the same heading: all that is to be decided."""
    town, ada, carl = cast.koebenhavn, cast.koebenhavn.administrator, cast.koebenhavn[Role.CASEWORKER]
    rows = [factories.initiative(town.municipality, title, by=ada, code=title[:2]) for title in titles]
    heading = factories.heading(town.municipality, label=f"Baggrund for {titles[0]}")
    for row, text in zip(rows, ("Det går efter planen.", "Åbent, men langsommere end ventet."), strict=True):
        factories.status_update(row, carl, approved_by=ada, text=text, as_of=datetime.date(2018, 3, 1))
        factories.owner(row, body=town.department)
        factories.text(row, heading, f"{row}: {text}")
    factories.owner(rows[0], user=carl)
    return rows


def pages(cast: Cast) -> dict[str, str]:
    ada, carl, home = cast.koebenhavn.administrator, cast.koebenhavn[Role.CASEWORKER], cast.koebenhavn.municipality
    kept, other = pair(cast, "Åben dør", "Åbne døre")
    first, second = pair(cast, "Værested", "Værestedet")
    asked, unlike = (factories.indicator(home, "Andel ensomme", by=ada, question=q) for q in ("Ensom?", "Tilfreds?"))
    for indicator, value in ((asked, 45), (unlike, 51)):
        factories.measurement(indicator, value, by=ada, effective_text="2018")
    merging = reverse("merge", args=["0101"])
    return {
        "alike": f"{merging}?slags=indikator",
        "merge": f"{merging}?slags=indsats&keep={kept.pk}&other={other.pk}",
        "preview": f"{merging}?slags=indsats&keep={first.pk}&other={second.pk}",
        "refused": f"{merging}?slags=indikator&keep={asked.pk}&other={unlike.pk}",
        "handover": reverse("people-handover", args=["0101", carl.pk]),
        "archive": f"/admin/initiatives/initiative/{kept.pk}/change/",
    }


def test_merging_looks_right_and_is_undone(live_server: LiveServer, browser: Browser, cast: Cast) -> None:
    ada, shown = cast.koebenhavn.administrator, pages(cast)
    found: list[str] = []
    with reading(browser, live_server.url, ada, width=1280) as reader:
        reader.open(shown["merge"])
        reader.page.get_by_label("Hvorfor de er den samme").fill("Oprettet to gange")
        reader.page.get_by_role("button", name="Flet", exact=True).press("Enter")
        reader.page.get_by_role("link", name="Se, hvad der blev gjort, eller fortryd det").press("Enter")
        reader.page.wait_for_url("**/historik/handling/**")
    shown["act"] = f"/0101/historik/handling/{ChangeRecord.objects.exclude(act='').latest('pk').act}/"
    assert Initiative.objects.visible_to(ada).count() == 3
    for width, language in ((1280, "da"), (768, "da"), (320, "en")):
        with reading(browser, live_server.url, ada, width=width, language=language) as reader:
            for name, path in shown.items():
                assert reader.open(path) == 200, path
                # What axe itself does to a page comes after.
                found += [f"{name} {width}: {words}" for words in [*reader.said, *reader.axe()]]
                found += [f"{name} {width}: too wide"] if reader.sideways() else []
                reader.said.clear()
                if PICTURES:
                    reader.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    with reading(browser, live_server.url, ada, width=320) as reader:
        reader.open(shown["act"])
        reader.page.get_by_role("button", name="Fortryd", exact=True).press("Enter")
        reader.page.wait_for_selector("text=er taget tilbage")
        reader.open(shown["merge"])
        if PICTURES:
            reader.page.screenshot(path=Path(PICTURES) / "merge-da-320.png", full_page=True)
        assert not reader.sideways()
    assert Initiative.objects.visible_to(ada).count() == 4
    assert not found, "\n".join(found)
