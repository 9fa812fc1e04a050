"""The one-page table of a status report: where each initiative stands, and how it moved."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from initiatives.models import Activity, ActivityKind, Light
from organisation.periods import format_period
from organisation.printing import format_table_amount
from organisation.units import Unit
from portfolio.overview import shapes
from portfolio.overview.follow_ups import covered_in
from portfolio.overview.off_course import FROM_WORST, OPEN, deviation_of, end_of, light_of
from portfolio.overview.rows import Rows
from portfolio.overview.sheets import Parts

# Not assessed: nothing to be better or worse than.
UNASSESSED = frozenset({Light.GREY.value, "none"})
# As much as can be read at a glance; the rest is on the sheet.
MOST_OBJECTIVES, LONGEST_OBJECTIVE = 1, 42


@dataclass(frozen=True)
class Before:
    """The previous report: its day, when it was frozen, and {reference: the worst light, or “none”}."""

    as_of: datetime.date
    frozen_at: datetime.datetime
    lights: Mapping[str, str]


def moved(reference: str, now: str, before: Before | None) -> shapes.Move:
    if before is None:
        return shapes.Move("none", "", "")
    then = before.lights.get(reference)
    if then is None:
        return shapes.Move("new", "+", _("new in the overview"))
    if now in UNASSESSED or then in UNASSESSED:
        if (now in UNASSESSED) == (then in UNASSESSED):
            return shapes.Move("same", "→", _("unchanged"))
        return shapes.Move("assessed", "+", _("now assessed")) if then in UNASSESSED else _gone()
    difference = FROM_WORST.index(now) - FROM_WORST.index(then)
    if difference == 0:
        return shapes.Move("same", "→", _("unchanged"))
    better = shapes.Move("better", "↑", _("better than last time"))
    return better if difference > 0 else shapes.Move("worse", "↓", _("worse than last time"))


def _gone() -> shapes.Move:
    return shapes.Move("unassessed", "−", _("no longer assessed"))


def status_tables(
    rows: Rows,
    sheets: Sequence[shapes.InitiativeSheet],
    parts: Parts,
    economy: shapes.FollowUpOverview,
    before: Before | None,
) -> tuple[shapes.StatusTable, ...]:
    """One table a strategy, in the order of the initiatives; the deviations of all in the unit of the economy."""
    year = economy.tables[0].year if economy.tables else None
    unit = Unit(economy.tables[0].unit) if economy.tables else Unit.KR
    tables: dict[str, list[shapes.StatusRow]] = {}
    for initiative, sheet in zip(rows.chosen, sheets, strict=True):
        milestone = next_milestone(parts.activities.get(initiative.pk, ()), rows.viewpoint.as_of)
        title = sheet.card.strategy.title if sheet.card.strategy else ""
        tables.setdefault(title, []).append(
            _row(
                sheet, milestone, _Deviation(deviation_of(sheet, year), covered_in(sheet.follow_up, year)), unit, before
            )
        )
    heading = _("Deviation %(year)s, %(unit)s") % {"year": year, "unit": unit.label} if year else ""
    return tuple(shapes.StatusTable(title, tuple(found), heading) for title, found in tables.items())


class _Deviation(NamedTuple):
    """What it is, and over how many of the lines where not over all."""

    found: shapes.Deviation | None
    covered: str


def _row(
    sheet: shapes.InitiativeSheet,
    milestone: Activity | None,
    over: _Deviation,
    unit: Unit,
    before: Before | None,
) -> shapes.StatusRow:
    card, status = sheet.card, sheet.card.status
    few = tuple(_short(one) for one in card.objectives[:MOST_OBJECTIVES])
    return shapes.StatusRow(
        reference=card.reference,
        code=card.code,
        title=card.title,
        objectives=few,
        more_objectives=len(card.objectives) - len(few),
        owner_text=capfirst(card.owner_text),
        status=status,
        status_text=capfirst(card.status_text),
        move=moved(card.reference, light_of(sheet), before),
        age_text=(status.stale_text or status.age_text) if status else "",
        milestone_text=f"{milestone.title}, {format_period(milestone.period)}" if milestone else "",
        deviation=over.found,
        deviation_text=_amount(over.found, unit),
        deviation_covered=over.covered if over.found else "",
        is_fictional=card.is_fictional,
    )


def _short(objective: shapes.Link) -> shapes.Link:
    """Its first words, none of them cut."""
    words = Truncator(objective.title).chars(LONGEST_OBJECTIVE)
    cut = words != objective.title and " " in words
    return replace(objective, title=f"{words.rsplit(maxsplit=1)[0].rstrip(',:;')}…" if cut else words)


def _amount(deviation: shapes.Deviation | None, unit: Unit) -> str:
    if deviation is None or deviation.money.ore is None or deviation.verdict == "none":
        return ""
    return format_table_amount(deviation.money.ore, unit)


def next_milestone(activities: Sequence[Activity], as_of: datetime.date) -> Activity | None:
    """The first that is still to come; an activity where the initiative has no milestones."""
    coming = [one for one in activities if one.state in OPEN and (end_of(one) or datetime.date.min) >= as_of]
    stones = [one for one in coming if one.kind == ActivityKind.MILESTONE]
    return min(stones or coming, key=lambda one: (end_of(one) or datetime.date.max, one.position), default=None)
