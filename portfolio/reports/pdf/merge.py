"""Joins finished parts to one file, tags and all.

Every page keeps its tags: the parts' numbers of pages and links are moved on, their trees of tags hang under one
document, the tree that leads from the pages back to the tags and the one of header cells get a branch for each part,
and links between parts find their pages.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Name, PageCopyWarning, Pdf, String

from portfolio.reports.pdf.finish import saved
from portfolio.reports.pdf.packed import Anchors, Bookmark, Packed
from portfolio.reports.pdf.parts import SCHEME
from portfolio.reports.pdf.running import Numbering
from portfolio.reports.pdf.typefaces import Fonts, font_dictionary, joined

COVER = "cover"


@dataclass(frozen=True)
class Joined:
    pdf: bytes
    pages: int


def join(parts: Sequence[Packed], running: Packed, numbering: Numbering) -> Joined:
    """`running` brings the lines in the margins, the metadata and what else the file has once.

    Raises ValueError when two parts claim the same place or the same header cell, or a link leads nowhere.
    """
    total = sum(len(part.page_names) for part in parts)
    with Pdf.open(io.BytesIO(running.pdf)) as book:
        lines = dict(zip(running.page_names, [page.obj.Contents for page in book.pages], strict=True))
        shared = _shared(book, [*(part.fonts for part in parts), running.fonts, numbering.fonts(total)])
        for page in book.pages:
            page.obj.Resources.Font = shared.fonts
        _without_pages(book)
        tree = _Tree(book)
        for part in parts:
            _add(book, part, tree, shared)
        tree.close()
        names = [name for part in parts for name in part.page_names]
        for number, (page, name) in enumerate(zip(book.pages, names, strict=True), start=1):
            stamp = book.make_stream(numbering.content(number, total))
            page.obj.Contents = Array([page.obj.Contents, lines[name if name == COVER else ""], stamp])
        _name_places(book, parts)
        _bookmark(book, parts)
        return Joined(saved(book), total)


@dataclass(frozen=True)
class _Shared:
    fonts: Any
    colours: Any
    patterns: Any


def _shared(book: Pdf, fonts: Iterable[Fonts]) -> _Shared:
    resources = book.pages[0].obj.Resources
    return _Shared(book.make_indirect(font_dictionary(book, joined(fonts))), resources.ColorSpace, resources)


def _without_pages(book: Pdf) -> None:
    while len(book.pages):
        del book.pages[-1]


class _Tree:
    """The tags of the whole, growing part by part."""

    def __init__(self, book: Pdf) -> None:
        self._book = book
        self.document = book.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
        self.root = book.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([self.document])))
        self.document.P = self.root
        book.Root.StructTreeRoot = self.root
        self.next_key = 0
        self._back: list[Any] = []
        self._named: list[Any] = []

    def add(self, document: Any, back: Any, named: Any) -> None:
        """`back` is a part's numbers with what they lead to, already moved on; `named` its leaf of header cells."""
        document.S = Name.Part
        document.P = self.document
        self.document.K.append(document)
        if len(back):
            limits = Array([back[0], back[-2]])
            self._back.append(self._book.make_indirect(Dictionary(Nums=back, Limits=limits)))
        if named is not None:
            self._named.append(named)

    def close(self) -> None:
        self.root.ParentTree = self._book.make_indirect(Dictionary(Kids=Array(self._back)))
        self.root.ParentTreeNextKey = self.next_key
        if self._named:
            leaves = sorted(self._named, key=lambda leaf: bytes(leaf.Limits[0]))
            for one, other in pairwise(leaves):
                if bytes(one.Limits[1]) >= bytes(other.Limits[0]):
                    raise ValueError("Two parts give their header cells the same names.")
            self.root.IDTree = self._book.make_indirect(Dictionary(Kids=Array(leaves)))


def _add(book: Pdf, part: Packed, tree: _Tree, shared: _Shared) -> None:
    with Pdf.open(io.BytesIO(part.pdf)) as source:
        root = source.Root.StructTreeRoot
        document = root.K[0]
        del document.P
        first = len(book.pages)
        with warnings.catch_warnings():
            # The links' places are named anew for the whole: see _name_places.
            warnings.simplefilter("ignore", PageCopyWarning)
            book.pages.extend(source.pages)
        named = book.copy_foreign(root.IDTree) if Name.IDTree in root else None
        copied, numbers = book.copy_foreign(document), book.copy_foreign(root.ParentTree).Nums
    back = Array()
    for at in range(0, len(numbers), 2):
        back.append(int(numbers[at]) + tree.next_key)
        back.append(numbers[at + 1])
    for page in list(book.pages)[first:]:
        _move(page.obj, tree.next_key, shared)
    tree.add(copied, back, named)
    tree.next_key += len(numbers) // 2


def _move(page: Any, by: int, shared: _Shared) -> None:
    page.StructParents = int(page.StructParents) + by
    page.Resources.ColorSpace = shared.colours
    fonts = page.Resources.get(Name.Font)
    if fonts is None:
        page.Resources.Font = shared.fonts
    else:
        # Changed where it stands: patterns and forms of the page share it.
        for name in shared.fonts:
            fonts[name] = shared.fonts[name]
    for link in page.get(Name.Annots, Array()):
        if Name.StructParent in link:
            link.StructParent = int(link.StructParent) + by
        if Name.A in link and str(link.A.URI).startswith(f"{SCHEME}:"):
            link.Dest = String(str(link.A.URI).removeprefix(f"{SCHEME}:"))
            del link[Name.A]


def _name_places(book: Pdf, parts: Sequence[Packed]) -> None:
    places = anchors_of(parts)
    pages = [page.obj for page in book.pages]
    for page in pages:
        for link in page.get(Name.Annots, Array()):
            if Name.Dest in link and str(link.Dest) not in places:
                raise ValueError(f"A link leads to {link.Dest}, which is not in the report.")
    if places:
        names = Array()
        for name in sorted(places, key=lambda name: bytes(String(name))):
            at, x, y = places[name]
            names.append(String(name))
            names.append(Array([pages[at], Name.XYZ, x, y, 0]))
        book.Root.Names = Dictionary(Dests=Dictionary(Names=names))


def anchors_of(parts: Sequence[Packed]) -> Anchors:
    """All named places, with their pages counted from 0 over the whole."""
    found: Anchors = {}
    first = 0
    for part in parts:
        for name, (page, x, y) in part.anchors.items():
            if name in found:
                raise ValueError(f"Two parts have a place with the name {name}.")
            found[name] = (first + page, x, y)
        first += len(part.page_names)
    return found


def _bookmark(book: Pdf, parts: Sequence[Packed]) -> None:
    top: list[Bookmark] = []
    first = 0
    for part in parts:
        top += [_moved(one, first) for one in part.bookmarks]
        first += len(part.page_names)
    if top:
        root: Any = book.make_indirect(Dictionary(Type=Name.Outlines))
        _hang(book, root, top, [page.obj for page in book.pages])
        root.Count = len(top)
        book.Root.Outlines = root


def _moved(one: Bookmark, by: int) -> Bookmark:
    return Bookmark(one.title, one.page + by, one.x, one.y, tuple(_moved(inner, by) for inner in one.inner))


def _hang(book: Pdf, parent: Any, marks: Sequence[Bookmark], pages: Sequence[Any]) -> None:
    """Those inside others are folded away until a reader opens them."""
    hung: list[Any] = [
        book.make_indirect(
            Dictionary(
                Title=String(mark.title), Parent=parent, Dest=Array([pages[mark.page], Name.XYZ, mark.x, mark.y, 0])
            )
        )
        for mark in marks
    ]
    for one, other in pairwise(hung):
        one.Next, other.Prev = other, one
    parent.First, parent.Last = hung[0], hung[-1]
    for bookmark, mark in zip(hung, marks, strict=True):
        if mark.inner:
            _hang(book, bookmark, mark.inner, pages)
            bookmark.Count = -len(mark.inner)
