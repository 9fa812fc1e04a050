"""What a figure is made of: lines, movements, readings, decisions and documents, so that a page can open it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from budgets import ledger
from budgets.models import BudgetLine, Entry, Recurrence, Statement, Transfer
from organisation.periods import format_period
from organisation.units import Unit
from portfolio.overview import amounts, shapes, words
from portfolio.overview.follow_up_rows import cover, decided, expected_note, named_decision, other_end, spent_note
from portfolio.overview.rows import Rows
from portfolio.overview.sources import AMOUNT_FIELDS
from portfolio.overview.viewpoint import any_fictional


def made_of(
    rows: Rows, movements: Iterable[ledger.Movement], statements: Iterable[Statement] = (), lines: Iterable[int] = ()
) -> shapes.MadeOf:
    """`lines` are those of the figure beside the lines of the movements and readings."""
    movements, statements = list(movements), list(statements)
    wanted = {*lines, *(m.line for m in movements), *(s.line_id for s in statements)}
    found = [rows.money.lines[pk] for pk in sorted(wanted, key=rows.money.order.__getitem__)]
    postings = tuple(_posting(rows, movement) for movement in movements)
    readings = tuple(_reading(rows, statement) for statement in statements)
    return shapes.MadeOf(
        lines=tuple(line_link(rows, line.pk) for line in found),
        postings=postings,
        readings=readings,
        decisions=tuple(dict.fromkeys(one.decision for one in postings if one.decision is not None)),
        documents=tuple(_documents(rows, found, postings, readings)),
        text=_text(len(found), len(postings), len(readings)),
        is_fictional=any_fictional(found, postings, readings),
    )


def line_link(rows: Rows, pk: int) -> shapes.Link:
    return rows.viewpoint.link(rows.money.lines[pk], "budget-line")


def _text(lines: int, postings: int, readings: int) -> str:
    parts = [words.lines(lines), ngettext("%(number)d entry", "%(number)d entries", postings) % {"number": postings}]
    if readings:
        parts.append(ngettext("%(number)d statement", "%(number)d statements", readings) % {"number": readings})
    return words.listed(parts)


def _posting(rows: Rows, movement: ledger.Movement) -> shapes.PostingShown:
    row = rows.money.transfers[movement.key[1]] if movement.key[0] == ledger.TRANSFER else None
    return _leg(rows, movement, row) if row else _entry(rows, movement, rows.money.entries[movement.key[1]])


def _entry(rows: Rows, movement: ledger.Movement, entry: Entry) -> shapes.PostingShown:
    sources = rows.sources.of(entry, AMOUNT_FIELDS)
    return shapes.PostingShown(
        line=line_link(rows, movement.line),
        kind=movement.kind,
        kind_words=capfirst(entry.get_kind_display()),
        year_text=str(entry.year) if entry.year else entry.period_text,
        money=amounts.fact_money(entry, decision=entry.decision_state, sources=sources),
        decision=_decision(rows, entry),
        decision_text=decided(rows, entry),
        date_text=words.date(entry.effective) if entry.effective_text else _day_of(movement),
        recorded_text=recorded(entry),
        cover_text=cover(rows, entry),
        terms_text=_terms(entry),
        note=entry.note,
        sources=sources,
        is_fictional=entry.is_fictional,
    )


def _decision(rows: Rows, row: Entry | Transfer) -> shapes.Link | None:
    """Not one on a closed item, to those for whom it is not."""
    is_named = row.decision is not None and row.decision.is_for(rows.viewpoint.user)
    return rows.viewpoint.link(row.decision) if row.decision is not None and is_named else None


def _terms(entry: Entry) -> str:
    once = "" if entry.recurrence == Recurrence.NOT_STATED else entry.get_recurrence_display()
    return ", ".join(part for part in (entry.price_level, once) if part)


def _leg(rows: Rows, movement: ledger.Movement, transfer: Transfer) -> shapes.PostingShown:
    direction = _("Transferred in") if (movement.ore or 0) > 0 else _("Transferred out")
    return shapes.PostingShown(
        line=line_link(rows, movement.line),
        kind=ledger.TRANSFER,
        kind_words=direction,
        year_text=str(transfer.year),
        money=_moved(rows, movement, transfer),
        decision=_decision(rows, transfer),
        decision_text=named_decision(rows, transfer),
        date_text=format_period(transfer.effective) or _day_of(movement),
        recorded_text=recorded(transfer),
        cover_text=other_end(rows, movement),
        terms_text=transfer.price_level,
        note=transfer.note,
        sources=rows.sources.of(transfer),
        is_fictional=transfer.is_fictional,
    )


def _moved(rows: Rows, movement: ledger.Movement, transfer: Transfer) -> shapes.Money:
    """A transfer has no unit of its own: it is shown in that of its line where that prints it whole, else in kroner."""
    own = [rows.money.entries[m.key[1]] for m in rows.money.movements_of([movement.line]) if m.key[0] == "entry"]
    unit = amounts.unit_of(own)
    if transfer.amount_ore % 10 ** (unit.exponent - amounts.MOST_DECIMALS[unit]):
        unit = Unit.KR
    decimals = amounts.decimals_for(unit, [movement.ore])
    state, fictional = transfer.decision_state, transfer.is_fictional
    return amounts.money(movement.ore, unit, decimals, decision=state, is_fictional=fictional)


def _day_of(movement: ledger.Movement) -> str:
    return words.day(movement.effective) if movement.effective else _("undated")


def recorded(row: Entry | Transfer | Statement) -> str:
    return _("posted %(day)s") % {"day": words.day(timezone.localtime(row.known_at).date())}


def _reading(rows: Rows, statement: Statement) -> shapes.ReadingShown:
    sources = rows.sources.of(statement, AMOUNT_FIELDS)
    note = expected_note(statement) if statement.kind == "forecast" else spent_note(statement)
    return shapes.ReadingShown(
        line=line_link(rows, statement.line_id),
        kind=statement.kind,
        kind_words=capfirst(statement.get_kind_display()),
        year_text=str(statement.year),
        money=amounts.fact_money(statement, sources=sources),
        note="; ".join(part for part in (note, statement.note) if part),
        recorded_text=recorded(statement),
        sources=sources,
        is_fictional=statement.is_fictional,
    )


def _documents(
    rows: Rows,
    lines: list[BudgetLine],
    postings: tuple[shapes.PostingShown, ...],
    readings: tuple[shapes.ReadingShown, ...],
) -> Iterable[shapes.Source]:
    """Each place that is cited, once."""
    cited = list(rows.sources.of_many(lines))
    cited += [source for one in postings for source in one.sources]
    cited += [source for one in readings for source in one.sources]
    yield from dict.fromkeys(cited)
