"""Strategies with their trees of objectives, folded from rows that are already loaded."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from initiatives.models import Objective, ObjectiveKind, Strategy
from organisation.models import Approval
from portfolio.overview import shapes, words
from portfolio.overview.cards import cards, indicators_of
from portfolio.overview.follow_ups import follow_up_tables
from portfolio.overview.indicator_figures import figures
from portfolio.overview.rows import Rows
from portfolio.overview.surroundings import Surroundings
from portfolio.overview.tables import budget_tables, money_summary
from portfolio.overview.viewpoint import any_fictional

# Nodes that promise something, and so are expected to be measured.
MEASURED = frozenset({ObjectiveKind.GOAL, ObjectiveKind.COMMITMENT, ObjectiveKind.FOCUS_POINT})


def strategy(rows: Rows, row: Strategy, around: Surroundings) -> shapes.StrategyShown:
    initiatives = rows.of_strategy(row.pk)
    lines = rows.money.lines_of(rows.below_strategy(row.pk))
    tree = tuple(_node(rows, top, 0) for top in _top(rows, row.pk))
    loose = cards(rows, (pk for pk in initiatives if not _stands_in(rows, pk, row.pk)))
    indicators = figures(rows, _indicators(rows, row.pk, initiatives))
    tables = budget_tables(rows, lines)
    money = money_summary(
        rows, lines, (rows.money.lines_of(rows.below_objective(top.pk)) for top in _top(rows, row.pk))
    )
    follow_up = follow_up_tables(rows, lines)
    return shapes.StrategyShown(
        reference=row.reference,
        url=rows.viewpoint.url("strategy", row.reference),
        title=str(row),
        printed_title=row.title,
        kind=row.kind,
        kind_words=capfirst(row.get_kind_display()),
        period_text=words.period(row.period),
        committee_text=str(row.committee) if row.committee else _("committee not stated"),
        document=rows.viewpoint.link(row.document) if row.document else None,
        summary=row.summary,
        note=row.note,
        objectives=tree,
        initiatives=loose,
        initiative_count=len(initiatives),
        indicators=indicators,
        money=money,
        budget_tables=tables,
        follow_up=follow_up,
        follow_up_measures=around.measures_of_strategy(row.pk),
        events=around.events_of_strategy(row.pk),
        context_figures=around.context_of_strategy(row.pk),
        missing=tuple(_missing(rows, row, initiatives, indicators, tables)),
        sources=rows.sources.of(row),
        is_draft=row.approval == Approval.DRAFT,
        is_fictional=row.is_fictional or any_fictional(tree, loose, indicators, tables, follow_up),
        committee_url=rows.viewpoint.url("body", row.committee.reference) if row.committee else "",
    )


def _top(rows: Rows, strategy_pk: int) -> list[Objective]:
    return [row for row in rows.branches.get(None, ()) if row.strategy_id == strategy_pk]


def _node(rows: Rows, row: Objective, depth: int) -> shapes.ObjectiveNode:
    children = tuple(_node(rows, child, depth + 1) for child in rows.branches.get(row.pk, ()))
    own = cards(rows, rows.stands_under.get(row.pk, ()))
    measured = figures(rows, (pk for pk, found in rows.figures.objectives.items() if row.pk in found))
    below = (rows.money.lines_of(rows.below_objective(child.pk)) for child in rows.branches.get(row.pk, ()))
    money = money_summary(rows, rows.money.lines_of(rows.below_objective(row.pk)), below)
    return shapes.ObjectiveNode(
        reference=row.reference,
        anchor=row.reference,
        kind=row.kind,
        kind_words=capfirst(row.get_kind_display()),
        level_label=row.level_label,
        number=row.number,
        label=row.label,
        title=row.shown_title,
        text=row.text,
        depth=depth,
        children=children,
        initiatives=own,
        indicators=measured,
        money=money,
        missing=tuple(_missing_of_node(row, children, measured)),
        sources=rows.sources.of(row, ["title", "text", "number"]),
        is_fictional=row.is_fictional or any_fictional(children, own, measured, [money]),
        url=rows.viewpoint.url("objective", row.reference),
    )


def _missing_of_node(
    row: Objective, children: tuple[shapes.ObjectiveNode, ...], measured: tuple[shapes.IndicatorFigure, ...]
) -> Iterable[str]:
    if row.kind in MEASURED and not children and not measured:
        yield _("no indicators")


def _stands_in(rows: Rows, initiative: int, strategy_pk: int) -> bool:
    return any(rows.objectives[pk].strategy_id == strategy_pk for pk in rows.under.get(initiative, ()))


def _indicators(rows: Rows, strategy_pk: int, initiatives: list[int]) -> list[int]:
    """Those of its objectives and of its initiatives, each once."""
    of_objectives = {
        pk
        for pk, objectives in rows.figures.objectives.items()
        if any(
            objective in rows.objectives and rows.objectives[objective].strategy_id == strategy_pk
            for objective in objectives
        )
    }
    wanted = of_objectives.union(indicators_of(rows, rows.tree.with_everything_below(initiatives)))
    return [pk for pk in rows.figures.indicators if pk in wanted]


def _missing(
    rows: Rows,
    row: Strategy,
    initiatives: list[int],
    indicators: tuple[shapes.IndicatorFigure, ...],
    tables: tuple[shapes.BudgetTable, ...],
) -> Iterable[str]:
    if not row.period.is_known:
        yield _("The source states no period.")
    if row.committee is None:
        yield _("The source states no committee.")
    if not initiatives:
        yield _("No initiatives stand under the strategy.")
    if not indicators:
        yield _("The strategy has no indicators.")
    if not tables:
        yield no_amounts()


def no_amounts() -> str:
    return _("The strategy has no amounts.")
