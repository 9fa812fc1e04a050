"""The jobs of the background worker: the making of a report's file, and what another room's row points at."""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organisation.models import ChildQuerySet, TenantRow, User
from portfolio.reports.models.reports import Report
from portfolio.reports.progress import LAYING_OUT, percent


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
    # None of a job that is no making of a report; whoever makes reports asks only for those that are.
    report: models.ForeignKey[Report | None, Report] = models.ForeignKey(  # type: ignore[misc]
        Report, on_delete=models.CASCADE, null=True, blank=True, related_name="jobs", verbose_name=_("report")
    )
    # Not editable: that somebody stopped or repeated it is in its history, and is not taken back there.
    state = models.CharField(
        _("state"), max_length=10, choices=JobState.choices, default=JobState.QUEUED, editable=False
    )
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    max_attempts = models.PositiveSmallIntegerField(_("attempts at most"), default=3)
    lease_until = models.DateTimeField(_("held until"), null=True, blank=True)
    lease_holder = models.CharField(_("held by"), max_length=64, blank=True)
    steps_done = models.PositiveIntegerField(_("steps done"), default=0)
    steps_total = models.PositiveIntegerField(_("steps in all"), default=0)
    pages_done = models.PositiveIntegerField(_("pages laid out"), default=0)
    pages_expected = models.PositiveIntegerField(_("pages expected"), default=0)
    cancel_requested = models.BooleanField(_("asked to stop"), default=False, editable=False)
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
        return f"{self.report or self.key}: {self.get_state_display()}"

    @property
    def is_under_way(self) -> bool:
        return self.state in (JobState.QUEUED, JobState.RUNNING)

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
