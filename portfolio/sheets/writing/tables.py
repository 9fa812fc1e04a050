"""What is written: a book of tables, whose columns have a heading for people and a stable English key for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import Protocol, Self, runtime_checkable

from organisation.units import Unit


class Kind(StrEnum):
    """What stands in a column. A column of figures may hold words where there is no figure."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    MONEY = "money"
    NUMBER = "number"
    DATE = "date"
    YEAR = "year"


FIGURES = frozenset({Kind.MONEY, Kind.NUMBER, Kind.DATE, Kind.YEAR})


@dataclass(frozen=True, slots=True)
class Words:
    """A choice or a missing figure: its words for people, its code for machines."""

    text: str
    code: str


@dataclass(frozen=True, slots=True)
class Percent:
    """49 is 49 %."""

    value: Decimal


Value = str | int | Decimal | date | Words | Percent | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """Whole numbers under MONEY are øre, shown in `unit` and given to machines in kroner.

    `decimals` are the fewest that are shown; a figure that needs more gets them. `is_always_known`: machines get no
    column beside it that says why there is no figure. `is_for_machines`: people have the same in words beside it.
    """

    key: str
    heading: str
    kind: Kind = Kind.TEXT
    unit: Unit = Unit.KR
    decimals: int = 0
    width: int = 0
    is_always_known: bool = False
    is_for_machines: bool = False

    @property
    def has_state(self) -> bool:
        return self.kind in FIGURES and not self.is_always_known

    @property
    def shown_width(self) -> int:
        """In characters."""
        usual = {Kind.TEXT: 24, Kind.LONG_TEXT: 60, Kind.MONEY: 16, Kind.NUMBER: 14, Kind.DATE: 14, Kind.YEAR: 10}
        # A heading breaks between its words, and the filter's button takes a little room.
        longest = max((len(word) for word in self.heading.split()), default=0) + 3
        return max(self.width or usual[self.kind], longest)


Row = Sequence[Value]
Block = Sequence[Sequence[Value]]
"""Some rows at once, a sequence a column."""
_AT_ONCE = 2_000


@runtime_checkable
class InBlocks(Protocol):
    """Rows that can be read a column at a time: of a large list that takes a third of the time."""

    def only(self, places: Sequence[int]) -> Self: ...

    def blocks(self) -> Iterator[Block]: ...


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is the sheet's, in the reader's language; `key` names the table to machines. The rows are read once."""

    key: str
    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    notes: tuple[str, ...] = ()

    @property
    def for_people(self) -> Table:
        kept = [place for place, column in enumerate(self.columns) if not column.is_for_machines]
        if len(kept) == len(self.columns):
            return self
        columns = tuple(self.columns[place] for place in kept)
        if isinstance(self.rows, InBlocks):
            return replace(self, columns=columns, rows=self.rows.only(kept))
        return replace(self, columns=columns, rows=([row[place] for place in kept] for row in self.rows))

    def blocks(self) -> Iterator[Block]:
        """All rows, none of the blocks empty."""
        if isinstance(self.rows, InBlocks):
            yield from self.rows.blocks()
            return
        rows = iter(self.rows)
        while found := list(islice(rows, _AT_ONCE)):
            yield list(zip(*found, strict=True))


@dataclass(frozen=True, slots=True)
class Book:
    """`facts` are (label, text) for the first sheet: what it is, of whom, as of when, from where, for whom."""

    title: str
    file_name: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    author: str = ""
    language: str = "da"
