"""The pages of a finance extract: choose it, say where its accounts belong, see that it adds up, book it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from budgets.models import BudgetLine
from organisation import writing
from organisation.models import Municipality, User
from portfolio.budgeting.grids import financed
from portfolio.dashboards.reading import reader_of
from portfolio.extracts.booking import Booked, NotBookedError, book, look_at, token
from portfolio.extracts.content import ExtractContent, Terms
from portfolio.extracts.forms import BookingForm, ChoosingForm, MappingForm, TermsForm
from portfolio.extracts.models import ExtractState, FinanceExtract
from portfolio.extracts.recognising import NoExtractError, read_extract
from portfolio.extracts.shown import page_of
from portfolio.sheets.undoing import NotUndone, undo_batch

EXTRACTS_ON_A_PAGE = 30
_ANSWERS_ASKED = 12
PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
@login_required
def extracts(request: HttpRequest, code: str) -> HttpResponse:
    """The extracts that were chosen; a POST reads one more."""
    municipality = financed(request, code)
    form = ChoosingForm(*((request.POST, request.FILES) if request.method == "POST" else (None, None)))
    if request.method == "POST" and form.is_valid():
        try:
            content, terms = read_extract(form.workbook, timezone.localdate(), answered(request, municipality))
        except NoExtractError as error:
            form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
        else:
            return redirect(started(request, municipality, form, content, terms))
    found = FinanceExtract.objects.visible_to(request.user).filter(municipality=municipality)
    page = Paginator(found.select_related("created_by", "municipality").defer("read_rows"), EXTRACTS_ON_A_PAGE)
    context = {"municipality": municipality, "form": form, "page": page.get_page(request.GET.get("page"))}
    return render(request, "extracts/extracts.html", context, status=400 if form.errors else 200)


@PAGE
@login_required
def extract(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """What was read and what booking it does; a POST says what its columns mean."""
    found = found_extract(request, code, reference)
    form = TermsForm(found.content, found.said, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        must_be_open(found)
        if form.is_valid():
            found.terms = form.terms().as_json()
            writing.save(found, by=reader_of(request))
            return redirect(found)
    return shown(request, found, terms=form)


@require_POST
@login_required
def remember(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """Where the accounts belong, for this extract and the next ones."""
    found = found_extract(request, code, reference)
    must_be_open(found)
    booked = look_at(found, by=reader_of(request))
    form = MappingForm(booked.sums.unmapped, lines_of(request, found.municipality), request.POST)
    if form.is_valid():
        try:
            made = writing.save_many(form.rules(found.municipality), by=reader_of(request), reason=str(found))
        except ValidationError as error:
            # Its fields are those of the rule, which the form has not.
            form.add_error(None, error.messages)
        else:
            words = ngettext("%(count)d account is remembered.", "%(count)d accounts are remembered.", len(made))
            messages.success(request, words % {"count": len(made)})
            return redirect(found)
    return shown(request, found, mapping=form)


@require_POST
@login_required
def confirm(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    found = found_extract(request, code, reference)
    if found.state == ExtractState.CONFIRMED:
        return booked_already(request, found)
    must_be_open(found)
    form = BookingForm(request.POST)
    if not form.is_valid():
        return shown(request, found, booking=form)
    said = form.cleaned_data
    try:
        booked = book(
            found, by=reader_of(request), seen=said["seen"], reason=said["reason"], is_posted=said["is_posted"]
        )
    except NotBookedError as error:
        found.refresh_from_db(fields=["state"])
        if not found.is_open:
            return booked_already(request, found)
        for sentence in error.sentences:
            form.add_error(None, sentence)
        return shown(request, found, booking=form)
    words = ngettext("%(count)d reading is booked.", "%(count)d readings are booked.", len(booked.changed))
    messages.success(request, words % {"count": len(booked.changed)})
    return redirect(found)


@require_POST
@login_required
def drop(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    found = found_extract(request, code, reference)
    must_be_open(found)
    storage, name = found.file.storage, str(found.file)
    with transaction.atomic():
        writing.delete_many([found], by=reader_of(request))
        if name:
            transaction.on_commit(lambda: storage.delete(name))
    messages.success(request, _("The extract is discarded. Nothing of it was booked."))
    return redirect("extracts", code)


@require_POST
@login_required
def undo(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """Takes back all that the extract wrote, unless something later builds on it."""
    found = found_extract(request, code, reference)
    with transaction.atomic():
        held = FinanceExtract.objects.select_for_update(of=("self",)).select_related("batch").get(pk=found.pk)
        if held.state == ExtractState.UNDONE:
            # The button was pressed twice, or by two: what was wanted is done.
            messages.info(request, _("The extract was taken back: what it wrote is gone."))
            return redirect(found)
        if held.state != ExtractState.CONFIRMED or held.batch is None:
            raise PermissionDenied
        reason = _("“%(title)s” was taken back") % {"title": held}
        try:
            undo_batch(held.batch, by=reader_of(request), reason=reason)
        except NotUndone as error:
            messages.error(request, " ".join([str(error), *map(str, error.obstacles)]))
            return redirect(found)
        held.state = ExtractState.UNDONE
        writing.save(held, by=reader_of(request), reason=reason, validate=False)
    messages.success(request, _("It is taken back: what it wrote is gone."))
    return redirect(found)


def shown(
    request: HttpRequest,
    found: FinanceExtract,
    *,
    terms: TermsForm | None = None,
    mapping: MappingForm | None = None,
    booking: BookingForm | None = None,
) -> HttpResponse:
    """The page of an extract, with what was typed in the form that was sent."""
    context: dict[str, Any] = {"municipality": found.municipality, "extract": found}
    if found.is_open:
        booked = look_at(found, by=reader_of(request))
        context |= {
            "terms": terms or TermsForm(found.content, found.said),
            "mapping": mapping or mapping_of(request, found, booked),
            "booking": booking or BookingForm(initial={"seen": token(booked)}),
            "page": page_of(found, booked),
        }
        if booking is not None:
            # What is confirmed next is what is shown now.
            again = request.POST.copy()
            again["seen"] = token(booked)
            booking.data = again
    is_wrong = any(form is not None and form.errors for form in (terms, mapping, booking))
    return render(request, "extracts/extract.html", context, status=400 if is_wrong else 200)


def mapping_of(request: HttpRequest, found: FinanceExtract, booked: Booked) -> MappingForm | None:
    if not booked.sums.unmapped:
        return None
    return MappingForm(booked.sums.unmapped, lines_of(request, found.municipality))


def lines_of(request: HttpRequest, municipality: Municipality) -> list[BudgetLine]:
    lines = BudgetLine.objects.editable_by(request.user).filter(municipality=municipality)
    return list(lines.order_by("position", "sort_key", "pk"))


def found_extract(request: HttpRequest, code: str, reference: str) -> FinanceExtract:
    seen = FinanceExtract.objects.visible_to(request.user).select_related("municipality", "batch", "created_by")
    found = get_object_or_404(seen, municipality__code=code, reference=reference)
    if not FinanceExtract.objects.editable_by(request.user).filter(pk=found.pk).exists():
        raise PermissionDenied
    return found


def booked_already(request: HttpRequest, found: FinanceExtract) -> HttpResponse:
    """The button was pressed twice, or by two: what was wanted is done."""
    messages.info(request, _("The extract has been booked already."))
    return redirect(found)


def must_be_open(found: FinanceExtract) -> None:
    if not found.is_open:
        raise PermissionDenied


def answered(request: HttpRequest, municipality: Municipality) -> list[Terms]:
    """What was said of the latest extracts that were booked; it stays when their rows are deleted."""
    booked = FinanceExtract.objects.visible_to(request.user).filter(
        municipality=municipality, state=ExtractState.CONFIRMED
    )
    return [Terms(**terms) for terms in booked.values_list("terms", flat=True)[:_ANSWERS_ASKED]]


def started(
    request: HttpRequest, municipality: Municipality, form: ChoosingForm, content: ExtractContent, terms: Terms
) -> FinanceExtract:
    """The extract that was chosen; the one that is open already when it was chosen before."""
    user = reader_of(request)
    digest = sha256(form.raw).hexdigest()
    before = FinanceExtract.objects.visible_to(user).filter(municipality=municipality, sha256=digest).first()
    if before is not None and before.is_open:
        messages.info(request, _("The same extract has been chosen before. Here it is."))
        return before
    if before is not None and before.state == ExtractState.CONFIRMED:
        messages.warning(request, _("The same extract has been booked before. Booking it again changes nothing."))
    file = form.cleaned_data["file"]
    found = FinanceExtract(
        municipality=municipality,
        reference=next_reference(municipality),
        filename=file.name[:255] if file else _("pasted rows"),
        sha256=digest,
        read_rows=content.as_json(),
        terms=terms.as_json(),
        created_by=user,
    )
    found.file.save(f"{municipality.code}-{digest[:16]}{suffix(found.filename)}", ContentFile(form.raw), save=False)
    return stored(found, user)


def stored(found: FinanceExtract, user: User) -> FinanceExtract:
    """Without its row the file goes too."""
    try:
        return writing.save(found, by=user)
    except BaseException:
        found.file.storage.delete(str(found.file))
        raise


def suffix(filename: str) -> str:
    ending = filename.rpartition(".")[2].casefold() if "." in filename else ""
    return f".{ending}" if ending in {"xlsx", "xls", "ods", "csv", "html"} else ".txt"


def next_reference(municipality: Municipality) -> str:
    taken = FinanceExtract.objects.filter(municipality=municipality).values_list("reference", flat=True)
    numbers = [int(one) for one in taken if one.isdecimal()]
    return str(max(numbers, default=0) + 1)
