"""Numbered notes on sources: each fact carries a number, and the sources stand once at the end of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from portfolio.overview.shapes import Source


@dataclass
class Note:
    number: int
    source: Source
    quotes: list[str] = field(default_factory=list)


class SourceNotes:
    """Gives the sources of one page their numbers, in the order in which the page mentions them."""

    def __init__(self) -> None:
        self._notes: dict[tuple[str, ...], Note] = {}

    def cite(self, sources: Iterable[Source]) -> list[Note]:
        """The notes of a fact's sources, each once; a line of a document that is cited again keeps its number."""
        cited = [self._note(source) for source in sources]
        return list({note.number: note for note in cited}.values())

    @property
    def listed(self) -> list[Note]:
        return list(self._notes.values())

    def _note(self, source: Source) -> Note:
        key = (source.title, source.line, source.mark, source.note, source.label if not source.title else "")
        note = self._notes.setdefault(key, Note(len(self._notes) + 1, source))
        if source.quote and source.quote not in note.quotes:
            note.quotes.append(source.quote)
        return note
