"""What a grid is about, chosen in the address, and what is said once about everything that is typed in it."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from budgets.models import DecisionState
from organisation.units import Unit
from portfolio.forms import Choices, HouseForm

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


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
    as_of = forms.DateField(label=_("Stated as of"), widget=DAY)
    up_to = forms.DateField(label=_("Spending booked up to and including"), widget=DAY)
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
    as_of = forms.DateField(label=_("Stated as of"), widget=DAY)
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
        label=_("Post what is typed at once"),
        required=False,
    )


class EntrySavingForm(SavingForm):
    effective = forms.CharField(
        label=_("Date of the decision"),
        required=False,
        max_length=100,
        help_text=_("For new amounts, in words: 12. oktober 2017. Empty when there is no date."),
    )
    field_order = ["effective", "reason", "is_posted"]
