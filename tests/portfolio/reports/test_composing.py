"""Composing a report on its pages: everything that is chosen and written arrives, and what is wrong is said."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisation import writing
from portfolio import overview
from portfolio.reports.composition import Composition, Option
from portfolio.reports.models import CaseKind, CaseTemplate, Report, SavedComposition
from portfolio.reports.printed import printed
from tests import factories
from tests.cast import Cast
from tests.portfolio.reports.conftest import AS_OF, Reporting
from tests.portfolio.reports.test_lifecycle import frozen
from tests.portfolio.reports.test_pages import CODE, as_

pytestmark = pytest.mark.page

NEW = f"/{CODE}/rapporter/ny/"
# Reckoned when the test runs: between collecting the tests and running them the day may change.
TOMORROW = "tomorrow"


def sent(page: bytes | str, **changes: Any) -> dict[str, Any]:
    """What a browser sends of the page's longest form, with what a person changes in it."""
    form = max(lxml.html.fromstring(page).forms, key=lambda one: len(one.fields))
    values: dict[str, Any] = {}
    for name, value in form.form_values():
        # A browser drops the newline that begins a text area.
        values.setdefault(name, []).append(value.removeprefix("\n"))
    return {name: value for name, value in (values | changes).items() if value is not None}


def post(client: Client, address: str, **changes: Any) -> Any:
    return client.post(address, sent(client.get(address).content, **changes))


def text_of(answer: Any) -> str:
    page = lxml.html.fromstring(answer.content.decode())
    return " ".join(page.text_content().split())


def page_of(report: Report, name: str) -> str:
    return reverse(f"report-{name}", args=[CODE, report.reference])


def said(value: str) -> str:
    return (timezone.localdate() + timedelta(days=1)).isoformat() if value == TOMORROW else value


@pytest.fixture
def client(reporting: Reporting) -> Client:
    return as_(reporting.orderer)


def test_all_that_is_chosen_arrives_in_the_draft(reporting: Reporting, client: Client) -> None:
    committee = reporting.town.committee
    made = post(
        client, NEW,
        **{
            "r-title": "Årsstatus", "r-committee": committee.pk, "r-meeting_on": "2018-06-20", "r-as_of": "2018-06-01",
            "r-known_on": "2018-06-05", "r-case_kind": "decision", "r-is_closed": "on", "r-case_number": "2018-0101",
            "r-headings": "known:viborg", "strategy": reporting.strategy.reference, "state": "ongoing",
            "r-has-glossary": None, "r-place-economy": "1", "r-place-overview": "2",
        },
    )  # fmt: skip
    report = Report.objects.get()
    assert made["Location"] == page_of(report, "texts")
    assert (report.title, report.committee, report.case_number) == ("Årsstatus", committee, "2018-0101")
    assert (report.meeting_on, report.as_of) == (date(2018, 6, 20), AS_OF)
    assert report.known_on is not None
    assert timezone.localtime(report.known_on).date() == date(2018, 6, 5)
    assert (report.case_kind, report.is_closed) == (CaseKind.DECISION, True)
    composition = Composition.read(report.composition)
    assert composition.headings[-1].label == "Jura"
    assert composition.sections[:2] == ("economy", "overview")
    assert "glossary" not in composition.sections
    assert {"strategy", "state"} == {pair.partition("=")[0] for pair in composition.scope.split("&")}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("r-as_of", TOMORROW, "kendes ikke endnu"),
        ("r-as_of", "i går", "ikke én dag"),
        ("r-known_on", "2001-01-01", "kan ikke ligge før"),
        ("r-meeting_on", "31-02-2018", "findes ikke i kalenderen"),
        ("r-committee", "999999", "gyldig valgmulighed"),
        ("r-headings", "own:999999", "gyldig valgmulighed"),
        ("r-case_kind", "", "felt er påkrævet"),
        ("r-place-economy", "0", "større end eller lig"),
        ("r-title", "x" * 301, "højst have 300"),
        ("year", "i fjor", "i fjor"),
    ],
)
def test_what_is_wrong_is_said_in_danish_and_nothing_is_lost_or_saved(
    client: Client, field: str, value: str, sentence: str
) -> None:
    answer = post(client, NEW, **{"r-case_number": "Skrevet her", field: said(value)})
    assert answer.status_code == 400
    assert sentence.casefold() in text_of(answer).casefold()
    assert sent(answer.content)["r-case_number"] == ["Skrevet her"]
    assert not Report.objects.exists()


def test_a_report_without_sections_is_refused(client: Client) -> None:
    none: dict[str, Any] = {name: None for name in sent(client.get(NEW).content) if name.startswith("r-has-")}
    answer = post(client, NEW, **none)
    assert answer.status_code == 400
    assert "Vælg mindst et afsnit" in text_of(answer)


def test_another_municipalitys_committee_cannot_be_chosen(client: Client, cast: Cast) -> None:
    assert post(client, NEW, **{"r-committee": cast.aarhus.committee.pk}).status_code == 400


def test_the_choices_of_a_draft_are_changed_and_keep_what_is_written(reporting: Reporting, client: Client) -> None:
    report = reporting.draft(composed={"cover": "Skrevet før."})
    answer = post(client, page_of(report, "choices"), **{"r-headings": "known:holbaek", "r-case_number": "7"})
    assert answer["Location"] == report.get_absolute_url()
    report.refresh_from_db()
    composition = Composition.read(report.composition)
    assert (report.case_number, composition.cover) == ("7", "Skrevet før.")
    assert composition.headings[0].label == "Sagsgang og sagstype"
    assert report.strategy == reporting.strategy


def test_a_draft_is_as_fictional_as_the_strategy_that_it_is_on_now(reporting: Reporting, client: Client) -> None:
    made_up = factories.strategy(reporting.town.municipality, "Påhit", by=reporting.orderer, is_fictional=True)
    report = reporting.draft(strategy=made_up)
    assert report.is_fictional
    for strategy, is_fictional in ((reporting.strategy, False), (made_up, True)):
        assert post(client, page_of(report, "choices"), strategy=strategy.reference).status_code == 302
        report.refresh_from_db()
        assert (report.strategy, report.is_fictional) == (strategy, is_fictional)


def test_a_frozen_report_is_not_composed(reporting: Reporting, client: Client) -> None:
    report = frozen(reporting.draft())
    for name in ("choices", "texts"):
        assert client.get(page_of(report, name)).status_code == 403


def answered(reporting: Reporting) -> Report:
    """A frozen report with answers, and a draft that follows it."""
    kept = {
        "cover": "Sidste periodes forside.",
        "texts": {"description": "Sidste periodes sag."},
        "options": (Option("Udvide", "100.000 kr.", "To aftener"),),
        "recommendations": ("sidste periodes indstilling",),
    }
    frozen(reporting.draft(composed=kept))
    return reporting.draft(as_of=AS_OF + timedelta(days=30), composed={"cover": "Skrevet nu."})


def test_last_periods_answers_stand_beside_and_fill_what_is_empty(reporting: Reporting, client: Client) -> None:
    report = answered(reporting)
    page = client.get(page_of(report, "texts"))
    shown = lxml.html.fromstring(page.content.decode())
    beside = [" ".join(one.text_content().split()) for one in shown.find_class("pm-last")]
    assert "SidstSidste periodes forside." in beside
    assert "Sidstsidste periodes indstilling" in beside
    assert client.post(page_of(report, "texts"), sent(page.content, reuse="1")).status_code == 302
    report.refresh_from_db()
    composition = Composition.read(report.composition)
    assert composition.cover == "Skrevet nu."
    assert composition.recommendations == ("sidste periodes indstilling",)
    assert composition.options[0].title == "Udvide"


def test_a_new_report_begins_as_an_earlier_one_or_a_kept_template(reporting: Reporting, client: Client) -> None:
    committee = reporting.town.committee
    chosen = {"cover": "Kun dengang.", "sections": ("economy", "method")}
    report = reporting.draft(committee=committee, case_kind="decision", composed=chosen)
    assert client.post(f"{report.get_absolute_url()}gem", {"name": "Kvartal"}).status_code == 302
    kept = SavedComposition.objects.get()
    for start in (f"kept:{kept.pk}", f"as:{report.reference}"):
        page = client.get(NEW, {"start": start})
        values = sent(page.content)
        assert values["r-committee"] == [str(committee.pk)]
        assert values["r-case_kind"] == ["decision"]
        assert values["strategy"] == [reporting.strategy.reference]
        assert {name for name in values if name.startswith("r-has-")} == {"r-has-economy", "r-has-method"}
        assert b"Kun dengang." not in page.content
    refused = client.post(f"{report.get_absolute_url()}gem", {"name": "Kvartal"}, follow=True)
    assert "allerede en rapportskabelon" in text_of(refused)
    assert "et navn" in text_of(client.post(f"{report.get_absolute_url()}gem", {"name": " "}, follow=True))
    assert SavedComposition.objects.count() == 1


@pytest.mark.parametrize(
    "start", ["kept:²", "kept:٣", "kept:" + "9" * 5000, "kept:-1", "kept:", "as:", "as:ukendt", ":"]
)
def test_what_nobody_can_begin_with_begins_as_usual(client: Client, start: str) -> None:
    assert sent(client.get(NEW, {"start": start}).content).keys() == sent(client.get(NEW).content).keys()


def deviating(reporting: Reporting) -> None:
    """The first is off by its owner's word, the second by its money, the third not at all."""
    town = reporting.town
    first, second, _third = reporting.initiatives
    off = {"progress_light": "red", "reason": "Ingen frivillige.", "action": "Der annonceres."}
    factories.status_update(first, town["caseworker"], approved_by=town["manager"], as_of=date(2018, 5, 20), **off)
    line = factories.line(town.municipality, second, by=town.administrator)
    factories.entry(line, 100_000, by=town.administrator)
    factories.statement(line, 130_000, by=town.administrator, as_of=date(2018, 4, 30))


def test_a_deviation_over_some_of_the_lines_says_how_many(reporting: Reporting) -> None:
    deviating(reporting)
    ada, second = reporting.town.administrator, reporting.initiatives[1]

    def told() -> tuple[str, str]:
        content = overview.report_content(second.municipality, None, date(2018, 6, 1))
        [row] = [row for table in content.tables for row in table.rows if row.reference == second.reference]
        [off] = [one for one in content.deviations if one.reference == second.reference]
        return row.deviation_covered, off.what[0].replace("\xa0", " ")

    assert told() == ("", "Økonomi 2018: merforbrug 30.000 kr. (30,0 %).")
    factories.entry(factories.line(second.municipality, second, by=ada), 100_000, by=ada)
    assert told() == ("1 af 2 linjer", "Økonomi 2018: merforbrug 30.000 kr. (30,0 %, 1 af 2 linjer).")


def test_the_page_of_texts_asks_for_the_deviations_alone(
    reporting: Reporting, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    deviating(reporting)
    report = reporting.draft()
    whole = overview.report_content(report.municipality, report.strategy, report.as_of)

    def never(*_args: Any, **_more: Any) -> None:
        raise AssertionError("the whole content was computed")

    monkeypatch.setattr(overview, "report_content", never)
    assert [one.title for one in whole.deviations] == ["Aktiv ven", "Flere døre"]
    found = overview.report_deviations(report.municipality, report.strategy, report.as_of)
    for alone, one in zip(found, whole.deviations, strict=True):
        assert (alone.reference, alone.code, alone.what) == (one.reference, one.code, one.what)
        assert (alone.why, alone.action, alone.as_of_text) == (one.why, one.action, one.as_of_text)
    page = client.get(page_of(report, "texts"))
    assert {f"t-consequence-{one.reference}" for one in found} <= set(sent(page.content))


def test_the_preview_is_the_html_of_the_pdf(reporting: Reporting, client: Client) -> None:
    deviating(reporting)
    report = reporting.draft(composed={"cover": "Til udvalget."})
    page = client.get(page_of(report, "preview")).content.decode()
    frozen(report)
    after = client.get(page_of(report, "preview")).content.decode()
    sections = printed(report.snapshot).sections
    assert len(sections) > 10
    for section in sections:
        assert section.html in after
        if section.key != "colophon":
            # Which prints the checksum and the minute.
            assert section.html in page


def test_an_administrator_makes_a_copy_of_a_known_order_to_edit(reporting: Reporting, client: Client) -> None:
    address = reverse("report-headings", args=[CODE])
    assert client.post(address, {"order": "aarhus"}).status_code == 403
    admin = as_(reporting.town.administrator)
    assert admin.post(address, {"order": "ingen"}).status_code == 404
    for _time in range(2):
        assert admin.post(address, {"order": "aarhus"}).status_code == 302
    assert [one.name for one in CaseTemplate.objects.all()] == ["Aarhus", "Aarhus 2"]
    labels = [one.label for one in CaseTemplate.objects.all()[0].headings.all()]
    assert labels == ["Resumé", "Indstilling", "Sagens forløb", "Bilag"]
    mine = CaseTemplate.objects.all()[0]
    assert post(client, NEW, **{"r-headings": f"own:{mine.pk}"}).status_code == 302
    composition = Composition.read(Report.objects.get().composition)
    assert [one.label for one in composition.headings] == labels
    assert composition.opening == "Det indstilles:"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [(TOMORROW, "ikke truffet endnu"), ("2001-01-01", "kan ikke ligge før"), ("x", "ikke én dag")],
)
def test_a_wrong_day_of_a_decision_is_said(reporting: Reporting, client: Client, day: str, sentence: str) -> None:
    report = frozen(reporting.draft())
    answer = post(client, page_of(report, "decision"), **{"d-decided_on": said(day), "d-outcome_text": "Ny ordlyd"})
    assert answer.status_code == 400
    assert sentence in text_of(answer)
    assert sent(answer.content)["d-outcome_text"] == ["Ny ordlyd"]
    report.refresh_from_db()
    assert report.decision is None


def test_a_decision_is_entered_with_its_wording_and_where_it_goes(reporting: Reporting, client: Client) -> None:
    report = frozen(reporting.draft(committee=reporting.town.committee, meeting_on=AS_OF + timedelta(days=14)))
    council = factories.body(reporting.town.municipality, "Byrådet", kind="council")
    said = {"d-outcome": "recommended", "d-outcome_text": "Med en tilføjelse.", "d-sent_on_to": council.pk}
    assert post(client, page_of(report, "decision"), **said)["Location"] == report.get_absolute_url()
    shown = text_of(client.get(report.get_absolute_url()))
    assert re.search(r"Anbefales godkendt\. Med en tilføjelse\. Sendt videre til Byrådet\.", shown)
    for initiative in reporting.initiatives:
        page = text_of(client.get(initiative.get_absolute_url()))
        assert "Med en tilføjelse." in page


def test_a_committee_of_a_term_that_is_over_is_not_offered_and_its_successor_takes_its_place(
    reporting: Reporting, client: Client
) -> None:
    home, old = reporting.town.municipality, reporting.town.committee
    new = factories.body(home, "Velfærdsudvalget", "committee")
    earlier = frozen(reporting.draft(committee=old))
    started = reporting.draft(committee=old)
    old.valid_to, old.successor = date(2021, 12, 31), new
    writing.save(old, by=reporting.town.administrator)

    def offered(address: str) -> dict[str, bool]:
        [field] = lxml.html.fromstring(client.get(address).content).xpath("//select[@name='r-committee']")
        return {one.text: one.get("selected") is not None for one in field.iter("option") if one.get("value")}

    assert offered(NEW) == {str(new): False}
    assert offered(f"{NEW}?start=as:{earlier.reference}") == {str(new): True}
    assert offered(page_of(started, "choices"))[str(old)]
    following = reporting.draft(committee=new, as_of=AS_OF + timedelta(days=900))
    assert following.previous == earlier
