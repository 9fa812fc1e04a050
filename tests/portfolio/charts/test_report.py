"""Every kind of chart in a report's PDF: both standards, the alternative read aloud, nothing outside the picture."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from portfolio.charts import Definition, draw
from portfolio.reports.pdf.engine import lay_out
from portfolio.reports.pdf.finish import finish, tag_of, walk
from portfolio.reports.pdf.fonts import printable
from portfolio.reports.pdf.structure import findings
from tests.portfolio.charts.samples import SAMPLES
from tests.portfolio.reports.verapdf import broken_rules

PAGE = """{% load charts %}<html lang="da"><head><title>Figurer</title></head><body><h1>Figurer</h1>
{% for definition in definitions %}{% printed_chart definition %}{% endfor %}</body></html>"""
SHEET = Path(settings.BASE_DIR) / "templates/reports/pdf/report.css"


SHOWN: list[Definition] = list(SAMPLES.values())
# The engine forgets to close its colour profile.
pytestmark = pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def report() -> tuple[bytes, tuple[str, ...]]:
    """The finished file, and what the engine complained of."""
    with translation.override("da"):
        html, _lost = printable(Template(PAGE).render(Context({"definitions": SHOWN})))
    laid = lay_out(html, SHEET.read_text(), identifier=b"charts", step=lambda words: None)
    return finish(laid.pdf, {}), laid.complaints


def test_the_engine_has_nothing_to_complain_of(report: tuple[bytes, tuple[str, ...]]) -> None:
    assert report[1] == ()


def test_a_screen_reader_gets_every_alternative_and_table(report: tuple[bytes, tuple[str, ...]]) -> None:
    assert findings(report[0]) == []
    with pikepdf.Pdf.open(io.BytesIO(report[0])) as document:
        elements: list[Any] = list(walk(document.Root.StructTreeRoot))
        told = [str(one.Alt) for one in elements if tag_of(one) == "/Figure"]
        tables = [one for one in elements if tag_of(one) == "/Table"]
    assert told == [printable(draw(one).alternative)[0] for one in SHOWN]
    assert len(tables) >= len(SHOWN)


def test_both_standards_are_kept(report: tuple[bytes, tuple[str, ...]], tmp_path: Path) -> None:
    file = tmp_path / "charts.pdf"
    file.write_bytes(report[0])
    assert broken_rules(file, "ua1", "2a") == {"ua1": {}, "2a": {}}
