"""The indicators' pictures in a report: each is printed once, and named where its indicator comes again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from portfolio.charts import draw
from portfolio.charts.frozen import thawed_line

Figure = dict[str, Any]
Places = Mapping[str, int]

# Two beside each other, as on the page of a strategy.
SMALL = 312
# The part of the report for what stands under no single initiative.
WHOLE = 0


def places(measured: Iterable[Figure], sheets: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Where each indicator's picture stands: with the whole's, else in the first section that shows it, from 1 up."""
    found = {figure["reference"]: WHOLE for figure in measured}
    for number, sheet in enumerate(sheets, start=1):
        for figure in sheet["indicators"]:
            found.setdefault(figure["reference"], number)
    return found


def pictured(figures: Iterable[Figure], here: int, where: Places, titles: Mapping[int, str]) -> list[Figure]:
    """The figures with their pictures, or with the words for where those stand; several are small multiples."""
    shown = list(figures)
    standing = [one for one in shown if one.get("picture") and where.get(one["reference"], here) == here]
    width = SMALL if len(standing) > 1 else None
    return [_pictured(figure, here, where.get(figure["reference"], here), titles, width) for figure in shown]


def _pictured(figure: Figure, here: int, place: int, titles: Mapping[int, str], width: int | None) -> Figure:
    kept = figure.get("picture")
    if not kept:
        return {**figure, "chart": None, "chart_note": ""}
    if place != here:
        note = _("Its picture stands under “%(title)s”.") % {"title": titles[place]}
        return {**figure, "chart": None, "chart_note": note}
    line = thawed_line(kept)
    return {**figure, "chart": draw(replace(line, width=width) if width else line), "chart_note": ""}
