"""A committee with a strategy, its initiatives and its reports."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories
from tests.cast import Cast
from tests.portfolio.dashboards.committee import Case
from tests.world import signed_in


@pytest.fixture
def case(cast: Cast) -> Case:
    town = cast.koebenhavn
    ada = town.administrator
    strategy = factories.strategy(town.municipality, by=ada, committee=town.committee)
    one = factories.initiative(town.municipality, "Boliger", by=ada, strategy=strategy)
    other = factories.initiative(town.municipality, "Caféer", by=ada)
    factories.under(other, factories.objective(strategy))
    factories.initiative(town.municipality, "Hører til et andet udvalg", by=ada)
    factories.entry(factories.line(town.municipality, one, other, by=ada), 300_000, by=ada)
    return Case(town, strategy, one, other)


@pytest.fixture
def member(case: Case) -> Client:
    return signed_in(case.town["committee_member"])
