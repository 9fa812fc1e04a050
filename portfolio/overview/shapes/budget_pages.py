"""The pages of a budget: the whole of it, and one line."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.charts.definitions import Definition
from portfolio.overview.shapes.facts import Link
from portfolio.overview.shapes.follow_up import BridgeShown, FollowUpOverview, FollowUpTable, MadeOf
from portfolio.overview.shapes.money import BudgetTable, FundingSourceShown, MoneySummary, Relation


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """`tables` are all amounts by line, one table a decision state and price level, with the printed totals.
    `planning_is_all`: they show no more than the budget year and its estimate years do. `has_lines`: there are lines,
    also when nothing is entered on them yet.
    """

    follow_up: FollowUpOverview
    money: MoneySummary
    tables: tuple[BudgetTable, ...]
    planning_is_all: bool = False
    is_fictional: bool = False
    has_lines: bool = False


@dataclass(frozen=True, slots=True)
class LinePage:
    """`facts` are (label, words). `later` counts drafts and what was posted after the moment that one looks from."""

    reference: str
    code: str
    name: str
    description: str
    facts: tuple[tuple[str, str], ...]
    initiatives: tuple[Link, ...]
    and_others: bool
    relations: tuple[Relation, ...]
    funding: tuple[FundingSourceShown, ...]
    tables: tuple[BudgetTable, ...]
    follow_up: tuple[FollowUpTable, ...]
    made_of: MadeOf
    bridges: tuple[tuple[BridgeShown, Definition | None], ...]
    drafts_text: str
    as_of_text: str
    known_text: str
    is_draft: bool = False
    is_fictional: bool = False
