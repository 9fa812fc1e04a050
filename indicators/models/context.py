"""Figures that a document mentions but that are neither budgets, measured indicators nor targets."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from indicators.models.indicators import IndicatorUnit
from indicators.models.values import Reading
from initiatives.models import Initiative, Strategy
from organisation.models import ChildQuerySet


class ContextFigureQuerySet(ChildQuerySet["ContextFigure"]):
    roots = ("initiative", "strategy")


class ContextFigure(Reading):
    """Background only: it enters no sum, no comparison and no target. `value` is in its own unit, kroner for money."""

    reference = models.SlugField(_("reference"), max_length=80)
    label = models.CharField(_("what it is"), max_length=300)
    unit = models.CharField(_("unit"), max_length=20, choices=IndicatorUnit.choices)
    out_of = models.PositiveBigIntegerField(
        _("out of"), null=True, blank=True, help_text=_("27 in “23 out of 27”; the rest is few people too.")
    )
    population = models.CharField(_("population"), max_length=300, blank=True)
    geography = models.CharField(_("geography"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    strategy = models.ForeignKey(
        Strategy,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="context_figures",
        verbose_name=_("strategy"),
    )
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="context_figures",
        verbose_name=_("initiative"),
    )
    about_citizens = models.BooleanField(_("about citizens"), default=False)
    published_reason = models.CharField(
        _("why a small count is shown"),
        max_length=300,
        blank=True,
        help_text=_("For example that the source has already published it."),
    )
    note = models.TextField(_("note"), blank=True)

    objects = ContextFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("context figure")
        verbose_name_plural = _("context figures")
        ordering = ["municipality", "reference"]
        constraints = [
            *Reading.Meta.constraints,
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="context_figure_reference_unique",
                violation_error_message=_("The municipality already has a context figure with this reference."),
            ),
        ]

    def __str__(self) -> str:
        return self.label
