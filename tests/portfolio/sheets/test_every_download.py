"""Of every address that hands out a sheet: no formula in it, and as many questions for many rows as for few."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from indicators.models import Instrument
from initiatives.models import Activity, InitiativeTargetGroup, Method, MethodUse, Objective, TargetGroup
from organisation import writing
from portfolio.sheets.formula_signs import SIGNS
from portfolio.sheets.writing import urls
from portfolio.sheets.writing.lists import LISTS
from tests import factories
from tests.cast import Cast, Town
from tests.portfolio.budgeting.test_queries import grow

pytestmark = pytest.mark.django_db
EVIL = ('=HYPERLINK("http://x","klik")', "+1+1", "@SUM(A1)", "-2+3", "\t=1", "＝1")
PAGES = {
    "sheet-list": [f"/0101/regneark/{one.slug}" for one in LISTS.values()],
    "portfolio-sheet": ["/0101/indsatser/regneark"],
    "strategy-sheet": ["/0101/strategier/plan/regneark"],
    "initiative-sheet": ["/0101/indsatser/ven/regneark"],
    "indicator-sheet": ["/0101/indikatorer/andel/regneark"],
    "strategy-map-sheet": ["/0101/strategikort/regneark"],
    "calendar-sheet": ["/0101/aarshjul/regneark?year=2018"],
    "objective-sheet": ["/0101/maal/maal/regneark"],
    "target-group-sheet": ["/0101/maalgrupper/gruppe/regneark"],
    "method-sheet": ["/0101/metoder/metode/regneark"],
    "body-sheet": ["/0101/udvalg/{body}/regneark"],
    "instrument-sheet": ["/instrumenter/skema/regneark"],
    "budget-sheet": ["/0101/budget/regneark"],
    "budget-line-sheet": ["/0101/budget/linjer/linje/regneark"],
}
# Whose money it is is asked apart; and what is filled in has no other form than a workbook.
ELSEWHERE = {"sheets", "fill-in", "funding-source-sheet", "national-funding-source-sheet"}


@pytest.fixture
def town(cast: Cast) -> Town:
    """Everything that has a name is called as a formula begins."""
    town = cast.koebenhavn
    home, ada = town.municipality, town.administrator
    plan = factories.strategy(home, EVIL[0], by=ada, reference="plan", committee=town.committee)
    goal = factories.objective(plan, EVIL[1], reference="maal")
    initiative = factories.initiative(home, EVIL[2], by=ada, reference="ven", strategy=plan, summary=EVIL[3], code="=1")
    factories.under(initiative, goal)
    factories.owner(initiative, town.committee)
    group = factories.target_group(home, EVIL[3], reference="gruppe", note=EVIL[5])
    method = writing.save(Method(reference="metode", name=EVIL[0]), by=None)
    instrument = writing.save(Instrument(reference="skema", name=EVIL[1]), by=None)
    used = {"municipality": home, "initiative": initiative}
    for row in (
        InitiativeTargetGroup(**used, target_group=group),
        MethodUse(**used, method=method, state="in_use", note=EVIL[2]),
        Activity(**used, title=EVIL[4], kind="milestone", period_text="1. maj 2018", text=EVIL[0]),
    ):
        writing.save(row, by=ada)
    factories.text(initiative, factories.heading(home, label=EVIL[2]), EVIL[1])
    line = factories.line(home, initiative, name=EVIL[0], by=ada, reference="linje", description=EVIL[1])
    factories.entry(line, 100, by=ada, note=EVIL[2])
    factories.statement(line, 100, by=ada, note=EVIL[3])
    indicator = factories.indicator(
        home, EVIL[1], by=ada, reference="andel", question=EVIL[2], instrument=instrument, shared_nationally=True
    )
    factories.measurement(indicator, 45, by=ada, note=EVIL[3], source=EVIL[0], subgroup=EVIL[5])
    factories.target(indicator, 40, by=ada, note=EVIL[1])
    factories.status_update(initiative, ada, approved_by=town["manager"], text=EVIL[0])
    return town


def addresses(town: Town, *names: str) -> list[str]:
    """Of all pages, unless some are named."""
    return [one.format(body=town.committee.reference) for name in names or PAGES for one in PAGES[name]]


def fetched(client: Client, address: str, form: str) -> bytes:
    answer: Any = client.get(f"{address}{'&' if '?' in address else '?'}format={form}")
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content)


def texts(content: bytes) -> Iterator[str]:
    """Of a zip each of its parts."""
    if not content.startswith(b"PK"):
        yield content.decode("utf-8-sig")
        return
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            yield archive.read(name).decode("utf-8-sig")


def test_no_address_is_forgotten() -> None:
    names = {str(one.name) for one in urls.urlpatterns}
    assert names == PAGES.keys() | ELSEWHERE


@pytest.mark.once
@pytest.mark.parametrize("role", ["administrator", pytest.param("reader", marks=pytest.mark.slow)])
def test_no_cell_of_any_download_is_a_formula(town: Town, client: Client, role: str) -> None:
    client.force_login(town[role])
    met = set()
    for address in addresses(town):
        for part in texts(fetched(client, address, "xlsx")):
            assert not re.search(r"<f[ >]|<hyperlink|externalLink", part), address
            met |= {one for one in EVIL[:4] if one.replace('"', "&quot;") in part or one in part}
        for form, separator in (("csv", ";"), ("data", ",")):
            for part in texts(fetched(client, address, form)):
                for row in csv.reader(StringIO(part, newline=""), delimiter=separator):
                    for cell in row:
                        is_number = re.fullmatch(r"-[\d.,]+( %)?", cell) is not None
                        assert is_number or cell.lstrip(" ")[:1] not in SIGNS or not cell, (address, cell)
    assert met == set(EVIL[:4])


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        fetched(client, address, "xlsx")
    return len(captured)


@pytest.mark.parametrize(
    "names",
    [("portfolio-sheet", "initiative-sheet", "budget-sheet"), pytest.param((), marks=pytest.mark.slow)],
    ids=["a few", "all"],
)
@pytest.mark.once
def test_none_asks_more_often_for_many_rows_than_for_few(town: Town, client: Client, names: tuple[str, ...]) -> None:
    client.force_login(town.administrator)
    grow(town, 3, "faa")
    asked = addresses(town, *names)
    for address in asked:
        fetched(client, address, "xlsx")
    few = {address: queries(client, address) for address in asked}
    grow(town, 40, "mange")
    home, ada = town.municipality, town.administrator
    group, method = TargetGroup.objects.get(), Method.objects.get()
    goal = Objective.objects.get()
    for number in range(8):
        more = factories.initiative(home, f"Flere {number}", by=ada)
        factories.under(more, goal)
        factories.owner(more, town.committee)
        for row in (
            InitiativeTargetGroup(municipality=home, initiative=more, target_group=group),
            MethodUse(municipality=home, initiative=more, method=method, state="in_use"),
            Activity(municipality=home, initiative=more, title="Møde", kind="milestone", period_text="2. maj 2018"),
        ):
            writing.save(row, by=ada)
    assert {address: queries(client, address) for address in asked} == few
