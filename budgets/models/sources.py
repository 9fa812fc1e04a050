"""Pools and other sources of money. Their size is context and enters no budget sum."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from budgets.models.money import MoneyFact
from organisation.access import Access
from organisation.models import Chained, HasPeriod, Municipality, Named, TenantQuerySet, nothing_as_zero


class FundingSourceKind(models.TextChoices):
    STATE_POOL = "state_pool", _("state pool")
    LOCAL_POOL = "local_pool", _("local pool")
    UNDERSPEND = "department_underspend", _("a department's underspend")
    INITIATIVE = "initiative", _("another initiative")
    SURVEY = "survey", _("another survey")
    GENERAL = "general", _("the municipality's own budget")
    LEGAL_LIMIT = "legal_limit", _("amount set by law")


# Money that somebody else has set aside, of which the municipality's own is a part: their size is never its budget.
EXTERNAL = frozenset({FundingSourceKind.STATE_POOL, FundingSourceKind.LEGAL_LIMIT})


class FundingSourceQuerySet(TenantQuerySet["FundingSource"]):
    has_national_rows = True

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.financed)

    def adds(self, access: Access) -> frozenset[int]:
        return access.financed


class FundingSource(Chained, Named, HasPeriod, MoneyFact):
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="funding_sources",
        verbose_name=_("municipality"),
    )
    is_fictional = models.BooleanField(_("fictional demonstration data"), default=False)
    reference = models.SlugField(_("reference"), max_length=80)
    name = models.CharField(_("name"), max_length=200)
    aliases = models.TextField(_("other spellings"), blank=True, help_text=_("One on each line."))
    kind = models.CharField(_("kind"), max_length=24, choices=FundingSourceKind.choices)
    giver = models.CharField(_("giver"), max_length=200, blank=True)
    conditions = models.TextField(_("conditions"), blank=True)
    accounts_deadline = models.CharField(_("deadline for accounts"), max_length=200, blank=True)
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("successor"),
    )
    note = models.TextField(_("note"), blank=True)

    objects = FundingSourceQuerySet.as_manager()
    leads_on = {"successor": _("A funding source cannot be its own successor, nor follow one that it took over from.")}

    class Meta:
        verbose_name = _("funding source")
        verbose_name_plural = _("funding sources")
        ordering = ["sort_key"]
        constraints = [
            *MoneyFact.Meta.constraints,
            models.UniqueConstraint(
                nothing_as_zero("municipality"),
                "reference",
                name="funding_source_reference_unique",
                violation_error_message=_("The municipality already has a funding source with this reference."),
            ),
            models.CheckConstraint(
                condition=Q(municipality__isnull=False) | Q(kind__in=["state_pool", "legal_limit"]),
                name="funding_source_national_kind",
                violation_error_message=_("Only a state pool or an amount set by law stands without a municipality."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def search_text(self) -> str:
        return f"{self.name} {self.aliases} {self.giver}"

    @property
    def is_external(self) -> bool:
        return self.kind in EXTERNAL
