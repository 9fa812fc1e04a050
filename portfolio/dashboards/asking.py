"""How a list is shown lives in the address, beside what it is narrowed by: in which groups, how, and as of when."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from organisation.fields import DanishDateField
from organisation.printing import format_date
from portfolio.dashboards.reading import page_number, said_again
from portfolio.forms import HouseForm
from portfolio.overview.list_groups import ListBy
from portfolio.overview.listing import Asked
from portfolio.overview.viewpoint import in_address, with_day
from portfolio.templatetags.days import moment as moment_words


class View(models.TextChoices):
    TABLE = "table", _("Table")
    CARDS = "cards", _("Cards")


FIRST_DAY, LAST_DAY = datetime.date(1970, 1, 1), datetime.date(2100, 12, 31)


def within_the_calendar(day: datetime.date) -> None:
    """Of a moment too."""
    if not FIRST_DAY.year <= day.year <= LAST_DAY.year:
        years = {"first": FIRST_DAY.year, "last": LAST_DAY.year}
        raise ValidationError(_now("Choose a day from %(first)d to %(last)d.") % years)


class MomentField(DanishDateField):
    """Until when something was known: to the end of a day that is typed, or to the moment that a link of ours says."""

    def to_python(self, value: Any) -> datetime.datetime | None:
        try:
            day = super().to_python(value)
        except ValidationError:
            moment = moment_in(value)
            if moment is None:
                raise
            return moment
        return end_of(day)

    def prepare_value(self, value: Any) -> Any:
        """A moment is shown as its day."""
        moment = moment_in(value) if isinstance(value, str) else None
        return super().prepare_value(value if moment is None else moment.date())


def moment_in(value: Any) -> datetime.datetime | None:
    try:
        moment = parse_datetime(str(value).strip())
    except ValueError:
        return None
    return moment if moment is None or timezone.is_aware(moment) else timezone.make_aware(moment)


def end_of(day: datetime.date | None) -> datetime.datetime | None:
    """The last moment of the day, where the municipality is."""
    if day is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.max))


def known_mark(moment: datetime.datetime) -> str:
    """With the time of day, unless all of the day is counted."""
    local = timezone.localtime(moment)
    text = format_date(local.date()) if local.time() == datetime.time.max else moment_words(local)
    return _now("Only what was recorded by %(day)s is counted.") % {"day": text}


class DayForm(HouseForm):
    """As of which day a page shows figures, targets and status, and as known at which moment: links from a report lead
    to those that it was frozen with. What cannot be read is said, and today is taken.
    """

    asks_about_people = False

    as_of = DanishDateField(label=_("Figures as of"), required=False, validators=[within_the_calendar])
    known_on = MomentField(
        label=_("As known on"), widget=forms.HiddenInput, required=False, validators=[within_the_calendar]
    )

    def __init__(self, query: QueryDict, today: datetime.date) -> None:
        super().__init__(query)
        self.today = today
        self.again = said_again(query, {name: field.label or name for name, field in self.fields.items()})
        self.full_clean()

    @property
    def as_of_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data.get("as_of") or self.today
        return day

    @property
    def day_text(self) -> str:
        return format_date(self.as_of_day)

    @property
    def known_until(self) -> datetime.datetime | None:
        moment: datetime.datetime | None = self.cleaned_data.get("known_on")
        return moment

    @property
    def is_of_another_day(self) -> bool:
        return self.as_of_day != self.today or self.known_until is not None

    def asked_page(self, page: int) -> Asked:
        """A list without groups of one's own choice."""
        return Asked("", page, keeps_day=self.is_of_another_day, known_on=self.known_until)

    @property
    def query(self) -> str:
        """What a link to another page adds, so that it shows the same day."""
        return with_day("", self.as_of_day, self.known_until) if self.is_of_another_day else ""

    @property
    def mark(self) -> str:
        """Plainly, where a page does not show today's figures."""
        if not self.is_of_another_day:
            return ""
        said = _now("Figures, targets and status as of %(day)s. Names and texts are as they are worded today.") % {
            "day": format_date(self.as_of_day)
        }
        return f"{said} {self.known_text}" if self.known_text else said

    @property
    def known_text(self) -> str:
        """Nothing where all that is known today is counted."""
        return known_mark(self.known_until) if self.known_until else ""

    @property
    def problems(self) -> list[str]:
        """A sentence for each value that cannot be used, and what is shown instead."""
        found = [f"{self.fields[name].label}: {' '.join(map(str, errors))}" for name, errors in self.errors.items()]
        said = [*self.again, *found]
        if "as_of" in self.errors:
            said.append(_now("Today's figures are shown."))
        if {"by", "view"} & self.errors.keys():
            said.append(_now("The list is shown as if that had not been chosen."))
        if "known_on" in self.errors:
            said.append(_now("All that is known today is counted."))
        return said

    @property
    def kept(self) -> QueryDict:
        """What the address says of it, without what is usual anyway."""
        kept = QueryDict(mutable=True)
        for name in self.fields:
            value = self.known_until if name == "known_on" else self.cleaned_data.get(name)
            if value and value != USUAL.get(name):
                kept[name] = in_address(value) if isinstance(value, datetime.datetime) else str(value)
        return kept


USUAL = {"view": View.TABLE.value}


class ListForm(DayForm):
    by = forms.ChoiceField(label=_("In groups by"), choices=[("", _("no groups")), *ListBy.choices], required=False)
    view = forms.ChoiceField(label=_("Show as"), choices=View.choices, required=False, widget=forms.HiddenInput)

    field_order = ["by", "as_of", "view"]

    def asked(self, page: str) -> Asked:
        by, keeps_day = self.cleaned_data.get("by") or "", self.is_of_another_day
        return Asked(by, page_number(page), keeps_day=keeps_day, known_on=self.known_until)

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
