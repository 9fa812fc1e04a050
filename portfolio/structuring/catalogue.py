"""The catalogue of methods and instruments that all municipalities share, and what one suggests for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from indicators.models import Indicator, Instrument
from initiatives.models import Initiative, Method, MethodUse, MethodUseState, Suggestion, SuggestionKind
from organisation import writing
from organisation.access import access_of
from organisation.cpr import holds_cpr
from organisation.models import Municipality, User
from organisation.sorting import search_key
from portfolio.dashboards.reading import key_of, reader_of
from portfolio.forms import HouseForm
from portfolio.structuring.finding import worked_in

CATALOGUES: dict[str, Any] = {SuggestionKind.METHOD: Method, SuggestionKind.INSTRUMENT: Instrument}
SUGGESTIONS_ON_A_PAGE = 50
# Where the words of a suggestion are put; the operator edits the row afterwards.
DESCRIBED: dict[Any, str] = {Method: "description", Instrument: "question"}


class SuggestionForm(HouseForm):
    # Such numbers are refused outright below.
    asks_about_people = False

    kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=SuggestionKind.choices)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    description = forms.CharField(
        label=gettext_lazy("Description"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What it is, and where it is described."),
    )

    def clean(self) -> None:
        said = self.cleaned_data
        for name in [one for one in ("name", "description") if holds_cpr(said.get(one, ""))]:
            self.add_error(name, _("This looks like a CPR number. Take it out."))
        if not said.get("name") or not said.get("kind"):
            return
        wanted = search_key(said["name"])
        for row in CATALOGUES[said["kind"]].objects.all().unmerged():
            names = [row.name, *getattr(row, "aliases", "").splitlines()]
            if wanted in (search_key(one) for one in names):
                self.add_error("name", _("It is in the catalogue already: “%(name)s”.") % {"name": row.name})


class UseForm(HouseForm):
    """A method attached to an initiative that one may change."""

    initiative = forms.ModelChoiceField(label=gettext_lazy("Initiative"), queryset=Initiative.objects.none())
    method = forms.ModelChoiceField(label=gettext_lazy("Method"), queryset=Method.objects.none())
    state = forms.ChoiceField(label=gettext_lazy("State"), choices=MethodUseState.choices, initial="in_use")

    def __init__(self, *args: Any, user: User, municipality: Municipality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Initiative.objects.editable_by(user).filter(municipality=municipality).current()
        self.fields["initiative"].queryset = own.order_by("sort_key")  # type: ignore[attr-defined]
        self.fields["method"].queryset = Method.objects.visible_to(user).choosable()  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Entry:
    name: str
    url: str
    description: str
    own: int
    archived_at: Any = None


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def catalogue(request: HttpRequest, code: str) -> HttpResponse:
    municipality, user = worked_in(request, code), reader_of(request)
    data = request.POST if request.method == "POST" else None
    suggesting = SuggestionForm(data if data is not None and "suggest" in data else None)
    using = UseForm(data if data is not None and "use" in data else None, user=user, municipality=municipality)
    if data is not None and suggesting.is_bound and suggesting.is_valid():
        row = Suggestion(municipality=municipality, suggested_by=user, **suggesting.cleaned_data)
        writing.save(row, by=user)
        messages.success(request, _("“%(name)s” is suggested. The answer is shown here.") % {"name": row})
        return redirect(request.path)
    if data is not None and using.is_bound and using.is_valid() and _used(request, municipality, using):
        return redirect(request.path)
    rows = Suggestion.objects.visible_to(user).filter(municipality=municipality).select_related("suggested_by")
    context = {
        "municipality": municipality,
        "methods": _methods(municipality, user),
        "instruments": _instruments(municipality, user),
        "page": Paginator(rows, SUGGESTIONS_ON_A_PAGE).get_page(request.GET.get("page")),
        "suggesting": suggesting,
        "using": using,
    }
    return render(request, "structuring/catalogue.html", context)


def _used(request: HttpRequest, municipality: Municipality, using: UseForm) -> bool:
    try:
        row = writing.save(MethodUse(municipality=municipality, **using.cleaned_data), by=reader_of(request))
    except ValidationError as error:
        using.add_error(None, error.messages)
        return False
    words = {"initiative": row.initiative, "method": row.method}
    messages.success(request, _("“%(initiative)s” uses “%(method)s” now.") % words)
    return True


def _offered(rows: Any, own: Mapping[int, int]) -> Any:
    """What has left the catalogue is shown only where it is in use."""
    return rows.filter(Q(archived_at__isnull=True) | Q(pk__in=list(own)))


def _methods(municipality: Municipality, user: User) -> list[Entry]:
    uses = MethodUse.objects.visible_to(user).filter(municipality=municipality).order_by().values_list("method")
    own = dict(uses.annotate(number=Count("pk")))
    return [
        Entry(
            row.name,
            reverse("method", args=[municipality.code, row.reference]),
            row.description,
            own.get(row.pk, 0),
            row.archived_at,
        )
        for row in _offered(Method.objects.visible_to(user), own)
    ]


def _instruments(municipality: Municipality, user: User) -> list[Entry]:
    rows = Indicator.objects.visible_to(user).filter(municipality=municipality, instrument__isnull=False)
    own = dict(rows.order_by().values_list("instrument").annotate(number=Count("pk")))
    return [
        Entry(row.name, reverse("instrument", args=[row.reference]), row.question, own.get(row.pk, 0), row.archived_at)
        for row in _offered(Instrument.objects.visible_to(user), own)
    ]


# --- The operator's answers -----------------------------------------------------------------------------------------


class AnswerForm(HouseForm):
    """Into the catalogue as a new row, as one that is there already, or declined with a reason."""

    existing = forms.ChoiceField(required=False)
    answer = forms.CharField(required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: Any, suggestion: Suggestion, there: Mapping[str, list[tuple[str, str]]]) -> None:
        super().__init__(data, prefix=f"s{suggestion.pk}")
        choices = [("", _("– a new one –")), *there[suggestion.kind]]
        self.fields["existing"] = forms.ChoiceField(
            label=_("Is it one that is there already?"), required=False, choices=choices
        )
        self.fields["answer"].label = _("Answer to the municipality")


def _choices() -> dict[str, list[tuple[str, str]]]:
    """What the catalogue has of each kind, read once however many suggestions there are."""
    return {
        kind: list(model.objects.all().unmerged().current().values_list("reference", "name"))
        for kind, model in CATALOGUES.items()
    }


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def suggestions(request: HttpRequest) -> HttpResponse:
    if not access_of(request.user).is_operator:
        raise PermissionDenied
    open_ones = Suggestion.objects.visible_to(request.user).editable_by(request.user).open()
    rows = list(open_ones.select_related("municipality", "suggested_by").order_by("suggested_at", "pk"))
    there = _choices()
    answered = {row.pk: AnswerForm(None, row, there) for row in rows}
    if request.method == "POST":
        button = "accept" if "accept" in request.POST else "decline"
        row = get_object_or_404(open_ones, pk=key_of(request.POST.get(button, "")))
        form = answered[row.pk] = AnswerForm(request.POST, row, there)
        if form.is_valid() and _answered(request, row, form, accepts=button == "accept"):
            return redirect(request.path)
    return render(request, "structuring/suggestions.html", {"rows": [(row, answered[row.pk]) for row in rows]})


def _answered(request: HttpRequest, row: Suggestion, form: AnswerForm, *, accepts: bool) -> bool:
    """What stands in the way is said at the form, which keeps what was written."""
    user, said = reader_of(request), form.cleaned_data
    try:
        with transaction.atomic():
            if accepts:
                reference = said["existing"] or _made(row, user)
                row.accept(by=user, reference=reference, answer=said["answer"])
            else:
                row.decline(by=user, answer=said["answer"])
    except ValidationError as error:
        form.add_error("answer", error.messages)
        return False
    messages.success(request, _("“%(name)s” is answered.") % {"name": row})
    return True


def _made(row: Suggestion, user: User) -> str:
    """The reference of the new row of the catalogue."""
    model = CATALOGUES[row.kind]
    stem = slugify(search_key(row.name))[:60].strip("-") or "nr"
    taken = set(model.objects.filter(reference__startswith=stem).values_list("reference", flat=True))
    reference = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    writing.save(model(reference=reference, name=row.name, **{DESCRIBED[model]: row.description}), by=user)
    return reference
