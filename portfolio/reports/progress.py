"""How far the making of a report is: the steps in words, and in per cent of the time they take."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    """`said` is what the rendering process calls it; `begins` the per cent that are behind us when it begins."""

    words: object
    begins: int
    said: str = ""


ALL = (
    Step(_("The figures are read and frozen"), 0),
    Step(_("The text is set"), 4, "compose"),
    Step(_("The pages are laid out"), 8, "lay out"),
    Step(_("The parts are joined"), 86, "join"),
    Step(_("The file is checked"), 92, "check"),
    Step(_("The report is published"), 98),
)
STEPS = tuple(step.words for step in ALL)
DONE = {step.said: number for number, step in enumerate(ALL) if step.said}
LAYING_OUT = DONE["lay out"]


def percent(steps_done: int, pages_done: int, pages_expected: int) -> int:
    """Per cent of the whole. While pages are laid out they say how far it is within the step."""
    if steps_done >= len(ALL):
        return 100
    begins = ALL[steps_done].begins
    if steps_done != LAYING_OUT or not pages_expected:
        return begins
    ends = ALL[steps_done + 1].begins
    return begins + (ends - begins) * min(pages_done, pages_expected) // pages_expected
