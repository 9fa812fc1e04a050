"""The fonts that a report is set in: those of the national design system, and no other.

Fonts of the machine would change the layout from one server to the next, and a letter that no font has would break
the file's conformity. What the fonts lack is therefore replaced, and the report says how often.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "node_modules/dkfds/dist/fonts/IBMPlexSans/complete/ttf"
NAMES = ("IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf", "IBMPlexSans-Italic.ttf")

LAYOUT = "\n\t"
# The same to the eye: a space that does not break, a hyphen that does not break, a space of no width.
STAND_INS = {"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2007": "\u00a0", "\u2011": "-", "\u200b": "", "\r": ""}
REPLACEMENT = "¤"


def font_bytes() -> dict[str, bytes]:
    return {name: (FOLDER / name).read_bytes() for name in NAMES}


def font_hashes() -> dict[str, str]:
    """SHA-256 of each font file, as it stands in a snapshot."""
    return {name: hashlib.sha256(content).hexdigest() for name, content in font_bytes().items()}


@cache
def letters() -> frozenset[str]:
    """The characters that every one of our fonts can print."""
    from fontTools.ttLib import TTFont

    printable = []
    for name in NAMES:
        with TTFont(FOLDER / name, lazy=True) as font:
            printable.append(frozenset(map(chr, font.getBestCmap())))
    return frozenset.intersection(*printable) | frozenset(LAYOUT)


def printable(text: str) -> tuple[str, int]:
    """The text in letters that our fonts have, and how many characters had to be replaced by ¤."""
    known = letters()
    composed = unicodedata.normalize("NFC", text)
    shown = [STAND_INS.get(character, character) for character in composed]
    lost = sum(1 for character in shown if character and character not in known)
    return "".join(one if not one or one in known else REPLACEMENT for one in shown), lost
