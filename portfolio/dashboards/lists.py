"""The portfolio page: a municipality's initiatives, narrowed, grouped and shown as the address says."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from organisation.access import access_of
from organisation.models import Municipality
from portfolio.dashboards.asking import ListForm, View
from portfolio.dashboards.filters import InitiativeFilter
from portfolio.dashboards.models import SavedView
from portfolio.dashboards.reading import page_problem, reader_of
from portfolio.overview.listing import listing

Answer = Callable[[HttpRequest, str], HttpResponse]


def reloading_when_signed_out(view: Answer) -> Answer:
    """A session that has ended lets htmx load the whole page again, and so the sign-in, not put it among results."""

    @wraps(view)
    def answer(request: HttpRequest, code: str) -> HttpResponse:
        if wants_fragment(request) and not request.user.is_authenticated:
            return HttpResponse(status=204, headers={"HX-Redirect": request.get_full_path()})
        return view(request, code)

    return answer


@require_safe
@reloading_when_signed_out
@login_required
def portfolio(request: HttpRequest, code: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    asking = ListForm(request.GET, timezone.localdate())
    filters = InitiativeFilter(
        request.GET, request.user, municipality, asking.as_of_day, asking.kept, known_on=asking.known_until
    )
    is_clear = not (filters.again or asking.again)
    if has_blanks(request) and is_clear and not wants_fragment(request):
        # A form sends its empty fields too; the address that one keeps and shares says only what is chosen.
        return redirect(addressed(request, filters))
    found = listing(
        reader_of(request), municipality, filters.narrowed, asking.as_of_day, asking.asked(request.GET.get("page", ""))
    )
    context = {
        "municipality": municipality,
        "filters": filters,
        "asking": asking,
        "listing": found,
        "page_problem": page_problem(request, found.page, found.pages),
        "views": [(view, view.label, asking.address_as(view, filters.data)) for view in View],
        "summary": filters.summary(found.count, filters.queryset.count()),
        "saved": saved_views(request, municipality),
        "makes_reports": municipality.pk in access_of(request.user).staff,
    }
    return fragment_or_page(request, context, filters)


def saved_views(request: HttpRequest, municipality: Municipality) -> list[SavedView]:
    own = SavedView.objects.visible_to(request.user).filter(municipality=municipality)
    return list(own.select_related("municipality"))


def addressed(request: HttpRequest, filters: InitiativeFilter) -> str:
    return f"{request.path}?{filters.address}" if filters.address else request.path


def fragment_or_page(request: HttpRequest, context: dict[str, Any], filters: InitiativeFilter) -> HttpResponse:
    fragment = wants_fragment(request)
    template = "dashboards/_portfolio_results.html" if fragment else "dashboards/portfolio.html"
    response = render(request, template, {**context, "is_fragment": fragment})
    patch_vary_headers(response, ["HX-Request"])
    if fragment:
        response.headers["HX-Push-Url"] = addressed(request, filters)
    return response


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx refines the page; when it restores one from the history it wants all of it."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers


def has_blanks(request: HttpRequest) -> bool:
    return "" in request.GET.values()
