"""The pages of what went wrong. They ask no database and no context processor: they must stand when those fall."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from portfolio.buttons import page_above
from portfolio.language import GetResponse, chosen_in_cookie
from portfolio.requests import request_id

RETRY_AFTER_SECONDS = "300"


def error_page(request: HttpRequest, status: int, template: str, **context: str | None) -> HttpResponse:
    # The current language when a page was under way; the cookie's when the request fell before its language was set.
    code = getattr(request, "LANGUAGE_CODE", None) or chosen_in_cookie(request) or settings.LANGUAGE_CODE
    with translation.override(code):
        content = render_to_string(template, {"language": code, "request_id": request_id.get(), **context})
    return HttpResponse(content, status=status, headers={"Content-Language": code})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 400, "400.html")


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 403, "403.html")


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 404, "404.html")


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(request, 500, "500.html")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(request, 403, "403_csrf.html")


def button_only(request: HttpRequest) -> HttpResponse:
    return error_page(request, 405, "405.html", page=page_above(request.path_info))


def unavailable(request: HttpRequest) -> HttpResponse:
    response = error_page(request, 503, "503.html")
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response


class MaintenanceMiddleware:
    """While the file exists, every address answers 503: `touch` it before work on the database, remove it after."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if Path(settings.MAINTENANCE_FILE).exists():
            return unavailable(request)
        return self.get_response(request)


class OnlyByButtonMiddleware:
    """An address behind a button, visited: sign-in leads there whoever pressed after the session had ended."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or request.method not in ("GET", "HEAD") or response.content:
            return response
        page = button_only(request)
        page.headers["Allow"] = response.headers["Allow"]
        return page
