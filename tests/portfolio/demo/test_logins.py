"""Demo users sign in with one word that is printed, only in a demonstration, and only until they choose another."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from organisation.access import Role
from organisation.models import Membership, Municipality, User
from portfolio.demo.loading import LOADER_EMAIL, Report
from portfolio.demo.logins import PASSWORD
from tests import factories


def demo_logins(*words: str) -> str:
    out = StringIO()
    call_command("demo_logins", *words, stdout=out)
    return out.getvalue()


def test_there_is_one_for_each_role_in_each_municipality_and_an_operator(loaded: Report) -> None:
    held = {(one.municipality.code, one.role) for one in Membership.objects.all()}
    assert held == {(town.code, role) for town in Municipality.objects.all() for role in Role.values}
    assert Membership.objects.count() == len(held) == 30
    assert [user.email for user in User.objects.filter(is_operator=True)] == ["operator@demo.invalid"]
    assert not [user.email for user in User.objects.all() if not user.email.endswith("@demo.invalid")]


def test_nobody_can_sign_in_before_the_logins_are_made(loaded: Report) -> None:
    assert not [user for user in User.objects.all() if user.has_usable_password()]


def test_the_printed_logins_open(loaded: Report, client: Client) -> None:
    printed = demo_logins()
    addresses = [word for line in printed.splitlines() for word in line.split() if "@" in word]
    assert len(addresses) == len(set(addresses)) == 31
    assert f"Password of all demo users: {PASSWORD}\n" in printed
    assert all(client.login(username=address, password=PASSWORD) for address in addresses)
    assert not User.objects.get(email=LOADER_EMAIL).has_usable_password()


def test_a_password_of_ones_own_is_left_alone(loaded: Report) -> None:
    demo_logins()
    reader = User.objects.get(email="laeser.aarhus@demo.invalid")
    reader.set_password("min egen hemmelighed")
    reader.save()
    printed = demo_logins()
    (line,) = [line for line in printed.splitlines() if "laeser.aarhus" in line]
    assert line.endswith("(has chosen another password)")
    assert User.objects.get(pk=reader.pk).check_password("min egen hemmelighed")


def test_only_demo_users_get_it(loaded: Report) -> None:
    operator = factories.user("drift@example.invalid", is_operator=True)
    operator.set_unusable_password()
    operator.save()
    assert "drift@example.invalid" not in demo_logins()
    assert not User.objects.get(pk=operator.pk).has_usable_password()


@override_settings(ON_LOCALHOST=False)
def test_production_is_refused_unless_it_is_said_to_be_a_demonstration(loaded: Report) -> None:
    with pytest.raises(CommandError, match="--allow-demo-users"):
        demo_logins()
    assert "operator@demo.invalid" in demo_logins("--allow-demo-users")


def test_real_data_is_refused_whatever_is_said(loaded: Report) -> None:
    factories.municipality("0461", "Odense")
    with pytest.raises(CommandError, match="real data"):
        demo_logins("--allow-demo-users")
