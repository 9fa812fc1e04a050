"""The sources of a section as footnotes: each stands once, numbered by the first place that calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

Calls = list[dict[str, Any]]


@dataclass
class Footnotes:
    """`section` is the anchor of the section, which makes the notes' own anchors unique in the report."""

    section: str
    _numbers: dict[str, int] = field(default_factory=dict)

    def call(self, text: str) -> Calls:
        """[{number, anchor}] for the note with this text; empty without a text."""
        if not text:
            return []
        number = self._numbers.setdefault(text, len(self._numbers) + 1)
        return [{"number": number, "anchor": self._anchor(number)}]

    def cite(self, *cited: Any, words: str = "") -> Calls:
        """Calls a note with `words` and all sources that stand anywhere in `cited`."""
        return self.call(source_text(sources_in(list(cited)), words))

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [
            {"number": number, "anchor": self._anchor(number), "text": text} for text, number in self._numbers.items()
        ]

    def _anchor(self, number: int) -> str:
        return f"note-{self.section}-{number}"


def source_text(sources: Iterable[Mapping[str, Any]], words: str = "") -> str:
    """ "Kilde: words; Budget 2018, linje 4, 17; Notat, linje 3"; empty when there is nothing to name."""
    named = [", ".join([place["title"], *place["lines"]]) for place in places(sources)]
    said = [words.strip().rstrip(".")] if words.strip() else []
    return f"{_('Source')}: {'; '.join(said + [one for one in named if one not in said])}." if said + named else ""


def places(sources: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each document once, with the lines that are cited, in the order of the lines: "linje 4, 17, 20"."""
    lines: dict[str, dict[str, str]] = {}
    for source in sources:
        cited = lines.setdefault(source["title"] or source["label"], {})
        if source["line"]:
            # A line that states something is named once, also where something else is inferred from it.
            mark = "" if source["mark"] == "stated" else f" ({source['mark_words']})"
            cited[source["line"]] = min(cited.get(source["line"], mark), mark)
    return [
        {"title": title, "lines": _one_word([line + cited[line] for line in sorted(cited, key=_by_number)])}
        for title, cited in sorted(lines.items())
    ]


def _one_word(lines: list[str]) -> list[str]:
    """The word that the first begins with is not repeated by the others."""
    word = f"{lines[0].split()[0]} " if lines else ""
    return [line if number == 0 else line.removeprefix(word) for number, line in enumerate(lines)]


def _by_number(line: str) -> tuple[list[int], str]:
    return [int(number) for number in re.findall(r"\d+", line)], line


def sources_in(value: Any) -> Iterable[dict[str, Any]]:
    """All sources that stand anywhere in a part of the snapshot."""
    if isinstance(value, list):
        for one in value:
            yield from sources_in(one)
    elif isinstance(value, dict):
        yield from value.get("sources") or ()
        for name, one in value.items():
            if name != "sources":
                yield from sources_in(one)
