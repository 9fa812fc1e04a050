import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse

from organisation.models import User
from portfolio.environment import env_email

pytestmark = pytest.mark.django_db

OLD, NEW = "den gamle adgangskode", "en ny og lang adgangskode"


@pytest.fixture
def anna() -> User:
    return User.objects.create_user("anna@example.dk", OLD, name="Anna")


def signs_in(email: str, password: str) -> bool:
    client = Client()
    client.post(reverse("login"), {"username": email, "password": password})
    return "_auth_user_id" in client.session


def test_one_signs_in_with_e_mail_and_password(anna: User) -> None:
    assert signs_in("anna@example.dk", OLD)
    assert not signs_in("anna@example.dk", NEW)
    assert not signs_in("bo@example.dk", OLD)


def test_who_is_no_longer_active_stays_out(anna: User) -> None:
    anna.is_active = False
    anna.save()
    assert not signs_in("anna@example.dk", OLD)


def test_a_wrong_password_is_told_in_danish_beside_the_form(client: Client, anna: User) -> None:
    page = client.post(reverse("login"), {"username": "anna@example.dk", "password": "forkert"}).content.decode()
    assert 'role="alert"' in page
    assert "Indtast venligst" in page


def test_signing_out_takes_a_button_not_a_link(client: Client, anna: User) -> None:
    client.force_login(anna)
    assert client.get(reverse("logout")).status_code == 405
    assert client.post(reverse("logout")).status_code == 302
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("told", "leads_to"),
    [
        # As told by the browser, with the page of a list that is not the first.
        ("http://testserver/0175/status/?page=2", "/0175/status/?page=2"),
        ("http://elsewhere.example/0101/", "/0175/status/"),
        ("", "/0175/status/"),
        # A refused button shows its page at its own address.
        ("http://testserver/0175/status/godkend/", "/0175/status/"),
        ("http://testserver/0175/status/returner/", "/0175/status/"),
        ("http://testserver/admin/initiatives/initiative/37/verb/archive/", "/admin/initiatives/initiative/37/change/"),
        ("http://testserver/nothing/stands/here/", "/nothing/stands/here/"),
    ],
)
def test_who_presses_after_the_session_has_ended_signs_in_to_the_page_with_the_button(
    client: Client, anna: User, told: str, leads_to: str
) -> None:
    asked = client.post(reverse("statuses-approve", args=["0175"]), headers={"referer": told} if told else {})
    signed_in = client.post(asked.headers["Location"], {"username": anna.email, "password": OLD})
    assert signed_in.headers["Location"] == leads_to


def test_a_form_that_stands_at_its_own_address_is_led_back_to(client: Client, anna: User) -> None:
    address = reverse("status-update", args=["0175", "A1"])
    asked = client.post(address, headers={"referer": f"http://testserver{address}"})
    assert asked.headers["Location"] == f"{reverse('login')}?next={address}"


def test_who_presses_on_a_screen_signs_in_to_the_screen(client: Client, anna: User) -> None:
    address = reverse("admin:initiatives_initiative_verb", args=[37, "archive"])
    asked = client.post(address, headers={"referer": f"http://testserver{address}"})
    assert asked.headers["Location"].endswith("?next=/admin/initiatives/initiative/37/change/")


def test_the_address_of_a_button_leads_to_its_page(client: Client, anna: User) -> None:
    client.force_login(anna)
    address = reverse("statuses-approve", args=["0175"])
    page = client.get(address)
    assert (page.status_code, page.headers["Allow"]) == (405, "POST")
    assert '<a href="/0175/status/">Gå til siden med knappen</a>' in page.content.decode()
    # Who changes the language there is led back to the same address.
    page = client.post(reverse("set_language"), {"language": "en", "next": address}, follow=True)
    assert "go back to the page and press again" in page.content.decode()


def test_a_forgotten_password_is_replaced_by_the_link_in_the_mail(client: Client, anna: User) -> None:
    client.post(reverse("password_reset"), {"email": "anna@example.dk"})
    (message,) = mail.outbox
    assert message.subject == "Ny adgangskode til Pejlemærke"
    assert message.to == ["anna@example.dk"]
    link = re.search(r"http://testserver(/\S+)", str(message.body))
    assert link
    form = client.get(link[1], follow=True)
    assert "Vælg en ny adgangskode" in form.content.decode()
    client.post(form.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW})
    assert signs_in("anna@example.dk", NEW)
    assert not signs_in("anna@example.dk", OLD)
    assert "Linket kan ikke bruges" in Client().get(link[1], follow=True).content.decode()


def test_the_demonstration_writes_the_mail_into_a_file(client: Client, anna: User, tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    with override_settings(**env_email("EMAIL_URL", f"file://{folder}")):
        client.post(reverse("password_reset"), {"email": "anna@example.dk"})
    (written,) = folder.iterdir()
    message = message_from_bytes(written.read_bytes().split(b"\n---")[0], policy=policy.default)
    link = re.search(r"http://testserver(/\S+)", message.get_content())
    assert (message["To"], message["Subject"]) == ("anna@example.dk", "Ny adgangskode til Pejlemærke")
    assert link
    assert "Vælg en ny adgangskode" in client.get(link[1], follow=True).content.decode()


def test_a_stranger_cannot_tell_who_is_a_user(client: Client, anna: User) -> None:
    known, unknown = (
        client.post(reverse("password_reset"), {"email": email}) for email in ("anna@example.dk", "bo@example.dk")
    )
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert len(mail.outbox) == 1


def test_a_short_password_is_refused_in_danish(client: Client, anna: User) -> None:
    client.force_login(anna)
    form = {"old_password": OLD, "new_password1": "kort7", "new_password2": "kort7"}
    page = client.post(reverse("password_change"), form).content.decode()
    assert "mindst 12 tegn" in page
    assert 'aria-invalid="true"' in page
    assert not signs_in("anna@example.dk", "kort7")


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(client: Client) -> None:
    response = client.get(reverse("login"))
    policy = dict(part.split(" ", 1) for part in response.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["object-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    page = response.content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page)
