"""Who draws on a source, and when one can say what is left."""

from __future__ import annotations

from typing import Any

import pytest

from budgets.funding import NotLeft, draws
from budgets.ledger import Reason, Refusal, Total
from budgets.models import FundingSource, LineRelation
from tests.budgets.moves import moved


def source(kind: str = "local_pool", ore: int | None = 1000) -> FundingSource:
    return FundingSource(pk=1, name="Puljen", kind=kind, amount_ore=ore)


def relation(line: int, kind: str = "financed_by", of: int = 1) -> LineRelation:
    return LineRelation(line_id=line, kind=kind, funding_source_id=of)


FOUND = [
    moved(1, 300),
    moved(1, 50, kind="supplementary"),
    moved(2, 100),
    moved(3, 7),
    moved(1, 9, decision="rejected"),
]


def test_the_lines_it_finances_draw_on_it_once() -> None:
    related = [relation(1), relation(1), relation(2), relation(3, of=2), relation(3, kind="no_change")]
    found = draws(source(), related, FOUND)
    assert found.lines == {1, 2}
    assert isinstance(found.drawn, Total)
    assert (found.drawn.ore, found.left, found.reason) == (450, 550, None)


def test_more_than_there_is_leaves_less_than_nothing() -> None:
    assert draws(source(ore=400), [relation(1), relation(2)], FOUND).left == -50


def test_of_a_pool_without_draws_all_is_left() -> None:
    assert draws(source(), [], FOUND).left == 1000


@pytest.mark.parametrize("kind", ["state_pool", "legal_limit"])
def test_of_what_is_context_nothing_is_ever_left(kind: str) -> None:
    found = draws(source(kind, 100_000_000_000), [relation(1)], FOUND)
    assert (found.left, found.reason) == (None, NotLeft.CONTEXT)


@pytest.mark.parametrize(
    ("size", "found", "reason"),
    [
        (None, FOUND, NotLeft.SIZE_NOT_STATED),
        (1000, [moved(1, 5), moved(1, 5, decision="proposed")], NotLeft.NOT_ADDED),
        (1000, [moved(1, None)], NotLeft.DRAWS_NOT_STATED),
        (1000, [moved(1, 5), moved(1, None)], NotLeft.DRAWS_NOT_STATED),
    ],
)
def test_it_says_why_one_cannot_tell(size: int | None, found: list[Any], reason: NotLeft) -> None:
    told = draws(source(ore=size), [relation(1)], found)
    assert (told.left, told.reason) == (None, reason)
    if reason is NotLeft.NOT_ADDED:
        assert told.drawn == Refusal(Reason.DECISION_STATES, ("proposed", "adopted"))
