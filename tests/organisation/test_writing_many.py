"""Many rows are written at once: all or none, each recorded, and as quickly as the database takes them."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from budgets.models import BudgetLine
from initiatives.models import Initiative
from organisation import writing
from organisation.inserting import FEWEST
from organisation.models import Action, ChangeRecord, Municipality
from tests import factories
from tests.cast import Cast
from tests.organisation.written import fresh, history

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
