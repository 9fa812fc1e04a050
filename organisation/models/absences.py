"""Who is away from when to when, and who stands in. Why somebody is away is nobody's business here, and not asked."""

from __future__ import annotations

import datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from organisation.access import STAFF_ROLES, Access
from organisation.models.rows import TenantQuerySet, TenantRow
from organisation.models.users import Membership, User
from organisation.printing import format_date


class AbsenceQuerySet(TenantQuerySet["Absence"]):
    def editable(self, access: Access) -> Q:
        """One's own, and those of the municipalities that one administers."""
        own = Q(municipality_id__in=access.staff, user_id=access.user_id)
        return Q(municipality_id__in=access.administered) | own

    def adds(self, access: Access) -> frozenset[int]:
        return access.staff

    def on(self, day: datetime.date) -> Self:
        """Both days count: the deputy stands in on the first and on the last."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def overlapping(self, starts_on: datetime.date, ends_on: datetime.date) -> Self:
        return self.filter(starts_on__lte=ends_on, ends_on__gte=starts_on)


class Absence(TenantRow):
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="absences", verbose_name=_("absent"))
    deputy = models.ForeignKey(User, on_delete=models.PROTECT, related_name="stands_in", verbose_name=_("deputy"))
    starts_on = models.DateField(_("absent from"))
    ends_on = models.DateField(_("absent to"), help_text=_("The last day of the absence."))

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="absence_ends_after_it_begins",
                violation_error_message=_("An absence cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=~Q(user=F("deputy")),
                name="absence_has_another_deputy",
                violation_error_message=_("Nobody stands in for herself: choose a colleague."),
            ),
        ]

    def __str__(self) -> str:
        words = {"person": self.user, "first": format_date(self.starts_on), "last": format_date(self.ends_on)}
        return _now("%(person)s, %(first)s to %(last)s") % words

    def clean(self) -> None:
        super().clean()
        if not (self.starts_on and self.ends_on and self.user_id and self.deputy_id and self.municipality_id):
            return
        # Said at the field; the constraints say it of the row.
        if self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _now("An absence cannot end before it begins.")})
        if self.user_id == self.deputy_id:
            raise ValidationError({"deputy": _now("Nobody stands in for herself: choose a colleague.")})
        self._must_work_here("user", self.user)
        self._must_work_here("deputy", self.deputy)
        others = Absence.objects.filter(municipality=self.municipality).exclude(pk=self.pk)
        at_once = others.overlapping(self.starts_on, self.ends_on).select_related("user")
        if same := at_once.filter(user=self.user).first():
            raise ValidationError({"starts_on": _now("There is an absence already: %(absence)s.") % {"absence": same}})
        if away := at_once.filter(user=self.deputy).first():
            sentence = _now("The deputy is away too: %(absence)s. Choose somebody who is there.")
            raise ValidationError({"deputy": sentence % {"absence": away}})

    def _must_work_here(self, field: str, person: User) -> None:
        """The deputy may only get rights in the municipality where both work in the whole time's first day."""
        works = Membership.objects.filter(municipality=self.municipality, user=person, role__in=STAFF_ROLES)
        if not works.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=self.starts_on)).exists():
            sentence = _now("%(person)s does not work in the municipality with a role that edits.")
            raise ValidationError({field: sentence % {"person": person}})
