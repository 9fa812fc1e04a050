"""Texts with paragraphs, lists and links as elements; every word of them is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from organisation.prose import Block, Line, Paragraph, Piece, Points, blocks_of

register = template.Library()
BREAK = mark_safe("<br>")
NOTHING = mark_safe("")


@register.filter
def prose(text: str) -> SafeString:
    """For a page."""
    return SCREEN.blocks(blocks_of(text))


@register.simple_tag
def printed_prose(text: str, calls: Sequence[Mapping[str, Any]] = ()) -> SafeString:
    """For paper: behind the words of a link stands its address, and what is only an address is no link there.

    `calls` of footnotes stand behind the last words.
    """
    end = render_to_string("reports/pdf/_calls.html", {"calls": calls}) if calls else NOTHING
    return PAPER.blocks(blocks_of(text), end)


def _on_screen(piece: Piece) -> SafeString:
    if not piece.url:
        return format_html("{}", piece.text)
    return format_html('<a href="{}" rel="noopener noreferrer">{}</a>', piece.url, piece.text)


def _on_paper(piece: Piece) -> SafeString:
    if not piece.url or piece.is_bare:
        return format_html("{}", piece.text)
    address = piece.url.removeprefix("mailto:")
    link = format_html('<a href="{}">{}</a>', piece.url, piece.text)
    return link if piece.text == address else format_html("{} ({})", link, address)


@dataclass(frozen=True)
class Setting:
    """How pieces and numbered points are shown."""

    show: Callable[[Piece], SafeString]
    counts_itself: bool = False

    def blocks(self, blocks: Sequence[Block], end: SafeString = NOTHING) -> SafeString:
        """`end` stands behind the last words."""
        last = len(blocks) - 1
        shown = ((self._block(block, end if at == last else NOTHING),) for at, block in enumerate(blocks))
        return format_html_join("", "{}", shown)

    def _block(self, block: Block, end: SafeString) -> SafeString:
        if isinstance(block, Paragraph):
            return format_html("<p>{}{}</p>", self._lines(block.lines), end)
        points = format_html_join("", "<li>{}{}</li>", self._points(block, end))
        if not block.is_numbered:
            return format_html('<ul class="points">{}</ul>', points)
        return format_html('<ul class="counted">{}</ul>' if self.counts_itself else "<ol>{}</ol>", points)

    def _points(self, block: Points, end: SafeString) -> Iterator[tuple[str, SafeString]]:
        for number, point in enumerate(block.points, start=1):
            mark = f"{number}. " if block.is_numbered and self.counts_itself else ""
            here = end if number == len(block.points) else NOTHING
            under = self.blocks(point.under, here) if point.under else here
            yield mark, format_html("{}{}", self._lines(point.lines), under)

    def _lines(self, lines: Iterable[Line]) -> SafeString:
        words = (format_html_join("", "{}", ((self.show(piece),) for piece in line)) for line in lines)
        return format_html_join(BREAK, "{}", ((line,) for line in words))


SCREEN = Setting(_on_screen)
# A number in the page's own words: the tags of the PDF know lists with marks and lists without.
PAPER = Setting(_on_paper, counts_itself=True)
