"""Search over everything that the reader may see in a municipality."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from organisation.models import Municipality
from portfolio.dashboards.reading import reader_of
from portfolio.overview import shapes
from portfolio.overview.searching import Hits, Kind, search

LONGEST, FIRST, ON_A_PAGE = 200, 6, 50


@dataclass(frozen=True)
class Group:
    """Hits of one kind; `more_address` is empty when all are shown."""

    label: str
    number: int
    hits: list[shapes.Hit]
    more_address: str
    more_text: str


@require_safe
@login_required
def found(request: HttpRequest, code: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    typed, kind = request.GET.get("q", "").strip()[:LONGEST], request.GET.get("kind", "")
    hits = search(reader_of(request), municipality, typed)
    context = {"municipality": municipality, "typed": typed}
    if kind in hits:
        page = Paginator(range(hits[kind].count()), ON_A_PAGE).get_page(request.GET.get("page"))
        start = page.start_index() - 1 if page.paginator.count else 0
        group = Group(str(Kind(kind).label), page.paginator.count, hits[kind].some(start, page.end_index()), "", "")
        return render(
            request,
            "working/search.html",
            context | {"groups": [group], "page": page, "address": address(typed, kind), "all": address(typed, "")},
        )
    groups = [group for name, one in hits.items() if (group := in_short(typed, name, one)).number]
    total = sum(group.number for group in groups)
    summary = ngettext("%(n)d hit", "%(n)d hits", total) % {"n": total}
    return render(request, "working/search.html", context | {"groups": groups, "summary": summary if typed else ""})


def in_short(typed: str, kind: str, hits: Hits) -> Group:
    number = hits.count()
    more = address(typed, kind) if number > FIRST else ""
    return Group(str(Kind(kind).label), number, hits.some(0, FIRST), more, _("All %(n)d") % {"n": number})


def address(typed: str, kind: str) -> str:
    query = QueryDict(mutable=True)
    query["q"] = typed
    if kind:
        query["kind"] = kind
    return query.urlencode()
