"""Form fields in which people type numbers the Danish way, whatever language the page is in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from organisation.numbers import DanishNumberError, format_number, parse_number


class DanishDecimalField(forms.DecimalField):
    """Reads "67,4" and "2.825.146"; refuses what can be read in two ways."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        try:
            return parse_number(str(value))
        except DanishNumberError as error:
            raise ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        return format_number(_short(value)) if isinstance(value, Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (
                bool(self.to_python(initial) != self.to_python(data))
                if not isinstance(initial, Decimal)
                else (initial != self.to_python(data))
            )
        except ValidationError:
            return True


class DanishIntegerField(DanishDecimalField):
    """A whole number, as "7.282"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "decimal_places": 0})

    def to_python(self, value: Any) -> Any:
        number = super().to_python(value)
        if number is not None and number != number.to_integral_value():
            raise ValidationError(_("Write a whole number."))
        return None if number is None else int(number)

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)

    def prepare_value(self, value: Any) -> Any:
        return format_number(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True


def _short(value: Decimal) -> Decimal:
    """Without the zeros that the column's scale adds."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
