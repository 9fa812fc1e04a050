"""The known orders of headings: each says what there is to say under its own words, and nothing that is empty."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from portfolio.reports.composition import Composition, Heading, Hearing, Option, Risk
from portfolio.reports.forms.texts import NOT_WRITTEN
from portfolio.reports.models import CasePart
from portfolio.reports.ordering import with_known_order
from portfolio.reports.orders import KNOWN
from portfolio.reports.printed import printed
from tests.portfolio.reports import samples

WRITTEN = {part.value: f"Skrevet om {part.name}." for part in CasePart if part not in NOT_WRITTEN}
FILLED: dict[str, Any] = {
    "texts": WRITTEN,
    "recommendations": ("rapporten tages til efterretning", "at arbejdet fortsætter"),
    "options": (Option("Udvide", "250.000 kr.", "To aftener mere"),),
    "risks": (Risk("Få frivillige", "Der annonceres"),),
    "hearings": (Hearing("Handicaprådet", "Rådet støtter."), Hearing("Ældrerådet", "")),
}
HEADING = re.compile(r"<h([123])[^>]*>(.*?)</h\1>", re.S)


def page(order: str, **composed: Any) -> str:
    kept = with_known_order(Composition(), order)
    chosen = {"headings": kept.headings, "numbering": kept.numbering, "opening": kept.opening} | composed
    return printed(samples.snapshot(**chosen)).html


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", html)).strip()


def headings(html: str) -> list[tuple[int, str, str]]:
    """(level, words, what stands under it before the next heading of its level or above)."""
    found = list(HEADING.finditer(html))
    sections = []
    for place, one in enumerate(found):
        later = (other.start() for other in found[place + 1 :] if int(other[1]) <= int(one[1]))
        sections.append((int(one[1]), words(one[2]), words(html[one.end() : next(later, len(html))])))
    return sections


@pytest.mark.parametrize("order", KNOWN)
@pytest.mark.parametrize("composed", [{}, FILLED], ids=["empty", "filled"])
def test_no_heading_is_empty_and_no_help_leaves_the_house(order: str, composed: dict[str, Any]) -> None:
    html = page(order, **composed)
    assert [name for _level, name, text in headings(html) if not name or not text] == []
    assert "Tom:" not in html
    assert not re.search(r"<(ul|ol|table|tbody|td class=.words.)[^>]*>\s*</\1>", html)
    assert not re.search(r"<p>\s*</p>", html)


@pytest.mark.parametrize("order", KNOWN)
def test_a_filled_case_has_the_orders_own_headings_in_its_order(order: str) -> None:
    known = [label for part, label in KNOWN[order].headings if part is not CasePart.CASE_NUMBER]
    shown = [name for level, name, _text in headings(page(order, **FILLED)) if level == 2]
    assert [name for name in shown if name in known][: len(known)] == known


@pytest.mark.parametrize("order", KNOWN)
def test_each_text_stands_once(order: str) -> None:
    """Under its heading, or in the status report where the case has none; what has no place is not printed."""
    html = page(order, **FILLED)
    named = {part for part, _label in KNOWN[order].headings}
    always = {CasePart.ALTERNATIVES, CasePart.HEARING, CasePart.PROCESS}
    for part in (CasePart(one) for one in WRITTEN):
        times = html.count(WRITTEN[part])
        assert times == (1 if part in named | always else 0), part
    for text in ("250.000 kr.", "Få frivillige", "Rådet støtter."):
        assert html.count(text) == 1
    assert "Ældrerådet" not in html


@pytest.mark.parametrize("headings", [(), (Heading("alternatives", "Alternativer"),)], ids=["none", "its own"])
def test_an_option_names_the_initiative_that_it_concerns(headings: tuple[Heading, ...]) -> None:
    shown = samples.content(samples.sheet("Aktiv ven"))
    about = Option("Udvide", "5 kr.", "To aftener mere", "aktiv-ven")
    chosen: dict[str, Any] = {"sections": ("outlook",), "headings": headings}
    html = printed(samples.snapshot(shown, options=(about, Option("Lukke")), **chosen)).html
    rows = [words(one) for one in re.findall(r"<tr>(.*?)</tr>", html, re.S) if "Udvide" in one or "Lukke" in one]
    assert [re.split(r"\s{2,}", row) for row in rows] == [
        ["Udvide", "Aktiv ven", "5 kr.", "To aftener mere"], ["Lukke", "Sagen som helhed"],
    ]  # fmt: skip


@pytest.mark.parametrize("order", KNOWN)
def test_summary_and_recommendation_are_there_whatever_the_order_holds(order: str) -> None:
    html = page(order, **FILLED)
    assert html.count("indsatser: 1 kræver opmærksomhed.") == 1
    assert html.count("rapporten tages til efterretning") == 1


@pytest.mark.parametrize(
    ("numbering", "first", "second"),
    [
        ("numbered", "1. at rapporten", "2. at arbejdet"),
        ("parenthesis", "At 1) rapporten", "At 2) arbejdet"),
        ("letters", "a) at rapporten", "b) at arbejdet"),
        ("plain", "at rapporten", "at arbejdet"),
    ],
)
def test_sentences_are_numbered_in_the_municipalitys_way(numbering: str, first: str, second: str) -> None:
    html = page("", **FILLED, numbering=numbering)
    assert f"<li>{first}" in html
    assert f"<li>{second}" in html


def test_sections_come_in_the_chosen_order_and_no_others() -> None:
    html = page("", sections=("method", "overview"))
    shown = [name for level, name, _text in headings(html) if level == 2]
    assert shown[-3:] == ["Kilder, og hvordan tallene er lavet", "Overblik over indsatserne", "Om denne fil"]
    assert "Den lange" not in html


def test_a_heading_of_ones_own_is_printed_as_text() -> None:
    html = page("", headings=(Heading("description", "<b>Sagen</b>"),), texts={"description": "<script>x</script>"})
    assert "&lt;b&gt;Sagen&lt;/b&gt;" in html
    assert "<script>" not in html
