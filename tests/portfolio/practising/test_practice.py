"""The practice area: as in earnest, counting nowhere, marked everywhere, cleared with one click."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import get_script_prefix

from budgets.models import BudgetLine
from indicators.models import Indicator
from initiatives.models import Heading, Initiative, Method, MethodUse, StatusUpdate, Suggestion
from organisation import writing
from organisation.models import Approval, Body, ChangeRecord, Membership, Municipality, User
from portfolio.audit import audit
from portfolio.erasing import empty, erase
from portfolio.overview.methods import method_uses
from portfolio.practising.area import clear, open_area
from tests import factories
from tests.cast import Cast, Town

pytestmark = pytest.mark.django_db
REAL, PRACTICE = "0101", "9101"


def enter(client: Client, user: User) -> str:
    client.force_login(user)
    answer = client.post(f"/{REAL}/oeveomraade/aabn/")
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def practised(user: User) -> User:
    found = User.objects.get_queryset().get(pk=user.pk)
    found.practises = True
    return found


def fresh(user: User) -> User:
    return User.objects.get_queryset().get(pk=user.pk)


@pytest.fixture
def town(cast: Cast) -> Town:
    return cast.koebenhavn


@pytest.fixture
def practice(town: Town) -> Municipality:
    writing.save(Heading(municipality=town.municipality, number=1, label="Formål"), by=None)
    return open_area(town.municipality, by=town.administrator)


def test_entering_leads_to_ones_work_in_a_marked_place(client: Client, town: Town) -> None:
    place = enter(client, town["caseworker"])
    assert place == f"/oeve/{PRACTICE}/arbejde/"
    page = client.get(place)
    assert "Du øver dig" in page.content.decode()
    assert f'href="/oeve/{PRACTICE}/' in page.content.decode()
    assert get_script_prefix() == "/"


def test_every_page_says_so_and_leads_nowhere_else(client: Client, town: Town, practice: Municipality) -> None:
    client.force_login(town.administrator)
    for path in ("", f"{PRACTICE}/", f"{PRACTICE}/status/", "admin/", "admin/initiatives/initiative/", "findes-ikke/"):
        page = client.get(f"/oeve/{path}", follow=True).content.decode()
        assert "pm-practising" in page, path
        assert not re.search(rf'href="/({REAL}|admin)/', page), path


def test_what_is_suggested_for_the_catalogue_reaches_no_operator(client: Client, cast: Cast) -> None:
    carl = cast.koebenhavn["caseworker"]
    enter(client, carl)
    said = {"suggest": "1", "kind": "method", "name": "Øvemetoden", "description": "Kun en øvelse"}
    client.post(f"/oeve/{PRACTICE}/katalog/", said)
    row = Suggestion.objects.get()
    assert row.municipality.code == PRACTICE
    assert "Øvemetoden" in client.get(f"/oeve/{PRACTICE}/katalog/").content.decode()
    oda = Client()
    oda.force_login(cast.operator)
    assert "Øvemetoden" not in oda.get("/katalog/forslag/").content.decode()
    assert oda.post("/katalog/forslag/", {"accept": row.pk}).status_code == 404
    assert not Method.objects.exists()


def test_people_bodies_and_headings_are_those_of_the_municipality(town: Town, practice: Municipality) -> None:
    def shape(home: Municipality, model: Any, *fields: str) -> list[Any]:
        return sorted(model.objects.filter(municipality=home).values_list(*fields))

    home = town.municipality
    assert shape(practice, Heading, "number", "label") == [(1, "Formål")]
    assert shape(practice, Body, "reference", "name") == shape(home, Body, "reference", "name")
    assert shape(practice, Membership, "user", "role") == shape(home, Membership, "user", "role")
    assert practised(town["caseworker"]).access.bodies == {
        Body.objects.get(municipality=practice, reference=town.department.reference).pk
    }


def test_it_keeps_up_with_the_people(town: Town, practice: Municipality) -> None:
    newcomer = factories.user("nora@koebenhavn.invalid")
    factories.member(newcomer, town.municipality, "caseworker", town.department)
    gone = Membership.objects.in_earnest().get(user=town["reader"])
    gone.valid_to = datetime.date(2018, 1, 1)
    writing.save(gone, by=None)
    assert not practised(town["reader"]).access.members
    open_area(town.municipality, by=town.administrator)
    assert practised(newcomer).access.staff == {practice.pk}
    assert Membership.objects.filter(municipality=practice).count() == 7


def test_either_in_earnest_or_for_practice(client: Client, town: Town, practice: Municipality) -> None:
    inside = factories.initiative(practice, "Øvelsesindsatsen", by=town.administrator)
    outside = factories.initiative(town.municipality, "Den rigtige", by=town.administrator)
    client.force_login(town.administrator)
    assert client.get(f"/{PRACTICE}/").status_code == 404
    assert client.get(f"/oeve/{REAL}/").status_code == 404
    assert client.get(f"/admin/initiatives/initiative/{inside.pk}/change/").status_code == 404
    assert client.get(f"/oeve/admin/initiatives/initiative/{outside.pk}/change/").status_code == 404
    assert client.get("/").headers["Location"] == f"/{REAL}/arbejde/"
    assert client.get("/oeve/").headers["Location"] == f"/oeve/{PRACTICE}/arbejde/"


@pytest.mark.parametrize("role", ["administrator", "caseworker", "finance", "manager", "reader"])
def test_nothing_of_it_is_found_in_earnest(client: Client, town: Town, practice: Municipality, role: str) -> None:
    by = town.administrator
    made = factories.initiative(practice, "Kvæstesanger", by=by, shared_nationally=True)
    factories.indicator(practice, "Kvæstesanger", by=by, shared_nationally=True)
    factories.line(practice, made, name="Kvæstesanger", by=by)
    client.force_login(town[role])
    paths = [f"/{REAL}/", f"/{REAL}/?q=kvæst", f"/{REAL}/budget/", f"/{REAL}/regneark/indsatser?format=csv"]
    paths += ["/admin/", "/admin/initiatives/initiative/", "/admin/budgets/budgetline/", "/admin/organisation/user/"]
    paths += [f"/{REAL}/historik/?q=kvæst", f"/{REAL}/arbejde/", f"/{REAL}/status/", "/instrumenter/"]
    for path in paths:
        answer = client.get(path, follow=True)
        assert answer.status_code in (200, 403), path
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        assert "esanger" not in content.decode("utf-8", "replace"), path
        # As a word: the random number of a refused request may hold the four digits.
        assert not re.search(rf"\b{PRACTICE}\b", content.decode("utf-8", "replace")), path
    for model in (Initiative, Indicator, BudgetLine, StatusUpdate, Body, Membership, ChangeRecord):
        seen: Any = model._default_manager
        assert not seen.visible_to(fresh(town[role])).filter(municipality=practice).exists(), model


def test_the_operator_sees_none_of_it_either(client: Client, cast: Cast, practice: Municipality) -> None:
    client.force_login(cast.operator)
    assert practice.name not in client.get("/admin/organisation/municipality/").content.decode()
    assert client.get("/oeve/admin/").status_code == 403
    assert not Membership.objects.visible_to(cast.operator).filter(municipality=practice).exists()


def test_no_other_municipality_meets_it_under_a_method(cast: Cast, practice: Municipality) -> None:
    method = writing.save(Method(reference="hf", name="Housing First"), by=None)
    for home in (practice, cast.koebenhavn.municipality):
        one = factories.initiative(home, f"I {home}", by=cast.koebenhavn.administrator, shared_nationally=True)
        writing.save(MethodUse(municipality=home, initiative=one, method=method, state="in_use"), by=None)
    shown = method_uses(method, cast.aarhus.municipality, datetime.date(2018, 6, 1))
    assert [one.municipality for one in shown] == ["København"]


def test_a_caseworker_makes_an_initiative_there_with_the_forms_of_everyday(
    client: Client, town: Town, practice: Municipality
) -> None:
    client.force_login(town.administrator)
    screen = "/oeve/admin/initiatives/initiative/add/"
    page = client.get(screen).content.decode()
    assert 'name="municipality"' not in page
    answer = client.post(screen, {"title": "Natcafé", "kind": "initiative", "state": "ongoing", "_save": "1"})
    assert answer.headers["Location"].startswith("/oeve/admin/")
    made = Initiative.objects.get(title="Natcafé")
    assert made.municipality == practice


def test_nobody_is_invited_there(client: Client, town: Town, practice: Municipality) -> None:
    client.force_login(town.administrator)
    assert client.get("/oeve/admin/organisation/user/add/").status_code == 403
    assert client.get("/oeve/admin/organisation/membership/add/").status_code == 403
    assert client.get(f"/oeve/{practice.code}/personer/inviter/").status_code == 403
    assert client.get(f"/oeve/{practice.code}/personer/").status_code == 200
    assert client.get("/admin/organisation/user/add/").status_code == 200
    assert User.objects.get_queryset().editable_by(fresh(town.administrator)).filter(pk=town["reader"].pk).exists()
    assert not User.objects.get_queryset().editable_by(practised(town.administrator)).exists()


def test_one_click_clears_it_and_only_it(client: Client, town: Town, practice: Municipality) -> None:
    by = town.administrator
    kept = factories.initiative(town.municipality, "Den rigtige", by=by)
    made = factories.initiative(practice, "Natcafé", by=by)
    entry = factories.entry(factories.line(practice, made, by=by), by=by)
    assert entry.posted_at is not None
    factories.measurement(factories.indicator(practice, by=by), 4, by=by)
    client.force_login(town["caseworker"])
    answer = client.post(f"/oeve/{PRACTICE}/oeveomraade/ryd/", follow=True)
    assert "Øveområdet er ryddet" in answer.content.decode()
    assert not Initiative.objects.filter(municipality=practice).exists()
    assert not ChangeRecord.objects.filter(municipality=practice, object_label="Natcafé").exists()
    assert Initiative.objects.get() == kept
    assert Heading.objects.filter(municipality=practice).count() == 1
    assert not list(audit())


def test_only_a_practice_area_is_cleared(client: Client, town: Town, practice: Municipality) -> None:
    client.force_login(town.administrator)
    assert client.post(f"/{REAL}/oeveomraade/ryd/").status_code == 404
    assert client.post(f"/oeve/{PRACTICE}/oeveomraade/aabn/").status_code == 404
    with pytest.raises(ValueError, match="practice"):
        empty(town.municipality)
    with pytest.raises(ValueError, match="practice"):
        clear(town.municipality)


@pytest.mark.parametrize("role", ["committee_member", "reader"])
def test_who_only_reads_has_nothing_to_practise(client: Client, town: Town, role: str) -> None:
    client.force_login(town[role])
    assert client.post(f"/{REAL}/oeveomraade/aabn/").status_code == 403
    assert not Municipality.objects.exclude(practice_of=None).exists()


def test_what_is_posted_stands_there_too(town: Town, practice: Municipality) -> None:
    entry = factories.entry(factories.line(practice, by=town.administrator), by=town.administrator)
    entry.amount_ore = 1
    with pytest.raises(writing.RefusedError):
        writing.save(entry, by=town.administrator, validate=False)


def test_it_goes_with_its_municipality(tmp_path: Any, town: Town, practice: Municipality) -> None:
    made = factories.initiative(practice, by=town.administrator)
    assert made.approval == Approval.APPROVED
    erase(town.municipality, tmp_path / "export.json")
    assert list(Municipality.objects.values_list("code", flat=True)) == ["0751"]
    assert not User.objects.get_queryset().filter(pk=town["reader"].pk).exists()
