"""Arranges the sheet of one initiative: what is written and what is not, and each fact with its footnote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portfolio.reports.printed.aligning import align_rows
from portfolio.reports.printed.columns import in_pieces, is_wide
from portfolio.reports.printed.footnotes import Calls, Footnotes

Row = dict[str, Any]
FACTS = ("target_groups", "methods")
HAPPENED = ("activities", "follow_up_measures", "events")


def sheet_of(number: int, sheet: Row) -> Row:
    """What is told of the initiative shares a note for each part of the sheet; each figure and table has its own."""
    notes = Footnotes(f"indsats-{number}")
    parties = [party for group in sheet["involvements"] for party in group["parties"]]
    told = notes.cite({"sources": sheet["sources"]}, parties, *(sheet[name] for name in FACTS))
    written = notes.cite(sheet["headings"])
    happened = notes.cite(*(sheet[name] for name in HAPPENED))
    arranged = {
        **sheet,
        "number": number,
        "card": {**sheet["card"], "period_text": _after_its_label(sheet["card"]["period_text"])},
        "calls": told if sheet["sources"] else [],
        "involvements": [{**one, "parties": _sharing(one["parties"], told)} for one in sheet["involvements"]],
        **{name: _sharing(sheet[name], told) for name in FACTS},
        **{name: _sharing(sheet[name], happened) for name in HAPPENED},
        "written": [one for one in _sharing(sheet["headings"], written) if not one["is_missing"]],
        "unwritten": [one["label"] for one in sheet["headings"] if one["is_missing"]],
        "budget_tables": budget_tables(sheet["budget_tables"], notes),
        "follow_up": [_follow_up(table, notes) for table in sheet["follow_up"]],
        "funding_sources": called(sheet["funding_sources"], notes),
        "indicators": called(sheet["indicators"], notes),
        "context_figures": called(sheet["context_figures"], notes),
    }
    return {**arranged, "notes": notes.lines}


def _after_its_label(period: str) -> str:
    return _("not stated") if period == _("period not stated") else period


def _sharing(rows: Iterable[Row], calls: Calls) -> list[Row]:
    return [{**row, "calls": calls if row["sources"] else []} for row in rows]


def called(rows: Iterable[Row], notes: Footnotes) -> list[Row]:
    """Each with the call of its note: its documents, and where it says so in words of its own."""
    return [{**row, "calls": notes.cite(row, words=row.get("source_text", ""))} for row in rows]


def budget_tables(tables: Iterable[Row], notes: Footnotes) -> list[Row]:
    """In pieces that the page is wide enough for."""
    return [piece for one in called(tables, notes) for piece in in_pieces({**one, "said": said_of_lines(one)})]


def said_of_lines(table: Row) -> list[str]:
    """What there is to say of the budget lines in a table, each sentence once, after the names of its lines."""
    found: dict[str, list[str]] = {}
    for row in table["rows"]:
        sharing = [row["sharing"]["text"]] if row["sharing"] else []
        for text in dict.fromkeys([*(one["text"] for one in row["relations"]), *sharing, *row["notes"]]):
            found.setdefault(text, []).append(row["name"])
    whole = len(table["rows"])
    return [capfirst(text) if whole == 1 else f"{_names(names, whole)}: {text}" for text, names in found.items()]


def _names(names: list[str], whole: int) -> str:
    return _("All lines") if len(names) == whole else "; ".join(names)


def _follow_up(table: Row, notes: Footnotes) -> Row:
    """Each row with what there is to remark, which stands once under the table."""
    total = [table["total"]] if table["total"] else []
    rows = align_rows([*table["rows"], *total])
    shown = [{**row, "short": row["code"] or row["name"], "remarks": _remarks(row)} for row in rows]
    return {
        **table,
        "calls": notes.cite(table),
        "rows": shown[: len(table["rows"])],
        "total": rows[-1] if total else None,
        "is_wide": is_wide(rows),
    }


def _remarks(row: Row) -> list[str]:
    spent = _("%(percent)s of the revised budget spent") % {"percent": row["spent_text"]}
    return [
        *([row["actual_note"]] if row["actual_note"] else []),
        *([spent] if row["spent_percent"] is not None else []),
        *row["changes"],
        *row["notes"],
    ]
