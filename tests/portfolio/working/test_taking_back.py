"""What one press of a button did is taken back as one, exactly, or not at all with the name of what is in the way."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils.timezone import localdate

from indicators.models import Indicator, Instrument, Measurement
from initiatives.models import Initiative, InitiativeText, Method, MethodUse, StatusUpdate
from organisation import writing
from organisation.access import Role
from organisation.models import ChangeRecord, Provenance, User
from portfolio.merging.planning import plan
from portfolio.reports.models import Report
from tests import factories
from tests.portfolio.merging.test_merging import merge, money, twin, wrong
from tests.portfolio.merging.test_readings import same, twice
from tests.world import World, form_of, signed_in

__all__ = ["same", "twice", "twin"]


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of the domain but the history, by its columns."""
    labels = ("organisation", "initiatives", "budgets", "indicators", "reports")
    models = [model for label in labels for model in apps.get_app_config(label).get_models()]
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in models
        if model not in (ChangeRecord, User)
    }


def last_act() -> str:
    return ChangeRecord.objects.exclude(act="").latest("pk").act


def undo(client: Client, act: str, code: str = "0101") -> str:
    address = f"/{code}/historik/handling/{act}/" if code else f"/katalog/handling/{act}/"
    answer = client.post(address, follow=True)
    return " ".join(map(str, answer.context["messages"])) if "messages" in answer.context else ""


def refused(client: Client, act: str) -> str:
    """The page says why, has no button, and the button that somebody had open says the same."""
    page = client.get(f"/0101/historik/handling/{act}/")
    [*sentences] = page.context["refusals"]
    assert sentences
    before = everything()
    assert undo(client, act)
    assert everything() == before
    return " ".join(sentences)


@pytest.fixture
def ada(world: World) -> Client:
    return signed_in(world.cast.koebenhavn.administrator)


# --- Merges ----------------------------------------------------------------------------------------------------------


def test_a_merge_of_initiatives_is_undone_to_the_last_row(world: World, twin: Initiative, ada: Client) -> None:
    kept, by, faults = world.ours.initiative, world.cast.koebenhavn.administrator, wrong()
    carl = world.cast.koebenhavn[Role.CASEWORKER]
    factories.status_update(twin, carl, approved_by=by, as_of=datetime.date(2018, 5, 3))
    before = everything()
    merge(kept, twin, by, **{one.name: "other" for one in plan(kept, twin).choices})
    assert everything() != before
    page = ada.get(f"/0101/historik/handling/{last_act()}/")
    assert page.context["refusals"] == []
    assert "er taget tilbage" in undo(ada, last_act())
    assert everything() == before
    assert wrong() == faults
    assert ada.get("/0101/indsatser/tvilling/").status_code == 200


def test_the_page_of_a_merge_leads_to_its_undoing(world: World, twin: Initiative, ada: Client) -> None:
    kept = world.ours.initiative
    address = f"/0101/dubletter/?slags=indsats&keep={kept.pk}&other={twin.pk}"
    looked = ada.get(address).context["merge"]
    said = {one.name: "kept" for one in looked.choices} | {"seen": looked.digest, "reason": "Samme"}
    page = ada.post(address, said, follow=True).content.decode()
    assert f'/0101/historik/handling/{last_act()}/">Se, hvad der blev gjort, eller fortryd det' in page


def test_what_was_changed_since_a_merge_is_named_and_nothing_is_taken_back(
    world: World, twin: Initiative, ada: Client
) -> None:
    kept, mona = world.ours.initiative, world.cast.koebenhavn[Role.MANAGER]
    merge(kept, twin, world.cast.koebenhavn.administrator, title="other")
    act = last_act()
    row = Initiative.objects.get(pk=kept.pk)
    row.title = "Et helt andet navn"
    writing.save(row, by=mona)
    sentence = refused(ada, act)
    assert "Titel som trykt blev ændret af Mona" in sentence
    assert f"{localdate():%Y}" in sentence


def test_what_came_to_the_kept_one_since_stays_with_it(world: World, twin: Initiative, ada: Client) -> None:
    kept, by = world.ours.initiative, world.cast.koebenhavn.administrator
    merge(kept, twin, by)
    act = last_act()
    activity = factories.text(kept, factories.heading(world.ours.town.municipality, 9, "Nyt"), "Skrevet bagefter.")
    assert "er taget tilbage" in undo(ada, act)
    assert InitiativeText.objects.get(pk=activity.pk).initiative == kept


def test_statuses_of_one_day_and_indicators_go_back_too(
    world: World, twice: Initiative, same: Indicator, ada: Client
) -> None:
    by, faults = world.cast.koebenhavn.administrator, wrong()
    before = everything()
    [day] = plan(world.ours.initiative, twice).days
    merge(world.ours.initiative, twice, by, **{day.name: "other"})
    assert "er taget tilbage" in undo(ada, last_act())
    assert everything() == before
    factories.measurement(same, 39, by=by, effective_text="2020", n=400)
    factories.measurement(world.ours.indicator, 39, by=by, effective_text="2020")
    before = everything()
    merge(world.ours.indicator, same, by)
    assert Measurement.objects.filter(indicator=world.ours.indicator, n=400).exists()
    assert "er taget tilbage" in undo(ada, last_act())
    assert everything() == before
    assert wrong() == faults


def test_a_merge_of_strategies_and_one_of_the_catalogue(world: World, ada: Client) -> None:
    home, by = world.ours.town.municipality, world.cast.koebenhavn.administrator
    double = factories.strategy(home, "Strategi Valby", by=by)
    top = factories.objective(double, "Tema", position=1)
    factories.objective(double, "Under temaet", parent=top, position=2)
    before = everything()
    merge(world.ours.strategy, double, by)
    assert "er taget tilbage" in undo(ada, last_act())
    assert everything() == before
    method = writing.save(Method(reference="bolig-forst", name="Bolig først"), by=world.cast.operator)
    use = MethodUse(municipality=home, initiative=world.ours.draft, method=method, state="planned")
    writing.save(use, by=by)
    before = everything()
    merge(world.method, method, world.cast.operator)
    oda, act = signed_in(world.cast.operator), last_act()
    # Her links were moved by it, but the catalogue is not hers.
    assert "Kun den, der gjorde det" in refused(ada, act)
    assert "er taget tilbage" in undo(oda, act, code="")
    assert everything() == before
    assert ada.get(f"/katalog/handling/{act}/").status_code == 403


def test_a_merge_of_instruments_gives_each_indicator_its_own_again(world: World, ada: Client) -> None:
    home, by, oda = world.ours.town.municipality, world.cast.koebenhavn.administrator, world.cast.operator
    double = writing.save(Instrument(reference="dobbelt", name="Trivsel igen", aliases="Trivselsmål"), by=oda)
    for instrument in (double, world.instrument):
        factories.indicator(home, f"Målt med {instrument}", by=by, instrument=instrument)
    before, faults = everything(), wrong()
    merge(world.instrument, double, oda)
    act = last_act()
    assert not Indicator.objects.filter(instrument=double).exists()
    assert ada.get(f"/instrumenter/{double.reference}/").status_code in (301, 302)
    assert "Kun den, der gjorde det" in refused(ada, act)
    assert "er taget tilbage" in undo(signed_in(oda), act, code="")
    assert everything() == before
    assert wrong() == faults
    assert ada.get(f"/instrumenter/{double.reference}/").status_code == 200


def test_a_change_of_the_catalogue_leads_the_operator_to_its_undoing(world: World) -> None:
    oda, row = signed_in(world.cast.operator), world.method
    screen = f"/admin/initiatives/method/{row.pk}/change/"
    before = everything()
    page = oda.post(screen, form_of(oda, screen) | {"description": "Noget andet"}, follow=True).content.decode()
    address = f"/katalog/handling/{last_act()}/"
    assert f'<a href="{address}">Se, hvad der blev gjort, eller fortryd det</a>' in page
    assert f'href="{address}"' in oda.get(f"/admin/initiatives/method/{row.pk}/history/").content.decode()
    assert "er taget tilbage" in undo(oda, last_act(), code="")
    assert everything() == before


def test_a_row_that_would_stand_under_itself_is_not_put_back(world: World, ada: Client) -> None:
    town = world.cast.koebenhavn.municipality
    above = factories.initiative(town, "Øverst")
    below = factories.initiative(town, "Nederst", parent=above)
    screen = f"/admin/initiatives/initiative/{below.pk}/change/"
    changed = form_of(ada, screen) | {"parent": "", "summary": "Står for sig selv", "texts-0-text": "Også en tekst"}
    assert ada.post(screen, changed).status_code == 302
    act = last_act()
    above.parent = Initiative.objects.get(pk=below.pk)
    writing.save(above, by=None)
    assert "kan ikke være del af sig selv" in refused(ada, act)


# --- Deletions -------------------------------------------------------------------------------------------------------


def deleted(client: Client, row: Any) -> str:
    address = f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/delete/"
    return client.post(address, {"post": "yes", "reason": "Fejl"}, follow=True).content.decode()


def test_a_deleted_draft_is_there_again_with_all_that_hung_on_it(world: World, twin: Initiative, ada: Client) -> None:
    by, home = world.cast.koebenhavn.administrator, world.ours.town.municipality
    draft = factories.initiative(home, "Kladde med alt", code="K1", aliases="Et andet navn", period_text="2018-2019")
    factories.owner(draft, body=world.ours.town.department)
    factories.text(draft, world.ours.heading, "Et langt afsnit.")
    factories.under(draft, world.ours.objective)
    writing.save(Provenance(municipality=home, row=draft, document=world.ours.document, line="7", mark="stated"), by=by)
    before = everything()
    page = deleted(ada, draft)
    assert not Initiative.objects.filter(pk=draft.pk).exists()
    assert f"/0101/historik/handling/{last_act()}/" in page
    assert f"/0101/historik/handling/{last_act()}/" in ada.get("/0101/historik/?q=Kladde med alt").content.decode()
    assert "er taget tilbage" in undo(ada, last_act())
    assert everything() == before
    told = ChangeRecord.objects.of_row(draft)[0]
    assert (told.action, told.get_action_display()) == ("restored", "gendannet")


def test_drafts_of_figures_keep_the_moment_they_were_recorded(world: World, ada: Client) -> None:
    before = everything()
    finn = signed_in(world.cast.koebenhavn[Role.FINANCE])
    for row, client in ((world.ours.measurement, ada), (world.ours.entry, finn), (world.ours.transfer, finn)):
        deleted(client, row)
        assert not type(row)._base_manager.filter(pk=row.pk).exists(), row
        assert "er taget tilbage" in undo(client, last_act()), row
        assert everything() == before, row


def test_a_report_that_was_thrown_away_as_a_draft(world: World, ada: Client) -> None:
    before = everything()
    page = ada.post("/0101/rapporter/r1/kasser", follow=True).content.decode()
    assert not Report.objects.filter(reference="r1", municipality=world.ours.town.municipality).exists()
    assert f"/0101/historik/handling/{last_act()}/" in page
    assert "er taget tilbage" in undo(ada, last_act())
    assert everything() == before


def test_a_row_taken_out_of_a_screen_leads_to_its_undoing(world: World, ada: Client) -> None:
    screen = f"/admin/initiatives/initiative/{world.ours.initiative.pk}/change/"
    before = everything()
    said = form_of(ada, screen)
    name = next(key for key, value in said.items() if key.endswith("-target_group") and value)
    page = ada.post(screen, said | {name.replace("-target_group", "-DELETE"): "on"}, follow=True).content.decode()
    assert everything() != before
    assert f"/0101/historik/handling/{last_act()}/" in page
    assert "er taget tilbage" in undo(ada, last_act())
    assert everything() == before


def test_a_reference_that_is_taken_meanwhile_stops_the_making_again(world: World, ada: Client) -> None:
    draft = world.ours.draft
    deleted(ada, draft)
    act = last_act()
    factories.initiative(world.ours.town.municipality, "En ny", reference=draft.reference)
    assert "har allerede en indsats med denne reference" in refused(ada, act)


def test_what_it_pointed_at_is_gone(world: World, ada: Client) -> None:
    strategy = factories.strategy(world.ours.town.municipality, "Kort liv")
    draft = factories.initiative(world.ours.town.municipality, "Under den", strategy=strategy)
    deleted(ada, draft)
    act = last_act()
    deleted(ada, strategy)
    assert "findes ikke mere: Kort liv" in refused(ada, act)


# --- Many at once ----------------------------------------------------------------------------------------------------


@pytest.fixture
def three(world: World) -> list[Initiative]:
    return [factories.initiative(world.ours.town.municipality, f"Kladde {n}") for n in range(3)]


def done_to(client: Client, rows: list[Initiative], verb: str) -> str:
    address = "/admin/initiatives/initiative/"
    seen = client.get(address).context["action_form"].fields["seen"].initial
    said = {"action": verb, "_selected_action": [row.pk for row in rows], "reason": "Fælles", "seen": seen}
    return client.post(address, said, follow=True).content.decode()


@pytest.mark.parametrize("verb", ["archive", "approve"])
def test_an_action_on_three_is_undone_as_one(world: World, three: list[Initiative], ada: Client, verb: str) -> None:
    page = done_to(ada, three, verb)
    act = last_act()
    assert f"/0101/historik/handling/{act}/" in page
    assert "Hele handlingen (3 ændringer)" in ada.get("/0101/historik/").content.decode()
    assert "3 ændringer" in undo(ada, act)
    rows = Initiative.objects.filter(pk__in=[row.pk for row in three])
    assert {(row.archived_at, row.approval, row.approved_by) for row in rows} == {(None, "draft", None)}


def test_an_approval_taken_back_waits_again_but_is_no_draft_that_can_be_deleted(
    world: World, three: list[Initiative], ada: Client
) -> None:
    done_to(ada, three, "approve")
    undo(ada, last_act())
    user = User.objects.get(pk=world.cast.koebenhavn.administrator.pk)
    row = Initiative.objects.filter(pk=three[0].pk)
    assert row.approvable_by(user).exists()
    assert not row.deletable_by(user).exists()
    assert three[0] not in Initiative.objects.visible_to(world.cast.koebenhavn[Role.COMMITTEE_MEMBER])
    assert "“Godkend” er udført" in done_to(ada, three, "approve")


def test_an_approval_on_which_something_was_built_stands(world: World, three: list[Initiative], ada: Client) -> None:
    carl, by = world.cast.koebenhavn[Role.CASEWORKER], world.cast.koebenhavn.administrator
    done_to(ada, three, "approve")
    act = last_act()
    factories.status_update(three[1], carl, approved_by=by)
    assert "Kladde 1: 1. maj 2018" in refused(ada, act)


def test_an_approval_that_a_report_has_shown_stands(world: World, three: list[Initiative], ada: Client) -> None:
    done_to(ada, three, "approve")
    act = last_act()
    report = Report.objects.get(pk=world.ours.report.pk)
    report.state, report.snapshot, report.snapshot_sha256 = "frozen", "{}", "0" * 64
    report.frozen_at = ChangeRecord.objects.latest("pk").at + datetime.timedelta(minutes=1)
    writing.save(report, by=None, validate=False)
    assert "Rapport om Valby" in refused(ada, act)


def test_approved_statuses_and_figures_stand_whatever_button_approved_them(world: World, ada: Client) -> None:
    status = StatusUpdate.objects.get(pk=world.ours.statusupdate.pk)
    status.submit(by=world.cast.koebenhavn[Role.CASEWORKER])
    with writing.one_act() as act:
        status.approve(by=world.cast.koebenhavn[Role.MANAGER])
    assert "står fast" in refused(ada, act)
    assert StatusUpdate.objects.get(pk=status.pk).state == "approved"


# --- Who may ---------------------------------------------------------------------------------------------------------


def test_who_did_it_or_an_administrator_and_nobody_of_another_town(
    world: World, three: list[Initiative], ada: Client
) -> None:
    done_to(ada, three, "archive")
    act = last_act()
    before = everything()
    for person, status in ((Role.CASEWORKER, 200), (Role.READER, 403), (Role.COMMITTEE_MEMBER, 403)):
        client = signed_in(world.cast.koebenhavn[person])
        assert client.post(f"/0101/historik/handling/{act}/", follow=True).status_code == status, person
    theirs = signed_in(world.cast.aarhus.administrator)
    assert theirs.post(f"/0101/historik/handling/{act}/").status_code == 404
    assert theirs.post(f"/0751/historik/handling/{act}/").status_code == 404
    assert everything() == before


def test_nobody_gets_back_what_she_may_not_change(world: World) -> None:
    """Carl hands the draft of his own department over to another; then it is theirs, and stays so."""
    carl, home = world.cast.koebenhavn[Role.CASEWORKER], world.ours.town.municipality
    other = factories.body(home, "Kulturforvaltningen", "department")
    mine = factories.owner(world.ours.draft, body=world.ours.town.department)
    with writing.one_act() as act:
        mine.body = other
        writing.save(mine, by=carl)
    client = signed_in(carl)
    assert "Kun den, der gjorde det" in client.get(f"/0101/historik/handling/{act}/").content.decode()
    before = everything()
    undo(client, act)
    assert everything() == before


def test_the_undoing_can_be_undone(world: World, three: list[Initiative], ada: Client) -> None:
    done_to(ada, three, "archive")
    after = [row["archived_at"] for row in Initiative.objects.filter(pk__in=[one.pk for one in three]).values()]
    undo(ada, last_act())
    assert "er taget tilbage" in undo(ada, last_act())
    again = Initiative.objects.filter(pk__in=[one.pk for one in three]).order_by("pk")
    assert [row.archived_at for row in again] == after


def test_a_report_counts_from_what_is_there_again(world: World, twin: Initiative, ada: Client) -> None:
    """Sums are those from before."""
    before = money(world)
    merge(world.ours.initiative, twin, world.cast.koebenhavn.administrator)
    undo(ada, last_act())
    assert money(world) == before
