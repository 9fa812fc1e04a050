"""Each figure leads to its source: a footnote of its section, each source once, all of them named."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from portfolio.overview import shapes
from portfolio.reports.printed import printed
from portfolio.reports.printed.footnotes import Footnotes, places, sources_in
from tests.portfolio.reports import samples

CALLED = re.compile(r'<a href="#(note-[^"]+)" role="doc-noteref"')
NOTED = re.compile(r'<aside role="doc-footnote" id="(note-[^"]+)"><p>(.*?)</p>', re.S)


def source(title: str, line: str, mark: str = "stated") -> dict[str, Any]:
    return {"title": title, "line": f"linje {line}", "mark": mark, "mark_words": "udledt af os", "label": ""}


def shown(title: str, line: str) -> shapes.Source:
    return samples.made(shapes.Source, title=title, line=f"linje {line}", mark="stated", label=title)


def test_the_same_source_has_one_number_and_others_have_the_next() -> None:
    notes = Footnotes("x")
    numbers = [notes.call(text)[0]["number"] for text in ("A", "B", "A")]
    assert numbers == [1, 2, 1]
    assert notes.call("") == []
    assert [(one["number"], one["anchor"]) for one in notes.lines] == [(1, "note-x-1"), (2, "note-x-2")]


def test_a_document_is_named_once_with_its_lines_in_order() -> None:
    cited = [
        source("Notat", "17"),
        source("Notat", "4"),
        source("Budget", "2", "inferred"),
        source("Notat", "17", "inferred"),
    ]
    assert places(cited) == [
        {"title": "Budget", "lines": ["linje 2 (udledt af os)"]},
        {"title": "Notat", "lines": ["linje 4", "17"]},
    ]


def test_every_call_has_its_note_and_every_source_of_a_sheet_is_named() -> None:
    tables = tuple(
        samples.made(
            shapes.BudgetTable,
            caption=f"Tabel {at}",
            rows=samples.budget_table().rows,
            sources=(shown("Budgetaftale", str(at)),),
        )
        for at in range(2)
    )
    heading = samples.made(
        shapes.HeadingText, number=1, label="Baggrund", text="Et.\n\nTo.", sources=(shown("Notat", "9"),)
    )
    figure = samples.indicator()
    sheet = samples.sheet(
        budget_tables=tables, headings=(heading,), sources=(shown("Strategi", "1"),), indicators=(figure,)
    )
    snapshot = samples.snapshot(samples.content(sheet))
    html = printed(snapshot).html
    notes = dict(NOTED.findall(html))
    assert set(CALLED.findall(html)) == set(notes)
    text = unescape(" ".join(words for name, words in notes.items() if name.startswith("note-indsats-1-")))
    for one in sources_in(json.loads(snapshot)["content"]["sheets"][0]):
        assert f"{one['title']}, {one['line']}" in text
    # Where the last paragraph ends, not in the heading, whose words are the bookmark's.
    assert re.search(r"<h3>Baggrund\s*</h3>\s*<p>Et\.</p><p>To\.<sup>", html)


@pytest.mark.parametrize(("title", "marked"), [("Budget 2017", True), ("Budget 2017 (fiktiv)", False)])
def test_the_mark_of_what_is_made_up_leaves_no_room_behind_it(title: str, marked: bool) -> None:
    row = {"title": title, "is_fictional": True}
    with translation.override("da"):
        html = render_to_string("reports/pdf/_fictional.html", {"row": row})
    # Room at the end of a line that it just fills breaks the line after its first word.
    assert html == (' <span class="mark">(fiktiv)</span>' if marked else "")
