"""The plan of a preview is kept for its confirmation, and used only while all that it was made from stands."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from budgets.models import BudgetLine
from initiatives.models import Initiative
from organisation import writing
from organisation.models import ChangeRecord, Municipality, Provenance, User
from organisation.units import Unit
from portfolio.sheets import confirming, keeping
from portfolio.sheets.confirming import PreviewChanged, confirm
from portfolio.sheets.keeping import ToWrite, kept, previewed
from portfolio.sheets.models import TableImport
from portfolio.sheets.opening import opened
from portfolio.sheets.planning.plan import Plan
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.understanding import Correction
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, effects, preview

pytestmark = pytest.mark.usefixtures("files")
TKR = Correction(unit=Unit.TKR)
WIDE: Rows = [["Nr.", "Titel", "2017", "2018"], ["SO8", "Frivillighed", 2000, 2100], ["SO9", "Ældre", 3000, 0]]
FOLLOW_UP: Rows = [["Nr.", "Budgetlinje", "Oprindeligt budget", "Forbrug"], ["SO8", "Frivillighed", 2000, 900],
                   ["SO10", "Ny", 10, 5]]  # fmt: skip
INITIATIVES: Rows = [["Nr.", "Indsats", "Tilstand", "Periode", "Hører under", "Målgruppe", "Ansvarlig"],
                     ["SO8", "Aktive venner", "i gang", "2017-2018", "SO9", "Unge", "Ældrerådet"],
                     ["SO9", "Ny", "planlagt", "", "", "", "Frivilligcentret"]]  # fmt: skip
VALUES: Rows = [["Indikator", "Måleenhed", "Værdi", "Måledato", "Måltal", "Måldato"],
                ["Andel ensomme", "procent", "44,5 %", "2017", "40 %", "2020"],
                ["Tilfredse", "procent", "70 %", "2018", "", ""]]  # fmt: skip
OF_A_ROUND = Terms(decision="adopted", year=2018, as_of=date(2018, 9, 30), up_to=date(2018, 8, 31), round="BO3")


@pytest.fixture(autouse=True)
def all_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "FEWEST", 1)


def furnish(town: Municipality) -> None:
    """Rows that the sheets change, and that theirs point at."""
    line = factories.line(town, name="Frivillighed", code="SO8")
    factories.entry(line, 100, year=2017, decision_state="proposed")
    factories.initiative(town, "Aktiv ven", code="SO8", period_text="2016")
    factories.target_group(town, "Unge")
    factories.statement(line, 100, kind="actual", year=2018, as_of=date(2018, 9, 30), follow_up_round="BO3",
                        up_to=date(2018, 8, 31))  # fmt: skip
    factories.target(factories.indicator(town, "Andel ensomme"), 45, period_text="2020")


def told(plan: Plan | ToWrite) -> list[Any]:
    """What would be written: every column, links by what they lead to, and the cell of each."""
    places = {id(row): f"row {place}" for place, row in enumerate(_rows(plan))}
    rows = [(type(row).__name__, row.pk, str(row), _columns(row, places)) for row in _rows(plan)]
    return [rows, [(places[id(fact.row)], *fact[1:]) for fact in plan.facts]]


def _rows(plan: Plan | ToWrite) -> list[models.Model]:
    once = [list({id(row): row for row in rows}.values()) for rows in plan.writes.values()]
    return [row for rows in once for row in sorted(rows, key=lambda row: row.pk is not None)]


def _columns(row: models.Model, places: dict[int, str]) -> dict[str, Any]:
    found = {}
    for field in row._meta.concrete_fields:
        target = row._state.fields_cache.get(field.name)
        found[field.attname] = places.get(id(target)) or getattr(row, field.attname)
    return {name: value for name, value in found.items() if name not in keeping._NOT_KEPT}


SHEETS = [(WIDE, TKR, None), (FOLLOW_UP, TKR, OF_A_ROUND), (INITIATIVES, None, None), (VALUES, None, None)]


@pytest.mark.parametrize(("rows", "correction", "terms"), SHEETS)
def test_what_is_kept_is_what_was_planned(cast: Cast, rows: Rows, correction: Any, terms: Any) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    furnish(town)
    table = begun(rows, town, ada, correction=correction, terms=terms)
    plan = previewed(opened(table), ada)
    wanted = kept(TableImport.objects.get(), ada, plan.fingerprint)
    assert wanted is not None
    assert told(wanted) == told(plan)
    assert {row.pk is None for row in _rows(plan)} == {True, False}
    assert wanted.kind == opened(table).layout.kind
    assert dict(zip(("create", "change", "leave"), wanted.counts, strict=True)).items() >= effects(plan).items()


def test_it_is_confirmed_without_planning_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    known = factories.initiative(town, "Aktiv ven", code="SO8", period_text="2016")
    table = begun(INITIATIVES, town, ada)
    plan = previewed(opened(table), ada)
    with monkeypatch.context() as patch:
        patch.setattr(confirming, "opened", None)
        done = confirm(table, by=ada, fingerprint=plan.fingerprint)
    assert (done.created, done.changed, done.left) == (1, 1, 0)
    new = Initiative.objects.get(code="SO9")
    known.refresh_from_db()
    assert (known.title, known.state, known.parent, known.period_start) == (
        "Aktive venner", "ongoing", new, date(2017, 1, 1),
    )  # fmt: skip
    [record] = ChangeRecord.objects.of_row(known).filter(batch=done.batch)
    assert record.changes["title"] == ["Aktiv ven", "Aktive venner"]
    assert {fact.cell for fact in Provenance.objects.of_row(known)} >= {"B2", "C2", "D2", "E2"}
    assert effects(preview(begun([*INITIATIVES, []], town, ada), ada)) == {"leave": 2}


def test_the_rows_it_changes_are_read_once_and_told_as_they_stood(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    above = factories.initiative(town, "Gammel", code="SO7")
    known = factories.initiative(town, "Aktiv ven", code="SO8", period_text="2016", parent=above)
    table = begun(INITIATIVES, town, ada)
    plan = previewed(opened(table), ada)
    with CaptureQueriesContext(connection) as captured:
        done = confirm(table, by=ada, fingerprint=plan.fingerprint)
    read = [sql for query in captured if f'"initiatives_initiative"."id" IN ({known.pk})' in (sql := query["sql"])]
    assert len([sql for sql in read if '"initiatives_initiative"."summary"' in sql]) == 1
    [record] = ChangeRecord.objects.of_row(known).filter(batch=done.batch)
    new = Initiative.objects.get(code="SO9")
    assert record.changes["parent"] == [{"id": row.pk, "label": str(row)} for row in (above, new)]


def line_kept(cast: Cast) -> tuple[TableImport, User, str]:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    table = begun(WIDE, town, finn, correction=TKR)
    seen = previewed(opened(table), finn).fingerprint
    assert kept(table, finn, seen) is not None
    return table, finn, seen


def test_what_has_changed_meanwhile_is_planned_anew_and_told(cast: Cast) -> None:
    table, finn, seen = line_kept(cast)
    town = table.municipality
    writing.save(BudgetLine(municipality=town, name="Frivillighed", code="SO8", reference="so8"), by=finn)
    assert kept(table, finn, seen) is None
    with pytest.raises(PreviewChanged):
        confirm(table, by=finn, fingerprint=seen)
    assert BudgetLine.objects.count() == 1


def test_what_changed_without_a_word_in_the_preview_is_confirmed_all_the_same(cast: Cast) -> None:
    table, finn, seen = line_kept(cast)
    factories.initiative(table.municipality, "En anden")
    assert kept(table, finn, seen) is None
    confirm(table, by=finn, fingerprint=seen)
    assert BudgetLine.objects.count() == 2


def test_a_row_that_is_not_as_it_was_seen_is_planned_anew(cast: Cast) -> None:
    """Also where something was written past the history."""
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    known = factories.initiative(town, "Aktiv ven", code="SO8", period_text="2016")
    table = begun(INITIATIVES, town, ada)
    seen = previewed(opened(table), ada).fingerprint
    Initiative.objects.filter(pk=known.pk).update(title="Aktive naboer")
    assert kept(table, ada, seen) is None


def test_it_is_of_one_person_language_day_and_correction(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    table, finn, seen = line_kept(cast)
    assert kept(table, cast.koebenhavn["administrator"], seen) is None
    assert kept(table, finn, "0" * 64) is None
    with translation.override("en"):
        assert kept(table, finn, seen) is None
    table.terms = Terms(decision="adopted").as_json()
    assert kept(table, finn, seen) is None
    table.refresh_from_db()
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
    assert kept(table, finn, seen) is None


def test_what_somebody_else_has_written_into_it_is_not_read(cast: Cast) -> None:
    table, finn, seen = line_kept(cast)
    path = keeping._path(table)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))
    assert kept(table, finn, seen) is None
    confirm(table, by=finn, fingerprint=seen)
    assert BudgetLine.objects.count() == 2


def test_a_correction_waits_for_its_reason_and_is_planned_with_it(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    line = factories.line(town, name="Frivillighed", code="SO8")
    factories.entry(line, 2_000_000, by=finn, year=2017)
    table = begun([WIDE[0], ["SO8", "Frivillighed", 2500, None]], town, finn, correction=TKR,
                  terms=Terms(decision="adopted"))  # fmt: skip
    plan = previewed(opened(table), finn)
    assert plan.corrections == 1
    assert kept(table, finn, plan.fingerprint) is None
