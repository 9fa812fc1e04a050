"""Every screen × every role: one's own is shown or refused, another municipality's is not there."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisation import writing
from organisation.access import Role
from tests import factories
from tests.world import SECRET, World, screens, signed_in

STAFF = [Role.ADMINISTRATOR, Role.CASEWORKER, Role.FINANCE, Role.MANAGER]
# The sweep asks every screen as everybody; here the pages are read, as one of them, and in the long run as the others.
READ_AS = [Role.ADMINISTRATOR, *(pytest.param(role, marks=pytest.mark.slow) for role in STAFF[1:])]
OTHERS = [Role.COMMITTEE_MEMBER, Role.READER]
CATALOGUE = {"initiatives_method", "indicators_instrument"}
OF_THE_OPERATOR = CATALOGUE | {
    "organisation_municipality",
    "organisation_user",
    "organisation_membership",
    "organisation_body",
    "budgets_fundingsource",
}


def row_of(world: World, name: str, *, theirs: bool = False) -> Any:
    key = name.split("_")[1]
    if name in CATALOGUE:
        return getattr(world, key)
    return getattr(world.theirs if theirs else world.ours, key)


def pages(name: str, pk: int) -> list[str]:
    return [reverse(f"admin:{name}_{page}", args=[pk]) for page in ("change", "delete", "history")]


def test_every_screen_has_a_row_in_these_tests(world: World) -> None:
    assert all(isinstance(row_of(world, name), model) for name, model in screens())


def test_anonymous_is_sent_to_our_sign_in_from_every_screen(client: Client, world: World) -> None:
    for name, _model in screens():
        for address in [reverse(f"admin:{name}_changelist"), *pages(name, row_of(world, name).pk)]:
            answer = client.get(address)
            assert (answer.status_code, answer.headers["Location"]) == (302, f"{reverse('login')}?next={address}")


@pytest.mark.parametrize("role", OTHERS)
def test_those_who_only_read_have_no_administration(world: World, role: Role) -> None:
    client = signed_in(world.cast.koebenhavn[role])
    addresses = [reverse("admin:index"), *(reverse(f"admin:{name}_changelist") for name, _model in screens())]
    assert {client.get(address).status_code for address in addresses} == {403}


@pytest.mark.parametrize("role", READ_AS)
def test_staff_open_every_list_and_row_of_their_own(world: World, role: Role) -> None:
    client = signed_in(world.cast.koebenhavn[role])
    for name, _model in screens():
        change, _delete, history = pages(name, row_of(world, name).pk)
        addresses = [reverse(f"admin:{name}_changelist"), change, history]
        assert [client.get(address).status_code for address in addresses] == [200, 200, 200], name


@pytest.mark.sample(2)
@pytest.mark.parametrize("role", STAFF)
def test_another_municipalitys_rows_are_not_there_for_staff(world: World, role: Role) -> None:
    client = signed_in(world.cast.koebenhavn[role])
    for name, _model in screens():
        if name in CATALOGUE:
            continue
        for address in pages(name, row_of(world, name, theirs=True).pk):
            assert (client.get(address).status_code, client.post(address).status_code) == (404, 404), address


@pytest.mark.parametrize("role", READ_AS)
def test_nothing_of_another_municipality_is_named_on_any_page(world: World, role: Role) -> None:
    client = signed_in(world.cast.koebenhavn[role])
    addresses = [reverse("admin:index")]
    for name, _model in screens():
        change, delete, history = pages(name, row_of(world, name).pk)
        lists = reverse(f"admin:{name}_changelist")
        addresses += [lists, f"{lists}?q=brabran", reverse(f"admin:{name}_add"), change, delete, history]
    for address in addresses:
        page = client.get(address).content.decode()
        assert SECRET not in page, address


def test_the_operator_sees_municipalities_users_and_the_catalogue_and_no_more(world: World) -> None:
    client = signed_in(world.cast.operator)
    answers = {name: client.get(reverse(f"admin:{name}_changelist")).status_code for name, _model in screens()}
    assert {name for name, status in answers.items() if status == 200} == OF_THE_OPERATOR
    assert set(answers.values()) == {200, 403}


def test_a_municipality_leads_to_its_portfolio_only_for_who_reads_it(world: World) -> None:
    town = world.cast.koebenhavn
    screen = reverse("admin:organisation_municipality_change", args=[town.municipality.pk])
    link = f'href="{town.municipality.get_absolute_url()}" class="viewsitelink"'
    assert link in signed_in(town.administrator).get(screen).content.decode()
    assert link not in signed_in(world.cast.operator).get(screen).content.decode()


def test_the_operator_finds_no_municipal_row(world: World) -> None:
    client = signed_in(world.cast.operator)
    seen = {"organisation_municipality", "organisation_user", "organisation_membership"} | CATALOGUE
    for name, _model in screens():
        expected = 200 if name in seen else 404
        assert client.get(pages(name, row_of(world, name).pk)[0]).status_code == expected, name


def test_what_stands_in_the_way_of_a_deletion_is_named_only_to_who_may_see_it(world: World) -> None:
    """The method is used in both towns; nobody deletes it, and the operator learns no initiative's name."""
    client = signed_in(world.cast.operator)
    for page in pages("initiatives_method", world.method.pk):
        assert SECRET not in client.get(page).content.decode()


def test_the_index_lists_only_what_the_role_opens(world: World) -> None:
    page = signed_in(world.cast.operator).get(reverse("admin:index")).content.decode()
    assert reverse("admin:initiatives_method_changelist") in page
    assert reverse("admin:initiatives_initiative_changelist") not in page


def test_the_caseworker_edits_her_departments_initiative_and_only_reads_the_rest(world: World) -> None:
    client = signed_in(world.cast.koebenhavn[Role.CASEWORKER])
    own = reverse("admin:initiatives_initiative_change", args=[world.ours.initiative.pk])
    rest = reverse("admin:initiatives_initiative_change", args=[world.ours.draft.pk])
    assert 'name="_save"' in client.get(own).content.decode()
    assert 'name="_save"' not in client.get(rest).content.decode()
    assert client.post(rest, {"title": "Nyt"}).status_code == 403


@pytest.mark.parametrize(
    ("role", "name", "edits"),
    [
        (Role.FINANCE, "budgetline", True),
        (Role.FINANCE, "initiative", False),
        (Role.CASEWORKER, "budgetline", False),
        (Role.CASEWORKER, "strategy", False),
        (Role.MANAGER, "initiative", True),
        (Role.MANAGER, "budgetline", False),
        (Role.ADMINISTRATOR, "strategy", True),
        (Role.ADMINISTRATOR, "membership", True),
        (Role.MANAGER, "membership", False),
        (Role.CASEWORKER, "measurement", True),
        (Role.FINANCE, "measurement", False),
    ],
)
def test_who_changes_what(world: World, role: Role, name: str, edits: bool) -> None:
    row = getattr(world.ours, name)
    client = signed_in(world.cast.koebenhavn[role])
    page = client.get(reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk]))
    assert ('name="_save"' in page.content.decode()) is edits


def test_only_the_operator_makes_a_municipality_or_a_method(world: World) -> None:
    for name in ("organisation_municipality", "initiatives_method", "indicators_instrument"):
        address = reverse(f"admin:{name}_add")
        assert signed_in(world.cast.operator).get(address).status_code == 200
        assert signed_in(world.cast.koebenhavn.administrator).get(address).status_code == 403


def test_suggestions_for_a_choice_hold_no_other_municipality(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    asked = {"app_label": "budgets", "model_name": "lineinitiative", "field_name": "initiative"}
    found = client.get(reverse("admin:autocomplete"), {**asked, "term": ""}).json()["results"]
    assert {one["text"] for one in found} == {"Indsats i Valby", "Kladde i Valby"}
    assert client.get(reverse("admin:autocomplete"), {**asked, "term": SECRET}).json()["results"] == []


def test_suggestions_need_a_screen_that_the_user_may_open(client: Client, world: World) -> None:
    asked = {"app_label": "initiatives", "model_name": "initiative", "field_name": "strategy", "term": ""}
    address = reverse("admin:autocomplete")
    assert signed_in(world.cast.operator).get(address, asked).status_code == 403
    assert signed_in(world.cast.koebenhavn[Role.READER]).get(address, asked).status_code == 403
    assert client.get(address, asked).status_code == 302


def test_a_choice_of_another_municipality_is_refused_when_it_is_sent_anyway(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    address = reverse("admin:initiatives_initiative_add")
    answer = client.post(
        address, {"title": "Ny", "kind": "initiative", "state": "idea", "strategy": world.theirs.strategy.pk}
    )
    assert "strategy" in answer.context["adminform"].form.errors
    assert SECRET not in answer.content.decode()


def test_recent_changes_are_ones_own_in_municipalities_where_one_still_works(world: World) -> None:
    ada = world.cast.koebenhavn.administrator
    membership = factories.member(ada, world.cast.aarhus.municipality, Role.ADMINISTRATOR)
    writing.save(world.theirs.initiative, by=ada)
    world.theirs.initiative.summary = "Nyt"
    writing.save(world.theirs.initiative, by=ada)
    assert SECRET in signed_in(ada).get(reverse("admin:index")).content.decode()
    writing.delete_many([membership], by=None)
    assert SECRET not in signed_in(ada).get(reverse("admin:index")).content.decode()


def test_djangos_own_pages_beside_ours_are_gone(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    for address in ("login/", "logout/", "password_change/", f"r/1/{world.theirs.initiative.pk}/"):
        assert client.get(f"/admin/{address}").status_code == 404


def test_a_filter_offers_only_ones_own(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    page = client.get(reverse("admin:initiatives_initiative_changelist")).content.decode()
    assert "Strategi for Valby" in page
    assert "Strategi for Brabrand" not in page


def test_an_administrator_of_two_municipalities_chooses_between_them(world: World) -> None:
    ada = world.cast.koebenhavn.administrator
    factories.member(ada, world.cast.aarhus.municipality, Role.ADMINISTRATOR)
    fields = signed_in(ada).get(reverse("admin:initiatives_initiative_add")).context["adminform"].form.fields
    assert {label for _value, label in fields["municipality"].choices} >= {"Aarhus", "København"}


def test_one_who_administers_one_municipality_is_not_asked(world: World) -> None:
    client = signed_in(world.cast.koebenhavn.administrator)
    fields = client.get(reverse("admin:initiatives_initiative_add")).context["adminform"].form.fields
    assert "municipality" not in fields
