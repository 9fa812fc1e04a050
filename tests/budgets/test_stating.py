"""A revised budget that is typed before its decisions are known, and a year that is over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from budgets.decision_sums import by_decision
from budgets.ledger import Revised
from budgets.models import BudgetLine, Entry, EntryKind, Transfer
from budgets.stating import revised_as_of, state_revised
from budgets.year_sums import year_sum
from organisation import writing
from organisation.models import User
from tests import factories

pytestmark = pytest.mark.django_db
MARCH = date(2018, 3, 31)


@pytest.fixture
def finance() -> User:
    return factories.user("finn@kommune.invalid")


@pytest.fixture
def line() -> BudgetLine:
    return factories.line(factories.municipality())


def budget(line: BudgetLine, day: date = MARCH, year: int = 2018) -> dict[str, int]:
    found = revised_as_of(line, year, day)
    assert isinstance(found, Revised)
    return {"revised": (found.ore or 0) // 100} | {kind: ore // 100 for kind, ore in found.steps.items()}


def state(line: BudgetLine, kroner: int, by: User, day: date = MARCH) -> Entry | None:
    return state_revised(line=line, year=2018, ore=kroner * 100, as_of=day, by=by, reason="Fra økonomisystemet")


def test_the_difference_is_one_entry(line: BudgetLine, finance: User) -> None:
    factories.entry(line, 1000, by=finance, effective_text="12. oktober 2017")
    entry = state(line, 1200, finance)
    assert entry is not None
    assert (entry.kind, entry.amount_ore, entry.is_posted, entry.effective_start) == (
        EntryKind.UNSPECIFIED, 20_000, True, MARCH,
    )  # fmt: skip
    assert entry.get_kind_display() == "ændring, ikke specificeret"
    assert budget(line) == {"revised": 1200, "original": 1000, "unspecified_change": 200}
    assert state(line, 1200, finance) is None
    assert budget(line, date(2018, 3, 30))["revised"] == 1000


def test_stated_again_for_the_same_day_it_is_corrected_and_still_one(line: BudgetLine, finance: User) -> None:
    state(line, 1200, finance)
    again = state(line, 1150, finance)
    assert again is not None
    assert (again.kind, again.amount_ore) == (EntryKind.CORRECTION, -5000)
    assert budget(line) == {"revised": 1150, "unspecified_change": 1150}
    assert Entry.objects.filter(kind=EntryKind.UNSPECIFIED).count() == 1


def test_decisions_up_to_the_day_take_its_place_and_later_ones_add(line: BudgetLine, finance: User) -> None:
    state(line, 1200, finance)
    factories.entry(line, 1000, by=finance)
    terms: dict[str, Any] = {"by": finance, "kind": "supplementary", "coverage": "cash_balance"}
    factories.entry(line, 150, effective_text="1. marts 2018", **terms)
    assert budget(line) == {"revised": 1200, "original": 1000, "supplementary": 150, "unspecified_change": 50}
    factories.entry(line, 70, effective_text="24. maj 2018", **terms)
    assert budget(line)["revised"] == 1200
    assert budget(line, date(2018, 6, 1)) == {
        "revised": 1270, "original": 1000, "supplementary": 220, "unspecified_change": 50,
    }  # fmt: skip


def test_a_transfer_takes_its_place_on_both_lines(line: BudgetLine, finance: User) -> None:
    other = factories.line(line.municipality)
    state(line, 900, finance)
    state(other, 300, finance)
    row = Transfer(
        municipality=line.municipality, from_line=line, to_line=other, year=2018, amount_ore=10_000,
        decision_state="adopted", effective_text="1. februar 2018",
    )  # fmt: skip
    writing.save(row, by=finance)
    row.post(by=finance)
    assert budget(line) == {"revised": 900, "unspecified_change": 1000, "transfer": -100}
    assert budget(other) == {"revised": 300, "unspecified_change": 200, "transfer": 100}


def test_of_two_statements_the_first_that_held_the_decision_shrinks(line: BudgetLine, finance: User) -> None:
    state(line, 1000, finance)
    state(line, 1300, finance, date(2018, 8, 31))
    factories.entry(line, 250, by=finance, kind="supplementary", coverage="not_assigned", effective_text="24. maj 2018")
    assert budget(line)["revised"] == 1000
    assert budget(line, date(2018, 8, 31)) == {"revised": 1300, "supplementary": 250, "unspecified_change": 1050}


def lacking(line: BudgetLine, day: date = MARCH) -> list[int]:
    """How many amounts the revised budget is said to lack: folded, summed of the year and summed of all."""
    found = revised_as_of(line, 2018, day)
    assert isinstance(found, Revised)
    year = year_sum(BudgetLine.objects.filter(pk=line.pk), 2018, as_of=day)
    return [found.not_stated, year.not_stated, sum(one.not_stated for one in by_decision([line.pk], as_of=day))]


def test_what_is_not_stated_is_held_by_a_revised_budget_stated_on_its_day_or_later(
    line: BudgetLine, finance: User
) -> None:
    terms: dict[str, Any] = {"by": finance, "value_state": "not_stated", "amount_ore": None, "raw": ""}
    more = terms | {"kind": "supplementary", "coverage": "cash_balance"}
    factories.entry(line, **terms)
    assert lacking(line) == [1, 1, 1]
    state(line, 1000, finance)
    factories.entry(line, effective_text="31. marts 2018", **more)
    assert lacking(line) == [0, 0, 0]
    found = revised_as_of(line, 2018, MARCH)
    assert isinstance(found, Revised)
    assert found.originally is not None
    assert (found.ore, found.original, found.originally.not_stated) == (100_000, None, 1)
    factories.entry(line, effective_text="1. april 2018", **more)
    assert lacking(line, date(2018, 6, 1)) == [1, 1, 1]


def test_that_the_revised_budget_is_0_is_written_where_its_amounts_were_not_stated(
    line: BudgetLine, finance: User
) -> None:
    factories.entry(line, by=finance, value_state="not_stated", amount_ore=None, raw="")
    made = state(line, 0, finance)
    assert made is not None
    assert (made.amount_ore, lacking(line), state(line, 0, finance)) == (0, [0, 0, 0], None)


def test_drafts_and_proposals_replace_nothing(line: BudgetLine, finance: User) -> None:
    state(line, 1000, finance)
    factories.entry(line, 70)
    factories.entry(line, 80, by=finance, decision_state="proposed")
    assert budget(line) == {"revised": 1000, "unspecified_change": 1000}


def test_the_day_lies_in_the_year(line: BudgetLine, finance: User) -> None:
    with pytest.raises(ValidationError, match="ligger i budgetåret"):
        state(line, 1000, finance, date(2019, 1, 1))


def test_a_closed_year_is_not_changed_by_a_later_decision(line: BudgetLine, finance: User) -> None:
    factories.entry(line, 1000, by=finance)
    with pytest.raises(ValidationError, match="Overfør pengene i stedet"):
        factories.entry(
            line, 50, by=finance, kind="supplementary", coverage="cash_balance", effective_text="15. januar 2019"
        )
    factories.entry(line, 50, by=finance, kind="carry_over", year=2019, effective_text="26. april 2019")
    assert budget(line, date(2019, 12, 31)) == {"revised": 1000, "original": 1000}
    assert budget(line, date(2019, 12, 31), 2019) == {"revised": 50, "carry_over": 50}
