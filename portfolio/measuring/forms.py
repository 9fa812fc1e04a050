"""What a grid of measured values is about, and what is said once about everything that is typed in it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from indicators.entering import Said
from indicators.models import Break, Design, Indicator, Measurement, Status
from organisation.fields import DanishDecimalField
from organisation.periods import Period, PeriodError, parse_period
from portfolio.forms import Choices, HouseForm
from portfolio.measuring import surveys
from portfolio.measuring.grid import SurveyGrid

ONLY_THE_WHOLE = "-"
# As many as one types and reads through at a time; a form may send far more.
MOST_CELLS = 440


class SurveyChoices(Choices):
    survey = forms.ChoiceField(label=_("Survey"))
    period = forms.CharField(
        label=_("Period"), max_length=200, help_text=_("When it was collected: 2018, or 2. kvartal 2018.")
    )
    groups = forms.CharField(
        label=_("Groups"),
        required=False,
        max_length=2000,
        help_text=_("With a semicolon between, as Køn: Kvinder; Køn: Mænd. A minus sign alone: only the whole."),
    )

    def __init__(self, query: QueryDict, indicators: Sequence[Indicator], today: datetime.date) -> None:
        self.indicators, self.today = indicators, today
        offered = surveys.choices(indicators)
        first = offered[0][1][0][0] if offered else ""
        of_it = surveys.of_survey(indicators, query.get("survey") or first)
        usual = {
            "survey": first,
            "period": str(today.year),
            "groups": "; ".join(surveys.groups_of(of_it)) or ONLY_THE_WHOLE,
        }
        super().__init__(query, usual)
        survey = self.fields["survey"]
        if isinstance(survey, forms.ChoiceField):
            survey.choices = offered

    def clean_period(self) -> Period:
        try:
            found = parse_period(str(self.cleaned_data["period"]))
        except PeriodError as error:
            raise ValidationError(str(error)) from error
        if found.start is None or found.end is None:
            raise ValidationError(_now("Write a year, a quarter, a month or a day, for example 2018."))
        if found.start > self.today:
            raise ValidationError(_now("The period has not begun yet."))
        return found

    def clean_groups(self) -> list[str]:
        words = [word.strip() for word in str(self.cleaned_data["groups"]).split(";")]
        if any(len(word) > 200 for word in words):
            raise ValidationError(_now("The name of a group has at most 200 characters."))
        return [word for word in dict.fromkeys(words) if word not in {"", ONLY_THE_WHOLE}]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        columns = 1 + len(cleaned.get("groups", []))
        if (len(self.chosen) + 2) * columns > MOST_CELLS:
            self.add_error("groups", ValidationError(_now("That is too many cells for one page. Name fewer groups.")))
        return cleaned

    @property
    def chosen(self) -> list[Indicator]:
        return surveys.of_survey(self.indicators, self.data.get("survey", ""))


class SurveyForm(HouseForm):
    # Asked beside the other doubts about the values.
    asks_about_people = False
    design = forms.ChoiceField(label=_("How those asked were chosen"), choices=Design.choices)
    status = forms.ChoiceField(label=_("Status of the values"), choices=Status.choices)
    source = forms.CharField(label=_("Source"), required=False, max_length=300)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    is_baseline = forms.BooleanField(label=_("The values are the baseline"), required=False)
    is_weighted = forms.BooleanField(label=_("The answers are weighted"), required=False)
    design_effect = DanishDecimalField(
        label=_("Design effect"), required=False, max_digits=8, decimal_places=4,
        help_text=_("Of a weighted survey, when it is stated. It divides the number of answers."),
    )  # fmt: skip
    finite_population = forms.BooleanField(
        label=_("Everybody was asked: treat those who answered as a random part of them"), required=False
    )
    break_reason = forms.ChoiceField(
        label=_("Why the values cannot be compared with earlier ones"),
        choices=[("", _("they can")), *Break.choices],
        required=False,
    )
    published_reason = forms.CharField(
        label=_("Why small counts are shown"),
        required=False,
        max_length=300,
        help_text=_("Only when the source has published them already. The reason stands in the history."),
    )
    reason = forms.CharField(
        label=_("Why approved values change"),
        required=False,
        max_length=500,
        help_text=_("Only when a value that is already approved gets another. It is kept with the revision."),
    )
    approves = forms.BooleanField(label=_("Approve what is typed at once"), required=False)

    rare = ("is_weighted", "design_effect", "finite_population", "break_reason", "published_reason")

    def __init__(self, data: QueryDict | None, grid: SurveyGrid, *, may_approve: bool) -> None:
        super().__init__(data, initial=_as_it_stands(grid.here) if grid.here else _as_before(grid))
        if not may_approve:
            del self.fields["approves"]
        if not grid.has_approved:
            del self.fields["reason"]

    @property
    def often_asked(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.rare]

    @property
    def rarely_asked(self) -> list[forms.BoundField]:
        return [self[name] for name in self.rare]

    @property
    def rarely_said(self) -> bool:
        """One of those that are folded away is filled in or wrong."""
        return any(self[name].value() or self[name].errors for name in self.rare)

    def said(self, period: Period) -> Said:
        given = {name: self.cleaned_data[name] for name in Said.__dataclass_fields__ if name != "effective_text"}
        return Said(effective_text=period.text, **given)

    @property
    def says_another(self) -> bool:
        """Than what stood there of the survey itself; why and whether to approve is no part of it."""
        return bool(set(self.changed_data) - {"reason", "approves"})

    @property
    def texts(self) -> list[str]:
        return [str(self.cleaned_data.get(name) or "") for name in ("source", "note", "published_reason", "reason")]


def _as_it_stands(row: Measurement) -> dict[str, Any]:
    return {name: getattr(row, name) for name in Said.__dataclass_fields__ if name != "effective_text"}


def _as_before(grid: SurveyGrid) -> dict[str, Any]:
    """How the last survey was made, without what belongs to one time alone. The first values are the baseline."""
    row, usual = grid.before, {"status": Status.FINAL, "source": grid.source}
    if row is None:
        return {"design": Design.NOT_STATED, "is_baseline": True, **usual}
    again = ("design", "is_weighted", "design_effect", "finite_population")
    return {**{name: getattr(row, name) for name in again}, **usual}
