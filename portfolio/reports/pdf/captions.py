"""A table's caption, which stands in its head so that every page repeats it, becomes a caption again in the tags."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Name, Pdf

from portfolio.reports.pdf.tags import children_of, tag_of, walk


def restore_captions(document: Pdf) -> None:
    for table in list(walk(document.Root.StructTreeRoot)):
        if tag_of(table) == "/Table":
            _restore(table)


def _restore(table: Any) -> None:
    heads = [part for part in children_of(table) if tag_of(part) == "/THead"]
    rows = children_of(heads[0]) if heads else []
    if len(rows) < 2 or len(children_of(rows[0])) != 1:
        return
    [caption] = children_of(rows[0])
    heads[0].K = Array(rows[1:])
    caption.S, caption.P = Name.Caption, table
    name = bytes(caption.ID)
    for key in (Name.A, Name.ID):
        del caption[key]
    table.K = Array([caption, *children_of(table)])
    for cell in walk(table):
        if tag_of(cell) == "/TD" and Name.Headers in cell.get(Name.A, {}):
            cell.A.Headers = Array([one for one in cell.A.Headers if bytes(one) != name])
