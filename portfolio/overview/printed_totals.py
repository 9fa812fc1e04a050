"""The totals that documents print, each with the lines and years that it is over."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from budgets.models import BudgetLine, StatedTotal
from initiatives.models import Initiative, Strategy
from organisation.models import Municipality, User
from portfolio.overview.rows import load
from portfolio.overview.tables import lines_of_total
from portfolio.overview.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class PrintedTotal:
    """`years` is None when the total is over all of them; `decision` is empty when the document does not say."""

    label: str
    ore: int | None
    lines: frozenset[int]
    years: frozenset[int] | None
    decision: str

    def holds(self, line: int, year: int | None) -> bool:
        """An amount for a period of several years is in the total of its line."""
        return line in self.lines and (self.years is None or year is None or year in self.years)


def printed_totals(user: User, municipality: Municipality, as_of: datetime.date) -> list[PrintedTotal]:
    """Those of the municipality that the user sees. The same number of queries however many there are."""
    viewpoint = Viewpoint(user, municipality, as_of)
    strategies = Strategy.objects.visible_to(user).filter(municipality=municipality)
    lines = BudgetLine.objects.filter(municipality=municipality)
    rows = load(viewpoint, Initiative.objects.all(), strategies, lines_too=lines)
    totals = StatedTotal.objects.filter(pk__in=[total.pk for total in rows.money.totals])
    return [
        PrintedTotal(
            label=_("%(subject)s: %(label)s") % {"subject": _subject(total), "label": total.label},
            ore=total.amount_ore,
            lines=frozenset(lines_of_total(rows, total)),
            years=_years(total.period.years),
            decision=total.decision_state,
        )
        for total in totals.select_related("line", "initiative", "objective", "strategy").order_by("reference")
    ]


def _subject(total: StatedTotal) -> str:
    """What it is a total of: its own label may be no more than “2017-2020”."""
    return str(total.line or total.initiative or total.objective or total.strategy)


def _years(years: Iterable[int] | None) -> frozenset[int] | None:
    return None if years is None else frozenset(years)
