"""A practice area has the same addresses as the portfolio, below one word of its own.

Under it the reader's access is that of the practice areas and no other, and every address that a page makes stays
there; so two windows, one in earnest and one for practice, never take each other's work.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, set_script_prefix

from organisation.models import User
from portfolio.language import GetResponse

PREFIX = "/oeve"


class PracticeMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(f"{PREFIX}/"):
            return self.get_response(request)
        outside = get_script_prefix()
        request.path_info = request.path_info.removeprefix(PREFIX)
        if isinstance(request.user, User):
            request.user.practises = True
        set_script_prefix(f"{outside.removesuffix('/')}{PREFIX}/")
        try:
            return self.get_response(request)
        finally:
            set_script_prefix(outside)


def address_in_practice(path: str) -> str:
    """The address of the same page among the practice areas; `path` as `reverse` gives it in earnest."""
    outside = get_script_prefix()
    return f"{outside.removesuffix('/')}{PREFIX}/{path.removeprefix(outside)}"
