"""The door to the practice area, and the one click that clears it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from portfolio.dashboards.reading import reader_of
from portfolio.practising import area
from portfolio.practising.middleware import address_in_practice
from portfolio.working.views import workplace


@require_safe
@login_required
def practice(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "working/practice.html", {"municipality": workplace(request, code)})


@require_POST
@login_required
def enter(request: HttpRequest, code: str) -> HttpResponse:
    municipality = workplace(request, code)
    if municipality.practice_of_id is not None:
        raise Http404
    practice = area.open_area(municipality, by=reader_of(request))
    return redirect(address_in_practice(reverse("work", args=[practice.code])))


@require_POST
@login_required
def clear(request: HttpRequest, code: str) -> HttpResponse:
    municipality = workplace(request, code)
    if municipality.practice_of_id is None:
        raise Http404
    number = area.clear(municipality)
    sentence = ngettext(
        "The practice area is cleared: %(n)d row is gone.", "The practice area is cleared: %(n)d rows are gone.", number
    )
    messages.success(request, sentence % {"n": number})
    return redirect("work", code=code)
