"""A committee's front page: what is frozen stands, what is live is marked, and each figure says why it moved."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from bench.portfolios import AS_OF, Portfolio
from organisation import writing
from organisation.models import Membership, User
from portfolio.overview.bodies import answers_of
from portfolio.overview.committees import scope_of, standings
from portfolio.overview.standings import front_page
from portfolio.overview.viewpoint import Viewpoint
from tests import factories
from tests.cast import Cast
from tests.portfolio.dashboards.committee import BAD, Case, figures
from tests.world import signed_in

pytestmark = pytest.mark.django_db


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


def test_the_part_of_the_committees_whole_budget_is_said_with_its_source_live_and_frozen(
    case: Case, member: Client
) -> None:
    factories.body_budget(case.town.committee, 9_000_000)
    assertContains(member.get(case.address), "Udvalgets samlede budget er ikke angivet.")
    factories.body_budget(case.town.committee, 5_000_000, by=case.town["finance"], unit="mio")
    said = (
        "Indsatserne i oversigten: 0,3 af udvalgets 5,0\u00a0mio. kr. (korrigeret budget 2018)."
        " Kilde: Budget 2018, side 14, opgjort pr. 1. januar 2018."
    )
    assertContains(member.get(case.address), said.replace("mio. kr.", "mio.\u00a0kr."))
    case.report("2018-06-01")
    later: dict[str, object] = {"unit": "mio", "as_of": datetime.date(2018, 7, 1), "source": "Sag 7"}
    factories.body_budget(case.town.committee, 6_000_000, by=case.town["finance"], **later)
    assertContains(member.get(case.address), said.replace("mio. kr.", "mio.\u00a0kr."))
    assertContains(member.get(f"{case.address}?live=1"), "6,0\u00a0mio.\u00a0kr.")
    assertContains(member.get(f"{case.address}?as_of=2018-06-30"), "5,0\u00a0mio.\u00a0kr.")


def test_a_posted_whole_budget_stands_and_only_finance_and_administrators_state_one(case: Case) -> None:
    posted = factories.body_budget(case.town.committee, by=case.town["finance"])
    posted.amount_ore = 1
    with pytest.raises(ValidationError):
        writing.save(posted, by=case.town["finance"])
    offered = "Angiv udvalgets samlede budget"
    assertContains(signed_in(case.town["finance"]).get(case.address), offered)
    assertNotContains(signed_in(case.town["committee_member"]).get(case.address), offered)


def test_a_committee_leads_to_its_strategies_and_to_what_it_has_a_part_in(case: Case, member: Client) -> None:
    factories.owner(case.one, body=case.town.committee)
    page = member.get(case.address)
    for row in (case.strategy, case.one):
        assertContains(page, f'href="{row.get_absolute_url()}"')


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
    assertContains(page, "Ingen strategi nævner organisationen: alle indsatser vises.")
    assertContains(page, "1 indsats")


def test_a_member_lands_on_the_committees_page_and_others_on_the_portfolio(case: Case, member: Client) -> None:
    assertRedirects(member.get("/"), case.address)
    assertRedirects(signed_in(case.town["reader"]).get("/"), "/0101/")
    kim = case.town["committee_member"]
    Membership.objects.filter(user=kim).update(body=None)
    assertRedirects(signed_in(User.objects.get(pk=kim.pk)).get("/"), "/0101/")


def test_every_initiative_is_in_a_figure_whatever_its_light(case: Case, member: Client) -> None:
    """Grey is no colour that a committee is shown, and is told apart from what was never judged or long ago."""
    today = timezone.localdate().isoformat()
    grey = {"progress_light": "grey", "economy_light": "grey", "effect_light": "grey"}
    case.status(case.one, today, **grey)
    shown = {one.key: one for one in member.get(case.address).context["shown"].page.figures}
    without = shown["not-updated"]
    assert (without.value, without.label) == ("2", "uden aktuel vurdering")
    assert without.detail == "af 2: 1 ikke startet eller ikke vurderet og 1 uden status"
    assert [one.title for one in without.behind] == ["Boliger", "Caféer"]
    case.status(case.other, "2018-05-01")
    [without] = [one for one in member.get(case.address).context["shown"].page.figures if one.key == "not-updated"]
    assert without.detail == "af 2: 1 ikke startet eller ikke vurderet og 1 ældre end et halvt år"


def test_the_front_page_is_downloaded_as_it_is_shown(case: Case, member: Client) -> None:
    case.status(case.one, "2018-05-01", **BAD)
    case.report("2018-06-01")
    case.status(case.one, "2018-07-01")
    page = member.get(case.address)
    sheet = f"{case.address}regneark"
    assertContains(page, f'href="{sheet}')
    said = [csv_of(member, sheet, table) for table in ("figures", "made_of", "off_track")]
    assert "Afviger;1;af 3" in said[0]
    assert "Afviger;Boliger;" in said[1]
    assert "Der mangler boliger." in said[2]
    assert "Afviger;0;af 2" in csv_of(member, sheet, "figures", live="1")


def csv_of(client: Client, address: str, table: str, **query: str) -> str:
    answer = client.get(address, {"format": "csv", "table": table, **query})
    return b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]


def test_a_department_shows_what_it_has_a_part_in(case: Case) -> None:
    factories.owner(case.one, case.town.department)
    page = signed_in(case.town["reader"]).get(f"/0101/udvalg/{case.town.department.reference}/")
    assertContains(page, "Boliger")
    assertNotContains(page, "Caféer")


def test_the_page_asks_as_often_for_few_as_for_many() -> None:
    few, many = (queries(Portfolio(*one)) for one in ((5, "0101", "København"), (60, "0751", "Aarhus")))
    assert few == many == (31, 7)


def queries(portfolio: Portfolio) -> tuple[int, int]:
    """Of the standing, and of what the body answers for."""
    committee = portfolio.bodies[0]

    def standing(viewpoint: Viewpoint) -> None:
        scope = scope_of(viewpoint.user, committee)
        now = standings(viewpoint, scope, [datetime.date(2026, 5, 1), AS_OF])
        front_page(now[-1], now[0])

    def answers(viewpoint: Viewpoint) -> None:
        answers_of(viewpoint, committee)

    return counted(portfolio, standing), counted(portfolio, answers)


def counted(portfolio: Portfolio, ask: Callable[[Viewpoint], None]) -> int:
    for _time in range(2):
        viewpoint = Viewpoint(User.objects.get(pk=portfolio.user.pk), portfolio.home, AS_OF)
        with CaptureQueriesContext(connection) as captured:
            ask(viewpoint)
    return len(captured)
