"""Nothing that a person wrote is cut: a text that has no room in its field is an error at its cell."""

from __future__ import annotations

from datetime import date

import pytest

from budgets.models import BudgetLine
from initiatives.models import Activity
from portfolio.sheets.planning.task import Terms
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, confirmed, effects, preview

pytestmark = pytest.mark.usefixtures("files")
FOLLOWED = ["Budgetlinje", "Runde", "Prisniveau", "Forbrug 2018 (kr.)"]
MEASURED = ["Indikator", "Måleenhed", "Undergruppe", "Værdi", "Måledato", "Måltal", "Kilde"]
TOO_LONG: list[tuple[str, Rows]] = [
    ("B2", [["Indsats", "Aktivitet"], ["SO8", "a" * 301]]),
    ("A2", [["Nr.", "Budgetlinje", "2018 (kr.)"], ["1" * 31, "Leg", 5]]),
    ("A2", [["Budgetlinje", "2018 (kr.)"], ["L" * 401, 5]]),
    ("C2", [["Nr.", "Indsats", "Ansvarlig"], ["SO8", "Aktiv ven", "o" * 301]]),
    ("C2", [["Nr.", "Indsats", "Tilstand"], ["SO8", "Aktiv ven", "t" * 301]]),
    ("C2", [MEASURED, ["Unge", "antal", "u" * 201, 5, "2018", 6, ""]]),
    ("G2", [MEASURED, ["Unge", "antal", "", 5, "2018", "", "k" * 301]]),
    ("E2", [MEASURED, ["Unge", "antal", "", 5, "når " * 101, "", ""]]),
    ("B2", [FOLLOWED, ["Leg", "r" * 31, "", 5]]),
    ("C2", [FOLLOWED, ["Leg", "BO1", "p" * 31, 5]]),
    ("B2", [["Budgetlinje", "Periode", "Beløb (kr.)"], ["Leg", "når " * 101, 5]]),
]


@pytest.mark.parametrize(
    ("address", "rows"), TOO_LONG, ids=[f"{rows[0][-1]}-{number}" for number, (_at, rows) in enumerate(TOO_LONG)]
)
def test_a_text_that_is_too_long_is_an_error_at_its_cell(cast: Cast, address: str, rows: Rows) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    factories.initiative(town, "Aktiv ven", code="SO8")
    of_a_day = Terms(year=2018, as_of=date(2018, 9, 30), up_to=date(2018, 9, 30))
    plan = preview(begun(rows, town, ada, terms=of_a_day), ada)
    assert [(one.address, "længere end" in one.reason) for one in plan.errors] == [(address, True)]


def test_texts_that_just_have_room_are_found_again(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    factories.initiative(town, "Aktiv ven", code="SO8")
    activities: Rows = [["Indsats", "Aktivitet"], ["SO8", "a" * 300]]
    lines: Rows = [["Nr.", "Budgetlinje", "2018 (kr.)"], ["1" * 30, "L" * 400, 5]]
    for rows in (activities, lines):
        confirmed(begun(rows, town, ada), ada)
        assert effects(preview(begun([*rows, []], town, ada), ada)) == {"leave": 1}
    assert (Activity.objects.count(), BudgetLine.objects.count()) == (1, 1)
