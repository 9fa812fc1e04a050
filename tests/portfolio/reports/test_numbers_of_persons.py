"""The texts that are written for a report are asked about before they are kept, as all other texts are."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from tests.portfolio.reports.conftest import Reporting


def test_a_number_like_a_citizens_is_asked_about_once(client: Client, reporting: Reporting) -> None:
    report = reporting.draft()
    client.force_login(reporting.orderer)
    page = reverse("report-texts", args=[report.municipality.code, report.reference])
    said = {
        "t-recommendations": "borgeren 010180-1236 får bolig",
        "t-seen": client.get(page).context["form"]["seen"].value(),
    }
    refused = client.post(page, said).content.decode()
    assert "ligner et CPR-nummer" in refused
    assert '<input type="checkbox" name="no-person-t">' in refused
