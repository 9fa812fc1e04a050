"""How a list is shown lives in the address, beside what it is narrowed by: in which groups, how, and as of when."""

from __future__ import annotations

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from organisation.printing import format_date
from portfolio.budgeting.forms import DAY
from portfolio.dashboards.reading import page_number
from portfolio.forms import HouseForm
from portfolio.overview.list_groups import ListBy
from portfolio.overview.listing import Asked


class View(models.TextChoices):
    TABLE = "table", _("Table")
    CARDS = "cards", _("Cards")


FIRST_DAY, LAST_DAY = datetime.date(1970, 1, 1), datetime.date(2100, 12, 31)


def within_the_calendar(day: datetime.date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        years = {"first": FIRST_DAY.year, "last": LAST_DAY.year}
        raise ValidationError(_now("Choose a day from %(first)d to %(last)d.") % years)


class DayForm(HouseForm):
    """As of which day a page shows figures, targets and status. What cannot be read is said, and today is taken."""

    asks_about_people = False

    as_of = forms.DateField(label=_("Figures as of"), widget=DAY, required=False, validators=[within_the_calendar])

    def __init__(self, query: QueryDict, today: datetime.date) -> None:
        super().__init__(query)
        self.today = today
        self.full_clean()

    @property
    def as_of_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data.get("as_of") or self.today
        return day

    @property
    def day_text(self) -> str:
        return format_date(self.as_of_day)

    @property
    def is_of_another_day(self) -> bool:
        return self.as_of_day != self.today

    def asked_page(self, page: int) -> Asked:
        """A list without groups of one's own choice."""
        return Asked("", page, keeps_day=self.is_of_another_day)

    @property
    def query(self) -> str:
        """What a link to another page adds, so that it shows the same day."""
        return f"?as_of={self.as_of_day.isoformat()}" if self.is_of_another_day else ""

    @property
    def mark(self) -> str:
        """Plainly, where a page does not show today's figures."""
        if not self.is_of_another_day:
            return ""
        return _now("Figures, targets and status as of %(day)s. Names and texts are as they are worded today.") % {
            "day": format_date(self.as_of_day)
        }

    @property
    def problems(self) -> list[str]:
        """A sentence for each value that cannot be used, and what is shown instead."""
        said = [f"{self.fields[name].label}: {' '.join(map(str, errors))}" for name, errors in self.errors.items()]
        return [*said, _now("Today's figures are shown.")] if "as_of" in self.errors else said

    @property
    def kept(self) -> QueryDict:
        """What the address says of it, without what is usual anyway."""
        kept = QueryDict(mutable=True)
        for name in self.fields:
            if (value := self.cleaned_data.get(name)) and value != USUAL.get(name):
                kept[name] = str(value)
        return kept


USUAL = {"view": View.TABLE.value}


class ListForm(DayForm):
    by = forms.ChoiceField(label=_("In groups by"), choices=[("", _("no groups")), *ListBy.choices], required=False)
    view = forms.ChoiceField(choices=View.choices, required=False, widget=forms.HiddenInput)

    field_order = ["by", "as_of", "view"]

    def asked(self, page: str) -> Asked:
        return Asked(self.cleaned_data.get("by") or "", page_number(page), keeps_day=self.is_of_another_day)

    @property
    def groups_in_words(self) -> str:
        """Nothing where there are no groups."""
        by = self.cleaned_data.get("by") or ""
        return str(ListBy(by).label) if by else ""

    @property
    def view_shown(self) -> str:
        return self.cleaned_data.get("view") or View.TABLE.value

    def address_as(self, view: str, filters: QueryDict) -> str:
        query = filters.copy()
        for name, value in self.kept.items():
            query[name] = str(value)
        query.pop("view", None)
        if view != USUAL["view"]:
            query["view"] = view
        return query.urlencode()
