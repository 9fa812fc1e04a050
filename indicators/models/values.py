"""Measured values and targets. Published values are never edited: a later one replaces the old from its date."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from indicators.models.indicators import Indicator
from organisation.models import (
    NEVER_APPROVED,
    Approvable,
    Approval,
    Body,
    ChildQuerySet,
    HasEffectiveDate,
    HasPeriod,
    TenantRow,
)
from organisation.numbers import Qualifier

_BOUNDS = {Qualifier.MORE_THAN.value: 1, Qualifier.UP_TO.value: -1, Qualifier.ALMOST.value: -1}


class Reading(HasEffectiveDate, TenantRow):
    """A value as it was printed: the words, the number if there is one, and how the words hedge it.

    `value` is in the indicator's own unit (49 for 49 %); `low` and `high` bound an interval or an inequality.
    """

    raw = models.CharField(_("as printed"), max_length=200, blank=True)
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=6, null=True, blank=True)
    qualifier = models.CharField(_("precision"), max_length=10, choices=Qualifier.choices, default=Qualifier.EXACT)
    low = models.DecimalField(_("lower bound"), max_digits=18, decimal_places=6, null=True, blank=True)
    high = models.DecimalField(_("upper bound"), max_digits=18, decimal_places=6, null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(high__gte=F("low")),
                name="%(app_label)s_%(class)s_bounds_in_order",
                violation_error_message=_("The upper bound must be at least the lower one."),
            ),
        ]

    @property
    def number(self) -> Decimal | None:
        """The value that may be judged: none where the source gives words, whatever was noted beside them."""
        return None if self.qualifier == Qualifier.WORDS else self.value

    @property
    def bound(self) -> int:
        """Where the true value may lie: 1 above `value` ("mere end"), -1 below it ("op til", "næsten"), 0 at it."""
        return _BOUNDS.get(self.qualifier, 0)

    @property
    def printed(self) -> str:
        """As the source prints it, else the number; in words when neither is known."""
        if self.raw or self.value is not None:
            return self.raw or str(self.value)
        return gettext("not stated")


class TargetKind(models.TextChoices):
    LEVEL = "level", _("level to reach")
    CHANGE = "change", _("change to reach")


class TargetOwner(models.TextChoices):
    OWN = "own", _("the municipality's own")
    EXTERNAL = "external", _("another body's")


class TargetQuerySet(ChildQuerySet["Target"]):
    roots = ("indicator",)
    settled_when = Q(approval=Approval.APPROVED)
    removable_when = NEVER_APPROVED
    approvable_when = NEVER_APPROVED

    def published(self) -> Q:
        return Q(approval=Approval.APPROVED)

    def own(self) -> Self:
        return self.filter(owner=TargetOwner.OWN)

    def approved(self) -> Self:
        return self.filter(approval=Approval.APPROVED)


class Target(Approvable, HasPeriod, Reading):
    """`period` is when the target is to be reached, often not stated; `effective` when it was decided."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="targets", verbose_name=_("indicator")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=TargetKind.choices, default=TargetKind.LEVEL)
    owner = models.CharField(_("whose target"), max_length=10, choices=TargetOwner.choices, default=TargetOwner.OWN)
    owner_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="targets", verbose_name=_("set by")
    )
    subgroup = models.CharField(_("subgroup"), max_length=200, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("replaces")
    )
    note = models.TextField(_("note"), blank=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ["indicator", "pk"]
        constraints = [*Reading.Meta.constraints]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.printed}"


class Design(models.TextChoices):
    SAMPLE = "sample", _("sample")
    CENSUS = "census", _("everybody asked")
    SAME_PEOPLE = "same_people", _("the same people twice")
    REGISTER = "register", _("register")
    NOT_STATED = "not_stated", _("not stated")


class Status(models.TextChoices):
    PRELIMINARY = "preliminary", _("preliminary")
    FINAL = "final", _("final")
    ESTIMATE = "estimate", _("estimate")
    NOT_STATED = "not_stated", _("not stated")


class Break(models.TextChoices):
    """Why a value cannot be compared with earlier ones."""

    QUESTION = "question", _("the question was changed")
    POPULATION = "population", _("another population was asked")
    METHOD = "method", _("it was measured in another way")


class Disclosure(models.TextChoices):
    """Whether a value about citizens may be shown; decided once, when it is approved."""

    SHOWN = "shown", _("shown")
    PUBLISHED = "published", _("shown: published by the source")
    SMALL = "small", _("hidden: few people")
    SECONDARY = "secondary", _("hidden: others could be computed from it")


HIDDEN = frozenset({Disclosure.SMALL, Disclosure.SECONDARY})


class MeasurementQuerySet(ChildQuerySet["Measurement"]):
    roots = ("indicator",)
    settled_when = Q(approval=Approval.APPROVED)
    removable_when = NEVER_APPROVED
    approvable_when = NEVER_APPROVED

    def published(self) -> Q:
        return Q(approval=Approval.APPROVED)

    def approved(self) -> Self:
        return self.filter(approval=Approval.APPROVED)

    def of_the_whole(self) -> Self:
        """Values of the whole population: a subgroup never stands in for the total."""
        return self.filter(subgroup="")

    def as_of(self, day: datetime.date) -> Self:
        """Values collected on or before the day, and those without a date."""
        return self.filter(Q(effective_start__isnull=True) | Q(effective_start__lte=day))


class Measurement(Approvable, Reading):
    """`effective` is when it was collected; `n` counts answers, `invited` those asked."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="measurements", verbose_name=_("indicator")
    )
    is_baseline = models.BooleanField(_("baseline"), default=False)
    subgroup = models.CharField(_("subgroup"), max_length=200, blank=True)
    numerator = models.PositiveBigIntegerField(_("numerator"), null=True, blank=True)
    denominator = models.PositiveBigIntegerField(_("denominator"), null=True, blank=True)
    n = models.PositiveIntegerField(_("answers"), null=True, blank=True)
    invited = models.PositiveIntegerField(_("asked"), null=True, blank=True)
    design = models.CharField(_("design"), max_length=12, choices=Design.choices, default=Design.NOT_STATED)
    design_effect = models.DecimalField(
        _("design effect"), max_digits=8, decimal_places=4, null=True, blank=True, help_text=_("Divides n.")
    )
    is_weighted = models.BooleanField(
        _("weighted"),
        default=False,
        help_text=_("Without a stated design effect the uncertainty of a weighted survey cannot be computed."),
    )
    finite_population = models.BooleanField(
        _("correct for a small population"),
        default=False,
        help_text=_("Everybody was asked: treat those who answered as a random part of them."),
    )
    standard_deviation = models.DecimalField(
        _("standard deviation"), max_digits=18, decimal_places=6, null=True, blank=True, help_text=_("Of a mean.")
    )
    own_low = models.DecimalField(_("source's lower limit"), max_digits=18, decimal_places=6, null=True, blank=True)
    own_high = models.DecimalField(_("source's upper limit"), max_digits=18, decimal_places=6, null=True, blank=True)
    own_level = models.DecimalField(
        _("level of the source's interval"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    status = models.CharField(
        _("status of the value"), max_length=12, choices=Status.choices, default=Status.NOT_STATED
    )
    series_break = models.BooleanField(
        _("series break"), default=False, help_text=_("This value cannot be compared with earlier ones.")
    )
    break_reason = models.CharField(_("why the series breaks"), max_length=12, choices=Break.choices, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("replaces")
    )
    note = models.TextField(_("note"), blank=True)
    published_reason = models.CharField(
        _("why a small count is shown"),
        max_length=300,
        blank=True,
        help_text=_("For example that the source has already published it."),
    )
    disclosure = models.CharField(
        _("shown or hidden"), max_length=10, choices=Disclosure.choices, blank=True, editable=False
    )
    disclosure_threshold = models.PositiveSmallIntegerField(
        _("threshold of small counts when it was decided"), null=True, blank=True, editable=False
    )

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        ordering = ["indicator", "subgroup", "effective_start", "pk"]
        constraints = [
            *Reading.Meta.constraints,
            models.UniqueConstraint(
                fields=["indicator", "subgroup"],
                condition=Q(is_baseline=True, replaces__isnull=True),
                name="measurement_one_baseline",
                violation_error_message=_("The indicator already has a baseline for this group."),
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True) | Q(denominator__isnull=True) | Q(denominator__gte=F("numerator")),
                name="measurement_numerator_in_denominator",
                violation_error_message=_("The numerator cannot be larger than the denominator."),
            ),
            models.CheckConstraint(
                condition=Q(n__isnull=True) | Q(invited__isnull=True) | Q(invited__gte=F("n")),
                name="measurement_answers_among_asked",
                violation_error_message=_("There cannot be more answers than people asked."),
            ),
            models.CheckConstraint(
                condition=Q(own_low__isnull=True) | Q(own_high__isnull=True) | Q(own_high__gte=F("own_low")),
                name="measurement_own_interval_in_order",
                violation_error_message=_("The upper limit must be at least the lower one."),
            ),
            models.CheckConstraint(
                condition=Q(approval="draft") | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="approved_measurement_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(approval="draft") | ~Q(disclosure=""),
                name="approved_measurement_is_shown_or_hidden",
            ),
            models.CheckConstraint(
                condition=Q(design_effect__isnull=True) | Q(design_effect__gt=0),
                name="measurement_design_effect_positive",
                violation_error_message=_("A design effect is more than 0."),
            ),
            models.CheckConstraint(
                condition=Q(standard_deviation__isnull=True) | Q(standard_deviation__gte=0),
                name="measurement_deviation_not_negative",
                violation_error_message=_("A standard deviation is 0 or more."),
            ),
            models.CheckConstraint(
                condition=Q(own_level__isnull=True) | Q(own_level__gt=0, own_level__lt=100),
                name="measurement_level_between_0_and_100",
                violation_error_message=_("The level of an interval lies between 0 and 100 per cent."),
            ),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (str(self.indicator), self.subgroup, self.printed) if part)

    def prepare(self) -> None:
        super().prepare()
        if self.break_reason:
            self.series_break = True

    @property
    def day(self) -> datetime.date | None:
        """Where it stands in time: the last day of its period, as a target stands at the end of its own."""
        return None if self.effective_start is None else self.effective_end or self.effective_start

    @property
    def hides(self) -> bool:
        """The gate has closed it, or has not been asked."""
        return not self.disclosure or self.disclosure in HIDDEN

    @classmethod
    def decide_together(cls, rows: Sequence[Measurement]) -> None:
        """What of a survey may be shown, before the rows are written. Raises ValidationError when it cannot be."""
        # The gate reads the models.
        from indicators import gate

        gate.decide(rows)
