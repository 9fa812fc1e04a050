"""Search over everything in a municipality that the reader may see, one kind of row after the other.

Each word must be found: in names, codes, other spellings and texts, with Danish letters however they are typed; in an
amount as the document prints it, or as another way of writing the same amount.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet, TextChoices
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from budgets.models import BudgetLine, Entry, FundingSource, StatedTotal, Statement
from indicators.models import Indicator, Instrument
from initiatives.models import (
    Activity,
    Event,
    FollowUpMeasure,
    Initiative,
    InitiativeText,
    Involvement,
    InvolvementRole,
    Method,
    Objective,
    Outcome,
    StatusUpdate,
    Strategy,
    TargetGroup,
    UpdateState,
)
from organisation.access import access_of
from organisation.models import Body, Document, Membership, Municipality, User
from organisation.numbers import DanishNumberError, format_kroner, parse_amount
from organisation.sorting import search_key
from portfolio.overview import shapes
from portfolio.reports.models import Report


class Kind(TextChoices):
    """In the order in which they are shown; the values stand in addresses."""

    INITIATIVES = "indsatser", gettext_lazy("Initiatives")
    STRATEGIES = "strategier", gettext_lazy("Strategies and plans")
    OBJECTIVES = "maal", gettext_lazy("Objectives")
    ACTIVITIES = "aktiviteter", gettext_lazy("Activities and milestones")
    STATUSES = "statusser", gettext_lazy("Status updates")
    INDICATORS = "indikatorer", gettext_lazy("Indicators")
    LINES = "budgetlinjer", gettext_lazy("Budget lines")
    AMOUNTS = "beloeb", gettext_lazy("Amounts")
    SOURCES = "kilder", gettext_lazy("Funding sources")
    EVENTS = "beslutninger", gettext_lazy("Decisions and events")
    FOLLOW_UPS = "opfoelgning", gettext_lazy("Follow-up")
    TARGET_GROUPS = "maalgrupper", gettext_lazy("Target groups")
    METHODS = "metoder", gettext_lazy("Methods")
    INSTRUMENTS = "instrumenter", gettext_lazy("Instruments")
    BODIES = "udvalg", gettext_lazy("Committees, departments and partners")
    PEOPLE = "personer", gettext_lazy("People")
    REPORTS = "rapporter", gettext_lazy("Reports")
    DOCUMENTS = "dokumenter", gettext_lazy("Documents")


@dataclass(frozen=True)
class _Asked:
    user: User
    home: Municipality
    words: tuple[str, ...]
    typed: str

    def named(self, rows: Any) -> Any:
        """Rows of the municipality whose search key holds every word."""
        return self.worded(self.seen(rows))

    def worded(self, rows: Any) -> Any:
        found = rows.order_by("sort_key", "pk")
        for word in self.words:
            found = found.filter(search_key__contains=word)
        return found

    def seen(self, rows: Any) -> Any:
        return rows.visible_to(self.user).filter(municipality=self.home)

    def said(self, rows: Any, *roots: str) -> Any:
        """Rows that themselves say one of the words at least, and with what they stand under all of them."""
        found, own = self.seen(rows), Q()
        for word in self.words:
            own |= Q(search_key__contains=word)
            under = [Q(**{f"{root}__search_key__contains": word}) for root in roots]
            found = found.filter(functools.reduce(operator.or_, under, Q(search_key__contains=word)))
        return found.filter(own).select_related(*roots)


Found = tuple[QuerySet[Any], Callable[[Any], shapes.Hit]]
Finder = Callable[[_Asked], Found]


def search(user: User, home: Municipality, typed: str) -> dict[str, Hits]:
    """What each kind of row holds; nothing for a search without a word."""
    asked = _Asked(user, home, tuple(search_key(typed).split()), typed.strip())
    return {kind.value: Hits(*finder(asked)) for kind, finder in FINDERS.items()} if asked.words else {}


@dataclass(frozen=True)
class Hits:
    """Rows of one kind; those of a page are read and told when they are asked for."""

    rows: QuerySet[Any]
    tell: Callable[[Any], shapes.Hit]

    def count(self) -> int:
        return self.rows.count()

    def some(self, start: int, end: int) -> list[shapes.Hit]:
        return [self.tell(row) for row in self.rows[start:end]]


def _initiatives(asked: _Asked) -> Found:
    """By their own words or those of their texts, each word in either."""
    found = asked.seen(Initiative.objects)
    texts = InitiativeText.objects.filter(municipality=asked.home)
    for word in asked.words:
        found = found.filter(
            Q(search_key__contains=word) | Q(pk__in=texts.filter(search_key__contains=word).values("initiative"))
        )
    rows = found.select_related("municipality").order_by("sort_key", "pk")
    return rows, lambda row: _hit(row, row.get_absolute_url(), row.summary)


def _strategies(asked: _Asked) -> Found:
    rows = asked.named(Strategy.objects).select_related("municipality")
    return rows, lambda row: _hit(row, row.get_absolute_url(), row.summary)


def _objectives(asked: _Asked) -> Found:
    rows = asked.named(Objective.objects).select_related("strategy")
    return rows, lambda row: _hit(row, _page("objective", asked, row.reference), str(row.strategy))


def _activities(asked: _Asked) -> Found:
    rows = asked.said(Activity.objects, "initiative").order_by("initiative__sort_key", "initiative", "position", "pk")

    def tell(row: Activity) -> shapes.Hit:
        page = f"{_page('initiative', asked, row.initiative.reference)}#activities"
        return _hit(row, page, _joined(str(row.initiative), row.period_text, row.get_state_display()))

    return rows, tell


def _statuses(asked: _Asked) -> Found:
    """To staff also those that nobody has approved yet, which stand in the administration alone."""
    rows = asked.said(StatusUpdate.objects, "initiative").order_by("-as_of", "initiative__sort_key", "-pk")

    def tell(row: StatusUpdate) -> shapes.Hit:
        is_approved = row.state == UpdateState.APPROVED
        page = f"{_page('initiative', asked, row.initiative.reference)}#status"
        screen = reverse("admin:initiatives_statusupdate_change", args=[row.pk])
        about = _joined(row.text, row.reason, row.action)
        return _hit(row, page if is_approved else screen, about, is_draft=not is_approved)

    return rows, tell


def _events(asked: _Asked) -> Found:
    rows = asked.said(Event.objects, "strategy").order_by(F("effective_start").desc(nulls_last=True), "title", "pk")
    links = Prefetch("initiatives", queryset=asked.seen(Initiative.objects).order_by("sort_key"), to_attr="seen_here")

    def tell(row: Any) -> shapes.Hit:
        outcome = "" if row.outcome == Outcome.NOT_STATED else row.get_outcome_display()
        about = _joined(row.get_kind_display(), row.effective_text, str(row.body or ""), outcome)
        return _hit(row, _where(row, asked, "events", row.seen_here), about)

    return rows.select_related("strategy", "body").prefetch_related(links), tell


def _where(row: Any, asked: _Asked, place: str, initiatives: Sequence[Initiative]) -> str:
    """The place of the page on which the row stands: its strategy's, its initiative's, or the year's."""
    if row.strategy:
        return f"{_page('strategy', asked, row.strategy.reference)}#{place}"
    if initiatives:
        return f"{_page('initiative', asked, initiatives[0].reference)}#{place}"
    year = getattr(row, "effective_start", None)
    return reverse("calendar", args=[asked.home.code]) + (f"?year={year.year}" if year else "#undated")


def _follow_ups(asked: _Asked) -> Found:
    rows = asked.said(FollowUpMeasure.objects, "initiative", "strategy").order_by("title", "pk")

    def tell(row: FollowUpMeasure) -> shapes.Hit:
        page = _where(row, asked, "follow-up", [row.initiative] if row.initiative else [])
        before = _("before %(body)s") % {"body": row.recipient} if row.recipient else ""
        return _hit(row, page, _joined(str(row.initiative or row.strategy or ""), row.get_cadence_display(), before))

    return rows.select_related("initiative", "strategy", "recipient"), tell


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _indicators(asked: _Asked) -> Found:
    rows = asked.named(Indicator.objects).select_related("municipality")
    return rows, lambda row: _hit(row, row.get_absolute_url(), row.question)


def _lines(asked: _Asked) -> Found:
    rows = asked.named(BudgetLine.objects)
    return rows, lambda row: _hit(row, _page("budget-line", asked, row.reference), row.code)


def _sources(asked: _Asked) -> Found:
    rows = asked.named(FundingSource.objects)
    return rows, lambda row: _hit(row, _page("funding-source", asked, row.reference), row.giver)


def _target_groups(asked: _Asked) -> Found:
    rows = asked.named(TargetGroup.objects).select_related("municipality")
    return rows, lambda row: _hit(row, row.get_absolute_url(), "")


def _methods(asked: _Asked) -> Found:
    """Of the catalogue that all municipalities share."""
    rows = asked.worded(Method.objects.visible_to(asked.user))
    return rows, lambda row: _hit(row, _page("method", asked, row.reference), row.description)


def _instruments(asked: _Asked) -> Found:
    rows = asked.worded(Instrument.objects.visible_to(asked.user))
    return rows, lambda row: _hit(row, reverse("instrument", args=[row.reference]), row.question)


def _bodies(asked: _Asked) -> Found:
    rows = asked.named(Body.objects)
    return rows, lambda row: _hit(row, _page("body", asked, row.reference), row.get_kind_display())


def _documents(asked: _Asked) -> Found:
    rows = asked.named(Document.objects).select_related("municipality")
    works_here = asked.home.pk in access_of(asked.user).staff

    def tell(row: Document) -> shapes.Hit:
        screen = reverse("admin:organisation_document_change", args=[row.pk]) if works_here else ""
        return _hit(row, screen or (row.get_file_url() if row.file else row.url), row.case_number)

    return rows, tell


def _reports(asked: _Asked) -> Found:
    rows = Report.objects.visible_to(asked.user).filter(municipality=asked.home).defer("snapshot")
    # A frozen report takes no key of its own any more; a municipality makes some dozens of them in a year.
    keys = {pk: search_key(" ".join(said)) for pk, *said in rows.values_list("pk", "title", "case_number")}
    rows = rows.filter(pk__in=[pk for pk, key in keys.items() if all(word in key for word in asked.words)])
    return rows.select_related("municipality"), lambda row: _hit(row, row.get_absolute_url(), row.case_number)


def _people(asked: _Asked) -> Found:
    """Colleagues, to who works in the municipality, with what each leads."""
    if asked.home.pk not in access_of(asked.user).staff:
        return User.objects.get_queryset().none(), lambda row: _hit(row, "", "")
    here = Membership.objects.filter(municipality=asked.home).values("user")
    rows = User.objects.visible_to(asked.user).filter(pk__in=here).order_by("search_key", "pk")
    for word in asked.words:
        rows = rows.filter(search_key__contains=word)
    owned = asked.seen(Involvement.objects).filter(role=InvolvementRole.OWNER).select_related("initiative")
    rows = rows.prefetch_related(Prefetch("involvements", queryset=owned, to_attr="leads"))
    return rows, lambda row: _hit(row, reverse("admin:organisation_user_change", args=[row.pk]), _led(row.leads[:5]))


def _led(owned: Sequence[Involvement]) -> str:
    titles = "; ".join(str(one.initiative) for one in owned)
    return _("leads: %(titles)s") % {"titles": titles} if titles else ""


def _amounts(asked: _Asked) -> Found:
    """Budget lines with an entry, a reading or a stated total that is printed so or comes to that."""
    rule, amount = Q(raw__icontains=asked.typed), _as_ore(asked.typed)
    if amount:
        rule |= Q(amount_ore__in=[amount, -amount])
    pks: set[int] = set()
    facts = {
        model: asked.seen(model.objects).filter(rule, line__isnull=False) for model in (Entry, Statement, StatedTotal)
    }
    if any(letter.isdigit() for letter in asked.typed):
        for found in facts.values():
            pks |= set(found.values_list("line", flat=True))
    rows = asked.seen(BudgetLine.objects).filter(pk__in=pks).order_by("sort_key", "pk")
    rows = rows.prefetch_related(
        Prefetch("entries", queryset=facts[Entry], to_attr="found_entries"),
        Prefetch("statements", queryset=facts[Statement], to_attr="found_statements"),
        Prefetch("stated_totals", queryset=facts[StatedTotal], to_attr="found_totals"),
    )
    return rows, lambda row: _hit(row, _page("budget-line", asked, row.reference), _printed(row))


def _printed(line: Any) -> str:
    """The amounts of the line that were found, as they are printed."""
    found = [*line.found_entries[:3], *line.found_statements[:3], *line.found_totals[:3]]
    return "; ".join(f"{fact}: {fact.raw or format_kroner(fact.amount_ore or 0)}" for fact in found)


def _as_ore(typed: str) -> int | None:
    try:
        return parse_amount(typed, "kr").ore
    except DanishNumberError:
        return None


def _page(name: str, asked: _Asked, reference: str) -> str:
    return reverse(name, args=[asked.home.code, reference])


def _hit(row: Any, url: str, about: str, *, is_draft: bool = False) -> shapes.Hit:
    return shapes.Hit(
        title=str(row),
        url=url,
        about=Truncator(about).chars(160),
        is_draft=is_draft or getattr(row, "approval", "") == "draft",
        is_fictional=getattr(row, "is_fictional", False),
    )


FINDERS: dict[Kind, Finder] = {
    Kind.INITIATIVES: _initiatives,
    Kind.STRATEGIES: _strategies,
    Kind.OBJECTIVES: _objectives,
    Kind.ACTIVITIES: _activities,
    Kind.STATUSES: _statuses,
    Kind.INDICATORS: _indicators,
    Kind.LINES: _lines,
    Kind.AMOUNTS: _amounts,
    Kind.SOURCES: _sources,
    Kind.EVENTS: _events,
    Kind.FOLLOW_UPS: _follow_ups,
    Kind.TARGET_GROUPS: _target_groups,
    Kind.METHODS: _methods,
    Kind.INSTRUMENTS: _instruments,
    Kind.BODIES: _bodies,
    Kind.PEOPLE: _people,
    Kind.REPORTS: _reports,
    Kind.DOCUMENTS: _documents,
}
