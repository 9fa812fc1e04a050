"""The background worker, in processes of its own: what is ordered is made, once, whatever happens to a worker."""

import json
import signal
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.management import call_command
from django.utils import timezone

from organisation import writing
from organisation.models import ChangeRecord
from organisation.printing import format_date
from portfolio.reports import jobs
from portfolio.reports.jobs import take
from portfolio.reports.making import attempt, publish
from portfolio.reports.models import Job, JobState, Report, ReportState
from portfolio.reports.pdf.structure import findings
from portfolio.reports.rendering import Rendered
from portfolio.reports.snapshot import freeze, sha256
from tests import factories
from tests.portfolio.reports.conftest import AS_OF, Reporting, Worker
from tests.portfolio.reports.test_jobs import LATER, let_expire, taken
from tests.portfolio.reports.test_lifecycle import frozen
from tests.portfolio.reports.verapdf import broken_rules

# Far more than it takes: a machine that is busy with other things must not make a test fail.
SECONDS_TO_HAPPEN = 180
StartWorker = Callable[..., Worker]


def wait_for(happened: Callable[[], object]) -> None:
    deadline = time.monotonic() + SECONDS_TO_HAPPEN
    while not happened():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.01)


def pdfs(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pdf"))


def under_way(job: Job) -> bool:
    """The figures are frozen and the rendering process is at work."""
    job.refresh_from_db()
    return job.state == JobState.RUNNING and job.steps_done >= 1


def children_of(worker: Worker) -> list[int]:
    listed = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text()
    return [int(number) for number in listed.split()]


def is_running(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return False


@pytest.mark.django_db(transaction=True)
class TestInProcessesOfTheirOwn:
    @pytest.mark.slow
    def test_a_report_is_made_and_frozen(
        self, reporting: Reporting, start_worker: StartWorker, files: Path, tmp_path: Path
    ) -> None:
        job = reporting.order()
        assert start_worker("--until-empty").wait(SECONDS_TO_HAPPEN) == 0
        job.refresh_from_db()
        report = Report.objects.get()
        assert (job.state, job.attempt, job.percent, job.failure) == (JobState.DONE, 1, 100, "")
        assert report.state == ReportState.FROZEN
        assert report.snapshot_sha256 == sha256(report.snapshot)
        assert {scope.initiative for scope in report.scope.all()} == set(reporting.initiatives)
        made = Path(report.pdf.path).read_bytes()
        with pikepdf.open(report.pdf.path) as document:
            assert len(document.pages) == report.pages
            assert str(document.docinfo.Title) == f"{report.title}, Københavns Kommune"
            name = f"0101/{report.reference}, version 1, SHA-256 {report.snapshot_sha256}"
            assert str(document.docinfo.Keywords) == name
        assert findings(made) == []
        assert broken_rules(Path(report.pdf.path), "ua1", "2a") == {"ua1": {}, "2a": {}}
        record = ChangeRecord.objects.of_row(report).latest("pk")
        assert record.by == reporting.orderer
        assert "snapshot_sha256" in record.changes
        assert "snapshot" not in record.changes

    @pytest.mark.once
    def test_a_worker_killed_in_the_middle_is_followed_by_the_next_and_the_report_is_made_once(
        self, reporting: Reporting, start_worker: StartWorker, files: Path
    ) -> None:
        job = reporting.order()
        first = start_worker()
        wait_for(lambda: under_way(job))
        rendering = children_of(first)
        assert rendering
        first.send_signal(signal.SIGKILL)
        first.wait()
        wait_for(lambda: not any(map(is_running, rendering)))
        job.refresh_from_db()
        assert (job.state, job.attempt) == (JobState.RUNNING, 1)
        assert pdfs(files) == []

        assert start_worker("--until-empty").wait(SECONDS_TO_HAPPEN) == 0
        job.refresh_from_db()
        assert job.state == JobState.RUNNING, "the dead worker's lease has not run out"
        let_expire(job)
        assert start_worker("--until-empty").wait(SECONDS_TO_HAPPEN) == 0
        job.refresh_from_db()
        assert (job.state, job.attempt) == (JobState.DONE, 2)
        assert len(pdfs(files)) == 1
        assert Report.objects.get().scope.count() == len(reporting.initiatives)

    @pytest.mark.slow
    def test_two_workers_share_the_work(self, reporting: Reporting, start_worker: StartWorker, files: Path) -> None:
        ordered = [reporting.order(title=f"Rapport {number}") for number in range(3)]
        workers = [start_worker("--until-empty") for _number in range(2)]
        assert [worker.wait(SECONDS_TO_HAPPEN) for worker in workers] == [0, 0]
        for job in ordered:
            job.refresh_from_db()
            assert (job.state, job.attempt) == (JobState.DONE, 1)
        assert len(pdfs(files)) == len(ordered)

    @pytest.mark.once
    def test_a_worker_asked_to_end_gives_its_job_back_and_ends(
        self, reporting: Reporting, start_worker: StartWorker, files: Path
    ) -> None:
        job = reporting.order()
        worker = start_worker()
        wait_for(lambda: under_way(job))
        worker.terminate()
        assert worker.wait(SECONDS_TO_HAPPEN) == 0
        job.refresh_from_db()
        assert (job.state, job.attempt) == (JobState.QUEUED, 0)
        assert pdfs(files) == []

    @pytest.mark.once
    def test_a_running_job_is_stopped(self, reporting: Reporting, start_worker: StartWorker, files: Path) -> None:
        job = reporting.order()
        worker = start_worker("--once")
        wait_for(lambda: under_way(job))
        assert jobs.ask_to_stop(job, by=reporting.orderer)
        assert worker.wait(SECONDS_TO_HAPPEN) == 0
        job.refresh_from_db()
        assert job.state == JobState.CANCELLED
        assert pdfs(files) == []


@pytest.mark.slow
def test_a_report_that_takes_too_long_fails_with_a_reason_and_can_be_tried_again(
    reporting: Reporting, settings: Any, files: Path
) -> None:
    job = reporting.order()
    settings.REPORT_SECONDS = 0
    call_command("work", "--once")
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert job.failure.startswith("Det tog mere end")
    settings.REPORT_SECONDS = 60
    assert jobs.try_again(job, by=reporting.orderer)
    call_command("work", "--once")
    job.refresh_from_db()
    assert (job.state, job.failure) == (JobState.DONE, "")
    assert len(pdfs(files)) == 1


def test_what_is_written_while_the_worker_has_the_draft_comes_into_the_pages(reporting: Reporting, files: Path) -> None:
    job = reporting.order()
    lease = taken("worker")
    assert lease.job.report is not None
    read = freeze(lease.job.report, timezone.now())
    draft = Report.objects.get()
    draft.composition = {**draft.composition, "cover": "Skrevet imens."}
    writing.save(draft, by=reporting.orderer)
    attempt(lease, lambda: publish(lease, read, Rendered(b"%PDF-1.7", pages=3)))
    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.QUEUED, 1)
    assert "ændret" in job.failure
    assert Report.objects.get().is_draft
    assert pdfs(files) == []
    again = take("worker", steps=6, now=timezone.now() + LATER)
    assert again is not None
    assert again.job.report is not None
    assert "Skrevet imens." in freeze(again.job.report, timezone.now()).text


@pytest.mark.slow
def test_the_previous_status_is_the_last_when_the_worker_takes_the_report(reporting: Reporting, files: Path) -> None:
    march = reporting.draft()
    june = reporting.order(as_of=AS_OF + timedelta(days=90)).report
    assert june.previous is None
    frozen(march)
    call_command("work", "--once")
    made = Report.objects.get(pk=june.pk)
    assert (made.state, made.previous) == (ReportState.FROZEN, march)
    assert json.loads(made.snapshot)["report"]["previous_text"] == format_date(march.as_of)


def test_a_process_without_memory_fails_with_a_reason(reporting: Reporting, settings: Any, files: Path) -> None:
    job = reporting.order()
    settings.REPORT_MEGABYTES = 130
    call_command("work", "--once")
    job.refresh_from_db()
    assert job.failure
    assert job.state in (JobState.FAILED, JobState.QUEUED)
    assert pdfs(files) == []


def test_the_report_shows_what_is_approved_and_nothing_else(reporting: Reporting, files: Path) -> None:
    municipality = reporting.town.municipality
    factories.initiative(municipality, "En hemmelig kladde", strategy=reporting.strategy)
    line = factories.line(municipality, reporting.initiatives[1], name="Kladdelinje")
    factories.entry(line, 7_654_321)
    reporting.order()
    call_command("work", "--once")
    snapshot = Report.objects.get().snapshot
    assert "Aktiv ven" in snapshot
    assert "250.000" in snapshot
    for hidden in ("hemmelig", "Kladdelinje", "7.654.321"):
        assert hidden not in snapshot


@pytest.mark.slow
def test_a_report_on_fictional_data_is_marked_and_goes_with_them(reporting: Reporting, files: Path) -> None:
    shown = reporting.initiatives[0]
    factories.status_update(
        shown, reporting.orderer, approved_by=reporting.town["manager"], as_of=date(2018, 5, 20), is_fictional=True
    )
    honest = reporting.order(strategy=factories.strategy(reporting.town.municipality, by=reporting.orderer))
    reporting.order()
    call_command("work", "--until-empty")
    marked = Report.objects.get(is_fictional=True)
    assert marked.strategy == reporting.strategy
    assert all(scope.is_fictional for scope in marked.scope.all())
    call_command("remove_fictional", verbosity=0)
    assert list(Report.objects.all()) == [honest.report]


@pytest.mark.once
def test_a_frozen_report_does_not_change_with_its_rows_and_comes_again_to_the_byte(
    reporting: Reporting, files: Path, tmp_path: Path
) -> None:
    reporting.order()
    call_command("work", "--once")
    before = Path(Report.objects.get().pdf.path).read_bytes()
    renamed = reporting.initiatives[0]
    renamed.title = "Et helt andet navn"
    writing.save(renamed, by=reporting.town.administrator)
    report = Report.objects.get()
    assert "Et helt andet navn" not in report.snapshot
    call_command("render_report", "0101", report.reference, str(tmp_path / "again.pdf"), verbosity=0)
    assert (tmp_path / "again.pdf").read_bytes() == Path(report.pdf.path).read_bytes() == before
