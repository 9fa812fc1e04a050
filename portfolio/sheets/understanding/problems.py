"""What stands in the way, and what must be asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisation.printing import format_number

# More of them nobody reads, and each takes its time.
MOST_ERRORS = 5_000


class Severity(TextChoices):
    ERROR = "error", gettext_lazy("error")
    WARNING = "warning", gettext_lazy("warning")


@dataclass(frozen=True, slots=True)
class Problem:
    """`address` is "" for what concerns the whole sheet; `raw` the cell's text as a person sees it."""

    severity: Severity
    sheet: str
    address: str
    raw: str
    reason: str
    advice: str

    def __str__(self) -> str:
        words = {"sheet": self.sheet, "address": self.address, "reason": self.reason, "advice": self.advice}
        if not self.address:
            return _("Sheet “%(sheet)s”: %(reason)s %(advice)s") % words
        return _("Sheet “%(sheet)s”, cell %(address)s: %(reason)s %(advice)s") % words


def too_many(sheet: str, address: str) -> Problem:
    reason = _("There are so many errors that the rest of the sheet is not read: %(number)s up to here.") % {
        "number": format_number(MOST_ERRORS)
    }
    advice = _("It is mostly the same in each row. Correct what a column means, or the file, and look again.")
    return Problem(Severity.ERROR, sheet, address, "", reason, advice)


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can say. `choices` are (value, words); the answer goes into Correction.answers under `key`."""

    key: str
    text: str
    choices: tuple[tuple[str, str], ...]
    suggestion: str = ""
    why: str = ""
    addresses: tuple[str, ...] = ()
