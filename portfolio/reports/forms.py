"""The order form of a report."""

from __future__ import annotations

import dataclasses
import datetime

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from initiatives.models import Strategy
from organisation.models import Body, BodyKind, Municipality, User
from portfolio.forms import DkfdsRenderer
from portfolio.reports.ordering import Beginning, usual_composition


class DayInput(forms.DateInput):
    """The browser's own calendar, which wants and gives ISO dates in every language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class OrderForm(forms.Form):
    """What stands empty has a sensible meaning: the whole municipality, today, a title of our own."""

    default_renderer = DkfdsRenderer

    strategy = forms.ModelChoiceField(
        Strategy.objects.none(),
        to_field_name="reference",
        required=False,
        label=_("Report on"),
        empty_label=_("the whole municipality"),
    )
    as_of = forms.DateField(
        required=False,
        widget=DayInput,
        label=_("Figures as of"),
        help_text=_("Facts after this day are left out. Texts are shown as they are worded today."),
    )
    title = forms.CharField(
        required=False, max_length=300, label=_("Title"), help_text=_("Empty: named after what it reports on.")
    )
    committee = forms.ModelChoiceField(
        Body.objects.none(), required=False, label=_("Committee"), empty_label=_("not stated")
    )
    meeting_on = forms.DateField(required=False, widget=DayInput, label=_("Meeting"))

    def __init__(self, data: QueryDict | None = None, *, municipality: Municipality, user: User) -> None:
        super().__init__(data, initial={"as_of": timezone.localdate()})
        self.municipality, self.user = municipality, user
        strategies = Strategy.objects.visible_to(user).filter(municipality=municipality).approved()
        bodies = Body.objects.visible_to(user).filter(
            municipality=municipality, kind__in=[BodyKind.COMMITTEE, BodyKind.COUNCIL]
        )
        self.fields["strategy"].queryset = strategies  # type: ignore[attr-defined]
        self.fields["committee"].queryset = bodies  # type: ignore[attr-defined]

    def clean_as_of(self) -> datetime.date:
        today = timezone.localdate()
        day: datetime.date = self.cleaned_data["as_of"] or today
        if day > today:
            raise forms.ValidationError(_("Figures of a day to come are not known yet."))
        return day

    def beginning(self) -> Beginning:
        chosen = self.cleaned_data
        scope = f"strategy={chosen['strategy'].reference}" if chosen["strategy"] else ""
        return Beginning(
            municipality=self.municipality,
            composition=dataclasses.replace(usual_composition(self.municipality), scope=scope),
            as_of=chosen["as_of"],
            by=self.user,
            language=get_language() or "da",
            title=chosen["title"].strip(),
            committee=chosen["committee"],
            meeting_on=chosen["meeting_on"],
        )
