"""Keeping a view of the portfolio under a name, and letting it go again."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisation import writing
from organisation.administration.reasons import refuse_cpr_in
from organisation.administration.refusing import page_again
from organisation.models import Municipality
from portfolio.dashboards.models import LONGEST_QUERY, SavedView
from portfolio.dashboards.reading import reader_of


class ViewForm(forms.Form):
    name = forms.CharField(max_length=80)
    query = forms.CharField(max_length=LONGEST_QUERY, required=False)


@require_POST
@login_required
def save_view(request: HttpRequest, code: str) -> HttpResponse:
    """A view of the same name is replaced: one saves again what one has changed."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    form = ViewForm(request.POST)
    query = request.POST.get("query", "")
    if form.is_valid():
        own = SavedView.objects.visible_to(request.user).filter(municipality=municipality)
        view = own.filter(name=form.cleaned_data["name"]).first() or SavedView(
            municipality=municipality, user=reader_of(request), name=form.cleaned_data["name"]
        )
        view.query = query = form.cleaned_data["query"]
        try:
            refuse_cpr_in(view.name, *QueryDict(query).get("q", "").splitlines())
            writing.save(view, by=reader_of(request))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("The view “%(name)s” is saved.") % {"name": view.name})
            return redirect(_portfolio(code, query))
    else:
        messages.error(request, _("Give the view a name of at most 80 characters."))
    return page_again(request, _portfolio(code, query))


@require_POST
@login_required
def delete_view(request: HttpRequest, code: str) -> HttpResponse:
    own = SavedView.objects.visible_to(request.user).filter(municipality__code=code)
    view = get_object_or_404(own, name=request.POST.get("name", ""))
    writing.delete_many([view], by=reader_of(request))
    messages.success(request, _("The view “%(name)s” is deleted.") % {"name": view.name})
    return redirect(_portfolio(code, request.POST.get("query", "")))


def _portfolio(code: str, query: str) -> str:
    page = reverse("portfolio", args=[code])
    return f"{page}?{query}" if query else page
