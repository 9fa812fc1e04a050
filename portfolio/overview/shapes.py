"""What a page, a report or a sheet shows: frozen values, made by the overview and read by templates.

- Fields that end in `text`, `words`, `note` or `heading` are for showing: translated, with Danish numbers, never empty
  where something is missing (they then say what). Beside them stand the raw values for charts, classes and tests.
- There are no properties and no lazy strings: a frozen report reads the same names back from JSON.
- `is_fictional` is true when anything that the value shows, however deep, is fictional demonstration data.
- Money in øre, days as `date`, percentages and measured values as `Decimal` in the indicator's own unit.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands. `mark` is stated, inferred, computed or external; `label` is all of it on one line."""

    label: str
    title: str
    line: str
    quote: str
    mark: str
    mark_words: str
    note: str = ""
    url: str = ""
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """`url` is empty where the reader gets no page, for example in a report."""

    title: str
    url: str = ""
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """One bar of a count. `code` is for the class, `symbol` stands beside the word so that colour is never alone."""

    code: str
    words: str
    number: int
    text: str
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    title: str
    kind: str
    kind_words: str
    date_text: str
    body_text: str
    outcome_words: str
    outcome_text: str = ""
    case_number: str = ""
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


# Money


@dataclass(frozen=True, slots=True)
class Money:
    """One amount, or in words why there is none.

    `state` is value, zero, not_stated, financed_elsewhere, within_frame, not_adopted, refused or none (an empty cell).
    `text` goes under a heading that names the unit, `full_text` names it. `ore` is None exactly when there is no amount.
    `raw` is the document's print, `raw_note` quotes it when it is no number (“-”).
    """

    text: str
    full_text: str
    ore: int | None
    state: str
    note: str = ""
    raw: str = ""
    raw_note: str = ""
    unit: str = "kr"
    unit_is_inferred: bool = False
    unit_note: str = ""
    decision: str = ""
    decision_words: str = ""
    is_computed: bool = False
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class PeriodAmount:
    """An amount for a period that is no single year: never spread. `period_text` is the document's words."""

    period_text: str
    money: Money


@dataclass(frozen=True, slots=True)
class AmountPart:
    """“Of which”: shown under its amount, never added to it."""

    code: str
    label: str
    cost_words: str
    money: Money


@dataclass(frozen=True, slots=True)
class Relation:
    """`text` is the whole sentence: “finansieres af den nuværende ensomhedsindsats”."""

    kind: str
    text: str
    link: Link | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Sharing:
    """The initiatives that a line serves. `and_others`: it also serves some that the reader may not see."""

    initiatives: tuple[Link, ...]
    and_others: bool
    text: str


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A line in a table: `cells` stand in the order of the table's `years`; parts and relations go under the name."""

    reference: str
    code: str
    name: str
    description: str
    direction: str
    direction_words: str
    cost_words: str
    cells: tuple[Money, ...]
    undistributed: tuple[PeriodAmount, ...]
    total: Money
    stated_total: Money | None = None
    parts: tuple[AmountPart, ...] = ()
    relations: tuple[Relation, ...] = ()
    sharing: Sharing | None = None
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class TotalCheck:
    """A printed total beside the computed one. `verdict` is matches, differs, not_stated or cannot_be_compared."""

    label: str
    stated: Money
    computed: Money
    difference: Money
    verdict: str
    text: str
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """Amounts of one decision state and one price level, in their document's unit. The totals count each line once.

    `undistributed_heading` is empty when no amount is for a period (then leave the column out), as is
    `stated_heading` when no row has a printed total. `computed_notes` and `notes` stand under the table.
    """

    decision: str
    heading: str
    price_level_text: str
    unit: str
    unit_text: str
    unit_is_inferred: bool
    caption: str
    years: tuple[str, ...]
    undistributed_heading: str
    stated_heading: str
    rows: tuple[BudgetRow, ...]
    totals: tuple[Money, ...]
    undistributed_total: Money | None
    total: Money
    checks: tuple[TotalCheck, ...]
    notes: tuple[str, ...]
    budget_rounds: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class Deviation:
    """`verdict` is over, under, more_income, less_income, none or unknown; `text` is “merforbrug 120 t.kr.”."""

    money: Money
    verdict: str
    word: str
    text: str
    percent_text: str


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One line in one year. `actual_note` says up to and including when, and whether it is preliminary."""

    reference: str
    code: str
    name: str
    direction: str
    original: Money
    revised: Money
    actual: Money
    actual_note: str
    forecast: Money
    forecast_note: str
    deviation: Deviation
    spent_percent: Decimal | None
    spent_text: str
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpTable:
    """One budget year. `coverage_text` says “3 af 5 linjer” for forecast and actual; the totals are over those only."""

    year: int
    heading: str
    unit: str
    unit_text: str
    price_level_text: str
    rows: tuple[FollowUpRow, ...]
    total: FollowUpRow | None
    actual_coverage_text: str
    forecast_coverage_text: str
    notes: tuple[str, ...]
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class SumShown:
    """The union of distinct lines of one decision state and price level."""

    decision: str
    heading: str
    price_level_text: str
    money: Money
    lines: int
    lines_text: str
    years_text: str
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class MoneySummary:
    """`sums` are never added together: `refusal` says why, or is empty when there is only one. `text` says it all."""

    sums: tuple[SumShown, ...]
    refusal: str
    text: str
    notes: tuple[str, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class FundingSourceShown:
    """A pool's size is context: it enters no sum."""

    name: str
    kind_words: str
    giver: str
    money: Money
    period_text: str
    note: str
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


# Indicators


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value. `value` is None when it is not stated or hidden; `text` always says what to show.

    `low` and `high` are the 95 % interval, or the source's own; `starts_new_series` breaks the line before this value.
    """

    text: str
    value: Decimal | None
    raw: str
    day: datetime.date | None
    date_text: str
    group: str
    n_text: str
    interval_text: str
    low: Decimal | None
    high: Decimal | None
    status_words: str
    is_baseline: bool
    is_hidden: bool
    starts_new_series: bool
    note: str = ""
    source_text: str = ""
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class TargetShown:
    """`value` is the level to reach, also for a target that is stated as a change; None when it cannot be computed."""

    text: str
    value: Decimal | None
    raw: str
    day: datetime.date | None
    date_text: str
    kind: str
    owner_words: str
    is_own: bool
    group: str
    note: str = ""
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class ProgressShown:
    """`percent` is unrounded, may be below 0 and above 100, and is None when there is no figure; `text` says why."""

    percent: Decimal | None
    text: str
    units_text: str


@dataclass(frozen=True, slots=True)
class SubgroupShown:
    name: str
    readings: tuple[Reading, ...]
    latest: Reading | None
    text: str


@dataclass(frozen=True, slots=True)
class IndicatorFigure:
    """`verdict` is reached, on_course, behind, worse_than_baseline, not_measured, cannot_be_judged or no_data."""

    reference: str
    name: str
    question: str
    scale: str
    unit: str
    unit_words: str
    direction: str
    direction_words: str
    population: str
    geography: str
    instrument: str
    source_text: str
    cadence_words: str
    baseline: Reading | None
    baseline_text: str
    latest: Reading | None
    latest_text: str
    targets: tuple[TargetShown, ...]
    target_text: str
    progress: ProgressShown
    verdict: str
    verdict_words: str
    verdict_symbol: str
    change: str
    change_words: str
    target_certainty: str
    target_certainty_words: str
    certainty_text: str
    detectable_text: str
    series: tuple[Reading, ...]
    subgroups: tuple[SubgroupShown, ...]
    initiatives: tuple[Link, ...]
    objectives: tuple[Link, ...]
    limits: str
    notes: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    is_draft: bool = False
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class ContextFigureShown:
    """Background that enters no sum, comparison or target."""

    reference: str
    label: str
    text: str
    unit_words: str
    population: str
    geography: str
    date_text: str
    source_text: str
    note: str
    is_hidden: bool = False
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


# Status and initiatives


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
    name: str
    note: str
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


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


@dataclass(frozen=True, slots=True)
class MethodShown:
    name: str
    description: str
    state: str
    state_words: str
    note: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpMeasureShown:
    title: str
    kind_words: str
    cadence_words: str
    recipient_text: str
    period_text: str
    note: str
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


# Strategies and overviews


@dataclass(frozen=True, slots=True)
class ObjectiveNode:
    """A node of a strategy's tree. `label` is “pejlemærke 8”; `anchor` its place on the strategy's page."""

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
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class StrategyShown:
    """A strategy with its tree; `initiatives` are those of it that stand under none of its objectives."""

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
    is_draft: bool = False
    is_fictional: bool = False


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
    is_fictional: bool = False
