"""The page of a new council term: what becomes of each committee, decided and carried out in one go."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from initiatives.models import Strategy
from organisation import terms
from organisation.administration.undoing import tell_where_undone
from organisation.models import Body, BodyKind, Membership, Municipality
from organisation.printing import format_date
from organisation.terms import Change, CouncilTerm, Fate, NewTerm
from portfolio.dashboards.reading import reader_of
from portfolio.forms import HouseForm
from portfolio.structuring.finding import administered


class FateForm(HouseForm):
    """One body's. Its fields carry its key, so that a page of them is one form to the browser."""

    fate = forms.ChoiceField(choices=Fate.choices)
    name = forms.CharField(max_length=200, required=False)
    carries_members = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict | None, body: Body) -> None:
        usual = Fate.SUCCEEDED if body.kind == BodyKind.COMMITTEE else Fate.CONTINUES
        initial = {"fate": usual, "name": body.name, "carries_members": True}
        super().__init__(data, prefix=f"b{body.pk}", initial=initial)
        self.body = body
        self.fields["fate"].label = _("What becomes of it")
        self.fields["name"].label = _("The successor's name")
        self.fields["carries_members"].label = _("The roles go along to the successor")

    def clean(self) -> None:
        if self.cleaned_data.get("fate") == Fate.SUCCEEDED and not self.cleaned_data.get("name", "").strip():
            self.add_error("name", _("Write what the successor is called."))

    @property
    def change(self) -> Change:
        said = self.cleaned_data
        return Change(self.body, Fate(said["fate"]), said["name"].strip(), said["carries_members"])


class MoreForm(HouseForm):
    more = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(data)
        self.fields["more"].label = _("New committees that follow none, one on each line")


@dataclass(frozen=True)
class Shown:
    """What would happen, in sentences, and what names it: only what was seen is carried out."""

    sentences: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class BodyRow:
    body: Body
    form: FateForm
    members_text: str
    strategies_text: str


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_term(request: HttpRequest, code: str) -> HttpResponse:
    municipality, today = administered(request, code), timezone.localdate()
    term = _asked(request, terms.term_to_prepare(today))
    data = request.POST if request.method == "POST" else None
    bodies = terms.closing_bodies(municipality, term)
    fates, more = [FateForm(data, body) for body in bodies], MoreForm(data)
    shown: Shown | None = None
    is_another = False
    if data is not None and all([*(one.is_valid() for one in fates), more.is_valid()]):
        changes, names = [one.change for one in fates], more.cleaned_data["more"].splitlines()
        try:
            shown = _shown(
                terms.what_happens(municipality, term, changes, names, by=reader_of(request)), changes, names, term
            )
            if "carry_out" in data and data.get("looked_at") == shown.digest:
                return _opened(request, municipality, term, changes, names)
            is_another = "carry_out" in data
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    context = {
        "municipality": municipality,
        "term": term,
        "others": [one for one in _choices(today) if one != term],
        "rows": _rows(municipality, fates, term),
        "more": more,
        "is_sent": data is not None,
        "shown": shown,
        "is_another": is_another,
    }
    return render(request, "structuring/new_term.html", context)


def _choices(today: object) -> list[CouncilTerm]:
    now = terms.term_on(timezone.localdate())
    return [now, CouncilTerm(now.first_year + terms.YEARS)]


def _asked(request: HttpRequest, usual: CouncilTerm) -> CouncilTerm:
    chosen = {str(one.first_year): one for one in _choices(None)}
    return chosen.get(request.GET.get("fra", ""), usual)


def _rows(municipality: Municipality, fates: list[FateForm], term: CouncilTerm) -> list[BodyRow]:
    pks = [one.body.pk for one in fates]
    still = Q(valid_to__isnull=True) | Q(valid_to__gte=term.day_before)
    held = Membership.objects.filter(still, body__in=pks).order_by().values_list("body")
    members = dict(held.annotate(number=Count("user", distinct=True)))
    named = Strategy.objects.filter(committee__in=pks).unmerged().order_by().values_list("committee")
    strategies = dict(named.annotate(number=Count("pk")))
    return [
        BodyRow(one.body, one, _members(members.get(one.body.pk, 0)), _strategies(strategies.get(one.body.pk, 0)))
        for one in fates
    ]


def _members(number: int) -> str:
    sentence = ngettext("%(n)d person has a role in it", "%(n)d persons have a role in it", number)
    return sentence % {"n": number} if number else ""


def _strategies(number: int) -> str:
    return ngettext("%(n)d strategy names it", "%(n)d strategies name it", number) % {"n": number} if number else ""


def _opened(
    request: HttpRequest, municipality: Municipality, term: CouncilTerm, changes: list[Change], names: list[str]
) -> HttpResponse:
    """Raises ValidationError."""
    done = terms.open_term(municipality, term, changes, names, by=reader_of(request))
    words = {"term": term.name, "opened": len(done.opened), "closed": len(done.closed), "carried": done.carried}
    sentence = _("%(term)s: %(closed)d bodies close, %(opened)d open, %(carried)d roles go along.")
    messages.success(request, sentence % words)
    if done.opened or done.closed:
        tell_where_undone(request, (done.opened or done.closed)[0])
    return redirect("structure", municipality.code)


def _shown(done: NewTerm, changes: list[Change], names: list[str], term: CouncilTerm) -> Shown:
    said = [(one.body.pk, one.fate.value, one.name, one.carries_members) for one in changes]
    left = [one.pk for one in done.left]
    seen = json.dumps([said, names, len(done.opened), len(done.closed), done.carried, done.ended, left])
    sentences = [
        ngettext("%(n)d body closes: %(names)s.", "%(n)d bodies close: %(names)s.", len(done.closed))
        % {"n": len(done.closed), "names": ", ".join(body.name for body in done.closed)},
        ngettext("%(n)d body opens: %(names)s.", "%(n)d bodies open: %(names)s.", len(done.opened))
        % {"n": len(done.opened), "names": ", ".join(body.name for body in done.opened)},
        ngettext("%(n)d role ends with the old term.", "%(n)d roles end with the old term.", done.ended)
        % {"n": done.ended},
        ngettext("%(n)d of them goes along to a successor.", "%(n)d of them go along to a successor.", done.carried)
        % {"n": done.carried},
        _left(done, term),
    ]
    numbers = (len(done.closed), len(done.opened), done.ended, done.carried, len(done.left))
    sentences = [sentence for sentence, number in zip(sentences, numbers, strict=True) if number]
    return Shown(tuple(sentences), hashlib.sha256(seen.encode()).hexdigest()[:16])


def _left(done: NewTerm, term: CouncilTerm) -> str:
    """Of a term that runs already it holds at once."""
    sentence = ngettext(
        "%(n)d person has no role left, and can see nothing of the municipality from %(day)s: %(names)s.",
        "%(n)d persons have no role left, and can see nothing of the municipality from %(day)s: %(names)s.",
        len(done.left),
    )
    first = max(term.starts_on, timezone.localdate())
    return sentence % {"n": len(done.left), "day": format_date(first), "names": ", ".join(map(str, done.left))}
