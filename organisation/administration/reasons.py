"""The sentence that says why, as the history keeps it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from organisation.cpr import holds_cpr


def refuse_cpr(reason: str) -> None:
    """A reason is kept for ever in the history. Raises ValidationError."""
    if holds_cpr(reason):
        sentence = _("The reason holds what looks like a CPR number, and is kept in the history. Write it without.")
        raise ValidationError(f"{sentence} {_('Nothing was done.')}")
