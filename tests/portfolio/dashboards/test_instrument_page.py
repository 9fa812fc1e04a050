"""The same instrument in several municipalities: side by side where that is fair, else apart with the reasons."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertNotContains

from indicators.models import Indicator, Instrument
from organisation import writing
from organisation.models import Municipality
from tests import factories
from tests.cast import Cast, Town

ADDRESS = "/instrumenter/t-ils/"


@pytest.fixture
def instrument(cast: Cast, client: Client) -> Instrument:
    client.force_login(cast.koebenhavn["reader"])
    row = Instrument(reference="t-ils", name="T-ILS", question="Hvor ofte føler du dig holdt udenfor?", scale="3–9")
    return writing.save(row, by=None)


def measured(town: Town, instrument: Instrument, value: int, year: str = "2021", **fields: Any) -> Indicator:
    name, by = town.municipality.name, town.administrator
    defaults = {"population": f"borgere i {name}", "geography": name, "shared_nationally": True}
    made = factories.indicator(
        town.municipality, f"Ensomme i {name}", by=by, instrument=instrument, **defaults | fields
    )
    factories.measurement(made, value, by=by, effective_text=year, design="sample", n=1200, source="Sundhedsprofilen")
    return made


def words(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).replace("\N{NO-BREAK SPACE}", " ").split())


def parts(client: Client, address: str = ADDRESS) -> tuple[str, str]:
    """What stands side by side, and what stands apart."""
    shown = words(client.get(address).content)
    assert "Side om side" in shown or "Sammenlignes ikke" in shown
    together, _heading, apart = shown.partition("Sammenlignes ikke")
    return together, apart


def test_the_same_question_people_and_year_stand_side_by_side_by_name(
    client: Client, cast: Cast, instrument: Instrument
) -> None:
    measured(cast.koebenhavn, instrument, 9)
    measured(cast.aarhus, instrument, 12)
    together, apart = parts(client)
    assert apart == ""
    # Neither the better nor the worse first: København before Aarhus, as the alphabet has it.
    assert together.index("København Ensomme i København 9 % 2021") < together.index(
        "Aarhus Ensomme i Aarhus 12 % 2021"
    )
    assert "gennemsnit 10" not in together
    assert "10,5" not in together
    assert "21 %" not in together


def test_the_day_that_is_chosen_leaves_out_what_is_measured_later_and_goes_along(
    client: Client, cast: Cast, instrument: Instrument
) -> None:
    own = measured(cast.koebenhavn, instrument, 9)
    measured(cast.aarhus, instrument, 12, "2023")
    assert "12 %" in words(client.get(ADDRESS).content)
    page = client.get(f"{ADDRESS}?as_of=2022-01-01")
    assert "9 %" in words(page.content)
    assert "12 %" not in words(page.content)
    assert f"{own.get_absolute_url()}?as_of=2022-01-01" in page.content.decode()
    assert "er opgjort pr. 1. januar 2022" in words(page.content)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"question": "Er du ensom?"}, "Et andet spørgsmål end i: København."),
        ({"scale": "0–10"}, "En anden skala eller et andet skæringspunkt end i: København."),
        ({"cut_off": "6"}, "En anden skala eller et andet skæringspunkt end i: København."),
        ({"unit": "count"}, "En anden enhed end i: København."),
        ({"population": "brugere"}, "Andre mennesker er spurgt end i: København."),
        ({"population": ""}, "Det er ikke angivet, hvem der er spurgt."),
        ({"geography": "Gellerup"}, "Andre mennesker er spurgt end i: København."),
        ({"year": "2017"}, "Ikke målt i samme år som i: København."),
        ({"year": ""}, "Det er ikke angivet, hvornår der er målt."),
    ],
)
def test_else_the_page_says_why_not(
    client: Client, cast: Cast, instrument: Instrument, fields: dict[str, Any], reason: str
) -> None:
    measured(cast.koebenhavn, instrument, 9)
    measured(cast.aarhus, instrument, 12, **fields)
    together, apart = parts(client)
    assert "Side om side" not in together
    assert reason in apart


def test_what_another_municipality_does_not_share_cannot_be_told_to_exist(
    client: Client, cast: Cast, instrument: Instrument
) -> None:
    measured(cast.koebenhavn, instrument, 9)
    measured(cast.aarhus, instrument, 12, shared_nationally=False)
    page = client.get(ADDRESS)
    assertNotContains(page, "Aarhus")
    assert "Ingen anden kommune viser et tal" in words(page.content)


def test_ones_own_that_is_not_shared_stands_apart(client: Client, cast: Cast, instrument: Instrument) -> None:
    measured(cast.koebenhavn, instrument, 9, shared_nationally=False)
    measured(cast.aarhus, instrument, 12)
    together, apart = parts(client)
    assert "Side om side" not in together
    assert "Indikatoren er ikke delt nationalt." in apart


def test_another_municipalitys_drafts_and_pages_stay_its_own(
    client: Client, cast: Cast, instrument: Instrument
) -> None:
    measured(cast.koebenhavn, instrument, 9)
    other = measured(cast.aarhus, instrument, 12)
    factories.measurement(other, 77, effective_text="2022")
    page = client.get(ADDRESS)
    # Not two digits alone: the form's random token may hold them.
    assertNotContains(page, "77\xa0%")
    assertNotContains(page, "2022")
    assertNotContains(page, other.get_absolute_url())
    assert client.get(other.get_absolute_url()).status_code == 404


def test_the_number_of_queries_does_not_grow(client: Client, cast: Cast, instrument: Instrument) -> None:
    measured(cast.koebenhavn, instrument, 9)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(ADDRESS).status_code == 200
        return len(captured)

    queries()
    few = queries()
    for year in range(2010, 2020):
        measured(cast.aarhus, instrument, 12, year=str(year), reference=f"ensomme-{year}")
    assert queries() == few
    assert few <= 9


def test_the_library_lists_every_instrument_with_what_it_may_be_compared_with(
    client: Client, cast: Cast, instrument: Instrument
) -> None:
    measured(cast.koebenhavn, instrument, 9)
    measured(cast.aarhus, instrument, 12)
    writing.save(Instrument(reference="who", name="WHO-5", not_comparable_with="Cantrils stige"), by=None)
    with CaptureQueriesContext(connection) as asked:
        shown = words(client.get("/instrumenter/").content)
    assert len(asked) <= 8
    assert "T-ILS Spørgsmål Hvor ofte føler du dig holdt udenfor? Må sammenlignes med ikke angivet" in shown
    assert "Bruges af 1 indikator" in shown
    assert "WHO-5" in shown
    assert "Må ikke sammenlignes med Cantrils stige Bruges af ingen indikatorer" in shown


@pytest.mark.django_db
def test_the_documents_figures_of_loneliness_are_held_against_nothing(client: Client) -> None:
    """Users, recipients of home care and citizens; shares and counts; no question, mostly no date."""
    call_command("load_portfolios", verbosity=0)
    home = Municipality.objects.get(code="0175")
    client.force_login(factories.member(factories.user("rie@roedovre.invalid"), home, "reader").user)
    alone = Instrument.objects.get(reference="uoensket-alene")
    lonely = Indicator.objects.filter(
        reference__in=["oplever-at-vaere-ensomme", "fiktiv-ufrivilligt-ensom", "uoensket-alene", "ingen-at-tale-med"]
    )
    for row in lonely:
        # Even as if they had all been asked in one way, and shared.
        row.instrument, row.shared_nationally = alone, True
        writing.save(row, by=None)
    together, apart = parts(client, "/instrumenter/uoensket-alene/")
    assert "Side om side" not in together
    assert [town in apart for town in ("København", "Ballerup", "Rødovre")] == [True] * 3
    assert "Andre mennesker er spurgt end i: Ballerup og Rødovre." in apart
    assert "En anden enhed end i:" in apart
    assert "Det er ikke angivet, hvornår der er målt." in apart
