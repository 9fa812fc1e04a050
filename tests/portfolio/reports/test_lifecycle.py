"""Draft, frozen, approved, sent; corrected by a new version; decided: each by who may, and nothing frozen changes."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from initiatives.models import Event, Initiative
from organisation import writing
from organisation.models import ChangeRecord
from organisation.printing import format_date
from organisation.units import NBSP
from portfolio import overview
from portfolio.reports.changes import differences
from portfolio.reports.composition import Composition, Heading, Hearing, Option, Risk
from portfolio.reports.deciding import Decided, decide, place
from portfolio.reports.models import Report, ReportScope, ReportState
from portfolio.reports.ordering import correct, make
from portfolio.reports.printed import printed
from portfolio.reports.snapshot import freeze, sha256
from tests import factories
from tests.portfolio.reports.conftest import AS_OF, Reporting
from tests.portfolio.reports.test_pages import CODE, as_

LATER = AS_OF + timedelta(days=90)


def frozen(report: Report) -> Report:
    """As the worker publishes it, without laying it out."""
    kept = freeze(report, timezone.now())
    report.snapshot, report.snapshot_sha256 = kept.text, sha256(kept.text)
    report.state, report.frozen_at, report.frozen_by = ReportState.FROZEN, timezone.now(), report.created_by
    report.pdf.name, report.pdf_sha256, report.pages = "reports/x.pdf", "0" * 64, 3
    writing.save(report, by=report.created_by)
    shown = Initiative.objects.filter(reference__in=kept.references, municipality=report.municipality)
    scope = [ReportScope(municipality=report.municipality, report=report, initiative=one) for one in shown]
    writing.save_many(scope, by=report.created_by)
    return report


def content(report: Report) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(report.snapshot)
    return read


def test_renaming_leaving_and_editing_change_nothing_that_is_frozen(reporting: Reporting) -> None:
    report = frozen(reporting.draft(committee=reporting.town.committee))
    before = printed(report.snapshot).html
    first = reporting.initiatives[0]
    first.title = "Omdøbt"
    writing.save(first, by=reporting.town.administrator)
    reporting.town.committee.name = "Nyt udvalg"
    writing.save(reporting.town.committee, by=reporting.town.administrator)
    reporting.orderer.is_active = False
    writing.save(reporting.orderer, by=None)
    kept = Report.objects.get(pk=report.pk)
    assert printed(kept.snapshot).html == before
    assert "Omdøbt" not in before
    assert sha256(kept.snapshot) == kept.snapshot_sha256
    assert kept.snapshot_sha256 in before


@pytest.mark.parametrize(
    "change",
    [
        {"snapshot": "{}", "snapshot_sha256": "0" * 64},
        {"title": "Ny titel"},
        {"state": "draft"},
        {"pdf": "reports/y.pdf"},
    ],
)
def test_the_database_refuses_to_change_a_frozen_report(reporting: Reporting, change: dict[str, str]) -> None:
    report = frozen(reporting.draft())
    for name, value in change.items():
        setattr(report, name, value)
    with pytest.raises(ValidationError, match="står fast"):
        writing.save(report, by=reporting.orderer, validate=False)


def test_each_state_says_who_and_when_and_none_is_skipped(reporting: Reporting) -> None:
    manager, report = reporting.town["manager"], reporting.draft()
    with pytest.raises(ValidationError):
        report.approve(by=manager)
    frozen(report)
    with pytest.raises(ValidationError):
        report.send(by=manager, to="dagsordenen")
    report.approve(by=manager)
    with pytest.raises(ValidationError):
        report.send(by=manager, to=" ")
    report.send(by=reporting.orderer, to="dagsordenen")
    report.refresh_from_db()
    assert (report.frozen_by, report.approved_by, report.sent_by) == (reporting.orderer, manager, reporting.orderer)
    assert report.frozen_at is not None
    assert report.approved_at is not None
    assert report.sent_at is not None
    assert report.frozen_at <= report.approved_at <= report.sent_at
    states = [one.changes["state"][1] for one in ChangeRecord.objects.of_row(report) if "state" in one.changes]
    assert states == ["sent", "approved", "frozen", "draft"]


def test_a_corrected_version_names_what_changed_in_words_and_figures(reporting: Reporting) -> None:
    report = frozen(reporting.draft(composed={"recommendations": ("rapporten godkendes",)}))
    first, ada = reporting.initiatives[0], reporting.town.administrator
    first.title = "Aktiv nabo"
    writing.save(first, by=ada)
    line = factories.line(reporting.town.municipality, reporting.initiatives[1], by=ada)
    factories.entry(line, 40_000, by=ada)
    with pytest.raises(ValidationError, match="hvorfor"):
        correct(report, by=reporting.orderer, reason=" ")
    version = correct(report, by=reporting.orderer, reason="Et beløb manglede.")
    with pytest.raises(ValidationError):
        correct(report, by=reporting.orderer, reason="En gang til.")
    version.composition = {**version.composition, "recommendations": ["rapporten drøftes"]}
    frozen(version)
    html = printed(version.snapshot).html
    assert (version.version, version.corrects, version.reference) == (2, report, f"{report.reference}-v2")
    for words in (
        "revideret bilag, version 2",
        "Et beløb manglede.",
        "rapporten drøftes",
        f"40.000{NBSP}kr.",
        "Aktiv nabo",
    ):
        assert words in html
    assert "Hvad der er ændret" not in printed(report.snapshot).html
    report.refresh_from_db()
    assert report.state == ReportState.FROZEN


def test_a_version_that_is_replaced_is_neither_approved_nor_sent(reporting: Reporting) -> None:
    manager, client = reporting.town["manager"], as_(reporting.town["manager"])
    first, approved = frozen(reporting.draft()), frozen(reporting.draft())
    approved.approve(by=manager)
    for report, act in ((first, "godkend"), (approved, "send")):
        page = report.get_absolute_url()
        version = correct(report, by=reporting.orderer, reason="Et beløb manglede.")
        assert f'action="{page}{act}"' in client.get(page).content.decode()
        frozen(version)
        assert f'action="{page}{act}"' not in client.get(page).content.decode()
        answer = client.post(f"{page}{act}", {"to": "dagsordenen"}, follow=True)
        assert "En rettet version har afløst denne." in answer.content.decode()
    assert [one.state for one in Report.objects.filter(pk__in=[first.pk, approved.pk]).order_by("pk")] == [
        ReportState.FROZEN, ReportState.APPROVED,
    ]  # fmt: skip


def test_equal_snapshots_have_no_differences(reporting: Reporting) -> None:
    report = frozen(reporting.draft())
    assert list(differences(content(report), content(report))) == []


@pytest.mark.parametrize(
    ("headings", "sections", "named"),
    [
        ((), ("outlook",), ["Videre proces"]),
        ((Heading("legal", "Jura"),), ("overview",), ["Jura"]),
        ((Heading("legal", "Jura"), Heading("process", "Næste skridt")), ("outlook",), ["Jura", "Næste skridt"]),
        ((), ("overview",), []),
    ],
)
def test_a_text_that_differs_is_called_by_its_heading_and_one_that_is_not_printed_is_not_named(
    reporting: Reporting, headings: Any, sections: Any, named: list[str]
) -> None:
    texts = {"process": "Sagen går videre.", "legal": "Serviceloven."}
    before = content(frozen(reporting.draft(composed={"headings": headings, "sections": sections, "texts": texts})))
    composition = {**before["composition"], "texts": {part: f"{text} Rettet." for part, text in texts.items()}}
    lines = list(differences(before, {**before, "composition": composition}))
    assert sorted(line.what for line in lines) == named


def test_a_draft_that_is_frozen_cannot_be_made_again(reporting: Reporting) -> None:
    with pytest.raises(ValidationError):
        make(frozen(reporting.draft()), by=reporting.orderer)


def test_the_decision_stands_at_each_initiative_and_the_next_report_opens_with_it(reporting: Reporting) -> None:
    town, manager = reporting.town, reporting.town["manager"]
    report = frozen(reporting.draft(committee=town.committee, meeting_on=AS_OF + timedelta(days=14)))
    with pytest.raises(ValidationError):
        decide(reporting.draft(), Decided(AS_OF, "approved"), by=manager)
    decided = Decided(AS_OF + timedelta(days=14), "taken_note_of", "Ny status til foråret.", town.department)
    event = decide(report, decided, by=manager)
    assert event.effective_start == AS_OF + timedelta(days=14)
    sheet = overview.initiative_sheet(manager, reporting.initiatives[2], LATER)
    assert [(one.outcome_words, one.outcome_text) for one in sheet.events] == [
        ("Taget til efterretning", "Ny status til foråret.")
    ]
    assert str(town.department) in sheet.events[0].sent_on_text
    mended = Decided(decided.on, "postponed")
    assert decide(report, mended, by=manager) == event
    assert Event.objects.get(pk=event.pk).outcome == "postponed"
    following = reporting.draft(committee=town.committee, as_of=LATER)
    assert following.previous == report
    following.composition = {**following.composition, "since": {report.reference: "Den kommer i marts."}}
    html = printed(frozen(following).snapshot).html
    opening = html.partition("<h2")[0]
    assert f"Udvalgets beslutning den {format_date(report.meeting_on or AS_OF)} om “{report.title}”: Udsat." in opening
    assert "Den kommer i marts." in opening
    assert "Udsat." in html
    assert "Den kommer i marts." in html
    assert "Siden sidste status pr." in html


@pytest.mark.parametrize("meeting_on", [AS_OF + timedelta(days=14), None])
def test_an_earlier_decision_stands_with_the_day_on_which_it_was_made(
    reporting: Reporting, meeting_on: date | None
) -> None:
    town, day = reporting.town, AS_OF + timedelta(days=70)
    report = frozen(reporting.draft(committee=town.committee, meeting_on=meeting_on))
    decide(report, Decided(day, "approved"), by=town["manager"])
    html = printed(frozen(reporting.draft(committee=town.committee, as_of=LATER)).snapshot).html
    assert f"Udvalgets beslutning den {format_date(day)} om" in html
    assert f'<th scope="row">{format_date(day)}</th>' in html


def test_the_previous_status_is_narrowed_to_the_same(reporting: Reporting) -> None:
    whole = frozen(reporting.draft(composed={"scope": ""}))
    narrow = frozen(reporting.draft(composed={"scope": "state=ongoing"}, as_of=AS_OF + timedelta(days=30)))
    found = {
        scope: reporting.draft(composed={"scope": scope}, as_of=LATER).previous
        for scope in ("", "state=ongoing", "state=planned")
    }
    assert found == {"": whole, "state=ongoing": narrow, "state=planned": None}


def test_the_previous_status_is_the_last_when_the_report_is_frozen(reporting: Reporting) -> None:
    client, begun = as_(reporting.orderer), reporting.draft(as_of=LATER)
    assert begun.previous is None
    report = frozen(reporting.draft(composed={"cover": "Forsiden i juni."}))
    assert "Siden sidste status pr." in client.get(f"{begun.get_absolute_url()}sider/").content.decode()
    assert "Forsiden i juni." in client.get(reverse("report-texts", args=[CODE, begun.reference])).content.decode()
    make(begun, by=reporting.orderer)
    assert Report.objects.get(pk=begun.pk).previous == report
    version = correct(frozen(Report.objects.get(pk=begun.pk)), by=reporting.orderer, reason="Et beløb manglede.")
    frozen(reporting.draft(as_of=AS_OF + timedelta(days=30)))
    make(version, by=reporting.orderer)
    assert Report.objects.get(pk=version.pk).previous == report


def test_a_decision_stands_at_the_corrected_version_and_at_what_it_adds(reporting: Reporting) -> None:
    manager, decided = reporting.town["manager"], Decided(AS_OF + timedelta(days=14), "approved")
    report = frozen(reporting.draft(committee=reporting.town.committee))
    version = correct(report, by=reporting.orderer, reason="Et beløb manglede.")
    event = decide(report, decided, by=manager)
    version = frozen(Report.objects.get(pk=version.pk))
    assert version.decision == event
    with pytest.raises(ValidationError, match="rettet version har afløst"):
        decide(Report.objects.get(pk=report.pk), decided, by=manager)
    added = factories.initiative(
        reporting.town.municipality, "Ny dør", by=reporting.orderer, strategy=reporting.strategy
    )
    writing.save(ReportScope(municipality=report.municipality, report=version, initiative=added), by=manager)
    place(version, by=manager)
    assert event.initiatives.filter(pk=added.pk).exists()
    following = reporting.draft(committee=reporting.town.committee, as_of=LATER)
    following = frozen(following)
    assert [one["reference"] for one in content(following)["earlier"]] == [version.reference]


def test_counts_and_moves_add_up_to_the_initiatives(reporting: Reporting) -> None:
    report = frozen(reporting.draft())
    factories.status_update(
        reporting.initiatives[0], reporting.orderer, approved_by=reporting.town["manager"], as_of=date(2018, 8, 1),
        progress_light="red", reason="Ingen frivillige.", action="Der annonceres.",
    )  # fmt: skip
    following = content(frozen(reporting.draft(as_of=LATER)))["content"]
    assert following["tables"][0]["rows"][0]["move"]["code"] == "worse"
    for counts in (following["resume"]["counts"], following["resume"]["moves"]):
        assert sum(one["number"] for one in counts) == 3
    assert len(following["resume"]["lines"]) + len(following["resume"]["attention"]) <= 8
    assert [one["title"] for one in following["deviations"]] == ["Aktiv ven"]
    assert content(report)["content"]["deviations"] == []


def test_last_periods_answers_are_kept_for_the_next_and_not_printed(reporting: Reporting) -> None:
    written = {
        "cover": "Forsiden", "recommendations": ("rapporten drøftes",), "texts": {"process": "Sagen går videre."},
        "committee_budget": "120,0 mio. kr.", "committee_budget_source": "Budget 2018",
        "options": (Option("Udvide"),), "risks": (Risk("Frafald"),), "hearings": (Hearing("Ældrerådet", "Ja."),),
        "consequences": {"aktiv-ven": "Færre besøg."}, "since": {"rapport-1": "Det er gjort."},
    }  # fmt: skip
    report = reporting.draft(composed=written)
    kept = Composition.read(report.composition).without_answers()
    assert {name: getattr(kept, name) for name in written} == {name: getattr(Composition(), name) for name in written}
    assert kept.scope == Composition.read(report.composition).scope
    assert Composition.read(kept.kept()) == kept
