"""The character NUL, which PostgreSQL can neither keep nor look for, is met at the door.

In an address it is nothing that a page of ours or a person has made, and the page asked for cannot be shown as asked.
In a form it is what some program has left in a text that one pastes: it is taken out, and nothing that was written
is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict

from portfolio.errors import bad_request
from portfolio.language import GetResponse

NUL = "\x00"


class NulMiddleware:
    """Files are left as they are: those who read them know what they hold."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if NUL in request.path_info or NUL in query or "%00" in query:
            return bad_request(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> None:
        if request.method == "POST":
            request.POST = without_nul(request.POST)  # type: ignore[assignment]


def without_nul(sent: QueryDict) -> QueryDict:
    """The same object where there is none, which is nearly always."""
    if not any(NUL in text for name, texts in sent.lists() for text in (name, *texts)):
        return sent
    clean = QueryDict(mutable=True, encoding=sent.encoding)
    for name, texts in sent.lists():
        clean.setlist(name.replace(NUL, ""), [text.replace(NUL, "") for text in texts])
    clean._mutable = False
    return clean
