"""The database itself refuses what nobody may do, whoever writes; nothing here goes through the write path."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, models

from budgets.models import Entry, EntryPart, Transfer
from indicators.models import Measurement, Target
from initiatives.models import StatusUpdate
from organisation import writing
from organisation.models import Body, ChangeRecord
from tests import factories
from tests.cast import Cast, Town
from tests.refusing import change, erase, overwrite, refused, statement

# --- What stands ----------------------------------------------------------------------------------------------------


def entry(town: Town, posted: bool, **fields: Any) -> Entry:
    return factories.entry(factories.line(town.municipality), by=town["finance"] if posted else None, **fields)


def part(town: Town, posted: bool, **fields: Any) -> EntryPart:
    whole = entry(town, False)
    made = EntryPart(
        municipality=town.municipality, entry=whole, label="Løn", value_state="value", amount_ore=100, **fields
    )
    writing.save(made, by=None)
    if posted:
        whole.post(by=town["finance"])
    return made


def transfer(town: Town, posted: bool, **fields: Any) -> Transfer:
    ends = {"from_line": factories.line(town.municipality), "to_line": factories.line(town.municipality)}
    made = Transfer(
        municipality=town.municipality, year=2018, amount_ore=500, decision_state="adopted", **ends, **fields
    )
    writing.save(made, by=None)
    if posted:
        made.post(by=town["finance"])
    return made


def target(town: Town, approved: bool, **fields: Any) -> Target:
    made = factories.target(factories.indicator(town.municipality), 40, **fields)
    if approved:
        made.approve(by=town["manager"])
    return made


def measurement(town: Town, approved: bool, **fields: Any) -> Measurement:
    made = factories.measurement(factories.indicator(town.municipality), 45, **fields)
    if approved:
        made.approve(by=town["manager"])
    return made


def status_update(town: Town, approved: bool, **fields: Any) -> StatusUpdate:
    manager = town["manager"] if approved else None
    return factories.status_update(
        factories.initiative(town.municipality), town["caseworker"], approved_by=manager, **fields
    )


Make = Callable[..., models.Model]


STANDING: list[tuple[Make, str, dict[str, Any]]] = [
    (entry, "posted_stands", {"amount_ore": 1}),
    (part, "posted_stands", {"label": "Andet"}),
    (transfer, "posted_stands", {"amount_ore": 1}),
    (statement, "posted_stands", {"amount_ore": 1}),
    (measurement, "approved_stands", {"value": 1}),
    (target, "target_stands", {"value": 1}),
    (status_update, "approved_stands", {"text": "Omskrevet."}),
]


each_standing = pytest.mark.parametrize(
    ("make", "code", "values"), STANDING, ids=lambda one: getattr(one, "__name__", "")
)


def test_no_part_comes_to_a_posted_entry(cast: Cast) -> None:
    posted, draft = entry(cast.koebenhavn, True), part(cast.koebenhavn, False)
    with refused("part_comes_late"):
        EntryPart._base_manager.bulk_create(
            [EntryPart(municipality=posted.municipality, entry=posted, label="Løn", value_state="value", amount_ore=1)]
        )
    with refused("part_comes_late"):
        change(draft, entry_id=posted.pk)
    change(draft, label="Andet")


@each_standing
def test_what_is_posted_or_approved_is_neither_changed_nor_deleted(
    cast: Cast, make: Make, code: str, values: dict[str, Any]
) -> None:
    row = make(cast.koebenhavn, True)
    with refused(code):
        change(row, **values)
    with refused(code):
        change(row, is_fictional=True)
    with refused(code):
        erase(row)
    for name, value in values.items():
        setattr(row, name, value)
    with refused(code):
        overwrite(row)
    assert not type(row)._base_manager.filter(pk=row.pk, **values).exists()


@each_standing
def test_a_draft_is_freely_changed_and_deleted(cast: Cast, make: Make, code: str, values: dict[str, Any]) -> None:
    row = make(cast.koebenhavn, False)
    change(row, **values)
    assert type(row)._base_manager.filter(pk=row.pk, **values).exists()
    overwrite(row)
    erase(row)
    assert not type(row)._base_manager.filter(pk=row.pk).exists()


@each_standing
def test_what_is_fictional_is_removed_but_not_changed(
    cast: Cast, make: Make, code: str, values: dict[str, Any]
) -> None:
    row = make(cast.koebenhavn, True, is_fictional=True)
    with refused(code):
        change(row, is_fictional=False)
    with refused(code):
        change(row, **values)
    erase(row)
    assert not type(row)._base_manager.filter(pk=row.pk).exists()


def test_history_is_only_added_to(cast: Cast) -> None:
    record = ChangeRecord.objects.all()[0]
    with refused("history_stands"):
        change(record, reason="En anden")
    with refused("history_stands"):
        erase(record)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
def test_a_table_with_what_stands_is_not_emptied_at_once(cast: Cast) -> None:
    connection.check_constraints()
    with refused("history_stands"), connection.cursor() as cursor:
        cursor.execute(f'TRUNCATE "{ChangeRecord._meta.db_table}"')


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no REPLACE")
def test_a_posted_row_is_not_replaced(cast: Cast) -> None:
    row = entry(cast.koebenhavn, True)
    table = Entry._meta.db_table
    with refused("posted_stands"), connection.cursor() as cursor:
        cursor.execute(f'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}" WHERE id = %s', [row.pk])


def test_the_write_path_says_why_in_words(cast: Cast) -> None:
    posted = entry(cast.koebenhavn, True)
    posted.note = "Omskrevet"
    with pytest.raises(writing.RefusedError, match="En bogført postering står fast"):
        writing.save(posted, by=cast.koebenhavn["finance"])
    with pytest.raises(writing.RefusedError):
        writing.delete_many([posted], by=cast.koebenhavn["finance"])
    assert Body.objects.exists()
