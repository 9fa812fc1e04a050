"""Figures of a column stand with their commas above each other, however many decimals each has.

A table's figures are set to the right in digits of one width. One with fewer decimals than the others of its column is
moved to the left by what it lacks; words are not moved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

FIGURE = re.compile(r"[−-]?[\d.]+(?:,(\d+))?(?:\s%)?")
AMOUNTS = ("original", "revised", "actual", "forecast")
MOST_DECIMALS = 3


def lacking(texts: Sequence[str]) -> list[str]:
    """The class that moves each text: "" for none, "lacks-1" for a decimal, "lacks-1 lacks-comma" for all of them."""
    found = [FIGURE.fullmatch(text.strip()) for text in texts]
    decimals = [len(one[1] or "") if one else None for one in found]
    most = min(max((one for one in decimals if one is not None), default=0), MOST_DECIMALS)
    return [_class(one, most) for one in decimals]


def _class(decimals: int | None, most: int) -> str:
    if decimals is None or decimals >= most:
        return ""
    return f"lacks-{most - decimals}" + ("" if decimals else " lacks-comma")


def whole(text: str) -> str:
    """The class of a figure, which is never cut at the end of a line; words may be."""
    return "whole" if FIGURE.fullmatch(text.strip()) else ""


def _classes(texts: Sequence[str]) -> list[str]:
    return [" ".join(filter(None, both)) for both in zip(map(whole, texts), lacking(texts), strict=True)]


def align_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of follow-up, each with `moved`: the class of each of its columns."""
    columns = {name: _classes([row[name]["text"] for row in rows]) for name in AMOUNTS}
    columns["deviation"] = _classes([row["deviation"]["money"]["text"] for row in rows])
    columns["percent"] = _classes([row["deviation"]["percent_text"] for row in rows])
    return [{**row, "moved": {name: classes[at] for name, classes in columns.items()}} for at, row in enumerate(rows)]
