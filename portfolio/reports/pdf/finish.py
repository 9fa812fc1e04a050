"""The last step: what a validator does not ask for, and a reader with a screen reader does.

Running heads and feet leave the reading order, header cells say what they head, links say where they lead, lists
say how they are marked, and figures where they stand.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

# The engine draws in CSS pixels from the top left corner.
POINTS_PER_PIXEL = 0.75


def finish(pdf: bytes, links: dict[str, str]) -> bytes:
    """`links` maps addresses to the words of their links. The same input gives the same bytes."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        elements = list(walk(document.Root.StructTreeRoot))
        reachable = {place for element in elements for place in marked_content(element)}
        for number, page in enumerate(document.pages):
            set_running_lines_aside(document, page, {mcid for at, mcid in reachable if at == page.objgen})
            forget_unreachable(document, number, {mcid for at, mcid in reachable if at == page.objgen})
            describe_links(page, links)
        describe_headers(document, elements)
        describe_lists(elements)
        place_figures(elements)
        keep_pixels(document)
        out = io.BytesIO()
        document.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True
        )
    return out.getvalue()


def children_of(element: Any) -> list[Any]:
    kids = element.get(Name.K)
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def tag_of(element: Any) -> str:
    """ "/P", "/TH", …"""
    return str(element.S)


def is_element(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and Name.S in kid


def walk(root: Any) -> Iterator[Any]:
    """Every structure element under the root, in reading order. Deep trees do not exhaust the stack."""
    waiting = [kid for kid in reversed(children_of(root)) if is_element(kid)]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(kid for kid in reversed(children_of(element)) if is_element(kid))


def marked_content(element: Any) -> Iterator[tuple[tuple[int, int], int]]:
    """(page, number) of each piece of page content that the element holds itself."""
    for kid in children_of(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif isinstance(kid, Dictionary) and kid.get(Name.Type) == Name.MCR:
            yield (kid.get(Name.Pg) or element.Pg).objgen, int(kid.MCID)


def set_running_lines_aside(document: Pdf, page: pikepdf.Page, reachable: set[int]) -> None:
    """What is marked on the page but stands outside the tree becomes an artifact of the pagination."""
    middle = float(page.mediabox[3]) / POINTS_PER_PIXEL / 2
    written: list[tuple[Any, Any]] = []
    height = 0.0
    open_at: int | None = None
    for operands, operator in instructions_of(page):
        instruction = (operands, operator)
        if operator == Operator("BDC") and Name.MCID in operands[1] and int(operands[1].MCID) not in reachable:
            open_at = len(written)
            instruction = ([Name.Artifact, _pagination("Header")], operator)
        elif operator == Operator("Tm") and open_at is not None:
            height = float(operands[5])
        elif operator == Operator("EMC") and open_at is not None:
            kind = "Header" if height < middle else "Footer"
            written[open_at] = ([Name.Artifact, _pagination(kind)], Operator("BDC"))
            open_at = None
        written.append(instruction)
    page.obj.Contents = document.make_stream(pikepdf.unparse_content_stream(written))


def instructions_of(page: pikepdf.Page) -> Iterator[tuple[Any, Any]]:
    """(operands, operator), in the order in which the page is painted."""
    for instruction in pikepdf.parse_content_stream(page):
        yield instruction.operands, instruction.operator


def _pagination(subtype: str) -> Dictionary:
    return Dictionary(Type=Name.Pagination, Subtype=Name(f"/{subtype}"))


def forget_unreachable(document: Pdf, page_number: int, reachable: set[int]) -> None:
    """The parent tree no longer leads from a running line to an element that stands nowhere."""
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    parents = numbers[page_number * 2 + 1]
    for mcid in range(len(parents)):
        if mcid not in reachable:
            parents[mcid] = None


def describe_links(page: pikepdf.Page, links: dict[str, str]) -> None:
    for annotation in page.obj.get(Name.Annots, Array()):
        address = f"#{annotation.Dest}" if Name.Dest in annotation else str(annotation.A.URI)
        annotation.Contents = String(links.get(address) or address)


def describe_headers(document: Pdf, elements: list[Any]) -> None:
    """Scope for each header cell, and the tree by which cells find their headers."""
    named = []
    for element in elements:
        if tag_of(element) != "/TH":
            continue
        scope = Name.Column if tag_of(element.P.P) == "/THead" else Name.Row
        attributes = element.get(Name.A)
        if attributes is None:
            attributes = element.A = Dictionary(O=Name.Table)
        attributes.Scope = scope
        if Name.ID in element:
            named.append((bytes(element.ID), element))
    if named:
        names = Array()
        for identifier, element in sorted(named, key=lambda pair: pair[0]):
            names.append(String(identifier))
            names.append(element)
        limits = Array([names[0], names[-2]])
        leaf = document.make_indirect(Dictionary(Names=names, Limits=limits))
        document.Root.StructTreeRoot.IDTree = document.make_indirect(Dictionary(Kids=Array([leaf])))


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
