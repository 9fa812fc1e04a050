"""What a person with a screen reader needs of a PDF, and what validators do not look at. Each finding is a sentence."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import Array, Dictionary, Name, Operator, Pdf

from portfolio.reports.pdf.contrast import faint
from portfolio.reports.pdf.tags import children_of, instructions_of, marked_content, tag_of, walk

PAINTING = frozenset(
    Operator(name)
    for name in ("Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "INLINE IMAGE")
)
OPENING = (Operator("BDC"), Operator("BMC"))
LOOKED_AT = " ".join(map(str, [*sorted(map(str, PAINTING)), "BDC", "BMC", "EMC"]))
ARTIFACT = -1
HEADINGS = {f"/H{level}": level for level in range(1, 7)}


def findings(pdf: bytes) -> list[str]:
    """What is wrong with the file; empty when nothing is."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        if Name.StructTreeRoot not in document.Root:
            return [_("The file is not tagged.")]
        elements = list(walk(document.Root.StructTreeRoot))
        checks = (
            of_document(document),
            of_headings(elements),
            of_lonely_headings(elements),
            of_tables(document, elements),
            of_figures(elements),
            of_lists(elements),
            of_content(document, elements),
            of_fonts(document),
            of_links(document),
        )
        return [finding for check in checks for finding in check]


def of_colours(css: str) -> Iterator[str]:
    """The print sheet of a file, which does not say itself what is text and what is paper."""
    for rule in faint(css):
        yield _("A text is too faint to be read by everybody (%(rule)s).") % {"rule": rule}


def _on(page: int, what: str) -> str:
    return _("Page %(page)d: %(what)s.") % {"page": page, "what": what}


def of_document(document: Pdf) -> Iterator[str]:
    root = document.Root
    if not str(root.get(Name.Lang, "")):
        yield _("The file does not say its language.")
    if not str(document.docinfo.get(Name.Title, "")):
        yield _("The file has no title.")
    if not root.get(Name.ViewerPreferences, Dictionary()).get(Name.DisplayDocTitle, False):
        yield _("A reader shows the file's name in place of its title.")
    metadata = root.Metadata.read_bytes() if Name.Metadata in root else b""
    if b'pdfuaid:part="1"' not in metadata or b'pdfaid:part="2"' not in metadata:
        yield _("The file does not say that it keeps the standards PDF/UA-1 and PDF/A-2.")
    if not root.get(Name.MarkInfo, Dictionary()).get(Name.Marked, False):
        yield _("The file does not say that it is tagged.")
    with document.open_outline() as outline:
        if not outline.root:
            yield _("The file has no bookmarks.")
    for number, page in enumerate(document.pages, start=1):
        if page.obj.get(Name.Tabs) != Name.S:
            yield _on(number, _("links are not visited in the order of the text"))


def of_headings(elements: list[Any]) -> Iterator[str]:
    level = 0
    for element in elements:
        here = HEADINGS.get(tag_of(element))
        if here is None:
            continue
        if here > level + 1:
            yield _("A heading of level %(here)d follows one of level %(level)d.") % {"here": here, "level": level}
        level = here
        if not any(list(marked_content(one)) for one in [element, *walk(element)]):
            yield _("A heading has no text.")
    if not level:
        yield _("The file has no headings.")


def of_lonely_headings(elements: list[Any]) -> Iterator[str]:
    """A heading stands on the page of what it heads: other headings, and then the first content after them."""
    waiting: list[Any] = []
    inside: set[tuple[int, int]] = set()
    for element in elements:
        pages = {page for page, _mcid in marked_content(element)}
        if tag_of(element) in HEADINGS or element.objgen in inside:
            waiting += pages
            inside |= {one.objgen for one in walk(element)}
        elif pages and waiting:
            if any(page not in pages for page in waiting):
                yield _("A heading stands alone at the foot of a page.")
            waiting = []


def of_tables(document: Pdf, elements: list[Any]) -> Iterator[str]:
    names = [identifier for identifier, _element in _named(document)]
    known = set(names)
    if len(known) < len(names):
        yield _("Two header cells have the same name.")
    for element in elements:
        attributes = element.get(Name.A, Dictionary())
        if tag_of(element) == "/TH":
            if Name.Scope not in attributes:
                yield _("A header cell does not say what it heads.")
            if Name.ID in element and bytes(element.ID) not in known:
                yield _("A header cell cannot be found by its name.")
        elif tag_of(element) == "/TD":
            if any(bytes(header) not in known for header in attributes.get(Name.Headers, Array())):
                yield _("A cell names a header that is not there.")
        elif tag_of(element) == "/Table" and not _header_cells(element):
            yield _("A table has no header cells.")


def _named(document: Pdf) -> Iterator[tuple[bytes, Any]]:
    tree = document.Root.StructTreeRoot.get(Name.IDTree)
    for leaf in tree.get(Name.Kids, [tree]) if tree is not None else ():
        names = list(leaf.get(Name.Names, Array()))
        yield from ((bytes(name), element) for name, element in zip(names[::2], names[1::2], strict=True))


def _header_cells(table: Any) -> list[Any]:
    return [element for element in walk(table) if tag_of(element) == "/TH"]


def of_figures(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        if tag_of(element) != "/Figure":
            continue
        if not str(element.get(Name.Alt, "")).strip():
            yield _("A figure has no alternative text.")
        box = [float(one) for one in element.get(Name.A, Dictionary()).get(Name.BBox, Array())]
        page = [float(one) for one in element.Pg.MediaBox]
        if len(box) != 4 or not (page[0] <= box[0] < box[2] <= page[2] and page[1] <= box[1] < box[3] <= page[3]):
            yield _("A figure does not say where on the page it stands.")


def of_lists(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        if tag_of(element) == "/L" and Name.ListNumbering not in element.get(Name.A, Dictionary()):
            yield _("A list does not say how it is marked.")


def of_content(document: Pdf, elements: list[Any]) -> Iterator[str]:
    """Everything that is painted stands in the tree or is set aside as an artifact; nothing in the tree is missing."""
    owners: dict[Any, dict[int, Any]] = {}
    for element in elements:
        for at, mcid in marked_content(element):
            if mcid in owners.setdefault(at, {}):
                yield _("The same content stands in two places of the tree.")
            owners[at][mcid] = element
    parents = _parents(document)
    for number, page in enumerate(document.pages, start=1):
        back = parents.get(int(page.obj.get(Name.StructParents, -1)), ())
        yield from (_on(number, what) for what in _of_page(marks_on(page), owners.get(page.objgen, {}), back))


def _of_page(marks: tuple[set[int], set[int], bool], owners: dict[int, Any], back: Any) -> Iterator[str]:
    present, painted, loose = marks
    if loose:
        yield _("something is painted that is neither text of the document nor an artifact")
    if painted - owners.keys():
        yield _("marked content cannot be reached from the tree")
    if owners.keys() - present:
        yield _("the tree holds content that is not on the page")
    for mcid in painted & owners.keys():
        if mcid >= len(back) or back[mcid] is None or back[mcid].objgen != owners[mcid].objgen:
            yield _("content does not lead back to its place in the tree")
            return


def _parents(document: Pdf) -> dict[int, Any]:
    """What each number of a page or a link leads to; the tree may have branches."""
    found: dict[int, Any] = {}
    waiting = [document.Root.StructTreeRoot.ParentTree]
    while waiting:
        node = waiting.pop()
        waiting += list(node.get(Name.Kids, Array()))
        numbers = list(node.get(Name.Nums, Array()))
        found |= {int(number): entry for number, entry in zip(numbers[::2], numbers[1::2], strict=True)}
    return found


def marks_on(page: pikepdf.Page) -> tuple[set[int], set[int], bool]:
    """The numbers of the page's marked content, of that which paints, and whether anything paints outside all marks."""
    open_marks: list[int | None] = []
    present: set[int] = set()
    painted: set[int] = set()
    loose = False
    for operands, operator in instructions_of(page, LOOKED_AT):
        if operator in OPENING:
            open_marks.append(_mark(operands))
            present |= {mark for mark in open_marks[-1:] if mark is not None and mark != ARTIFACT}
        elif operator == Operator("EMC"):
            open_marks.pop()
        elif operator in PAINTING:
            inside = {mark for mark in open_marks if mark is not None}
            loose = loose or not inside
            painted |= inside - {ARTIFACT}
    return present, painted, loose


def _mark(operands: Any) -> int | None:
    """The number of marked content, ARTIFACT, or None for a mark that says neither."""
    if operands[0] == Name.Artifact:
        return ARTIFACT
    properties = operands[1] if len(operands) > 1 else None
    return int(properties.MCID) if isinstance(properties, Dictionary) and Name.MCID in properties else None


def of_fonts(document: Pdf) -> Iterator[str]:
    seen = set()
    for page in document.pages:
        for name, font in page.obj.get(Name.Resources, Dictionary()).get(Name.Font, Dictionary()).items():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            if Name.ToUnicode not in font:
                yield _("The letters of the font %(name)s cannot be read as text.") % {"name": name}
            described = font.DescendantFonts[0] if Name.DescendantFonts in font else font
            descriptor = described.get(Name.FontDescriptor, Dictionary())
            if not any(file in descriptor for file in (Name.FontFile, Name.FontFile2, Name.FontFile3)):
                yield _("The font %(name)s is not in the file.") % {"name": name}


def of_links(document: Pdf) -> Iterator[str]:
    named = document.Root.get(Name.Names, Dictionary()).get(Name.Dests, Dictionary()).get(Name.Names, Array())
    places = {bytes(name) for name in list(named)[::2]}
    parents = _parents(document)
    for number, page in enumerate(document.pages, start=1):
        for link in page.obj.get(Name.Annots, Array()):
            if link.get(Name.Subtype) != Name.Link:
                continue
            address = str(link.Dest) if Name.Dest in link else str(link.A.URI)
            words = str(link.get(Name.Contents, "")).strip()
            if words in ("", address, f"#{address}"):
                yield _on(number, _("a link does not say in words where it leads"))
            if Name.Dest in link and bytes(link.Dest) not in places:
                yield _on(number, _("a link leads to a place that is not there"))
            home = parents.get(int(link.get(Name.StructParent, -1)))
            if home is None or not any(kid.get(Name.Obj) == link for kid in children_of(home) if _is_reference(kid)):
                yield _on(number, _("a link stands outside the reading order"))


def _is_reference(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and kid.get(Name.Type) == Name.OBJR
