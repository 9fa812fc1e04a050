"""Theme rows and theme columns: what they name is an objective of the municipality, or a person is asked."""

from __future__ import annotations

import pytest

from indicators.models import IndicatorObjective
from initiatives.models import InitiativeObjective, Objective, Strategy
from organisation.models import Provenance
from portfolio.sheets.understanding import Correction
from portfolio.sheets.undoing import undo
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, changes, confirmed, effects, preview

UNDER_ROWS: Rows = [
    ["Nr.", "Indsats", "Periode"],
    ["Tema 1: Børn"],
    ["1.1", "Leg", "2018"],
    ["1.2", "Lyt", "2018"],
    ["Tema 2: Unge i arbejde"],
    ["2.1", "Job", "2019"],
]
pytestmark = pytest.mark.usefixtures("files")


@pytest.fixture
def objectives(cast: Cast) -> list[Objective]:
    town = cast.koebenhavn.municipality
    strategy = factories.strategy(town)
    return [made(strategy, "boern", "Børn", "1"), made(strategy, "job", "Job og uddannelse", "2")]


def made(strategy: Strategy, reference: str, title: str, number: str) -> Objective:
    return factories.objective(strategy, title, reference=reference, number=number, level_label="tema")


def links() -> list[tuple[str, str]]:
    found = InitiativeObjective.objects.order_by("initiative__code")
    return list(found.values_list("initiative__title", "objective__reference"))


def test_a_theme_row_is_the_objective_of_that_name_and_another_is_asked_for(
    cast: Cast, objectives: list[Objective]
) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    plan = preview(begun(UNDER_ROWS, town, ada), ada)
    assert ("A2", "", "tema 1: Børn") in changes(plan)
    [question] = plan.questions
    assert [value for value, _words in question.choices] == ["none", "boern", "job"]
    assert (question.addresses, question.suggestion) == (("A5",), "job")
    assert not plan.may_be_confirmed
    answered = begun(UNDER_ROWS, town, ada, correction=Correction(answers={question.key: "job"}))
    done = confirmed(answered, ada)
    assert links() == [("Leg", "boern"), ("Lyt", "boern"), ("Job", "job")]
    [source] = Provenance.objects.of_row(InitiativeObjective.objects.get(objective__reference="job"))
    assert (source.cell, source.quote) == ("A5", "Tema 2: Unge i arbejde")
    again = begun([*UNDER_ROWS, []], town, ada)
    assert (preview(again, ada).questions, effects(preview(again, ada))) == ([], {"leave": 3})
    undo(done, by=ada)
    assert links() == []


def test_a_theme_that_is_none_of_the_objectives_is_answered_so(cast: Cast, objectives: list[Objective]) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    said = Correction(answers={"theme:tema 2: unge i arbejde": "none"})
    confirmed(begun(UNDER_ROWS, town, ada, correction=said), ada)
    assert links() == [("Leg", "boern"), ("Lyt", "boern")]


def test_a_column_of_themes_may_name_several(cast: Cast, objectives: list[Objective]) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [["Indsats", "Tema"], ["Leg", "Børn; Job og uddannelse"], ["Lyt", "1. Børn"], ["Løb", None]]
    confirmed(begun(rows, town, ada), ada)
    assert sorted(links()) == [("Leg", "boern"), ("Leg", "job"), ("Lyt", "boern")]


def test_two_objectives_of_one_name_are_asked_between(cast: Cast, objectives: list[Objective]) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    made(factories.strategy(town, reference="to"), "boern-2", "Børn", "9")
    plan = preview(begun([["Indsats", "Tema"], ["Leg", "Børn"]], town, ada), ada)
    assert [[value for value, _words in one.choices] for one in plan.questions] == [["none", "boern", "boern-2"]]


def test_a_municipality_without_objectives_is_not_asked(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    plan = preview(begun(UNDER_ROWS, town, ada), ada)
    assert (plan.questions, effects(plan)) == ([], {"create": 3})


def test_indicators_under_a_theme_belong_to_its_objective(cast: Cast, objectives: list[Objective]) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [["Tema", "Indikator", "Måleenhed", "2018"], ["Børn", "Trivsel", "procent", "70 %"]]
    confirmed(begun(rows, town, ada), ada)
    assert IndicatorObjective.objects.get().objective == objectives[0]
    assert effects(preview(begun([*rows, []], town, ada), ada)) == {"leave": 1}


def test_only_who_may_change_the_initiative_puts_it_under_an_objective(cast: Cast, objectives: list[Objective]) -> None:
    town, carl = cast.koebenhavn.municipality, cast.koebenhavn["caseworker"]
    factories.initiative(town, "Leg", code="1")
    plan = preview(begun([["Nr.", "Indsats", "Tema"], ["1", "Leg", "Børn"]], town, carl), carl)
    assert [problem.address for problem in plan.errors] == ["B2"]
