"""All rows behind a page, in a number of queries that does not depend on how many initiatives there are.

Roots and rows with a rule of their own are found through `visible_to`; rows that only belong to an initiative come with
the initiatives that the reader sees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from django.db import models
from django.db.models import OuterRef, Q, QuerySet, Subquery

from budgets import ledger
from budgets.models import (
    BudgetLine,
    Entry,
    EntryPart,
    FundingSource,
    LineInitiative,
    LineRelation,
    RelationKind,
    StatedTotal,
    Statement,
    Transfer,
)
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
from portfolio.overview.sources import Sources
from portfolio.overview.viewpoint import Viewpoint

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def grouped(rows: Iterable[V], key: Callable[[V], K]) -> Mapping[K, list[V]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


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
    fields = ("reference", "code", "title", "display_title", "kind", "parent", "strategy", "is_fictional")
    titles = {row.pk: row for row in seen.only(*fields).order_by("sort_key", "pk")}
    return Tree(titles, grouped(titles.values(), lambda row: row.parent_id))


@dataclass(frozen=True)
class MoneyRows:
    """The budget of some lines. `serves` are the initiatives of a line that the reader sees; those of `and_others` also
    serve some that she does not. `seen_lines` are all lines whose name she may read, also as the other end of a
    transfer or a relation; `drafts` counts entries that are not posted and so in no sum.
    """

    lines: Mapping[int, BudgetLine]
    order: Mapping[int, int]
    serves: Mapping[int, list[int]]
    lines_by_initiative: Mapping[int, list[int]]
    and_others: frozenset[int]
    seen_lines: frozenset[int]
    entries: Mapping[int, Entry]
    drafts: int
    movements: Mapping[int, list[ledger.Movement]]
    transfers: Mapping[int, Transfer]
    statements: Mapping[int, list[Statement]]
    parts: Mapping[int, list[EntryPart]]
    relations: Mapping[int, list[LineRelation]]
    totals: list[StatedTotal]

    @cached_property
    def external(self) -> Mapping[int, list[str]]:
        """{line: the external pools that finance it}."""
        financing = [
            row for several in self.relations.values() for row in several if row.kind == RelationKind.FINANCED_BY
        ]
        pools = [(row.line_id, row.funding_source) for row in financing if row.funding_source is not None]
        return {
            line: [source.name for one, source in pools if one == line]
            for line in {line for line, source in pools if source.is_external}
        }

    def lines_of(self, initiatives: Iterable[int]) -> set[int]:
        return {line for pk in initiatives for line in self.lines_by_initiative.get(pk, ())}

    def movements_of(self, lines: Iterable[int]) -> list[ledger.Movement]:
        """In the order of the budget."""
        known = sorted((line for line in set(lines) if line in self.order), key=self.order.__getitem__)
        return [movement for line in known for movement in self.movements.get(line, ())]


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

    @property
    def rows(self) -> list[models.Model]:
        """All whose sources a page may show."""
        involvements = [row for several in self.involvements.values() for row in several]
        target_groups = [row for several in self.target_groups.values() for row in several]
        return [
            *self.initiatives.values(), *self.strategies.values(), *self.objectives.values(), *involvements,
            *target_groups, *_of_money(self.money), *of_figures(self.figures),
        ]  # fmt: skip

    def of_strategy(self, strategy: int) -> list[int]:
        """Chosen initiatives that name the strategy or stand under one of its objectives, in order."""
        return self._by_strategy.get(strategy, [])

    @cached_property
    def _by_strategy(self) -> Mapping[int, list[int]]:
        return _pairs((strategy, row.pk) for row in self.chosen for strategy in self.strategies_of(row))

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
        under=_pairs(under),
        stands_under=_pairs((objective, pk) for pk, objective in under if pk in chosen_pks),
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
        statuses=_statuses(viewpoint, pks, latest_only=latest_status_only),
        money=money,
        figures=figures,
        sources=Sources(),
    )


def _pairs(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return found


def _statuses(viewpoint: Viewpoint, pks: set[int], *, latest_only: bool) -> Mapping[int, list[StatusUpdate]]:
    """Approved updates as of the day, newest first."""
    known = Q() if viewpoint.known_on is None else Q(approved_at__lte=viewpoint.known_on)
    updates = StatusUpdate.objects.visible_to(viewpoint.user).filter(known, initiative__in=pks).select_related("author")
    if latest_only:
        newest = StatusUpdate.objects.filter(known, initiative=OuterRef("initiative")).approved_as_of(viewpoint.as_of)
        updates = updates.filter(pk=Subquery(newest.values("pk")[:1]))
    return grouped(updates.approved_as_of(viewpoint.as_of), lambda row: row.initiative_id)


def load_money(
    viewpoint: Viewpoint,
    initiatives: set[int],
    strategies: Iterable[int],
    objectives: Iterable[int],
    *,
    lines_too: QuerySet[BudgetLine] | None = None,
) -> MoneyRows:
    """The lines that serve the initiatives, those of `lines_too` that the reader sees, and all that hangs on them."""
    user = viewpoint.user
    money = load_amounts(viewpoint, initiatives, lines_too=lines_too)
    of_lines = Q(line__in=money.lines)
    relations = list(
        LineRelation.objects.filter(of_lines).select_related("to_line", "initiative", "funding_source").order_by("pk")
    )
    others = {relation.to_line_id for relation in relations} | {
        line for transfer in money.transfers.values() for line in (transfer.from_line_id, transfer.to_line_id)
    }
    others |= {entry.coverage_line_id for entry in money.entries.values()}
    seen = BudgetLine.objects.visible_to(user).filter(municipality=viewpoint.municipality)
    named = seen.filter(pk__in=[pk for pk in others if pk is not None]).values_list("pk", flat=True)
    totals = StatedTotal.objects.visible_to(user).filter(
        of_lines | Q(initiative__in=initiatives) | Q(strategy__in=list(strategies)) | Q(objective__in=list(objectives))
    )
    return replace(
        money,
        seen_lines=frozenset(named) | money.lines.keys(),
        parts=grouped(EntryPart.objects.filter(entry__in=money.entries).order_by("pk"), lambda row: row.entry_id),
        relations=grouped(relations, lambda row: row.line_id),
        totals=list(totals.order_by("reference")),
    )


def load_amounts(
    viewpoint: Viewpoint,
    initiatives: set[int],
    seen: Collection[int] | None = None,
    *,
    lines_too: QuerySet[BudgetLine] | None = None,
) -> MoneyRows:
    """The lines with their amounts, and nothing else of them. `seen`: the initiatives of the municipality that the
    reader sees, where the caller knows them.
    """
    user = viewpoint.user
    serving = LineInitiative.objects.filter(initiative__in=initiatives).values("line")
    more = Q() if lines_too is None else Q(pk__in=lines_too.values("pk"))
    wanted = BudgetLine.objects.visible_to(user).filter(Q(pk__in=serving) | more, municipality=viewpoint.municipality)
    lines = wanted.select_related("document").order_by("position", "sort_key", "pk").in_bulk()
    visible = seen
    if visible is None:
        served = Initiative.objects.visible_to(user).filter(line_links__line__in=lines)
        visible = set(served.values_list("pk", flat=True))
    links = list(LineInitiative.objects.filter(line__in=lines).order_by("pk").values_list("line", "initiative"))
    of_lines = Q(line__in=lines)
    entries = list(
        Entry.objects.visible_to(user).filter(of_lines).select_related("decision", "coverage_line").order_by("pk")
    )
    transfers = list(
        Transfer.objects.filter(Q(from_line__in=lines) | Q(to_line__in=lines), municipality=viewpoint.municipality)
        .posted()
        .select_related("decision", "from_line", "to_line")
        .order_by("pk")
    )
    loaded = ledger.movements(entries, transfers)
    movements = ledger.counting(loaded, as_of=viewpoint.as_of, known_on=viewpoint.known_on)
    counted = {movement.key[1] for movement in movements if movement.key[0] == "entry"}
    return MoneyRows(
        lines=lines,
        order={pk: place for place, pk in enumerate(lines)},
        serves=_pairs((line, initiative) for line, initiative in links if initiative in visible),
        lines_by_initiative=_pairs((initiative, line) for line, initiative in links if initiative in visible),
        and_others=frozenset(line for line, initiative in links if initiative not in visible),
        seen_lines=frozenset(lines),
        entries={entry.pk: entry for entry in entries if entry.pk in counted},
        drafts=sum(not entry.is_posted for entry in entries),
        movements=grouped(movements, lambda movement: movement.line),
        transfers={transfer.pk: transfer for transfer in transfers},
        statements=grouped(Statement.objects.visible_to(user).filter(of_lines).order_by("pk"), lambda row: row.line_id),
        parts={},
        relations={},
        totals=[],
    )


def load_figures(viewpoint: Viewpoint, initiatives: set[int], objectives: Iterable[int]) -> IndicatorRows:
    of_initiatives = IndicatorInitiative.objects.filter(initiative__in=initiatives).values("indicator")
    of_objectives = IndicatorObjective.objects.filter(objective__in=list(objectives)).values("indicator")
    return figures_of(viewpoint, Indicator.objects.filter(Q(pk__in=of_initiatives) | Q(pk__in=of_objectives)))


def figures_of(viewpoint: Viewpoint, chosen: QuerySet[Indicator]) -> IndicatorRows:
    """Of the chosen, the indicators of the municipality that the reader sees, with their approved values."""
    user = viewpoint.user
    found = chosen.visible_to(user).filter(municipality=viewpoint.municipality)  # type: ignore[attr-defined]
    indicators = found.select_related("instrument", "data_owner", "document").order_by("sort_key", "pk").in_bulk()
    # Drafts are mended in the administration; a figure rests on what is approved.
    of_them = Q(indicator__in=indicators)
    measurements = Measurement.objects.visible_to(user).approved().filter(of_them).select_related("approved_by")
    targets = Target.objects.visible_to(user).approved().filter(of_them).select_related("owner_body", "approved_by")
    return IndicatorRows(
        indicators=indicators,
        measurements=grouped(measurements.order_by("pk"), lambda row: row.indicator_id),
        targets=grouped(targets.order_by("pk"), lambda row: row.indicator_id),
        initiatives=_pairs(_links(IndicatorInitiative, "initiative", indicators)),
        objectives=_pairs(_links(IndicatorObjective, "objective", indicators)),
    )


def _links(model: type[models.Model], other: str, indicators: Iterable[int]) -> Iterable[tuple[int, int]]:
    rows: QuerySet[Any] = model._default_manager.filter(indicator__in=list(indicators))
    return list(rows.order_by("pk").values_list("indicator", other))


def _of_money(money: MoneyRows) -> list[models.Model]:
    parts = [part for several in money.parts.values() for part in several]
    statements = [row for several in money.statements.values() for row in several]
    relations = [relation for several in money.relations.values() for relation in several]
    return [
        *money.lines.values(), *money.entries.values(), *money.transfers.values(), *statements,
        *money.totals, *parts, *relations, *funding_sources(money),
    ]  # fmt: skip


def funding_sources(money: MoneyRows) -> list[FundingSource]:
    """The funding sources that the lines' relations name, each once."""
    found = [relation.funding_source for several in money.relations.values() for relation in several]
    return list({source.pk: source for source in found if source is not None}.values())


def of_figures(figures: IndicatorRows) -> list[models.Model]:
    values = [row for several in figures.measurements.values() for row in several]
    goals = [row for several in figures.targets.values() for row in several]
    return [*figures.indicators.values(), *values, *goals]
