"""Takes layers out of the tags that say nothing: a wrapper around each line of text, a block around a cell's text.

The engine makes three elements where one says the same. Without the others a reader with a screen reader steps
through less, and the file is a third smaller.
"""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Name, Pdf

from portfolio.reports.pdf.tags import children_of, is_element, tag_of, walk

# Elements that may hold text themselves.
HOLDERS = frozenset(
    ["/P", "/Note", "/Reference", "/TD", "/TH", "/LBody", "/Lbl", "/Caption", "/Span", "/NonStruct"]
    + [f"/H{level}" for level in range(1, 7)]
)
SAYS_SOMETHING = (Name.A, Name.Alt, Name.ActualText, Name.E, Name.Lang, Name.ID, Name.C)


def flatten(document: Pdf) -> None:
    root = document.Root.StructTreeRoot
    pages = {page.objgen: int(page.obj.StructParents) for page in document.pages}
    numbers = root.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    elements = list(walk(root))
    wrappers = {element.objgen for element in elements if _wraps_a_line(element)}
    # Innermost first, so that a chain of blocks ends as one.
    for element in reversed(elements):
        if tag_of(element) in HOLDERS and element.objgen not in wrappers:
            _take_over(element, wrappers, parents[pages[element.Pg.objgen]])


def _wraps_a_line(element: Any) -> bool:
    kids = children_of(element)
    return tag_of(element) == "/Span" and _is_plain(element) and len(kids) == 1 and isinstance(kids[0], int)


def _is_plain(element: Any) -> bool:
    return not any(name in element for name in SAYS_SOMETHING)


def _take_over(element: Any, wrappers: set[tuple[int, int]], owners: Any) -> None:
    kids = children_of(element)
    page = element.Pg.objgen
    if len(kids) == 1 and is_element(kids[0]) and tag_of(kids[0]) == "/NonStruct" and _is_plain(kids[0]):
        kids = children_of(kids[0]) if kids[0].Pg.objgen == page else kids
    taken = Array()
    for kid in kids:
        if is_element(kid) and kid.objgen in wrappers and kid.Pg.objgen == page:
            taken.append(int(kid.K[0]))
        else:
            taken.append(kid)
    for kid in list[Any](taken):
        if isinstance(kid, int):
            owners[kid] = element
        elif is_element(kid):
            kid.P = element
    element.K = taken
