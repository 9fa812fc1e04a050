"""Only drafts that were never approved are deleted: tried on every screen, from its list and its groups of rows."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from initiatives.models import Activity, Initiative, InitiativeText, Involvement
from organisation import writing
from organisation.access import Role
from organisation.models import Action, ChangeRecord
from tests import factories
from tests.world import World, form_of, screens, signed_in

CATALOGUE = ("initiatives_method", "indicators_instrument")
# What somebody keeps for her own convenience: nothing is stated by it, and it is never approved.
CONVENIENCES = {"budgets_accountrule", "reports_savedcomposition"}
# By screen, what goes when all is ticked that a form can tick: who and what a row is linked to, and drafts.
GOES = {
    "initiative": {
        "Involvement", "InitiativeTargetGroup", "InitiativeObjective", "MethodUse", "LineInitiative",
        "IndicatorInitiative", "EventInitiative", "StatusUpdate", "InitiativeText",
    },
    "budgetline": {"LineInitiative", "LineRelation", "Entry"},
    "indicator": {"IndicatorInitiative", "IndicatorObjective", "Measurement"},
    "strategy": set(),
    "event": {"EventInitiative"},
    "user": set(),
}  # fmt: skip
LARGE = ("initiative", "budgetline", "indicator")


def standing(world: World) -> dict[str, Any]:
    """A row of every screen, approved, posted or frozen where its kind knows such a thing."""
    ours, ada = world.ours, world.cast.koebenhavn.administrator
    found = {name: getattr(world if name in CATALOGUE else ours, name.split("_")[1]) for name, _model in screens()}
    ours.target.approve(by=ada)
    for row in (ours.transfer, ours.statement):
        row.post(by=ada)
    report = ours.report
    report.state, report.snapshot, report.snapshot_sha256 = "frozen", "{}", "0" * 64
    report.frozen_at = timezone.now()
    writing.save(report, by=ada)
    return found | {
        "budgets_bodybudget": ours.posted_body_budget,
        "budgets_entry": ours.posted,
        "indicators_measurement": ours.approved_measurement,
        "initiatives_statusupdate": ours.approved_update,
    }


def screen(row: Any, page: str = "change") -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=[row.pk])


def deleted() -> Counter[str]:
    """By the history, which the write path keeps of every deletion: the kinds that are gone."""
    records = ChangeRecord.objects.filter(action=Action.DELETED).select_related("content_type")
    return Counter(record.content_type.model_class().__name__ for record in records)  # type: ignore[union-attr]


def test_what_stands_is_deleted_from_no_screen_and_no_list_by_nobody(world: World) -> None:
    rows, cast = standing(world), world.cast
    staff = [cast.koebenhavn[role] for role in (Role.ADMINISTRATOR, Role.FINANCE, Role.MANAGER)]
    clients = [signed_in(user) for user in [*staff, cast.operator]]
    for name, row in rows.items():
        if name in CONVENIENCES:
            continue
        listed = reverse(f"admin:{name}_changelist")
        for client in clients:
            assert client.post(screen(row, "delete"), {"post": "yes"}).status_code in (403, 404), name
        keeper = clients[-1] if name in CATALOGUE else clients[0]
        keeper.post(listed, {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
        assert type(row)._base_manager.filter(pk=row.pk).exists(), name
    assert not deleted()


@pytest.mark.slow
def test_every_screen_says_what_is_done_instead_and_what_depends_on_it(world: World) -> None:
    silent, rows = [], standing(world)
    ada, oda = signed_in(world.cast.koebenhavn.administrator), signed_in(world.cast.operator)
    for name, row in rows.items():
        shown = (oda if name in CATALOGUE else ada).get(screen(row)).context
        if shown["adminform"].form.fields and name not in CONVENIENCES and not shown.get("instead_of_deleting"):
            silent.append(name)
    assert silent == []
    told = {row: client.get(screen(row)).context["depends_on_it"] for row, client in (
        (world.ours.strategy, ada), (world.ours.town.committee, ada), (world.method, oda),
    )}  # fmt: skip
    assert {"1 indsats", "1 mål"} <= set(told[world.ours.strategy])
    assert "1 strategi" in told[world.ours.town.committee]
    # Who keeps the catalogue sees how much there is, and nothing of it.
    assert told[world.method] == ["2 rækker hos kommuner"]


@pytest.mark.parametrize("name", [pytest.param(one, marks=[pytest.mark.slow] * (one in LARGE)) for one in GOES])
def test_a_group_takes_out_links_and_drafts_whatever_the_form_says(world: World, name: str) -> None:
    standing(world)
    row = world.ours.of.get(name) or world.cast.koebenhavn[Role.CASEWORKER]
    for role in (Role.ADMINISTRATOR, Role.FINANCE):
        client = signed_in(world.cast.koebenhavn[role])
        answer = client.get(screen(row))
        if not answer.context["adminform"].form.fields:
            continue
        for group in answer.context["inline_admin_formsets"]:
            for number in range(group.formset.initial_form_count()):
                # One at a time: a group that refuses one of its rows keeps all of them.
                said = form_of(client, screen(row))
                client.post(screen(row), {**said, f"{group.formset.prefix}-{number}-DELETE": "on", "_continue": "1"})
    assert set(deleted()) == GOES[name]
    assert Activity.objects.filter(pk=world.ours.activity.pk).exists()
    for kept in (world.ours.posted, world.ours.approved_measurement, world.ours.approved_update, world.ours.target):
        assert type(kept)._base_manager.filter(pk=kept.pk).exists(), kept


def test_a_draft_on_which_something_stands_stays_and_names_it(world: World) -> None:
    """The initiative itself was never approved, but its status was; likewise the values of a draft indicator."""
    town, ada = world.cast.koebenhavn, world.cast.koebenhavn.administrator
    draft = factories.initiative(town.municipality, "Kladde med status")
    update = factories.status_update(draft, town[Role.CASEWORKER], approved_by=ada)
    indicator = factories.indicator(town.municipality, "Kladde med måling")
    value = factories.measurement(indicator, 12, by=ada, effective_text="2018")
    line = factories.line(town.municipality, name="Kladde med bevilling")
    entry = factories.entry(line, by=ada)
    client = signed_in(ada)
    for row, hanging in ((draft, update), (indicator, value), (line, entry)):
        page = client.get(screen(row, "delete"))
        assert page.status_code == 200
        assert str(hanging) in page.content.decode()
        client.post(screen(row, "delete"), {"post": "yes"})
        assert type(row)._base_manager.filter(pk=row.pk).exists(), row
        assert type(hanging)._base_manager.filter(pk=hanging.pk).exists(), hanging


def test_a_draft_is_deleted_and_is_there_again_when_it_is_undone(world: World) -> None:
    draft, client = world.ours.draft, signed_in(world.cast.koebenhavn.administrator)
    heading = world.ours.heading
    factories.text(draft, heading, "Kun et udkast.")
    assert client.post(screen(draft, "delete"), {"post": "yes", "reason": "Oprettet ved en fejl"}).status_code == 302
    assert not Initiative.objects.filter(pk=draft.pk).exists()
    act = ChangeRecord.objects.exclude(act="").latest("pk").act
    client.post(f"/0101/historik/handling/{act}/", {"undo": "1"})
    assert Initiative.objects.get(pk=draft.pk).texts.get().text == "Kun et udkast."


def test_what_is_taken_off_an_approved_initiative_stays_in_the_history_and_comes_back(world: World) -> None:
    """A text that is emptied and a link that ends are changes of the initiative, not deletions of what stands."""
    row, client = world.ours.initiative, signed_in(world.cast.koebenhavn.administrator)
    said = form_of(client, screen(row))
    written = next(key for key, value in said.items() if key.startswith("texts-") and value.startswith("Om "))
    client.post(screen(row), {**said, written: "", "involvements-0-DELETE": "on", "_continue": "1"})
    assert not InitiativeText.objects.filter(initiative=row).exists()
    assert not Involvement.objects.filter(initiative=row).exists()
    history = client.get(screen(row, "history")).content.decode()
    assert "Om Valby." in history
    act = ChangeRecord.objects.exclude(act="").latest("pk").act
    client.post(f"/0101/historik/handling/{act}/", {"undo": "1"})
    assert InitiativeText.objects.get(initiative=row).text == "Om Valby."
    assert Involvement.objects.get(initiative=row).body == world.ours.town.department
