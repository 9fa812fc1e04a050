"""The groups by which a budget is followed up, and which lines stand in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from budgets.models import CostKind, Direction, Dranst, LineRelation, Recurrence, RelationKind, ServiceFrame
from initiatives.models import Objective
from portfolio.overview import shapes
from portfolio.overview.rows import Rows
from portfolio.overview.tables import other_end_of_relation


class GroupBy(models.TextChoices):
    INITIATIVE = "initiative", gettext_lazy("initiative")
    STRATEGY = "strategy", gettext_lazy("strategy")
    OBJECTIVE = "objective", gettext_lazy("objective")
    COMMITTEE = "committee", gettext_lazy("committee")
    TARGET_GROUP = "target_group", gettext_lazy("target group")
    FUNDING_SOURCE = "funding_source", gettext_lazy("funding source")
    COST_KIND = "cost_kind", gettext_lazy("cost")
    DRANST = "dranst", gettext_lazy("operation or construction")
    DIRECTION = "direction", gettext_lazy("expenditure or income")
    SERVICE_FRAME = "service_frame", gettext_lazy("service frame")
    RECURRENCE = "recurrence", gettext_lazy("one-off or permanent")


NONE_STATED = "none"


@dataclass(frozen=True)
class Group:
    """`above` are the keys of the groups that hold this one in a tree."""

    key: str
    name: shapes.Link
    lines: frozenset[int]
    above: frozenset[str] = field(default_factory=frozenset)


def groups(rows: Rows, by: str, lines: set[int]) -> list[Group]:
    """In the order in which they are shown; the lines that stand in none are the last group."""
    made = [Group(group.key, group.name, group.lines & lines, group.above) for group in _MAKERS[GroupBy(by)](rows)]
    found = [group for group in made if group.lines]
    left = frozenset(lines).difference(*(group.lines for group in found))
    return [*found, Group(NONE_STATED, shapes.Link(_("none stated")), left)] if left else found


def lowest_of(found: list[Group]) -> list[Group]:
    """Without those that hold another of them in a tree."""
    holding = frozenset[str]().union(*(group.above for group in found))
    return [group for group in found if group.key not in holding]


def _initiatives(rows: Rows) -> Iterable[Group]:
    """Each chosen initiative with what stands below it, followed by those of them that are chosen too."""
    chosen = {row.pk: row for row in rows.chosen}
    parents = {pk: row.parent_id for pk, row in rows.tree.titles.items()}
    above = {pk: [one for one in _above(parents.get(pk), parents) if one in chosen] for pk in chosen}
    places = {pk: place for place, pk in enumerate(chosen)}
    for pk in sorted(chosen, key=lambda pk: [places[one] for one in (*above[pk][::-1], pk)]):
        lines = rows.money.lines_of(rows.tree.with_everything_below([pk]))
        holders = frozenset(f"initiative-{one}" for one in above[pk])
        yield Group(f"initiative-{pk}", rows.viewpoint.link(chosen[pk], "initiative"), frozenset(lines), holders)


def _above(pk: int | None, parents: Mapping[int, int | None]) -> Iterable[int]:
    met: set[int] = set()
    while pk is not None and pk not in met:
        yield pk
        met.add(pk)
        pk = parents.get(pk)


def _strategies(rows: Rows) -> Iterable[Group]:
    for pk, row in rows.strategies.items():
        lines = rows.money.lines_of(rows.below_strategy(pk))
        yield Group(f"strategy-{pk}", rows.viewpoint.link(row, "strategy"), frozenset(lines))


def _objectives(rows: Rows) -> Iterable[Group]:
    """Every node of the trees, each followed by those below it."""
    parents = {pk: row.parent_id for pk, row in rows.objectives.items()}
    waiting: list[Objective] = list(rows.branches.get(None, ()))[::-1]
    while waiting:
        row = waiting.pop()
        waiting += list(rows.branches.get(row.pk, ()))[::-1]
        lines = rows.money.lines_of(rows.below_objective(row.pk))
        above = frozenset(f"objective-{pk}" for pk in _above(row.parent_id, parents))
        yield Group(f"objective-{row.pk}", shapes.Link(str(row), "", row.is_fictional), frozenset(lines), above)


def _committees(rows: Rows) -> Iterable[Group]:
    found: dict[int, tuple[shapes.Link, set[int]]] = {}
    for pk, strategy in rows.strategies.items():
        if strategy.committee is not None:
            link = shapes.Link(str(strategy.committee))
            found.setdefault(strategy.committee.pk, (link, set()))[1].update(rows.below_strategy(pk))
    return _over(rows, "committee", found)


def _target_groups(rows: Rows) -> Iterable[Group]:
    found: dict[int, tuple[shapes.Link, set[int]]] = {}
    for initiative, several in rows.target_groups.items():
        for one in several:
            link = shapes.Link(str(one.target_group), "", one.target_group.is_fictional)
            below = rows.tree.with_everything_below([initiative])
            found.setdefault(one.target_group_id, (link, set()))[1].update(below)
    return _over(rows, "target-group", found)


def _over(rows: Rows, kind: str, found: Mapping[int, tuple[shapes.Link, set[int]]]) -> Iterable[Group]:
    """Groups of initiatives, by name."""
    for pk, (link, initiatives) in sorted(found.items(), key=lambda one: (one[1][0].title, one[0])):
        yield Group(f"{kind}-{pk}", link, frozenset(rows.money.lines_of(initiatives)))


def _sources(rows: Rows) -> Iterable[Group]:
    """Whatever a line says that it is financed by: a source, another line, an initiative, or words."""
    found: dict[str, tuple[shapes.Link, set[int]]] = {}
    for several in rows.money.relations.values():
        for relation in several:
            if relation.kind == RelationKind.FINANCED_BY:
                key, link = _financing(rows, relation)
                found.setdefault(key, (link, set()))[1].add(relation.line_id)
    for key, (link, lines) in found.items():
        yield Group(key, link, frozenset(lines))


def _financing(rows: Rows, relation: LineRelation) -> tuple[str, shapes.Link]:
    if relation.funding_source is not None:
        source = relation.funding_source
        return f"source-{source.pk}", shapes.Link(source.name, "", source.is_fictional)
    name = other_end_of_relation(rows, relation) or relation.words
    return f"financed-by-{name}", shapes.Link(name)


def _choice(attribute: str, choices: type[models.TextChoices]) -> Callable[[Rows], Iterable[Group]]:
    """Lines by one of their own choices, in the order of the choices."""

    def make(rows: Rows) -> Iterable[Group]:
        for choice in choices:
            lines = frozenset(pk for pk, line in rows.money.lines.items() if getattr(line, attribute) == choice)
            yield Group(f"{attribute}-{choice.value}", shapes.Link(capfirst(str(choice.label))), lines)

    return make


_MAKERS: Mapping[GroupBy, Callable[[Rows], Iterable[Group]]] = {
    GroupBy.INITIATIVE: _initiatives,
    GroupBy.STRATEGY: _strategies,
    GroupBy.OBJECTIVE: _objectives,
    GroupBy.COMMITTEE: _committees,
    GroupBy.TARGET_GROUP: _target_groups,
    GroupBy.FUNDING_SOURCE: _sources,
    GroupBy.COST_KIND: _choice("cost_kind", CostKind),
    GroupBy.DRANST: _choice("dranst", Dranst),
    GroupBy.DIRECTION: _choice("direction", Direction),
    GroupBy.SERVICE_FRAME: _choice("service_frame", ServiceFrame),
    GroupBy.RECURRENCE: _choice("recurrence", Recurrence),
}
