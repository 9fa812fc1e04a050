"""Documents of Word (.docx), read from their XML: what is deleted, hidden or drawn beside the text is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from portfolio.plans.reading.blocks import Block, Paragraph, TableRow, paragraph
from portfolio.plans.reading.refusals import NotReadError
from portfolio.sheets.reading import Reason
from portfolio.sheets.reading.archives import Archive

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY = "word/document.xml"
_HEADING = re.compile(r"(?:heading|overskrift|title|titel)\s*\d*", re.IGNORECASE)
# Text that a reader of the document does not see as part of it.
_LEFT_OUT = {
    f"{_W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "footnoteReference", "pict", "object")
} | {_FALLBACK}
_DEEPEST = 200
# Empty ones count too: each costs as much to read.
_MOST_PARAGRAPHS = 60_000


def blocks_of_word(archive: Archive) -> list[Block]:
    body = _parsed(archive, _BODY).find(f"{_W}body")
    if body is None:
        raise NotReadError(Reason.DAMAGED)
    return _Reader(_heading_styles(archive), _bullets(archive)).blocks_in(body)


def _parsed(archive: Archive, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(archive.xml(name), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotReadError(Reason.DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotReadError(Reason.ENTITIES)
    return root


def _heading_styles(archive: Archive) -> frozenset[str]:
    """The ids of styles that are headings; the id is in the language of the program, the name mostly is not."""
    if "word/styles.xml" not in archive:
        return frozenset()
    found = set()
    for style in _parsed(archive, "word/styles.xml").iter(f"{_W}style"):
        name, identity = _value(style.find(f"{_W}name")), style.get(f"{_W}styleId") or ""
        if _HEADING.fullmatch(name) or _HEADING.fullmatch(identity) or style.find(f".//{_W}outlineLvl") is not None:
            found.add(identity)
    return frozenset(found)


def _bullets(archive: Archive) -> frozenset[tuple[str, str]]:
    """(list, level) of the lists whose points have a mark or a letter and no number."""
    if "word/numbering.xml" not in archive:
        return frozenset()
    root = _parsed(archive, "word/numbering.xml")
    kinds = {
        (abstract.get(f"{_W}abstractNumId") or "", level.get(f"{_W}ilvl") or "0"): _value(level.find(f"{_W}numFmt"))
        for abstract in root.iter(f"{_W}abstractNum")
        for level in abstract.iter(f"{_W}lvl")
    }
    lists = {one.get(f"{_W}numId") or "": _value(one.find(f"{_W}abstractNumId")) for one in root.iter(f"{_W}num")}
    return frozenset(
        (number, level)
        for number, abstract in lists.items()
        for (owner, level), kind in kinds.items()
        if owner == abstract and kind == "bullet"
    )


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val") or ""


@dataclass(slots=True)
class _Reader:
    headings: frozenset[str]
    bullets: frozenset[tuple[str, str]]
    count: int = 0
    _runs: list[tuple[str, bool]] = field(default_factory=list)

    def blocks_in(self, element: etree._Element, depth: int = 0) -> list[Block]:
        if depth > _DEEPEST:
            raise NotReadError(Reason.DAMAGED)
        blocks: list[Block] = []
        for child in element:
            if child.tag == f"{_W}p":
                blocks += self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                blocks += [row for row in map(self._row, child.iterchildren(f"{_W}tr")) if row is not None]
            elif child.tag not in _LEFT_OUT:
                blocks += self.blocks_in(child, depth + 1)
        return blocks

    def _row(self, row: etree._Element) -> TableRow | None:
        cells = tuple(
            tuple(found for one in cell.iter(f"{_W}p") for found in self._paragraph(one))
            for cell in row.iterchildren(f"{_W}tc", f"{_W}sdt")
        )
        return TableRow(self.count, cells) if any(cells) else None

    def _paragraph(self, element: etree._Element) -> list[Paragraph]:
        """A forced line break begins a new paragraph, which has the same number."""
        self.count += 1
        if self.count > _MOST_PARAGRAPHS:
            raise NotReadError(Reason.TOO_MANY_ROWS, sheet="Word", count=self.count, limit=_MOST_PARAGRAPHS)
        self._runs = []
        self._gather(element, 0)
        style, number = element.find(f"{_W}pPr/{_W}pStyle"), element.find(f"{_W}pPr/{_W}numPr")
        is_heading = _value(style) in self.headings and bool(_value(style))
        is_bold = bool(self._runs) and all(bold for text, bold in self._runs if text.strip())
        lines = "".join(text for text, _bold in self._runs).split("\n")
        made = (
            paragraph(self.count, line, is_item=self._is_bullet(number), is_heading=is_heading or is_bold)
            for line in lines
        )
        return [one for one in made if one is not None]

    def _is_bullet(self, number: etree._Element | None) -> bool:
        if number is None:
            return False
        level = _value(number.find(f"{_W}ilvl")) or "0"
        return (_value(number.find(f"{_W}numId")), level) in self.bullets

    def _gather(self, element: etree._Element, depth: int) -> None:
        if depth > _DEEPEST:
            raise NotReadError(Reason.DAMAGED)
        for child in element:
            if child.tag in _LEFT_OUT or child.tag == f"{_W}p":
                continue
            if child.tag == f"{_W}r":
                self._runs += _run(child)
            else:
                self._gather(child, depth + 1)


def _run(run: etree._Element) -> list[tuple[str, bool]]:
    """(text, whether it is bold); a hidden run has none."""
    style = run.find(f"{_W}rPr")
    if style is not None and _is_on(style.find(f"{_W}vanish")):
        return []
    text = "".join(_pieces(run))
    return [(text, style is not None and _is_on(style.find(f"{_W}b")))] if text else []


def _is_on(mark: etree._Element | None) -> bool:
    return mark is not None and _value(mark) not in {"0", "false", "off"}


def _pieces(run: etree._Element) -> Iterator[str]:
    signs = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
    for child in run:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "t":
            yield child.text or ""
        elif name == "br" and child.get(f"{_W}type") in {"page", "column"}:
            yield " "
        else:
            yield signs.get(name, "")
