"""Danish, whatever the browser asks for, unless the user chose otherwise: here (the cookie) or in her profile."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

GetResponse = Callable[[HttpRequest], HttpResponse]


def chosen_in_cookie(request: HttpRequest) -> str | None:
    code = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return code if code in dict(settings.LANGUAGES) else None


def chosen_in_profile(request: HttpRequest) -> str | None:
    user = request.user
    code = getattr(user, "language", "") if user.is_authenticated else ""
    return code if code in dict(settings.LANGUAGES) else None


class LanguageMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = chosen_in_cookie(request) or chosen_in_profile(request) or settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = code
        with translation.override(code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response
