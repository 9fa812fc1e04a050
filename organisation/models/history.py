"""Who changed what, when, from what to what, and why."""

from __future__ import annotations

from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisation.access import access_of
from organisation.models.documents import ImportBatch
from organisation.models.municipalities import Municipality
from organisation.models.users import User


class Action(models.TextChoices):
    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    DELETED = "deleted", _("deleted")
    RESTORED = "restored", _("made again")


class ChangeRecordQuerySet(models.QuerySet["ChangeRecord"]):
    def of_row(self, row: models.Model) -> Self:
        return self.filter(content_type=ContentType.objects.get_for_model(row), object_id=row.pk)

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Staff read the history of their municipality, the operator that of the shared catalogue."""
        return self.filter(self._read_by(user))

    def shown_at_its_row(self, user: User | AnonymousUser) -> Self:
        """Beside those, the changes of the users whom one may edit.

        They belong to no municipality, so the pages of a municipality's history, which take changes back, lack them.
        """
        kind, people = ContentType.objects.get_for_model(User), User.objects.editable_by(user)
        of_people = Q(municipality__isnull=True, content_type=kind, object_id__in=people.values("pk"))
        return self.filter(self._read_by(user) | of_people)

    def _read_by(self, user: User | AnonymousUser) -> Q:
        access = access_of(user)
        rule = Q(municipality_id__in=access.staff)
        return rule | Q(municipality_id__isnull=True) if access.is_operator else rule


class ChangeRecord(models.Model):
    """One change of one row. `changes` is {field: [before, after]}; a link to a row is {"id": …, "label": …}.

    `act` is the same for all that one press of a button changed; empty for what commands and imports write.
    """

    # The indexes below begin with the same column; one more would only make each writing slower.
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("municipality"),
        db_index=False,
    )
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("who"))
    action = models.CharField(_("what"), max_length=10, choices=Action.choices)
    content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, verbose_name=_("kind of row"), db_index=False
    )
    object_id = models.PositiveBigIntegerField(_("row"))
    object_label = models.CharField(_("name"), max_length=300)
    changes = models.JSONField(_("changes"), default=dict)
    reason = models.TextField(_("why"), blank=True)
    batch = models.ForeignKey(
        ImportBatch, on_delete=models.PROTECT, null=True, related_name="changes", verbose_name=_("import")
    )

    act = models.CharField(_("action"), max_length=32, blank=True, default="", editable=False)

    objects = ChangeRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("history")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "-at"], name="history_of_row"),
            models.Index(fields=["municipality", "-at"], name="history_of_municipality"),
            models.Index(fields=["act"], condition=~Q(act=""), name="history_of_act"),
        ]

    def __str__(self) -> str:
        return f"{self.object_label}: {self.get_action_display()}"
