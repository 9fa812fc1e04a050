"""Measured values, targets, progress and context figures."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from portfolio.overview.shapes.facts import Link, Source


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
