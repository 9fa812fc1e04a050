"""A list without rows says what belongs in it and leads on; a search or filter without hits says that instead."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.contrib import admin
from django.db.models import Q
from django.test import Client
from django.urls import reverse

from organisation.access import Role, access_of
from organisation.administration.rights import rows_of
from organisation.models import ChildQuerySet, User
from tests import factories
from tests.cast import Cast
from tests.world import screens, signed_in

pytestmark = pytest.mark.django_db
LONG = [pytest.param(role, marks=pytest.mark.slow) for role in (Role.CASEWORKER, Role.FINANCE, Role.MANAGER)]
ROLES = (Role.ADMINISTRATOR, *LONG)


def of_list(client: Client, name: str, asked: str = "") -> tuple[int, Any]:
    answer = client.get(f"{reverse(f'admin:{name}_changelist')}{asked}")
    return answer.status_code, answer


def in_english(user: User) -> Client:
    client = signed_in(user)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def said(answer: Any) -> str:
    found = re.search(r'<div class="pm-empty">(.*?)</div>', answer.content.decode(), re.DOTALL)
    return unescape(found[1]) if found else ""


@pytest.mark.parametrize("role", ROLES)
def test_every_empty_list_says_what_belongs_there_and_leads_on(cast: Cast, role: Role) -> None:
    client, empty = signed_in(cast.koebenhavn[role]), 0
    for name, model in screens():
        status, answer = of_list(client, name)
        if status == 403 or answer.context["cl"].result_count:
            continue
        belongs = str(admin.site._registry[model].belongs)  # type: ignore[attr-defined]
        assert belongs, name
        assert belongs in said(answer), name
        steps = re.findall(r'href="([^"]+)"', said(answer))
        assert steps, name
        assert {client.get(step).status_code for step in steps} == {200}, (name, steps)
        empty += 1
    assert empty > 10


def test_what_it_stands_under_comes_first(cast: Cast) -> None:
    client = signed_in(cast.koebenhavn.administrator)
    under = {"initiatives_objective": "initiatives_strategy", "budgets_entry": "budgets_budgetline"}
    for name, above in under.items():
        assert reverse(f"admin:{above}_changelist") in said(of_list(client, name)[1])
    factories.strategy(cast.koebenhavn.municipality, "Strategi")
    assert reverse("admin:initiatives_objective_add") in said(of_list(client, "initiatives_objective")[1])


def test_what_may_stand_alone_is_made_in_an_empty_municipality_by_whoever_may_change_it(cast: Cast) -> None:
    people = [*cast.koebenhavn.people.values(), *cast.aarhus.people.values(), cast.operator, cast.stranger]
    found = set()
    for name, model in screens():
        rows = rows_of(model)
        if isinstance(rows, ChildQuerySet) and model._meta.get_field(rows.roots[0]).null:
            found.add(name)
            for person in people:
                assert rows.editable(access_of(person)) == Q(municipality_id__in=rows.addable_in(person)), (
                    name,
                    person,
                )
    assert found >= {"initiatives_event", "initiatives_followupmeasure", "indicators_contextfigure"}
    ada, carl = signed_in(cast.koebenhavn.administrator), signed_in(cast.koebenhavn[Role.CASEWORKER])
    for name in found - {"budgets_statedtotal"}:
        assert reverse(f"admin:{name}_add") in said(of_list(ada, name)[1]), name
        assert ada.get(reverse(f"admin:{name}_add")).status_code == 200, name
        assert carl.get(reverse(f"admin:{name}_add")).status_code == 403, name
        # Who cannot make it is led to what it stands under, and not told to ask for leave.
        assert "Det kan din rolle ikke oprette" not in said(of_list(carl, name)[1]), name


def test_nothing_found_is_told_apart_from_nothing_there(cast: Cast) -> None:
    client, list_of = in_english(cast.koebenhavn.administrator), reverse("admin:initiatives_initiative_changelist")
    factories.initiative(cast.koebenhavn.municipality, "Flere i egen bolig")
    assert said(of_list(client, "initiatives_initiative")[1]) == ""
    for asked, words in (("?q=findesikke", "“findesikke”"), ("?state__exact=stopped", "filters")):
        answer = said(of_list(client, "initiatives_initiative", asked)[1])
        assert "Nothing matches" in answer
        assert words in answer
        assert f'href="{list_of}"' in answer
    assert "archive" in said(of_list(client, "initiatives_initiative", "?archived=only")[1])


def test_all_that_is_archived_is_led_to(cast: Cast) -> None:
    home, ada = cast.koebenhavn.municipality, cast.koebenhavn.administrator
    made = factories.initiative(home, "Flere i egen bolig", by=ada)
    made.archive(by=ada)
    answer = said(of_list(in_english(ada), "initiatives_initiative")[1])
    assert "All of it is in the archive." in answer
    assert "?archived=only" in answer
