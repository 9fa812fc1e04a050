"""The one-page table of a status report and the initiatives that are off their course."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from indicators.progress import Verdict
from initiatives.models import Activity, ActivityKind, ActivityState, Light
from organisation.periods import format_period
from organisation.printing import format_table_amount
from organisation.units import Unit
from portfolio.overview import shapes, words
from portfolio.overview.rows import Rows
from portfolio.overview.sheets import Parts

# Not assessed: nothing to be better or worse than.
UNASSESSED = frozenset({Light.GREY.value, "none"})
FROM_WORST = [Light.RED.value, Light.YELLOW.value, Light.GREEN.value, Light.BLUE.value]
OFF_COURSE = frozenset({Light.RED.value, Light.YELLOW.value})
ADVERSE = frozenset({"overspending", "less_income"})
OPEN = frozenset({ActivityState.PLANNED, ActivityState.ONGOING, ActivityState.NOT_STATED})
MOST_OBJECTIVES = 2


@dataclass(frozen=True)
class Before:
    """The previous report: its day, when it was frozen, and {reference: the worst light, or “none”}."""

    as_of: datetime.date
    frozen_at: datetime.datetime
    lights: Mapping[str, str]


def light_of(sheet: shapes.InitiativeSheet) -> str:
    return sheet.card.status.worst.code if sheet.card.status else "none"


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
        tables.setdefault(title, []).append(_row(sheet, milestone, deviation_of(sheet, year), unit, before))
    heading = _("Deviation %(year)s, %(unit)s") % {"year": year, "unit": unit.label} if year else ""
    return tuple(shapes.StatusTable(title, tuple(found), heading) for title, found in tables.items())


def _row(
    sheet: shapes.InitiativeSheet,
    milestone: Activity | None,
    deviation: shapes.Deviation | None,
    unit: Unit,
    before: Before | None,
) -> shapes.StatusRow:
    card, status = sheet.card, sheet.card.status
    few = card.objectives[:MOST_OBJECTIVES]
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
        deviation=deviation,
        deviation_text=_amount(deviation, unit),
        is_fictional=card.is_fictional,
    )


def _amount(deviation: shapes.Deviation | None, unit: Unit) -> str:
    if deviation is None or deviation.money.ore is None or deviation.verdict == "none":
        return ""
    return format_table_amount(deviation.money.ore, unit)


def next_milestone(activities: Sequence[Activity], as_of: datetime.date) -> Activity | None:
    """The first that is still to come; an activity where the initiative has no milestones."""
    coming = [one for one in activities if one.state in OPEN and (_end(one) or datetime.date.min) >= as_of]
    stones = [one for one in coming if one.kind == ActivityKind.MILESTONE]
    return min(stones or coming, key=lambda one: (_end(one) or datetime.date.max, one.position), default=None)


def _end(activity: Activity) -> datetime.date | None:
    return activity.period_end or activity.period_start


def deviation_of(sheet: shapes.InitiativeSheet, year: int | None) -> shapes.Deviation | None:
    """That of the year, over all lines of the initiative; None without figures to hold against each other."""
    table = next((one for one in sheet.follow_up if one.year == year), None)
    row = table.total or table.rows[0] if table else None
    return row.deviation if row and row.deviation.verdict != "unknown" else None


def deviations(
    rows: Rows, sheets: Sequence[shapes.InitiativeSheet], parts: Parts, year: int | None
) -> tuple[shapes.DeviationShown, ...]:
    """The worst first; within a light in the order of the initiatives."""
    of_row = {row.pk: sheet for row, sheet in zip(rows.chosen, sheets, strict=True)}
    found = [
        (light_of(sheet), shown)
        for pk, sheet in of_row.items()
        if not _is_said_below(rows, pk, of_row, year)
        if (shown := _off_course(sheet, parts.activities.get(pk, ()), rows.viewpoint.as_of, year))
    ]
    found.sort(key=lambda pair: FROM_WORST.index(pair[0]) if pair[0] in FROM_WORST else len(FROM_WORST))
    return tuple(shown for _light, shown in found)


def _is_said_below(rows: Rows, pk: int, of_row: Mapping[int, shapes.InitiativeSheet], year: int | None) -> bool:
    """A package whose money is off because that of an initiative in it is: the initiative says it."""
    if light_of(of_row[pk]) in OFF_COURSE:
        return False
    below = [of_row[one.pk] for one in rows.tree.children.get(pk, ()) if one.pk in of_row]
    return any(_is_adverse(deviation_of(sheet, year)) for sheet in below)


def _is_adverse(found: shapes.Deviation | None) -> bool:
    return found is not None and found.verdict in ADVERSE


def _off_course(
    sheet: shapes.InitiativeSheet, activities: Sequence[Activity], as_of: datetime.date, year: int | None
) -> shapes.DeviationShown | None:
    card, status, money = sheet.card, sheet.card.status, deviation_of(sheet, year)
    is_off = light_of(sheet) in OFF_COURSE
    if not is_off and not _is_adverse(money):
        return None
    table = next((one for one in sheet.follow_up if one.year == year), None)
    return shapes.DeviationShown(
        reference=card.reference,
        title=f"{card.code} {card.title}".strip(),
        code=light_of(sheet),
        what=tuple(_what(sheet, activities, as_of, year)),
        why=status.reason if status and is_off else "",
        action=status.action if status and is_off else "",
        as_of_text=status.as_of_text if status else "",
        sources=tuple(dict.fromkeys(source for row in table.rows for source in row.sources)) if table else (),
        is_fictional=sheet.is_fictional,
    )


def _what(
    sheet: shapes.InitiativeSheet, activities: Sequence[Activity], as_of: datetime.date, year: int | None
) -> Iterator[str]:
    """The owner's word first, then what the figures show."""
    status, money = sheet.card.status, deviation_of(sheet, year)
    if status:
        off = [f"{one.aspect_words}: {one.word}" for one in status.lights if one.code in OFF_COURSE]
        yield from [f"{capfirst('; '.join(off))}."] if off else []
        yield from [status.text] if status.text else []
    if money and money.verdict != "none":
        percent = f" ({money.percent_text})" if money.percent_text else ""
        yield _("Economy %(year)s: %(deviation)s.") % {"year": year, "deviation": f"{money.text}{percent}"}
    for one in activities:
        due = _end(one)
        if one.kind == ActivityKind.MILESTONE and one.state in OPEN and due and due < as_of:
            when = format_period(one.period)
            yield _("The milestone “%(title)s” was due %(when)s.") % {"title": one.title, "when": when}
    for figure in sheet.indicators:
        if figure.verdict == Verdict.WORSE:
            yield _("%(indicator)s is worse than the baseline: %(latest)s.") % {
                "indicator": figure.name,
                "latest": words.listed([figure.baseline_text, figure.latest_text]),
            }
