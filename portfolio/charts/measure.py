"""How much room a text takes, and how it is broken into lines that fit."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from portfolio.charts.widths import REGULAR, SEMIBOLD

SIZE = 14.0
LINE = 18.0
# What a line reaches above and below its base line: the tallest capital with a ring, the deepest letter.
ABOVE, BELOW = 13.5, 4.0

# A sign that the table lacks may be set in any font of the machine, and some are wide.
_UNKNOWN = 1400
# Rounding by the engines, and a browser that has not got the font yet.
_MARGIN = 1.03
_WIDTHS = {
    bold: {character: width for width, characters in table.items() for character in characters}
    for bold, table in ((False, REGULAR), (True, SEMIBOLD))
}
# No browser and no PDF engine breaks a line here; a text may be broken after each of them.
_PIECES = re.compile(r"[^ /-]*[ /-]+|[^ /-]+")
_SHORTEST = 3
_BREAKING = ("Cc", "Cs", "Zl", "Zp")


def clean(text: str) -> str:
    """One line, without what XML cannot hold, and without marks that cannot be seen or turn the text about."""
    composed = unicodedata.normalize("NFC", text)
    spaced = (" " if unicodedata.category(one) in _BREAKING else one for one in composed)
    printable = "".join(one for one in spaced if unicodedata.category(one) != "Cf")
    return re.sub(r" {2,}", " ", printable).strip(" ")


@cache
def width(text: str, *, bold: bool = False) -> float:
    """Units of the drawing, rather too wide than too narrow."""
    known = _WIDTHS[bold]
    return sum(known.get(character, _UNKNOWN) for character in text) * SIZE / 1000 * _MARGIN


def widest(texts: list[str], *, bold: bool = False) -> float:
    return max((width(text, bold=bold) for text in texts), default=0.0)


@cache
def wrap(text: str, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines no wider than the room, at least one; a word that is too long is cut with a hyphen. Nothing is left out."""
    lines: list[str] = []
    line = ""
    for piece in _PIECES.findall(clean(text)):
        if width((line + piece).rstrip(" "), bold=bold) <= room:
            line += piece
            continue
        if line:
            lines.append(line.rstrip(" "))
        *full, line = _cut(piece, room, bold=bold)
        lines += full
    return (*lines, line.rstrip(" ")) if line.rstrip(" ") or not lines else tuple(lines)


def _cut(word: str, room: float, *, bold: bool) -> list[str]:
    """The word in parts that fit, all but the last with a hyphen where it was cut."""
    parts = []
    while width(word.rstrip(" "), bold=bold) > room and len(word) > 1:
        size = max(1, _fitting(word, room, bold=bold))
        if len(word.rstrip(" ")) - size < _SHORTEST < size:
            size -= _SHORTEST
        parts.append(word[:size] + ("-" if word[size - 1].isalpha() else ""))
        word = word[size:]
    return [*parts, word]


def _fitting(word: str, room: float, *, bold: bool) -> int:
    """How many of the first letters fit with a hyphen after them."""
    left = room - width("-", bold=bold)
    for size in range(1, len(word)):
        left -= width(word[size - 1], bold=bold)
        if left < 0:
            return size - 1
    return len(word) - 1
