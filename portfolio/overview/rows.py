"""All rows behind a page, in a number of queries that does not depend on how many initiatives there are.

Roots and rows with a rule of their own are found through `visible_to`; rows that only belong to an initiative come with
the initiatives that the reader sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q, QuerySet, Subquery

from budgets.decision_sums import Wanted
from budgets.models import BudgetLine
from indicators.models import Indicator, IndicatorInitiative, IndicatorObjective, Measurement, Target
from initiatives.models import (
    Initiative,
    InitiativeObjective,
    InitiativeTargetGroup,
    Involvement,
    Objective,
    StatusUpdate,
    Strategy,
)
from portfolio.overview.money_rows import MoneyRows, grouped, load_money, pairs, rows_of_money
from portfolio.overview.sources import Sources
from portfolio.overview.viewpoint import Viewpoint

__all__ = [
    "IndicatorRows",
    "MoneyRows",
    "Rows",
    "Tree",
    "figures_of",
    "grouped",
    "load",
    "load_figures",
    "of_figures",
    "statuses_of",
]


@dataclass(frozen=True)
class Tree:
    """All initiatives of the municipality that the reader sees, by title only; what is under what."""

    titles: Mapping[int, Initiative]
    children: Mapping[int | None, list[Initiative]]

    def with_everything_below(self, pks: Iterable[int]) -> set[int]:
        found: set[int] = set()
        waiting = [pk for pk in pks if pk in self.titles]
        while waiting:
            pk = waiting.pop()
            if pk not in found:
                found.add(pk)
                waiting += [child.pk for child in self.children.get(pk, ())]
        return found


def load_tree(viewpoint: Viewpoint) -> Tree:
    seen = Initiative.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
    fields = (
        "reference",
        "code",
        "title",
        "display_title",
        "kind",
        "parent",
        "strategy",
        "is_fictional",
        "approved_at",
    )
    titles = {row.pk: row for row in seen.only(*fields).order_by("sort_key", "pk")}
    return Tree(titles, grouped(titles.values(), lambda row: row.parent_id))


@dataclass(frozen=True)
class IndicatorRows:
    indicators: Mapping[int, Indicator]
    measurements: Mapping[int, list[Measurement]]
    targets: Mapping[int, list[Target]]
    initiatives: Mapping[int, list[int]]
    objectives: Mapping[int, list[int]]


@dataclass(frozen=True)
class Rows:
    """`chosen` are the initiatives that the caller asked for, in order; `initiatives` also holds those below them.

    `under` are an initiative's objectives, `stands_under` an objective's chosen initiatives, `branches` its children.
    """

    viewpoint: Viewpoint
    tree: Tree
    chosen: list[Initiative]
    initiatives: Mapping[int, Initiative]
    strategies: Mapping[int, Strategy]
    objectives: Mapping[int, Objective]
    branches: Mapping[int | None, list[Objective]]
    under: Mapping[int, list[int]]
    stands_under: Mapping[int, list[int]]
    involvements: Mapping[int, list[Involvement]]
    target_groups: Mapping[int, list[InitiativeTargetGroup]]
    statuses: Mapping[int, list[StatusUpdate]]
    money: MoneyRows
    figures: IndicatorRows
    sources: Sources

    @classmethod
    def of(
        cls,
        viewpoint: Viewpoint,
        *,
        tree: Tree | None = None,
        money: MoneyRows | None = None,
        figures: IndicatorRows | None = None,
    ) -> Rows:
        """Only what is given: for what asks about money or indicators alone."""
        return cls(
            viewpoint=viewpoint, tree=tree or Tree({}, {}), chosen=[], initiatives={}, strategies={}, objectives={},
            branches={}, under={}, stands_under={}, involvements={}, target_groups={}, statuses={},
            money=money or MoneyRows.nothing(), figures=figures or IndicatorRows({}, {}, {}, {}, {}),
            sources=Sources(),
        )  # fmt: skip

    @property
    def rows(self) -> list[models.Model]:
        """All whose sources a page may show."""
        involvements = [row for several in self.involvements.values() for row in several]
        target_groups = [row for several in self.target_groups.values() for row in several]
        return [
            *self.initiatives.values(), *self.strategies.values(), *self.objectives.values(), *involvements,
            *target_groups, *rows_of_money(self.money), *of_figures(self.figures),
        ]  # fmt: skip

    def of_strategy(self, strategy: int) -> list[int]:
        """Chosen initiatives that name the strategy or stand under one of its objectives, in order."""
        return self._by_strategy.get(strategy, [])

    @cached_property
    def _by_strategy(self) -> Mapping[int, list[int]]:
        return pairs((strategy, row.pk) for row in self.chosen for strategy in self.strategies_of(row))

    def strategies_of(self, row: Initiative) -> set[int]:
        under = {self.objectives[pk].strategy_id for pk in self.under.get(row.pk, ())}
        return under | ({row.strategy_id} & self.strategies.keys() if row.strategy_id else set())

    def below_strategy(self, strategy: int) -> set[int]:
        return self.tree.with_everything_below(self.of_strategy(strategy))

    def below_objective(self, objective: int) -> set[int]:
        """Chosen initiatives under the objective or one below it, with everything below them."""
        nodes, waiting = set(), [objective]
        while waiting:
            node = waiting.pop()
            nodes.add(node)
            waiting += [child.pk for child in self.branches.get(node, ()) if child.pk not in nodes]
        chosen = {pk for node in nodes for pk in self.stands_under.get(node, ())}
        return self.tree.with_everything_below(chosen)

    def is_whole(self, strategy: int) -> bool:
        """Every initiative of the strategy that the reader sees is among the rows."""
        return all(pk in self.initiatives for pk, row in self.tree.titles.items() if row.strategy_id == strategy)


def load(
    viewpoint: Viewpoint,
    chosen: QuerySet[Initiative],
    strategies: QuerySet[Strategy],
    *,
    latest_status_only: bool = True,
    lines_too: QuerySet[BudgetLine] | None = None,
) -> Rows:
    """Everything about the initiatives and those below them, and the money of `lines_too`, which may serve none.

    The sources are for the caller to add.
    """
    tree = load_tree(viewpoint)
    asked = chosen.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)  # type: ignore[attr-defined]
    asked_pks = list(asked.order_by("sort_key", "pk").values_list("pk", flat=True))
    pks = tree.with_everything_below(asked_pks)
    initiatives = Initiative.objects.filter(pk__in=pks).select_related("document").in_bulk()
    found_strategies = {row.pk: row for row in strategies.select_related("committee", "document").order_by("sort_key")}
    objectives = {row.pk: row for row in Objective.objects.of_strategies(found_strategies.values())}
    chosen_pks = set(asked_pks)
    under = [
        (link.initiative_id, link.objective_id)
        for link in InitiativeObjective.objects.filter(initiative__in=pks).order_by("pk")
        if link.objective_id in objectives
    ]
    money = load_money(viewpoint, pks, found_strategies, objectives, lines_too=lines_too)
    figures = load_figures(viewpoint, pks, objectives)
    return Rows(
        viewpoint=viewpoint,
        tree=tree,
        chosen=[initiatives[pk] for pk in asked_pks if pk in initiatives],
        initiatives=initiatives,
        strategies=found_strategies,
        objectives=objectives,
        branches=grouped(objectives.values(), lambda row: row.parent_id),
        under=pairs(under),
        stands_under=pairs((objective, pk) for pk, objective in under if pk in chosen_pks),
        involvements=grouped(
            Involvement.objects.filter(initiative__in=pks).select_related("body", "user").order_by("pk"),
            lambda row: row.initiative_id,
        ),
        target_groups=grouped(
            InitiativeTargetGroup.objects.filter(initiative__in=pks)
            .select_related("target_group__parent")
            .order_by("pk"),
            lambda row: row.initiative_id,
        ),
        statuses=statuses_of(viewpoint, pks, latest_only=latest_status_only),
        money=money,
        figures=figures,
        sources=Sources(),
    )


def statuses_of(viewpoint: Viewpoint, pks: set[int], *, latest_only: bool) -> Mapping[int, list[StatusUpdate]]:
    """Approved updates as of the day, newest first."""
    then = (viewpoint.as_of, viewpoint.known_on)
    updates = StatusUpdate.objects.visible_to(viewpoint.user).filter(initiative__in=pks).select_related("author")
    if latest_only:
        newest = StatusUpdate.objects.filter(initiative=OuterRef("initiative")).approved_as_of(*then)
        updates = updates.filter(pk=Subquery(newest.values("pk")[:1]))
    return grouped(updates.approved_as_of(*then), lambda row: row.initiative_id)


def load_figures(
    viewpoint: Viewpoint, initiatives: Wanted, objectives: Iterable[int], *, only_verdicts: bool = False
) -> IndicatorRows:
    of_initiatives = IndicatorInitiative.objects.filter(initiative__in=initiatives).values("indicator")
    of_objectives = IndicatorObjective.objects.filter(objective__in=list(objectives)).values("indicator")
    chosen = Indicator.objects.filter(Q(pk__in=of_initiatives) | Q(pk__in=of_objectives))
    return figures_of(viewpoint, chosen, only_verdicts=only_verdicts)


def figures_of(viewpoint: Viewpoint, chosen: QuerySet[Indicator], *, only_verdicts: bool = False) -> IndicatorRows:
    """Of the chosen, the indicators of the municipality that the reader sees, with their approved values.

    `only_verdicts`: without who approved and owns them, which no verdict asks about and many rows are slow to say.
    """
    user = viewpoint.user
    found = chosen.visible_to(user).filter(municipality=viewpoint.municipality)  # type: ignore[attr-defined]
    if not only_verdicts:
        found = found.select_related("instrument", "data_owner", "document")
    indicators = found.order_by("sort_key", "pk").in_bulk()
    # Drafts are mended in the administration; a figure rests on what is approved.
    of_them = Q(indicator__in=indicators)
    measurements = Measurement.objects.visible_to(user).approved().filter(of_them)
    targets = Target.objects.visible_to(user).approved().filter(of_them)
    if not only_verdicts:
        measurements = measurements.select_related("approved_by")
        targets = targets.select_related("owner_body", "approved_by")
    return IndicatorRows(
        indicators=indicators,
        measurements=grouped(measurements.order_by("pk"), lambda row: row.indicator_id),
        targets=grouped(targets.order_by("pk"), lambda row: row.indicator_id),
        initiatives=pairs(_links(IndicatorInitiative, "initiative", indicators)),
        objectives=pairs(_links(IndicatorObjective, "objective", indicators)),
    )


def _links(model: type[models.Model], other: str, indicators: Iterable[int]) -> Iterable[tuple[int, int]]:
    rows: QuerySet[Any] = model._default_manager.filter(indicator__in=list(indicators))
    return list(rows.order_by("pk").values_list("indicator", other))


def of_figures(figures: IndicatorRows) -> list[models.Model]:
    values = [row for several in figures.measurements.values() for row in several]
    goals = [row for several in figures.targets.values() for row in several]
    return [*figures.indicators.values(), *values, *goals]
