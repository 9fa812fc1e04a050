"""Who reads a page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from organisation.models import User


def reader_of(request: HttpRequest) -> User:
    """The signed-in user, for what takes no anonymous one; only for views that require a sign-in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
