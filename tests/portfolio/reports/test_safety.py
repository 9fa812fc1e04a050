"""Whatever stands in a text is text: nothing is fetched, run or laid out as markup, in any field of a report."""

from __future__ import annotations

import http.server
import io
import json
import re
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio.reports.pdf.engine import Engine
from portfolio.reports.pdf.fetcher import ClosedFetcher
from portfolio.reports.pdf.fonts import letters
from portfolio.reports.pdf.parts import cut
from portfolio.reports.printed import printed
from portfolio.reports.printed.setting import set_pages
from portfolio.reports.rendering import render
from tests.portfolio.reports import samples
from tests.portfolio.reports.reading import text_of

# The engine forgets to close its colour profile; in a process of its own that is nobody's trouble.
LEAVES_A_FILE_OPEN = pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")
# FILE is a file with a secret, SERVER the address of a server that counts who asks.
PROBES = (
    "<script>alert(1)</script>",
    "<img src='FILE' alt='x'>",
    "<img src='SERVER/img.png' alt='x'>",
    "<b>fed</b>",
    "{{ 7*7 }}",
    "{% now 'Y' %}",
    "{% include 'FILE' %}",
    "{% load static %}",
    "<style>@import url(SERVER/x.css); body { display: none }</style>",
    "<link rel=stylesheet href='SERVER/x.css'>",
    "<link rel=attachment href='FILE'>",
    "<a href='FILE' rel=attachment>x</a>",
    "<base href='FILE'>",
    "<object data='FILE'></object>",
    "<embed src='FILE'>",
    "<iframe src='FILE'></iframe>",
    "<svg><image href='FILE'/></svg>",
    "<svg><use href='SERVER/x.svg#a'/></svg>",
    "<!-- ",
    "</body></html>",
    '" onmouseover="x" style="background:url(SERVER/bg)',
    "' href='FILE",
    "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "url(FILE) attr(href) counter(page)",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'FILE'>]>&e;",
    "]]> --> */ } @page { size: A0 }",
    'part:kilder" class="contents',
    "<section class=part><h1>Falsk</h1></section>",
)
SECRET = "hemmelighed-i-en-fil"
# What is read by our code as numbers, days and names of files, and is no text of anybody's.
NO_TEXT = {"picture", "versions", "fonts", "language", "format", "made_at", "printed", "composition"}


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and what it was asked for."""
    heard: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

        def log_message(self, *args: Any) -> None:
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()
        thread.join()


def attacked(value: Any, probes: Iterator[str]) -> Any:
    """The same with a probe after each text, in turn."""
    if isinstance(value, dict):
        return {name: one if name in NO_TEXT else attacked(one, probes) for name, one in value.items()}
    if isinstance(value, list):
        return [attacked(one, probes) for one in value]
    return f"{value} {next(probes)}" if isinstance(value, str) and not re.fullmatch(r"[\d.-]*", value) else value


def endless(probes: list[str]) -> Iterator[str]:
    while True:
        yield from probes


def printed_anew(read: dict[str, Any]) -> str:
    with translation.override("da"):
        return json.dumps({**read, "printed": set_pages(read)})


def test_every_text_of_a_report_may_hold_anything(asked: tuple[str, list[str]], tmp_path: Path) -> None:
    address, heard = asked
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    probes = [probe.replace("FILE", secret.as_uri()).replace("SERVER", address) for probe in PROBES]
    content = samples.content(samples.sheet(), samples.sheet("Anden"), is_fictional=True)
    kept = json.loads(samples.snapshot(content))
    made = render(printed_anew(attacked(kept, endless(probes))), lambda _progress: None)
    text = " ".join(text_of(made.pdf).split())
    assert SECRET not in text
    assert heard == []
    assert made.complaints == ()
    assert made.findings == ()
    squeezed = re.sub(r"\s|-", "", text)
    lost = [probe for probe in probes if re.sub(r"\s|-", "", probe) not in squeezed]
    assert lost == []
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        assert not any(pikepdf.Name.A in link for page in document.pages for link in page.obj.get("/Annots", ()))
        assert pikepdf.Name.EmbeddedFiles not in document.Root.Names
        assert not any(one.get("/Subtype") == "/Image" for one in document.objects if isinstance(one, pikepdf.Stream))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _value in attrs)))


def tags_of(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = _Tags()
    report = printed(samples.snapshot(samples.content(samples.sheet(f"Titel {text}", text or "x"))))
    for part in cut(report):
        found.feed(part.with_pages({"resume": 3}).html)
    return found.found


@settings(max_examples=20)
@given(st.text(sorted(letter for letter in letters() if letter.isprintable()), max_size=60).filter(str.strip))
def test_no_text_becomes_a_tag_or_an_attribute(text: str) -> None:
    assert tags_of(text) == tags_of("ord")


@LEAVES_A_FILE_OPEN
@pytest.mark.parametrize("address", ["FILE", "SERVER/x.png", "https://ond.invalid/", "ftp://x/y"])
def test_the_engine_fetches_no_file_and_no_address(address: str, asked: tuple[str, list[str]], tmp_path: Path) -> None:
    """Even when an address does stand in the page, the print sheet, or both."""
    server, heard = asked
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    address = address.replace("FILE", secret.as_uri()).replace("SERVER", server)
    with pytest.raises(ValueError, match="disallowed"):
        ClosedFetcher({"en.ttf": b"font"}).fetch(address)
    html = f"<html lang=da><title>t</title><h1>t</h1><img alt=x src='{address}'><link rel=stylesheet href='{address}'>"
    css = f"@import url({address}); p {{ background: url({address}) }}"
    laid = Engine(css).lay_out(html, b"x" * 16)
    assert len(laid.complaints) >= 2
    assert heard == []


def test_the_engine_fetches_our_fonts_and_data() -> None:
    fetcher = ClosedFetcher({"en.ttf": b"font"})
    assert fetcher.fetch("pejlemaerke:en.ttf").read() == b"font"
    assert fetcher.fetch("data:text/plain,hej").read() == b"hej"
    with pytest.raises(ValueError, match="disallowed"):
        fetcher.fetch("pejlemaerke:../../secret")
