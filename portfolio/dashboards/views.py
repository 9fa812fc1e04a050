"""The pages of a municipality. Each view finds its row through the reader's rights, asks the overview, and shows."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from indicators.models import Indicator, Instrument
from initiatives.models import Initiative, Strategy
from organisation.access import Role, access_of
from organisation.models import Document, Membership, Municipality, User
from portfolio import overview
from portfolio.dashboards.asking import DayForm
from portfolio.dashboards.moved import leading_on
from portfolio.dashboards.notes import SourceNotes
from portfolio.dashboards.reading import reader_of
from portfolio.measuring.surveys import measured_by, survey_of

WORKING_ROLES = frozenset({Role.ADMINISTRATOR, Role.CASEWORKER})


def landing_of(user: User, municipality: Municipality) -> str:
    """A committee member's own committee, their work for those who keep initiatives; the portfolio for all others."""
    held = Membership.objects.valid_on(timezone.localdate()).filter(user=user).select_related("body")
    found = list(held)
    sits_in = [one.body for one in found if one.role == Role.COMMITTEE_MEMBER and one.body is not None]
    if len(sits_in) == len(found) == 1:
        return reverse("body", args=[municipality.code, sits_in[0].reference])
    if any(one.role in WORKING_ROLES for one in found):
        return reverse("work", args=[municipality.code])
    return municipality.get_absolute_url()


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """To where the reader belongs: the one portfolio, a choice between several, or the operator's administration."""
    municipalities = list(Municipality.objects.read_by(request.user))
    if len(municipalities) == 1:
        return redirect(landing_of(reader_of(request), municipalities[0]))
    if not municipalities and access_of(request.user).is_operator:
        return redirect("admin:index")
    return render(request, "dashboards/home.html", {"municipalities": municipalities})


@require_safe
@login_required
@leading_on(Strategy)
def strategy(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    strategies = Strategy.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(strategies, municipality__code=code, reference=reference)
    asking = DayForm(request.GET, timezone.localdate())
    day, keeps_day = asking.as_of_day, asking.is_of_another_day
    context = {
        "municipality": found.municipality,
        "asking": asking,
        "strategy": overview.strategy_page(
            reader_of(request), found, day, keeps_day=keeps_day, known_on=asking.known_until
        ),
        "found": found,
        "orders_url": orders_url(reader_of(request), found),
        "makes_reports": found.municipality_id in access_of(request.user).staff,
        "notes": SourceNotes(),
    }
    return render(request, "dashboards/strategy.html", context)


@require_safe
@login_required
@leading_on(Initiative)
def initiative(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    initiatives = Initiative.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(initiatives, municipality__code=code, reference=reference)
    asking = DayForm(request.GET, timezone.localdate())
    day, keeps_day = asking.as_of_day, asking.is_of_another_day
    context = {
        "municipality": found.municipality,
        "asking": asking,
        "sheet": overview.initiative_sheet(
            reader_of(request), found, day, keeps_day=keeps_day, known_on=asking.known_until
        ),
        "found": found,
        "edit_url": edit_url(reader_of(request), found),
        "notes": SourceNotes(),
    }
    return render(request, "dashboards/initiative.html", context)


def orders_url(user: User, strategy: Strategy) -> str:
    """The page where the reader may put the objectives in order; "" for the others."""
    if not Strategy.objects.editable_by(user).filter(pk=strategy.pk).exists():
        return ""
    return reverse("strategy-objectives", args=[strategy.municipality.code, strategy.reference])


def edit_url(user: User, initiative: Initiative) -> str:
    """The screen where the reader may change the initiative; "" for the others."""
    if not Initiative.objects.editable_by(user).filter(pk=initiative.pk).exists():
        return ""
    return reverse("admin:initiatives_initiative_change", args=[initiative.pk])


@require_safe
@login_required
@leading_on(Indicator)
def indicator(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    indicators = Indicator.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(indicators, municipality__code=code, reference=reference)
    may_edit = Indicator.objects.editable_by(request.user).filter(pk=found.pk).exists()
    survey = survey_of(found, measured_by(reader_of(request), found.municipality)) if may_edit else ""
    asking = DayForm(request.GET, timezone.localdate())
    day, keeps_day = asking.as_of_day, asking.is_of_another_day
    context = {
        "municipality": found.municipality,
        "asking": asking,
        "page": overview.indicator_page(
            reader_of(request), found, day, keeps_day=keeps_day, known_on=asking.known_until
        ),
        "found": found,
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
@leading_on(Instrument)
def instrument(request: HttpRequest, reference: str) -> HttpResponse:
    only_for_those_who_belong(request)
    found = get_object_or_404(Instrument.objects.visible_to(request.user), reference=reference)
    asking = DayForm(request.GET, timezone.localdate())
    day, keeps_day = asking.as_of_day, asking.is_of_another_day
    page = overview.instrument_page(reader_of(request), found, day, keeps_day=keeps_day, known_on=asking.known_until)
    return render(request, "dashboards/instrument.html", {"page": page, "found": found, "asking": asking})


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


@require_safe
@login_required
def logo(request: HttpRequest, code: str) -> FileResponse:
    municipalities = Municipality.objects.visible_to(request.user).exclude(logo="")
    municipality = get_object_or_404(municipalities, code=code)
    try:
        content = municipality.logo.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(content, content_type="image/png")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=86400"
    return response
