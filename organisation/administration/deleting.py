"""What a deletion takes with it, told to the one who deletes: only what she may see is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import ngettext

from organisation import writing
from organisation.administration.reasons import check_reason
from organisation.administration.refusing import page_again
from organisation.administration.rights import BaseAdmin, has_municipality, rows_of, signed_in
from organisation.models import ChildQuerySet, RuledQuerySet, User


def what_goes(rows: Sequence[models.Model], user: User) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
    """Names of what is deleted, the number of each kind, nothing, and names of what stands in the way.

    The shape is what Django's confirmation expects; its third part, kinds that the user may not delete, is empty, for
    what hangs on a draft goes with it.
    """
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=rows)
    collector.collect(rows)
    going = [row for found in collector.data.values() for row in found]
    counts = {str(model._meta.verbose_name_plural): len(found) for model, found in collector.data.items()}
    return _names(going, user), counts, set(), _names(collector.protected, user)


class DeletesDrafts(BaseAdmin):
    """The part of a screen that deletes, through the write path and with what goes along in words."""

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> Any:
        return refuse_reason(request) or super().delete_view(request, object_id, extra_context)  # type: ignore[misc]

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        writing.delete_many([obj], by=signed_in(request), reason=request.POST.get("reason", ""))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        return what_goes(list(objs), signed_in(request))


def refuse_reason(request: HttpRequest) -> HttpResponse | None:
    """Back to the question when the reason cannot be kept in the history."""
    try:
        check_reason(request.POST.get("reason", ""))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return page_again(request, request.get_full_path())
    return None


def dependents(row: models.Model, user: User) -> list[str]:
    """What hangs on a row that stands, by kind and number, of what the user may see: “3 budget lines”."""
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=[row])
    collector.collect([row])
    by_model = {model: list(found) for model, found in collector.data.items() if model is not type(row)}
    for one in collector.protected:
        by_model.setdefault(type(one), []).append(one)
    told = [(model, len(_names_of(model, found, user))) for model, found in by_model.items()]
    named = [f"{number} {_kind(model, type(row), number)}" for model, number in told if number]
    # Who keeps the catalogue sees nothing of the municipalities', but how much there is.
    unseen = 0 if has_municipality(type(row)) else sum(map(len, by_model.values())) - sum(n for _model, n in told)
    words = ngettext("%(n)d row of a municipality", "%(n)d rows of municipalities", unseen)
    return [*named, words % {"n": unseen}] if unseen else named


def _kind(model: type[models.Model], of: type[models.Model], number: int) -> str:
    """Of a row that only links two, what the other one is: an initiative's budget lines, not its links to them."""
    rows = model._default_manager.all()
    roots = rows.roots if isinstance(rows, ChildQuerySet) else ()
    ends = [model._meta.get_field(name).related_model for name in roots]
    others = [end for end in ends if isinstance(end, type) and end is not of]
    named = others[0] if len(ends) > 1 and of in ends and others else model
    return str(named._meta.verbose_name if number == 1 else named._meta.verbose_name_plural)


def _names(rows: Iterable[models.Model], user: User) -> list[Any]:
    by_model: dict[type[models.Model], list[models.Model]] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    names = [name for model, found in by_model.items() for name in _names_of(model, found, user)]
    hidden = sum(map(len, by_model.values())) - len(names)
    if hidden:
        names.append(ngettext("%(n)d more row", "%(n)d more rows", hidden) % {"n": hidden})
    return names


def _names_of(model: type[models.Model], rows: Sequence[models.Model], user: User) -> list[str]:
    if not isinstance(model._default_manager.all(), RuledQuerySet):
        return []
    seen = set(rows_of(model).visible_to(user).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return [f"{capfirst(str(model._meta.verbose_name))}: {row}" for row in rows if row.pk in seen]
