"""The queue: who holds a job, how far it is, and how it ends.

The Job row is the whole truth. A worker takes a job by one compare-and-set UPDATE, which gives it a lease; every
later step of that worker is an UPDATE that only matches while the lease is still its own. So a job has one holder
on SQLite and PostgreSQL alike, however many workers there are, and a worker that was killed or cut off loses the
job when its lease runs out.

These columns say how the machinery is doing (state, attempt, lease, progress). They change every second and say
nothing of what a person did, so a worker writes them by `.update(`, without history; what the job makes, and that
somebody ordered, stopped or repeated it, is written through organisation.writing. Whoever ordered it last answers for
what it makes.
"""

from __future__ import annotations

import datetime
import os
import socket
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from organisation import writing
from organisation.models import User
from portfolio.reports.models import Job, JobQuerySet, JobState

# Longer than anything a worker does between two renewals: reading the figures of a large municipality.
LEASE = datetime.timedelta(seconds=60)
PAUSES_BEFORE_RETRY = (datetime.timedelta(seconds=5), datetime.timedelta(seconds=30), datetime.timedelta(minutes=2))


class LeaseLost(Exception):
    """Another worker has the job now; whatever this one made is not wanted."""


class CancelAsked(Exception):
    """Somebody asked for the job to stop."""


class Failed(Exception):
    """The attempt failed, for a reason that a person can read. `final`: trying again would end the same way."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.final = reason, final


def new_holder() -> str:
    """A name for a worker that no other worker, living or dead, has had."""
    return f"{socket.gethostname()[:24]}:{os.getpid()}:{uuid.uuid4().hex[:24]}"


@dataclass(frozen=True)
class Lease:
    """A worker's hold on a job. Every method raises LeaseLost, and changes nothing, when the hold is gone."""

    job: Job
    holder: str

    def renew(self, **columns: Any) -> None:
        """Holds on for another while, and says how far the work is. Raises CancelAsked when it is to stop."""
        self._update(lease_until=timezone.now() + LEASE, **columns)
        if self._mine().filter(cancel_requested=True).exists():
            raise CancelAsked

    def publish(self, write: Callable[[], None]) -> None:
        """Ends the job and writes its result in one transaction: both, or neither."""
        with transaction.atomic():
            # First, so that the row is locked and nobody takes the job while its result is written.
            done = self._mine().filter(cancel_requested=False)
            total = self.job.steps_total
            if not done.update(state=JobState.DONE, steps_done=total, finished_at=timezone.now(), **_LET_GO):
                raise CancelAsked if self._mine().exists() else LeaseLost
            write()

    def fail(self, failure: Failed) -> None:
        """Ends the job with the reason, or lets it wait for another attempt while it has some left."""
        if failure.final or self.job.attempt >= self.job.max_attempts:
            self._update(state=JobState.FAILED, failure=failure.reason, finished_at=timezone.now(), **_LET_GO)
        else:
            pause = PAUSES_BEFORE_RETRY[min(self.job.attempt, len(PAUSES_BEFORE_RETRY)) - 1]
            waiting = {**_LET_GO, "lease_until": timezone.now() + pause}
            self._update(state=JobState.QUEUED, failure=failure.reason, **_NOTHING_DONE, **waiting)

    def cancelled(self) -> None:
        self._update(state=JobState.CANCELLED, finished_at=timezone.now(), **_LET_GO)

    def give_back(self) -> None:
        """Puts the job back for the next worker, because this one was asked to end: not an attempt that failed."""
        self._update(state=JobState.QUEUED, attempt=F("attempt") - 1, **_NOTHING_DONE, **_LET_GO)

    def _mine(self) -> JobQuerySet:
        return Job.objects.filter(pk=self.job.pk, state=JobState.RUNNING, lease_holder=self.holder)

    def _update(self, **columns: Any) -> None:
        if not self._mine().update(**columns):
            raise LeaseLost


_LET_GO: dict[str, Any] = {"lease_holder": "", "lease_until": None}
_NOTHING_DONE: dict[str, Any] = {"steps_done": 0, "pages_done": 0, "pages_expected": 0}


def take(holder: str, *, steps: int, now: datetime.datetime | None = None) -> Lease | None:
    """The oldest job that can be taken, now held by `holder`; None when there is nothing to do."""
    now = now or timezone.now()
    end_hopeless(now)
    for pk, attempt in Job.objects.takeable(now).values_list("pk", "attempt")[:10]:
        # Compare-and-set: it matches only if the job is still as it was seen.
        taken = Job.objects.takeable(now).filter(pk=pk, attempt=attempt)
        columns: dict[str, Any] = {
            "state": JobState.RUNNING,
            "attempt": attempt + 1,
            "lease_holder": holder,
            "lease_until": now + LEASE,
            "started_at": now,
            "finished_at": None,
            "steps_total": steps,
            **_NOTHING_DONE,
        }
        if taken.update(**columns):
            job = Job.objects.select_related(
                "report__municipality",
                "report__strategy__document",
                "report__previous",
                "report__corrects",
                "created_by",
            ).get(pk=pk)
            return Lease(job, holder)
    return None


def end_hopeless(now: datetime.datetime) -> None:
    """Ends jobs that nobody works on and nobody may take: asked to stop, or cut off at their last attempt."""
    lost = Job.objects.filter(state=JobState.RUNNING, lease_until__lt=now)
    lost.filter(cancel_requested=True).update(state=JobState.CANCELLED, finished_at=now, **_LET_GO)
    reason = _("The work was cut off each time it was tried. The server may be short of memory.")
    last = lost.filter(attempt__gte=F("max_attempts"))
    last.update(state=JobState.FAILED, failure=reason, finished_at=now, **_LET_GO)


def ask_to_stop(job: Job, *, by: User) -> bool:
    """Cancels a waiting job at once; a running one stops at its next step. False when it had ended already."""
    with transaction.atomic():
        held = _held(job, JobState.QUEUED, JobState.RUNNING)
        if held is None:
            return False
        if held.state == JobState.QUEUED:
            _set(held, {"state": JobState.CANCELLED, "finished_at": timezone.now(), **_LET_GO})
        held.cancel_requested = True
        writing.save(held, by=by, reason=_("Asked to stop"))
    return True


def try_again(job: Job, *, by: User) -> bool:
    """Puts a failed or cancelled job back in the queue with all its attempts, as an order of whoever asks for it.

    False when it is neither.
    """
    again: dict[str, Any] = {
        "state": JobState.QUEUED,
        "attempt": 0,
        "failure": "",
        "cancel_requested": False,
        "started_at": None,
        "finished_at": None,
        "created_by": by,
        **_NOTHING_DONE,
        **_LET_GO,
    }
    with transaction.atomic():
        held = _held(job, JobState.FAILED, JobState.CANCELLED)
        if held is None:
            return False
        _set(held, again)
        writing.save(held, by=by, reason=_("Ordered again"))
    return True


def _held(job: Job, *states: JobState) -> Job | None:
    """The job as it stands, which no worker takes or renews before the transaction ends; None in another state.

    An UPDATE that changes nothing holds the row: SQLite holds none that is only read.
    """
    if not Job.objects.filter(pk=job.pk, state__in=states).update(state=F("state")):
        return None
    return Job.objects.get(pk=job.pk)


def _set(job: Job, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(job, name, value)
