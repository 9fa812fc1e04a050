"""One table of a file: see what it is taken for, see what importing it would do, confirm, take back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisation import writing
from organisation.administration.reasons import check_reason
from organisation.models import ChangeRecord, User
from organisation.units import Unit
from portfolio.reports.jobs import ask_to_stop
from portfolio.reports.lines import signed_in
from portfolio.reports.models import JobState
from portfolio.sheets import shown
from portfolio.sheets.confirming import AlreadyImported, NotConfirmed, confirm
from portfolio.sheets.finding import download, found_table, needs_file, open_table
from portfolio.sheets.forms import (
    ColumnsForm,
    ConfirmForm,
    LayoutForm,
    QuestionsForm,
    RolesForm,
    TermsForm,
)
from portfolio.sheets.guessing import guessed_terms
from portfolio.sheets.keeping import previewed
from portfolio.sheets.marking import how_marked, marked_file
from portfolio.sheets.models import ImportState, TableImport
from portfolio.sheets.opening import Opened, opened, workbook_of
from portfolio.sheets.ordering import is_large, order
from portfolio.sheets.planning.plan import Plan
from portfolio.sheets.progress import UnderWay, told_of
from portfolio.sheets.remembering import as_json
from portfolio.sheets.understanding import Correction, Layout, RowRole, understand
from portfolio.sheets.understanding.layout import heading_question
from portfolio.sheets.undoing import NotUndone, UndoneAlready, may_undo, obstacles, undo

ON_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@needs_file
def layout(request: HttpRequest, code: str, reference: str, position: int) -> HttpResponseBase:
    """What the sheet is taken for, and why; a POST says what it is."""
    table = found_table(request, code, reference, position)
    if not table.is_open or table.is_under_way:
        return redirect("sheet-preview", code, reference, position)
    work = opened(table)
    if request.method == "POST" and "reset" in request.POST:
        _say(request, table, Correction(), {})
        return redirect("sheet-layout", code, reference, position)
    columns = shown.columns_shown(work.sheet, work.layout)
    data = request.POST if request.method == "POST" else None
    form = LayoutForm(data, work.layout, work.sheet)
    rest = (
        QuestionsForm(data, work.read.questions),
        ColumnsForm(data, work.layout, [column.index for column in columns]),
        RolesForm(data, work.layout),
        TermsForm(data, work.layout, guessed_terms(work)),
    )
    if data is not None and form.is_valid():
        if form.reads_again:
            _say(request, table, form.base, table.terms)
            messages.info(request, _("The sheet has been read again. Check the columns."))
            return redirect("sheet-layout", code, reference, position)
        if all(list(map(_is_valid, rest))):
            _say(request, table, _correction(work, form, rest), rest[3].terms.as_json())
            return redirect("sheet-preview", code, reference, position)
    context = {
        "municipality": table.municipality,
        "table": table,
        "work": work,
        "form": form,
        "questions": rest[0],
        "roles": rest[2],
        "terms": rest[3],
        "columns": [(column, *_fields(rest[1], column.index)) for column in columns],
        "grid": shown.grid(work, columns),
        "hidden_columns": shown.hidden_columns(work.layout),
        "wrong": [_labelled(one) for one in (form, *rest) if one.is_bound and one.errors],
    }
    return render(request, "sheets/layout.html", context, status=400 if context["wrong"] else 200)


def _labelled(form: forms.Form) -> list[tuple[str, list[str]]]:
    """The errors with the names that their fields have on the page."""
    found = form.errors.items()
    return [(str(form[name].label) if name in form.fields else "", list(map(str, errors))) for name, errors in found]


def _is_valid(form: forms.Form) -> bool:
    return form.is_valid()


def _fields(form: ColumnsForm, index: int) -> tuple[Any, Any, Any]:
    return form[f"m{index}"], form[f"y{index}"], form[f"u{index}"]


def _correction(
    work: Opened, form: LayoutForm, rest: tuple[QuestionsForm, ColumnsForm, RolesForm, TermsForm]
) -> Correction:
    questions, columns, roles, _terms = rest
    answers = {**work.correction.answers, **questions.answers}
    unit = answers.pop("unit", None)
    for column in columns.left_out(work.layout):
        answers.pop(heading_question(column), None)
    base = replace(form.base, answers=answers, rows=roles.roles(work.correction))
    guess = work.guess if base == Correction() else _guessed(work, base)
    said = columns.corrections(guess)
    return replace(base, columns=said, unit=Unit(unit) if unit else base.unit)


def _guessed(work: Opened, base: Correction) -> Layout:
    """The layout as it is guessed under what was said of the whole table."""
    return understand(work.sheet, replace(base, rows={}, answers={}))


def _say(request: HttpRequest, table: TableImport, correction: Correction, terms: dict[str, Any]) -> None:
    # What was said of an earlier attempt is over.
    table.job = None
    table.correction = {} if correction == Correction() else as_json(correction)
    table.terms = terms
    table.kind = opened(table).layout.kind
    writing.save(table, by=signed_in(request), validate=False)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@needs_file
def preview(request: HttpRequest, code: str, reference: str, position: int) -> HttpResponseBase:
    """What the import would do; a POST does it. Of an import that is done, what it did."""
    table = found_table(request, code, reference, position)
    if not table.is_open:
        if "HX-Request" in request.headers:
            return _load_again(table)
        if request.method == "POST":
            messages.info(request, _("This sheet has been imported already. Nothing was imported twice."))
        return _done(request, table)
    is_refused = request.method == "POST" and not _confirmed(request, table)
    if request.method == "POST" and not is_refused:
        return redirect("sheet-preview", code, reference, position)
    if table.is_under_way:
        return _under_way(request, table)
    if "HX-Request" in request.headers:
        return _load_again(table)
    work = opened(table)
    context = _preview_context(request, work, previewed(work, signed_in(request)))
    return render(request, "sheets/preview.html", context, status=400 if is_refused else 200)


def _confirmed(request: HttpRequest, table: TableImport) -> bool:
    """At once, or by the background worker where it takes so long that its user wants to see how far it is.

    False when it is refused and can be asked again, with the reason that was written.
    """
    said, by = request.POST, signed_in(request)
    if table.job is not None and "stop" in said:
        if not ask_to_stop(table.job, by=by) or table.job.state == JobState.RUNNING:
            messages.info(request, _("The rows are being written already. The import can be taken back afterwards."))
        return True
    fingerprint = said.get("fingerprint", "").replace("\0", "")
    try:
        reason = _reason(request)
        if is_large(opened(table)):
            order(table, by=by, fingerprint=fingerprint, reason=reason)
            return True
        confirm(table, by=by, fingerprint=fingerprint, reason=reason)
    except AlreadyImported as refused:
        messages.info(request, str(refused))
    except NotConfirmed as refused:
        messages.error(request, str(refused))
        return False
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return False
    else:
        messages.success(request, _("The import is done."))
    return True


def _reason(request: HttpRequest) -> str:
    """As it can be kept in the history. Raises ValidationError."""
    reason = request.POST.get("reason", "").replace("\0", "")
    check_reason(reason)
    return reason


def _load_again(table: TableImport) -> HttpResponseBase:
    """The page that waited has come to its end: the whole of it is another one now."""
    address = reverse("sheet-preview", args=[table.municipality.code, table.upload.reference, table.position])
    return HttpResponse(headers={"HX-Redirect": address, "Cache-Control": "private, no-store"})


def _under_way(request: HttpRequest, table: TableImport) -> HttpResponseBase:
    """How far it is. htmx asks for the part that changes, and gets no content while it has not."""
    told = UnderWay(table, told_of(table))
    asks = "HX-Request" in request.headers
    if asks and request.GET.get("seen") == told.signature:
        return HttpResponse(status=204)
    context = {"municipality": table.municipality, "table": table, "told": told}
    response = render(request, "sheets/_importing.html" if asks else "sheets/importing.html", context)
    patch_vary_headers(response, ["HX-Request"])
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _preview_context(request: HttpRequest, work: Opened, plan: Plan) -> dict[str, Any]:
    show = request.GET.get("show", "")
    page = Paginator(shown.filtered(plan, show), ON_A_PAGE).get_page(request.GET.get("page"))
    errors, warnings = (shown.problems(found, work.layout) for found in (plan.errors, plan.warnings))
    return {
        "municipality": work.table.municipality,
        "table": work.table,
        "plan": plan,
        "page": page,
        "address": f"show={show}" if show else "",
        "show": show,
        "counts": shown.counts(plan),
        "errors": errors[:ON_A_PAGE],
        "how_marked": how_marked(work.table.upload.kind),
        "more_errors": max(0, len(errors) - ON_A_PAGE),
        "error_rows": shown.error_rows(errors),
        "warnings": warnings[:ON_A_PAGE],
        "more_warnings": max(0, len(warnings) - ON_A_PAGE),
        "totals": shown.totals(plan, work.layout),
        "calculated": shown.calculated(work),
        "left_out": (left_out := shown.left_out(work.layout))[:ON_A_PAGE],
        "more_left_out": max(0, len(left_out) - ON_A_PAGE),
        "failure": work.table.job.failure if work.table.job and work.table.job.state == JobState.FAILED else "",
        "is_large": is_large(work),
        "questions": QuestionsForm(None, plan.questions, is_required=True) if plan.questions else None,
        "confirm": ConfirmForm(
            None,
            needs_reason=plan.corrections > 0,
            fingerprint=plan.fingerprint,
            reason=request.POST.get("reason", _reason_of_the_last(work.table, signed_in(request))),
        ),
    }


def _reason_of_the_last(table: TableImport, person: User) -> str:
    """What this person wrote when she ordered the import that the worker refused, or that she stopped."""
    is_hers = table.job is not None and table.job.created_by_id == person.pk
    return str(table.order.get("reason", "")) if is_hers else ""


def _done(request: HttpRequest, table: TableImport) -> HttpResponseBase:
    records = ChangeRecord.objects.visible_to(request.user).filter(batch=table.batch)
    own = ["importbatch", "tableimport", "rememberedlayout"]
    found = records.exclude(content_type__model__in=own).select_related("content_type").order_by("pk")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "municipality": table.municipality,
        "table": table,
        "page": page,
        "may_undo": table.state == ImportState.CONFIRMED and may_undo(table, signed_in(request)),
    }
    return render(request, "sheets/done.html", context)


@require_POST
@login_required
@needs_file
def answer(request: HttpRequest, code: str, reference: str, position: int) -> HttpResponseBase:
    """Answers to the questions of the preview."""
    table = open_table(request, code, reference, position)
    work = opened(table)
    form = QuestionsForm(request.POST, work.plan(signed_in(request)).questions)
    if form.is_valid():
        answers = {**work.correction.answers, **form.answers}
        unit = answers.pop("unit", None)
        correction = replace(work.correction, answers=answers)
        _say(request, table, replace(correction, unit=Unit(unit)) if unit else correction, table.terms)
    else:
        messages.error(request, _("Choose one of the answers."))
    return redirect("sheet-preview", code, reference, position)


@require_POST
@login_required
@needs_file
def leave_out(request: HttpRequest, code: str, reference: str, position: int) -> HttpResponseBase:
    """Rows left out of the import, or taken in again."""
    table = open_table(request, code, reference, position)
    work = opened(table)
    if "again" in request.POST:
        left_out = set(shown.left_out(work.layout))
        rows = {index: role for index, role in work.correction.rows.items() if index + 1 not in left_out}
    else:
        out = {number - 1 for number in _numbers(request, work)}
        rows = {**work.correction.rows, **dict.fromkeys(out, RowRole.BLANK)}
    _say(request, table, replace(work.correction, rows=rows), table.terms)
    return redirect("sheet-preview", code, reference, position)


def _numbers(request: HttpRequest, work: Opened) -> set[int]:
    """Those of the rows with errors, however many, or of the one that is named."""
    if "errors" in request.POST:
        return set(shown.error_rows(shown.problems(work.plan(signed_in(request)).errors, work.layout)))
    said = [number for number in request.POST.getlist("row") if number.isdecimal() and len(number) < 8]
    return {int(number) for number in said} - {0}


@require_safe
@login_required
@needs_file
def marked(request: HttpRequest, code: str, reference: str, position: int) -> HttpResponseBase:
    """The user's own cells back, with what is wrong marked in them."""
    table = open_table(request, code, reference, position)
    work = opened(table)
    made = marked_file(workbook_of(table.upload), position, work.plan(signed_in(request)).problems)
    return download(made.content, made.name)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def take_back(request: HttpRequest, code: str, reference: str, position: int) -> HttpResponseBase:
    """What taking the import back means, or what is in the way; a POST takes it back."""
    table = found_table(request, code, reference, position)
    if table.state != ImportState.CONFIRMED:
        return redirect("sheet-preview", code, reference, position)
    is_refused = request.method == "POST"
    if is_refused:
        try:
            undo(table, by=signed_in(request), reason=_reason(request))
        except UndoneAlready as refused:
            # The button was pressed twice, or by two: what was wanted is done.
            messages.info(request, str(refused))
            return redirect("sheet-preview", code, reference, position)
        except NotUndone as refused:
            messages.error(request, str(refused))
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(request, _("The import is taken back."))
            return redirect("sheet-preview", code, reference, position)
    is_yours = may_undo(table, signed_in(request))
    context = {
        "municipality": table.municipality,
        "table": table,
        "is_yours": is_yours,
        "obstacles": obstacles(table) if is_yours else [],
    }
    return render(request, "sheets/undo.html", context, status=400 if is_refused else 200)
