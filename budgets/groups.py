"""Following up by group: initiative, objective, committee, source … Groups share lines. Pure functions, in øre.

The rules in words:
- A group's figures are over its distinct lines; the total row is over the distinct union, not the sum of the groups.
- Where groups share lines, those lines and what they come to are said: the groups' sums cannot be added together. A
  node of a tree shares nothing with the nodes below it: it holds them.
- A year and a whole period follow the same rules; over a period each line counts once a year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from budgets.follow_up import LineYear, YearTotal, year_total
from budgets.ledger import G, Movement

R = TypeVar("R", LineYear, Movement)


@dataclass(frozen=True, slots=True)
class Grouped(Generic[G]):
    """`shared` are the lines of more than one group with their groups; `overlap` is what those lines come to."""

    groups: Mapping[G, YearTotal]
    total: YearTotal
    shared: Mapping[int, tuple[G, ...]]
    overlap: YearTotal | None


def by_group(
    rows: Iterable[LineYear],
    found: Iterable[Movement],
    pairs: Iterable[tuple[G, int]],
    above: Mapping[G, frozenset[G]] | None = None,
) -> Grouped[G]:
    """`rows` and the adopted movements `found` are of the same years; lines in no pair are in no group and no total.

    `above` are the groups that hold a group, for groups that make a tree.
    """
    rows_of, moves_of = _by_line(rows), _by_line(found)
    groups_of: dict[int, list[G]] = defaultdict(list)
    lines_of: dict[G, list[int]] = defaultdict(list)
    for group, line in dict.fromkeys(pairs):
        groups_of[line].append(group)
        lines_of[group].append(line)
    shared = {line: tuple(groups) for line, groups in groups_of.items() if not _is_chain(groups, above or {})}

    def over(lines: Iterable[int]) -> YearTotal:
        lines = list(lines)
        return year_total((r for one in lines for r in rows_of[one]), (m for one in lines for m in moves_of[one]))

    counted = [line for line in shared if rows_of[line]]
    return Grouped(
        groups={group: over(lines) for group, lines in lines_of.items()},
        total=over(groups_of),
        shared={line: shared[line] for line in counted},
        overlap=over(counted) if counted else None,
    )


def _is_chain(groups: list[G], above: Mapping[G, frozenset[G]]) -> bool:
    """Each group holds the next, or there is only one."""
    order = sorted(groups, key=lambda group: len(above.get(group, ())))
    return all(holder in above.get(held, ()) for holder, held in pairwise(order))


def _by_line(rows: Iterable[R]) -> defaultdict[int, list[R]]:
    found: defaultdict[int, list[R]] = defaultdict(list)
    for row in rows:
        found[row.line].append(row)
    return found
