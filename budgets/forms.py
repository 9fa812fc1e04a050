"""Amounts as people type them: "2.825.146", "1,1" under a unit, "1,1 mio. kr."; kept to the letter beside whole øre."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from budgets.models import MoneyFact, Transfer, UnitOrigin, ValueState
from organisation.administration import HouseForm, RowForm
from organisation.numbers import DanishNumberError, ParsedAmount, Qualifier, Unit, format_exact_amount, parse_amount
from organisation.units import NBSP

WHY_NONE = [
    ("", _("– the amount above")),
    *(
        (state.value, state.label)
        for state in (ValueState.NOT_STATED, ValueState.FINANCED_ELSEWHERE, ValueState.WITHIN_FRAME)
    ),
]


def read_amount(text: str, unit: str | None) -> ParsedAmount:
    """Raises ValidationError with the sentence of the parser."""
    try:
        return parse_amount(text, unit or None)
    except DanishNumberError as error:
        raise ValidationError(str(error)) from error


def typed_amount(ore: int, unit: str) -> str:
    """As one would type it under the unit: "6.000" under t.kr."""
    return format_exact_amount(ore, unit).removesuffix(f"{NBSP}{Unit(unit).label}")


class AmountFields(HouseForm):
    """Sets raw, unit, unit_origin, value_state and amount_ore of a MoneyFact so that they agree.

    What was typed becomes the printed words where there are none, or where those there say another amount.
    """

    instance: MoneyFact
    stands_for = {"amount_ore": "amount", "value_state": "no_amount"}

    amount = forms.CharField(
        label=_("Amount"),
        required=False,
        max_length=200,
        help_text=_("With a full stop between thousands and a comma before decimals: 2.825.146 or 1,1."),
        widget=forms.TextInput(attrs={"class": "vAmountField"}),
    )
    no_amount = forms.ChoiceField(
        label=_("When there is no amount"),
        choices=WHY_NONE,
        required=False,
        help_text=_("Not stated is not zero. A real zero is typed as 0."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        if row.amount_ore and row.value_state == ValueState.VALUE:
            self.initial.setdefault("amount", typed_amount(row.amount_ore, row.unit))
        elif row.value_state == ValueState.ZERO:
            self.initial.setdefault("amount", "0")
        elif row.value_state:
            self.initial.setdefault("no_amount", row.value_state)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if {"amount", "no_amount", "unit"} & set(self.changed_data) or not self.instance.value_state:
            try:
                self._settle(cleaned)
            except ValidationError as error:
                self.add_error("amount", error)
        return cleaned

    def _settle(self, cleaned: dict[str, Any]) -> None:
        typed, why = str(cleaned.get("amount") or "").strip(), str(cleaned.get("no_amount") or "")
        found = read_amount(typed, cleaned.get("unit"))
        if found.qualifier == Qualifier.INTERVAL:
            raise ValidationError(_now("An interval is no amount. Write one amount, or choose “not stated”."))
        if found.missing and not why:
            raise ValidationError(_now("Write an amount, or choose why there is none."))
        if not found.missing and why and (found.ore or why == ValueState.NOT_STATED):
            raise ValidationError(_now("There is both an amount and a reason why there is none. Keep one of them."))
        self._set(found, typed, why, cleaned)

    def _set(self, found: ParsedAmount, typed: str, why: str, cleaned: dict[str, Any]) -> None:
        row = self.instance
        row.amount_ore = None if why == ValueState.NOT_STATED else found.ore or 0
        row.value_state = why or (ValueState.VALUE if row.amount_ore else ValueState.ZERO)
        if found.unit_stated and found.unit is not None:
            # Set on both: not every form shows both columns.
            row.unit, row.unit_origin = found.unit, UnitOrigin.STATED
            cleaned["unit"], cleaned["unit_origin"] = found.unit, UnitOrigin.STATED
        if typed and self._says_another(str(cleaned.get("raw") or ""), cleaned.get("unit"), row.amount_ore):
            cleaned["raw"] = typed

    def _says_another(self, words: str, unit: str | None, ore: int | None) -> bool:
        """Printed words that cannot be read are left alone: misprints are kept as they are."""
        if not words:
            return True
        try:
            return bool(read_amount(words, unit).ore != ore)
        except ValidationError:
            return False

    def clean_unit(self) -> Any:
        return self.cleaned_data.get("unit") or Unit.KR


class AmountForm(AmountFields, RowForm):
    pass


class EntryForm(AmountForm):
    amount = forms.CharField(
        label=_("Amount"),
        required=False,
        max_length=200,
        help_text=_(
            "What the budget changes by: 1.250 or −300,5 in the unit below. Less expenditure and more income are "
            "negative."
        ),
        widget=forms.TextInput(attrs={"class": "vAmountField"}),
    )


class TransferForm(RowForm):
    """The amount of a transfer is typed in kroner, or with its unit."""

    instance: Transfer
    stands_for = {"amount_ore": "amount"}

    amount = forms.CharField(
        label=_("Amount"),
        max_length=200,
        help_text=_("In kroner, or with the unit: 250.000 or 1,1 mio. kr."),
        widget=forms.TextInput(attrs={"class": "vAmountField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.amount_ore:
            self.initial.setdefault("amount", typed_amount(self.instance.amount_ore, Unit.KR))

    def clean_amount(self) -> str:
        typed = str(self.cleaned_data["amount"])
        found = read_amount(typed, Unit.KR)
        if found.ore is None:
            raise ValidationError(_now("Write one amount."))
        self.instance.amount_ore = found.ore
        return typed
