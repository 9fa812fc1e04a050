"""Committees, councils, departments and partners, with their terms, spellings and successors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisation.models.chains import Chained
from organisation.models.leaving import Archivable, Mergeable
from organisation.models.municipalities import Municipality
from organisation.models.named import Named
from organisation.models.rows import TenantQuerySet, nothing_as_zero
from organisation.trees import onward_from


class BodyKind(models.TextChoices):
    COUNCIL = "council", _("municipal council")
    COMMITTEE = "committee", _("committee")
    ADMINISTRATION = "administration", _("administration")
    DEPARTMENT = "department", _("department")
    CENTRE = "centre", _("centre")
    ADVISORY_COUNCIL = "advisory_council", _("advisory council")
    SETTLEMENT_PARTIES = "settlement_parties", _("settlement parties")
    INSTITUTION = "institution", _("institution")
    PARTNER = "partner", _("partner")
    NATIONAL_PARTNER = "national_partner", _("national partner")
    GROUP = "group", _("working group")


class BodyQuerySet(TenantQuerySet["Body"]):
    has_national_rows = True

    def choosable(self) -> Self:
        """Not those of a council term that is over."""
        return self.current().filter(Q(valid_to__isnull=True) | Q(valid_to__gte=timezone.localdate()))

    def with_everything_below(self, ids: Iterable[int], *, with_predecessors: bool = False) -> frozenset[int]:
        """The given bodies, all under them, and those that any of them took over from. One query, folded in Python."""
        start = set(ids)
        homes = self.filter(pk__in=start).values("municipality")
        found = list(self.filter(municipality__in=homes).values_list("pk", "parent", "successor"))
        parents = {pk: parent for pk, parent, _successor in found}
        below = start | {pk for pk in parents if start & onward_from(pk, parents)}
        if not with_predecessors:
            return frozenset(below)
        successors = {pk: successor for pk, _parent, successor in found}
        return frozenset(below | {pk for pk in successors if below & onward_from(pk, successors)})

    def with_predecessors(self, body: Body) -> frozenset[int]:
        """The body and all that it took over from, however many terms ago."""
        found = dict(self.filter(municipality=body.municipality_id).values_list("pk", "successor"))
        return frozenset({body.pk} | {pk for pk in found if body.pk in onward_from(pk, found)})


class Body(Archivable, Mergeable, Chained, Named):
    """Who decides, carries out or takes part. Without a municipality only when it is a national partner."""

    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bodies",
        verbose_name=_("municipality"),
    )
    is_fictional = models.BooleanField(_("fictional demonstration data"), default=False)
    reference = models.SlugField(_("reference"), max_length=80)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=BodyKind.choices)
    aliases = models.TextField(_("other spellings"), blank=True, help_text=_("One on each line."))
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("successor"),
        help_text=_("The body that took over, for example after a new council term or a merger."),
    )
    agenda_deadline_days = models.PositiveSmallIntegerField(_("weekdays before a meeting"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = BodyQuerySet.as_manager()
    leads_on = {
        "parent": _("A body cannot be part of itself."),
        "successor": _("A body cannot be its own successor, nor follow one that it took over from."),
    }

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                nothing_as_zero("municipality"),
                "reference",
                name="body_reference_unique",
                violation_error_message=_("The municipality already has a body with this reference."),
            ),
            models.CheckConstraint(
                condition=Q(kind=BodyKind.NATIONAL_PARTNER, municipality__isnull=True)
                | (~Q(kind=BodyKind.NATIONAL_PARTNER) & Q(municipality__isnull=False)),
                name="body_national_without_municipality",
                violation_error_message=_("Only a national partner stands without a municipality."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="body_ends_after_it_begins",
                violation_error_message=_("A body cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def search_text(self) -> str:
        return f"{self.name} {self.aliases}"
