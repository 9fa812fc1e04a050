"""The money of each group of a list: the distinct lines that serve its initiatives and those below them, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        cls, viewpoint: Viewpoint, groups: Sequence[Membership], family: Family, lines: QuerySet[BudgetLine]
    ) -> GroupSums:
        """`lines` are those of all the groups that the reader sees. Four queries."""
        links = LineInitiative.objects.filter(
            line__in=lines.values("pk"), initiative__in=list(family.parents)
        ).order_by()
        served = pairs(links.values_list("initiative", "line"))
        sums = by_line(lines, as_of=viewpoint.as_of)
        money, met, shared = {}, set[int](), set[int]()
        for group in groups:
            below = family.with_everything_below(group.initiatives)
            own = {line for pk in below for line in served.get(pk, ())}
            shared |= own & met
            met |= own
            money[group.key] = summary_of(merged(one for line in own for one in sums.get(line, ())))
        return cls(money, len(shared))
