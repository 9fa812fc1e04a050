"""Rows that look alike: the same name, or a name that the other is also known by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from organisation.sorting import search_key
from portfolio.merging.planning import names_of

MOST_PAIRS = 50
_SIGNS = re.compile(r"[^\w]+")
# Words that people put before or leave out of the same name.
_SMALL = frozenset({"og", "i", "for", "til", "af", "med", "på", "den", "det", "de"})


@dataclass(frozen=True)
class Pair:
    kept: Any
    other: Any


def alike(rows: Iterable[Any]) -> Iterator[Pair]:
    """Each pair once, the older row first; one pass over the names."""
    by_name: dict[tuple[object, str], list[Any]] = {}
    for row in rows:
        # Objectives are only alike within their strategy.
        home = getattr(row, "strategy_id", None) if hasattr(row, "level_label") else None
        for name in {_key(name) for name in names_of(row)} - {""}:
            by_name.setdefault((home, name), []).append(row)
    seen: set[tuple[int, int]] = set()
    for found in by_name.values():
        first, *others = sorted(found, key=lambda row: row.pk)
        for other in others:
            if (first.pk, other.pk) not in seen:
                seen.add((first.pk, other.pk))
                yield Pair(first, other)


def _key(name: str) -> str:
    words = _SIGNS.sub(" ", search_key(name)).split()
    return " ".join(word for word in words if word not in _SMALL)
