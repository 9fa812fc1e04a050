"""The page of a source of money: who draws on it, and what is left where its size is the municipality's own."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from budgets import ledger
from budgets.funding import Draws, NotLeft, draws
from budgets.models import DecisionState, FundingSource, LineRelation
from organisation.periods import format_period
from organisation.units import Unit
from portfolio.overview import amounts, shapes, words
from portfolio.overview.made_of import line_link, made_of
from portfolio.overview.money_rows import grouped
from portfolio.overview.pages import link_to
from portfolio.overview.rows import Rows
from portfolio.overview.sources import AMOUNT_FIELDS
from portfolio.overview.tables import money_summary


def funding_shown(rows: Rows, source: FundingSource, before: Iterable[FundingSource]) -> shapes.FundingOverview:
    """Of the lines that the reader sees. `before` are the sources that it took over from."""
    relations = [row for several in rows.money.relations.values() for row in several]
    own = grouped((row for row in relations if row.funding_source_id == source.pk), lambda row: row.line_id)
    found = rows.money.movements_of(rows.money.lines)
    drawn = draws(source, relations, found)
    shown = tuple(
        _draw(rows, own.get(line, ()), source, line) for line in sorted(drawn.lines, key=rows.money.order.__getitem__)
    )
    unit = Unit(source.unit)
    size = amounts.fact_money(source, sources=rows.sources.of(source, AMOUNT_FIELDS))
    return shapes.FundingOverview(
        name=source.name,
        kind_words=source.get_kind_display(),
        giver=source.giver,
        period_text=format_period(source.period) or _("period not stated"),
        conditions=source.conditions,
        accounts_deadline=source.accounts_deadline,
        note=source.note,
        size=size,
        size_text=_("Background only: it enters no sum.") if source.is_external else "",
        is_context=source.is_external,
        draws=shown,
        drawn=amounts.total_money(drawn.drawn, unit),
        left=None if drawn.left is None else amounts.money(drawn.left, unit),
        left_text=left_words(drawn, unit),
        successor=link_to(rows.viewpoint, source.successor) if source.successor else None,
        predecessors=tuple(link_to(rows.viewpoint, one) for one in before),
        sources=rows.sources.of(source),
        empty_text="" if shown else _("No line draws on it."),
        is_fictional=source.is_fictional or any(one.made_of.is_fictional for one in shown),
        drawn_text=money_summary(rows, set(drawn.lines)).text if shown else _("nothing"),
    )


def _draw(rows: Rows, relations: Iterable[LineRelation], source: FundingSource, line: int) -> shapes.DrawShown:
    """`relations` are the line's to the source."""
    own = [m for m in rows.money.movements_of([line]) if m.decision != DecisionState.REJECTED]
    total = ledger.add(own)
    served = [rows.tree.titles[pk] for pk in rows.money.serves.get(line, ()) if pk in rows.tree.titles]
    decisions = sorted({m.decision for m in own}, key=DecisionState.values.index)
    said = [one.words for one in relations if one.words]
    return shapes.DrawShown(
        line=line_link(rows, line),
        initiatives=tuple(rows.viewpoint.link(row, "initiative") for row in served),
        money=amounts.total_money(total, Unit(source.unit)),
        decision_words=words.listed([words.decision(state) for state in decisions]),
        words=words.listed(list(dict.fromkeys(said))),
        made_of=made_of(rows, own, lines=[line]),
        text=money_summary(rows, {line}).text,
    )


def left_words(drawn: Draws, unit: Unit) -> str:
    """What is left, or why one cannot tell."""
    if drawn.left is not None:
        amount = amounts.money(abs(drawn.left), unit).full_text
        if drawn.left < 0:
            return _("The lines draw %(amount)s more than there is.") % {"amount": amount}
        return _("%(amount)s is left.") % {"amount": amount}
    return {
        NotLeft.CONTEXT: _("The size is for all municipalities, so nothing of it is left or used up here."),
        NotLeft.SIZE_NOT_STATED: _("The size is not stated, so nobody can say what is left."),
        NotLeft.NOT_ADDED: words.refusal(drawn.drawn) if isinstance(drawn.drawn, ledger.Refusal) else "",
        NotLeft.DRAWS_NOT_STATED: _("Not all amounts that are drawn are stated, so nobody can say what is left."),
    }[drawn.reason or NotLeft.SIZE_NOT_STATED]
