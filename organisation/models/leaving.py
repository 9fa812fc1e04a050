"""How a row leaves lists and choices without leaving the record: archived, or merged into the row that it repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from organisation.models.users import User


class Archivable(models.Model):
    """An archived row leaves lists and choices; it stays in reports, in the totals of its years and in the history."""

    archived_at = models.DateTimeField(_("archived at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

    def archive(self, *, by: User, reason: str = "") -> None:
        """Raises ValidationError when it is archived already."""
        if self.is_archived:
            raise ValidationError(gettext("It is archived already."))
        self._write_archived(timezone.now(), by=by, reason=reason or gettext("Archived"))

    def restore(self, *, by: User, reason: str = "") -> None:
        """Raises ValidationError when it is not archived."""
        if not self.is_archived:
            raise ValidationError(gettext("It is not archived."))
        self._write_archived(None, by=by, reason=reason or gettext("Taken back from the archive"))

    def _write_archived(self, moment: Any, *, by: User, reason: str) -> None:
        # The write path imports the models.
        from organisation import writing

        self.archived_at = moment
        writing.save(self, by=by, reason=reason)


class Mergeable(models.Model):
    """A row that may be merged into another of its kind: then it is seen no more, and its address leads on.

    It stays, so that its reference is never given to another row and its history can be read.
    """

    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_rows",
        verbose_name=_("merged into"),
    )

    class Meta:
        abstract = True


def is_archivable(model: type[models.Model]) -> bool:
    return issubclass(model, Archivable)


def is_mergeable(model: type[models.Model]) -> bool:
    return issubclass(model, Mergeable)
