"""Plans as web pages: everything but paragraphs, lists, tables and links is taken out before the page is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import nh3
from lxml import etree, html

from portfolio.plans.reading.blocks import Block, Paragraph, TableRow, paragraph
from portfolio.plans.reading.refusals import NotReadError
from portfolio.sheets.reading import Reason

_HEADINGS = {f"h{level}" for level in range(1, 7)}
_BLOCKS = {"p", "div", "li", "section", "article", "blockquote", "dt", "dd", "caption"} | _HEADINGS
_INSIDE = {"a", "b", "strong", "i", "em", "br", "span"}
_KEPT = _BLOCKS | _INSIDE | {"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "td", "th"}
_WITHOUT_CONTENT = {
    "script", "style", "title", "template", "noscript", "svg", "math", "select", "nav", "form", "iframe", "object",
}  # fmt: skip
_DEEPEST = 200
_MOST_OPEN = 1_000
# Elements that nothing closes for their author.
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|td|th|tr|dt|dd|br|img|hr|meta|link|input|option|col|area|wbr|source)\b)[a-zA-Z]"
)
_LINK = re.compile(r"https?://[^\s<>\"]{1,300}")


def blocks_of_page(text: str) -> list[Block]:
    reader = _Reader()
    reader.read(_tree(text))
    return reader.blocks


def paragraphs_of_fragment(text: str, line: int) -> list[Paragraph]:
    """The paragraphs of a piece of a page, all of the same line."""
    reader = _Reader()
    reader.read(_tree(text))
    return [Paragraph(line, one.text, one.is_item, one.is_heading) for one in _flat(reader.blocks)]


def _flat(blocks: list[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, TableRow):
            yield from block.paragraphs
        else:
            yield block


def _tree(text: str) -> html.HtmlElement:
    _check_depth(text)
    clean = nh3.clean(
        text, tags=_KEPT, clean_content_tags=_WITHOUT_CONTENT, attributes={"a": {"href"}},
        url_schemes={"http", "https"}, link_rel=None,
    )  # fmt: skip
    if not clean.strip():
        return html.HtmlElement()
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return html.fragment_fromstring(clean, create_parent="div", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NotReadError(Reason.DAMAGED) from error


def _check_depth(text: str) -> None:
    """Elements within elements by the thousand take the parser for ever; no page that somebody wrote has them."""
    depth = 0
    for found in _NESTING.finditer(text):
        depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > _MOST_OPEN:
            raise NotReadError(Reason.DAMAGED)


@dataclass(slots=True)
class _Reader:
    """Gathers text until a block begins or ends."""

    blocks: list[Block] = field(default_factory=list)
    count: int = 0
    _text: list[str] = field(default_factory=list)
    _bold: int = 0
    _plain: int = 0

    def read(self, element: html.HtmlElement, depth: int = 0, *, is_item: bool = False, is_bold: bool = False) -> None:
        if depth > _DEEPEST:
            raise NotReadError(Reason.DAMAGED)
        self._take(element.text, is_bold)
        for child in element:
            self._child(child, depth, is_item, is_bold)
            self._take(child.tail, is_bold)
        if depth == 0:
            self._end(is_item)

    def _child(self, child: html.HtmlElement, depth: int, is_item: bool, is_bold: bool) -> None:
        tag = child.tag
        if tag == "tr":
            self._end(is_item)
            self.blocks += self._row(child, depth)
        elif tag == "br":
            self._end(is_item)
        elif tag in _INSIDE:
            self.read(child, depth + 1, is_item=is_item, is_bold=is_bold or tag in {"b", "strong"})
            if tag == "a":
                self._link(child)
        elif tag in _BLOCKS:
            self._end(is_item)
            inside = is_item or tag == "li"
            self.read(child, depth + 1, is_item=inside, is_bold=tag in _HEADINGS)
            self._end(inside, is_heading=tag in _HEADINGS)
        else:
            self._end(is_item)
            self.read(child, depth + 1, is_item=is_item)
            self._end(is_item)

    def _row(self, row: html.HtmlElement, depth: int) -> list[Block]:
        cells = []
        self.count += 1
        line = self.count
        for cell in row:
            inner = _Reader(count=self.count)
            inner.read(cell, depth + 2)
            inner._end(False)
            self.count = inner.count
            cells.append(tuple(_flat(inner.blocks)))
        return [TableRow(line, tuple(cells))] if any(cells) else []

    def _take(self, text: str | None, is_bold: bool) -> None:
        if text:
            self._text.append(text)
            if text.strip():
                self._bold, self._plain = self._bold + is_bold, self._plain + (not is_bold)

    def _link(self, link: html.HtmlElement) -> None:
        address = link.get("href") or ""
        if _LINK.fullmatch(address) and address not in "".join(self._text):
            self._text.append(f" ({address})")

    def _end(self, is_item: bool, *, is_heading: bool = False) -> None:
        text = re.sub(r"[\s]*\n[\s]*", " ", "".join(self._text))
        is_bold = bool(self._bold) and not self._plain
        self._text, self._bold, self._plain = [], 0, 0
        if found := paragraph(self.count + 1, text, is_item=is_item, is_heading=is_heading or is_bold):
            self.count += 1
            self.blocks.append(found)
