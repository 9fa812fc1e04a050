"""What the portfolio page shows of its initiatives beside what is stored of them, and what all of them come to."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from portfolio.overview.shapes import StatusShown
from portfolio.overview.shapes.listing import InitiativeLine, ListGroup, Listing
from portfolio.sheets import shown_only
from portfolio.sheets.writing import shown
from portfolio.sheets.writing.declared import Extra
from portfolio.sheets.writing.shown_initiative import lights
from portfolio.sheets.writing.tables import Column, Kind, Row, Table, Value, Words


def _of_status(say: Callable[[StatusShown | None], Value]) -> Callable[[InitiativeLine], Value]:
    return lambda line: say(line.status)


_LINE: list[shown.Part[InitiativeLine]] = [
    (Column("target_groups", shown_only.TARGET_GROUPS, width=36), lambda row: shown.text("; ".join(row.target_groups))),
    *((column, _of_status(say)) for column, say in lights()),
    (Column("change", shown_only.CHANGE), lambda row: Words(row.change.words, row.change.code) if row.change else None),
    (Column("money", shown_only.MONEY, width=40), lambda row: row.money.text),
    (
        Column("deviation", shown_only.DEVIATION, width=36),
        lambda row: Words(row.deviation.text, row.deviation.code) if row.deviation.text else None,
    ),
    (
        Column("verdict", shown_only.VERDICT, width=30),
        lambda row: Words(row.verdict.text, row.verdict.code) if row.verdict else None,
    ),
    (Column("indicators", shown_only.INDICATORS, width=20), lambda row: row.indicators_text),
]


def of_lines(listing: Listing) -> list[Extra]:
    """Columns for the list of initiatives. One that stands in several groups has one row, which names them all."""
    lines = {line.reference: line for group in listing.groups for line in group.lines}
    found = [Extra(column, ("reference",), _of(lines, say)) for column, say in _LINE]
    if not _is_grouped(listing):
        return found
    names: dict[str, list[str]] = {}
    for group in listing.groups:
        for line in group.lines:
            names.setdefault(line.reference, []).append(group.name.title if group.name else "")
    grouped = Extra(
        Column("group", shown_only.GROUP, width=36), ("reference",), lambda one: "; ".join(names.get(one, ()))
    )
    return [grouped, *found]


def _of(lines: dict[str, InitiativeLine], say: Callable[[InitiativeLine], Value]) -> Callable[[str], Value]:
    return lambda reference: say(lines[reference])


def _is_grouped(listing: Listing) -> bool:
    return any(group.name is not None for group in listing.groups)


def key_figures(listing: Listing) -> Table:
    columns = (
        Column("group", _("Key figure"), width=30),
        Column("what", _("What"), width=36),
        Column("number", _("Number"), Kind.NUMBER, is_always_known=True),
        Column("amount", _("Amount (kr.)"), Kind.MONEY),
        Column("price_level", "Prisniveau", width=28),
    )
    rows: list[Row] = [(_("State"), Words(one.words, one.code), one.number, None, None) for one in listing.by_state]
    rows += [(_("Status of progress"), Words(one.words, one.code), one.number, None, None) for one in listing.by_light]
    rows += [
        (_("Money"), Words(one.heading, one.decision), one.lines, shown.money(one.money), one.price_level_text)
        for one in listing.money.sums
    ]
    return Table("key_figures", _("Key figures"), columns, rows, tuple(filter(None, [listing.money.refusal])))


def groups(listing: Listing) -> list[Table]:
    """How many stand in each group, and their lights; no sheet where the page is not grouped."""
    if not _is_grouped(listing):
        return []
    codes = [(one.code, one.words) for one in listing.by_light]
    columns = (
        Column("group", _("Group"), width=44),
        Column("number", _("Initiatives"), Kind.NUMBER, is_always_known=True),
        *(Column(code, words, Kind.NUMBER, is_always_known=True) for code, words in codes),
        Column("money", shown_only.MONEY, width=40),
    )
    rows: list[Row] = [
        (
            group.name.title if group.name else "",
            group.count,
            *_numbers(group, codes),
            group.money.text if group.money else None,
        )
        for group in listing.groups
    ]
    return [Table("groups", _("Groups"), columns, rows, tuple(filter(None, [listing.overlap_text])))]


def _numbers(group: ListGroup, codes: list[tuple[str, str]]) -> list[int]:
    known = {one.code: one.number for one in group.by_light}
    return [known.get(code, 0) for code, _words in codes]
