"""Who may see and change which rows: every role, one's own municipality and another's, drafts and approved."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import models
from pytest_django import DjangoAssertNumQueries

from budgets.models import BudgetLine, FundingSource, LineInitiative
from indicators.models import Indicator, Instrument
from initiatives.models import (
    Initiative,
    InitiativeText,
    Method,
    Objective,
    StatusUpdate,
    Strategy,
    Suggestion,
)
from organisation import writing
from organisation.access import STAFF_ROLES, Role
from organisation.models import Body, ChangeRecord, Membership, Municipality, User
from organisation.tenancy import tenant_models
from portfolio.dashboards.models import OwnRow
from portfolio.reports.models import Report
from tests import factories
from tests.cast import Cast, Town
from tests.furnished import furnish
from tests.organisation.seeing import ADMINISTRATOR, FINANCE, MANAGER, READER, edits, sees

EVERYBODY = frozenset(Role)


# --- Roots ----------------------------------------------------------------------------------------------------------


def report(town: Town, by: User | None) -> Report:
    """Frozen with its file when somebody stands behind it."""
    frozen: dict[str, Any] = {
        "state": "frozen",
        "snapshot": "{}",
        "snapshot_sha256": "0" * 64,
        "frozen_at": factories.NOON,
        "pdf": "reports/status.pdf",
    }
    made = Report(
        municipality=town.municipality,
        reference="frosset" if by else "kladde",
        title="Status",
        as_of=datetime.date(2018, 6, 1),
        created_by=town["finance"],
        **frozen if by else {},
    )
    return writing.save(made, by=None)


def funding_source(town: Town, by: User | None) -> FundingSource:
    return writing.save(
        FundingSource(
            municipality=town.municipality,
            reference=f"pulje-{bool(by)}",
            name="Pulje",
            kind="local_pool",
            value_state="not_stated",
        ),
        by=None,
    )


@dataclass(frozen=True)
class Root:
    """`editors` change every row of the kind in their municipality; `has_drafts`: the others see approved ones only."""

    model: type[models.Model]
    make: Callable[[Town, User | None], models.Model]
    editors: frozenset[str]
    has_drafts: bool = True


ROOTS = [
    Root(Strategy, lambda town, by: factories.strategy(town.municipality, by=by), frozenset({ADMINISTRATOR})),
    Root(
        Objective,
        lambda town, by: factories.objective(factories.strategy(town.municipality, by=by)),
        frozenset({ADMINISTRATOR}),
    ),
    Root(
        Initiative,
        lambda town, by: factories.initiative(town.municipality, by=by),
        frozenset({ADMINISTRATOR, MANAGER}),
    ),
    Root(BudgetLine, lambda town, by: factories.line(town.municipality, by=by), frozenset({ADMINISTRATOR, FINANCE})),
    Root(Indicator, lambda town, by: factories.indicator(town.municipality, by=by), frozenset({ADMINISTRATOR})),
    Root(FundingSource, funding_source, frozenset({ADMINISTRATOR, FINANCE}), has_drafts=False),
    Root(Body, lambda town, by: factories.body(town.municipality), frozenset({ADMINISTRATOR}), has_drafts=False),
    # Finn made them; managers and administrators handle everybody's.
    Root(Report, report, frozenset({ADMINISTRATOR, MANAGER, FINANCE})),
]


each_root = pytest.mark.parametrize("root", ROOTS, ids=[root.model.__name__ for root in ROOTS])


@each_root
@pytest.mark.parametrize("role", list(Role))
def test_what_each_role_sees_and_changes_at_home(cast: Cast, root: Root, role: str) -> None:
    town, user = cast.koebenhavn, cast.koebenhavn[role]
    draft, approved = root.make(town, None), root.make(town, town["manager"])
    assert sees(user, approved)
    assert sees(user, draft) == (role in STAFF_ROLES or not root.has_drafts)
    assert edits(user, approved) == edits(user, draft) == (role in root.editors)


@each_root
def test_nobody_else_sees_or_changes_anything(cast: Cast, root: Root) -> None:
    town = cast.koebenhavn
    rows = [root.make(town, None), root.make(town, town["manager"])]
    away = factories.user("gaaet@kbh.invalid", is_active=False)
    factories.member(away, town.municipality, ADMINISTRATOR)
    outsiders = [*cast.aarhus.people.values(), cast.operator, cast.stranger, away, AnonymousUser()]
    for user in outsiders:
        assert not any(sees(user, row) or edits(user, row) for row in rows), user


@each_root
def test_nobody_changes_what_they_do_not_see(cast: Cast, root: Root) -> None:
    for town in (cast.koebenhavn, cast.aarhus):
        for by in (None, town["manager"]):
            root.make(town, by)
    rows = root.model._default_manager
    for user in [*cast.koebenhavn.people.values(), *cast.aarhus.people.values(), cast.operator, cast.stranger]:
        seen, changed = (set(rows.visible_to(user)), set(rows.editable_by(user)))  # type: ignore[attr-defined]
        assert changed <= seen


@pytest.mark.parametrize("model", [Body, FundingSource])
def test_national_rows_are_seen_by_all_who_sign_in_and_changed_by_the_operator(
    cast: Cast, model: type[models.Model]
) -> None:
    national: models.Model = factories.body(None, "Socialstyrelsen", "national_partner")
    if model is FundingSource:
        national = FundingSource(reference="satspulje", name="Pulje", kind="state_pool", value_state="not_stated")
        writing.save(national, by=None)
    people = [*cast.koebenhavn.people.values(), *cast.aarhus.people.values(), cast.stranger]
    assert all(sees(user, national) and not edits(user, national) for user in people)
    assert edits(cast.operator, national)
    assert not sees(AnonymousUser(), national)


@pytest.mark.parametrize(("model", "name"), [(Method, "ACT"), (Instrument, "UCLA")])
def test_the_catalogue_is_seen_by_all_who_sign_in_and_changed_by_the_operator(
    cast: Cast, model: type[Method | Instrument], name: str
) -> None:
    row = writing.save(model(reference=name.lower(), name=name), by=cast.operator)
    assert all(sees(user, row) and not edits(user, row) for user in [cast.stranger, *cast.aarhus.people.values()])
    assert edits(cast.operator, row)
    assert not sees(AnonymousUser(), row)


# --- Every row of a municipality ------------------------------------------------------------------------------------


@pytest.fixture
def furnished(cast: Cast, settings: Any, tmp_path: Any) -> Cast:
    storages = {name: dict(value) for name, value in settings.STORAGES.items()}
    storages["default"]["OPTIONS"] = {"location": tmp_path, "base_url": None}
    settings.STORAGES = storages
    for town in (cast.koebenhavn, cast.aarhus):
        furnish(town)
    return cast


def test_no_row_of_any_kind_is_seen_or_changed_from_another_municipality(furnished: Cast) -> None:
    home = furnished.koebenhavn.municipality
    outsiders = [*furnished.aarhus.people.values(), furnished.operator, furnished.stranger, AnonymousUser()]
    for model in tenant_models():
        rows = model._default_manager
        assert rows.filter(municipality=home).exists(), f"the furnished town has no {model.__name__}"
        for user in outsiders:
            # Memberships are the operator's to keep, suggestions for the catalogue are written to her.
            if user is furnished.operator and model in (Membership, Suggestion):
                continue
            assert not rows.visible_to(user).filter(municipality=home), (model, user)  # type: ignore[attr-defined]
            if model is not ChangeRecord:
                assert not rows.editable_by(user).filter(municipality=home), (model, user)  # type: ignore[attr-defined]


def test_every_kind_of_row_is_seen_by_those_who_work_with_it(furnished: Cast) -> None:
    town = furnished.koebenhavn
    # What somebody keeps for herself is seen by nobody else: tests/portfolio/dashboards/test_saved_views.py.
    for model in [one for one in tenant_models() if not issubclass(one, OwnRow)]:
        for role in STAFF_ROLES:
            seen = model._default_manager.visible_to(town[role])  # type: ignore[attr-defined]
            assert seen.filter(municipality=town.municipality).exists(), (model, role)


def test_a_child_is_not_seen_where_its_root_is_not(cast: Cast) -> None:
    """A posted entry of a line that is a draft, an approved update of an initiative that is a draft …"""
    town = cast.koebenhavn
    initiative = factories.initiative(town.municipality)
    entry = factories.entry(factories.line(town.municipality, initiative), by=town["finance"])
    update = factories.status_update(initiative, town["caseworker"], approved_by=town["manager"])
    text = factories.text(initiative, factories.heading(town.municipality))
    measurement = factories.measurement(factories.indicator(town.municipality), 45, by=town["manager"])
    for row in (entry, update, text, measurement):
        assert sees(town["caseworker"], row)
        assert not sees(town["committee_member"], row)


def test_drafts_under_an_approved_root_are_not_seen_by_the_committee(cast: Cast) -> None:
    town, kim = cast.koebenhavn, cast.koebenhavn["committee_member"]
    initiative = factories.initiative(town.municipality, by=town["manager"])
    line = factories.line(town.municipality, initiative, by=town["manager"])
    indicator = factories.indicator(town.municipality, by=town["manager"])
    drafts = [
        factories.entry(line),
        factories.statement(line),
        factories.measurement(indicator, 45),
        factories.target(indicator, 40),
        factories.status_update(initiative, town["caseworker"]),
    ]
    assert not any(sees(kim, draft) for draft in drafts)
    assert sees(kim, factories.entry(line, by=town["finance"]))


def test_a_link_is_seen_only_with_both_its_ends(cast: Cast) -> None:
    town, kim = cast.koebenhavn, cast.koebenhavn["committee_member"]
    approved = factories.initiative(town.municipality, by=town["manager"])
    line = factories.line(town.municipality, approved, factories.initiative(town.municipality), by=town["manager"])
    assert [link.initiative for link in LineInitiative.objects.visible_to(kim).filter(line=line)] == [approved]
    assert LineInitiative.objects.visible_to(town["caseworker"]).filter(line=line).count() == 2


def test_seeing_repeats_no_row_and_takes_one_statement(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    town = cast.koebenhavn
    user = town["caseworker"]
    factories.member(user, town.municipality, READER)
    initiative = factories.initiative(town.municipality)
    factories.owner(initiative, town.department)
    factories.owner(initiative, user=user)
    factories.text(initiative, factories.heading(town.municipality))
    user = User.objects.get(pk=user.pk)
    assert user.access.staff
    with django_assert_num_queries(3):
        assert list(Initiative.objects.visible_to(user)) == [initiative]
        assert list(Initiative.objects.editable_by(user)) == [initiative]
        assert InitiativeText.objects.visible_to(user).count() == 1


def test_the_operator_runs_municipalities_and_users_and_sees_no_content(furnished: Cast) -> None:
    oda = furnished.operator
    assert Municipality.objects.visible_to(oda).count() == 2
    assert User.objects.editable_by(oda).count() == User.objects.count()
    assert Membership.objects.editable_by(oda).count() == Membership.objects.count()
    for root in ROOTS:
        seen = root.model._default_manager.visible_to(oda)  # type: ignore[attr-defined]
        assert not seen.exclude(municipality=None)


def test_people_see_colleagues_but_readers_only_themselves(cast: Cast) -> None:
    town = cast.koebenhavn
    for role, user in town.people.items():
        expected = set(town.people.values()) if role in STAFF_ROLES else {user}
        assert set(User.objects.visible_to(user)) == expected, role


def test_an_administrator_changes_only_users_who_belong_nowhere_else(cast: Cast) -> None:
    ada = cast.koebenhavn.administrator
    assert edits(ada, cast.koebenhavn["reader"])
    factories.member(cast.koebenhavn["reader"], cast.aarhus.municipality, READER)
    assert not edits(ada, cast.koebenhavn["reader"])
    operator = factories.user("drift@kbh.invalid", is_operator=True)
    factories.member(operator, cast.koebenhavn.municipality, READER)
    assert not edits(ada, operator)
    assert not edits(cast.koebenhavn["manager"], cast.koebenhavn["finance"])


def test_only_approved_updates_are_what_the_committee_reads(cast: Cast) -> None:
    town = cast.koebenhavn
    initiative = factories.initiative(town.municipality, by=town["manager"])
    draft = factories.status_update(initiative, town["caseworker"])
    approved = factories.status_update(initiative, town["caseworker"], approved_by=town["manager"])
    assert set(StatusUpdate.objects.visible_to(town["committee_member"])) == {approved}
    assert set(StatusUpdate.objects.visible_to(town["manager"])) == {draft, approved}
