"""Deviations and the other figures of a column stand with their commas above each other."""

from __future__ import annotations

import dataclasses
import re

import pytest

from portfolio.overview import shapes
from portfolio.reports.printed.aligning import lacking
from portfolio.reports.rendering import render
from tests.portfolio.reports import samples
from tests.portfolio.reports.reading import text_of


@pytest.mark.parametrize(
    ("texts", "moved"),
    [
        (["12", "−3"], ["", ""]),
        (["12,5", "−3,0", "1.200"], ["", "", "lacks-1 lacks-comma"]),
        (["0,04 %", "6,9 %"], ["", "lacks-1"]),
        (["12,5", "ikke angivet", ""], ["", "", ""]),
        (["1,2345", "1"], ["", "lacks-3 lacks-comma"]),
        ([], []),
    ],
)
def test_what_lacks_decimals_is_moved_and_words_are_not(texts: list[str], moved: list[str]) -> None:
    assert lacking(texts) == moved


def test_in_the_pdf_the_commas_stand_above_each_other() -> None:
    deviation = samples.made(shapes.Deviation, verdict="over", word="merforbrug", text="merforbrug")
    texts = ("1.234,5", "0,04", "67,8", "90")
    rows = tuple(
        samples.made(shapes.StatusRow, title=f"Indsats {text}", deviation=deviation, deviation_text=text)
        for text in texts
    )
    content = dataclasses.replace(samples.content(), tables=(shapes.StatusTable("", rows, "Afvigelse 2018, mio. kr."),))
    made = render(samples.snapshot(content, sections=("overview",)), lambda _progress: None)
    boxes = dict(re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">([^<]+)<', text_of(made.pdf, "-bbox")))
    right = {text: float(edge) for edge, text in boxes.items() if text in texts}
    # In eleven points: a digit is 0.6 of the size wide, the comma 0.272.
    digit, comma = 6.6, 2.99
    assert right["0,04"] - right["67,8"] == pytest.approx(digit, abs=0.1)
    assert right["67,8"] == pytest.approx(right["1.234,5"], abs=0.1)
    assert right["0,04"] - right["90"] == pytest.approx(2 * digit + comma, abs=0.1)
