"""Search over everything in a municipality that the reader may see, one kind of row after the other.

Each word must be found: in names, codes, other spellings and texts, with Danish letters however they are typed; in an
amount as the document prints it, or as another way of writing the same amount.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, TextChoices
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from budgets.models import BudgetLine, Entry, FundingSource, StatedTotal, Statement
from indicators.models import Indicator, Instrument
from initiatives.models import (
    Initiative,
    InitiativeText,
    Involvement,
    InvolvementRole,
    Method,
    Objective,
    Strategy,
    TargetGroup,
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
    INDICATORS = "indikatorer", gettext_lazy("Indicators")
    LINES = "budgetlinjer", gettext_lazy("Budget lines")
    AMOUNTS = "beloeb", gettext_lazy("Amounts")
    SOURCES = "kilder", gettext_lazy("Funding sources")
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
        return self.worded(rows.visible_to(self.user).filter(municipality=self.home))

    def worded(self, rows: Any) -> Any:
        found = rows.order_by("sort_key", "pk")
        for word in self.words:
            found = found.filter(search_key__contains=word)
        return found


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
    found = Initiative.objects.visible_to(asked.user).filter(municipality=asked.home)
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
    for word in asked.typed.split():
        rows = rows.filter(Q(title__icontains=word) | Q(case_number__icontains=word))
    return rows.select_related("municipality"), lambda row: _hit(row, row.get_absolute_url(), row.case_number)


def _people(asked: _Asked) -> Found:
    """Colleagues, to who works in the municipality, with what each leads."""
    if asked.home.pk not in access_of(asked.user).staff:
        return User.objects.get_queryset().none(), lambda row: _hit(row, "", "")
    here = Membership.objects.filter(municipality=asked.home).values("user")
    rows = User.objects.visible_to(asked.user).filter(pk__in=here).order_by("search_key", "pk")
    for word in asked.words:
        rows = rows.filter(search_key__contains=word)
    return rows, lambda row: _hit(row, reverse("admin:organisation_user_change", args=[row.pk]), _led_by(row, asked))


def _led_by(person: User, asked: _Asked) -> str:
    owned = Involvement.objects.visible_to(asked.user).filter(user=person, role=InvolvementRole.OWNER)
    titles = [str(one.initiative) for one in owned.filter(municipality=asked.home).select_related("initiative")[:5]]
    return _("leads: %(titles)s") % {"titles": "; ".join(titles)} if titles else ""


def _amounts(asked: _Asked) -> Found:
    """Budget lines with an entry, a reading or a stated total that is printed so or comes to that."""
    rule, amount = Q(raw__icontains=asked.typed), _as_ore(asked.typed)
    if amount:
        rule |= Q(amount_ore__in=[amount, -amount])
    pks: set[int] = set()
    lines = BudgetLine.objects.visible_to(asked.user).filter(municipality=asked.home)
    if any(letter.isdigit() for letter in asked.typed):
        for model in (Entry, Statement, StatedTotal):
            facts = model.objects.visible_to(asked.user).filter(rule, municipality=asked.home, line__isnull=False)
            pks |= set(facts.values_list("line", flat=True))
    rows = lines.filter(pk__in=pks).order_by("sort_key", "pk")
    return rows, lambda row: _hit(row, _page("budget-line", asked, row.reference), _printed(row, rule, asked.user))


def _printed(line: BudgetLine, rule: Q, user: User) -> str:
    """The amounts of the line that were found, as they are printed."""
    found = [
        f"{fact}: {fact.raw or format_kroner(fact.amount_ore or 0)}"
        for model in (Entry, Statement, StatedTotal)
        for fact in model.objects.visible_to(user).filter(rule, line=line)[:3]
    ]
    return "; ".join(found)


def _as_ore(typed: str) -> int | None:
    try:
        return parse_amount(typed, "kr").ore
    except DanishNumberError:
        return None


def _page(name: str, asked: _Asked, reference: str) -> str:
    return reverse(name, args=[asked.home.code, reference])


def _hit(row: Any, url: str, about: str) -> shapes.Hit:
    return shapes.Hit(
        title=str(row),
        url=url,
        about=Truncator(about).chars(160),
        is_draft=getattr(row, "approval", "") == "draft",
        is_fictional=getattr(row, "is_fictional", False),
    )


FINDERS: dict[Kind, Finder] = {
    Kind.INITIATIVES: _initiatives,
    Kind.STRATEGIES: _strategies,
    Kind.OBJECTIVES: _objectives,
    Kind.INDICATORS: _indicators,
    Kind.LINES: _lines,
    Kind.AMOUNTS: _amounts,
    Kind.SOURCES: _sources,
    Kind.TARGET_GROUPS: _target_groups,
    Kind.METHODS: _methods,
    Kind.INSTRUMENTS: _instruments,
    Kind.BODIES: _bodies,
    Kind.PEOPLE: _people,
    Kind.REPORTS: _reports,
    Kind.DOCUMENTS: _documents,
}
