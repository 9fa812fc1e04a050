"""What one request writes is one action of its user, and is taken back as one."""

from django.http import HttpRequest, HttpResponse

from organisation import writing
from portfolio.language import GetResponse


class OneActMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with writing.one_act():
            return self.get_response(request)
