"""The page on which two rows that are the same are merged: chosen, looked at, decided, confirmed with a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from indicators.models import Indicator, Instrument
from initiatives.models import Initiative, Method, Objective, Strategy, TargetGroup
from organisation.access import access_of
from organisation.administration.rights import rows_of
from organisation.administration.undoing import tell_where_undone
from organisation.models import Body, Municipality
from portfolio.dashboards.reading import reader_of
from portfolio.forms import HouseForm
from portfolio.merging.carrying import carry_out
from portfolio.merging.choosing import KEPT
from portfolio.merging.duplicates import MOST_PAIRS, alike
from portfolio.merging.planning import Merge, plan
from portfolio.structuring.finding import administered

KINDS: dict[str, Any] = {
    "indsats": Initiative,
    "organ": Body,
    "maalgruppe": TargetGroup,
    "strategi": Strategy,
    "maal": Objective,
    "indikator": Indicator,
}
OF_THE_CATALOGUE: dict[str, Any] = {"metode": Method, "instrument": Instrument}


def told_apart(rows: Iterable[Any]) -> dict[int, str]:
    """What each row is called, by its key: with its reference where others have the same name."""
    names = [(row.pk, str(row), getattr(row, "reference", "")) for row in rows]
    times = Counter(name for _pk, name, _reference in names)
    return {pk: f"{name} ({reference})" if times[name] > 1 and reference else name for pk, name, reference in names}


class PairForm(HouseForm):
    keep: Any = forms.ModelChoiceField(label=gettext_lazy("The one to keep"), queryset=None)
    other: Any = forms.ModelChoiceField(label=gettext_lazy("The one to merge into it"), queryset=None)

    def __init__(self, data: Any, rows: Any) -> None:
        super().__init__(data)
        said = told_apart(rows)
        self.can_be_chosen = len(said) > 1
        for field in self.fields.values():
            field.queryset = rows  # type: ignore[attr-defined]
            field.label_from_instance = lambda row: said.get(row.pk, str(row))  # type: ignore[attr-defined]
            field.error_messages["invalid_choice"] = _("It can no longer be chosen: perhaps it is merged already.")

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("keep") and said.get("keep") == said.get("other"):
            self.add_error("other", _("A row is not merged with itself. Choose two."))


class DecisionForm(HouseForm):
    """One choice for each difference, and the sentence that the history keeps."""

    reason = forms.CharField(
        label=gettext_lazy("Why they are the same"),
        max_length=500,
        help_text=gettext_lazy("Kept in the history. You can undo the merge there."),
    )

    def __init__(self, data: Any, merge: Merge) -> None:
        super().__init__(data)
        for one in merge.choices:
            self.fields[one.name] = forms.ChoiceField(
                label=one.label, choices=one.options, widget=forms.RadioSelect, initial=KEPT
            )
        self.order_fields([*(one.name for one in merge.choices), "reason"])

    @property
    def chosen(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if name != "reason"}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def merge(request: HttpRequest, code: str) -> HttpResponse:
    home = administered(request, code)

    def rows(model: Any) -> Any:
        own = rows_of(model).visible_to(request.user).editable_by(request.user).filter(municipality=home)
        if model is Objective:
            return own.select_related("strategy").order_by("strategy__sort_key", "position", "pk")
        return own.order_by("sort_key", "pk")

    return _page(request, KINDS, rows, home)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def merge_catalogue(request: HttpRequest) -> HttpResponse:
    """Methods and instruments are all municipalities', so only the operator merges them."""
    if not access_of(request.user).is_operator:
        raise PermissionDenied
    return _page(request, OF_THE_CATALOGUE, lambda model: rows_of(model).editable_by(request.user), None)


def _page(
    request: HttpRequest, kinds: dict[str, Any], rows: Callable[[Any], Any], home: Municipality | None
) -> HttpResponse:
    kind = request.GET.get("slags", next(iter(kinds)))
    if kind not in kinds:
        raise Http404
    found, model = rows(kinds[kind]), kinds[kind]
    asked = "keep" in request.GET or "other" in request.GET
    pair = PairForm(request.GET if asked else None, found)
    context: dict[str, Any] = {
        "municipality": home,
        "kind": kind,
        "kinds": [(code, capfirst(str(one._meta.verbose_name_plural))) for code, one in kinds.items()],
        "pair": pair,
    }
    if not (asked and pair.is_valid()):
        pairs = list(alike(found))
        context |= {"pairs": pairs[:MOST_PAIRS], "more": max(0, len(pairs) - MOST_PAIRS), "name": model._meta}
        return render(request, "merging/merge.html", context)
    kept, other = (get_object_or_404(found, pk=pair.cleaned_data[name].pk) for name in ("keep", "other"))
    looked, called = plan(kept, other), told_apart([kept, other])
    context |= {"kept_called": called[kept.pk], "other_called": called[other.pk]}
    form = DecisionForm(request.POST if request.method == "POST" else None, looked)
    if request.method == "POST" and form.is_valid():
        answer = _carried_out(request, looked, form, kind)
        if answer is not None:
            return answer
    return render(request, "merging/merge.html", context | {"merge": looked, "form": form})


def _carried_out(request: HttpRequest, looked: Merge, form: DecisionForm, kind: str) -> HttpResponse | None:
    try:
        kept = carry_out(
            looked.kept, looked.other, form.chosen, seen=request.POST.get("seen", ""), by=reader_of(request),
            reason=form.cleaned_data["reason"],
        )  # fmt: skip
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None
    called = told_apart([looked.other, kept])
    words = {"other": called[looked.other.pk], "kept": called[kept.pk]}
    messages.success(request, _("“%(other)s” is part of “%(kept)s” now, and its address leads there.") % words)
    tell_where_undone(request, kept)
    return redirect(f"{request.path}?slags={kind}")
