"""A committee's front page from its reports: what is frozen stands, and of versions the last."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertContains

from organisation import writing
from tests import factories
from tests.portfolio.dashboards.committee import BAD, MEETING, Case, figures
from tests.world import signed_in

pytestmark = pytest.mark.django_db


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
