"""A municipality's own copy of a known order of headings, to edit in the administration."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from organisation import writing
from organisation.access import access_of
from organisation.models import AgendaTemplate, Municipality, User
from portfolio.reports.lines import signed_in
from portfolio.reports.models import CaseHeading, CaseTemplate
from portfolio.reports.orders import KNOWN


def copy(municipality: Municipality, code: str, *, by: User) -> CaseTemplate:
    """Named after the order and numbered when the name is taken. Raises KeyError for an unknown order."""
    order, name = KNOWN[code], AgendaTemplate(code).label
    taken = set(CaseTemplate.objects.filter(municipality=municipality).values_list("name", flat=True))
    numbered = (name if number == 1 else f"{name} {number}" for number in range(1, len(taken) + 2))
    template = CaseTemplate(
        municipality=municipality,
        name=next(one for one in numbered if one not in taken),
        numbering=order.numbering,
        opening=order.opening,
    )
    with transaction.atomic():
        writing.save(template, by=by)
        headings = [
            CaseHeading(municipality=municipality, template=template, position=10 * place, label=label, part=part)
            for place, (part, label) in enumerate(order.headings, start=1)
        ]
        writing.save_many(headings, by=by)
    return template


@require_POST
@login_required
def own_copy(request: HttpRequest, code: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    if municipality.pk not in access_of(request.user).administered:
        raise PermissionDenied
    try:
        template = copy(municipality, request.POST.get("order", ""), by=signed_in(request))
    except KeyError as error:
        raise Http404 from error
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("report-new", code)
    return redirect("admin:reports_casetemplate_change", template.pk)
