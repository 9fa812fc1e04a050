"""An open corrected version, when a decision has been closed since the one before it: it says nothing of that decision,
and nothing that is not so. The same of snapshots that were issued before they knew decisions by reference.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation

from budgets.models import BudgetLine
from initiatives.models import Event, EventInitiative
from organisation import writing
from organisation.models import Provenance
from organisation.units import NBSP
from portfolio.reports.changes import Changes, changes
from portfolio.reports.deciding import Decided, decide
from portfolio.reports.models import Report
from portfolio.reports.ordering import correct
from portfolio.reports.printed import printed
from tests import factories
from tests.portfolio.reports.conftest import AS_OF, Reporting
from tests.portfolio.reports.test_closed_items import WORDING, next_one
from tests.portfolio.reports.test_lifecycle import frozen

TITLE = "Lejemålet på Nørregade"
EVENTS = "Aktiv ven: Beslutninger og begivenheder"
WITHOUT = pytest.mark.parametrize("knows", [True, False], ids=["by reference", "by title and day"])


def decided(reporting: Reporting, title: str = TITLE, wording: str = WORDING, **values: Any) -> Event:
    """A decision on an open report; its day is the same for all."""
    report = frozen(reporting.draft(committee=reporting.town.committee, **values))
    event = decide(report, Decided(AS_OF + timedelta(days=14), "approved", wording), by=reporting.town["manager"])
    return changed(reporting, event, title=title)


def changed(reporting: Reporting, event: Event, **values: Any) -> Event:
    for name, value in values.items():
        setattr(event, name, value)
    return writing.save(event, by=reporting.town.administrator)


def paid(reporting: Reporting, event: Event) -> None:
    line = BudgetLine.objects.filter(initiative_links__initiative__in=reporting.initiatives)[0]
    terms = {"kind": "supplementary", "coverage": "cash_balance", "effective_text": "1. marts 2018", "decision": event}
    factories.entry(line, 1_000, by=reporting.town["finance"], **terms)


def told(reporting: Reporting, following: Report, *, knows: bool) -> Changes:
    """What the corrected version tells of; `knows`: the one before it has the references of decisions."""
    version = frozen(correct(following, by=reporting.orderer, reason="Et tal var forkert."))
    assert version.corrects is not None
    before = json.loads(version.corrects.snapshot)
    if not knows:
        version.corrects.snapshot = json.dumps(_of_before(before))
    with translation.override("da"):
        found = changes(version, json.loads(version.snapshot))
    assert found is not None
    return found


def _of_before(read: dict[str, Any]) -> dict[str, Any]:
    for sheet in read["content"]["sheets"]:
        for event in sheet["events"]:
            event.pop("reference")
        for row in (row for table in sheet["follow_up"] for row in table["rows"]):
            row.pop("decided_by")
    for step in (read["content"]["economy"]["bridge"] or {"steps": []})["steps"]:
        step.pop("reference")
    return read


@WITHOUT
def test_an_ordinary_closing_makes_no_line(knows: bool, reporting: Reporting) -> None:
    event = decided(reporting)
    document = factories.document(reporting.town.municipality, title="Referat af opsigelsen")
    cited = Provenance(municipality=event.municipality, row=event, document=document, line="12", mark="stated")
    writing.save(cited, by=reporting.town["manager"])
    paid(reporting, event)
    following = frozen(next_one(reporting))
    for named in (TITLE, WORDING, "Referat af opsigelsen"):
        assert named in printed(following.snapshot).html
    changed(reporting, event, is_closed=True)
    assert told(reporting, following, knows=knows).lines == ()


@WITHOUT
@pytest.mark.parametrize("redated", [False, True])
def test_what_was_renamed_as_it_was_closed_makes_no_line(knows: bool, redated: bool, reporting: Reporting) -> None:
    event = decided(reporting)
    paid(reporting, event)
    following = frozen(next_one(reporting))
    day = {"effective_text": "16. juni 2018"} if redated else {}
    changed(reporting, event, title="Ejendomssag", is_closed=True, **day)
    assert told(reporting, following, knows=knows).lines == ()


@WITHOUT
def test_what_was_deleted_after_it_was_closed_makes_no_line(knows: bool, reporting: Reporting) -> None:
    home = reporting.town.municipality
    event = Event(municipality=home, reference="x", kind="decision", title=TITLE, strategy=reporting.strategy)
    changed(reporting, event, outcome_text=WORDING, effective_text="1. maj 2018")
    link = EventInitiative(municipality=home, initiative=reporting.initiatives[0], event=event)
    writing.save(link, by=reporting.town.administrator)
    following = frozen(next_one(reporting))
    assert WORDING in printed(following.snapshot).html
    changed(reporting, event, is_closed=True)
    writing.delete_many([event], by=reporting.town.administrator)
    assert told(reporting, following, knows=knows).lines == ()


@WITHOUT
def test_an_open_decision_of_the_same_title_and_day_stays(knows: bool, reporting: Reporting) -> None:
    paid(reporting, decided(reporting, wording="Åben ordlyd"))
    event = decided(reporting)
    paid(reporting, event)
    following = frozen(next_one(reporting))
    changed(reporting, event, is_closed=True)
    assert told(reporting, following, knows=knows).lines == ()


@WITHOUT
def test_an_open_decision_of_the_same_title_on_another_day_keeps_no_line(knows: bool, reporting: Reporting) -> None:
    event = decided(reporting)
    paid(reporting, event)
    following = frozen(next_one(reporting))
    changed(reporting, event, is_closed=True)
    other = Event(municipality=event.municipality, reference="andet", kind="decision", title=TITLE)
    changed(reporting, other, effective_text="2. maj 2010")
    assert told(reporting, following, knows=knows).lines == ()


@WITHOUT
def test_a_title_that_begins_like_that_of_a_closed_decision_stays(knows: bool, reporting: Reporting) -> None:
    paid(reporting, decided(reporting, title="Budget 2019: Lejemålet"))
    home = reporting.town.municipality
    closed = Event(municipality=home, reference="b2019", kind="decision", title="Budget 2019", is_closed=True)
    changed(reporting, closed, effective_text="2. maj 2017")
    assert told(reporting, frozen(next_one(reporting)), knows=knows).lines == ()


@WITHOUT
def test_an_open_decision_that_was_renamed_is_told_by_both_titles(knows: bool, reporting: Reporting) -> None:
    event = decided(reporting, title="Gammelt navn")
    paid(reporting, event)
    decided(reporting, is_closed=True)
    following = frozen(next_one(reporting))
    changed(reporting, event, title="Nyt navn")
    lines = {line.what: (line.before, line.after) for line in told(reporting, following, knows=knows).lines}
    assert lines[f"{EVENTS}: Gammelt navn"][1] == lines[f"{EVENTS}: Nyt navn"][0] == "stod der ikke"
    money = [what for what in lines if what.startswith("Aktiv ven, 2018") or "korrigeret budget" in what]
    titles = sorted(("Gammelt navn" in what, "Nyt navn" in what) for what in money)
    assert titles == [(False, True), (False, True), (True, False), (True, False)]


@WITHOUT
def test_of_two_with_one_title_the_open_one_is_known_by_its_reference(knows: bool, reporting: Reporting) -> None:
    """In snapshots without, what could be the closed one is not told."""
    is_open = decided(reporting, wording="Åben ordlyd")
    paid(reporting, is_open)
    event = decided(reporting)
    following = frozen(next_one(reporting))
    changed(reporting, event, is_closed=True)
    changed(reporting, is_open, title="Nyt navn")
    lines = told(reporting, following, knows=knows).lines
    assert WORDING not in str(lines)
    assert f"{EVENTS}: Nyt navn" in {line.what for line in lines}
    assert (TITLE in str(lines)) == knows


def test_no_codes_stand_among_the_words(reporting: Reporting) -> None:
    event = decided(reporting)
    following = frozen(next_one(reporting))
    paid(reporting, event)
    document = factories.document(reporting.town.municipality, title="Referat")
    cited = Provenance(municipality=event.municipality, row=event, document=document, line="12", mark="stated")
    writing.save(cited, by=reporting.town["manager"])
    lines = {line.what: line.after for line in told(reporting, following, knows=True).lines}
    assert lines["Kilder: Referat"] == "Referat"
    step = next(what for what in lines if "korrigeret budget" in what)
    assert lines[step] == f"Registreret senere +1.000{NBSP}kr. ({TITLE}, 1. marts 2018)"
