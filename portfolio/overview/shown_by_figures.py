"""What the figures show beside the owner's word: late milestones, deviation, verdicts; and where the two disagree.

A light is a person's judgement and no figure changes it. Where a calm light stands beside a figure that is not calm,
both are shown, and whoever gives the status is asked for a sentence.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from budgets.follow_up import DeviationWord
from indicators.progress import Verdict
from initiatives.models import Activity, ActivityKind, ActivityState, Light
from organisation.printing import format_date
from portfolio.overview import shapes
from portfolio.overview.follow_ups import covered_in

CALM = frozenset({Light.GREEN.value, Light.BLUE.value})
UNSETTLED = frozenset(
    {Verdict.BEHIND.value, Verdict.WORSE.value, DeviationWord.OVERSPENDING.value, DeviationWord.LESS_INCOME.value}
)
WAITS = frozenset({ActivityState.PLANNED, ActivityState.ONGOING, ActivityState.NOT_STATED})


def shown_by_figures(
    status: shapes.StatusShown | None,
    activities: Iterable[Activity],
    followed: shapes.FollowUpTable | None,
    indicators: tuple[shapes.IndicatorFigure, ...],
    as_of: datetime.date,
) -> shapes.FiguresShow:
    """`followed` is the year that the budget's own page shows; without a status nothing disagrees."""
    findings = (*_progress(activities, as_of), *_economy(followed), *_effect(indicators))
    lights = {light.aspect: light for light in status.lights} if status else {}
    return shapes.FiguresShow(
        findings=findings,
        age_text=status.stale_text if status else "",
        disagreements=tuple(_disagreements(findings, lights.values())),
    )


def disagreements(show: shapes.FiguresShow, lights: dict[str, str]) -> list[str]:
    """Where lights that somebody is about to give, {aspect: code}, stand against the figures."""
    given = [shapes.LightShown(aspect, "", code, str(Light(code).label), "") for aspect, code in lights.items()]
    return list(_disagreements(show.findings, given))


def _disagreements(findings: tuple[shapes.FigureFinding, ...], lights: Iterable[shapes.LightShown]) -> Iterator[str]:
    for light in lights:
        against = [one.text for one in findings if one.aspect == light.aspect and one.is_unsettled]
        if light.code in CALM and against:
            yield _("%(aspect)s is “%(word)s”, but the figures show: %(figures)s.") % {
                "aspect": _aspect(light.aspect),
                "word": light.word,
                "figures": "; ".join(against),
            }


def _aspect(code: str) -> str:
    return {"progress": _("Progress"), "economy": _("Economy"), "effect": _("Effect")}[code]


def _progress(activities: Iterable[Activity], as_of: datetime.date) -> Iterator[shapes.FigureFinding]:
    dated = [one for one in activities if one.kind == ActivityKind.MILESTONE and one.period_end is not None]
    late = [one for one in dated if one.state in WAITS and one.period_end and one.period_end < as_of]
    for one in late:
        day = format_date(one.period_end) if one.period_end else ""
        text = _("the milestone “%(title)s” was due %(day)s") % {"title": one.title, "day": day}
        yield shapes.FigureFinding("progress", text, is_unsettled=True)
    if dated and not late:
        number = len(dated)
        text = ngettext("%(number)d milestone, none late", "%(number)d milestones, none late", number)
        yield shapes.FigureFinding("progress", text % {"number": number}, is_unsettled=False)


def _economy(followed: shapes.FollowUpTable | None) -> Iterator[shapes.FigureFinding]:
    if followed is None:
        return
    row = followed.total or followed.rows[0]
    if row.deviation.verdict != "unknown":
        covered = covered_in([followed], followed.year)
        text = f"{followed.year}: {row.deviation.text}{f' ({covered})' if covered else ''}"
        yield shapes.FigureFinding("economy", text, is_unsettled=row.deviation.verdict in UNSETTLED)


def _effect(indicators: tuple[shapes.IndicatorFigure, ...]) -> Iterator[shapes.FigureFinding]:
    for one in indicators:
        text = f"{one.name}: {one.verdict_words}"
        yield shapes.FigureFinding("effect", text, is_unsettled=one.verdict in UNSETTLED)
