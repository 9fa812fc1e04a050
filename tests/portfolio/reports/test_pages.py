"""The pages of reports: who sees, orders, follows, stops, repeats and downloads."""

import hashlib
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from organisation import writing
from organisation.access import STAFF_ROLES
from organisation.models import User
from portfolio.reports import jobs
from portfolio.reports.jobs import Failed, take
from portfolio.reports.models import Job, JobState, Report, ReportState
from portfolio.reports.ordering import correct, make
from tests.cast import Cast
from tests.portfolio.reports.conftest import AS_OF, Reporting

pytestmark = pytest.mark.page

CODE = "0101"
PDF = b"%PDF-1.7 en fil"
STAFF = sorted(STAFF_ROLES)
READERS = ["committee_member", "reader"]


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def finish(job: Job) -> Report:
    """What a worker does at its end, without the minutes before it."""
    lease = take("worker", steps=6)
    assert lease is not None
    report = lease.job.report
    report.state, report.snapshot, report.snapshot_sha256 = ReportState.FROZEN, "{}", hashlib.sha256(b"{}").hexdigest()
    report.frozen_at, report.pages = timezone.now(), 12
    report.pdf.name = default_storage.save("reports/en.pdf", ContentFile(PDF))
    lease.publish(lambda: void(writing.save(report, by=job.created_by)))
    return report


def void(_value: object) -> None:
    return None


def content_of(response: Any) -> bytes:
    assert response.status_code == 200
    # Read to its end, which closes the file.
    return b"".join(response.streaming_content)


def urls(report: Report) -> dict[str, str]:
    names = ("report", "report-pdf", "report-retry", "report-cancel")
    return {name: reverse(name, args=[CODE, report.reference]) for name in names}


def test_another_municipality_finds_nothing(reporting: Reporting, cast: Cast) -> None:
    report = finish(reporting.order())
    for user in [*cast.aarhus.people.values(), cast.operator, cast.stranger]:
        client = as_(user)
        assert client.get(reverse("reports", args=[CODE])).status_code == 404
        assert client.get(urls(report)["report"]).status_code == 404
        assert client.get(urls(report)["report-pdf"]).status_code == 404
        assert client.post(urls(report)["report-retry"]).status_code == 404
        assert client.post(urls(report)["report-cancel"]).status_code == 404


def test_who_is_not_signed_in_is_asked_to(reporting: Reporting, client: Client) -> None:
    report = finish(reporting.order())
    for address in [reverse("reports", args=[CODE]), urls(report)["report"], urls(report)["report-pdf"]]:
        assert client.get(address)["Location"].startswith("/konto/log-ind/")
    for name in ("report-retry", "report-cancel"):
        assert client.post(urls(report)[name])["Location"].startswith("/konto/log-ind/")


@pytest.mark.parametrize("role", READERS)
def test_readers_see_a_report_when_it_is_finished(role: str, reporting: Reporting) -> None:
    client = as_(reporting.town[role])
    job = reporting.order()
    assert client.get(urls(job.report)["report"]).status_code == 404
    assert job.report.title.encode() not in client.get(reverse("reports", args=[CODE])).content
    finish(job)
    page = client.get(urls(job.report)["report"])
    assert page.status_code == 200
    assert b"Hent PDF" in page.content
    assert content_of(client.get(urls(job.report)["report-pdf"])) == PDF
    assert client.post(urls(job.report)["report-retry"]).status_code == 403
    assert client.post(urls(job.report)["report-cancel"]).status_code == 403


@pytest.mark.parametrize("role", [*STAFF, *READERS])
def test_the_file_comes_with_a_name_and_to_the_reader_alone(role: str, reporting: Reporting) -> None:
    report = finish(reporting.order())
    response = as_(reporting.town[role]).get(urls(report)["report-pdf"])
    assert content_of(response) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''K%C3%B8benhavn_-_Statusrapport_")
    assert f"{AS_OF.isoformat()}.pdf" in response["Content-Disposition"]
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_is_not_made_or_has_vanished_is_not_found(reporting: Reporting) -> None:
    client = as_(reporting.orderer)
    job = reporting.order()
    assert client.get(urls(job.report)["report-pdf"]).status_code == 404
    report = finish(job)
    default_storage.delete(str(report.pdf.name))
    assert client.get(urls(report)["report-pdf"]).status_code == 404
    assert client.get(urls(report)["report"]).status_code == 200


def test_a_colleague_sees_the_progress_but_changes_nothing(reporting: Reporting) -> None:
    job = reporting.order()
    client = as_(reporting.town["finance"])
    page = client.get(urls(job.report)["report"])
    assert "venter" in page.content.decode()
    assert urls(job.report)["report-cancel"].encode() not in page.content
    assert client.post(urls(job.report)["report-cancel"]).status_code == 403


@pytest.mark.parametrize("role", ["caseworker", "administrator", "manager"])
def test_the_orderer_and_those_who_approve_stop_and_repeat(role: str, reporting: Reporting) -> None:
    job = reporting.order()
    client = as_(reporting.town[role])
    assert client.post(urls(job.report)["report-cancel"]).status_code == 302
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assert "stoppet" in client.get(urls(job.report)["report"]).content.decode()
    assert client.post(urls(job.report)["report-retry"]).status_code == 302
    job.refresh_from_db()
    assert job.state == JobState.QUEUED


def test_a_failure_is_told_with_its_reason_and_can_be_tried_again(reporting: Reporting) -> None:
    job = reporting.order()
    lease = take("worker", steps=6)
    assert lease is not None
    lease.fail(Failed("Disken er fuld.", final=True))
    client = as_(reporting.orderer)
    page = client.get(urls(job.report)["report"]).content.decode()
    assert "Disken er fuld." in page
    assert "Prøv igen" in page
    client.post(urls(job.report)["report-retry"])
    assert "Disken er fuld." not in client.get(urls(job.report)["report"]).content.decode()


def test_a_finished_report_can_neither_be_stopped_nor_made_again(reporting: Reporting) -> None:
    report = finish(reporting.order())
    client = as_(reporting.orderer)
    for name in ("report-cancel", "report-retry"):
        assert "intet at" in client.post(urls(report)[name], follow=True).content.decode()
    assert Job.objects.get().state == JobState.DONE


def test_progress_is_shown_in_words_and_asked_for_again_until_it_ends(reporting: Reporting) -> None:
    job = reporting.order()
    client = as_(reporting.orderer)
    lease = take("worker", steps=6)
    assert lease is not None
    lease.renew(steps_done=2)
    page = client.get(urls(job.report)["report"]).content.decode()
    assert "Siderne sættes op" in page
    assert 'value="8"' in page
    assert "hx-trigger" in page
    seen = page.split("?seen=")[1].split('"')[0]
    asked: dict[str, Any] = {"headers": {"HX-Request": "true"}}
    assert client.get(urls(job.report)["report"], {"seen": seen}, **asked).status_code == 204
    lease.renew(steps_done=3)
    fragment = client.get(urls(job.report)["report"], {"seen": seen}, **asked)
    assert "Delene samles" in fragment.content.decode()
    assert "<html" not in fragment.content.decode()
    jobs.ask_to_stop(job, by=reporting.orderer)
    assert "stopper" in client.get(urls(job.report)["report"]).content.decode()
    lease.cancelled()
    assert "hx-trigger" not in client.get(urls(job.report)["report"], {"seen": seen}, **asked).content.decode()


def test_a_title_is_shown_as_text(reporting: Reporting) -> None:
    job = reporting.order(title="<script>alert(1)</script>")
    client = as_(reporting.orderer)
    for address in (reverse("reports", args=[CODE]), urls(job.report)["report"]):
        assert b"<script>alert" not in client.get(address).content


def test_the_list_asks_the_same_of_the_database_for_one_report_and_for_many(reporting: Reporting) -> None:
    client = as_(reporting.orderer)
    finish(reporting.order())
    counts = []
    for more in (0, 20):
        for number in range(more):
            reporting.order(title=f"Rapport {number}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(reverse("reports", args=[CODE])).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_no_page_of_reports_reads_a_whole_snapshot(reporting: Reporting) -> None:
    client = as_(reporting.orderer)
    issued = finish(reporting.order())
    version = correct(issued, by=reporting.orderer, reason="Et beløb manglede.")
    finish(make(version, by=reporting.orderer))
    for address in (reverse("reports", args=[CODE]), urls(issued)["report"], urls(version)["report"]):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        assert not [one["sql"] for one in queries if '."snapshot"' in one["sql"]]


def test_from_the_button_to_the_file(reporting: Reporting) -> None:
    client = as_(reporting.orderer)
    page = urls(reporting.draft())["report"]
    assert client.post(f"{page}laas")["Location"] == page
    call_command("work", "--until-empty")
    assert "Rapporten er klar" in client.get(page).content.decode()
    assert content_of(client.get(f"{page}pdf")).startswith(b"%PDF-1.7")
    pages = client.get(f"{page}sider/").content.decode()
    assert "Overblik over indsatserne" in pages
    assert "Siderne, som de blev låst" in pages


def test_a_closed_item_is_for_the_committee_and_not_for_all_who_read(reporting: Reporting) -> None:
    report = finish(reporting.order(is_closed=True))
    found = {role: as_(reporting.town[role]).get(urls(report)["report"]).status_code for role in READERS}
    assert found == {"committee_member": 200, "reader": 404}


def test_the_list_is_narrowed_by_title_state_committee_and_year(reporting: Reporting) -> None:
    committee = reporting.town.committee
    reporting.draft(title="Årsstatus for ÆLDRE", committee=committee)
    finish(reporting.order(title="Kvartal", as_of=AS_OF.replace(year=2017)))
    client, address = as_(reporting.orderer), reverse("reports", args=[CODE])
    for query, titles in (
        ({"q": "ældre"}, {"Årsstatus for ÆLDRE"}),
        ({"state": "frozen"}, {"Kvartal"}),
        ({"committee": committee.reference}, {"Årsstatus for ÆLDRE"}),
        ({"year": "2017"}, {"Kvartal"}),
        ({"year": "i fjor"}, {"Årsstatus for ÆLDRE", "Kvartal"}),
    ):
        shown = client.get(address, query).content.decode()
        assert {title for title in ("Årsstatus for ÆLDRE", "Kvartal") if title in shown} == titles
    for asked in ("999", "sidste"):
        shown = client.get(address, {"page": asked}).content.decode()
        assert f"Listen har ingen side “{asked}”: side 1 af 1 vises." in shown
    assert "Listen har ingen side" not in client.get(address, {"page": "1"}).content.decode()


def test_a_reason_without_end_is_told_to_be_too_long_and_stands_in_its_field(reporting: Reporting) -> None:
    issued = finish(reporting.order())
    client, page = as_(reporting.orderer), urls(issued)["report"]
    answer = client.post(f"{page}ret", {"reason": "x" * 20_001})
    assert "Begrundelsen er på 20.001 tegn og må være på 20.000." in answer.content.decode()
    assert "x" * 20_001 in answer.content.decode()
    assert not Report.objects.filter(corrects=issued).exists()
    assert client.post(f"{page}ret", {"reason": "x" * 20_000}).status_code == 302
    assert Report.objects.get(corrects=issued).correction == "x" * 20_000
