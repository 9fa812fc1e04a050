"""A page of the budget asks the database as often for five lines as for many."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from budgets.models import BudgetLine, Entry, LineInitiative, Statement
from organisation import writing
from tests import factories
from tests.cast import Town, make_town

pytestmark = pytest.mark.django_db

ENTRIES = "/0101/budget/indtastning/?year=2018&decision=adopted&unit=kr"
ROUND = "/0101/budget/opfoelgning/?year=2018&round=BO2&as_of=2018-06-30&up_to=2018-05-31&unit=kr"
PAGES = ["/0101/budget/", "/0101/budget/?by=target_group&as_of=2018-12-31", "/0101/budget/linjer/fast/", ENTRIES, ROUND]


@pytest.fixture
def town() -> Town:
    town = make_town("0101", "København")
    factories.line(town.municipality, by=town.administrator, reference="fast")
    return town


def grow(town: Town, number: int, batch: str) -> None:
    """More lines, each with an original budget and a forecast, half of them of one initiative."""
    home, ada = town.municipality, town.administrator
    initiative = factories.initiative(home, f"Indsats {batch}", by=ada)
    factories.owner(initiative, town.department)
    posted: dict[str, Any] = {"posted_at": timezone.now(), "posted_by": ada}
    amount: dict[str, Any] = {"value_state": "value", "amount_ore": 10_000, "raw": "100", "municipality": home}
    lines = writing.save_many(
        [
            BudgetLine(municipality=home, reference=f"{batch}-{n}", name=f"Linje {n}", **factories.approved(ada))
            for n in range(number)
        ],
        by=ada,
    )
    links = [LineInitiative(municipality=home, line=line, initiative=initiative) for line in lines[::2]]
    writing.save_many(links, by=ada)
    entries = [
        Entry(line=line, kind="original", year=2018, decision_state="adopted", **amount, **posted) for line in lines
    ]
    writing.save_many(entries, by=ada)
    forecasts = [
        Statement(line=line, kind="forecast", year=2018, as_of="2018-04-30", **amount, **posted) for line in lines
    ]
    writing.save_many(forecasts, by=ada)


def queries(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@pytest.mark.parametrize("many", [50, pytest.param(500, marks=pytest.mark.slow)])
def test_the_number_of_queries_does_not_grow(town: Town, many: int) -> None:
    client = Client()
    client.force_login(town["finance"])
    grow(town, 5, "faa")
    few = {address: queries(client, address) for address in PAGES}
    grow(town, many - 5, "mange")
    assert {address: queries(client, address) for address in PAGES} == few
    assert max(few.values()) < 60
