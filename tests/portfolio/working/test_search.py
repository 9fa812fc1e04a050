"""One search over everything that the reader may see: names, codes, texts, people and amounts as printed."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from indicators.models import Instrument
from initiatives.models import Activity, Event, EventInitiative, FollowUpMeasure, Initiative, Method
from organisation import writing
from organisation.models import User
from portfolio.overview.searching import Kind, search
from portfolio.reports.models import Report
from tests import factories
from tests.cast import Cast, Town


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


@pytest.fixture
def initiative(town: Town) -> Initiative:
    found = factories.initiative(town.municipality, "Natcafé på Århusgade", by=town.administrator, code="SO-12")
    factories.owner(found, user=town["caseworker"])
    line = factories.line(town.municipality, found, name="Løn til natcaféen", by=town.administrator, code="5.38.53")
    factories.entry(line, 2_400_000, by=town.administrator, raw="2,4 mio. kr.")
    factories.indicator(town.municipality, "Andel med søvnproblemer", by=town.administrator)
    return found


def hits(user: User, town: Town, words: str) -> dict[str, list[str]]:
    found = search(user, town.municipality, words)
    return {kind: [hit.title for hit in one.some(0, 10)] for kind, one in found.items() if one.count()}


@pytest.mark.parametrize("words", ["aarhusgade", "Århusgade", "århusgade natcafe", "NATCAFÉ", "so-12"])
def test_initiatives_however_they_are_typed(town: Town, initiative: Initiative, words: str) -> None:
    assert hits(town["reader"], town, words)["indsatser"] == ["SO-12 Natcafé på Århusgade"]


def test_a_word_of_a_text_is_enough(town: Town, initiative: Initiative) -> None:
    factories.text(initiative, factories.heading(town.municipality), "Åbent for folk i skæve boliger.")
    assert hits(town["reader"], town, "skaeve natcafé")["indsatser"] == ["SO-12 Natcafé på Århusgade"]


def parts_of(initiative: Initiative, town: Town, word: str) -> None:
    """An activity, an approved status, a decision and a follow-up of the initiative, each of which says the word."""
    home: dict[str, Any] = {"municipality": initiative.municipality}
    mine = {**home, "initiative": initiative}
    writing.save(Activity(**mine, title=f"{word} åbner", period_text="2018"), by=town.administrator)
    writing.save(
        FollowUpMeasure(**mine, reference=f"f-{initiative.pk}", title=f"{word} tælles", kind="count"),
        by=town.administrator,
    )
    event = Event(**home, reference=f"e-{initiative.pk}", kind="decision", title="Møde", case_number="S-9", note=word)
    event = writing.save(event, by=town.administrator)
    writing.save(EventInitiative(**home, event=event, initiative=initiative), by=town.administrator)
    said: dict[str, Any] = {
        "progress_light": "yellow",
        "text": "Det halter.",
        "reason": f"{word} er forsinket",
        "action": "Nyt udbud",
    }
    factories.status_update(initiative, town["caseworker"], approved_by=town["manager"], **said)


def test_what_an_initiative_is_made_of_by_its_own_words_or_with_its_name(town: Town, initiative: Initiative) -> None:
    parts_of(initiative, town, "Værestedet på Åboulevarden")
    found = hits(town["reader"], town, "vaerestedet aaboulevarden")
    assert found == {
        "aktiviteter": ["Værestedet på Åboulevarden åbner"],
        "statusser": ["SO-12 Natcafé på Århusgade: 1. maj 2018"],
        "beslutninger": ["Møde"],
        "opfoelgning": ["Værestedet på Åboulevarden tælles"],
    }
    assert hits(town["reader"], town, "natcafé forsinket") == {"statusser": ["SO-12 Natcafé på Århusgade: 1. maj 2018"]}
    assert not {"aktiviteter", "statusser", "opfoelgning"} & set(hits(town["reader"], town, "natcafé"))
    assert hits(town["reader"], town, "S-9") == {"beslutninger": ["Møde"]}


def test_the_parts_lead_to_where_they_are_read(client: Client, town: Town, initiative: Initiative) -> None:
    parts_of(initiative, town, "Værestedet")
    writing.save(
        Event(municipality=town.municipality, reference="e", kind="hearing", title="Værestedet høres"), by=None
    )
    client.force_login(town["reader"])
    page = client.get("/0101/soeg/?q=værestedet").content.decode()
    path = initiative.get_absolute_url()
    for place in (
        f"{path}#activities",
        f"{path}#status",
        f"{path}#events",
        f"{path}#follow-up",
        "/0101/aarshjul/#undated",
    ):
        assert f'href="{place}"' in page, place


def test_the_parts_of_drafts_and_statuses_that_nobody_has_approved_are_for_staff(town: Town) -> None:
    draft = factories.initiative(town.municipality, "Kladde")
    parts_of(draft, town, "Pavillon")
    shown = factories.initiative(town.municipality, "Natcafé", by=town.administrator)
    factories.status_update(shown, town["caseworker"], text="Pavillonen er lejet.")
    assert hits(town["reader"], town, "pavillon") == {"beslutninger": ["Møde"]}
    statuses = search(town["caseworker"], town.municipality, "pavillonen")["statusser"].some(0, 5)
    assert [(hit.is_draft, hit.url.startswith("/admin/")) for hit in statuses] == [(True, True)]


def test_the_search_asks_as_often_for_ten_of_a_kind_as_for_one(client: Client, town: Town) -> None:
    def grown(number: int) -> int:
        for place in range(number):
            row = factories.initiative(town.municipality, f"Natcafé {number} {place} 5.000", by=town.administrator)
            factories.owner(row, user=town["caseworker"])
            parts_of(row, town, f"Natcafé 5.000 {number} {place}")
            factories.entry(factories.line(town.municipality, row, by=town.administrator), 5_000, by=town.administrator)
        client.force_login(town.administrator)
        client.get("/0101/soeg/?q=5.000")
        with CaptureQueriesContext(connection) as captured:
            assert "Natcafé" in client.get("/0101/soeg/?q=5.000").content.decode()
        return len(captured)

    assert grown(1) == grown(5)


@pytest.mark.parametrize("typed", ["2,4 mio", "2.400.000", "2400000 kr."])
def test_an_amount_as_it_is_printed_or_otherwise_written(town: Town, initiative: Initiative, typed: str) -> None:
    found = search(town["reader"], town.municipality, typed)[Kind.AMOUNTS.value].some(0, 5)
    assert [hit.title for hit in found] == ["Løn til natcaféen"]
    assert "2,4 mio. kr." in found[0].about


def test_the_catalogue_that_all_share(client: Client, town: Town) -> None:
    method = writing.save(Method(reference="aaben-dialog", name="Åben dialog"), by=None)
    instrument = writing.save(Instrument(reference="ensomhed", name="Ensomhedsskalaen"), by=None)
    assert hits(town["reader"], town, "aaben") == {"metoder": ["Åben dialog"]}
    assert hits(town["reader"], town, "ensomhedsskala") == {"instrumenter": ["Ensomhedsskalaen"]}
    client.force_login(town["reader"])
    page = client.get("/0101/soeg/?q=åben dialog").content.decode()
    assert f'href="/0101/metoder/{method.reference}/"' in page
    assert f'href="/instrumenter/{instrument.reference}/"' in client.get("/0101/soeg/?q=ensomhed").content.decode()


def test_a_report_by_its_title_and_case_number_however_they_are_typed(town: Town) -> None:
    report = Report(municipality=town.municipality, reference="r1", title="Årsstatus for Ældre", case_number="S-17/4")
    report.as_of, report.created_by = datetime.date(2018, 6, 1), town.administrator
    writing.save(report, by=town.administrator)
    for words in ("aarsstatus", "ÅRSSTATUS s-17", "aeldre årsstatus"):
        assert hits(town.administrator, town, words) == {"rapporter": [str(report)]}, words
    assert hits(town.administrator, town, "årsstatus børn") == {}


def test_people_with_what_they_lead_for_colleagues_only(town: Town, initiative: Initiative) -> None:
    found = search(town["finance"], town.municipality, "carl")[Kind.PEOPLE.value].some(0, 5)
    assert found[0].about == "tovholder for: SO-12 Natcafé på Århusgade"
    assert "personer" not in hits(town["reader"], town, "carl")


def test_drafts_are_for_staff_and_marked(town: Town) -> None:
    factories.initiative(town.municipality, "Hemmelig kladde")
    line = factories.line(town.municipality, name="Kladdelinje")
    factories.entry(line, 77_000)
    assert hits(town["reader"], town, "kladde") == {}
    assert hits(town["reader"], town, "77.000") == {}
    assert search(town["caseworker"], town.municipality, "hemmelig")["indsatser"].some(0, 1)[0].is_draft


def test_another_municipality_is_not_searched(cast: Cast, initiative: Initiative) -> None:
    assert hits(cast.aarhus.administrator, cast.koebenhavn, "natcafé") == {}


@pytest.mark.parametrize("words", ["", "   ", "%", "'; DROP TABLE", "x" * 500, "_"])
def test_nonsense_finds_nothing_and_breaks_nothing(client: Client, town: Town, words: str) -> None:
    factories.initiative(town.municipality, "Natcafé", by=town.administrator)
    client.force_login(town.administrator)
    page = client.get("/0101/soeg/", {"q": words, "kind": "findes-ikke", "page": "æ"})
    assert page.status_code == 200
    assert "Natcafé" not in page.content.decode()


def test_the_page_shows_the_first_of_each_kind_and_leads_to_all_of_one(client: Client, town: Town) -> None:
    for number in range(1, 61):
        factories.initiative(town.municipality, f"Natcafé {number:02d}", by=town.administrator)
    client.force_login(town["reader"])
    short = client.get("/0101/soeg/?q=natcafé").content.decode()
    assert "Natcafé 06" in short
    assert "Natcafé 07" not in short
    assert "?q=natcaf%C3%A9&amp;kind=indsatser" in short
    long = client.get("/0101/soeg/?q=natcafé&kind=indsatser&page=2").content.decode()
    assert "Natcafé 60" in long
    assert "Natcafé 50" not in long
    assert 'rel="prev"' in long


def test_every_page_of_the_municipality_carries_the_search(client: Client, town: Town) -> None:
    client.force_login(town.administrator)
    for path in ("/0101/", "/0101/arbejde/", "/admin/"):
        assert 'action="/0101/soeg/"' in client.get(path).content.decode(), path
