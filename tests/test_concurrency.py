"""People who write at the same moment, each over a connection of their own, lose nothing on either engine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import translation

from budgets.models import Entry
from initiatives import ordering
from initiatives.models import Initiative, Objective
from initiatives.ordering import Move
from organisation import writing
from organisation.models import Action, ChangeRecord, Municipality, User
from organisation.sorting import sort_key
from portfolio.audit import audit
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

LONG_ENOUGH = 60


def at_once(acts: Sequence[Callable[[], object]]) -> list[object]:
    """What each act returned or raised; all start together, each in a thread with a connection of its own."""
    start, answers = threading.Barrier(len(acts)), list[object]([None] * len(acts))

    def run(number: int, act: Callable[[], object]) -> None:
        try:
            start.wait(LONG_ENOUGH)
            with translation.override("da"):
                answers[number] = act()
        except Exception as error:
            answers[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG_ENOUGH)
    assert not any(thread.is_alive() for thread in threads)
    return answers


@pytest.fixture
def town(transactional_db: None) -> Municipality:
    return factories.municipality()


@pytest.fixture
def people(town: Municipality) -> list[User]:
    users = [factories.user(f"person{number}@kbh.invalid") for number in range(4)]
    for user in users:
        factories.member(user, town, "administrator")
    return users


def history(row: Any) -> list[ChangeRecord]:
    return list(ChangeRecord.objects.of_row(row).filter(action=Action.CHANGED).order_by("pk"))


def test_an_entry_is_posted_by_one_of_those_who_post_it_at_once(town: Municipality, people: list[User]) -> None:
    entry = factories.entry(factories.line(town))
    mine = [Entry.objects.get(pk=entry.pk) for _user in people]
    answers = at_once([partial(one.post, by=user) for one, user in zip(mine, people, strict=True)])
    refused = [answer for answer in answers if isinstance(answer, ValidationError)]
    assert answers.count(None) == 1
    assert len(refused) == len(people) - 1
    [record] = history(entry)
    assert Entry.objects.get(pk=entry.pk).posted_by == record.by == people[answers.index(None)]


def test_changes_of_different_fields_at_once_are_all_there(town: Municipality, people: list[User]) -> None:
    row = factories.initiative(town)
    changes: list[dict[str, Any]] = [
        {"title": "Aktiv nabo"},
        {"summary": "Om at mødes"},
        {"period_text": "2018-2019"},
        {"code": "SO8"},
    ]

    def change(user: User, values: dict[str, Any], read: Initiative) -> None:
        for name, value in values.items():
            setattr(read, name, value)
        writing.save(read, by=user)

    read = [Initiative.objects.get(pk=row.pk) for _change in changes]
    acts = [partial(change, user, values, one) for user, values, one in zip(people, changes, read, strict=True)]
    assert at_once(acts) == [None] * len(changes)
    stored = Initiative.objects.get(pk=row.pk)
    for values in changes:
        for name, value in values.items():
            assert getattr(stored, name) == value
    assert stored.search_key == "so8 aktiv nabo om at moedes"
    assert {record.by for record in history(row)} == set(people)
    assert [finding for finding in audit() if finding.is_error] == []


def test_of_those_who_change_one_field_at_once_all_but_one_are_told(town: Municipality, people: list[User]) -> None:
    row = factories.initiative(town)
    read = [Initiative.objects.get(pk=row.pk) for _user in people]
    for number, one in enumerate(read):
        one.title = f"Titel {number}"
    answers = at_once([partial(writing.save, one, by=user) for one, user in zip(read, people, strict=True)])
    told = [answer for answer in answers if isinstance(answer, writing.ChangedMeanwhileError)]
    [won] = [answer.title for answer in answers if isinstance(answer, Initiative)]
    assert len(told) == len(people) - 1
    assert Initiative.objects.get(pk=row.pk).title == won
    assert [record.changes["title"] for record in history(row)] == [["Aktiv ven", won]]


def test_many_rows_written_at_once_in_opposite_order_do_not_lock_each_other_out(
    town: Municipality, people: list[User]
) -> None:
    rows = [factories.initiative(town, f"Indsats {number}") for number in range(40)]

    def change_all(user: User, field: str, backwards: bool) -> None:
        read = list(Initiative.objects.filter(pk__in=[row.pk for row in rows]).order_by("-pk" if backwards else "pk"))
        for one in read:
            setattr(one, field, f"{field} {one.pk}")
        writing.save_many(read, by=user)

    fields = ("title", "summary", "aliases", "display_title")
    acts = [
        partial(change_all, user, field, turn % 2 == 0)
        for turn, (user, field) in enumerate(zip(people, fields, strict=True))
    ]
    assert at_once(acts) == [None] * 4
    for one in Initiative.objects.filter(pk__in=[row.pk for row in rows]):
        assert [getattr(one, field) for field in fields] == [f"{field} {one.pk}" for field in fields]


def test_a_draft_is_either_posted_or_deleted(town: Municipality, people: list[User]) -> None:
    for _turn in range(5):
        entry = factories.entry(factories.line(town))
        mine, yours = Entry.objects.get(pk=entry.pk), Entry.objects.get(pk=entry.pk)
        posted, deleted = at_once(
            [partial(mine.post, by=people[0]), partial(writing.delete_many, [yours], by=people[1])]
        )
        there = Entry.objects.filter(pk=entry.pk).first()
        assert (posted is None) != (deleted is None)
        assert (there is not None and there.is_posted) == (posted is None)


def test_new_rows_written_at_once_are_all_there(town: Municipality, people: list[User]) -> None:
    def add(user: User, number: int) -> None:
        writing.save_many(
            [
                Initiative(municipality=town, title=f"Indsats {n}", reference=f"fra-{number}-{n}", summary=str(number))
                for n in range(25)
            ],
            by=user,
        )

    acts = [partial(add, user, number) for number, user in enumerate(people)]
    assert at_once(acts) == [None] * 4
    assert Initiative.objects.count() == 100
    assert ChangeRecord.objects.filter(object_label__startswith="Indsats", action=Action.CREATED).count() == 100


def test_of_two_who_make_the_same_reference_one_is_refused(town: Municipality, people: list[User]) -> None:
    def add(user: User) -> None:
        writing.save(Initiative(municipality=town, title="Ens", reference="ens"), by=user)

    answers = at_once([partial(add, user) for user in people])
    assert answers.count(None) == 1
    assert Initiative.objects.filter(reference="ens").count() == 1


def test_a_reader_does_not_wait_for_a_writer(town: Municipality, people: list[User]) -> None:
    row = factories.initiative(town)
    changed, looked = threading.Event(), threading.Event()

    def write() -> bool:
        with transaction.atomic():
            read = Initiative.objects.get(pk=row.pk)
            read.title = "Aktiv nabo"
            writing.save(read, by=people[0])
            changed.set()
            return looked.wait(LONG_ENOUGH)

    def look() -> str:
        changed.wait(LONG_ENOUGH)
        seen = Initiative.objects.get(pk=row.pk).title
        looked.set()
        return seen

    assert at_once([write, look]) == [True, "Aktiv ven"]
    assert Initiative.objects.get(pk=row.pk).title == "Aktiv nabo"


def test_names_are_in_danish_order_on_either_engine(town: Municipality) -> None:
    """By the keys' plain digits, which no collation orders otherwise."""
    names = ["Ødsted", "Aarhus", "Zebra", "Ærø", "Ballerup", "Ålborg", "aabenraa", "Indsats 10", "Indsats 9", "Über"]
    for name in names:
        factories.initiative(town, name)
    expected = ["Ballerup", "Indsats 9", "Indsats 10", "Über", "Zebra", "Ærø", "Ødsted", "aabenraa", "Ålborg", "Aarhus"]
    assert [one.title for one in Initiative.objects.order_by("sort_key", "pk")] == expected
    assert sorted(names, key=sort_key) == expected


def test_those_who_order_objectives_at_once_all_get_their_way(town: Municipality, people: list[User]) -> None:
    strategy = factories.strategy(town)
    rows = [factories.objective(strategy, title, position=at) for at, title in enumerate("abcdefgh", start=1)]
    moves = [
        partial(ordering.move, strategy, row.pk, way, by=user)
        for row, way, user in zip(
            (rows[1], rows[2], rows[5], rows[6]), (Move.UP, Move.DOWN, Move.UP, Move.DOWN), people, strict=True
        )
    ]
    answers = at_once(moves)
    assert not [one for one in answers if isinstance(one, Exception)]
    tree = ordering.Tree(Objective.objects.filter(strategy=strategy))
    assert "".join(tree.rows[pk].title for pk in tree.in_order()) == "badcfehg"
