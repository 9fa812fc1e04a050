"""Headings in the reader's language. In the code they are Danish, as the municipalities' sheets are; both are read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django.utils.translation import get_language

from budgets.resources import BudgetLineResource, EntryResource, StatementResource
from indicators.resources import IndicatorResource, MeasurementResource, TargetResource
from initiatives.resources import ActivityResource, InitiativeResource, TargetGroupResource
from organisation.resources import BodyResource
from portfolio.sheets import shown_only

_DECLARED = (
    BodyResource, InitiativeResource, ActivityResource, TargetGroupResource, BudgetLineResource, EntryResource,
    StatementResource, IndicatorResource, MeasurementResource, TargetResource,
)  # fmt: skip
_MORE = {
    "Oprindeligt budget": "Original budget",
    "Korrigeret budget": "Revised budget",
    "Forbrug": "Actuals",
    "Forventet regnskab": "Forecast",
    "Regnskab": "Accounts",
    "Beløb": "Amount",
    "Afvigelse": "Deviation",
    "Forbrugsprocent": "Spent share",
    "Udgangspunkt": "Baseline",
    "Seneste måling": "Latest value",
    "Strategi": "Strategy",
    "Handling": "Action",
    "Finansiering": "Financing",
}
_IN_KRONER = " i kr."


@cache
def _english() -> Mapping[str, str]:
    declared = {one.heading: one.english for resource in _DECLARED for one in resource.columns().values()}
    return {**declared, **_MORE, **shown_only.ENGLISH}


def in_language(heading: str) -> str:
    """The heading as it is in Danish, else in English where there is a word for it."""
    if (get_language() or "da").startswith("da"):
        return heading
    if heading.endswith(_IN_KRONER) and heading not in _english():
        return f"{in_language(heading.removesuffix(_IN_KRONER))} in kr."
    return _english().get(heading, heading)
