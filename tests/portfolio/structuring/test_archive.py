"""What is archived leaves lists and choices, and changes no figure of its years; it is taken back as it was."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from initiatives.models import Initiative
from organisation import writing
from organisation.access import Role
from organisation.models import User
from organisation.terms import CouncilTerm
from portfolio import overview
from portfolio.audit import audit
from portfolio.measuring.surveys import measured_by
from portfolio.overview.status_round import status_round
from portfolio.reports.scope import scope_of
from tests import factories
from tests.portfolio.merging.test_merging import TODAY
from tests.world import World, form_of, signed_in

KINDS = ["initiative", "strategy", "objective", "targetgroup", "body", "indicator"]


@pytest.fixture
def archived(world: World) -> World:
    for kind in KINDS:
        world.ours.of[kind].archive(by=world.cast.koebenhavn.administrator, reason="Afsluttet for længst")
    return world


def figures(world: World) -> Any:
    ada = User.objects.get(pk=world.cast.koebenhavn.administrator.pk)
    whole = overview.portfolio_overview(ada, world.ours.town.municipality, Initiative.objects.all(), TODAY)
    return whole.money, whole.indicators, whole.budget_tables, whole.initiative_count


def test_no_figure_changes_and_the_audit_is_clean(world: World) -> None:
    before, faults = figures(world), [str(one) for one in audit()]
    for kind in KINDS:
        world.ours.of[kind].archive(by=world.cast.koebenhavn.administrator, reason="Slut")
    assert figures(world) == before
    assert [str(one) for one in audit()] == faults


def test_the_last_of_a_long_archive_is_reached_and_taken_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portfolio.structuring.archive.ON_A_PAGE", 3)
    town = world.cast.koebenhavn
    rows = [factories.initiative(town.municipality, f"Indsats {n}", by=town.administrator) for n in range(5)]
    for row in rows:
        row.archive(by=town.administrator, reason="Slut")
    ada, first = signed_in(town.administrator), rows[0]
    page = ada.get("/0101/arkiv/").content.decode()
    assert "Alle 5" in page
    assert str(first) not in page
    last = ada.get("/0101/arkiv/?kind=initiative&page=2")
    assert str(first) in last.content.decode()
    answer = ada.post("/0101/arkiv/?kind=initiative&page=2", {"restore": f"initiative-{first.pk}"})
    assert answer.headers["Location"] == "/0101/arkiv/?kind=initiative&page=2"
    first.refresh_from_db()
    assert not first.is_archived


@pytest.mark.parametrize("kind", KINDS)
def test_the_lists_leave_it_out_and_show_it_on_request(archived: World, kind: str) -> None:
    row = archived.ours.of[kind]
    ada = signed_in(archived.cast.koebenhavn.administrator)
    address = f"/admin/{row._meta.app_label}/{kind}/"

    def listed(query: str) -> bool:
        return row in ada.get(f"{address}{query}").context["cl"].result_list

    assert (listed(""), listed("?archived=only"), listed("?archived=too")) == (False, True, True)
    assert ada.get(f"{address}{row.pk}/change/").status_code == 200
    page = ada.get("/0101/arkiv/").content.decode()
    assert str(row) in page
    assert "Afsluttet for længst" in page


def test_choices_leave_it_out_but_a_link_that_is_there_stays_one(archived: World) -> None:
    ours, ada = archived.ours, signed_in(archived.cast.koebenhavn.administrator)
    new = ada.get("/admin/initiatives/initiative/add/").context["adminform"].form
    assert ours.strategy.pk not in [value for value, _label in new.fields["strategy"].choices]
    address = f"/admin/initiatives/initiative/{ours.initiative.pk}/change/"
    own = ada.get(address).context["adminform"].form
    assert ours.strategy.pk in [value for value, _label in own.fields["strategy"].choices]
    said = form_of(ada, address) | {"summary": "Ny tekst", "_save": "1"}
    assert ada.post(address, said).status_code == 302
    kept = Initiative.objects.get(pk=ours.initiative.pk)
    assert (kept.summary, kept.strategy) == ("Ny tekst", ours.strategy)


def test_the_portfolio_the_round_and_ones_work_leave_it_out(archived: World) -> None:
    ada = archived.cast.koebenhavn.administrator
    client = signed_in(ada)
    assert "Indsats i Valby" not in client.get("/0101/").content.decode()
    assert "Indsats i Valby" in client.get("/0101/?archived=only").content.decode()
    shown = status_round(User.objects.get(pk=ada.pk), archived.ours.town.municipality, TODAY)
    assert "Indsats i Valby" not in [row.title for row in shown.rows]
    page = client.get(archived.ours.initiative.get_absolute_url()).content.decode()
    assert "den er ude af lister og valg" in page
    assert client.get(archived.ours.strategy.get_absolute_url()).status_code == 200


def test_nobody_is_asked_for_values_of_it(archived: World) -> None:
    ada = User.objects.get(pk=archived.cast.koebenhavn.administrator.pk)
    assert archived.ours.indicator not in measured_by(ada, archived.ours.town.municipality)
    archived.ours.indicator.restore(by=ada)
    assert archived.ours.indicator in measured_by(ada, archived.ours.town.municipality)


def test_a_report_keeps_it_whatever_narrows_it(archived: World) -> None:
    committee = archived.ours.strategy.committee
    assert committee is not None
    found = scope_of(archived.ours.town.municipality, f"committee={committee.reference}", TODAY).initiatives
    assert found is not None
    assert list(found) == [archived.ours.initiative]


def test_it_is_taken_back(archived: World) -> None:
    ada, row = signed_in(archived.cast.koebenhavn.administrator), archived.ours.initiative
    assert ada.post("/0101/arkiv/", {"restore": f"initiative-{row.pk}"}).status_code == 302
    assert row in Initiative.objects.current()
    with pytest.raises(ValidationError, match="ikke arkiveret"):
        Initiative.objects.get(pk=row.pk).restore(by=archived.cast.koebenhavn.administrator)
    theirs = archived.theirs.initiative
    theirs.archive(by=archived.cast.aarhus.administrator, reason="Slut")
    assert ada.post("/0101/arkiv/", {"restore": f"initiative-{theirs.pk}"}).status_code == 404
    carl = signed_in(archived.cast.koebenhavn[Role.CASEWORKER])
    strategy = archived.ours.strategy
    assert carl.post("/0101/arkiv/", {"restore": f"strategy-{strategy.pk}"}).status_code == 404


def test_archiving_is_a_button_with_a_reason_for_who_keeps_the_whole(world: World) -> None:
    row = world.ours.initiative
    address = f"/admin/initiatives/initiative/{row.pk}/"
    ada = signed_in(world.cast.koebenhavn.administrator)
    page = ada.get(f"{address}change/")
    seen = page.context["row_mark"]
    ada.post(f"{address}verb/archive/", {"seen": seen})
    assert not Initiative.objects.get(pk=row.pk).is_archived
    ada.post(f"{address}verb/archive/", {"seen": seen, "reason": "Afsluttet"})
    assert Initiative.objects.get(pk=row.pk).is_archived
    carl = signed_in(world.cast.koebenhavn[Role.CASEWORKER])
    assert carl.post(f"{address}verb/restore/", {"reason": "x"}).status_code == 403


def test_a_committee_of_a_term_that_is_over_is_no_choice(world: World) -> None:
    old = CouncilTerm(2014)
    committee = factories.body(world.ours.town.municipality, "Gammelt udvalg", valid_to=old.ends_on)
    ada = signed_in(world.cast.koebenhavn.administrator)
    form = ada.get("/admin/initiatives/strategy/add/").context["adminform"].form
    assert committee.pk not in [value for value, _label in form.fields["committee"].choices]
    world.ours.strategy.committee = committee
    writing.save(world.ours.strategy, by=None)
    form = ada.get(f"/admin/initiatives/strategy/{world.ours.strategy.pk}/change/").context["adminform"].form
    assert committee.pk in [value for value, _label in form.fields["committee"].choices]


def test_an_archived_objective_is_no_choice_and_stays_in_its_tree(world: World) -> None:
    ours, ada = world.ours, signed_in(world.cast.koebenhavn.administrator)
    tree = f"/0101/strategier/{ours.strategy.reference}/maal/"
    ours.objective.archive(by=world.cast.koebenhavn.administrator, reason="Opfyldt")
    page = ada.get(tree)
    assert ours.objective.pk not in [value for value, _label in page.context["form"].fields["parent"].choices]
    assert [node.is_archived for node in page.context["nodes"]] == [True]
    assert "arkiveret: tilbydes ikke mere" in page.content.decode()
    assert "parent" in ada.post(tree, {"add": "1", "parent": ours.objective.pk, "title": "Nyt"}).context["form"].errors
    groups = ada.get(f"/admin/initiatives/initiative/{ours.draft.pk}/change/").context["inline_admin_formsets"]
    offered = next(one.formset for one in groups if one.formset.prefix == "objective_links").empty_form
    assert ours.objective.pk not in [value for value, _label in offered.fields["objective"].choices]
    # What was adopted is shown as it was adopted, and what is under it too.
    assert "Mål for Valby" in ada.get(ours.strategy.get_absolute_url()).content.decode()
    shown = ada.get(ours.objective.get_absolute_url()).content.decode()
    assert "den er ude af lister og valg" in shown
    assert "Indsats i Valby" in shown


@pytest.mark.parametrize("name", ["method", "instrument"])
def test_the_operator_archives_of_the_catalogue_what_is_not_offered_any_more(world: World, name: str) -> None:
    row, oda, ada = getattr(world, name), signed_in(world.cast.operator), world.cast.koebenhavn.administrator
    screen = f"/admin/{row._meta.app_label}/{name}/{row.pk}/"
    listed = f"/admin/{row._meta.app_label}/{name}/"
    reading, own = signed_in(ada), "/0101/metoder/hf/" if name == "method" else row.get_absolute_url()

    for rows in (world.ours, world.theirs):
        rows.indicator.instrument = world.instrument
        writing.save(rows.indicator, by=None)

    def listing(query: str = "") -> list[Any]:
        return list(oda.get(f"{listed}{query}").context["cl"].result_list)

    page = oda.get(f"{screen}change/")
    assert page.context["stays_pointing"] == ["2 rækker hos kommuner"]
    assert "Det her bliver stående og peger fortsat på den: 2 rækker hos kommuner." in page.content.decode()
    # Nobody else has the button; and what changes everybody's choices has a reason.
    assert reading.post(f"{screen}verb/archive/", {"reason": "x"}).status_code == 400
    oda.post(f"{screen}verb/archive/", {"seen": page.context["row_mark"]})
    assert not type(row).objects.get(pk=row.pk).is_archived
    said = oda.post(f"{screen}verb/archive/", {"seen": page.context["row_mark"], "reason": "Forældet"}, follow=True)
    assert "2 rækker hos kommuner" in said.content.decode()
    assert (listing(), listing("?archived=only")) == ([], [row])
    assert row not in type(row).objects.visible_to(ada).choosable()
    # Where it is in use it is still named, and says so.
    catalogue = reading.get("/0101/katalog/").content.decode()
    assert row.name in catalogue
    assert "arkiveret: tilbydes ikke mere" in catalogue
    assert "den er ude af lister og valg" in reading.get(own).content.decode()
    oda.post(f"{screen}verb/restore/", {"seen": oda.get(f"{screen}change/").context["row_mark"]})
    assert listing() == [row]
    assert row in type(row).objects.visible_to(ada).choosable()


@pytest.mark.parametrize(
    ("kind", "hanging"),
    [
        ("initiative", {"1 tekst under en overskrift", "1 budgetlinje"}),
        ("strategy", {"1 mål", "1 indsats"}),
        ("objective", {"1 indsats", "1 indikator"}),
        ("targetgroup", {"1 indsats"}),
        ("body", {"1 involvering"}),
        ("indicator", {"2 målinger"}),
    ],
)
def test_before_it_is_archived_the_screen_says_what_hangs_on_it(world: World, kind: str, hanging: set[str]) -> None:
    row, ada = world.ours.of[kind], signed_in(world.cast.koebenhavn.administrator)
    page = ada.get(f"/admin/{row._meta.app_label}/{kind}/{row.pk}/change/")
    assert hanging <= set(page.context["stays_pointing"])
    sentence = f"Det her bliver stående og peger fortsat på den: {', '.join(page.context['stays_pointing'])}."
    assert sentence in page.content.decode()
