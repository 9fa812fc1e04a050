"""A report is an ordered list of sections. Joined between its opening and closing they are one HTML document."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from portfolio.reports.pdf.fonts import printable
from portfolio.reports.printed.arranging import arranged

BEFORE = ("front", "summary", "overview", "strategies")
AFTER = ("shared", "appendices")


@dataclass(frozen=True)
class Section:
    """One or more whole elements of the body. Its HTML hangs on the snapshot alone, never on where it lands.

    `is_sheet`: the sheet of one initiative, which begins on a page of its own and may be laid out apart from the
    others. Anchors (`id`) are unique in the report; links to other sections are `#anchor`.
    """

    key: str
    html: str
    is_sheet: bool = False


@dataclass(frozen=True)
class Printed:
    """`opening` ends with <body …>, whose attributes the running heads are made from."""

    opening: str
    sections: tuple[Section, ...]
    closing: str
    language: str
    digest: str

    @property
    def html(self) -> str:
        return "".join([self.opening, *(section.html for section in self.sections), self.closing])


def printed(snapshot: str) -> Printed:
    """The report of a snapshot; the same for the same snapshot, wherever and whenever."""
    digest = hashlib.sha256(snapshot.encode()).hexdigest()
    read = json.loads(snapshot)
    with translation.override(str(read["language"])):
        context = arranged(read, digest)
        found, lost = _in_our_letters(_sections(context))
        if lost:
            found, _lost = _in_our_letters(_sections({**context, "lost": lost}))
        opening, _lost = printable(render_to_string("reports/pdf/opening.html", context))
    return Printed(opening, found, "</body>\n</html>\n", str(read["language"]), digest)


def _sections(context: dict[str, Any]) -> Iterator[Section]:
    yield from (_section(name, context) for name in BEFORE)
    for sheet in context["sections"]:
        html = render_to_string("reports/pdf/_initiative.html", {**context, "sheet": sheet})
        yield Section(f"sheet:{sheet['card']['reference']}", html, is_sheet=True)
    yield from (_section(name, context) for name in AFTER)


def _section(name: str, context: dict[str, Any]) -> Section:
    return Section(name, render_to_string(f"reports/pdf/_{name}.html", context))


def _in_our_letters(sections: Iterator[Section]) -> tuple[tuple[Section, ...], int]:
    """The sections in letters that the fonts have, and how many characters they lack."""
    found, lost = [], 0
    for section in sections:
        html, lacking = printable(section.html)
        found.append(Section(section.key, html, section.is_sheet))
        lost += lacking
    return tuple(found), lost
