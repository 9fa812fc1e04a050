"""Filters of lists offer what the user may see and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisation.administration.rights import rows_of, signed_in
from organisation.models import Archivable, TenantQuerySet, User

if TYPE_CHECKING:
    from django.contrib.admin.options import ModelAdmin


class VisibleFilter(admin.RelatedFieldListFilter):
    """The related rows that rows of the list have; Django's own filter offers those of every municipality."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.empty_value_display = format_html("{}", _("none"))

    def field_choices(self, field: Any, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[Any, Any]]:
        user = signed_in(request)
        used = model_admin.get_queryset(request).order_by().values(field.name)
        rows = rows_of(field.related_model).visible_to(user).filter(pk__in=used)
        return [(row.pk, str(row)) for row in rows]


class ArchivedFilter(admin.SimpleListFilter):
    """What is archived has left the list; it is there for whoever asks for it."""

    title = gettext_lazy("the archive")
    parameter_name = "archived"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("only", gettext_lazy("Archived")), ("too", gettext_lazy("All"))]

    def choices(self, changelist: Any) -> Any:
        first, *others = super().choices(changelist)
        return [{**first, "display": gettext_lazy("In use")}, *others]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "too":
            return queryset
        return queryset.archived() if self.value() == "only" else queryset.current()


def scoped(model: type[models.Model], filters: Any, user: User) -> list[Any]:
    """The filters of a list, each relation through VisibleFilter; first the municipality, for who works in several."""
    rows = rows_of(model)
    by_home = ["municipality"] if isinstance(rows, TenantQuerySet) and works_in_several(user) else []
    archive = [ArchivedFilter] if issubclass(model, Archivable) else []
    return [*(_scoped(model, one) for one in [*by_home, *filters]), *archive]


def works_in_several(user: User) -> bool:
    return user.access.is_operator or len(user.access.staff) > 1


def _scoped(model: type[models.Model], one: Any) -> Any:
    if isinstance(one, str) and model._meta.get_field(one).is_relation:
        return (one, VisibleFilter)
    return one
