"""Rows that stand under one another or follow one another, and never come back to themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.functional import Promise

from organisation.models.rows import Row
from organisation.trees import onward_from


class Chained(Row):
    """A row of a municipality, or of the country, that leads to others of its kind there."""

    # The links that lead on, each with the sentence that refuses one by which the row would come back to itself.
    leads_on: ClassVar[Mapping[str, str | Promise]] = {}

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        wrong = {name: sentence for name, sentence in self.leads_on.items() if self._comes_back_by(name)}
        if wrong:
            raise ValidationError(wrong)

    def _comes_back_by(self, name: str) -> bool:
        column = self._meta.get_field(name).attname  # type: ignore[union-attr]
        to, rows = getattr(self, column), type(self)._base_manager
        # Leading where it led when the row was read, nothing new can go round.
        if self.pk is None or to in {None, *(seen.get(column) for seen in getattr(self, "seen", [])[-1:])}:
            return False
        home = self.municipality_id  # type: ignore[attr-defined]  # a mixin beside what has a municipality
        return self.pk in onward_from(to, dict(rows.filter(Q(municipality=home)).values_list("pk", column)))
