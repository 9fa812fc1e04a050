"""The pages of reports in a browser: axe, width, the progress that moves by itself, and the file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from organisation import writing
from portfolio.reports.composition import Composition, Risk
from portfolio.reports.jobs import Failed, Lease, take
from portfolio.reports.models import Job, Report
from tests.browser import Reader, reading
from tests.portfolio.reports.conftest import Reporting
from tests.portfolio.reports.test_composing import answered, deviating, page_of
from tests.portfolio.reports.test_lifecycle import frozen
from tests.portfolio.reports.test_pages import CODE, PDF, finish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST = f"/{CODE}/rapporter/"


def taken() -> Lease:
    lease = take("worker", steps=6)
    assert lease is not None
    return lease


def every_kind(reporting: Reporting) -> list[Job]:
    """A finished report, a failed one, a stopped one, one being made, and one that waits."""
    finished = reporting.order(title="Den færdige")
    finish(finished)
    failed = reporting.order(title="Den mislykkede")
    taken().fail(Failed("Disken er fuld.", final=True))
    stopped = reporting.order(title="Den stoppede")
    taken().cancelled()
    running = reporting.order(title="Den, der laves")
    taken().renew(steps_done=2)
    return [finished, failed, stopped, running, reporting.order(title="Den, der venter")]


def objections(reader: Reader, paths: list[str]) -> list[str]:
    found = []
    for path in paths:
        status = reader.open(path)
        found += [f"{path} answers {status}"] if status != 200 else []
        found += [f"{path}: {words}" for words in reader.axe()]
        found += [f"{path} is {reader.sideways()} pixels too wide"] if reader.sideways() else []
    return [*found, *reader.said]


@pytest.mark.parametrize(("width", "language"), [pytest.param(1280, "da", marks=pytest.mark.slow), (320, "en")])
def test_the_pages_are_accessible_silent_and_no_wider_than_the_screen(
    live_server: LiveServer, browser: Browser, reporting: Reporting, width: int, language: str
) -> None:
    paths = [LIST, *(job.report.get_absolute_url() for job in every_kind(reporting))]
    with reading(browser, live_server.url, reporting.orderer, width=width, language=language) as reader:
        assert objections(reader, paths) == []
    with reading(browser, live_server.url, reporting.town["reader"], width=width, language=language) as reader:
        assert objections(reader, paths[:2]) == []


@pytest.mark.slow
@pytest.mark.parametrize(("width", "language"), [(1280, "da"), (768, "da"), (320, "en")])
def test_the_pages_that_compose_are_accessible_silent_and_no_wider_than_the_screen(
    live_server: LiveServer, browser: Browser, reporting: Reporting, width: int, language: str
) -> None:
    deviating(reporting)
    draft, issued = answered(reporting), frozen(reporting.draft(title="Den låste"))
    paths = [f"{LIST}ny/", *(page_of(draft, name) for name in ("choices", "texts", "preview"))]
    paths += [page_of(issued, name) for name in ("preview", "decision")]
    with reading(browser, live_server.url, reporting.orderer, width=width, language=language) as reader:
        assert objections(reader, paths) == []
        reader.open(page_of(draft, "texts"))
        reader.page.locator("[name=t-committee_budget]").fill("mange penge")
        reader.page.get_by_role("button", name={"da": "Gem", "en": "Save"}[language], exact=True).click()
        assert reader.page.locator(".form-error-message").first.is_visible()
        assert reader.axe() == []
        assert reader.sideways() == 0


@pytest.mark.slow
@pytest.mark.parametrize("scripts", [True, False])
def test_a_report_is_composed_with_the_keyboard_alone(
    live_server: LiveServer, browser: Browser, reporting: Reporting, scripts: bool
) -> None:
    with reading(browser, live_server.url, reporting.orderer, scripts=scripts) as reader:
        page = reader.page

        def walk_to(name: str) -> None:
            for _press in range(200):
                page.keyboard.press("Tab")
                if page.locator(f"[name='{name}']:focus").count():
                    return
            raise AssertionError(f"Tab does not reach {name}")

        reader.open(f"{LIST}ny/")
        walk_to("r-title")
        page.keyboard.type("Skrevet med tasterne")
        walk_to("r-case_number")
        page.keyboard.type("2018-17")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Rapportens tekster")).to_be_visible()
        walk_to("t-recommendations")
        page.keyboard.type("rapporten drøftes")
        walk_to("risk-0-text")
        page.keyboard.type("Få frivillige")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Skrevet med tasterne")).to_be_visible()
    report = Report.objects.get()
    composition = Composition.read(report.composition)
    assert (report.case_number, composition.recommendations) == ("2018-17", ("rapporten drøftes",))
    assert composition.risks[0].text == "Få frivillige"


@pytest.mark.slow
def test_the_progress_moves_without_reloading_and_ends_with_the_file(
    live_server: LiveServer, browser: Browser, reporting: Reporting
) -> None:
    with reading(browser, live_server.url, reporting.orderer) as reader:
        page = reader.page
        reader.open(reporting.draft().get_absolute_url())
        page.get_by_role("button", name="Lås, og lav PDF'en").click()
        status = page.locator("#progress").get_by_role("status")
        expect(status).to_contain_text("Den venter på sin tur")
        page.evaluate("window.stayed = true")
        lease = taken()
        lease.renew(steps_done=2)
        expect(status).to_contain_text("Siderne sættes op", timeout=10_000)
        assert page.locator("progress").get_attribute("value") == "8"
        lease.give_back()
        finish(lease.job)
        download = page.get_by_role("link", name="Hent PDF")
        expect(download).to_be_visible(timeout=10_000)
        assert page.evaluate("window.stayed") is True
        with page.expect_download() as downloading:
            download.click()
        assert downloading.value.suggested_filename.endswith(".pdf")
        assert downloading.value.path().read_bytes() == PDF
        assert reader.said == []


def test_without_scripts_a_link_shows_how_far_it_is(
    live_server: LiveServer, browser: Browser, reporting: Reporting
) -> None:
    job = reporting.order()
    with reading(browser, live_server.url, reporting.orderer, scripts=False) as reader:
        reader.open(job.report.get_absolute_url())
        taken().renew(steps_done=3)
        reader.page.get_by_role("link", name="Vis, hvor langt den er nu").click()
        expect(reader.page.get_by_role("status")).to_contain_text("Delene samles")
        reader.page.get_by_role("button", name="Stop").click()
        expect(reader.page.get_by_role("status")).to_contain_text("stopper")


def risks(report: Report, *found: Risk) -> None:
    report.composition = replace(Composition.read(report.composition), risks=found).kept()
    writing.save(report, by=None)


def test_what_was_typed_for_a_row_of_the_texts_that_is_gone_is_shown(
    live_server: LiveServer, browser: Browser, reporting: Reporting
) -> None:
    report = reporting.draft()
    risks(report, Risk("Frafald", "Ring"), Risk("Brand", "Sluk"))
    with reading(browser, live_server.url, reporting.orderer) as reader:
        assert reader.open(f"{report.get_absolute_url()}tekster/") == 200
        reader.page.fill("[name=risk-1-action]", "Øvelse hvert år")
        reader.page.fill("[name=risk-1-text]", "Ildebrand")
        reader.page.get_by_text("Holdes i denne browser").wait_for()
        risks(report, Risk("Frafald", "Ring"))
        reader.page.reload()
        reader.page.get_by_role("button", name="Hent det frem").click()
        said, *typed = reader.page.locator(".pm-draft-left").inner_text().split("\n")
        assert "hørte til en række, der ikke er her mere" in said
        assert sorted(typed) == ["Ildebrand", "Øvelse hvert år"]
        assert [reader.page.input_value(f"[name=risk-{number}-action]") for number in (0, 1)] == ["Ring", ""]
