"""The archive of a municipality: what has left lists and choices, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from indicators.models import Indicator
from initiatives.models import Initiative, Objective, Strategy, TargetGroup
from organisation.administration.leaving import restorable
from organisation.administration.rights import rows_of
from organisation.models import Body, ChangeRecord, Municipality, User
from portfolio.dashboards.reading import key_of, reader_of
from portfolio.structuring.finding import worked_in

KINDS: tuple[Any, ...] = (Initiative, Strategy, Objective, Indicator, TargetGroup, Body)
MOST_SHOWN = 200


@dataclass(frozen=True)
class ArchivedRow:
    pk: int
    name: str
    url: str
    archived_at: Any
    reason: str
    may_restore: bool


@dataclass(frozen=True)
class ArchivedKind:
    name: str
    title: str
    rows: tuple[ArchivedRow, ...]


def number_archived(home: Municipality, user: User) -> int:
    return sum(rows_of(model).visible_to(user).archived().filter(municipality=home).count() for model in KINDS)


def archived_kinds(home: Municipality, user: User) -> Iterator[ArchivedKind]:
    """Three queries a kind."""
    for model in KINDS:
        found = rows_of(model).visible_to(user).archived().filter(municipality=home).select_related("municipality")
        rows = list(found.order_by("-archived_at", "pk")[:MOST_SHOWN])
        if rows:
            title = capfirst(str(model._meta.verbose_name_plural))
            yield ArchivedKind(model._meta.model_name, title, tuple(_shown(model, rows, user)))


def _shown(model: Any, rows: list[Any], user: User) -> Iterator[ArchivedRow]:
    own = set(restorable(rows_of(model), user).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    reasons = _reasons(model, rows, user)
    for row in rows:
        url = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
        yield ArchivedRow(row.pk, str(row), url, row.archived_at, reasons.get(row.pk, ""), row.pk in own)


def _reasons(model: Any, rows: list[Any], user: User) -> dict[int, str]:
    """Why each was archived, of the last record that says so."""
    records = ChangeRecord.objects.visible_to(user).filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        object_id__in=[row.pk for row in rows],
        changes__has_key="archived_at",
    )
    return dict(records.order_by("at", "pk").values_list("object_id", "reason"))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def archive(request: HttpRequest, code: str) -> HttpResponse:
    municipality, user = worked_in(request, code), reader_of(request)
    if request.method == "POST":
        return _restored(request, municipality, user)
    context = {"municipality": municipality, "kinds": list(archived_kinds(municipality, user))}
    return render(request, "structuring/archive.html", context)


def _restored(request: HttpRequest, home: Municipality, user: User) -> HttpResponse:
    name, _dash, pk = request.POST.get("restore", "").partition("-")
    model = next((one for one in KINDS if one._meta.model_name == name), None)
    if model is None:
        raise Http404
    row = get_object_or_404(restorable(rows_of(model), user).filter(municipality=home), pk=key_of(pk))
    try:
        row.restore(by=user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(row)s” is back in lists and choices.") % {"row": row})
    return redirect(request.path)
