"""The revised budget summed by the database, for more rows than one would load. Equal to the fold in ledger.py.

Entries and the two ends of transfers are summed apart and joined here: in one join each would repeat the others.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from budgets.models import BudgetLine, DecisionState, Entry, Transfer

Lines = QuerySet[BudgetLine] | Iterable[int]
Place = tuple[int, int]


def revised_by_line(
    lines: Lines, *, as_of: datetime.date | None = None, known_on: datetime.datetime | None = None
) -> Mapping[Place, int]:
    """{(line, year): øre} of what is adopted and stated; a line without any is not there."""
    found: dict[Place, int] = {}
    for rows, end, sign in _movements(lines, as_of, known_on):
        sums = rows.order_by().values_list(end, "year").annotate(ore=Sum("amount_ore"))
        for line, year, ore in sums:
            if ore is not None:
                found[line, year] = found.get((line, year), 0) + sign * int(ore)
    return found


def revised_ore(
    lines: Lines,
    *,
    years: Iterable[int] | None = None,
    as_of: datetime.date | None = None,
    known_on: datetime.datetime | None = None,
) -> int | None:
    """The revised budget of the distinct lines, None when nothing of it is adopted and stated."""
    narrowed = Q() if years is None else Q(year__in=list(years))
    sums = [
        (sign, rows.filter(narrowed).aggregate(ore=Sum("amount_ore"))["ore"])
        for rows, _end, sign in _movements(lines, as_of, known_on)
    ]
    stated = [sign * int(ore) for sign, ore in sums if ore is not None]
    return sum(stated) if stated else None


def _movements(
    lines: Lines, as_of: datetime.date | None, known_on: datetime.datetime | None
) -> list[tuple[QuerySet[Any], str, int]]:
    """(rows, the column of their line, sign)."""
    # A queryset stays a subquery, so that a line counts once however it was found.
    wanted = lines.order_by().values("pk") if isinstance(lines, QuerySet) else list(lines)
    entries, transfers = (
        _counting(Entry.objects.all(), as_of, known_on),
        _counting(Transfer.objects.all(), as_of, known_on),
    )
    return [
        (entries.filter(line__in=wanted, year__isnull=False), "line", 1),
        (transfers.filter(to_line__in=wanted), "to_line", 1),
        (transfers.filter(from_line__in=wanted), "from_line", -1),
    ]


def _counting(rows: QuerySet[Any], as_of: datetime.date | None, known_on: datetime.datetime | None) -> QuerySet[Any]:
    rows = rows.filter(posted_at__isnull=False, decision_state=DecisionState.ADOPTED)
    if as_of is not None:
        day = Coalesce("effective_start", "decision__effective_start")
        rows = rows.alias(day=day).filter(Q(day__isnull=True) | Q(day__lte=as_of))
    if known_on is not None:
        rows = rows.filter(recorded_at__lte=known_on, posted_at__lte=known_on)
    return rows
