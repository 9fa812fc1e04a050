"""An extract of the finance system: kept while its rows are mapped, and after it was booked."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from organisation.access import Access
from organisation.models import ImportBatch, TenantQuerySet, TenantRow, User
from portfolio.extracts.content import ExtractContent, Terms, content_of


class ExtractState(models.TextChoices):
    STARTED = "started", _("not booked yet")
    CONFIRMED = "confirmed", _("booked")
    UNDONE = "undone", _("taken back")


class FinanceExtractQuerySet(TenantQuerySet["FinanceExtract"]):
    def published(self) -> Q:
        """Nobody but staff sees what has not been booked yet."""
        return Q(pk__in=[])

    def adds(self, access: Access) -> frozenset[int]:
        return access.financed

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.financed)


class FinanceExtract(TenantRow):
    """`read_rows` is ExtractContent as JSON, `terms` what a person has said of it."""

    reference = models.SlugField(_("reference"), max_length=80)
    filename = models.CharField(_("file name"), max_length=255)
    file = models.FileField(_("file"), upload_to="extracts/", blank=True)
    sha256 = models.CharField(_("checksum"), max_length=64)
    read_rows = models.JSONField(_("rows"), default=dict)
    rows_sha256 = models.CharField(_("checksum of the rows"), max_length=64, blank=True, editable=False)
    terms = models.JSONField(_("said of all rows"), default=dict)
    state = models.CharField(_("state"), max_length=10, choices=ExtractState.choices, default=ExtractState.STARTED)
    batch = models.OneToOneField(
        ImportBatch, on_delete=models.PROTECT, null=True, blank=True, related_name="extract", verbose_name=_("import")
    )
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("chosen by"))
    created_at = models.DateTimeField(_("chosen at"), default=timezone.now, editable=False)
    file_deleted_at = models.DateTimeField(_("file deleted at"), null=True, blank=True, editable=False)

    objects = FinanceExtractQuerySet.as_manager()

    class Meta:
        verbose_name = _("extract of the finance system")
        verbose_name_plural = _("extracts of the finance system")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "reference"], name="extract_reference_unique"),
            models.CheckConstraint(
                condition=Q(state="started", batch__isnull=True) | ~Q(state="started") & Q(batch__isnull=False),
                name="extract_has_its_batch",
            ),
        ]

    def __str__(self) -> str:
        return self.filename

    def prepare(self) -> None:
        super().prepare()
        # What history keeps of the rows: that they changed.
        stored = json.dumps(self.read_rows, sort_keys=True, ensure_ascii=False)
        self.rows_sha256 = sha256(stored.encode()).hexdigest()

    @property
    def is_open(self) -> bool:
        return self.state == ExtractState.STARTED

    def drop_content(self) -> None:
        """What was read goes with the file; only of an extract that is not open any more."""
        self.read_rows = ExtractContent().as_json()

    @property
    def content(self) -> ExtractContent:
        return content_of(self.read_rows)

    @property
    def said(self) -> Terms:
        return Terms(**self.terms)

    @property
    def title(self) -> str:
        """The month first: files of an extract are often called the same."""
        if not self.said.up_to:
            return self.filename
        up_to = date.fromisoformat(self.said.up_to)
        words = {"month": MONTHS[up_to.month], "year": up_to.year, "file": self.filename}
        return _now("%(month)s %(year)d: %(file)s") % words

    def get_absolute_url(self) -> str:
        return reverse("extract", args=[self.municipality.code, self.reference])
