"""What is linked already stays a choice of its own form, also when it is archived or its council term is over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q

from organisation.models.leaving import is_archivable


def keep_linked_choices(form: Any) -> None:
    """Asks the database only for a link that is no longer offered to others."""
    if form.instance.pk is None:
        return
    for name, field in form.fields.items():
        rows = field.queryset if isinstance(field, forms.ModelChoiceField) else None
        if rows is not None and is_archivable(rows.model):
            _keep(form.instance, name, field)


def _keep(instance: Any, name: str, field: Any) -> None:
    pk = getattr(instance, f"{name}_id", None)
    offered = list(field.choices)
    if pk is None or any(str(getattr(value, "value", value)) == str(pk) for value, _label in offered):
        return
    rows = field.queryset.model._base_manager
    # Left lists, not hidden: another's row is no more a choice than before.
    gone = Q(archived_at__isnull=False)
    gone |= Q(valid_to__isnull=False) if hasattr(field.queryset.model, "valid_to") else Q(pk__in=[])
    linked = rows.filter(gone, pk=pk).first()
    if linked is not None:
        field.queryset = rows.filter(Q(pk__in=field.queryset.order_by().values("pk")) | Q(pk=pk))
        field.choices = [*offered, (pk, str(linked))]
