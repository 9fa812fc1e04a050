"""Every address, asked by everybody: the answer is the expected one, and no word of one town reaches another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.test import Client
from django.urls import include, path, set_urlconf

from initiatives.models import Initiative
from portfolio import urls
from portfolio.admin_site import AutocompleteView
from tests.sweep.addresses import Address, address_of, all_names, unnamed
from tests.sweep.expected import POSTS, VERB_POST, answers, expected
from tests.world import World

HOME_WORD = "Valby"
KNOWN = expected()


def everybody(world: World) -> list[tuple[str, Any]]:
    """In the order of the table's columns."""
    ours = [(f"own {role}", person) for role, person in world.cast.koebenhavn.people.items()]
    theirs = [(f"foreign {role}", person) for role, person in world.cast.aarhus.people.items()]
    return [*ours, *theirs, ("operator", world.cast.operator), ("stranger", world.cast.stranger), ("nobody", None)]


def clients(world: World) -> list[tuple[str, Client]]:
    found = []
    for name, person in everybody(world):
        client = Client(raise_request_exception=False)
        if person is not None:
            client.force_login(person)
        found.append((name, client))
    return found


def asked(address: Address, people: list[tuple[str, Client]], wanted: list[str], post: bool = False) -> Iterator[str]:
    """A line for each answer that is not the expected one, and for each word of the town that a foreigner reads."""
    for (name, client), status in zip(people, wanted, strict=True):
        if status == "---":
            continue
        answer = client.post(address.path) if post else client.get(address.path)
        if str(answer.status_code) != status:
            yield f"{name}: {address.name} {address.path} answers {answer.status_code}, not {status}"
        if not name.startswith("own") and not answer.streaming and HOME_WORD in answer.content.decode():
            yield f"{name}: {address.name} {address.path} shows {HOME_WORD}"


def deviations(world: World, names: set[str], only: str = "") -> list[str]:
    """`only` narrows the people to those whose name begins with it."""
    people = clients(world)
    found: list[str] = []
    for name in sorted(names):
        address = address_of(name, world.ours, world)
        wanted = zip(people, KNOWN[address.view, address.model], strict=True)
        chosen = [(one, status) for one, status in wanted if one[0].startswith(only)]
        found += asked(address, [one for one, _status in chosen], [status for _one, status in chosen])
    return found


def names_by(part: int, parts: int) -> set[str]:
    return set(sorted(all_names())[part::parts])


@pytest.mark.page
def test_every_address_is_in_the_table_and_nothing_else(world: World) -> None:
    addresses = [address_of(name, world.ours, world) for name in all_names()]
    assert {(one.view, one.model) for one in addresses} == set(KNOWN)
    # One redirect for each screen, and the last address of the administration: both answer 302 or 404 to everybody.
    assert len(unnamed()) == len(admin.site._registry) + 1


# In parts, so that several processes share them. Who sees what is the same on either engine.
@pytest.mark.page
@pytest.mark.parametrize("part", range(4))
def test_every_address_gives_everybody_the_expected_answer(world: World, part: int) -> None:
    assert deviations(world, names_by(part, 4)) == []


@pytest.mark.skipif(connection.vendor == "sqlite", reason="The test above asks the same and more.")
@pytest.mark.parametrize("part", range(2))
def test_every_address_is_opened_on_the_other_engine(world: World, part: int) -> None:
    assert deviations(world, names_by(part, 2), only="own administrator") == []


@pytest.mark.page
def test_what_is_sent_is_refused_to_all_who_may_not(world: World) -> None:
    people = clients(world)
    found: list[str] = []
    for name in sorted(all_names()):
        address = address_of(name, world.ours, world)
        line = VERB_POST if address.view == "verb" and address.model != "user" else POSTS.get(name, "")
        if line:
            found += asked(address, people, answers(line), post=True)
    assert found == []


def test_a_draft_is_not_there_for_those_who_only_read(world: World) -> None:
    draft = world.ours.draft.get_absolute_url()
    found = [client.get(draft).status_code for _name, client in clients(world)]
    assert found == [200] * 4 + [404] * 10 + [302]


# --- The sweep itself, on planted holes ------------------------------------------------------------------------------


@login_required
def initiative_without_the_rule(request: HttpRequest, code: str, reference: str) -> HttpResponse:
    found = get_object_or_404(Initiative, municipality__code=code, reference=reference)
    return HttpResponse(found.title)


@pytest.fixture
def holed_addresses(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The application's addresses with one view in front that forgets the rule."""
    holed = [
        path("<slug:code>/indsatser/<slug:reference>/", initiative_without_the_rule, name="initiative"),
        path("", include("portfolio.urls")),
    ]
    monkeypatch.setattr("tests.sweep.holed_urls.urlpatterns", holed, raising=False)
    settings.ROOT_URLCONF = "tests.sweep.holed_urls"
    yield
    set_urlconf(None)


@pytest.mark.usefixtures("holed_addresses")
def test_a_view_without_the_rule_is_caught(world: World) -> None:
    found = deviations(world, {"initiative"})
    assert any(line.startswith("foreign caseworker: initiative") and "answers 200" in line for line in found)
    assert any(f"shows {HOME_WORD}" in line for line in found)


def test_a_list_of_the_administration_without_the_rule_is_caught(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = admin.site._registry[Initiative]
    monkeypatch.setattr(screen, "get_queryset", lambda request: Initiative.objects.all())
    found = deviations(world, {"admin:initiatives_initiative_changelist"})
    assert any(line.startswith("foreign caseworker") and f"shows {HOME_WORD}" in line for line in found)


def test_a_new_address_is_missed_in_the_table(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    added = [path("nyt/", initiative_without_the_rule, name="nyt"), *urls.urlpatterns]
    monkeypatch.setattr("tests.sweep.holed_urls.urlpatterns", added, raising=False)
    settings.ROOT_URLCONF = "tests.sweep.holed_urls"
    addresses = {
        (one.view, one.model) for one in (address_of(name, world.ours, world) for name in all_names() - {"nyt"})
    }
    assert "nyt" in all_names()
    assert addresses == set(KNOWN)
    set_urlconf(None)


def suggestions(world: World) -> list[str]:
    """Words of the town that somebody elsewhere is offered for the parent of an initiative."""
    field = {"app_label": "initiatives", "model_name": "initiative", "field_name": "parent", "term": HOME_WORD}
    found = []
    for name, client in clients(world):
        answer = client.get("/admin/autocomplete/", field)
        if not name.startswith("own") and HOME_WORD in answer.content.decode():
            found.append(name)
    return found


def test_suggestions_are_ones_own_and_a_hole_in_them_is_caught(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert suggestions(world) == []
    monkeypatch.setattr(AutocompleteView, "_visible", lambda self: Initiative.objects.values("pk"))
    monkeypatch.setattr(admin.site._registry[Initiative], "get_queryset", lambda request: Initiative.objects.all())
    assert "foreign caseworker" in suggestions(world)
