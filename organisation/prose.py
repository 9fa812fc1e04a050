"""Text with paragraphs, lists and links. It is kept as the plain text that a person would type:

    A blank line begins a paragraph; a line ends where it was ended.
    - A point of a list              1. A point of a numbered list, which begins with 1 and has at least two
      - A point under a point
    [the words](https://address)     a link; an address that stands alone is a link too

So sheets, history and search hold text that people read, and no HTML is ever stored: what shows a text builds its
elements from what is read here. Every text is right, and one without the marks is only paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

INDENT = 2
DEEPEST = 3
SCHEMES = frozenset({"http", "https", "mailto"})

_POINT = re.compile(r"( *)(?:[-–•·]|(\d{1,3})[.)])[ \t\u00a0]+(?=\S)(.*)")
_NAMED = r"\[([^\[\]\n]{1,300})\]\(((?:https?://|mailto:)[^\s()<>\[\]]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)"
_BARE = r"(?<![\w/])https?://[^\s<>\"'\[\]|\\^`{}]+"
_LINK = re.compile(f"{_NAMED}|({_BARE})")
_NAMED_LINK = re.compile(_NAMED)
# What ends the sentence around an address, not the address.
_AFTER = ".,;:!?»”’"
_MAIL = re.compile(r"mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Piece:
    """Words, and where they lead. `is_bare`: the words are the address."""

    text: str
    url: str = ""
    is_bare: bool = False


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Paragraph:
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Point:
    lines: tuple[Line, ...]
    under: tuple[Points, ...] = ()


@dataclass(frozen=True)
class Points:
    is_numbered: bool
    points: tuple[Point, ...]


Block = Paragraph | Points


def blocks_of(text: str) -> tuple[Block, ...]:
    return tuple(_blocks(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def words_of(text: str) -> str:
    """The text without the addresses behind its words, for searching."""
    return _NAMED_LINK.sub(r"\1", text)


def is_address(url: str) -> bool:
    """An address that a text may link to: on the web or of a mailbox, nothing that runs or reads."""
    if url.startswith("mailto:"):
        return _MAIL.fullmatch(url) is not None
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises ValueError for what is no number
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.hostname) and not re.search(r"[\s\x00-\x1f<>\"]", url)


@dataclass
class _Read:
    """A line that may be a point of a list: its depth, its number if it has one, and its words."""

    depth: int
    number: int | None
    text: str


@dataclass
class _Open:
    """A list that is being read."""

    is_numbered: bool
    points: list[_OpenPoint] = field(default_factory=list)

    def closed(self) -> Points:
        return Points(self.is_numbered, tuple(point.closed() for point in self.points))


@dataclass
class _OpenPoint:
    lines: list[Line]
    under: list[_Open] = field(default_factory=list)

    def closed(self) -> Point:
        return Point(tuple(self.lines), tuple(one.closed() for one in self.under))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    points = _points_among(lines)
    paragraph: list[Line] = []
    lists: list[_Open] = []
    for index, line in enumerate(lines):
        point = points[index]
        goes_on = bool(lists) and point is None and line.startswith(" " * INDENT) and bool(line.strip())
        if point is None and not goes_on:
            yield from (one.closed() for one in lists)
            lists = []
        if point is not None and paragraph:
            yield Paragraph(tuple(paragraph))
            paragraph = []
        if point is not None:
            _add(lists, point)
        elif goes_on:
            _last_point(lists).lines.append(_pieces(line.strip()))
        elif line.strip():
            paragraph.append(_pieces(line.strip()))
        elif paragraph:
            yield Paragraph(tuple(paragraph))
            paragraph = []
    yield from (one.closed() for one in lists)
    if paragraph:
        yield Paragraph(tuple(paragraph))


def _points_among(lines: Sequence[str]) -> list[_Read | None]:
    """“1. januar” begins no list: numbers are points when they begin with 1 and go on."""
    read = [_point(line) for line in lines]
    counted: set[int] = set()
    for index, one in enumerate(read):
        if one is not None and one.number == 1:
            run = _run(read, index)
            counted |= set(run) if len(run) > 1 else set()
    return [
        one if one is not None and (one.number is None or index in counted) else None for index, one in enumerate(read)
    ]


def _point(line: str) -> _Read | None:
    found = _POINT.fullmatch(line.rstrip())
    if found is None:
        return None
    return _Read(len(found[1]) // INDENT, int(found[2]) if found[2] else None, found[3])


def _run(read: Sequence[_Read | None], first: int) -> list[int]:
    """The lines that count on from the first; points under a point may stand between."""
    start = read[first]
    run = [first]
    for index in range(first + 1, len(read)):
        one = read[index]
        if start is None or one is None or one.depth < start.depth:
            break
        if one.depth > start.depth:
            continue
        if one.number != len(run) + 1:
            break
        run.append(index)
    return run


def _add(lists: list[_Open], read: _Read) -> None:
    """To the list of its depth; a deeper one hangs on the last point, and one step at a time."""
    siblings, depth = lists, 0
    while depth < min(read.depth, DEEPEST - 1) and siblings:
        siblings, depth = siblings[-1].points[-1].under, depth + 1
    is_numbered = read.number is not None
    if not siblings or siblings[-1].is_numbered != is_numbered or read.number == 1:
        siblings.append(_Open(is_numbered))
    siblings[-1].points.append(_OpenPoint([_pieces(read.text)]))


def _last_point(lists: list[_Open]) -> _OpenPoint:
    point = lists[-1].points[-1]
    while point.under:
        point = point.under[-1].points[-1]
    return point


def _pieces(line: str) -> Line:
    found: list[Piece] = []
    at = 0
    for match in _LINK.finditer(line):
        piece, end = _linked(match)
        if piece is None:
            continue
        if match.start() > at:
            found.append(Piece(line[at : match.start()]))
        found.append(piece)
        at = end
    if at < len(line):
        found.append(Piece(line[at:]))
    return tuple(found)


def _linked(match: re.Match[str]) -> tuple[Piece | None, int]:
    """The link, and where in the line it ends."""
    words, url, bare = match.groups()
    if bare:
        url = bare.rstrip(_AFTER)
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(_AFTER)
        return (Piece(url, url, is_bare=True) if is_address(url) else None), match.start() + len(url)
    return (Piece(words.strip(), url, is_bare=words.strip() == url) if is_address(url) else None), match.end()
