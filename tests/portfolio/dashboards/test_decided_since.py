"""What a committee decided, and what it is no longer asked."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from initiatives.models import Outcome
from portfolio.reports.deciding import Decided, decide
from tests.portfolio.dashboards.committee import MEETING, Case

pytestmark = pytest.mark.django_db


def test_what_is_decided_is_no_longer_asked_and_the_page_says_what_was_decided(case: Case, member: Client) -> None:
    report = case.report("2018-06-01", meeting_on=MEETING, case_kind="decision")
    decide(report, Decided(datetime.date(2018, 6, 20), Outcome.REJECTED, "Ikke råd."), by=case.town.administrator)
    page = member.get(case.address)
    assert not page.context["shown"].page.asked
    assertContains(page, "besluttet: Afvist. Ikke råd.")


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
    unclear = page.context["shown"].page.decided_unclear
    assert unclear.title == "1 beslutning er kun dateret 2018 og kan ligge før: den er ikke med på listen."
    assertContains(page, 'href="/0101/aarshjul/?year=2018"')


def test_what_is_dated_to_a_year_that_lies_all_after_the_meeting_was_decided_since(case: Case, member: Client) -> None:
    case.met("1. december 2017")
    case.decided("Engang i året", "2018", case.one)
    case.decided("Engang i vinteren", "december 2017", case.one)
    page = member.get(f"{case.address}?live=1").context["shown"].page
    assert [(one.title, one.day_text) for one in page.decided] == [
        ("Engang i året", "2018"), ("Engang i vinteren", "december 2017"),
    ]  # fmt: skip
    assert page.decided_unclear is None


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
