"""Readings against the revised budget: which one counts, and what the difference is called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from budgets import follow_up, ledger
from budgets.follow_up import DeviationWord, deviation
from budgets.models import BudgetLine, Entry, Statement
from organisation.models import User
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2018, 12, 31)


@pytest.fixture
def finance() -> User:
    return factories.user("finn@kommune.invalid")


@pytest.fixture
def line() -> BudgetLine:
    return factories.line(factories.municipality())


def rows_of(*lines: BudgetLine, as_of: date = DAY) -> list[follow_up.LineYear]:
    incomes = {line.pk: line.direction == "income" for line in lines}
    found = ledger.movements(Entry.objects.select_related("decision").order_by("pk"))
    return follow_up.follow_up(incomes, found, Statement.objects.order_by("pk"), as_of=as_of)


@pytest.mark.parametrize(
    ("expected", "revised", "income", "word"),
    [
        (120, 100, False, DeviationWord.OVERSPENDING),
        (80, 100, False, DeviationWord.UNDERSPENDING),
        (-120, -100, True, DeviationWord.MORE_INCOME),
        (-80, -100, True, DeviationWord.LESS_INCOME),
        (100, 100, False, DeviationWord.NONE),
        (-100, -100, True, DeviationWord.NONE),
    ],
)
def test_the_word_follows_the_kind_of_line(expected: int, revised: int, income: bool, word: DeviationWord) -> None:
    assert deviation(expected, revised, is_income=income).word is word


def test_a_municipality_turns_the_sign_and_never_the_word() -> None:
    found = deviation(120, 100, is_income=False)
    assert (found.printed_ore(revised_first=False), found.printed_ore(revised_first=True)) == (20, -20)
    assert found.word is DeviationWord.OVERSPENDING
    assert found.share == Decimal("0.2")


def test_against_a_budget_of_0_there_is_no_percentage() -> None:
    assert deviation(5, 0, is_income=False).share is None


def test_the_latest_statement_on_or_before_the_day_counts(line: BudgetLine, finance: User) -> None:
    factories.entry(line, 100, by=finance)
    factories.statement(line, 110, by=finance, as_of=date(2018, 4, 30))
    factories.statement(line, 130, by=finance, as_of=date(2018, 9, 30))
    factories.statement(line, 999, as_of=date(2018, 10, 1))
    (spring,) = rows_of(line, as_of=date(2018, 9, 29))
    (autumn,) = rows_of(line, as_of=date(2018, 9, 30))
    assert spring.deviation is not None
    assert autumn.deviation is not None
    assert (spring.deviation.ore, autumn.deviation.ore) == (1000, 3000)


def test_statements_do_not_add_up(line: BudgetLine, finance: User) -> None:
    factories.entry(line, 100, by=finance)
    for month in (3, 6, 9):
        factories.statement(
            line, month * 10, by=finance, kind="actual", as_of=date(2018, month, 28), up_to=date(2018, month, 28)
        )
    (row,) = rows_of(line)
    assert row.spent_share == Decimal("0.9")


def test_a_closed_year_compares_the_accounts(line: BudgetLine, finance: User) -> None:
    factories.entry(line, 100, by=finance)
    factories.statement(line, 130, by=finance)
    factories.statement(line, 95, by=finance, kind="accounts", as_of=date(2019, 3, 31), is_final=True)
    (row,) = rows_of(line, as_of=date(2019, 6, 1))
    assert row.deviation is not None
    assert (row.deviation.ore, row.deviation.word) == (-500, DeviationWord.UNDERSPENDING)


def test_without_an_adopted_budget_there_is_no_deviation(line: BudgetLine, finance: User) -> None:
    factories.entry(line, 100, by=finance, decision_state="proposed")
    factories.statement(line, 130, by=finance)
    (row,) = rows_of(line)
    assert (row.deviation, row.revised_ore) == (None, None)


def test_different_price_levels_are_not_compared(line: BudgetLine, finance: User) -> None:
    factories.entry(line, 100, by=finance, price_level="2018-pl")
    factories.statement(line, 130, by=finance, price_level="2019-pl")
    (row,) = rows_of(line)
    assert row.deviation is None


def test_an_amount_for_a_period_is_in_no_year(line: BudgetLine, finance: User) -> None:
    factories.entry(line, 100, by=finance, period_text="2021-2023")
    assert rows_of(line) == []


def test_a_total_compares_only_lines_that_have_both(line: BudgetLine, finance: User) -> None:
    silent = factories.line(line.municipality)
    factories.entry(line, 100, by=finance)
    factories.entry(silent, 900, by=finance)
    factories.statement(line, 130, by=finance)
    found = ledger.counting(ledger.movements(Entry.objects.select_related("decision")))
    total = follow_up.year_total(rows_of(line, silent), found)
    assert isinstance(total.revised, ledger.Revised)
    assert (total.revised.ore, total.lines, total.compared) == (100_000, 2, 1)
    assert total.deviation is not None
    assert (total.deviation.ore, total.expected) == (3000, 13_000)
    assert (total.spent, total.spent_share) == (None, None)
