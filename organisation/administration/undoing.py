"""A change is taken back as a whole: every field gets what it held before, as a change of today with its own record."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import FieldDoesNotExist, PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from organisation import writing
from organisation.administration.rights import BaseAdmin, rows_of, signed_in
from organisation.models import Action, ChangeRecord, Municipality, RuledQuerySet, User
from organisation.numbers import format_date
from organisation.telling import SECRET, readable


def can_be_undone(record: ChangeRecord) -> bool:
    """A change of what a person types or chooses. What the system decides, as an approval, is not taken back so."""
    model = record.content_type.model_class()
    if model is None or record.action != Action.CHANGED or not record.changes:
        return False
    return all(is_given(model, name) for name in record.changes)


def is_given(model: type[models.Model], name: str) -> bool:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    if isinstance(field, models.FileField | models.JSONField) or name in SECRET:
        return False
    return isinstance(field, models.Field) and (field.editable or name in writing.DERIVED)


def undo(record: ChangeRecord, *, by: User) -> models.Model:
    """Raises PermissionDenied, and ValidationError when something of it has been changed since, or cannot stand now."""
    model = record.content_type.model_class()
    if model is None or not can_be_undone(record):
        raise PermissionDenied
    row = rows_of(model).changeable_by(by).filter(pk=record.object_id).first()
    if row is None:
        raise PermissionDenied
    for name, (before, after) in record.changes.items():
        field = cast("models.Field[Any, Any]", model._meta.get_field(name))
        if name in writing.DERIVED:
            continue
        if readable(row, field) != after:
            raise ValidationError(_("It has been changed again since. Nothing was taken back."))
        setattr(row, field.attname, _stored(field, before, by))
    day = format_date(localtime(record.at).date())
    writing.save(row, by=by, reason=_("Took back the change of %(day)s") % {"day": day})
    return cast("models.Model", row)


def _stored(field: models.Field[Any, Any], before: Any, by: User) -> Any:
    if isinstance(field, models.ForeignKey) and isinstance(before, dict):
        rows = field.related_model._default_manager.all()
        seen = rows.visible_to(by) if isinstance(rows, RuledQuerySet) else rows
        if not seen.filter(pk=before["id"]).exists():
            raise ValidationError(_("What it pointed at is no longer there. Nothing was taken back."))
        return before["id"]
    if before is None:
        return None if field.null else ""
    return field.to_python(before)


def where_undone(row: models.Model, act: str) -> str:
    """The page of all that one press of a button did; empty outside of one."""
    if not act:
        return ""
    home = _home_of(row)
    return reverse("history-act", args=[home.code, act]) if home else reverse("catalogue-act", args=[act])


def _home_of(row: models.Model) -> Municipality | None:
    """The municipality in whose history its changes stand."""
    return row if isinstance(row, Municipality) else getattr(row, "municipality", None)


def tell_where_undone(request: HttpRequest, row: models.Model) -> None:
    """Right after an action: the way to take it back, whatever it was done to."""
    if _home_of(row) is None and not signed_in(request).access.is_operator:
        # A user belongs to no municipality; the page of what was done outside of one is the operator's.
        return
    if url := where_undone(row, writing.current_act()):
        messages.info(request, format_html('<a href="{}">{}</a>', url, _("Look at what was done, or undo it")))


class OffersUndo(BaseAdmin):
    """Right after a change the screen says where it is taken back."""

    def response_change(self, request: HttpRequest, obj: models.Model) -> HttpResponse:
        mine = ChangeRecord.objects.visible_to(request.user).filter(by=signed_in(request), act=writing.current_act())
        mine = mine.exclude(act="")
        done = list(mine[:2])
        is_whole = len(done) > 1 or any(record.action == Action.DELETED for record in done)
        # A user belongs to no municipality, but her roles do: of them her own history says where each is taken back.
        has_page = _home_of(obj) is not None or any(record.municipality_id is None for record in done)
        # What belongs to no municipality is taken back on the page of what was done, also a single change.
        is_bare = bool(done) and done[0].municipality_id is None and can_be_undone(done[0])
        if (is_whole and has_page) or is_bare:
            tell_where_undone(request, obj)
        elif any(can_be_undone(record) for record in (mine if is_whole else done)):
            url = reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_history", args=[obj.pk])
            messages.info(request, format_html('<a href="{}">{}</a>', url, _("Look at the change, or undo it")))
        answer: HttpResponse = super().response_change(request, obj)  # type: ignore[misc]
        return answer

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)  # type: ignore[misc]
        tell_where_undone(request, obj)
