"""Several target groups or objectives in one cell, amounts of accounts in a long table, and sheets all of errors."""

from __future__ import annotations

import pytest

from budgets.models import Entry, Statement
from initiatives.models import InitiativeObjective, InitiativeTargetGroup
from portfolio.sheets.opening import opened
from portfolio.sheets.planning.several import several
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.understanding.problems import MOST_ERRORS
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows, text
from tests.portfolio.sheets.importing import begun, begun_file, confirmed, preview

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("files")]


@pytest.mark.parametrize(
    ("words", "names", "unknown"),
    [
        ("Unge, Ældre", ["Unge", "Ældre"], []),
        ("Unge; Ældre", ["Unge", "Ældre"], []),
        ("Unge\nÆldre", ["Unge", "Ældre"], []),
        ("Unge og Ældre", ["Unge", "Ældre"], []),
        ("Unge, Ældre og Børn og familier", ["Unge", "Ældre"], ["Børn", "familier"]),
        ("Borgere, hjemløse", ["Borgere, hjemløse"], []),
        ("Mænd, alene", ["Mænd, alene"], []),
        ("Unge, Ældr", ["Unge"], ["Ældr"]),
        ("", [], []),
    ],
)
def test_a_comma_parts_names_only_where_the_parts_are_known(words: str, names: list[str], unknown: list[str]) -> None:
    known = {"Unge", "Ældre", "Mænd, alene"}
    assert several(words, known.__contains__) == (names, unknown)


def test_several_target_groups_and_objectives_of_a_cell_are_linked_and_an_unknown_one_is_named(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    for name in ("Unge", "Ældre"):
        factories.target_group(town, name)
    goals = factories.strategy(town, "Planen")
    for title in ("Fællesskab", "Tryghed"):
        factories.objective(goals, title)
    rows: Rows = [["Nr.", "Indsats", "Målgruppe", "Tema"], ["1", "Leg", "Unge, Ældre", "Fællesskab, Tryghed"]]
    confirmed(begun(rows, town, ada), ada)
    assert InitiativeTargetGroup.objects.filter(initiative__title="Leg").count() == 2
    assert InitiativeObjective.objects.filter(initiative__title="Leg").count() == 2
    rows = [["Nr.", "Indsats", "Målgruppe", "Tema"], ["2", "Lyt", "Unge, Ælde", "Fællesskab, Tryk"]]
    found = preview(begun(rows, town, ada), ada)
    assert [(one.address, "Ælde" in one.reason or "Tryk" in one.reason) for one in found.errors] == [
        ("C2", True),
        ("D2", True),
    ]
    assert not found.questions


def test_the_year_of_a_long_table_says_what_is_of_the_accounts(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [
        ["Kode", "Budgetlinje", "År", "Beløb (t.kr.)"],
        ["SO8", "Leg", "R2016", 500],
        ["SO8", "Leg", "B 2017", 600],
        ["SO8", "Leg", "BO18", 700],
        ["I alt", None, None, 1800],
    ]
    table = begun(rows, town, ada, terms=Terms(decision="proposed"))
    assert "R2016" in preview(table, ada).rows[0].cells[0].heading
    confirmed(table, ada)
    assert [(one.year, one.kind, one.amount_ore) for one in Statement.objects.all()] == [(2016, "accounts", 50_000_000)]
    entries = Entry.objects.order_by("year").values_list("year", "kind", "amount_ore")
    assert list(entries) == [(2017, "original", 60_000_000), (2018, "original", 70_000_000)]


def test_a_sheet_all_of_errors_is_not_read_to_its_end(cast: Cast) -> None:
    """Whether its cells cannot be read, or what they name is not here."""
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    number = MOST_ERRORS + 500
    unread = [["Nr.", "Indsats", "2018 i t.kr."], *([str(n), f"Indsats {n}", f"vides ikke {n}"] for n in range(number))]
    unknown = [["Indsats", "Aktivitet"], *([f"Indsats {n}", f"Møde {n}"] for n in range(number))]
    for rows, at in ((unread, f"A{MOST_ERRORS + 1}"), (unknown, f"B{MOST_ERRORS + 2}")):
        plan = opened(begun_file(text(rows), "ark.csv", town, ada)).plan(ada)
        assert (len(plan.errors), plan.errors[0].address) == (MOST_ERRORS + 1, at)
        assert "5.000" in plan.errors[0].reason
        assert not plan.may_be_confirmed
