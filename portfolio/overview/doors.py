"""The doors: everything that a page or report shows, in one call, with a fixed number of queries."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from initiatives.models import Initiative, InitiativeObjective, Strategy
from organisation.models import Municipality, User
from portfolio.overview import shapes, trees, words
from portfolio.overview.cards import cards, count_states
from portfolio.overview.indicator_figures import figures
from portfolio.overview.rows import Rows, load
from portfolio.overview.sheets import Parts, load_parts
from portfolio.overview.sheets import sheet as compose_sheet
from portfolio.overview.sources import load_sources
from portfolio.overview.statuses import count_lights
from portfolio.overview.surroundings import Surroundings, load_surroundings
from portfolio.overview.tables import budget_tables, money_summary
from portfolio.overview.viewpoint import Viewpoint, any_fictional

M = TypeVar("M", bound=Model)


def portfolio_overview(
    user: User, municipality: Municipality, initiatives: QuerySet[Initiative], as_of: datetime.date
) -> shapes.PortfolioOverview:
    """`initiatives` is narrowed by the caller; of them, those count that the user may see in the municipality."""
    viewpoint = Viewpoint(user, municipality, as_of)
    strategies = Strategy.objects.visible_to(user).filter(municipality=municipality)
    rows, around, _parts = load_all(viewpoint, initiatives, strategies)
    return whole_portfolio(rows, around)


def strategy_overview(
    user: User, strategy: Strategy, as_of: datetime.date, *, known_on: datetime.datetime | None = None
) -> shapes.StrategyShown:
    """Raises Strategy.DoesNotExist when the user may not see the strategy."""
    viewpoint = Viewpoint(user, strategy.municipality, as_of, known_on=known_on)
    strategies = Strategy.objects.visible_to(user).filter(pk=strategy.pk)
    chosen = initiatives_of(strategy).known_by(known_on)  # type: ignore[attr-defined]
    rows, around, _parts = load_all(viewpoint, chosen, strategies)
    return trees.strategy(rows, _found(rows.strategies, strategy), around)


def initiative_sheet(
    user: User,
    initiative: Initiative,
    as_of: datetime.date,
    *,
    keeps_day: bool = False,
    known_on: datetime.datetime | None = None,
) -> shapes.InitiativeSheet:
    """Raises Initiative.DoesNotExist when the user may not see the initiative."""
    viewpoint = Viewpoint(user, initiative.municipality, as_of, keeps_day=keeps_day, known_on=known_on)
    strategies = Strategy.objects.visible_to(user).filter(municipality=initiative.municipality)
    chosen = Initiative.objects.filter(pk=initiative.pk)
    rows, around, parts = load_all(viewpoint, chosen, strategies, with_parts=True, whole_history=True)
    return compose_sheet(rows, _found(rows.initiatives, initiative), parts, around)


def _found(found: Mapping[int, M], row: M) -> M:
    """The row as it was loaded through the user's rights."""
    if row.pk not in found:
        raise type(row).DoesNotExist  # type: ignore[attr-defined]
    return found[row.pk]


def initiatives_of(strategy: Strategy) -> QuerySet[Initiative]:
    """Those that name the strategy and those that stand under one of its objectives."""
    under = InitiativeObjective.objects.filter(objective__strategy=strategy).values("initiative")
    return Initiative.objects.filter(Q(strategy=strategy) | Q(pk__in=under))


def load_all(
    viewpoint: Viewpoint,
    initiatives: QuerySet[Initiative],
    strategies: QuerySet[Strategy],
    *,
    with_parts: bool = False,
    whole_history: bool = False,
) -> tuple[Rows, Surroundings, Parts]:
    """All rows, then the sources of all of them in one query. `with_parts` also loads what a sheet is made of."""
    rows = load(viewpoint, initiatives, strategies, latest_status_only=not whole_history)
    around = load_surroundings(viewpoint, rows.initiatives, rows.strategies)
    parts = load_parts(rows.initiatives if with_parts else (), viewpoint.municipality.pk)
    sources = load_sources(viewpoint, [*rows.rows, *around.rows, *parts.rows])
    return dataclasses.replace(rows, sources=sources), dataclasses.replace(around, sources=sources), parts


def whole_portfolio(rows: Rows, around: Surroundings) -> shapes.PortfolioOverview:
    viewpoint = rows.viewpoint
    shown = cards(rows, (row.pk for row in rows.chosen))
    strategies = tuple(trees.strategy(rows, row, around) for row in rows.strategies.values())
    lines = rows.money.lines_of(rows.tree.with_everything_below(row.pk for row in rows.chosen))
    return shapes.PortfolioOverview(
        municipality=viewpoint.municipality.name,
        municipality_code=viewpoint.municipality.code,
        url=viewpoint.municipality.get_absolute_url() if viewpoint.has_links else "",
        as_of=viewpoint.as_of,
        as_of_text=words.day(viewpoint.as_of),
        strategies=strategies,
        outside_strategies=cards(rows, (row.pk for row in rows.chosen if not rows.strategies_of(row))),
        initiatives=shown,
        initiative_count=len(shown),
        count_text=words.initiatives(len(shown)),
        by_state=count_states(shown),
        by_light=count_lights(shown),
        money=money_summary(rows, lines, (rows.money.lines_of(rows.below_strategy(pk)) for pk in rows.strategies)),
        budget_tables=budget_tables(rows, lines),
        indicators=figures(rows, rows.figures.indicators),
        missing=tuple(_missing(rows)),
        empty_text="" if shown else _("There are no initiatives here."),
        is_fictional=any_fictional(shown, strategies),
    )


def _missing(rows: Rows) -> Iterator[str]:
    if not rows.strategies:
        yield _("The municipality has no strategies.")
    if not rows.figures.indicators:
        yield _("The portfolio has no indicators.")
    if not rows.money.lines:
        yield _("The portfolio has no amounts.")
