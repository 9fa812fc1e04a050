"""What a reader may filter by. Nothing that only hidden initiatives use is offered: its name alone would tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max, Min, QuerySet

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
from organisation.models import Body, Municipality, User

INDENTATION = "\N{NO-BREAK SPACE}" * 3


Branch = Objective | TargetGroup | Body


@dataclass(frozen=True)
class Choice:
    """One row to choose, with the primary keys of itself and everything below it."""

    reference: str
    name: str
    depth: int
    pks: frozenset[int]

    @property
    def label(self) -> str:
        return INDENTATION * self.depth + self.name


@dataclass(frozen=True)
class FilterChoices:
    strategies: tuple[Choice, ...]
    objectives: tuple[Choice, ...]
    target_groups: tuple[Choice, ...]
    methods: tuple[Choice, ...]
    owners: tuple[Choice, ...]
    committees: tuple[Choice, ...]
    departments: tuple[Choice, ...]
    funding_sources: tuple[Choice, ...]
    years: tuple[int, ...]


def filter_choices(user: User | AnonymousUser, municipality: Municipality, seen: QuerySet[Initiative]) -> FilterChoices:
    """`seen`: the municipality's initiatives that the user sees. The same number of queries however many there are."""
    under = InitiativeObjective.objects.filter(initiative__in=seen).values_list("objective", flat=True)
    groups = InitiativeTargetGroup.objects.filter(initiative__in=seen).values_list("target_group", flat=True)
    owners = Involvement.objects.filter(initiative__in=seen, role=InvolvementRole.OWNER).values("body")
    methods = MethodUse.objects.filter(initiative__in=seen).values("method")
    objectives = Objective.objects.visible_to(user).filter(municipality=municipality)
    strategies = Strategy.objects.visible_to(user).filter(municipality=municipality)
    bodies = Body.objects.visible_to(user).filter(municipality=municipality).order_by("sort_key", "pk")
    working = Involvement.objects.carried_by_departments().filter(initiative__in=seen)
    lines = LineInitiative.objects.filter(initiative__in=seen).values("line")
    shown_lines = BudgetLine.objects.visible_to(user).filter(municipality=municipality, pk__in=lines)
    financing = LineRelation.objects.filter(kind=RelationKind.FINANCED_BY, line__in=shown_lines)
    return FilterChoices(
        strategies=_flat(strategies),
        objectives=_branches(objectives.order_by("strategy__sort_key", "position", "pk"), set(under)),
        target_groups=_branches(TargetGroup.objects.visible_to(user).filter(municipality=municipality), set(groups)),
        methods=_flat(Method.objects.visible_to(user).filter(pk__in=methods)),
        owners=_flat(Body.objects.visible_to(user).filter(pk__in=owners)),
        committees=_committees(bodies, set(strategies.values_list("committee", flat=True))),
        departments=_branches(bodies, set(working.values_list("body", flat=True))),
        funding_sources=_flat(FundingSource.objects.visible_to(user).filter(pk__in=financing.values("funding_source"))),
        years=_years(seen),
    )


def _flat(
    rows: QuerySet[Strategy] | QuerySet[Method] | QuerySet[Body] | QuerySet[FundingSource],
) -> tuple[Choice, ...]:
    return tuple(Choice(row.reference, str(row), 0, frozenset([row.pk])) for row in rows)


def _committees(bodies: QuerySet[Body], named: set[int | None]) -> tuple[Choice, ...]:
    """Those whom a strategy names, and their successors, who answer for it from their term on."""
    rows = {row.pk: row for row in bodies}
    chains: dict[int, set[int]] = {}
    for pk in rows:
        if pk in named:
            current: int | None = pk
            while current in rows and pk not in chains.setdefault(current, set()):
                chains[current].add(pk)
                current = rows[current].successor_id
    return tuple(Choice(row.reference, str(row), 0, frozenset(chains[pk])) for pk, row in rows.items() if pk in chains)


def _branches(rows: QuerySet[Objective] | QuerySet[TargetGroup] | QuerySet[Body], used: set[int]) -> tuple[Choice, ...]:
    """The rows in the order of their tree, without branches that nothing uses. One query however deep it is."""
    below: dict[int | None, list[Branch]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    return tuple(choice for choice in _walk(below, None, 0) if choice.pks & used)


def _walk(below: dict[int | None, list[Branch]], parent: int | None, depth: int) -> Iterator[Choice]:
    for row in below.get(parent, []):
        inside = list(_walk(below, row.pk, depth + 1))
        yield Choice(row.reference, str(row), depth, frozenset([row.pk]).union(*(choice.pks for choice in inside)))
        yield from inside


def _years(seen: QuerySet[Initiative]) -> tuple[int, ...]:
    """From the first to the last year that a period touches; a period without an end counts with its start."""
    ends = seen.aggregate(
        starts=Min("period_start"), first_end=Min("period_end"), ends=Max("period_end"), last_start=Max("period_start")
    )
    years = [day.year for day in ends.values() if day is not None]
    return tuple(range(min(years), max(years) + 1)) if years else ()


def pks_of(choices: Iterable[Choice], reference: str) -> frozenset[int]:
    return next((choice.pks for choice in choices if choice.reference == reference), frozenset())
