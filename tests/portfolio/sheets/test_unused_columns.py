"""A column that is known and filled is read, or is told of: dates become the time of the row."""

from __future__ import annotations

import pytest

from indicators.models import Measurement, Target
from initiatives.models import Activity, Initiative
from portfolio.sheets.planning.plan import Plan
from tests import factories
from tests.cast import Cast, Town
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, confirmed, preview

pytestmark = pytest.mark.usefixtures("files")


@pytest.fixture
def town(cast: Cast) -> Town:
    factories.initiative(cast.koebenhavn.municipality, "Job", by=cast.koebenhavn.administrator, code="SO8")
    return cast.koebenhavn


def planned(town: Town, rows: Rows) -> Plan:
    return preview(begun(rows, town.municipality, town.administrator), town.administrator)


def unused(plan: Plan) -> list[str]:
    return [one.raw for one in plan.warnings if "bliver ikke brugt" in one.reason]


@pytest.mark.parametrize(
    ("head", "row", "told"),
    [
        (["Nr.", "Indsats", "Note", "Kilde", "Finansiering"], ["Z1", "IPS", "vigtigt", "os", "pulje"], [2, 3, 4]),
        (["Nr.", "Indsats", "Start", "Slut", "Note"], ["Z1", "IPS", "2018", "2019", None], []),
        (["Indsats", "Navn", "Beskrivelse"], ["IPS", "Job først", "b"], [0]),
        (["Navn", "Indsats"], ["Job først", "IPS"], [0]),
        (["Indsats", "Aktivitet", "Frist", "Ansvarlig"], ["SO8", "Start", "2018", "AB"], [3]),
        (["Indsats", "Aktivitet", "Beskrivelse", "Resultat"], ["SO8", "Start", "b", "r"], [3]),
        (["Målgruppe", "Beskrivelse"], ["Unge", "under 30"], [1]),
        (["Organisation", "Type", "Beskrivelse"], ["Centret", "center", "nyt"], [2]),
        (["Nr.", "Budgetlinje", "Bemærkning", "Finansiering", "2018 (kr.)"], ["Y", "x", "husk", "pulje", 5], [2, 3]),
        (["Nr.", "Budgetlinje", "Tovholder", "Periode", "Status", "2018 (kr.)"], ["Y", "x", "AB", "2018", "ny", 5],
         [2, 3, 4]),
        (["Nr.", "Budgetlinje", "Periode", "Beløb (kr.)"], ["Y", "x", "2018-2020", 5], []),
        (["Nr.", "Budgetlinje", "Omplacering (kr.)", "2018 (kr.)"], ["Y", "x", 3, 5], [2]),
        (["Indikator", "Enhed", "År", "Værdi 2018"], ["A", "%", 2018, 43], [2]),
        (["Indikator", "Enhed", "Start", "Bemærkning", "Værdi 2018"], ["A", "%", "2018", "ny", 43], [2, 3]),
    ],
)  # fmt: skip
def test_a_filled_column_that_is_not_read_is_told_of(
    town: Town, head: list[str], row: list[str | int | None], told: list[int]
) -> None:
    plan = planned(town, [head, row])
    assert plan.errors == []
    assert unused(plan) == [head[index] for index in told]


def test_it_says_where_and_why(town: Town) -> None:
    plan = planned(town, [["Indsats", "Aktivitet", "Beskrivelse", "Resultat", "Kilde"], ["SO8", "Ny", "b", "r", "os"]])
    assert [(one.address, one.reason) for one in plan.warnings] == [
        ("D1", "Kolonnen “Resultat” (D) bliver ikke brugt: kolonne C betyder det samme, og det er den, der læses."),
        ("E1", "Kolonnen “Kilde” (E) bliver ikke brugt: “kilde” bruges ikke, når arket indeholder aktiviteter."),
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "when"),
    [
        ("År", 2018, "2018"),
        ("Periode", "1. kvartal 2018", "1. kvartal 2018"),
        ("Dato", "31-12-2018", "31-12-2018"),
        ("Måledato", "ultimo 2018", "ultimo 2018"),
    ],
)
def test_a_value_is_of_the_time_of_its_row(town: Town, heading: str, cell: str | int, when: str) -> None:
    rows: Rows = [["Indikator", "Enhed", heading, "Værdi"], ["E1", "%", cell, 47]]
    assert unused(planned(town, rows)) == []
    confirmed(begun(rows, town.municipality, town.administrator), town.administrator)
    one = Measurement.objects.get()
    assert (one.effective_text, one.effective_start is not None) == (when, True)


def test_a_quarter_is_of_the_year_beside_it_and_what_is_no_time_is_an_error(town: Town) -> None:
    head = ["Indikator", "Enhed", "År", "Kvartal", "Værdi"]
    plan = planned(town, [head, ["E1", "%", 2018, "1. kvartal", 47], ["E1", "%", 2018, "2. kvartal", 48]])
    assert plan.errors == []
    found = [row for row in plan.writes[Measurement] if isinstance(row, Measurement)]
    assert [one.effective_text for one in found] == ["1. kvartal 2018", "2. kvartal 2018"]
    assert [one.address for one in planned(town, [head, ["E1", "%", 2018, "somme tider", 47]]).errors] == ["D2"]


@pytest.mark.parametrize("heading", ["Frist", "Måldato", "År"])
def test_a_target_is_of_its_deadline(town: Town, heading: str) -> None:
    rows: Rows = [["Indikator", "Enhed", heading, "Måltal"], ["E1", "%", "2020", 40]]
    assert unused(planned(town, rows)) == []
    confirmed(begun(rows, town.municipality, town.administrator), town.administrator)
    assert Target.objects.get().period_text == "2020"


@pytest.mark.sample(4)
@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1. januar 2018", "31. december 2019", "1. januar 2018 til 31. december 2019"),
        ("2018", None, "fra 2018"),
        (None, "31. marts 2018", "til 31. marts 2018"),
        (None, "senest 31. marts 2018", "senest 31. marts 2018"),
        ("31/3-18", None, "fra 31/3-18"),
        ("2018", "2018", "2018"),
        ("2018", "løbende", "fra 2018"),
        ("1. marts 2018", "Løbende.", "fra 1. marts 2018"),
        ("Løbende", None, "Løbende"),
        (None, "Løbende", "Løbende"),
        ("2018", "efter behov", "2018 til efter behov"),
    ],
)
def test_start_and_end_are_the_period(town: Town, start: str | None, end: str | None, words: str) -> None:
    ada = town.administrator
    confirmed(begun([["Nr.", "Indsats", "Start", "Slut"], ["Z1", "IPS", start, end]], town.municipality, ada), ada)
    assert Initiative.objects.get(code="Z1").period_text == words
    rows: Rows = [["Indsats", "Aktivitet", "Start", "Frist"], ["SO8", "Åbning", start, end]]
    confirmed(begun(rows, town.municipality, ada), ada)
    assert Activity.objects.get().period_text == words
    again = planned(town, rows)
    assert not any(row.cells for row in again.rows)


def test_a_period_in_words_counts_and_another_start_is_told_of(town: Town) -> None:
    rows: Rows = [
        ["Nr.", "Indsats", "Periode", "Start", "Slut"],
        ["Z1", "En", "2018-2019", "2018", "2019"],
        ["Z2", "To", "2018-2019", "2018", "2020"],
        ["Z3", "Tre", None, "2018", "2020"],
        ["Z4", "Fire", None, "2020", "2018"],
    ]
    plan = planned(town, rows)
    assert [one.address for one in plan.errors] == ["D5"]
    assert [one.address for one in plan.warnings] == ["D3"]
    found = [row.period_text for row in plan.writes[Initiative] if isinstance(row, Initiative)]
    assert found[:3] == ["2018-2019", "2018-2019", "2018 til 2020"]
