"""Whether two indicators may be held against each other, with the reasons in words.

Same instrument, question, scale, unit, population and period, and both shared nationally; what is not stated agrees
with nothing. Of an instrument under which each survey has its own questions, as a municipality's own survey, the
instrument's name says nothing: the questions themselves must be stated and be the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators.comparing import Difference, Lack, asked, by_years, differences, lacks
from indicators.models import Indicator, Measurement


@dataclass(frozen=True, slots=True)
class Comparability:
    """`reasons` are whole sentences, empty when the two may be compared."""

    may: bool
    reasons: tuple[str, ...]


def comparability(
    one: Indicator,
    other: Indicator,
    values: Iterable[Measurement] = (),
    other_values: Iterable[Measurement] = (),
) -> Comparability:
    """`values` are the approved values of the whole of each. The instruments and municipalities are loaded."""
    series, other_series = list(values), list(other_values)
    reasons = tuple(dict.fromkeys(_reasons(one, other, series, other_series)))
    return Comparability(not reasons, reasons)


def _reasons(
    one: Indicator, other: Indicator, values: Sequence[Measurement], other_values: Sequence[Measurement]
) -> Iterator[str]:
    yield from _instruments(one, other)
    lacking = {id(one): list(lacks(one, values)), id(other): list(lacks(other, other_values))}
    for indicator in (one, other):
        for lack in lacking[id(indicator)]:
            yield _lack_words(lack) % {"name": _named(indicator)}
    known = {lack for found in lacking.values() for lack in found}
    shared = bool(by_years(values).keys() & by_years(other_values).keys())
    for difference in differences(asked(one), asked(other), share_a_period=shared):
        if not _SAID_BY[difference] & known:
            yield _difference_words(difference)


def _instruments(one: Indicator, other: Indicator) -> Iterator[str]:
    for indicator in (one, other):
        if indicator.instrument is None:
            yield _("%(name)s: the instrument is not stated.") % {"name": _named(indicator)}
        elif indicator.instrument.has_own_questions:
            yield from _own_question(indicator)
    if one.instrument and other.instrument and one.instrument.reference != other.instrument.reference:
        names = {"one": one.instrument.name, "other": other.instrument.name}
        yield _("The instruments differ: %(one)s and %(other)s.") % names


def _own_question(indicator: Indicator) -> Iterator[str]:
    if not indicator.question:
        yield _("%(name)s: a survey of its own, whose question is not stated.") % {"name": _named(indicator)}


# What one of them lacks is told once, not again as a difference.
_SAID_BY = {
    Difference.QUESTION: {Lack.NO_QUESTION},
    Difference.SCALE: set[Lack](),
    Difference.UNIT: set[Lack](),
    Difference.POPULATION: {Lack.NO_POPULATION},
    Difference.PERIOD: {Lack.NO_VALUE, Lack.NO_PERIOD},
}


def _named(indicator: Indicator) -> str:
    return f"{indicator.municipality.name}, “{indicator.name}”"


def _lack_words(lack: Lack) -> str:
    return {
        Lack.NOT_SHARED: _("%(name)s: not shared nationally."),
        Lack.NO_QUESTION: _("%(name)s: the question is not stated."),
        Lack.NO_POPULATION: _("%(name)s: the population is not stated."),
        Lack.NO_VALUE: _("%(name)s: there is no value."),
        Lack.NO_PERIOD: _("%(name)s: the period is not stated."),
    }[lack]


def _difference_words(difference: Difference) -> str:
    return {
        Difference.QUESTION: _("The questions differ."),
        Difference.SCALE: _("The answer scales or the cut-offs differ."),
        Difference.UNIT: _("The units differ."),
        Difference.POPULATION: _("The populations differ."),
        Difference.PERIOD: _("The periods differ."),
    }[difference]
