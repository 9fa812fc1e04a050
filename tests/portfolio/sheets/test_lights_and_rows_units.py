"""Traffic lights are no measured values, and a row's own unit is not asked for."""

from __future__ import annotations

import pytest

from indicators.models import Measurement
from organisation.numbers import ParsedAmount
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding import Correction, Meaning, read_table, understand
from portfolio.sheets.understanding.asking import asked_of
from tests.cast import Cast
from tests.portfolio.sheets.importing import begun, preview

LIGHTS: list[str | float | None] = [1.0, "2", "3 - rød", 43.0]
VALUES: list[str | float | None] = [43.0, "52", 4.0, 61.0]


@pytest.mark.parametrize(
    ("heading", "under", "meaning", "asked"),
    [
        ("Status", LIGHTS, Meaning.STATE, []),
        ("Status", VALUES, Meaning.STATE, []),
        ("Fase 2018", VALUES, Meaning.STATE, []),
        ("Status 2018", LIGHTS, Meaning.IGNORED, ["heading:C"]),
        ("Status 2018", VALUES, Meaning.MEASURED, []),
    ],
)
def test_a_light_beside_a_result_is_not_what_was_measured(
    heading: str, under: list[str | float | None], meaning: Meaning, asked: list[str]
) -> None:
    rows: list[list[str | float | None]] = [["Indikator", "Resultat 2017", heading]]
    rows += [[f"Unge {number}", 250.0 + number, value] for number, value in enumerate(under)]
    sheet = Sheet("Ark", rows)
    layout = understand(sheet)
    assert layout.columns[2].meaning is meaning
    assert [one.key for one in asked_of(sheet, layout).questions] == asked
    if asked:
        layout = understand(sheet, Correction(answers={"heading:C": "measured"}))
        assert (layout.columns[2].meaning, layout.columns[2].year) == (Meaning.MEASURED, 2018)


def test_a_column_of_lights_is_left_out_and_told_of(cast: Cast, files: object) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    head: list[str | float | None] = ["Indikator", "Måleenhed", "Resultat 2018", "Mål 2020", "Status"]
    plan = preview(begun([head, ["Unge i job", "antal", 250, 300, 1]], town, ada), ada)
    made = plan.writes[Measurement]
    assert [row.raw for row in made if isinstance(row, Measurement)] == ["250"]
    assert [one.address for one in plan.warnings if "Status" in one.raw] == ["E1"]


@pytest.mark.parametrize("first", ["t.kr.", "t.kr. netto"])
def test_rows_that_say_their_unit_with_more_words_are_not_asked_about(first: str) -> None:
    units = first, "t.kr. netto", "1.000 kr. (2018-pl)"
    rows: list[list[str | float | None]] = [["Budgetlinje", "Enhed", "Budget 2018"]]
    sheet = Sheet("Ark", [*rows, ["A", units[0], 500.0], ["B", units[1], 500.0], ["C", units[2], 500.0]])
    table = read_table(sheet, understand(sheet))
    assert (table.questions, table.errors) == ((), ())
    amounts = [record.value(table.layout.columns[2]) for record in table.records]
    assert [one.ore for one in amounts if isinstance(one, ParsedAmount)] == [50_000_000] * 3
