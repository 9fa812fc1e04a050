"""What is written never names a citizen by number unseen; what stands is not deleted, and says what depends on it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django import forms
from django.conf import settings
from django.test import Client

from initiatives.models import Activity, Initiative, StatusUpdate
from organisation import writing
from organisation.access import Role
from portfolio.forms import HouseForm
from tests import factories
from tests.cast import Cast

pytestmark = pytest.mark.django_db
NUMBER = "borgeren 010180-1236 er flyttet"
SCREEN = "/admin/initiatives/initiative"


def forms_below(kind: type[HouseForm]) -> list[type[HouseForm]]:
    return [one for below in kind.__subclasses__() for one in (below, *forms_below(below))]


class Note(HouseForm):
    text = forms.CharField()


def test_a_form_warns_and_lets_who_has_looked_save() -> None:
    assert not Note({"text": NUMBER}).is_valid()
    assert Note({"text": NUMBER, "no-person-form": "on"}).is_valid()
    assert Note({"text": "konto 5.38.53, 12345678"}).is_valid()


def test_forms_that_do_not_ask_are_those_that_refuse_or_only_choose() -> None:
    import_module(settings.ROOT_URLCONF)
    silent = {one.__name__ for one in forms_below(HouseForm) if not one.asks_about_people}
    assert silent == {
        "Choices", "EntryChoices", "RoundChoices", "RevisedChoices", "SurveyChoices", "DayForm", "ListForm",
        "PasteForm", "ChoosingForm", "SuggestionForm", "SurveyForm",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["verb/approve/", "delete/"])
def test_a_reason_with_such_a_number_is_refused(client: Client, cast: Cast, path: str) -> None:
    town = cast.koebenhavn
    draft = factories.initiative(town.municipality, "Kladde")
    client.force_login(town.administrator)
    page = client.post(f"{SCREEN}/{draft.pk}/{path}", {"reason": NUMBER, "post": "yes"}, follow=True)
    assert "ligner et CPR-nummer" in page.content.decode()
    assert Initiative.objects.get(pk=draft.pk).approval == "draft"


def test_a_status_is_not_returned_with_such_a_number(client: Client, cast: Cast) -> None:
    town = cast.koebenhavn
    update = factories.status_update(
        factories.initiative(town.municipality, by=town.administrator), town[Role.CASEWORKER]
    )
    update.submit(by=town[Role.CASEWORKER])
    client.force_login(town[Role.MANAGER])
    stamp = client.get("/0101/status/").context["round"].waiting[0].stamp
    client.post("/0101/status/returner/", {"update": stamp, "reason": NUMBER})
    assert StatusUpdate.objects.get().state == "submitted"


def test_what_stands_is_not_deleted_and_says_what_depends_on_it(client: Client, cast: Cast) -> None:
    town = cast.koebenhavn
    one = factories.initiative(town.municipality, by=town.administrator)
    for name in ("Løn", "Husleje"):
        factories.line(town.municipality, one, name=name, by=town.administrator)
    factories.text(one, factories.heading(town.municipality))
    client.force_login(town.administrator)
    page: Any = client.get(f"{SCREEN}/{one.pk}/change/")
    assert page.context["depends_on_it"] == ["1 tekst under en overskrift", "2 budgetlinjer"]
    assert "Disse afhænger af den: 1 tekst under en overskrift, 2 budgetlinjer." in page.content.decode()
    assert client.post(f"{SCREEN}/{one.pk}/delete/", {"post": "yes"}).status_code == 403


def test_taking_out_a_row_is_offered_only_where_it_can_be_done(client: Client, cast: Cast) -> None:
    town = cast.koebenhavn
    client.force_login(town.administrator)
    draft = factories.initiative(town.municipality, "Udkast")
    approved = factories.initiative(town.municipality, "Godkendt", by=town.administrator)
    for row in (draft, approved):
        activity = Activity(municipality=town.municipality, initiative=row, title="Gåtur")
        writing.save(activity, by=town.administrator)
        factories.owner(row, body=town.department)
        page = client.get(f"{SCREEN}/{row.pk}/change/").content.decode()
        assert ('name="activities-0-DELETE"' in page) is (row == draft)
        # Who leads it is a link, which is taken out at any time.
        assert 'name="involvements-0-DELETE"' in page
