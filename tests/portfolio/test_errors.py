"""The error pages stand without a database: these tests have none, and pytest-django refuses every query."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from portfolio import errors
from portfolio.urls import handler400, handler403, handler404, handler500
from portfolio.urls import urlpatterns as real_urls


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("planted")


urlpatterns = [*real_urls, path("broken/", broken)]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

PAGES = [
    (errors.bad_request, 400, "Forespørgslen kunne ikke forstås", "The request could not be understood"),
    (errors.permission_denied, 403, "Du har ikke adgang", "You do not have access"),
    (errors.csrf_failure, 403, "Formularen kunne ikke godkendes", "The form could not be verified"),
    (errors.page_not_found, 404, "Siden blev ikke fundet", "The page was not found"),
    (errors.button_only, 405, "Der skete ikke noget", "Nothing was done"),
    (errors.server_error, 500, "Noget gik galt", "Something went wrong"),
    (errors.unavailable, 503, "Lukket et øjeblik", "Closed for a moment"),
]


@pytest.mark.parametrize(("view", "status", "danish", "english"), PAGES)
def test_each_page_in_both_languages(
    rf: RequestFactory, view: Callable[[HttpRequest], HttpResponse], status: int, danish: str, english: str
) -> None:
    for code, heading in (("da", danish), ("en", english)):
        request = rf.get("/", headers={"cookie": f"django_language={code}"})
        response = view(request)
        assert response.status_code == status
        assert response.headers["Content-Language"] == code
        assert f'<html lang="{code}">' in response.content.decode()
        assert f"<h1>{heading}</h1>" in response.content.decode()


def test_an_unknown_address_needs_no_database(client: Client) -> None:
    response = client.get("/findes-ikke/")
    assert response.status_code == 404
    assert "Siden blev ikke fundet" in response.content.decode()


def test_a_form_without_its_token_is_told_in_danish() -> None:
    response = Client(enforce_csrf_checks=True).post("/sprog/", {"language": "en"})
    assert response.status_code == 403
    assert "Formularen kunne ikke godkendes" in response.content.decode()


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_shows_the_number_that_the_log_has() -> None:
    response = Client(raise_request_exception=False).get("/broken/")
    page = response.content.decode()
    assert response.status_code == 500
    assert "Noget gik galt" in page
    assert response.headers["X-Request-ID"] in page
    assert "planted" not in page


@override_settings(ALLOWED_HOSTS=["pejlemaerke.example"])
def test_a_foreign_host_name_is_a_bad_request(client: Client) -> None:
    response = client.get("/konto/log-ind/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert "Forespørgslen kunne ikke forstås" in response.content.decode()


def test_the_maintenance_file_closes_every_page(client: Client, tmp_path: Path) -> None:
    switch = tmp_path / "maintenance"
    with override_settings(MAINTENANCE_FILE=switch):
        assert client.get("/findes-ikke/").status_code == 404
        switch.touch()
        response = client.get("/findes-ikke/")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "300"
    assert "Lukket et øjeblik" in response.content.decode()


@pytest.mark.django_db
def test_a_session_and_a_broken_database_give_the_error_page(client: Client) -> None:
    from django.db import DatabaseError, connection

    def refuse(*arguments: object) -> None:
        raise DatabaseError("planted")

    client.cookies["sessionid"] = "a" * 32
    client.raise_request_exception = False
    with connection.execute_wrapper(refuse):
        response = client.get("/konto/log-ind/")
    assert response.status_code == 500
    assert "Noget gik galt" in response.content.decode()
