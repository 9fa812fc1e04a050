"""The lines of one page of a list: status and its change, money and its deviation, and what the indicators say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from budgets import follow_up
from budgets.models import DecisionState
from indicators.progress import Verdict
from initiatives.models import Initiative, InitiativeTargetGroup, Involvement, StatusUpdate
from organisation.models import Approval
from portfolio.overview import shapes, words
from portfolio.overview.cards import owner_text, status_text
from portfolio.overview.follow_up_rows import Printer, line_years_of
from portfolio.overview.indicator_figures import Figure
from portfolio.overview.money_rows import grouped, load_amounts
from portfolio.overview.rows import Rows, Tree, load_figures
from portfolio.overview.shapes.listing import ChangeShown, DeviationShown, InitiativeLine, VerdictShown
from portfolio.overview.sources import Sources
from portfolio.overview.statuses import change_of, status
from portfolio.overview.tables import money_summary
from portfolio.overview.viewpoint import Viewpoint

# What most needs to be seen first.
WORST_VERDICT_FIRST = [
    Verdict.WORSE, Verdict.BEHIND, Verdict.NOT_MEASURED, Verdict.CANNOT_BE_JUDGED, Verdict.NO_DATA, Verdict.ON_COURSE,
    Verdict.REACHED,
]  # fmt: skip


@dataclass(frozen=True)
class Family:
    """{initiative: the one it is part of}, of all that the reader sees, in order."""

    parents: Mapping[int, int | None]

    @cached_property
    def children(self) -> Mapping[int | None, list[int]]:
        return grouped(self.parents, lambda pk: self.parents[pk])

    def with_everything_below(self, pks: Iterable[int]) -> set[int]:
        found: set[int] = set()
        waiting = list(pks)
        while waiting:
            pk = waiting.pop()
            if pk not in found:
                found.add(pk)
                waiting += self.children.get(pk, [])
        return found


def lines_of_page(viewpoint: Viewpoint, family: Family, pks: Sequence[int]) -> dict[int, InitiativeLine]:
    """In no order: an initiative may stand in several groups of the page."""
    page = _Page(family, load_page(viewpoint, family, set(pks)))
    return {pk: page.line(pk) for pk in set(pks) if pk in page.rows.initiatives}


def load_page(viewpoint: Viewpoint, family: Family, pks: set[int]) -> Rows:
    """What the lines of a list need of the initiatives, and no more. Fifteen queries."""
    below = family.with_everything_below(pks)
    named = below | {parent for pk in pks if (parent := family.parents.get(pk)) is not None}
    titles = Initiative.objects.select_related("municipality").in_bulk(named)
    updates = StatusUpdate.objects.filter(initiative__in=pks).select_related("author")
    involvements = Involvement.objects.filter(initiative__in=pks).select_related("body", "user")
    groups = InitiativeTargetGroup.objects.filter(initiative__in=pks).select_related("target_group")
    return Rows(
        viewpoint=viewpoint,
        tree=Tree(titles, grouped(titles.values(), lambda row: row.parent_id)),
        chosen=[],
        initiatives={pk: row for pk, row in titles.items() if pk in pks},
        strategies={},
        objectives={},
        branches={},
        under={},
        stands_under={},
        involvements=grouped(involvements.order_by("pk"), lambda row: row.initiative_id),
        target_groups=grouped(groups.order_by("pk"), lambda row: row.initiative_id),
        statuses=grouped(updates.approved_as_of(viewpoint.as_of, viewpoint.known_on), lambda row: row.initiative_id),
        money=load_amounts(viewpoint, below, family.parents.keys()),
        figures=load_figures(viewpoint, pks, ()),
        sources=Sources(),
    )


@dataclass(frozen=True)
class _Page:
    family: Family
    rows: Rows

    def line(self, pk: int) -> InitiativeLine:
        rows, row = self.rows, self.rows.initiatives[pk]
        updates = rows.statuses.get(pk, [])
        shown = status(updates[0], rows.viewpoint.as_of) if updates else None
        lines = rows.money.lines_of(self.family.with_everything_below([pk]))
        money, deviation = money_summary(rows, lines), self._deviation(lines)
        own = [one for one in rows.figures.indicators if pk in rows.figures.initiatives.get(one, ())]
        return InitiativeLine(
            reference=row.reference,
            url=rows.viewpoint.url("initiative", row.reference),
            code=row.code,
            title=row.shown_title,
            kind=row.kind,
            kind_words=capfirst(row.get_kind_display()),
            state=row.state,
            state_words=capfirst(row.get_state_display()),
            period_text=words.period(row.period),
            owner_text=owner_text(rows, row),
            parent=self._parent(row),
            children_text=words.initiatives(len(below)) if (below := self.family.children.get(pk)) else "",
            target_groups=tuple(link.target_group.name for link in rows.target_groups.get(pk, ())),
            status=shown,
            status_text=status_text(shown),
            change=_change(updates),
            money=money,
            deviation=deviation,
            verdict=self._verdict(own),
            # Those of the objectives that it serves stand on its page.
            indicators_text=words.indicators(len(own)) if own else _("no indicators of its own"),
            is_draft=row.approval == Approval.DRAFT,
            is_fictional=row.is_fictional
            or money.is_fictional
            or deviation.is_fictional
            or bool(shown and shown.is_fictional),
        )

    def _parent(self, row: Initiative) -> shapes.Link | None:
        parent = self.rows.tree.titles.get(row.parent_id or 0)
        return self.rows.viewpoint.link(parent, "initiative") if parent else None

    def _deviation(self, lines: set[int]) -> DeviationShown:
        """Of the year that the budget's own page shows."""
        line_years = line_years_of(self.rows, lines)
        year = follow_up.usual_year_of(line_years, self.rows.viewpoint.as_of.year)
        own = [row for row in line_years if row.year == year]
        adopted = [
            movement
            for movement in self.rows.money.movements_of(lines)
            if movement.decision == DecisionState.ADOPTED and movement.year == year
        ]
        if not own:
            return DeviationShown("unknown", _("no budget adopted"))
        total = follow_up.year_total(own, adopted)
        printed = Printer.of(self.rows, own, adopted).total(total, adopted, "")
        over = words.over_some(total.compared, total.lines)
        missing = "" if printed.revised.ore is None else printed.revised.note
        facts = [part for part in (str(year), over, missing) if part]
        is_fictional = any(row.expected is not None and row.expected.is_fictional for row in own)
        return DeviationShown(
            printed.deviation.verdict,
            f"{printed.deviation.text} ({', '.join(facts)})",
            is_fictional or printed.is_fictional,
        )

    def _verdict(self, indicators: Sequence[int]) -> VerdictShown | None:
        if not indicators:
            return None
        figures = [Figure(self.rows, self.rows.figures.indicators[pk]) for pk in indicators]
        worst = min(figures, key=lambda one: WORST_VERDICT_FIRST.index(one.verdict))
        row, verdict = worst.indicator, worst.verdict
        return VerdictShown(
            code=verdict.value,
            words=words.verdict(verdict),
            symbol=words.symbol(verdict.value),
            name=row.name,
            url=self.rows.viewpoint.url("indicator", row.reference),
            text=_("the worst of %(number)d indicators") % {"number": len(figures)} if len(figures) > 1 else "",
        )


def _change(updates: Sequence[StatusUpdate]) -> ChangeShown | None:
    if not updates:
        return None
    code = change_of(updates[0], updates[1] if len(updates) > 1 else None)
    return ChangeShown(code, words.status_change(code), words.CHANGE_SYMBOLS[code])
