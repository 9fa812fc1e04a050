"""The sums of many lines in words, from the database's own sums: what money_summary says, without loading a line."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from budgets import ledger
from budgets.decision_sums import DecisionSum, by_decision
from budgets.ledger import common_state
from budgets.models import BudgetLine, DecisionState
from organisation.units import Unit
from portfolio.overview import amounts, shapes, words
from portfolio.overview.tables import DECISION_ORDER, span_of


def money_of(
    lines: QuerySet[BudgetLine] | Iterable[int], as_of: datetime.date, known_on: datetime.datetime | None = None
) -> shapes.MoneySummary:
    """The same as tables.money_summary of the same lines; a test holds them together."""
    return summary_of(by_decision(lines, as_of=as_of, known_on=known_on))


def summary_of(sums: Iterable[DecisionSum]) -> shapes.MoneySummary:
    """Of sums of which no two are of the same decision state and price level."""
    found = sorted(sums, key=lambda one: (DECISION_ORDER.index(DecisionState(one.decision)), one.price_level))
    shown = tuple(_shown(one) for one in found)
    text = "; ".join(f"{one.heading.lower()}: {one.money.full_text}" for one in shown) or _("no amounts stated")
    return shapes.MoneySummary(shown, _refusal(found), text, (), any(one.is_fictional for one in shown))


def _refusal(found: list[DecisionSum]) -> str:
    decisions = {one.decision for one in found}
    if len(decisions) > 1:
        order = tuple(sorted(decisions, key=DecisionState.values.index))
        return words.refusal(ledger.Refusal(ledger.Reason.DECISION_STATES, order))
    levels = tuple(sorted({one.price_level for one in found} - {""}))
    return words.refusal(ledger.Refusal(ledger.Reason.PRICE_LEVELS, levels)) if len(levels) > 1 else ""


def _shown(one: DecisionSum) -> shapes.SumShown:
    unit = Unit(next(iter(one.units))) if len(one.units) == 1 else Unit.KR
    decimals = one.decimals(unit, unit.decimals, amounts.MOST_DECIMALS[unit])
    note = ""
    if one.not_stated and one.ore is not None:
        note = _("amounts not stated, and so not in the sum: %(number)d") % {"number": one.not_stated}
    return shapes.SumShown(
        decision=one.decision,
        heading=words.decision(one.decision),
        price_level_text=words.price_level(one.price_level),
        money=amounts.money(
            one.ore,
            unit,
            decimals,
            state=common_state(one.states),
            note=note,
            decision=one.decision,
            is_fictional=one.is_fictional,
        ),
        lines=one.lines,
        lines_text=words.lines(one.lines),
        years_text=span_of(list(one.years), is_partly_undistributed=one.is_partly_undistributed),
        is_fictional=one.is_fictional,
    )
