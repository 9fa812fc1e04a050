"""The page from which a municipality's structure is reached, with the next step where something is empty."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from initiatives.models import Heading, Strategy, Suggestion
from organisation.access import access_of
from organisation.models import Absence, BodyKind, Membership, Municipality, User
from organisation.terms import closing_bodies, term_to_prepare
from portfolio.dashboards.reading import reader_of
from portfolio.structuring.archive import number_archived
from portfolio.structuring.finding import worked_in


@dataclass(frozen=True)
class Door:
    title: str
    url: str
    text: str


@require_safe
@login_required
def structure(request: HttpRequest, code: str) -> HttpResponse:
    municipality, user = worked_in(request, code), reader_of(request)
    doors = list(_doors(municipality, user, timezone.localdate()))
    context = {"municipality": municipality, "doors": doors, "strategies": list(_strategies(municipality, user))}
    return render(request, "structuring/structure.html", context)


def _doors(home: Municipality, user: User, today: datetime.date) -> Iterator[Door]:
    """Those that the user may open, each with how it stands."""
    code = home.code
    if home.pk in access_of(user).administered:
        number = Heading.objects.filter(municipality=home, is_active=True).count()
        text = ngettext("%(n)d heading in use", "%(n)d headings in use", number) % {"n": number}
        yield Door(
            _("Headings"), reverse("headings", args=[code]), text if number else _("None yet: begin with a set.")
        )
        yield _term_door(home, today)
    yield _people_door(home, today)
    waiting = Suggestion.objects.visible_to(user).filter(municipality=home).open().count()
    text = ngettext("%(n)d suggestion waits", "%(n)d suggestions wait", waiting) % {"n": waiting} if waiting else ""
    about = text or _("What all municipalities share, and what you suggest for it.")
    yield Door(_("Methods and instruments"), reverse("catalogue", args=[code]), about)
    if home.pk in access_of(user).administered:
        about = _("Two that are the same: initiatives, strategies, objectives, indicators, bodies or target groups.")
        yield Door(_("Merge duplicates"), reverse("merge", args=[code]), about)
    number = number_archived(home, user)
    text = ngettext("%(n)d row is archived", "%(n)d rows are archived", number) % {"n": number}
    yield Door(_("The archive"), reverse("archive", args=[code]), text if number else _("Nothing is archived."))


def _term_door(home: Municipality, today: datetime.date) -> Door:
    term = term_to_prepare(today)
    # A council of its own, as one for the elderly, outlives the committees, and is asked about on the page alone.
    number = sum(body.kind == BodyKind.COMMITTEE for body in closing_bodies(home, term))
    words = {"n": number, "term": term.name}
    text = ngettext(
        "%(n)d committee to decide on for %(term)s", "%(n)d committees to decide on for %(term)s", number
    ) % words  # fmt: skip
    return Door(_("New council term"), reverse("new-term", args=[home.code]), text)


def _people_door(home: Municipality, today: datetime.date) -> Door:
    people = Membership.objects.filter(municipality=home).valid_on(today).values("user").distinct().count()
    away = Absence.objects.filter(municipality=home).on(today).count()
    text = ngettext("%(n)d person", "%(n)d persons", people) % {"n": people}
    if away:
        text += ", " + ngettext("%(n)d is absent today", "%(n)d are absent today", away) % {"n": away}
    return Door(_("People, roles and deputies"), reverse("people", args=[home.code]), text)


def _strategies(home: Municipality, user: User) -> Iterator[Door]:
    rows = Strategy.objects.visible_to(user).editable_by(user).filter(municipality=home).current()
    for row in rows:
        yield Door(str(row), reverse("strategy-objectives", args=[home.code, row.reference]), row.period_text)
