"""What saving a plan does, line by line, as the preview shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is made or changed. `before` is "" for what is new; `place` says where the document has it."""

    label: str
    after: str
    before: str = ""
    place: str = ""

    @property
    def is_change(self) -> bool:
        return bool(self.before)


@dataclass
class Written:
    """One initiative. `index` is its place in the plan's content; `remarks` are what is left as it is, and why."""

    index: int
    name: str
    is_new: bool = False
    lines: list[Line] = field(default_factory=list)
    unchanged: int = 0
    remarks: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        return bool(self.lines) and not self.is_new


@dataclass
class Outcome:
    """`shared` are rows of the whole plan: its document, its strategy, headings and goals."""

    shared: list[Line] = field(default_factory=list)
    rows: list[Written] = field(default_factory=list)

    @property
    def problems(self) -> list[Written]:
        return [one for one in self.rows if one.problems]

    @property
    def created(self) -> int:
        return sum(one.is_new for one in self.rows)

    @property
    def changed(self) -> int:
        return sum(one.is_changed for one in self.rows)

    @property
    def left(self) -> int:
        return len(self.rows) - self.created - self.changed

    @property
    def is_nothing(self) -> bool:
        return not self.created and not self.changed and not self.shared

    @property
    def token(self) -> str:
        """The same as long as saving would do the same."""
        said = repr([self.shared, [(one.name, one.is_new, one.lines, one.problems) for one in self.rows]])
        return sha256(said.encode()).hexdigest()[:32]
