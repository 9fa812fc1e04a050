"""The sentence that says why, as the history keeps it, and what else is written beside a button."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from organisation.cpr import holds_cpr

LONGEST_REASON = 500


def check_reason(reason: str) -> None:
    """Raises ValidationError for a reason that is too long to keep, or holds what looks like a CPR number."""
    refuse_long(_("The reason"), reason, LONGEST_REASON)
    refuse_cpr(reason)


def refuse_long(name: str, text: str, longest: int) -> None:
    """Of a text beside a button, called `name` in the sentence. `longest` is in characters. Raises ValidationError."""
    if len(text.strip()) > longest:
        words = {"name": name, "longest": longest, "length": len(text.strip())}
        sentence = _("%(name)s has %(length)d characters; at most %(longest)d are kept. Shorten it.") % words
        raise ValidationError(f"{sentence} {_('Nothing was done.')}")


def refuse_cpr(reason: str) -> None:
    """A reason is kept for ever in the history. Raises ValidationError."""
    if holds_cpr(reason):
        sentence = _("The reason holds what looks like a CPR number, and is kept in the history. Write it without.")
        raise ValidationError(f"{sentence} {_('Nothing was done.')}")


def refuse_cpr_in(*texts: str) -> None:
    """Of the short texts that are sent beside a button, with no form to ask in. Raises ValidationError."""
    if any(holds_cpr(text) for text in texts):
        sentence = _("What you wrote holds what looks like a CPR number. Write it without.")
        raise ValidationError(f"{sentence} {_('Nothing was done.')}")
