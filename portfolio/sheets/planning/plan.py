"""The plan of an import: what would be created, changed cell by cell, and left; and the rows that are then written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portfolio.sheets.understanding import Problem, Question, Severity, StatedTotal
from portfolio.sheets.understanding.problems import MOST_ERRORS


class Effect(TextChoices):
    CREATE = "create", _("new")
    CHANGE = "change", _("changed")
    LEAVE = "leave", _("unchanged")

    def counted(self, number: int) -> str:
        """The words after the number of rows: they agree with it."""
        if self is Effect.CREATE:
            return ngettext("new row", "new rows", number)
        if self is Effect.CHANGE:
            return ngettext("changed row", "changed rows", number)
        return ngettext("unchanged row", "unchanged rows", number)


# An enumeration is slow to be asked for its members, and every cell asks.
_LEAVE, _CHANGE = Effect.LEAVE, Effect.CHANGE


class CellChange(NamedTuple):
    """`old` is "" where nothing stood."""

    address: str
    heading: str
    old: str
    new: str


@dataclass(slots=True)
class RowPlan:
    """One row of the table; `number` counts from 1 as in the spreadsheet program."""

    number: int
    name: str
    effect: Effect = Effect.LEAVE
    cells: list[CellChange] = field(default_factory=list)

    def note(self, cell: CellChange) -> None:
        self.cells.append(cell)
        if self.effect is _LEAVE:
            self.effect = _CHANGE


class Fact(NamedTuple):
    """Which cell says what a row, or one field of it, says."""

    row: models.Model
    field: str
    cell: str
    quote: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a stated total is kept as the total of."""

    of: str
    is_new: bool
    is_changed: bool


class TooManyErrors(Exception):
    """The planning ends at this cell: nothing of the sheet can be imported as it is."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


@dataclass
class Plan:
    """`writes` are in the order in which they are written: what others point at first. `kept` are by the cell."""

    sheet: str
    rows: list[RowPlan] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    totals: tuple[StatedTotal, ...] = ()
    writes: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    corrections: int = 0
    complaints: int = 0
    kept: dict[str, Kept] = field(default_factory=dict)

    @property
    def errors(self) -> list[Problem]:
        return [one for one in self.problems if one.severity == Severity.ERROR]

    @property
    def warnings(self) -> list[Problem]:
        return [one for one in self.problems if one.severity == Severity.WARNING]

    def count(self, effect: Effect) -> int:
        return sum(row.effect is effect for row in self.rows)

    @property
    def may_be_confirmed(self) -> bool:
        return any(self.writes.values()) and not self.errors and not self.questions

    @cached_property
    def fingerprint(self) -> str:
        """Another one when anything that the preview showed has changed since. Of a plan that is made in full."""
        told = sha256()
        for part in self._told():
            told.update(part.encode())
        return told.hexdigest()

    def _told(self) -> Iterator[str]:
        for row in self.rows:
            cells = [f"\t{cell.address}\x1f{cell.old}\x1f{cell.new}" for cell in row.cells]
            yield f"\n{row.number} {row.effect.value} {row.name}{''.join(cells)}"
        yield from (f"\n{address} {kept.of} {kept.is_changed}" for address, kept in self.kept.items())
        yield from (f"\n{problem.severity} {problem.address} {problem.reason}" for problem in self.problems)

    def write(self, row: models.Model) -> None:
        self.writes.setdefault(type(row), []).append(row)

    def cite(self, row: models.Model, field_name: str, cell: str, quote: str) -> None:
        self.facts.append(Fact(row, field_name, cell, quote))

    def complain(self, address: str, raw: str, reason: str, advice: str) -> None:
        self.complaints += 1
        if self.complaints > MOST_ERRORS:
            raise TooManyErrors(address)
        self.problems.append(Problem(Severity.ERROR, self.sheet, address, raw, reason, advice))

    def warn(self, address: str, raw: str, reason: str, advice: str) -> None:
        self.problems.append(Problem(Severity.WARNING, self.sheet, address, raw, reason, advice))

    def in_order(self, models_first: Iterable[type[models.Model]]) -> None:
        """So that the rows of these models are written first, in this order."""
        for model in models_first:
            self.writes.setdefault(model, [])
