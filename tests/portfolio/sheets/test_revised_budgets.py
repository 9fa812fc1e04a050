"""The revised budget of a follow-up is stated where the amounts do not come to it; its draft says what is missing."""

from __future__ import annotations

from datetime import date

import pytest

from budgets.models import BudgetLine, Entry, EntryKind
from budgets.stating import revised_as_of, state_revised
from organisation.units import Unit
from portfolio.audit import audit
from portfolio.sheets.confirming import NotConfirmed
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.understanding import Correction
from portfolio.sheets.undoing import NotUndone, undo
from tests import factories
from tests.cast import Cast
from tests.files.builders import Rows
from tests.portfolio.sheets.importing import begun, changes, confirmed, effects, preview

TKR = Correction(unit=Unit.TKR)
DAY = date(2018, 9, 30)
TERMS = Terms(decision="adopted", year=2018, as_of=DAY, up_to=date(2018, 8, 31), round="BO3")
HEAD = ["Nr.", "Budgetlinje", "Oprindeligt budget", "Korrigeret budget", "Forbrug"]
ROWS: Rows = [HEAD, ["1", "Leg", 2000, 2100, 900], ["2", "Lyt", 1000, 1000, 300]]
pytestmark = pytest.mark.usefixtures("files")


def revised_of(code: str, day: date = DAY) -> int | None:
    found = revised_as_of(BudgetLine.objects.get(code=code), 2018, day)
    return getattr(found, "ore", None)


def stated() -> Entry:
    return Entry.objects.get(states_ore__isnull=False)


@pytest.mark.parametrize("first", ["original", "unspecified_change"])
def test_the_stated_figure_is_the_revised_budget_whichever_draft_is_posted_first(cast: Cast, first: str) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    table = begun(ROWS, town, finn, correction=TKR, terms=TERMS)
    assert ("D2", "", "2.100 t.kr.") in changes(preview(table, finn))
    assert "D3" not in [address for address, _old, _new in changes(preview(table, finn))]
    confirmed(table, finn)
    draft = stated()
    assert (draft.kind, draft.states_ore, draft.amount_ore, draft.is_posted) == (
        "unspecified_change", 210_000_000, 10_000_000, False,
    )  # fmt: skip
    for entry in sorted(Entry.objects.filter(line__code="1"), key=lambda entry: entry.kind != first):
        entry.post(by=finn)
    assert revised_of("1") == 210_000_000
    assert [finding for finding in audit() if finding.is_error] == []


def test_the_same_follow_up_again_states_nothing_new(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    confirmed(begun(ROWS, town, finn, correction=TKR, terms=TERMS), finn)
    again = begun([*ROWS, []], town, finn, correction=TKR, terms=TERMS)
    assert effects(preview(again, finn)) == {"leave": 2}
    for entry in Entry.objects.order_by("pk"):
        entry.post(by=finn)
    assert effects(preview(again, finn)) == {"leave": 2}


def test_another_figure_of_the_day_mends_the_draft_and_corrects_what_is_posted(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    confirmed(begun(ROWS, town, finn, correction=TKR, terms=TERMS), finn)
    other: Rows = [HEAD, ["1", "Leg", 2000, 2300, 900]]
    table = begun(other, town, finn, correction=TKR, terms=TERMS)
    assert changes(preview(table, finn)) == [("D2", "2.100 t.kr.", "2.300 t.kr.")]
    confirmed(table, finn)
    assert (stated().states_ore, stated().amount_ore) == (230_000_000, 30_000_000)
    for entry in Entry.objects.order_by("pk"):
        entry.post(by=finn)
    third = begun([HEAD, ["1", "Leg", 2000, 2200, 900]], town, finn, correction=TKR, terms=TERMS)
    with pytest.raises(NotConfirmed):
        confirmed(third, finn)
    confirmed(third, finn, reason="Trykfejl")
    correction = Entry.objects.get(kind=EntryKind.CORRECTION)
    assert (revised_of("1"), correction.amount_ore) == (230_000_000, -10_000_000)
    correction.post(by=finn)
    assert revised_of("1") == 220_000_000
    assert [finding for finding in audit() if finding.is_error] == []


def test_a_figure_that_somebody_has_stated_since_is_corrected_when_the_draft_is_posted(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    confirmed(begun(ROWS, town, finn, correction=TKR, terms=TERMS), finn)
    line = BudgetLine.objects.get(code="1")
    state_revised(line=line, year=2018, ore=205_000_000, as_of=DAY, by=finn, reason="Opfølgning")
    stated().post(by=finn)
    assert (revised_of("1"), stated().kind) == (210_000_000, "correction")
    assert [finding for finding in audit() if finding.is_error] == []


def test_a_stated_revised_budget_is_taken_back_with_its_import_until_it_is_posted(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.line(town, name="Leg", code="1")
    only: Rows = [["Nr.", "Budgetlinje", "Korrigeret budget", "Forbrug"], ["1", "Leg", 2100, 900]]
    done = confirmed(begun(only, town, finn, correction=TKR, terms=TERMS), finn)
    undo(done, by=finn)
    assert not Entry.objects.exists()
    done = confirmed(begun(only, town, finn, correction=TKR, terms=TERMS), finn)
    stated().post(by=finn)
    with pytest.raises(NotUndone):
        undo(done, by=finn)


def test_after_its_year_the_figure_is_of_the_last_day_and_before_it_an_error(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    late = Terms(decision="adopted", year=2018, as_of=date(2019, 2, 1), up_to=date(2018, 12, 31), round="R")
    early = Terms(decision="adopted", year=2018, as_of=date(2017, 12, 1), up_to=date(2017, 12, 1), round="R")
    assert [one.address for one in preview(begun(ROWS, town, finn, correction=TKR, terms=early), finn).errors] == [
        "D2", "D3",
    ]  # fmt: skip
    confirmed(begun(ROWS, town, finn, correction=TKR, terms=late), finn)
    assert stated().effective_start == date(2018, 12, 31)


def test_a_follow_up_is_of_an_adopted_budget_when_nobody_says_otherwise(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    # Without what has been spent: of that somebody must say the day.
    title: Rows = [["Budgetopfølgning 2018"], *(row[:-1] for row in ROWS)]
    confirmed(begun(title, town, finn, correction=TKR), finn)
    assert {entry.decision_state for entry in Entry.objects.all()} == {"adopted"}
