"""One command makes a municipality by its code and invites its first administrator, who is told what to do next."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from organisation import writing
from organisation.models import Membership, Municipality
from portfolio.overview.getting_started import getting_started
from portfolio.reports.models import Report
from tests import factories

pytestmark = pytest.mark.django_db
ADDRESS = "https://pejlemaerke.example"


def make(code: str = "0253", email: str = "Ada@greve.invalid", **options: Any) -> None:
    call_command("new_municipality", code, email, **({"address": ADDRESS} | options))


def test_the_administrator_is_invited_and_sent_to_the_next_step() -> None:
    make(name="Ada")
    membership = Membership.objects.select_related("user", "municipality").get()
    assert (membership.municipality.name, membership.role, str(membership.user)) == ("Greve", "administrator", "Ada")
    assert membership.municipality.region == "Region Sjælland"
    assert "har oprettet dig som bruger af Pejlemærke i Greve" in str(mail.outbox[0].body)
    assert "ny adgangskode til" not in mail.outbox[0].subject.lower()
    link = re.search(rf"{ADDRESS}(\S+)", str(mail.outbox[0].body))
    assert link is not None
    client = Client()
    assert client.get(link[1], follow=True).status_code == 200
    client.force_login(membership.user)
    page = client.get("/0253/arbejde/").content.decode()
    assert "Kom i gang" in page
    assert "0 af 12 skridt er taget" in page


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"code": "9999"}, "ikke en dansk kommunes kode"),
        ({"code": "0101"}, "findes allerede"),
        ({"address": "pejlemaerke"}, "skal være hel"),
        ({"email": "ada"}, "e-mail"),
    ],
)
def test_nothing_is_made_of_what_is_wrong(arguments: dict[str, str], sentence: str) -> None:
    factories.municipality("0101", "København")
    with pytest.raises(CommandError, match=sentence):
        make(**arguments)
    assert Municipality.objects.count() == 1
    assert not mail.outbox


def test_who_is_known_elsewhere_keeps_the_account() -> None:
    known = factories.user("ada@greve.invalid", name="Ada Andetsteds")
    make(name="Ada")
    assert Membership.objects.get().user == known
    assert known.check_password(factories.PASSWORD)


def test_a_user_who_is_closed_is_opened_first() -> None:
    factories.user("ada@greve.invalid", is_active=False)
    with pytest.raises(CommandError, match=r"ada@greve\.invalid er lukket.*intet er oprettet"):
        make()
    assert not Municipality.objects.exists()
    assert not mail.outbox


def test_the_steps_are_taken_one_by_one() -> None:
    make()
    home = Municipality.objects.get()
    started = getting_started(home)
    assert not any(step.is_done for step in started.steps)
    factories.body(home)
    factories.strategy(home)
    started = getting_started(home)
    assert [step.code for step in started.steps if step.is_done] == ["committees", "strategy"]
    assert started.next_step is not None
    assert started.next_step.url == f"/admin/organisation/municipality/{home.pk}/change/"


@pytest.mark.parametrize("with_a_strategy", [False, True])
def test_every_step_leads_where_its_administrator_may_go(with_a_strategy: bool) -> None:
    make()
    home, client = Municipality.objects.get(), Client()
    if with_a_strategy:
        factories.strategy(home)
    client.force_login(Membership.objects.select_related("user").get().user)
    steps = getting_started(home).steps
    assert {step.code: client.get(step.url).status_code for step in steps} == {step.code: 200 for step in steps}


def test_objectives_without_the_documents_own_words_are_a_step_not_taken() -> None:
    make()
    home = Municipality.objects.get()
    for word, is_done in (("", False), ("Pejlemærke", True)):
        factories.objective(factories.strategy(home), level_label=word)
        assert next(step.is_done for step in getting_started(home).steps if step.code == "objectives") is is_done


def test_below_what_is_done_stands_what_comes_next_until_all_of_it_is_there() -> None:
    make()
    home, client = Municipality.objects.get(), Client()
    ada = Membership.objects.select_related("user").get().user
    client.force_login(ada)
    listed = client.post("/admin/organisation/body/add/", {"name": "Socialudvalget", "kind": "committee"}, follow=True)
    assert 'pm-still-to-do">1 af 12 ' in listed.content.decode()
    first = f"/admin/organisation/municipality/{home.pk}/change/"
    assert f'<a href="{first}">Gå kommunens indstillinger igennem</a>' in listed.content.decode()
    # Only below what was done: a list that is merely looked at asks the database nothing more.
    assert "pm-still-to-do" not in client.get("/admin/organisation/body/").content.decode()
    invited = client.post("/0253/overskrifter/", {"begin": "roedovre"}, follow=True).content.decode()
    assert 'pm-still-to-do">2 af 12 ' in invited
    report = Report(municipality=home, reference="r1", title="Den første", as_of=date(2018, 6, 1), created_by=ada)
    writing.save(report, by=ada)
    begun = client.post("/0253/overskrifter/", {"begin": "budgetforslag"}, follow=True).content.decode()
    assert "pm-still-to-do" not in begun
