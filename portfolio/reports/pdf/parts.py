"""A report in parts that are laid out apart from each other. How it is cut hangs on its content alone."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from portfolio.reports.pdf.versions import press_digest
from portfolio.reports.printed import Printed, Section

# A text in an attribute of ours has no quotes and no brackets of its own: they are escaped.
LINK = re.compile(r'(<a\b[^>]*?\bhref=")#([^"]*)"')
ANCHOR = re.compile(r'\bid="([^"]*)"')
NEW_PAGE = re.compile(r'\s*<section class="(?:[a-z]+ )*(?:fresh|initiative)\b')
NAMES_PAGES = '<section class="contents'
# A link out of the part leads to an address of this scheme until the parts are joined.
SCHEME = "part"
LINK_OUT = re.compile(rf'(<a\b[^>]*?\bhref=")(?:#|{SCHEME}:)([^"]*)"')


@dataclass(frozen=True)
class Part:
    """Whole elements that begin on a new page. `names_pages`: its links name the pages to which they lead.

    `copy` tells parts of the same content apart, which must not share the names of their cells.
    """

    body: str
    language: str
    names_pages: bool = False
    copy: int = 0

    @property
    def html(self) -> str:
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head><meta charset="utf-8"><title>-</title></head>'
            f"<body>{self.body}</body></html>"
        )

    def with_pages(self, pages: Mapping[str, int]) -> Part:
        """The part as it stands when the page of each anchor is known."""

        def named(found: re.Match[str]) -> str:
            return f'{found[0]} data-page="{pages.get(html.unescape(found[2]), "")}"'

        return replace(self, body=LINK_OUT.sub(named, self.body))

    @property
    def mark(self) -> str:
        """SHA-256 of its content alone: another release of ours gives it no other."""
        return hashlib.sha256(f"{self.copy}\x00{self.html}".encode()).hexdigest()

    def key(self, css: str) -> str:
        """SHA-256 of all that its pages hang on. Two parts with the same key have the same bytes."""
        return hashlib.sha256("\x00".join([press_digest(), css, self.mark]).encode()).hexdigest()


def cut(report: Printed) -> tuple[Part, ...]:
    """A part for each sheet, and one for each run of other sections between two page breaks."""
    met: dict[str, int] = {}
    parts = []
    for run in _runs(report.sections):
        part = _part(run, report.language)
        parts.append(replace(part, copy=met.setdefault(part.body, 0)))
        met[part.body] += 1
    return tuple(parts)


def _runs(sections: Iterable[Section]) -> Iterator[list[Section]]:
    run: list[Section] = []
    for section in sections:
        if not section.html.strip():
            continue
        if run and (section.is_sheet or run[-1].is_sheet or NEW_PAGE.match(section.html)):
            yield run
            run = []
        run.append(section)
    if run:
        yield run


def _part(run: Iterable[Section], language: str) -> Part:
    body = "".join(section.html for section in run)
    here = set(ANCHOR.findall(body))

    def led(found: re.Match[str]) -> str:
        return found[0] if found[2] in here else f'{found[1]}{SCHEME}:{found[2]}"'

    return Part(LINK.sub(led, body), language, NAMES_PAGES in body)
