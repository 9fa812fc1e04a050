"""The value of an indicator as people type it into a cell: "49 %", "ca. 1.600", "<5", "10 af 50", "ja", "hver 4."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from indicators.forms import plain, read_figure, typed_figure
from indicators.models import IndicatorUnit, Measurement
from organisation.numbers import DanishNumberError, Qualifier, parse_number

_OF = re.compile(r"\s*([\d.\s]+?)\s*(?:ud af|af|of|/)\s*([\d.\s]+?)\s*", re.IGNORECASE)
_PER_CENT = re.compile(r"%|procent\b|pct\b", re.IGNORECASE)
_ONE_IN = re.compile(r"\s*(?:hver|one in)\s+([\d.,]+?)\.?\s*", re.IGNORECASE)
_WORDS = {"ja": Decimal(1), "yes": Decimal(1), "nej": Decimal(0), "no": Decimal(0)}
# As printed: what the column holds.
LONGEST = 200
_MOST_PRECISE = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell says, as the columns of a Measurement; `raw` is as it was typed."""

    raw: str
    value: Decimal | None
    qualifier: str = Qualifier.EXACT
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None

    def put(self, row: Measurement) -> None:
        for name in ("raw", "value", "qualifier", "low", "high", "numerator", "denominator"):
            setattr(row, name, getattr(self, name))


def read(text: str, unit: str) -> Figure | None:
    """None for an empty cell. Raises ValidationError with a sentence that says what to write instead."""
    typed = text.strip()
    if len(typed) > LONGEST:
        # What follows may take the square of the length.
        raise ValidationError(_("The value is too long."))
    if found := _OF.fullmatch(typed):
        return _of(typed, whole_number(found[1]), whole_number(found[2]), unit)
    if unit == IndicatorUnit.YES_NO and typed.casefold() in _WORDS:
        return Figure(typed, _WORDS[typed.casefold()])
    if unit == IndicatorUnit.ONE_IN and (found := _ONE_IN.fullmatch(typed)):
        return Figure(typed, read_figure(found[1]).value)
    if _PER_CENT.search(typed) and unit != IndicatorUnit.PERCENT:
        raise ValidationError(_("The indicator is not measured in per cent. Write the value in its own unit."))
    read_it = read_figure(typed)
    if read_it.missing:
        return None
    return Figure(typed, read_it.value, read_it.qualifier, read_it.low, read_it.high)


def _of(raw: str, part: int, base: int, unit: str) -> Figure:
    if part > base:
        raise ValidationError(_("The part cannot be larger than the whole."))
    if unit == IndicatorUnit.COUNT:
        return Figure(raw, Decimal(part), numerator=part, denominator=base)
    if unit != IndicatorUnit.PERCENT:
        raise ValidationError(_("Only shares and counts are written as 10 of 50."))
    if not base:
        raise ValidationError(_("A share of nobody is no share. Leave the cell empty."))
    share = (Decimal(100 * part) / base).quantize(_MOST_PRECISE)
    return Figure(raw, share, numerator=part, denominator=base)


def whole_number(text: str) -> int:
    """Raises ValidationError for anything but a whole number from 0."""
    try:
        number = parse_number(text)
    except DanishNumberError as error:
        raise ValidationError(str(error)) from error
    if number < 0 or number != number.to_integral_value():
        raise ValidationError(_("Write a whole number."))
    return int(number)


def shown(row: Measurement | None) -> str:
    """As one would type it; what was printed only in words comes as its words."""
    if row is None:
        return ""
    if row.denominator is not None and row.numerator is not None:
        return _("%(part)s of %(base)s") % {
            "part": plain(Decimal(row.numerator)),
            "base": plain(Decimal(row.denominator)),
        }
    return typed_figure(row) or row.raw
