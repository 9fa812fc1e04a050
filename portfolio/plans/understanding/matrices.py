"""Plans laid out as one table, a row for each initiative and a column for each heading: read as if written below.

The rules in words:
- The first row names the columns when one of them says that it holds initiatives, and all have as many cells.
- A column of numbers is left out; a row without a name goes on where the row above was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from organisation.sorting import search_key
from portfolio.plans.reading import Block, Paragraph, TableRow

_NAMES = re.compile(
    r"(?:indsats(?:en|er)?|initiativ(?:et|er)?|tiltag|projekt(?:er)?|aktivitetens navn|titel|navn)(?:s navn)?"
)
_NUMBERS = re.compile(r"(?:nr|nummer|lb\.? ?nr|#)\.?")
_FEWEST_COLUMNS, _LONGEST_LABEL = 3, 100


def unfolded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such tables as titles, headings and texts."""
    found: list[Block] = []
    for width, group in groupby(blocks, lambda block: len(block.cells) if isinstance(block, TableRow) else 0):
        run = list(group)
        rows = [block for block in run if isinstance(block, TableRow)]
        name = _column_of_names(rows[0]) if width >= _FEWEST_COLUMNS and len(rows) > 1 else None
        found += run if name is None else _written_below(rows, name)
    return found


def _column_of_names(row: TableRow) -> int | None:
    labels = [_words(cell) for cell in row.cells]
    if not all(labels) or max(map(len, labels)) > _LONGEST_LABEL:
        return None
    return next((place for place, label in enumerate(labels) if _NAMES.fullmatch(search_key(label).strip(" :."))), None)


def _written_below(rows: Sequence[TableRow], name: int) -> Iterator[Paragraph]:
    labels = [_words(cell) for cell in rows[0].cells]
    columns = [
        place
        for place, label in enumerate(labels)
        if place != name and not _NUMBERS.fullmatch(search_key(label).strip(" :"))
    ]
    for row in rows[1:]:
        if title := _words(row.cells[name]):
            yield Paragraph(row.line, title, is_heading=True)
        for place in columns:
            if row.cells[place]:
                yield Paragraph(row.line, labels[place], is_heading=True)
                yield from row.cells[place]


def _words(cell: Sequence[Paragraph]) -> str:
    return " ".join(one.text for one in cell)
