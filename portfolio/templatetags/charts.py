"""Pictures on a page and in a report: the same definition gives the same picture in both."""

from __future__ import annotations

import dataclasses
from typing import TypedDict

from django import template

from portfolio.charts import Chart, Definition, draw

register = template.Library()


class ChartContext(TypedDict):
    chart: Chart
    id: str


@register.inclusion_tag("_chart.html")
def chart(definition: Definition, id: str | int, width: int = 0) -> ChartContext:  # noqa: A002  # the attribute's name
    """The picture with its table folded away. `id` is of its own on the page, which links charts.css.

    `width` in the picture's units draws it anew for less room, as for small multiples.
    """
    sized = dataclasses.replace(definition, width=width) if width else definition
    return {"chart": draw(sized), "id": str(id)}


@register.inclusion_tag("_chart_print.html")
def printed_chart(definition: Definition) -> ChartContext:
    """The picture with its table below it, for a report."""
    return {"chart": draw(definition), "id": ""}
