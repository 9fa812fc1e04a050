"""A part that is laid out and finished, as it is handed on and kept: a line of JSON, and its pages as PDF."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

# The engine draws in CSS pixels from the top left corner.
POINTS_PER_PIXEL = 0.75

Anchors = dict[str, tuple[int, float, float]]


@dataclass(frozen=True)
class Bookmark:
    """`page` counts from 0 within the part; x and y are points from the bottom left."""

    title: str
    page: int
    x: float
    y: float
    inner: tuple[Bookmark, ...] = ()


@dataclass(frozen=True)
class Laid:
    """`page_names` are the named pages (`page: cover`) of each page, "" for the ordinary.

    `complaints` are the engine's own warnings and errors; a sound report has none.
    """

    pdf: bytes
    page_names: tuple[str, ...]
    bookmarks: tuple[Bookmark, ...]
    complaints: tuple[str, ...]


@dataclass(frozen=True)
class Packed:
    """`page_names`: the named page of each page, "" for the ordinary. `fonts`: by the name in the pages, the font's
    file and which text each glyph stands for. The PDF holds no font program, no bookmark and no named place.
    """

    pdf: bytes
    page_names: tuple[str, ...]
    anchors: Anchors
    bookmarks: tuple[Bookmark, ...]
    fonts: dict[str, tuple[str, dict[int, str]]]
    complaints: tuple[str, ...]

    def to_bytes(self) -> bytes:
        said = {name: value for name, value in asdict(self).items() if name != "pdf"}
        said["sha256"] = hashlib.sha256(self.pdf).hexdigest()
        return json.dumps(said, sort_keys=True).encode() + b"\n" + self.pdf


def unpacked(packed: bytes) -> Packed:
    """Raises ValueError when it is not whole."""
    head, _line, pdf = packed.partition(b"\n")
    said = json.loads(head)
    if said.pop("sha256") != hashlib.sha256(pdf).hexdigest():
        raise ValueError("The part is not what was written.")
    return Packed(
        pdf=pdf,
        page_names=tuple(said["page_names"]),
        anchors={name: (page, x, y) for name, (page, x, y) in said["anchors"].items()},
        bookmarks=_bookmarks(said["bookmarks"]),
        fonts={
            name: (file, {int(glyph): text for glyph, text in texts.items()})
            for name, (file, texts) in said["fonts"].items()
        },
        complaints=tuple(said["complaints"]),
    )


def _bookmarks(said: list[dict[str, Any]]) -> tuple[Bookmark, ...]:
    return tuple(Bookmark(**{**one, "inner": _bookmarks(one["inner"])}) for one in said)
