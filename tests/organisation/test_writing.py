"""The one way to write rows: what it keeps of each change, and what it refuses as a whole."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ProtectedError
from pytest_django import DjangoAssertNumQueries

from budgets.models import LineInitiative, Transfer
from initiatives.models import Initiative, InitiativeText, Method, Strategy
from organisation import writing
from organisation.models import Action, ChangeRecord, ImportBatch, Membership, Provenance, User
from tests import factories
from tests.cast import Cast
from tests.organisation.written import fresh, history

# --- What is kept ---------------------------------------------------------------------------------------------------


def test_a_new_row_is_recorded_with_everything_that_was_said(cast: Cast) -> None:
    ada, town = cast.koebenhavn.administrator, cast.koebenhavn.municipality
    row = Initiative(municipality=town, title="Aktiv ven", reference="aktiv-ven", period_text="2017-2018")
    writing.save(row, by=ada, reason="Ny i budget 2018")
    [record] = history(row)
    assert (record.action, record.by, record.municipality) == (Action.CREATED, ada, town)
    assert (record.reason, record.object_label) == ("Ny i budget 2018", "Aktiv ven")
    assert record.changes["title"] == [None, "Aktiv ven"]
    assert record.changes["period_start"] == [None, "2017-01-01"]
    assert record.changes["municipality"] == [None, {"id": town.pk, "label": "København"}]
    assert "summary" not in record.changes
    assert "search_key" not in record.changes


def test_a_change_is_recorded_with_before_after_and_why(cast: Cast) -> None:
    town, row = cast.koebenhavn, factories.initiative(cast.koebenhavn.municipality)
    strategy = factories.strategy(town.municipality, "Ældrestrategi")
    row = fresh(row)
    row.title, row.strategy, row.shared_nationally = "Aktiv nabo", strategy, True
    writing.save(row, by=town["caseworker"], reason="Nyt navn")
    record = history(row)[-1]
    assert (record.action, record.by, record.reason) == (Action.CHANGED, town["caseworker"], "Nyt navn")
    assert record.changes == {
        "title": ["Aktiv ven", "Aktiv nabo"],
        "strategy": [None, {"id": strategy.pk, "label": "Ældrestrategi"}],
        "shared_nationally": [False, True],
    }


def test_dates_and_decimals_are_kept_as_they_read(cast: Cast) -> None:
    indicator = factories.indicator(cast.koebenhavn.municipality)
    target = fresh(factories.target(indicator, 40))
    target.value, target.period_text = 38, "2020"
    writing.save(target, by=None)
    changes = history(target)[-1].changes
    assert changes["value"] == ["40.000000", "38"]
    assert changes["period_end"] == [None, "2020-12-31"]


def test_a_row_that_says_the_same_is_not_written(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    row = fresh(factories.body(cast.koebenhavn.municipality))
    before = len(history(row))
    writing.save(row, by=None, validate=False)
    assert len(history(row)) == before


def test_what_was_deleted_can_be_read_afterwards(cast: Cast) -> None:
    row = factories.initiative(cast.koebenhavn.municipality)
    kind, pk = type(row), row.pk
    writing.delete_many([row], by=cast.koebenhavn["manager"], reason="Oprettet ved en fejl")
    record = ChangeRecord.objects.filter(object_id=pk, action=Action.DELETED)[0]
    assert record.changes["title"] == ["Aktiv ven", None]
    assert record.reason == "Oprettet ved en fejl"
    assert not kind.objects.filter(pk=pk).exists()


def test_what_goes_with_a_deleted_row_is_recorded_too(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    row = factories.initiative(town)
    text = factories.text(row, factories.heading(town), "Hvorfor")
    source = Provenance(municipality=town, row=row, document=factories.document(town), line="12")
    writing.save(source, by=None)
    writing.delete_many([row], by=None)
    gone = ChangeRecord.objects.filter(action=Action.DELETED)
    assert {(one.content_type.model, one.object_id) for one in gone} >= {
        ("initiativetext", text.pk),
        ("provenance", source.pk),
    }
    assert not InitiativeText.objects.exists()
    assert not Provenance.objects.exists()


def test_a_row_that_others_need_is_not_deleted(cast: Cast) -> None:
    strategy = factories.strategy(cast.koebenhavn.municipality)
    factories.objective(strategy)
    with pytest.raises(ProtectedError):
        writing.delete_many([strategy], by=None)
    assert Strategy.objects.filter(pk=strategy.pk).exists()
    assert not ChangeRecord.objects.filter(action=Action.DELETED).exists()


def test_passwords_are_not_in_the_history(cast: Cast) -> None:
    user = User(email="ny@kbh.invalid", name="Ny")
    user.set_password("en hemmelig sætning")
    writing.save(user, by=cast.operator)
    user = fresh(user)
    secrets = {user.password}
    user.set_password("en anden hemmelig sætning")
    writing.save(user, by=cast.operator)
    secrets.add(user.password)
    created, changed = history(user)
    assert created.changes["password"] == [None, "•••"]
    assert changed.changes == {"password": ["•••", "•••"]}
    assert not any(secret in str(record.changes) for secret in secrets for record in (created, changed))


def test_an_import_is_named_at_each_row_that_it_wrote(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    batch = writing.save(
        ImportBatch(municipality=town, filename="ark.xlsx", sha256="0" * 64, created_by=cast.operator), by=None
    )
    row = Initiative(municipality=town, title="Fra ark", reference="fra-ark")
    writing.save(row, by=cast.koebenhavn.administrator, batch=batch)
    assert [record.object_id for record in batch.changes.all()] == [row.pk]


def test_history_of_the_shared_catalogue_is_the_operators(cast: Cast) -> None:
    method = writing.save(Method(reference="act", name="ACT"), by=cast.operator)
    seen = ChangeRecord.objects.of_row(method)
    assert seen.visible_to(cast.operator).count() == 1
    assert not seen.visible_to(cast.koebenhavn.administrator)


def test_history_of_a_municipality_is_for_those_who_work_there(cast: Cast) -> None:
    row = factories.initiative(cast.koebenhavn.municipality)
    seen = ChangeRecord.objects.of_row(row)
    for role, user in cast.koebenhavn.people.items():
        expected = 0 if role in ("committee_member", "reader") else 1
        assert seen.visible_to(user).count() == expected, role
    assert not seen.visible_to(cast.operator)
    assert not any(seen.visible_to(user) for user in cast.aarhus.people.values())


# --- Borders --------------------------------------------------------------------------------------------------------


def test_a_row_does_not_point_into_another_municipality(cast: Cast) -> None:
    here, there = cast.koebenhavn.municipality, cast.aarhus.municipality
    strange = factories.initiative(there)
    line = factories.line(here)
    wrong: list[models.Model] = [
        LineInitiative(municipality=here, line=line, initiative=strange),
        Initiative(municipality=here, title="A", reference="a", strategy=factories.strategy(there)),
        Membership(municipality=here, user=cast.stranger, role="reader", body=cast.aarhus.department),
        Transfer(
            municipality=here,
            from_line=line,
            to_line=factories.line(there),
            year=2018,
            amount_ore=1,
            decision_state="adopted",
        ),
    ]
    for row in wrong:
        with pytest.raises(ValidationError):
            writing.save(row, by=None)
        with pytest.raises(writing.CrossMunicipalityError):
            writing.save(row, by=None, validate=False)
        assert not type(row)._base_manager.filter(pk=row.pk).exists()


def test_the_error_names_the_field_in_danish(cast: Cast) -> None:
    line, strange = factories.line(cast.koebenhavn.municipality), factories.initiative(cast.aarhus.municipality)
    link = LineInitiative(municipality=cast.koebenhavn.municipality, line=line, initiative=strange)
    with pytest.raises(writing.CrossMunicipalityError) as caught:
        writing.save(link, by=None, validate=False)
    assert caught.value.message_dict == {"initiative": ["indsats: hører til en anden kommune."]}


def test_everybody_points_at_national_rows_and_those_at_nobodys(cast: Cast) -> None:
    national = factories.body(None, "Socialstyrelsen", "national_partner")
    assert factories.owner(factories.initiative(cast.koebenhavn.municipality), national).body == national
    national = fresh(national)
    national.successor = cast.koebenhavn.department
    with pytest.raises(writing.CrossMunicipalityError):
        writing.save(national, by=None, validate=False)


def test_a_row_does_not_move_to_another_municipality(cast: Cast) -> None:
    row = fresh(factories.initiative(cast.koebenhavn.municipality))
    row.municipality = cast.aarhus.municipality
    with pytest.raises(writing.RefusedError, match="En række bliver i sin kommune"):
        writing.save(row, by=None)


# --- Links ----------------------------------------------------------------------------------------------------------


def test_links_become_what_is_said_and_the_others_stay_the_rows_they_were(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn.administrator
    one, two, three = (factories.initiative(town, f"Indsats {n}") for n in range(3))
    line = factories.line(town, one, two)
    kept = LineInitiative.objects.get(line=line, initiative=two)
    writing.set_links(LineInitiative, ("line", line), "initiative", [two, three], by=ada)
    assert set(line.initiatives.all()) == {two, three}
    assert LineInitiative.objects.get(line=line, initiative=two) == kept
    actions = ChangeRecord.objects.filter(by=ada, content_type__model="lineinitiative").order_by("pk")
    assert [record.action for record in actions] == [Action.DELETED, Action.CREATED]


def test_a_link_into_another_municipality_leaves_all_links_as_they_were(cast: Cast) -> None:
    town, strange = cast.koebenhavn.municipality, factories.initiative(cast.aarhus.municipality)
    line = factories.line(town, factories.initiative(town))
    with pytest.raises(writing.CrossMunicipalityError):
        writing.set_links(LineInitiative, ("line", line), "initiative", [strange], by=cast.koebenhavn.administrator)
    assert line.initiatives.count() == 1
