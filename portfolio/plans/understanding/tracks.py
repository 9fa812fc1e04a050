"""Plans laid out as tables under themes and tracks, with what is prioritised at the end of each text.

The rules in words:
- "Tema 2: …" and "Spor 2.3: …" are headings. A track that was printed before is a repetition on a new page, also where
  its number is wrong: what follows it goes on.
- A row with a name and a text begins an initiative, a name alone joins the one above, a text alone continues it.
- Where the heading stands in the column of the names, the first line of the text is the name.
- An amount that the text says is prioritised or set aside belongs to the initiative, and is one for all its names.
- Rows of an overview (number, name, amount) are compared with what was found, and so is their total.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from organisation.numbers import DanishNumberError, format_exact_amount, parse_amount
from organisation.sorting import search_key
from organisation.units import Unit
from portfolio.plans.content import (
    WITHOUT_HEADING,
    Passage,
    PlanContent,
    PlanGoal,
    PlanInitiative,
    PlanTotal,
    Remark,
)
from portfolio.plans.reading import Block, Paragraph, TableRow
from portfolio.plans.understanding.money import amounts_of, is_own
from portfolio.plans.understanding.sections import passage_of
from portfolio.sheets.understanding.headings import unit_in

_LEVEL = re.compile(
    r"(?P<word>tema|spo[oø]?r|spør|fokusområde|indsatsområde|delmål)\s+(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*[.:–-]*\s*"
    r"(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_TOTAL = re.compile(r"i alt:?|sum:?|total:?", re.IGNORECASE)
_TIMETABLE = re.compile(r"(?:tidsplan|periode)\s*:\s*(?P<period>[^\n]+)", re.IGNORECASE)
_LONGEST_TITLE = 300


@dataclass
class _Item:
    """One or more initiatives that share a text and an amount."""

    track: str
    names: list[Paragraph] = field(default_factory=list)
    texts: list[Paragraph] = field(default_factory=list)


@dataclass(frozen=True)
class _Overview:
    number: str
    ore: int
    line: int


class TrackReader:
    def __init__(self) -> None:
        self.goals: list[PlanGoal] = []
        self.remarks: list[Remark] = []
        self.outside: list[Paragraph] = []
        self._items: list[_Item] = []
        self._overview: list[_Overview] = []
        self._stated: tuple[str, int, int] | None = None
        self._unit: Unit | None = None
        self._track = ""

    def take(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            if not self._take_level(block):
                self.outside.append(block)
        elif not self._take_overview(block):
            self._take_row(block)

    def _take_level(self, paragraph: Paragraph) -> bool:
        found = _LEVEL.fullmatch(paragraph.text) if len(paragraph.text) <= _LONGEST_TITLE else None
        if found is None or not found["title"].strip():
            return False
        goal = PlanGoal(_word(found["word"]), found["number"], found["title"].strip(), line=paragraph.line)
        if "." in goal.number:
            goal.parent = next((one.key for one in self.goals if one.number == goal.number.split(".")[0]), "")
        known = next((one for one in self.goals if one.key == goal.key), None)
        if known is None:
            self.goals.append(goal)
            self._track = goal.key
        elif known.key != self._track and self._items and "." in goal.number:
            words = {"text": paragraph.text, "track": self._track}
            self.remarks.append(Remark("wrong_track_again", paragraph.line, words))
        elif "." in goal.number and any(item.track == goal.key for item in self._items):
            self.remarks.append(Remark("printed_again", paragraph.line, {"text": paragraph.text}))
        return True

    def _take_overview(self, row: TableRow) -> bool:
        """A row of number, name and amount, its heading or its total; themes of the overview come again below."""
        texts = [" ".join(one.text for one in cell) for cell in row.cells]
        if len(texts) < 3:
            return False
        unit = next((found for text in texts if (found := unit_in(text).unit)), None)
        if unit is not None and not any(character.isdigit() for character in texts[-1]):
            self._unit = unit
            return True
        amounts = _amounts(texts[-1], self._unit)
        if not amounts:
            level = _LEVEL.fullmatch(texts[0])
            return level is not None and "." not in level["number"] and not any(texts[1:])
        if _TOTAL.fullmatch(texts[0]):
            self._stated = (texts[0].strip(" :"), amounts[0], row.line)
        elif _NUMBER.fullmatch(texts[0]):
            self._overview += [_Overview(texts[0].rstrip("."), ore, row.line) for ore in amounts]
        else:
            return False
        return True

    def _take_row(self, row: TableRow) -> None:
        names, texts = list(row.cells[0]), [one for cell in row.cells[1:] for one in cell]
        leveled = [one for one in names if self._take_level(one)]
        names = [one for one in names if one not in leveled]
        is_under_heading = bool(leveled) and bool(texts) and not names
        item = self._items[-1] if self._items and self._items[-1].track == self._track else None
        if names and (texts or item is None):
            self._items.append(_Item(self._track, names, texts))
        elif names and item is not None:
            item.names += names
        elif is_under_heading and item is None and len(texts) > 1:
            self._items.append(_Item(self._track, texts[:1], texts[1:]))
        elif texts and item is not None:
            item.texts += texts
        else:
            self.outside += texts

    def content(self) -> PlanContent:
        initiatives = [self._made(item) for item in self._items]
        content = PlanContent(
            goals=self.goals,
            initiatives=initiatives,
            outside=[Passage(one.shown, one.line, one.line) for one in self.outside],
            remarks=self.remarks,
        )
        self._compare(content)
        return content

    def _made(self, item: _Item) -> PlanInitiative:
        passage = passage_of(item.texts) if item.texts else Passage("")
        own = [amount for one in item.texts for amount in amounts_of(one.text, one.line) if is_own(amount)]
        for amount in own:
            amount.is_wanted = True
        timetable = _TIMETABLE.search(passage.text)
        period = timetable["period"].strip(" .") if timetable else next((one.period for one in own if one.period), "")
        return PlanInitiative(
            names=[one.text for one in item.names],
            line=item.names[0].line,
            texts={WITHOUT_HEADING: passage} if passage.text else {},
            period=period,
            goals=[item.track] if item.track else [],
            amounts=own,
        )

    def _compare(self, content: PlanContent) -> None:
        computed = sum(amount.ore or 0 for one in content.initiatives for amount in one.amounts)
        if self._stated:
            label, ore, line = self._stated
            content.totals.append(PlanTotal(label, ore, computed, line))
        for number in dict.fromkeys(one.number for one in self._overview):
            stated = [one for one in self._overview if one.number == number]
            here = [one for one in content.initiatives if any(key.split()[-1] == number for key in one.goals)]
            found = [amount.ore or 0 for one in here for amount in one.amounts]
            if sorted(found) != sorted(one.ore for one in stated):
                words = {"number": number, "overview": _shown(one.ore for one in stated), "text": _shown(found)}
                content.remarks.append(Remark("overview_differs", stated[0].line, words))


def _word(word: str) -> str:
    """The printed word; "Spør" is a misprint of "spor"."""
    return "spor" if search_key(word).startswith("sp") else word.casefold()


def _amounts(text: str, unit: Unit | None) -> list[int]:
    """The øre of a cell that holds nothing but amounts."""
    if unit is None or not re.fullmatch(r"[\d.,\s]+", text):
        return []
    found = []
    for piece in text.split():
        try:
            amount = parse_amount(piece, unit)
        except DanishNumberError:
            return []
        if amount.ore is not None:
            found.append(amount.ore)
    return found


def _shown(amounts: Iterable[int]) -> str:
    return " + ".join(format_exact_amount(ore, Unit.MIO) for ore in amounts) or "-"


def has_tracks(blocks: Iterable[Block]) -> bool:
    """At least two numbered tracks that stand as headings in rows of a table."""
    found = set()
    for block in blocks:
        if isinstance(block, TableRow) and block.cells[0]:
            level = _LEVEL.fullmatch(block.cells[0][0].text)
            if level and "." in level["number"]:
                found.add(level["number"])
    return len(found) >= 2
