"""The way on from a frozen page: the same day, and what was known when it was frozen."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape
from pytest_django.asserts import assertContains, assertNotContains

from budgets.models import BudgetLine, FundingSource, LineRelation
from indicators.models import IndicatorInitiative
from initiatives.models import Initiative, InitiativeTargetGroup, Method, MethodUse, Objective
from organisation import writing
from portfolio.overview.viewpoint import in_address
from tests import factories
from tests.portfolio.dashboards.committee import BAD, Case

pytestmark = pytest.mark.django_db


def test_a_link_of_the_frozen_page_leads_to_what_was_known_of_that_day(case: Case, member: Client) -> None:
    """Also where more was posted, approved or measured of the same day since."""
    ada, loneliness = case.town.administrator, factories.indicator(case.town.municipality, by=case.town.administrator)
    link = IndicatorInitiative(municipality=case.town.municipality, indicator=loneliness, initiative=case.one)
    writing.save(link, by=ada)
    factories.measurement(loneliness, 45, by=ada)
    case.status(case.one, "2018-05-01", **BAD)
    case.report("2018-06-01", frozen_at=timezone.now())
    line = factories.line(case.town.municipality, case.one, by=ada)
    factories.entry(line, 55_000, by=ada)
    case.status(case.one, "2018-05-02")
    figures = {one.key: one for one in member.get(case.address).context["shown"].page.figures}
    [red] = figures["off-track"].behind
    page = member.get(red.url)
    assertContains(page, "Der mangler boliger.")
    assertContains(page, "Tal, måltal og status er opgjort pr. 1. juni 2018.")
    assertContains(page, "Kun det, der var registreret senest")
    assertContains(page, "300.000")
    assertNotContains(page, "55.000")
    assertContains(member.get(f"{case.one.get_absolute_url()}?as_of=2018-06-01"), "55.000")
    [measured] = figures["indicators"].behind
    factories.measurement(loneliness, 33, by=ada)
    shown = member.get(measured.url)
    assertContains(shown, "45\u00a0%")
    assertNotContains(shown, "33\u00a0%")
    # The way on keeps both dates.
    assertContains(page, escape(red.url.partition("?")[2]))


def test_what_was_revised_since_stands_neither_among_the_revisions_nor_in_the_sums(case: Case, member: Client) -> None:
    ada, home = case.town.administrator, case.town.municipality
    users = factories.indicator(home, "brugere", by=ada, unit="count", aggregation="sum")
    _whole, young, _old = (
        factories.measurement(users, value, by=ada, subgroup=group, raw=str(value))
        for group, value in (("", 3000), ("Unge", 1000), ("Ældre", 2000))
    )
    goal = factories.target(users, 4000, by=ada, raw="4.000")
    then = f"?as_of=2018-06-01&known_on={in_address(timezone.now())}"
    factories.measurement(users, 1111, by=ada, subgroup="Unge", raw="1.111", replaces=young)
    factories.target(users, 4444, by=ada, raw="4.444", replaces=goal)
    now = member.get(f"{users.get_absolute_url()}?as_of=2018-06-01")
    assertContains(now, "Unge og Ældre giver tilsammen 3.111, men helheden er 3.000")
    assertContains(now, "4.444")
    shown = member.get(f"{users.get_absolute_url()}{then}")
    assertContains(shown, "giver tilsammen 3.000, det samme som helheden")
    for later in ("1.111", "3.111", "4.444", "Revisioner"):
        assertNotContains(shown, later)


@pytest.mark.slow
def test_every_page_on_the_way_shows_what_was_known_and_leads_on_to_it(case: Case, member: Client) -> None:
    town, ada = case.town, case.town.administrator
    home, line = town.municipality, BudgetLine.objects.get()
    goal, group = Objective.objects.get(strategy=case.strategy), factories.target_group(home)
    method = writing.save(Method(reference="hf", name="Housing First"), by=None)
    pool = FundingSource(
        municipality=home, reference="pulje", name="Vores pulje", kind="local_pool", value_state="not_stated"
    )
    writing.save(pool, by=ada)
    relation = LineRelation(municipality=home, line=line, kind="financed_by", funding_source=pool)
    writing.save(relation, by=ada)

    def hangs_on_all(row: Initiative) -> None:
        for link in (
            InitiativeTargetGroup(municipality=home, initiative=row, target_group=group),
            MethodUse(municipality=home, initiative=row, method=method, state="in_use"),
        ):
            writing.save(link, by=ada)
        factories.owner(row, town.department)

    hangs_on_all(case.one)
    factories.under(case.one, goal)
    case.report("2018-06-01", frozen_at=timezone.now())
    factories.entry(line, 55_000, by=ada)
    later = factories.initiative(home, "Kom til siden", by=ada, strategy=case.strategy, approved_at=timezone.now())
    hangs_on_all(later)
    factories.under(later, goal)
    front = member.get(case.address)
    [link] = [one for one in front.context["answers"].strategies if one.title == str(case.strategy)]
    then = link.url.partition("?")[2]
    assert "known_on=" in then
    bodies = [f"/0101/udvalg/{one.reference}/" for one in (town.committee, town.department)]
    nodes = [one.get_absolute_url() for one in (case.strategy, goal, group)]
    for page in (
        "/0101/", "/0101/?by=strategy", "/0101/strategikort/", "/0101/metoder/hf/", "/0101/budget/kilder/pulje/",
        *nodes, *bodies,
    ):  # fmt: skip
        asked = f"{page}{'&' if '?' in page else '?'}"
        known, now = (member.get(f"{asked}{query}") for query in (then, "as_of=2018-06-01"))
        assertContains(known, "Kun det, der var registreret senest")
        assertContains(known, "300.000")
        assertNotContains(known, "355.000")
        assertNotContains(known, later.title)
        assertContains(now, "355.000")
        assertContains(known, escape(f"?{then}"))
    assertContains(member.get(f"/0101/?{then}"), f'name="known_on" value="{then.partition("known_on=")[2]}"')
    sheet = member.get(f"{case.strategy.get_absolute_url()}regneark?{then}&format=csv&table=initiatives")
    assert later.title not in b"".join(sheet.streaming_content).decode()  # type: ignore[attr-defined]


def test_what_cannot_be_read_as_a_moment_is_said(case: Case, member: Client) -> None:
    page = member.get(f"{case.one.get_absolute_url()}?known_on=i-gaar")
    assertContains(page, "Alt, hvad der er kendt i dag, er talt med.")
