"""The pages of a municipality. Each view finds its row through the reader's rights, asks the overview, and shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import PurePosixPath

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from indicators.models import Indicator, Instrument
from initiatives.models import Initiative, Strategy
from organisation.access import access_of
from organisation.models import Document, Municipality, User
from portfolio import overview
from portfolio.dashboards.filters import InitiativeFilter
from portfolio.dashboards.notes import SourceNotes
from portfolio.dashboards.placing import sections
from portfolio.measuring.surveys import measured_by, survey_of

INITIATIVES_ON_A_PAGE = 50

View = Callable[[HttpRequest, str], HttpResponse]


def reader_of(request: HttpRequest) -> User:
    """The signed-in user, for what takes no anonymous one; only for views that require a sign-in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """To where the reader belongs: the one portfolio, a choice between several, or the operator's administration."""
    municipalities = list(Municipality.objects.read_by(request.user))
    if len(municipalities) == 1:
        return redirect(municipalities[0])
    if not municipalities and access_of(request.user).is_operator:
        return redirect("admin:index")
    return render(request, "dashboards/home.html", {"municipalities": municipalities})


def reloading_when_signed_out(view: View) -> View:
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
    filters = InitiativeFilter(request.GET, request.user, municipality)
    if has_blanks(request) and not wants_fragment(request):
        # A form sends its empty fields too; the address that one keeps and shares says only what is chosen.
        return redirect(f"{request.path}?{filters.address}" if filters.address else request.path)
    page = Paginator(filters.narrowed.order_by("sort_key", "pk"), INITIATIVES_ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    shown = overview.portfolio_overview(reader_of(request), municipality, on_page(page), as_of=timezone.localdate())
    context = {
        "municipality": municipality,
        "filters": filters,
        "page": page,
        "summary": filters.summary(page.paginator.count, filters.queryset.count()),
        "overview": shown,
        "sections": sections(shown),
        "makes_reports": municipality.pk in access_of(request.user).staff,
        "notes": SourceNotes(),
    }
    return fragment_or_page(request, context, filters)


def on_page(page: Page[Initiative]) -> QuerySet[Initiative]:
    """The page's initiatives as a query that may still be narrowed; a slice may not."""
    return Initiative.objects.filter(pk__in=[initiative.pk for initiative in page.object_list])


def fragment_or_page(request: HttpRequest, context: dict[str, object], filters: InitiativeFilter) -> HttpResponse:
    fragment = wants_fragment(request)
    template = "dashboards/_portfolio_results.html" if fragment else "dashboards/portfolio.html"
    response = render(request, template, {**context, "is_fragment": fragment})
    patch_vary_headers(response, ["HX-Request"])
    if fragment:
        response.headers["HX-Push-Url"] = f"{request.path}?{filters.address}" if filters.address else request.path
    return response


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx refines the page; when it restores one from the history it wants all of it."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers


def has_blanks(request: HttpRequest) -> bool:
    return "" in request.GET.values()


@require_safe
@login_required
def strategy(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    strategies = Strategy.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(strategies, municipality__code=code, reference=reference)
    context = {
        "municipality": found.municipality,
        "strategy": overview.strategy_overview(reader_of(request), found, as_of=timezone.localdate()),
        "makes_reports": found.municipality_id in access_of(request.user).staff,
        "notes": SourceNotes(),
    }
    return render(request, "dashboards/strategy.html", context)


@require_safe
@login_required
def initiative(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    initiatives = Initiative.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(initiatives, municipality__code=code, reference=reference)
    context = {
        "municipality": found.municipality,
        "sheet": overview.initiative_sheet(reader_of(request), found, as_of=timezone.localdate()),
        "edit_url": edit_url(reader_of(request), found),
        "notes": SourceNotes(),
    }
    return render(request, "dashboards/initiative.html", context)


def edit_url(user: User, initiative: Initiative) -> str:
    """The screen where the reader may change the initiative; "" for the others."""
    if not Initiative.objects.editable_by(user).filter(pk=initiative.pk).exists():
        return ""
    return reverse("admin:initiatives_initiative_change", args=[initiative.pk])


@require_safe
@login_required
def indicator(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    indicators = Indicator.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(indicators, municipality__code=code, reference=reference)
    may_edit = Indicator.objects.editable_by(request.user).filter(pk=found.pk).exists()
    survey = survey_of(found, measured_by(reader_of(request), found.municipality)) if may_edit else ""
    context = {
        "municipality": found.municipality,
        "page": overview.indicator_page(reader_of(request), found, as_of=timezone.localdate()),
        "edit_url": reverse("admin:indicators_indicator_change", args=[found.pk]) if may_edit else "",
        "survey_url": f"{reverse('survey', args=[code])}?{urlencode({'survey': survey})}" if may_edit else "",
        "notes": SourceNotes(),
    }
    return render(request, "dashboards/indicator.html", context)


@require_safe
@login_required
def instruments(request: HttpRequest) -> HttpResponse:
    only_for_those_who_belong(request)
    return render(request, "dashboards/instruments.html", {"lines": overview.instrument_lines(reader_of(request))})


def only_for_those_who_belong(request: HttpRequest) -> None:
    """What is shared nationally is for whoever works with it somewhere."""
    access = access_of(request.user)
    if not access.members and not access.is_operator:
        raise Http404


@require_safe
@login_required
def instrument(request: HttpRequest, reference: str) -> HttpResponse:
    only_for_those_who_belong(request)
    found = get_object_or_404(Instrument.objects.visible_to(request.user), reference=reference)
    page = overview.instrument_page(reader_of(request), found, as_of=timezone.localdate())
    return render(request, "dashboards/instrument.html", {"page": page})


@require_safe
@login_required
def document_file(request: HttpRequest, code: str, reference: str) -> FileResponse:
    documents = Document.objects.visible_to(request.user).exclude(file="")
    document = get_object_or_404(documents, municipality__code=code, reference=reference)
    try:
        content = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(content, as_attachment=True, filename=PurePosixPath(str(document.file.name)).name)
    # What is uploaded must never run as a page of ours, nor stay in a shared cache.
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
