"""Every page of a thing leads to what it hangs together with, and back; and the day that a reader chose goes along."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from budgets.models import FundingSource, LineRelation
from indicators.models import Indicator
from organisation import writing
from organisation.printing import format_date
from tests import factories
from tests.world import World, signed_in

pytestmark = pytest.mark.django_db

LINK = re.compile(r'<a [^>]*?href="([^"]+)"')
DAY = "as_of=2018-06-01"

TOGETHER = [
    ("initiative", "strategy"),
    ("initiative", "objective"),
    ("initiative", "target group"),
    ("initiative", "method"),
    ("initiative", "indicator"),
    ("initiative", "funding source"),
    ("initiative", "national funding source"),
    ("initiative", "department"),
    ("initiative", "budget line"),
    ("strategy", "objective"),
    ("strategy", "committee"),
    ("objective", "indicator"),
    ("indicator", "data owner"),
    ("budget line", "funding source"),
    ("department", "unit"),
]


@pytest.fixture
def pages(world: World) -> dict[str, str]:
    """The address of the page of each thing in København."""
    ours, town = world.ours, world.cast.koebenhavn
    code, ada = town.municipality.code, town.administrator
    unit = factories.body(town.municipality, "Enhed", "department", parent=town.department)
    owner = factories.body(town.municipality, "Dataejer", "department")
    indicator = Indicator.objects.get(pk=ours.of["indicator"].pk)
    indicator.data_owner = owner
    writing.save(indicator, by=ada)
    pool = FundingSource.objects.get(municipality=None, reference="statspulje")
    relation = LineRelation(municipality=town.municipality, line=ours.budgetline, kind="financed_by")
    relation.funding_source = pool
    writing.save(relation, by=ada)
    paths = {
        "portfolio": "",
        "map": "strategikort/",
        "strategy": f"strategier/{ours.strategy.reference}/",
        "objective": f"maal/{ours.objective.reference}/",
        "target group": f"maalgrupper/{ours.targetgroup.reference}/",
        "method": f"metoder/{world.method.reference}/",
        "initiative": f"indsatser/{ours.initiative.reference}/",
        "indicator": f"indikatorer/{indicator.reference}/",
        "funding source": f"budget/kilder/{ours.fundingsource.reference}/",
        "national funding source": "budget/kilder/landsdaekkende/statspulje/",
        "budget line": f"budget/linjer/{ours.budgetline.reference}/",
        "committee": f"udvalg/{town.committee.reference}/",
        "department": f"udvalg/{town.department.reference}/",
        "data owner": f"udvalg/{owner.reference}/",
        "unit": f"udvalg/{unit.reference}/",
    }
    return {name: f"/{code}/{path}" for name, path in paths.items()}


@pytest.fixture
def reader(world: World) -> Client:
    return signed_in(world.cast.koebenhavn["reader"])


def links_of(client: Client, address: str) -> list[str]:
    page = client.get(address)
    assert page.status_code == 200, address
    content = page.content.decode().partition('id="main-content"')[2].partition("<footer")[0]
    return [link.replace("&amp;", "&") for link in LINK.findall(content)]


def test_what_hangs_together_is_linked_both_ways(pages: dict[str, str], reader: Client) -> None:
    leads = {name: {urlsplit(link).path for link in links_of(reader, address)} for name, address in pages.items()}
    missing = [
        f"{one} to {other}" for pair in TOGETHER for one, other in (pair, pair[::-1]) if pages[other] not in leads[one]
    ]
    assert not missing


def test_no_page_of_a_thing_stands_where_nobody_comes(pages: dict[str, str], reader: Client) -> None:
    found, waiting = set(), [pages["portfolio"]]
    while waiting:
        address = waiting.pop()
        if address not in found:
            found.add(address)
            waiting += [
                urlsplit(link).path for link in links_of(reader, address) if urlsplit(link).path in pages.values()
            ]
    assert not {name for name, address in pages.items() if address not in found} - {"map"}


def test_the_chosen_day_goes_along_to_every_page_that_shows_figures(pages: dict[str, str], reader: Client) -> None:
    forgetful = [
        f"{name}: {link}"
        for name, address in pages.items()
        for link in links_of(reader, f"{address}?{DAY}")
        if urlsplit(link).path in pages.values() and DAY not in urlsplit(link).query and not is_way_back(link, address)
    ]
    assert not forgetful


def is_way_back(link: str, address: str) -> bool:
    """The breadcrumb and the municipality's main pages begin anew; “Today” and “Reset” take the day away."""
    return urlsplit(link).path in ("/0101/", "/0101/strategikort/", address)


@pytest.mark.slow
def test_another_day_is_plainly_marked_and_todays_is_not(pages: dict[str, str], reader: Client) -> None:
    marked = "opgjort pr. 1. juni 2018. Navne og tekster er, som de lyder i dag."
    for name, address in pages.items():
        if name != "budget line":
            assertContains(reader.get(f"{address}?{DAY}"), marked)
            today = reader.get(address)
            assertNotContains(today, "som de lyder i dag")
            assertContains(today, format_date(timezone.localdate()))


def test_a_day_that_cannot_be_used_is_said_in_a_sentence_and_today_is_shown(
    pages: dict[str, str], reader: Client
) -> None:
    for day, name in (
        ("i går", "initiative"),
        ("2018-02-30", "indicator"),
        ("0001-01-01", "committee"),
        ("9999-12-31", "funding source"),
    ):
        page = reader.get(pages[name], {"as_of": day})
        assertContains(page, "Dagens tal vises.")
        assert not page.context["asking"].is_of_another_day


def test_figures_targets_and_status_are_those_of_the_day(world: World, pages: dict[str, str], reader: Client) -> None:
    initiative, ada = world.ours.initiative, world.cast.koebenhavn.administrator
    carl = world.cast.koebenhavn["caseworker"]
    factories.status_update(initiative, carl, approved_by=ada, as_of="2018-07-01", text="Senere status")
    factories.entry(world.ours.budgetline, 777, by=ada, kind="original", effective_text="1. august 2018")
    factories.measurement(world.ours.of["indicator"], 12, by=ada, effective_text="1. september 2018")
    then = reader.get(f"{pages['initiative']}?{DAY}")
    for later in ("Senere status", "1.777", "12\u00a0%"):
        assertContains(reader.get(pages["initiative"]), later)
        assertNotContains(then, later)
    assertNotContains(reader.get(f"{pages['indicator']}?{DAY}"), "12\u00a0%")
    assertNotContains(reader.get(f"{pages['strategy']}?{DAY}"), "1.777")
    assertNotContains(reader.get(f"{pages['funding source']}?{DAY}"), "1.777")
