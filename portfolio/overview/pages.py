"""Which of the municipality's pages a row has."""

from __future__ import annotations

from django.db import models

from budgets.models import BudgetLine, FundingSource
from indicators.models import Indicator
from initiatives.models import Initiative, Method, Objective, Strategy, TargetGroup
from organisation.models import Body
from portfolio.overview.shapes import Link
from portfolio.overview.viewpoint import Viewpoint

PAGES: dict[type[models.Model], str] = {
    Strategy: "strategy",
    Objective: "objective",
    TargetGroup: "target-group",
    Method: "method",
    Initiative: "initiative",
    Indicator: "indicator",
    BudgetLine: "budget-line",
    Body: "body",
}


def page_of(row: models.Model) -> str:
    """The name of the address; "" for what has no page. A national source's reference may be one's own source's too."""
    if isinstance(row, FundingSource):
        return "funding-source" if row.municipality_id is not None else "national-funding-source"
    return PAGES.get(type(row), "")


def link_to(viewpoint: Viewpoint, row: models.Model) -> Link:
    return viewpoint.link(row, page_of(row))
