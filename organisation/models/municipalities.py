"""The municipality and what it decides for itself."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import AnonymousUser
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisation.access import access_of
from organisation.models.named import Named
from organisation.models.rows import RuledQuerySet

if TYPE_CHECKING:
    from organisation.models.users import User


class DeviationSign(models.TextChoices):
    FORECAST_MINUS_REVISED = "forecast_minus_revised", _("forecast less revised budget")
    REVISED_MINUS_FORECAST = "revised_minus_forecast", _("revised budget less forecast")


class AgendaTemplate(models.TextChoices):
    """The known orders of headings in a committee case."""

    ODENSE = "odense", "Odense"
    KOEBENHAVN = "koebenhavn", "København"
    AARHUS = "aarhus", "Aarhus"
    ROEDOVRE = "roedovre", "Rødovre"
    BALLERUP = "ballerup", "Ballerup"
    HVIDOVRE = "hvidovre", "Hvidovre"
    HOLBAEK = "holbaek", "Holbæk"
    VIBORG = "viborg", "Viborg"


class MunicipalityQuerySet(RuledQuerySet["Municipality"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        access = access_of(user)
        return self.in_earnest() if access.is_operator else self.filter(pk__in=access.members)

    def editable_by(self, user: User | AnonymousUser) -> Self:
        access = access_of(user)
        return self.in_earnest() if access.is_operator else self.filter(pk__in=access.administered)

    def read_by(self, user: User | AnonymousUser) -> Self:
        """Municipalities whose content the user reads. The operator, who sees no content, reads none."""
        return self.filter(pk__in=access_of(user).members)

    def opened_by(self, user: User | AnonymousUser) -> bool:
        return access_of(user).works_in_admin

    def staffed_by(self, user: User | AnonymousUser) -> Self:
        """Municipalities where the user works, and so sees drafts and makes reports."""
        return self.filter(pk__in=access_of(user).staff)

    def in_earnest(self) -> Self:
        """All but the practice areas."""
        return self.filter(practice_of__isnull=True)

    def real(self) -> Self:
        """Municipalities that are not part of the demonstration."""
        return self.filter(is_demo=False)


class Municipality(Named):
    code = models.CharField(
        _("municipality code"),
        max_length=4,
        unique=True,
        validators=[RegexValidator(r"^\d{4}$", _("A municipality code has four digits, for example 0101."))],
    )
    statbank_code = models.CharField(_("code at Statistics Denmark"), max_length=3, blank=True)
    name = models.CharField(_("name"), max_length=60, unique=True)
    region = models.CharField(_("region until 31 December 2026"), max_length=60, blank=True)
    region_from_2027 = models.CharField(_("region from 2027"), max_length=60, blank=True)
    council_name = models.CharField(
        _("name of the municipal council"), max_length=60, default="Kommunalbestyrelsen", blank=True
    )
    suppression_threshold = models.PositiveSmallIntegerField(
        _("threshold for small counts"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("Counts of citizens below this number are hidden."),
    )
    deviation_sign = models.CharField(
        _("sign of deviations"),
        max_length=30,
        choices=DeviationSign.choices,
        default=DeviationSign.FORECAST_MINUS_REVISED,
    )
    agenda_template = models.CharField(
        _("headings of committee cases"), max_length=12, choices=AgendaTemplate.choices, blank=True
    )
    logo = models.FileField(
        _("logo"),
        upload_to="logos/",
        blank=True,
        help_text=_("A picture, PNG or JPEG, of at most 2 MB. Stands at the top of pages and on the front of reports."),
    )
    statement_url = models.URLField(_("accessibility statement"), blank=True)
    is_demo = models.BooleanField(
        _("demonstration"), default=False, editable=False, help_text=_("Holds the demonstration portfolio.")
    )

    practice_of = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="practice",
        verbose_name=_("practice area of"),
    )

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(suppression_threshold__gte=1),
                name="municipality_threshold_positive",
                violation_error_message=_("The threshold for small counts must be at least 1."),
            ),
            # No Danish municipality has a code that begins so.
            models.CheckConstraint(
                condition=Q(practice_of__isnull=True) | Q(code__startswith="9"),
                name="municipality_practice_has_own_code",
                violation_error_message=_("The code of a practice area begins with 9."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def search_text(self) -> str:
        return f"{self.name} {self.code}"

    def get_absolute_url(self) -> str:
        return reverse("portfolio", args=[self.code])

    def get_logo_url(self) -> str:
        """The address that asks who looks; it changes with the picture, so that a browser may keep it."""
        return f"{reverse('logo', args=[self.code])}?{PurePosixPath(str(self.logo)).stem}"
