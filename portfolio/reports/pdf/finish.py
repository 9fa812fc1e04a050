"""What is done to a part after its layout: what a validator does not ask for, and a reader with a screen reader does.

Header cells say what they head, links say where they lead, lists say how they are marked, figures where they stand,
and the tags hold no layers that say nothing. What belongs to the whole file (bookmarks, named places, programs of
fonts, metadata) is taken out and handed on beside the pages.
"""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

from portfolio.reports.pdf.captions import restore_captions
from portfolio.reports.pdf.flatten import flatten
from portfolio.reports.pdf.packed import POINTS_PER_PIXEL, Anchors, Laid, Packed
from portfolio.reports.pdf.tags import children_of, instructions_of, tag_of, walk
from portfolio.reports.pdf.typefaces import take_fonts

FIRST_LETTERS = 16


def finish(laid: Laid, links: dict[str, str], mark: str) -> Packed:
    """`links` maps addresses to the words of their links; `mark` tells the part from all others."""
    with Pdf.open(io.BytesIO(laid.pdf)) as document:
        flatten(document)
        restore_captions(document)
        elements = list(walk(document.Root.StructTreeRoot))
        for page in document.pages:
            describe_links(page, links)
            page.obj.Contents = document.make_stream(b"q\n" + page.Contents.read_bytes() + b"\nQ\n")
            if Name.ColorSpace in page.obj.Resources:
                del page.obj.Resources[Name.ColorSpace]
        name_elements(document, elements, mark[:FIRST_LETTERS])
        describe_lists(elements)
        place_figures(elements)
        keep_pixels(document)
        fonts, anchors = take_fonts(document), take_anchors(document)
        leave_pages_and_tags(document)
        return Packed(saved(document), laid.page_names, anchors, laid.bookmarks, fonts, laid.complaints)


def finish_running_lines(laid: Laid) -> Packed:
    """The pages that hold only the lines in the margins, and the file's metadata; nothing of it is read aloud."""
    with Pdf.open(io.BytesIO(laid.pdf)) as document:
        for page in document.pages:
            set_aside(document, page)
        fonts = take_fonts(document)
        del document.Root.StructTreeRoot
        return Packed(saved(document), laid.page_names, {}, (), fonts, laid.complaints)


def saved(document: Pdf) -> bytes:
    """The same content gives the same bytes."""
    out = io.BytesIO()
    objects = pikepdf.ObjectStreamMode.generate
    document.save(out, deterministic_id=True, object_stream_mode=objects, compress_streams=True)
    return out.getvalue()


def set_aside(document: Pdf, page: pikepdf.Page) -> None:
    """All that is marked on the page becomes an artifact of the pagination."""
    middle = float(page.mediabox[3]) / POINTS_PER_PIXEL / 2
    written: list[tuple[Any, Any]] = []
    open_at: int | None = None
    for operands, operator in instructions_of(page):
        if operator == Operator("BDC") and Name.MCID in operands[1]:
            open_at = len(written)
        elif operator == Operator("Tm") and open_at is not None:
            kind = "Header" if float(operands[5]) < middle else "Footer"
            written[open_at] = ([Name.Artifact, _pagination(kind)], Operator("BDC"))
        elif operator == Operator("EMC"):
            open_at = None
        written.append((operands, operator))
    page.obj.Contents = document.make_stream(b"q\n" + pikepdf.unparse_content_stream(written) + b"\nQ\n")


def _pagination(subtype: str) -> Dictionary:
    return Dictionary(Type=Name.Pagination, Subtype=Name(f"/{subtype}"))


def describe_links(page: pikepdf.Page, links: dict[str, str]) -> None:
    for annotation in page.obj.get(Name.Annots, Array()):
        address = f"#{annotation.Dest}" if Name.Dest in annotation else unquote(str(annotation.A.URI))
        annotation.Contents = String(links.get(address) or address)


def name_elements(document: Pdf, elements: list[Any], mark: str) -> None:
    """Header cells, which say what they head, and footnotes: each has a name by which it is found, and no other part
    has the same.
    """
    named = []
    for number, element in enumerate(elements):
        if tag_of(element) == "/Note":
            element.ID = _name_in(mark, f"note-{number}")
            named.append((bytes(element.ID), element))
        elif tag_of(element) == "/TH":
            scope = Name.Column if tag_of(element.P.P) == "/THead" else Name.Row
            attributes = element.get(Name.A)
            if attributes is None:
                attributes = element.A = Dictionary(O=Name.Table)
            attributes.Scope = scope
            if Name.ID in element:
                element.ID = _name_in(mark, element.ID)
                named.append((bytes(element.ID), element))
        elif tag_of(element) == "/TD" and Name.Headers in element.get(Name.A, Dictionary()):
            element.A.Headers = Array([_name_in(mark, header) for header in element.A.Headers])
    if named:
        document.Root.StructTreeRoot.IDTree = document.make_indirect(_leaf(named))


def _name_in(mark: str, name: Any) -> String:
    return String(f"{mark}-{name}")


def _leaf(named: list[tuple[bytes, Any]]) -> Dictionary:
    names = Array()
    for name, element in sorted(named, key=lambda pair: pair[0]):
        names.append(String(name))
        names.append(element)
    return Dictionary(Names=names, Limits=Array([names[0], names[-2]]))


def describe_lists(elements: list[Any]) -> None:
    """Our pages hold no numbered lists: a list has discs, or no marks at all."""
    for element in elements:
        if tag_of(element) == "/L":
            marked = any(tag_of(part) == "/Lbl" for item in children_of(element) for part in children_of(item))
            element.A = Dictionary(O=Name.List, ListNumbering=Name.Disc if marked else Name("/None"))


def place_figures(elements: list[Any]) -> None:
    """The engine gives the box in pixels from the top left; the standard wants points from the bottom left."""
    for element in elements:
        if tag_of(element) == "/Figure" and Name.BBox in element.get(Name.A, Dictionary()):
            left, top, right, bottom = (float(one) * POINTS_PER_PIXEL for one in element.A.BBox)
            height = float(element.Pg.MediaBox[3])
            element.A.BBox = Array([round(one, 3) for one in (left, height - bottom, right, height - top)])


def keep_pixels(document: Pdf) -> None:
    """PDF/A forbids smoothing of images."""
    for one in document.objects:
        if isinstance(one, pikepdf.Stream) and one.get(Name.Subtype) == Name.Image and Name.Interpolate in one:
            one.Interpolate = False


def take_anchors(document: Pdf) -> Anchors:
    """Each named place with its page, from 0, and its point."""
    places = document.Root.get(Name.Names, Dictionary()).get(Name.Dests, Dictionary()).get(Name.Names, Array())
    pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(document.pages)}
    return {
        str(name): (pages[place[0].objgen], round(float(place[2]), 3), round(float(place[3]), 3))
        for name, place in zip(places[::2], places[1::2], strict=True)
    }


def leave_pages_and_tags(document: Pdf) -> None:
    for name in (Name.Names, Name.Outlines, Name.Metadata, Name.OutputIntents):
        if name in document.Root:
            del document.Root[name]
    for key in list[Any](document.docinfo):
        del document.docinfo[key]
