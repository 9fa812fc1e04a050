"""Tables of amounts are as wide as their amounts: no figure is cut in the middle, and none stands in the next column.

A table of many years stands in pieces, one under the other, each of as many years as the page has room for. What is
over all the years stands in the last of them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from portfolio.reports.printed.aligning import AMOUNTS, whole

Row = dict[str, Any]
# The budget year, its three estimate years and the year before.
MOST_YEARS = 5
# In millimetres: the columns of amounts in report.css (.b1), what a column keeps free, and the letters of ten points.
WIDTH, FREE, DIGIT, MARK, LETTER = 120.0, 3.0, 2.12, 1.0, 2.12
MARKS = ".,:;()"
# What a column has room for in the tables of follow-up; a wider figure takes room from the names.
ROOM_OF_FOLLOW_UP = 17.8
FEW = 3


def in_pieces(table: Row) -> list[Row]:
    """The table, or the pieces of it that the page is wide enough for. Each is a table, with `is_last` and `is_few`."""
    years = table["years"]
    parts = list(_parts(len(years), _years_in_a_piece(table)))
    return [_piece(table, part, parts) for part in parts]


def prints_planning(content: Mapping[str, Any]) -> bool:
    """Whether the years are so many that the budget year and its estimate years stand for themselves."""
    return any(len(table["years"]) > MOST_YEARS for table in content["overview"]["budget_tables"])


def is_wide(rows: Iterable[Row]) -> bool:
    """Whether a table of follow-up with these rows takes room from its names."""
    figures = [row[name]["text"] for row in rows for name in AMOUNTS]
    return max(map(_width, figures), default=0.0) > ROOM_OF_FOLLOW_UP


def _years_in_a_piece(table: Row) -> int:
    columns = int(WIDTH / (max(map(_width, _texts(table)), default=0.0) + FREE))
    return max(1, min(MOST_YEARS, columns - len(_over_all(table))))


def _over_all(table: Row) -> list[str]:
    """The columns that are over all the years."""
    return ["total", *(name for name in ("undistributed_heading", "stated_heading") if table[name])]


def _parts(years: int, most: int) -> Iterator[slice]:
    """As few as there can be, and of much the same size."""
    number = max(1, -(-years // most))
    ends = [years * place // number for place in range(number + 1)]
    yield from (slice(start, end) for start, end in itertools.pairwise(ends))


def _piece(table: Row, part: slice, parts: Sequence[slice]) -> Row:
    is_last, years = part == parts[-1], table["years"][part]
    headings = {name: table[name] if is_last else "" for name in ("undistributed_heading", "stated_heading")}
    return {
        **table,
        **headings,
        "caption": table["caption"] if len(parts) == 1 else _caption(table["caption"], years),
        "calls": table["calls"] if part == parts[0] else [],
        "years": years,
        "rows": [_row(row, part, is_last=is_last) for row in table["rows"]],
        "totals": [_marked(money) for money in table["totals"][part]],
        "total": _marked(table["total"]),
        "undistributed_total": _marked(table["undistributed_total"]),
        "is_last": is_last,
        "is_few": len(years) + sum(map(bool, headings.values())) + is_last <= FEW,
    }


def _row(row: Row, part: slice, *, is_last: bool) -> Row:
    return {
        **row,
        "cells": [_marked(money) for money in row["cells"][part]],
        "total": _marked(row["total"]),
        "stated_total": _marked(row["stated_total"]),
        "parts": row["parts"] if is_last else [],
    }


def _marked(money: Row | None) -> Row:
    """With the class that its cell has; nothing is an empty cell."""
    return {**money, "moved": whole(money["text"])} if money else {"text": "", "moved": ""}


def _caption(caption: str, years: Sequence[str]) -> str:
    if len(years) == 1:
        return _("%(caption)s: %(year)s") % {"caption": caption, "year": years[0]}
    return _("%(caption)s: %(first)s–%(last)s") % {"caption": caption, "first": years[0], "last": years[-1]}


def _texts(table: Row) -> Iterator[str]:
    """What stands in the columns of amounts."""
    shown = [table["total"], table["undistributed_total"], *table["totals"]]
    for row in table["rows"]:
        shown += [row["total"], row["stated_total"], *row["cells"]]
        for one in row["undistributed"]:
            yield f"{one['period_text']}: {one['money']['text']};"
    yield from (money["text"] for money in shown if money)


def _width(text: str) -> float:
    """Of its widest figure. A word without digits may be cut, and is as narrow as it must be."""
    figures = (word for word in text.split() if re.search(r"\d", word))
    return max((sum(map(_width_of, word)) for word in figures), default=0.0)


def _width_of(letter: str) -> float:
    return DIGIT if letter.isdigit() else MARK if letter in MARKS else LETTER
