"""What a report says is said once, whole, and under a label that it fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from portfolio.overview import shapes
from portfolio.overview.status_tables import _short
from portfolio.reports.composition import Heading
from portfolio.reports.printed import printed
from tests.portfolio.reports import samples

UNMEASURED = "ikke målt siden udgangspunktet"


def html_of(content: shapes.ReportContent) -> str:
    return printed(samples.snapshot(content, headings=(Heading("effect", "Effekt"),))).html


def test_a_sheet_says_what_is_not_stated_without_its_label_again() -> None:
    card = samples.card(state_note="fire eksisterende indsatser", period_text="periode ikke angivet")
    shown = html_of(samples.content(samples.sheet(card=card)))
    assert '<th scope="row">Periode</th><td>ikke angivet</td>' in shown
    assert "<td>i gang: fire eksisterende indsatser</td>" in shown


def test_an_indicator_that_is_not_measured_since_says_so_once() -> None:
    figure = replace(
        samples.indicator(), latest_text=UNMEASURED, verdict_words=UNMEASURED,
        progress=samples.made(shapes.ProgressShown, text=f"intet tal: {UNMEASURED}"),
        change_words="kan ikke vurderes", target_certainty_words="kan ikke afgøres",
    )  # fmt: skip
    shown = html_of(samples.content(indicators=(figure,)))
    assert f"udgangspunkt 45 % (2017), måltal 40 % (2025) – {UNMEASURED}." in shown
    assert "intet tal" not in shown
    assert "Ændring: kan ikke vurderes. Måltal: kan ikke afgøres." in shown


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("pejlemærke 8: flere borgere med særlige behov", "pejlemærke 8: flere borgere med særlige…"),
        ("tema 1: Børn", "tema 1: Børn"),
        ("Selvforsørgelse, uddannelse og beskæftigelse", "Selvforsørgelse, uddannelse og…"),
    ],
)
def test_an_objective_is_shortened_between_two_words(title: str, short: str) -> None:
    assert _short(shapes.Link(title)).title == short
