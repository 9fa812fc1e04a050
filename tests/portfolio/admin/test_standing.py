"""What is posted or approved on the screens: by whom, and that it stands."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from budgets.models import Entry
from initiatives.models import Initiative, StatusUpdate, UpdateState
from organisation.access import Role
from organisation.models import Action, Approval, ChangeRecord
from tests import factories
from tests.portfolio.admin.screens import change
from tests.world import World, form_of, signed_in

# --- What stands


@pytest.mark.parametrize("name", ["posted", "approved_measurement", "approved_update"])
def test_what_is_posted_or_approved_is_neither_changed_nor_deleted(world: World, name: str) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), getattr(world.ours, name)
    assert 'name="_save"' not in client.get(change(row)).content.decode()
    assert client.post(change(row), {"note": "nyt"}).status_code == 403
    delete = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    assert type(row).objects.filter(pk=row.pk).exists()


def test_a_posted_entry_cannot_be_smuggled_in_among_the_drafts_of_its_line(world: World) -> None:
    client, line = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.budgetline
    data = form_of(client, change(line))
    prefix = next(key.removesuffix("-0-id") for key in data if key.startswith("entries") and key.endswith("-0-id"))
    client.post(change(line), data | {f"{prefix}-0-id": str(world.ours.posted.pk), f"{prefix}-0-amount": "9"})
    assert Entry.objects.get(pk=world.ours.posted.pk).amount_ore == 100000


def test_finance_posts_an_entry_from_its_screen_and_from_the_list(world: World) -> None:
    client, first = signed_in(world.cast.koebenhavn[Role.FINANCE]), world.ours.entry
    client.post(reverse("admin:budgets_entry_verb", args=[first.pk, "post"]), {"reason": "Besluttet"})
    assert ChangeRecord.objects.of_row(first).first().reason == "Besluttet"  # type: ignore[union-attr]
    second = factories.entry(world.ours.budgetline, 5, year=2020)
    client.post(reverse("admin:budgets_entry_changelist"), {"action": "post", "_selected_action": [second.pk]})
    assert set(Entry.objects.filter(pk__in=[first.pk, second.pk]).posted()) == {first, second}


def test_an_action_on_rows_of_which_one_cannot_is_done_to_none(world: World) -> None:
    client = signed_in(world.cast.koebenhavn[Role.FINANCE])
    chosen = [world.ours.entry.pk, world.ours.posted.pk]
    address = reverse("admin:budgets_entry_changelist")
    answer = client.post(address, {"action": "post", "_selected_action": chosen}, follow=True)
    assert "Intet er gjort" in answer.content.decode()
    assert not Entry.objects.get(pk=world.ours.entry.pk).is_posted


@pytest.mark.parametrize(
    ("role", "status"), [(Role.CASEWORKER, 403), (Role.FINANCE, 403), (Role.MANAGER, 302), (Role.ADMINISTRATOR, 302)]
)
def test_who_approves_a_draft(world: World, role: Role, status: int) -> None:
    client, row = signed_in(world.cast.koebenhavn[role]), world.ours.draft
    address = reverse("admin:initiatives_initiative_verb", args=[row.pk, "approve"])
    assert client.get(address).status_code == 405
    assert client.post(address).status_code == status
    row.refresh_from_db()
    assert (row.approval == Approval.APPROVED) is (status == 302)


def test_another_municipalitys_row_is_not_there_for_a_verb_either(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    address = reverse("admin:initiatives_initiative_verb", args=[world.theirs.draft.pk, "approve"])
    assert client.post(address).status_code == 404
    lists = reverse("admin:initiatives_initiative_changelist")
    client.post(lists, {"action": "approve", "_selected_action": [world.theirs.draft.pk]})
    assert not Initiative.objects.get(pk=world.theirs.draft.pk).is_approved


def test_a_status_update_is_written_submitted_sent_back_and_approved(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    carl, mona = signed_in(town[Role.CASEWORKER]), signed_in(town[Role.MANAGER])
    data = {"initiative": row.pk, "as_of": "2018-06-01", "text": "Godt på vej"}
    lights = {"progress_light": "green", "economy_light": "grey", "effect_light": "grey"}
    assert carl.post(reverse("admin:initiatives_statusupdate_add"), data | lights).status_code == 302
    update = StatusUpdate.objects.get(as_of="2018-06-01")
    assert update.author == town[Role.CASEWORKER]

    def do(client: Any, verb: str, **sent: str) -> tuple[int, str]:
        answer = client.post(reverse("admin:initiatives_statusupdate_verb", args=[update.pk, verb]), sent)
        update.refresh_from_db()
        return answer.status_code, update.state

    assert do(carl, "approve") == (403, UpdateState.DRAFT)
    assert do(carl, "submit") == (302, UpdateState.SUBMITTED)
    assert do(mona, "send-back") == (400, UpdateState.SUBMITTED)  # no reason given
    assert do(mona, "send-back", reason="Mangler tal") == (302, UpdateState.RETURNED)
    assert do(carl, "submit") == (302, UpdateState.SUBMITTED)
    assert do(mona, "approve") == (302, UpdateState.APPROVED)
    assert carl.post(change(update), {"text": "nyt"}).status_code == 403


def test_a_draft_is_deleted_with_what_hangs_on_it_and_the_history_keeps_it(world: World) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), world.ours.draft
    factories.owner(row, body=world.cast.koebenhavn.department)
    address = reverse("admin:initiatives_initiative_delete", args=[row.pk])
    assert "Kladde i Valby" in client.get(address).content.decode()
    assert client.post(address, {"post": "yes", "reason": "Dublet"}).status_code == 302
    assert not Initiative.objects.filter(pk=row.pk).exists()
    gone = ChangeRecord.objects.filter(action=Action.DELETED, reason="Dublet")
    assert {record.content_type.model for record in gone} == {"initiative", "involvement"}


@pytest.mark.parametrize("name", ["initiative", "strategy", "budgetline", "indicator", "body", "membership", "event"])
def test_what_was_approved_or_has_no_draft_is_not_deleted(world: World, name: str) -> None:
    client, row = signed_in(world.cast.koebenhavn.administrator), getattr(world.ours, name)
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])
    assert client.get(address).status_code == 403
    assert client.post(address, {"post": "yes"}).status_code == 403
    assert type(row).objects.filter(pk=row.pk).exists()
