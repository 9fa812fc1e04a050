"""What is asked of a budget lives in the address: by what, which year, as of when, and as known when."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from organisation.fields import DanishDateField
from organisation.printing import format_date
from portfolio.dashboards.asking import MomentField, known_mark, within_the_calendar
from portfolio.dashboards.reading import said_again
from portfolio.forms import HouseForm
from portfolio.overview.budget_doors import Question
from portfolio.overview.groupings import GroupBy

OF_ALL = ("by", "year")


class QuestionForm(HouseForm):
    """An invalid value is said in a sentence, and the usual one takes its place."""

    by = forms.ChoiceField(label=_("Follow up by"), choices=GroupBy.choices, required=False)
    year = forms.IntegerField(label=_("Budget year"), min_value=1970, max_value=2100, required=False)
    as_of = DanishDateField(label=_("As of"), required=False, validators=[within_the_calendar])
    known_on = MomentField(label=_("As known on"), required=False, validators=[within_the_calendar])
    since = DanishDateField(label=_("Changes since"), required=False, validators=[within_the_calendar])
    since_known_on = MomentField(
        label=_("The first reading as known on"), required=False, validators=[within_the_calendar]
    )

    def __init__(self, query: QueryDict, today: datetime.date, *, is_of_one_line: bool = False) -> None:
        super().__init__(query)
        self.today = today
        for name in OF_ALL if is_of_one_line else ():
            del self.fields[name]
        self.again = said_again(query, {name: field.label or name for name, field in self.fields.items()})
        self.full_clean()

    def clean(self) -> None:
        said = self.cleaned_data
        as_of = said.get("as_of") or self.today
        since, known, before = said.get("since"), said.get("known_on"), said.get("since_known_on")
        if since and since > as_of:
            self.add_error("since", ValidationError(_now("The first day lies after the day of the figures.")))
        if before and not since:
            self.add_error("since_known_on", ValidationError(_now("Choose the first day too.")))
        elif before and known and before > known:
            self.add_error("since_known_on", ValidationError(_now("The first day lies after the day of the figures.")))
        elif known and since and not before:
            # What is known later than the second reading cannot be in the first.
            said["since_known_on"] = known

    def offer_years(self, years: Sequence[int], shown: int | None) -> None:
        """The years that have a budget, the one that the page shows chosen. Asked after the page is made."""
        if shown is None or "year" not in self.fields or "year" in self.errors:
            return
        self.fields["year"].widget = forms.Select(choices=[(year, year) for year in sorted({*years, shown})])
        self.data = {**self.data.dict(), "year": str(shown)} if isinstance(self.data, QueryDict) else self.data

    @property
    def question(self) -> Question:
        said = self.cleaned_data
        since, known = said.get("since"), said.get("known_on")
        before = said.get("since_known_on") if since else known
        return Question(
            as_of=said.get("as_of") or self.today,
            by=(said.get("by") or GroupBy.INITIATIVE.value,),
            year=said.get("year"),
            known_on=known,
            since=since,
            since_known_on=before,
            keeps_day=known is not None or (bool(said.get("as_of")) and said["as_of"] != self.today),
        )

    @property
    def marks(self) -> list[str]:
        """Plainly, where the page does not show today's figures as they are known today."""
        said = self.cleaned_data
        marks = []
        if said.get("as_of") and said["as_of"] != self.today:
            marks.append(_now("The figures are as of %(day)s.") % {"day": format_date(said["as_of"])})
        if said.get("known_on"):
            marks.append(known_mark(said["known_on"]))
        return [*marks, _now("Names and texts are as they are worded today.")] if marks else []

    @property
    def problems(self) -> list[str]:
        """A sentence for each value that cannot be used, and what is shown instead."""
        said = [f"{self.fields[name].label}: {' '.join(map(str, errors))}" for name, errors in self.errors.items()]
        return [*self.again, *said, *([_now("The page is shown as if that had not been chosen.")] if said else [])]
