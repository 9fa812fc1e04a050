"""The document that is laid out: the snapshot's sections as one page, the print sheet, and the words of its links."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from portfolio.reports.printed import printed

STYLE = Path(__file__).resolve().parents[3] / "templates/reports/pdf/report.css"


@dataclass(frozen=True)
class Document:
    """`links` maps each address in the page, internal ones with #, to the words of its link."""

    html: str
    css: str
    links: dict[str, str]
    language: str
    identifier: bytes


def compose(snapshot: str) -> Document:
    """The document of a snapshot; the same for the same snapshot, wherever and whenever."""
    report = printed(snapshot)
    html = report.html
    return Document(html, STYLE.read_text(), link_words(html), report.language, bytes.fromhex(report.digest[:32]))


class _LinkReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open = dict(attrs).get("href")

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            words = f"{self.found.get(self._open, '')} {data}"
            self.found[self._open] = " ".join(words.split())

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = None


def link_words(html: str) -> dict[str, str]:
    reader = _LinkReader()
    reader.feed(html)
    return reader.found
