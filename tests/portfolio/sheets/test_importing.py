"""From a sheet to rows of the database, and back again."""

from __future__ import annotations

from datetime import date

import pytest

from budgets.models import BudgetLine, Entry, LineInitiative, Statement
from indicators.models import Indicator, IndicatorInitiative, Measurement, Target
from initiatives.models import Activity, Initiative, TargetGroup
from organisation import writing
from organisation.models import Body, ChangeRecord, ImportBatch, Membership, Provenance, User
from organisation.units import Unit
from portfolio.audit import audit
from portfolio.sheets.confirming import AlreadyImported, NotConfirmed, PreviewChanged, confirm
from portfolio.sheets.models import ImportState
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.understanding import Correction
from portfolio.sheets.undoing import NotUndone, obstacles, undo
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, changes, confirmed, effects, preview

TKR = Correction(unit=Unit.TKR)
WIDE: Rows = [["Nr.", "Titel", "2017", "2018"], ["SO8", "Frivillighed", 2000, 2000], ["SO9", "Ældre", 3000, 0]]
pytestmark = pytest.mark.usefixtures("files")


def test_a_budget_of_years_becomes_lines_and_drafts_that_know_their_cells(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    table = begun(WIDE, town, finn, correction=TKR, terms=Terms(decision="adopted"))
    plan = preview(table, finn)
    assert (effects(plan), plan.problems, plan.questions) == ({"create": 2}, [], [])
    assert changes(plan)[:2] == [("C2", "", "2.000 t.kr."), ("D2", "", "2.000 t.kr.")]
    done = confirmed(table, finn)
    lines = BudgetLine.objects.order_by("position")
    assert [(line.code, line.name, line.reference) for line in lines] == [
        ("SO8", "Frivillighed", "so8"), ("SO9", "Ældre", "so9"),
    ]  # fmt: skip
    entries = Entry.objects.order_by("line__position", "year")
    assert [(one.year, one.amount_ore, one.value_state, one.is_posted) for one in entries] == [
        (2017, 200_000_000, "value", False), (2018, 200_000_000, "value", False),
        (2017, 300_000_000, "value", False), (2018, 0, "zero", False),
    ]  # fmt: skip
    [source] = Provenance.objects.of_row(entries[3])
    assert (source.sheet, source.cell, source.quote, source.batch) == ("Ark1", "D3", "0", done.batch)
    assert (done.state, done.created, done.changed, done.left) == (ImportState.CONFIRMED, 2, 0, 0)
    assert ChangeRecord.objects.filter(batch=done.batch, content_type__model="entry").count() == 4
    assert [finding for finding in audit() if finding.is_error] == []


def test_the_same_figures_again_change_nothing_and_others_are_shown_cell_by_cell(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    confirmed(begun(WIDE, town, finn, correction=TKR), finn)
    again = begun([*WIDE, [], ["*) note"]], town, finn, correction=TKR)
    assert effects(preview(again, finn)) == {"leave": 2}
    other: Rows = [WIDE[0], [" so8.", "FRIVILLIGHED", 2500, None], WIDE[2]]
    plan = preview(begun(other, town, finn, correction=TKR), finn)
    assert (effects(plan), changes(plan)) == (
        {"change": 1, "leave": 1}, [("C2", "2.000 t.kr.", "2.500 t.kr.")],
    )  # fmt: skip


def test_the_amounts_of_one_cell_are_of_the_lines_that_its_name_lists_also_when_it_comes_again(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [["Nr.", "Indsats", "2018 (mio. kr.)"], ["3.3", "Job\n- IPS\n- PEERS", "1,7\n1,0"]]
    confirmed(begun(rows, town, finn), finn)
    names = list(BudgetLine.objects.filter(municipality=town, name__in=["IPS", "PEERS"]).order_by("name"))
    assert [(line.name, line.code, line.entries.get().amount_ore) for line in names] == [
        ("IPS", "", 170_000_000),
        ("PEERS", "", 100_000_000),
    ]
    again = preview(begun([*rows, ["9", "Ny", 1]], town, finn), finn)
    assert effects(again) == {"create": 1, "leave": 2}


def test_two_points_of_one_name_are_one_line_and_an_error(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [["Nr.", "Indsats", "2018 (mio. kr.)"], ["3.3", "Job\n- IPS\n- IPS", "1,7\n1,0"]]
    plan = preview(begun(rows, town, finn), finn)
    assert [problem.address for problem in plan.errors] == ["C2"]


def test_a_posted_figure_stands_and_is_corrected_with_a_reason(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    line = factories.line(town, name="Frivillighed", code="SO8")
    posted = factories.entry(line, 2_000_000, by=finn, year=2017)
    table = begun([WIDE[0], ["SO8", "Frivillighed", 2500, None]], town, finn, correction=TKR,
                  terms=Terms(decision="adopted"))  # fmt: skip
    plan = preview(table, finn)
    assert (plan.corrections, changes(plan)) == (1, [("C2", "2.000 t.kr.", "2.500 t.kr.")])
    with pytest.raises(NotConfirmed, match="Skriv hvorfor"):
        confirmed(table, finn)
    confirmed(table, finn, reason="Fejl i første udgave")
    posted.refresh_from_db()
    correction = Entry.objects.get(kind="correction")
    assert posted.amount_ore == 200_000_000
    assert (correction.corrects, correction.amount_ore, correction.is_posted) == (posted, 50_000_000, False)
    assert effects(preview(begun([WIDE[0], ["SO8", "", 2500, None], ["", "", "", ""]], town, finn, correction=TKR,
                                 terms=Terms(decision="adopted")), finn)) == {"leave": 1}  # fmt: skip


def test_a_follow_up_becomes_readings_of_its_day(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    line = factories.line(town, name="Frivillighed", code="SO8")
    rows: Rows = [["Nr.", "Budgetlinje", "Oprindeligt budget", "Forbrug", "Forventet regnskab"],
            ["SO8", "Frivillighed", 2000, 900, "2.100"]]  # fmt: skip
    terms = Terms(decision="adopted", year=2018, as_of=date(2018, 9, 30), up_to=date(2018, 8, 31), round="BO3")
    confirmed(begun(rows, town, finn, correction=TKR, terms=terms), finn)
    found = {one.kind: one for one in Statement.objects.filter(line=line)}
    assert (found["actual"].amount_ore, found["actual"].up_to) == (90_000_000, date(2018, 8, 31))
    assert (found["forecast"].amount_ore, found["forecast"].follow_up_round) == (210_000_000, "BO3")
    assert Entry.objects.get(line=line).amount_ore == 200_000_000


def test_long_rows_are_one_line_and_the_same_place_twice_is_an_error(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [["Kode", "Budgetlinje", "År", "Beløb i kr."], ["A1", "Løn", 2018, 5000], ["A1", "Løn", 2019, 6000]]
    plan = preview(begun(rows, town, finn), finn)
    assert len(plan.writes[BudgetLine]) == 1
    twice = preview(begun([*rows, ["a1", "Løn", 2018, 7000]], town, finn), finn)
    assert [(problem.address, "D2" in problem.reason) for problem in twice.errors] == [("D4", True)]
    assert not twice.may_be_confirmed


def test_kinds_of_money_side_by_side_are_one_error_for_all_rows(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    rows: Rows = [["", "", "Drift", "Anlæg"], ["Nr.", "Budgetlinje", 2018, 2018],
                  ["A", "Leg", 5, 6], ["B", "Løb", 7, 8]]  # fmt: skip
    plan = preview(begun(rows, town, finn, correction=TKR), finn)
    assert [one.address for one in plan.errors] == ["D1"]


def test_a_reference_that_is_written_in_another_way_is_found_again(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    head = ["Reference", "Budgetlinje", "År", "Beløb i kr."]
    rows: Rows = [head, ["SO 8", "Løn", 2018, 5000], ["SO 8", "Løn", 2019, 6000]]
    confirmed(begun(rows, town, finn), finn)
    assert [line.reference for line in BudgetLine.objects.all()] == ["so-8"]
    assert effects(preview(begun([*rows, []], town, finn), finn)) == {"leave": 2}


def test_a_reference_with_a_mark_in_it_is_not_that_of_another_row(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.line(town, name="Lyt", reference="11")
    rows: Rows = [["Reference", "Budgetlinje", "2018 (kr.)"], ["1.1", "Leg", 5], ["11", "Lyt", 6]]
    confirmed(begun(rows, town, finn), finn)
    lines = BudgetLine.objects.values_list("reference", "name", "entries__amount_ore")
    assert sorted(lines) == [("1-1", "Leg", 500), ("11", "Lyt", 600)]
    assert effects(preview(begun([*rows, []], town, finn), finn)) == {"leave": 2}


def test_the_public_address_is_made_of_what_ends_as_the_title(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn.administrator
    rows: Rows = [["Navn", "Indsats", "Start"], ["Emma Gad", "Bostøtte", "1/2-18"], ["Solsikken", "Bostøtte", "1/3-18"]]
    confirmed(begun(rows, town, ada), ada)
    assert [(one.title, one.reference) for one in Initiative.objects.order_by("pk")] == [
        ("Bostøtte", "bostoette"), ("Bostøtte", "bostoette-2"),
    ]  # fmt: skip


def test_initiatives_are_found_by_code_and_asked_for_when_several_have_the_name(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    known = factories.initiative(town, "Aktiv ven", code="SO8")
    for reference in ("en", "to"):
        factories.initiative(town, "Café", reference=reference)
    rows: Rows = [["Nr.", "Indsats", "Tilstand", "Periode"], ["so8", "Aktive venner", "i gang", "2017-2018"],
            ["", "Café", "planlagt", ""], ["SO9", "Ny", "venter på svar", ""]]  # fmt: skip
    plan = preview(begun(rows, town, ada), ada)
    assert changes(plan)[:3] == [("B2", "Aktiv ven", "Aktive venner"), ("C2", "ikke angivet", "i gang"),
                                 ("D2", "", "2017-2018")]  # fmt: skip
    assert [[value for value, _words in question.choices] for question in plan.questions] == [["en", "to", "new"]]
    assert not plan.may_be_confirmed
    answered = begun(rows, town, ada, correction=Correction(answers={"row:3": "to"}))
    confirmed(answered, ada)
    known.refresh_from_db()
    assert (known.title, known.state, known.period_text) == ("Aktive venner", "ongoing", "2017-2018")
    assert [Initiative.objects.get(reference=one).state for one in ("en", "to")] == ["not_stated", "planned"]
    made = Initiative.objects.get(code="SO9")
    assert (made.state, made.state_note, made.approval) == ("not_stated", "venter på svar", "draft")


def test_values_and_targets_are_drafts_and_what_is_approved_is_replaced(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    indicator = factories.indicator(town, "Andel ensomme")
    approved = factories.measurement(indicator, 45, by=ada, effective_text="2017", n=1000)
    rows: Rows = [["Indikator", "Måleenhed", "Værdi", "Måledato", "Måltal", "Måldato"],
            ["Andel ensomme", "procent", "44 %", "2017", "40 %", "2020"],
            ["Tilfredse", "procent", "70 %", "2018", "", ""]]  # fmt: skip
    table = begun(rows, town, ada)
    plan = preview(table, ada)
    assert (plan.errors, plan.corrections) == ([], 1)
    confirmed(table, ada, reason="Opgjort igen")
    approved.refresh_from_db()
    newer = Measurement.objects.get(replaces=approved)
    assert [str(row.value).rstrip("0.") for row in (approved, newer)] == ["45", "44"]
    assert newer.approval == "draft"
    assert Target.objects.get().value == 40
    assert Indicator.objects.get(name="Tilfredse").unit == "percent"
    assert effects(preview(begun([*rows, []], town, ada), ada)) == {"leave": 2}


def test_a_hidden_share_is_kept_in_its_words_and_fewer_than_one_is_none(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    head = ["Indikator", "Måleenhed", "Værdi", "Måledato"]
    rows: Rows = [head, ["Ensomme", "procent", "<5 %", "2018"], ["Job", "antal", "<5", "2018"],
                  ["Fald", "antal", "<1", "2018"]]  # fmt: skip
    confirmed(begun(rows, town, ada), ada)
    said = [(one.raw, one.value, one.low, one.high, one.qualifier) for one in Measurement.objects.order_by("pk")]
    assert said == [("<5 %", None, None, None, "words"), ("<5", None, 1, 4, "interval"), ("<1", 0, None, None, "exact")]
    assert effects(preview(begun([*rows, []], town, ada), ada)) == {"leave": 3}
    other = preview(begun([head, ["Ensomme", "procent", "<3 %", "2018"]], town, ada), ada)
    assert changes(other) == [("C2", "<5 %", "<3 %")]
    below_none = preview(begun([head, ["Fald", "antal", "<0", "2018"]], town, ada), ada)
    assert [one.address for one in below_none.errors] == ["C2"]


def test_activities_bodies_and_target_groups_have_sheets_too(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    initiative = factories.initiative(town, "Aktiv ven", code="SO8")
    confirmed(begun([["Indsats", "Aktivitet", "Tilstand"], ["SO8", "Åbent hus", "planlagt"]], town, ada), ada)
    confirmed(begun([["Organisation", "Type"], ["Ældrerådet", "råd"]], town, ada), ada)
    confirmed(begun([["Målgruppe", "Andre navne"], ["Unge under 25", "Unge"]], town, ada), ada)
    assert Activity.objects.get().initiative == initiative
    assert TargetGroup.objects.get().aliases == "Unge"
    assert Body.objects.get(name="Ældrerådet").kind == "advisory_council"


def test_two_who_confirm_the_same_do_not_double_it(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    table = begun(WIDE, town, finn, correction=TKR)
    seen = preview(table, finn).fingerprint
    confirm(table, by=finn, fingerprint=seen)
    with pytest.raises(AlreadyImported, match="Finn"):
        confirm(table, by=cast.koebenhavn["administrator"], fingerprint=seen)
    assert (BudgetLine.objects.count(), ImportBatch.objects.count()) == (2, 1)


def test_what_has_changed_since_the_preview_is_shown_anew(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    line = factories.line(town, name="Frivillighed", code="SO8")
    table = begun(WIDE, town, finn, correction=TKR)
    seen = preview(table, finn).fingerprint
    factories.entry(line, 100, year=2017, decision_state="proposed")
    with pytest.raises(PreviewChanged, match="ændret"):
        confirm(table, by=finn, fingerprint=seen)
    assert (BudgetLine.objects.count(), ImportBatch.objects.count()) == (1, 0)
    confirmed(table, finn)


def test_an_import_is_taken_back_to_what_was(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    known = factories.initiative(town, "Aktiv ven", code="SO8", period_text="2016")
    rows: Rows = [["Nr.", "Indsats", "Periode"], ["SO8", "Aktive venner", "2017"], ["SO9", "Ny", "2018"]]
    done = confirmed(begun(rows, town, ada), ada)
    undone = undo(done, by=ada)
    known.refresh_from_db()
    assert (known.title, known.period_text, known.period_start) == ("Aktiv ven", "2016", date(2016, 1, 1))
    assert list(Initiative.objects.all()) == [known]
    assert not Provenance.objects.filter(batch=done.batch).exists()
    assert (undone.state, undone.undone_by) == (ImportState.UNDONE, ada)
    assert [finding for finding in audit() if finding.is_error] == []
    confirmed(begun(rows, town, ada), ada)
    assert Initiative.objects.count() == 2


def test_an_import_that_something_builds_on_stays_and_says_what(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    done = confirmed(begun(WIDE, town, finn, correction=TKR), finn)
    Entry.objects.get(line__code="SO8", year=2018).post(by=finn)
    factories.statement(BudgetLine.objects.get(code="SO9"), 500)
    with pytest.raises(NotUndone) as refused:
        undo(done, by=finn)
    said = [str(obstacle) for obstacle in refused.value.obstacles]
    assert any("Frivillighed" in one and "Finn" in one for one in said), said
    assert any("Ældre" in one for one in said), said
    assert Entry.objects.count() == 4


def test_an_import_is_taken_back_after_the_later_one_was_but_not_after_a_change_by_hand(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    head: Rows = [["Nr.", "Budgetlinje", "2018 (t.kr.)"]]
    first = confirmed(begun([*head, ["1", "Leg", 500]], town, finn), finn)
    later = confirmed(begun([*head, ["1", "Leg", 600]], town, finn), finn)
    undo(later, by=finn)
    assert obstacles(first) == []
    entry = Entry.objects.get()
    entry.amount_ore = 55_000_000
    writing.save(entry, by=finn)
    # The change by hand is not the import's, though a later import began from it and was taken back to it.
    undo(confirmed(begun([*head, ["1", "Leg", 700]], town, finn), finn), by=finn)
    with pytest.raises(NotUndone):
        undo(first, by=finn)
    entry.refresh_from_db()
    entry.amount_ore, entry.raw = 50_000_000, "500"
    writing.save(entry, by=finn)
    undo(first, by=finn)
    assert not Entry.objects.exists()


def test_an_import_is_taken_back_by_who_made_it_and_by_administrators(cast: Cast) -> None:
    town, finn, ada = cast.koebenhavn.municipality, cast.koebenhavn["finance"], cast.koebenhavn["administrator"]
    done = confirmed(begun(WIDE, town, finn, correction=TKR), finn)
    for role in ("caseworker", "manager"):
        with pytest.raises(NotUndone, match="den, der importerede"):
            undo(done, by=cast.koebenhavn[role])
    assert BudgetLine.objects.count() == 2
    for by in (finn, ada):
        undo(done, by=by)
        with pytest.raises(NotUndone, match="allerede"):
            undo(done, by=by)
        assert not BudgetLine.objects.exists()
        done = confirmed(begun(WIDE, town, finn, correction=TKR), finn)


def test_who_may_not_write_of_money_any_more_does_not_take_it_back(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    done = confirmed(begun(WIDE, town, finn, correction=TKR), finn)
    held = Membership.objects.get(user=finn)
    held.role, held.body = "caseworker", cast.koebenhavn.department
    writing.save(held, by=None)
    with pytest.raises(NotUndone, match="den, der importerede"):
        undo(done, by=User.objects.get(pk=finn.pk))
    assert BudgetLine.objects.count() == 2


def test_only_what_one_may_change_is_imported(cast: Cast) -> None:
    town = cast.koebenhavn.municipality
    carl, mine = cast.koebenhavn["caseworker"], factories.initiative(town, "Min egen", code="A")
    factories.owner(mine, cast.koebenhavn.department)
    factories.initiative(town, "En andens", code="B")
    rows: Rows = [
        ["Nr.", "Indsats", "Periode"],
        ["A", "Min egen", "2018"],
        ["B", "En andens", "2018"],
        ["C", "Ny", "2018"],
    ]
    plan = preview(begun(rows, town, carl), carl)
    assert [problem.address for problem in plan.errors] == ["B3", "B4"]
    assert effects(preview(begun(rows[:2], town, carl), carl)) == {"change": 1}
    assert preview(begun(WIDE, town, carl, correction=TKR), carl).errors[0].advice


def test_values_and_targets_are_only_of_an_indicator_that_one_may_change(cast: Cast) -> None:
    town, carl = cast.koebenhavn.municipality, cast.koebenhavn["caseworker"]
    mine = factories.initiative(town, "Min egen")
    factories.owner(mine, cast.koebenhavn.department)
    factories.indicator(town, "Fremmed")
    own = factories.indicator(town, "Egen")
    writing.save(IndicatorInitiative(municipality=town, indicator=own, initiative=mine), by=None)
    head = ["Indikator", "Værdi", "Måledato", "Måltal", "Måldato"]
    plan = preview(begun([head, ["Fremmed", 5, "2018", 9, "2020"], ["Egen", 5, "2018", 9, "2020"]], town, carl), carl)
    assert [(problem.address, problem.reason) for problem in plan.errors] == [("A2", "Du må ikke ændre “Fremmed”.")]
    assert not plan.may_be_confirmed
    assert preview(begun([head, ["Egen", 5, "2018", 9, "2020"]], town, carl), carl).may_be_confirmed


def test_a_row_of_another_municipality_is_an_error(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn["administrator"]
    rows: Rows = [["Kommunekode", "Indsats"], [101, "Her"], ["0751", "Der"]]
    plan = preview(begun(rows, town, ada), ada)
    assert [(problem.address, "København" in problem.reason) for problem in plan.errors] == [("A3", True)]


def test_a_line_serves_the_initiatives_that_its_row_names(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    initiative = factories.initiative(town, "Aktiv ven", reference="aktiv-ven")
    rows: Rows = [["Budgetlinje", "Indsats", "2018"], ["Løn", "aktiv-ven; ukendt", 500]]
    table = begun(rows, town, finn, correction=TKR)
    assert [problem.address for problem in preview(table, finn).warnings] == ["B2"]
    confirmed(table, finn)
    assert LineInitiative.objects.get().initiative == initiative


def test_rows_of_the_same_name_are_one_and_that_is_told(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn.administrator
    rows: Rows = [["Målgruppe", "Andre navne"], ["Unge", "Ungdom"], [" unge ", "De unge"], ["Ældre", None]]
    table = begun(rows, town, ada)
    told = [(one.address, one.reason) for one in preview(table, ada).warnings]
    assert told == [("A3", "Række 2 har samme navn: de læses som én, og det, der står sidst, gælder.")]
    confirmed(table, ada)
    assert sorted(TargetGroup.objects.values_list("name", "aliases")) == [("Unge", "De unge"), ("Ældre", "")]


def test_an_indicator_comes_back_with_each_of_its_values(cast: Cast) -> None:
    town, ada = cast.koebenhavn.municipality, cast.koebenhavn.administrator
    rows: Rows = [
        ["Indikator", "Måleenhed", "Værdi", "Målt"],
        ["Unge", "antal", 5, "2017"],
        ["Unge", "antal", 6, "2018"],
    ]
    plan = preview(begun(rows, town, ada), ada)
    assert (plan.problems, plan.questions) == ([], [])
    assert len(plan.writes[Measurement]) == 2
