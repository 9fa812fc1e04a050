"""WeasyPrint, as a report needs it: tagged, PDF/UA-1 and PDF/A-2a at once, the same bytes every time."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import MethodType
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import LineBox, ReplacedBox
from weasyprint.pdf import tags
from weasyprint.text.fonts import FontConfiguration

from portfolio.reports.pdf.fetcher import ClosedFetcher
from portfolio.reports.pdf.fonts import font_bytes
from portfolio.reports.pdf.packed import POINTS_PER_PIXEL, Bookmark, Laid

RDF = b"</rdf:RDF>"
# PDF/A knows no PDF/UA, so the file explains the property that names it, as PDF/A asks of an extension.
UA_IDENTIFICATION = b"""
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1" />
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


# Tags that the engine does not know, by our elements: a footnote, and the number that calls it.
TAGS = {"aside": "Note", "sup": "Reference"}
_engines_tag = tags._get_pdf_tag


def _tag(name: str | None) -> str:
    return TAGS.get(name or "") or str(_engines_tag(name))


tags._get_pdf_tag = _tag


# What the last page may hold, of all pages before it, to be set once more with less room about everything: about as
# much as `.closer` of the print sheet saves.
SAVED = 0.15
# The pages of a layout that may be held beside another one.
MOST_HELD = 6


class Engine:
    """Lays out many documents with one print sheet. What it makes of one does not hang on those before it."""

    def __init__(self, css: str) -> None:
        self._fetcher = ClosedFetcher(font_bytes())
        self._fonts = FontConfiguration()
        with _listening() as complaints:
            self._sheet = CSS(string=css, url_fetcher=self._fetcher, font_config=self._fonts)
        self._complaints = tuple(complaints)

    def lay_out(self, html: str, identifier: bytes, *, may_close_up: bool = False) -> Laid:
        """`may_close_up`: what would leave a few lines alone on its last page is set closer, if that saves the page."""
        with _listening() as complaints, _without_collector():
            document = self._chosen(html) if may_close_up else self._rendered(html)
            metadata = document.metadata
            metadata.generate_rdf_metadata = MethodType(_with_ua(metadata.generate_rdf_metadata), metadata)
            pdf = document.write_pdf(pdf_variant="pdf/a-2a", pdf_identifier=identifier)
            names = tuple(page._page_box.page_type.name for page in document.pages)
            bookmarks = _bookmarks(document.make_bookmark_tree(POINTS_PER_PIXEL, transform_pages=True))
        return Laid(pdf, names, bookmarks, (*self._complaints, *complaints))

    def _chosen(self, html: str) -> Document:
        first = self._rendered(html)
        if not _ends_with_few_lines(first):
            return first
        pages, held = len(first.pages), first if len(first.pages) <= MOST_HELD else None
        # Two layouts of a long part need more memory than one process may take: then the first one is made again.
        del first
        gc.collect()
        closer = self._rendered(html.replace("<html ", '<html class="closer" ', 1))
        return closer if len(closer.pages) < pages else held or self._rendered(html)

    def _rendered(self, html: str) -> Document:
        page = HTML(string=html, url_fetcher=self._fetcher, media_type="print")
        return page.render(font_config=self._fonts, stylesheets=[self._sheet])


def _ends_with_few_lines(document: Document) -> bool:
    page, before = document.pages[-1]._page_box, len(document.pages) - 1
    # The first child is the page's content; the others are its margins.
    lines = [box for box in page.children[0].descendants() if isinstance(box, LineBox | ReplacedBox)]
    filled = max((box.position_y + box.height for box in lines), default=page.content_box_y()) - page.content_box_y()
    return bool(0 < filled <= before * page.height * SAVED)


def _bookmarks(found: Iterable[tuple[str, tuple[int, float, float], Any, str]]) -> tuple[Bookmark, ...]:
    return tuple(
        Bookmark(title, page, round(x, 3), round(y, 3), _bookmarks(inner))
        for title, (page, x, y), inner, _state in found
    )


def _with_ua(generate: Callable[..., bytes]) -> Callable[..., bytes]:
    """The metadata name one standard; the file follows two. The other is named inside the same RDF."""

    def both(self: object, *arguments: Any) -> bytes:
        rdf = generate(*arguments)
        if rdf.count(RDF) != 1:
            raise ValueError("The engine writes its metadata in another way than before.")
        return rdf.replace(RDF, UA_IDENTIFICATION + RDF)

    return both


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collects what the engine complains of."""
    complaints: list[str] = []
    log = logging.getLogger("weasyprint")
    ear = _Ear(lambda record: complaints.append(record.getMessage()), logging.WARNING)
    before = log.level, log.propagate
    log.addHandler(ear)
    log.setLevel(logging.WARNING)
    log.propagate = False
    try:
        yield complaints
    finally:
        log.removeHandler(ear)
        log.level, log.propagate = before


class _Ear(logging.Handler):
    def __init__(self, hear: Callable[[logging.LogRecord], None], level: int) -> None:
        super().__init__(level)
        self._hear = hear

    def emit(self, record: logging.LogRecord) -> None:
        self._hear(record)


@contextmanager
def _without_collector() -> Iterator[None]:
    """A layout makes millions of objects that live until it ends: looking for garbage among them costs a fifth."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
