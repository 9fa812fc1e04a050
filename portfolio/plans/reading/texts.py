"""Plans as plain text. A line with tabs is a row of a table, whose cells may hold fragments of a page."""

from __future__ import annotations

import re

from portfolio.plans.reading.blocks import Block, Paragraph, TableRow, paragraph
from portfolio.plans.reading.pages import paragraphs_of_fragment

_NUMBERED = re.compile(r"^\s*(?:[•·◦▪●○‣∙*\uf0b7\uf0a7o–—-]|\d{1,2}[.)]|[a-zæøå][.)])\t\s*")
_TAG = re.compile(r"</?(?:p|ul|ol|li|i|b|em|strong|br|div|span|a|h[1-6])\b[^>]{0,300}>", re.IGNORECASE)
_WRAPPED_FROM = 55


def blocks_of_text(text: str) -> list[Block]:
    blocks: list[Block] = []
    before: Paragraph | None = None
    for number, line in enumerate(text.split("\n"), 1):
        block = _block(number, line.replace("\r", "").replace("\f", ""))
        if before is not None and isinstance(block, Paragraph) and _goes_on(before, block):
            before = blocks[-1] = _joined(before, block)
            continue
        if block is not None:
            blocks.append(block)
        before = block if isinstance(block, Paragraph) else None
    return blocks


def _block(number: int, line: str) -> Block | None:
    if "\t" in line.strip("\n") and "\t" in _NUMBERED.sub("", line):
        cells = tuple(tuple(_paragraphs(number, cell)) for cell in line.split("\t"))
        return TableRow(number, cells) if any(cells) else None
    found = _paragraphs(number, line)
    return found[0] if len(found) == 1 else (TableRow(number, (tuple(found),)) if found else None)


def _paragraphs(number: int, text: str) -> list[Paragraph]:
    if _TAG.search(text):
        return paragraphs_of_fragment(text, number)
    found = paragraph(number, text)
    return [found] if found else []


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """The line was broken where the page ended, not where the sentence does."""
    return (
        len(before.text) >= _WRAPPED_FROM
        and not after.is_item
        and after.text[:1].islower()
        and before.text[-1] not in ".:;!?"
    )


def _joined(before: Paragraph, after: Paragraph) -> Paragraph:
    return Paragraph(before.line, join(before.text, after.text), before.is_item, before.is_heading)


def join(before: str, after: str) -> str:
    """Two halves of a sentence; a word divided by a hyphen becomes whole, and one printed on both pages stands once."""
    if re.search(r"[a-zæøå]{2}-$", before) and after[:1].islower() and not re.match(r"(?:og|eller|samt)\b", after):
        return before[:-1] + after
    last, first = before.rsplit(" ", 1)[-1], after.split(" ", 1)[0]
    return before + after[len(first) :] if last == first and len(first) > 3 else f"{before} {after}"
