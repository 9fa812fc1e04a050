"""What pays, and what is to be filled in: nobody else's rows, and no formula."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from budgets.models import FundingSource, LineRelation
from organisation import writing
from organisation.models import User
from portfolio.sheets.formula_signs import SIGNS
from portfolio.sheets.writing.fill_in import FILL_INS
from tests import factories
from tests.cast import Cast
from tests.portfolio.sheets.test_every_download import EVIL, fetched, texts
from tests.world import signed_in

pytestmark = pytest.mark.django_db
SOURCES = ("/0101/budget/kilder/pulje", "/0101/budget/kilder/landsdaekkende/stat")
FORMS = [f"/0101/regneark/skabeloner/{slug}" for slug in FILL_INS]


@pytest.fixture
def two_towns(cast: Cast) -> Cast:
    """In both towns a line that each source pays, and an indicator; names begin as formulas do."""
    terms: dict[str, Any] = {"unit": "kr", "value_state": "value", "amount_ore": 500_000, "raw": "5.000"}
    stat = FundingSource(reference="stat", name=EVIL[0], kind="state_pool", note=EVIL[1], **terms)
    writing.save(stat, by=cast.operator)
    for town, said in ((cast.koebenhavn, EVIL[1]), (cast.aarhus, "=Aarhus")):
        home, ada = town.municipality, town.administrator
        pool = FundingSource(municipality=home, reference="pulje", name=EVIL[2], kind="local_pool", **terms)
        writing.save(pool, by=ada)
        for number, source in enumerate((stat, pool)):
            line = factories.line(home, name=f"{said}{number}", code=f"=K{number}", by=ada)
            factories.entry(line, 1_000, by=town["finance"], note=EVIL[2])
            paid = LineRelation(municipality=home, line=line, kind="financed_by", funding_source=source)
            writing.save(paid, by=ada)
        factories.indicator(home, f"{said} ensomme", by=ada)
    return cast


def test_no_cell_of_a_source_or_of_what_is_filled_in_is_a_formula(two_towns: Cast) -> None:
    finn = signed_in(two_towns.koebenhavn["finance"])
    for address in (*(f"{one}/regneark" for one in SOURCES), *FORMS):
        parts = list(texts(fetched(finn, address, "xlsx")))
        assert not any(re.search(r"<f[ >]|<hyperlink|externalLink", part) for part in parts), address
        assert any(EVIL[1] in part for part in parts), address
    for address in SOURCES:
        for form, separator in (("csv", ";"), ("data", ",")):
            rows = [
                row
                for part in texts(fetched(finn, f"{address}/regneark", form))
                for row in csv.reader(StringIO(part, newline=""), delimiter=separator)
            ]
            starts = {cell.lstrip(" ")[:1] for row in rows for cell in row if not re.fullmatch(r"-[\d.,]+", cell)}
            assert starts.isdisjoint(SIGNS), address
            assert any(EVIL[1] in cell for row in rows for cell in row), address


def test_neither_tells_of_another_town(two_towns: Cast) -> None:
    finn = signed_in(two_towns.koebenhavn["finance"])
    for address in (*(f"{one}/regneark" for one in SOURCES), *FORMS):
        assert not any("=Aarhus" in part for part in texts(fetched(finn, address, "xlsx"))), address


@pytest.mark.parametrize("address", [*(f"{one}/regneark" for one in SOURCES), *FORMS])
def test_for_others_than_the_towns_own_they_do_not_exist(two_towns: Cast, address: str) -> None:
    for user in (two_towns.aarhus["finance"], two_towns.aarhus.administrator, two_towns.stranger):
        assert signed_in(user).get(address, {"format": "xlsx"}).status_code == 404
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("role", ["reader", "committee_member", "caseworker", "manager"])
def test_a_form_is_only_for_those_who_may_send_it_back(two_towns: Cast, role: str) -> None:
    client = signed_in(two_towns.koebenhavn[role])
    got = {slug for slug in FILL_INS if client.get(f"/0101/regneark/skabeloner/{slug}").status_code == 200}
    assert got == ({"indikatorer"} if role in {"caseworker", "manager"} else set())
    shown = client.get("/0101/regneark/").content.decode()
    assert set(re.findall(r'href="/0101/regneark/skabeloner/([^"]+)"', shown)) == got


@pytest.mark.parametrize("role", ["reader", "committee_member", "finance"])
def test_a_source_tells_of_the_lines_that_its_page_tells_of(two_towns: Cast, role: str) -> None:
    town = two_towns.koebenhavn
    draft = factories.initiative(town.municipality, "Kladden", by=town.administrator)
    line = factories.line(town.municipality, draft, name="Kladdens linje", by=town.administrator)
    factories.entry(line, 3_000, by=town["finance"])
    for source in FundingSource.objects.filter(municipality__in=[town.municipality.pk]):
        relation = LineRelation(municipality=town.municipality, line=line, kind="financed_by", funding_source=source)
        writing.save(relation, by=town.administrator)
    user: User = town[role]
    page = signed_in(user).get("/0101/budget/kilder/pulje/").content.decode()
    sheet = "".join(texts(fetched(signed_in(user), f"{SOURCES[0]}/regneark", "csv")))
    assert "+1+11" in sheet
    for said in ("Kladdens linje", "Kladden", "+1+10", "+1+11"):
        assert (said in page) == (said in sheet), said
