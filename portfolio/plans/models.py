"""An action plan that somebody has chosen or pasted: kept while it is corrected, and after it was saved."""

from __future__ import annotations

import json
from hashlib import sha256

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from budgets.models import DecisionState
from initiatives.models import InitiativeState, Strategy
from organisation.access import Access
from organisation.models import Document, ImportBatch, TenantQuerySet, TenantRow, User
from portfolio.plans.content import PlanContent, content_of


class PlanState(models.TextChoices):
    STARTED = "started", _("not saved yet")
    CONFIRMED = "confirmed", _("saved")
    UNDONE = "undone", _("taken back")


class PlanDraftQuerySet(TenantQuerySet["PlanDraft"]):
    def published(self) -> Q:
        """Nobody but staff sees what has not been saved yet."""
        return Q(pk__in=[])

    def adds(self, access: Access) -> frozenset[int]:
        """Whoever may make any initiative of the municipality."""
        return access.administered | access.managed_whole

    def editable(self, access: Access) -> Q:
        return Q(municipality_id__in=access.administered | access.managed_whole)


class PlanDraft(TenantRow):
    """`plan_content` is PlanContent as JSON: what was read, as it has been corrected."""

    reference = models.SlugField(_("reference"), max_length=80)
    title = models.CharField(_("title"), max_length=300)
    filename = models.CharField(_("file name"), max_length=255, blank=True)
    file = models.FileField(_("file"), upload_to="plans/", blank=True)
    sha256 = models.CharField(_("checksum"), max_length=64)
    plan_content = models.JSONField(_("content"), default=dict)
    content_sha256 = models.CharField(_("checksum of the content"), max_length=64, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=PlanState.choices, default=PlanState.STARTED)
    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("strategy")
    )
    makes_strategy = models.BooleanField(_("makes a strategy of its own"), default=True)
    initiative_state = models.CharField(
        _("state of the initiatives"),
        max_length=20,
        choices=InitiativeState.choices,
        default=InitiativeState.NOT_STATED,
    )
    decision_state = models.CharField(
        _("decision of the amounts"), max_length=12, choices=DecisionState.choices, default=DecisionState.PROPOSED
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("document")
    )
    batch = models.OneToOneField(
        ImportBatch, on_delete=models.PROTECT, null=True, blank=True, related_name="plan", verbose_name=_("import")
    )
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("chosen by"))
    created_at = models.DateTimeField(_("chosen at"), default=timezone.now, editable=False)
    file_deleted_at = models.DateTimeField(_("file deleted at"), null=True, blank=True, editable=False)

    objects = PlanDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("action plan to read")
        verbose_name_plural = _("action plans to read")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "reference"], name="plan_reference_unique"),
            models.CheckConstraint(
                condition=Q(state="started", batch__isnull=True) | ~Q(state="started") & Q(batch__isnull=False),
                name="plan_has_its_batch",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def prepare(self) -> None:
        super().prepare()
        # What history keeps of the content: that it changed.
        stored = json.dumps(self.plan_content, sort_keys=True, ensure_ascii=False)
        self.content_sha256 = sha256(stored.encode()).hexdigest()

    @property
    def is_open(self) -> bool:
        return self.state == PlanState.STARTED

    def drop_content(self) -> None:
        """What was read goes with the file; only of a plan that is not open any more."""
        self.plan_content = PlanContent().as_json()

    @property
    def content(self) -> PlanContent:
        content = content_of(self.plan_content)
        content.give_marks()
        return content

    def get_absolute_url(self) -> str:
        return reverse("plan", args=[self.municipality.code, self.reference])
