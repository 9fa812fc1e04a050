"""What a plan is taken to hold: initiatives and their texts under headings. Kept as JSON while a person corrects it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

WITHOUT_HEADING = ""
"""The key of a text that stands under no heading: it becomes the initiative's summary."""


@dataclass
class Passage:
    """`line` and `last` are the first and last line or paragraph of the document that it stands on."""

    text: str
    line: int = 0
    last: int = 0


@dataclass
class PlanHeading:
    number: int
    label: str

    @property
    def key(self) -> str:
        return str(self.number)


@dataclass
class PlanGoal:
    """A goal that the initiatives name: "strategimål" 1, or a theme or track they stand under (`parent` is its key)."""

    word: str
    number: str
    title: str = ""
    parent: str = ""
    line: int = 0

    @property
    def key(self) -> str:
        return f"{self.word} {self.number}"


@dataclass
class PlanAmount:
    """`ore` is None when the words are not one amount; `raw` is the amount as printed, `quote` its sentence."""

    raw: str
    ore: int | None
    unit: str
    quote: str
    line: int
    period: str = ""
    is_one_off: bool = False
    is_wanted: bool = False


@dataclass
class PlanInitiative:
    """`names` are several where one text and one amount cover several initiatives. `mark` stays while numbers shift."""

    names: list[str]
    line: int = 0
    texts: dict[str, Passage] = field(default_factory=dict)
    period: str = ""
    owners: list[str] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    amounts: list[PlanAmount] = field(default_factory=list)
    is_wanted: bool = True
    mark: int = 0

    @property
    def title(self) -> str:
        return " · ".join(self.names)


@dataclass
class PlanTotal:
    """`stated_ore` is printed in the document; `computed_ore` is the sum of the amounts found."""

    label: str
    stated_ore: int
    computed_ore: int
    line: int

    @property
    def matches(self) -> bool:
        return self.stated_ore == self.computed_ore


@dataclass
class Remark:
    """Something that was decided on the reader's behalf; `code` is one of `remarks.SENTENCES`."""

    code: str
    line: int = 0
    words: dict[str, str] = field(default_factory=dict)


@dataclass
class PlanContent:
    """`marks` is how many initiatives have been given one, also those that are gone."""

    title: str = ""
    has_lines: bool = True
    headings: list[PlanHeading] = field(default_factory=list)
    goals: list[PlanGoal] = field(default_factory=list)
    initiatives: list[PlanInitiative] = field(default_factory=list)
    outside: list[Passage] = field(default_factory=list)
    totals: list[PlanTotal] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    marks: int = 0

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def wanted(self) -> list[PlanInitiative]:
        return [one for one in self.initiatives if one.is_wanted]

    def give_marks(self) -> None:
        for one in self.initiatives:
            if not one.mark:
                self.marks += 1
                one.mark = self.marks

    def place_of(self, mark: str) -> int | None:
        """Where the initiative stands now; None when it has become part of another."""
        return next((at for at, one in enumerate(self.initiatives) if str(one.mark) == mark), None)

    def goal(self, key: str) -> PlanGoal | None:
        return next((one for one in self.goals if one.key == key), None)


def content_of(stored: dict[str, Any]) -> PlanContent:
    """The inverse of `as_json`."""
    return PlanContent(
        title=stored["title"],
        has_lines=stored["has_lines"],
        headings=[PlanHeading(**one) for one in stored["headings"]],
        goals=[PlanGoal(**one) for one in stored["goals"]],
        initiatives=[_initiative(one) for one in stored["initiatives"]],
        outside=[Passage(**one) for one in stored["outside"]],
        totals=[PlanTotal(**one) for one in stored["totals"]],
        remarks=[Remark(**one) for one in stored["remarks"]],
        marks=stored.get("marks", 0),
    )


def _initiative(stored: dict[str, Any]) -> PlanInitiative:
    texts = {key: Passage(**one) for key, one in stored["texts"].items()}
    amounts = [PlanAmount(**one) for one in stored["amounts"]]
    return PlanInitiative(**{**stored, "texts": texts, "amounts": amounts})
