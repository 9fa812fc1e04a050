"""Who holds a job: one worker at a time, for as long as it renews its lease."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from organisation.administration.undoing import can_be_undone
from organisation.models import ChangeRecord
from portfolio.reports import jobs
from portfolio.reports.jobs import CancelAsked, Failed, Lease, LeaseLost, take
from portfolio.reports.making import work_on
from portfolio.reports.models import Job, JobState
from portfolio.reports.ordering import make
from tests.portfolio.reports.conftest import Reporting

LATER = timedelta(hours=1)


def taken(holder: str) -> Lease:
    lease = take(holder, steps=6)
    assert lease is not None
    return lease


def let_expire(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_a_job_has_one_holder(reporting: Reporting) -> None:
    reporting.order()
    assert take("first", steps=6) is not None
    assert take("second", steps=6) is None


def test_the_oldest_job_is_taken_first(reporting: Reporting) -> None:
    older, newer = reporting.order(), reporting.order(title="En anden")
    assert [taken("worker").job, taken("worker").job] == [older, newer]


def test_an_expired_lease_is_taken_up_and_the_first_holder_can_do_nothing_more(reporting: Reporting) -> None:
    job = reporting.order()
    first = taken("first")
    let_expire(job)
    second = taken("second")
    assert second.job.attempt == 2
    written: list[str] = []
    for act in (first.renew, first.cancelled, first.give_back, lambda: first.fail(Failed("for sent"))):
        with pytest.raises(LeaseLost):
            act()
    with pytest.raises(LeaseLost):
        first.publish(lambda: written.append("the first worker's result"))
    assert not written
    job.refresh_from_db()
    assert (job.state, job.lease_holder) == (JobState.RUNNING, "second")


def test_a_renewed_lease_is_not_taken(reporting: Reporting) -> None:
    job = reporting.order()
    first = taken("first")
    let_expire(job)
    first.renew(steps_done=2)
    assert take("second", steps=6) is None
    job.refresh_from_db()
    assert job.percent == 8
    second = {"steps_done": 2, "pages_done": 34, "pages_expected": 120}
    first.renew(**second)
    job.refresh_from_db()
    assert job.percent == 8 + (86 - 8) * 34 // 120
    assert job.pages_text == "side 34 af ca. 120"


def test_a_result_that_cannot_be_written_leaves_the_job_running(reporting: Reporting) -> None:
    job = reporting.order()
    lease = taken("worker")

    def fail() -> None:
        raise OSError("disken er fuld")

    with pytest.raises(OSError, match="fuld"):
        lease.publish(fail)
    job.refresh_from_db()
    assert job.state == JobState.RUNNING


def test_a_failed_attempt_waits_and_the_last_one_ends_the_job(reporting: Reporting) -> None:
    job = reporting.order()
    for attempt in (1, 2, 3):
        lease = take("worker", steps=6, now=timezone.now() + LATER * attempt)
        assert lease is not None
        lease.fail(Failed("Disken er fuld."))
        job.refresh_from_db()
        assert job.attempt == attempt
        assert job.failure == "Disken er fuld."
        assert job.state == (JobState.FAILED if attempt == 3 else JobState.QUEUED)
        assert take("worker", steps=6) is None


def test_a_final_failure_is_not_tried_again_by_itself_but_by_a_person(reporting: Reporting) -> None:
    job = reporting.order()
    taken("worker").fail(Failed("For stor.", final=True))
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert jobs.try_again(job, by=reporting.orderer)
    job.refresh_from_db()
    assert (job.state, job.attempt, job.failure) == (JobState.QUEUED, 0, "")
    assert not jobs.try_again(job, by=reporting.orderer)


def test_who_stops_and_who_repeats_is_recorded_and_answers_for_what_is_made(reporting: Reporting) -> None:
    manager, job = reporting.town["manager"], reporting.order()
    assert jobs.ask_to_stop(job, by=manager)
    assert jobs.try_again(job, by=manager)
    lease = taken("worker")
    assert lease.job.created_by == manager
    lease.renew(steps_done=2)
    assert jobs.ask_to_stop(job, by=reporting.orderer)
    job.refresh_from_db()
    assert (job.state, job.steps_done, job.lease_holder) == (JobState.RUNNING, 2, "worker")
    stopped, repeated, cancelled, _ordered = ChangeRecord.objects.of_row(job)
    assert [one.by for one in (stopped, repeated, cancelled)] == [reporting.orderer, manager, manager]
    assert cancelled.changes["state"] == ["queued", "cancelled"]
    assert repeated.changes["state"] == ["cancelled", "queued"]
    assert repeated.changes["created_by"][1]["id"] == manager.pk
    assert stopped.changes == {"cancel_requested": [False, True]}
    assert not any(map(can_be_undone, (stopped, repeated, cancelled)))


def test_a_job_cut_off_at_each_attempt_ends_with_a_reason(reporting: Reporting) -> None:
    job = reporting.order()
    for _attempt in range(3):
        taken("worker")
        let_expire(job)
    assert take("worker", steps=6) is None
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert "afbrudt" in job.failure


def test_a_waiting_job_is_cancelled_at_once(reporting: Reporting) -> None:
    job = reporting.order()
    assert jobs.ask_to_stop(job, by=reporting.orderer)
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assert take("worker", steps=6) is None


def test_a_running_job_stops_at_its_next_step_and_publishes_nothing(reporting: Reporting) -> None:
    job = reporting.order()
    lease = taken("worker")
    assert jobs.ask_to_stop(job, by=reporting.orderer)
    with pytest.raises(CancelAsked):
        lease.renew()
    written: list[str] = []
    with pytest.raises(CancelAsked):
        lease.publish(lambda: written.append("result"))
    assert not written
    lease.cancelled()
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assert not jobs.ask_to_stop(job, by=reporting.orderer)


class LosingLease(Lease):
    """Another worker takes the job between the question whether it is to stop and the stop."""

    def renew(self, **columns: Any) -> None:
        Job.objects.update(lease_holder="second")
        raise CancelAsked


def test_a_worker_that_is_to_stop_a_job_that_it_has_lost_goes_on_to_the_next(reporting: Reporting) -> None:
    reporting.order()
    held = taken("first")
    work_on(LosingLease(held.job, held.holder), lambda: False)
    assert Job.objects.get().state == JobState.RUNNING


def test_a_cancelled_job_whose_worker_died_ends(reporting: Reporting) -> None:
    job = reporting.order()
    taken("worker")
    jobs.ask_to_stop(job, by=reporting.orderer)
    let_expire(job)
    assert take("worker", steps=6) is None
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED


def test_a_worker_that_ends_gives_its_job_back_without_counting_the_attempt(reporting: Reporting) -> None:
    job = reporting.order()
    taken("first").give_back()
    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.QUEUED, 0)
    assert taken("second").job == job


def test_pressing_twice_is_one_job(reporting: Reporting) -> None:
    draft = reporting.draft()
    assert make(draft, by=reporting.orderer) == make(draft, by=reporting.town["manager"])
    assert Job.objects.count() == 1


def test_a_job_that_failed_is_followed_by_a_new_one(reporting: Reporting) -> None:
    draft = reporting.draft()
    first = make(draft, by=reporting.orderer)
    taken("worker").fail(Failed("For stor.", final=True))
    assert make(draft, by=reporting.orderer) != first


def test_two_reports_have_a_reference_each(reporting: Reporting) -> None:
    assert [reporting.draft().reference for _number in range(2)] == ["rapport-1", "rapport-2"]
