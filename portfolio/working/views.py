"""One's own work, giving a status, and approving those that were given."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from initiatives.models import Initiative, StatusUpdate, UpdateState
from organisation import writing
from organisation.access import access_of
from organisation.administration.reasons import check_reason
from organisation.administration.refusing import page_again
from organisation.models import Municipality, User
from portfolio import overview
from portfolio.dashboards.notes import SourceNotes
from portfolio.dashboards.reading import reader_of
from portfolio.overview.status_round import by_stamps, status_round
from portfolio.overview.statuses import status
from portfolio.overview.work import work as work_of
from portfolio.working import forms

ON_A_PAGE = 50
# Each stands there whole, to be read.
WAITING_ON_A_PAGE = 25


def workplace(request: HttpRequest, code: str, *, approving: bool = False) -> Municipality:
    """404 outside one's municipality; 403 for those who read there, or do not approve where that is needed."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    access = access_of(request.user)
    if municipality.pk not in (access.approves if approving else access.staff):
        raise PermissionDenied
    return municipality


@require_safe
@login_required
def work(request: HttpRequest, code: str) -> HttpResponse:
    municipality = workplace(request, code)
    shown = work_of(reader_of(request), municipality, timezone.localdate())
    return render(request, "working/work.html", {"municipality": municipality, "work": shown})


@require_safe
@login_required
def statuses(request: HttpRequest, code: str) -> HttpResponse:
    municipality = workplace(request, code)
    shown = status_round(reader_of(request), municipality, timezone.localdate())
    asked = request.GET.get("vis", "")
    rows = [row for row in shown.rows if chosen(row, asked)]
    by = {"vis": asked} if asked in ("mine", "mangler") else {}
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    waiting = Paginator(shown.waiting, WAITING_ON_A_PAGE).get_page(request.GET.get("venter"))
    context = {
        "municipality": municipality,
        "round": shown,
        "asked": by.get("vis", ""),
        "address": urlencode(by | ({"venter": waiting.number} if waiting.number > 1 else {})),
        "page": page,
        "waiting": waiting,
        "waiting_address": urlencode(by | ({"page": page.number} if page.number > 1 else {})),
        "has_mine": any(row.is_mine for row in shown.rows),
    }
    return render(request, "working/statuses.html", context)


def chosen(row: overview.shapes.StatusDue, asked: str) -> bool:
    return {"mine": row.is_mine, "mangler": row.is_due}.get(asked, True)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def update(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    return Answering(request, of_whom_one_may_tell(request, code, reference)).answer()


def of_whom_one_may_tell(request: HttpRequest, code: str, reference: str) -> Initiative:
    visible = Initiative.objects.visible_to(request.user).select_related("municipality")
    initiative = get_object_or_404(visible, municipality__code=code, reference=reference)
    if not Initiative.objects.editable_by(request.user).filter(pk=initiative.pk).exists():
        raise PermissionDenied
    return initiative


@require_POST
@login_required
def withdraw(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """Whoever gives the initiative's status takes back what was submitted, until it is approved."""
    initiative = of_whom_one_may_tell(request, code, reference)
    waiting = StatusUpdate.objects.visible_to(request.user).filter(initiative=initiative, state=UpdateState.SUBMITTED)
    update = waiting.first()
    try:
        if update is not None:
            update.withdraw(by=reader_of(request))
    except ValidationError:
        update = None
    if update is None:
        messages.error(request, changed_meanwhile())
    else:
        messages.success(request, _("The status is a draft again."))
    return redirect("status-update", code=code, reference=reference)


class Answering:
    """One person at the form of one initiative's status."""

    def __init__(self, request: HttpRequest, initiative: Initiative) -> None:
        self.request, self.initiative, self.user = request, initiative, reader_of(request)
        self.today = timezone.localdate()
        self.updates = StatusUpdate.objects.visible_to(request.user).filter(initiative=initiative)
        self.last = self.updates.approved_as_of(self.today).first()
        self._look()

    def _look(self) -> None:
        self.begun = self._begun()
        self.waits = self.begun is not None and self.begun.state == UpdateState.SUBMITTED

    def _begun(self) -> StatusUpdate | None:
        unfinished = self.updates.exclude(state=UpdateState.APPROVED).select_related("author")
        return unfinished.order_by("-pk").first()

    def answer(self) -> HttpResponse:
        sheet = overview.initiative_sheet(self.user, self.initiative, self.today)
        submits = "keep" not in self.request.POST
        usual = forms.beginning(self.begun, self.last)
        if self.request.method != "POST":
            return self._page(sheet, forms.StatusForm(initial=usual, show=sheet.figures_show))
        if "no_change" in self.request.POST:
            return self._unchanged(sheet, usual)
        form = forms.StatusForm(self.request.POST, initial=usual, show=sheet.figures_show, submits=submits)
        form.full_clean()
        if self.waits:
            form.add_error(None, _("A status already waits for approval. Nothing was saved."))
        elif self.request.POST.get("seen", "") != forms.seen(self.begun):
            form.written_meanwhile(self.begun)
        if not form.is_valid():
            return self._page(sheet, form)
        written = self.begun or forms.new(self.initiative, by=self.user)
        form.fill(written)
        try:
            return self._save(written, submits=submits)
        except ValidationError as error:
            # What stands now is said, for whoever presses again.
            self._look()
            if self.waits or forms.seen(self.begun) == self.request.POST.get("seen", ""):
                form.add_error(None, error.messages)
            else:
                form.written_meanwhile(self.begun)
            return self._page(sheet, form)

    def _unchanged(self, sheet: overview.shapes.InitiativeSheet, usual: dict[str, Any]) -> HttpResponse:
        said = self.request.POST
        is_as_seen = said.get("seen", "") == forms.seen(self.begun)
        # Beside what somebody has written meanwhile a form that nobody touched would seem typed.
        opened = [usual] if is_as_seen else [usual, forms.beginning(None, self.last)]
        is_typed = all(forms.is_typed_beside(said, one) for one in opened)
        if is_typed and not (is_as_seen and said["no_change"] == "anyway"):
            form = forms.StatusForm(said, initial=usual, show=sheet.figures_show)
            return self._typed_beside(form, sheet, is_as_seen=is_as_seen)
        if self.last is None or self.waits:
            messages.error(self.request, _("There is no earlier status to repeat, or one waits. Nothing was saved."))
            return redirect(self.request.path)
        if not is_as_seen:
            messages.error(self.request, begun_meanwhile() if self.begun else changed_meanwhile())
            return redirect(self.request.path)
        try:
            return self._save(forms.unchanged(self.last, self.begun, by=self.user), submits=True)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return redirect(self.request.path)

    def _typed_beside(
        self, form: forms.StatusForm, sheet: overview.shapes.InitiativeSheet, *, is_as_seen: bool
    ) -> HttpResponse:
        if self.waits:
            form.add_error(None, _("A status already waits for approval. Nothing was saved."))
        elif not is_as_seen:
            form.written_meanwhile(self.begun)
        else:
            form.add_error(
                None,
                _(
                    "You have typed an answer, so “No change” submitted nothing. "
                    "Submit the answer, or press “No change, without what is typed”."
                ),
            )
        return self._page(sheet, form)

    def _save(self, written: StatusUpdate, *, submits: bool) -> HttpResponse:
        """Raises ValidationError, with nothing saved."""
        with transaction.atomic():
            # Of two presses at once the second waits, and finds what the first has written.
            Initiative.objects.select_for_update(no_key=True).get(pk=self.initiative.pk)
            if forms.seen(self._begun()) != self.request.POST.get("seen", ""):
                raise ValidationError(changed_meanwhile())
            writing.save(written, by=self.user, reason=_("Status given"))
            if submits:
                written.submit(by=self.user)
        sentence = (
            _("The status was submitted for approval. It can be withdrawn until then.")
            if submits
            else _("The status was kept as a draft.")
        )
        messages.success(self.request, sentence)
        return redirect("statuses", code=self.initiative.municipality.code)

    def _page(self, sheet: overview.shapes.InitiativeSheet, form: forms.StatusForm) -> HttpResponse:
        context = {
            "municipality": self.initiative.municipality,
            "sheet": sheet,
            "form": form,
            "last": sheet.statuses[0] if sheet.statuses else None,
            "begun": self.begun,
            "waits": self.waits,
            "submitted": status(self.begun, self.today) if self.waits and self.begun is not None else None,
            "seen": forms.seen(self.begun),
            "notes": SourceNotes(),
        }
        return render(self.request, "working/update.html", context)


@require_POST
@login_required
def approve(request: HttpRequest, code: str) -> HttpResponse:
    """All that were ticked, or none."""
    municipality, stamps = workplace(request, code, approving=True), request.POST.getlist("update")
    found = as_seen(request, municipality, stamps)
    if not stamps:
        messages.error(request, _("Tick the updates that you approve. Nothing was done."))
    elif len(found) < len(set(stamps)) or not approved(found, by=reader_of(request)):
        messages.error(request, changed_meanwhile())
    else:
        number = len(found)
        sentence = ngettext("%(number)d status was approved.", "%(number)d statuses were approved.", number)
        stands = _("That cannot be undone: a new status takes the place of one that is wrong.")
        messages.success(request, f"{sentence % {'number': number}} {stands}")
    return redirect("statuses", code=code)


def approved(rows: list[StatusUpdate], *, by: User) -> bool:
    """False, and nothing is done, when somebody else has approved or returned one of them since they were read."""
    try:
        with transaction.atomic():
            for row in rows:
                row.approve(by=by)
    except ValidationError:
        return False
    return True


@require_POST
@login_required
def send_back(request: HttpRequest, code: str) -> HttpResponse:
    municipality, asked = workplace(request, code, approving=True), request.POST.get("update", "")
    found = as_seen(request, municipality, [asked])
    listed = f"{reverse('statuses', args=[code])}?{request.POST.get('on', '')}"
    if not found:
        messages.error(request, changed_meanwhile())
        return page_again(request, listed)
    try:
        check_reason(request.POST.get("reason", ""))
        found[0].send_back(by=reader_of(request), reason=request.POST.get("reason", ""))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return page_again(request, listed)
    messages.success(request, _("The status was returned to %(author)s.") % {"author": found[0].author})
    return redirect("statuses", code=code)


def as_seen(request: HttpRequest, municipality: Municipality, stamps: list[str]) -> list[StatusUpdate]:
    waiting = StatusUpdate.objects.visible_to(request.user).approvable_by(request.user)
    return by_stamps(waiting.filter(municipality=municipality).select_related("initiative", "author"), stamps)


def changed_meanwhile() -> str:
    return _("Some of it is no longer as you saw it: approved, returned or sent again. Nothing was done; look again.")


def begun_meanwhile() -> str:
    return _("Somebody else has written on this status meanwhile; it stands below. “No change” submitted nothing.")
