"""Every amount that the documents print is in the database, and no other without the mark of fiction."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from typing import TypedDict

import pytest

from budgets.models import Entry, EntryPart, StatedTotal
from portfolio.demo.files import FOLDER
from tests.portfolio.demo.reading import ORE_OF, source_lines

pytestmark = pytest.mark.usefixtures("loaded")

UNITS = {"t.kr.": "tkr", "kr.": "kr", "mio. kr.": "mio"}
STATES = {"value": "value", "zero": "zero", "not_stated": "not_stated", "zero_financed_elsewhere": "financed_elsewhere"}
DECISIONS = {"forslag i budgetpakke": "proposed", "foreslået": "proposed", "prioriteret, til høring": "in_hearing"}
PARTS = {"A3-a": "etableringsomkostninger", "A3-b": "lønudgifter"}
Fact = Entry | EntryPart | StatedTotal


class Amount(TypedDict):
    kommunekode: str
    line_key: str
    period: str
    raw: str
    value: str
    unit: str
    unit_origin: str
    value_state: str
    kind: str
    decision_state: str
    financing: str
    source_line: str


def amounts() -> Iterator[Amount]:
    with (FOLDER / "amounts.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def found(row: Amount) -> Fact:
    """The one fact of the row's line that prints the same; by line, year, printed words, unit and state."""
    code, line = row["kommunekode"], row["line_key"].lower()
    same = {"municipality__code": code, "raw": row["raw"], "unit": UNITS[row["unit"]], "is_fictional": False}
    if row["value_state"] == "stated_total":
        return StatedTotal.objects.get(**same, strategy__isnull=False, value_state="value")
    if row["value_state"].startswith("part_of"):
        whole = row["value_state"].removeprefix("part_of_").lower()
        return EntryPart.objects.get(**same, entry__line__reference=whole, label=PARTS[row["line_key"]])
    same |= {"line__reference": line, "value_state": STATES[row["value_state"]]}
    if "-" in row["period"] and row["value_state"] == "not_stated":
        return StatedTotal.objects.get(**same, period_text=row["period"])
    return Entry.objects.get(**same, year=int(row["period"]) if row["period"].isdigit() else None)


@pytest.mark.parametrize("row", list(amounts()), ids=lambda row: f"{row['line_key']} {row['period']}".strip())
def test_the_printed_amount_is_there(row: Amount) -> None:
    fact = found(row)
    expected = Decimal(row["value"]) * ORE_OF[fact.unit] if row["value"] else None  # type: ignore[index]
    assert fact.amount_ore == expected
    assert fact.unit_origin == row["unit_origin"].split()[0]
    assert {int(number) for number in row["source_line"].split("/")} <= source_lines(fact)
    if isinstance(fact, Entry):
        assert fact.decision_state == DECISIONS[row["decision_state"]]
        assert (fact.recurrence == "one_off") == (row["kind"] == "engangsbeløb")
        assert row["financing"] in {"", *(one for one in fact.line.relations.values_list("words", flat=True))} or any(
            row["financing"] in one.words for one in fact.line.relations.all()
        )


def test_there_is_no_other_amount() -> None:
    rows = {fact for row in amounts() for fact in [found(row)]}
    kept = [fact for model in (Entry, EntryPart, StatedTotal) for fact in model.objects.filter(is_fictional=False)]
    assert rows == set(kept)
    assert len(rows) == sum(1 for _row in amounts())
