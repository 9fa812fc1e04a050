"""What the committee decided, entered after the meeting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.models import Outcome
from organisation.fields import DanishDateField
from organisation.models import Body, BodyKind
from portfolio.forms import HouseForm
from portfolio.overview.viewpoint import reader_of
from portfolio.reports.models import Report

DECIDING = (BodyKind.COMMITTEE, BodyKind.COUNCIL, BodyKind.ADVISORY_COUNCIL, BodyKind.SETTLEMENT_PARTIES)


class DecisionForm(HouseForm):
    decided_on = DanishDateField(label=_("Decided on"))
    outcome = forms.ChoiceField(
        choices=[one for one in Outcome.choices if one[0] != Outcome.NOT_STATED], label=_("Outcome")
    )
    outcome_text = forms.CharField(
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=_("Amended wording, and what else the minutes say"),
        help_text=_("Empty: as recommended."),
    )
    sent_on_to = forms.ModelChoiceField(
        Body.objects.none(), required=False, label=_("Sent on to"), empty_label=_("nobody: decided here")
    )

    def __init__(self, data: QueryDict | None, *, report: Report) -> None:
        super().__init__(data, prefix="d", initial=_said(report))
        self.fields["sent_on_to"].queryset = (  # type: ignore[attr-defined]
            Body.objects.visible_to(reader_of(report.municipality))
            .filter(municipality=report.municipality, kind__in=DECIDING)
            .exclude(pk=report.committee_id or 0)
        )
        self.report = report

    def clean_decided_on(self) -> Any:
        day = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("A decision of a day to come is not made yet."))
        if day < self.report.as_of:
            raise forms.ValidationError(_("The decision cannot lie before the day of the figures."))
        return day


def _said(report: Report) -> dict[str, Any]:
    decision = report.decision
    if decision is None:
        return {"decided_on": report.meeting_on, "outcome": Outcome.TAKEN_NOTE_OF}
    return {
        "decided_on": decision.effective_start,
        "outcome": decision.outcome,
        "outcome_text": decision.outcome_text,
        "sent_on_to": decision.sent_on_to,
    }
