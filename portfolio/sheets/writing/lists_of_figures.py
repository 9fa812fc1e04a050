"""Lists of indicators, measured values and targets. What is hidden on the pages is hidden here."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from indicators.models import Disclosure, Indicator, IndicatorUnit, Measurement, Target
from indicators.models.values import HIDDEN
from indicators.resources import IndicatorResource, MeasurementResource, TargetResource
from indicators.small_counts import says_how_small
from organisation.models import Municipality, User
from organisation.units import Qualifier
from portfolio.overview import values
from portfolio.sheets.writing.declared import Extra, Listed, choice, missing
from portfolio.sheets.writing.tables import Column, Kind, Percent, Table, Value, Words

_HIDES = ("disclosure", "indicator__about_citizens")
_VALUE, _BASELINE = Column("value", "Værdi", Kind.NUMBER), Column("baseline", "Udgangspunkt", Kind.NUMBER)
_SHOWN = ("value", "low", "high", "raw", "qualifier", "indicator__unit")
_MEASURED = (*_HIDES, "disclosure_threshold", *_SHOWN)


def indicators(user: User, municipality: Municipality) -> Table:
    rows = Indicator.objects.visible_to(user).filter(municipality=municipality).order_by("sort_key", "pk")
    return Listed("indicators", _("Indicators"), IndicatorResource, rows, user, municipality).table()


def measurements(user: User, municipality: Municipality) -> Table:
    """Approved values that no later one replaces."""
    rows = Measurement.objects.visible_to(user).approved().filter(municipality=municipality)
    replaced = Measurement.objects.approved().filter(municipality=municipality, replaces__isnull=False)
    rows = rows.exclude(pk__in=replaced.values("replaces"))
    rows = rows.order_by("indicator__sort_key", "indicator", "subgroup", "effective_start", "pk")
    shown = {
        "value": Extra(_VALUE, (*_MEASURED, "is_baseline"), _unless_baseline),
        "n": Extra(Column("n", "Antal svar", Kind.NUMBER), (*_HIDES, "n"), _answers),
        # A note may repeat the very number that is hidden.
        "note": Extra(Column("note", "Bemærkning", Kind.LONG_TEXT), (*_HIDES, "note"), _note),
    }
    return Listed(
        "measurements", _("Measured values"), MeasurementResource, rows, user, municipality, shown,
        [Extra(_BASELINE, (*_MEASURED, "is_baseline"), _if_baseline), *_of_unit()],
        notes=(_("Figures about few people are hidden as they are on the pages."),),
    ).table()  # fmt: skip


def targets(user: User, municipality: Municipality) -> Table:
    rows = Target.objects.visible_to(user).approved().filter(municipality=municipality)
    replaced = Target.objects.approved().filter(municipality=municipality, replaces__isnull=False)
    rows = rows.exclude(pk__in=replaced.values("replaces"))
    rows = rows.order_by("indicator__sort_key", "indicator", "subgroup", "period_start", "pk")
    shown = {"value": Extra(Column("value", "Måltal", Kind.NUMBER), _SHOWN, figure)}
    return Listed("targets", _("Targets"), TargetResource, rows, user, municipality, shown, _of_unit()).table()


def _of_unit() -> list[Extra]:
    unit = choice(IndicatorUnit)
    return [Extra(Column("unit", "Måleenhed"), ("indicator__unit",), unit)]


def is_hidden(disclosure: str, about_citizens: bool) -> bool:
    """As the gate decided when the value was approved; one that it has not seen is closed."""
    return about_citizens and (not disclosure or disclosure in HIDDEN)


def _measured(disclosure: str, about_citizens: bool, k: int | None, *fact: Any) -> Value:
    if is_hidden(disclosure, about_citizens):
        counts = disclosure == Disclosure.SMALL and fact[-1] == IndicatorUnit.COUNT and says_how_small(k or 0)
        return Words(values.hidden_text(is_small_count=counts, k=k or 0), "hidden")
    return figure(*fact)


def _unless_baseline(*fact: Any) -> Value:
    return None if fact[-1] else _measured(*fact[:-1])


def _if_baseline(*fact: Any) -> Value:
    """The value that the others are held against stands in a column of its own: there is one of each group."""
    return _measured(*fact[:-1]) if fact[-1] else None


def _answers(disclosure: str, about_citizens: bool, n: int | None) -> Value:
    if is_hidden(disclosure, about_citizens):
        return Words(values.hidden_text(is_small_count=False, k=0), "hidden")
    return missing() if n is None else n


def _note(disclosure: str, about_citizens: bool, note: str) -> str | None:
    return None if is_hidden(disclosure, about_citizens) else note or None


def figure(*fact: Any) -> Value:
    """The number where there is one and nothing hedges it; else the words that say it. In the order of _SHOWN."""
    value, low, high, raw, qualifier, unit = fact
    if value is None or qualifier != Qualifier.EXACT:
        text = values.value_text(value, unit, qualifier=qualifier, raw=raw, low=low, high=high)
        return missing() if value is None and not raw and low is None else Words(text, qualifier)
    return Percent(value.normalize()) if unit == IndicatorUnit.PERCENT else value.normalize()
