"""The way on from a frozen page: the same day, and what was known when it was frozen."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape
from pytest_django.asserts import assertContains, assertNotContains

from indicators.models import IndicatorInitiative
from organisation import writing
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


def test_a_page_that_cannot_recall_says_so(case: Case, member: Client) -> None:
    page = member.get(f"{case.strategy.get_absolute_url()}?known_on=2018-06-01T12:00:00Z")
    assertContains(page, "Denne side kan ikke vises, som den var kendt tidligere")
    page = member.get(f"{case.one.get_absolute_url()}?known_on=i-gaar")
    assertContains(page, "Alt, hvad der er kendt i dag, er talt med.")
