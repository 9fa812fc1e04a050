"""What parts of the text of a cell in a workbook of Excel are raised, lowered or struck out.

Only what differs from the ordinary is looked at: a workbook without such text is not parsed for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from portfolio.sheets.reading.excel_cells import elements, forget, number_in, placed_cells
from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.marked_text import PLAIN, Look
from portfolio.sheets.reading.refusals import Reason, Refused
from portfolio.sheets.reading.workbook import Place

_PLACES = {"superscript": 1, "subscript": -1}
_MARKS = (b"vertAlign", b"strike")
_FALSE = {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class Rich:
    """A text as it is seen, and whether a line goes through any of it."""

    text: str
    is_struck: bool


@dataclass(frozen=True, slots=True)
class Marked:
    texts: dict[Place, str] = field(default_factory=dict)
    struck: frozenset[Place] = frozenset()


def strings_of(content: bytes, limits: Limits) -> dict[int, Rich]:
    """Of the texts that the cells share those with a mark, by their number."""
    if not _has_marks(content):
        return {}
    found: dict[int, Rich] = {}
    for number, (_event, node) in enumerate(elements(content, ("{*}si",), ("end",))):
        if (rich := _rich(node)) is not None:
            found[number] = rich
            if len(found) > limits.cells:
                raise Refused(Reason.TOO_MANY_CELLS, limit=limits.cells)
        forget(node)
    return found


def struck_styles(styles: etree._Element) -> frozenset[int]:
    """The cell styles whose font is struck out."""
    fonts = [_look(font).is_struck for group in styles.iter("{*}fonts") for font in group.iter("{*}font")]
    if True not in fonts:
        return frozenset()
    used = [number_in(style.get("fontId"), 0) for group in styles.iter("{*}cellXfs") for style in group.iter("{*}xf")]
    return frozenset(style for style, font in enumerate(used) if font < len(fonts) and fonts[font])


def marked_cells(content: bytes, strings: Mapping[int, Rich], struck: frozenset[int]) -> Marked:
    """`strings` are the shared texts with a mark, `struck` the styles that are struck out."""
    if not (strings or _has_marks(content) or any(_uses(content, style) for style in struck)):
        return Marked()
    texts: dict[Place, str] = {}
    places = set()
    for row, column, node in placed_cells(content):
        kind, rich = node.get("t"), None
        if kind == "s":
            rich = strings.get(number_in(node.findtext("{*}v"), -1))
        elif kind == "inlineStr":
            inline = node.find("{*}is")
            rich = None if inline is None else _rich(inline)
        if rich is not None:
            texts[row, column] = rich.text
        is_filled = len(node) > 0
        if (rich is not None and rich.is_struck) or (is_filled and number_in(node.get("s"), 0) in struck):
            places.add((row, column))
    return Marked(texts, frozenset(places))


def _uses(content: bytes, style: int) -> bool:
    return any(b"s=%b%d%b" % (quote, style, quote) in content for quote in (b'"', b"'"))


def _has_marks(content: bytes) -> bool:
    return any(mark in content for mark in _MARKS)


def _rich(node: etree._Element) -> Rich | None:
    """None for a text without a mark; the reading of a text in another script is no part of it."""
    pieces = [(_look_of_run(run), run.findtext("{*}t") or "") for run in node.findall("{*}r")]
    if all(look.is_plain for look, _text in pieces):
        return None
    text = (node.findtext("{*}t") or "") + "".join(look.of(piece) for look, piece in pieces)
    return Rich(text, any(look.is_struck and piece.strip() for look, piece in pieces))


def _look_of_run(run: etree._Element) -> Look:
    properties = run.find("{*}rPr")
    return PLAIN if properties is None else _look(properties)


def _look(font: etree._Element) -> Look:
    line, align = font.find("{*}strike"), font.find("{*}vertAlign")
    is_struck = line is not None and line.get("val", "1") not in _FALSE
    return Look(0 if align is None else _PLACES.get(align.get("val", ""), 0), is_struck)
