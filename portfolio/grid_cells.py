"""The cells of a grid to type in: what stands in them, what somebody typed over it, and what is wrong with that."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(kw_only=True)
class TypedCell:
    """`value` is the text of the input, `seen` what stood there when the page was made, `beside` a note under it."""

    name: str
    label: str
    value: str
    seen: str
    row: int
    column: int
    state: str = ""
    beside: str = ""
    problems: list[str] = field(default_factory=list)

    @property
    def seen_name(self) -> str:
        return f"seen-{self.name}"
