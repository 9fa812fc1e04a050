"""What one has to do: one's own initiatives first, and for those who keep the whole, what the portfolio lacks."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from indicators.models import IndicatorInitiative
from initiatives.models import Activity, Initiative, InitiativeTargetGroup
from organisation import writing
from organisation.access import Role
from organisation.models import User
from portfolio.overview.getting_started import getting_started
from portfolio.overview.work import work
from tests import factories
from tests.cast import Cast


@pytest.fixture
def initiative(cast: Cast) -> Initiative:
    town = cast.koebenhavn
    found = factories.initiative(town.municipality, "Housing First", by=town.administrator, period_text="2018")
    factories.owner(found, town.department)
    factories.initiative(town.municipality, "Aktiv ven", by=town.administrator)
    return found


def of(cast: Cast, role: str) -> Any:
    return work(cast.koebenhavn[role], cast.koebenhavn.municipality, timezone.localdate())


def test_ones_own_initiatives_with_what_is_missing_and_the_next_deadline(cast: Cast, initiative: Initiative) -> None:
    home = initiative.municipality
    headings = [factories.heading(home, number, f"Overskrift {number}") for number in range(1, 4)]
    factories.text(initiative, headings[0])
    milestone: dict[str, Any] = {"kind": "milestone", "period_text": "30. juni 2018", "state": "planned"}
    writing.save(Activity(municipality=home, initiative=initiative, title="Åbning", **milestone), by=None)
    mine = of(cast, Role.CASEWORKER).mine
    assert [one.due.title for one in mine] == ["Housing First"]
    assert mine[0].completeness_text == "1 af 3 overskrifter udfyldt"
    assert mine[0].lacks == ("budgetlinje", "indikator", "målgruppe")
    assert (mine[0].deadline_text, mine[0].is_late) == ("Åbning, 30. juni 2018", True)


def test_only_those_who_keep_the_whole_see_what_it_lacks(cast: Cast, initiative: Initiative) -> None:
    factories.strategy(cast.koebenhavn.municipality, "Ny strategi")
    assert of(cast, Role.CASEWORKER).lacks == ()
    found = {lack.code: lack for lack in of(cast, Role.ADMINISTRATOR).lacks}
    assert (found["owner"].text, [row.title for row in found["owner"].rows]) == (
        "1 indsats uden tovholder",
        ["Aktiv ven"],
    )
    assert found["budget"].text == "2 indsatser uden budgetlinje"
    assert found["draft_strategies"].number == 1


def test_a_draft_is_ones_own_work_but_is_not_running(cast: Cast, initiative: Initiative) -> None:
    """It is in no count of those that run, nobody is asked for its status, and it lacks nothing yet."""
    town, before = cast.koebenhavn, of(cast, Role.ADMINISTRATOR)
    draft = factories.initiative(town.municipality, "Kladden", period_text="2018")
    factories.owner(draft, town.department)
    after = of(cast, Role.ADMINISTRATOR)
    assert after.round_text == before.round_text == "2 af 2 indsatser i gang mangler en status eller har en gammel."
    added = {lack.code for lack in set(after.lacks) - set(before.lacks)}
    assert added == {"draft_initiatives"}
    assert [(one.due.title, one.due.is_draft) for one in of(cast, Role.CASEWORKER).mine] == [
        ("Housing First", False),
        ("Kladden", True),
    ]
    page = client_of(town[Role.CASEWORKER]).get("/0101/arbejde/").content.decode()
    assert page.count("Giv status") == 1
    assert "Kladden" not in client_of(town[Role.CASEWORKER]).get("/0101/status/").content.decode()


def test_what_is_left_of_the_first_steps_is_one_line_when_most_are_taken(cast: Cast) -> None:
    town = cast.koebenhavn
    page = client_of(town.administrator).get("/admin/").content.decode()
    assert "Alle skridt" not in page
    home, by = town.municipality, town.administrator
    factories.heading(home)
    one = factories.initiative(home, "Natcafé", by=by)
    factories.objective(factories.strategy(home, by=by), level_label="Tema")
    factories.entry(factories.line(home, one, by=by), by=by)
    assert getting_started(home).is_nearly_done
    page = client_of(town.administrator).get("/admin/").content.decode()
    left = page.partition("4 af 12 skridt mangler:")[2].partition("</p>")[0]
    assert left.count("<a ") == 4
    assert "Lav den første rapport</a>" in left
    assert '<summary class="details-summary">Alle skridt</summary>' in page


def test_each_lack_leads_to_the_list_of_just_those(cast: Cast, initiative: Initiative) -> None:
    town = cast.koebenhavn
    ended: dict[str, Any] = {"state": "completed"}
    factories.initiative(town.municipality, "Forbi", by=town.administrator, **ended)
    factories.strategy(town.municipality, "Ny strategi")
    factories.strategy(town.municipality, "Gammel strategi", by=town.administrator)
    client = client_of(town.administrator)
    lacks = {lack.code: lack for lack in of(cast, Role.ADMINISTRATOR).lacks}
    assert {"owner", "budget", "indicator", "target_group", "period", "status", "draft_strategies"} <= lacks.keys()
    for code, lack in lacks.items():
        page = client.get(lack.url).content.decode()
        assert all(row.title in page for row in lack.rows), code
        assert "Forbi" not in page, code
    assert "Housing First" not in client.get(lacks["owner"].url).content.decode()
    assert "Gammel strategi" not in client.get(lacks["draft_strategies"].url).content.decode()
    assert "mangler: tovholder" in client.get(lacks["owner"].url).content.decode()


def test_a_reader_who_filters_by_what_lacks_learns_nothing_of_drafts(cast: Cast, initiative: Initiative) -> None:
    factories.line(cast.koebenhavn.municipality, initiative, name="Kladde")
    page = client_of(cast.koebenhavn[Role.READER]).get("/0101/?lacks=budget").content.decode()
    assert "Housing First" in page


def test_a_portfolio_that_lacks_nothing_says_so_and_an_empty_one_is_told_to_begin(cast: Cast) -> None:
    town, client = cast.koebenhavn, client_of(cast.koebenhavn.administrator)
    assert "Der er ingen indsatser endnu." in client.get("/0101/arbejde/").content.decode()
    one = factories.initiative(town.municipality, "Hel", by=town.administrator, period_text="2018")
    factories.owner(one, town.department)
    factories.line(town.municipality, one, by=town.administrator)
    home: dict[str, Any] = {"municipality": town.municipality, "initiative": one}
    indicator = factories.indicator(town.municipality, by=town.administrator)
    writing.save(IndicatorInitiative(indicator=indicator, **home), by=None)
    group = factories.target_group(town.municipality)
    writing.save(InitiativeTargetGroup(target_group=group, **home), by=None)
    people: dict[str, Any] = {"approved_by": town[Role.MANAGER], "as_of": timezone.localdate()}
    factories.status_update(one, town[Role.CASEWORKER], **people)
    assert "intet venter som udkast" in client.get("/0101/arbejde/").content.decode()


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_the_front_page_of_the_administration_is_work(cast: Cast, initiative: Initiative) -> None:
    page = client_of(cast.koebenhavn[Role.CASEWORKER]).get(reverse("admin:index")).content.decode()
    assert page.index("Mine indsatser") < page.index('class="app-')
    assert "Housing First" in page
    assert "Hele porteføljens tilstand" not in page


def test_the_number_of_queries_does_not_grow(cast: Cast, initiative: Initiative) -> None:
    town = cast.koebenhavn
    client = client_of(town.administrator)

    def grow(number: int) -> None:
        for n in range(number):
            one = factories.initiative(town.municipality, f"Indsats {number}-{n}", by=town.administrator)
            factories.owner(one, town.department)
            line = factories.line(town.municipality, name=f"Linje {number}-{n}")
            factories.entry(line)
            factories.measurement(factories.indicator(town.municipality, f"Andel {number}-{n}"), 40)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/0101/arbejde/")
        return len(captured)

    grow(2)
    client.get("/0101/arbejde/")
    few = queries()
    grow(15)
    assert queries() == few < 50
