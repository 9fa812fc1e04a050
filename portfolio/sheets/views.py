"""The pages of an import: choose a file, see what it is taken for, see what it would do, confirm, take back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisation.models import Municipality
from portfolio.reports.lines import signed_in
from portfolio.sheets import shown
from portfolio.sheets.finding import download, found_upload, needs_file, staffed
from portfolio.sheets.forms import (
    FileForm,
    PasteForm,
)
from portfolio.sheets.models import ImportState, TableImport, Upload
from portfolio.sheets.opening import workbook_of
from portfolio.sheets.reading import Refused, Workbook
from portfolio.sheets.uploading import Taken, begin, take_file, take_pasted

ON_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def imports(request: HttpRequest, code: str) -> HttpResponseBase:
    """The list of files; a POST chooses one, or a pasted block."""
    municipality = staffed(request, code)
    file_form, paste_form, taken = FileForm(), PasteForm(), None
    if request.method == "POST":
        is_file = "text" not in request.POST
        form: FileForm | PasteForm = FileForm(request.POST, request.FILES) if is_file else PasteForm(request.POST)
        taken = _take(request, municipality, form) if form.is_valid() else None
        if taken is not None:
            if taken.is_known:
                messages.info(request, _("The file has been chosen before. You go on from where it is."))
            workbook = workbook_of(taken.upload)
            if len(positions := shown.with_data(workbook)) == 1:
                return _go_on(request, taken.upload, workbook, positions[0])
            return redirect(taken.upload)
        file_form, paste_form = (form, paste_form) if isinstance(form, FileForm) else (file_form, form)
    found = Upload.objects.visible_to(request.user).filter(municipality=municipality)
    imports = Prefetch("imports", TableImport.objects.order_by("position", "pk").select_related("confirmed_by"))
    page = Paginator(found.select_related("created_by").prefetch_related(imports), 30).get_page(request.GET.get("page"))
    context = {"municipality": municipality, "page": page, "file_form": file_form, "paste_form": paste_form}
    return render(request, "sheets/imports.html", context, status=400 if request.method == "POST" else 200)


def _take(request: HttpRequest, municipality: Municipality, form: FileForm | PasteForm) -> Taken | None:
    by = signed_in(request)
    try:
        if isinstance(form, PasteForm):
            return take_pasted(form.cleaned_data["text"], _("pasted cells"), municipality, by=by)
        file = form.cleaned_data["file"]
        return take_file(file, file.name, municipality, by=by)
    except Refused as refused:
        form.add_error("text" if isinstance(form, PasteForm) else "file", str(refused))
        return None


def _go_on(request: HttpRequest, upload: Upload, workbook: Workbook, position: int) -> HttpResponseBase:
    table = begin(upload, workbook, position, by=signed_in(request))
    name = "sheet-layout" if table.is_open else "sheet-preview"
    return redirect(name, upload.municipality.code, upload.reference, position)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@needs_file
def file(request: HttpRequest, code: str, reference: str) -> HttpResponseBase:
    """The sheets of a file. A POST begins the import of one; a file of one sheet goes on at once."""
    upload = found_upload(request, code, reference)
    workbook = workbook_of(upload)
    if request.method == "POST":
        position = request.POST.get("sheet", "0")
        if not position.isdecimal() or len(position) > 4 or int(position) >= len(workbook.sheets):
            raise Http404
        return _go_on(request, upload, workbook, int(position))
    latest = {table.position: table for table in upload.imports.order_by("pk")}
    rows = [
        shown.SheetShown(
            position,
            sheet.name,
            sheet.height,
            latest[position].get_kind_display() if position in latest else "",
            shown.is_hidden(workbook, position),
            latest[position].get_state_display() if position in latest else "",
            position in latest and latest[position].state == ImportState.CONFIRMED,
        )
        for position in shown.with_data(workbook)
        for sheet in (workbook.sheets[position],)
    ]
    context = {"municipality": upload.municipality, "upload": upload, "rows": rows, "notices": workbook.notices}
    return render(request, "sheets/file.html", context)


@require_safe
@login_required
def original(request: HttpRequest, code: str, reference: str) -> HttpResponseBase:
    upload = found_upload(request, code, reference)
    try:
        content = upload.file.open("rb") if upload.file else None
    except FileNotFoundError as error:
        raise Http404 from error
    if content is None:
        raise Http404
    return download(content, get_valid_filename(upload.filename) or "fil")
