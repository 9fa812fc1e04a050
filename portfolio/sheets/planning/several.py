"""Several names in one cell: on lines, after semicolons, or after commas where the parts are known."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

Known = Callable[[str], bool]
_AND = re.compile(r"\s(?:og|samt|and|&)\s")


class Named(NamedTuple):
    """`unknown` are the parts of a list of which other parts are known: they are misspelled or missing here."""

    names: list[str]
    unknown: list[str]


def several(text: str, is_known: Known) -> Named:
    """A comma may also belong to a name: a piece of which nothing is known is one name."""
    found = Named([], [])
    for piece in filter(None, map(str.strip, text.replace("\n", ";").split(";"))):
        parts = _parts(piece, is_known)
        if is_known(piece) or not any(map(is_known, parts)):
            found.names.append(piece)
            continue
        for part in parts:
            (found.names if is_known(part) else found.unknown).append(part)
    return found


def _parts(piece: str, is_known: Known) -> list[str]:
    parts: list[str] = []
    for part in filter(None, map(str.strip, piece.split(","))):
        joined = [one.strip() for one in _AND.split(part) if one.strip()]
        parts += joined if not is_known(part) and any(map(is_known, joined)) else [part]
    return parts
