"""The pages of a budget: what became of it, what a line is made of, and who draws on a source of money."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from budgets.models import BudgetLine, FundingSource
from organisation.models import Municipality


@require_safe
@login_required
def line(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    lines = BudgetLine.objects.visible_to(request.user).select_related("municipality")
    found = get_object_or_404(lines, municipality__code=code, reference=reference)
    return render(request, "budgeting/line.html", {"municipality": found.municipality, "line": found})


@require_safe
@login_required
def source(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    sources = FundingSource.objects.visible_to(request.user).filter(reference=reference)
    found = sources.filter(municipality=municipality).first() or get_object_or_404(sources, municipality=None)
    return render(request, "budgeting/source.html", {"municipality": municipality, "source": found})
