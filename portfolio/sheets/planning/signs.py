"""The sign of amounts on lines of income, which is negative."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from budgets.models import BudgetLine, Direction
from organisation.numbers import ParsedAmount
from portfolio.sheets.planning.task import Task
from portfolio.sheets.understanding import Meaning, Record

# A supplement, a transfer and a carry-over of income may be of either sign.
_LEVELS = frozenset(
    {Meaning.AMOUNT, Meaning.ORIGINAL, Meaning.ESTIMATE, Meaning.REVISED, Meaning.FORECAST, Meaning.ACTUAL,
     Meaning.ACCOUNTS}
)  # fmt: skip


def tell_of_positive_income(task: Task, rows: Iterable[tuple[BudgetLine, Record]]) -> None:
    columns = [column for column in task.table.layout.used if column.meaning in _LEVELS]
    found = [
        reading
        for line, record in rows
        if line.direction == Direction.INCOME
        for column in columns
        if (reading := record.readings.get(column.index)) is not None
        if isinstance(reading.value, ParsedAmount) and (reading.value.ore or 0) > 0
    ]
    if not found:
        return
    reason = ngettext(
        "The amount in %(addresses)s is above 0 on a line of income, where it counts as less income.",
        "The amounts in %(addresses)s are above 0 on lines of income, where they count as less income.",
        len(found),
    ) % {"addresses": ", ".join(reading.address for reading in found[:20])}
    advice = _("Income is negative: write a minus before the amounts if they are income.")
    task.plan.warn(found[0].address, found[0].raw, reason, advice)
