"""A report is bounded by its day: what holds later, or was recorded later, is not in it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from indicators.models import IndicatorInitiative
from initiatives.models import Event, EventInitiative
from organisation import writing
from portfolio.reports.models import Report
from portfolio.reports.snapshot import freeze
from tests import factories
from tests.portfolio.reports.conftest import Reporting
from tests.portfolio.reports.test_pages import CODE, as_

NOON = timezone.make_aware(datetime(2018, 6, 1, 12))  # noqa: DTZ001 - made aware here
KNOWN = timezone.now() + timedelta(hours=1)


def text(report: Report) -> str:
    return freeze(report, NOON).text


def plant(reporting: Reporting, *, effective: str, number: int) -> None:
    """Facts of every kind with a number of their own, holding on the day."""
    town, first = reporting.town, reporting.initiatives[0]
    ada, home = town.administrator, town.municipality
    line = factories.line(home, first, name=f"Linje {number}", by=ada)
    factories.entry(line, number, by=ada, effective_text=effective)
    indicator = factories.indicator(home, f"Indikator {number}", by=ada)
    writing.save(IndicatorInitiative(municipality=home, indicator=indicator, initiative=first), by=ada)
    factories.measurement(indicator, 45, by=ada, effective_text="2017", is_baseline=True)
    factories.target(indicator, 40, by=ada, period_text="2020", effective_text="1. januar 2018")
    factories.measurement(indicator, number, by=ada, effective_text=effective, raw=f"{number}")
    factories.target(indicator, number + 1, by=ada, period_text="2020", effective_text=effective, raw=f"{number + 1}")
    event = Event(
        municipality=home, reference=f"e-{number}", kind="decision", title=f"Besluttet {number}",
        effective_text=effective,
    )  # fmt: skip
    writing.save(event, by=ada)
    writing.save(EventInitiative(municipality=home, event=event, initiative=first), by=ada)


def test_nothing_dated_after_the_day_is_in_it(reporting: Reporting) -> None:
    plant(reporting, effective="1. august 2018", number=7654321)
    update = {"as_of": datetime(2018, 8, 1).date(), "text": "Senere end dagen."}  # noqa: DTZ001
    factories.status_update(
        reporting.initiatives[1], reporting.orderer, approved_by=reporting.town["manager"], **update
    )
    line = factories.line(reporting.town.municipality, reporting.initiatives[1], by=reporting.town.administrator)
    factories.statement(line, 98_765, by=reporting.town.administrator)
    found = text(reporting.draft())
    for words in ("7.654.321", "7654321,", "7.654.322", "Besluttet 7654321", "Senere end dagen.", "98.765"):
        assert words not in found
    later = text(reporting.draft(as_of=datetime(2018, 12, 1).date()))  # noqa: DTZ001
    for words in ("7.654.321", "7.654.322", "Besluttet 7654321", "Senere end dagen.", "98.765"):
        assert words in later


def test_what_is_recorded_after_the_moment_is_not_in_it(reporting: Reporting) -> None:
    before = text(reporting.draft(known_on=KNOWN, title="Som kendt"))
    draft = reporting.draft(known_on=timezone.now(), title="Som kendt")
    # All of it holds before the day, and is recorded after the moment.
    plant(reporting, effective="1. februar 2018", number=7654321)
    town = reporting.town
    fields = {"strategy": reporting.strategy, "approved_at": timezone.now()}
    late = factories.initiative(town.municipality, "Kom til senere", by=town.administrator, **fields)
    factories.status_update(late, reporting.orderer, approved_by=reporting.town["manager"], text="Skrevet bagefter.")
    found = text(draft)
    for words in ("7.654.321", "7.654.322", "Besluttet 7654321", "Kom til senere", "Skrevet bagefter."):
        assert words not in found
        assert words not in before
        assert words in text(reporting.draft(known_on=KNOWN))


def test_a_scope_by_status_goes_by_what_was_known(reporting: Reporting) -> None:
    town, (first, second, _third) = reporting.town, reporting.initiatives
    off = {"progress_light": "red", "reason": "Ingen frivillige.", "action": "Der annonceres."}
    factories.status_update(first, reporting.orderer, approved_by=town["manager"], as_of=date(2018, 5, 20), **off)
    known = timezone.now()
    # It is about a day before that of the figures, and was approved after the moment.
    factories.status_update(second, reporting.orderer, approved_by=town["manager"], as_of=date(2018, 5, 28), **off)
    narrowed = {"scope": "light=red"}
    bounded, open_ended = reporting.draft(known_on=known, composed=narrowed), reporting.draft(composed=narrowed)
    assert freeze(bounded, NOON).references == (first.reference,)
    assert set(freeze(open_ended, NOON).references) == {first.reference, second.reference}
    for report, asked in ((bounded, {first}), (open_ended, {first, second})):
        page = as_(reporting.orderer).get(reverse("report-texts", args=[CODE, report.reference])).content.decode()
        assert {one for one in (first, second) if f"t-consequence-{one.reference}" in page} == asked
