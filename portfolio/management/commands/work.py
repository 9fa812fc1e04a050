"""The background worker: takes jobs from the queue, one at a time, until it is asked to end."""

from __future__ import annotations

import logging
import signal
import time
from types import FrameType
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone

from portfolio.reports.jobs import new_holder, take
from portfolio.reports.making import work_on
from portfolio.reports.orphans import clear_orphans
from portfolio.reports.progress import STEPS
from portfolio.reports.rendering import tidy_cache
from portfolio.sheets.ordering import import_on
from portfolio.sheets.retention import delete_overdue

log = logging.getLogger(__name__)
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_AFTER_TROUBLE = 5.0
SECONDS_BETWEEN_TIDYING = 24 * 60 * 60


class Command(BaseCommand):
    help = (
        "Makes the reports and writes the large imports that people order."
        " Runs until SIGTERM or Ctrl-C; several may run at once."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        ends = parser.add_mutually_exclusive_group()
        ends.add_argument("--once", action="store_true", help="look once, do one job at most, and end")
        ends.add_argument("--until-empty", action="store_true", help="end when there is nothing to do")

    def handle(self, *args: Any, **options: Any) -> None:
        self.ending = False
        self.tidied: float | None = None
        self.holder = new_holder()
        before = {number: signal.signal(number, self.end) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            self.work(once=options["once"], until_empty=options["until_empty"])
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def end(self, number: int, frame: FrameType | None) -> None:
        """The job in hand goes back to the queue at its next step; nothing is lost by ending."""
        self.ending = True

    def work(self, *, once: bool, until_empty: bool) -> None:
        while not self.ending:
            found = self.look()
            if once or (until_empty and not found):
                return
            if not found:
                self.tidy()
                self.rest(SECONDS_BETWEEN_LOOKS)

    def tidy(self) -> None:
        """Once a day, when there is nothing else to do."""
        if self.tidied is not None and time.monotonic() < self.tidied + SECONDS_BETWEEN_TIDYING:
            return
        self.tidied = time.monotonic()
        try:
            delete_overdue(timezone.now())
            clear_orphans()
        except (DatabaseError, InterfaceError, OSError, ValidationError):
            log.exception("Old files were not deleted; trying again tomorrow")

    def look(self) -> bool:
        """Does one job if there is one. A database that does not answer is waited for."""
        if not connection.in_atomic_block:
            close_old_connections()
        try:
            lease = take(self.holder, steps=len(STEPS))
            if lease is None:
                return False
            log.info("Job %s: attempt %s", lease.job.pk, lease.job.attempt)
            if lease.job.report_id is None:
                import_on(lease, lambda: self.ending)
            else:
                work_on(lease, lambda: self.ending)
                tidy_cache()
        except (DatabaseError, InterfaceError):
            log.exception("The database does not answer; trying again")
            connection.close()
            self.rest(SECONDS_AFTER_TROUBLE)
        return True

    def rest(self, seconds: float) -> None:
        """Sleeps in short naps, so that it hears when it is to end."""
        until = time.monotonic() + seconds
        while not self.ending and time.monotonic() < until:
            time.sleep(min(0.2, max(0.0, until - time.monotonic())))
