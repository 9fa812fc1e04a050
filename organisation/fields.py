"""Form fields in which people type numbers and days the Danish way, whatever language the page is in."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from organisation.numbers import DanishNumberError, format_number, format_year, parse_number
from organisation.periods import PeriodError, Precision, parse_period

EARLIEST, LATEST = 1900, 2100


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
            raise ValidationError(_("Write a whole number, for example 12."))
        return int(number)

    def prepare_value(self, value: Any) -> Any:
        return format_number(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _differs(self, initial, data)


class YearField(DanishIntegerField):
    """A year, which never has a mark between its thousands."""

    def to_python(self, value: Any) -> int | None:
        year = super().to_python(value)
        if year is not None and not EARLIEST <= year <= LATEST:
            raise ValidationError(_("“%(text)s” is no year. Write four digits, for example 2018.") % {"text": value})
        return year

    def prepare_value(self, value: Any) -> Any:
        return format_year(value) if isinstance(value, int) else value


class DayInput(forms.TextInput):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "pm-date", "autocomplete": "off", **(attrs or {})})


class DanishDateField(forms.DateField):
    """A day as "29.8.2017", "29. august 2017" or "29/8 2017".

    No `type="date"`: the browser would show it in a language of its own, and send nothing of a day that is half typed.
    """

    widget = DayInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.help_text = self.help_text or _("For example 29.8.2017.")

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        return value if isinstance(value, date) else _read_day(str(value).strip())

    def prepare_value(self, value: Any) -> Any:
        """In Danish also where an address says it as computers do."""
        day = _written_by_computers(value) if isinstance(value, str) else value
        return f"{day.day}.{day.month}.{day.year}" if isinstance(day, date) else value


def _read_day(text: str) -> date:
    try:
        found = parse_period(_DAY_WITHOUT_STOP.sub(r"\1. ", text))
    except PeriodError as error:
        raise ValidationError(
            _("“%(text)s” is not in the calendar. Write day, month and year, for example 29.8.2017.") % {"text": text}
        ) from error
    if found.start is None or found.precision != Precision.DAY or found.start != found.end:
        raise ValidationError(
            _(
                "“%(text)s” is not one day. Write day, month and a year of four digits, for example 29.8.2017 or "
                "29. august 2017."
            )
            % {"text": text}
        )
    return found.start


def _written_by_computers(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if _ISO.fullmatch(text.strip()) else None
    except ValueError:
        return None


_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_WITHOUT_STOP = re.compile(r"^(\d{1,2}) +(?=[a-zæøåA-ZÆØÅ])")


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
