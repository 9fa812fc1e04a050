"""A committee's front page: what is frozen stands, what is live is marked, and each figure says why it moved."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from bench.portfolios import AS_OF, Portfolio
from indicators.models import IndicatorInitiative
from initiatives.models import Event, EventInitiative, Initiative, Outcome, Strategy
from organisation import writing
from organisation.models import Membership, User
from portfolio.overview.bodies import answers_of
from portfolio.overview.committees import scope_of, standings
from portfolio.overview.standings import front_page
from portfolio.overview.viewpoint import Viewpoint
from portfolio.reports.deciding import Decided, decide
from portfolio.reports.models import Report
from portfolio.reports.snapshot import freeze, sha256
from tests import factories
from tests.cast import Cast, Town
from tests.world import signed_in

pytestmark = pytest.mark.django_db
MEETING = datetime.date(2099, 6, 12)
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

    def decided(self, title: str, words: str, *initiatives: Initiative) -> Event:
        count = Event.objects.count()
        event = Event(
            municipality=self.town.municipality, reference=f"d{count}", kind="decision", title=title,
            effective_text=words,
        )  # fmt: skip
        event = writing.save(event, by=None)
        links = [EventInitiative(municipality=event.municipality, event=event, initiative=one) for one in initiatives]
        writing.save_many(links, by=None)
        return event

    def report(self, as_of: str, **fields: object) -> Report:
        day, ada = datetime.date.fromisoformat(as_of), self.town.administrator
        said: dict[str, object] = {"reference": f"r-{as_of}", "title": f"Status {as_of}", "pdf": "reports/r.pdf"}
        said |= {"strategy": self.strategy, "committee": self.town.committee, "state": "frozen"}
        frozen_at = fields.pop("frozen_at", None)
        assert frozen_at is None or isinstance(frozen_at, datetime.datetime)
        report = Report(municipality=self.town.municipality, as_of=day, created_by=ada, **said | fields)
        if report.state != "draft":
            frozen = freeze(report, factories.NOON)
            report.snapshot, report.snapshot_sha256 = frozen.text, sha256(frozen.text)
            noon = datetime.datetime.combine(day, datetime.time(12), tzinfo=datetime.UTC)
            report.frozen_at = frozen_at or noon
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
    asked = {"recommendations": ["statusrapporten tages til efterretning"]}
    case.report("2018-06-01", meeting_on=MEETING, case_kind="decision", composition=asked)
    page = member.get(case.address)
    shown = page.context["shown"].page
    why = {figure.key: figure.why for figure in shown.figures}
    assert why["off-track"] == "Nye siden sidst: Caféer; ikke længere: Boliger."
    assert why["attention"] == "Som sidst."
    assert [(one.title, one.text) for one in shown.changes] == [
        ("Caféer", "fra ingen status til afviger"),
        ("Boliger", "fra afviger til følger planen"),
    ]
    assertContains(page, "Sammenlignet med 1. april 2018")
    assertContains(page, "12. juni 2099", count=3)
    assert [(one.title, one.asked) for one in shown.asked] == [
        ("Status 2018-06-01", ("statusrapporten tages til efterretning",))
    ]
    assert why["to-decide"] == "Nye siden sidst: Status 2018-06-01."
    assertContains(page, "at statusrapporten tages til efterretning")


def test_every_frozen_figure_opens_what_it_is_made_of(case: Case, member: Client) -> None:
    line = factories.line(case.town.municipality, case.one, by=case.town.administrator)
    factories.entry(line, 20, by=case.town.administrator)
    case.report("2018-06-01")
    [money] = [one for one in member.get(case.address).context["shown"].page.figures if one.key == "money"]
    made_of = [(one.title, one.text, one.url) for one in money.behind]
    known = "as_of=2018-06-01&known_on=2018-06-01T12:00:00Z"
    assert ("Boliger", "300.020\u00a0kr.", f"{case.one.get_absolute_url()}?{known}") in made_of
    assert any("kan ikke lægges sammen" in title for title, _text, _url in made_of)


def test_what_changed_comes_the_worst_first_and_says_how_much_more_there_is(case: Case, member: Client) -> None:
    others = [factories.initiative(case.town.municipality, f"Ny {n}", by=case.town.administrator) for n in range(6)]
    for one in others:
        one.strategy = case.strategy
        writing.save(one, by=None)
    case.report("2018-04-01")
    for one in others:
        case.status(one, "2018-05-01")
    case.status(case.other, "2018-05-01", **BAD)
    case.report("2018-06-01")
    shown = member.get(case.address).context["shown"].page
    assert (shown.changes[0].title, len(shown.changes), shown.changes_more) == ("Caféer", 5, 2)


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


def test_a_page_that_cannot_recall_says_so(case: Case, member: Client) -> None:
    page = member.get(f"{case.strategy.get_absolute_url()}?known_on=2018-06-01T12:00:00Z")
    assertContains(page, "Denne side kan ikke vises, som den var kendt tidligere")
    page = member.get(f"{case.one.get_absolute_url()}?known_on=i-gaar")
    assertContains(page, "Alt, hvad der er kendt i dag, er talt med.")


def test_a_report_that_cannot_be_read_yet_takes_nobodys_place(case: Case, member: Client) -> None:
    case.report("2018-06-01")
    case.report("2018-07-01", pdf="", reference="uden-pdf")
    case.report("2018-08-01", pdf="", reference="kladde", state="draft")
    for reader in (member, signed_in(case.town["manager"])):
        assertContains(reader.get(case.address), "låst pr. 1. juni 2018")


def test_of_versions_the_last_stands_and_says_so_and_neither_counts_twice(case: Case, member: Client) -> None:
    asked: dict[str, object] = {"meeting_on": MEETING, "case_kind": "decision"}
    case.report("2018-04-01")
    first = case.report("2018-06-01", **asked)
    case.status(case.one, "2018-05-01", **BAD)
    second = {"reference": "r2", "title": "Status, rettet", "version": 2, "corrects": first, **asked}
    case.report("2018-06-01", **second)
    page = member.get(case.address)
    shown = page.context["shown"].page
    assertContains(page, "Status, rettet")
    assertContains(page, "revideret bilag, version 2 · endnu ikke godkendt")
    assert [one.title for one in shown.asked] == ["Status, rettet"]
    assertContains(page, "Sammenlignet med 1. april 2018")


def test_a_corrected_version_that_is_still_a_draft_changes_nothing(case: Case, member: Client) -> None:
    first = case.report("2018-06-01", meeting_on=MEETING, case_kind="decision")
    case.report("2018-06-01", reference="r2", title="Status, rettet", state="draft", version=2, corrects=first)
    assert [one.title for one in member.get(case.address).context["shown"].page.asked] == ["Status 2018-06-01"]


def test_what_is_decided_is_no_longer_asked_and_the_page_says_what_was_decided(case: Case, member: Client) -> None:
    report = case.report("2018-06-01", meeting_on=MEETING, case_kind="decision")
    decide(report, Decided(datetime.date(2018, 6, 20), Outcome.REJECTED, "Ikke råd."), by=case.town.administrator)
    page = member.get(case.address)
    assert not page.context["shown"].page.asked
    assertContains(page, "besluttet: Afvist. Ikke råd.")


def test_what_is_for_orientation_alone_is_not_called_a_decision(case: Case, member: Client) -> None:
    case.report("2018-06-01", meeting_on=MEETING)
    page = member.get(case.address)
    assert figures(member, case.address)["to-decide"] == "0"
    assertContains(page, "Til drøftelse og orientering")
    assertContains(page, "til orientering, møde 12. juni 2099")


def test_reports_on_different_parts_are_not_held_against_each_other(case: Case, member: Client) -> None:
    case.report("2018-04-01", composition={"scope": "state=planned"})
    case.report("2018-06-01")
    page = member.get(case.address)
    assertContains(page, "Der er ingen tidligere rapport at sammenligne med.")
    why = {figure.key: figure.why for figure in page.context["shown"].page.figures}
    assert set(why.values()) == {"Der er ikke noget tidligere at sammenligne med."}


def test_a_report_on_a_part_says_which(case: Case, member: Client) -> None:
    case.report("2018-06-01", composition={"scope": "state=completed"})
    assertContains(member.get(case.address), "Rapporten handler om: tilstand: afsluttet")


def test_budgets_of_different_years_are_not_held_against_each_other(case: Case, member: Client) -> None:
    case.report("2017-12-01")
    line = factories.line(case.town.municipality, case.one, by=case.town.administrator)
    factories.entry(line, 5, by=case.town.administrator, year=2017)
    case.report("2018-06-01")
    case.report("2017-11-01", reference="i-2017")
    why = {figure.key: figure.why for figure in member.get(case.address).context["shown"].page.figures}
    assert why["money"] == "Det korrigerede budget er som sidst."
    factories.entry(line, 7, by=case.town.administrator, year=2019)
    case.report("2019-02-01")
    why = {figure.key: figure.why for figure in member.get(case.address).context["shown"].page.figures}
    assert why["money"] == "Sidst gjaldt tallet et andet budgetår, så de to sammenlignes ikke."


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
    assertContains(page, "Ingen strategi nævner organet: alle indsatser vises.")
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


def test_what_was_decided_since_the_last_meeting_is_told_live_and_frozen(case: Case, member: Client) -> None:
    case.met("1. marts 2018")
    before = case.report("2018-04-01", meeting_on=datetime.date(2018, 4, 12), case_kind="decision")
    decide(before, Decided(datetime.date(2018, 4, 12), Outcome.APPROVED, "Med ændring."), by=case.town.administrator)
    elsewhere = case.decided("Et andet udvalgs sag", "20. april 2018")
    case.decided("Vedtaget længe før", "1. februar 2018", case.one)
    case.decided("Boligerne bygges", "3. maj 2018", case.one)
    case.decided("Uden dag", "2018", case.one)
    live = member.get(f"{case.address}?live=1").context["shown"].page.decided
    assert [(one.title, one.note) for one in live] == [("Boligerne bygges", ""), ("Status 2018-04-01", "")]
    report = case.report("2018-06-01", frozen_at=timezone.now())
    case.decided("Efter rapporten", "7. juni 2018", case.one)
    page = member.get(case.address)
    frozen = page.context["shown"].page.decided
    assert [(one.title, one.note) for one in frozen] == [
        ("Efter rapporten", "efter rapporten"), ("Boligerne bygges", ""), ("Status 2018-04-01", ""),
    ]  # fmt: skip
    assert frozen[-1].url == before.get_absolute_url()
    assert frozen[-1].text == "Godkendt. Med ændring."
    assertContains(page, "Besluttet siden sidst")
    assertContains(page, "12. april 2018")
    assertNotContains(page, elsewhere.title)
    assert report.decision is None


def test_the_page_asks_as_often_for_one_decision_as_for_many(case: Case, member: Client) -> None:
    case.met("1. marts 2018")
    counts = []
    for number in range(1, 5):
        for decision in range(number):
            case.decided(f"Sag {number}.{decision}", "3. maj 2018", case.one)
        with CaptureQueriesContext(connection) as captured:
            page = member.get(case.address)
        counts.append(len(captured))
    assert counts[1:] == counts[1:2] * 3
    shown = page.context["shown"].page
    assert (len(shown.decided), shown.decided_more) == (3, 7)
    assertContains(page, "og 7 til")


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
    assert few == many == (40, 7)


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
