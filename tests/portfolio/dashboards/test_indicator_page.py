"""The page of an indicator: what is measured, how far it has come, how surely, and where each figure stands."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from indicators.models import Indicator, IndicatorInitiative, IndicatorObjective, Instrument
from organisation import writing
from tests import factories
from tests.cast import Cast, Town


@pytest.fixture
def town(cast: Cast, client: Client) -> Town:
    client.force_login(cast.koebenhavn["reader"])
    return cast.koebenhavn


def survey(town: Town, n: int = 400, **fields: Any) -> Indicator:
    """Loneliness: 45 % in 2017 and 43 % in 2018, each by a sample of n; the target is 40 %."""
    by = town.administrator
    made = factories.indicator(town.municipality, "ensomhed", by=by, **fields)
    sample: dict[str, Any] = {"by": by, "design": "sample", "n": n, "invited": 2 * n}
    factories.measurement(made, 45, is_baseline=True, effective_text="2017", **sample)
    factories.measurement(made, 43, effective_text="2018", **sample)
    factories.target(made, 40, by=by, period_text="2020")
    return made


def words(page: bytes) -> str:
    """What a reader reads: no tags, no doubled spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).replace("\N{NO-BREAK SPACE}", " ").split())


def test_two_points_among_400_are_no_certain_change_and_the_target_cannot_be_seen(client: Client, town: Town) -> None:
    shown = words(client.get(survey(town).get_absolute_url()).content)
    assert "Ændring siden udgangspunktet: ingen sikker ændring" in shown
    assert "43 %: 2 af de 5 procentpoint (målopfyldelse 40 %)" in shown
    assert "Med 400 besvarelser kan undersøgelsen ikke se en ændring på 5 procentpoint; den mindste er 9,9" in shown


def test_the_picture_is_told_in_words_with_its_table(client: Client, town: Town) -> None:
    page = client.get(survey(town).get_absolute_url()).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    title = re.search(r"<title[^>]*>(Ensomhed\..*?)</title>", page)
    assert title is not None
    assert "Udgangspunkt: 45 % (2017)" in title[1]
    assert "Måltal: 40 % (2020)" in title[1]
    assert "2018: 43 %" in title[1]
    assert "<caption" in page.partition("Figuren som tabel")[0][-400:]


def test_the_picture_marks_what_is_made_up_and_what_is_preliminary(client: Client, town: Town) -> None:
    made = survey(town)
    factories.measurement(
        made, 41, by=town.administrator, effective_text="2019", status="preliminary", is_fictional=True
    )
    title = re.search(r"<title[^>]*>(Ensomhed\..*?)</title>", client.get(made.get_absolute_url()).content.decode())
    assert title is not None
    assert "2019: 41\N{NO-BREAK SPACE}%, foreløbig, fiktiv" in title[1]


def test_the_definition_sheet_says_what_is_not_stated_and_what_it_may_be_compared_with(
    client: Client, town: Town
) -> None:
    instrument = writing.save(
        Instrument(reference="t-ils", name="T-ILS", comparable_with="Andre med tre spørgsmål."), by=None
    )
    made = survey(town, instrument=instrument, cut_off="7 eller derover", tolerance=2)
    page = client.get(made.get_absolute_url())
    shown = words(page.content)
    assert "Skæringspunkt 7 eller derover" in shown
    assert "Må sammenlignes med Andre med tre spørgsmål." in shown
    assert "Tolerance 2 procentpoint" in shown
    assert "Svarskala ikke angivet" in shown
    assert "Dataejer ikke angivet" in shown
    assertContains(page, 'href="/instrumenter/t-ils/"')


def test_what_cannot_be_judged_says_why_on_the_same_line(client: Client, town: Town) -> None:
    by = town.administrator
    made = factories.indicator(town.municipality, "ensomhed", by=by)
    factories.measurement(made, 45, by=by, is_baseline=True, design="sample", n=400)
    factories.measurement(made, 43, by=by, effective_text="2018")
    factories.target(made, 40, by=by)
    shown = words(client.get(made.get_absolute_url()).content)
    assert (
        "kan ikke vurderes : datoerne for udgangspunkt, måling og måltal er ikke alle angivet. 43 %: 2 af de 5" in shown
    )
    assert "Ændring siden udgangspunktet: kan ikke vurderes (antallet af besvarelser er ikke oplyst for begge)" in shown


def test_counts_stand_where_a_number_of_answers_would(client: Client, town: Town) -> None:
    made = factories.indicator(town.municipality, "brugere", by=town.administrator, unit="count")
    factories.measurement(
        made, 10, by=town.administrator, raw="10 af 50", numerator=10, denominator=50, effective_text="2018"
    )
    assert "2018 10 10 af 50" in words(client.get(made.get_absolute_url()).content)


def test_targets_say_when_they_were_decided_and_who_approved_them(client: Client, town: Town) -> None:
    made = survey(town)
    factories.target(made, 44, by=town.administrator, period_text="2018", effective_text="1. marts 2017")
    shown = words(client.get(made.get_absolute_url()).content)
    assert "Besluttet 1. marts 2017; godkendt af Ada" in shown
    assert "Milepæle 44 % (2018)" in shown


@pytest.mark.parametrize(
    ("said", "shown_as"),
    [
        ({"raw": "Færrest mulig", "qualifier": "words"}, "Færrest mulig (2020)"),
        ({"raw": "25-30", "qualifier": "interval", "low": 25, "high": 30}, "25 %–30 % (2020)"),
    ],
)
def test_a_target_without_one_number_is_shown_and_not_denied(
    client: Client, town: Town, said: dict[str, Any], shown_as: str
) -> None:
    by = town.administrator
    made = factories.indicator(town.municipality, "ensomhed", by=by, better="keep_at_most")
    factories.measurement(made, 45, by=by, is_baseline=True, effective_text="2017")
    factories.measurement(made, 43, by=by, effective_text="2018")
    factories.target(made, None, by=by, period_text="2020", **said)
    shown = words(client.get(made.get_absolute_url()).content)
    assert f"Måltal {shown_as}" in shown
    assert "kan ikke vurderes : måltallet er ikke angivet som ét tal" in shown
    assert "der er intet måltal" not in shown


def test_a_change_without_a_baseline_is_no_lacking_target(client: Client, town: Town) -> None:
    by = town.administrator
    made = factories.indicator(town.municipality, "ensomhed", by=by)
    factories.measurement(made, 43, by=by, effective_text="2018")
    factories.target(made, -5, by=by, period_text="2020", kind="change")
    shown = words(client.get(made.get_absolute_url()).content)
    assert "kan ikke vurderes : der er intet udgangspunkt" in shown
    assert "der er intet måltal" not in shown


def test_a_target_of_a_group_stands_with_its_group_and_judges_nothing(client: Client, town: Town) -> None:
    by, made = town.administrator, survey(town)
    initiative = factories.initiative(town.municipality, "Aktiv ven", by=by)
    writing.save(IndicatorInitiative(municipality=town.municipality, indicator=made, initiative=initiative), by=by)
    factories.measurement(made, 50, by=by, subgroup="Unge", is_baseline=True, effective_text="2017")
    factories.target(made, 30, by=by, subgroup="Unge", period_text="2019")
    factories.target(made, -7, by=by, subgroup="Unge", period_text="2021", kind="change")
    page = client.get(made.get_absolute_url())
    shown = words(page.content)
    assert "Unge : 30 % , 2019" in shown
    assert "Unge : ned med 7 procentpoint , 2021" in shown
    assert "Måltal 40 % (2020)" in shown
    assert "Milepæle ikke angivet" in shown
    of_groups = [target for target in page.context["page"].figure.targets if target.group]
    assert [target.value for target in of_groups] == [30, 43]
    assert "Unge, 30 %: 2019" in words(client.get(initiative.get_absolute_url()).content)


def test_links_go_both_ways(client: Client, town: Town) -> None:
    ada, made = town.administrator, survey(town)
    strategy = factories.strategy(town.municipality, by=ada)
    objective = factories.objective(strategy)
    initiative = factories.initiative(town.municipality, "Aktiv ven", by=ada, strategy=strategy)
    draft = factories.initiative(town.municipality, "Et udkast")
    writing.save(IndicatorObjective(municipality=town.municipality, indicator=made, objective=objective), by=ada)
    for one in (initiative, draft):
        writing.save(IndicatorInitiative(municipality=town.municipality, indicator=made, initiative=one), by=ada)
    page = client.get(made.get_absolute_url())
    assertContains(page, f'href="{initiative.get_absolute_url()}"')
    assertContains(page, f'href="{objective.get_absolute_url()}"')
    assertNotContains(page, "Et udkast")
    for other in (initiative.get_absolute_url(), strategy.get_absolute_url(), "/0101/"):
        assertContains(client.get(other), f'href="{made.get_absolute_url()}"')
    assertContains(client.get(strategy.get_absolute_url()), 'width="312"')


def test_a_small_group_is_in_no_part_of_the_page(client: Client, town: Town) -> None:
    by = town["manager"]
    made = factories.indicator(town.municipality, "brugere", by=by, unit="count", aggregation="sum")
    waiting = [
        factories.measurement(made, value, subgroup=group, effective_text="2017", raw=str(value))
        for group, value in (("", 7391), ("Unge", 3), ("Voksne", 6153), ("Ældre", 1235))
    ]
    for one in waiting:
        one.approve(by=by)
    page = client.get(made.get_absolute_url()).content.decode()
    assert "7.391" in page
    assert "skjult" in page
    # The second group that is hidden with the small one, so that it cannot be computed.
    assert "1.235" not in page
    assert "1235" not in page
    assert "holdes ikke op mod helheden" in page


def test_a_hidden_baseline_draws_nothing_and_judges_nothing(client: Client, town: Town) -> None:
    by = town["manager"]
    made = factories.indicator(town.municipality, "brugere", by=by, unit="count")
    factories.measurement(made, 3, is_baseline=True, effective_text="2017", raw="3").approve(by=by)
    factories.target(made, 9, by=by, raw="9")
    page = client.get(made.get_absolute_url())
    assertNotContains(page, "pm-chart-picture")
    assertContains(page, "kan ikke vurderes")


def test_a_revision_stands_beside_what_it_replaced_and_targets_of_others_apart(client: Client, town: Town) -> None:
    by, made = town.administrator, survey(town)
    latest = made.measurements.get(value=43)
    factories.measurement(
        made, 44, by=by, effective_text="2018", replaces=latest, design="sample", n=400, note="Rettet af kilden."
    )
    factories.target(made, 35, by=by, owner="external", owner_body=town.committee, period_text="2030")
    shown = words(client.get(made.get_absolute_url()).content)
    assert re.search(r"2018 43 % 44 % \d+\. \w+ \d{4} Ada Rettet af kilden\.", shown)
    assert "44 %: 1 af de 5 procentpoint" in shown
    own, _heading, others = shown.partition("Andres måltal")
    assert f"35 % , 2030, {town.committee}" in others or f"35 %, 2030, {town.committee}" in others
    assert "35 %" not in own


def test_a_revised_target_of_a_group_is_not_read_as_that_of_the_whole(client: Client, town: Town) -> None:
    by, made = town.administrator, survey(town)
    before = factories.target(made, 30, by=by, period_text="2020", subgroup="Unge")
    factories.target(made, 25, by=by, period_text="2020", subgroup="Unge", replaces=before)
    assert "Måltal, Unge 30 % (2020) 25 % (2020)" in words(client.get(made.get_absolute_url()).content)


def test_the_number_of_queries_does_not_grow(client: Client, town: Town) -> None:
    made = survey(town)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(made.get_absolute_url()).status_code == 200
        return len(captured)

    def grow(year: int) -> None:
        factories.measurement(made, 50, by=town.administrator, effective_text=str(year), n=300, design="sample")
        factories.measurement(made, 50, by=town.administrator, effective_text=str(year), subgroup=f"Gruppe {year}")
        initiative = factories.initiative(town.municipality, f"Indsats {year}", by=town.administrator)
        link = IndicatorInitiative(municipality=town.municipality, indicator=made, initiative=initiative)
        writing.save(link, by=town.administrator)

    grow(2000)
    queries()
    few = queries()
    for year in range(2001, 2010):
        grow(year)
    assert queries() == few == 11
