"""What a person answers where two rows that are merged say something else, and what is kept of both unasked."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

KEPT, OTHER, BOTH = "kept", "other", "both"
Option = tuple[str, str]


def options(kept: str, other: str, *, may_join: bool = False) -> list[Option]:
    """(answer, words) of each."""
    both = [(BOTH, _("both, one after the other"))] if may_join else []
    return [(KEPT, kept), (OTHER, other), *both]


# Short texts of a row that is kept for two; all that both say is kept.
NOTED = ("note", "words")


def both_said(kept: Any, other: Any, name: str) -> str:
    mine, theirs = getattr(kept, name), getattr(other, name)
    return "; ".join(one for one in (mine, theirs if theirs not in mine else "") if one)
