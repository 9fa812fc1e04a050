"""The grid of a budget follow-up: forecast and actual of a department's lines, beside what was said last time."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from budgets import follow_up
from budgets.entering import (
    AmountsRefusedError,
    Outcome,
    RoundTerms,
    Standing,
    Wanted,
    read,
    reading_standing,
    set_readings,
)
from budgets.forms import typed_amount
from budgets.models import BudgetLine, LineInitiative, Statement, StatementKind
from budgets.year_sums import YearSum, revised_by_line, revised_sum, usual_year
from initiatives.models import Initiative, Involvement, InvolvementRole
from organisation.models import Body, Municipality, User
from organisation.printing import format_date
from organisation.units import Unit
from portfolio.budgeting.cells import Cell, Grid, Row, make_cell, revised_text, running
from portfolio.budgeting.entry_grid import state_of

KINDS = (StatementKind.ACTUAL, StatementKind.FORECAST)


def departments(user: User, municipality: Municipality) -> list[Body]:
    """The bodies that own initiatives which the user sees."""
    seen = Initiative.objects.visible_to(user).filter(municipality=municipality)
    owners = Involvement.objects.filter(initiative__in=seen, role=InvolvementRole.OWNER).values("body")
    return list(Body.objects.visible_to(user).filter(pk__in=owners).order_by("sort_key"))


def lines_of(lines: QuerySet[BudgetLine], department: Body | None) -> QuerySet[BudgetLine]:
    """The lines that serve an initiative of the department or of a unit below it; without one, all of them."""
    if department is None:
        return lines
    bodies = Body.objects.with_everything_below([department.pk])
    owned = Involvement.objects.filter(role=InvolvementRole.OWNER, body__in=bodies).values("initiative")
    return lines.filter(pk__in=LineInitiative.objects.filter(initiative__in=owned).values("line"))


def usual_choices(municipality: Municipality, today: datetime.date) -> dict[str, Any]:
    """The year that the budget's own page shows as a rule; a new round after the last one of the year, booked to the
    end of the month before. Before anything is adopted or posted, the year in which somebody has begun.
    """
    rows = Statement.objects.filter(municipality=municipality)
    lines = BudgetLine.objects.filter(municipality=municipality)
    year = usual_year(lines, as_of=today) or rows.aggregate(last=Max("year"))["last"] or today.year
    latest = rows.filter(year=year).order_by("as_of", "pk").last() or rows.order_by("year", "as_of", "pk").last()
    as_of = _usual_day(rows.filter(year=year), year, today)
    return {
        "year": year,
        "round": f"BO{_next_round(rows, year)} {year}",
        "as_of": as_of.isoformat(),
        "up_to": min(_booked_to(as_of), datetime.date(year, 12, 31)).isoformat(),
        "unit": latest.unit if latest else Unit.TKR.value,
        "price_level": (latest.price_level if latest else "") or None,
    }


def _usual_day(rows: QuerySet[Statement], year: int, today: datetime.date) -> datetime.date:
    """Today within the year and the month after it; of a year that is over its last day, or that of a later reading."""
    if today <= datetime.date(year + 1, 1, 31):
        return today
    last = rows.aggregate(day=Max("as_of"))["day"]
    return max(datetime.date(year, 12, 31), last or datetime.date.min)


def _booked_to(day: datetime.date) -> datetime.date:
    """The end of the last month that is over on the day."""
    tomorrow = day + datetime.timedelta(days=1)
    return tomorrow.replace(day=1) - datetime.timedelta(days=1)


def _next_round(rows: QuerySet[Statement], year: int) -> int:
    """One more than the highest of BO1, BO2 … of the year."""
    names = rows.filter(year=year).order_by().values_list("follow_up_round", flat=True).distinct()
    numbers = [int(found[1]) for name in names if (found := re.match(r"BO ?(\d{1,2})\b", name))]
    return max(numbers, default=0) + 1


@dataclass
class RoundGrid:
    """What is typed comes as `data`; without it the grid shows what stands."""

    lines: Sequence[BudgetLine]
    terms: RoundTerms
    data: Mapping[str, str] | None = None
    cells: dict[tuple[int, str], Cell] = field(default_factory=dict)

    def grid(self) -> Grid:
        pks = [line.pk for line in self.lines]
        standing = reading_standing(pks, self.terms)
        before = self._before(pks)
        budgets = revised_by_line(pks, self.terms.year, as_of=self.terms.as_of)
        rows = [self._row(number, line, standing, before, budgets) for number, line in enumerate(self.lines)]
        unit = self.terms.unit
        columns = [str(kind.label).capitalize() for kind in KINDS]
        totals = [running(heading, [row.cells[at] for row in rows], unit) for at, heading in enumerate(columns)]
        whole = revised_sum(BudgetLine.objects.filter(pk__in=pks), self.terms.year, as_of=self.terms.as_of)
        return Grid(
            unit=unit,
            columns=columns,
            rows=rows,
            totals=totals,
            beside_heading=_("Revised budget"),
            beside_total=revised_text(whole if budgets else None, unit),
        )

    def _before(self, pks: list[int]) -> dict[tuple[int, int, str], Statement]:
        """The readings that counted before this round."""
        rows = Statement.objects.posted().on_or_before(self.terms.as_of).filter(line__in=pks, year=self.terms.year)
        others = rows.exclude(follow_up_round=self.terms.name, as_of=self.terms.as_of)
        return follow_up.latest(others, as_of=self.terms.as_of)

    def _row(
        self,
        number: int,
        line: BudgetLine,
        standing: Mapping[tuple[int, str], Standing[Statement]],
        before: Mapping[tuple[int, int, str], Statement],
        budgets: Mapping[int, YearSum],
    ) -> Row:
        cells = []
        for at, kind in enumerate(KINDS):
            place = (f"{kind.value}-{line.pk}", f"{line}, {kind.label}")
            stands = standing[line.pk, kind]
            cell = make_cell(place, (number, at), read(stands), self.terms.unit, self.data)
            cell.state = state_of(stands)
            cell.beside = self._last_time(before.get((line.pk, self.terms.year, kind)))
            self.cells[line.pk, kind] = cell
            cells.append(cell)
        return Row(line, cells, beside=revised_text(budgets.get(line.pk), self.terms.unit))

    def _last_time(self, found: Statement | None) -> str:
        if found is None:
            return _("not stated before")
        amount = _("not stated") if found.amount_ore is None else typed_amount(found.amount_ore, self.terms.unit)
        when = found.follow_up_round or format_date(found.as_of)
        return _("last time %(amount)s (%(when)s)") % {"amount": amount, "when": when}


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A line with a budget but no posted forecast in the round, and the page of the grid on which it is answered."""

    line: BudgetLine
    page: int


@dataclass(frozen=True, slots=True)
class Answers:
    """`asked` counts the lines with a budget of the year; as in budgets.rounds, the others are not asked.

    `without_sum` counts those that say no amount, or amounts that are not added, and are not asked either.
    """

    asked: int
    unanswered: Sequence[Unanswered]
    without_sum: int


def answers(lines: QuerySet[BudgetLine], terms: RoundTerms, *, on_a_page: int) -> Answers:
    """Of all the lines in their order, on every page."""
    of_round = Statement.objects.posted().filter(
        line=OuterRef("pk"), kind=StatementKind.FORECAST, year=terms.year, follow_up_round=terms.name, as_of=terms.as_of
    )
    newest = of_round.order_by("-posted_at", "-pk").values("amount_ore")[:1]
    rows = list(lines.annotate(expected=Subquery(newest)).only("code", "name"))
    budgets = revised_by_line([row.pk for row in rows], terms.year, as_of=terms.as_of)
    budgeted = {line for line, budget in budgets.items() if budget.ore is not None}
    asked = [(1 + at // on_a_page, row) for at, row in enumerate(rows) if row.pk in budgeted]
    unanswered = [Unanswered(row, page) for page, row in asked if row.expected is None]
    return Answers(len(asked), unanswered, len(budgets) - len(budgeted))


def save(grid: RoundGrid, *, by: User, reason: str, is_posted: bool) -> Outcome | None:
    """None when a cell is wrong: then the cells say what, and nothing is written."""
    wanted: dict[tuple[int, str], Wanted] = {
        place: cell.wanted for place, cell in grid.cells.items() if cell.wanted is not None
    }
    if any(cell.problems for cell in grid.cells.values()):
        return None
    try:
        return set_readings(wanted=wanted, terms=grid.terms, by=by, reason=reason, is_posted=is_posted)
    except AmountsRefusedError as refused:
        for place, problems in refused.problems.items():
            grid.cells[place].problems = problems  # type: ignore[index]  # the places are those of the cells
        return None
