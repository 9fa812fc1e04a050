"""The history of everything is found by words, kind, person and day, and an earlier text is put back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.models import Initiative
from organisation import writing
from organisation.access import Role
from organisation.models import ChangeRecord, ImportBatch, User
from tests import factories
from tests.cast import Cast

PAGE = "/0101/historik/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def initiative(cast: Cast) -> Initiative:
    town = cast.koebenhavn
    row = factories.initiative(town.municipality, "Ældre i bevægelse", by=town.administrator, summary="Gåture")
    row.summary = "Gåture og kaffe på Østerbro"
    writing.save(row, by=town.administrator, reason="Aftalt på mødet")
    return row


def found(client: Client, query: str) -> list[str]:
    return [event.of for event in client.get(f"{PAGE}?{query}").context["events"]]


def test_it_is_searched_by_name_text_reason_kind_and_person(cast: Cast, initiative: Initiative) -> None:
    ada = signed_in(cast.koebenhavn.administrator)
    for query in ("q=ældre", "q=KAFFE", "q=mødet", "q=østerbro", "q=oesterbro", "q=aeldre"):
        assert "Indsats: Ældre i bevægelse" in found(ada, query), query
    assert found(ada, "q=kaffe+findesikke") == []
    assert set(found(ada, "kind=initiative")) == {"Indsats: Ældre i bevægelse"}
    assert found(ada, f"kind=initiative&by={cast.koebenhavn[Role.FINANCE].pk}") == []
    assert found(ada, "kind=initiative&until=2018-01-01") == []
    # A day that is no day leaves the other words as they are.
    assert found(ada, "q=findesikke&since=32-13-2018") == []


def test_another_municipalitys_history_is_not_there(cast: Cast, initiative: Initiative) -> None:
    assert signed_in(cast.aarhus.administrator).get(PAGE).status_code == 404
    answer = signed_in(cast.aarhus.administrator).get("/0751/historik/?q=ældre")
    assert answer.context["events"] == []


def test_an_earlier_text_is_put_back_as_a_change_of_today(cast: Cast, initiative: Initiative) -> None:
    record = ChangeRecord.objects.of_row(initiative)[0]
    ada = signed_in(cast.koebenhavn.administrator)
    assert "Sæt den tidligere tekst tilbage" in ada.get(PAGE).content.decode()
    ada.post(f"{PAGE}{record.pk}/tilbage/", {"field": "summary"})
    assert Initiative.objects.get(pk=initiative.pk).summary == "Gåture"
    newest = ChangeRecord.objects.of_row(initiative)[0]
    assert newest.changes["summary"] == ["Gåture og kaffe på Østerbro", "Gåture"]
    assert newest.reason.startswith("Satte teksten fra før")


@pytest.mark.parametrize("field", ["approval", "search_key", "pk", "reference"])
def test_only_written_text_is_put_back(cast: Cast, initiative: Initiative, field: str) -> None:
    record = ChangeRecord.objects.of_row(initiative)[0]
    before = ChangeRecord.objects.count()
    signed_in(cast.koebenhavn.administrator).post(f"{PAGE}{record.pk}/tilbage/", {"field": field})
    assert ChangeRecord.objects.count() == before


def test_who_may_not_change_the_row_puts_nothing_back(cast: Cast, initiative: Initiative) -> None:
    record = ChangeRecord.objects.of_row(initiative)[0]
    signed_in(cast.koebenhavn[Role.FINANCE]).post(f"{PAGE}{record.pk}/tilbage/", {"field": "summary"})
    assert Initiative.objects.get(pk=initiative.pk).summary == "Gåture og kaffe på Østerbro"
    foreign = signed_in(cast.aarhus.administrator).post(f"/0751/historik/{record.pk}/tilbage/", {"field": "summary"})
    assert foreign.status_code == 404


def test_the_number_of_queries_does_not_grow(cast: Cast, initiative: Initiative) -> None:
    ada = signed_in(cast.koebenhavn.administrator)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            ada.get(PAGE)
        return len(captured)

    ada.get(PAGE)
    few = queries()
    for number in range(20):
        factories.initiative(initiative.municipality, f"Indsats {number}", by=cast.koebenhavn.administrator)
    assert queries() == few < 20


def test_what_a_person_cannot_read_is_not_shown(cast: Cast) -> None:
    """No field that only the database reads, no øre, no days as machines write them."""
    town = cast.koebenhavn
    one = factories.initiative(town.municipality, by=town.administrator)
    factories.entry(factories.line(town.municipality, one, by=town.administrator), 450_000, by=town.administrator)
    factories.status_update(one, town[Role.CASEWORKER])
    events = signed_in(town.administrator).get(PAGE).context["events"]
    shown = {change.field: change.after for event in events for change in event.changes}
    assert shown["Beløb"] == "450.000\N{NO-BREAK SPACE}kr."
    assert "Kommune" not in shown
    assert "Beløb i øre" not in shown
    assert not [event.of for event in events if "-0" in event.of]
    assert "Statusopdatering: Aktiv ven: 1. maj 2018" in [event.of for event in events]


def test_changes_by_commands_and_sheets_say_so(cast: Cast, initiative: Initiative) -> None:
    row = Initiative.objects.get(pk=initiative.pk)
    row.summary = "Fra et regneark"
    ada = cast.koebenhavn.administrator
    file = ImportBatch(municipality=row.municipality, filename="indsatser.xlsx", sha256="0" * 64, created_by=ada)
    batch = writing.save(file, by=ada)
    writing.save(row, by=ada, reason="Import", batch=batch)
    row.summary = "Af en kommando"
    writing.save(row, by=None, reason="Oprydning")
    page = signed_in(ada).get(PAGE).content.decode()
    assert "Fra filen indsatser.xlsx" in page
    assert "systemet selv" in page
    reasons = [event.record.reason for event in signed_in(ada).get(f"{PAGE}?by=itself").context["events"]]
    assert "Oprydning" in reasons
    assert "Import" not in reasons
    assert "Indsats: Ældre i bevægelse" in found(signed_in(ada), "q=indsatser.xlsx")


def test_texts_with_lists_and_links_are_shown_as_they_read(cast: Cast) -> None:
    town = cast.koebenhavn
    row = factories.initiative(town.municipality, "Flere i egen bolig", by=town.administrator)
    text = factories.text(row, factories.heading(town.municipality, 1, "Formål"), "Se planen.")
    text.text = "- først en bolig\n- [planen](https://www.kk.dk/plan)"
    writing.save(text, by=town.administrator)
    ada = signed_in(town.administrator)
    for address in (PAGE, f"/admin/initiatives/initiative/{row.pk}/history/"):
        page = ada.get(address).content.decode()
        assert "<li>først en bolig</li>" in page
        assert '<a href="https://www.kk.dk/plan" rel="noopener noreferrer">planen</a>' in page
        assert "](https" not in page


def test_the_first_change_of_a_row_is_reached(
    cast: Cast, initiative: Initiative, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("organisation.administration.history.ON_A_PAGE", 2)
    row = Initiative.objects.get(pk=initiative.pk)
    for words in ("Først", "Så", "Til sidst"):
        row.summary = words
        writing.save(row, by=cast.koebenhavn.administrator)
    ada, address = signed_in(cast.koebenhavn.administrator), f"/admin/initiatives/initiative/{row.pk}/history/"
    newest = ada.get(address)
    assert newest.context["page"].has_next()
    number = newest.context["page"].paginator.num_pages
    oldest = ada.get(f"{address}?page={number}")
    assert oldest.context["events"][-1].record.action == "created"
    assert "Til sidst" not in oldest.content.decode()
