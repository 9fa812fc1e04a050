"""Pages with what pages break on: titles without end, every way of missing, nothing at all, and five hundred."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from bench.portfolios import Portfolio
from budgets.models import FundingSource, LineRelation
from indicators.models import IndicatorInitiative
from initiatives.models import InitiativeTargetGroup, Method, MethodUse
from organisation import writing
from organisation.models import Body, User
from tests import factories
from tests.browser import reading
from tests.cast import Town, make_town
from tests.portfolio.dashboards.looking import WIDTHS, Watched
from tests.world import signed_in

# One unbroken word of more than eighty letters, and a title of more than two hundred.
WORD = "Arbejdsmarkedsparathedsvurderingskoordinatorbistandsordningsudvalgsformandspostkandidaterne"
LONG = f"{WORD} og en lang række tværgående, forebyggende og sammenhængende indsatser for de ældre, de unge og de \
mest udsatte borgere i hele kommunen, i samarbejde med de frivillige foreninger"
NAME = LONG[:200]


def long_town() -> Town:
    """Everything that has a name has a long one."""
    town = make_town("0101", "København")
    home, ada = town.municipality, town.administrator
    committee, department = (
        writing.save(Body(municipality=home, name=NAME, kind=kind, reference=reference), by=ada)
        for kind, reference in (("committee", "langt-udvalg"), ("department", "lang-afdeling"))
    )
    strategy = factories.strategy(home, LONG, by=ada, committee=committee, reference="lang", summary=LONG)
    objective = factories.objective(strategy, LONG, reference="langt-maal", text=LONG)
    group = factories.target_group(home, NAME, reference="lang-gruppe")
    method = writing.save(Method(reference="lang-metode", name=NAME), by=ada)
    part = factories.initiative(home, LONG, by=ada, strategy=strategy, reference="lang-indsats", code="SO8")
    inner = factories.initiative(home, LONG, by=ada, parent=part, reference="lang-del")
    factories.under(part, objective)
    factories.owner(part, department)
    for row in (
        InitiativeTargetGroup(municipality=home, initiative=part, target_group=group),
        MethodUse(municipality=home, initiative=part, method=method, state="in_use"),
    ):
        writing.save(row, by=ada)
    reason = {"progress_light": "red", "reason": LONG, "action": LONG}
    factories.status_update(part, ada, approved_by=town["manager"], **reason)
    line = factories.line(home, part, inner, name=NAME, by=ada, reference="lang-linje")
    factories.entry(line, 123_456_789, by=ada)
    factories.statement(line, 987_654_321, by=ada)
    source = FundingSource(
        municipality=home, reference="lang-pulje", name=NAME, kind="local_pool", value_state="not_stated"
    )
    writing.save(source, by=ada)
    writing.save(LineRelation(municipality=home, line=line, kind="financed_by", funding_source=source), by=ada)
    indicator = factories.indicator(home, NAME, by=ada, reference="lang-indikator")
    writing.save(IndicatorInitiative(municipality=home, indicator=indicator, initiative=part), by=ada)
    for year, value in (("2016", 45), ("2018", 43)):
        factories.measurement(indicator, value, by=town["manager"], effective_text=year)
    factories.target(indicator, 40, by=town["manager"])
    return town


LONG_PAGES = [
    "/0101/", "/0101/?view=cards&by=target_group", "/0101/udvalg/langt-udvalg/", "/0101/udvalg/lang-afdeling/",
    "/0101/strategikort/", "/0101/aarshjul/?year=2018", "/0101/strategier/lang/", "/0101/maal/langt-maal/",
    "/0101/maalgrupper/lang-gruppe/", "/0101/metoder/lang-metode/", "/0101/indsatser/lang-indsats/",
    "/0101/indikatorer/lang-indikator/", "/0101/budget/kilder/lang-pulje/", "/0101/budget/linjer/lang-linje/",
]  # fmt: skip


@pytest.mark.browser
@pytest.mark.usefixtures("transactional_db")
@pytest.mark.slow
def test_long_titles_stay_on_a_phones_screen(live_server: LiveServer, browser: Browser) -> None:
    town = long_town()
    with reading(browser, live_server.url, town["committee_member"], width=320) as reader:
        wide = []
        for path in LONG_PAGES:
            assert reader.open(path) == 200
            wide += [path] if reader.sideways() else []
    assert wide == []


@pytest.mark.browser
@pytest.mark.layout
@pytest.mark.slow
@pytest.mark.usefixtures("transactional_db")
def test_long_titles_harm_no_page_at_any_width_nor_on_paper(live_server: LiveServer, browser: Browser) -> None:
    town = long_town()
    with reading(browser, live_server.url, town.administrator) as reader:
        watched = Watched(reader)
        found = [one for path in LONG_PAGES for one in watched.objections(path)]
        found += [one for path in LONG_PAGES for one in watched.on_paper(path)]
    assert found == []


NOTHING_YET = ["/0101/", "/0101/strategikort/", "/0101/aarshjul/", "/0101/budget/", "/0101/udvalg/{committee}/"]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("number", [0, 1])
def test_an_empty_portfolio_and_one_initiative_are_whole_pages(
    live_server: LiveServer, browser: Browser, number: int
) -> None:
    town = make_town("0101", "København")
    for _one in range(number):
        factories.initiative(town.municipality, by=town.administrator, reference="en")
    paths = [path.format(committee=town.committee.reference) for path in NOTHING_YET]
    paths += ["/0101/indsatser/en/"] if number else []
    with reading(browser, live_server.url, town["reader"]) as reader:
        found = [one for path in paths for one in Watched(reader).objections(path)]
    assert found == []


@pytest.mark.django_db
def test_an_empty_portfolio_says_so_in_words() -> None:
    town = make_town("0101", "København")
    client = signed_in(town["reader"])
    assert "Der er ingen indsatser" in client.get("/0101/").content.decode()
    assert "Kommunen har ingen strategier." in client.get("/0101/strategikort/").content.decode()
    committee = client.get(f"/0101/udvalg/{town.committee.reference}/").content.decode()
    assert "ikke vedtaget" in committee
    assert "Ingen indsats er gul eller rød." in committee


# Missing data, each way of it.


def holed_town() -> Town:
    """One initiative for each way in which something is not there."""
    town = make_town("0101", "København")
    home, ada, mona = town.municipality, town.administrator, town["manager"]

    def made(reference: str, **fields: Any) -> Any:
        return factories.initiative(home, f"Indsats {reference}", by=ada, reference=reference, **fields)

    made("bar")
    old = made("gammel-status", period_text="2018")
    factories.status_update(old, ada, approved_by=mona, as_of=date(2018, 5, 1))
    states = ("not_stated", "zero", "financed_elsewhere", "within_frame")
    for state in states:
        amount: dict[str, Any] = {"value_state": state, "amount_ore": None if state == "not_stated" else 0, "raw": ""}
        factories.entry(factories.line(home, made(state), by=ada), by=ada, **amount)
    for reference in ("uden-maal", "skjult", "brudt"):
        row, indicator = made(reference), factories.indicator(home, f"Andel {reference}", by=ada, reference=reference)
        writing.save(IndicatorInitiative(municipality=home, indicator=indicator, initiative=row), by=ada)
        _measure(indicator, mona)
    return town


def _measure(indicator: Any, by: User) -> None:
    if indicator.reference == "skjult":
        of_few = {"numerator": 2, "denominator": 100}
        factories.measurement(indicator, 2, by=by, effective_text="2018", **of_few)
        return
    factories.measurement(indicator, 45, by=by, effective_text="2016", is_baseline=True)
    factories.measurement(indicator, 43, by=by, effective_text="2018", series_break=indicator.reference == "brudt")
    if indicator.reference == "brudt":
        factories.target(indicator, 40, by=by, period_text="2020")


@pytest.mark.sample(4)
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("indsatser/bar/", ["tovholder ikke angivet", "periode ikke angivet", "ingen status", "ingen beløb angivet",
                            "ingen indikatorer"]),
        ("indsatser/gammel-status/", ["ikke opdateret siden 1. maj 2018"]),
        ("indsatser/not_stated/", ["ikke angivet"]),
        ("indsatser/zero/", ["0\xa0kr."]),
        ("indsatser/financed_elsewhere/", ["finansieres andetsteds"]),
        ("indsatser/within_frame/", ["inden for eksisterende ramme"]),
        ("indikatorer/uden-maal/", ["intet måltal", "kan ikke vurderes"]),
        ("indikatorer/skjult/", ["skjult (få personer)"]),
        ("indikatorer/brudt/", ["brud"]),
        ("", ["tovholder ikke angivet", "ingen status", "ikke opdateret siden 1. maj 2018", "periode ikke angivet",
              "ingen egne indikatorer", "kan ikke vurderes"]),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_words(path: str, words: list[str]) -> None:
    page = signed_in(holed_town()["reader"]).get(f"/0101/{path}").content.decode()
    assert [one for one in words if one not in page] == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("language", ["da", "en"])
def test_pages_with_holes_are_whole_pages(live_server: LiveServer, browser: Browser, language: str) -> None:
    town = holed_town()
    paths = ["/0101/", "/0101/?view=cards", "/0101/strategikort/", f"/0101/udvalg/{town.committee.reference}/"]
    paths += [f"/0101/indikatorer/{one}/" for one in ("uden-maal", "skjult", "brudt")]
    paths += [f"/0101/indsatser/{one}/" for one in ("bar", "gammel-status", "not_stated", "skjult", "brudt")]
    with reading(browser, live_server.url, town["reader"], language=language) as reader:
        found = [one for path in paths for one in Watched(reader).objections(path, language=language)]
    assert found == []


# Five and five hundred.

KINDS = {
    "portfolio": "", "cards": "?view=cards", "by target group": "?by=target_group", "committee": "udvalg/b0/?live=1",
    "body": "udvalg/b3/", "map": "strategikort/", "year": "aarshjul/?year=2026", "strategy": "strategier/s0/",
    "objective": "maal/m0/", "target group": "maalgrupper/t0/", "method": "metoder/metode{code}0/",
    "initiative": "indsatser/i0/", "indicator": "indikatorer/n0/", "funding source": "budget/kilder/k0/",
}  # fmt: skip
# Before it is compressed; the heaviest is the map, with every objective and a dozen initiatives under each.
MOST_BYTES = 260_000


def asked(portfolio: Portfolio) -> Iterator[tuple[str, int, int]]:
    """(page, its queries, its weight)"""
    client = Client()
    client.force_login(portfolio.user)
    for name, path in KINDS.items():
        address = f"/{portfolio.home.code}/{path.format(code=portfolio.home.code)}"
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        assert answer.status_code == 200
        yield name, len(captured), len(answer.content)


@pytest.mark.slow
@pytest.mark.django_db
def test_every_page_asks_as_often_for_five_hundred_as_for_five_and_stays_light() -> None:
    few = {name: queries for name, queries, _weight in asked(Portfolio(5, "0101", "København"))}
    many = list(asked(Portfolio(500, "0751", "Aarhus")))
    # Where hundreds of lines stand behind a strategy its page names none of them, and asks less.
    more = {name: (few[name], queries) for name, queries, _weight in many if queries > few[name]}
    assert more == {}
    assert {name for name, queries, _weight in many if queries < few[name]} <= {"strategy"}
    assert {name: weight for name, _queries, weight in many if weight > MOST_BYTES} == {}


@pytest.mark.browser
@pytest.mark.layout
@pytest.mark.slow
@pytest.mark.usefixtures("transactional_db")
def test_five_hundred_initiatives_fit_every_screen(live_server: LiveServer, browser: Browser) -> None:
    portfolio = Portfolio(500, "0101", "København")
    with reading(browser, live_server.url, portfolio.user) as reader:
        watched = Watched(reader)
        pages = [f"/0101/{path.format(code='0101')}" for path in KINDS.values()]
        found = [one for path in pages for one in watched.objections(path, WIDTHS[::2])]
    assert found == []
