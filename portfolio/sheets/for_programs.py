"""Lists as other programs fetch them, read as the same lists are when people fetch them: every cell keeps its place.

The names of their columns become headings. Codes become words, ISO days Danish ones, and numbers get a comma; the
reason that stands beside a missing figure is put where the figure would be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from budgets.models import ValueState
from budgets.resources import BudgetLineResource, EntryResource, StatementResource
from indicators.models import IndicatorUnit
from indicators.resources import IndicatorResource, MeasurementResource, TargetResource
from initiatives.resources import ActivityResource, InitiativeResource, TargetGroupResource
from organisation.resources import BodyResource, HouseResource
from portfolio.sheets import shown_only
from portfolio.sheets.reading import Notice, Remark, Sheet, Workbook
from portfolio.sheets.reading.workbook import Plain

_MONEY, _STATE = "_kr", "_state"
_YEAR = re.compile(r"y(\d{4})")
_NUMBER = re.compile(r"-?\d+\.\d+")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_IN_KRONER = "{} i kr."
_NOT_STATED = "not_stated"
# Amounts say in words why they are none; other figures that are missing are left as empty cells.
_SAID = {_NOT_STATED, ValueState.FINANCED_ELSEWHERE.value, ValueState.WITHIN_FRAME.value}

Headings = Mapping[str, str]


def _of(resource: type[HouseResource], *names: str) -> dict[str, str]:
    columns = resource.columns()
    return {name: columns[name].heading for name in names or columns}


_PERIOD = {"period_start": shown_only.PERIOD_START, "period_end": shown_only.PERIOD_END}
_BUDGET = ("kind", "decision_state", "price_level")
_STATUS = {
    "progress_light": shown_only.PROGRESS,
    "economy_light": shown_only.ECONOMY,
    "effect_light": shown_only.EFFECT,
}
_LINE = {
    "target_groups": shown_only.TARGET_GROUPS, "group": shown_only.GROUP, "change": shown_only.CHANGE,
    "money": shown_only.MONEY, "deviation": shown_only.DEVIATION, "verdict": shown_only.VERDICT,
    "indicators": shown_only.INDICATORS, "as_of": shown_only.STATUS_DAY, "reason": shown_only.REASON,
    "progress": shown_only.PROGRESS, "economy": shown_only.ECONOMY, "effect": shown_only.EFFECT,
}  # fmt: skip
_FOLLOWED = {
    "original": "Oprindeligt budget", "revised": "Korrigeret budget", "actual": "Forbrug",
    "forecast": "Forventet regnskab", "accounts": "Regnskab",
}  # fmt: skip
_UNIT = {"unit": "Måleenhed"}


@cache
def lists_for_programs() -> Mapping[str, Headings]:
    """{list: {name of a column for programs: its heading for people}}; a column of a year is not among them."""
    found = {
        "bodies": _of(BodyResource),
        "target_groups": _of(TargetGroupResource),
        "initiatives": _of(InitiativeResource) | {"owner": shown_only.OWNER} | _PERIOD | _LINE,
        "activities": _of(ActivityResource),
        "texts": {
            **_of(ActivityResource, "municipality"), "initiative": "Reference", "title": "Indsats",
            "code": shown_only.CODE, "heading": shown_only.HEADING, "text": shown_only.TEXT,
        },
        "statuses": {
            **_of(ActivityResource, "municipality"), "initiative": "Reference", "title": "Indsats",
            "as_of": shown_only.STATUS_DAY, **_STATUS, "text": shown_only.STATUS_TEXT, "reason": shown_only.REASON,
            "action": shown_only.STATUS_ACTION,
        },
        "budget_lines": _of(BudgetLineResource) | _of(EntryResource, *_BUDGET),
        "entries": _of(EntryResource),
        "postings": {
            **_of(EntryResource), "amount": shown_only.POSTED_AMOUNT, **_PERIOD, "effective": shown_only.HOLDS_FROM,
            "posted": shown_only.POSTED,
        },
        "follow_up": {
            **_of(StatementResource, "municipality", "line", "code", "name", "year", "as_of", "round"),
            **_of(EntryResource, "decision_state", "price_level"),
            **{key: _IN_KRONER.format(heading) for key, heading in _FOLLOWED.items()},
        },
        "indicators": _of(IndicatorResource),
        "measurements": _of(MeasurementResource) | {"baseline": "Udgangspunkt"} | _UNIT,
        "targets": _of(TargetResource) | _UNIT,
    }  # fmt: skip
    return {key: headings | {"is_fictional": shown_only.FICTIONAL} for key, headings in found.items()}


def as_for_people(workbook: Workbook) -> Workbook:
    """The workbook with its sheets for programs as they are for people; another one as it is."""
    sheets = tuple(_sheet(sheet) for sheet in workbook.sheets)
    if all(new is old for new, old in zip(sheets, workbook.sheets, strict=True)):
        return workbook
    return replace(workbook, sheets=sheets, notices=(*workbook.notices, Notice(Remark.FOR_PROGRAMS)))


def _sheet(sheet: Sheet) -> Sheet:
    names = [str(value or "") for value in (sheet.values[0] if sheet.values else ())]
    headings = _headings(names)
    if headings is None:
        return sheet
    said = [_said(name, headings) for name in names]
    cells = _Cells({name: place for place, name in enumerate(names)})
    rows = [cells.row(names, row) for row in sheet.values[1:]]
    return replace(sheet, values=[tuple(said), *rows])


def _headings(names: Sequence[str]) -> Headings | None:
    """Those of the list that has most of the columns, and of several the one with fewest others."""
    if names[:1] != ["municipality"] or len(names) < 3:
        return None
    bare = {_bare(name) for name in names if not _YEAR.fullmatch(_bare(name))}
    known = {key: len(bare & headings.keys()) for key, headings in lists_for_programs().items()}
    best = max(known, key=lambda key: (known[key], -len(lists_for_programs()[key])))
    # A heading of words that happens to begin so is a sheet of somebody's own.
    return lists_for_programs()[best] if known[best] >= 3 and known[best] * 2 > len(bare) else None


def _bare(name: str) -> str:
    return name.removesuffix(_STATE).removesuffix(_MONEY) if name not in _BUDGET else name


def _said(name: str, headings: Headings) -> str:
    if name.endswith(_STATE) and name not in headings:
        return shown_only.WHY_NONE
    bare = _bare(name)
    if year := _YEAR.fullmatch(bare):
        return _IN_KRONER.format(year[1])
    return headings.get(bare, name)


@dataclass(frozen=True, slots=True)
class _Cells:
    """`at` is where each column stands."""

    at: Mapping[str, int]

    def row(self, names: Sequence[str], row: Sequence[Plain]) -> tuple[Plain, ...]:
        return tuple(self._cell(name, value, row) for name, value in zip(names, row, strict=False))

    def _cell(self, name: str, value: Plain, row: Sequence[Plain]) -> Plain:
        state = self._text(_bare(name) + _STATE, row)
        if name.endswith(_MONEY) and state in _SAID and value in (None, "", "0.00", 0):
            return _words(state)
        if value == _NOT_STATED:
            return _words(_NOT_STATED)
        if isinstance(value, str) and state:
            return _danish(value) + (" %" if value and self._is_percent(name, row) else "")
        return _day(value) if isinstance(value, str) else value

    def _is_percent(self, name: str, row: Sequence[Plain]) -> bool:
        is_figure = name in {"value", "baseline"}
        return is_figure and self._text("unit", row) == IndicatorUnit.PERCENT.value

    def _text(self, name: str, row: Sequence[Plain]) -> str:
        place = self.at.get(name, len(row))
        return str(row[place] or "") if place < len(row) else ""


def _danish(text: str) -> str:
    """“2.000” is two: what is too much behind the point goes, so that nobody takes it for thousands."""
    return text.rstrip("0").rstrip(".").replace(".", ",") if _NUMBER.fullmatch(text) else _day(text)


def _day(text: str) -> str:
    found = _DAY.fullmatch(text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else text


def _words(state: str) -> str:
    if state == _NOT_STATED:
        with override("da"):
            return _("not stated")
    with override("da"):
        return str(ValueState(state).label)
