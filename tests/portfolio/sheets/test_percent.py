"""A percentage is one because its cell, its column or its indicator says so, and never because of a neighbour."""

from __future__ import annotations

import pytest

from indicators.models import Indicator, Measurement
from portfolio.sheets.planning.plan import Plan
from portfolio.sheets.understanding import Correction
from portfolio.sheets.understanding.headings import unit_in
from tests import factories
from tests.cast import Cast, Town
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, changes, confirmed, preview

pytestmark = pytest.mark.usefixtures("files")


@pytest.fixture
def town(cast: Cast) -> Town:
    town, ada = cast.koebenhavn, cast.koebenhavn.administrator
    factories.indicator(town.municipality, "Andel", by=ada, reference="andel")
    factories.indicator(town.municipality, "Antal", by=ada, reference="antal", unit="count", about_citizens=False)
    return town


def planned(town: Town, rows: Rows, answers: dict[str, str] | None = None) -> Plan:
    said = Correction(answers=answers) if answers else None
    return preview(begun(rows, town.municipality, town.administrator, correction=said), town.administrator)


def errors(plan: Plan) -> list[tuple[str, str, str]]:
    return [(one.address, one.raw, one.reason) for one in plan.errors]


def test_a_number_beside_a_percentage_is_of_no_unit(cast: Cast) -> None:
    plan = planned(cast.koebenhavn, [["Indikator", "Værdi 2018"], ["Ensomme", "43 %"], ["Ventetid i dage", 12]])
    assert errors(plan) == [("A3", "Ventetid i dage", "Indikatoren er ny, og intet siger, hvad den måles i.")]
    assert {row.name: row.unit for row in plan.writes[Indicator] if isinstance(row, Indicator)} == {
        "Ensomme": "percent", "Ventetid i dage": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "address", "words"),
    [
        ([["Indikator", "Værdi 2018"], ["Antal", "12 %"]], "B2", "måles i: antal"),
        ([["Indikator", "Måling 2018 (%)"], ["Antal", 12]], "B2", "måles i: antal"),
        ([["Indikator", "Måltal"], ["Antal", "<5 %"]], "B2", "måles i: antal"),
        ([["Indikator", "Enhed", "Værdi 2018"], ["Andel", "antal", 43]], "B2", "måles i: procent"),
        ([["Indikator", "Enhed", "Værdi 2018"], ["Andel", "procentpoint", 43]], "B2", "måles i: procent"),
        ([["Indikator", "Enhed", "Værdi 2018"], ["Antal", "pct. af alle", 43]], "B2", "måles i: antal"),
        ([["Indikator", "Enhed", "2017", "2018"], ["Ny", "antal", 43, "5 %"]], "D2", "måles i: antal"),
    ],
)
def test_another_unit_than_the_indicators_is_an_error_at_its_cell(
    town: Town, rows: Rows, address: str, words: str
) -> None:
    [(at, _raw, reason)] = errors(planned(town, rows))
    assert (at, words in reason) == (address, True), reason


@pytest.mark.parametrize(
    "words", ["procentpoint", "%-point", "pct.point", "pct. point", "pct.-point", "Pct. point", "pct point"]
)
def test_percentage_points_are_not_percent(town: Town, words: str) -> None:
    ada = town.administrator
    factories.indicator(town.municipality, "Forskel", by=ada, reference="forskel", unit="percentage_points")
    plan = planned(town, [["Indikator", "Enhed", "Værdi 2018"], ["Forskel", words, 5.5], ["Ny forskel", words, 0.5]])
    assert (errors(plan), plan.questions) == ([], [])
    units = {row.name: row.unit for row in plan.writes[Indicator] if isinstance(row, Indicator)}
    assert units == {"Ny forskel": "percentage_points"}
    assert not unit_in(f"Værdi 2018 ({words})").is_percent


def test_words_that_are_no_unit_of_ours_are_told_of_and_the_same_unit_is_not(town: Town) -> None:
    rows: Rows = [["Indikator", "Enhed", "Værdi 2018"], ["Antal", "besøg", 43], ["Andel", "pct.", 12]]
    plan = planned(town, rows)
    assert errors(plan) == []
    assert [(one.address, "“besøg”" in one.reason) for one in plan.warnings] == [("B2", True)]
    assert [new for _address, _old, new in changes(plan)] == ["43", "12 %"]


def test_a_bare_number_up_to_one_of_an_indicator_in_percent_is_asked_about(town: Town) -> None:
    rows: Rows = [["Indikator", "Værdi 2017", "Værdi 2018"], ["Andel", 45, 0.43], ["Antal", 0.5, 1]]
    plan = planned(town, rows)
    [question] = plan.questions
    assert (question.key, question.addresses, question.suggestion) == ("share:C", ("C2",), "fraction")
    assert not plan.may_be_confirmed
    as_percent = planned(town, rows, {"share:C": "percent"})
    assert ([new for _at, _old, new in changes(as_percent)], as_percent.questions) == (
        ["45 %", "0,43 %", "0,5", "1"],
        [],
    )
    said = Correction(answers={"share:C": "fraction"})
    confirmed(begun(rows, town.municipality, town.administrator, correction=said), town.administrator)
    values = (
        Measurement.objects.filter(indicator__reference="andel").order_by("effective_text").values_list("value", "raw")
    )
    assert [(f"{value:.2f}", raw) for value, raw in values] == [("45.00", "45"), ("43.00", "0,43")]


def test_a_fraction_is_not_suggested_beside_larger_numbers(town: Town) -> None:
    factories.indicator(town.municipality, "Anden", by=town.administrator, reference="anden")
    head = ["Indikator", "Værdi 2018"]
    plan = planned(town, [head, ["Anden", 45.2], ["Andel", 0.8], ["Antal", 500]])
    [question] = plan.questions
    assert (question.key, question.addresses, question.suggestion) == ("share:B", ("B3",), "")
    assert [new for _at, _old, new in changes(plan)] == ["45,2 %", "0,8 %", "500"]
    beside_counts = planned(town, [head, ["Anden", 0.5], ["Andel", 0.8], ["Antal", 500]])
    assert [question.suggestion for question in beside_counts.questions] == ["fraction"]
    by_unit: Rows = [["Indikator", "Enhed", "Værdi 2018"], ["Anden", "%", 45.2], ["Andel", "%", 0.8]]
    assert [question.suggestion for question in planned(town, by_unit).questions] == [""]


def test_the_preview_shows_the_value_that_is_written(town: Town) -> None:
    head = ["Indikator", "Enhed", "Værdi 2018"]
    rows: Rows = [head, ["Andel", "%", 0.43]]
    said = {"share:unit": "fraction"}
    assert changes(planned(town, rows, said)) == [("C2", "", "43 %")]
    as_fraction = begun(rows, town.municipality, town.administrator, correction=Correction(answers=said))
    confirmed(as_fraction, town.administrator)
    assert changes(planned(town, [head, ["Andel", "%", "44 %"]])) == [("C2", "43 %", "44 %")]
