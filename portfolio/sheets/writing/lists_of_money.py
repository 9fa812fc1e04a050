"""Lists of budget lines, entries and follow-up, in kroner."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from budgets import follow_up as following
from budgets.ledger import Refusal, Revised
from budgets.models import (
    BudgetLine,
    DecisionState,
    Direction,
    Entry,
    EntryKind,
    LineInitiative,
    Statement,
    ValueState,
)
from budgets.resources import BudgetLineResource, EntryResource, StatementResource
from initiatives.models import Initiative, Strategy
from organisation.models import Municipality, User
from portfolio.overview import words
from portfolio.overview.budget_doors import loaded
from portfolio.overview.rows import Rows
from portfolio.overview.viewpoint import Viewpoint
from portfolio.sheets import shown_only
from portfolio.sheets.writing.declared import Extra, Listed, choice, fictional_column, missing, yes_or_no
from portfolio.sheets.writing.tables import Column, Kind, Row, Table, Value, Words

_AT_ONCE = 2_000
IN_KRONER = "{} i kr."
"""The unit stands in the heading, where it is read again."""


def entries(user: User, municipality: Municipality, lines: QuerySet[BudgetLine] | None = None) -> Table:
    """As they were posted, and for staff the drafts. `lines` narrows them to some lines."""
    rows = Entry.objects.visible_to(user).filter(municipality=municipality)
    if lines is not None:
        rows = rows.filter(line__in=lines)
    rows = rows.order_by("line__position", "line__sort_key", "line", "year", "pk")
    year = Extra(Column("year", "År", Kind.YEAR), ("year", "period_text"), _year)
    amount = Extra(Column("amount", IN_KRONER.format("Beløb"), Kind.MONEY), ("amount_ore", "value_state"), amount_said)
    period = [
        Extra(Column(f"period_{end}", "", Kind.DATE, is_for_machines=True), (f"period_{end}",), lambda day: day)
        for end in ("start", "end")
    ]
    posted = Extra(Column("posted", shown_only.POSTED, Kind.DATE), ("posted_at",), _posted)
    return Listed(
        "entries", _("Budget entries"), EntryResource, rows, user, municipality,
        {"year": year, "amount": amount}, [*period, posted],
        notes=(_("An amount for several years belongs to no single one and is not spread over them."),),
    ).table()  # fmt: skip


def _year(year: int | None, period: str) -> Value:
    return year if year is not None else Words(period, "period") if period else missing()


def _posted(moment: datetime.datetime | None) -> Value:
    return timezone.localtime(moment).date() if moment else Words(_("draft"), "draft")


def amount_said(ore: int | None, state: str) -> Value:
    """The øre, or in words why there is none."""
    said = words.value_state(state)
    return Words(said, state) if said else ore


def budget_wide(user: User, municipality: Municipality) -> Table:
    """One row for each line, kind of amount, decision and price level; lines without amounts have a row too."""
    visible = Entry.objects.visible_to(user).filter(municipality=municipality, year__isnull=False)
    years = sorted(year for year in visible.order_by().values_list("year", flat=True).distinct() if year is not None)
    return Table(
        "budget_lines",
        _("Budget lines by year"),
        (*_wide_columns(), *(_year_column(year) for year in years), *_fictional(municipality)),
        _wide_rows(user, municipality, visible, years),
        (_("Amounts for several years together stand in the list of budget entries."),),
    )


def _wide_columns() -> list[Column]:
    declared, of_entries = BudgetLineResource.columns(), EntryResource.columns()
    columns = [
        Column(name, one.heading, Kind.LONG_TEXT if name in {"name", "description"} else Kind.TEXT)
        for name, one in declared.items()
    ]
    keys = [Column(name, of_entries[name].heading) for name in ("kind", "decision_state", "price_level")]
    return [*columns, *keys]


def _year_column(year: int) -> Column:
    return Column(f"y{year}", IN_KRONER.format(year), Kind.MONEY)


def _fictional(municipality: Municipality) -> list[Column]:
    return [fictional_column()] if municipality.is_demo else []


def _wide_rows(user: User, municipality: Municipality, found: QuerySet[Entry], years: list[int]) -> Iterator[Row]:
    fields = ("pk", "reference", "code", "name", "direction", "account_string", "description", "is_fictional")
    lines = BudgetLine.objects.visible_to(user).filter(municipality=municipality)
    serves = _serving(user, municipality)
    kept = ("line", "kind", "decision_state", "price_level", "year", "amount_ore", "value_state", "is_fictional")
    order = ("line__position", "line__sort_key", "line", "decision_state", "price_level", "kind", "year", "pk")
    entries_of = _by_line(found.order_by(*order).values_list(*kept).iterator(chunk_size=_AT_ONCE))
    kinds, decisions, directions = choice(EntryKind), choice(DecisionState), choice(Direction)
    in_order = lines.order_by("position", "sort_key", "pk").values_list(*fields)
    waiting = next(entries_of, None)
    for pk, reference, code, name, direction, account, description, is_fictional in in_order:
        own: Iterable[Any] = ()
        if waiting is not None and waiting[0] == pk:
            own, waiting = waiting[1], next(entries_of, None)
        start: list[Value] = [
            municipality.code, reference, code or None, name, serves.get(pk), directions(direction), account or None,
            description or None,
        ]  # fmt: skip
        groups = [(key, list(rows)) for key, rows in groupby(own, key=itemgetter(1, 2, 3))]
        for (kind, decision, level), rows in groups or [(("", "", ""), [])]:
            key = [kinds(kind), decisions(decision), level or None] if rows else [None, None, None]
            marked = is_fictional or any(row[-1] for row in rows)
            end = [yes_or_no(marked)] if municipality.is_demo else []
            yield [*start, *key, *(_cell([row for row in rows if row[4] == year]) for year in years), *end]


def _by_line(rows: Iterable[Any]) -> Iterator[tuple[int, list[Any]]]:
    return ((line, list(own)) for line, own in groupby(rows, key=itemgetter(0)))


def _cell(found: list[Any]) -> Value:
    """One amount as it is; several as their sum, where one that is not stated leaves no sum."""
    if not found:
        return None
    if len(found) == 1:
        return amount_said(found[0][5], found[0][6])
    stated = [row[5] for row in found]
    return missing() if None in stated else sum(stated)


def _serving(user: User, municipality: Municipality) -> dict[int, str]:
    """{line: the references of the initiatives that it serves and the reader sees}."""
    seen = dict(Initiative.objects.visible_to(user).filter(municipality=municipality).values_list("pk", "reference"))
    found: dict[int, list[str]] = {}
    for line, initiative in LineInitiative.objects.filter(municipality=municipality).values_list("line", "initiative"):
        found.setdefault(line, []).append(seen.get(initiative, ""))
    return {line: _listed(references) for line, references in found.items()}


def _listed(references: list[str]) -> str:
    known = sorted(one for one in references if one)
    return "; ".join([*known, _("others")] if len(known) < len(references) else known)


# Follow-up


def follow_up(user: User, municipality: Municipality) -> Table:
    """One row for each line, budget year and day of a reading; a budget that nobody has read yet has a row too."""
    viewpoint = Viewpoint(user, municipality, timezone.localdate(), has_links=False)
    declared = StatementResource.columns()
    keys = [Column(name, declared[name].heading) for name in ("municipality", "line", "code", "name")]
    columns = [
        *keys,
        Column("year", declared["year"].heading, Kind.YEAR, is_always_known=True),
        Column("as_of", declared["as_of"].heading, Kind.DATE),
        *(Column(key, IN_KRONER.format(heading), Kind.MONEY) for key, heading in _READINGS),
        *_fictional(municipality),
    ]
    return Table("follow_up", _("Budget follow-up"), tuple(columns), _followed(viewpoint))


_READINGS = (
    ("original", "Oprindeligt budget"),
    ("revised", "Korrigeret budget"),
    ("actual", "Forbrug"),
    ("forecast", "Forventet regnskab"),
    ("accounts", "Regnskab"),
)


def _followed(viewpoint: Viewpoint) -> Iterator[Row]:
    whole = BudgetLine.objects.filter(municipality=viewpoint.municipality)
    rows = loaded(viewpoint, Initiative.objects.none(), Strategy.objects.none(), whole)
    statements = [one for several in rows.money.statements.values() for one in several if one.is_posted]
    days = sorted({one.as_of for one in statements if one.as_of <= viewpoint.as_of})
    read = set()
    found: list[tuple[Any, Row]] = []
    for day in days:
        for one in _line_years(rows, statements, day):
            if any(day == reading.as_of for reading in (one.actual, one.forecast, one.accounts) if reading):
                read.add((one.line, one.year))
                found.append(((rows.money.order[one.line], one.year, day), _reading(rows, one, day)))
    for one in _line_years(rows, statements, viewpoint.as_of):
        if (one.line, one.year) not in read:
            found.append(((rows.money.order[one.line], one.year, viewpoint.as_of), _reading(rows, one, None)))
    found.sort(key=itemgetter(0))
    return (row for _place, row in found)


def _line_years(rows: Rows, statements: list[Statement], day: datetime.date) -> list[following.LineYear]:
    money = rows.money
    incomes = {pk: line.direction == Direction.INCOME for pk, line in money.lines.items()}
    return following.follow_up(incomes, money.movements_of(money.lines), statements, as_of=day)


def _reading(rows: Rows, one: following.LineYear, day: datetime.date | None) -> Row:
    """`day`: only what was read on it; None where nobody has read."""
    line = rows.money.lines[one.line]
    readings = [
        _statement(reading if day and reading and reading.as_of == day else None)
        for reading in (one.actual, one.forecast, one.accounts)
    ]
    row: Row = [
        rows.viewpoint.municipality.code, line.reference, line.code or None, line.name, one.year,
        day or Words(_("not read"), "not_read"), *_budget(one.revised), *readings,
    ]  # fmt: skip
    if not rows.viewpoint.municipality.is_demo:
        return row
    own = rows.money.movements_of([one.line])
    read = [statement for statement in (one.actual, one.forecast, one.accounts) if statement]
    marked = line.is_fictional or any(one.is_fictional for one in own) or any(one.is_fictional for one in read)
    return [*row, yes_or_no(marked)]


def _budget(revised: Revised | Refusal) -> tuple[Value, Value]:
    if isinstance(revised, Refusal):
        refused = Words(_("not added together"), "refused")
        return refused, refused
    if not revised.is_adopted:
        nothing = Words(_("not adopted"), "not_adopted")
        return nothing, nothing
    stated = missing()
    return stated if revised.original is None else revised.original, stated if revised.ore is None else revised.ore


def _statement(statement: Statement | None) -> Value:
    if statement is None:
        return None
    return amount_said(statement.amount_ore, ValueState(statement.value_state))
