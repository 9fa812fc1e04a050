"""Pages ask the database as often for many measured initiatives as for few."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from indicators.models import IndicatorInitiative, IndicatorObjective
from initiatives.models import Strategy
from organisation import writing
from tests import factories
from tests.cast import Town, make_town
from tests.world import signed_in

pytestmark = pytest.mark.django_db


def grow(town: Town, strategy: Strategy, number: int) -> None:
    """Initiatives with an objective each, and an indicator of both with baseline, measurement and target."""
    municipality, ada, mona = town.municipality, town.administrator, town["manager"]
    for place in range(number):
        row = factories.initiative(municipality, f"Indsats {number}-{place}", by=ada, strategy=strategy)
        objective = factories.objective(strategy, f"Mål {number}-{place}")
        factories.under(row, objective)
        indicator = factories.indicator(municipality, f"Andel ensomme {number}-{place}", by=ada)
        writing.save(IndicatorInitiative(municipality=municipality, indicator=indicator, initiative=row), by=ada)
        writing.save(IndicatorObjective(municipality=municipality, indicator=indicator, objective=objective), by=ada)
        for year, value in (("2016", 45), ("2018", 43)):
            factories.measurement(indicator, value, by=mona, effective_text=year)
        factories.target(indicator, 40, by=mona)


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        page = client.get(address).content.decode()
    assert "Indsats 3-0" in page
    return len(captured)


def test_the_number_of_queries_does_not_grow_with_what_is_measured() -> None:
    town = make_town("0101", "København")
    strategy = factories.strategy(town.municipality, by=town.administrator)
    client, addresses = signed_in(town["reader"]), [town.municipality.get_absolute_url(), strategy.get_absolute_url()]
    grow(town, strategy, 3)
    few = [queries(client, address) for address in addresses]
    grow(town, strategy, 20)
    assert [queries(client, address) for address in addresses] == few
