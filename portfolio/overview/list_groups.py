"""The groups that a list of initiatives may be shown in, and who stands in each. Groups may share initiatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from budgets.models import BudgetLine, FundingSource, LineInitiative, LineRelation, RelationKind
from initiatives.models import (
    Initiative,
    InitiativeObjective,
    InitiativeTargetGroup,
    Involvement,
    InvolvementRole,
    Method,
    MethodUse,
    Objective,
    Strategy,
    TargetGroup,
)
from organisation.models import Body
from portfolio.overview import shapes
from portfolio.overview.pages import link_to
from portfolio.overview.viewpoint import Viewpoint


class ListBy(models.TextChoices):
    STRATEGY = "strategy", gettext_lazy("strategy")
    OBJECTIVE = "objective", gettext_lazy("objective")
    TARGET_GROUP = "target_group", gettext_lazy("target group")
    METHOD = "method", gettext_lazy("method")
    DEPARTMENT = "department", gettext_lazy("department")
    OWNER = "owner", gettext_lazy("owner")
    FUNDING_SOURCE = "funding_source", gettext_lazy("funding source")


@dataclass(frozen=True)
class Membership:
    """A group with its initiatives in the list's order; the only group of an ungrouped list has no name."""

    key: str
    name: shapes.Link | None
    initiatives: tuple[int, ...]


Pairs = Iterable[tuple[int, int]]


def memberships(viewpoint: Viewpoint, found: Sequence[int], by: str) -> list[Membership]:
    """In the order in which they are shown; the initiatives that stand in none are the last group."""
    if by not in ListBy.values:
        return [Membership("all", None, tuple(found))]
    pairs, rows = _KINDS[ListBy(by)](viewpoint, found)
    members: Mapping[int, set[int]] = _by_group(pairs)
    made = [
        Membership(f"{by}-{row.pk}", link_to(viewpoint, row), tuple(pk for pk in found if pk in members[row.pk]))
        for row in rows.filter(pk__in=list(members))
    ]
    standing = {pk for group in made for pk in group.initiatives}
    left = tuple(pk for pk in found if pk not in standing)
    return [*made, Membership("none", shapes.Link(_("Not stated")), left)] if left else made


def _by_group(pairs: Pairs) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for group, initiative in pairs:
        found[group].add(initiative)
    return found


def _strategies(viewpoint: Viewpoint, found: Sequence[int]) -> tuple[Pairs, QuerySet[Any]]:
    """Those that stand in its document and those that serve one of its objectives."""
    named = Initiative.objects.filter(pk__in=found, strategy__isnull=False).order_by().values_list("strategy", "pk")
    serving = InitiativeObjective.objects.filter(initiative__in=found).order_by()
    rows = Strategy.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
    return [*named, *serving.values_list("objective__strategy", "initiative")], rows.order_by("sort_key", "pk")


def _objectives(viewpoint: Viewpoint, found: Sequence[int]) -> tuple[Pairs, QuerySet[Any]]:
    links = InitiativeObjective.objects.filter(initiative__in=found).order_by()
    rows = Objective.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
    return links.values_list("objective", "initiative"), rows.order_by("strategy__sort_key", "position", "pk")


def _target_groups(viewpoint: Viewpoint, found: Sequence[int]) -> tuple[Pairs, QuerySet[Any]]:
    links = InitiativeTargetGroup.objects.filter(initiative__in=found).order_by()
    rows = TargetGroup.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
    return links.values_list("target_group", "initiative"), rows.order_by("sort_key", "pk")


def _methods(viewpoint: Viewpoint, found: Sequence[int]) -> tuple[Pairs, QuerySet[Any]]:
    uses = MethodUse.objects.filter(initiative__in=found).order_by()
    return uses.values_list("method", "initiative"), Method.objects.visible_to(viewpoint.user).order_by("sort_key")


def _departments(viewpoint: Viewpoint, found: Sequence[int]) -> tuple[Pairs, QuerySet[Any]]:
    """Where it is led or carried out, as the filter of the same name finds it."""
    working = Involvement.objects.carried_by_departments().filter(initiative__in=found).order_by()
    rows = Body.objects.visible_to(viewpoint.user).order_by("sort_key", "pk")
    return working.values_list("body", "initiative"), rows


def _owners(viewpoint: Viewpoint, found: Sequence[int]) -> tuple[Pairs, QuerySet[Any]]:
    owners = Involvement.objects.filter(initiative__in=found, role=InvolvementRole.OWNER, body__isnull=False).order_by()
    return owners.values_list("body", "initiative"), Body.objects.visible_to(viewpoint.user).order_by("sort_key", "pk")


def _sources(viewpoint: Viewpoint, found: Sequence[int]) -> tuple[Pairs, QuerySet[Any]]:
    """By the lines that the reader sees."""
    seen = BudgetLine.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
    financed = LineRelation.objects.filter(kind=RelationKind.FINANCED_BY, funding_source__isnull=False, line__in=seen)
    sources: dict[int, set[int]] = defaultdict(set)
    for line, source in financed.order_by().values_list("line", "funding_source"):
        sources[line].add(source)
    served = LineInitiative.objects.filter(line__in=list(sources), initiative__in=found).order_by()
    pairs = [(source, pk) for line, pk in served.values_list("line", "initiative") for source in sources[line]]
    return pairs, FundingSource.objects.visible_to(viewpoint.user).order_by("sort_key", "pk")


_KINDS: Mapping[ListBy, Callable[[Viewpoint, Sequence[int]], tuple[Pairs, QuerySet[Any]]]] = {
    ListBy.STRATEGY: _strategies,
    ListBy.OBJECTIVE: _objectives,
    ListBy.TARGET_GROUP: _target_groups,
    ListBy.METHOD: _methods,
    ListBy.DEPARTMENT: _departments,
    ListBy.OWNER: _owners,
    ListBy.FUNDING_SOURCE: _sources,
}
