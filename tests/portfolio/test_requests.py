import logging
import sys

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse

from portfolio.requests import LineFormatter, RequestFilter

OWN = "portfolio.requests"


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the handler of the settings would write of the captured records."""
    formatter, tidy = LineFormatter("[%(request_id)s] %(name)s: %(message)s"), RequestFilter()
    return [formatter.format(record) for record in caplog.records if tidy.filter(record)]


def test_every_answer_has_a_number_of_its_own(client: Client) -> None:
    numbers = {client.get("/findes-ikke/").headers["X-Request-ID"] for _ in range(3)}
    assert len(numbers) == 3


def test_a_number_from_outside_is_not_believed(client: Client) -> None:
    response = client.get("/findes-ikke/", headers={"x-request-id": "fake\n[1] line"})
    assert "fake" not in response.headers["X-Request-ID"]


def test_the_log_tells_pattern_and_status_but_no_address(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        client.get("/findes-ikke/anna@example.dk/?q=Anna")
    written = "\n".join(lines(caplog))
    assert "GET (no page) 404" in written
    assert "anna" not in written.lower()


@pytest.mark.django_db
def test_a_secret_in_an_address_is_not_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        client.get(reverse("password_reset_confirm", args=["MQ", "hemmelig-nøgle"]))
    written = "\n".join(lines(caplog))
    assert "konto/ny-adgangskode/<uidb64>/<token>/" in written
    assert "hemmelig" not in written


@pytest.mark.django_db
def test_the_log_knows_the_user_by_number_alone(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    from organisation.models import User

    user = User.objects.create_user("anna@example.dk", "en lang adgangskode", name="Anna Andersen")
    client.force_login(user)
    with caplog.at_level(logging.INFO):
        client.get(reverse("password_change"))
    own = [record.getMessage() for record in caplog.records if record.name == OWN]
    assert own[-1].endswith(f"user {user.pk}")
    assert "anna" not in "\n".join(lines(caplog)).lower()


def test_addresses_and_cpr_numbers_in_a_librarys_message_are_taken_out(rf: RequestFactory) -> None:
    record = logging.LogRecord("x", logging.ERROR, __file__, 1, "mail to <anna@example.dk>, 010190-1234", None, None)
    record.request_id = "-"
    assert LineFormatter("%(message)s").format(record) == "mail to <[e-mail]>, [number]"


def test_the_values_that_postgresql_repeats_are_taken_out() -> None:
    try:
        raise ValueError("duplicate key\nDETAIL:  Key (name)=(Anna Andersen) already exists.")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "failed", None, sys.exc_info())
    record.request_id = "-"
    written = LineFormatter("%(message)s").format(record)
    assert "duplicate key" in written
    assert "Key (name)=(Anna" not in written.split("ValueError:")[1]


@override_settings(MIDDLEWARE=["portfolio.requests.RequestLogMiddleware"])
def test_outside_a_request_the_number_is_a_dash(client: Client) -> None:
    client.get("/findes-ikke/")
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "message", None, None)
    RequestFilter().filter(record)
    assert vars(record)["request_id"] == "-"


def test_djangos_own_line_about_a_request_loses_its_address() -> None:
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, "%s: %s", ("Not Found", "/anna/"), None)
    record.request = HttpRequest()
    RequestFilter().filter(record)
    assert "anna" not in record.getMessage()
