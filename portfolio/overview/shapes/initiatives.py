"""Status, the line of an overview and the sheet of one initiative."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from portfolio.overview.shapes.facts import Event, Link, Source
from portfolio.overview.shapes.follow_up import FollowUpTable
from portfolio.overview.shapes.indicators import ContextFigureShown, IndicatorFigure
from portfolio.overview.shapes.money import BudgetTable, FundingSourceShown, MoneySummary


@dataclass(frozen=True, slots=True)
class LightShown:
    """`aspect` is progress, economy or effect; `code` green, yellow, red, grey or blue."""

    aspect: str
    aspect_words: str
    code: str
    word: str
    symbol: str


@dataclass(frozen=True, slots=True)
class StatusShown:
    """The owner's word, the latest approved. `stale_text` is “ikke opdateret siden …” when it is old, else empty."""

    lights: tuple[LightShown, ...]
    worst: LightShown
    as_of: datetime.date
    as_of_text: str
    age_days: int
    age_text: str
    stale_text: str
    author: str
    text: str
    reason: str
    action: str
    no_change: bool
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class FigureFinding:
    """One thing that a figure says of an aspect: progress, economy or effect; `is_unsettled` when it is not calm."""

    aspect: str
    text: str
    is_unsettled: bool


@dataclass(frozen=True, slots=True)
class FiguresShow:
    """What the figures show beside the owner's word. `age_text` is empty unless the word is old or missing."""

    findings: tuple[FigureFinding, ...] = ()
    age_text: str = ""
    disagreements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InitiativeCard:
    """A line of an overview. `status_text` says “ingen status” when there is none."""

    reference: str
    url: str
    code: str
    title: str
    kind: str
    kind_words: str
    state: str
    state_words: str
    state_note: str
    period_text: str
    owner_text: str
    strategy: Link | None
    objectives: tuple[Link, ...]
    parent: Link | None
    children_text: str
    target_groups: tuple[str, ...]
    status: StatusShown | None
    status_text: str
    money: MoneySummary
    indicators_text: str
    is_draft: bool = False
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class HeadingText:
    """The municipality's own heading. `text` says “ikke angivet” and `is_missing` is true when nothing is written."""

    number: int
    label: str
    text: str
    is_missing: bool
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class ActivityShown:
    kind: str
    kind_words: str
    title: str
    text: str
    state: str
    state_words: str
    period_text: str
    result: str
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class InvolvedParty:
    """`url` is a body's page; a person has none."""

    name: str
    note: str
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class InvolvementGroup:
    """All who stand behind an initiative in one role."""

    role: str
    role_words: str
    parties: tuple[InvolvedParty, ...]


@dataclass(frozen=True, slots=True)
class TargetGroupShown:
    """`within` is the wider group, or empty."""

    name: str
    within: str
    note: str
    sources: tuple[Source, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class MethodShown:
    name: str
    description: str
    state: str
    state_words: str
    note: str
    sources: tuple[Source, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpMeasureShown:
    title: str
    kind_words: str
    cadence_words: str
    recipient_text: str
    period_text: str
    note: str
    recipient_url: str = ""
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class InitiativeSheet:
    """All of one initiative. `missing` lists in words what the sources do not say."""

    card: InitiativeCard
    printed_title: str
    aliases: tuple[str, ...]
    summary: str
    document: Link | None
    headings: tuple[HeadingText, ...]
    activities: tuple[ActivityShown, ...]
    involvements: tuple[InvolvementGroup, ...]
    target_groups: tuple[TargetGroupShown, ...]
    methods: tuple[MethodShown, ...]
    children: tuple[InitiativeCard, ...]
    follow_up_measures: tuple[FollowUpMeasureShown, ...]
    events: tuple[Event, ...]
    statuses: tuple[StatusShown, ...]
    budget_tables: tuple[BudgetTable, ...]
    follow_up: tuple[FollowUpTable, ...]
    funding_sources: tuple[FundingSourceShown, ...]
    indicators: tuple[IndicatorFigure, ...]
    context_figures: tuple[ContextFigureShown, ...]
    missing: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False
    figures_show: FiguresShow = FiguresShow()
    owners: tuple[InvolvedParty, ...] = ()
