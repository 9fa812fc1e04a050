"""What a municipality proposes for the catalogue that all share, and the operator's answer."""

from __future__ import annotations

from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from organisation import writing
from organisation.access import Access, access_of
from organisation.models import TenantQuerySet, TenantRow, User


class SuggestionKind(models.TextChoices):
    METHOD = "method", _("method")
    INSTRUMENT = "instrument", _("instrument of measurement")


class SuggestionState(models.TextChoices):
    OPEN = "open", _("waits for an answer")
    ACCEPTED = "accepted", _("in the catalogue")
    DECLINED = "declined", _("declined")


class SuggestionQuerySet(TenantQuerySet["Suggestion"]):
    """A suggestion is a letter to the operator, who keeps the catalogue: the one thing of a municipality she reads.

    What somebody suggests while practising is no letter: it is read where it was written, and answered by nobody.
    """

    def visible_to(self, user: User | AnonymousUser) -> Self:
        access = access_of(user)
        return self._in_earnest() if access.is_operator else self.filter(municipality_id__in=access.staff)

    def editable_by(self, user: User | AnonymousUser) -> Self:
        return self._in_earnest() if access_of(user).is_operator else self.none()

    def _in_earnest(self) -> Self:
        return self.filter(municipality__practice_of__isnull=True)

    def adds(self, access: Access) -> frozenset[int]:
        return access.staff

    def open(self) -> Self:
        return self.filter(state=SuggestionState.OPEN)


class Suggestion(TenantRow):
    kind = models.CharField(_("kind"), max_length=10, choices=SuggestionKind.choices)
    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("description"), blank=True, help_text=_("What it is, and where it is described."))
    suggested_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", editable=False, verbose_name=_("suggested by")
    )
    suggested_at = models.DateTimeField(_("suggested at"), default=timezone.now, editable=False)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=SuggestionState.choices,
        default=SuggestionState.OPEN,
        editable=False,
    )
    answer = models.TextField(_("answer"), blank=True, editable=False)
    catalogue_reference = models.SlugField(_("reference in the catalogue"), max_length=80, blank=True, editable=False)
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggestion for the catalogue")
        verbose_name_plural = _("suggestions for the catalogue")
        ordering = ["-suggested_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open") | Q(answered_by__isnull=False, answered_at__isnull=False),
                name="suggestion_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""),
                name="suggestion_declined_with_words",
                violation_error_message=_("Say why the suggestion is declined: the municipality reads it."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def accept(self, *, by: User, reference: str, answer: str = "") -> None:
        """`reference` is the row of the catalogue, new or known. Raises ValidationError when it is answered."""
        self._answer(SuggestionState.ACCEPTED, by=by, reference=reference, answer=answer)

    def decline(self, *, by: User, answer: str) -> None:
        self._answer(SuggestionState.DECLINED, by=by, reference="", answer=answer)

    def _answer(self, state: SuggestionState, *, by: User, reference: str, answer: str) -> None:
        if self.state != SuggestionState.OPEN:
            raise ValidationError(_now("The suggestion is answered already."))
        self.state, self.answer, self.catalogue_reference = state, answer.strip(), reference
        self.answered_by, self.answered_at = by, timezone.now()
        writing.save(self, by=by, reason=_now("Suggestion for the catalogue answered"))
