"""Plans written initiative by initiative, each under the same headings.

The rules in words:
- A new initiative begins where the headings begin again; its title is the last line before, or the last line that looks
  like a heading. What stands between the title and the first heading is kept outside.
- A heading that comes again at once, and a title or a line from the plan's front that is printed again on a new page,
  are repetitions: what follows goes on where it was. Page numbers are left out.
- A number that is missing between two headings, or after the last, and begins a line of the text before, may be a
  heading whose words are not known: it stays in the text, and is told of.
- After the last heading of all, a line that was printed before the first initiative ends the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from organisation.sorting import search_key
from portfolio.plans.content import Passage, PlanContent, PlanHeading, PlanInitiative, Remark
from portfolio.plans.reading import Paragraph
from portfolio.plans.reading.texts import join
from portfolio.plans.understanding.template import Match, Template, numbered

_PAGE_NUMBER = re.compile(r"(?:side |s\. ?)?\d{1,3}(?: ?(?:af|/) ?\d{1,3})?|- ?\d{1,3} ?-", re.IGNORECASE)
_NUMBERED_LINE = re.compile(r"\(?(\d{1,2})[.):]+\s*[A-ZÆØÅ].*[^.;,]", re.DOTALL)
_LONGEST_TITLE = 200
_LONGEST_FRONT_LINE = 100
_SENTENCE_END = ".:;!?)”»\"'"


@dataclass
class _Section:
    heading: PlanHeading
    is_numbered: bool
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass
class _Initiative:
    title: Paragraph | None
    sections: list[_Section] = field(default_factory=list)


class Splitter:
    """Takes the paragraphs in order."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.front: list[Paragraph] = []
        self.outside: list[Paragraph] = []
        self.remarks: list[Remark] = []
        self._found: list[_Initiative] = []

    def take(self, paragraph: Paragraph) -> None:
        match = self.template.match(paragraph)
        if match is None:
            self._here.append(paragraph)
            return
        if not match.is_exact:
            self.remarks.append(
                Remark("misspelt_heading", paragraph.line, {"text": paragraph.text, "heading": match.heading.label})
            )
        if self._begins_initiative(match):
            self._found.append(self._begun())
        self._continue(match, paragraph)

    @property
    def _here(self) -> list[Paragraph]:
        """Where a paragraph goes that is no heading."""
        if not self._found:
            return self.front
        return self._found[-1].sections[-1].paragraphs

    def _begins_initiative(self, match: Match) -> bool:
        if not self._found:
            return True
        current, last = self._found[-1], self._found[-1].sections[-1]
        place, before = self.template.place(match.heading), self.template.place(last.heading)
        if place == before:
            title = _title_in(last.paragraphs)
            return len(last.paragraphs) > 1 and title is not None and not _is_again(title, current.title)
        return place < before and any(one.heading == match.heading for one in current.sections)

    def _begun(self) -> _Initiative:
        """Its title is taken from the end of what stands before."""
        before = self._here
        title = _title_in(before)
        if title is None:
            return _Initiative(None)
        at = before.index(title)
        self.outside += before[at + 1 :]
        del before[at:]
        return _Initiative(title)

    def _continue(self, match: Match, paragraph: Paragraph) -> None:
        current = self._found[-1]
        again = next((one for one in current.sections if one.heading == match.heading), None)
        if again is not None:
            self.remarks.append(Remark("heading_again", paragraph.line, {"heading": match.heading.label}))
            # Last, so that what follows goes on there.
            current.sections.remove(again)
        current.sections.append(again or _Section(match.heading, numbered(paragraph.text)[0] is not None))
        if match.rest:
            current.sections[-1].paragraphs.append(Paragraph(paragraph.line, match.rest))

    def content(self) -> PlanContent:
        self._end_plan()
        front = {search_key(one.text) for one in self.front if len(one.text) <= _LONGEST_FRONT_LINE and not one.is_item}
        made = [self._made(one, front) for one in self._found]
        outside = [*self.front, *self.outside]
        outside.sort(key=lambda one: one.line)
        return PlanContent(
            headings=self.template.headings,
            initiatives=made,
            outside=[Passage(one.shown, one.line, one.line) for one in outside],
            remarks=self.remarks,
        )

    def _end_plan(self) -> None:
        if not self._found:
            return
        front = {search_key(one.text) for one in self.front if len(one.text) <= _LONGEST_FRONT_LINE and not one.is_item}
        last = self._here
        for at, paragraph in enumerate(last):
            if at and search_key(paragraph.text) in front:
                self.outside += last[at:]
                self.remarks.append(Remark("plan_ends", paragraph.line, {"text": paragraph.text}))
                del last[at:]
                return

    def _made(self, one: _Initiative, front: set[str]) -> PlanInitiative:
        title = one.title
        texts: dict[str, Passage] = {}
        self.remarks += _swallowed(one)
        for section in one.sections:
            kept = self._without_repetitions(section.paragraphs, title, front)
            if kept:
                texts[section.heading.key] = passage_of(kept)
        if title is None:
            # The first heading may have nothing under it.
            first = next((paragraph for section in one.sections for paragraph in section.paragraphs), None)
            self.remarks.append(Remark("no_title", first.line if first else 0))
        return PlanInitiative(
            names=[title.text.strip(" :")] if title else [""], line=title.line if title else 0, texts=texts
        )

    def _without_repetitions(
        self, paragraphs: list[Paragraph], title: Paragraph | None, front: set[str]
    ) -> list[Paragraph]:
        kept = []
        for paragraph in paragraphs:
            is_front = search_key(paragraph.text) in front and not paragraph.is_item
            if _is_again(paragraph, title) or is_front or _PAGE_NUMBER.fullmatch(paragraph.text):
                continue
            kept.append(paragraph)
        if not kept:
            # All of a section is never a repetition: "2017", or the name of a body, may stand alone in it.
            return paragraphs
        left_out = [one for one in paragraphs if one not in kept]
        self.remarks += [Remark("printed_again", one.line, {"text": one.text}) for one in left_out]
        return kept


def _swallowed(one: _Initiative) -> Iterator[Remark]:
    """Lines that are numbered as a heading that is missing just there. A list in the text begins with its first."""
    found = {section.heading.number for section in one.sections}
    following = [section.heading.number for section in one.sections[1:]]
    for section, after in zip_longest(one.sections, following):
        number = section.heading.number
        missing = set(range(number + 1, after or number + 2)) - found
        before: set[int] = set()
        for paragraph in section.paragraphs if section.is_numbered else ():
            given = _given_number(paragraph.text)
            if given in missing and given - 1 not in before:
                words = {"text": paragraph.text, "heading": section.heading.label, "number": str(given)}
                yield Remark("heading_in_text", paragraph.line, words)
            before.add(given)


def _given_number(text: str) -> int:
    """5 of “5. Inddragelse af målgruppen”; 0 of a sentence, of “5. maj” and of a text without a number."""
    found = _NUMBERED_LINE.fullmatch(text)
    return int(found[1]) if found and len(text) <= _LONGEST_TITLE else 0


def _title_in(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The last line that looks like a heading, else the last line when it may be a title."""
    styled = [one for one in paragraphs[-4:] if one.is_heading and len(one.text) <= _LONGEST_TITLE]
    if styled:
        return styled[-1]
    last = paragraphs[-1] if paragraphs else None
    if last is None or last.is_item or len(last.text) > _LONGEST_TITLE or _PAGE_NUMBER.fullmatch(last.text):
        return None
    return None if last.text.endswith(".") and len(last.text) > _LONGEST_FRONT_LINE else last


def _is_again(paragraph: Paragraph, title: Paragraph | None) -> bool:
    return title is not None and search_key(paragraph.text).strip(" :") == search_key(title.text).strip(" :")


def passage_of(paragraphs: Sequence[Paragraph]) -> Passage:
    """The paragraphs as one text; a sentence that was broken by a page goes on."""
    lines: list[str] = []
    for paragraph in paragraphs:
        if lines and not paragraph.is_item and paragraph.text[:1].islower() and _is_broken(lines[-1]):
            lines[-1] = join(lines[-1], paragraph.text)
        else:
            lines.append(paragraph.shown)
    return Passage("\n".join(lines), paragraphs[0].line, paragraphs[-1].line)


def _is_broken(line: str) -> bool:
    return len(line) > 30 and line[-1] not in _SENTENCE_END
