"""What a grid is about, chosen in the address, and what is said once about everything that is typed in it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from budgets.models import DecisionState
from initiatives.models import Event
from organisation.fields import DanishDateField
from organisation.periods import format_period
from organisation.units import Unit
from portfolio.forms import Choices, HouseForm

if TYPE_CHECKING:
    ModelChoiceField = forms.ModelChoiceField[Event]
else:
    ModelChoiceField = forms.ModelChoiceField


class EntryChoices(Choices):
    year = forms.IntegerField(label=_("Budget year"), min_value=1970, max_value=2097)
    decision = forms.ChoiceField(
        label=_("Decision"), choices=[one for one in DecisionState.choices if one[0] != DecisionState.REJECTED]
    )
    unit = forms.ChoiceField(label=_("Amounts in"), choices=Unit.choices)
    price_level = forms.CharField(label=_("Price level"), required=False, max_length=30)


class RoundChoices(Choices):
    department = forms.ChoiceField(label=_("Department"), required=False)
    year = forms.IntegerField(label=_("Budget year"), min_value=1970, max_value=2100)
    round = forms.CharField(label=_("Budget follow-up"), max_length=30)
    as_of = DanishDateField(label=_("Stated as of"))
    up_to = DanishDateField(label=_("Spending booked up to and including"))
    unit = forms.ChoiceField(label=_("Amounts in"), choices=Unit.choices)
    price_level = forms.CharField(label=_("Price level"), required=False, max_length=30)

    def __init__(self, query: QueryDict, usual: dict[str, Any], departments: list[tuple[str, str]]) -> None:
        super().__init__(query, usual)
        self.fields["department"] = forms.ChoiceField(
            label=_("Department"), required=False, choices=[("", _("All departments")), *departments]
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        as_of, up_to = cleaned.get("as_of"), cleaned.get("up_to")
        if isinstance(as_of, datetime.date) and isinstance(up_to, datetime.date) and up_to > as_of:
            self.add_error("up_to", ValidationError(_("Spending cannot be booked up to a day after the reading.")))
        return cleaned


class RevisedChoices(Choices):
    year = forms.IntegerField(label=_("Budget year"), min_value=1970, max_value=2100)
    as_of = DanishDateField(label=_("Stated as of"))
    unit = forms.ChoiceField(label=_("Amounts in"), choices=Unit.choices)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        as_of, year = cleaned.get("as_of"), cleaned.get("year")
        if isinstance(as_of, datetime.date) and year is not None and as_of.year != year:
            self.add_error("as_of", ValidationError(_("The day of a stated revised budget lies in the budget year.")))
        return cleaned


class RevisedSavingForm(HouseForm):
    reason = forms.CharField(
        label=_("Where the figures come from"),
        required=False,
        max_length=500,
        help_text=_("For example the municipality's financial system. It is kept with each entry."),
    )


class SavingForm(HouseForm):
    reason = forms.CharField(
        label=_("Why posted figures change"),
        required=False,
        max_length=500,
        help_text=_("Only when a figure that is already posted changes. It is kept with the correction."),
    )
    is_posted = forms.BooleanField(
        label=_("Post the figures of the page at once"),
        required=False,
        help_text=_("What is typed now and the drafts that stand. What is posted is only changed by a correction."),
    )


class DecisionField(ModelChoiceField):
    def label_from_instance(self, obj: Event) -> str:
        day = format_period(obj.effective) if obj.effective_text else ""
        return f"{day}: {obj}" if day else str(obj)


class EntrySavingForm(SavingForm):
    effective = forms.CharField(
        label=_("Date of the decision"),
        required=False,
        max_length=100,
        help_text=_("For new amounts, in words: 12. oktober 2017. Empty: the day of the decision, if one is chosen."),
    )
    event = DecisionField(
        label=_("The decision"),
        queryset=Event.objects.none(),
        required=False,
        empty_label=_("none chosen"),
        help_text=_("For new amounts: what the municipality has recorded under decisions and events."),
    )
    field_order = ["event", "effective", "reason", "is_posted"]

    def __init__(self, data: QueryDict | None, events: QuerySet[Event]) -> None:
        super().__init__(data)
        field = self.fields["event"]
        if isinstance(field, DecisionField):
            field.queryset = events


class RoundSavingForm(SavingForm):
    is_final = forms.BooleanField(
        label=_("The actual spending is final"),
        required=False,
        help_text=_("Said of the actual spending that is typed now. Without the tick it is preliminary."),
    )
    field_order = ["reason", "is_final", "is_posted"]
