"""All of one initiative, under the municipality's own headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from budgets.follow_up import usual_year_of
from initiatives.models import (
    Activity,
    ActivityState,
    Heading,
    Initiative,
    InitiativeText,
    Involvement,
    InvolvementRole,
    MethodUse,
)
from organisation.periods import format_period
from portfolio.overview import shapes, words
from portfolio.overview.cards import card, cards, indicators_of
from portfolio.overview.follow_up_rows import line_years_of
from portfolio.overview.follow_ups import follow_up_tables
from portfolio.overview.indicator_figures import figures
from portfolio.overview.rows import Rows, grouped
from portfolio.overview.shown_by_figures import shown_by_figures
from portfolio.overview.statuses import status
from portfolio.overview.surroundings import Surroundings
from portfolio.overview.tables import budget_tables, funding
from portfolio.overview.viewpoint import any_fictional


@dataclass(frozen=True)
class Parts:
    """What initiatives are made of, by initiative."""

    headings: list[Heading]
    texts: Mapping[int, list[InitiativeText]]
    activities: Mapping[int, list[Activity]]
    methods: Mapping[int, list[MethodUse]]

    @property
    def rows(self) -> list[models.Model]:
        texts = [row for several in self.texts.values() for row in several]
        activities = [row for several in self.activities.values() for row in several]
        return [*texts, *activities, *(row for several in self.methods.values() for row in several)]


def load_parts(initiatives: Iterable[int], municipality: int) -> Parts:
    """Parts of initiatives that the reader sees; the caller has found those."""
    pks = list(initiatives)
    texts = InitiativeText.objects.filter(initiative__in=pks).select_related("heading").order_by("heading__number")
    activities = Activity.objects.filter(initiative__in=pks).order_by("position", "pk")
    methods = MethodUse.objects.filter(initiative__in=pks).select_related("method").order_by("pk")
    return Parts(
        headings=list(Heading.objects.filter(municipality=municipality).order_by("number")),
        texts=grouped(texts, lambda row: row.initiative_id),
        activities=grouped(activities, lambda row: row.initiative_id),
        methods=grouped(methods, lambda row: row.initiative_id),
    )


def sheet(rows: Rows, row: Initiative, parts: Parts, around: Surroundings) -> shapes.InitiativeSheet:
    below = rows.tree.with_everything_below([row.pk])
    lines = rows.money.lines_of(below)
    shown = card(rows, row)
    tables = budget_tables(rows, lines)
    follow_up = follow_up_tables(rows, lines)
    indicators = figures(rows, indicators_shown(rows, row, below))
    context = around.context_of_initiative(row.pk)
    statuses = tuple(status(update, rows.viewpoint.as_of) for update in rows.statuses.get(row.pk, ()))
    activities = tuple(_activity(rows, one) for one in parts.activities.get(row.pk, ()))
    involvements = tuple(_involvements(rows, row))
    headings = tuple(_headings(rows, row, parts))
    children = cards(rows, (child.pk for child in rows.tree.children.get(row.pk, ())))
    return shapes.InitiativeSheet(
        card=shown,
        printed_title=row.title,
        aliases=tuple(line for line in row.aliases.splitlines() if line.strip()),
        summary=row.summary,
        document=rows.viewpoint.link(row.document) if row.document else None,
        headings=headings,
        activities=activities,
        involvements=involvements,
        owners=tuple(party for group in involvements if group.role == InvolvementRole.OWNER for party in group.parties),
        target_groups=tuple(_target_groups(rows, row)),
        methods=tuple(_method(rows, use) for use in parts.methods.get(row.pk, ())),
        children=children,
        follow_up_measures=around.measures_of_initiative(row.pk),
        events=around.events_of_initiatives([row.pk]),
        statuses=statuses,
        budget_tables=tables,
        follow_up=follow_up,
        funding_sources=funding(rows, lines),
        indicators=indicators,
        context_figures=context,
        missing=tuple(_missing(rows, row, tables, indicators)),
        sources=rows.sources.of(row),
        figures_show=shown_by_figures(
            statuses[0] if statuses else None,
            parts.activities.get(row.pk, ()),
            _of_usual_year(rows, lines, follow_up),
            indicators,
            rows.viewpoint.as_of,
        ),
        is_fictional=any_fictional(
            [shown], tables, follow_up, indicators, context, statuses, activities, headings, children
        ),
    )


def _of_usual_year(
    rows: Rows, lines: set[int], tables: tuple[shapes.FollowUpTable, ...]
) -> shapes.FollowUpTable | None:
    year = usual_year_of(line_years_of(rows, lines), rows.viewpoint.as_of.year)
    return next((table for table in tables if table.year == year), None)


def indicators_shown(rows: Rows, row: Initiative, below: set[int]) -> list[int]:
    """The initiative's own, those below it, and those of the objectives that it stands under."""
    objectives = set(rows.under.get(row.pk, ()))
    under = {pk for pk, found in rows.figures.objectives.items() if objectives.intersection(found)}
    wanted = under.union(indicators_of(rows, below))
    return [pk for pk in rows.figures.indicators if pk in wanted]


def _headings(rows: Rows, row: Initiative, parts: Parts) -> Iterable[shapes.HeadingText]:
    """All headings in use, also those without a text; and retired ones that have one."""
    texts = {text.heading_id: text for text in parts.texts.get(row.pk, ())}
    for heading in parts.headings:
        text = texts.get(heading.pk)
        if text is None and (not heading.is_active or not texts):
            continue
        yield shapes.HeadingText(
            number=heading.number,
            label=heading.label,
            text=text.text if text else words.not_stated(),
            is_missing=text is None,
            sources=rows.sources.of(text),
            is_fictional=bool(text and text.is_fictional),
        )


def _activity(rows: Rows, row: Activity) -> shapes.ActivityShown:
    return shapes.ActivityShown(
        kind=row.kind,
        kind_words=capfirst(row.get_kind_display()),
        title=row.title,
        text=row.text,
        state=row.state,
        state_words=_("state not stated") if row.state == ActivityState.NOT_STATED else row.get_state_display(),
        period_text=format_period(row.period),
        result=row.result,
        sources=rows.sources.of(row),
        is_fictional=row.is_fictional,
    )


def _involvements(rows: Rows, row: Initiative) -> Iterable[shapes.InvolvementGroup]:
    by_role = grouped(rows.involvements.get(row.pk, ()), lambda one: one.role)
    for role in InvolvementRole:
        if role in by_role:
            parties = tuple(_party(rows, one) for one in by_role[role])
            yield shapes.InvolvementGroup(role.value, capfirst(str(role.label)), parties)


def _party(rows: Rows, row: Involvement) -> shapes.InvolvedParty:
    """A body or user by name, with the document's own words beside it when they differ."""
    note = ", ".join(part for part in (row.words if row.words != row.who else "", row.note) if part)
    url = rows.viewpoint.url("body", row.body.reference) if row.body else ""
    return shapes.InvolvedParty(row.who, note, rows.sources.of(row), row.is_fictional, url)


def _target_groups(rows: Rows, row: Initiative) -> Iterable[shapes.TargetGroupShown]:
    for link in rows.target_groups.get(row.pk, ()):
        wider, url = link.target_group.parent, rows.viewpoint.url("target-group", link.target_group.reference)
        yield shapes.TargetGroupShown(
            link.target_group.name, wider.name if wider else "", link.note, rows.sources.of(link), url
        )


def _method(rows: Rows, use: MethodUse) -> shapes.MethodShown:
    return shapes.MethodShown(
        name=use.method.name,
        description=use.method.description,
        state=use.state,
        state_words=use.get_state_display(),
        note=use.note,
        sources=rows.sources.of(use),
        url=rows.viewpoint.url("method", use.method.reference),
    )


def _missing(
    rows: Rows,
    row: Initiative,
    tables: tuple[shapes.BudgetTable, ...],
    indicators: tuple[shapes.IndicatorFigure, ...],
) -> Iterable[str]:
    roles = {one.role for one in rows.involvements.get(row.pk, ())}
    if InvolvementRole.OWNER not in roles:
        yield _("The source states no owner.")
    if not row.period.is_known:
        yield _("The source states no period.")
    if rows.money.drafts:
        yield ngettext(
            "%(number)d amount is a draft and not counted.",
            "%(number)d amounts are drafts and not counted.",
            rows.money.drafts,
        ) % {"number": rows.money.drafts}
    if not tables:
        yield _("The initiative has no amounts.")
    if not indicators:
        yield _("The initiative has no indicators.")
    if not rows.statuses.get(row.pk):
        yield _("No status has been approved.")
