"""The headings under which a plan describes each initiative, and how a paragraph is known to be one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from organisation.sorting import search_key
from portfolio.plans.content import PlanHeading
from portfolio.plans.reading import Block, Paragraph, TableRow

TEN_HEADINGS = (
    "Baggrund for indsatsen",
    "Formål med indsatsen",
    "Mål og succeskriterier",
    "Målgruppe",
    "Involvering af målgruppen",
    "Aktiviteter",
    "Periode",
    "Samarbejdspartnere og interessenter",
    "Dokumentation og evaluering (kvantitative og/eller kvalitative metoder)",
    "Tovholder/kontaktperson for indsatsen",
)
"""Used where the municipality has made no headings of its own."""

_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})(?:[.):]+|(?= ))\s*(?P<words>\S.*)", re.DOTALL)
_CONTINUED = re.compile(r"\s*\(?(?:fortsat|forts\.?)\)?\s*$", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:for|med|til|af) (?:indsatsen|initiativet|projektet|indsatserne)$|\s*\(.*\)$")
_LONGEST = 140
_LABEL_AND_TEXT, _LONGEST_LABEL, _MOST_WORDS, _FEWEST = 2, 60, 5, 3
_ALIKE = 0.82


@dataclass(frozen=True, slots=True)
class Match:
    """`rest` is what follows the heading in the same paragraph, `is_exact` False for a misspelt one."""

    heading: PlanHeading
    rest: str = ""
    is_exact: bool = True


class Template:
    def __init__(self, headings: Sequence[PlanHeading]) -> None:
        self.headings = list(headings)
        self._by_key: dict[str, PlanHeading] = {}
        for heading in headings:
            for key in _keys(heading.label):
                self._by_key.setdefault(key, heading)

    def match(self, paragraph: Paragraph) -> Match | None:
        """The heading that the paragraph is, or begins with before a colon."""
        number, words = numbered(paragraph.text)
        if paragraph.is_item and number is None:
            return None
        words = _CONTINUED.sub("", words)
        if len(words) <= _LONGEST and (found := self._by_key.get(_key(words))):
            return Match(found)
        before, colon, rest = words.partition(":")
        if colon and rest.strip() and (found := self._by_key.get(_key(before))):
            return Match(found, rest.strip())
        return self._misspelt(number, words)

    def place(self, heading: PlanHeading) -> int:
        return self.headings.index(heading)

    def _misspelt(self, number: int | None, words: str) -> Match | None:
        """A heading with the right number whose words are nearly right."""
        if number is None or len(words) > _LONGEST:
            return None
        for heading in self.headings:
            if heading.number == number and SequenceMatcher(None, _key(words), _key(heading.label)).ratio() >= _ALIKE:
                return Match(heading, is_exact=False)
        return None


def numbered(text: str) -> tuple[int | None, str]:
    """The number in front of a text, and the text without it."""
    found = _NUMBER.fullmatch(text)
    return (int(found["number"]), found["words"]) if found else (None, text)


def template_of(paragraphs: Sequence[Paragraph], own: Sequence[PlanHeading], labels: Sequence[str] = ()) -> Template:
    """The municipality's headings, or else the usual ten; where the plan has others of its own, those too.

    A heading of the plan's own is numbered and comes back, in the same words, for at least two initiatives; without
    numbers it is one of at least three `labels` that come back, more than those of the ten that the plan has.
    """
    known = list(own) or [PlanHeading(number, label) for number, label in enumerate(TEN_HEADINGS, 1)]
    template = Template(known)
    matches = [template.match(one) for one in paragraphs]
    if not own:
        unnumbered = _coming_back(labels)
        if len(unnumbered) >= _FEWEST and len(unnumbered) > len({one.heading.number for one in matches if one}):
            return Template([PlanHeading(number, label) for number, label in enumerate(unnumbered, 1)])
    unknown = [one for one, match in zip(paragraphs, matches, strict=True) if match is None]
    found = _repeated(unknown)
    if not own and not any(template.match(one) for one in paragraphs):
        return Template(found or known)
    taken = {heading.number for heading in known}
    return Template([*known, *(one for one in found if one.number not in taken)])


def labels_in(blocks: Iterable[Block]) -> list[str]:
    """What looks like a heading without a number: bold or styled, with a colon behind, or beside a text in a table."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, TableRow):
            if len(block.cells) == _LABEL_AND_TEXT and len(block.cells[0]) == 1 and block.cells[1]:
                found.append(block.cells[0][0].text)
            continue
        before, colon, _rest = block.text.partition(":")
        if block.is_item or numbered(block.text)[0] is not None:
            continue
        if block.is_heading:
            found.append(block.text)
        elif colon and len(before.split()) <= _MOST_WORDS:
            found.append(before)
    return [one for one in found if len(one) <= _LONGEST_LABEL and any(sign.isalpha() for sign in one)]


def _coming_back(labels: Sequence[str]) -> list[str]:
    """In the order in which they first stand. A line that is printed on every page comes back more often than they."""
    seen = Counter(map(_key, labels))
    often = Counter(count for count in seen.values() if count > 1)
    if not often:
        return []
    usual = max(often, key=lambda count: (often[count], count))
    words: dict[str, str] = {}
    for label in labels:
        if usual / 2 < seen[_key(label)] <= usual and seen[_key(label)] > 1:
            words.setdefault(_key(label), label.strip(" :"))
    return list(words.values())


def _repeated(paragraphs: Iterable[Paragraph]) -> list[PlanHeading]:
    seen: Counter[tuple[int, str]] = Counter()
    words: dict[tuple[int, str], str] = {}
    for paragraph in paragraphs:
        number, label = numbered(paragraph.text)
        if number is None or paragraph.is_item or len(label) > _LONGEST or label[-1:] in ".;,":
            continue
        place = (number, _key(label))
        seen[place] += 1
        words.setdefault(place, _CONTINUED.sub("", label).strip(" :"))
    often: dict[int, tuple[int, str]] = {}
    for place, count in seen.items():
        if count >= 2 and count > seen[often.get(place[0], (0, ""))]:
            often[place[0]] = place
    return [PlanHeading(number, words[place]) for number, place in sorted(often.items())]


def _key(words: str) -> str:
    return search_key(words).strip(" .:;-*")


def _keys(label: str) -> list[str]:
    """The whole label first, then what is left of it when its tail and its second word are dropped."""
    key = _key(label)
    short = _TAIL.sub("", _TAIL.sub("", key))
    pieces = [piece.strip() for piece in short.split("/")] if "/" in short else []
    return list(dict.fromkeys([key, short, *pieces]))
