"""The rows of an extract added up by budget line, and the whole compared with the total that the extract states.

The rules in words:
- Every row with an account counts once: on the line of the rule that its accounts meet, among those outside the
  overview, or among those that no rule meets. The three together are the extract, and that is compared with its total.
- Totals and subtotals of the extract are not added. The total is the last of them; where each is the sum of the rows
  since the one before, and nothing follows the last, they are parts, and together they are the total.
- Where each of several months has a column of its own, and that is said, they are added up to the chosen one.
- Debit less credit is the amount where both have a column; where one says D or K of each amount, K is subtracted.
  (12,00), 12,00- and 12,00 K are less than 0.
- A row of a later month or another year than is said, or an amount that cannot be read, is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from budgets.account_rules import Rule, plain_key, rules_for
from organisation.numbers import DanishNumberError, parse_amount
from organisation.printing import format_exact_amount
from organisation.units import Unit
from portfolio.extracts.content import ExtractContent, ExtractRow, Terms
from portfolio.extracts.dating import column_of_years
from portfolio.extracts.months import month_of
from portfolio.extracts.sides import sides_of
from portfolio.sheets.reading.workbook import address
from portfolio.sheets.understanding.values import error_in


@dataclass(frozen=True, slots=True)
class Booking:
    row: int
    keys: tuple[tuple[str, str], ...]
    text: str
    ore: int


@dataclass
class Group:
    """Rows with the same accounts."""

    keys: dict[str, str]
    text: str
    ore: int = 0
    rows: list[int] = field(default_factory=list)

    def take(self, booking: Booking) -> None:
        self.ore += booking.ore
        self.rows.append(booking.row)


@dataclass
class Sums:
    """All in øre. `stated` is None when neither the extract nor a person says the total."""

    lines: dict[int, Group] = field(default_factory=dict)
    outside: list[Group] = field(default_factory=list)
    unmapped: list[Group] = field(default_factory=list)
    torn: list[tuple[Group, list[Rule]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    stated: int | None = None
    stated_at: str = ""
    left_out: int = 0

    @property
    def mapped_ore(self) -> int:
        return sum(one.ore for one in self.lines.values())

    @property
    def outside_ore(self) -> int:
        return sum(one.ore for one in self.outside)

    @property
    def unmapped_ore(self) -> int:
        return sum(one.ore for one in [*self.unmapped, *(group for group, _rules in self.torn)])

    @property
    def computed(self) -> int:
        return self.mapped_ore + self.outside_ore + self.unmapped_ore

    @property
    def difference(self) -> int | None:
        return None if self.stated is None else self.stated - self.computed

    @property
    def is_whole(self) -> bool:
        """All rows are read and known, and they add up to what is stated."""
        return not self.problems and not self.unmapped and not self.torn and self.difference == 0


def add_up(content: ExtractContent, terms: Terms, rules: Iterable[Rule]) -> Sums:
    sums, known = Sums(), list(rules)
    groups: dict[tuple[tuple[str, str], ...], Group] = {}
    totals, so_far, years = _Totals(), 0, column_of_years(content)
    for row, ore in _amounts(content, terms, sums):
        if ore is None:
            continue
        if row.is_total:
            totals.take(ore, so_far, _place(row, terms))
            continue
        so_far += ore
        _check_month(terms, row, years, sums)
        booking = _booking(terms, row, ore)
        groups.setdefault(booking.keys, Group(dict(booking.keys), booking.text)).take(booking)
    for group in groups.values():
        _put(group, known, sums)
    sums.stated, sums.stated_at = totals.whole(so_far)
    _take_typed_total(terms, sums)
    return sums


def _amounts(content: ExtractContent, terms: Terms, sums: Sums) -> list[tuple[ExtractRow, int | None]]:
    """Each row that counts with its amount, None where that is a problem or a total has none."""
    counted = [row for row in content.rows if not row.is_left_out]
    sums.left_out = len(content.rows) - len(counted)
    found = [(row, _ore(content, terms, row, sums)) for row in counted]
    column = terms.side
    if column is None or terms.amount is None:
        return found

    def refuse(row: ExtractRow, sentence: str) -> None:
        sums.problems.append(f"{address(row.number - 1, column)}: {sentence}")

    sides = sides_of(found, column, refuse)
    return [(row, None if ore is None else sides.signed(row, ore)) for row, ore in found]


@dataclass
class _Totals:
    """The totals met so far, each with the sum of all rows above it."""

    met: list[tuple[int, int, str]] = field(default_factory=list)

    def take(self, ore: int, above: int, cell: str) -> None:
        self.met.append((ore, above, cell))

    def whole(self, computed: int) -> tuple[int | None, str]:
        if not self.met:
            return None, ""
        last, above, cell = self.met[-1]
        starts = [0, *(one[1] for one in self.met)]
        are_parts = all(
            ore == one_above - start for start, (ore, one_above, _cell) in zip(starts, self.met, strict=False)
        )
        if last != computed and above == computed and are_parts:
            return sum(ore for ore, _above, _cell in self.met), ", ".join(cell for _ore, _above, cell in self.met)
        return last, cell


def _put(group: Group, rules: list[Rule], sums: Sums) -> None:
    found = rules_for(rules, group.keys)
    if len(found) > 1:
        sums.torn.append((group, found))
    elif not found:
        sums.unmapped.append(group)
    elif found[0].line is None:
        sums.outside.append(group)
    else:
        whole = sums.lines.setdefault(found[0].line, Group({}, ""))
        whole.ore += group.ore
        whole.rows += group.rows


def _booking(terms: Terms, row: ExtractRow, ore: int) -> Booking:
    keys = tuple((name, plain_key(row.cells[column])) for name, column in terms.keys.items())
    text = row.cells[terms.text] if terms.text is not None else ""
    return Booking(row.number, keys, text, ore)


def _place(row: ExtractRow, terms: Terms) -> str:
    """The cell of the amount; of months that are added up, from the first to the last."""
    first, last = (address(row.number - 1, terms.amounts[at]) for at in (0, -1))
    return f"{first}:{last}" if terms.are_months_added else first


def _ore(content: ExtractContent, terms: Terms, row: ExtractRow, sums: Sums) -> int | None:
    """None, and a problem, when it cannot be read; a row without an amount is 0."""
    if terms.are_months_added:
        parts = [_cell(content, terms, row, column, sums) for column in terms.months]
        read = [part for part in parts if part is not None]
        # In a total an empty month is no amount; in a row a cell that is no amount leaves all of it unknown.
        return sum(read) if read and (row.is_total or len(read) == len(parts)) else None
    if terms.amount is not None:
        return _cell(content, terms, row, terms.amount, sums)
    sides = [
        _cell(content, terms, row, column, sums) if column is not None else 0 for column in (terms.debit, terms.credit)
    ]
    return None if None in sides else (sides[0] or 0) - abs(sides[1] or 0)


def _cell(content: ExtractContent, terms: Terms, row: ExtractRow, column: int, sums: Sums) -> int | None:
    text = _signed(row.cells[column].strip()) if column < len(row.cells) else ""
    try:
        amount = parse_amount(text, Unit(terms.unit))
    except DanishNumberError as error:
        sums.problems.append(f"{address(row.number - 1, column)}: {_not_saved(text) or error}")
        return None
    if amount.missing:
        return None if row.is_total else 0
    if amount.ore is None:
        sums.problems.append(_("%(cell)s: “%(raw)s” is not one amount.") % {
            "cell": address(row.number - 1, column), "raw": text,
        })  # fmt: skip
    return amount.ore


def _not_saved(text: str) -> str:
    """Why there is no amount in the file, where its program has not written one; "" for other texts."""
    if text.startswith("="):
        return _("The cell holds a formula whose result is not saved in the file.")
    if not (error := error_in(text)):
        return ""
    if error.startswith("##"):
        return _("The column was too narrow to show what the cell holds.")
    return _("The cell shows the error %(error)s.") % {"error": error}


def _signed(text: str) -> str:
    """As bookkeeping writes what is less than 0: in brackets, with K or Cr behind; D or Dr say that it is more."""
    if found := re.fullmatch(
        r"\((?P<amount>[^()]+)\)|(?P<credit>.*\d)\s*(?:K|Cr|C)\.?|(?P<debit>.*\d)\s*(?:D|Dr)\.?", text, re.I
    ):
        amount = (found["amount"] or found["credit"] or found["debit"]).strip()
        return amount if found["debit"] or amount.startswith("-") else f"-{amount}"
    return text


def _check_month(terms: Terms, row: ExtractRow, years: int | None, sums: Sums) -> None:
    if terms.year is None or not terms.up_to:
        return
    if years is not None and re.fullmatch(r"20\d\d", row.cells[years]) and int(row.cells[years]) != terms.year:
        _refuse_month(terms, row, years, row.cells[years], sums)
        return
    if terms.month is None:
        return
    up_to = date.fromisoformat(terms.up_to)
    found = month_of(row.cells[terms.month], up_to)
    if found is not None and (found[0] != terms.year or found[1] > up_to.month):
        _refuse_month(terms, row, terms.month, f"{found[1]:02d}-{found[0]}", sums)


def _refuse_month(terms: Terms, row: ExtractRow, column: int, month: str, sums: Sums) -> None:
    sums.problems.append(
        _("%(cell)s: the row is of %(month)s, which is not in %(year)s up to the month that is said.")
        % {"cell": address(row.number - 1, column), "month": month, "year": terms.year}
    )


def _take_typed_total(terms: Terms, sums: Sums) -> None:
    if sums.stated is not None or not terms.stated.strip():
        return
    try:
        sums.stated = parse_amount(terms.stated, Unit(terms.unit)).ore
    except DanishNumberError as error:
        sums.problems.append(str(error))


def shown(ore: int, unit: str) -> str:
    return format_exact_amount(ore, Unit(unit))
