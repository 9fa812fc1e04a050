"""Reads the database back as the documents print it. Nothing here opens a demonstration file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db import models

from budgets.models import BudgetLine, Entry, StatedTotal
from organisation.models import Provenance
from organisation.numbers import Unit

ORE_OF = {Unit.KR: 100, Unit.TKR: 100_000, Unit.MIO: 100_000_000}


def stated(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    return rows.filter(is_fictional=False)


def lines_of(code: str) -> models.QuerySet[BudgetLine]:
    return stated(BudgetLine.objects.filter(municipality__code=code)).order_by("position")


def entries_of(line: BudgetLine) -> list[Entry]:
    return list(stated(line.entries.all()).order_by("year"))


def in_unit(ore: int | None, unit: str, decimals: int = 0) -> str:
    """Øre back to the document's unit, printed without rounding; "-" is what is not stated."""
    if ore is None:
        return "-"
    scaled, rest = divmod(ore * 10**decimals, ORE_OF[Unit(unit)])
    assert rest == 0, f"{ore} øre cannot be printed with {decimals} decimals"
    whole, part = divmod(scaled, 10**decimals)
    grouped = f"{whole:,}".replace(",", ".")
    return f"{grouped},{part:0{decimals}d}" if decimals else grouped


def cell(fact: Entry | StatedTotal, decimals: int = 0) -> str:
    """The printed amount, which must be what the stored øre say."""
    assert fact.raw == in_unit(fact.amount_ore, fact.unit, decimals)
    return fact.raw


def table(rows: Iterable[Iterable[object]]) -> str:
    return "\n".join(" | ".join(str(one) for one in row) for row in rows)


def sources(row: models.Model) -> list[Provenance]:
    return list(Provenance.objects.of_row(row))


def source_lines(row: models.Model) -> set[int]:
    """Every line of the document that any source of the row names."""
    found: set[int] = set()
    for one in sources(row):
        for first, last in re.findall(r"L(\d+)(?:-L(\d+))?", one.line):
            found |= set(range(int(first), int(last or first) + 1))
    return found
