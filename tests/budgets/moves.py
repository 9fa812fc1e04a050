"""Movements without a database: what a test does not name has a dull value."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from budgets import ledger

CPH = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2018, 1, 1, tzinfo=CPH)
_numbers = count(1)


def moved(line: int, ore: int | None, **fields: Any) -> ledger.Movement:
    """An adopted, posted movement of 2018, known at New Year."""
    defaults: dict[str, Any] = {
        "key": (fields.get("kind", "entry"), next(_numbers), line),
        "year": 2018,
        "period": "",
        "kind": "original",
        "decision": "adopted",
        "state": "not_stated" if ore is None else "value" if ore else "zero",
        "price_level": "",
        "is_posted": True,
        "effective": date(2017, 10, 12),
        "recorded": NOW,
    }
    found = defaults | fields
    return ledger.Movement(line=line, ore=ore, **{"counts_as": found["kind"]} | found)


def transferred(
    number: int, ore: int, from_line: int | None, to_line: int | None, **fields: Any
) -> list[ledger.Movement]:
    """The legs of one transfer, as the ledger makes them."""
    ends = [(from_line, -ore, to_line), (to_line, ore, from_line)]
    return [
        moved(line, change, key=(ledger.TRANSFER, number, line), kind=ledger.TRANSFER, other_line=other, **fields)
        for line, change, other in ends
        if line is not None
    ]
