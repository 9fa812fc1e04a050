"""Whether figures of two municipalities may stand side by side: pure functions.

The rules in words: both owners share the indicator nationally and both have measured it; both ask the same question on
the same scale with the same cut-off, print it in the same unit, and ask the same population, each in the whole of its
municipality or in the same area; and the values are of the same calendar years. What is not stated agrees with nothing.
An indicator without a question of its own asks that of its instrument, unless each survey of that kind has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from indicators.models import Indicator, Measurement
from organisation.sorting import search_key

Years = tuple[int, ...]


class Lack(StrEnum):
    """What one indicator lacks by itself."""

    NOT_SHARED = "not_shared"
    NO_QUESTION = "no_question"
    NO_POPULATION = "no_population"
    NO_VALUE = "no_value"
    NO_PERIOD = "no_period"


class Difference(StrEnum):
    QUESTION = "question"
    SCALE = "scale"
    UNIT = "unit"
    POPULATION = "population"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of whom, in a form in which equal means the same."""

    question: str
    scale: str
    unit: str
    population: str


def asked(indicator: Indicator) -> Asked:
    town, instrument = indicator.municipality.name, indicator.instrument
    known = instrument if instrument and not instrument.has_own_questions else None
    question = indicator.question or (known.question if known else "")
    scale = indicator.scale or (known.scale if known else "")
    cut_off = indicator.cut_off or (known.cut_off if known else "")
    area = (
        "" if _same(indicator.geography) in {"", _same(town), _same(f"{town} Kommune")} else _same(indicator.geography)
    )
    population = _same(_elsewhere(indicator.population, town))
    return Asked(
        question=_same(question),
        scale=f"{_same(scale)}|{_same(cut_off)}",
        unit=indicator.unit,
        population=f"{population}|{area}" if population else "",
    )


def _elsewhere(text: str, town: str) -> str:
    """ "borgere i Rødovre" are the same people as "borgere i Aarhus", each in their own town."""
    return re.sub(rf"\b(?:i|in)\s+{re.escape(town)}(?:\s+kommune)?\b", "", text, flags=re.IGNORECASE)


def _same(text: str) -> str:
    return " ".join(re.findall(r"\w+", search_key(text)))


def lacks(indicator: Indicator, series: Iterable[Measurement]) -> Iterator[Lack]:
    of_it, values = asked(indicator), [row for row in series if row.number is not None]
    if not indicator.shared_nationally:
        yield Lack.NOT_SHARED
    if not of_it.question:
        yield Lack.NO_QUESTION
    if not of_it.population:
        yield Lack.NO_POPULATION
    if not values:
        yield Lack.NO_VALUE
    elif not by_years(values):
        yield Lack.NO_PERIOD


def by_years(series: Iterable[Measurement]) -> dict[Years, Measurement]:
    """The dated values by the calendar years that they are of; of two in one year the later."""
    return {years: row for row in series if row.number is not None and (years := years_of(row))}


def years_of(row: Measurement) -> Years:
    """() when it is not known in which years it was collected."""
    return tuple(row.effective.years or ()) if row.effective_start is not None else ()


def differences(one: Asked, other: Asked, *, share_a_period: bool) -> Iterator[Difference]:
    if one.question != other.question:
        yield Difference.QUESTION
    if one.scale != other.scale:
        yield Difference.SCALE
    if one.unit != other.unit:
        yield Difference.UNIT
    if one.population != other.population:
        yield Difference.POPULATION
    if not share_a_period:
        yield Difference.PERIOD
