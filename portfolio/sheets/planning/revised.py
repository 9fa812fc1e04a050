"""Revised budgets that a follow-up states: drafts of a change that nobody has specified, until its decisions are there.

The rules in words:
- The figure is the revised budget of the day of the follow-up; after the end of the year, of its last day.
- What the amounts that stand, or those of the same sheet, already come to needs nothing stated.
- Otherwise a draft states the figure. It comes to what is missing on the day it is posted, so that it does not matter
  which of the drafts is posted first. A day has one stated figure: a later one corrects it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from budgets.ledger import Movement, Refusal, Revised, counting, movements, revised
from budgets.models import BudgetLine, DecisionState, Entry, EntryKind, Transfer
from budgets.stating import stated_draft
from organisation.numbers import format_exact_amount
from organisation.printing import format_date
from organisation.units import Unit
from portfolio.sheets.planning.places import Places, key_of
from portfolio.sheets.planning.task import Task
from portfolio.sheets.understanding import Column, Record


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says the revised budget of a line is, in øre."""

    line: BudgetLine
    record: Record
    column: Column
    ore: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Stating:
    """A draft to write, and the figure that it takes the place of; None where there is none."""

    draft: Entry
    before: int | None
    is_correction: bool


class RevisedPlanner:
    """`drafts` are the budget's drafts as they will stand, new ones too."""

    def __init__(self, task: Task, places: Places, drafts: Sequence[Entry]) -> None:
        self.task, self.places = task, places
        home = task.municipality
        entries = Entry.objects.filter(municipality=home).select_related("decision").order_by("pk")
        transfers = Transfer.objects.filter(municipality=home).select_related("decision").order_by("pk")
        self._posted: dict[tuple[int, int | None], list[Movement]] = defaultdict(list)
        for movement in counting(movements(entries, transfers)):
            self._posted[movement.line, movement.year].append(movement)
        self._coming: dict[tuple[int, int | None], int] = defaultdict(int)
        for draft in drafts:
            if draft.decision_state == DecisionState.ADOPTED and draft.states_ore is None:
                self._coming[key_of(draft.line), draft.year] += draft.amount_ore or 0
        self._stated: dict[tuple[int, int | None, date | None], list[Entry]] = defaultdict(list)
        stated = [entry for entry in entries if entry.states_ore is not None or entry.kind == EntryKind.UNSPECIFIED]
        for entry in stated:
            self._stated[entry.line_id, entry.year, entry.effective_start].append(entry)

    def state(self, said: Said) -> Stating | None:
        """None when nothing need be stated. Raises ValidationError with what is wrong."""
        year, day = self._year_and_day(said)
        place = (key_of(said.line), year)
        now, whole = self._computed(place, day), self._computed(place, None)
        of_day = self._stated[(*place, day)]
        draft = next((entry for entry in of_day if not entry.is_posted and entry.states_ore is not None), None)
        if draft is not None:
            if draft.states_ore == said.ore:
                return None
            self.places.refuse_without_day(said.record)
            return self._mended(draft, said, now, place)
        known = {one.ore for one in (now, whole) if one.is_adopted}
        if place in self._coming:
            known.add((now.ore or 0) + self._coming[place])
        if said.ore in known:
            return None
        self.places.refuse_without_day(said.record)
        before = next((entry for entry in of_day if entry.is_posted and entry.kind == EntryKind.UNSPECIFIED), None)
        fresh = self._fresh(said, year, day, now.price_level)
        made = stated_draft(fresh, before, said.ore, self._difference(said, now, place), note=self._note(said, day))
        return Stating(made, now.ore, before is not None)

    def _mended(self, draft: Entry, said: Said, now: Revised, place: tuple[int, int | None]) -> Stating:
        before, day = draft.states_ore, draft.effective_start or date(draft.year or 1, 12, 31)
        made = stated_draft(draft, None, said.ore, self._difference(said, now, place), note=self._note(said, day))
        made.unit = said.unit
        return Stating(made, before, is_correction=False)

    def _difference(self, said: Said, now: Revised, place: tuple[int, int | None]) -> int:
        return said.ore - (now.ore or 0) - self._coming.get(place, 0)

    def _year_and_day(self, said: Said) -> tuple[int, date]:
        year, day = self.places.day_of(said.record, said.column)
        if day.year < year:
            raise ValidationError(_("The day of a stated revised budget lies in the budget year."))
        # A closed year's revised budget does not change any more.
        return year, min(day, date(year, 12, 31))

    def _computed(self, place: tuple[int, int | None], day: date | None) -> Revised:
        found = revised(counting(self._posted.get(place, []), as_of=day))
        if isinstance(found, Refusal):
            raise ValidationError(
                _("The line's amounts are of different price levels, so they have no revised budget.")
            )
        return found

    def _fresh(self, said: Said, year: int, day: date, price_level: str) -> Entry:
        return Entry(
            municipality=self.task.municipality,
            line=said.line,
            kind=EntryKind.UNSPECIFIED,
            year=year,
            period_text=str(year),
            effective_text=f"{day:%d-%m-%Y}",
            decision_state=DecisionState.ADOPTED,
            price_level=price_level or self.places.price_level(said.record, said.column),
            unit=said.unit,
        )

    def _note(self, said: Said, day: date) -> str:
        words = {"amount": format_exact_amount(said.ore, said.unit), "day": format_date(day)}
        return _("Revised budget stated as %(amount)s on %(day)s in a sheet.") % words
