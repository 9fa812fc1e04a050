"""Who may shape the structure of a municipality, and the way back to a page after a button."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from organisation.access import access_of
from organisation.models import Municipality


def administered(request: HttpRequest, code: str) -> Municipality:
    """404 outside one's municipality, 403 for those who do not administer it."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    if municipality.pk not in access_of(request.user).administered:
        raise PermissionDenied
    return municipality


def invites(request: HttpRequest, code: str) -> Municipality:
    """As above; in the practice area nobody is written to, for what is done there counts nowhere."""
    municipality = administered(request, code)
    if access_of(request.user).is_practising:
        raise PermissionDenied
    return municipality


def worked_in(request: HttpRequest, code: str) -> Municipality:
    """404 outside one's municipality, 403 for those who only read there."""
    municipality = get_object_or_404(Municipality.objects.read_by(request.user), code=code)
    if municipality.pk not in access_of(request.user).staff:
        raise PermissionDenied
    return municipality
