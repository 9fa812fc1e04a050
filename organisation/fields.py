"""Form fields in which people type numbers the Danish way, whatever language the page is in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from organisation.numbers import DanishNumberError, format_number, parse_number


def _read(value: Any) -> Decimal:
    try:
        return parse_number(str(value))
    except DanishNumberError as error:
        raise ValidationError(str(error)) from error


class DanishDecimalField(forms.DecimalField):
    """Reads "67,4" and "2.825.146"; refuses what can be read in two ways."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        return None if value in self.empty_values else _read(value)

    def prepare_value(self, value: Any) -> Any:
        return format_number(_short(value)) if isinstance(value, Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _differs(self, initial, data)


class DanishIntegerField(forms.IntegerField):
    """A whole number, as "7.282"."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        number = _read(value)
        if number != number.to_integral_value():
            raise ValidationError(_("Write a whole number."))
        return int(number)

    def prepare_value(self, value: Any) -> Any:
        return format_number(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _differs(self, initial, data)


def _differs(field: forms.DecimalField | forms.IntegerField, initial: Any, typed: Any) -> bool:
    """Whether another number was typed: the default compares with the text as a computer would write it."""
    try:
        before = initial if isinstance(initial, int | Decimal) else field.to_python(initial)
        return bool(before != field.to_python(typed))
    except ValidationError:
        return True


def _short(value: Decimal) -> Decimal:
    """Without the zeros that the column's scale adds."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
