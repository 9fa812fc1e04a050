"""The pages of the structure answer, to those who may, with a fixed number of queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.models import Suggestion
from organisation import writing
from organisation.access import Role
from tests import factories
from tests.world import SECRET, World, signed_in

STAFF_PAGES = ["opbygning/", "personer/", "fravaer/", "katalog/", "arkiv/"]
ADMINISTRATORS_PAGES = ["overskrifter/", "byraadsperiode/", "dubletter/", "personer/inviter/"]
KINDS = ["indsats", "organ", "maalgruppe", "maal"]


@pytest.mark.parametrize("page", [*STAFF_PAGES, *ADMINISTRATORS_PAGES])
def test_it_answers_its_own_and_names_nobody_elses(world: World, page: str) -> None:
    ada = signed_in(world.cast.koebenhavn.administrator)
    answer = ada.get(f"/0101/{page}")
    assert answer.status_code == 200
    assert SECRET not in answer.content.decode()
    assert signed_in(world.cast.aarhus.administrator).get(f"/0101/{page}").status_code == 404
    expected = 200 if page in STAFF_PAGES else 403
    assert signed_in(world.cast.koebenhavn[Role.CASEWORKER]).get(f"/0101/{page}").status_code == expected


@pytest.mark.parametrize("kind", KINDS)
def test_pairs_to_merge_are_of_ones_own(world: World, kind: str) -> None:
    answer = signed_in(world.cast.koebenhavn.administrator).get(f"/0101/dubletter/?slags={kind}")
    assert answer.status_code == 200
    assert SECRET not in answer.content.decode()


@pytest.mark.parametrize("page", ["opbygning/", "personer/", "arkiv/", "overskrifter/", "fravaer/"])
def test_the_number_of_queries_does_not_grow(world: World, page: str) -> None:
    town = world.cast.koebenhavn
    ada = signed_in(town.administrator)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert ada.get(f"/0101/{page}").status_code == 200
        return len(captured)

    def grow(number: int) -> None:
        person = factories.user(f"person{number}@kbh.invalid")
        factories.member(person, town.municipality, "caseworker", town.department)
        factories.heading(town.municipality, 10 + number, f"Overskrift {number}")
        one = factories.initiative(town.municipality, f"Indsats {number}", by=town.administrator)
        factories.owner(one, user=person)
        one.archive(by=town.administrator, reason="Slut")
        factories.strategy(town.municipality, f"Strategi {number}", by=town.administrator)

    grow(1)
    queries()
    few = queries()
    for number in range(2, 8):
        grow(number)
    assert queries() == few


def test_the_operator_answers_suggestions(world: World) -> None:
    oda = signed_in(world.cast.operator)
    assert oda.get("/katalog/forslag/").status_code == 200
    assert oda.get("/katalog/dubletter/").status_code == 200
    ada = signed_in(world.cast.koebenhavn.administrator)
    assert ada.get("/katalog/forslag/").status_code == 403
    assert ada.get("/katalog/dubletter/").status_code == 403


def test_the_number_of_queries_does_not_grow_with_the_suggestions(world: World) -> None:
    town, oda = world.cast.koebenhavn, signed_in(world.cast.operator)

    def suggest(kind: str, name: str) -> None:
        row = Suggestion(municipality=town.municipality, kind=kind, name=name, suggested_by=town[Role.CASEWORKER])
        writing.save(row, by=town[Role.CASEWORKER])

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert oda.get("/katalog/forslag/").status_code == 200
        return len(captured)

    suggest("method", "Bostøtte")
    queries()
    few = queries()
    for number in range(4):
        suggest("instrument" if number % 2 else "method", f"Forslag {number}")
    assert queries() == few
