"""The parent's side of the process that makes a PDF: gives it a snapshot, listens, and ends it when it must."""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext as _

from organisation.models import Municipality
from portfolio.reports.jobs import Failed
from portfolio.reports.pdf.cache import tidy
from portfolio.reports.pdf.talking import Message, hear, say

log = logging.getLogger(__name__)
MODULE = "portfolio.reports.pdf.child"
SECONDS_BETWEEN_BEATS = 1.0
# All that the process may know of ours: where programs are, and how its texts are encoded.
KEPT = ("PATH", "LD_LIBRARY_PATH", "HOME", "XDG_CACHE_HOME", "FONTCONFIG_PATH")


@dataclass(frozen=True)
class Progress:
    """What the process is at, the pages that are laid out, and how many they will be as far as is known."""

    step: str = ""
    pages: int = 0
    expected: int = 0


@dataclass(frozen=True)
class Rendered:
    """`findings`: what keeps somebody from reading it. `reused` of the `parts` came from the cache.

    `peak` is the most memory in megabytes that a rendering process had, `peak_here` that of the one that joins.
    """

    pdf: bytes
    pages: int
    complaints: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    parts: int = 0
    reused: int = 0
    peak: int = 0
    peak_here: int = 0


def cache_of(municipality: Municipality) -> Path | None:
    """Where the finished parts of its reports lie, if any are kept."""
    return settings.REPORT_CACHE / municipality.code if settings.REPORT_CACHE_MEGABYTES else None


def tidy_cache() -> None:
    """Deletes what has become too old or too much. Never a reason to fail."""
    try:
        tidy(settings.REPORT_CACHE, settings.REPORT_CACHE_MEGABYTES)
    except OSError:
        log.exception("The finished parts of reports could not be tidied")


def render(snapshot: str, beat: Callable[[Progress], None], *, cache: Path | None = None) -> Rendered:
    """Makes the PDF of a snapshot in a process of its own.

    `beat` is called about once a second with how far the process is; what it raises ends the process and passes on.
    Raises Failed with a reason when the limits are passed or the content cannot be laid out.
    """
    with _process(snapshot, cache) as (process, answers, errors):
        deadline = time.monotonic() + settings.REPORT_SECONDS
        progress = Progress()
        while True:
            beat(progress)
            if time.monotonic() > deadline:
                raise Failed(_out_of_time(), final=True)
            try:
                answer = answers.get(timeout=SECONDS_BETWEEN_BEATS)
            except queue.Empty:
                continue
            if answer is None:
                raise _ended(process, errors)
            if isinstance(answer, Rendered):
                return answer
            if "error" in answer:
                raise _failure(answer)
            progress = Progress(answer["step"], answer["pages"], answer["expected"])


Answers = queue.SimpleQueue[Any]


@contextmanager
def _process(snapshot: str, cache: Path | None) -> Iterator[tuple[subprocess.Popen[bytes], Answers, IO[bytes]]]:
    """The running process, what it says, and where its complaints land. It is gone afterwards, whatever happened."""
    limits = (settings.REPORT_SECONDS, settings.REPORT_MEGABYTES, os.getpid())
    command = [sys.executable, "-m", MODULE, *map(str, limits)]
    environment = {name: os.environ[name] for name in KEPT if name in os.environ} | {"LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(  # noqa: S603 - our own module, and numbers
            command,
            cwd=Path(settings.BASE_DIR),
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        answers: Answers = queue.SimpleQueue()
        talk = threading.Thread(target=_talk, args=(process, _order(cache), snapshot, answers), daemon=True)
        talk.start()
        try:
            yield process, answers, errors
        finally:
            process.kill()
            process.wait()
            talk.join()


def _order(cache: Path | None) -> dict[str, Any]:
    return {
        "processes": settings.REPORT_PROCESSES,
        "renderer_megabytes": settings.REPORT_RENDERER_MEGABYTES,
        "cache": str(cache) if cache else "",
    }


def _talk(process: subprocess.Popen[bytes], order: dict[str, Any], snapshot: str, answers: Answers) -> None:
    """Runs in a thread of its own, so that a process that says nothing does not keep the worker from its lease."""
    if process.stdin is None or process.stdout is None:
        raise TypeError("The process has no pipes")
    with process.stdin as ask, process.stdout as answer:
        try:
            say(ask, snapshot.encode(), **order)
            while (heard := hear(answer)) is not None:
                words, pdf = heard
                if pdf:
                    answers.put(_rendered(words, pdf))
                    return
                answers.put(words)
        except (OSError, ValueError):
            log.warning("The process that makes the PDF broke off")
        answers.put(None)


def _rendered(words: Message, pdf: bytes) -> Rendered:
    said = {**words, "pdf": pdf}
    lists = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
    values: dict[str, Any] = {field.name: lists[field.name] for field in fields(Rendered)}
    return Rendered(**values)


def _out_of_time() -> str:
    minutes = max(1, settings.REPORT_SECONDS // 60)
    return _("Making the PDF took more than %(minutes)d minutes. Make a report of a single strategy instead.") % {
        "minutes": minutes
    }


def _failure(answer: Message) -> Failed:
    log.error("The PDF could not be made: %s", answer)
    reasons = {
        "memory": _("The report is too large for the memory that it may use. Make a report of a single strategy."),
        "nesting": _("A text in the report is built in too many layers to be printed."),
    }
    unknown = _("The content could not be laid out (%(detail)s).") % {"detail": answer["detail"][:300]}
    return Failed(reasons.get(answer["error"], unknown), final=True)


def _ended(process: subprocess.Popen[bytes], errors: IO[bytes]) -> Failed:
    code = process.wait()
    errors.seek(0)
    log.error("The process that makes the PDF ended with %s: %s", code, errors.read()[-2000:].decode(errors="replace"))
    return Failed(_("The process that makes the PDF ended unexpectedly (code %(code)d).") % {"code": code})
