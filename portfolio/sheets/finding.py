"""Files and imports found through the rights of whoever asks, and files handed out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from organisation.access import access_of
from organisation.models import Municipality
from portfolio.sheets.models import ImportState, TableImport, Upload
from portfolio.sheets.opening import FileGone

View = Callable[..., HttpResponseBase]


def needs_file(view: View) -> View:
    """Leads back to the list, with a sentence, when the file has been deleted by rule."""

    @wraps(view)
    def shown(request: HttpRequest, code: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, code, *args, **kwargs)
        except FileGone as gone:
            messages.info(request, str(gone))
            return redirect("imports", code)

    return shown


def staffed(request: HttpRequest, code: str) -> Municipality:
    """The municipality, for those who work in it."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    if municipality.pk not in access_of(request.user).staff:
        raise PermissionDenied
    return municipality


def found_upload(request: HttpRequest, code: str, reference: str) -> Upload:
    municipality = staffed(request, code)
    rows = Upload.objects.visible_to(request.user).filter(municipality=municipality)
    return get_object_or_404(rows.select_related("municipality", "created_by"), reference=reference)


def found_table(request: HttpRequest, code: str, reference: str, position: int) -> TableImport:
    """The import of the sheet that is under way or done; else the last that was taken back."""
    municipality = staffed(request, code)
    rows = TableImport.objects.visible_to(request.user).filter(
        municipality=municipality, upload__reference=reference, position=position
    )
    related = rows.select_related("municipality", "upload__created_by", "batch", "confirmed_by", "undone_by", "job")
    tables = sorted(related, key=lambda table: (table.state == ImportState.UNDONE, -table.pk))
    if not tables:
        raise Http404
    return tables[0]


def open_table(request: HttpRequest, code: str, reference: str, position: int) -> TableImport:
    table = found_table(request, code, reference, position)
    if not table.is_open:
        raise Http404
    return table


def download(content: Any, name: str) -> FileResponse:
    response = FileResponse(content, as_attachment=True, filename=name, content_type="application/octet-stream")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
