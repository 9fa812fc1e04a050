"""A merge keeps every link, text, amount and measurement, changes no total, and leads old names and addresses on."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from budgets.models import BudgetLine, LineInitiative
from indicators.models import IndicatorInitiative
from initiatives.models import (
    Activity,
    Initiative,
    InitiativeObjective,
    InitiativeTargetGroup,
    InitiativeText,
    MethodUse,
    StatusUpdate,
    TargetGroup,
)
from organisation import writing
from organisation.access import Role
from organisation.models import Body, ChangeRecord, Membership, Provenance, TenantRow, User
from portfolio import overview
from portfolio.audit import audit
from portfolio.merging.carrying import carry_out
from portfolio.merging.choosing import BOTH, KEPT, OTHER
from portfolio.merging.duplicates import alike
from portfolio.merging.planning import plan
from portfolio.overview.listing import listing
from portfolio.sheets.planning.finding import Called, Directory
from tests import factories
from tests.world import World, signed_in

TODAY = datetime.date(2018, 6, 1)


def merge(kept: Any, other: Any, by: User, **chosen: str) -> Any:
    looked = plan(kept, other)
    usual = {one.name: KEPT for one in looked.choices}
    return carry_out(kept, other, usual | chosen, seen=looked.digest, by=by, reason="Samme indsats to gange")


def test_two_statuses_that_wait_do_not_become_those_of_one(world: World) -> None:
    town = world.cast.koebenhavn
    rows = [factories.initiative(town.municipality, f"Natcafé {n}", by=town.administrator) for n in range(2)]
    for row in rows:
        factories.status_update(row, town[Role.CASEWORKER]).submit(by=town[Role.CASEWORKER])
    [refusal] = plan(*rows).refusals
    assert "en status, der venter på godkendelse" in refusal
    StatusUpdate.objects.get(initiative=rows[1]).approve(by=town[Role.MANAGER])
    assert plan(*rows).refusals == ()


def wrong() -> list[str]:
    return [str(one) for one in audit()]


@pytest.fixture
def twin(world: World) -> Initiative:
    """Entered twice: the draft has links, a text, an amount and an indicator of its own, and some of the same."""
    ada, home, first = world.cast.koebenhavn.administrator, world.ours.town.municipality, world.ours.initiative
    twin = factories.initiative(
        home, "Indsats Valby", by=ada, reference="tvilling", code="V2", summary="En anden tekst"
    )
    factories.text(twin, world.ours.heading, "Skrevet ved den anden.")
    factories.text(twin, factories.heading(home, 7, "Økonomi"), "Kun her.")
    factories.owner(twin, body=world.ours.town.department)
    rows: list[TenantRow] = [
        InitiativeTargetGroup(
            municipality=home, initiative=twin, target_group=world.ours.targetgroup, note="især mænd"
        ),
        InitiativeObjective(municipality=home, initiative=twin, objective=world.ours.objective),
        LineInitiative(municipality=home, initiative=twin, line=world.ours.budgetline),
        LineInitiative(municipality=home, initiative=twin, line=world.ours.other_line),
        IndicatorInitiative(
            municipality=home, initiative=twin, indicator=factories.indicator(home, "Andel nye", by=ada)
        ),
        Activity(municipality=home, initiative=twin, title="Møde i Valby", text="Et andet møde"),
        MethodUse(municipality=home, initiative=twin, method=world.method, state="planned"),
        Provenance(municipality=home, row=twin, document=world.ours.document, line="12", mark="stated"),
        Provenance(
            municipality=home, row=twin, field="summary", document=world.ours.document, line="13", mark="stated"
        ),
    ]
    for row in rows:
        writing.save(row, by=ada)
    assert first.pk < twin.pk
    return twin


def money(world: World) -> tuple[Any, ...]:
    """The whole municipality's: the list with all of its initiatives, and each line's own sums."""
    ada, home = world.cast.koebenhavn.administrator, world.ours.town.municipality
    everything = listing(User.objects.get(pk=ada.pk), home, Initiative.objects.all(), TODAY)
    lines = BudgetLine.objects.filter(municipality=home).order_by("pk")
    return everything.money, [sorted(line.entries.values_list("pk", "amount_ore")) for line in lines]


def test_everything_comes_along_and_no_total_changes(world: World, twin: Initiative) -> None:
    ada, kept = world.cast.koebenhavn.administrator, world.ours.initiative
    before, faults = money(world), wrong()
    text = InitiativeText.objects.get(initiative=twin, heading=world.ours.heading)
    merge(kept, twin, ada, **{f"text-{text.pk}": BOTH, "title": KEPT, "summary": OTHER})
    assert money(world) == before
    assert wrong() == faults
    kept = Initiative.objects.get(pk=kept.pk)
    assert kept.summary == "En anden tekst"
    assert set(kept.aliases.splitlines()) == {"V2", "Indsats Valby", "V2 Indsats Valby"}
    assert InitiativeText.objects.get(initiative=kept, heading=world.ours.heading).text == (
        "Om Valby.\n\nSkrevet ved den anden."
    )
    assert InitiativeText.objects.filter(initiative=kept).count() == 2
    assert InitiativeTargetGroup.objects.get(initiative=kept).note == "især mænd"
    assert LineInitiative.objects.filter(initiative=kept).count() == 2
    assert IndicatorInitiative.objects.filter(initiative=kept).count() == 2
    assert MethodUse.objects.get(initiative=kept).state == "in_use"
    assert sorted(Activity.objects.filter(initiative=kept).values_list("title", flat=True)) == [
        "Møde i Valby", "Møde i Valby (V2 Indsats Valby)",
    ]  # fmt: skip
    assert {fact.line for fact in Provenance.objects.of_row(kept)} == {"12", "13"}
    assert "Samme indsats to gange" in ChangeRecord.objects.of_row(kept)[0].reason
    for relation in plan(kept, Initiative.objects.get(pk=twin.pk)).moved:
        assert relation.relation.field.name == "merged_into", relation.kind


def test_words_that_differ_are_asked_about_and_what_is_empty_is_filled(world: World, twin: Initiative) -> None:
    kept = world.ours.initiative
    looked = plan(kept, twin)
    assert {"title", "summary"} & {one.name for one in looked.choices} == {"title"}
    assert {"code", "summary"} <= {one.name for one in looked.filled}
    with pytest.raises(ValidationError, match="Vælg for hver forskel"):
        carry_out(kept, twin, {}, seen=looked.digest, by=world.cast.koebenhavn.administrator, reason="x")


def test_what_was_changed_since_it_was_looked_at_is_not_merged(world: World, twin: Initiative) -> None:
    kept, ada = world.ours.initiative, world.cast.koebenhavn.administrator
    looked = plan(kept, twin)
    chosen = {one.name: KEPT for one in looked.choices}
    factories.under(twin, factories.objective(world.ours.strategy, "Nyt mål"))
    with pytest.raises(ValidationError, match="ændret, siden du så"):
        carry_out(kept, twin, chosen, seen=looked.digest, by=ada, reason="x")
    merge(kept, twin, ada)
    with pytest.raises(ValidationError, match="allerede flettet"):
        merge(kept, Initiative.objects.get(pk=twin.pk), ada)


def test_old_address_sheet_key_and_history_find_the_kept_one(world: World, twin: Initiative) -> None:
    ada, kept = world.cast.koebenhavn.administrator, world.ours.initiative
    merge(kept, twin, ada)
    client = signed_in(ada)
    answer = client.get("/0101/indsatser/tvilling/?x=1")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{kept.get_absolute_url()}?x=1")
    assert client.get("/0101/indsatser/tvilling/regneark").status_code == 302
    assert signed_in(world.cast.aarhus.administrator).get("/0101/indsatser/tvilling/").status_code == 404
    assert client.get("/0101/indsatser/ukendt/").status_code == 404
    assert twin not in Initiative.objects.visible_to(ada)
    directory = Directory(Initiative.objects.filter(municipality=kept.municipality), ("title", "aliases"))
    for called in (Called(reference="tvilling"), Called(code="V2"), Called(name="Indsats Valby")):
        assert directory.find(called).row == kept, called
    assert directory.fresh_reference(Called(name="tvilling")) == "tvilling-2"
    page = client.get(f"/admin/initiatives/initiative/{kept.pk}/history/").content.decode()
    assert "Samme indsats to gange" in page
    assert overview.initiative_sheet(User.objects.get(pk=ada.pk), kept, TODAY)


def test_what_may_not_be_merged(world: World) -> None:
    ours, theirs, home = world.ours, world.theirs, world.ours.town.municipality
    assert plan(ours.initiative, theirs.initiative).refusals[0] == "De hører til hver sin kommune."
    assert "udkast" in plan(ours.draft, factories.initiative(home, by=ours.town.administrator)).refusals[0]
    child = factories.initiative(home, "Del", parent=ours.draft)
    assert "hører under" in plan(ours.draft, child).refusals[0]
    assert plan(child, child).refusals[0].startswith("En række kan ikke")
    fictional = factories.initiative(home, "Fiktiv", is_fictional=True)
    assert "fiktiv" in plan(ours.draft, fictional).refusals[0]
    other = factories.objective(factories.strategy(home, "En anden"), "Mål")
    assert "hver sin strategi" in plan(ours.objective, other).refusals[0]
    ours.draft.archive(by=ours.town.administrator, reason="Slut")
    assert "er arkiveret" in plan(ours.draft, factories.initiative(home, "Ny")).refusals[0]


def test_bodies_target_groups_objectives_and_methods_are_merged_too(world: World) -> None:
    town, ada = world.cast.koebenhavn, world.cast.koebenhavn.administrator
    faults = wrong()
    double = factories.body(town.municipality, "Soc.forv.", "department")
    sub = factories.body(town.municipality, "Center", "centre", parent=double)
    factories.member(town[Role.CASEWORKER], town.municipality, Role.CASEWORKER, double)
    merge(town.department, double, ada)
    assert Membership.objects.filter(user=town[Role.CASEWORKER]).count() == 1
    assert Body.objects.get(pk=sub.pk).parent == town.department
    assert "Soc.forv." in Body.objects.get(pk=town.department.pk).aliases.splitlines()
    group = factories.target_group(town.municipality, "Borger i Valby", reference="bv")
    merge(world.ours.targetgroup, group, ada)
    twin = factories.objective(world.ours.strategy, "Målet", reference="maalet")
    factories.under(world.ours.draft, twin)
    merge(world.ours.objective, twin, ada)
    assert InitiativeObjective.objects.get(initiative=world.ours.draft).objective == world.ours.objective
    method = writing.save(type(world.method)(reference="bolig-forst", name="Bolig først"), by=world.cast.operator)
    writing.save(
        MethodUse(municipality=town.municipality, initiative=world.ours.draft, method=method, state="planned"), by=ada
    )
    merge(world.method, method, world.cast.operator)
    assert MethodUse.objects.filter(method=world.method).count() == 3
    other = writing.save(type(world.instrument)(reference="who-fem", name="WHO fem"), by=world.cast.operator)
    asked = factories.indicator(town.municipality, "Trivsel", by=ada, instrument=other)
    merge(world.instrument, other, world.cast.operator)
    assert type(asked).objects.get(pk=asked.pk).instrument == world.instrument
    client = signed_in(ada)
    old_page = client.get(other.get_absolute_url())
    assert old_page.headers["Location"] == world.instrument.get_absolute_url()
    kept_address = client.get("/0101/?target_group=bv&objective=maalet")
    assert kept_address.context["filters"].narrowed.count() == 1
    assert kept_address.context["filters"].problems == []
    for old, new in (
        (f"udvalg/{double.reference}/", f"udvalg/{town.department.reference}/"),
        ("maalgrupper/bv/", f"maalgrupper/{world.ours.targetgroup.reference}/"),
        ("maal/maalet/", f"maal/{world.ours.objective.reference}/"),
        ("metoder/bolig-forst/", "metoder/hf/"),
    ):
        assert client.get(f"/0101/{old}").headers["Location"] == f"/0101/{new}"
        assert client.get(f"/0101/{new}").status_code == 200
    assert wrong() == faults


@pytest.mark.parametrize(
    ("kept_ends", "other_ends", "ends"),
    [("2017-12-31", None, None), (None, "2017-12-31", None), ("2017-12-31", "2030-12-31", "2030-12-31")],
)
def test_a_role_that_is_held_in_one_of_two_bodies_is_held_in_the_one_they_become(
    world: World, kept_ends: str | None, other_ends: str | None, ends: str | None
) -> None:
    town = world.cast.koebenhavn
    double = factories.body(town.municipality, "Soc.forv.", "department")
    held = Membership.objects.get(user=town[Role.CASEWORKER])
    held.valid_to = day(kept_ends)
    writing.save(held, by=None)
    factories.member(town[Role.CASEWORKER], town.municipality, Role.CASEWORKER, double, valid_to=day(other_ends))
    merge(town.department, double, town.administrator)
    assert Membership.objects.get(user=town[Role.CASEWORKER]).valid_to == day(ends)


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def test_what_is_noted_at_both_of_two_that_say_the_same_is_kept(world: World) -> None:
    town, row = world.cast.koebenhavn, world.ours.initiative
    group = factories.target_group(town.municipality, "Borger i Valby")
    [link] = InitiativeTargetGroup.objects.filter(initiative=row)
    link.note = "Især de unge"
    writing.save(link, by=None)
    other = InitiativeTargetGroup(municipality=town.municipality, initiative=row, target_group=group, note="n" * 300)
    writing.save(other, by=None)
    [refusal] = plan(world.ours.targetgroup, group).refusals
    assert "feltet “note” fra de to er for langt tilsammen (314 tegn, højst 300)" in refusal
    with pytest.raises(ValidationError, match="Forkort først det ene"):
        merge(world.ours.targetgroup, group, town.administrator)
    other.note = "n" * 286
    writing.save(other, by=None)
    merge(world.ours.targetgroup, group, town.administrator)
    [kept] = InitiativeTargetGroup.objects.filter(initiative=row)
    assert kept.note == "Især de unge; " + "n" * 286


def test_instruments_that_ask_otherwise_are_not_one(world: World) -> None:
    """Their figures would be compared: another scale, another unit or another direction is another instrument."""
    kept = writing.save(type(world.instrument)(reference="a", name="Trivsel", scale="0-100"), by=world.cast.operator)
    other = type(kept)(reference="b", name="Trivsel", scale="0-10", has_own_questions=True)
    refusals = plan(kept, writing.save(other, by=world.cast.operator)).refusals
    assert ["0-100" in refusals[0], "“nej” og “ja”" in refusals[1], len(refusals)] == [True, True, 2]
    oda = signed_in(world.cast.operator)
    page = oda.get("/katalog/dubletter/?slags=instrument")
    assert [(pair.kept, pair.other) for pair in page.context["pairs"]] == [(kept, other)]
    assert "/katalog/dubletter/?slags=instrument" in oda.get("/admin/indicators/instrument/").content.decode()


def test_names_that_are_alike_are_found(world: World) -> None:
    home = world.ours.town.municipality
    names = ("Unge på kanten", "unge, på kanten!", "Ældre")
    one, two, three = (factories.target_group(home, name) for name in names)
    factories.target_group(home, "Seniorer", aliases="De ældre")
    pairs = {(pair.kept.name, pair.other.name) for pair in alike(TargetGroup.objects.filter(municipality=home))}
    assert pairs == {(one.name, two.name), (three.name, "Seniorer")}


def test_two_of_the_same_name_are_told_apart(world: World) -> None:
    town = world.cast.koebenhavn
    kept, other = (factories.initiative(town.municipality, "Natcafé", by=town.administrator) for _ in range(2))
    ada, page = signed_in(town.administrator), "/0101/dubletter/?slags=indsats"
    choices = ada.get(page).content.decode()
    assert f"Natcafé ({kept.reference})</option>" in choices
    assert f"Natcafé ({other.reference})</option>" in choices
    assert "Indsats i Valby</option>" in choices
    asked = ada.get(f"{page}&keep={kept.pk}&other={other.pk}")
    heading = f"“Natcafé ({other.reference})” ind i “Natcafé ({kept.reference})”"
    assert heading in asked.content.decode()
    said = {"seen": asked.context["merge"].digest, "reason": "Samme"}
    said |= {one.name: KEPT for one in asked.context["merge"].choices}
    done = ada.post(f"{page}&keep={kept.pk}&other={other.pk}", said, follow=True).content.decode()
    assert f"“Natcafé ({other.reference})” er nu en del af “Natcafé ({kept.reference})”" in done


def test_the_page_shows_asks_and_carries_out(world: World, twin: Initiative) -> None:
    kept, client = world.ours.initiative, signed_in(world.cast.koebenhavn.administrator)
    address = f"/0101/dubletter/?slags=indsats&keep={kept.pk}&other={twin.pk}"
    page = client.get(address)
    text = InitiativeText.objects.get(initiative=twin, heading=world.ours.heading)
    said = {"seen": page.context["merge"].digest, "title": KEPT, f"text-{text.pk}": OTHER}
    assert client.post(address, said).context["form"].errors.keys() == {"reason"}
    assert Initiative.objects.get(pk=twin.pk).merged_into is None
    answer = client.post(address, said | {"reason": "Samme"})
    assert answer.status_code == 302
    assert Initiative.objects.get(pk=twin.pk).merged_into == kept
    theirs = client.get(f"/0101/dubletter/?slags=indsats&keep={kept.pk}&other={world.theirs.initiative.pk}")
    assert "merge" not in theirs.context
