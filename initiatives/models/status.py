"""The owner's word on how an initiative goes: a draft until approved, unchanged ever after."""

from __future__ import annotations

import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from initiatives.models.initiatives import Initiative
from organisation import writing
from organisation.models import ChildQuerySet, Searched, TenantRow, User
from organisation.printing import format_date


class Light(models.TextChoices):
    GREEN = "green", _("on track")
    YELLOW = "yellow", _("needs attention")
    RED = "red", _("off track")
    GREY = "grey", _("not started or not assessed")
    BLUE = "blue", _("completed")


class UpdateState(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", _("returned")
    APPROVED = "approved", _("approved")


class StatusUpdateQuerySet(ChildQuerySet["StatusUpdate"]):
    settled_when = Q(state__in=[UpdateState.SUBMITTED, UpdateState.APPROVED])
    removable_when = Q(state=UpdateState.DRAFT)
    approvable_when = Q(state=UpdateState.SUBMITTED)

    def published(self) -> Q:
        return Q(state=UpdateState.APPROVED)

    def approved_as_of(self, day: datetime.date, known_on: datetime.datetime | None = None) -> Self:
        """Approved updates that speak of the day or earlier, newest first; of them those that were approved by then."""
        known = Q() if known_on is None else Q(approved_at__lte=known_on)
        found = self.filter(known, state=UpdateState.APPROVED, as_of__lte=day)
        return found.order_by("-as_of", "-approved_at", "-pk")


class StatusUpdate(Searched, TenantRow):
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, related_name="status_updates", verbose_name=_("initiative")
    )
    as_of = models.DateField(_("status as of"))
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("author"))
    progress_light = models.CharField(_("progress"), max_length=6, choices=Light.choices)
    economy_light = models.CharField(_("economy"), max_length=6, choices=Light.choices, default=Light.GREY)
    effect_light = models.CharField(_("effect"), max_length=6, choices=Light.choices, default=Light.GREY)
    no_change = models.BooleanField(_("no change since last time"), default=False)
    text = models.TextField(_("status"), blank=True)
    reason = models.TextField(_("reason"), blank=True, help_text=_("Required when a light is yellow or red."))
    action = models.TextField(_("action"), blank=True, help_text=_("Required when a light is yellow or red."))
    state = models.CharField(
        _("state"), max_length=10, choices=UpdateState.choices, default=UpdateState.DRAFT, editable=False
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True, editable=False)
    approved_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True, editable=False)
    return_reason = models.TextField(_("reason for returning"), blank=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)

    objects = StatusUpdateQuerySet.as_manager()

    class Meta:
        verbose_name = _("status update")
        verbose_name_plural = _("status updates")
        ordering = ["-as_of", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="approved_update_says_by_whom",
            ),
            models.CheckConstraint(
                condition=~(
                    Q(progress_light__in=["yellow", "red"])
                    | Q(economy_light__in=["yellow", "red"])
                    | Q(effect_light__in=["yellow", "red"])
                )
                | (~Q(reason="") & ~Q(action="")),
                name="attention_has_reason_and_action",
                violation_error_message=_("Yellow and red need a reason and an action."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {format_date(self.as_of)}"

    def search_text(self) -> str:
        return f"{self.text} {self.reason} {self.action}"

    @property
    def lights(self) -> tuple[str, str, str]:
        return (self.progress_light, self.economy_light, self.effect_light)

    def clean(self) -> None:
        super().clean()
        if self.as_of and self.as_of > timezone.localdate():
            raise ValidationError({"as_of": _("A status cannot be dated in the future.")})

    def submit(self, *, by: User) -> None:
        self._move(UpdateState.SUBMITTED, by=by, allowed=(UpdateState.DRAFT, UpdateState.RETURNED))

    def withdraw(self, *, by: User) -> None:
        """A draft again, as long as nobody has approved it."""
        self._move(UpdateState.DRAFT, by=by, allowed=(UpdateState.SUBMITTED,), submitted_at=None)

    def approve(self, *, by: User) -> None:
        """Approved updates never change; a later one takes their place. Raises ValidationError when not submitted."""
        self._move(
            UpdateState.APPROVED, by=by, allowed=(UpdateState.SUBMITTED,), approved_by=by, approved_at=timezone.now()
        )

    def send_back(self, *, by: User, reason: str) -> None:
        if not reason.strip():
            raise ValidationError(_("Say why the update is returned."))
        self._move(UpdateState.RETURNED, by=by, allowed=(UpdateState.SUBMITTED,), return_reason=reason.strip())

    def _move(self, to: UpdateState, *, by: User, allowed: tuple[UpdateState, ...], **fields: Any) -> None:
        if self.state not in allowed:
            message = _now("An update that is “%(state)s” cannot become “%(to)s”.")
            raise ValidationError(message % {"state": self.get_state_display(), "to": to.label})
        self.state = to
        if to == UpdateState.SUBMITTED:
            self.submitted_at = timezone.now()
        for name, value in fields.items():
            setattr(self, name, value)
        writing.save(self, by=by, reason=_now("Status update: %(state)s") % {"state": to.label})
