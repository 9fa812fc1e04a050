"""Where facts come from: documents with lines, imported files with cells."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisation.models.named import Named
from organisation.models.rows import HasEffectiveDate, TenantQuerySet, TenantRow, nothing_as_zero


class DocumentKind(models.TextChoices):
    STRATEGY = "strategy", _("strategy")
    POLICY = "policy", _("policy")
    ACTION_PLAN = "action_plan", _("action plan")
    NOTE = "note", _("memo")
    BUDGET_NOTE = "budget_note", _("budget note")
    OVERVIEW = "overview", _("overview")
    CASE = "case", _("committee case")
    OTHER = "other", _("other")


class DocumentQuerySet(TenantQuerySet["Document"]):
    pass


class Document(Named, HasEffectiveDate, TenantRow):
    """A source as it was printed. Its date is the date of the fact; it is often not stated."""

    reference = models.SlugField(_("reference"), max_length=80)
    title = models.CharField(_("title as printed"), max_length=300)
    display_title = models.CharField(
        _("title to show"), max_length=300, blank=True, help_text=_("Where the printed title has an error.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind.choices)
    case_number = models.CharField(_("case number"), max_length=60, blank=True)
    url = models.URLField(_("address"), blank=True)
    file = models.FileField(_("file"), upload_to="documents/", blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="document_reference_unique",
                violation_error_message=_("The municipality already has a document with this reference."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_title or self.title

    def search_text(self) -> str:
        return f"{self.title} {self.display_title} {self.case_number}"

    def get_file_url(self) -> str:
        """The address that checks the reader's rights before the file is sent."""
        return reverse("document-file", args=[self.municipality.code, self.reference])


class ImportBatchQuerySet(TenantQuerySet["ImportBatch"]):
    pass


class ImportBatch(TenantRow):
    """One confirmed import, so that every row it wrote can be found and the file shown again."""

    filename = models.CharField(_("file name"), max_length=255)
    file = models.FileField(_("file"), upload_to="imports/", blank=True)
    sha256 = models.CharField(_("checksum"), max_length=64)
    created_by = models.ForeignKey(
        "organisation.User", on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("imported by")
    )
    created_at = models.DateTimeField(_("imported at"), default=timezone.now, editable=False)
    note = models.TextField(_("note"), blank=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.filename


class Mark(models.TextChoices):
    STATED = "stated", _("stated in the source")
    INFERRED = "inferred", _("inferred by us")
    COMPUTED = "computed", _("computed by us")
    EXTERNAL = "external", _("from another source")


class ProvenanceQuerySet(TenantQuerySet["Provenance"]):
    def of_row(self, row: models.Model) -> models.QuerySet[Provenance]:
        return self.of_rows(type(row), [row.pk])

    def of_rows(self, model: type[models.Model], pks: list[int]) -> models.QuerySet[Provenance]:
        kind = ContentType.objects.get_for_model(model)
        return self.filter(content_type=kind, object_id__in=pks).select_related("document", "batch")


class Provenance(TenantRow):
    """Document and line, or file, sheet and cell, of one row or of one field of it."""

    # Sources of a row are found by the constraint's own index, which begins with these two columns.
    content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, verbose_name=_("kind of row"), db_index=False
    )
    object_id = models.PositiveBigIntegerField(_("row"))
    row = GenericForeignKey("content_type", "object_id")
    field = models.CharField(_("field"), max_length=60, blank=True, help_text=_("Empty: the whole row."))
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="facts", verbose_name=_("document")
    )
    line = models.CharField(_("line"), max_length=60, blank=True)
    batch = models.ForeignKey(
        ImportBatch, on_delete=models.PROTECT, null=True, blank=True, related_name="facts", verbose_name=_("import")
    )
    sheet = models.CharField(_("sheet"), max_length=100, blank=True)
    cell = models.CharField(_("cell"), max_length=20, blank=True)
    quote = models.TextField(_("words of the source"), blank=True)
    mark = models.CharField(_("mark"), max_length=10, choices=Mark.choices, default=Mark.STATED)
    note = models.TextField(_("note"), blank=True)

    objects = ProvenanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source of a fact")
        verbose_name_plural = _("sources of facts")
        constraints = [
            models.UniqueConstraint(
                "content_type",
                "object_id",
                "field",
                nothing_as_zero("document"),
                "line",
                nothing_as_zero("batch"),
                "sheet",
                "cell",
                name="provenance_once",
            ),
            models.CheckConstraint(
                condition=Q(document__isnull=False) | Q(batch__isnull=False) | ~Q(mark="stated"),
                name="provenance_stated_has_source",
                violation_error_message=_("A stated fact names its document or its file."),
            ),
        ]

    def __str__(self) -> str:
        if self.document:
            return f"{self.document}, {self.line}" if self.line else str(self.document)
        if self.batch:
            return f"{self.batch}, {self.sheet} {self.cell}".strip()
        return str(self.get_mark_display())
