"""The PDF: accessible in both standards, safe whatever stands in the texts, and the same every time."""

import dataclasses
import datetime
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command
from django.utils import translation

from portfolio.charts.frozen import thawed_line
from portfolio.reports.pdf.fonts import printable
from portfolio.reports.pdf.structure import findings
from portfolio.reports.pdf.tags import children_of, tag_of, walk
from portfolio.reports.pdf.talking import hear, say
from portfolio.reports.printed import printed
from portfolio.reports.rendering import Rendered, render
from tests.portfolio.reports import samples
from tests.portfolio.reports.reading import text_of
from tests.portfolio.reports.verapdf import broken_rules


@pytest.fixture(scope="module")
def report() -> Rendered:
    """A report of three initiatives, one of them with a table that runs over several pages."""
    long = samples.sheet("Den lange", budget_tables=(samples.budget_table(rows=80),))
    shown = samples.content(samples.sheet(), long, samples.sheet("Den sidste"), is_fictional=True)
    return render(samples.snapshot(shown), lambda step: None)


def test_the_engine_has_nothing_to_complain_of(report: Rendered) -> None:
    assert report.complaints == ()


@pytest.mark.slow
def test_it_keeps_both_standards(report: Rendered, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(report.pdf)
    assert broken_rules(file, "ua1", "2a") == {"ua1": {}, "2a": {}}


@pytest.mark.slow
def test_the_validator_sees_what_is_wrong(report: Rendered, tmp_path: Path) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(changed(without_language(report.pdf), lose_the_colours))
    broken = broken_rules(file, "ua1", "2a")
    assert any(rule.startswith("7.2-") for rule in broken["ua1"])
    assert broken["2a"]


def test_everybody_can_read_it(report: Rendered) -> None:
    assert findings(report.pdf) == []


def test_the_command_says_what_is_wrong(report: Rendered, tmp_path: Path, capsys: Any) -> None:
    sound, broken = tmp_path / "sound.pdf", tmp_path / "broken.pdf"
    sound.write_bytes(report.pdf)
    broken.write_bytes(without_language(report.pdf))
    call_command("check_report", sound)
    with pytest.raises(CommandError, match="1 of 2"):
        call_command("check_report", sound, broken)
    assert "Filen siger ikke, hvilket sprog den er på." in capsys.readouterr().out


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(out)
    return out.getvalue()


def without_language(pdf: bytes) -> bytes:
    def remove(document: pikepdf.Pdf) -> None:
        del document.Root.Lang

    return changed(pdf, remove)


def element(document: pikepdf.Pdf, tag: str) -> Any:
    return next(one for one in walk(document.Root.StructTreeRoot) if tag_of(one) == tag)


def elements(document: pikepdf.Pdf, tag: str) -> list[Any]:
    return [one for one in walk(document.Root.StructTreeRoot) if tag_of(one) == tag]


def lose_the_colours(document: pikepdf.Pdf) -> None:
    del document.Root.OutputIntents


def skip_a_level(document: pikepdf.Pdf) -> None:
    element(document, "/H2").S = pikepdf.Name.H4


def unmark_a_header(document: pikepdf.Pdf) -> None:
    del element(document, "/TH").A.Scope


def lose_the_headers(document: pikepdf.Pdf) -> None:
    del document.Root.StructTreeRoot.IDTree


def lose_a_paragraph(document: pikepdf.Pdf) -> None:
    element(document, "/P").K = pikepdf.Array()


def paint_beside(document: pikepdf.Pdf) -> None:
    page = document.pages[0]
    page.contents_add(b"0 0 10 10 re f")


def untie_a_link(document: pikepdf.Pdf) -> None:
    link = next(link for page in document.pages for link in page.obj.get("/Annots", ()))
    link.Contents = link.Dest


def drop_a_font(document: pikepdf.Pdf) -> None:
    fonts = document.pages[0].obj.Resources.Font
    del next(iter(fonts.values())).ToUnicode


def drop_the_bookmarks(document: pikepdf.Pdf) -> None:
    del document.Root.Outlines


def leave_a_heading(document: pikepdf.Pdf) -> None:
    """As when what it heads has gone to the next page."""
    element(document, "/H2").Pg = document.pages[-1].obj


def empty_a_heading(document: pikepdf.Pdf) -> None:
    element(document, "/H2").K = pikepdf.Array()


def lead_back_astray(document: pikepdf.Pdf) -> None:
    """As when parts are joined without moving their numbers on."""
    document.pages[-1].obj.StructParents = document.pages[0].obj.StructParents


def claim_twice(document: pikepdf.Pdf) -> None:
    paragraphs = [one for one in walk(document.Root.StructTreeRoot) if tag_of(one) == "/P"]
    paragraphs[1].K = paragraphs[0].K
    paragraphs[1].Pg = paragraphs[0].Pg


def name_alike(document: pikepdf.Pdf) -> None:
    leaves = document.Root.StructTreeRoot.IDTree.Kids
    leaves.append(leaves[0])


def lead_nowhere(document: pikepdf.Pdf) -> None:
    document.Root.Names.Dests.Names = pikepdf.Array()


def forget_the_standard(document: pikepdf.Pdf) -> None:
    document.Root.Metadata = document.make_stream(b"<x/>")


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (skip_a_level, "A heading of level 4"),
        (unmark_a_header, "does not say what it heads"),
        (lose_the_headers, "names a header that is not there"),
        (lose_a_paragraph, "cannot be reached from the tree"),
        (paint_beside, "neither text of the document nor an artifact"),
        (untie_a_link, "does not say in words where it leads"),
        (drop_a_font, "cannot be read as text"),
        (drop_the_bookmarks, "no bookmarks"),
        (empty_a_heading, "heading has no text"),
        (leave_a_heading, "stands alone"),
        (lead_back_astray, "does not lead back"),
        (claim_twice, "two places"),
        (name_alike, "same name"),
        (lead_nowhere, "a place that is not there"),
        (forget_the_standard, "does not say that it keeps"),
    ],
)
def test_the_check_finds_what_is_broken(report: Rendered, change: Callable[[pikepdf.Pdf], None], finding: str) -> None:
    with translation.override("en"):
        assert any(finding in one for one in findings(changed(report.pdf, change)))


def test_each_page_is_numbered_and_says_that_data_are_fictional(report: Rendered) -> None:
    pages = text_of(report.pdf, "-layout").split("\f")[:-1]
    assert len(pages) == report.pages
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} af {report.pages}" in page
        assert "Indeholder fiktive demonstrationsdata" in page


def test_a_report_without_fictional_data_says_nothing_of_them() -> None:
    assert "iktive" not in printed(samples.snapshot()).html


def test_contents_lead_to_the_pages_that_they_name(report: Rendered) -> None:
    contents = text_of(report.pdf, "-layout")
    line = next(line for line in contents.splitlines() if re.search(r"Den sidste\.* *[.]{5}", line))
    page = line.split()[-1]
    assert "Den sidste" in text_of(report.pdf, "-f", page, "-l", page).splitlines()
    with pikepdf.open(io.BytesIO(report.pdf)) as document:
        described = {str(link.Contents) for page in document.pages for link in page.obj.get("/Annots", ())}
    assert {"Resumé", "Den lange", "Kilder, og hvordan tallene er lavet"} <= described


def test_a_long_table_repeats_its_headers_and_splits_no_row(report: Rendered) -> None:
    pages = text_of(report.pdf, "-layout").split("\f")
    on = [page for page in pages if page.count("SO8 Løn til tovholder") > 3]
    assert len(on) > 2
    for page in on:
        assert "2021" in page
        assert page.count("Foreslåede beløb, t.kr., 2018-pl") == 1
        # A row's name, its years and its total stand on the same page.
        assert page.count("SO8 Løn til tovholder") == page.count("20.400")


def test_a_repeated_caption_is_a_caption_in_the_tags(report: Rendered) -> None:
    with pikepdf.open(io.BytesIO(report.pdf)) as document:
        tables = [one for one in elements(document, "/Table") if "/THead" in map(tag_of, children_of(one))]
        assert len(tables) > 5
        for table in tables:
            assert [tag_of(part) for part in children_of(table)][:2] == ["/Caption", "/THead"]
            [row] = children_of(children_of(table)[1])
            assert len(children_of(row)) > 1


def test_a_source_is_a_footnote_that_its_number_leads_to(report: Rendered) -> None:
    with pikepdf.open(io.BytesIO(report.pdf)) as document:
        notes, calls = elements(document, "/Note"), elements(document, "/Reference")
        assert len({bytes(one.ID) for one in notes}) == len(notes) > 1
        assert [tag_of(kid) for call in calls for kid in children_of(call)] == ["/Link"] * len(calls)
        links = [link for page in document.pages for link in page.obj.get("/Annots", ())]
        described = {str(link.Dest): str(link.Contents) for link in links}
    assert described["note-overview-1"] == "Note 1"
    assert described["note-overview-2"] == "Note 2"


def test_nothing_is_wider_than_the_page(report: Rendered) -> None:
    words = text_of(report.pdf, "-bbox")
    right = [float(line.split('xMax="')[1].split('"')[0]) for line in words.splitlines() if "xMax" in line]
    margin = 20 / 25.4 * 72
    assert max(right) <= 595.3 - margin + 0.5


def test_running_text_is_at_least_eleven_points(report: Rendered) -> None:
    with pikepdf.open(io.BytesIO(report.pdf)) as document:
        page = document.pages[4]
        sizes = {
            round(float(instruction.operands[1]) * 0.75, 1)
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "Tf"
        }
    # Tables and notes are set in ten points, running heads in nine.
    assert 11.0 in sizes
    assert min(sizes) == 9.0


def test_characters_that_the_fonts_lack_are_counted() -> None:
    assert printable("Åse 😀\u202f10 %") == ("Åse ¤\u00a010 %", 1)
    html = printed(samples.snapshot(samples.content(samples.sheet(text="En glad 😀 og en til 😀")))).html
    assert "2 tegn i teksterne kan ikke trykkes" in html
    assert "En glad ¤ og en til ¤" in html


def test_one_endless_word_and_one_endless_row_stay_on_the_page() -> None:
    sheet = samples.sheet("Lang", "Ordetersålangt" * 200, budget_tables=(samples.budget_table(1, name="navn " * 900),))
    made = render(samples.snapshot(samples.content(sheet)), lambda step: None)
    words = text_of(made.pdf, "-bbox")
    assert max(float(line.split('xMax="')[1].split('"')[0]) for line in words.splitlines() if "xMax" in line) < 595
    assert made.complaints == ()


def test_an_indicators_picture_is_printed_once_with_its_figures() -> None:
    shown = samples.content(samples.sheet("Den første"), samples.sheet("Den sidste"))
    html = printed(samples.snapshot(shown)).html
    assert html.count("<svg") == 1
    assert html.count("<caption>Figuren som tabel") == 1
    assert "Figuren står under “Den første”." in html
    kept = json.loads(samples.snapshot(shown))["content"]["sheets"][0]["indicators"][0]["picture"]
    assert thawed_line(kept) == samples.picture("Andel der ofte er uønsket alene")


@pytest.mark.slow
def test_several_indicators_are_small_multiples_beside_each_other() -> None:
    several = tuple(
        dataclasses.replace(samples.indicator(), reference=name, name=name, picture=samples.picture(name))
        for name in ("ensomhed", "tilfredshed")
    )
    made = render(samples.snapshot(samples.content(samples.sheet(indicators=several))), lambda step: None)
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        boxes = [[float(edge) for edge in figure.A.BBox] for figure in elements(document, "/Figure")]
    assert len(boxes) == 2
    (left, bottom, right, _top), (next_left, next_bottom, *_) = boxes
    assert right - left == pytest.approx(234, abs=2)
    assert next_left > right
    assert next_bottom == pytest.approx(bottom, abs=2)


def test_a_figure_says_what_it_shows_and_where(report: Rendered) -> None:
    with pikepdf.open(io.BytesIO(report.pdf)) as document:
        figure = element(document, "/Figure")
        left, bottom, right, top = (float(one) for one in figure.A.BBox)
        assert "Andel der ofte er uønsket alene" in str(figure.Alt)
    # As wide as the text, which the charts' 640 pixels nearly are.
    assert right - left == pytest.approx(480, abs=1)
    assert 60 < bottom < top < 780


def in_another_process(snapshot: str, processes: int, cache: Path | None, **environment: str) -> bytes:
    command = [sys.executable, "-m", "portfolio.reports.pdf.child", "100", "4096", str(os.getpid())]
    given, asked = {"PATH": os.environ["PATH"], **environment}, io.BytesIO()
    order = {"processes": processes, "renderer_megabytes": 1024, "cache": str(cache or "")}
    say(asked, snapshot.encode(), **order)
    done = subprocess.run(
        command, input=asked.getvalue(), cwd=project.BASE_DIR, env=given, capture_output=True, check=True
    )
    said = io.BytesIO(done.stdout)
    while (heard := hear(said)) is not None:
        if heard[1]:
            return heard[1]
    raise AssertionError(done.stderr)


# As Python starts, wherever it is found: the clock of a day more than a year from now.
ANOTHER_DAY = """
import datetime, time
SHIFT = datetime.timedelta(days=400)
now, localtime, gmtime = time.time, time.localtime, time.gmtime
time.time = lambda: now() + SHIFT.total_seconds()
time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)

class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + SHIFT
    @classmethod
    def utcnow(cls):
        return super().utcnow() + SHIFT

class Day(datetime.date):
    @classmethod
    def today(cls):
        return super().today() + SHIFT

datetime.datetime, datetime.date = Moment, Day
"""


@pytest.fixture
def another_day(tmp_path: Path) -> str:
    """A folder that sets the clock of the processes that have it on their path."""
    folder = tmp_path / "clock"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(ANOTHER_DAY)
    ask = "import datetime, time; print(datetime.date.today().year, datetime.datetime.now().year, time.localtime()[0])"
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": str(folder)}
    told = subprocess.run([sys.executable, "-c", ask], env=given, capture_output=True, text=True, check=True).stdout
    assert all(int(year) > datetime.date.today().year for year in told.split())  # noqa: DTZ011 - the machine's own day
    return str(folder)


@pytest.mark.slow
def test_the_same_snapshot_gives_the_same_bytes_anywhere(tmp_path: Path, another_day: str) -> None:
    """In other processes, one or two of them, from the cache or not, in another zone, on another day, with another
    order of sets.
    """
    snapshot = samples.snapshot(samples.content(samples.sheet("En"), samples.sheet("To", "Andre ord.")))
    cache = tmp_path / "parts"
    one = in_another_process(snapshot, 1, cache, PYTHONHASHSEED="1", TZ="Europe/Copenhagen", LC_ALL="C.UTF-8")
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "HOME": str(tmp_path), "PYTHONPATH": another_day}
    two = in_another_process(snapshot, 2, None, PYTHONHASHSEED="2", **elsewhere)
    kept = in_another_process(snapshot, 1, cache)
    assert one == two == kept
    assert one.startswith(b"%PDF-1.7")
