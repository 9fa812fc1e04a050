"""What holds for every kind of chart: room for every text, one string, nothing that a page refuses, colours to see."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.safestring import SafeString

from portfolio.charts import Chart, Definition, draw
from portfolio.charts.measure import width
from portfolio.charts.paints import COLOURS, PATTERNS, paint
from portfolio.charts.widths import REGULAR, SEMIBOLD
from tests.portfolio.charts.reading import SVG, Picture, advances, measured
from tests.portfolio.charts.samples import HOSTILE, LINE, LONG, SAMPLES, STACKED, WORD

every_sample = pytest.mark.parametrize("definition", SAMPLES.values(), ids=SAMPLES)
ALLOWED = {"svg", "title", "text", "rect", "line", "path", "polyline"}
DECORATION = {"#d0d0d0", "#ffffff", "none"}


@every_sample
@pytest.mark.parametrize("wide", [640, 312])
def test_no_text_is_clipped_or_lies_on_another(definition: Definition, wide: int) -> None:
    assert Picture(draw(replace(definition, width=wide))).faults() == []


def test_a_text_on_another_is_noticed() -> None:
    chart = draw(STACKED)
    first = re.search(r'<text x="0" y="\d+[^>]*>2018</text>', chart.svg)
    assert first
    moved = chart.svg.replace(first[0], first[0].replace('x="0"', 'x="9"').replace("2018", LONG))
    assert Picture(replace(chart, svg=SafeString(moved))).faults() != []


@every_sample
def test_a_page_with_a_strict_policy_may_show_it(definition: Definition) -> None:
    picture = Picture(draw(definition))
    for element in picture.root.iter():
        assert element.tag.removeprefix(SVG) in ALLOWED
        names = set(element.attrib)
        assert not names & {"style", "href", "id", "{http://www.w3.org/1999/xlink}href"}
        assert not [name for name in names if name.startswith("on")]


def test_what_people_wrote_stays_text() -> None:
    chart = draw(HOSTILE)
    assert "<script" not in chart.svg
    assert "<img" not in chart.svg
    assert "\x00" not in chart.svg
    assert "\u202e" not in chart.svg
    assert "<i>ikke</i>" in Picture(chart).words()
    assert any("</text></svg><script>" in line for line in Picture(chart).words())


@every_sample
def test_the_title_is_the_alternative_in_whole_sentences(definition: Definition) -> None:
    chart = draw(definition)
    first = next(iter(Picture(chart).root))
    assert first.tag == f"{SVG}title"
    assert first.text == chart.alternative
    assert chart.alternative.endswith((".", "!", "?"))


@every_sample
def test_every_row_of_the_table_is_as_long_as_its_header(definition: Definition) -> None:
    table = draw(definition).table
    assert {len(row) for row in table.rows} <= {len(table.header)}
    assert all(table.header)


@every_sample
def test_the_size_is_that_of_the_drawing(definition: Definition) -> None:
    chart = draw(definition)
    assert float(Picture(chart).root.attrib["width"]) <= chart.width < float(Picture(chart).root.attrib["width"]) + 1
    assert Picture(chart).high <= chart.height < Picture(chart).high + 1


def fingerprint(charts: list[Chart]) -> str:
    return hashlib.sha256("".join(chart.svg + chart.alternative for chart in charts).encode()).hexdigest()


FROM_ELSEWHERE = """
import django; django.setup()
from django.utils import translation; translation.activate("da")
from portfolio.charts import draw
from tests.portfolio.charts.samples import SAMPLES
from tests.portfolio.charts.test_pictures import fingerprint
print(fingerprint([draw(one) for one in SAMPLES.values()]))
"""


def test_the_same_definition_gives_the_same_string_in_every_process() -> None:
    here = fingerprint([draw(one) for one in SAMPLES.values()])
    assert here == fingerprint([draw(one) for one in SAMPLES.values()])
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    other = subprocess.run(
        [sys.executable, "-c", FROM_ELSEWHERE],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == here


# --- Colours --------------------------------------------------------------------------------------------------------


def contrast_to_white(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


@every_sample
def test_everything_can_be_told_from_the_paper(definition: Definition) -> None:
    for element in Picture(draw(definition)).root.iter():
        if element.tag == f"{SVG}text":
            assert contrast_to_white(element.attrib["fill"]) >= 4.5
        for name in ("fill", "stroke"):
            colour = element.attrib.get(name, "none")
            assert colour in DECORATION or contrast_to_white(colour) >= 3


def test_parts_of_a_whole_differ_without_their_colours() -> None:
    assert all(contrast_to_white(colour) >= 4.5 for colour in COLOURS)
    assert len({paint(index).pattern for index in range(8)}) == len(PATTERNS)
    assert len({paint(index) for index in range(64)}) == 64


# --- The width of texts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("weight", "table"), [("Regular", REGULAR), ("SemiBold", SEMIBOLD)])
def test_widths_are_those_of_the_font(weight: str, table: dict[int, str]) -> None:
    ours = {ord(character): width for width, characters in table.items() for character in characters}
    assert ours == {code: advances(weight)[code] for code in ours}
    assert {*map(ord, "abcæøåÆØÅéü0123456789.,%−–-+()/\u00a0")} <= ours.keys()


@pytest.mark.parametrize("text", [LONG, WORD, "1.234.567,89\u00a0kr.", "🏠", "漢字", "Ω"])
def test_a_text_is_never_taken_for_narrower_than_it_is(text: str) -> None:
    assert width(text) >= measured(text)
    assert width(text, bold=True) >= measured(text, "SemiBold")


def test_the_words_follow_the_language_of_the_reader() -> None:
    with translation.override("en"):
        assert "The axis does not start at 0" in " ".join(Picture(draw(LINE)).words())
    assert "Aksen begynder ikke ved 0" in " ".join(Picture(draw(LINE)).words())


@every_sample
def test_no_picture_is_wider_than_asked_for(definition: Definition) -> None:
    assert draw(definition).width == definition.width
