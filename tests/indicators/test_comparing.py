"""Which figures may stand side by side; the documents' four figures of loneliness may not."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from indicators.comparing import Difference, Lack, asked, by_years, differences, lacks
from indicators.models import Indicator, Instrument, Measurement
from organisation.models import Municipality

THREE = "Hvor ofte føler du dig isoleret, savner nogen at være sammen med og føler dig holdt udenfor?"
T_ILS = Instrument(reference="t-ils", name="T-ILS", question=THREE, scale="3–9", cut_off="7", unit="percent")
ALONE = Instrument(
    reference="uoensket-alene",
    name="Uønsket alene",
    question="Sker det nogensinde, at du er alene, selvom du mest har lyst til at være sammen med andre?",
)
OWN = Instrument(reference="egen-undersoegelse", name="Egen undersøgelse", has_own_questions=True)
TOWNS = {name: Municipality(name=name) for name in ("København", "Rødovre", "Aarhus", "Danmark")}


def indicator(town: str, name: str, instrument: Instrument | None, population: str, **fields: Any) -> Indicator:
    defaults = {"unit": "percent", "shared_nationally": True}
    return Indicator(
        municipality=TOWNS[town], name=name, instrument=instrument, population=population, **defaults | fields
    )


def measured(value: str, year: str = "") -> list[Measurement]:
    row = Measurement(value=value, raw=value, effective_text=year)
    row.prepare()
    return [row]


# As the documents state them; the instruments are those that the sources point at.
LONELINESS = {
    "Copenhagen's users": (
        indicator("København", "oplever at være ensomme", OWN, "Socialforvaltningens brugere"),
        measured("45"),
    ),
    "the country's adults": (
        indicator("Danmark", "føler sig ofte eller altid ensomme", T_ILS, "danskere over 16 år"),
        measured("4.6"),
    ),
    "Rødovre's citizens": (
        indicator("Rødovre", "er ofte uønsket alene", ALONE, "borgere i Rødovre", unit="count"),
        measured("1800"),
    ),
    "the country's young": (
        indicator("Danmark", "føler sig ensomme mindst én gang om ugen", None, "unge mellem 18 og 29 år"),
        measured("25"),
    ),
}


def against(
    one: Indicator, other: Indicator, values: list[Measurement], other_values: list[Measurement]
) -> set[Lack | Difference]:
    """Why the two may not stand side by side; empty when they may."""
    shared = bool(by_years(values).keys() & by_years(other_values).keys())
    found = differences(asked(one), asked(other), share_a_period=shared)
    return {*lacks(one, values), *lacks(other, other_values), *found}


@pytest.mark.parametrize(("one", "other"), list(combinations(LONELINESS, 2)))
def test_the_documents_figures_of_loneliness_are_four_measures(one: str, other: str) -> None:
    (first, values), (second, others) = LONELINESS[one], LONELINESS[other]
    found = against(first, second, values, others)
    # Whatever the municipalities find out about dates, they asked different questions of different people.
    assert {Difference.POPULATION, Difference.PERIOD} <= found
    assert found & {Difference.QUESTION, Lack.NO_QUESTION}
    assert found == against(second, first, others, values)


def twins(**fields: Any) -> tuple[Indicator, Indicator]:
    """The same question to the same kind of people in two towns; `fields` change the second."""
    first = indicator("Rødovre", "Andel ensomme", T_ILS, "voksne borgere")
    return first, indicator("Aarhus", "Ensomhed", **{"instrument": T_ILS, "population": "voksne borgere", **fields})


def test_the_same_instrument_question_population_and_period_may_be_compared() -> None:
    assert not against(*twins(), measured("8", "2021"), measured("9", "2021"))


@pytest.mark.parametrize(
    "fields",
    [
        {"instrument": ALONE},
        {"instrument": None},
        {"question": "Er du ensom?"},
        {"scale": "1–4"},
        {"cut_off": "8"},
        {"unit": "count"},
        {"population": "unge"},
        {"population": ""},
        {"geography": "Nordbyen"},
        {"shared_nationally": False},
    ],
)
def test_one_difference_is_enough(fields: dict[str, Any]) -> None:
    assert against(*twins(**fields), measured("8", "2021"), measured("9", "2021"))


@pytest.mark.parametrize("year", ["2017", ""])
def test_another_period_or_none_is_enough(year: str) -> None:
    assert against(*twins(), measured("8", "2021"), measured("9", year))


def test_two_surveys_of_their_own_are_the_same_only_by_their_questions() -> None:
    fields: dict[str, Any] = {"instrument": OWN, "population": "brugere"}
    one, other = indicator("Rødovre", "Ensomme", **fields), indicator("Aarhus", "Ensomme", **fields)
    assert Lack.NO_QUESTION in against(one, other, measured("8", "2021"), measured("9", "2021"))
    for row in (one, other):
        row.question = "Er du ensom?"
    assert not against(one, other, measured("8", "2021"), measured("9", "2021"))
