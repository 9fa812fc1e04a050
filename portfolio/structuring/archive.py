"""The archive of a municipality: what has left lists and choices, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
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
ON_A_PAGE = 50


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
    page: Page[Any]
    # Words and address of all of the kind, where only the newest are shown among the others.
    all_text: str = ""


def number_archived(home: Municipality, user: User) -> int:
    return sum(rows_of(model).visible_to(user).archived().filter(municipality=home).count() for model in KINDS)


def archived_kinds(home: Municipality, user: User, asked: str, number: str | None) -> Iterator[ArchivedKind]:
    """The newest of each kind, or page `number` of the one that is asked for. Four queries a kind."""
    chosen = [model for model in KINDS if model._meta.model_name == asked]
    for model in chosen or KINDS:
        found = rows_of(model).visible_to(user).archived().filter(municipality=home).select_related("municipality")
        page = Paginator(found.order_by("-archived_at", "pk"), ON_A_PAGE).get_page(number if chosen else None)
        rows, count = list(page), page.paginator.count
        if rows:
            title = capfirst(str(model._meta.verbose_name_plural))
            more = _("All %(n)d") % {"n": count} if not chosen and count > len(rows) else ""
            yield ArchivedKind(model._meta.model_name, title, tuple(_shown(model, rows, user)), page, more)


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
    asked = request.GET.get("kind", "")
    kinds = list(archived_kinds(municipality, user, asked, request.GET.get("page")))
    context = {"municipality": municipality, "kinds": kinds, "asked": asked, "address": urlencode({"kind": asked})}
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
    return redirect(request.get_full_path())
