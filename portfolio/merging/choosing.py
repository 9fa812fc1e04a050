"""What a person answers where two rows that are merged say something else."""

from __future__ import annotations

from django.utils.translation import gettext as _

KEPT, OTHER, BOTH = "kept", "other", "both"
Option = tuple[str, str]


def options(kept: str, other: str, *, may_join: bool = False) -> list[Option]:
    """(answer, words) of each."""
    both = [(BOTH, _("both, one after the other"))] if may_join else []
    return [(KEPT, kept), (OTHER, other), *both]
