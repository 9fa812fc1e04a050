"""A committee's front page: what is frozen stands, what is live is marked, and each figure says why it moved."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from bench.portfolios import AS_OF, Portfolio
from initiatives.models import Event, Initiative, Strategy
from organisation import writing
from organisation.models import Membership, User
from portfolio.overview.committees import scope_of, standings
from portfolio.overview.standings import front_page
from portfolio.reports.models import Report
from portfolio.reports.snapshot import freeze, sha256
from tests import factories
from tests.cast import Cast, Town
from tests.world import signed_in

pytestmark = pytest.mark.django_db
BAD = {"progress_light": "red", "reason": "Der mangler boliger.", "action": "Der købes flere."}


@dataclass
class Case:
    town: Town
    strategy: Strategy
    one: Initiative
    other: Initiative

    @property
    def address(self) -> str:
        return f"/0101/udvalg/{self.town.committee.reference}/"

    def status(self, initiative: Initiative, day: str, **fields: str) -> None:
        mona = self.town["manager"]
        on = datetime.date.fromisoformat(day)
        factories.status_update(initiative, self.town.administrator, approved_by=mona, as_of=on, **fields)

    def met(self, words: str) -> None:
        event = Event(
            municipality=self.town.municipality, reference=f"m{len(words)}", kind="meeting", title="Møde",
            body=self.town.committee, effective_text=words,
        )  # fmt: skip
        writing.save(event, by=None)

    def report(self, as_of: str, **fields: object) -> Report:
        day, ada = datetime.date.fromisoformat(as_of), self.town.administrator
        report = Report(
            municipality=self.town.municipality, reference=f"r-{as_of}", title=f"Status {as_of}", as_of=day,
            strategy=self.strategy, committee=self.town.committee, created_by=ada, **fields,
        )  # fmt: skip
        frozen = freeze(report, factories.NOON)
        report.snapshot, report.snapshot_sha256 = frozen.text, sha256(frozen.text)
        report.state, report.frozen_at, report.pdf = "frozen", factories.NOON, "reports/r.pdf"
        return writing.save(report, by=ada)


@pytest.fixture
def case(cast: Cast) -> Case:
    town = cast.koebenhavn
    ada = town.administrator
    strategy = factories.strategy(town.municipality, by=ada, committee=town.committee)
    one = factories.initiative(town.municipality, "Boliger", by=ada, strategy=strategy)
    other = factories.initiative(town.municipality, "Caféer", by=ada)
    factories.under(other, factories.objective(strategy))
    factories.initiative(town.municipality, "Hører til et andet udvalg", by=ada)
    factories.entry(factories.line(town.municipality, one, other, by=ada), 300_000, by=ada)
    return Case(town, strategy, one, other)


@pytest.fixture
def member(case: Case) -> Client:
    return signed_in(case.town["committee_member"])


def figures(client: Client, address: str) -> dict[str, str]:
    page = client.get(address).context["shown"].page
    return {figure.key: figure.value for figure in page.figures}


def test_before_the_first_report_the_page_is_live_and_says_so(case: Case, member: Client) -> None:
    case.status(case.one, "2018-05-01", **BAD)
    page = member.get(case.address)
    assertContains(page, "Aktuelle tal")
    assertContains(page, "Der er endnu ikke låst en rapport til udvalget.")
    assertContains(page, "Intet tidligere møde er kendt at sammenligne med.")
    assertContains(page, "Der mangler boliger.")
    assertNotContains(page, "Hører til et andet udvalg")
    assert figures(member, case.address) == {
        "off-track": "1", "attention": "0", "on-track": "0", "not-updated": "2", "money": "300.000\u00a0kr.",
        "to-decide": "0",
    }  # fmt: skip
    assertContains(page, "Indsatserne i oversigten: 300.000\u00a0kr. i korrigeret budget 2018.")
    assertContains(page, "Udvalgets samlede budget er ikke angivet.")


def test_no_more_than_seven_figures_and_each_shows_what_it_is_made_of(case: Case, member: Client) -> None:
    page = member.get(case.address)
    shown = page.context["shown"].page.figures
    assert len(shown) <= 7
    for figure in shown:
        assertContains(page, f'href="#made-{figure.key}"')
        assertContains(page, f'id="made-{figure.key}"')


def test_what_is_frozen_stands_and_live_figures_are_one_marked_step_away(case: Case, member: Client) -> None:
    case.status(case.one, "2018-05-01", **BAD)
    case.report("2018-06-01")
    case.status(case.one, "2018-07-01")
    frozen = member.get(case.address)
    assertContains(frozen, "Tal fra rapporten")
    assertContains(frozen, "låst pr. 1. juni 2018")
    assert figures(member, case.address)["off-track"] == "1"
    assertContains(frozen, f'href="{case.address}?live=1"')
    assert figures(member, f"{case.address}?live=1")["off-track"] == "0"
    assertContains(member.get(f"{case.address}?live=1"), "Til tallene i den seneste rapport")


def test_two_reports_say_what_moved_between_them(case: Case, member: Client) -> None:
    case.status(case.one, "2018-03-01", **BAD)
    case.report("2018-04-01")
    case.status(case.one, "2018-05-01")
    case.status(case.other, "2018-05-01", **BAD)
    case.report("2018-06-01", meeting_on=datetime.date(2099, 6, 12))
    page = member.get(case.address)
    shown = page.context["shown"].page
    why = {figure.key: figure.why for figure in shown.figures}
    assert why["off-track"] == "Nye siden sidst: Caféer; ikke længere: Boliger."
    assert why["attention"] == "Som sidst."
    assert [(one.title, one.text) for one in shown.changes] == [
        ("Boliger", "fra afviger til følger planen"),
        ("Caféer", "fra ingen status til afviger"),
    ]
    assertContains(page, "Sammenlignet med 1. april 2018")
    assertContains(page, "12. juni 2099", count=3)
    assert [one.title for figure in shown.figures if figure.key == "to-decide" for one in figure.behind] == [
        "Status 2018-06-01"
    ]


def test_live_figures_are_held_against_the_last_meeting(case: Case) -> None:
    case.status(case.one, "2018-03-01")
    case.status(case.one, "2018-08-01", **BAD)
    case.met("1. juni 2018")
    case.met("12. december 2099")
    reader = signed_in(case.town["reader"])
    page = reader.get(case.address)
    assertContains(page, "Sammenlignet med 1. juni 2018")
    assertContains(page, "12. december 2099")
    assert page.context["shown"].page.figures[0].why == "Nye siden sidst: Boliger."


def test_where_no_strategy_names_the_body_all_initiatives_are_shown_and_it_says_so(cast: Cast) -> None:
    town = cast.koebenhavn
    factories.initiative(town.municipality, by=town.administrator)
    page = signed_in(town["committee_member"]).get(f"/0101/udvalg/{town.committee.reference}/")
    assertContains(page, "Ingen strategi nævner organet: alle indsatser vises.")
    assertContains(page, "1 indsats")


def test_a_member_lands_on_the_committees_page_and_others_on_the_portfolio(case: Case, member: Client) -> None:
    assertRedirects(member.get("/"), case.address)
    assertRedirects(signed_in(case.town["reader"]).get("/"), "/0101/")
    kim = case.town["committee_member"]
    Membership.objects.filter(user=kim).update(body=None)
    assertRedirects(signed_in(User.objects.get(pk=kim.pk)).get("/"), "/0101/")


def test_a_department_shows_what_it_has_a_part_in(case: Case) -> None:
    factories.owner(case.one, case.town.department)
    page = signed_in(case.town["reader"]).get(f"/0101/udvalg/{case.town.department.reference}/")
    assertContains(page, "Boliger")
    assertNotContains(page, "Caféer")


def test_the_page_asks_as_often_for_few_as_for_many() -> None:
    few, many = (queries(Portfolio(*one)) for one in ((5, "0101", "København"), (60, "0751", "Aarhus")))
    assert few == many == 19


def queries(portfolio: Portfolio) -> int:
    def ask() -> None:
        user = User.objects.get(pk=portfolio.user.pk)
        scope = scope_of(user, portfolio.bodies[0])
        days = [datetime.date(2026, 5, 1), AS_OF]
        now = standings(user, portfolio.home, scope, days)
        front_page(now[-1], now[0])

    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)
