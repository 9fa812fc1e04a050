"""The texts of a workbook of Excel 97 of which a part is raised, lowered or struck out: FONT and SST of [MS-XLS]."""

from __future__ import annotations

from collections.abc import Sequence
from struct import unpack_from

from portfolio.sheets.reading.marked_text import PLAIN, Look
from portfolio.sheets.reading.rich_strings import Rich

_WIDE, _FAR_EAST, _RICH = 0x01, 0x04, 0x08
_STRUCK_OUT = 0x08
# No font has the number 4: those after the fourth are counted one too high.
_NOT_COUNTED = 4


def look_said(data: bytes) -> Look:
    """The look that a record of a font says."""
    place = unpack_from("<H", data, 8)[0]
    return Look({1: 1, 2: -1}.get(place, 0), bool(unpack_from("<H", data, 2)[0] & _STRUCK_OUT))


def look_of_font(fonts: Sequence[Look], number: int) -> Look:
    place = number - 1 if number > _NOT_COUNTED else number
    return fonts[place] if place < len(fonts) else PLAIN


def rich_strings(pieces: Sequence[bytes], fonts: Sequence[Look]) -> dict[int, Rich]:
    """Of the texts in the record and those that continue it those with a mark, by their number.

    Raises struct.error or IndexError where they end too early.
    """
    if not pieces:
        return {}
    count = unpack_from("<I", pieces[0], 4)[0]
    texts = _Texts(pieces)
    found = {}
    for number in range(count):
        if texts.is_at_end:
            break
        text, runs = texts.next()
        if runs and (rich := _rich(text, runs, fonts)) is not None:
            found[number] = rich
    return found


def _rich(text: bytes, runs: Sequence[tuple[int, int]], fonts: Sequence[Look]) -> Rich | None:
    """Runs are (first sign, font), counted in UTF-16; before the first of them the text looks as its cell does."""
    ends = [first for first, _font in runs[1:]] + [len(text) // 2]
    spans = [
        (_words(text[2 * first : 2 * end]), look_of_font(fonts, font))
        for (first, font), end in zip(runs, ends, strict=True)
    ]
    if all(look.is_plain for _piece, look in spans):
        return None
    words = _words(text[: 2 * runs[0][0]]) + "".join(look.of(piece) for piece, look in spans)
    return Rich(words, any(look.is_struck and piece.strip() for piece, look in spans))


def _words(signs: bytes) -> str:
    return signs.decode("utf-16-le", "replace")


class _Texts:
    """Reads one text after the other; a record ends within a text only, and says then anew how wide its signs are."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._piece, self._at = 0, 8

    @property
    def is_at_end(self) -> bool:
        return self._piece == len(self._pieces) - 1 and self._at >= len(self._pieces[-1])

    def next(self) -> tuple[bytes, list[tuple[int, int]]]:
        if self._at >= len(self._pieces[self._piece]):
            self._turn()
        length, flags = unpack_from("<HB", self._pieces[self._piece], self._at)
        self._at += 3
        runs = unpack_from("<H", self._taken(2))[0] if flags & _RICH else 0
        more = unpack_from("<I", self._taken(4))[0] if flags & _FAR_EAST else 0
        text = self._characters(length, flags)
        places = self._taken(4 * runs)
        self._taken(more)
        return text, [(int(first), int(font)) for first, font in _pairs(places)]

    def _turn(self) -> None:
        self._piece, self._at = self._piece + 1, 0

    def _characters(self, length: int, flags: int) -> bytes:
        words = bytearray()
        while True:
            size = 2 if flags & _WIDE else 1
            data = self._pieces[self._piece][self._at : self._at + (length - len(words) // 2) * size]
            self._at += len(data)
            words += data if flags & _WIDE else data.decode("latin-1").encode("utf-16-le")
            if len(words) // 2 >= length:
                return bytes(words)
            self._turn()
            flags = self._pieces[self._piece][0]
            self._at = 1

    def _taken(self, count: int) -> bytes:
        """What follows a text goes on in the next record without a sign."""
        taken = bytearray()
        while len(taken) < count:
            if self._at >= len(self._pieces[self._piece]):
                self._turn()
            part = self._pieces[self._piece][self._at : self._at + count - len(taken)]
            self._at += len(part)
            taken += part
        return bytes(taken)


def _pairs(data: bytes) -> list[tuple[int, int]]:
    return [unpack_from("<HH", data, step) for step in range(0, len(data), 4)]
