"""The initiatives that are off their course: what, why and what is done, in the owner's and the figures' words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from indicators.progress import Verdict
from initiatives.models import Activity, ActivityKind, ActivityState, Initiative, Light
from organisation.periods import format_period
from portfolio.overview import shapes, words
from portfolio.overview.cards import card
from portfolio.overview.follow_ups import covered_in, follow_up_tables
from portfolio.overview.indicator_figures import figures
from portfolio.overview.rows import Rows
from portfolio.overview.sheets import indicators_shown
from portfolio.overview.statuses import status

FROM_WORST = [Light.RED.value, Light.YELLOW.value, Light.GREEN.value, Light.BLUE.value]
OFF_COURSE = frozenset({Light.RED.value, Light.YELLOW.value})
ADVERSE = frozenset({"overspending", "less_income"})
OPEN = frozenset({ActivityState.PLANNED, ActivityState.ONGOING, ActivityState.NOT_STATED})


class Course(Protocol):
    """What is looked at of an initiative; its sheet is one."""

    @property
    def card(self) -> shapes.InitiativeCard: ...
    @property
    def follow_up(self) -> tuple[shapes.FollowUpTable, ...]: ...
    @property
    def indicators(self) -> tuple[shapes.IndicatorFigure, ...]: ...
    @property
    def is_fictional(self) -> bool: ...


@dataclass(frozen=True)
class Looked:
    card: shapes.InitiativeCard
    follow_up: tuple[shapes.FollowUpTable, ...]
    indicators: tuple[shapes.IndicatorFigure, ...]
    is_fictional: bool


def courses_off(rows: Rows, year: int | None) -> dict[int, Course]:
    """Those of the chosen initiatives that deviate, without composing what the others show."""
    found = ((row, _follow_up_if_off(rows, row, year)) for row in rows.chosen)
    return {row.pk: _looked(rows, row, tables) for row, tables in found if tables is not None}


def _follow_up_if_off(rows: Rows, row: Initiative, year: int | None) -> tuple[shapes.FollowUpTable, ...] | None:
    latest = next(iter(rows.statuses.get(row.pk, ())), None)
    is_off = latest is not None and status(latest, rows.viewpoint.as_of).worst.code in OFF_COURSE
    lines = rows.money.lines_of(rows.tree.with_everything_below([row.pk]))
    tables = follow_up_tables(rows, lines) if is_off or lines else ()
    return tables if is_off or _is_adverse(deviation_in(tables, year)) else None


def _looked(rows: Rows, row: Initiative, tables: tuple[shapes.FollowUpTable, ...]) -> Looked:
    below = rows.tree.with_everything_below([row.pk])
    return Looked(card(rows, row), tables, figures(rows, indicators_shown(rows, row, below)), row.is_fictional)


def light_of(course: Course) -> str:
    return course.card.status.worst.code if course.card.status else "none"


def end_of(activity: Activity) -> datetime.date | None:
    return activity.period_end or activity.period_start


def deviation_of(course: Course, year: int | None) -> shapes.Deviation | None:
    """That of the year, over all lines of the initiative; None without figures to hold against each other."""
    return deviation_in(course.follow_up, year)


def deviation_in(tables: Sequence[shapes.FollowUpTable], year: int | None) -> shapes.Deviation | None:
    table = next((one for one in tables if one.year == year), None)
    row = table.total or table.rows[0] if table else None
    return row.deviation if row and row.deviation.verdict != "unknown" else None


def deviations(
    rows: Rows, courses: Mapping[int, Course], activities: Mapping[int, Sequence[Activity]], year: int | None
) -> tuple[shapes.DeviationShown, ...]:
    """The worst first; within a light in the order of the initiatives, which is that of `courses`."""
    found = [
        (light_of(course), shown)
        for pk, course in courses.items()
        if not _is_said_below(rows, pk, courses, year)
        if (shown := _off_course(course, activities.get(pk, ()), rows.viewpoint.as_of, year))
    ]
    found.sort(key=lambda pair: FROM_WORST.index(pair[0]) if pair[0] in FROM_WORST else len(FROM_WORST))
    return tuple(shown for _light, shown in found)


def _is_said_below(rows: Rows, pk: int, courses: Mapping[int, Course], year: int | None) -> bool:
    """A package whose money is off because that of an initiative in it is: the initiative says it."""
    if light_of(courses[pk]) in OFF_COURSE:
        return False
    below = [courses[one.pk] for one in rows.tree.children.get(pk, ()) if one.pk in courses]
    return any(_is_adverse(deviation_of(course, year)) for course in below)


def _is_adverse(found: shapes.Deviation | None) -> bool:
    return found is not None and found.verdict in ADVERSE


def _off_course(
    course: Course, activities: Sequence[Activity], as_of: datetime.date, year: int | None
) -> shapes.DeviationShown | None:
    card, status, money = course.card, course.card.status, deviation_of(course, year)
    is_off = light_of(course) in OFF_COURSE
    if not is_off and not _is_adverse(money):
        return None
    table = next((one for one in course.follow_up if one.year == year), None)
    return shapes.DeviationShown(
        reference=card.reference,
        title=f"{card.code} {card.title}".strip(),
        code=light_of(course),
        what=tuple(_what(course, activities, as_of, year)),
        why=status.reason if status and is_off else "",
        action=status.action if status and is_off else "",
        as_of_text=status.as_of_text if status else "",
        sources=tuple(dict.fromkeys(source for row in table.rows for source in row.sources)) if table else (),
        is_fictional=course.is_fictional,
    )


def _what(course: Course, activities: Sequence[Activity], as_of: datetime.date, year: int | None) -> Iterator[str]:
    """The owner's word first, then what the figures show."""
    status, money = course.card.status, deviation_of(course, year)
    if status:
        off = [f"{one.aspect_words}: {one.word}" for one in status.lights if one.code in OFF_COURSE]
        yield from [f"{capfirst('; '.join(off))}."] if off else []
        yield from [status.text] if status.text else []
    if money and money.verdict != "none":
        facts = [part for part in (money.percent_text, covered_in(course.follow_up, year)) if part]
        beside = f" ({', '.join(facts)})" if facts else ""
        yield _("Economy %(year)s: %(deviation)s.") % {"year": year, "deviation": f"{money.text}{beside}"}
    for one in activities:
        due = end_of(one)
        if one.kind == ActivityKind.MILESTONE and one.state in OPEN and due and due < as_of:
            when = format_period(one.period)
            yield _("The milestone “%(title)s” was due %(when)s.") % {"title": one.title, "when": when}
    for figure in course.indicators:
        if figure.verdict == Verdict.WORSE:
            yield _("%(indicator)s is worse than the baseline: %(latest)s.") % {
                "indicator": figure.name,
                "latest": words.listed([figure.baseline_text, figure.latest_text]),
            }
