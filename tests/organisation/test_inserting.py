"""Many new rows written at once are the rows that Django itself would have written."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, models, transaction

from budgets.models import Entry, EntryKind, Statement
from indicators.models import Measurement
from initiatives.models import Initiative
from organisation import writing
from organisation.inserting import FEWEST, Mould, _Lines, insert_many, many_rows_live, overwrite_many
from organisation.models import Approval, ChangeRecord
from organisation.telling import all_new, changes_of
from tests import factories
from tests.cast import Cast

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 1, 5, 12, 30, 15, 250_000, tzinfo=ZoneInfo("Europe/Copenhagen"))
HARD = "tabulator\t, ny linje\n, vogn\r, skråstreg \\N \\. \\t, »æøå«, \U0001f600, '\"; DROP"


def rows_of(model: type[models.Model], many: list[Any]) -> list[dict[str, Any]]:
    keys = [row.pk for row in many]
    found = {row["id"]: row for row in model._default_manager.filter(pk__in=keys).values()}
    return [{name: value for name, value in found[key].items() if name != "id"} for key in keys]


def as_django(model: type[models.Model], many: list[Any]) -> list[dict[str, Any]]:
    return rows_of(model, model._default_manager.bulk_create(many))


def as_we_do(model: type[models.Model], many: list[Any]) -> list[dict[str, Any]]:
    insert_many(model, many)
    assert not any(row._state.adding for row in many)
    return rows_of(model, many)


def test_values_of_every_kind_are_stored_as_django_stores_them(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    line, indicator = factories.line(town), factories.indicator(town, "Ensomhed")

    def entries() -> list[Entry]:
        terms = {"municipality": town, "line": line, "decision_state": "adopted", "recorded_at": NOON}
        return [
            Entry(kind=EntryKind.ORIGINAL, note=HARD, year=2018, value_state="value", amount_ore=-(10**14) + n, **terms)
            if n % 2
            else Entry(kind="original", value_state="not_stated", posted_at=NOON, posted_by=finn, **terms)
            for n in range(FEWEST)
        ]

    def statements() -> list[Statement]:
        return [
            Statement(municipality=town, line=line, kind="actual", year=2018, as_of=date(2018, 1 + n % 12, 28),
                      up_to=date(2018, 1, 1), value_state="zero", amount_ore=0, recorded_at=NOON, is_final=bool(n % 2))
            for n in range(FEWEST)
        ]  # fmt: skip

    def measurements() -> list[Measurement]:
        return [
            Measurement(municipality=town, indicator=indicator, subgroup=f"{n}", value=Decimal(n) / 8, raw=HARD[:200],
                        recorded_at=NOON, approval=Approval.DRAFT)
            for n in range(FEWEST)
        ]  # fmt: skip

    def records() -> list[ChangeRecord]:
        kind = ContentType.objects.get_for_model(Entry)
        changes = {"note": [None, HARD], "number": [1, 2.5], "flag": [True, None], "link": [None, {"id": 1}]}
        return [
            ChangeRecord(municipality=town, at=NOON, by=finn, action="created", content_type=kind, object_id=n,
                         object_label=HARD, changes=changes)
            for n in range(1, FEWEST + 1)
        ]  # fmt: skip

    for model, make in ((Entry, entries), (Statement, statements), (ChangeRecord, records)):
        assert as_we_do(model, make()) == as_django(model, make()), model
    ours = as_we_do(Measurement, measurements())
    Measurement.objects.all()._raw_delete(Measurement.objects.db)
    assert ours == as_django(Measurement, measurements())


def test_rows_that_are_there_are_written_over_as_django_writes_them_over(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    many = [Initiative(municipality=town, title=f"{n}", reference=f"m{n}") for n in range(FEWEST)]
    insert_many(Initiative, many)
    apart = factories.initiative(town, "En anden")
    for number, row in enumerate(many):
        row.title, row.summary, row.period_start = f"Ny {number}", HARD, date(2018, 1, 1 + number % 28)
    names = [field.name for field in Initiative._meta.concrete_fields if not field.primary_key]
    overwrite_many(Initiative, many)
    ours = rows_of(Initiative, many)
    Initiative.objects.filter(reference__startswith="m").update(title="", summary="", period_start=None)
    Initiative.objects.bulk_update(many, names)
    assert ours == rows_of(Initiative, many)
    apart.refresh_from_db()
    assert apart.title == "En anden"


def test_what_was_not_read_of_a_row_stays_when_it_is_written_over(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    many = [Initiative(municipality=town, title=f"{n}", reference=f"m{n}", summary=f"S{n}") for n in range(FEWEST)]
    insert_many(Initiative, many)
    read = list(Initiative.objects.defer("summary", "strategy").order_by("pk"))
    for row in read:
        row.title = "Ny"
    overwrite_many(Initiative, read)
    found = Initiative.objects.order_by("pk").values_list("title", "summary")
    assert list(found) == [("Ny", f"S{n}") for n in range(FEWEST)]


def test_what_stands_is_not_written_over(cast: Cast) -> None:
    finn, line = cast.koebenhavn["finance"], factories.line(cast.koebenhavn.municipality)
    many = [factories.entry(line, n) for n in range(1, 3)]
    posted = factories.entry(line, 500, by=finn)
    fresh = [Entry(municipality=line.municipality, line=line, kind="original", decision_state="adopted", year=2018,
                   value_state="zero", amount_ore=0) for _n in range(FEWEST)]  # fmt: skip
    insert_many(Entry, fresh)
    posted.note = "ændret"
    with pytest.raises(DatabaseError), transaction.atomic():
        overwrite_many(Entry, [*many, *fresh, posted])


def test_keys_are_new_and_go_on_from_there(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    before = factories.initiative(town, "Før")
    many = [Initiative(municipality=town, title=f"{n}", reference=f"m{n}") for n in range(FEWEST)]
    insert_many(Initiative, many)
    after = factories.initiative(town, "Efter")
    keys = [before.pk, *(row.pk for row in many), after.pk]
    assert keys == sorted(set(keys))


def test_rows_that_are_refused_are_as_they_were(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    many = [Initiative(municipality=town, title="To ens", reference="ens") for _n in range(FEWEST)]
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_many(Initiative, many)
    assert {row.pk for row in many} == {None}
    assert not Initiative.objects.exists()


def test_what_cannot_be_written_says_so_itself_however_many_rows_are_sent_before_it(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    indicator = factories.indicator(town, "Ensomhed")
    many = [Measurement(municipality=town, indicator=indicator, value=Decimal(n), raw=f"{n}") for n in range(1_000)]
    many[900].value = "ni hundrede"
    with pytest.raises(ValidationError, match="ni hundrede"), transaction.atomic():
        insert_many(Measurement, many)
    assert not Measurement.objects.exists()
    many[900].value = Decimal(900)
    insert_many(Measurement, many)
    assert list(Measurement.objects.order_by("pk").values_list("raw", flat=True)) == [f"{n}" for n in range(1_000)]


def test_the_history_of_many_tells_what_that_of_each_tells(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    lines = [factories.line(town, name=name) for name in ("Løn", HARD[:90])]
    terms: dict[str, Any] = {"municipality": town, "decision_state": "adopted", "year": 2018}
    rows = [
        Entry(line=lines[n % 2], kind=EntryKind.ORIGINAL, note=HARD, value_state="value", amount_ore=n + 1, **terms)
        if n % 3
        else Entry(line=lines[0], kind="original", value_state="not_stated", posted_at=NOON, posted_by=finn, **terms)
        for n in range(FEWEST)
    ]
    assert all_new(rows) == [json.dumps(changes_of(row)) for row in rows]
    writing.save_many(rows, by=finn, reason=HARD)
    found = {record.object_id: record for record in ChangeRecord.objects.filter(reason=HARD)}
    assert len(found) == FEWEST
    for row in rows:
        record = found[row.pk]
        assert (record.changes, record.object_label, record.action) == (changes_of(row), str(row), "created")
        assert (record.municipality, record.by, record.batch, record.act) == (town, finn, None, "")


def test_rows_of_one_mould_are_rows_of_their_own(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    mould = Mould(Initiative(municipality=town, title="Form"))
    one, other = mould.row(reference="a"), mould.row(reference="b", title="Anden")
    one.parent = Initiative(title="Over")
    assert (one.title, other.title, other.parent, one.municipality) == ("Form", "Anden", None, town)
    factory_made = Initiative(municipality=town, title="Anden", reference="b")
    assert {**vars(other), "_state": None} == {**vars(factory_made), "_state": None}
    with pytest.raises(TypeError):
        Mould(ChangeRecord())


@pytest.mark.parametrize("ending", [SystemExit, KeyboardInterrupt, ValueError])
def test_what_ends_the_rows_on_their_way_is_kept_of_whatever_kind(ending: type[BaseException]) -> None:
    def parts() -> Iterator[list[list[str]]]:
        yield [["1", "2"], ["a", "b"]]
        raise ending

    lines = _Lines(parts())
    assert lines.read() == "1\ta\n2\tb\n"
    with pytest.raises(ending):
        lines.read()
    assert isinstance(lines.error, ending)


def test_what_was_on_is_on_again_whatever_happens() -> None:
    with many_rows_live():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        fail_among_many_rows()
    assert gc.isenabled()


def test_rows_that_live_on_are_not_looked_through_once_more_and_what_was_frozen_stays_so() -> None:
    # A process of its own: here the tests themselves are frozen.
    code = """
import gc
from organisation.inserting import many_rows_live
with many_rows_live():
    rows = [[number] for number in range(10_000)]
old = {id(one) for one in gc.get_objects(generation=2)}
assert all(id(row) in old for row in rows) and not gc.get_freeze_count()
gc.freeze()
count = gc.get_freeze_count()
with many_rows_live():
    others = [[number] for number in range(10_000)]
assert gc.get_freeze_count() >= count - 100 and gc.isenabled()
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def fail_among_many_rows() -> None:
    with many_rows_live():
        _nothing = 1 // 0
