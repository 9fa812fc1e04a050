"""WeasyPrint, as a report needs it: tagged, PDF/UA-1 and PDF/A-2a at once, the same bytes every time."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import MethodType
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from portfolio.reports.pdf.fetcher import ClosedFetcher
from portfolio.reports.pdf.fonts import font_bytes

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


@dataclass(frozen=True)
class Laid:
    """`complaints` are the engine's own warnings and errors; a sound report has none."""

    pdf: bytes
    pages: int
    complaints: tuple[str, ...]


def lay_out(html: str, css: str, *, identifier: bytes, step: Callable[[str], None]) -> Laid:
    """`step` is called with the engine's own words each time it starts on something new."""
    fetcher = ClosedFetcher(font_bytes())
    fonts = FontConfiguration()
    with _listening(step) as complaints, _without_collector():
        sheet = CSS(string=css, url_fetcher=fetcher, font_config=fonts)
        page = HTML(string=html, url_fetcher=fetcher, media_type="print")
        document = page.render(font_config=fonts, stylesheets=[sheet])
        metadata = document.metadata
        metadata.generate_rdf_metadata = MethodType(_with_ua(metadata.generate_rdf_metadata), metadata)
        pdf = document.write_pdf(pdf_variant="pdf/a-2a", pdf_identifier=identifier)
    return Laid(pdf, len(document.pages), tuple(complaints))


def _with_ua(generate: Callable[..., bytes]) -> Callable[..., bytes]:
    """The metadata name one standard; the file follows two. The other is named inside the same RDF."""

    def both(self: object, *arguments: Any) -> bytes:
        rdf = generate(*arguments)
        if rdf.count(RDF) != 1:
            raise ValueError("The engine writes its metadata in another way than before.")
        return rdf.replace(RDF, UA_IDENTIFICATION + RDF)

    return both


@contextmanager
def _listening(step: Callable[[str], None]) -> Iterator[list[str]]:
    """Collects what the engine complains of, and passes on where it is."""
    complaints: list[str] = []
    log, progress = logging.getLogger("weasyprint"), logging.getLogger("weasyprint.progress")
    ear = _Ear(lambda record: complaints.append(record.getMessage()), logging.WARNING)
    clock = _Ear(lambda record: step(record.getMessage()), logging.INFO)
    before = log.level, progress.level, log.propagate
    log.addHandler(ear)
    progress.addHandler(clock)
    log.setLevel(logging.WARNING)
    progress.setLevel(logging.INFO)
    log.propagate = False
    try:
        yield complaints
    finally:
        log.removeHandler(ear)
        progress.removeHandler(clock)
        log.level, progress.level, log.propagate = before


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
