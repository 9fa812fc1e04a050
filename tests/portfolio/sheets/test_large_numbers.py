"""A number that cannot be stored is an error at its cell, whatever its column means."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from indicators.models import Measurement
from organisation.units import Unit
from portfolio.sheets.planning.planning import plan_import
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding import ColumnCorrection, Correction, Meaning, TableKind, read_table, understand
from portfolio.sheets.understanding.layout import FIGURES, MONEY
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, confirmed, preview

pytestmark = pytest.mark.usefixtures("files")
HEAD = ["Indikator", "Måleenhed", "Værdi", "Måledato", "Antal svar"]


def test_a_number_of_many_digits_is_told_of_under_every_meaning(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    for meaning in Meaning:
        kind = TableKind.FOLLOW_UP if meaning in MONEY else TableKind.MEASUREMENTS
        said = {0: ColumnCorrection(Meaning.NAME), 1: ColumnCorrection(meaning), 2: ColumnCorrection(Meaning.UNIT)}
        sheet = Sheet("Ark1", [["Hvad", "X", "Enhed"], ["Unge", 1e30, "antal"]])
        layout = understand(sheet, Correction(kind=kind, header_rows=(0,), columns=said, unit=Unit.KR))
        plan = plan_import(read_table(sheet, layout), town, ada, Terms(year=2018))
        if meaning in MONEY | FIGURES:
            assert [one.address for one in plan.errors] == ["B2"], meaning
        assert all(one.reason and one.advice for one in plan.errors)


@pytest.mark.parametrize("answers", [-9, 12.5, 2**31, 1e30])
def test_the_number_of_those_who_answered_is_a_whole_one(cast: Cast, answers: float) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    plan = preview(begun([HEAD, ["Unge", "antal", 5, "2018", answers]], town, ada), ada)
    assert [(one.address, "helt tal" in one.reason) for one in plan.errors] == [("E2", True)]


@pytest.mark.parametrize("value", [10**12, -(10**12), "999.999.999.999,9999999", "5-1.000.000.000.000"])
def test_a_value_of_more_digits_than_are_kept_is_an_error(cast: Cast, value: Any) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    plan = preview(begun([HEAD, ["Unge", "antal", value, "2018", 5]], town, ada), ada)
    assert [(one.address, "større" in one.reason) for one in plan.errors] == [("C2", True)]


def test_the_largest_that_is_kept_is_kept(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [HEAD, ["Unge", "antal", 10**12 - 1, "2018", 2**31 - 1]]
    confirmed(begun(rows, town, ada), ada)
    [stored] = Measurement.objects.all()
    assert (stored.value, stored.n) == (Decimal(10**12 - 1), 2**31 - 1)


@pytest.mark.parametrize("year", ["9" * 5_000, "0" * 5_000, "02018"])
def test_a_year_has_four_digits(cast: Cast, year: str) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    plan = preview(begun([["Kode", "Budgetlinje", "År", "Beløb (kr.)"], ["1", "Leg", year, 5]], town, ada), ada)
    assert [(one.address, "fire cifre" in one.advice) for one in plan.errors] == [("C2", True), ("D2", False)]
