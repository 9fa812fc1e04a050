"""Budget tables, follow-up, the bridge and what figures are made of, as they stand on the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from organisation.units import Unit
from portfolio.overview import shapes
from portfolio.sheets.writing.declared import missing
from portfolio.sheets.writing.shown import (
    Part,
    decimals_of_cells,
    fictional,
    labels,
    money,
    of_unit,
    table_of,
    text,
    titles,
)
from portfolio.sheets.writing.tables import Column, Kind, Percent, Table, Value, Words


def budget_tables(tables: Iterable[shapes.BudgetTable], is_demo: bool, *, key: str = "budget") -> Iterator[Table]:
    """One sheet for each decision and price level: lines with a column for each year, and the totals below."""
    for number, table in enumerate(tables, 1):
        yield _budget(f"{key}_{number}", table, is_demo)


def _budget(key: str, table: shapes.BudgetTable, is_demo: bool) -> Table:
    rows = [*table.rows, _total_row(table)]
    shown = [*(cell for row in rows for cell in row.cells), *(row.total for row in rows)]
    places = decimals_of_cells(table.unit, shown)

    def column(name: str, heading: str) -> Column:
        return Column(name, of_unit(heading, table.unit), Kind.MONEY, Unit(table.unit), places)

    parts: list[Part[shapes.BudgetRow]] = [
        (Column("reference", "Reference"), lambda row: text(row.reference)),
        (Column("code", "Kode"), lambda row: text(row.code)),
        (Column("name", "Budgetlinje", Kind.LONG_TEXT), lambda row: row.name),
        (Column("direction", "Udgift eller indtægt"), lambda row: text(row.direction_words)),
        *((column(f"y{year}", year), _cell(place)) for place, year in enumerate(table.years)),
    ]
    if table.undistributed_heading:
        parts.append((Column("undistributed", table.undistributed_heading, width=36), _undistributed))
    parts.append((column("total", _("Total")), lambda row: money(row.total)))
    if table.stated_heading:
        parts.append((column("stated_total", table.stated_heading), lambda row: money(row.stated_total)))
    parts += [
        (Column("relations", _("Relations"), Kind.LONG_TEXT), _relations),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
        *fictional(is_demo),
    ]
    notes = [f"{table.caption}, {table.price_level_text}.", *table.notes]
    notes += [f"{check.label}: {check.text}." for check in table.checks]
    return table_of(key, table.heading, parts, rows, notes)


def _cell(place: int) -> Callable[[shapes.BudgetRow], Value]:
    return lambda row: money(row.cells[place])


def _total_row(table: shapes.BudgetTable) -> shapes.BudgetRow:
    whole = table.undistributed_total
    return shapes.BudgetRow(
        reference="", code="", name=_("Total"), description="", direction="", direction_words="", cost_words="",
        cells=table.totals,
        undistributed=(shapes.PeriodAmount("", whole),) if whole else (),
        total=table.total,
        is_fictional=table.is_fictional,
    )  # fmt: skip


def _undistributed(row: shapes.BudgetRow) -> Value:
    said = [" ".join(part for part in (one.period_text, one.money.full_text) if part) for one in row.undistributed]
    return text("; ".join(said))


def _relations(row: shapes.BudgetRow) -> Value:
    said = [*(one.text for one in row.relations), *([row.sharing.text] if row.sharing else []), *row.notes]
    return text("; ".join(said))


# Follow-up


def follow_up_tables(tables: Iterable[shapes.FollowUpTable], is_demo: bool) -> Iterator[Table]:
    for table in tables:
        rows = [*table.rows, *([table.total] if table.total else [])]
        checks = (f"{check.label}: {check.text}." for check in table.checks)
        notes = (f"{table.heading}, {table.price_level_text}.", *checks, *table.notes)
        yield table_of(f"follow_up_{table.year}", table.heading, _follow_up(table.unit, rows, is_demo), rows, notes)


def _follow_up(unit: str, rows: list[shapes.FollowUpRow], is_demo: bool) -> list[Part[shapes.FollowUpRow]]:
    places = decimals_of_cells(unit, (one for row in rows for one in (row.revised, row.actual, row.forecast)))

    def column(name: str, heading: str) -> Column:
        return Column(name, of_unit(heading, unit), Kind.MONEY, Unit(unit), places)

    return [
        (Column("reference", "Reference"), lambda row: text(row.reference)),
        (Column("code", "Kode"), lambda row: text(row.code)),
        (Column("name", "Budgetlinje", Kind.LONG_TEXT), lambda row: row.name),
        (column("original", "Oprindeligt budget"), lambda row: money(row.original)),
        (column("revised", "Korrigeret budget"), lambda row: money(row.revised)),
        (column("actual", "Forbrug"), lambda row: money(row.actual)),
        (Column("actual_note", _("Spending is stated"), width=30), lambda row: text(row.actual_note)),
        (column("forecast", "Forventet regnskab"), lambda row: money(row.forecast)),
        (Column("forecast_note", _("Forecast is stated"), width=30), lambda row: text(row.forecast_note)),
        (column("deviation", "Afvigelse"), lambda row: money(row.deviation.money)),
        (Column("deviation_word", _("Deviation in words")), _deviation),
        (Column("spent_share", "Forbrugsprocent", Kind.NUMBER, decimals=1), _share),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text("; ".join((*row.changes, *row.notes)))),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
        *fictional(is_demo),
    ]  # fmt: skip


def _deviation(row: shapes.FollowUpRow) -> Value:
    return Words(row.deviation.word or row.deviation.text, row.deviation.verdict)


def _share(row: shapes.FollowUpRow) -> Value:
    if row.spent_percent is None:
        return Words(row.spent_text, "not_computed")
    return Percent(round(row.spent_percent, 1))


def group_tables(tables: Iterable[shapes.GroupTable], is_demo: bool) -> Iterator[Table]:
    """The follow-up of each group, with the sum over the distinct lines below."""
    for number, table in enumerate(tables, 1):
        groups = [*table.rows, *table.gross, table.total]
        notes = (f"{table.caption}.", table.overlap_text, *(one.text for one in table.overlaps), *table.notes)
        parts = _grouped(table, [group.row for group in groups], is_demo)
        yield table_of(f"groups_{number}", table.heading, parts, groups, filter(None, notes))


def _grouped(table: shapes.GroupTable, rows: list[shapes.FollowUpRow], is_demo: bool) -> list[Part[shapes.GroupRow]]:
    """As of lines, but named by the group instead of by the line."""
    figures = _follow_up(table.unit, rows, is_demo)[3:]
    start: list[Part[shapes.GroupRow]] = [
        (Column("group", table.by_words, Kind.LONG_TEXT), lambda group: group.name.title),
        (Column("depth", _("Depth"), Kind.NUMBER, is_always_known=True), lambda group: group.depth),
        (Column("lines", _("Budget lines")), lambda group: group.lines_text),
    ]
    return [*start, *((column, _of_row(say)) for column, say in figures)]


def _of_row(say: Callable[[shapes.FollowUpRow], Value]) -> Callable[[shapes.GroupRow], Value]:
    return lambda group: say(group.row)


# The bridge


def bridge(shown: shapes.BridgeShown, key: str = "bridge") -> Table:
    """From the first reading to the second: start, steps and end stand below each other and add up."""
    ends = [
        (shown.start_words, shown.start, "", ""),
        *((one.words, one.money, one.date_text, one.decision.title if one.decision else "") for one in shown.steps),
        (shown.end_words, shown.end, "", ""),
    ]
    places = decimals_of_cells(shown.unit, (one[1] for one in ends))
    parts: list[Part[tuple[str, shapes.Money, str, str]]] = [
        (Column("step", _("Step"), Kind.LONG_TEXT), lambda row: row[0]),
        (
            Column("amount", of_unit(_("Amount"), shown.unit), Kind.MONEY, Unit(shown.unit), places),
            lambda row: money(row[1]),
        ),
        (Column("date", _("Date")), lambda row: text(row[2])),
        (Column("decision", _("Decision"), Kind.LONG_TEXT), lambda row: text(row[3])),
    ]
    return table_of(key, shown.heading, parts, ends, filter(None, (shown.refusal, *shown.notes)))


def rounds(found: Iterable[shapes.RoundShown], is_demo: bool) -> Table:
    parts: list[Part[shapes.RoundShown]] = [
        (Column("name", _("Budget follow-up")), lambda row: row.name),
        (Column("year", _("Year"), Kind.YEAR, is_always_known=True), lambda row: row.year),
        (Column("as_of", _("As of"), Kind.DATE, is_always_known=True), lambda row: row.as_of),
        (Column("answered", _("Answered")), lambda row: row.answered_text),
        (Column("unanswered", _("Not answered"), Kind.LONG_TEXT), lambda row: titles(row.unanswered)),
        *fictional(is_demo),
    ]
    return table_of("rounds", _("Rounds"), parts, found)


# What figures are made of


def postings(found: Iterable[shapes.PostingShown], is_demo: bool) -> Table:
    parts: list[Part[shapes.PostingShown]] = [
        (Column("line", "Budgetlinje", Kind.LONG_TEXT), lambda row: row.line.title),
        (Column("kind", "Type"), lambda row: Words(row.kind_words, row.kind)),
        (Column("year", "År"), lambda row: row.year_text or missing()),
        (Column("amount", "Beløb (kr.)", Kind.MONEY), lambda row: money(row.money)),
        (Column("decision_state", _("Decision")), lambda row: text(row.money.decision_words)),
        (Column("decision", _("Decided"), Kind.LONG_TEXT), lambda row: text(row.decision_text)),
        (Column("date", _("Holds from")), lambda row: text(row.date_text)),
        (Column("recorded", _("Recorded")), lambda row: text(row.recorded_text)),
        (Column("cover", _("Cover or other end"), Kind.LONG_TEXT), lambda row: text(row.cover_text)),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row.note)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
        *fictional(is_demo),
    ]
    return table_of("postings", _("Budget entries"), parts, found)


def readings(found: Iterable[shapes.ReadingShown], is_demo: bool) -> Table:
    parts: list[Part[shapes.ReadingShown]] = [
        (Column("line", "Budgetlinje", Kind.LONG_TEXT), lambda row: row.line.title),
        (Column("kind", "Type"), lambda row: Words(row.kind_words, row.kind)),
        (Column("year", "År"), lambda row: row.year_text),
        (Column("amount", "Beløb (kr.)", Kind.MONEY), lambda row: money(row.money)),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row.note)),
        (Column("recorded", _("Recorded")), lambda row: text(row.recorded_text)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
        *fictional(is_demo),
    ]
    return table_of("readings", _("Readings"), parts, found)


def funding(found: Iterable[shapes.FundingSourceShown], is_demo: bool) -> Table:
    parts: list[Part[shapes.FundingSourceShown]] = [
        (Column("name", "Finansiering", width=40), lambda row: row.name),
        (Column("kind", "Type"), lambda row: row.kind_words),
        (Column("giver", _("Giver"), width=30), lambda row: text(row.giver)),
        (Column("size", _("Size as context (kr.)"), Kind.MONEY), lambda row: money(row.money)),
        (Column("period", "Periode"), lambda row: row.period_text or missing()),
        (Column("note", "Bemærkning", Kind.LONG_TEXT), lambda row: text(row.note)),
        (Column("source", "Kilde", Kind.LONG_TEXT), lambda row: labels(row.sources)),
        *fictional(is_demo),
    ]
    return table_of("funding", _("Financing"), parts, found)


def draws(found: Iterable[shapes.DrawShown], is_demo: bool) -> Table:
    parts: list[Part[shapes.DrawShown]] = [
        (Column("line", "Budgetlinje", Kind.LONG_TEXT), lambda row: row.line.title),
        (Column("initiatives", "Indsats", Kind.LONG_TEXT), lambda row: titles(row.initiatives)),
        (Column("amount", _("Amount (kr.)"), Kind.MONEY), lambda row: money(row.money)),
        (Column("decision_state", _("Decision and amount"), width=40), lambda row: text(row.text)),
        (Column("words", _("The document's words"), Kind.LONG_TEXT), lambda row: text(row.words)),
    ]
    return table_of("draws", _("Who draws on it"), parts, found)
