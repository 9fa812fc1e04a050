"""Digits that a cell raises or lowers: as plain text they would join the number beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text stands. `place` is 1 above the line, -1 below it and 0 on it."""

    place: int = 0
    is_struck: bool = False
    is_hidden: bool = False

    @property
    def is_plain(self) -> bool:
        return not (self.place or self.is_struck or self.is_hidden)

    def within(self, outer: Look) -> Look:
        """The look of a piece inside another."""
        if outer.is_plain:
            return self
        return replace(
            self,
            place=self.place or outer.place,
            is_struck=self.is_struck or outer.is_struck,
            is_hidden=self.is_hidden or outer.is_hidden,
        )

    def of(self, text: str) -> str:
        """The text with its digits as small as they are seen; "" of what is hidden."""
        if self.is_hidden:
            return ""
        return text.translate(_RAISED if self.place > 0 else _LOWERED) if self.place else text


PLAIN = Look()
