"""The map of the strategies: from vision to initiatives, with money and effect side by side.

A node takes the distinct lines of its subtree; the sums of each line come from the database.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from budgets.decision_sums import DecisionSum, by_line, merged
from budgets.models import BudgetLine, LineInitiative
from indicators.progress import Verdict
from initiatives.models import Initiative, InitiativeObjective, Objective, ObjectiveKind, Strategy
from organisation.models import Municipality, User
from portfolio.charts.definitions import Node, Tree
from portfolio.overview import shapes, words
from portfolio.overview.committees import Update, latest_updates
from portfolio.overview.indicator_figures import Figure
from portfolio.overview.list_rows import Family
from portfolio.overview.money_rows import grouped, pairs
from portfolio.overview.rows import IndicatorRows, Rows, load_figures
from portfolio.overview.shapes.facts import Count, Link
from portfolio.overview.statuses import NO_STATUS, count_codes, worst_code
from portfolio.overview.summed import summary_of
from portfolio.overview.viewpoint import Viewpoint

# What a municipality steers by. Values, challenges and subheadings are read on the strategy's own page.
STEERED_BY = frozenset({ObjectiveKind.VISION, ObjectiveKind.GOAL, ObjectiveKind.GROUPING, ObjectiveKind.COMMITMENT})

# More initiatives than that under one node are counted, not named.
MOST_NAMED = 12
MOST_DRAWN = 60
ASPECTS = ("progress", "economy", "effect")


@dataclass(frozen=True, slots=True)
class MapRow:
    """A node of the tree or an initiative in it. `effect` counts the verdicts of what is measured there."""

    depth: int
    kind: str
    kind_words: str
    title: Link
    money_text: str
    effect: tuple[Count, ...]
    lights: tuple[Count, ...]
    is_initiative: bool = False
    # Something that is shown here is made up; that the row itself is, its title says.
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class StrategyMap:
    """`picture` is None where the tree is too large to be read as one."""

    strategy: Link
    kind_words: str
    committee: Link | None
    money: shapes.MoneySummary
    rows: tuple[MapRow, ...]
    picture: Tree | None
    initiative_count_text: str
    is_fictional: bool


def strategy_maps(
    user: User,
    municipality: Municipality,
    as_of: datetime.date,
    *,
    keeps_day: bool = False,
    known_on: datetime.datetime | None = None,
) -> list[StrategyMap]:
    """Of every strategy that the user sees. The same number of queries however many there are."""
    loaded = _Loaded.of(Viewpoint(user, municipality, as_of, keeps_day=keeps_day, known_on=known_on))
    return [loaded.map_of(row) for row in loaded.strategies]


@dataclass(frozen=True)
class MadeUp:
    """The initiatives and indicators of which something that the map shows is made up."""

    initiatives: frozenset[int]
    indicators: frozenset[int]

    @classmethod
    def of(cls, titles: Iterable[Initiative], updates: Mapping[int, Update], figures: IndicatorRows) -> MadeUp:
        told = frozenset(pk for pk, row in updates.items() if row["is_fictional"])
        measured = {pk for pk, several in figures.measurements.items() if any(one.is_fictional for one in several)}
        measured |= {pk for pk, several in figures.targets.items() if any(one.is_fictional for one in several)}
        return cls(
            told | {row.pk for row in titles if row.is_fictional},
            frozenset(measured | {pk for pk, row in figures.indicators.items() if row.is_fictional}),
        )

    def is_in(self, money: shapes.MoneySummary, initiatives: Iterable[int], indicators: Iterable[int]) -> bool:
        return (
            money.is_fictional
            or not self.initiatives.isdisjoint(initiatives)
            or not self.indicators.isdisjoint(indicators)
        )


@dataclass(frozen=True)
class _Loaded:
    viewpoint: Viewpoint
    strategies: list[Strategy]
    branches: Mapping[int | None, list[Objective]]
    titles: Mapping[int, Initiative]
    family: Family
    under: Mapping[int, list[int]]
    lines: Mapping[int, list[int]]
    sums: Mapping[int, list[DecisionSum]]
    lights: Mapping[int, str]
    of_objectives: Mapping[int, list[int]]
    of_initiatives: Mapping[int, list[int]]
    verdicts: Mapping[int, Verdict]
    made_up: MadeUp

    @classmethod
    def of(cls, viewpoint: Viewpoint) -> _Loaded:
        user, home = viewpoint.user, viewpoint.municipality
        strategies = Strategy.objects.visible_to(user).current().filter(municipality=home).select_related("committee")
        found = list(strategies.order_by("sort_key", "pk"))
        objectives = list(Objective.objects.of_strategies(found))
        fields = ("reference", "code", "title", "display_title", "parent", "strategy", "is_fictional")
        seen = Initiative.objects.visible_to(user).filter(municipality=home).known_by(viewpoint.known_on).only(*fields)
        titles = {row.pk: row for row in seen.order_by("sort_key", "pk")}
        links = InitiativeObjective.objects.filter(objective__strategy__in=found).order_by("pk")
        under = pairs((goal, pk) for goal, pk in links.values_list("objective", "initiative") if pk in titles)
        lines = BudgetLine.objects.visible_to(user).filter(municipality=home)
        served = LineInitiative.objects.filter(line__in=lines, initiative__in=seen).order_by()
        figures = load_figures(
            viewpoint, seen.order_by().values("pk"), [row.pk for row in objectives], only_verdicts=True
        )
        rows = Rows.of(viewpoint, figures=figures)
        updates = latest_updates(seen.order_by().values("pk"), viewpoint.as_of, viewpoint.known_on)
        return cls(
            viewpoint=viewpoint,
            strategies=found,
            branches=grouped(objectives, lambda row: row.parent_id),
            titles=titles,
            family=Family({pk: row.parent_id for pk, row in titles.items()}),
            under=under,
            lines=pairs(served.values_list("initiative", "line")),
            sums=by_line(lines, as_of=viewpoint.as_of, known_on=viewpoint.known_on),
            lights={pk: worst_code([row[f"{one}_light"] for one in ASPECTS]) for pk, row in updates.items()},
            of_objectives=_turned(figures.objectives),
            of_initiatives=_turned(figures.initiatives),
            verdicts={pk: Figure(rows, row).verdict for pk, row in figures.indicators.items()},
            made_up=MadeUp.of(titles.values(), updates, figures),
        )

    def map_of(self, strategy: Strategy) -> StrategyMap:
        tops = [row for row in self.branches.get(None, ()) if row.strategy_id == strategy.pk]
        inside = self._initiatives_in(strategy, tops)
        rows = [row for top in tops if self._is_steered_by(top) for row in self._node(top, 0)]
        standing = {pk for top in tops for pk in self._below(top)}
        loose = [pk for pk in inside if pk not in standing]
        rows += self._leaves(loose, 0, f"?strategy={strategy.reference}")
        committee = strategy.committee
        money = summary_of(merged(self._sums(inside)))
        return StrategyMap(
            strategy=self.viewpoint.link(strategy, "strategy"),
            kind_words=capfirst(strategy.get_kind_display()),
            committee=Link(committee.name, self.viewpoint.url("body", committee.reference)) if committee else None,
            money=money,
            rows=tuple(rows),
            picture=_picture(str(strategy), rows),
            initiative_count_text=words.initiatives(len(inside)),
            is_fictional=strategy.is_fictional or money.is_fictional or any(row.is_fictional for row in rows),
        )

    def _initiatives_in(self, strategy: Strategy, tops: Iterable[Objective]) -> list[int]:
        named = {pk for pk, row in self.titles.items() if row.strategy_id == strategy.pk}
        return self._in_order(named.union(*(self._below(top) for top in tops)))

    def _in_order(self, found: Iterable[int]) -> list[int]:
        return sorted(found, key=self.order.__getitem__)

    def _below(self, node: Objective) -> frozenset[int]:
        """Asked once of each node: all above it ask again."""
        if node.pk not in self.below:
            own = frozenset(self.under.get(node.pk, ()))
            self.below[node.pk] = own.union(*(self._below(child) for child in self.branches.get(node.pk, ())))
        return self.below[node.pk]

    @cached_property
    def order(self) -> Mapping[int, int]:
        return {pk: place for place, pk in enumerate(self.titles)}

    @cached_property
    def below(self) -> dict[int, frozenset[int]]:
        return {}

    def _is_steered_by(self, node: Objective) -> bool:
        """Others are read on the strategy's page; they stay here for what stands under them."""
        below = any(self._is_steered_by(child) for child in self.branches.get(node.pk, ()))
        return node.kind in STEERED_BY or below or bool(self.under.get(node.pk) or self.of_objectives.get(node.pk))

    def _sums(self, initiatives: Iterable[int]) -> list[DecisionSum]:
        """Of the distinct lines of the initiatives and of those below them."""
        below = self.family.with_everything_below(initiatives)
        lines = {line for pk in below for line in self.lines.get(pk, ())}
        return [one for line in lines for one in self.sums.get(line, ())]

    def _node(self, row: Objective, depth: int) -> Iterator[MapRow]:
        below = self._below(row)
        page = self.viewpoint.url("objective", row.reference)
        label = row.label
        title = Link(row.shown_title, page, row.is_fictional)
        words_of_kind = capfirst(label or row.get_kind_display())
        yield self._row(depth, (row.kind, words_of_kind), title, below, self.of_objectives.get(row.pk, ()))
        for child in self.branches.get(row.pk, ()):
            if self._is_steered_by(child):
                yield from self._node(child, depth + 1)
        own = self._in_order(set(self.under.get(row.pk, ())))
        yield from self._leaves(own, depth + 1, f"?objective={row.reference}")

    def _leaves(self, own: Sequence[int], depth: int, query: str) -> Iterator[MapRow]:
        for pk in own[:MOST_NAMED]:
            title = self.viewpoint.link(self.titles[pk], "initiative")
            kind = ("initiative", _("Initiative"))
            yield self._row(depth, kind, title, [pk], self.of_initiatives.get(pk, ()), is_initiative=True)
        if left := own[MOST_NAMED:]:
            address = f"{reverse('portfolio', args=[self.viewpoint.municipality.code])}{query}"
            title = Link(_("and %(number)d initiatives more") % {"number": len(left)}, self.viewpoint.going_on(address))
            measured = [one for pk in left for one in self.of_initiatives.get(pk, ())]
            yield self._row(depth, ("more", _("Initiatives")), title, left, measured, is_initiative=True)

    def _row(
        self,
        depth: int,
        kind: tuple[str, str],
        title: Link,
        initiatives: Collection[int],
        indicators: Collection[int],
        *,
        is_initiative: bool = False,
    ) -> MapRow:
        """What the initiatives come to and the indicators say."""
        money = summary_of(merged(self._sums(initiatives)))
        return MapRow(
            depth=depth,
            kind=kind[0],
            kind_words=kind[1],
            title=title,
            money_text=money.text if initiatives else "",
            effect=self._effect(indicators),
            lights=count_codes([self.lights.get(pk, NO_STATUS) for pk in initiatives]),
            is_initiative=is_initiative,
            is_fictional=title.is_fictional or self.made_up.is_in(money, initiatives, indicators),
        )

    def _effect(self, indicators: Iterable[int]) -> tuple[Count, ...]:
        found = [self.verdicts[pk] for pk in dict.fromkeys(indicators) if pk in self.verdicts]
        return tuple(
            Count(one.value, words.verdict(one), found.count(one), f"{found.count(one)} {words.verdict(one)}",
                  words.symbol(one.value))
            for one in Verdict
            if one in found
        )  # fmt: skip


def _turned(links: Mapping[int, list[int]]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for one, several in links.items():
        for other in several:
            found[other].append(one)
    return found


def _picture(title: str, rows: Sequence[MapRow]) -> Tree | None:
    if not 1 < len(rows) <= MOST_DRAWN:
        return None
    return Tree(_("Map of %(title)s") % {"title": title}, Node(title, children=tuple(_children(rows, 0))), width=960)


def _children(rows: Sequence[MapRow], depth: int) -> Iterator[Node]:
    """The rows come in the order of the tree: those deeper after a row stand under it."""
    places = [place for place, row in enumerate(rows) if row.depth == depth]
    for place, following in zip(places, [*places, len(rows)][1:], strict=True):
        row = rows[place]
        facts = [row.money_text, *(one.text for one in row.effect)]
        detail = " · ".join(part for part in facts if part)
        below = tuple(_children(rows[place + 1 : following], depth + 1))
        yield Node(row.title.title, "" if row.is_initiative else row.kind_words, detail, below)
