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


def page_of(request: HttpRequest) -> int:
    return page_number(request.GET.get("page", ""))


def page_number(text: str) -> int:
    """Which page of a list is asked for; the first for anything that is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
