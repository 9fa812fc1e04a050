"""The amounts of a plan's initiatives become draft entries, each on a budget line of its own."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from budgets.models import BudgetLine, Entry, EntryKind, LineInitiative, Recurrence, UnitOrigin, ValueState
from initiatives.models import Initiative
from organisation.access import access_of
from organisation.printing import format_exact_amount
from organisation.units import Unit
from portfolio.plans.content import PlanAmount, PlanInitiative
from portfolio.plans.outcome import Line, Written
from portfolio.plans.remarks import place
from portfolio.plans.surroundings import Surroundings


def write_amounts(around: Surroundings, initiative: PlanInitiative, written: Written) -> None:
    """One amount serves all the initiatives that share it. Raises ValidationError when a rule is broken."""
    wanted = [one for one in initiative.amounts if one.is_wanted and one.ore is not None]
    rows = around.written.get(written.index, [])
    if not wanted or not rows:
        return
    if around.home.pk not in access_of(around.by).financed:
        written.remarks.append(_("Its amounts are not saved: that is for those who may change the budget."))
        return
    for number, amount in enumerate(wanted, 1):
        _write_amount(around, amount, rows, written, number)


def _write_amount(
    around: Surroundings, amount: PlanAmount, rows: list[Initiative], written: Written, number: int
) -> None:
    served = LineInitiative.objects.filter(initiative__in=[row.pk for row in rows]).values("line")
    if Entry.objects.filter(line__in=served, amount_ore=amount.ore, period_text=amount.period).exists():
        written.unchanged += 1
        return
    line = _line(around, amount, rows, written, number)
    entry = around.save(_entry(around, line, amount))
    for one in (line, entry):
        around.cite(one, amount.line, quote=amount.quote)
    shown = f"{format_exact_amount(amount.ore or 0, Unit(amount.unit))} {amount.period}".strip()
    written.lines.append(Line(_("Budget line with a draft amount"), shown, place=place(around.content, amount.line)))


def _line(
    around: Surroundings, amount: PlanAmount, rows: list[Initiative], written: Written, number: int
) -> BudgetLine:
    name = " · ".join(row.title for row in rows)[:400]
    line = BudgetLine(
        municipality=around.home,
        reference=around.reference(BudgetLine, f"{name[:60]} {number if number > 1 else ''}"),
        name=name,
        document=around.document,
        position=written.index + 1,
        recurrence=Recurrence.ONE_OFF if amount.is_one_off else Recurrence.NOT_STATED,
    )
    around.save(line)
    for row in rows:
        around.save(LineInitiative(municipality=around.home, line=line, initiative=row))
    return line


def _entry(around: Surroundings, line: BudgetLine, amount: PlanAmount) -> Entry:
    said: dict[str, Any] = {
        "raw": amount.raw[:200], "unit": amount.unit, "unit_origin": UnitOrigin.STATED, "amount_ore": amount.ore,
        "value_state": ValueState.VALUE if amount.ore else ValueState.ZERO,
    }  # fmt: skip
    return Entry(
        municipality=around.home,
        line=line,
        kind=EntryKind.ORIGINAL,
        period_text=amount.period,
        decision_state=around.draft.decision_state,
        recurrence=line.recurrence,
        **said,
    )
