"""The live standing of a committee's initiatives: their status, their money this year and what is measured."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from budgets.decision_sums import Wanted
from budgets.models import BudgetLine, LineInitiative
from budgets.year_sums import YearSum, revised_by_line, revised_sum, usual_year, with_figures, year_sum
from initiatives.models import Initiative, InitiativeObjective, Objective, StatusUpdate, Strategy
from organisation.models import Body, User
from organisation.printing import format_amount
from organisation.units import Unit
from portfolio.overview import words
from portfolio.overview.amounts import total_note
from portfolio.overview.indicator_figures import Figure
from portfolio.overview.list_rows import Family
from portfolio.overview.rows import IndicatorRows, Rows, load_figures
from portfolio.overview.shapes.facts import Link
from portfolio.overview.shapes.front import Behind
from portfolio.overview.standings import MOST_BEHIND, Mark, Measured, Money, Standing
from portfolio.overview.statuses import NO_STATUS, STALE_AFTER_DAYS, worst_code
from portfolio.overview.viewpoint import Viewpoint
from portfolio.overview.whole_budgets import part_of_whole, whole_budget


def _initiatives_of(chain: frozenset[int]) -> QuerySet[Initiative]:
    """Those of the committees' strategies, and those that serve one of their objectives."""
    serving = InitiativeObjective.objects.filter(objective__strategy__committee__in=chain).values("initiative")
    return Initiative.objects.filter(Q(strategy__committee__in=chain) | Q(pk__in=serving))


@dataclass(frozen=True)
class Scope:
    """What a standing is over. `query` narrows the portfolio page to the same."""

    committee: Body
    initiatives: QuerySet[Initiative]
    objectives: QuerySet[Objective]
    query: str


def scope_of(user: User, committee: Body) -> Scope:
    """The committee's own, with what it took over; all of the municipality's where no strategy names any of them."""
    objectives = Objective.objects.visible_to(user).filter(municipality=committee.municipality)
    chain = Body.objects.all().with_predecessors(committee)
    if not Strategy.objects.visible_to(user).filter(committee__in=chain).exists():
        return Scope(committee, Initiative.objects.all(), objectives, "")
    own = objectives.filter(strategy__committee__in=chain)
    return Scope(committee, _initiatives_of(chain), own, f"?committee={committee.reference}")


def standings(viewpoint: Viewpoint, scope: Scope, days: Sequence[datetime.date]) -> list[Standing]:
    """One for each of the days, of which the viewpoint's is the last; the earlier are what it is compared with. The
    queries hang on the number of days.
    """
    live = _Live.of(viewpoint, scope)
    return [*(live.earlier(day) for day in days[:-1]), *(live.standing(day) for day in days[-1:])]


@dataclass(frozen=True)
class _Live:
    """`asked` are the initiatives of the committee, `lines` those that serve them or what is below them."""

    viewpoint: Viewpoint
    scope: Scope
    asked: QuerySet[Initiative]
    titles: Mapping[int, Mapping[str, Any]]
    lines: QuerySet[BudgetLine]
    year: int | None
    figures: IndicatorRows

    @classmethod
    def of(cls, viewpoint: Viewpoint, scope: Scope) -> _Live:
        seen = Initiative.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
        family = Family(dict(seen.order_by("sort_key", "pk").values_list("pk", "parent")))
        fields = ("pk", "reference", "code", "title", "display_title", "is_fictional")
        asked = (scope.initiatives & seen).known_by(viewpoint.known_on)  # type: ignore[attr-defined]
        titles = {row["pk"]: row for row in asked.order_by("sort_key", "pk").values(*fields)}
        # Of everything that the reader sees, the database knows the keys.
        below = family.with_everything_below(titles)
        wanted: Wanted = seen.order_by().values("pk") if len(below) == len(family.parents) else below
        serving = LineInitiative.objects.filter(initiative__in=wanted).values("line")
        lines = BudgetLine.objects.visible_to(viewpoint.user).filter(municipality=viewpoint.municipality)
        lines = lines.filter(pk__in=serving)
        objectives = list(scope.objectives.values_list("pk", flat=True))
        return cls(
            viewpoint=viewpoint,
            scope=scope,
            asked=asked,
            titles=titles,
            lines=lines,
            year=usual_year(lines, as_of=viewpoint.as_of, known_on=viewpoint.known_on),
            figures=load_figures(viewpoint, wanted, objectives, only_verdicts=True),
        )

    def standing(self, day: datetime.date) -> Standing:
        return dataclasses.replace(self._without_money(day), money=self._money(self._on(day)))

    def earlier(self, day: datetime.date) -> Standing:
        """Of the money only the sum, which is all that a later one is held against."""
        known_on = self.viewpoint.known_on
        total = None if self.year is None else revised_sum(self.lines, self.year, as_of=day, known_on=known_on)
        is_known = total is not None and total.ore is not None
        money = Money(ore=total.ore if total else None, year=self.year if is_known else None)
        return dataclasses.replace(self._without_money(day), money=money)

    def _on(self, day: datetime.date) -> Viewpoint:
        return dataclasses.replace(self.viewpoint, as_of=day)

    def _without_money(self, day: datetime.date) -> Standing:
        return Standing(
            as_of=day,
            initiatives=dict(self._marks(day)),
            indicators=dict(self._measured(Rows.of(self._on(day), figures=self.figures))),
            money=Money(),
        )

    def _marks(self, day: datetime.date) -> Iterable[tuple[str, Mark]]:
        updates = latest_updates(self.asked.order_by().values("pk"), day, self.viewpoint.known_on)
        for pk, row in self.titles.items():
            title = row["display_title"] or row["title"]
            shown = f"{row['code']} {title}" if row["code"] else title
            url = self.viewpoint.url("initiative", row["reference"])
            yield row["reference"], mark_of(updates.get(pk), day, shown, url, is_fictional=row["is_fictional"])

    def _measured(self, rows: Rows) -> Iterable[tuple[str, Measured]]:
        for row in rows.figures.indicators.values():
            verdict = Figure(rows, row).verdict
            url = self.viewpoint.url("indicator", row.reference)
            yield row.reference, Measured(row.name, url, verdict.value, words.verdict(verdict), row.is_fictional)

    def _money(self, viewpoint: Viewpoint) -> Money:
        address = reverse("budget", args=[viewpoint.municipality.code])
        more = Link(_("Budget and follow-up"), self.viewpoint.going_on(address))
        as_of, known_on = viewpoint.as_of, viewpoint.known_on
        total = None if self.year is None else year_sum(self.lines, self.year, as_of=as_of, known_on=known_on)
        if total is not None and total.refusal is not None:
            return Money(value=_("not added together"), text=words.refusal(total.refusal), more=more)
        if total is None or self.year is None:
            return Money(text=_("No budget is adopted for the initiatives."), more=more)
        if total.ore is None:
            said = _("For %(year)d no budget with an amount is adopted for the initiatives.")
            value = words.not_stated() if total.not_stated else ""
            return Money(value=value, text=said % {"year": self.year}, more=more)
        whole = whole_budget(viewpoint, self.scope.committee, self.year)
        named = with_figures(self.lines, self.year, as_of=as_of, known_on=known_on)
        parts = tuple(self._parts(named[:MOST_BEHIND], self.year, as_of))
        return Money(
            ore=total.ore,
            value=millions(total.ore),
            detail=", ".join(part for part in (str(self.year), _deviation(total), total_note(total)) if part),
            text=part_of_whole(total.ore, millions(total.ore), self.year, whole),
            year=self.year,
            parts=parts,
            parts_left=total.lines - len(parts),
            more=more,
            is_fictional=total.is_fictional or whole.is_fictional,
        )

    def _parts(self, lines: Iterable[BudgetLine], year: int, day: datetime.date) -> Iterable[Behind]:
        named = list(lines)
        revised = revised_by_line([line.pk for line in named], year, as_of=day, known_on=self.viewpoint.known_on)
        for line in named:
            url = self.viewpoint.url("budget-line", line.reference)
            yield Behind(str(line), url, _kroner(revised.get(line.pk)), line.is_fictional)


def _kroner(found: YearSum | None) -> str:
    if found is None or found.ore is None:
        return words.no_revised(found)
    return format_amount(found.ore, Unit.KR)


def millions(ore: int) -> str:
    """As a page for politicians prints it; what is less than a million in kroner."""
    return format_amount(ore, Unit.MIO if abs(ore) >= Unit.MIO.ore else Unit.KR)


def _deviation(total: YearSum) -> str:
    if total.deviation is None:
        return words.no_deviation_known()
    word = words.deviation(total.deviation.word)
    said = f"{word} {millions(abs(total.deviation.ore))}" if total.deviation.ore else word
    return ", ".join(part for part in (said, words.over_some(total.compared, total.lines)) if part)


Update = Mapping[str, Any]


def latest_updates(
    initiatives: Wanted, day: datetime.date, known_on: datetime.datetime | None = None
) -> dict[int, Update]:
    """{initiative: the words and lights of its latest approved update}."""
    newest = StatusUpdate.objects.filter(initiative=OuterRef("initiative")).approved_as_of(day, known_on)
    latest = StatusUpdate.objects.filter(initiative__in=initiatives, pk=Subquery(newest.values("pk")[:1]))
    fields = ("initiative", "as_of", "progress_light", "economy_light", "effect_light", "reason", "action")
    return {row["initiative"]: row for row in latest.order_by().values(*fields, "is_fictional")}


@lru_cache(maxsize=4096)
def _status_text(light: str, day: datetime.date, language: str) -> str:
    """In the language that is active; thousands of initiatives share few days."""
    return f"{capfirst(words.status(light))}, {words.day(day)}"


def mark_of(update: Update | None, day: datetime.date, title: str, url: str, *, is_fictional: bool) -> Mark:
    if update is None:
        return Mark(title, url, NO_STATUS, status_text=_("no status"), is_fictional=is_fictional)
    light = worst_code((update["progress_light"], update["economy_light"], update["effect_light"]))
    return Mark(
        title=title,
        url=url,
        light=light,
        reason=update["reason"],
        action=update["action"],
        status_text=_status_text(light, update["as_of"], get_language() or ""),
        is_old=(day - update["as_of"]).days > STALE_AFTER_DAYS,
        is_fictional=is_fictional or update["is_fictional"],
    )
