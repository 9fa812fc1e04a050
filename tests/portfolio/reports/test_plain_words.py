"""What a report says is said once, whole, and under a label that it fits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from portfolio.overview import shapes
from portfolio.overview.status_tables import _short
from portfolio.reports.composition import Heading
from portfolio.reports.printed import printed
from portfolio.reports.printed.arranging import full_name
from portfolio.reports.printed.sheets import said_of_lines
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


def test_a_groups_own_target_stands_under_the_one_of_the_whole() -> None:
    whole, young = (
        samples.made(shapes.TargetShown, text=text, date_text="2025", group=group, is_own=True)
        for text, group in (("40 %", ""), ("30 %", "Unge"))
    )
    figure = replace(samples.indicator(), targets=(whole, young))
    shown = html_of(samples.content(samples.sheet(indicators=(figure,))))
    assert '<td>40 % (2025)<span class="under">Unge: 30 % (2025)</span></td>' in shown


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


@pytest.mark.parametrize(
    ("name", "danish", "english"),
    [
        ("Aarhus", "Aarhus Kommune", "Aarhus Municipality"),
        ("København", "Københavns Kommune", "City of Copenhagen"),
        ("Bornholm", "Bornholms Regionskommune", "Regional Municipality of Bornholm"),
    ],
)
def test_a_municipality_is_called_what_it_is_called(name: str, danish: str, english: str) -> None:
    assert full_name(name) == danish
    with translation.override("en"):
        assert full_name(name) == english


def test_what_several_budget_lines_say_stands_once_under_the_table() -> None:
    paid, raised = "Finansieres af: Puljen", "Ændret i marts"
    rows: list[dict[str, Any]] = [
        {"name": name, "relations": [{"text": paid}], "sharing": None, "notes": notes}
        for name, notes in (("Løn", [raised]), ("Lokaler", [raised]), ("Ture", []))
    ]
    rows[2]["sharing"] = {"text": "deles af A og B"}
    said = ["Alle linjer: Finansieres af: Puljen", "Løn; Lokaler: Ændret i marts", "Ture: deles af A og B"]
    assert said_of_lines({"rows": rows}) == said
    assert said_of_lines({"rows": rows[2:]}) == [paid, "Deles af A og B"]


def test_what_calls_itself_fictional_is_not_marked_again() -> None:
    table = samples.budget_table(1)
    named = [replace(table.rows[0], name=name, is_fictional=True) for name in ("Støtteteam (fiktiv)", "Løn")]
    source = samples.made(shapes.Source, label="Budget 2017 vedtaget (fiktiv)", is_fictional=True)
    sheet = samples.sheet(budget_tables=(replace(table, rows=tuple(named)),))
    shown = re.sub(r"<[^>]+>", "", html_of(samples.content(sheet, sources=(source,), is_fictional=True)))
    assert "(fiktiv) (fiktiv)" not in shown
    for name in ("Støtteteam (fiktiv)", "Løn (fiktiv)", "Budget 2017 vedtaget (fiktiv)"):
        assert name in shown
