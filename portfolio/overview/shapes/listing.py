"""A list of initiatives: the lines of one page of it, in groups where it is grouped, and what all of them come to."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from portfolio.overview.shapes.facts import Count, Link
from portfolio.overview.shapes.initiatives import StatusShown
from portfolio.overview.shapes.money import MoneySummary


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """How the worst light moved since the update before: better, worse, same or first. Never by colour alone."""

    code: str
    words: str
    symbol: str


@dataclass(frozen=True, slots=True)
class VerdictShown:
    """What an indicator's figures say. `name` and `url` are the indicator's; `text` adds how many there are."""

    code: str
    words: str
    symbol: str
    name: str
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class DeviationShown:
    """`code` is the word's: overspending, underspending …, none or unknown. `text` has amount and year."""

    code: str
    text: str
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class InitiativeLine:
    """An initiative in a table or on a card; `verdict` is the one that most needs to be seen, None without any."""

    reference: str
    url: str
    code: str
    title: str
    kind: str
    kind_words: str
    state: str
    state_words: str
    period_text: str
    owner_text: str
    parent: Link | None
    children_text: str
    target_groups: tuple[str, ...]
    status: StatusShown | None
    status_text: str
    change: ChangeShown | None
    money: MoneySummary
    deviation: DeviationShown
    verdict: VerdictShown | None
    indicators_text: str
    is_draft: bool = False
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class ListGroup:
    """One group of the list, or all of it when `name` is None. `lines` are those of this page, `count` and `money` all
    of them; `money` is None where the list is not grouped.
    """

    key: str
    name: Link | None
    count: int
    count_text: str
    by_light: tuple[Count, ...]
    lines: tuple[InitiativeLine, ...]
    is_continued: bool = False
    money: MoneySummary | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """`count` and the sums are over everything that was found, `groups` hold the lines of this page of it.

    `by_state` and `by_light` add up to `count`. `overlap_text` is empty where no initiative stands in two groups.
    """

    as_of: datetime.date
    as_of_text: str
    count: int
    count_text: str
    by_state: tuple[Count, ...]
    by_light: tuple[Count, ...]
    money: MoneySummary
    groups: tuple[ListGroup, ...]
    overlap_text: str
    page: int
    pages: int
    # 0 where there is none.
    previous_page: int
    next_page: int
    empty_text: str
    is_fictional: bool = False
