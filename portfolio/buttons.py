"""An address that only a button leads to, and the page on which the button stands, to which sign-in leads back."""

from __future__ import annotations

from copy import copy
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import resolve_url
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from portfolio.language import GetResponse

OF_A_ROW = "_verb"


class SignInLeadsBackMiddleware:
    """Whoever presses after the session has ended signs in to the page that she pressed on: what she typed lies there.

    The address of the button would be a page of its own, or none at all.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and asks_to_sign_in(response) and (page := page_pressed_on(request)):
            return redirect_to_login(page)
        return response


def asks_to_sign_in(response: HttpResponse) -> bool:
    said = urlsplit(response.headers.get("Location", ""))
    return said.path == resolve_url(settings.LOGIN_URL) and REDIRECT_FIELD_NAME in QueryDict(said.query)


def page_pressed_on(request: HttpRequest) -> str | None:
    """Path with query, as the browser tells it; None when it tells nothing that is ours."""
    told = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(told, {request.get_host()}, require_https=request.is_secure()):
        told = ""
    said = urlsplit(told)
    stood_at = f"/{said.path.removeprefix(get_script_prefix()).lstrip('/')}" if told else request.path_info
    # A page that stands at the address of a button is the answer to one that was refused.
    if only_by_button(request, stood_at):
        return page_above(stood_at)
    if told and said.path != request.path:
        return f"{said.path}?{said.query}" if said.query else said.path
    return None


def only_by_button(request: HttpRequest, path_info: str) -> bool:
    """Asked as nobody who is signed in would: no view answers that with more than its method or the sign-in."""
    visit = copy(request)
    visit.method, visit.POST = "GET", QueryDict()
    try:
        found = resolve(path_info)
        return bool(found.func(visit, *found.args, **found.kwargs).status_code == 405)
    except (Http404, PermissionDenied):
        return False


def page_above(path_info: str) -> str | None:
    """The screen of the row that a button is about, else the nearest address above that has a name of its own."""
    here = _named(path_info)
    if here is not None and (here.url_name or "").endswith(OF_A_ROW):
        return reverse(f"{here.view_name.removesuffix(OF_A_ROW)}_change", args=[here.kwargs["object_id"]])
    parts = path_info.strip("/").split("/")
    above = ("/".join(parts[:number]) + "/" for number in range(len(parts) - 1, 0, -1))
    return next((f"{get_script_prefix()}{one}" for one in above if _named(f"/{one}") is not None), None)


def _named(path_info: str) -> ResolverMatch | None:
    try:
        found = resolve(path_info)
    except Resolver404:
        return None
    return found if found.url_name else None
