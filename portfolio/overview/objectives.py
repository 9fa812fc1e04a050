"""What is measured at an objective and at those below it."""

from __future__ import annotations

import datetime

from initiatives.models import Objective
from organisation.models import User
from portfolio.overview import shapes
from portfolio.overview.indicator_figures import figures
from portfolio.overview.money_rows import MoneyRows
from portfolio.overview.rows import Rows, Tree, load_figures, of_figures
from portfolio.overview.sources import load_sources
from portfolio.overview.viewpoint import Viewpoint


def measured_at(
    user: User,
    objective: Objective,
    as_of: datetime.date,
    *,
    keeps_day: bool = False,
    known_on: datetime.datetime | None = None,
) -> tuple[shapes.IndicatorFigure, ...]:
    viewpoint = Viewpoint(user, objective.municipality, as_of, keeps_day=keeps_day, known_on=known_on)
    found = load_figures(viewpoint, set(), [objective.pk])
    rows = Rows(
        viewpoint=viewpoint, tree=Tree({}, {}), chosen=[], initiatives={}, strategies={}, objectives={}, branches={},
        under={}, stands_under={}, involvements={}, target_groups={}, statuses={}, money=MoneyRows.nothing(),
        figures=found, sources=load_sources(viewpoint, of_figures(found)),
    )  # fmt: skip
    return figures(rows, found.indicators)
