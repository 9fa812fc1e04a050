"""A committee report, which freezes what it shows, and the job that makes its PDF."""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from initiatives.models import Initiative, Strategy
from organisation.access import Access
from organisation.models import Body, ChildQuerySet, TenantQuerySet, TenantRow, User
from portfolio.reports.progress import LAYING_OUT, percent


class ReportState(models.TextChoices):
    DRAFT = "draft", _("draft")
    FROZEN = "frozen", _("frozen")
    APPROVED = "approved", _("approved")
    SENT = "sent", _("sent")


class ReportQuerySet(TenantQuerySet["Report"]):
    def published(self) -> Q:
        """Committee members see what is frozen, when its PDF is there."""
        return ~Q(state=ReportState.DRAFT) & ~Q(pdf="")

    def adds(self, access: Access) -> frozenset[int]:
        return access.staff

    def editable(self, access: Access) -> Q:
        """All who work in the municipality make reports; administrators and managers handle everybody's."""
        return Q(municipality_id__in=access.approves) | Q(
            municipality_id__in=access.staff, created_by_id=access.user_id
        )


class Report(TenantRow):
    """`snapshot` is canonical JSON: everything that the PDF prints, so that it can be made again to the byte."""

    reference = models.SlugField(_("reference"), max_length=80)
    title = models.CharField(_("title"), max_length=300)
    strategy = models.ForeignKey(
        Strategy,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name=_("strategy"),
        help_text=_("Empty: the whole municipality."),
    )
    committee = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="reports", verbose_name=_("committee")
    )
    meeting_on = models.DateField(_("meeting"), null=True, blank=True)
    as_of = models.DateField(_("figures as of"))
    language = models.CharField(_("language"), max_length=5, default="da")
    state = models.CharField(_("state"), max_length=10, choices=ReportState.choices, default=ReportState.DRAFT)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    snapshot = models.TextField(_("snapshot"), blank=True, editable=False)
    snapshot_sha256 = models.CharField(_("checksum of the snapshot"), max_length=64, blank=True, editable=False)
    frozen_at = models.DateTimeField(_("frozen at"), null=True, blank=True, editable=False)
    pdf = models.FileField(_("PDF"), upload_to="reports/", blank=True, editable=False)
    pdf_sha256 = models.CharField(_("checksum of the PDF"), max_length=64, blank=True, editable=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True, editable=False)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by"))
    created_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    initiatives: models.ManyToManyField[Initiative, ReportScope] = models.ManyToManyField(
        Initiative, through="ReportScope", related_name="reports", verbose_name=_("initiatives")
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                name="report_reference_unique",
                violation_error_message=_("The municipality already has a report with this reference."),
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | (~Q(snapshot="") & ~Q(snapshot_sha256="") & Q(frozen_at__isnull=False)),
                name="report_frozen_has_snapshot",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_ready(self) -> bool:
        return bool(self.pdf)

    def get_absolute_url(self) -> str:
        return reverse("report", args=[self.municipality.code, self.reference])


class ReportScopeQuerySet(ChildQuerySet["ReportScope"]):
    roots = ("report", "initiative")


class ReportScope(TenantRow):
    """An initiative that a report shows."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="scope", verbose_name=_("report"))
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, related_name="report_scopes", verbose_name=_("initiative")
    )

    objects = ReportScopeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative in the report")
        verbose_name_plural = _("initiatives in the report")
        constraints = [
            models.UniqueConstraint(fields=["report", "initiative"], name="report_scope_once"),
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.initiative}"


class JobState(models.TextChoices):
    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


class JobQuerySet(ChildQuerySet["Job"]):
    roots = ("report",)

    def takeable(self, now: datetime.datetime) -> Self:
        """Waiting jobs that need not wait longer, and running ones whose worker has let its lease expire."""
        waiting = Q(state=JobState.QUEUED) & (Q(lease_until__isnull=True) | Q(lease_until__lte=now))
        lost = Q(state=JobState.RUNNING, lease_until__lt=now, cancel_requested=False)
        return self.filter(waiting | lost, attempt__lt=F("max_attempts")).order_by("created_at", "pk")


class Job(TenantRow):
    """Work for the background worker. A worker holds it by a lease; its result is published when the job ends."""

    key = models.CharField(_("key"), max_length=120, unique=True)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="jobs", verbose_name=_("report"))
    state = models.CharField(_("state"), max_length=10, choices=JobState.choices, default=JobState.QUEUED)
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    max_attempts = models.PositiveSmallIntegerField(_("attempts at most"), default=3)
    lease_until = models.DateTimeField(_("held until"), null=True, blank=True)
    lease_holder = models.CharField(_("held by"), max_length=64, blank=True)
    steps_done = models.PositiveIntegerField(_("steps done"), default=0)
    steps_total = models.PositiveIntegerField(_("steps in all"), default=0)
    pages_done = models.PositiveIntegerField(_("pages laid out"), default=0)
    pages_expected = models.PositiveIntegerField(_("pages expected"), default=0)
    cancel_requested = models.BooleanField(_("asked to stop"), default=False)
    failure = models.TextField(_("why it failed"), blank=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("ordered by"))
    created_at = models.DateTimeField(_("ordered at"), default=timezone.now)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "created_at"], name="job_queue")]

    def __str__(self) -> str:
        return f"{self.report}: {self.get_state_display()}"

    @property
    def percent(self) -> int | None:
        """Progress in whole per cent, or None before the number of steps is known."""
        return percent(self.steps_done, self.pages_done, self.pages_expected) if self.steps_total else None

    @property
    def pages_text(self) -> str:
        """ "page 34 of about 120", while pages are laid out; else empty."""
        if self.steps_done != LAYING_OUT or not self.pages_expected:
            return ""
        pages = {"done": self.pages_done, "expected": self.pages_expected}
        return gettext("page %(done)d of about %(expected)d") % pages
