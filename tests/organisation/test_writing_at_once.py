"""Two who write the same row: different fields both get their way, of the same field the second is told."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from budgets.models import Entry
from organisation import writing
from organisation.models import Body
from tests import factories
from tests.cast import Cast
from tests.organisation.written import fresh, history

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
