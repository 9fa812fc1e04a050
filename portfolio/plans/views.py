"""The pages of an action plan: choose or paste it, correct what was read, see what saving does, save."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from initiatives.models import Heading
from organisation import writing
from organisation.models import Municipality, User
from portfolio.dashboards.reading import reader_of
from portfolio.plans import shown
from portfolio.plans.content import PlanContent, PlanHeading
from portfolio.plans.correcting import add_initiative, fingerprint, join_initiatives, move_text, place_outside
from portfolio.plans.forms import AddingForm, ChoosingForm, InitiativeForm, JoiningForm, PlanForm, targets
from portfolio.plans.models import PlanDraft, PlanState
from portfolio.plans.saving import NothingSavedError, preview, save_plan
from portfolio.plans.understanding import understand_plan
from portfolio.sheets.undoing import NotUndone, undo_batch

PLANS_ON_A_PAGE = 30
OUTSIDE_ON_A_PAGE = 100
PAGE = require_http_methods(["GET", "HEAD", "POST"])
ATTEMPTS = 3
View = Callable[..., HttpResponse]


def again_when_overtaken(view: View) -> View:
    """With the plan as it is by then, when somebody has corrected it between the reading and the writing."""

    @wraps(view)
    def answered(request: HttpRequest, code: str, reference: str, **more: Any) -> HttpResponse:
        for _attempt in range(ATTEMPTS):
            with suppress(writing.ChangedMeanwhileError):
                return view(request, code, reference, **more)
        return overtaken(request, found_draft(request, code, reference))

    return answered


@PAGE
@login_required
def plans(request: HttpRequest, code: str) -> HttpResponse:
    """The plans that were chosen; a POST reads one more."""
    municipality = where_one_may_add(request, code)
    form = ChoosingForm(*sent(request))
    if request.method == "POST" and form.is_valid():
        return redirect(started(request, municipality, form))
    found = PlanDraft.objects.visible_to(request.user).filter(municipality=municipality)
    page = Paginator(found.select_related("created_by", "municipality").defer("plan_content"), PLANS_ON_A_PAGE)
    context = {"municipality": municipality, "form": form, "page": page.get_page(request.GET.get("page"))}
    return render(request, "plans/plans.html", context, status=400 if form.errors else 200)


@PAGE
@login_required
@again_when_overtaken
def plan(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """What was read; a POST says something of the whole plan."""
    draft = found_draft(request, code, reference)
    form = PlanForm(draft, reader_of(request), sent(request)[0])
    if request.method == "POST":
        must_be_open(draft)
        if form.is_valid():
            form.put()
            kept(request, draft)
            messages.success(request, _("It is kept."))
            return redirect(draft)
    context = {
        "municipality": draft.municipality,
        "draft": draft,
        "form": form if draft.is_open else None,
        "adding": AddingForm() if draft.is_open else None,
        "plan": shown.overview(draft.content),
    }
    return render(request, "plans/plan.html", context, status=400 if form.errors else 200)


@PAGE
@login_required
@again_when_overtaken
def initiative(request: HttpRequest, code: str, reference: str, number: int) -> HttpResponse:
    """One initiative, counted from 1, as it was read; a POST corrects it."""
    draft, content, index = found_initiative(request, code, reference, number)
    if index is None:
        return overtaken(request, draft)
    form = InitiativeForm(content, index, sent(request)[0])
    if request.method == "POST":
        must_be_open(draft)
        if form.is_valid():
            for key, target in form.put():
                move_text(content, index, key, target)
            keep(request, draft, content)
            messages.success(request, _("It is kept."))
            is_last = "next" not in request.POST or index + 1 >= len(content.initiatives)
            return redirect(draft) if is_last else redirect("plan-initiative", code, reference, index + 2)
    context = {
        "municipality": draft.municipality,
        "draft": draft,
        "form": form,
        "number": index + 1,
        "count": len(content.initiatives),
        "joining": JoiningForm(content, index) if len(content.initiatives) > 1 else None,
        "row": shown.initiative(content, index),
    }
    return render(request, "plans/initiative.html", context, status=400 if form.errors else 200)


@require_POST
@login_required
@again_when_overtaken
def join(request: HttpRequest, code: str, reference: str, number: int) -> HttpResponse:
    draft, content, index = found_initiative(request, code, reference, number)
    must_be_open(draft)
    if index is None:
        return overtaken(request, draft)
    form = JoiningForm(content, index, request.POST)
    into = content.place_of(form.cleaned_data["into"]) if form.is_valid() else None
    if into is None:
        messages.error(request, _("Choose which initiative it is to be joined with."))
        return redirect("plan-initiative", code, reference, index + 1)
    join_initiatives(content, index, into)
    keep(request, draft, content)
    messages.success(request, _("The two are one now."))
    return redirect(draft)


@require_POST
@login_required
@again_when_overtaken
def add(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    draft = found_draft(request, code, reference)
    must_be_open(draft)
    form = AddingForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write the name of the initiative."))
        return redirect(draft)
    content = draft.content
    index = add_initiative(content, form.cleaned_data["name"])
    keep(request, draft, content)
    messages.success(request, _("“%(initiative)s” is added.") % {"initiative": form.cleaned_data["name"]})
    return redirect("plan-initiative", code, reference, index + 1)


@PAGE
@login_required
@again_when_overtaken
def outside(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """What stands in no initiative; a POST takes some of it in."""
    draft = found_draft(request, code, reference)
    content = draft.content
    page = Paginator(range(len(content.outside)), OUTSIDE_ON_A_PAGE).get_page(request.GET.get("page"))
    if request.method == "POST":
        must_be_open(draft)
        return took_in(request, draft, content)
    context = {
        "municipality": draft.municipality,
        "draft": draft,
        "page": page,
        "texts": [shown.outside(content, position) for position in page.object_list],
        "targets": targets(content) if draft.is_open else None,
        "seen": fingerprint(content),
    }
    return render(request, "plans/outside.html", context)


def took_in(request: HttpRequest, draft: PlanDraft, content: PlanContent) -> HttpResponse:
    if request.POST.get("seen") != fingerprint(content):
        messages.error(request, _("The plan has been corrected meanwhile. Choose again."))
        return redirect("plan-outside", draft.municipality.code, draft.reference)
    chosen = [(position, request.POST.get(f"to-{position}", "")) for position in range(len(content.outside))]
    taken = [position for position, target in chosen if target and place_outside(content, position, target)]
    for position in reversed(taken):
        del content.outside[position]
    if taken:
        keep(request, draft, content)
        messages.success(request, _("It is kept."))
    return redirect(draft)


@PAGE
@login_required
def save(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """What saving would do; a POST does it, if it is still the same."""
    draft, user = found_draft(request, code, reference), reader_of(request)
    if draft.state == PlanState.CONFIRMED:
        return saved_already(request, draft)
    must_be_open(draft)
    if request.method == "POST":
        try:
            save_plan(draft, by=user, seen=request.POST.get("seen", ""))
        except NothingSavedError as error:
            if error.outcome is None:
                return saved_already(request, draft)
            messages.error(request, _("Nothing is saved: what saving would do has changed. Look it through again."))
        else:
            messages.success(request, _("The plan is saved. Its initiatives are drafts until somebody approves them."))
            return redirect(draft)
    outcome = preview(draft, by=user)
    context = {"municipality": draft.municipality, "draft": draft, "outcome": outcome}
    return render(request, "plans/preview.html", context)


def saved_already(request: HttpRequest, draft: PlanDraft) -> HttpResponse:
    """The button was pressed twice, or by two: what was wanted is done."""
    messages.info(request, _("The plan has been saved already."))
    return redirect(draft)


@require_POST
@login_required
def drop(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    draft = found_draft(request, code, reference)
    must_be_open(draft)
    file = draft.file
    name = str(file)
    with transaction.atomic():
        writing.delete_many([draft], by=reader_of(request))
        if file:
            transaction.on_commit(lambda: file.storage.delete(name))
    messages.success(request, _("The plan is discarded. Nothing of it was saved."))
    return redirect("plans", code)


def sent(request: HttpRequest) -> tuple[Any, Any]:
    """(what was typed, the files) of a form that was sent, also when all of it is empty."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


@require_POST
@login_required
def undo(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """Takes back all that the plan wrote, unless something later builds on it."""
    found = found_draft(request, code, reference)
    with transaction.atomic():
        held = PlanDraft.objects.select_for_update(of=("self",)).select_related("batch").get(pk=found.pk)
        if held.state == PlanState.UNDONE:
            # The button was pressed twice, or by two: what was wanted is done.
            messages.info(request, _("The plan was taken back: what it wrote is gone."))
            return redirect(found)
        if held.state != PlanState.CONFIRMED or held.batch is None:
            raise PermissionDenied
        reason = _("“%(title)s” was taken back") % {"title": held}
        try:
            undo_batch(held.batch, by=reader_of(request), reason=reason)
        except NotUndone as error:
            messages.error(request, " ".join([str(error), *map(str, error.obstacles)]))
            return redirect(found)
        held.state = PlanState.UNDONE
        writing.save(held, by=reader_of(request), reason=reason, validate=False)
    messages.success(request, _("It is taken back: what it wrote is gone."))
    return redirect(found)


def where_one_may_add(request: HttpRequest, code: str) -> Municipality:
    """404 for those who do not see the municipality, 403 for those who may not make its initiatives."""
    found = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    if found.pk not in PlanDraft.objects.all().addable_in(request.user):
        raise PermissionDenied
    return found


def found_draft(request: HttpRequest, code: str, reference: str) -> PlanDraft:
    seen = PlanDraft.objects.visible_to(request.user).select_related("municipality", "strategy", "batch", "document")
    draft = get_object_or_404(seen, municipality__code=code, reference=reference)
    if not PlanDraft.objects.editable_by(request.user).filter(pk=draft.pk).exists():
        raise PermissionDenied
    return draft


def found_initiative(
    request: HttpRequest, code: str, reference: str, number: int
) -> tuple[PlanDraft, PlanContent, int | None]:
    """The one that a form was made of, wherever it stands now. None when it has become part of another meanwhile."""
    draft = found_draft(request, code, reference)
    content = draft.content
    if "mark" in request.POST:
        return draft, content, content.place_of(request.POST["mark"])
    if not 1 <= number <= len(content.initiatives):
        raise Http404
    return draft, content, number - 1


def overtaken(request: HttpRequest, draft: PlanDraft) -> HttpResponse:
    messages.error(request, _("The plan has been corrected meanwhile. Choose again."))
    return redirect(draft)


def must_be_open(draft: PlanDraft) -> None:
    """What is saved is corrected where it stands now."""
    if not draft.is_open:
        raise PermissionDenied


def keep(request: HttpRequest, draft: PlanDraft, content: PlanContent) -> None:
    draft.plan_content = content.as_json()
    kept(request, draft)


def kept(request: HttpRequest, draft: PlanDraft) -> None:
    writing.save(draft, by=reader_of(request))


def started(request: HttpRequest, municipality: Municipality, form: ChoosingForm) -> PlanDraft:
    """The draft of what was chosen; the one that is open already when it was chosen before."""
    user = reader_of(request)
    file, text = form.cleaned_data["file"], form.cleaned_data["text"]
    if file:
        file.seek(0)
    raw: bytes = file.read() if file else text.encode()
    digest = sha256(raw).hexdigest()
    before = PlanDraft.objects.visible_to(user).filter(municipality=municipality, sha256=digest).first()
    if before is not None and before.is_open:
        messages.success(request, _("The same plan has been chosen before. Here is what was read."))
        return before
    if before is not None and before.state == PlanState.CONFIRMED:
        messages.info(request, _("The same plan has been saved before. What it says already is left as it is."))
    own = Heading.objects.filter(municipality=municipality, is_active=True).order_by("number")
    content = understand_plan(form.plan, [PlanHeading(one.number, one.label) for one in own])
    draft = PlanDraft(
        municipality=municipality,
        reference=next_reference(municipality),
        title=content.title or _("Action plan"),
        filename=file.name[:255] if file else "",
        sha256=digest,
        plan_content=content.as_json(),
        created_by=user,
    )
    draft.file.save(f"{municipality.code}-{digest[:16]}{suffix(draft.filename)}", ContentFile(raw), save=False)
    stored(draft, user)
    messages.success(request, _("The plan is read and kept here. None of its initiatives are saved yet."))
    return draft


def stored(draft: PlanDraft, user: User) -> PlanDraft:
    """Without its row the file goes too."""
    try:
        return writing.save(draft, by=user)
    except BaseException:
        draft.file.storage.delete(str(draft.file))
        raise


def suffix(filename: str) -> str:
    ending = filename.rpartition(".")[2].casefold() if "." in filename else ""
    return f".{ending}" if ending in {"docx", "html", "htm"} else ".txt"


def next_reference(municipality: Municipality) -> str:
    taken = PlanDraft.objects.filter(municipality=municipality).values_list("reference", flat=True)
    numbers = [int(one) for one in taken if one.isdecimal()]
    return str(max(numbers, default=0) + 1)
