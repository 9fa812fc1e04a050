"""The pages of what initiatives hang on: the map of the strategies, an objective, a target group, a method."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.models import (
    Initiative,
    InitiativeObjective,
    InitiativeTargetGroup,
    Method,
    MethodUse,
    Objective,
    TargetGroup,
)
from organisation.models import Municipality
from portfolio.dashboards.asking import DayForm
from portfolio.dashboards.moved import leading_on
from portfolio.dashboards.notes import SourceNotes
from portfolio.dashboards.reading import page_of, page_problem, reader_of
from portfolio.overview.listing import listing
from portfolio.overview.methods import method_uses
from portfolio.overview.objectives import measured_at
from portfolio.overview.strategy_maps import strategy_maps
from portfolio.overview.viewpoint import any_fictional


@require_safe
@login_required
def strategy_map(request: HttpRequest, code: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    asking = DayForm(request.GET, timezone.localdate())
    maps = strategy_maps(
        reader_of(request),
        municipality,
        asking.as_of_day,
        keeps_day=asking.is_of_another_day,
        known_on=asking.known_until,
    )
    context = {"municipality": municipality, "asking": asking, "maps": maps, "is_fictional": any_fictional(maps)}
    return render(request, "dashboards/map.html", context)


@require_safe
@login_required
@leading_on(Objective)
def objective(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """With what stands under it and under the objectives below it."""
    objectives = Objective.objects.visible_to(request.user).select_related("municipality", "strategy", "parent")
    found = get_object_or_404(objectives, municipality__code=code, reference=reference)
    asking = DayForm(request.GET, timezone.localdate())
    children = list(Objective.objects.visible_to(request.user).filter(parent=found).order_by("position", "pk"))
    context = {
        "objective": found,
        "children": children,
        "figures": measured_at(
            reader_of(request),
            found,
            asking.as_of_day,
            keeps_day=asking.is_of_another_day,
            known_on=asking.known_until,
        ),
        "notes": SourceNotes(),
    }
    listed = _listed(request, found.municipality, under_objective(found), asking)
    return render(request, "dashboards/objective.html", {**listed, **context})


def under_objective(objective: Objective) -> QuerySet[Initiative]:
    branch = _with_below(objective, Objective.objects.filter(strategy=objective.strategy))
    return Initiative.objects.filter(
        pk__in=InitiativeObjective.objects.filter(objective__in=branch).values("initiative")
    )


@require_safe
@login_required
@leading_on(TargetGroup)
def target_group(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """With what is for it and for the detailed groups within it."""
    groups = TargetGroup.objects.visible_to(request.user).select_related("municipality", "parent")
    found = get_object_or_404(groups, municipality__code=code, reference=reference)
    asking = DayForm(request.GET, timezone.localdate())
    children = list(TargetGroup.objects.visible_to(request.user).filter(parent=found).order_by("sort_key", "pk"))
    context = {"group": found, "children": children}
    listed = _listed(request, found.municipality, for_target_group(found), asking)
    return render(request, "dashboards/target_group.html", {**listed, **context})


def for_target_group(group: TargetGroup) -> QuerySet[Initiative]:
    branch = _with_below(group, TargetGroup.objects.filter(municipality=group.municipality))
    return Initiative.objects.filter(
        pk__in=InitiativeTargetGroup.objects.filter(target_group__in=branch).values("initiative")
    )


@require_safe
@login_required
@leading_on(Method)
def method(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    """One's own uses of a method, and those that other municipalities share nationally."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    found = get_object_or_404(Method.objects.visible_to(request.user), reference=reference)
    asking = DayForm(request.GET, timezone.localdate())
    context = {
        "method": found,
        "others": method_uses(found, municipality, asking.as_of_day, asking.known_until),
    }
    listed = _listed(request, municipality, using_method(found, municipality), asking)
    return render(request, "dashboards/method.html", {**listed, **context})


def using_method(method: Method, municipality: Municipality) -> QuerySet[Initiative]:
    own = MethodUse.objects.filter(method=method, municipality=municipality)
    return Initiative.objects.filter(pk__in=own.values("initiative"))


def _with_below(row: Objective | TargetGroup, rows: QuerySet[Any]) -> set[int]:
    """The row and everything below it. One query however deep it is."""
    parents = dict(rows.order_by().values_list("pk", "parent"))
    found, waiting = {row.pk}, [row.pk]
    while waiting:
        above = waiting.pop()
        below = [pk for pk, parent in parents.items() if parent == above and pk not in found]
        found.update(below)
        waiting += below
    return found


def _listed(
    request: HttpRequest, municipality: Municipality, chosen: QuerySet[Initiative], asking: DayForm
) -> dict[str, Any]:
    shown = listing(reader_of(request), municipality, chosen, asking.as_of_day, asking.asked_page(page_of(request)))
    return {
        "municipality": municipality,
        "asking": asking,
        "listing": shown,
        "page_problem": page_problem(request, shown.page, shown.pages),
        "address": asking.kept.urlencode(),
    }
