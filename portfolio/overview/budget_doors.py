"""The doors of the budget's own pages: following up by group, and a source of money."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from budgets.bridge import Reading
from budgets.follow_up import usual_year_of
from budgets.models import BudgetLine, FundingSource, LineRelation
from budgets.rounds import Round, rounds
from initiatives.models import Initiative, Strategy
from organisation.models import Municipality, User
from portfolio.overview import shapes, words
from portfolio.overview.bridges import bridge_shown, moment
from portfolio.overview.budget_pictures import bridge_picture, pictures_of
from portfolio.overview.follow_up_rows import line_years_of
from portfolio.overview.funding import funding_shown
from portfolio.overview.group_budgets import group_budgets
from portfolio.overview.group_tables import group_table
from portfolio.overview.groupings import GroupBy
from portfolio.overview.made_of import line_link
from portfolio.overview.money_rows import load_money
from portfolio.overview.rows import Rows, load, load_tree
from portfolio.overview.sources import load_sources
from portfolio.overview.tables import planning_tables
from portfolio.overview.viewpoint import Viewpoint, any_fictional


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a budget. Where nothing is said: the usual year; all that is known now; and a bridge from the
    turn of the year, which is from the original budget. `keeps_day`: the reader has chosen the day, and links go on
    with it.
    """

    as_of: datetime.date
    by: Sequence[str] = (GroupBy.INITIATIVE,)
    year: int | None = None
    known_on: datetime.datetime | None = None
    since: datetime.date | None = None
    since_known_on: datetime.datetime | None = None
    keeps_day: bool = False


def budget_overview(
    user: User, municipality: Municipality, initiatives: QuerySet[Initiative], question: Question
) -> shapes.FollowUpOverview:
    """`initiatives` is narrowed by the caller; of them, those count that the user may see in the municipality.

    Raises ValueError when `since` lies after `as_of`.
    """
    viewpoint = viewpoint_of(user, municipality, question)
    strategies = Strategy.objects.visible_to(user).filter(municipality=municipality)
    return follow_up_of(loaded(viewpoint, initiatives, strategies), question)


def viewpoint_of(user: User, municipality: Municipality, question: Question) -> Viewpoint:
    known_on, keeps_day = question.known_on, question.keeps_day
    return Viewpoint(user, municipality, question.as_of, known_on=known_on, keeps_day=keeps_day)


def funding_overview(
    user: User,
    source: FundingSource,
    municipality: Municipality,
    as_of: datetime.date,
    *,
    keeps_day: bool = False,
    known_on: datetime.datetime | None = None,
) -> shapes.FundingOverview:
    """The municipality's lines that it finances. Raises FundingSource.DoesNotExist when she may not see it."""
    source = FundingSource.objects.visible_to(user).select_related("successor").get(pk=source.pk)
    viewpoint = Viewpoint(user, municipality, as_of, keeps_day=keeps_day, known_on=known_on)
    financed = LineRelation.objects.filter(funding_source=source, municipality=municipality).values("line")
    lines = BudgetLine.objects.filter(pk__in=financed)
    # Only its own lines: those beside them on the same initiatives are no part of the page.
    rows = Rows.of(viewpoint, tree=load_tree(viewpoint), money=load_money(viewpoint, set(), [], [], lines_too=lines))
    rows = dataclasses.replace(rows, sources=load_sources(viewpoint, rows.rows))
    before = FundingSource.objects.visible_to(user).filter(successor=source).order_by("sort_key", "pk")
    return funding_shown(rows, source, before)


def loaded(
    viewpoint: Viewpoint,
    initiatives: QuerySet[Initiative],
    strategies: QuerySet[Strategy],
    lines_too: QuerySet[BudgetLine] | None = None,
) -> Rows:
    """`lines_too` may serve no initiative."""
    rows = load(viewpoint, initiatives, strategies, lines_too=lines_too)
    return dataclasses.replace(rows, sources=load_sources(viewpoint, rows.rows))


def follow_up_of(rows: Rows, question: Question) -> shapes.FollowUpOverview:
    viewpoint, lines = rows.viewpoint, set(rows.money.lines)
    line_years = line_years_of(rows, lines)
    followed = {row.year for row in line_years}
    budgeted = _budgeted(rows, lines)
    year = question.year or usual_year_of(line_years, question.as_of.year) or min(budgeted, default=None)
    of_years = ([year] if year in followed else []) + ([None] if len(followed) > 1 else [])
    tables = tuple(group_table(rows, lines, by, one) for by in question.by for one in of_years)
    planning = planning_tables(rows, lines, year) if year else ()
    bridge = _bridge(rows, lines, year, question) if year in followed and year else None
    return shapes.FollowUpOverview(
        municipality=viewpoint.municipality.name,
        municipality_code=viewpoint.municipality.code,
        as_of=viewpoint.as_of,
        as_of_text=words.day(viewpoint.as_of),
        known_text=_("as known on %(day)s") % {"day": moment(question.known_on)} if question.known_on else "",
        years=tuple(sorted(followed | budgeted, reverse=True)),
        year=year,
        tables=tables,
        bridge=bridge,
        rounds=tuple(_rounds(rows, {(row.line, row.year) for row in line_years if row.revised_ore is not None})),
        planning=planning,
        planning_heading=_planning_heading(year),
        empty_text=_empty(followed, year),
        by_group=group_budgets(rows, lines, question.by[0]),
        pictures=tuple(pictures_of(rows, lines, question.by[0], year)),
        bridge_picture=bridge_picture(bridge) if bridge else None,
        is_fictional=any_fictional(tables, planning) or bool(bridge and bridge.is_fictional),
    )


def year_followed(rows: Rows) -> int | None:
    """The year of the first table of `follow_up_of`; None where it is no single year."""
    return usual_year_of(line_years_of(rows, set(rows.money.lines)), rows.viewpoint.as_of.year)


def _budgeted(rows: Rows, lines: set[int]) -> set[int]:
    return {m.year for m in rows.money.movements_of(lines) if m.year is not None}


def _empty(followed: Collection[int], year: int | None) -> str:
    if not followed:
        return _("No budget is adopted and nothing is stated on this day.")
    if year not in followed:
        return _("For %(year)s no budget is adopted and nothing is stated on this day.") % {"year": year}
    return ""


def _bridge(rows: Rows, lines: set[int], year: int, question: Question) -> shapes.BridgeShown:
    start = question.since or min(datetime.date(year, 1, 1), question.as_of)
    return bridge_shown(rows, lines, Reading(start, question.since_known_on or question.known_on), year)


def _planning_heading(year: int | None) -> str:
    if year is None:
        return ""
    words_of_years = {"year": year, "first": year + 1, "last": year + 3}
    return _("Budget %(year)d with the estimate years %(first)d-%(last)d") % words_of_years


def _rounds(rows: Rows, asked: set[tuple[int, int]]) -> Iterable[shapes.RoundShown]:
    viewpoint = rows.viewpoint
    statements = [one for several in rows.money.statements.values() for one in several]
    for one in rounds(statements, asked, as_of=viewpoint.as_of, known_on=viewpoint.known_on):
        yield _round(rows, one)


def _round(rows: Rows, one: Round) -> shapes.RoundShown:
    order = sorted(one.unanswered, key=rows.money.order.__getitem__)
    links = tuple(line_link(rows, pk) for pk in order)
    number = len(one.answered | one.unanswered)
    return shapes.RoundShown(
        name=one.name,
        year=one.year,
        as_of=one.as_of,
        as_of_text=words.day(one.as_of),
        answered_text=words.coverage(len(one.answered), number),
        unanswered=links,
        is_fictional=any(link.is_fictional for link in links),
    )
