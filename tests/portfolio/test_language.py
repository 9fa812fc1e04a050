import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def heading(client: Client, **headers: str) -> str:
    return client.get(reverse("login"), headers=headers).content.decode()


def test_danish_whatever_the_browser_asks_for(client: Client) -> None:
    page = heading(client, accept_language="en-GB,en;q=0.9")
    assert '<html lang="da">' in page
    assert "<h1>Log ind</h1>" in page


def test_the_answer_says_its_language(client: Client) -> None:
    assert client.get(reverse("login")).headers["Content-Language"] == "da"


def test_english_for_one_who_chose_it(client: Client) -> None:
    answer = client.post(reverse("set_language"), {"language": "en", "next": reverse("login")})
    assert answer.headers["Location"] == reverse("login")
    page = heading(client)
    assert '<html lang="en">' in page
    assert "<h1>Sign in</h1>" in page


def test_back_to_danish(client: Client) -> None:
    for code in ("en", "da"):
        client.post(reverse("set_language"), {"language": code})
    assert "<h1>Log ind</h1>" in heading(client)


def test_a_language_that_is_not_ours_is_danish(client: Client) -> None:
    client.cookies["django_language"] = "de"
    assert '<html lang="da">' in heading(client)


def test_the_language_of_ones_profile_holds_until_one_chooses_here(client: Client) -> None:
    from organisation.models import User

    user = User.objects.create_user("anna@example.dk", "en lang adgangskode", language="en")
    client.force_login(user)
    page = reverse("password_change")
    assert "<h1>Change password</h1>" in client.get(page).content.decode()
    client.post(reverse("set_language"), {"language": "da"})
    assert "<h1>Skift adgangskode</h1>" in client.get(page).content.decode()


def test_one_choice_does_not_reach_the_next_visitor(client: Client) -> None:
    client.cookies["django_language"] = "en"
    assert '<html lang="en">' in heading(client)
    assert '<html lang="da">' in heading(Client())
