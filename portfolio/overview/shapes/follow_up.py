"""Following up by group, the bridge, rounds, and what a figure is made of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from portfolio.charts.definitions import Definition
from portfolio.overview.shapes.facts import Link, Source
from portfolio.overview.shapes.money import BudgetTable, Deviation, Money, TotalCheck


@dataclass(frozen=True, slots=True)
class PostingShown:
    """One entry, or one leg of a transfer. `date_text` says when it holds, `recorded_text` when it was posted,
    `terms_text` its price level and whether it is one-off or permanent, where that is stated.
    """

    line: Link
    kind: str
    kind_words: str
    year_text: str
    money: Money
    decision: Link | None
    decision_text: str
    date_text: str
    recorded_text: str
    cover_text: str = ""
    terms_text: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """One statement: a forecast, actual spending or accounts."""

    line: Link
    kind: str
    kind_words: str
    year_text: str
    money: Money
    note: str
    recorded_text: str
    sources: tuple[Source, ...] = ()
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class MadeOf:
    """Everything behind a figure: the lines, the movements and readings on them, their decisions and documents."""

    lines: tuple[Link, ...]
    postings: tuple[PostingShown, ...]
    readings: tuple[ReadingShown, ...]
    decisions: tuple[Link, ...]
    documents: tuple[Source, ...]
    text: str
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One line in one year. `actual_note` says up to and including when, and whether it is preliminary. `made_of` is
    None only for a sum whose group says it. `decided_by` has for each of `changes` the reference of the decision that
    it names, empty where it names none.
    """

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
    url: str = ""
    made_of: MadeOf | None = None
    decided_by: tuple[str, ...] = ()


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
    checks: tuple[TotalCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRow:
    """`key` is stable within the table, `depth` the level in a tree; `row` holds the figures under the group's name."""

    key: str
    name: Link
    depth: int
    row: FollowUpRow
    lines_text: str
    made_of: MadeOf


@dataclass(frozen=True, slots=True)
class Overlap:
    """A line that stands in more than one group."""

    line: Link
    groups: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class GroupTable:
    """Groups of one kind over one year (`year`) or the whole period (None). `total` is over the distinct lines.

    `overlap_text` is empty where the groups share no line; otherwise it says what they share and that the sums cannot
    be added together. `gross` are the total's expenditure and income apart, empty when there is only one of them.
    """

    by: str
    by_words: str
    year: int | None
    heading: str
    caption: str
    unit: str
    unit_text: str
    price_level_text: str
    rows: tuple[GroupRow, ...]
    total: GroupRow
    gross: tuple[GroupRow, ...]
    overlaps: tuple[Overlap, ...]
    overlap_text: str
    actual_coverage_text: str
    forecast_coverage_text: str
    notes: tuple[str, ...]
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class GroupBudgetRow:
    """A group's budget: `cells` stand in the order of the table's years, `undistributed` is for periods. `check` holds
    the printed total of the group against the computed one, None where the document prints none.
    """

    key: str
    name: Link
    depth: int
    lines_text: str
    cells: tuple[Money, ...]
    undistributed: Money
    total: Money
    check: TotalCheck | None
    made_of: MadeOf
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class GroupBudgetTable:
    """Amounts of one decision state and one price level by group and year. `total` is over the distinct lines.

    `undistributed_heading` is empty when no amount is for a period, `stated_heading` when no group has a printed total
    (then leave the columns out). `overlap_text` as in GroupTable.
    """

    decision: str
    heading: str
    caption: str
    by_words: str
    unit: str
    unit_text: str
    price_level_text: str
    years: tuple[str, ...]
    undistributed_heading: str
    stated_heading: str
    rows: tuple[GroupBudgetRow, ...]
    total: GroupBudgetRow
    overlaps: tuple[Overlap, ...]
    overlap_text: str
    notes: tuple[str, ...]
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """`text` is the whole sentence; `money` carries the sign. `reference` is that of `decision`, empty without one."""

    kind: str
    words: str
    text: str
    money: Money
    date_text: str
    decision: Link | None
    made_of: MadeOf
    reference: str = ""


@dataclass(frozen=True, slots=True)
class BridgeShown:
    """`start` plus the steps is `end`, to the øre. `refusal` says why there is none, and then there are no steps."""

    heading: str
    year: int | None
    start_words: str
    start: Money
    end_words: str
    end: Money
    steps: tuple[BridgeStep, ...]
    text: str
    unit: str
    unit_text: str
    refusal: str
    notes: tuple[str, ...]
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class RoundShown:
    """One budget follow-up (BO1, BO2 …): its day, how many lines answered it, and which did not."""

    name: str
    year: int
    as_of: datetime.date
    as_of_text: str
    answered_text: str
    unanswered: tuple[Link, ...]
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """`sentence` says what one sees; the chart brings its own table."""

    definition: Definition
    sentence: str


@dataclass(frozen=True, slots=True)
class FollowUpOverview:
    """Budget follow-up of the chosen initiatives. `planning` is the budget year with its three estimate years, `year`
    the one that is shown, None where there is no budget; `years` are all that one can ask for. `by_group` is what is
    budgeted by the first of the groups asked for, one table a decision state and price level.
    """

    municipality: str
    municipality_code: str
    as_of: datetime.date
    as_of_text: str
    known_text: str
    years: tuple[int, ...]
    year: int | None
    tables: tuple[GroupTable, ...]
    bridge: BridgeShown | None
    rounds: tuple[RoundShown, ...]
    planning: tuple[BudgetTable, ...]
    planning_heading: str
    empty_text: str
    by_group: tuple[GroupBudgetTable, ...] = ()
    pictures: tuple[Picture, ...] = ()
    bridge_picture: Definition | None = None
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class DrawShown:
    """A line that the source finances. `text` is its money by decision state, also where `money` is refused."""

    line: Link
    initiatives: tuple[Link, ...]
    money: Money
    decision_words: str
    words: str
    made_of: MadeOf
    text: str = ""


@dataclass(frozen=True, slots=True)
class FundingOverview:
    """A source of money and who draws on it. `left` is None where `left_text` says why one cannot tell.

    `drawn_text` is what is drawn by decision state, also where `drawn` is refused.
    """

    name: str
    kind_words: str
    giver: str
    period_text: str
    conditions: str
    accounts_deadline: str
    note: str
    size: Money
    size_text: str
    is_context: bool
    draws: tuple[DrawShown, ...]
    drawn: Money
    left: Money | None
    left_text: str
    successor: Link | None
    predecessors: tuple[Link, ...]
    sources: tuple[Source, ...]
    empty_text: str
    is_fictional: bool = False
    drawn_text: str = ""
