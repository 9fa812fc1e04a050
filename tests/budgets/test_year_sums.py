"""The database sums a year of many lines exactly as the fold does, whatever stands on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

import pytest

from budgets import follow_up, ledger
from budgets.models import BudgetLine, DecisionState, Direction, Entry, Statement, Transfer
from budgets.year_sums import revised_by_line, usual_year, with_figures, year_sum
from organisation import writing
from tests import factories
from tests.cast import Town, make_town

pytestmark = pytest.mark.django_db
DAY = date(2018, 9, 1)
AFTER = date(2018, 11, 1)


def folded(
    lines: Iterable[BudgetLine],
) -> tuple[follow_up.YearTotal, dict[int, int | None], set[int], int | None]:
    incomes = {line.pk: line.direction == Direction.INCOME for line in lines}
    entries = Entry.objects.filter(line__in=incomes).select_related("decision")
    transfers = Transfer.objects.select_related("decision")
    movements = [m for m in ledger.movements(entries, transfers) if m.line in incomes]
    counted = ledger.counting(movements, as_of=DAY)
    adopted = [m for m in counted if m.decision == DecisionState.ADOPTED and m.year == 2018]
    rows = follow_up.follow_up(incomes, movements, Statement.objects.filter(line__in=incomes), as_of=DAY)
    own = [row for row in rows if row.year == 2018]
    with_movements = {m.line for m in adopted}
    return (
        follow_up.year_total(own, adopted),
        {r.line: r.revised_ore for r in own if r.line in with_movements},
        {r.line for r in own},
        follow_up.usual_year_of(rows, DAY.year),
    )


def assert_equal() -> None:
    lines = BudgetLine.objects.all()
    total, by_line, with_any, year = folded(lines)
    summed = year_sum(lines, 2018, as_of=DAY)
    refused = isinstance(total.revised, ledger.Refusal)
    assert summed.refusal == (total.revised if refused else None)
    assert summed.ore == (None if isinstance(total.revised, ledger.Refusal) else total.revised.ore)
    assert isinstance(total.revised, ledger.Refusal) or summed.not_stated == total.revised.not_stated
    assert summed.deviation == total.deviation
    assert refused or (summed.compared, summed.lines) == (total.compared, total.lines)
    summed_by_line = revised_by_line([line.pk for line in lines], 2018, as_of=DAY)
    assert {line: one.ore for line, one in summed_by_line.items()} == by_line
    assert {line.pk for line in with_figures(lines, 2018, as_of=DAY)} == with_any
    assert usual_year(lines, as_of=DAY) == year


def amount(chance: Random) -> dict[str, Any]:
    kroner = chance.choice([None, -300, 0, 700])
    return {"value_state": "not_stated", "amount_ore": None, "raw": ""} if kroner is None else {"kroner": kroner}


def some_rows(town: Town, chance: Random, levels: list[str]) -> None:
    """Lines of both kinds with anything on them: other years, drafts, what holds later, what is not stated."""
    lines = [factories.line(town.municipality, name=f"Linje {n}", by=town.administrator) for n in range(5)]
    for line in chance.sample(lines, 2):
        line.direction = Direction.INCOME
        writing.save(line, by=town.administrator)
    for line in lines:
        for _entry in range(chance.randrange(4)):
            made = factories.entry(
                line, **amount(chance), by=chance.choice([None, town.administrator, town.administrator]),
                year=chance.choice([2018, 2018, 2019]), price_level=chance.choice(levels),
                kind=chance.choice(["original", "original", "unspecified_change"]),
                decision_state=chance.choice(["adopted", "adopted", "proposed", "rejected"]),
                effective_text=chance.choice(["", "1. januar 2018", "1. maj 2018", "1. november 2018"]),
            )  # fmt: skip
            if made.is_posted and chance.random() < 0.4:
                correction = made.correction(chance.choice([-100, 5_000]), note="Rettet")
                correction.price_level = chance.choice(levels)
                writing.save(correction, by=town.administrator).post(by=town.administrator)
        for _reading in range(chance.randrange(4)):
            day = chance.choice([date(2018, 3, 31), DAY, AFTER])
            factories.statement(
                line, **amount(chance), by=chance.choice([None, town.administrator]),
                kind=chance.choice(["forecast", "forecast", "actual", "accounts"]), price_level=chance.choice(levels),
                year=chance.choice([2018, 2018, 2019]), as_of=day, up_to=day,
            )  # fmt: skip
    for _transfer in range(chance.randrange(3)):
        one, other = chance.sample(lines, 2)
        moved = Transfer(
            municipality=town.municipality, from_line=one, to_line=other, year=2018, amount_ore=chance.randrange(1, 99),
            decision_state="adopted", price_level=chance.choice(levels),
        )  # fmt: skip
        writing.save(moved, by=town.administrator).post(by=town.administrator)


LEVELS: list[Any] = [[""], ["", "2018-priser"], ["2018-priser", "", "2019-priser"]]


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize("seed", range(4))
def test_a_year_comes_to_the_same_in_the_database_and_in_the_fold(seed: int, levels: list[str]) -> None:
    some_rows(make_town("0101", "København"), Random(seed), levels)
    assert_equal()


def test_no_lines_come_to_nothing() -> None:
    assert_equal()
    assert year_sum(BudgetLine.objects.none(), 2018, as_of=DAY).ore is None
