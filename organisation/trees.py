"""Rows that stand under, follow or replace one another, by the keys alone."""

from __future__ import annotations

from collections.abc import Mapping


def in_circles(ahead: Mapping[int, int | None]) -> set[int]:
    """The rows that one meets again by going ahead from them; `ahead` leads from each key to the next, or to None."""
    found: set[int] = set()
    settled: set[int] = set()
    for start in ahead:
        path: dict[int, None] = {}
        current: int | None = start
        while current is not None and current not in path and current not in settled:
            path[current] = None
            current = ahead.get(current)
        if current is not None and current in path:
            walked = list(path)
            found.update(walked[walked.index(current) :])
        settled.update(path)
    return found


def onward_from(start: int | None, ahead: Mapping[int, int | None]) -> set[int]:
    """The row and those that one meets by going ahead from it, also in a circle; none from no row."""
    met: set[int] = set()
    current = start
    while current is not None and current not in met:
        met.add(current)
        current = ahead.get(current)
    return met
