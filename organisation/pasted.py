"""What a text that a person sends may hold: paragraphs, lists and links, and nothing else.

HTML, as a program or a browser may send it, becomes the plain text of organisation.prose; so do the marks that Word
puts before the points of a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import nh3
from lxml import html as lxml_html

from organisation.prose import DEEPEST, INDENT, is_address

# Tags that no Danish sentence holds: "5 < 10" and "<navn>" stay as they are.
_HTML = re.compile(
    r"</(?:p|li|ul|ol|a|div|span|b|i|u|strong|em|h[1-6]|table|tr|td|script|style|body|html|font)\s*>"
    r"|<(?:br|p|li|ul|ol|div|img|script|style|iframe|object|svg|a\s+href|h[1-6])\b[^>]*>",
    re.IGNORECASE,
)
_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "pre", "table", "tbody"})
_KEPT = _BLOCKS | {"ul", "ol", "li", "a", "br", "span", "td", "th"}
_LEVEL = re.compile(r"mso-list:[^;\"']*level(\d)")
_IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_WORDS_MARK = re.compile(r"\s*(?:[·•▪§o–-]|\(?[0-9a-zA-Z]{1,3}[.)])(?:[\s\u00a0]+|$)")
_NUMBERED = re.compile(r"\(?[0-9a-zA-Z]{1,3}[.)]")
# A point as Word, Outlook and others put it into plain text.
_TYPED_POINT = re.compile(r"^([ \t]*)[·•▪◦‣●○][ \t\u00a0]+", re.MULTILINE)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def plain(sent: str) -> str:
    """The text as it is kept, whatever was sent. A text that is kept already comes out as it is."""
    text = from_html(sent) if _HTML.search(sent) else sent
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN).replace("\u00a0", " ")
    text = _TYPED_POINT.sub(lambda found: f"{' ' * INDENT * (len(found[1].expandtabs(INDENT)) // INDENT)}- ", text)
    lines = (line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n").rstrip()


def from_html(sent: str) -> str:
    """Its paragraphs, lists and links as text; scripts, styles, pictures and comments are gone."""
    clean = nh3.clean(
        sent,
        tags=set(_KEPT),
        clean_content_tags={"script", "style", "title", "xml", "svg", "math", "template", "noscript"},
        # Word says in the style what is a point of a list; it is read here and goes no further.
        attributes={"a": {"href"}, "p": {"style"}, "span": {"style"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
    if not clean.strip():
        return ""
    root = lxml_html.fragment_fromstring(clean, create_parent="div")
    reader = _Reader()
    reader.read(root)
    return reader.text()


@dataclass
class _Reader:
    """Walks the elements and writes lines. `gap`: a blank line is due before the next one."""

    lines: list[str] = field(default_factory=list)
    words: str = ""
    # What stands before the words of the line, and before those of the lines that go on.
    mark: str = ""
    is_point: bool = False
    numbers: dict[int, int] = field(default_factory=dict)

    def read(self, element: Any) -> None:
        self._say(element.text)
        for child in element:
            self._child(child)
            self._say(child.tail)

    def text(self) -> str:
        self._end()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip("\n")

    def _child(self, child: Any) -> None:
        if not isinstance(child.tag, str):
            return
        if child.tag == "br":
            self._end(goes_on=True)
        elif child.tag == "a":
            self._link(child)
        elif child.tag in {"ul", "ol"}:
            self._list(child, depth=0)
        elif level := _level_of(child):
            self._word_point(child, level)
        elif child.tag in _BLOCKS:
            self._paragraph(child)
        else:
            self.read(child)
            self.words += " " if child.tag in {"td", "th"} else ""

    def _link(self, element: Any) -> None:
        url = (element.get("href") or "").strip()
        words = " ".join("".join(element.itertext()).replace("\u00a0", " ").translate(_UNSEEN).split())
        words = words.replace("[", "(").replace("]", ")")
        address = url.replace("(", "%28").replace(")", "%29")
        if not words or not is_address(address):
            self.words += words
        else:
            self.words += address if words in {url, address} and url == address else f"[{words}]({address})"

    def _say(self, text: str | None) -> None:
        self.words += re.sub(r"[ \t\n\r\f]+", " ", (text or "").replace("\u00a0", " ").translate(_UNSEEN))

    def _end(self, *, goes_on: bool = False) -> None:
        words = re.sub(r" {2,}", " ", self.words).strip()
        if words or (self.lines and goes_on and not self.is_point):
            self.lines.append(f"{self.mark}{words}" if words else "")
            if goes_on and self.is_point:
                self.mark = " " * len(self.mark)
        self.words = ""

    def _paragraph(self, element: Any) -> None:
        if self.is_point:
            # A paragraph in a point goes on in it.
            self._end(goes_on=True)
            self.read(element)
            self._end(goes_on=True)
            return
        self._end()
        self._blank()
        self.numbers.clear()
        self.read(element)
        self._end()
        self._blank()

    def _blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _list(self, element: Any, depth: int) -> None:
        self._end()
        self._blank() if depth == 0 and not self._ends_in_point() else None
        number = 0
        for item in element:
            if item.tag in {"ul", "ol"}:
                self._list(item, depth + 1)
            elif isinstance(item.tag, str):
                number += 1
                self._item(item, depth, f"{number}." if element.tag == "ol" else "-")
        self._blank() if depth == 0 else None

    def _ends_in_point(self) -> bool:
        return bool(self.lines) and self.lines[-1].lstrip().startswith("- ")

    def _item(self, item: Any, depth: int, mark: str) -> None:
        outer = (self.mark, self.is_point)
        self.mark, self.is_point = _indent(depth) + f"{mark} ", True
        self._say(item.text)
        for child in item:
            if child.tag in {"ul", "ol"}:
                self._end()
                self._list(child, depth + 1)
            else:
                self._child(child)
            self._say(child.tail)
        self._end()
        self.mark, self.is_point = outer

    def _word_point(self, element: Any, level: int) -> None:
        self._end()
        depth = level - 1
        mark = _taken_mark(element)
        self.numbers = {at: number for at, number in self.numbers.items() if at <= depth}
        if _NUMBERED.fullmatch(mark):
            self.numbers[depth] = self.numbers.get(depth, 0) + 1
            mark = f"{self.numbers[depth]}."
        else:
            mark = "-"
        if self.lines and not self.lines[-1] and len(self.lines) > 1 and _is_point(self.lines[-2]):
            self.lines.pop()
        self._item(element, depth, mark)


def _indent(depth: int) -> str:
    return " " * INDENT * min(depth, DEEPEST - 1)


def _is_point(line: str) -> bool:
    return re.match(r" *(?:-|\d+\.) ", line) is not None


def _level_of(element: Any) -> int:
    """The depth of a point of a list as Word writes it, from 1; 0 for what is none."""
    found = _LEVEL.search(element.get("style") or "") if element.tag == "p" else None
    return int(found[1]) if found else 0


def _taken_mark(element: Any) -> str:
    """Takes Word's own mark out of the point, and returns it."""
    for span in element.iter("span"):
        if _IGNORED.search(span.get("style") or ""):
            mark = " ".join("".join(span.itertext()).split())
            tail, parent, before = span.tail or "", span.getparent(), span.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + tail
            else:
                parent.text = (parent.text or "") + tail
            parent.remove(span)
            return mark
    found = _WORDS_MARK.match(element.text or "")
    if found:
        element.text = element.text[found.end() :]
        return found[0].strip()
    return ""
