"""The door of status reports: what one prints, approved and posted rows only, whoever orders it, up to its day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from initiatives.models import Initiative, InitiativeObjective, Strategy
from organisation.models import Body, Municipality
from portfolio.overview import shapes, words
from portfolio.overview.budget_doors import Question, follow_up_of, year_followed
from portfolio.overview.doors import initiatives_of, load_all, whole_portfolio
from portfolio.overview.indicator_pages import definition_of
from portfolio.overview.off_course import Course, courses_off, deviations
from portfolio.overview.resumes import resume
from portfolio.overview.rows import Rows, load
from portfolio.overview.sheets import Parts, load_parts
from portfolio.overview.sheets import sheet as compose_sheet
from portfolio.overview.status_tables import Before, status_tables
from portfolio.overview.surroundings import Surroundings
from portfolio.overview.viewpoint import Viewpoint, any_fictional, reader_of
from portfolio.overview.whole_budgets import Committee, whole_budget

__all__ = ["Before", "Committee", "ReportQuestion", "report_content", "report_deviations"]


@dataclass(frozen=True)
class ReportQuestion:
    """`initiatives` is narrowed by the caller, None for all; `before` is the previous report, None without one.

    `committee` is what was written of its whole budget for this report; None takes what is stated of `body`.
    """

    initiatives: QuerySet[Initiative] | None = None
    known_on: datetime.datetime | None = None
    before: Before | None = None
    committee: Committee | None = None
    body: Body | None = None


def report_content(
    municipality: Municipality, strategy: Strategy | None, as_of: datetime.date, more: ReportQuestion | None = None
) -> shapes.ReportContent:
    more = more or ReportQuestion()
    viewpoint, initiatives, strategies = _asked(municipality, strategy, as_of, more)
    rows, around, parts = load_all(viewpoint, initiatives, strategies, with_parts=True)
    return _content(rows, around, parts, strategy, more)


def report_deviations(
    municipality: Municipality, strategy: Strategy | None, as_of: datetime.date, more: ReportQuestion | None = None
) -> tuple[shapes.DeviationShown, ...]:
    """The deviations of `report_content`, without the rest of it and without sources."""
    viewpoint, initiatives, strategies = _asked(municipality, strategy, as_of, more or ReportQuestion())
    rows = load(viewpoint, initiatives, strategies, latest_status_only=True)
    year = year_followed(rows)
    courses = courses_off(rows, year)
    return deviations(rows, courses, load_parts(courses, municipality.pk).activities, year)


def _asked(
    municipality: Municipality, strategy: Strategy | None, as_of: datetime.date, more: ReportQuestion
) -> tuple[Viewpoint, QuerySet[Initiative], QuerySet[Strategy]]:
    reader = reader_of(municipality)
    viewpoint = Viewpoint(reader, municipality, as_of, has_links=False, known_on=more.known_on)
    strategies: QuerySet[Strategy] = Strategy.objects.visible_to(reader).filter(municipality=municipality)
    initiatives: QuerySet[Initiative] = Initiative.objects.filter(municipality=municipality)
    if strategy is not None:
        strategies, initiatives = strategies.filter(pk=strategy.pk), initiatives_of(strategy)
    elif more.initiatives is not None:
        strategies = _serving(strategies, more.initiatives)
    if more.initiatives is not None:
        initiatives = initiatives.filter(pk__in=more.initiatives.values("pk"))
    return viewpoint, initiatives.known_by(more.known_on), strategies  # type: ignore[attr-defined]


def _serving(strategies: QuerySet[Strategy], initiatives: QuerySet[Initiative]) -> QuerySet[Strategy]:
    """Those that the chosen initiatives stand in or whose objectives they serve."""
    pks = initiatives.values("pk")
    served = InitiativeObjective.objects.filter(initiative__in=pks).values("objective__strategy")
    named = Initiative.objects.filter(pk__in=pks, strategy__isnull=False).values("strategy")
    return strategies.filter(Q(pk__in=served) | Q(pk__in=named))


def _content(
    rows: Rows, around: Surroundings, parts: Parts, strategy: Strategy | None, more: ReportQuestion
) -> shapes.ReportContent:
    overview, viewpoint = whole_portfolio(rows, around), rows.viewpoint
    municipality, subject = viewpoint.municipality, str(strategy) if strategy else ""
    sheets = tuple(compose_sheet(rows, row, parts, around) for row in rows.chosen)
    economy = follow_up_of(rows, _question(viewpoint, more))
    year = economy.tables[0].year if economy.tables else None
    courses: dict[int, Course] = {row.pk: sheet for row, sheet in zip(rows.chosen, sheets, strict=True)}
    off_course = deviations(rows, courses, parts.activities, year)
    committees = dict.fromkeys(str(row.committee) for row in rows.strategies.values() if row.committee)
    context = {figure.reference: figure for row in rows.strategies for figure in around.context_of_strategy(row)}
    tables = status_tables(rows, sheets, parts, economy, more.before)
    committee = more.committee or whole_budget(viewpoint, more.body, year)
    return shapes.ReportContent(
        municipality=municipality.name,
        municipality_code=municipality.code,
        council_name=municipality.council_name,
        title=_("Status report: %(subject)s") % {"subject": subject or municipality.name},
        subtitle=_("Figures as of %(day)s") % {"day": overview.as_of_text},
        strategy_title=subject,
        committee_text=words.listed(list(committees)) or _("committee not stated"),
        as_of=viewpoint.as_of,
        as_of_text=overview.as_of_text,
        overview=overview,
        strategies=overview.strategies,
        sheets=sheets,
        indicators=overview.indicators,
        context_figures=tuple(context.values()),
        sources=rows.sources.documents(),
        notes=tuple(_notes()),
        resume=resume(overview, economy, tables, off_course, before=more.before, committee=committee),
        tables=tables,
        deviations=off_course,
        economy=economy,
        definitions=tuple(_definitions(rows, overview)),
        is_fictional=overview.is_fictional or any_fictional(sheets, [economy, committee]),
    )


def _question(viewpoint: Viewpoint, more: ReportQuestion) -> Question:
    """The bridge leads from the previous report, as its figures were known then."""
    before = more.before
    since = before.as_of if before and before.as_of <= viewpoint.as_of else None
    since_known_on = before.frozen_at if before and since else None
    if since_known_on and more.known_on and since_known_on > more.known_on:
        since_known_on = more.known_on
    return Question(viewpoint.as_of, known_on=more.known_on, since=since, since_known_on=since_known_on)


def _definitions(rows: Rows, overview: shapes.PortfolioOverview) -> Iterator[shapes.IndicatorDefinition]:
    for indicator, figure in zip(rows.figures.indicators.values(), overview.indicators, strict=True):
        yield shapes.IndicatorDefinition(indicator.reference, indicator.name, definition_of(rows, indicator, figure))


def _notes() -> Iterator[str]:
    yield _("Only approved initiatives and posted amounts are shown.")
    yield _("A budget line that several initiatives share counts once in every total.")
    yield _("Amounts of different decision states or price levels are not added together.")
