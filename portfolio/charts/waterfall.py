"""A bridge between two totals, every step drawn where the one before it ended."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from portfolio.charts import legend, rows
from portfolio.charts.definitions import Chart, Step, Table, Waterfall
from portfolio.charts.paints import Paint
from portfolio.charts.rows import Frame, Group, Part, Strip
from portfolio.charts.scales import ZERO
from portfolio.charts.sentences import nothing, pair, told

TOTAL = Paint("#0b3558", "solid")
UP = Paint("#22702e", "up")
DOWN = Paint("#a8480f", "dots")


def draw_waterfall(waterfall: Waterfall) -> Chart:
    """Raises ValueError when every step is known and they do not lead from start to end."""
    _check(waterfall)
    groups = (_total(waterfall.start), *_steps(waterfall), _total(waterfall.end, is_last=True))
    known = any(group.numbers() for group in groups)
    names = (legend.area(_("Total"), TOTAL), legend.area(_("Increase"), UP), legend.area(_("Decrease"), DOWN))
    notes = _notes(waterfall) if known else (nothing(),)
    drawing, height = rows.draw(Frame(waterfall.unit, groups, names, notes), waterfall.width)
    lines = tuple((step.label, step.change.text) for step in (waterfall.start, *waterfall.steps, waterfall.end))
    alternative = told(waterfall.title, waterfall.unit, [pair(*line) for line in lines])
    table = Table((_("Step"), _("Change or total")), lines)
    svg = drawing.finished(height, alternative)
    return Chart(waterfall.title, alternative, svg, table, waterfall.width, int(-(-height // 1)))


def _check(waterfall: Waterfall) -> None:
    numbers = [step.change.number for step in (waterfall.start, *waterfall.steps)]
    known = [number for number in numbers if number is not None]
    end = waterfall.end.change.number
    if len(known) == len(numbers) and end is not None and sum(known, ZERO) != end:
        raise ValueError(f"The steps lead to {sum(known, ZERO)}, not to {end}.")


def _total(step: Step, *, is_last: bool = False) -> Group:
    value = step.change.number
    parts = () if value is None else (Part(ZERO, value, TOTAL),)
    leads_on = None if is_last else value
    return Group(step.label, (Strip(parts, (step.change.text,), is_strong=True),), leads_on, is_strong=True)


def _steps(waterfall: Waterfall) -> list[Group]:
    """After a step without a number nobody knows where the next one begins: from there only words."""
    reached = waterfall.start.change.number
    groups = []
    for step in waterfall.steps:
        before, change = reached, step.change.number
        reached = None if before is None or change is None else before + change
        groups.append(Group(step.label, (Strip(_part(before, reached), (step.change.text,)),), reached))
    return groups


def _part(before: Decimal | None, after: Decimal | None) -> tuple[Part, ...]:
    if before is None or after is None:
        return ()
    return (Part(before, after, UP if after > before else DOWN),)


def _notes(waterfall: Waterfall) -> tuple[str, ...]:
    unknown = any(step.change.number is None for step in (waterfall.start, *waterfall.steps))
    return (_("A step without a figure is not drawn, nor are the steps after it."),) if unknown else ()
