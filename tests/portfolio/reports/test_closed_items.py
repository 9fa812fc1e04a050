"""What was decided on a closed item: for the committee and those who work with it, on every page that could tell it."""

from __future__ import annotations

import importlib
import json
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse

from budgets.models import BudgetLine
from initiatives.models import Event
from organisation import writing
from organisation.models import User
from portfolio.reports.deciding import Decided, decide, place
from portfolio.reports.models import Report
from portfolio.reports.ordering import correct
from portfolio.reports.printed import printed
from tests import factories
from tests.portfolio.reports.conftest import AS_OF, Reporting
from tests.portfolio.reports.test_lifecycle import LATER, frozen
from tests.portfolio.reports.test_pages import CODE, as_

TITLE, WORDING = "Hemmelig sag", "Hemmelig ordlyd"
ROLES = [("reader", False), ("committee_member", True), ("caseworker", True)]


@pytest.fixture
def closed(reporting: Reporting) -> Report:
    """A closed report on which the committee has decided."""
    report = frozen(reporting.draft(committee=reporting.town.committee, title=TITLE, is_closed=True))
    decided = Decided(AS_OF + timedelta(days=14), "approved", WORDING)
    decide(report, decided, by=reporting.town["manager"])
    return report


def next_one(reporting: Reporting, **values: Any) -> Report:
    return reporting.draft(committee=reporting.town.committee, as_of=LATER, **values)


@pytest.mark.sample(2)
@pytest.mark.parametrize(("role", "sees"), ROLES)
def test_it_is_told_to_the_committee_and_to_staff_alone(
    role: str, sees: bool, reporting: Reporting, closed: Report
) -> None:
    client = as_(reporting.town[role])
    committee = reverse("body", args=[CODE, reporting.town.committee.reference])
    pages = [
        *(one.get_absolute_url() for one in reporting.initiatives),
        reporting.strategy.get_absolute_url(),
        f"{reverse('calendar', args=[CODE])}?year=2018",
        f"{reverse('search', args=[CODE])}?q=ordlyd",
        f"{committee}?live=1",
        reverse("reports", args=[CODE]),
    ]
    told = {page: "Hemmelig" in client.get(page).content.decode() for page in pages}
    assert told == dict.fromkeys(pages, sees)
    history = client.get(f"{reverse('history', args=[CODE])}?q=ordlyd")
    assert history.status_code == (200 if role == "caseworker" else 403)


@pytest.mark.parametrize(("role", "sees"), ROLES)
def test_an_amount_decided_there_says_only_that(role: str, sees: bool, reporting: Reporting, closed: Report) -> None:
    finn = reporting.town["finance"]
    line = factories.line(reporting.town.municipality, name="Lejemål", by=reporting.town.administrator)
    factories.entry(line, 1_000, by=finn, decision=Event.objects.get())
    page = as_(reporting.town[role]).get(f"/{CODE}/budget/linjer/{line.reference}/").content.decode()
    assert (TITLE in page) == sees
    assert ("lukket punkt" in page) == (not sees)


def test_the_next_open_report_tells_nothing_of_it_and_the_next_closed_one_does(
    reporting: Reporting, closed: Report
) -> None:
    following = frozen(next_one(reporting))
    assert following.previous is None
    assert "Hemmelig" not in printed(following.snapshot).html
    inside = frozen(next_one(reporting, is_closed=True))
    assert inside.previous == closed
    assert WORDING in printed(inside.snapshot).html


def test_a_closed_report_is_not_named_at_the_open_one_after_it(reporting: Reporting, closed: Report) -> None:
    following = next_one(reporting)
    following.previous = closed
    frozen(following)
    shown = {
        role: TITLE in as_(reporting.town[role]).get(following.get_absolute_url()).content.decode()
        for role, _sees in ROLES
    }
    assert shown == dict(ROLES)


def issued(report: Report, *, is_closed: bool, by: User) -> Report:
    """A corrected version, closed or open, as a worker publishes it."""
    version = correct(report, by=by, reason="Punktet er flyttet.")
    version.is_closed = is_closed
    place(frozen(version), by=by)
    return version


@pytest.mark.parametrize(("role", "sees"), ROLES)
def test_the_page_of_an_open_version_tells_nothing_of_what_was_closed_since(
    role: str, sees: bool, reporting: Reporting
) -> None:
    report = frozen(reporting.draft(committee=reporting.town.committee))
    decide(report, Decided(AS_OF + timedelta(days=14), "approved", WORDING), by=reporting.town["manager"])
    version = issued(report, is_closed=True, by=reporting.orderer)
    page = as_(reporting.town[role]).get(report.get_absolute_url()).content.decode()
    assert "Denne version er erstattet." in page
    assert [WORDING in page, f'href="{version.get_absolute_url()}"' in page] == [sees, sees]


@pytest.mark.parametrize(("role", "sees"), ROLES)
def test_the_page_of_an_open_version_leads_to_the_closed_one_before_it_who_may_read_that(
    role: str, sees: bool, reporting: Reporting, closed: Report
) -> None:
    version = issued(closed, is_closed=False, by=reporting.orderer)
    page = as_(reporting.town[role]).get(version.get_absolute_url()).content.decode()
    assert "Punktet er flyttet." in page
    assert (f'href="{closed.get_absolute_url()}"' in page) == sees


def test_what_was_decided_is_open_when_the_corrected_version_is(reporting: Reporting, closed: Report) -> None:
    version = correct(closed, by=reporting.orderer, reason="Punktet er åbnet.")
    version.is_closed = False
    frozen(version)
    assert Event.objects.get().is_closed
    place(version, by=reporting.orderer)
    assert not Event.objects.get().is_closed


def test_an_open_corrected_version_does_not_name_the_closed_decisions_that_are_gone(
    reporting: Reporting, closed: Report
) -> None:
    inside = frozen(next_one(reporting, is_closed=True))
    version = correct(inside, by=reporting.orderer, reason="Punktet er åbnet.")
    version.is_closed = False
    html = printed(frozen(version).snapshot).html
    assert "Punktet er åbnet." in html
    assert "Hemmelig" not in html


def test_an_open_corrected_version_does_not_name_a_decision_that_was_closed_since(reporting: Reporting) -> None:
    manager = reporting.town["manager"]
    report = frozen(reporting.draft(committee=reporting.town.committee))
    event = decide(report, Decided(AS_OF + timedelta(days=14), "approved", WORDING), by=manager)
    event.title = "Lejemålet på Nørregade"
    writing.save(event, by=manager)
    line = BudgetLine.objects.filter(initiative_links__initiative__in=reporting.initiatives)[0]
    terms = {"kind": "supplementary", "coverage": "cash_balance", "effective_text": "1. marts 2018", "decision": event}
    factories.entry(line, 1_000, by=reporting.town["finance"], **terms)
    following = frozen(next_one(reporting))
    first = json.loads(following.snapshot)
    assert WORDING in str(first["earlier"])
    assert WORDING in str(first["content"]["sheets"])
    assert event.title in str([sheet["follow_up"] for sheet in first["content"]["sheets"]])
    event.is_closed = True
    writing.save(event, by=reporting.town.administrator)
    html = printed(frozen(correct(following, by=reporting.orderer, reason="Et tal var forkert.")).snapshot).html
    assert "Et tal var forkert." in html
    assert WORDING not in html
    assert event.title not in html


def test_a_corrected_version_names_an_open_decision_that_was_renamed(reporting: Reporting) -> None:
    report = frozen(reporting.draft(committee=reporting.town.committee))
    event = decide(report, Decided(AS_OF + timedelta(days=14), "approved"), by=reporting.town["manager"])
    following = frozen(next_one(reporting))
    before, event.title = event.title, "Lejemålet på Nørregade"
    writing.save(event, by=reporting.town.administrator)
    html = printed(frozen(correct(following, by=reporting.orderer, reason="Titlen var forkert.")).snapshot).html
    assert f"Beslutninger og begivenheder: {before}" in html
    assert f"Beslutninger og begivenheder: {event.title}" in html


def close_decisions_of_before() -> None:
    importlib.import_module("portfolio.reports.migrations.0005_decisions_on_closed_items").fill(apps, None)


def test_decisions_of_before_are_closed_as_their_reports_are(reporting: Reporting, closed: Report) -> None:
    is_open = frozen(reporting.draft(as_of=LATER))
    decide(is_open, Decided(LATER, "approved"), by=reporting.town["manager"])
    event = Event.objects.get(reports=closed)
    event.is_closed = False
    writing.save(event, by=None)
    close_decisions_of_before()
    assert set(Event.objects.values_list("reports", "is_closed")) == {(closed.pk, True), (is_open.pk, False)}


@pytest.fixture
def closed_by_hand(reporting: Reporting) -> Report:
    """An open report; the decision on it is marked as closed in the administration."""
    report = frozen(reporting.draft(committee=reporting.town.committee))
    event = decide(report, Decided(AS_OF + timedelta(days=14), "approved", WORDING), by=reporting.town["manager"])
    event.is_closed = True
    writing.save(event, by=reporting.town.administrator)
    return Report.objects.get(pk=report.pk)


@pytest.mark.parametrize(("role", "sees"), ROLES)
def test_the_committees_page_tells_a_decision_that_was_closed_by_hand_to_the_same(
    role: str, sees: bool, reporting: Reporting, closed_by_hand: Report
) -> None:
    committee = reverse("body", args=[CODE, reporting.town.committee.reference])
    page = as_(reporting.town[role]).get(committee).content.decode()
    assert closed_by_hand.title in page
    assert (WORDING in page) == sees


def test_only_the_next_closed_report_tells_a_decision_that_was_closed_by_hand(
    reporting: Reporting, closed_by_hand: Report
) -> None:
    told = {
        is_closed: WORDING in printed(frozen(next_one(reporting, is_closed=is_closed)).snapshot).html
        for is_closed in (False, True)
    }
    assert told == {False: False, True: True}


def test_what_was_closed_by_hand_stays_so_when_the_decision_is_mended_or_the_report_corrected(
    reporting: Reporting, closed_by_hand: Report
) -> None:
    decide(closed_by_hand, Decided(AS_OF, "approved", "En anden ordlyd"), by=reporting.town["manager"])
    assert Event.objects.get().is_closed
    version = frozen(correct(closed_by_hand, by=reporting.orderer, reason="Et tal var forkert."))
    place(version, by=reporting.orderer)
    decide(version, Decided(AS_OF, "approved", WORDING), by=reporting.town["manager"])
    assert Event.objects.get().is_closed


def test_a_decision_of_before_is_as_closed_as_the_last_version_that_is_issued(
    reporting: Reporting, closed: Report
) -> None:
    opened = issued(closed, is_closed=False, by=reporting.orderer)
    begun = correct(opened, by=reporting.orderer, reason="Punktet lukkes igen.")
    begun.is_closed = True
    writing.save(begun, by=reporting.orderer)
    close_decisions_of_before()
    assert not Event.objects.get().is_closed
    frozen(begun)
    close_decisions_of_before()
    assert Event.objects.get().is_closed
