"""A page asks the database as often for five initiatives as for five hundred."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.models import Initiative, Strategy
from organisation.models import User
from portfolio import overview
from portfolio.overview.budget_doors import Question, budget_overview
from portfolio.overview.groupings import GroupBy
from tests import factories
from tests.cast import Town, make_town

pytestmark = pytest.mark.django_db
DAY = datetime.date(2018, 12, 31)


@pytest.fixture
def town() -> Town:
    return make_town("0101", "København")


def grow(town: Town, strategy: Strategy, number: int) -> None:
    """More initiatives, each with an owner, a line, an entry, an indicator and a status."""
    municipality, ada, mona = town.municipality, town.administrator, town.people["manager"]
    objective = factories.objective(strategy, f"Mål for {number} indsatser")
    for place in range(number):
        row = factories.initiative(municipality, f"Indsats {number}-{place}", by=ada, strategy=strategy)
        factories.under(row, objective)
        factories.owner(row, town.department)
        line = factories.line(municipality, row, by=ada)
        factories.entry(line, 100 + place, by=ada)
        factories.statement(line, 90 + place, by=ada)
        factories.status_update(row, ada, approved_by=mona)


def queries(ask: Callable[[], object]) -> int:
    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


def doors(town: Town, strategy: Strategy) -> dict[str, Callable[[], object]]:
    reader = User.objects.get(pk=town.people["reader"].pk)
    return {
        "portfolio": lambda: overview.portfolio_overview(
            User.objects.get(pk=reader.pk), town.municipality, Initiative.objects.all(), DAY
        ),
        "strategy": lambda: overview.strategy_overview(User.objects.get(pk=reader.pk), strategy, DAY),
        "sheet": lambda: overview.initiative_sheet(
            User.objects.get(pk=reader.pk), Initiative.objects.select_related("municipality").earliest("pk"), DAY
        ),
        "report": lambda: overview.report_content(town.municipality, None, DAY),
        "budget": lambda: budget_overview(
            User.objects.get(pk=reader.pk),
            town.municipality,
            Initiative.objects.all(),
            Question(DAY, by=GroupBy.values),
        ),
    }


PINNED = {"portfolio": 27, "strategy": 27, "sheet": 31, "report": 28, "budget": 22}


@pytest.mark.parametrize("door", PINNED)
def test_the_number_of_queries_does_not_grow(town: Town, door: str) -> None:
    strategy = factories.strategy(town.municipality, by=town.administrator)
    grow(town, strategy, 2)
    few = queries(doors(town, strategy)[door])
    grow(town, strategy, 12)
    assert queries(doors(town, strategy)[door]) == few
    assert few == PINNED[door]
