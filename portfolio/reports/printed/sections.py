"""A report as its snapshot keeps it: an ordered list of sections, which joined are one HTML document.

Reading it needs no templates, no translations and no database: a later version of the application prints the same.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

# Where the snapshot's own checksum is printed. No text of a report holds this character, as no font has it.
DIGEST = "\ue000"


@dataclass(frozen=True)
class Section:
    """One or more whole elements of the body. Its HTML hangs on the snapshot alone, never on where it lands.

    `is_sheet`: the sheet of one initiative, which begins on a page of its own and may be laid out apart from the
    others. Anchors (`id`) are unique in the report; links to other sections are `#anchor`.
    """

    key: str
    html: str
    is_sheet: bool = False


@dataclass(frozen=True)
class Printed:
    """`opening` ends with <body …>, whose attributes the running heads are made from, in the look of `running_css`."""

    opening: str
    sections: tuple[Section, ...]
    closing: str
    language: str
    digest: str
    css: str
    running_css: str

    @property
    def html(self) -> str:
        return "".join([self.opening, *(section.html for section in self.sections), self.closing])


class HoldsNoPages(ValueError):
    """The snapshot is of the first format: its figures are frozen in it, its pages only in the file that was issued."""


def printed(snapshot: str) -> Printed:
    """The report of a snapshot, the same wherever and whenever. Raises HoldsNoPages for one of the first format."""
    digest = hashlib.sha256(snapshot.encode()).hexdigest()
    read: dict[str, Any] = json.loads(snapshot)
    if "printed" not in read:
        raise HoldsNoPages
    kept = read["printed"]
    sections = tuple(
        Section(one["key"], one["html"].replace(DIGEST, digest), one["is_sheet"]) for one in kept["sections"]
    )
    opening = kept["opening"].replace(DIGEST, digest)
    styles = kept["css"], kept["running_css"]
    return Printed(opening, sections, kept["closing"], str(read["language"]), digest, *styles)
