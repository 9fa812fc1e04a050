"""The page of a strategy names some of what stands in it, counts the rest, and is about all of it."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import IndicatorInitiative
from initiatives.models import Objective, Strategy
from organisation import writing
from portfolio import overview
from portfolio.overview import shapes
from portfolio.overview.strategy_pages import MOST_DRAWN, MOST_LINES, MOST_NAMED
from tests import factories
from tests.cast import Town, make_town
from tests.world import signed_in

pytestmark = pytest.mark.django_db
DAY = datetime.date(2018, 12, 31)


@pytest.fixture
def town() -> Town:
    return make_town("0101", "København")


@pytest.fixture
def strategy(town: Town) -> Strategy:
    return factories.strategy(town.municipality, by=town.administrator)


def grow(town: Town, strategy: Strategy, under: Objective | None, number: int) -> None:
    """More initiatives, each with a line, an amount and an indicator."""
    home, ada = town.municipality, town.administrator
    for place in range(number):
        row = factories.initiative(home, f"Indsats {number}-{place}", by=ada, strategy=strategy)
        if under:
            factories.under(row, under)
        factories.entry(factories.line(home, row, by=ada), 100, by=ada)
        indicator = factories.indicator(home, f"Andel {number}-{place}", by=ada)
        writing.save(IndicatorInitiative(municipality=home, indicator=indicator, initiative=row), by=ada)


def shown(town: Town, strategy: Strategy) -> shapes.StrategyShown:
    return overview.strategy_page(town["reader"], strategy, DAY)


def test_a_small_strategy_is_shown_as_a_report_tells_it(town: Town, strategy: Strategy) -> None:
    top = factories.objective(strategy, "Flere med")
    grow(town, strategy, factories.objective(strategy, "Flere aktive", parent=top), 2)
    grow(town, strategy, None, 1)
    page, told = shown(town, strategy), overview.strategy_overview(town["reader"], strategy, DAY)
    assert page.objectives == told.objectives
    assert page.initiatives == told.initiatives
    assert page.budget_tables == told.budget_tables
    assert page.follow_up == told.follow_up
    assert page.money.text == told.money.text
    assert (page.more, page.lines_text, page.indicators_text) == (None, "", "")


def test_what_is_not_named_is_counted_and_linked_to_and_in_the_sums(town: Town, strategy: Strategy) -> None:
    goal = factories.objective(strategy, "Flere med")
    grow(town, strategy, goal, MOST_LINES)
    grow(town, strategy, None, MOST_NAMED + 1)
    page = shown(town, strategy)
    (node,) = page.objectives
    assert len(node.initiatives) == MOST_NAMED
    assert node.more is not None
    assert page.more is not None
    assert node.more.title == f"og {MOST_LINES - MOST_NAMED} indsatser mere"
    assert page.more.title == "og 1 indsats mere"
    assert node.money.text == "vedtaget: 2.500\xa0kr."
    assert page.money.text == "vedtaget: 3.600\xa0kr."
    assert page.initiative_count == 36
    assert page.budget_tables == ()
    assert page.lines_text.startswith("36 linjer")
    assert len(page.indicators) == MOST_DRAWN
    assert page.indicators_text == "24 indikatorer mere står ved deres indsatser."
    assert "Strategien har ingen beløb." not in page.missing
    client = signed_in(town["reader"])
    left = client.get(node.more.url).content.decode()
    assert "Indsats 25-24" in left
    assert "Viser 25 af" in left
    assert "Viser 36 af" in client.get(page.more.url).content.decode()


@pytest.mark.slow
def test_the_page_weighs_and_asks_no_more_for_hundreds(town: Town, strategy: Strategy) -> None:
    goal, client = factories.objective(strategy, "Flere med"), signed_in(town["reader"])
    grow(town, strategy, goal, MOST_LINES)
    sizes, numbers = [], []
    for more in (0, 60):
        grow(town, strategy, goal, more)
        client.get(strategy.get_absolute_url())
        with CaptureQueriesContext(connection) as captured:
            sizes.append(len(client.get(strategy.get_absolute_url()).content))
        numbers.append(len(captured))
    assert numbers[1] <= numbers[0]
    assert sizes[1] <= sizes[0]
