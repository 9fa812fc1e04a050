"""Who reads a page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from organisation.models import User
from portfolio.overview.shapes.listing import Listing


def reader_of(request: HttpRequest) -> User:
    """The signed-in user, for what takes no anonymous one; only for views that require a sign-in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def page_of(request: HttpRequest) -> int:
    return page_number(request.GET.get("page", ""))


def page_problem(request: HttpRequest, listing: Listing) -> str:
    """A sentence where another page is shown than the address asks for."""
    asked = request.GET.get("page", "")
    if not asked or asked == str(listing.page):
        return ""
    given = {"asked": Truncator(asked).chars(40), "number": listing.page, "pages": listing.pages}
    return _("The list has no page “%(asked)s”: page %(number)d of %(pages)d is shown.") % given


def page_number(text: str) -> int:
    """Which page of a list is asked for; the first for anything that is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
