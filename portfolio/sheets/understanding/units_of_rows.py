"""What a row says itself that its figures count, in its unit or in its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from organisation.units import Unit
from portfolio.sheets.understanding.headings import unit_in, unit_of_row

# In brackets anywhere, or last after a comma, a colon or “i”.
_SAID = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,30})[)\]]|(?:[,:] |\bi )(?P<last>[^,:()]{1,20})$")
_COUNT = re.compile(
    r"antal|årsv(?:ærk|\.)?|fuldtids\w+|pct\.?|%|procent|stk\.?|timer|pladser|personer|borgere|elever|km|m[2²]",
    re.IGNORECASE,
)
# Beside a name these are of whom the money is for.
_ALSO_GROUPS = re.compile(r"pladser|personer|borgere|elever", re.IGNORECASE)
_BEGINS = re.compile(
    r"\W*(?:antal|årsværk|normering|fuldtids(?:personer|stillinger)|procent|pct\.)(?!\w)", re.IGNORECASE
)


def unit_said(text: str) -> Unit | None:
    """The unit of money that a cell of units says; None where it says none."""
    return unit_of_row(text) or unit_in(text).unit


def is_count(text: str) -> bool:
    """A unit of what is counted, and is no money: “årsværk”, “pct.”."""
    return _COUNT.fullmatch(text.strip()) is not None


def said_by_name(name: str) -> tuple[Unit | None, str]:
    """t.kr. of “Leg (t.kr.)” and of “Leg, t.kr.”, and “årsværk” of “Personale (årsværk)”; None and "" without them."""
    for said in _said(name):
        if (unit := unit_of_row(said)) is not None:
            return unit, ""
        if is_count(said) and not _ALSO_GROUPS.fullmatch(said):
            return None, said
    return None, ""


def begins_as_count(name: str) -> bool:
    return _BEGINS.match(name) is not None


def _said(name: str) -> Iterator[str]:
    if "(" in name or "[" in name or "," in name or ":" in name or " i " in name:
        for found in _SAID.finditer(name):
            for piece in (found["inside"] or found["last"]).split(","):
                # “kr. pr. elev”
                yield piece.partition(" pr")[0].strip()
