"""The budget of some lines, as rows, and how it is loaded: the same number of queries however many lines there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from django.db import models
from django.db.models import Q, QuerySet

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
    TotalKind,
    Transfer,
)
from initiatives.models import Initiative
from portfolio.overview.viewpoint import Viewpoint

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def grouped(rows: Iterable[V], key: Callable[[V], K]) -> Mapping[K, list[V]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def pairs(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return found


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
    # Printed totals of follow-ups, each of one day.
    totals_read: list[StatedTotal] = field(default_factory=list)

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

    @classmethod
    def nothing(cls) -> MoneyRows:
        return cls({}, {}, {}, {}, frozenset(), frozenset(), {}, 0, {}, {}, {}, {}, {}, [])

    def lines_of(self, initiatives: Iterable[int]) -> set[int]:
        return {line for pk in initiatives for line in self.lines_by_initiative.get(pk, ())}

    def movements_of(self, lines: Iterable[int]) -> list[ledger.Movement]:
        """In the order of the budget."""
        known = sorted((line for line in set(lines) if line in self.order), key=self.order.__getitem__)
        return [movement for line in known for movement in self.movements.get(line, ())]


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
    of_kind = grouped(totals.order_by("reference"), lambda total: total.kind == TotalKind.BUDGET)
    return replace(
        money,
        seen_lines=frozenset(named) | money.lines.keys(),
        parts=grouped(EntryPart.objects.filter(entry__in=money.entries).order_by("pk"), lambda row: row.entry_id),
        relations=grouped(relations, lambda row: row.line_id),
        totals=of_kind.get(True, []),
        totals_read=of_kind.get(False, []),
    )


def load_amounts(
    viewpoint: Viewpoint,
    initiatives: set[int],
    seen: Collection[int] | None = None,
    *,
    lines_too: QuerySet[BudgetLine] | None = None,
    year: int | None = None,
) -> MoneyRows:
    """The lines with their amounts, and nothing else of them. `seen`: the initiatives of the municipality that the
    reader sees, where the caller knows them. `year`: only the amounts of one budget year.
    """
    of_year = Q() if year is None else Q(year=year)
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
        Entry.objects.visible_to(user)
        .filter(of_lines & of_year)
        .select_related("decision", "coverage_line")
        .order_by("pk")
    )
    transfers = list(
        Transfer.objects.filter(
            Q(from_line__in=lines) | Q(to_line__in=lines), of_year, municipality=viewpoint.municipality
        )
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
        serves=pairs((line, initiative) for line, initiative in links if initiative in visible),
        lines_by_initiative=pairs((initiative, line) for line, initiative in links if initiative in visible),
        and_others=frozenset(line for line, initiative in links if initiative not in visible),
        seen_lines=frozenset(lines),
        entries={entry.pk: entry for entry in entries if entry.pk in counted},
        drafts=sum(not entry.is_posted for entry in entries),
        movements=grouped(movements, lambda movement: movement.line),
        transfers={transfer.pk: transfer for transfer in transfers},
        statements=grouped(
            Statement.objects.visible_to(user).filter(of_lines & of_year).order_by("pk"), lambda row: row.line_id
        ),
        parts={},
        relations={},
        totals=[],
    )


def rows_of_money(money: MoneyRows) -> list[models.Model]:
    parts = [part for several in money.parts.values() for part in several]
    statements = [row for several in money.statements.values() for row in several]
    relations = [relation for several in money.relations.values() for relation in several]
    return [
        *money.lines.values(), *money.entries.values(), *money.transfers.values(), *statements,
        *money.totals, *money.totals_read, *parts, *relations, *funding_sources(money),
    ]  # fmt: skip


def funding_sources(money: MoneyRows) -> list[FundingSource]:
    """The funding sources that the lines' relations name, each once."""
    found = [relation.funding_source for several in money.relations.values() for relation in several]
    return list({source.pk: source for source in found if source is not None}.values())
