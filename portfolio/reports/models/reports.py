"""A committee report, which freezes what it shows, and the job that makes its PDF."""

from __future__ import annotations

import datetime
from typing import Any, Self

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from initiatives.models import Event, Initiative, Strategy
from organisation import writing
from organisation.access import Access, access_of
from organisation.calendar_units import weekdays_before
from organisation.models import Body, ChildQuerySet, TenantQuerySet, TenantRow, User
from portfolio.reports.models.composing import CaseKind


class ReportState(models.TextChoices):
    DRAFT = "draft", _("draft")
    FROZEN = "frozen", _("frozen")
    APPROVED = "approved", _("approved")
    SENT = "sent", _("sent")


class ReportQuerySet(TenantQuerySet["Report"]):
    settled_when = ~Q(state=ReportState.DRAFT)
    removable_when = Q(state=ReportState.DRAFT)
    approvable_when = Q(state=ReportState.FROZEN)

    def published(self) -> Q:
        """Committee members see what is frozen, when its PDF is there."""
        return ~Q(state=ReportState.DRAFT) & ~Q(pdf="")

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """A closed item is for the committee and for those who work with it, not for all who read."""
        inside = access_of(user).reads_closed
        return super().visible_to(user).filter(Q(is_closed=False) | Q(municipality_id__in=inside))

    def adds(self, access: Access) -> frozenset[int]:
        return access.staff

    def editable(self, access: Access) -> Q:
        """All who work in the municipality make reports; administrators and managers handle everybody's."""
        return Q(municipality_id__in=access.approves) | Q(
            municipality_id__in=access.staff, created_by_id=access.user_id
        )


def _somebody(label: Any) -> Any:
    return models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name=label
    )


class Report(TenantRow):
    """A draft is composed; a frozen one stands for ever, and is corrected by a new version that points at it.

    `composition` is what is written and chosen for it (composition.py); `snapshot` is canonical JSON: everything that
    the PDF prints, so that it can be made again to the byte.
    """

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
    known_on = models.DateTimeField(_("as known on"), null=True, blank=True)
    case_kind = models.CharField(
        _("kind of case"), max_length=12, choices=CaseKind.choices, default=CaseKind.ORIENTATION
    )
    is_closed = models.BooleanField(_("closed item"), default=False)
    case_number = models.CharField(_("case number"), max_length=60, blank=True)
    composition = models.JSONField(_("composition"), default=dict, blank=True, editable=False)
    previous = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="next_ones",
        verbose_name=_("previous status"),
    )
    corrects = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="corrected_by",
        verbose_name=_("corrects"),
    )
    correction = models.TextField(_("why it is corrected"), blank=True, editable=False)
    language = models.CharField(_("language"), max_length=5, default="da")
    state = models.CharField(_("state"), max_length=10, choices=ReportState.choices, default=ReportState.DRAFT)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    snapshot = models.TextField(_("snapshot"), blank=True, editable=False)
    snapshot_sha256 = models.CharField(_("checksum of the snapshot"), max_length=64, blank=True, editable=False)
    frozen_at = models.DateTimeField(_("frozen at"), null=True, blank=True, editable=False)
    pdf = models.FileField(_("PDF"), upload_to="reports/", blank=True, editable=False)
    pdf_sha256 = models.CharField(_("checksum of the PDF"), max_length=64, blank=True, editable=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True, editable=False)
    frozen_by = _somebody(_("frozen by"))
    approved_by = _somebody(_("approved by"))
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True, editable=False)
    sent_by = _somebody(_("sent by"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True, editable=False)
    sent_to = models.CharField(_("sent to"), max_length=200, blank=True, editable=False)
    decision = models.ForeignKey(
        Event,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="reports",
        verbose_name=_("decision"),
    )
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
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "sent"]) | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="report_approved_says_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | (Q(sent_by__isnull=False, sent_at__isnull=False) & ~Q(sent_to="")),
                name="report_sent_says_by_whom",
            ),
            models.UniqueConstraint(
                fields=["corrects"],
                condition=Q(corrects__isnull=False),
                name="report_corrected_once",
                violation_error_message=_("There is a corrected version of this report already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_ready(self) -> bool:
        return bool(self.pdf)

    @property
    def is_draft(self) -> bool:
        return self.state == ReportState.DRAFT

    @property
    def ready_by(self) -> datetime.date | None:
        """The day by which it must be ready for its meeting; None where the committee has no such day, or no meeting
        is named.
        """
        days = self.committee.agenda_deadline_days if self.committee else None
        return weekdays_before(self.meeting_on, days) if self.meeting_on and days is not None else None

    @property
    def replaced_by(self) -> Report | None:
        """The corrected version, also while it is a draft."""
        return next(iter(self.corrected_by.all()), None)

    @property
    def is_replaced(self) -> bool:
        return self.replaced_by is not None

    @property
    def is_superseded(self) -> bool:
        """The corrected version is issued: this one is no longer what the committee has."""
        return self.replaced_by is not None and not self.replaced_by.is_draft

    def is_for(self, user: User | AnonymousUser) -> bool:
        """Whether it may be named to the user, where it is met at another report that the user sees."""
        return not self.is_closed or self.municipality_id in access_of(user).reads_closed

    def approve(self, *, by: User) -> None:
        """For the committee. Raises ValidationError when it is not frozen, not with its file, or replaced."""
        self._must_be(ReportState.FROZEN, ReportState.APPROVED)
        if not self.is_ready:
            raise ValidationError(_now("The report has no PDF yet; it is approved when it can be read."))
        self.state, self.approved_by, self.approved_at = ReportState.APPROVED, by, timezone.now()
        writing.save(self, by=by, reason=_now("The report was approved"))

    def send(self, *, by: User, to: str) -> None:
        """Notes that it is handed over to the agenda. Raises ValidationError when it is not approved, or replaced."""
        self._must_be(ReportState.APPROVED, ReportState.SENT)
        if not to.strip():
            raise ValidationError(_now("Say where the report was sent, for example the agenda system."))
        self.state, self.sent_by, self.sent_at, self.sent_to = ReportState.SENT, by, timezone.now(), to.strip()
        writing.save(self, by=by, reason=_now("The report was sent"))

    def _must_be(self, state: ReportState, to: ReportState) -> None:
        if self.is_superseded:
            raise ValidationError(_now("A corrected version has taken the place of this one."))
        if self.state != state:
            words = {"state": self.get_state_display(), "to": to.label, "from": state.label}
            sentence = _now("A report that is “%(state)s” cannot become “%(to)s”: it must be “%(from)s” first.")
            raise ValidationError(sentence % words)

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
