"""What is measured, of whom, how it is asked and which way is better."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from initiatives.models import Cadence, Initiative, Objective
from organisation.access import Access, Role
from organisation.models import (
    AWAITS_APPROVAL,
    NEVER_APPROVED,
    Approvable,
    Approval,
    Archivable,
    Body,
    CatalogueQuerySet,
    ChildQuerySet,
    Document,
    Mergeable,
    Named,
    TenantQuerySet,
    TenantRow,
)


class InstrumentQuerySet(CatalogueQuerySet["Instrument"]):
    pass


class IndicatorUnit(models.TextChoices):
    PERCENT = "percent", _("per cent")
    COUNT = "count", _("count")
    PERCENTAGE_POINTS = "percentage_points", _("percentage points")
    INDEX = "index", _("index 0–100")
    MEAN = "mean", _("mean on a scale")
    KR = "kr", _("kroner")
    YES_NO = "yes_no", _("yes or no")
    ONE_IN = "one_in", _("one in …")


class Better(models.TextChoices):
    """Which way is better."""

    HIGHER = "higher", _("higher is better")
    LOWER = "lower", _("lower is better")
    KEEP_AT_LEAST = "keep_at_least", _("keep at least")
    KEEP_AT_MOST = "keep_at_most", _("keep at most")
    NOT_STATED = "not_stated", _("not stated")


class Instrument(Archivable, Mergeable, Named):
    """A known way of measuring, shared by all municipalities, with what its figures may be compared with."""

    reference = models.SlugField(_("reference"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    aliases = models.TextField(_("other names"), blank=True, help_text=_("One on each line."))
    question = models.TextField(_("question"), blank=True)
    scale = models.TextField(_("answer scale"), blank=True)
    cut_off = models.CharField(_("cut-off"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=20, choices=IndicatorUnit.choices, blank=True)
    better = models.CharField(_("direction"), max_length=14, choices=Better.choices, default=Better.NOT_STATED)
    comparable_with = models.TextField(_("may be compared with"), blank=True)
    not_comparable_with = models.TextField(_("may not be compared with"), blank=True)
    has_own_questions = models.BooleanField(
        _("each survey has its own questions"),
        default=False,
        help_text=_("Then two indicators of this kind are only the same when their questions are."),
    )
    limits = models.TextField(_("limits of interpretation"), blank=True)

    objects = InstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def search_text(self) -> str:
        return f"{self.name} {self.aliases}"

    def get_absolute_url(self) -> str:
        return reverse("instrument", args=[self.reference])


STAYS_ABOUT_CITIZENS = _(
    "Values are approved as being about citizens, and small counts among them are hidden. That cannot be lifted for all"
    " of them: a new value that says why it may be shown takes the place of the hidden one."
)


class Aggregation(models.TextChoices):
    SUM = "sum", _("sum")
    LATEST = "latest", _("latest")
    RATIO = "ratio", _("sum of numerators over sum of denominators")
    NONE = "none", _("does not add up")


class IndicatorQuerySet(TenantQuerySet["Indicator"]):
    removable_when = NEVER_APPROVED
    approvable_when = AWAITS_APPROVAL

    def published(self) -> Q:
        return Q(approval=Approval.APPROVED)

    def editable(self, access: Access) -> Q:
        """Administrators; caseworkers and managers the indicators of initiatives that they may change."""
        works_in = access.municipalities_with(Role.CASEWORKER, Role.MANAGER)
        own = IndicatorInitiative.objects.filter(
            initiative__in=Initiative.objects.filter(Initiative.objects.all().editable(access))
        ).values("indicator")
        return Q(municipality_id__in=access.administered) | Q(municipality_id__in=works_in, pk__in=own)

    def approved(self) -> Self:
        return self.filter(approval=Approval.APPROVED)

    def shared_nationally(self) -> Self:
        """What its owner shows to every municipality; the only rows that are read past `visible_to`."""
        return self.approved().unmerged().filter(shared_nationally=True, municipality__practice_of__isnull=True)


class Indicator(Archivable, Mergeable, Named, Approvable, TenantRow):
    reference = models.SlugField(_("reference"), max_length=80)
    name = models.CharField(_("name"), max_length=300)
    aliases = models.TextField(_("other names"), blank=True, help_text=_("One on each line."))
    question = models.TextField(_("question"), blank=True)
    scale = models.CharField(_("answer scale"), max_length=300, blank=True)
    cut_off = models.CharField(_("cut-off"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=20, choices=IndicatorUnit.choices)
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0, validators=[MaxValueValidator(4)])
    better = models.CharField(_("direction"), max_length=14, choices=Better.choices, default=Better.NOT_STATED)
    tolerance = models.DecimalField(
        _("tolerance"),
        max_digits=18,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=_("In the indicator's own unit; for shares in percentage points."),
    )
    population = models.CharField(_("population"), max_length=300, blank=True)
    geography = models.CharField(_("geography"), max_length=200, blank=True)
    instrument = models.ForeignKey(
        Instrument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name=_("instrument"),
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    cadence = models.CharField(
        _("measured how often"), max_length=12, choices=Cadence.choices, default=Cadence.NOT_STATED
    )
    data_owner = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators", verbose_name=_("data owner")
    )
    aggregation = models.CharField(
        _("how it adds up"), max_length=8, choices=Aggregation.choices, default=Aggregation.NONE
    )
    about_citizens = models.BooleanField(
        _("about citizens"), default=True, help_text=_("Small counts of citizens are hidden.")
    )
    shared_nationally = models.BooleanField(_("shared nationally"), default=False)
    limits = models.TextField(_("limits of interpretation"), blank=True)
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name=_("document"),
    )
    objectives: models.ManyToManyField[Objective, IndicatorObjective] = models.ManyToManyField(
        Objective, through="IndicatorObjective", related_name="indicators", verbose_name=_("objectives")
    )
    initiatives: models.ManyToManyField[Initiative, IndicatorInitiative] = models.ManyToManyField(
        Initiative, through="IndicatorInitiative", related_name="indicators", verbose_name=_("initiatives")
    )

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="indicator_reference_unique",
                violation_error_message=_("The municipality already has an indicator with this reference."),
            ),
            models.CheckConstraint(
                condition=Q(tolerance__isnull=True) | Q(tolerance__gte=0),
                name="indicator_tolerance_not_negative",
                violation_error_message=_("A tolerance is 0 or more."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def search_text(self) -> str:
        return f"{self.name} {self.aliases} {self.question} {self.population}"

    def clean(self) -> None:
        super().clean()
        was_about_citizens = any(one.get("about_citizens") for one in getattr(self, "seen", [])[:1])
        if was_about_citizens and not self.about_citizens and self.measurements.filter(approval="approved").exists():
            raise ValidationError({"about_citizens": str(STAYS_ABOUT_CITIZENS)})

    def get_absolute_url(self) -> str:
        return reverse("indicator", args=[self.municipality.code, self.reference])


class IndicatorObjectiveQuerySet(ChildQuerySet["IndicatorObjective"]):
    roots = ("indicator", "objective")
    removable_when = Q()


class IndicatorObjective(TenantRow):
    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="objective_links", verbose_name=_("indicator")
    )
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="indicator_links", verbose_name=_("objective")
    )

    objects = IndicatorObjectiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("objective of the indicator")
        verbose_name_plural = _("objectives of the indicator")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "objective"],
                name="indicator_objective_once",
                violation_error_message=_("The indicator already belongs to this objective."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.objective}"


class IndicatorInitiativeQuerySet(ChildQuerySet["IndicatorInitiative"]):
    roots = ("indicator", "initiative")
    removable_when = Q()


class IndicatorInitiative(TenantRow):
    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="initiative_links", verbose_name=_("indicator")
    )
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, related_name="indicator_links", verbose_name=_("initiative")
    )

    objects = IndicatorInitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative of the indicator")
        verbose_name_plural = _("initiatives of the indicator")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "initiative"],
                name="indicator_initiative_once",
                violation_error_message=_("The indicator already belongs to this initiative."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.initiative}"
