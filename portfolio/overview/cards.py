"""An initiative on a line of an overview."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from initiatives.models import Initiative, InitiativeState, InvolvementRole
from organisation.models import Approval
from portfolio.overview import shapes, words
from portfolio.overview.pages import link_to
from portfolio.overview.rows import Rows
from portfolio.overview.statuses import status
from portfolio.overview.tables import money_summary


def card(rows: Rows, row: Initiative) -> shapes.InitiativeCard:
    """Its money is that of its lines and of those of the initiatives below it, each line once."""
    below = rows.tree.with_everything_below([row.pk])
    updates = rows.statuses.get(row.pk, [])
    shown_status = status(updates[0], rows.viewpoint.as_of) if updates else None
    money = money_summary(rows, rows.money.lines_of(below))
    return shapes.InitiativeCard(
        reference=row.reference,
        url=rows.viewpoint.url("initiative", row.reference),
        code=row.code,
        title=row.shown_title,
        kind=row.kind,
        kind_words=capfirst(row.get_kind_display()),
        state=row.state,
        state_words=capfirst(row.get_state_display()),
        state_note=row.state_note,
        period_text=words.period(row.period),
        owner_text=owner_text(rows, row),
        strategy=_strategy(rows, row),
        objectives=tuple(objective_link(rows, pk) for pk in rows.under.get(row.pk, ())),
        parent=_parent(rows, row),
        children_text=_children(rows, row),
        target_groups=tuple(link.target_group.name for link in rows.target_groups.get(row.pk, ())),
        status=shown_status,
        status_text=status_text(shown_status),
        money=money,
        indicators_text=words.indicators(len(indicators_of(rows, [row.pk]))),
        is_draft=row.approval == Approval.DRAFT,
        is_fictional=row.is_fictional or money.is_fictional or bool(shown_status and shown_status.is_fictional),
    )


def cards(rows: Rows, initiatives: Iterable[int]) -> tuple[shapes.InitiativeCard, ...]:
    return tuple(card(rows, rows.initiatives[pk]) for pk in initiatives if pk in rows.initiatives)


def indicators_of(rows: Rows, initiatives: Iterable[int]) -> list[int]:
    wanted = set(initiatives)
    return [pk for pk in rows.figures.indicators if wanted.intersection(rows.figures.initiatives.get(pk, ()))]


def owner_text(rows: Rows, row: Initiative) -> str:
    owners = [one.who for one in rows.involvements.get(row.pk, ()) if one.role == InvolvementRole.OWNER]
    return words.listed(owners) or _("owner not stated")


def _strategy(rows: Rows, row: Initiative) -> shapes.Link | None:
    found = rows.strategies.get(row.strategy_id or 0)
    return rows.viewpoint.link(found, "strategy") if found else None


def objective_link(rows: Rows, pk: int) -> shapes.Link:
    return link_to(rows.viewpoint, rows.objectives[pk])


def _parent(rows: Rows, row: Initiative) -> shapes.Link | None:
    parent = rows.tree.titles.get(row.parent_id or 0)
    return rows.viewpoint.link(parent, "initiative") if parent else None


def _children(rows: Rows, row: Initiative) -> str:
    number = len(rows.tree.children.get(row.pk, ()))
    return words.initiatives(number) if number else ""


def status_text(found: shapes.StatusShown | None) -> str:
    if found is None:
        return _("no status")
    return f"{capfirst(found.worst.word)}, {found.stale_text or found.as_of_text}"


def count_states(shown: Iterable[shapes.InitiativeCard]) -> tuple[shapes.Count, ...]:
    """How many initiatives are in each state, in the order of the states."""
    codes = [one.state for one in shown]
    return tuple(
        shapes.Count(state.value, str(state.label), codes.count(state), f"{codes.count(state)} {state.label}")
        for state in InitiativeState
        if state in codes
    )
