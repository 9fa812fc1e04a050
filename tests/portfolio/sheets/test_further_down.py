"""A row that stands under another of the sheet is linked to it wherever that one stands."""

from __future__ import annotations

import pytest

from initiatives.models import Initiative, TargetGroup
from organisation import writing
from organisation.models import Body
from portfolio.audit import audit
from portfolio.sheets.undoing import NotUndone, undo
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, changes, confirmed, effects, preview

pytestmark = pytest.mark.usefixtures("files")


def test_initiatives_stand_under_rows_further_down_and_are_taken_back(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    known = factories.initiative(town, "Kendt", code="K")
    rows: Rows = [
        ["Nr.", "Indsats", "Hører under"], ["A1", "Besøgsven", "A"], ["K", "Kendt", "Aktiv ven"],
        ["A", "Aktiv ven", "P"], ["P", "Pakken", None], ["X", "Alene", "ingen af dem"],
    ]  # fmt: skip
    table = begun(rows, town, ada)
    plan = preview(table, ada)
    assert [problem.address for problem in plan.warnings] == ["C6"]
    assert ("C3", "", "A Aktiv ven") in changes(plan)
    done = confirmed(table, ada)
    assert [one.parent and one.parent.code for one in Initiative.objects.order_by("code")] == [
        "P",
        "A",
        "A",
        None,
        None,
    ]
    assert effects(preview(begun([*rows, []], town, ada), ada)) == {"leave": 5}
    assert [finding for finding in audit() if finding.is_error] == []
    undo(done, by=ada)
    assert list(Initiative.objects.values_list("code", "parent")) == [(known.code, None)]


def test_bodies_and_target_groups_do_too(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    bodies: Rows = [
        ["Organ", "Type", "Hører under"],
        ["Team Syd", "center", "Center Syd"],
        ["Center Syd", "center", ""],
    ]
    confirmed(begun(bodies, town, ada), ada)
    assert str(Body.objects.get(name="Team Syd").parent) == "Center Syd"
    groups: Rows = [["Målgruppe", "Hører under"], ["Unge under 18", "Unge"], ["Unge", None]]
    confirmed(begun(groups, town, ada), ada)
    assert str(TargetGroup.objects.get(name="Unge under 18").parent) == "Unge"


def test_rows_in_a_circle_are_refused_with_a_sentence(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [["Nr.", "Indsats", "Hører under"], ["A", "Ven", "B"], ["B", "Café", "A"]]
    plan = preview(begun(rows, town, ada), ada)
    assert sorted(problem.address for problem in plan.errors) == ["C2", "C3"]
    assert not plan.may_be_confirmed


@pytest.mark.parametrize("kind", ["activities", "bodies", "target groups"])
def test_what_a_sheet_made_is_taken_back(cast: Cast, kind: str) -> None:
    """And what it changed is as it was."""
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    initiative = factories.initiative(town, "Aktiv ven", code="SO8")
    body = factories.body(town, "Ældrerådet", "council", aliases="")
    factories.target_group(town, "Ældre", aliases="")
    sheets: dict[str, Rows] = {
        "activities": [["Indsats", "Aktivitet", "Tilstand"], ["SO8", "Åbent hus", "planlagt"], ["SO8", "Lukket", ""]],
        "bodies": [["Organ", "Type", "Andre navne"], ["Ældrerådet", "", "Rådet"], ["Udvalget", "udvalg", ""]],
        "target groups": [["Målgruppe", "Andre navne"], ["Ældre", "65+"], ["Unge", "U18"]],
    }
    before = _all(initiative)
    done = confirmed(begun(sheets[kind], town, ada), ada)
    assert _all(initiative) != before
    undo(done, by=ada)
    assert _all(initiative) == before
    body.refresh_from_db()
    assert body.aliases == ""


def _all(initiative: Initiative) -> list[object]:
    rows = [*initiative.activities.all(), *Body.objects.order_by("pk"), *TargetGroup.objects.order_by("pk")]
    return [(str(row), getattr(row, "aliases", "")) for row in rows]


def test_an_import_is_not_taken_back_into_a_circle(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    above, other = (factories.initiative(town, title, code=title[0]) for title in ("Boligpakken", "Caféen"))
    moved = factories.initiative(town, "Aktiv ven", code="A", parent=above)
    done = confirmed(begun([["Nr.", "Indsats", "Hører under"], ["A", "Aktiv ven", "C"]], town, ada), ada)
    moved.refresh_from_db()
    assert moved.parent == other
    above.parent = moved
    writing.save(above, by=ada)
    with pytest.raises(NotUndone) as refused:
        undo(done, by=ada)
    assert "Boligpakken" in str([str(one) for one in refused.value.obstacles])
    moved.refresh_from_db()
    assert moved.parent == other


def test_an_old_circle_of_other_rows_stops_no_import_from_being_taken_back(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    one, another = (factories.initiative(town, title, code=title[0]) for title in ("Værested", "Zonen"))
    for row, above in ((one, another), (another, one)):
        row.parent = above
        writing.save(row, by=None, validate=False)
    above, _other = (factories.initiative(town, title, code=title[0]) for title in ("Boligpakken", "Caféen"))
    moved = factories.initiative(town, "Aktiv ven", code="A", parent=above)
    done = confirmed(begun([["Nr.", "Indsats", "Hører under"], ["A", "Aktiv ven", "C"]], town, ada), ada)
    undo(done, by=ada)
    moved.refresh_from_db()
    assert moved.parent == above
