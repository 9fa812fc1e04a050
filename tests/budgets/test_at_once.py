"""Finance officers who post on the same line at the same moment lose nothing, on either engine."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest

from budgets import ledger
from budgets.models import BudgetLine, Entry, Transfer
from budgets.stating import revised_as_of, state_revised
from organisation import writing
from organisation.models import User
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
