"""Every request has an id, on the answer and on each line it logs. No line holds an address, a name or an e-mail:
a request is told by its method, the pattern of its address, the status, the time and the number of the user."""

import logging
import re
import time
import uuid
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse

from portfolio.language import GetResponse

HEADER = "X-Request-ID"
OUTSIDE_REQUESTS = "-"

request_id: ContextVar[str] = ContextVar("request_id", default=OUTSIDE_REQUESTS)
logger = logging.getLogger(__name__)


class RequestLogMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Ours alone: an id that the client may choose could be made to look like another line of the log.
        token = request_id.set(uuid.uuid4().hex)
        try:
            started = time.monotonic()
            response = self.get_response(request)
            response.headers[HEADER] = request_id.get()
            milliseconds = (time.monotonic() - started) * 1000
            logger.info(
                "%s %s %d %.0f ms user %s",
                request.method,
                pattern_of(request),
                response.status_code,
                milliseconds,
                user_number(request),
            )
            return response
        finally:
            request_id.reset(token)


def pattern_of(request: HttpRequest) -> str:
    """The route, as in "konto/nulstil/<uidb64>/<token>/": an address itself may carry a secret or a name."""
    match = request.resolver_match
    return match.route if match else "(no page)"


def user_number(request: HttpRequest) -> str:
    """The signed-in user's primary key; "-" when nobody is, or when no view asked (asking here would query)."""
    user = getattr(request, "_cached_user", None)
    return str(user.pk) if user is not None and user.pk is not None else "-"


class RequestFilter(logging.Filter):
    """Adds the request's id, and takes the address out of Django's own lines about a request."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get()
        request: Any = getattr(record, "request", None)
        if isinstance(request, HttpRequest) and record.args:
            record.msg, record.args = "%s at %s", (getattr(record, "status_code", "answer"), pattern_of(request))
        return True


E_MAIL = re.compile(r"[^\s@\"'<>(]+@[^\s@\"'<>)]+")
CPR_NUMBER = re.compile(r"\b\d{6}-?\d{4}\b")
# PostgreSQL repeats the row's values below its message.
VALUES = re.compile(r"^(DETAIL|CONTEXT|HINT):.*$", re.MULTILINE)


class LineFormatter(logging.Formatter):
    """Last guard: whatever a library put into its message, e-mail addresses and CPR numbers do not reach the log."""

    def format(self, record: logging.LogRecord) -> str:
        line = VALUES.sub("", super().format(record))
        return CPR_NUMBER.sub("[number]", E_MAIL.sub("[e-mail]", line))
