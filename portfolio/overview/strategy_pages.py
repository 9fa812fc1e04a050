"""The page of a strategy: its whole tree, and of what stands in it as much as one reads at a time.

Sums and counts are over everything, from the database. More initiatives than MOST_NAMED at one place, more lines than
MOST_LINES and more indicators of initiatives than MOST_DRAWN are counted, with a link to all of them: the page asks the
same and weighs little however many there are.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from budgets.decision_sums import DecisionSum, by_line, merged
from budgets.models import BudgetLine, LineInitiative
from indicators.models import Indicator, IndicatorInitiative, IndicatorObjective
from initiatives.models import (
    Initiative,
    InitiativeObjective,
    InitiativeTargetGroup,
    Involvement,
    Objective,
    Strategy,
)
from organisation.models import User
from portfolio.overview import shapes, trees, words
from portfolio.overview.money_rows import MoneyRows, grouped, load_money, pairs
from portfolio.overview.rows import IndicatorRows, Rows, Tree, figures_of, load_tree, statuses_of
from portfolio.overview.sources import Sources, load_sources
from portfolio.overview.summed import summary_of
from portfolio.overview.surroundings import load_surroundings
from portfolio.overview.viewpoint import Viewpoint

MOST_NAMED = 10
MOST_LINES = 25
MOST_DRAWN = 12


def strategy_page(
    user: User,
    strategy: Strategy,
    as_of: datetime.date,
    *,
    keeps_day: bool = False,
    known_on: datetime.datetime | None = None,
) -> shapes.StrategyShown:
    """Raises Strategy.DoesNotExist when the user may not see the strategy."""
    viewpoint = Viewpoint(user, strategy.municipality, as_of, keeps_day=keeps_day, known_on=known_on)
    seen = Strategy.objects.visible_to(user).select_related("committee", "document")
    return _Page.of(viewpoint, seen.get(pk=strategy.pk)).shape()


@dataclass(frozen=True)
class _Page:
    """`inside` are all initiatives of the strategy in order, `named` those that are shown by name. `lines` are
    {initiative: its lines}, of `inside` and what is below them; `indicators` the same of indicators.
    """

    viewpoint: Viewpoint
    strategy: Strategy
    tree: Tree
    objectives: Mapping[int, Objective]
    under: list[tuple[int, int]]
    inside: list[int]
    lines: Mapping[int, list[int]]
    sums: Mapping[int, list[DecisionSum]]
    indicators: Mapping[int, list[int]]

    @classmethod
    def of(cls, viewpoint: Viewpoint, strategy: Strategy) -> _Page:
        tree = load_tree(viewpoint)
        objectives = {row.pk: row for row in Objective.objects.of_strategies([strategy])}
        links = InitiativeObjective.objects.filter(objective__strategy=strategy).order_by("pk")
        known = {pk: row for pk, row in tree.titles.items() if viewpoint.knew_of(row)}
        found = [(pk, goal) for pk, goal in links.values_list("initiative", "objective") if pk in known]
        serving = {pk for pk, _goal in found}
        inside = [pk for pk, row in known.items() if row.strategy_id == strategy.pk or pk in serving]
        below = list(tree.with_everything_below(inside))
        seen = BudgetLine.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
        lines = seen.filter(pk__in=LineInitiative.objects.filter(initiative__in=below).values("line"))
        served = LineInitiative.objects.filter(initiative__in=below, line__in=seen).order_by("pk")
        measured = IndicatorInitiative.objects.filter(initiative__in=below, indicator__in=_indicators_of(viewpoint))
        return cls(
            viewpoint=viewpoint,
            strategy=strategy,
            tree=tree,
            objectives=objectives,
            under=found,
            inside=inside,
            lines=pairs(served.values_list("initiative", "line")),
            sums=by_line(lines, as_of=viewpoint.as_of, known_on=viewpoint.known_on),
            indicators=pairs(measured.order_by("indicator__sort_key", "pk").values_list("initiative", "indicator")),
        )

    def shape(self) -> shapes.StrategyShown:
        rows = self._rows()
        around = load_surroundings(self.viewpoint, rows.initiatives, [self.strategy.pk])
        sources = load_sources(self.viewpoint, [*rows.rows, *around.rows])
        rows, around = dataclasses.replace(rows, sources=sources), dataclasses.replace(around, sources=sources)
        shown = trees.strategy(rows, self.strategy, around)
        standing = {pk for pk, _goal in self.under}
        loose = [pk for pk in self.inside if pk not in standing]
        money = self._money(self.inside)
        return dataclasses.replace(
            shown,
            objectives=tuple(self._node(rows, node) for node in shown.objectives),
            initiatives=self._cards(shown.initiatives[:MOST_NAMED]),
            more=self._more(len(loose) - MOST_NAMED, f"?strategy={self.strategy.reference}"),
            money=money,
            lines_text=self._lines_text(),
            indicators_text=self._indicators_text(),
            missing=tuple(one for one in shown.missing if not self.sums or one != trees.no_amounts()),
            is_fictional=shown.is_fictional or money.is_fictional,
        )

    def _rows(self) -> Rows:
        """Of the initiatives only the named, of the lines all or none."""
        viewpoint, named = self.viewpoint, self._named()
        involvements = Involvement.objects.filter(initiative__in=named).select_related("body", "user")
        groups = InitiativeTargetGroup.objects.filter(initiative__in=named).select_related("target_group__parent")
        pks = self.tree.with_everything_below(self.inside) if len(self._all_lines()) <= MOST_LINES else set()
        return Rows(
            viewpoint=viewpoint,
            tree=self.tree,
            chosen=[self.tree.titles[pk] for pk in self.inside],
            initiatives=Initiative.objects.filter(pk__in=named).select_related("document").in_bulk(),
            strategies={self.strategy.pk: self.strategy},
            objectives=self.objectives,
            branches=grouped(self.objectives.values(), lambda row: row.parent_id),
            under=pairs(self.under),
            stands_under=self._stands_under(),
            involvements=grouped(involvements.order_by("pk"), lambda row: row.initiative_id),
            target_groups=grouped(groups.order_by("pk"), lambda row: row.initiative_id),
            statuses=statuses_of(viewpoint, set(named), latest_only=True),
            money=load_money(viewpoint, pks, [self.strategy.pk], self.objectives) if pks else MoneyRows.nothing(),
            figures=self._figures(),
            sources=Sources(),
        )

    def _stands_under(self) -> Mapping[int, list[int]]:
        return pairs((goal, pk) for pk, goal in self.under)

    def _named(self) -> list[int]:
        standing = {pk for pk, _goal in self.under}
        loose = [pk for pk in self.inside if pk not in standing]
        shown = [pk for several in self._stands_under().values() for pk in several[:MOST_NAMED]]
        return list(dict.fromkeys([*shown, *loose[:MOST_NAMED]]))

    def _figures(self) -> IndicatorRows:
        """All that the objectives are measured by, and of the initiatives' own as many as are drawn."""
        of_objectives = IndicatorObjective.objects.filter(objective__in=self.objectives).values("indicator")
        own = self._own_indicators()[:MOST_DRAWN]
        return figures_of(self.viewpoint, Indicator.objects.filter(Q(pk__in=of_objectives) | Q(pk__in=own)))

    def _own_indicators(self) -> list[int]:
        return list(dict.fromkeys(pk for several in self.indicators.values() for pk in several))

    def _all_lines(self) -> set[int]:
        return {line for several in self.lines.values() for line in several}

    def _money(self, initiatives: Iterable[int]) -> shapes.MoneySummary:
        """Of the distinct lines of the initiatives and of those below them."""
        below = self.tree.with_everything_below(initiatives)
        lines = {line for pk in below for line in self.lines.get(pk, ())}
        return summary_of(merged(one for line in lines for one in self.sums.get(line, ())))

    def _node(self, rows: Rows, node: shapes.ObjectiveNode) -> shapes.ObjectiveNode:
        row = self._by_reference[node.reference]
        named, money = node.initiatives[:MOST_NAMED], self._money(rows.below_objective(row.pk))
        left = len(rows.stands_under.get(row.pk, ())) - len(named)
        return dataclasses.replace(
            node,
            children=tuple(self._node(rows, child) for child in node.children),
            initiatives=self._cards(named),
            more=self._more(left, f"?objective={row.reference}"),
            money=money,
            is_fictional=node.is_fictional or money.is_fictional,
        )

    @cached_property
    def _by_reference(self) -> Mapping[str, Objective]:
        return {row.reference: row for row in self.objectives.values()}

    def _cards(self, cards: Iterable[shapes.InitiativeCard]) -> tuple[shapes.InitiativeCard, ...]:
        return tuple(self._card(one) for one in cards)

    def _card(self, card: shapes.InitiativeCard) -> shapes.InitiativeCard:
        """With the sums of the database, and all its indicators counted."""
        pk = self._pks[card.reference]
        money = self._money([pk])
        return dataclasses.replace(
            card,
            money=money,
            indicators_text=words.indicators(len(self.indicators.get(pk, ()))),
            is_fictional=card.is_fictional or money.is_fictional,
        )

    @cached_property
    def _pks(self) -> Mapping[str, int]:
        return {self.tree.titles[pk].reference: pk for pk in self.inside}

    def _more(self, left: int, query: str) -> shapes.Link | None:
        if left < 1:
            return None
        text = ngettext("and %(number)d initiative more", "and %(number)d initiatives more", left) % {"number": left}
        address = f"{reverse('portfolio', args=[self.viewpoint.municipality.code])}{query}"
        return shapes.Link(text, self.viewpoint.going_on(address))

    def _lines_text(self) -> str:
        """Why no lines are shown, where there are some."""
        number = len(self._all_lines())
        if number <= MOST_LINES:
            return ""
        return _("%(number)s: too many to be read here. They stand on the page of the budget.") % {
            "number": words.lines(number)
        }

    def _indicators_text(self) -> str:
        left = len(self._own_indicators()) - MOST_DRAWN
        if left < 1:
            return ""
        return ngettext(
            "%(number)d indicator more stands at its initiative.",
            "%(number)d indicators more stand at their initiatives.",
            left,
        ) % {"number": left}


def _indicators_of(viewpoint: Viewpoint) -> QuerySet[Indicator]:
    return Indicator.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
