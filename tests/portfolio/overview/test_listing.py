"""The database's own sums say what the fold in Python says, and a list loads only its page."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.portfolios import AS_OF, Portfolio
from budgets.models import BudgetLine, Transfer
from initiatives.models import Initiative, Strategy
from organisation import writing
from organisation.models import Municipality, User
from portfolio import overview
from portfolio.overview.list_groups import ListBy
from portfolio.overview.listing import Asked, listing
from portfolio.overview.rows import load
from portfolio.overview.summed import money_of
from portfolio.overview.tables import money_summary
from portfolio.overview.viewpoint import Viewpoint, reader_of
from tests import factories
from tests.cast import Cast, Town
from tests.conftest import load_portfolios
from tests.recording import recorded

pytestmark = pytest.mark.django_db
DAY = datetime.date(2018, 12, 31)


def in_both_ways(town: Town, day: datetime.date) -> tuple[object, object]:
    viewpoint = Viewpoint(User.objects.get(pk=town.administrator.pk), town.municipality, day)
    rows = load(viewpoint, Initiative.objects.all(), Strategy.objects.all())
    return money_of(BudgetLine.objects.filter(pk__in=rows.money.lines), day), money_summary(rows, set(rows.money.lines))


def test_the_database_sums_as_the_ledger_does(cast: Cast) -> None:
    town = cast.koebenhavn
    home, ada = town.municipality, town.administrator
    one, other = (factories.initiative(home, title, by=ada) for title in ("En", "En anden"))
    shared, lone, bare = (factories.line(home, one, other, by=ada) for _number in range(3))
    factories.entry(shared, 1_234_500, by=ada, unit="tkr")
    factories.entry(
        shared, 70, by=ada, unit="tkr", kind="supplementary", coverage="cash_balance", effective_text="1. oktober 2018"
    )
    factories.entry(lone, 200, by=ada, decision_state="proposed", price_level="2018-pl")
    factories.entry(lone, 55, by=ada, decision_state="rejected")
    factories.entry(lone, 300, by=ada, decision_state="proposed", period_text="2018-2020", is_fictional=True)
    unknown: dict[str, Any] = {"decision_state": "proposed", "value_state": "not_stated", "amount_ore": None, "raw": ""}
    for price_level in ("", "2018-pl"):
        stated_since = factories.entry(lone, by=ada, price_level=price_level, **unknown)
        writing.save(stated_since.correction(4_200, note="Stod i bilaget."), by=ada).post(by=ada)
    factories.entry(lone, by=ada, **unknown)
    factories.entry(bare, 10)
    transfer = Transfer(
        municipality=home, from_line=shared, to_line=bare, year=2019, amount_ore=12_345, decision_state="adopted"
    )
    writing.save(transfer, by=ada).post(by=ada)
    for day in (datetime.date(2017, 1, 1), DAY):
        summed, folded = in_both_ways(town, day)
        assert summed == folded
    assert "vedtaget" in in_both_ways(town, DAY)[1].text  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("financed_elsewhere", "vedtaget: 0 kr. (finansieres andetsteds)"),
        ("within_frame", "vedtaget: 0 kr. (inden for eksisterende ramme)"),
        ("zero", "vedtaget: 0 kr."),
    ],
)
def test_a_sum_of_nothing_but_one_kind_of_0_says_why_it_is_0(cast: Cast, state: str, words: str) -> None:
    town = cast.koebenhavn
    line = factories.line(town.municipality, factories.initiative(town.municipality, by=town.administrator))
    for year in (2018, 2019):
        factories.entry(line, 0, by=town.administrator, value_state=state, year=year)
    summed, folded = in_both_ways(town, DAY)
    assert summed == folded
    assert summed.text.replace("\N{NO-BREAK SPACE}", " ") == words  # type: ignore[attr-defined]
    factories.entry(line, 10, by=town.administrator, kind="supplementary", coverage="cash_balance")
    summed, folded = in_both_ways(town, DAY)
    assert summed == folded
    assert summed.text.replace("\N{NO-BREAK SPACE}", " ") == "vedtaget: 10 kr."  # type: ignore[attr-defined]


@pytest.mark.slow
def test_the_real_portfolios_are_summed_alike_in_both_ways(db: None) -> None:
    recorded(load_portfolios, step_by_step=True)
    for home in Municipality.objects.all():
        reader = reader_of(home)
        rows = load(Viewpoint(reader, home, DAY), Initiative.objects.all(), Strategy.objects.all())
        found = listing(reader, home, Initiative.objects.all(), DAY)
        assert found.money == money_summary(rows, set(rows.money.lines))
        whole = overview.portfolio_overview(reader, home, Initiative.objects.all(), DAY)
        assert (found.count, found.by_state, found.by_light) == (whole.initiative_count, whole.by_state, whole.by_light)
        for card in whole.initiatives:
            [line] = [one for one in found.groups[0].lines if one.reference == card.reference]
            assert (line.money, line.status, line.owner_text) == (card.money, card.status, card.owner_text)


@pytest.mark.sample(3)
@pytest.mark.parametrize("by", ["", *ListBy.values])
def test_a_list_asks_as_often_for_few_as_for_many(db: None, by: str) -> None:
    few, many = (queries(Portfolio(*one), by) for one in ((5, "0101", "København"), (60, "0751", "Aarhus")))
    assert few == many == QUERIES + (OF_GROUPS.get(by, 2) + SUMS if by else 0)


QUERIES, SUMS = 25, 4
OF_GROUPS = {"strategy": 3, "funding_source": 3}


def queries(portfolio: Portfolio, by: str) -> int:
    def ask() -> None:
        user = User.objects.get(pk=portfolio.user.pk)
        listing(user, portfolio.home, Initiative.objects.all(), AS_OF, Asked(by))

    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)
