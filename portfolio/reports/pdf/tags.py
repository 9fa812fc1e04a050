"""Reading the tags of a PDF: its elements in reading order, and the content on the pages that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


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


def instructions_of(page: pikepdf.Page, operators: str = "") -> Iterator[tuple[Any, Any]]:
    """(operands, operator), in the order in which the page is painted; of the given operators alone, if any."""
    for instruction in pikepdf.parse_content_stream(page, operators):
        yield instruction.operands, instruction.operator
