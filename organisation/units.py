"""What amounts are stated in, and how words hedge a figure."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

NBSP = "\N{NO-BREAK SPACE}"


class Unit(TextChoices):
    """What an amount is stated in. Its `ore` is the number of øre in one of it."""

    KR = "kr", "kr."
    TKR = "tkr", "t.kr."
    MIO = "mio", f"mio.{NBSP}kr."

    @property
    def exponent(self) -> int:
        """The power of ten from this unit to øre."""
        return {"kr": 2, "tkr": 5, "mio": 8}[self.value]

    @property
    def ore(self) -> int:
        return int(10**self.exponent)

    @property
    def decimals(self) -> int:
        """Decimals shown when nobody asks for others."""
        return 1 if self is Unit.MIO else 0


class Qualifier(TextChoices):
    """How the words around a figure hedge it."""

    EXACT = "exact", _("exact")
    ABOUT = "about", _("about")
    MORE_THAN = "more_than", _("more than")
    UP_TO = "up_to", _("up to")
    ALMOST = "almost", _("almost")
    INTERVAL = "interval", _("interval")
    WORDS = "words", _("in words")


def decimals_of(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
