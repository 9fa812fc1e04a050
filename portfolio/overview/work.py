"""The work of one person in one municipality: her initiatives, what waits for her, and what the portfolio lacks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from budgets.models import BudgetLine, Entry
from indicators.models import Indicator, Measurement, Target
from initiatives.models import (
    Activity,
    ActivityKind,
    Initiative,
    Strategy,
)
from initiatives.models.initiatives import InitiativeQuerySet
from organisation.access import access_of
from organisation.models import Approval, Municipality, User
from organisation.printing import format_date
from portfolio.overview import shapes
from portfolio.overview.completeness import headings_in_use, written_texts
from portfolio.overview.getting_started import getting_started
from portfolio.overview.lacks import ENDED, Part, lacking, parts
from portfolio.overview.rows import grouped
from portfolio.overview.shown_by_figures import WAITS
from portfolio.overview.status_round import status_round

MOST_SHOWN = 12

LACKS = {
    "owner": ngettext_lazy("%(n)d initiative without an owner", "%(n)d initiatives without an owner", "n"),
    "budget": ngettext_lazy("%(n)d initiative without a budget line", "%(n)d initiatives without a budget line", "n"),
    "indicator": ngettext_lazy("%(n)d initiative without an indicator", "%(n)d initiatives without an indicator", "n"),
    "target_group": ngettext_lazy(
        "%(n)d initiative without a target group", "%(n)d initiatives without a target group", "n"
    ),
    "period": ngettext_lazy("%(n)d initiative without a period", "%(n)d initiatives without a period", "n"),
    "status": ngettext_lazy(
        "%(n)d initiative without a status, or with an old one",
        "%(n)d initiatives without a status, or with an old one",
        "n",
    ),
    "draft_initiatives": ngettext_lazy("%(n)d draft of an initiative", "%(n)d drafts of initiatives", "n"),
    "draft_strategies": ngettext_lazy("%(n)d draft of a strategy", "%(n)d drafts of strategies", "n"),
    "draft_lines": ngettext_lazy("%(n)d draft of a budget line", "%(n)d drafts of budget lines", "n"),
    "draft_indicators": ngettext_lazy("%(n)d draft of an indicator", "%(n)d drafts of indicators", "n"),
    "draft_measurements": ngettext_lazy("%(n)d measured value to approve", "%(n)d measured values to approve", "n"),
    "draft_targets": ngettext_lazy("%(n)d target to approve", "%(n)d targets to approve", "n"),
    "draft_entries": ngettext_lazy("%(n)d amount that is not posted", "%(n)d amounts that are not posted", "n"),
}


def work(user: User, municipality: Municipality, as_of: datetime.date) -> shapes.Work:
    """In a number of queries that does not depend on how many initiatives there are."""
    asked = status_round(user, municipality, as_of)
    running = Initiative.objects.visible_to(user).current().filter(municipality=municipality).exclude(state__in=ENDED)
    mine = [row for row in (*asked.rows, *asked.drafts) if row.is_mine]
    keeps_all = municipality.pk in access_of(user).administered | access_of(user).managed_whole
    number = len(asked.waiting)
    waiting = ngettext("%(n)d status waits for your approval", "%(n)d statuses wait for your approval", number)
    return shapes.Work(
        municipality=municipality.name,
        code=municipality.code,
        mine=tuple(_Mine.of(user, running, mine, as_of).rows()) if mine else (),
        round_text=asked.count_text,
        number=len(asked.rows) + len(asked.drafts),
        waiting=number,
        waiting_text=waiting % {"n": number},
        lacks=tuple(_lacks(user, municipality, running, asked)) if keeps_all else (),
        keeps_all=keeps_all,
        starting=_starting(user, municipality),
    )


def _starting(user: User, municipality: Municipality) -> shapes.GettingStarted | None:
    if municipality.pk not in access_of(user).administered:
        return None
    found = getting_started(municipality)
    return None if found.is_done else found


def screen(row: Model) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


# --- Mine -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Mine:
    due: list[shapes.StatusDue]
    initiatives: Mapping[str, Initiative]
    headings: int
    texts: Mapping[int, int]
    milestones: Mapping[int, list[Activity]]
    has: Mapping[str, frozenset[int]]
    as_of: datetime.date

    @classmethod
    def of(cls, user: User, running: InitiativeQuerySet, due: list[shapes.StatusDue], as_of: datetime.date) -> _Mine:
        chosen = running.filter(reference__in=[row.reference for row in due]).select_related("municipality")
        initiatives = {row.reference: row for row in chosen}
        pks = [row.pk for row in initiatives.values()]
        ahead = Activity.objects.filter(
            initiative__in=pks, kind=ActivityKind.MILESTONE, period_end__isnull=False, state__in=WAITS
        )
        home = next(iter(initiatives.values())).municipality_id if initiatives else None
        return cls(
            due=due,
            initiatives=initiatives,
            headings=headings_in_use([home]).get(home, 0) if home else 0,
            texts=written_texts(pks),
            milestones=grouped(ahead.order_by("period_end", "pk"), lambda row: row.initiative_id),
            has={
                name: frozenset(rows.filter(initiative__in=pks).values_list("initiative", flat=True))
                for name, rows in parts(user).items()
            },
            as_of=as_of,
        )

    def rows(self) -> Iterator[shapes.MyInitiative]:
        for due in self.due:
            row = self.initiatives[due.reference]
            next_one = next(iter(self.milestones.get(row.pk, ())), None)
            end = next_one.period_end if next_one else None
            yield shapes.MyInitiative(
                due=due,
                edit_url=screen(row) if due.url else "",
                completeness_text=self._completeness(row),
                lacks=tuple(str(Part(name).label) for name, held in self.has.items() if row.pk not in held),
                deadline_text=f"{next_one.title}, {format_date(end)}" if next_one and end else "",
                is_late=bool(end and end < self.as_of),
            )

    def _completeness(self, row: Initiative) -> str:
        if not self.headings:
            return ""
        written = self.texts.get(row.pk, 0)
        return _("%(written)d of %(headings)d headings filled in") % {"written": written, "headings": self.headings}


# --- The whole portfolio --------------------------------------------------------------------------------------------


def _lacks(
    user: User, municipality: Municipality, running: InitiativeQuerySet, asked: shapes.StatusRound
) -> Iterator[shapes.Lack]:
    """Each with the list that shows all of them."""
    initiatives = running.select_related("municipality").order_by("sort_key", "pk")
    page = municipality.get_absolute_url()
    for part in Part:
        yield from _lack(part.value, lacking(part.value, initiatives, user), f"{page}?lacks={part.value}")
    if asked.due:
        yield _stale(municipality, asked)
    for name, drafts in _drafts(user, municipality).items():
        yield from _lack(name, drafts, _list_of_drafts(drafts.model, user, municipality))


def _stale(municipality: Municipality, asked: shapes.StatusRound) -> shapes.Lack:
    old = [shapes.Link(row.title, row.url or row.initiative_url) for row in asked.rows if row.is_due]
    url = f"{reverse('statuses', args=[municipality.code])}?vis=mangler"
    return _told("status", asked.due, old[:MOST_SHOWN], url)


def _list_of_drafts(model: type[Model], user: User, municipality: Municipality) -> str:
    """The administration's list of them; the municipality is chosen where the user works in several."""
    asked = {"posted_at__isnull": "True"} if model is Entry else {"approval__exact": Approval.DRAFT.value}
    if model is not Entry:
        asked["approved_at__isnull"] = "True"
    if len(access_of(user).staff) > 1:
        asked["municipality__id__exact"] = str(municipality.pk)
    return f"{reverse(f'admin:{model._meta.app_label}_{model._meta.model_name}_changelist')}?{urlencode(asked)}"


def _drafts(user: User, municipality: Municipality) -> dict[str, QuerySet[Any]]:
    """What waits until somebody approves or posts it."""
    waiting: dict[str, Any] = {
        "draft_initiatives": Initiative.objects.select_related("municipality"),
        "draft_strategies": Strategy.objects.all(),
        "draft_lines": BudgetLine.objects.all(),
        "draft_indicators": Indicator.objects.all(),
        "draft_measurements": Measurement.objects.select_related("indicator"),
        "draft_targets": Target.objects.select_related("indicator"),
    }
    found: dict[str, QuerySet[Any]] = {
        name: rows.approvable_by(user).current().unmerged().filter(municipality=municipality)
        for name, rows in waiting.items()
    }
    entries = Entry.objects.visible_to(user).filter(municipality=municipality, posted_at__isnull=True)
    return found | {"draft_entries": entries.select_related("line")}


def _lack(code: str, rows: QuerySet[Any], url: str) -> Iterator[shapes.Lack]:
    number = rows.count()
    if number:
        yield _told(code, number, [shapes.Link(str(row), screen(row)) for row in rows[:MOST_SHOWN]], url)


def _told(code: str, number: int, rows: Sequence[shapes.Link], url: str) -> shapes.Lack:
    rest = number - len(rows)
    more = ngettext("and %(n)d more", "and %(n)d more", rest) % {"n": rest} if rest > 0 else ""
    return shapes.Lack(code, str(LACKS[code] % {"n": number}), number, tuple(rows), more, url)
