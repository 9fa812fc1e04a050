"""Sets the sections of a report from what its snapshot holds: the templates and words of this version, once."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from portfolio.reports.pdf.fonts import printable
from portfolio.reports.printed.arranging import arranged, arranged_sheet
from portfolio.reports.printed.cases import case_of
from portfolio.reports.printed.outlook import deviations, earlier_decisions, outlook
from portfolio.reports.printed.sections import DIGEST, Section

ROOT = Path(__file__).resolve().parents[3]
# The first is also what the preview is shown in; the second is the page, which only the engine knows.
STYLES = (ROOT / "static/report.css", ROOT / "templates/reports/pdf/page.css")
RUNNING = ROOT / "templates/reports/pdf/running.css"
CLOSING = "</body>\n</html>\n"
# Ours alone: what stands in a caption or a cell is escaped.
CAPTIONED = re.compile(
    r"<table(?P<about>[^>]*)>\s*<caption>(?P<words>.*?)</caption>\s*<thead><tr>(?P<cells>.*?)</tr></thead>", re.S
)
CELL = re.compile(r"<th\b[^>]*?(?: class=\"([^\"]*)\")?>")
Context = dict[str, Any]


def set_pages(read: Mapping[str, Any]) -> dict[str, Any]:
    """What the snapshot keeps under “printed”. `read` is the rest of it, as plain JSON; its language is active."""
    context = {**arranged(read), **_plan(read), "digest": DIGEST}
    sections = [_with_captions_again(section) for section in _sections(context)]
    lost = sum(printable(_without_digest(section.html))[1] for section in sections)
    if lost:
        sections = [_with_captions_again(section) for section in _sections({**context, "lost": lost})]
    return {
        "opening": _in_our_letters(render_to_string("reports/pdf/opening.html", context)),
        "sections": [
            dataclasses.asdict(dataclasses.replace(section, html=_in_our_letters(section.html))) for section in sections
        ],
        "closing": CLOSING,
        **dict(zip(("css", "running_css"), styles(), strict=True)),
    }


def set_sheet(sheet: dict[str, Any]) -> str:
    """The sheet of one initiative alone, as plain JSON, for the screen: the same HTML as in a report."""
    return printable(render_to_string("reports/pdf/_initiative.html", {"sheet": arranged_sheet(sheet)}))[0]


def styles() -> tuple[str, str]:
    """The print sheet, and that of the lines in the margins."""
    return "".join(style.read_text() for style in STYLES), RUNNING.read_text()


def _plan(read: Mapping[str, Any]) -> Context:
    """What is left out because nothing is to be said of it, or because the case's headings say it already."""
    case, chosen = case_of(read), read["composition"]["sections"]
    parts = {
        "deviations": deviations(read),
        "followed": earlier_decisions(read),
        "outlook": outlook(read),
    }
    said = {
        "overview": True,
        "deviations": True,
        "indicators": bool(read["content"]["indicators"] or read["content"]["context_figures"]),
        "economy": bool(read["content"]["economy"]["tables"] or read["content"]["overview"]["budget_tables"]),
        "follow_up": bool(parts["followed"]),
        "outlook": bool(parts["outlook"]),
        "objectives": bool(read["content"]["strategies"]),
        "sheets": bool(read["content"]["sheets"]),
        "definitions": bool(read["content"]["definitions"]),
        "glossary": True,
        "method": True,
    }
    planned = [name for name in chosen if said.get(name)]
    return {**parts, "case": case, "planned": planned, "headings_of": _headings(), "entries": _entries(planned)}


def _headings() -> dict[str, str]:
    """As they are printed, by section."""
    return {
        "overview": _("Overview of the initiatives"),
        "deviations": _("Deviations"),
        "indicators": _("Indicators"),
        "economy": _("Economy"),
        "follow_up": _("Follow-up on earlier decisions"),
        "outlook": _("Risks, hearing and next process"),
        "objectives": _("Strategies and objectives"),
        "sheets": _("The initiatives"),
        "definitions": _("Definitions of the indicators"),
        "glossary": _("Glossary"),
        "method": _("Sources, and how the figures are made"),
    }


def _entries(planned: list[str]) -> list[dict[str, str]]:
    """The lines of the contents that lead to the status report."""
    headings = _headings()
    return [{"section": name, "words": headings[name]} for name in planned]


def _sections(context: Context) -> Iterator[Section]:
    yield _section("front", context)
    if context["changes"]:
        yield _section("changes", context)
    for part in context["case"]:
        html = render_to_string("reports/pdf/_case.html", {**context, "part": part})
        yield Section(f"case:{part['part']}", html)
    yield _section("contents", context)
    before = ""
    for name in (*context["planned"], "colophon"):
        if name == "sheets":
            yield from _sheets(context)
        else:
            # The one-page table has its page; what follows the sheets does not begin on the last of them.
            fresh = " fresh" if name == "overview" or before == "sheets" else ""
            given = {"heading": context["headings_of"].get(name, ""), "part_class": f"part{fresh}"}
            yield _section(name, {**context, **given})
        before = name


def _sheets(context: Context) -> Iterator[Section]:
    for sheet in context["sheets"]:
        html = render_to_string("reports/pdf/_initiative.html", {**context, "sheet": sheet})
        yield Section(f"sheet:{sheet['card']['reference']}", html, is_sheet=True)


def _section(name: str, context: Context) -> Section:
    return Section(name, render_to_string(f"reports/pdf/_{name}.html", context))


def _with_captions_again(section: Section) -> Section:
    """The engine repeats a table's head on every page, and not its caption: there the caption stands in the head. The
    screen shows the caption itself (report-screen.css), and the tags have it as one (pdf/captions.py). On a narrow
    screen such a table is moved sideways by itself, also with the keyboard.
    """
    return dataclasses.replace(section, html=CAPTIONED.sub(_caption_again, section.html))


def _caption_again(found: re.Match[str]) -> str:
    words, cells = found["words"], found["cells"]
    classes = CELL.findall(cells)
    columns = "".join(f'<col class="{one}">' if one else "<col>" for one in classes)
    again = f'<tr class="again"><th scope="colgroup" colspan="{len(classes)}">{words}</th></tr>'
    head = f"<colgroup>{columns}</colgroup>\n<thead>{again}<tr>{cells}</tr></thead>"
    return f'<table{found["about"]} tabindex="0">\n<caption>{words}</caption>\n{head}'


def _without_digest(html: str) -> str:
    return html.replace(DIGEST, "")


def _in_our_letters(html: str) -> str:
    """In letters that the fonts have; the place of the checksum stays."""
    return DIGEST.join(printable(part)[0] for part in html.split(DIGEST))
