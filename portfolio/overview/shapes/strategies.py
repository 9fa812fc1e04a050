"""Trees of objectives, portfolios and reports."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from portfolio.overview.shapes.facts import Count, Event, Link, Source
from portfolio.overview.shapes.follow_up import FollowUpOverview, FollowUpTable
from portfolio.overview.shapes.indicators import ContextFigureShown, IndicatorFigure
from portfolio.overview.shapes.initiatives import FollowUpMeasureShown, InitiativeCard, InitiativeSheet
from portfolio.overview.shapes.money import BudgetTable, MoneySummary
from portfolio.overview.shapes.status_reports import DeviationShown, IndicatorDefinition, Resume, StatusTable


@dataclass(frozen=True, slots=True)
class ObjectiveNode:
    """A node of a strategy's tree. `label` is “pejlemærke 8”; `anchor` its place on the strategy's page. `more` leads
    to the initiatives that a page does not name.
    """

    reference: str
    anchor: str
    kind: str
    kind_words: str
    level_label: str
    number: str
    label: str
    title: str
    text: str
    depth: int
    children: tuple[ObjectiveNode, ...]
    initiatives: tuple[InitiativeCard, ...]
    indicators: tuple[IndicatorFigure, ...]
    money: MoneySummary
    missing: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    more: Link | None = None
    is_fictional: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class StrategyShown:
    """A strategy with its tree; `initiatives` are those of it that stand under none of its objectives. Of a page that
    does not show all of them, of the lines or of the indicators, `more`, `lines_text` and `indicators_text` say so.
    """

    reference: str
    url: str
    title: str
    printed_title: str
    kind: str
    kind_words: str
    period_text: str
    committee_text: str
    document: Link | None
    summary: str
    note: str
    objectives: tuple[ObjectiveNode, ...]
    initiatives: tuple[InitiativeCard, ...]
    initiative_count: int
    indicators: tuple[IndicatorFigure, ...]
    money: MoneySummary
    budget_tables: tuple[BudgetTable, ...]
    follow_up: tuple[FollowUpTable, ...]
    follow_up_measures: tuple[FollowUpMeasureShown, ...]
    events: tuple[Event, ...]
    context_figures: tuple[ContextFigureShown, ...]
    missing: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    more: Link | None = None
    lines_text: str = ""
    indicators_text: str = ""
    is_draft: bool = False
    is_fictional: bool = False
    committee_url: str = ""


@dataclass(frozen=True, slots=True)
class PortfolioOverview:
    """A municipality's portfolio as the reader may see it and as the caller narrowed it.

    `initiatives` are all of them in order, `outside_strategies` those of no strategy that is shown. `by_state` and
    `by_light` add up to the number of initiatives. `empty_text` is set when there are none.
    """

    municipality: str
    municipality_code: str
    url: str
    as_of: datetime.date
    as_of_text: str
    strategies: tuple[StrategyShown, ...]
    outside_strategies: tuple[InitiativeCard, ...]
    initiatives: tuple[InitiativeCard, ...]
    initiative_count: int
    count_text: str
    by_state: tuple[Count, ...]
    by_light: tuple[Count, ...]
    money: MoneySummary
    budget_tables: tuple[BudgetTable, ...]
    indicators: tuple[IndicatorFigure, ...]
    missing: tuple[str, ...]
    empty_text: str
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything that a status report prints; no links to pages that need a sign-in.

    `overview.initiatives` is the overview table; `sheets` are the sections, in the same order; `sources` are all
    documents that the report rests on.
    """

    municipality: str
    municipality_code: str
    council_name: str
    title: str
    subtitle: str
    strategy_title: str
    committee_text: str
    as_of: datetime.date
    as_of_text: str
    overview: PortfolioOverview
    strategies: tuple[StrategyShown, ...]
    sheets: tuple[InitiativeSheet, ...]
    indicators: tuple[IndicatorFigure, ...]
    context_figures: tuple[ContextFigureShown, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]
    resume: Resume
    tables: tuple[StatusTable, ...]
    deviations: tuple[DeviationShown, ...]
    economy: FollowUpOverview
    definitions: tuple[IndicatorDefinition, ...]
    is_fictional: bool = False
