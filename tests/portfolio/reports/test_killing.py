"""Workers die at any moment, and nothing is lost, doubled or left behind. Long proofs, on either database."""

from __future__ import annotations

import datetime
import hashlib
import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from organisation.models import ChangeRecord
from portfolio.reports.models import Job, JobState, Report
from portfolio.reports.orphans import clear_orphans
from portfolio.reports.pdf.structure import findings
from portfolio.reports.snapshot import sha256
from tests.portfolio.reports.conftest import Reporting, Worker
from tests.portfolio.reports.test_jobs import let_expire
from tests.portfolio.reports.test_work import (
    SECONDS_TO_HAPPEN,
    StartWorker,
    children_of,
    is_running,
    pdfs,
    wait_for,
)

KILLS = 50
REPORTS = 6
NO_TIME = datetime.timedelta(seconds=-1)


def kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def killed(worker: Worker) -> None:
    """The worker is gone, and the processes that it had started, and theirs, go with it."""
    started = [child for parent in family(worker.pid) for child in family(parent)]
    kill(worker.pid)
    worker.wait()
    wait_for(lambda: not any(map(is_running, started)))


def family(process: int) -> list[int]:
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    except FileNotFoundError:
        return []
    children = [int(number) for number in listed.split()]
    return [*children, *(inner for child in children for inner in family(child))]


def is_taken() -> bool:
    """By a worker that lives: the dead ones' leases have run out."""
    return Job.objects.filter(state=JobState.RUNNING, lease_until__gt=timezone.now()).exists()


def free_jobs() -> None:
    """The dead workers' leases run out, and those that wait after a failed attempt wait no longer."""
    for job in Job.objects.filter(state__in=[JobState.RUNNING, JobState.QUEUED]):
        let_expire(job)


def seconds_to_live(chance: random.Random) -> float:
    return chance.choice((0.0, 0.05, chance.uniform(0, 2), chance.uniform(0, 8)))


def bear_and_kill(start: StartWorker, chance: random.Random) -> None:
    """One or two workers, killed at a moment of their start, of the making, or of the publishing."""
    workers = [start() for _number in range(chance.choice((1, 1, 2)))]
    if chance.random() < 0.7 and Job.objects.exclude(state=JobState.DONE).exists():
        wait_for(is_taken)
    until = time.monotonic() + seconds_to_live(chance)
    while time.monotonic() < until:
        # The moment that matters most: the file is written, the row perhaps not.
        if chance.random() < 0.2 and Job.objects.filter(state=JobState.RUNNING, steps_done=5).exists():
            break
        time.sleep(0.01)
    if chance.random() < 0.2:
        for child in children_of(workers[0]):
            kill(child)
    for worker in workers:
        killed(worker)
    free_jobs()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_workers_killed_fifty_times_make_each_report_once(
    reporting: Reporting, start_worker: StartWorker, files: Path
) -> None:
    ordered = [reporting.order(title=f"Rapport {number}") for number in range(REPORTS)]
    Job.objects.update(max_attempts=1000)
    chance = random.Random(20180601)
    for number in range(KILLS):
        if not Job.objects.exclude(state=JobState.DONE).exists():
            ordered.append(reporting.order(title=f"Ny rapport {number}"))
            Job.objects.update(max_attempts=1000)
        bear_and_kill(start_worker, chance)
    # What the killed ones left to do, one after the other.
    assert start_worker("--until-empty").wait(REPORTS * SECONDS_TO_HAPPEN) == 0
    # Most kills met a worker at work, not one that was still starting.
    assert sum(Job.objects.values_list("attempt", flat=True)) > KILLS // 2
    reports = list(Report.objects.all())
    assert set(Job.objects.values_list("state", flat=True)) == {JobState.DONE}
    assert {report.pk for report in reports} == {job.report_id for job in ordered}
    for report in reports:
        assert_whole(report, reporting)
    clear_orphans(NO_TIME)
    assert {Path(report.pdf.path) for report in reports} == set(pdfs(files))
    assert len(pdfs(files)) == len(ordered)


def assert_whole(report: Report, reporting: Reporting) -> None:
    made = Path(report.pdf.path).read_bytes()
    assert hashlib.sha256(made).hexdigest() == report.pdf_sha256
    assert sha256(report.snapshot) == report.snapshot_sha256
    assert findings(made) == []
    assert report.scope.count() == len(reporting.initiatives)
    published = [record for record in ChangeRecord.objects.of_row(report) if "pdf_sha256" in record.changes]
    assert len(published) == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_does_not_grow(reporting: Reporting, start_worker: StartWorker) -> None:
    worker = start_worker()
    sizes = []
    for number in range(20):
        job = reporting.order(title=f"Rapport {number}")
        wait_for(lambda: Job.objects.filter(pk=job.pk, state=JobState.DONE).exists())  # noqa: B023
        sizes.append(megabytes_of(worker.pid))
    assert max(sizes[5:]) - sizes[4] < 8, sizes


def megabytes_of(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) >> 10


def test_a_file_that_no_report_names_goes_when_it_is_old(reporting: Reporting, files: Path) -> None:
    report = reporting.order().report
    kept = default_storage.save("reports/0101/kept.pdf", ContentFile(b"%PDF"))
    lost = default_storage.save("reports/0101/lost.pdf", ContentFile(b"%PDF"))
    other = default_storage.save("documents/0101/other.pdf", ContentFile(b"%PDF"))
    Report.objects.filter(pk=report.pk).update(pdf=kept)
    assert clear_orphans() == []
    assert clear_orphans(NO_TIME) == [lost]
    assert [default_storage.exists(name) for name in (kept, lost, other)] == [True, False, True]
    assert clear_orphans(NO_TIME) == []


def test_nothing_is_cleared_where_nothing_is(files: Path, db: None) -> None:
    assert clear_orphans(NO_TIME) == []
