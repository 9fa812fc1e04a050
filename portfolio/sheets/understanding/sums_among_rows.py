"""Rows of data that only add up others: as lines of their own they count twice, and are told of.

What tells them:
- A row without a code or with a word for a sum in its place, or the last row of a table without codes, adds up those
  above it.
- The codes of the rows right under or above begin with the row's own, or their names are indented deeper than its own.
- Without any of it: such sums come twice, or in several columns whose amounts differ; those above their rows in all of
  a part of the table. A single one in one column may be chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from organisation.numbers import ParsedAmount
from portfolio.sheets.reading import Sheet
from portfolio.sheets.understanding.layout import DERIVED, Column, Layout, Meaning, RowRole, TableKind
from portfolio.sheets.understanding.problems import Problem, Severity
from portfolio.sheets.understanding.readings import Record
from portfolio.sheets.understanding.values import code_key

_ENDS = {RowRole.THEME, RowRole.SUBTOTAL, RowRole.TOTAL}
_MOST_NAMED = 20
_INDENT = " \t\xa0\u2003-–•*+"
_OF_WHICH = ("heraf", "deraf", "hvoraf", "herunder")
Amounts = dict[int, int]


def sums_among_rows(sheet: Sheet, layout: Layout, records: Sequence[Record]) -> list[Problem]:
    columns = [one for one in layout.used if one.is_money and one.meaning not in DERIVED]
    if layout.kind not in {TableKind.BUDGET_WIDE, TableKind.FOLLOW_UP} or not columns:
        return []
    parts = _parts(layout, records, columns)
    found: dict[int, Problem] = {}
    for one, count in _unnamed_sums(layout, parts):
        reason = _("The row adds up the %(count)d rows above it. As a line of its own it counts twice.")
        found.setdefault(one.row, _sum_of(sheet, layout, one, reason % {"count": count}))
    for one, rows in [*_over_their_own(sheet, layout, parts), *_of_runs(parts)]:
        if all(says_of_which(row.record.name) for row in rows):
            continue
        reason = _("The row is the sum of row %(rows)s. As a line of its own it counts twice.")
        found.setdefault(one.row, _sum_of(sheet, layout, one, reason % {"rows": _numbers(rows)}))
    return [found[row] for row in sorted(found)]


def _numbers(rows: Iterable[_Line]) -> str:
    """2-4 of rows right after each other, else each of them."""
    numbers = sorted({row.row + 1 for row in rows})
    if 1 < len(numbers) == numbers[-1] - numbers[0] + 1:
        return f"{numbers[0]}-{numbers[-1]}"
    return ", ".join(map(str, numbers[:_MOST_NAMED])) + (" …" if len(numbers) > _MOST_NAMED else "")


def says_of_which(words: str) -> bool:
    """The row says itself that it is a part of another, and is told of for that."""
    return words.lstrip(_INDENT).casefold().startswith(_OF_WHICH)


def amounts_of(record: Record, columns: Sequence[Column]) -> Amounts:
    """In øre, by the column."""
    values = {column.index: record.value(column) for column in columns}
    return {at: value.ore for at, value in values.items() if isinstance(value, ParsedAmount) and value.ore is not None}


@dataclass(slots=True)
class _Line:
    """A row of data. `amounts` are those that are not 0."""

    row: int
    record: Record
    amounts: Amounts
    is_stated: bool
    is_last: bool = False
    key: str = ""


def _parts(layout: Layout, records: Sequence[Record], columns: Sequence[Column]) -> list[list[_Line]]:
    """The rows between themes and totals."""
    ends = {row.index for row in layout.rows if row.role in _ENDS}
    parts: list[list[_Line]] = [[]]
    last = -1
    for record in records:
        if ends and not ends.isdisjoint(range(last + 1, record.row)):
            parts.append([])
        amounts = amounts_of(record, columns)
        known = {column: ore for column, ore in amounts.items() if ore}
        parts[-1].append(_Line(record.row, record, known, bool(amounts)))
        last = record.row
    if parts[-1]:
        parts[-1][-1].is_last = True
    return parts


class _Above:
    """The rows since the last theme or total, and what they come to."""

    def __init__(self) -> None:
        self.lines: list[_Line] = []
        self.sums: dict[int, int] = defaultdict(int)

    def add(self, line: _Line) -> None:
        if line.is_stated:
            self.lines.append(line)
            for column, ore in line.amounts.items():
                self.sums[column] += ore

    def add_up_to(self, line: _Line) -> bool:
        known = {column: ore for column, ore in self.sums.items() if ore}
        return len(self.lines) > 1 and bool(known) and known == line.amounts


def _unnamed_sums(layout: Layout, parts: Iterable[Sequence[_Line]]) -> Iterator[tuple[_Line, int]]:
    """Rows without a code, or the last of a table without codes, and how many above they add up."""
    name, code = layout.first(Meaning.NAME), layout.first(Meaning.CODE)
    for part in parts:
        above = _Above()
        for line in part:
            said = line.record.value(code)
            is_unnamed = name is not None and not line.record.name
            may_be_total = line.is_last if code is None else not said or is_unnamed or _is_net(str(said))
            if may_be_total and above.add_up_to(line):
                yield line, len(above.lines)
                above = _Above()
            else:
                above.add(line)


def _is_net(code: str) -> bool:
    """A word for a sum, where codes stand."""
    return code_key(code) in {"netto", "brutto", "saldo", "resultat", "balance"}


def _over_their_own(
    sheet: Sheet, layout: Layout, parts: Iterable[Sequence[_Line]]
) -> Iterator[tuple[_Line, list[_Line]]]:
    """Rows that are the sum of those right below or above whose code or indent puts them under it."""
    name, code = layout.first(Meaning.NAME), layout.first(Meaning.CODE)

    def codes(line: _Line) -> str:
        return code_key(str(line.record.value(code) or ""))

    def indent(line: _Line) -> str:
        value = sheet.plain(line.row, name.index) if name is not None else None
        return value[: len(value) - len(value.lstrip(_INDENT))] if isinstance(value, str) else ""

    ways: list[tuple[Callable[[_Line], str], bool]] = [(codes, True)] if code is not None else []
    ways += [(indent, False)] if name is not None else []
    for part in parts:
        for said, is_code in ways:
            for line in part:
                line.key = said(line)
            yield from _sums_in_tree(part, is_code=is_code)
            yield from _sums_in_tree(part[::-1], is_code=is_code)


def _sums_in_tree(lines: Sequence[_Line], *, is_code: bool) -> Iterator[tuple[_Line, list[_Line]]]:
    """Each stands under the nearest before it whose key its own goes on from. Without amounts, those under it count."""
    open_ones: list[_Line] = []
    below: dict[int, list[_Line]] = defaultdict(list)
    for line in lines:
        while open_ones and not _goes_on(open_ones[-1].key, line.key, is_code=is_code):
            open_ones.pop()
        if open_ones:
            below[id(open_ones[-1])].append(line)
        open_ones.append(line)
    for line in lines if below else ():
        if line.amounts and (under := _counted(below.get(id(line), []), below)):
            is_certain = len(under) > 1 or not is_code or not under[0].key[len(line.key)].isalnum()
            if is_certain and _sum(under) == line.amounts:
                yield line, under


def _goes_on(key: str, further: str, *, is_code: bool) -> bool:
    return len(further) > len(key) and (not is_code or (key != "" and further.startswith(key)))


def _counted(lines: Iterable[_Line], below: Mapping[int, Sequence[_Line]]) -> list[_Line]:
    found, waiting = [], list(lines)
    while waiting:
        line = waiting.pop()
        if line.is_stated:
            found.append(line)
        else:
            waiting += below.get(id(line), ())
    return found


def _sum(lines: Iterable[_Line]) -> Amounts:
    sums: dict[int, int] = defaultdict(int)
    for line in lines:
        for column, ore in line.amounts.items():
            sums[column] += ore
    return {column: ore for column, ore in sums.items() if ore}


def _of_runs(parts: Iterable[Sequence[_Line]]) -> Iterator[tuple[_Line, list[_Line]]]:
    """Sums that neither a code nor an indent tells."""
    under: list[tuple[_Line, list[_Line]]] = []
    over: list[tuple[_Line, list[_Line]]] = []
    for part in parts:
        lines = [line for line in part if line.amounts]
        under += _under_runs(lines)
        over += _over_runs(lines)
    for found in (under, over):
        if len(found) > 1 or any(_differing(line, rows) > 1 for line, rows in found):
            yield from found


def _differing(line: _Line, rows: Sequence[_Line]) -> int:
    """In how many columns amounts of their own add up: a line may have the same each year."""
    return len({tuple(row.amounts.get(column) for row in rows) for column in line.amounts})


def _under_runs(lines: Iterable[_Line]) -> list[tuple[_Line, list[_Line]]]:
    found: list[tuple[_Line, list[_Line]]] = []
    above, sums = _Above(), _Above()
    for line in lines:
        if above.add_up_to(line):
            found.append((line, above.lines))
            above = _Above()
            sums.add(line)
        elif not above.lines and sums.add_up_to(line):
            found.append((line, sums.lines))
            sums = _Above()
        else:
            above.add(line)
    return found


def _over_runs(lines: Sequence[_Line]) -> list[tuple[_Line, list[_Line]]]:
    """All of them, or none: what stands after a sum above its rows is the next one."""
    found: list[tuple[_Line, list[_Line]]] = []
    first, below = None, _Above()
    for line in lines:
        if first is None:
            first = line
            continue
        below.add(line)
        if below.add_up_to(first):
            found.append((first, below.lines))
            first, below = None, _Above()
    return found if first is None else []


def _sum_of(sheet: Sheet, layout: Layout, line: _Line, reason: str) -> Problem:
    name = layout.first(Meaning.NAME)
    cell = sheet.cell(line.row, name.index if name else 0)
    advice = _("If it is a total, say so on the page of the columns, under titles, themes, totals and notes.")
    return Problem(Severity.WARNING, sheet.name, cell.address, cell.raw, reason, advice)
