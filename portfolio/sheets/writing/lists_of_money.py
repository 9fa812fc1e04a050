"""Lists of budget lines, entries and follow-up, in kroner."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from budgets import follow_up as following
from budgets.ledger import Movement, Refusal, Revised, common_state
from budgets.models import BudgetLine, DecisionState, Direction, Dranst, Entry, EntryKind, LineInitiative
from budgets.resources import BudgetLineResource, EntryResource, StatementResource
from initiatives.models import Initiative, Strategy
from organisation.models import Municipality, User
from portfolio.overview.budget_doors import loaded
from portfolio.overview.follow_up_rows import line_years_of
from portfolio.overview.rows import Rows
from portfolio.overview.viewpoint import Viewpoint
from portfolio.sheets import shown_only
from portfolio.sheets.writing.budget_cells import Cell, Key, amount_said, budget_cells
from portfolio.sheets.writing.declared import Extra, Listed, choice, fictional_column, missing, yes_or_no
from portfolio.sheets.writing.tables import Column, Kind, Row, Table, Value, Words

IN_KRONER = "{} i kr."
"""The unit stands in the heading, where it is read again."""


def postings(user: User, municipality: Municipality) -> Table:
    """Every entry as it was posted, and for staff the drafts."""
    rows = Entry.objects.visible_to(user).filter(municipality=municipality)
    rows = rows.order_by("line__position", "line__sort_key", "line_id", "year", "pk")
    # As text: to make a moment of each is what reading a hundred thousand entries would spend its time on.
    rows = rows.annotate(posted_text=Cast("posted_at", TextField()))
    said = Extra(Column("period_text", "Periode", width=30), ("year", "period_text"), _period)
    amount = Extra(Column("amount", shown_only.POSTED_AMOUNT, Kind.MONEY), ("amount_ore", "value_state"), amount_said)
    period = [
        Extra(Column(f"period_{end}", "", Kind.DATE, is_for_machines=True), (f"period_{end}",), lambda day: day)
        for end in ("start", "end")
    ]
    more = [
        Extra(Column("effective", shown_only.HOLDS_FROM), ("effective_text",), lambda words: words or missing()),
        Extra(Column("posted", shown_only.POSTED, Kind.DATE), ("posted_text",), _posted),
    ]
    return Listed(
        "postings", _("Postings"), EntryResource, rows, user, municipality,
        {"period_text": said, "amount": amount}, [*period, *more],
        notes=(_("An amount for several years belongs to no single one and is not spread over them."),),
    ).table()  # fmt: skip


def _period(year: int | None, period: str) -> Value:
    return None if year is not None else period or missing()


def _posted(moment: str | None) -> Value:
    """The day of a moment as the database writes it: with its distance from UTC, or in UTC."""
    if not moment:
        return Words(_("draft"), "draft")
    found = datetime.datetime.fromisoformat(moment)
    return timezone.localdate(found if found.tzinfo else found.replace(tzinfo=datetime.UTC))


def _fictional(municipality: Municipality) -> list[Column]:
    return [fictional_column()] if municipality.is_demo else []


_UNSPECIFIED = gettext_lazy(
    "Corrections are counted in. A change that nobody has specified stands in the list of postings."
)


# Long: a row for each year


def budget_long(user: User, municipality: Municipality) -> Table:
    """One row for each line, year or period, kind of amount, decision and price level."""
    declared = EntryResource.columns()
    kinds = {"year": Kind.YEAR, "amount": Kind.MONEY, "name": Kind.LONG_TEXT, "note": Kind.LONG_TEXT}
    columns = [Column(name, one.heading, kinds.get(name, Kind.TEXT)) for name, one in declared.items()]
    notes = (_("An amount for several years belongs to no single one and is not spread over them."), str(_UNSPECIFIED))
    columns += _fictional(municipality)
    return Table("entries", _("Budget by line and year"), tuple(columns), _long_rows(user, municipality), notes)


def _long_rows(user: User, municipality: Municipality) -> Iterator[Row]:
    kinds, decisions = choice(EntryKind), choice(DecisionState)
    lines = {row[0]: row for row in _lines(user, municipality).values_list("pk", "reference", "code", "name")}
    cells = budget_cells(user, municipality)
    place = {pk: number for number, pk in enumerate(lines)}
    for key in sorted((key for key in cells if key.line in lines), key=lambda key: (place[key.line], key)):
        _pk, reference, code, name = lines[key.line]
        cell = cells[key]
        row: Row = [
            municipality.code, reference, code or None, name, kinds(key.kind), decisions(key.decision_state),
            key.price_level or None, key.year or None, None if key.year else key.period or missing(), cell.value,
            "; ".join(cell.notes) or None,
        ]  # fmt: skip
        yield [*row, yes_or_no(cell.is_fictional)] if municipality.is_demo else row


def _lines(user: User, municipality: Municipality) -> QuerySet[BudgetLine]:
    """In the order of the budget."""
    return BudgetLine.objects.visible_to(user).filter(municipality=municipality).order_by("position", "sort_key", "pk")


# Wide: a column for each year


def budget_wide(user: User, municipality: Municipality) -> Table:
    """One row for each line, kind of amount, decision and price level; lines without amounts have a row too."""
    cells = {key: cell for key, cell in budget_cells(user, municipality).items() if key.year}
    years = sorted({key.year for key in cells})
    columns = (*_wide_columns(), *(Column(f"y{year}", IN_KRONER.format(year), Kind.MONEY) for year in years))
    notes = (_("Amounts for several years together stand in the list of budget by line and year."), str(_UNSPECIFIED))
    rows = _wide_rows(user, municipality, cells, years)
    return Table("budget_lines", _("Budget lines by year"), (*columns, *_fictional(municipality)), rows, notes)


def _wide_columns() -> list[Column]:
    declared, of_entries = BudgetLineResource.columns(), EntryResource.columns()
    columns = [
        Column(name, one.heading, Kind.LONG_TEXT if name in {"name", "description"} else Kind.TEXT)
        for name, one in declared.items()
    ]
    keys = [Column(name, of_entries[name].heading) for name in ("kind", "decision_state", "price_level")]
    return [*columns, *keys]


def _wide_rows(
    user: User, municipality: Municipality, cells: Mapping[Key, Cell], years: Sequence[int]
) -> Iterator[Row]:
    fields = ("pk", "reference", "code", "name", "direction", "account_string", "description", "dranst", "is_fictional")
    serves, directions, dransts = _serving(user, municipality), choice(Direction), choice(Dranst)
    kinds, decisions = choice(EntryKind), choice(DecisionState)
    of_line: dict[int, list[Key]] = {}
    for one in sorted({replace(key, year=0, period="") for key in cells}):
        of_line.setdefault(one.line, []).append(one)
    for pk, reference, code, name, direction, account, description, dranst, is_fictional in _lines(
        user, municipality
    ).values_list(*fields):
        start: Row = [
            municipality.code, reference, code or None, name, serves.get(pk), directions(direction), account or None,
            description or None, dransts(dranst),
        ]  # fmt: skip
        keys: list[Key | None] = [*of_line.get(pk, ())]
        for key in keys or [None]:
            own = [cells.get(replace(key, year=year)) if key else None for year in years]
            said = [kinds(key.kind), decisions(key.decision_state), key.price_level or None] if key else [None] * 3
            marked = is_fictional or any(cell.is_fictional for cell in own if cell)
            end = [yes_or_no(marked)] if municipality.is_demo else []
            yield [*start, *said, *(cell.value if cell else None for cell in own), *end]


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


_READINGS = (
    ("original", "Oprindeligt budget"),
    ("revised", "Korrigeret budget"),
    ("actual", "Forbrug"),
    ("forecast", "Forventet regnskab"),
    ("accounts", "Regnskab"),
)


def follow_up(user: User, municipality: Municipality) -> Table:
    """One row for each line and budget year, with the latest reading of each kind; readings of other days below it."""
    viewpoint = Viewpoint(user, municipality, timezone.localdate(), has_links=False)
    declared, of_entries = StatementResource.columns(), EntryResource.columns()
    columns = [
        *(Column(name, declared[name].heading) for name in ("municipality", "line", "code", "name")),
        Column("year", declared["year"].heading, Kind.YEAR, is_always_known=True),
        Column("as_of", declared["as_of"].heading, Kind.DATE),
        Column("round", declared["round"].heading),
        *(Column(name, of_entries[name].heading) for name in ("decision_state", "price_level")),
        *(Column(key, IN_KRONER.format(heading), Kind.MONEY) for key, heading in _READINGS),
        *_fictional(municipality),
    ]
    return Table("follow_up", _("Budget follow-up"), tuple(columns), _followed(viewpoint))


def _followed(viewpoint: Viewpoint) -> Iterator[Row]:
    whole = BudgetLine.objects.filter(municipality=viewpoint.municipality)
    rows = loaded(viewpoint, Initiative.objects.none(), Strategy.objects.none(), whole)
    line_years = line_years_of(rows, set(rows.money.lines))
    for one in sorted(line_years, key=lambda one: (rows.money.order[one.line], one.year)):
        places = {(each.as_of, each.follow_up_round) for each in (one.actual, one.forecast, one.accounts) if each}
        for number, place in enumerate(sorted(places, reverse=True) or [None]):
            yield _reading(rows, one, place, is_first=number == 0)


Reading = tuple[datetime.date, str]


def _reading(rows: Rows, one: following.LineYear, place: Reading | None, *, is_first: bool) -> Row:
    """`place`: day and round. The budget stands in the first row alone: it is one, however often it is read."""
    line, home = rows.money.lines[one.line], rows.viewpoint.municipality
    adopted = [m for m in rows.money.movements_of([one.line]) if m.year == one.year and m.decision == "adopted"]
    readings = [one.actual, one.forecast, one.accounts]
    said = [
        amount_said(each.amount_ore, each.value_state) if each and (each.as_of, each.follow_up_round) == place else None
        for each in readings
    ]
    when: Row = [place[0], place[1] or None] if place else [Words(_("not read"), "not_read"), None]
    row: Row = [
        home.code, line.reference, line.code or None, line.name, one.year, *when,
        *(_budget(one.revised, adopted) if is_first else [None] * 4), *said,
    ]  # fmt: skip
    marked = line.is_fictional or any(m.is_fictional for m in adopted) or any(e.is_fictional for e in readings if e)
    return [*row, yes_or_no(marked)] if home.is_demo else row


def _budget(revised: Revised | Refusal, adopted: Sequence[Movement]) -> list[Value]:
    """Decision, price level, original and revised budget."""
    decision: Value = choice(DecisionState)(DecisionState.ADOPTED)
    originals = [movement for movement in adopted if movement.counts_as == EntryKind.ORIGINAL]
    levels = {movement.price_level for movement in originals}
    if isinstance(revised, Refusal):
        return [decision, None, None, Words(_("not added together"), "refused")]
    if not revised.is_adopted:
        nothing = Words(_("not adopted"), "not_adopted")
        return [None, None, nothing, nothing]
    # An original budget in two price levels is two amounts: it stands in the other lists.
    original = _said(revised.original, originals) if len(levels) == 1 else None
    return [decision, max(levels, default="") or None, original, _said(revised.ore, adopted)]


def _said(ore: int | None, found: Sequence[Movement]) -> Value:
    """The sum; in words where it is none, or 0 because all of it is paid elsewhere."""
    said = amount_said(ore, common_state(movement.state for movement in found))
    return missing() if said is None else said
