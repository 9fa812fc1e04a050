"""Who reads a page."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from organisation.models import User


def reader_of(request: HttpRequest) -> User:
    """The signed-in user, for what takes no anonymous one; only for views that require a sign-in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def page_of(request: HttpRequest) -> int:
    return page_number(request.GET.get("page", ""))


def said_again(query: QueryDict, labels: Mapping[str, str | Promise]) -> list[str]:
    """A sentence for each of the named parameters that the address gives several values: which of them is used."""
    sentence = _("“%(label)s” stands more than once in the address: the last, “%(value)s”, is used.")
    return [
        sentence % {"label": label, "value": Truncator(query.get(name) or _("nothing")).chars(40)}
        for name, label in labels.items()
        if len(set(query.getlist(name))) > 1
    ]


def page_problem(request: HttpRequest, number: int, pages: int) -> str:
    """A sentence where another page than the address asks for is shown: page `number` of `pages`."""
    asked = request.GET.get("page", "")
    said = said_again(request.GET, {"page": _("Page")})
    if asked and asked != str(number):
        given = {"asked": Truncator(asked).chars(40), "number": number, "pages": pages}
        said.append(_("The list has no page “%(asked)s”: page %(number)d of %(pages)d is shown.") % given)
    return " ".join(said)


def key_of(text: str) -> int:
    """The primary key that a button or an address names; 0, which no row has, for anything that is no number.

    `isdigit` alone takes “²” for a number, which `int` does not.
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def page_number(text: str) -> int:
    """Which page of a list is asked for; the first for anything that is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
