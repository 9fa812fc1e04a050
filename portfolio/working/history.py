"""The history of everything in a municipality, searched; and an earlier text put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms.renderers import BaseRenderer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisation.access import access_of
from organisation.administration.history import events_of, restore, search_history
from organisation.administration.undoing import tell_where_undone, undo
from organisation.fields import DanishDateField
from organisation.models import ChangeRecord, Membership, Municipality, User
from organisation.numbers import format_date
from organisation.sorting import sort_key
from portfolio.dashboards.reading import reader_of
from portfolio.forms import DkfdsRenderer
from portfolio.working.taking_back import take_back as taking_back
from portfolio.working.taking_back import why_not
from portfolio.working.views import workplace

ON_A_PAGE = 30
MOST_OF_ACT = 100

# What commands and the installation's own jobs have changed.
ITSELF = "itself"


class HistoryForm(forms.Form):
    """What is not understood narrows nothing, and is said."""

    default_renderer: BaseRenderer | type[BaseRenderer] | None = DkfdsRenderer

    q = forms.CharField(label=_("Search in names, texts, reasons and files"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind of row"), required=False)
    by = forms.ChoiceField(label=_("Changed by"), required=False)
    since = DanishDateField(label=_("From"), required=False)
    until = DanishDateField(label=_("To"), required=False)

    def __init__(self, query: Any, municipality: Municipality) -> None:
        super().__init__(query)
        kinds = ContentType.objects.filter(app_label__in=APPS).order_by("app_label", "model")
        named = [(one.model, capfirst(str(model._meta.verbose_name))) for one in kinds if (model := one.model_class())]
        people = User.objects.filter(pk__in=Membership.objects.filter(municipality=municipality).values("user"))
        self.fields["kind"] = forms.ChoiceField(
            label=_("Kind of row"), required=False, choices=[("", _now("All")), *sorted(named, key=lambda one: one[1])]
        )
        self.fields["by"] = forms.ChoiceField(
            label=_("Changed by"),
            required=False,
            choices=[
                ("", _now("All")),
                *((one.pk, str(one)) for one in sorted(people, key=lambda one: sort_key(str(one)))),
                (ITSELF, capfirst(_now("the installation itself"))),
            ],
        )

    def records(self, user: User, municipality: Municipality) -> QuerySet[ChangeRecord]:
        # What is wrong is left out, and the rest is searched for.
        self.is_valid()
        said = self.cleaned_data
        found = search_history(user, municipality, said.get("q", ""))
        wanted = {
            "content_type__model": said.get("kind"),
            "by": said.get("by") if said.get("by") != ITSELF else None,
            "by__isnull": said.get("by") == ITSELF,
            "at__date__gte": said.get("since"),
            "at__date__lte": said.get("until"),
        }
        return found.filter(**{name: value for name, value in wanted.items() if value})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def act(request: HttpRequest, act: str, code: str = "") -> HttpResponse:
    """All that one press of a button did, and the button that takes it back; without `code` in the catalogue."""
    municipality = workplace(request, code) if code else None
    if municipality is None and not access_of(request.user).is_operator:
        raise PermissionDenied
    seen = ChangeRecord.objects.visible_to(request.user).filter(act=act, municipality=municipality)
    shown = list(seen.select_related("by", "content_type", "batch", "municipality"))
    if not shown:
        raise Http404
    # What the operator does to the catalogue moves the municipalities' links, whose history she does not read.
    whole = list(ChangeRecord.objects.filter(act=act).select_related("content_type"))
    user = reader_of(request)
    if request.method == "POST":
        return _taken_back(request, whole, user)
    context = {
        "municipality": municipality,
        "newest": shown[0],
        "events": [replace(event, act_url="", can_be_undone=False) for event in events_of(shown[:MOST_OF_ACT])],
        "number": len(whole),
        "more": max(0, len(shown) - MOST_OF_ACT),
        "refusals": why_not(whole, by=user),
    }
    return render(request, "working/act.html", context)


def _taken_back(request: HttpRequest, records: list[ChangeRecord], user: User) -> HttpResponse:
    day = format_date(localtime(records[0].at).date())
    try:
        taking_back(records, by=user, reason=_now("Took back the action of %(day)s") % {"day": day})
    except PermissionDenied:
        messages.error(request, _now("You cannot put this back: it cannot be changed any more, or not by you."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        number = len(records)
        done = ngettext("The action is taken back: %(n)d change.", "The action is taken back: %(n)d changes.", number)
        messages.success(request, done % {"n": number})
        tell_where_undone(request, records[0])
    return redirect(request.path)


APPS = ("organisation", "initiatives", "budgets", "indicators", "reports")


@require_safe
@login_required
def history(request: HttpRequest, code: str) -> HttpResponse:
    municipality = workplace(request, code)
    form = HistoryForm(request.GET, municipality)
    page = Paginator(form.records(reader_of(request), municipality), ON_A_PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "municipality": municipality,
        "form": form,
        "page": page,
        "events": events_of(page.object_list),
        "address": kept.urlencode(),
    }
    return render(request, "working/history.html", context)


@require_POST
@login_required
def put_back(request: HttpRequest, code: str, number: int) -> HttpResponse:
    return _done(request, code, number, _put_back)


@require_POST
@login_required
def take_back(request: HttpRequest, code: str, number: int) -> HttpResponse:
    return _done(request, code, number, _take_back)


def _put_back(record: ChangeRecord, request: HttpRequest) -> str:
    row = restore(record, request.POST.get("field", ""), by=reader_of(request))
    return _now("The earlier text of “%(row)s” stands again.") % {"row": row}


def _take_back(record: ChangeRecord, request: HttpRequest) -> str:
    return _now("The change of “%(row)s” is taken back.") % {"row": undo(record, by=reader_of(request))}


def _done(
    request: HttpRequest, code: str, number: int, act: Callable[[ChangeRecord, HttpRequest], str]
) -> HttpResponse:
    """Back to where the button was, with a sentence."""
    municipality = workplace(request, code)
    records = ChangeRecord.objects.visible_to(request.user).filter(municipality=municipality)
    record = get_object_or_404(records.select_related("content_type"), pk=number)
    try:
        messages.success(request, act(record, request))
    except PermissionDenied:
        messages.error(request, _now("You cannot put this back: it cannot be changed any more, or not by you."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        return redirect(back)
    return redirect("history", code=code)
