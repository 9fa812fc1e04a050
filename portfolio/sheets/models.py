"""A file that somebody has chosen, the import of each of its tables, and layouts that are remembered."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisation.access import Access
from organisation.models import ImportBatch, TenantQuerySet, TenantRow, User
from portfolio.reports.models import Job
from portfolio.sheets.planning.plan import Effect
from portfolio.sheets.understanding import TableKind


class UploadQuerySet(TenantQuerySet["Upload"]):
    def published(self) -> Q:
        """Nobody but staff sees what has not been imported yet."""
        return Q(pk__in=[])

    def adds(self, access: Access) -> frozenset[int]:
        return access.staff

    def editable(self, access: Access) -> Q:
        """Colleagues go on with each other's; what each of them may change is asked row by row."""
        return Q(municipality_id__in=access.staff)


class Upload(TenantRow):
    """`reading` is the workbook as it was read, so that the file itself is opened once."""

    reference = models.SlugField(_("reference"), max_length=80)
    filename = models.CharField(_("file name"), max_length=255)
    kind = models.CharField(_("kind"), max_length=10)
    file = models.FileField(_("file"), upload_to="imports/", blank=True)
    reading = models.FileField(_("as it was read"), upload_to="imports/", blank=True, editable=False)
    sha256 = models.CharField(_("checksum"), max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("chosen by"))
    created_at = models.DateTimeField(_("chosen at"), default=timezone.now, editable=False)
    deleted_at = models.DateTimeField(_("file deleted at"), null=True, blank=True, editable=False)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("file to import")
        verbose_name_plural = _("files to import")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "sha256"],
                name="upload_once",
                violation_error_message=_("The file has been chosen already."),
            ),
            models.UniqueConstraint(fields=["municipality", "reference"], name="upload_reference_unique"),
        ]

    def __str__(self) -> str:
        return self.filename

    @property
    def is_there(self) -> bool:
        return bool(self.reading) and self.deleted_at is None

    def get_absolute_url(self) -> str:
        return reverse("sheet-file", args=[self.municipality.code, self.reference])


class ImportState(models.TextChoices):
    STARTED = "started", _("not imported yet")
    CONFIRMED = "confirmed", _("imported")
    UNDONE = "undone", _("taken back")


class TableImportQuerySet(TenantQuerySet["TableImport"]):
    def published(self) -> Q:
        return Q(pk__in=[])

    def adds(self, access: Access) -> frozenset[int]:
        return access.staff

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.staff)


class TableImport(TenantRow):
    """`correction` is what a person has said of the layout, `terms` what she has said of all its rows, `order` which
    preview she has confirmed when the background worker writes it, why, and in which language.
    """

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="imports", verbose_name=_("file"))
    position = models.PositiveSmallIntegerField(_("sheet number"))
    sheet = models.CharField(_("sheet"), max_length=200)
    kind = models.CharField(_("kind of table"), max_length=20, choices=TableKind.choices, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ImportState.choices, default=ImportState.STARTED)
    correction = models.JSONField(_("layout"), default=dict, blank=True)
    terms = models.JSONField(_("said of all rows"), default=dict, blank=True)
    created = models.PositiveIntegerField(_("created"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    left = models.PositiveIntegerField(_("unchanged"), default=0)
    batch = models.OneToOneField(
        ImportBatch, on_delete=models.PROTECT, null=True, blank=True, related_name="table", verbose_name=_("import")
    )
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("begun by"))
    created_at = models.DateTimeField(_("begun at"), default=timezone.now, editable=False)
    confirmed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    order = models.JSONField(_("how it was ordered"), default=dict, blank=True, editable=False)
    job = models.OneToOneField(
        Job, on_delete=models.SET_NULL, null=True, blank=True, related_name="table", verbose_name=_("job")
    )
    undone_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("taken back by")
    )
    undone_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = TableImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of a table")
        verbose_name_plural = _("imports of tables")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["upload", "position"],
                condition=~Q(state="undone"),
                name="table_imported_once",
                violation_error_message=_("The sheet is imported already."),
            ),
            models.CheckConstraint(
                condition=Q(state="started", batch__isnull=True) | ~Q(state="started") & Q(batch__isnull=False),
                name="table_import_has_its_batch",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.upload}, {self.sheet}"

    @property
    def file_deleted_at(self) -> datetime.datetime | None:
        return self.upload.deleted_at

    @property
    def counts(self) -> list[tuple[int, str]]:
        """(number, words) of the rows that were made, changed and left."""
        numbers = {Effect.CREATE: self.created, Effect.CHANGE: self.changed, Effect.LEAVE: self.left}
        return [(number, effect.counted(number)) for effect, number in numbers.items()]

    @property
    def is_open(self) -> bool:
        return self.state == ImportState.STARTED

    @property
    def is_under_way(self) -> bool:
        """Ordered from the background worker, which has not come to its end."""
        return self.is_open and self.job is not None and self.job.is_under_way


class RememberedLayoutQuerySet(TenantQuerySet["RememberedLayout"]):
    def published(self) -> Q:
        return Q(pk__in=[])

    def adds(self, access: Access) -> frozenset[int]:
        return access.staff

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.staff)


class RememberedLayout(TenantRow):
    """What was said of a table, for the next file of the same shape."""

    shape = models.CharField(_("shape"), max_length=32)
    label = models.CharField(_("file it was said of"), max_length=255)
    correction = models.JSONField(_("layout"), default=dict, blank=True)
    terms = models.JSONField(_("said of all rows"), default=dict, blank=True)
    said_at = models.DateTimeField(_("said at"), default=timezone.now)

    objects = RememberedLayoutQuerySet.as_manager()

    class Meta:
        verbose_name = _("remembered layout")
        verbose_name_plural = _("remembered layouts")
        ordering = ["-said_at"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "shape"], name="layout_remembered_once"),
        ]

    def __str__(self) -> str:
        return self.label
