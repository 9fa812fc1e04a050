"""A change is taken back as a whole, by who may change the row, as long as nothing of it has changed since."""

from __future__ import annotations

import pytest
from django.test import Client

from initiatives.models import Initiative, StatusUpdate, Strategy
from organisation import writing
from organisation.access import Role
from organisation.administration.undoing import can_be_undone
from organisation.models import ChangeRecord
from tests import factories
from tests.cast import Cast, Town
from tests.world import form_of


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


@pytest.fixture
def changed(town: Town) -> Initiative:
    """Closed, moved to another strategy and given a period, in one change."""
    home, ada = town.municipality, town.administrator
    row = factories.initiative(home, "Natcafé", by=ada, strategy=factories.strategy(home, "Den gamle"), state="ongoing")
    row = Initiative.objects.get(pk=row.pk)
    row.state, row.strategy, row.period_text = "stopped", factories.strategy(home, "Den nye"), "2018-2019"
    return writing.save(row, by=ada, reason="Vi lukker")


def newest(row: Initiative | StatusUpdate) -> ChangeRecord:
    found = ChangeRecord.objects.of_row(row).first()
    assert found is not None
    return found


def take_back(client: Client, record: ChangeRecord) -> str:
    return client.post(f"/0101/historik/{record.pk}/fortryd/", follow=True).content.decode()


def test_choices_links_and_periods_are_what_they_were(client: Client, town: Town, changed: Initiative) -> None:
    client.force_login(town.administrator)
    assert "Fortryd ændringen" in client.get("/0101/historik/?q=Natcafé").content.decode()
    assert "er fortrudt" in take_back(client, newest(changed))
    row = Initiative.objects.get(pk=changed.pk)
    assert (row.state, str(row.strategy), row.period_text, row.period_start) == ("ongoing", "Den gamle", "", None)
    assert newest(row).reason.startswith("Fortrød ændringen fra")


def test_what_was_changed_again_is_left_alone(client: Client, town: Town, changed: Initiative) -> None:
    first = newest(changed)
    row = Initiative.objects.get(pk=changed.pk)
    row.state = "completed"
    writing.save(row, by=town.administrator)
    client.force_login(town.administrator)
    assert "ændret igen siden" in take_back(client, first)
    assert Initiative.objects.get(pk=changed.pk).state == "completed"


def test_a_link_to_what_is_gone_is_not_made_again(client: Client, town: Town, changed: Initiative) -> None:
    writing.delete_many([Strategy.objects.get(title="Den gamle")], by=town.administrator)
    client.force_login(town.administrator)
    assert "findes ikke mere" in take_back(client, newest(changed))


@pytest.mark.parametrize(("role", "status"), [(Role.FINANCE, 200), (Role.READER, 403), (Role.COMMITTEE_MEMBER, 403)])
def test_only_who_may_change_the_row(client: Client, town: Town, changed: Initiative, role: Role, status: int) -> None:
    client.force_login(town[role])
    answer = client.post(f"/0101/historik/{newest(changed).pk}/fortryd/", follow=True)
    assert answer.status_code == status
    assert Initiative.objects.get(pk=changed.pk).state == "stopped"


def test_another_municipality_does_not_find_it(client: Client, cast: Cast, changed: Initiative) -> None:
    client.force_login(cast.aarhus.administrator)
    for code in ("0101", "0751"):
        assert client.post(f"/{code}/historik/{newest(changed).pk}/fortryd/").status_code == 404


def test_an_approval_is_not_undone_this_way(client: Client, town: Town) -> None:
    row = factories.initiative(town.municipality, "Kladde")
    row.approve(by=town.administrator)
    assert not can_be_undone(newest(row))
    client.force_login(town.administrator)
    take_back(client, newest(row))
    assert Initiative.objects.get(pk=row.pk).approval == "approved"


def test_right_after_a_change_the_screen_leads_to_the_undoing(client: Client, town: Town) -> None:
    row = factories.initiative(town.municipality, "Natcafé")
    client.force_login(town.administrator)
    screen = f"/admin/initiatives/initiative/{row.pk}/change/"
    page = client.post(screen, form_of(client, screen) | {"summary": "Åben hver nat"}, follow=True).content.decode()
    assert f'<a href="/admin/initiatives/initiative/{row.pk}/history/">Se ændringen, eller fortryd den</a>' in page
    assert "Fortryd ændringen" in client.get(f"/admin/initiatives/initiative/{row.pk}/history/").content.decode()


def test_a_submitted_status_is_withdrawn_until_it_is_approved(client: Client, town: Town) -> None:
    one = factories.initiative(town.municipality, "Natcafé", by=town.administrator, reference="natcafe")
    factories.owner(one, town.department)
    update = factories.status_update(one, town[Role.CASEWORKER])
    update.submit(by=town[Role.CASEWORKER])
    client.force_login(town[Role.CASEWORKER])
    assert "Træk statussen tilbage" in client.get("/0101/indsatser/natcafe/status/").content.decode()
    client.post("/0101/indsatser/natcafe/status/traek-tilbage/")
    update = StatusUpdate.objects.get()
    assert (update.state, update.submitted_at) == ("draft", None)
    update.submit(by=town[Role.CASEWORKER])
    update.approve(by=town[Role.MANAGER])
    page = client.post("/0101/indsatser/natcafe/status/traek-tilbage/", follow=True).content.decode()
    assert "ikke længere" in page
    assert StatusUpdate.objects.get().state == "approved"
