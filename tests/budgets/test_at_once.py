"""Finance officers who post on the same line at the same moment lose nothing, on either engine."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from budgets import ledger
from budgets.entering import Amount, AmountsRefusedError, Outcome, RoundTerms, Terms, Wanted, set_amounts, set_readings
from budgets.models import BudgetLine, Entry, Statement, Transfer
from budgets.stating import revised_as_of, state_revised
from organisation import writing
from organisation.models import User
from organisation.units import Unit
from portfolio.audit import audit
from tests import factories
from tests.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)
MARCH = date(2018, 3, 31)


@pytest.fixture
def line(transactional_db: None) -> BudgetLine:
    return factories.line(factories.municipality())


@pytest.fixture
def people(line: BudgetLine) -> list[User]:
    users = [factories.user(f"finans{number}@kbh.invalid") for number in range(4)]
    for user in users:
        factories.member(user, line.municipality, "finance")
    return users


def ore(line: BudgetLine, day: date = date(2018, 12, 31)) -> int | None:
    found = revised_as_of(line, 2018, day)
    assert isinstance(found, ledger.Revised)
    return found.ore


def test_every_posting_counts(line: BudgetLine, people: list[User]) -> None:
    drafts = [[factories.entry(line, 10**turn * (n + 1)) for turn in range(5)] for n in range(len(people))]

    def post(user: User, entries: list[Entry]) -> None:
        for one in entries:
            one.post(by=user)

    acts = [partial(post, user, entries) for user, entries in zip(people, drafts, strict=True)]
    assert at_once(acts) == [None] * len(people)
    assert ore(line) == (1 + 2 + 3 + 4) * 11_111 * 100
    assert [finding for finding in audit() if finding.is_error] == []


def test_decisions_posted_at_once_leave_the_stated_budget_as_it_was(line: BudgetLine, people: list[User]) -> None:
    other = factories.line(line.municipality)
    for one, kroner in ((line, 5000), (other, 900)):
        state_revised(line=one, year=2018, ore=kroner * 100, as_of=MARCH, by=people[0], reason="Fra økonomisystemet")
    terms: dict[str, Any] = {"kind": "supplementary", "coverage": "cash_balance", "effective_text": "1. februar 2018"}
    drafts: list[Entry | Transfer] = [factories.entry(line, kroner, **terms) for kroner in (100, 20, 3)]
    transfer = Transfer(
        municipality=line.municipality, from_line=other, to_line=line, year=2018, amount_ore=40_000,
        decision_state="adopted", effective_text="2. februar 2018",
    )  # fmt: skip
    drafts.append(writing.save(transfer, by=None))
    acts = [partial(one.post, by=user) for one, user in zip(drafts, people, strict=True)]
    assert at_once(acts) == [None] * len(people)
    assert (ore(line, MARCH), ore(other, MARCH)) == (500_000, 90_000)
    found = revised_as_of(line, 2018, MARCH)
    assert isinstance(found, ledger.Revised)
    assert found.steps == {"supplementary": 12_300, "transfer": 40_000, "unspecified_change": 447_700}


def test_of_those_who_state_the_same_budget_at_once_one_writes(line: BudgetLine, people: list[User]) -> None:
    acts = [
        partial(state_revised, line=line, year=2018, ore=500_000, as_of=MARCH, by=user, reason="Fra økonomisystemet")
        for user in people
    ]
    answers = at_once(acts)
    assert answers.count(None) == len(people) - 1
    assert (ore(line, MARCH), Entry.objects.count()) == (500_000, 1)


def test_a_decision_posted_while_the_budget_is_stated_ends_in_the_stated_figure(
    line: BudgetLine, people: list[User]
) -> None:
    for turn in range(4):
        one = factories.line(line.municipality)
        draft = factories.entry(one, 100 + turn, effective_text="1. februar 2018")
        stating = partial(state_revised, line=one, year=2018, ore=500_000, as_of=MARCH, by=people[0], reason="Oplyst")
        answers = at_once([partial(draft.post, by=people[1]), stating])
        assert not [answer for answer in answers if isinstance(answer, Exception)]
        assert ore(one, MARCH) == 500_000


ADOPTED = Terms("adopted", "", Unit.KR)
BO1 = RoundTerms("BO1 2018", 2018, date(2018, 4, 30), Unit.KR, up_to=MARCH)


def save(line: BudgetLine, year: int, seen: int | None, typed: int, by: User, **terms: Any) -> Outcome:
    """As the grid does: what was typed over what was seen, in øre."""
    wanted = Wanted(None if seen is None else Amount(seen), Amount(typed))
    return set_amounts(wanted={(line.pk, year): wanted}, terms=ADOPTED, by=by, **terms)


def test_of_those_who_type_in_the_same_empty_cell_one_is_kept_and_the_others_told(
    line: BudgetLine, people: list[User]
) -> None:
    answers = at_once([partial(save, line, 2018, None, 100 * (n + 1), user) for n, user in enumerate(people)])
    assert len([one for one in answers if isinstance(one, Outcome)]) == 1
    assert len([one for one in answers if isinstance(one, AmountsRefusedError)]) == len(people) - 1
    winner = next(n for n, one in enumerate(answers) if isinstance(one, Outcome))
    assert Entry.objects.get().amount_ore == 100 * (winner + 1)


def test_a_posted_figure_that_several_correct_at_once_is_corrected_once(line: BudgetLine, people: list[User]) -> None:
    factories.entry(line, 1000, by=people[0])
    acts = [partial(save, line, 2018, 100_000, 90_000 + n, user, reason="Tastefejl") for n, user in enumerate(people)]
    answers = at_once(acts)
    winner = next(n for n, one in enumerate(answers) if isinstance(one, Outcome))
    assert len([one for one in answers if isinstance(one, AmountsRefusedError)]) == len(people) - 1
    assert (ore(line), Entry.objects.count()) == (90_000 + winner, 2)


def test_cells_of_different_years_saved_at_once_are_all_there(line: BudgetLine, people: list[User]) -> None:
    answers = at_once([partial(save, line, 2018 + n, None, 100 + n, user) for n, user in enumerate(people)])
    assert [type(one) for one in answers] == [Outcome] * len(people)
    assert sorted(Entry.objects.values_list("year", "amount_ore")) == [(2018 + n, 100 + n) for n in range(len(people))]


def test_of_those_who_state_the_same_forecast_at_once_one_is_kept(line: BudgetLine, people: list[User]) -> None:
    def state(user: User, amount: int) -> Outcome:
        wanted = {(line.pk, "forecast"): Wanted(None, Amount(amount))}
        return set_readings(wanted=wanted, terms=BO1, by=user, is_posted=True)

    answers = at_once([partial(state, user, 100 + n) for n, user in enumerate(people)])
    winner = next(n for n, one in enumerate(answers) if isinstance(one, Outcome))
    assert len([one for one in answers if isinstance(one, AmountsRefusedError)]) == len(people) - 1
    assert Statement.objects.get().amount_ore == 100 + winner


def draft_transfer(one: BudgetLine, other: BudgetLine, amount: int) -> Transfer:
    return writing.save(
        Transfer(
            municipality=one.municipality, from_line=one, to_line=other, year=2018, amount_ore=amount,
            decision_state="adopted", effective_text="1. juni 2018",
        ),
        by=None,
    )  # fmt: skip


def test_transfers_both_ways_at_once_move_what_they_say_and_nothing_more(line: BudgetLine, people: list[User]) -> None:
    """Posted from both ends: each waits for the lines in the same order, so that nobody locks anybody out."""
    other = factories.line(line.municipality)
    for one in (line, other):
        factories.entry(one, 1000, by=people[0])
    drafts = [draft_transfer(*((line, other) if n % 2 else (other, line)), 10**n) for n in range(4)]
    assert at_once([partial(one.post, by=user) for one, user in zip(drafts, people, strict=True)]) == [None] * 4
    assert (ore(line), ore(other)) == (100_000 + 1 - 10 + 100 - 1000, 100_000 - 1 + 10 - 100 + 1000)


@pytest.mark.parametrize("kind", ["transfer", "statement", "entry"])
def test_the_same_draft_is_posted_once(line: BudgetLine, people: list[User], kind: str) -> None:
    makers: dict[str, Callable[[], Entry | Statement | Transfer]] = {
        "transfer": lambda: draft_transfer(line, factories.line(line.municipality), 700),
        "statement": lambda: factories.statement(line, 7),
        "entry": lambda: factories.entry(line, 7),
    }
    draft = makers[kind]()
    mine = [type(draft)._base_manager.get(pk=draft.pk) for _user in people]
    answers = at_once([partial(one.post, by=user) for one, user in zip(mine, people, strict=True)])
    assert answers.count(None) == 1
    assert len([one for one in answers if isinstance(one, ValidationError)]) == len(people) - 1
    assert type(draft)._base_manager.get(pk=draft.pk).posted_by == people[answers.index(None)]
    assert ore(line) == {"transfer": -700, "statement": None, "entry": 700}[kind]
    assert [finding for finding in audit() if finding.is_error] == []


@pytest.mark.slow
def test_a_long_afternoon_of_everything_at_once(line: BudgetLine, people: list[User]) -> None:
    """Postings, transfers, grid saves and stated budgets on three lines, 40 of each person's at once, all accounted."""
    lines = [line, factories.line(line.municipality), factories.line(line.municipality)]
    for one in lines:
        factories.entry(one, 1000, by=people[0], effective_text="1. januar 2018")
    expected = {one.pk: 100_000 for one in lines}
    acts: list[list[Callable[[], object]]] = []
    for number, user in enumerate(people):
        chance, mine = random.Random(number), list[Callable[[], object]]()
        for turn in range(40):
            one, other = chance.sample(lines, 2)
            amount = chance.randrange(1, 10**9)
            if turn % 2:
                mine.append(partial(draft_transfer(one, other, amount).post, by=user))
                expected[one.pk] -= amount
                expected[other.pk] += amount
            else:
                terms: dict[str, Any] = {"kind": "supplementary", "coverage": "cash_balance"}
                draft = factories.entry(one, amount, effective_text="1. maj 2018", **terms)
                mine.append(partial(draft.post, by=user))
                expected[one.pk] += amount * 100
            mine.append(partial(save, one, 2020 + number, None, 500, user))
        acts.append(mine)

    def afternoon(mine: list[Callable[[], object]]) -> list[object]:
        answers: list[object] = []
        for act in mine:
            try:
                answers.append(act())
            except AmountsRefusedError as refused:
                answers.append(refused)
        return answers

    answers = at_once([partial(afternoon, mine) for mine in acts])
    assert not [one for one in answers if isinstance(one, Exception)]
    assert {one.pk: ore(one) for one in lines} == expected
    cells = Entry.objects.filter(year__gte=2020)
    assert cells.count() == len(set(cells.values_list("line", "year"))) == 12
    assert [finding for finding in audit() if finding.is_error] == []
