"""A committee says how many weekdays before a meeting a case must be ready, and the draft says which day that is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisation import writing
from portfolio.reports.models import Report
from portfolio.reports.ordering import correct
from tests.portfolio.reports.conftest import Reporting
from tests.portfolio.reports.test_composing import text_of
from tests.portfolio.reports.test_lifecycle import frozen
from tests.portfolio.reports.test_pages import CODE, as_

MEETING = date(2018, 6, 20)


@pytest.fixture
def client(reporting: Reporting) -> Client:
    committee = reporting.town.committee
    committee.agenda_deadline_days = 10
    writing.save(committee, by=reporting.town.administrator)
    return as_(reporting.orderer)


def draft(reporting: Reporting, meeting_on: date | None = MEETING) -> Report:
    return reporting.draft(committee=reporting.town.committee, meeting_on=meeting_on)


def pages(client: Client, report: Report) -> tuple[str, str]:
    return text_of(client.get(report.get_absolute_url())), text_of(client.get(reverse("reports", args=[CODE])))


def test_a_draft_says_when_it_must_be_ready_and_that_the_day_has_passed(reporting: Reporting, client: Client) -> None:
    page, listed = pages(client, draft(reporting))
    assert "Skal være klar senest6. juni 2018 (10 hverdage før mødet" in page
    assert "Udkastet skulle have været klar senest 6. juni 2018." in page
    assert "skulle have været klar senest 6. juni 2018" in listed


def test_a_draft_with_time_left_is_not_late(reporting: Reporting, client: Client) -> None:
    page, listed = pages(client, draft(reporting, timezone.localdate() + timedelta(days=60)))
    assert "Skal være klar senest" in page
    assert "skal være klar senest" in listed
    assert "skulle have været klar" not in page + listed


def test_what_is_frozen_or_has_no_meeting_or_no_number_of_days_has_no_such_day(
    reporting: Reporting, client: Client
) -> None:
    without = [frozen(draft(reporting)), draft(reporting, None), reporting.draft(meeting_on=MEETING)]
    for report in without:
        assert "klar senest" not in "".join(pages(client, report))
    version = correct(without[0], by=reporting.orderer, reason="Et beløb manglede.")
    assert "klar senest" not in "".join(pages(client, version))
    started, committee = draft(reporting), reporting.town.committee
    committee.agenda_deadline_days = None
    writing.save(committee, by=reporting.town.administrator)
    assert "klar senest" not in "".join(pages(client, started))
