"""The whole budget of a body, as somebody has stated it: what the initiatives' part is held against."""

from __future__ import annotations

import datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from budgets.models.entries import DRAFT, YEAR_LIMITS, Posted
from budgets.models.money import MoneyFact
from organisation.access import Access, access_of
from organisation.models import Body, ChildQuerySet, TenantRow, User


class BodyBudgetQuerySet(ChildQuerySet["BodyBudget"]):
    roots = ("body",)
    settled_when = ~DRAFT
    removable_when = DRAFT

    def published(self) -> Q:
        return Q(posted_at__isnull=False)

    def editable_by(self, user: User | AnonymousUser) -> Self:
        return self.filter(self.editable(access_of(user)))

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.financed)

    def addable_in(self, user: User | AnonymousUser) -> frozenset[int]:
        return access_of(user).financed

    def counting(self, *, as_of: datetime.date, known_on: datetime.datetime | None = None) -> Self:
        """Posted, stated on the day or before it, and known by then; the one that holds is the first."""
        known = Q() if known_on is None else Q(posted_at__lte=known_on, recorded_at__lte=known_on)
        found = self.filter(known, posted_at__isnull=False, as_of__lte=as_of)
        return found.order_by("-as_of", "-posted_at", "-pk")


class BodyBudget(Posted, MoneyFact, TenantRow):
    """A reading: it enters no sum, and the latest on or before a day takes the place of those before it."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="budgets", verbose_name=_("body"))
    year = models.PositiveSmallIntegerField(_("budget year"), validators=YEAR_LIMITS)
    as_of = models.DateField(_("stated as of"), help_text=_("The day from which the amount holds."))
    source = models.CharField(
        _("where it stands"),
        max_length=200,
        help_text=_("For example “Budget 2018, page 14”, so that it can be found."),
    )
    note = models.TextField(_("note"), blank=True)
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)

    objects = BodyBudgetQuerySet.as_manager()

    class Meta:
        verbose_name = _("body's whole budget")
        verbose_name_plural = _("bodies' whole budgets")
        ordering = ["body", "-year", "-as_of", "-pk"]
        constraints = [
            *MoneyFact.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(source=""),
                name="body_budget_says_where",
                violation_error_message=_("Say where the amount stands, so that others can find it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.year}"
