"""Every kind of chart in a report's PDF: both standards, the alternative read aloud, nothing outside the picture."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.template import Context, Template
from django.utils import translation

from portfolio.charts import Definition, draw
from portfolio.reports.pdf.fonts import printable
from portfolio.reports.pdf.press import Limits, Pressed, press_report
from portfolio.reports.pdf.tags import tag_of, walk
from portfolio.reports.printed import Printed, Section
from portfolio.reports.printed.setting import styles
from tests.portfolio.charts.samples import SAMPLES
from tests.portfolio.reports.verapdf import broken_rules

OPENING = '<html lang="da"><head><title>Figurer</title></head><body data-page="Side" data-of="af">'
PAGE = """{% load charts %}<h1>Figurer</h1>
{% for definition in definitions %}{% printed_chart definition %}{% endfor %}"""

SHOWN: list[Definition] = list(SAMPLES.values())


@pytest.fixture(scope="module")
def report() -> Pressed:
    with translation.override("da"):
        html, _lost = printable(Template(PAGE).render(Context({"definitions": SHOWN})))
    charts = Printed(OPENING, (Section("charts", html),), "</body></html>", "da", "", *styles())
    return press_report(lambda: charts, Limits(1, 60, 2048), lambda progress: None)


def test_the_engine_has_nothing_to_complain_of(report: Pressed) -> None:
    assert report.complaints == ()


def test_a_screen_reader_gets_every_alternative_and_table(report: Pressed) -> None:
    assert report.findings == ()
    with pikepdf.Pdf.open(io.BytesIO(report.pdf)) as document:
        elements: list[Any] = list(walk(document.Root.StructTreeRoot))
        told = [str(one.Alt) for one in elements if tag_of(one) == "/Figure"]
        tables = [one for one in elements if tag_of(one) == "/Table"]
    assert told == [printable(draw(one).alternative)[0] for one in SHOWN]
    assert len(tables) >= len(SHOWN)


@pytest.mark.slow
def test_both_standards_are_kept(report: Pressed, tmp_path: Path) -> None:
    file = tmp_path / "charts.pdf"
    file.write_bytes(report.pdf)
    assert broken_rules(file, "ua1", "2a") == {"ua1": {}, "2a": {}}
