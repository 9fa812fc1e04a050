"""Readings of a budget (forecast, actual, accounts), and totals as documents print them. They do not add up."""

from __future__ import annotations

import datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from budgets.models.entries import DRAFT, YEAR_LIMITS, DecisionState, Posted
from budgets.models.lines import BudgetLine
from budgets.models.money import MoneyFact
from initiatives.models import Initiative, Objective, Strategy
from organisation.access import Access, access_of
from organisation.models import ChildQuerySet, HasPeriod, TenantRow, User


class StatementKind(models.TextChoices):
    FORECAST = "forecast", _("forecast for the year")
    ACTUAL = "actual", _("actual spending")
    ACCOUNTS = "accounts", _("accounts")


class StatementQuerySet(ChildQuerySet["Statement"]):
    roots = ("line",)
    settled_when = ~DRAFT
    removable_when = DRAFT

    def published(self) -> Q:
        return Q(posted_at__isnull=False)

    def posted(self) -> Self:
        return self.filter(posted_at__isnull=False)

    def on_or_before(self, day: datetime.date) -> Self:
        return self.filter(as_of__lte=day)


class Statement(Posted, MoneyFact, TenantRow):
    line = models.ForeignKey(
        BudgetLine, on_delete=models.PROTECT, related_name="statements", verbose_name=_("budget line")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=StatementKind.choices)
    year = models.PositiveSmallIntegerField(_("budget year"), validators=YEAR_LIMITS)
    as_of = models.DateField(_("stated as of"), help_text=_("The day of the reading."))
    up_to = models.DateField(_("booked up to and including"), null=True, blank=True)
    is_final = models.BooleanField(_("final"), default=False)
    follow_up_round = models.CharField(_("budget follow-up"), max_length=30, blank=True)
    price_level = models.CharField(_("price level"), max_length=30, blank=True)
    note = models.TextField(_("note"), blank=True)
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("forecasts and actuals")
        ordering = ["line", "year", "kind", "as_of", "pk"]
        constraints = [
            *MoneyFact.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(kind="actual") | Q(up_to__isnull=False),
                name="statement_actual_says_up_to",
                violation_error_message=_("Actual spending says up to and including which day it is booked."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.get_kind_display()} {self.year}"

    def clean(self) -> None:
        super().clean()
        if self.up_to and self.as_of and self.up_to > self.as_of:
            raise ValidationError({"up_to": _("Spending cannot be booked up to a day after the reading.")})


class TotalKind(models.TextChoices):
    """What a printed total adds up: the amounts of its decision, or one kind of figure of a follow-up."""

    BUDGET = "budget", _("budgeted")
    ORIGINAL = "original", _("original budget")
    REVISED = "revised", _("revised budget")
    ACTUAL = "actual", _("actual spending")
    FORECAST = "forecast", _("forecast for the year")
    ACCOUNTS = "accounts", _("accounts")


class StatedTotalQuerySet(ChildQuerySet["StatedTotal"]):
    roots = ("strategy", "objective", "initiative", "line")

    def editable_by(self, user: User | AnonymousUser) -> Self:
        return self.filter(self.editable(access_of(user)))

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.financed)

    def addable_in(self, user: User | AnonymousUser) -> frozenset[int]:
        return access_of(user).financed


class StatedTotal(HasPeriod, MoneyFact, TenantRow):
    """A total as the document prints it, kept beside the computed one and never repaired."""

    reference = models.SlugField(_("reference"), max_length=80)
    label = models.CharField(_("name as printed"), max_length=200)
    kind = models.CharField(_("total of"), max_length=10, choices=TotalKind.choices, default=TotalKind.BUDGET)
    as_of = models.DateField(
        _("stated as of"), null=True, blank=True, help_text=_("The day of the follow-up; empty for what is budgeted.")
    )
    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("strategy")
    )
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("objective")
    )
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("initiative")
    )
    line = models.ForeignKey(
        BudgetLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stated_totals",
        verbose_name=_("budget line"),
    )
    decision_state = models.CharField(_("decision"), max_length=12, choices=DecisionState.choices, blank=True)

    objects = StatedTotalQuerySet.as_manager()

    class Meta:
        verbose_name = _("stated total")
        verbose_name_plural = _("stated totals")
        ordering = ["municipality", "reference"]
        constraints = [
            *MoneyFact.Meta.constraints,
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="stated_total_reference_unique",
                violation_error_message=_("The municipality already has a stated total with this reference."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("budget", "original"), as_of__isnull=True)
                | ~Q(kind__in=("budget", "original")) & Q(as_of__isnull=False),
                name="stated_total_of_a_follow_up_says_its_day",
                violation_error_message=_("A total of a follow-up says which day it is of; others have no day."),
            ),
            models.CheckConstraint(
                condition=Q(strategy__isnull=False, objective__isnull=True, initiative__isnull=True, line__isnull=True)
                | Q(strategy__isnull=True, objective__isnull=False, initiative__isnull=True, line__isnull=True)
                | Q(strategy__isnull=True, objective__isnull=True, initiative__isnull=False, line__isnull=True)
                | Q(strategy__isnull=True, objective__isnull=True, initiative__isnull=True, line__isnull=False),
                name="stated_total_of_one_thing",
                violation_error_message=_("A total is of one strategy, one objective, one initiative or one line."),
            ),
        ]

    def __str__(self) -> str:
        return self.label
