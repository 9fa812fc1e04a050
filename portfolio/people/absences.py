"""Being away with a deputy, and handing all over when one leaves."""

from __future__ import annotations

import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from initiatives.handing_over import estate_of, hand_over
from organisation import writing
from organisation.access import access_of
from organisation.models import Absence, Membership, Municipality, User
from portfolio.dashboards.reading import key_of, reader_of
from portfolio.people.forms import AbsenceForm, HandOverForm, colleagues
from portfolio.structuring.finding import administered, worked_in

ABSENCES_ON_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def absences(request: HttpRequest, code: str) -> HttpResponse:
    municipality, user, today = worked_in(request, code), reader_of(request), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    if data is not None and "add" not in data:
        return _changed(request, municipality)
    form = AbsenceForm(
        data, people=_people(request, municipality), municipality=municipality, today=today, initial={"user": user.pk}
    )
    if data is not None and form.is_valid():
        row = Absence(municipality=municipality, **form.cleaned_data)
        try:
            writing.save(row, by=user, reason=_("Absence with a deputy"))
        except ValidationError as error:
            _report(form, error)
        else:
            words = {"deputy": row.deputy, "person": row.user}
            messages.success(request, _("%(deputy)s stands in for %(person)s in that time.") % words)
            _warn_of_absent_deputy(request, row)
            return redirect(request.path)
    rows = Absence.objects.visible_to(user).filter(municipality=municipality, ends_on__gte=today)
    shown = rows.select_related("user", "deputy").order_by("starts_on", "pk")
    page = Paginator(shown, ABSENCES_ON_A_PAGE).get_page(request.GET.get("page"))
    own = set(rows.editable_by(user).filter(pk__in=[row.pk for row in page]).values_list("pk", flat=True))
    context = {
        "municipality": municipality,
        "form": form,
        "rows": [(row, row.pk in own, row.starts_on <= today) for row in page],
        "page": page,
        "today": today,
        "lacks_deputies": colleagues(municipality, today).count() < 2,
        "invites": municipality.pk in user.access.administered and not user.practises,
    }
    return render(request, "people/absences.html", context)


def _report(form: AbsenceForm, error: ValidationError) -> None:
    for name, errors in getattr(error, "error_dict", {None: error.messages}).items():
        form.add_error(name if name in form.fields else None, errors)


def _warn_of_absent_deputy(request: HttpRequest, row: Absence) -> None:
    """Whoever is away stands in for nobody, whatever was agreed before; who may not change that tells who may."""
    rows = Absence.objects.visible_to(request.user).filter(municipality=row.municipality, deputy=row.user)
    rows = rows.overlapping(row.starts_on, row.ends_on).order_by("starts_on", "pk")
    own = set(rows.editable_by(request.user).values_list("pk", flat=True))
    for other in rows.select_related("user"):
        sentence = (
            _("%(deputy)s was to stand in for %(absence)s. Choose another deputy while both are away.")
            if other.pk in own
            else _("%(deputy)s was to stand in for %(absence)s. Tell %(person)s or an administrator.")
        )
        messages.warning(request, sentence % {"deputy": row.user, "absence": other, "person": other.user})


def _people(request: HttpRequest, municipality: Municipality) -> QuerySet[User]:
    """For whom one may write an absence: for oneself, and who administers for everybody who works there."""
    everybody = colleagues(municipality, timezone.localdate())
    is_administrator = municipality.pk in access_of(request.user).administered
    return everybody if is_administrator else everybody.filter(pk=reader_of(request).pk)


def _changed(request: HttpRequest, municipality: Municipality) -> HttpResponse:
    """Whoever is back ends the absence with the day before; one that has not lasted a day is taken back."""
    said, today = request.POST, timezone.localdate()
    pk = said.get("end", said.get("drop", ""))
    rows = Absence.objects.visible_to(request.user).editable_by(request.user).filter(municipality=municipality)
    row = get_object_or_404(rows.select_related("user"), pk=key_of(pk))
    if row.ends_on < today:
        messages.info(request, _("That absence is over already. Nothing was changed."))
    elif row.starts_on >= today:
        writing.delete_many([row], by=reader_of(request), reason=_("The absence is taken back"))
        messages.success(request, _("The absence is taken back."))
    else:
        row.ends_on = today - datetime.timedelta(days=1)
        # What has happened since, as a deputy who is away too, is no reason against a shorter absence.
        writing.save(row, by=reader_of(request), reason=_("Back again"), validate=False)
        messages.success(request, _("%(person)s is back: the deputy stands in no more.") % {"person": row.user})
    return redirect(request.path)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def handover(request: HttpRequest, code: str, number: int) -> HttpResponse:
    municipality, today = administered(request, code), timezone.localdate()
    here = Membership.objects.filter(municipality=municipality).values("user")
    person = get_object_or_404(User.objects.visible_to(request.user).filter(pk__in=here), pk=number)
    data = request.POST if request.method == "POST" else None
    form = HandOverForm(data, person=person, municipality=municipality, today=today)
    if data is not None and form.is_valid():
        try:
            estate = hand_over(
                person, form.cleaned_data["to"], municipality, by=reader_of(request), today=today,
                ends_on=form.cleaned_data["ends_on"],
            )  # fmt: skip
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            n = len({row.initiative_id for row in estate.involvements})
            words = {"n": n, "to": form.cleaned_data["to"]}
            sentence = ngettext("%(n)d initiative is %(to)s's now.", "%(n)d initiatives are %(to)s's now.", n)
            messages.success(request, sentence % words)
            return redirect("people", code)
    context = {
        "municipality": municipality,
        "person": person,
        "form": form,
        "estate": estate_of(person, municipality, today),
    }
    return render(request, "people/handover.html", context)
