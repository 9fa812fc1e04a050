"""The money of each group of a list: the distinct lines that serve its initiatives and those below them, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from budgets.decision_sums import by_line, merged
from budgets.models import BudgetLine, LineInitiative
from portfolio.overview import shapes
from portfolio.overview.list_groups import Membership
from portfolio.overview.list_rows import Family
from portfolio.overview.money_rows import pairs
from portfolio.overview.summed import summary_of
from portfolio.overview.viewpoint import Viewpoint


@dataclass(frozen=True)
class GroupSums:
    """By the group's key. `shared_lines` are how many lines stand in more than one group."""

    money: Mapping[str, shapes.MoneySummary]
    shared_lines: int

    @classmethod
    def of(
        cls,
        viewpoint: Viewpoint,
        groups: Sequence[Membership],
        family: Family,
        lines: QuerySet[BudgetLine],
        shown: Collection[str],
    ) -> GroupSums:
        """`lines` are those of all the groups that the reader sees; money is of the groups `shown`. Four queries."""
        seen = list(family.parents)
        links = LineInitiative.objects.filter(line__in=lines.values("pk"), initiative__in=seen)
        served = pairs(links.order_by().values_list("initiative", "line"))
        own = {group.key: _lines_of(group, family, served) for group in groups}
        met = Counter(line for several in own.values() for line in several)
        wanted = set[int]().union(*(own[key] for key in shown))
        sums = by_line(wanted, as_of=viewpoint.as_of, known_on=viewpoint.known_on)
        money = {key: summary_of(merged(one for line in own[key] for one in sums.get(line, ()))) for key in shown}
        return cls(money, sum(number > 1 for number in met.values()))


def _lines_of(group: Membership, family: Family, served: Mapping[int, list[int]]) -> set[int]:
    return {line for pk in family.with_everything_below(group.initiatives) for line in served.get(pk, ())}
