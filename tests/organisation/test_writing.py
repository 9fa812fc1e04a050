"""The one way to write rows: what it keeps of each change, and what it refuses as a whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from budgets.models import BudgetLine, Entry, LineInitiative, Transfer
from initiatives.models import Initiative, InitiativeText, Method, Strategy
from organisation import writing
from organisation.inserting import FEWEST
from organisation.models import Action, Body, ChangeRecord, ImportBatch, Membership, Municipality, Provenance, User
from tests import factories
from tests.cast import Cast


def history(row: models.Model) -> list[ChangeRecord]:
    """Oldest first."""
    return list(ChangeRecord.objects.of_row(row).order_by("pk"))


def fresh(row: models.Model) -> Any:
    return type(row)._base_manager.get(pk=row.pk)


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


# --- All or nothing -------------------------------------------------------------------------------------------------


def rows(town: Municipality, count: int, **fields: Any) -> list[Initiative]:
    return [
        Initiative(municipality=town, title=f"Indsats {n}", reference=f"indsats-{n}", **fields) for n in range(count)
    ]


def test_one_wrong_row_stops_all(cast: Cast) -> None:
    many = rows(cast.koebenhavn.municipality, 5)
    many[3].period_text = "2018-2017"
    before = ChangeRecord.objects.count()
    with pytest.raises(ValidationError):
        writing.save_many(many, by=None)
    assert not Initiative.objects.exists()
    assert ChangeRecord.objects.count() == before


def test_a_row_that_the_database_refuses_stops_all(cast: Cast) -> None:
    many = rows(cast.koebenhavn.municipality, 5)
    many[4].reference = many[0].reference
    with pytest.raises(IntegrityError):
        writing.save_many(many, by=None, validate=False)
    assert not Initiative.objects.exists()


def test_new_and_changed_rows_go_together(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    stored = fresh(writing.save_many(rows(town, 1), by=None)[0])
    stored.title = "Ændret"
    new = Initiative(municipality=town, title="Ny", reference="ny")
    writing.save_many([stored, new], by=None)
    assert {one.title for one in Initiative.objects.all()} == {"Ændret", "Ny"}
    assert [len(history(one)) for one in (stored, new)] == [2, 1]


def test_many_rows_that_are_written_over_are_recorded_once_each_and_make_no_row(cast: Cast) -> None:
    """SQLite writes over by an upsert, which also sets off what is to happen when a row is inserted."""
    town = cast.koebenhavn.municipality
    many = writing.save_many(rows(town, FEWEST), by=None)
    before = rows_of_every_table()
    for row in many:
        row.title = f"Ny {row.title}"
    with transaction.atomic():
        writing.save_many(many, by=None, reason="rettet")
    more = {name: count - before[name] for name, count in rows_of_every_table().items() if count != before[name]}
    assert more == {ChangeRecord._meta.db_table: FEWEST}
    told = ChangeRecord.objects.filter(reason="rettet", action=Action.CHANGED)
    assert {record.object_id for record in told} == {row.pk for row in many}
    assert {tuple(record.changes) for record in told} == {("title",)}


def rows_of_every_table() -> dict[str, int]:
    return {model._meta.db_table: model._base_manager.count() for model in apps.get_models()}


def test_rows_of_two_models_are_not_written_together(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    mixed: list[models.Model] = [Initiative(municipality=town, title="A"), BudgetLine(municipality=town, name="B")]
    with pytest.raises(TypeError):
        writing.save_many(mixed, by=None)


def test_nothing_to_write_is_nothing_written(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert writing.save_many([], by=None) == []
        writing.delete_many([], by=None)


def test_a_row_that_is_gone_is_not_made_again(cast: Cast) -> None:
    row = factories.initiative(cast.koebenhavn.municipality)
    late = fresh(row)
    writing.delete_many([row], by=None)
    late.title = "For sent"
    with pytest.raises(ObjectDoesNotExist):
        writing.save(late, by=None, validate=False)
    assert not Initiative.objects.exists()


def test_five_hundred_rows_are_asked_about_as_five_are(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    factories.initiative(town)  # the kinds of rows are known from here on
    counts = []
    for count in (5, 500):
        many = [Initiative(municipality=town, title=f"Indsats {n}", reference=f"{count}-{n}") for n in range(count)]
        with CaptureQueriesContext(connection) as captured:
            writing.save_many(many, by=None, validate=False)
        # SQLite takes so many rows in one insert and no more; of many rows the keys are set aside first.
        asked = [query["sql"] for query in captured]
        counts.append([sql for sql in asked if "INSERT INTO" not in sql and not sets_keys_aside(sql)])
    assert len(counts[0]) == len(counts[1])
    assert ChangeRecord.objects.filter(object_label__startswith="Indsats").count() == 505


def sets_keys_aside(sql: str) -> bool:
    return any(words in sql for words in ("sqlite_sequence", "nextval", "pg_get_serial_sequence"))


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


# --- Two at a time --------------------------------------------------------------------------------------------------


def test_two_who_change_different_fields_both_get_their_way(cast: Cast) -> None:
    row = factories.initiative(cast.koebenhavn.municipality)
    mine, yours = fresh(row), fresh(row)
    mine.title = "Aktiv nabo"
    writing.save(mine, by=cast.koebenhavn["caseworker"])
    yours.period_text = "2018"
    writing.save(yours, by=cast.koebenhavn["manager"])
    stored = fresh(row)
    assert (stored.title, stored.period_text, stored.period_end) == ("Aktiv nabo", "2018", date(2018, 12, 31))
    assert stored.search_key == "aktiv nabo"
    assert history(row)[-1].changes.keys() == {"period_text", "period_start", "period_end", "period_precision"}


def test_of_two_who_change_the_same_field_the_second_is_told(cast: Cast) -> None:
    row = factories.initiative(cast.koebenhavn.municipality)
    mine, yours = fresh(row), fresh(row)
    mine.title = "Aktiv nabo"
    writing.save(mine, by=None)
    yours.title = "Aktiv genbo"
    with pytest.raises(writing.ChangedMeanwhileError) as caught:
        writing.save(yours, by=None)
    assert list(caught.value.message_dict) == ["title"]
    assert fresh(row).title == "Aktiv nabo"


def test_a_new_password_survives_that_somebody_else_corrects_the_name(cast: Cast) -> None:
    mine, yours = fresh(cast.stranger), fresh(cast.stranger)
    mine.set_password("en helt ny sætning")
    writing.save(mine, by=mine)
    yours.name = "Sten Stensen"
    writing.save(yours, by=cast.operator)
    stored = fresh(cast.stranger)
    assert stored.check_password("en helt ny sætning")
    assert stored.name == "Sten Stensen"


def test_two_who_say_the_same_agree(cast: Cast) -> None:
    row = factories.initiative(cast.koebenhavn.municipality)
    mine, yours = fresh(row), fresh(row)
    for one in (mine, yours):
        one.title = "Aktiv nabo"
        writing.save(one, by=None)
    assert len(history(row)) == 2


def test_what_two_make_together_must_be_right_too(cast: Cast) -> None:
    """Each change alone is fine; a body that begins after it ends is not."""
    row = factories.body(cast.koebenhavn.municipality, valid_from=date(2014, 1, 1), valid_to=date(2017, 12, 31))
    mine, yours = fresh(row), fresh(row)
    mine.valid_to = date(2015, 12, 31)
    writing.save(mine, by=None)
    yours.valid_from = date(2016, 1, 1)
    with pytest.raises(ValidationError):
        writing.save(yours, by=None)


def test_one_person_changes_the_same_row_again_and_again(cast: Cast) -> None:
    row = fresh(factories.initiative(cast.koebenhavn.municipality))
    for title in ("A", "B", "C"):
        row.title = title
        writing.save(row, by=None)
    assert [record.changes["title"][1] for record in history(row)] == ["Aktiv ven", "A", "B", "C"]


def test_a_change_that_was_undone_can_be_made_again(cast: Cast) -> None:
    row = fresh(factories.initiative(cast.koebenhavn.municipality))
    row.title = "Aktiv nabo"
    with transaction.atomic():
        writing.save(row, by=None)
        transaction.set_rollback(True)
    writing.save(row, by=None)
    assert fresh(row).title == "Aktiv nabo"


def test_a_row_read_again_forgets_what_it_had_seen(cast: Cast) -> None:
    row = fresh(factories.initiative(cast.koebenhavn.municipality))
    other = fresh(row)
    other.title = "Aktiv nabo"
    writing.save(other, by=None)
    row.refresh_from_db()
    row.title = "Aktiv genbo"
    writing.save(row, by=None)
    assert fresh(row).title == "Aktiv genbo"


def test_a_new_file_in_a_row_that_was_read_again_is_written(cast: Cast) -> None:
    """A file is one object, which takes another name when a new file is saved into it."""
    row = factories.document(cast.koebenhavn.municipality, file="documents/gammel.pdf")
    row.refresh_from_db()
    row.file.name = "documents/ny.pdf"
    writing.save(row, by=None)
    assert fresh(row).file.name == "documents/ny.pdf"
    assert history(row)[-1].changes == {"file": ["documents/gammel.pdf", "documents/ny.pdf"]}


def test_a_posted_entry_is_not_posted_again(cast: Cast) -> None:
    entry = factories.entry(factories.line(cast.koebenhavn.municipality))
    mine, yours = fresh(entry), fresh(entry)
    mine.post(by=cast.koebenhavn["finance"])
    with pytest.raises(ValidationError):
        yours.post(by=cast.koebenhavn.administrator)
    assert fresh(entry).posted_by == cast.koebenhavn["finance"]
    assert Entry.objects.posted().count() == 1
    assert Body.objects.exists()
