"""The doors of the budget's pages: the whole budget of a municipality or a part of it, and one line."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from budgets.bridge import Reading
from budgets.models import BudgetLine, CostKind, Dranst, LineInitiative, Recurrence, ServiceFrame, Statement
from initiatives.models import Initiative, Strategy
from organisation.models import Approval, Municipality, User
from portfolio.charts.definitions import Definition
from portfolio.overview import shapes, words
from portfolio.overview.bridges import bridge_shown, moment
from portfolio.overview.budget_doors import Question, follow_up_of, loaded, viewpoint_of
from portfolio.overview.budget_pictures import bridge_picture
from portfolio.overview.follow_up_rows import line_years_of
from portfolio.overview.follow_ups import follow_up_tables
from portfolio.overview.made_of import made_of
from portfolio.overview.rows import Rows
from portfolio.overview.shapes.budget_pages import BudgetPage, LinePage
from portfolio.overview.tables import budget_tables, funding, money_summary, relations
from portfolio.overview.viewpoint import Viewpoint, any_fictional


def budget_page(
    user: User,
    municipality: Municipality,
    question: Question,
    initiatives: QuerySet[Initiative] | None = None,
) -> BudgetPage:
    """Without `initiatives` the whole budget, also the lines that serve none; with them what serves those.

    Raises ValueError when the bridge of the question would lead back in time.
    """
    viewpoint = viewpoint_of(user, municipality, question)
    whole = BudgetLine.objects.filter(municipality=municipality) if initiatives is None else None
    chosen = Initiative.objects.all() if initiatives is None else initiatives
    rows = loaded(viewpoint, chosen, _strategies(viewpoint), whole)
    lines = set(rows.money.lines)
    shown = follow_up_of(rows, question)
    tables = budget_tables(rows, lines)
    return BudgetPage(
        follow_up=shown,
        money=money_summary(rows, lines, with_external=True),
        tables=tables,
        planning_is_all=bool(tables) and list(map(_amounts, shown.planning)) == list(map(_amounts, tables)),
        is_fictional=shown.is_fictional or any_fictional(tables),
        has_lines=bool(lines),
    )


def _amounts(table: shapes.BudgetTable) -> tuple[object, ...]:
    """What tells two tables apart for a reader."""
    rows = [(row.reference, *(cell.text for cell in row.cells), len(row.undistributed)) for row in table.rows]
    return table.decision, table.price_level_text, table.years, rows


def _strategies(viewpoint: Viewpoint) -> QuerySet[Strategy]:
    return Strategy.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)


def line_page(user: User, line: BudgetLine, question: Question) -> LinePage:
    """Raises BudgetLine.DoesNotExist when the user may not see the line, ValueError as budget_page."""
    viewpoint = viewpoint_of(user, line.municipality, question)
    chosen = BudgetLine.objects.filter(pk=line.pk)
    serving = Initiative.objects.filter(pk__in=LineInitiative.objects.filter(line=line).values("initiative"))
    rows = loaded(viewpoint, serving, _strategies(viewpoint), chosen)
    if line.pk not in rows.money.lines:
        raise BudgetLine.DoesNotExist
    found = rows.money.lines[line.pk]
    # What else serves the same initiatives is no part of this page.
    only = {line.pk}
    statements = [one for one in rows.money.statements.get(line.pk, ()) if _counts(one, viewpoint)]
    bridges = tuple(_bridges(rows, only, question))
    opened = made_of(rows, rows.money.movements_of(only), statements, only)
    return LinePage(
        reference=found.reference,
        code=found.code,
        name=found.name,
        description=found.description,
        facts=tuple(_facts(found)),
        initiatives=_initiatives(rows, line.pk),
        and_others=line.pk in rows.money.and_others,
        relations=relations(rows, line.pk),
        funding=funding(rows, only),
        tables=budget_tables(rows, only),
        follow_up=follow_up_tables(rows, only),
        made_of=opened,
        bridges=bridges,
        drafts_text=_drafts(found, user),
        as_of_text=words.day(viewpoint.as_of),
        known_text=_("as known on %(day)s") % {"day": moment(question.known_on)} if question.known_on else "",
        is_draft=found.approval == Approval.DRAFT,
        is_fictional=found.is_fictional or opened.is_fictional,
    )


def _counts(statement: Statement, viewpoint: Viewpoint) -> bool:
    is_known = viewpoint.known_on is None or statement.known_at <= viewpoint.known_on
    return statement.is_posted and statement.as_of <= viewpoint.as_of and is_known


def _initiatives(rows: Rows, line: int) -> tuple[shapes.Link, ...]:
    served = [rows.tree.titles[pk] for pk in rows.money.serves.get(line, ()) if pk in rows.tree.titles]
    return tuple(rows.viewpoint.link(row, "initiative") for row in served)


def _facts(line: BudgetLine) -> Iterable[tuple[str, str]]:
    yield _("Expenditure or income"), capfirst(line.get_direction_display())
    stated = [
        (_("Cost"), line.cost_kind != CostKind.NOT_STATED, line.get_cost_kind_display()),
        (_("Operation or construction"), line.dranst != Dranst.NOT_STATED, line.get_dranst_display()),
        (_("One-off or permanent"), line.recurrence != Recurrence.NOT_STATED, line.get_recurrence_display()),
        (_("Service frame"), line.service_frame != ServiceFrame.NOT_STATED, line.get_service_frame_display()),
        (_("Account"), bool(line.account_string), line.account_string),
        (_("Budget round"), bool(line.budget_round), line.budget_round),
        (_("Document"), line.document is not None, str(line.document)),
    ]
    yield from ((label, capfirst(text)) for label, is_stated, text in stated if is_stated)


def _bridges(rows: Rows, lines: set[int], question: Question) -> Iterable[tuple[shapes.BridgeShown, Definition | None]]:
    """One for each budget year in which something is adopted; from the turn of the year when no day is chosen."""
    years = sorted({row.year for row in line_years_of(rows, lines) if row.revised_ore is not None}, reverse=True)
    for year in years:
        start = question.since or min(datetime.date(year, 1, 1), question.as_of)
        shown = bridge_shown(rows, lines, Reading(start, question.since_known_on), year)
        yield shown, bridge_picture(shown)


def _drafts(line: BudgetLine, user: User) -> str:
    """Drafts enter no figure; those who see them are told that they are there."""
    number = sum(
        rows.visible_to(user).filter(line=line, posted_at__isnull=True).count()
        for rows in (line.entries.all(), line.statements.all())
    )
    if not number:
        return ""
    return ngettext(
        "%(number)d draft is not posted and in no figure.", "%(number)d drafts are not posted and in no figure.", number
    ) % {"number": number}
