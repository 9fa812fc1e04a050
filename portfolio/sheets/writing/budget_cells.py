"""What each line's budget comes to: one cell for each year or period, kind, decision and price level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from budgets.models import Entry, EntryKind, ValueState
from organisation.models import Municipality, User
from portfolio.overview import words
from portfolio.sheets.writing.declared import missing
from portfolio.sheets.writing.tables import Value, Words

_FIELDS = (
    "pk", "line", "kind", "corrects", "decision_state", "price_level", "year", "period_text", "amount_ore",
    "value_state", "is_fictional", "note",
)  # fmt: skip
_DECISIONS = ("adopted", "in_hearing", "prioritised", "proposed", "rejected")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """In the order of the sheet. A correction counts as what it corrects; `year` is 0 for an amount of a period."""

    line: int
    decision: int
    price_level: str
    kind: str
    year: int
    period: str

    @property
    def decision_state(self) -> str:
        return _DECISIONS[self.decision]


@dataclass
class Cell:
    """Amounts that add up; what is not stated adds nothing, and alone it is not stated."""

    stated: list[int] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_fictional: bool = False

    @property
    def value(self) -> Value:
        if len(self.states) == 1:
            return amount_said(self.stated[0] if self.stated else None, self.states[0])
        return sum(self.stated) if self.stated else missing()


def amount_said(ore: int | None, state: str) -> Value:
    """The øre, or in words why there is none."""
    if state == ValueState.VALUE.value:
        return ore
    said = words.value_state(state)
    return Words(said, str(ValueState(state).value)) if said else ore


def budget_cells(user: User, municipality: Municipality) -> Mapping[Key, Cell]:
    """Of the entries that the user sees, without changes that nobody has specified."""
    rows = list(Entry.objects.visible_to(user).filter(municipality=municipality).order_by("pk").values_list(*_FIELDS))
    kinds = _kinds(rows)
    found: dict[Key, Cell] = {}
    for pk, line, _kind, _corrects, decision, level, year, period, ore, state, is_fictional, note in rows:
        if kinds[pk] == EntryKind.UNSPECIFIED:
            continue
        key = Key(line, _DECISIONS.index(decision), level, kinds[pk], year or 0, "" if year else period)
        cell = found.setdefault(key, Cell())
        cell.states.append(state)
        cell.is_fictional = cell.is_fictional or is_fictional
        if ore is not None:
            cell.stated.append(ore)
        if note and note not in cell.notes:
            cell.notes.append(note)
    return found


def _kinds(rows: Iterable[Any]) -> dict[int, str]:
    """{entry: its kind, of a correction the kind that it finally corrects}."""
    stored = {row[0]: (row[2], row[3]) for row in rows}

    def kind(pk: int) -> str:
        own, corrects = stored[pk]
        while own == EntryKind.CORRECTION and corrects in stored:
            own, corrects = stored[corrects]
        return str(own)

    return {pk: kind(pk) for pk in stored}
