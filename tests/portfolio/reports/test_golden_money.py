"""The documents' own tables in a report: rows, years, totals, what is stated and what is not; read from the PDF too."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone, translation

from organisation.models import Municipality
from portfolio.reports.models import Report
from portfolio.reports.ordering import Beginning, begin, usual_composition
from portfolio.reports.printed import printed
from portfolio.reports.rendering import render
from portfolio.reports.snapshot import freeze
from tests import factories

DAY = date(2021, 6, 1)

# What stands in one row, cell by cell.
GOLDEN = {
    "0101": [
        "2.000 2.000 2.000 0 6.000",
        "3.000 3.000 3.000 3.000 12.000",
        "600 600 600 600 2.400",
        "5.600 5.600 5.600 3.600 20.400",
    ],
    "0151": ["2.391.480 2.391.480", "288.666 288.666", "2.825.146 2.825.146"],
    "0751": ["25,0 25,0"],
}


def draft(code: str) -> Report:
    town = Municipality.objects.get(code=code)
    by = factories.user(f"bestiller{code}@kommune.invalid")
    composition = replace(usual_composition(town), headings=())
    return begin(Beginning(municipality=town, as_of=DAY, by=by, language="da", composition=composition))


class Golden(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        call_command("load_portfolios", "--without-fictional", verbosity=0)

    def setUp(self) -> None:
        self.enterContext(translation.override("da"))

    def lines(self, code: str, read: Callable[[str], str]) -> list[str]:
        text = read(freeze(draft(code), timezone.now()).text).replace("\N{NO-BREAK SPACE}", " ")
        return [" ".join(line.split()) for line in text.splitlines()]

    def check(self, read: Callable[[str], str]) -> None:
        for code, golden in GOLDEN.items():
            lines = self.lines(code, read)
            for row in golden:
                assert any(f" {line} ".find(f" {row} ") >= 0 for line in lines), (code, row)

    def test_the_economy_of_a_report_prints_them(self) -> None:
        self.check(economy_text)

    def test_it_says_what_is_stated_inferred_and_for_a_period(self) -> None:
        copenhagen, aarhus = (" ".join(self.lines(code, economy_text)) for code in ("0101", "0751"))
        assert "Foreslået, beløb i t.kr." in copenhagen
        assert "Enheden er udledt" in copenhagen
        assert "Ingen total angivet i kilden" in copenhagen
        assert "Prioriteret, i høring, beløb i mio. kr." in aarhus
        assert "Ikke årsfordelt" in aarhus
        assert "stemmer" in aarhus

    def test_the_pictures_of_the_budget_are_in_it_with_their_tables(self) -> None:
        section = economy_of(freeze(draft("0101"), timezone.now()).text)
        assert "Pr. år: 5.600 t.kr. i 2017" in unescape(section).replace("\N{NO-BREAK SPACE}", " ")
        assert section.count("<svg") == section.count('<table class="chart-table') == 1

    @pytest.mark.slow
    def test_the_pdf_prints_them(self) -> None:
        self.check(pdf_text)


def economy_of(snapshot: str) -> str:
    return next(section.html for section in printed(snapshot).sections if 'id="economy"' in section.html)


def economy_text(snapshot: str) -> str:
    """A line for each row of a table."""
    rows = re.sub(r"</tr>|</p>|</caption>", "\n", economy_of(snapshot).replace("\n", " "))
    return unescape(re.sub(r"<[^>]+>", " ", rows))


def pdf_text(snapshot: str) -> str:
    pdf = render(snapshot, lambda step: None).pdf
    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
