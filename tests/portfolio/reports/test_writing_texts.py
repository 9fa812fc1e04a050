"""Writing a report: every text arrives, and what is not printed is not asked for."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.utils import timezone

from portfolio.reports.changes import differences
from portfolio.reports.composition import Composition, Heading, Hearing, Option, Risk
from portfolio.reports.deciding import Decided, decide
from portfolio.reports.models import RecommendationSentence, Report
from portfolio.reports.printed import printed
from portfolio.reports.snapshot import freeze
from tests import factories
from tests.portfolio.reports.conftest import AS_OF, Reporting
from tests.portfolio.reports.test_composing import deviating, page_of, post, sent, text_of
from tests.portfolio.reports.test_lifecycle import frozen
from tests.portfolio.reports.test_pages import as_

pytestmark = pytest.mark.page


@pytest.fixture
def client(reporting: Reporting) -> Client:
    return as_(reporting.orderer)


def test_all_that_is_written_arrives(reporting: Reporting, client: Client) -> None:
    report = reporting.draft(composed={"headings": ()})
    answer = post(
        client, page_of(report, "texts"),
        **{
            "t-cover": "Forsiden", "t-recommendations": "at rapporten drøftes\n\nat den sendes videre",
            "t-committee_budget": "120,0 mio. kr.", "t-committee_budget_source": "Budget 2018",
            "t-text-process": "Næste møde",
            "option-0-title": "Udvide", "option-0-price": "5 kr.", "risk-0-text": "Frafald", "risk-0-action": "Ringe",
            "hearing-0-text": "Rådet bakker op",
        },
    )  # fmt: skip
    assert answer["Location"] == report.get_absolute_url()
    report.refresh_from_db()
    composition = Composition.read(report.composition)
    assert composition.recommendations == ("at rapporten drøftes", "at den sendes videre")
    assert (composition.options[0].title, composition.risks[0].action) == ("Udvide", "Ringe")
    assert [(one.body, one.text) for one in composition.hearings] == [("Handicaprådet", "Rådet bakker op")]
    html = printed(freeze(report, timezone.now()).text).html
    for words in ("Forsiden", "at den sendes videre", "120,0", "Næste møde", "Udvide", "Frafald", "Rådet bakker op"):
        assert words in html


def test_an_option_emptied_of_its_texts_is_gone(reporting: Reporting, client: Client) -> None:
    deviating(reporting)
    about = reporting.initiatives[0].reference
    report = reporting.draft(composed={"options": (Option("Udvide", "5 kr.", "To aftener", about), Option("Lukke"))})
    emptied = {"option-0-title": "", "option-0-price": "", "option-0-text": ""}
    assert post(client, page_of(report, "texts"), **emptied)["Location"] == report.get_absolute_url()
    report.refresh_from_db()
    assert Composition.read(report.composition).options == (Option("Lukke"),)


def test_an_option_about_an_initiative_outside_the_report_is_named_by_title_and_prints_no_reference(
    reporting: Reporting, client: Client
) -> None:
    other = factories.initiative(
        reporting.town.municipality, "Uden for rapporten", by=reporting.orderer, reference="andet-4711"
    )
    both = (Option("Udvide", "5 kr.", "", other.reference), Option("Lukke", "", "Nu.", other.reference))
    report = reporting.draft(composed={"options": both})
    page = lxml.html.fromstring(client.get(page_of(report, "texts")).content)
    [select] = page.xpath("//select[@name='option-1-initiative']")
    assert [one.text for one in select.iter("option")] == ["sagen som helhed", "Uden for rapporten"]
    before = freeze(report, timezone.now()).text
    html = printed(before).html
    assert "Udvide" in html
    assert other.reference not in html
    assert html.count("En indsats uden for rapporten") == 2
    report.composition = {**report.composition, "options": [{**vars(both[0]), "price": "9 kr."}]}
    lines = list(differences(json.loads(before), json.loads(freeze(report, timezone.now()).text)))
    assert lines
    assert other.reference not in str(lines)


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("headings", "sections", "said"),
    [
        ((), ("outlook",), {}),
        ((), ("overview",), {"nothing": 3}),
        ((), ("deviations",), {"some": 1, "nothing": 2}),
        ((Heading("hearing", "Høring"), Heading("alternatives", "Andet")), ("overview",), {"nothing": 1}),
    ],
)
def test_what_is_not_printed_is_not_asked_for_or_it_says_so(
    reporting: Reporting, client: Client, headings: Any, sections: Any, said: dict[str, int]
) -> None:
    deviating(reporting)
    written = {"texts": {"process": "Næste."}, "consequences": {reporting.initiatives[0].reference: "De venter."}}
    report = reporting.draft(composed={"headings": headings, "sections": sections, **written})
    page = client.get(page_of(report, "texts"))
    asked = {name for name in sent(page.content) if name.startswith("t-consequence-")}
    assert len(asked) == (2 if "deviations" in sections else 0)
    assert ("t-text-process" in sent(page.content)) == ("outlook" in sections)
    for name, words in (("nothing", "så dette kommer ikke med"), ("some", "så kun det, der angår en afvigelse")):
        assert text_of(page).count(words) == said.get(name, 0)
    post(client, page_of(report, "texts"))
    report.refresh_from_db()
    composition = Composition.read(report.composition)
    assert {"texts": composition.texts, "consequences": composition.consequences} == written


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("headings", "sections", "named"),
    [
        ((), ("outlook",), {"Udvide", "Lukke", "Frafald", "Ældrerådet"}),
        ((), ("overview",), set()),
        ((), ("deviations",), {"Udvide", "Konsekvens"}),
        (
            (Heading("hearing", "Høring"), Heading("alternatives", "Andet")),
            ("overview",),
            {"Udvide", "Lukke", "Ældrerådet"},
        ),
    ],
)
def test_a_corrected_version_names_what_is_printed_alone(
    reporting: Reporting, headings: Any, sections: Any, named: set[str]
) -> None:
    deviating(reporting)
    about = reporting.initiatives[0].reference

    def kept(said: str) -> dict[str, Any]:
        options = (Option("Udvide", said, "", about), Option("Lukke", said))
        composed: dict[str, Any] = {
            "options": options,
            "risks": (Risk("Frafald", said),),
            "hearings": (Hearing("Ældrerådet", said),),
        }
        composed |= {"headings": headings, "sections": sections, "consequences": {about: said}}
        report = reporting.draft(composed=composed)
        read: dict[str, Any] = json.loads(freeze(report, timezone.now()).text)
        # No case here prints the sheets.
        read["content"]["sheets"][0]["headings"] = [{"label": "Baggrund", "text": said, "is_missing": False}]
        return read

    lines = list(differences(kept("Før"), kept("Nu")))
    words = {"Udvide", "Lukke", "Frafald", "Ældrerådet", "Konsekvens"}
    assert {word for word in words if any(word in line.what for line in lines)} == named
    assert len(lines) == len(named)


@pytest.mark.sample
@pytest.mark.parametrize(
    ("headings", "sections", "number"),
    [((), ("overview",), 1), ((), ("follow_up",), 2), ((Heading("history", "Historik"),), ("overview",), 2)],
)
def test_what_became_of_decisions_is_asked_for_where_it_is_printed(
    reporting: Reporting, client: Client, headings: Any, sections: Any, number: int
) -> None:
    committee, manager = reporting.town.committee, reporting.town["manager"]
    days = [AS_OF - timedelta(days=60), AS_OF - timedelta(days=30)]
    earlier = [frozen(reporting.draft(committee=committee, as_of=day)) for day in days]
    for one, day in zip(earlier, days, strict=True):
        decide(one, Decided(day, "approved", "Ventetiden følges."), by=manager)
    kept = {"since": {one.reference: "Det er gjort." for one in earlier}}
    report = reporting.draft(committee=committee, composed={"headings": headings, "sections": sections, **kept})
    page = client.get(page_of(report, "texts"))
    asked = [name for name in sent(page.content) if name.startswith("t-since-")]
    assert text_of(page).count("2018: Godkendt. Ventetiden følges.") == number
    assert asked == [f"t-since-{one.reference}" for one in earlier[::-1]][:number]
    post(client, page_of(report, "texts"))
    report.refresh_from_db()
    assert Composition.read(report.composition).since == kept["since"]


def test_texts_are_asked_for_in_the_order_in_which_they_are_printed(reporting: Reporting, client: Client) -> None:
    headings = (Heading("process", "Videre proces"), Heading("core", "Sagens kerne"), Heading("decision", "Beslutning"))
    report = reporting.draft(composed={"headings": headings, "sections": ("outlook",)})
    asked = [name for name in sent(client.get(page_of(report, "texts")).content) if name.startswith("t-text-")]
    assert asked == [f"t-text-{part}" for part in ("process", "core", "decision", "alternatives", "hearing")]


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"t-committee_budget": "mange penge"}, "mange penge"),
        ({"t-committee_budget": "-"}, "Skriv ét beløb"),
        ({"option-0-price": "5 kr."}, "hvad muligheden er"),
        ({"risk-0-action": "Ringe"}, "hvad risikoen er"),
        ({"hearing-0-body": "", "hearing-0-text": "Ja"}, "hvem der er hørt"),
        ({"option-0-title": "Udvide", "option-0-initiative": "en-anden"}, "gyldig valgmulighed"),
        ({"t-cover": "x" * 20_001}, "højst have 20000"),
        ({"t-seen": "noget andet"}, "En anden har ændret rapporten"),
    ],
)
def test_a_wrong_text_is_said_at_its_field_and_the_others_stay(
    reporting: Reporting, client: Client, changes: dict[str, str], sentence: str
) -> None:
    report = reporting.draft()
    answer = post(client, page_of(report, "texts"), **{"t-text-process": "Bliver stående."} | changes)
    assert answer.status_code == 400
    assert sentence.casefold() in text_of(answer).casefold()
    assert sent(answer.content)["t-text-process"] == ["Bliver stående."]
    kept = Composition.read(Report.objects.get().composition)
    assert kept == Composition.read(report.composition)


def test_sentences_are_picked_from_the_municipalitys_list_by_kind(reporting: Reporting, client: Client) -> None:
    home = reporting.town.municipality
    for text, kind in (("status tages til efterretning", ""), ("den godkendes", "decision"), ("gammel", "")):
        RecommendationSentence.objects.create(municipality=home, text=text, case_kind=kind, is_active=text != "gammel")
    report = reporting.draft(composed={"recommendations": ("sagen drøftes",)})
    page = client.get(page_of(report, "texts"))
    assert b"den godkendes" not in page.content
    assert b"gammel" not in page.content
    picked = sent(page.content, sentence=["status tages til efterretning"], add="1")
    assert client.post(page_of(report, "texts"), picked)["Location"] == page_of(report, "texts")
    report.refresh_from_db()
    written = ("sagen drøftes", "status tages til efterretning")
    assert Composition.read(report.composition).recommendations == written
