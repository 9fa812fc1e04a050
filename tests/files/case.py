"""What a case of a table is, and the small table that most of them are a variation of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from organisation.units import Unit
from portfolio.sheets.understanding import Correction, TableKind


@dataclass(frozen=True)
class Case:
    name: str
    make: Callable[[], bytes]
    kind: TableKind
    records: tuple[str, ...]
    totals: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    unit: Unit | None = Unit.TKR
    correction: Correction = field(default_factory=Correction)
    sheet: int = 0


TKR = Correction(unit=Unit.TKR)
WIDE, LONG, FOLLOW = TableKind.BUDGET_WIDE, TableKind.BUDGET_LONG, TableKind.FOLLOW_UP
HEAD = ["Nr.", "Titel", "2017", "2018"]
ROWS = [["SO8", "Frivillighed på tværs", "2.000", "2.000"], ["SO9", "Ældre og ensomhed", "3.000", "0"]]
SAID = (
    "2 SO8 Frivillighed på tværs | 2017=2000000 2018=2000000",
    "3 SO9 Ældre og ensomhed | 2017=3000000 2018=0",
)


def moved(lines: tuple[str, ...], rows: int) -> tuple[str, ...]:
    return tuple(f"{int(line.split()[0]) + rows} {line.split(' ', 1)[1]}" for line in lines)


def numbers(rows: list[list[str]]) -> list[list[str | int]]:
    return [[*row[:2], *(int(amount.replace(".", "")) for amount in row[2:])] for row in rows]
