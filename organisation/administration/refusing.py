"""What was typed beside a button is there again when the button is refused."""

from __future__ import annotations

from copy import copy
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import get_script_prefix, resolve


def page_again(request: HttpRequest, address: str) -> HttpResponse:
    """The page at `address`, path with query, as the answer (400) to a button on it that was refused.

    Its template fills the field again from `request.typed`. A redirect would lose what was typed, or keep it for the
    next page in the session, where a number that is refused should not lie. Raises Resolver404 for no page of ours.
    """
    said = urlsplit(address)
    # To the page it is a visit: it is to do nothing with what was sent, and to link from its own address.
    visit = copy(request)
    visit.method, visit.GET, visit.POST = "GET", QueryDict(said.query), QueryDict()
    visit.META = {**request.META, "REQUEST_METHOD": "GET", "QUERY_STRING": said.query}
    visit.path, visit.path_info = said.path, f"/{said.path.removeprefix(get_script_prefix())}"
    visit.typed = request.POST  # type: ignore[attr-defined]
    found = visit.resolver_match = resolve(visit.path_info)
    response: HttpResponse = found.func(visit, *found.args, **found.kwargs)
    response.status_code = 400
    return response
