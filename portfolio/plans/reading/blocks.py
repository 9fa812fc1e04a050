"""What a plan is made of, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BULLET = "• "
_MARK = re.compile(r"[•·◦▪●○‣∙*\uf0b7\uf0a7-]\s+|[o–—]\t\s*|[–—]\s+(?=[A-ZÆØÅ])")
_SPACES = re.compile(r"[ \t\u2000-\u200a\u202f]+")
# Signs that nobody sees: they part words, hide letters and turn the order of what is read.
_UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`line` counts from 1: the line of a text, the paragraph of a page or a document. `text` has no mark of a list.

    `is_heading` says that it looks like one: a heading's style, or bold throughout.
    """

    line: int
    text: str
    is_item: bool = False
    is_heading: bool = False

    @property
    def shown(self) -> str:
        return f"{BULLET}{self.text}" if self.is_item else self.text


@dataclass(frozen=True, slots=True)
class TableRow:
    line: int
    cells: tuple[tuple[Paragraph, ...], ...]

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        return (paragraph for cell in self.cells for paragraph in cell)


Block = Paragraph | TableRow


@dataclass(frozen=True, slots=True)
class PlanText:
    """`has_lines` says what `line` counts: lines of a text, else paragraphs."""

    name: str
    blocks: tuple[Block, ...]
    has_lines: bool = False


def paragraph(line: int, text: str, *, is_item: bool = False, is_heading: bool = False) -> Paragraph | None:
    """None when there is nothing in it. A mark of a list at its beginning makes it an item."""
    text = _UNSEEN.sub("", text)
    plain = _SPACES.sub(" ", text).strip()
    found = _MARK.match(text.strip())
    if found and len(text.strip()) > found.end():
        plain, is_item = _SPACES.sub(" ", text.strip()[found.end() :]).strip(), True
    return Paragraph(line, plain, is_item, is_heading) if plain.strip("\u00a0") else None
