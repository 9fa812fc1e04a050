"""How far the writing of an import is, told outside the database: what its transaction writes nobody sees yet.

A file beside the upload, so that every process of the installation reads it. It is worth nothing once the import ends.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from organisation.printing import format_number
from portfolio.reports.models import JobState
from portfolio.sheets.confirming import Tell
from portfolio.sheets.models import TableImport

SECONDS_BETWEEN = 0.5


@dataclass(frozen=True, slots=True)
class Progress:
    """Rows written of all; none of any while the sheet is compared once more."""

    done: int = 0
    whole: int = 0

    @property
    def percent(self) -> int:
        return 100 * self.done // self.whole if self.whole else 0


@dataclass(frozen=True, slots=True)
class UnderWay:
    """What the page of an import says while the background worker has it."""

    table: TableImport
    progress: Progress

    @property
    def text(self) -> str:
        job = self.table.job
        if job is None or job.state == JobState.QUEUED:
            return _("It waits for its turn.")
        if not self.progress.whole:
            return _("The sheet is read again and compared with what stands here.")
        words = {"done": format_number(self.progress.done), "whole": format_number(self.progress.whole)}
        return _("%(done)s of %(whole)s rows are written.") % words

    @property
    def signature(self) -> str:
        """Changes when the page has something new to tell."""
        job = self.table.job
        return f"{job.state}-{job.attempt}-{self.progress.done}" if job else "-"


def teller(table: TableImport) -> Tell:
    """Tells it every now and then: the last rows and the first at once."""
    path, told = _path(table), [0.0]

    def tell(done: int, whole: int) -> None:
        if done not in (0, whole) and time.monotonic() < told[0] + SECONDS_BETWEEN:
            return
        told[0] = time.monotonic()
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps([done, whole]))
        os.replace(beside, path)

    return tell


def told_of(table: TableImport) -> Progress:
    try:
        done, whole = json.loads(_path(table).read_text())
    except (OSError, ValueError):
        return Progress()
    return Progress(done, whole)


def forget(table: TableImport) -> None:
    _path(table).unlink(missing_ok=True)


def _path(table: TableImport) -> Path:
    return Path(default_storage.path(f"imports/{table.pk}.progress"))
