"""What is asked about people: a pasted list, an absence, a hand-over and the end of a role."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from organisation.access import LEADING_ROLES, STAFF_ROLES, Role
from organisation.cpr import holds_cpr
from organisation.fields import DanishDateField
from organisation.inviting import Usual
from organisation.models import Body, Membership, Municipality, User
from portfolio.forms import HouseForm

EXAMPLE = "Mette Hansen <mh@kommune.dk>\nok@kommune.dk; Ole Kjær; leder; Socialforvaltningen"


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> DanishDateField:
    return DanishDateField(label=label, required=required, help_text=help_text)


def open_bodies(municipality: Municipality, today: datetime.date) -> QuerySet[Body]:
    rows = Body.objects.filter(municipality=municipality).unmerged().current()
    return rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today)).order_by("sort_key", "pk")


def colleagues(
    municipality: Municipality, today: datetime.date, roles: frozenset[Role] = STAFF_ROLES
) -> QuerySet[User]:
    """Those who work in the municipality on the day, with one of the roles."""
    held = Membership.objects.filter(municipality=municipality, role__in=roles).valid_on(today)
    return User.objects.get_queryset().filter(pk__in=held.values("user"), is_active=True).order_by("name", "email")


class InvitationForm(HouseForm):
    people = forms.CharField(
        label=_("Those whom you invite, one on each line"),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocomplete": "off"}),
        help_text=_(
            "Paste from Outlook, Excel or a text. A line may also name the role and the department or committee."
        ),
    )
    role = forms.ChoiceField(label=_("Role, where the line names none"), required=False)
    body = forms.ModelChoiceField(
        label=_("Department or committee, where the line names none"), queryset=Body.objects.none(), required=False
    )
    valid_from = day_field(_("From"), required=False, help_text=_("For example 1.1.2018; left empty: from now on."))
    valid_to = day_field(
        _("To"), required=False, help_text=_("For example 31.12.2021; left empty: until somebody ends it.")
    )

    def __init__(self, *args: Any, municipality: Municipality, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", _now("– choose –")), *Role.choices]  # type: ignore[attr-defined]
        self.fields["body"].queryset = open_bodies(municipality, today)  # type: ignore[attr-defined]
        self.fields["body"].empty_label = _now("– none –")  # type: ignore[attr-defined]

    def clean_people(self) -> str:
        text = str(self.cleaned_data["people"])
        if holds_cpr(text):
            raise ValidationError(_now("This looks like a CPR number. Invitations need names and e-mails only."))
        return text

    def clean(self) -> None:
        first, last = self.cleaned_data.get("valid_from"), self.cleaned_data.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _now("A membership cannot end before it begins."))

    @property
    def usual(self) -> Usual:
        said = self.cleaned_data
        return Usual(said["role"], said["body"], said["valid_from"], said["valid_to"])


class AbsenceForm(HouseForm):
    """`people` are those for whom an absence may be written: oneself, for an administrator all."""

    user = forms.ModelChoiceField(label=_("Who is absent"), queryset=User.objects.get_queryset().none())
    starts_on = day_field(_("Absent from"))
    ends_on = day_field(_("Absent to"), help_text=_("The last day of the absence, for example 31.7.2018."))
    deputy = forms.ModelChoiceField(label=_("Deputy"), queryset=User.objects.get_queryset().none())

    def __init__(
        self, *args: Any, people: QuerySet[User], municipality: Municipality, today: datetime.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["user"].queryset = people  # type: ignore[attr-defined]
        self.fields["deputy"].queryset = colleagues(municipality, today)  # type: ignore[attr-defined]

    def clean_ends_on(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["ends_on"]
        if day < self.today:
            raise ValidationError(
                _now("That day is over: nobody stands in for somebody afterwards. Write a later one.")
            )
        return day


class HandOverForm(HouseForm):
    to = forms.ModelChoiceField(label=_("Who takes over"), queryset=User.objects.get_queryset().none())
    ends_on = day_field(
        _("End the roles on"), required=False, help_text=_("The last day. Left empty, the roles go on as they are.")
    )

    def __init__(
        self, *args: Any, person: User, municipality: Municipality, today: datetime.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        others = colleagues(municipality, today, LEADING_ROLES).exclude(pk=person.pk)
        self.fields["to"].queryset = others  # type: ignore[attr-defined]


class EndForm(HouseForm):
    ends_on = day_field(_("Ends on"))
