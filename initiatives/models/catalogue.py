"""Methods, shared by all municipalities, and target groups, owned by each."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisation.models import Archivable, CatalogueQuerySet, Chained, Mergeable, Named, TenantQuerySet, TenantRow


class MethodQuerySet(CatalogueQuerySet["Method"]):
    pass


class Method(Archivable, Mergeable, Named):
    """A way of working such as Housing First; one method, applied by many, never merged with an initiative."""

    reference = models.SlugField(_("reference"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    aliases = models.TextField(_("other spellings"), blank=True, help_text=_("One on each line."))
    description = models.TextField(_("description"), blank=True)

    objects = MethodQuerySet.as_manager()

    class Meta:
        verbose_name = _("method")
        verbose_name_plural = _("methods")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def search_text(self) -> str:
        return f"{self.name} {self.aliases}"


class TargetGroupQuerySet(TenantQuerySet["TargetGroup"]):
    pass


class TargetGroup(Archivable, Mergeable, Chained, Named, TenantRow):
    """Who an initiative is for; a coarse group may hold detailed ones."""

    reference = models.SlugField(_("reference"), max_length=80)
    name = models.CharField(_("name"), max_length=300)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("wider target group"),
    )
    aliases = models.TextField(_("other spellings"), blank=True, help_text=_("One on each line."))
    note = models.TextField(_("note"), blank=True)

    objects = TargetGroupQuerySet.as_manager()
    leads_on = {"parent": _("A target group cannot stand under itself.")}

    class Meta:
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="target_group_reference_unique",
                violation_error_message=_("The municipality already has a target group with this reference."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def search_text(self) -> str:
        return f"{self.name} {self.aliases}"

    def get_absolute_url(self) -> str:
        return reverse("target-group", args=[self.municipality.code, self.reference])
