"""A workbook as it was read, kept as JSON: nothing in it can do anything when it is read again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from portfolio.sheets.reading import Area, Facts, FileKind, Formula, Notice, Remark, Sheet, Visibility, Workbook
from portfolio.sheets.reading.workbook import Place


def packed(workbook: Workbook) -> bytes:
    content = {
        "name": workbook.name,
        "kind": workbook.kind.value,
        "notices": [[notice.remark.value, notice.words] for notice in workbook.notices],
        "sheets": [_sheet(sheet) for sheet in workbook.sheets],
    }
    return zlib.compress(json.dumps(content, ensure_ascii=False, default=_moment).encode(), 1)


def unpacked(content: bytes) -> Workbook:
    found = json.loads(zlib.decompress(content), object_hook=_made)
    return Workbook(
        found["name"],
        FileKind(found["kind"]),
        tuple(_sheet_of(sheet) for sheet in found["sheets"]),
        tuple(Notice(Remark(remark), tuple(map(tuple, words))) for remark, words in found["notices"]),
    )


def _sheet(sheet: Sheet) -> dict[str, Any]:
    facts = sheet.facts
    formats = list(dict.fromkeys(facts.formats.values()))
    number = {words: place for place, words in enumerate(formats)}
    return {
        "name": sheet.name,
        "visibility": sheet.visibility.value,
        "separator": sheet.separator,
        "values": [list(row) for row in sheet.values],
        "formats": formats,
        "formatted": [(row, column, number[words]) for (row, column), words in facts.formats.items()],
        "formulas": [(*place, formula.text, formula.has_value) for place, formula in facts.formulas.items()],
        "errors": _flat(facts.errors),
        "texts": _flat(facts.texts),
        "hidden_rows": sorted(facts.hidden_rows),
        "hidden_columns": sorted(facts.hidden_columns),
        "struck": sorted(facts.struck),
        "merged": [(area.top, area.left, area.bottom, area.right) for area in facts.merged],
    }


def _flat(cells: Mapping[Place, str]) -> list[tuple[int, int, str]]:
    return [(*place, words) for place, words in cells.items()]


def _sheet_of(found: dict[str, Any]) -> Sheet:
    formats = found["formats"]
    facts = Facts(
        formats={(row, column): formats[number] for row, column, number in found["formatted"]},
        formulas={(row, column): Formula(text, has) for row, column, text, has in found["formulas"]},
        errors={(row, column): words for row, column, words in found["errors"]},
        texts={(row, column): words for row, column, words in found["texts"]},
        hidden_rows=frozenset(found["hidden_rows"]),
        hidden_columns=frozenset(found["hidden_columns"]),
        merged=tuple(Area(*corners) for corners in found["merged"]),
        struck=frozenset(map(tuple, found.get("struck", ()))),
    )
    return Sheet(found["name"], found["values"], facts, Visibility(found["visibility"]), found.get("separator", ""))


def _moment(value: object) -> dict[str, Any]:
    """Days and times, which JSON has not; a datetime is also a date, so it comes first."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    if isinstance(value, timedelta):
        return {"seconds": value.total_seconds()}
    raise TypeError(type(value).__name__)


def _seconds(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


_MAKERS: dict[str, Callable[[Any], object]] = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
    "seconds": _seconds,
}


def _made(found: dict[str, Any]) -> Any:
    if len(found) == 1:
        [(kind, value)] = found.items()
        return _MAKERS[kind](value)
    return found
