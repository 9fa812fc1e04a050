"""One search over everything that the reader may see: names, codes, texts, people and amounts as printed."""

from __future__ import annotations

import pytest
from django.test import Client

from indicators.models import Instrument
from initiatives.models import Initiative, Method
from organisation import writing
from organisation.models import User
from portfolio.overview.searching import Kind, search
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


@pytest.mark.parametrize("words", ["", "   ", "%", "'; DROP TABLE", "x" * 500, "_", "\x00nul"])
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
