"""Strategies and the trees of objectives under them, in the documents' own level words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisation.models import (
    AWAITS_APPROVAL,
    NEVER_APPROVED,
    Approvable,
    Approval,
    Archivable,
    Body,
    Chained,
    ChildQuerySet,
    Document,
    HasPeriod,
    Mergeable,
    Named,
    TenantQuerySet,
    TenantRow,
)


class StrategyKind(models.TextChoices):
    STRATEGY = "strategy", _("strategy")
    POLICY = "policy", _("policy")
    ACTION_PLAN = "action_plan", _("action plan")
    BUDGET_PACKAGE = "budget_package", _("budget package")
    PLAN = "plan", _("plan")


class StrategyQuerySet(TenantQuerySet["Strategy"]):
    removable_when = NEVER_APPROVED
    approvable_when = AWAITS_APPROVAL

    def published(self) -> Q:
        return Q(approval=Approval.APPROVED)

    def approved(self) -> Self:
        return self.filter(approval=Approval.APPROVED)


class Strategy(Archivable, Mergeable, Named, Approvable, HasPeriod, TenantRow):
    reference = models.SlugField(_("reference"), max_length=80)
    title = models.CharField(_("title as printed"), max_length=300)
    display_title = models.CharField(
        _("title to show"), max_length=300, blank=True, help_text=_("Where the printed title is long or has an error.")
    )
    aliases = models.TextField(_("other titles"), blank=True, help_text=_("One on each line."))
    kind = models.CharField(_("kind"), max_length=20, choices=StrategyKind.choices)
    committee = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="strategies", verbose_name=_("committee")
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="strategies",
        verbose_name=_("document"),
    )
    summary = models.TextField(_("summary"), blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = StrategyQuerySet.as_manager()

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="strategy_reference_unique",
                violation_error_message=_("The municipality already has a strategy with this reference."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_title or self.title

    def search_text(self) -> str:
        return f"{self.title} {self.display_title} {self.aliases}"

    def get_absolute_url(self) -> str:
        return reverse("strategy", args=[self.municipality.code, self.reference])


class ObjectiveKind(models.TextChoices):
    """What a node of the tree is to the reader; what the document calls it is `level_label`."""

    VISION = "vision", _("vision")
    GOAL = "goal", _("goal")
    GROUPING = "grouping", _("theme or track")
    COMMITMENT = "commitment", _("commitment")
    FOCUS_POINT = "focus_point", _("focus point")
    GUIDING_SENTENCE = "guiding_sentence", _("guiding sentence")
    SUBHEADING = "subheading", _("subheading")
    VALUE = "value", _("value")
    PRINCIPLE = "principle", _("principle")
    CHALLENGE = "challenge", _("challenge")


class ObjectiveQuerySet(ChildQuerySet["Objective"]):
    roots = ("strategy",)
    removable_when = Q(strategy__approval=Approval.DRAFT, strategy__approved_at__isnull=True)

    def of_strategies(self, strategies: Iterable[Strategy]) -> Self:
        """All nodes of the trees, to be folded in Python: one query however deep the trees are."""
        return self.filter(strategy__in=[strategy.pk for strategy in strategies])


class Objective(Archivable, Mergeable, Chained, Named, TenantRow):
    reference = models.SlugField(_("reference"), max_length=80)
    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, related_name="objectives", verbose_name=_("strategy")
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("under")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ObjectiveKind.choices)
    level_label = models.CharField(
        _("the document's word"), max_length=80, blank=True, help_text=_("For example pejlemærke, strategimål or tema.")
    )
    number = models.CharField(_("number"), max_length=20, blank=True)
    title = models.CharField(_("title as printed"), max_length=500)
    display_title = models.CharField(_("title to show"), max_length=500, blank=True)
    aliases = models.TextField(_("other wordings"), blank=True, help_text=_("One on each line."))
    text = models.TextField(_("text"), blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)

    objects = ObjectiveQuerySet.as_manager()
    leads_on = {"parent": _("An objective cannot stand under itself.")}

    class Meta:
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")
        ordering = ["strategy", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="objective_reference_unique",
                violation_error_message=_("The municipality already has an objective with this reference."),
            ),
        ]

    def __str__(self) -> str:
        """ "Pejlemærke 8: Færre er ensomme"; the title alone where the document has no word for it."""
        return ": ".join(part for part in (self.label, self.shown_title) if part)

    @property
    def label(self) -> str:
        """The document's word and the number: "pejlemærke 8"; "" without both."""
        return " ".join(part for part in (self.level_label, self.number) if part)

    @property
    def shown_title(self) -> str:
        return self.display_title or self.title

    def search_text(self) -> str:
        return f"{self.level_label} {self.number} {self.title} {self.display_title} {self.aliases}"

    def sort_text(self) -> str:
        return f"{self.number} {self.title}"

    def clean(self) -> None:
        super().clean()
        if self.parent and self.parent.strategy_id != self.strategy_id:
            raise ValidationError({"parent": _("The objective above belongs to another strategy.")})

    def get_absolute_url(self) -> str:
        return reverse("objective", args=[self.municipality.code, self.reference])
