"""The indicators' pictures in a report: each is printed once, and named where its indicator comes again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from portfolio.charts import draw
from portfolio.charts.frozen import thawed_line

Figure = dict[str, Any]
Places = Mapping[str, int]

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
    """The figures with their pictures, or with the words for where those stand."""
    return [_pictured(figure, here, where.get(figure["reference"], here), titles) for figure in figures]


def _pictured(figure: Figure, here: int, place: int, titles: Mapping[int, str]) -> Figure:
    kept = figure.get("picture")
    if not kept:
        return {**figure, "chart": None, "chart_note": ""}
    if place != here:
        note = _("Its picture stands under “%(title)s”.") % {"title": titles[place]}
        return {**figure, "chart": None, "chart_note": note}
    return {**figure, "chart": draw(thawed_line(kept)), "chart_note": ""}
