"""People of a municipality: who is what, inviting from a pasted list, ending a role, and the link sent again."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from initiatives.models import Involvement
from initiatives.models.initiatives import LEADING
from organisation import inviting, writing
from organisation.access import access_of
from organisation.administration.refusing import page_again
from organisation.inviting import Invited, Standing
from organisation.models import Absence, Membership, Municipality, User
from organisation.printing import format_date
from organisation.sorting import search_key, sort_key
from portfolio.dashboards.reading import reader_of
from portfolio.overview.rows import grouped
from portfolio.people.forms import EXAMPLE, EndForm, InvitationForm, colleagues
from portfolio.structuring.finding import administered, invites, worked_in

ON_A_PAGE = 50


@dataclass(frozen=True)
class RoleShown:
    pk: int
    text: str
    when: str
    is_over: bool


@dataclass(frozen=True)
class PersonShown:
    pk: int
    name: str
    email: str
    roles: tuple[RoleShown, ...]
    absence_text: str
    leads_text: str
    never_signed_in: bool
    is_active: bool


@require_safe
@login_required
def people(request: HttpRequest, code: str) -> HttpResponse:
    municipality, today = worked_in(request, code), timezone.localdate()
    typed = request.GET.get("q", "")
    here = Membership.objects.filter(municipality=municipality).values("user")
    rows = User.objects.visible_to(request.user).filter(pk__in=here, search_key__contains=search_key(typed))
    # In Danish order, which the database has no column of for people.
    in_order = sorted(rows, key=lambda one: (sort_key(str(one)), one.email))
    page = Paginator(in_order, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "municipality": municipality,
        "page": page,
        "people": _shown(list(page.object_list), municipality, today),
        "q": typed,
        "address": urlencode({"q": typed}) if typed else "",
        "administers": municipality.pk in access_of(request.user).administered,
        "invites": not access_of(request.user).is_practising,
        "today": today,
    }
    return render(request, "people/people.html", context)


def _shown(users: list[User], home: Municipality, today: datetime.date) -> list[PersonShown]:
    """In three queries."""
    held = Membership.objects.filter(municipality=home, user__in=users).select_related("body").order_by("role", "pk")
    roles: Mapping[int, list[Membership]] = grouped(held, lambda row: row.user_id)
    coming = Absence.objects.filter(municipality=home, user__in=users, ends_on__gte=today).order_by("starts_on")
    absences: Mapping[int, list[Absence]] = grouped(coming.select_related("deputy"), lambda row: row.user_id)
    led = Involvement.objects.filter(municipality=home, user__in=users, role__in=LEADING).order_by()
    leads = dict(led.values_list("user").annotate(number=Count("initiative", distinct=True)))
    return [
        PersonShown(
            pk=user.pk,
            name=str(user),
            email=user.email,
            roles=tuple(_role(one, today) for one in roles.get(user.pk, ())),
            absence_text=next((absence_text(one) for one in absences.get(user.pk, ())), ""),
            leads_text=_leads(leads.get(user.pk, 0)),
            never_signed_in=user.last_login is None,
            is_active=user.is_active,
        )
        for user in users
    ]


def _role(one: Membership, today: datetime.date) -> RoleShown:
    name = f"{one.get_role_display()}, {one.body}" if one.body else one.get_role_display()
    return RoleShown(one.pk, name, _when(one), one.valid_to is not None and one.valid_to < today)


def _when(one: Membership) -> str:
    first = _("from %(day)s") % {"day": format_date(one.valid_from)} if one.valid_from else ""
    last = _("to %(day)s") % {"day": format_date(one.valid_to)} if one.valid_to else ""
    return " ".join(part for part in (first, last) if part)


def absence_text(one: Absence) -> str:
    words = {"first": format_date(one.starts_on), "last": format_date(one.ends_on), "deputy": one.deputy}
    return _("Absent %(first)s to %(last)s, deputy %(deputy)s") % words


def _leads(number: int) -> str:
    return ngettext("leads %(n)d initiative", "leads %(n)d initiatives", number) % {"n": number} if number else ""


@require_POST
@login_required
def end_role(request: HttpRequest, code: str, number: int) -> HttpResponse:
    municipality = administered(request, code)
    rows = Membership.objects.visible_to(request.user).editable_by(request.user).filter(municipality=municipality)
    row = get_object_or_404(rows.select_related("user", "body", "municipality"), pk=number)
    listed = f"{reverse('people', args=[code])}?{request.POST.get('on', '')}"
    form = EndForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write the day on which the role ends, as 31-12-2026. Nothing was changed."))
        return page_again(request, listed)
    row.valid_to = form.cleaned_data["ends_on"]
    try:
        writing.save(row, by=reader_of(request), reason=_("The role ends"))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return page_again(request, listed)
    words = {"person": row.user, "role": row.get_role_display(), "day": format_date(row.valid_to)}
    messages.success(request, _("%(person)s is %(role)s until %(day)s.") % words)
    # Who has ended her own role may not see the list any more.
    is_out = row.user_id == reader_of(request).pk and not colleagues(municipality, timezone.localdate()).filter(
        pk=row.user_id
    )
    return redirect("home" if is_out else listed.rstrip("?"))


@require_POST
@login_required
def send_again(request: HttpRequest, code: str, number: int) -> HttpResponse:
    municipality = invites(request, code)
    here = Membership.objects.filter(municipality=municipality).values("user")
    rows = User.objects.visible_to(request.user).filter(pk__in=here, is_active=True)
    _send(request, municipality, [get_object_or_404(rows, pk=number)])
    return redirect("people", code)


def _send(request: HttpRequest, municipality: Municipality, users: Iterable[User]) -> None:
    sent: list[str] = []
    failed: list[str] = []
    for user in users:
        (sent if inviting.send_invitation(user, municipality, request) else failed).append(user.email)
    if sent:
        sentence = ngettext("A mail is sent to %(emails)s.", "Mails are sent to %(emails)s.", len(sent))
        messages.success(request, sentence % {"emails": ", ".join(sent)})
    if failed:
        sentence = _(
            "The mail server did not take the mail to %(emails)s. The role is given: send the link again later."
        )
        messages.error(request, sentence % {"emails": ", ".join(failed)})


# --- Inviting -------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """First every line is shown with what becomes of it; then the same list is sent, all or nothing."""
    municipality, today = invites(request, code), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = InvitationForm(data, municipality=municipality, today=today)
    context = {"municipality": municipality, "form": form, "example": EXAMPLE}
    if data is None or not form.is_valid():
        return render(request, "people/invite.html", context)
    found = inviting.look_at(form.cleaned_data["people"], municipality, form.usual, today)
    wrong = [one for one in found if one.standing == Standing.WRONG]
    if "invite" in data and not wrong and data.get("looked_at") == inviting.digest(found):
        try:
            return _invited(request, municipality, found, form)
        except ValidationError as error:
            form.add_error("people", error.messages)
            return render(request, "people/invite.html", context)
    if "invite" in data and not wrong:
        messages.warning(request, _("The list is not as you saw it: somebody changed it or the users. Look again."))
    number = sum(one.standing in (Standing.NEW, Standing.KNOWN) for one in found)
    context |= {"found": found, "wrong": len(wrong), "number": number, "digest": inviting.digest(found)}
    return render(request, "people/invite.html", context)


def _invited(
    request: HttpRequest, municipality: Municipality, found: list[Invited], form: InvitationForm
) -> HttpResponse:
    made = inviting.invite(found, municipality, form.usual, by=reader_of(request), today=timezone.localdate())
    number = sum(one.standing in (Standing.NEW, Standing.KNOWN) for one in found)
    messages.success(request, ngettext("%(n)d role is given.", "%(n)d roles are given.", number) % {"n": number})
    waiting = [one.pasted.email for one in found if one.standing == Standing.KNOWN]
    never = User.objects.get_queryset().filter(Q(email__in=waiting), last_login__isnull=True)
    _send(request, municipality, [*made, *never])
    return redirect("people", municipality.code)
