"""The revised budget as a mark, with the actual figure and the forecast to hold against it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from portfolio.charts import legend, rows
from portfolio.charts.definitions import Bullet, BulletRow, Chart, Table
from portfolio.charts.drawing import INK, Box, Drawing
from portfolio.charts.paints import Paint
from portfolio.charts.rows import Frame, Group, Part, Strip
from portfolio.charts.scales import ZERO
from portfolio.charts.sentences import nothing, pair, told

FORECAST = Paint("#a8480f", "up")
ACTUAL = Paint("#0b3558", "solid")


def draw_bullet(bullet: Bullet) -> Chart:
    names = (
        legend.Entry(_("Revised budget"), _mark),
        legend.area(_("Actual"), ACTUAL),
        legend.area(_("Forecast"), FORECAST),
    )
    groups = tuple(Group(row.label, (_strip(row),)) for row in bullet.rows)
    known = any(group.numbers() for group in groups)
    frame = Frame(bullet.unit, groups, names, () if known else (nothing(),))
    drawing, height = rows.draw(frame, bullet.width)
    parts = [pair(row.label, ", ".join(_texts(row))) for row in bullet.rows]
    alternative = told(bullet.title, bullet.unit, parts or [nothing()])
    header = (bullet.row_heading, _("Revised budget"), _("Actual"), _("Forecast"))
    lines = tuple((row.label, row.revised.text, row.actual.text, row.forecast.text) for row in bullet.rows)
    svg = drawing.finished(height, alternative)
    return Chart(bullet.title, alternative, svg, Table(header, lines), bullet.width, int(-(-height // 1)))


def _strip(row: BulletRow) -> Strip:
    parts = [
        Part(ZERO, value.number, chosen, is_thin=is_thin)
        for value, chosen, is_thin in ((row.forecast, FORECAST, False), (row.actual, ACTUAL, True))
        if value.number is not None
    ]
    return Strip(tuple(parts), _texts(row), row.revised.number)


def _texts(row: BulletRow) -> tuple[str, ...]:
    named = ((_("Revised budget"), row.revised), (_("Actual"), row.actual), (_("Forecast"), row.forecast))
    return tuple(f"{name}: {value.text}" for name, value in named)


def _mark(drawing: Drawing, box: Box) -> None:
    x = (box.left + box.right) / 2
    drawing.line((x, box.top - 1), (x, box.bottom + 1), stroke=INK, stroke_width=3)
