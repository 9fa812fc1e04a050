"""Measured values, targets, progress and context figures."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from portfolio.charts.definitions import Line
from portfolio.overview.shapes.facts import Link, Source


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value. `value` is None when it is not stated or hidden; `text` always says what to show.

    `low` and `high` are the 95 % interval, or the source's own; `starts_new_series` breaks the line before this value.
    `day` is the last of its period, by which it is judged, `middle` where it is drawn.
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
    middle: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class TargetShown:
    """`value` is the level to reach, also for a target that is stated as a change; None when it cannot be computed.

    `decided_text` says when it was decided and who approved it here.
    """

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
    decided_text: str = ""
    middle: datetime.date | None = None
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
    """`verdict` is reached, on_course, behind, worse_than_baseline, not_measured, cannot_be_judged or no_data.

    `verdict_reason` and `change_reason` are parts of a sentence, where nothing can be said of them.
    `picture` is missing where there are not two figures to hold against each other.
    """

    reference: str
    url: str
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
    picture: Line | None = None
    sources: tuple[Source, ...] = ()
    is_draft: bool = False
    is_fictional: bool = False
    verdict_reason: str = ""
    change_reason: str = ""


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """An indicator as its page would show it with values that nobody has saved.

    `doubts` ask whether a value is right; `noise_text` says what the survey cannot see, which no other value mends.
    """

    before_text: str
    now_text: str
    figure: IndicatorFigure
    hidden_text: str
    noise_text: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveyPreview:
    """`refusal` is why the values could not be approved together; "" when they could."""

    lines: tuple[PreviewLine, ...]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class DefinitionLine:
    """A line of the definition sheet; `text` says so where nothing is stated."""

    label: str
    text: str
    is_missing: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class PartsShown:
    """Groups held against the whole. `verdict` is matches, differs or hidden."""

    verdict: str
    text: str


@dataclass(frozen=True, slots=True)
class RevisionShown:
    """A value that took another's place; `when_text` is the day on which that was recorded, `by_text` who approved."""

    what: str
    before_text: str
    after_text: str
    when_text: str
    note: str = ""
    by_text: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """An indicator by itself. `instrument` leads to the figures of others that measure with the same one."""

    figure: IndicatorFigure
    definition: tuple[DefinitionLine, ...]
    instrument: Link | None
    own_targets: tuple[TargetShown, ...]
    external_targets: tuple[TargetShown, ...]
    parts: tuple[PartsShown, ...]
    revisions: tuple[RevisionShown, ...]
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One municipality's value; `url` only where the reader may open the indicator."""

    municipality: str
    name: str
    reading: Reading
    url: str = ""
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Figures that ask the same of the same people in the same period, in the order of the municipalities' names."""

    caption: str
    unit_words: str
    figures: tuple[ComparedFigure, ...]


@dataclass(frozen=True, slots=True)
class SetApart:
    """An indicator that is held against no other, and why."""

    municipality: str
    name: str
    text: str
    reasons: tuple[str, ...]
    url: str = ""
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """The same instrument across municipalities: side by side or apart, never merged, ranked or averaged."""

    reference: str
    name: str
    aliases: tuple[str, ...]
    question: str
    scale: str
    cut_off: str
    comparable_with: str
    not_comparable_with: str
    limits: str
    compared: tuple[Compared, ...]
    apart: tuple[SetApart, ...]
    empty_text: str
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """An instrument in the library; `used_text` says how many indicators of one's own measure with it."""

    name: str
    url: str
    question: str
    comparable_with: str
    not_comparable_with: str
    used_text: str


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
