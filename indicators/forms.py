"""Measured values as people type them: "49 %", "67,4", "ca. 1.600", "25-30"; the words are kept beside the number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from indicators.models import Reading
from organisation.administration import HouseForm, RowForm
from organisation.numbers import DanishNumberError, ParsedFigure, Qualifier, format_number, parse_figure

_UNIT_WORDS = re.compile(r"\s*(?:%|procent|pct\.?)\s*$", re.IGNORECASE)
_FEWER_THAN = re.compile(r"\s*<\s*([1-9]\d{0,3})\s*")
_HEDGES = {
    Qualifier.ABOUT: "ca. {}",
    Qualifier.MORE_THAN: "over {}",
    Qualifier.UP_TO: "op til {}",
    Qualifier.ALMOST: "næsten {}",
}


def plain(value: Decimal) -> str:
    """Without the zeros that the column's scale adds."""
    whole = value.to_integral_value()
    return format_number(whole if value == whole else value.normalize())


def typed_figure(row: Reading) -> str:
    """As one would type it: "49", "ca. 1.600", "25-30"; empty when there is no number."""
    if row.qualifier == Qualifier.INTERVAL and row.low is not None and row.high is not None:
        return f"{plain(row.low)}-{plain(row.high)}"
    if row.value is None:
        return f"<{plain(row.high + 1)}" if row.qualifier == Qualifier.UP_TO and row.high is not None else ""
    return _HEDGES.get(Qualifier(row.qualifier), "{}").format(plain(row.value))


def read_figure(text: str) -> ParsedFigure:
    """Raises ValidationError with the sentence of the parser."""
    if found := _FEWER_THAN.fullmatch(text):
        # A small count that the source itself has hidden: what is known is that it is smaller.
        return ParsedFigure(text, None, Qualifier.UP_TO, high=Decimal(int(found[1]) - 1))
    try:
        return parse_figure(_UNIT_WORDS.sub("", text))
    except DanishNumberError as error:
        raise ValidationError(str(error)) from error


class FigureFields(HouseForm):
    """Sets raw, value, qualifier, low and high of a Reading so that they agree."""

    instance: Reading
    stands_for = {"value": "figure", "low": "figure", "high": "figure"}

    figure = forms.CharField(
        label=_("Value"),
        required=False,
        max_length=200,
        help_text=_("For example 49 %, 67,4, ca. 1.600, 25-30 or <5. Empty when the source gives words only."),
        widget=forms.TextInput(attrs={"class": "vAmountField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("figure", typed_figure(self.instance))

    def clean_figure(self) -> str:
        typed = str(self.cleaned_data["figure"]).strip()
        if "figure" in self.changed_data:
            found, row = read_figure(typed), self.instance
            row.value, row.qualifier, row.low, row.high = found.value, found.qualifier, found.low, found.high
        return typed

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        typed, words = str(cleaned.get("figure") or ""), str(cleaned.get("raw") or "")
        if "figure" in self.changed_data and "figure" in cleaned and typed and self._says_another(words):
            cleaned["raw"] = typed
        if not typed and words:
            self.instance.qualifier = Qualifier.WORDS
        if not typed and not words:
            self.add_error("figure", _("Write a value, or what the source says in words."))
        return cleaned

    def _says_another(self, words: str) -> bool:
        """Printed words that are no plain number are left alone."""
        if not words:
            return True
        try:
            found = read_figure(words)
        except ValidationError:
            return False
        return (found.value, found.low, found.high) != (self.instance.value, self.instance.low, self.instance.high)


class FigureForm(FigureFields, RowForm):
    pass
