"""The page of a municipality's headings: added, renamed, put in order and retired, with what depends on each said."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from initiatives import headings as verbs
from initiatives.models import Heading
from organisation.administration.reasons import refuse_cpr_in
from organisation.models import Municipality, User
from portfolio.dashboards.reading import key_of, reader_of
from portfolio.forms import HouseForm
from portfolio.structuring.finding import administered


class HeadingForm(HouseForm):
    label = forms.CharField(label=gettext_lazy("Heading"), max_length=200)
    help_text = forms.CharField(
        label=gettext_lazy("Help to whoever writes"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("A sentence with an example, shown at the field."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def headings(request: HttpRequest, code: str) -> HttpResponse:
    municipality = administered(request, code)
    form, renamed, wrong = HeadingForm(request.POST if "add" in request.POST else None), None, ""
    if request.method == "POST":
        try:
            if "add" not in request.POST or form.is_valid():
                said = _done(request, municipality, form)
                messages.success(request, said)
                return redirect(f"{request.path}{_moved(request)}")
        except ValidationError as error:
            if "add" in request.POST:
                form.add_error("label", error.messages)
            elif "rename" in request.POST:
                renamed, wrong = key_of(request.POST["rename"]), " ".join(error.messages)
            else:
                messages.error(request, " ".join(error.messages))
                return redirect(request.path)
    rows = verbs.in_order(municipality)
    for row in rows:
        row.words = verbs.words_of(row)  # type: ignore[attr-defined]
    moved, _dash, way = request.GET.get("moved", "").partition("-")
    context = {
        "municipality": municipality,
        "rows": rows,
        "in_use": sum(row.is_active for row in rows),
        "sets": verbs.KNOWN,
        "form": form,
        "renamed": renamed,
        "wrong": wrong,
        "moved": key_of(moved) if request.method == "GET" else None,
        "way": way,
    }
    return render(request, "structuring/headings.html", context)


def _moved(request: HttpRequest) -> str:
    """Where the focus is wanted again: a browser that is sent to a place on the page does not give it to a button."""
    return next((f"?moved={key_of(request.POST[way])}-{way}" for way in ("up", "down") if way in request.POST), "")


def _done(request: HttpRequest, municipality: Municipality, form: HeadingForm) -> str:
    """Does what the button says. Raises ValidationError with what stands in the way, and 404 for another's heading."""
    user, said = reader_of(request), request.POST
    if "add" in said:
        row = verbs.add(municipality, form.cleaned_data["label"], form.cleaned_data["help_text"], by=user)
        return _("“%(heading)s” is added.") % {"heading": row}
    if "begin" in said:
        return _begun(municipality, said["begin"], user)
    for button, act in ACTS.items():
        if button in said:
            rows = Heading.objects.visible_to(user).editable_by(user).filter(municipality=municipality)
            return act(get_object_or_404(rows.select_related("municipality"), pk=key_of(said[button])), request, user)
    raise Http404


def _begun(municipality: Municipality, code: str, user: User) -> str:
    try:
        number = verbs.begin_with(municipality, code, by=user)
    except KeyError as error:
        raise Http404 from error
    return ngettext("%(n)d heading is added.", "%(n)d headings are added.", number) % {"n": number}


def _up(row: Heading, request: HttpRequest, user: User) -> str:
    verbs.move(row, down=False, by=user)
    return _("“%(heading)s” is moved up.") % {"heading": row}


def _down(row: Heading, request: HttpRequest, user: User) -> str:
    verbs.move(row, down=True, by=user)
    return _("“%(heading)s” is moved down.") % {"heading": row}


def _rename(row: Heading, request: HttpRequest, user: User) -> str:
    before = row.label
    label, help_text = request.POST.get("label", "").strip(), request.POST.get("help_text", "").strip()
    refuse_cpr_in(label, help_text)
    verbs.rename(row, label, help_text, by=user, seen=request.POST.get("seen", ""))
    return _("“%(before)s” is called “%(after)s” from now on.") % {"before": before, "after": row.label}


def _retire(row: Heading, request: HttpRequest, user: User) -> str:
    verbs.retire(row, by=user)
    return _("“%(heading)s” is offered no more. What is written under it stays.") % {"heading": row}


def _take_back(row: Heading, request: HttpRequest, user: User) -> str:
    verbs.take_back(row, by=user)
    return _("“%(heading)s” is in use again.") % {"heading": row}


ACTS = {"up": _up, "down": _down, "rename": _rename, "retire": _retire, "take_back": _take_back}
