"""The process that makes a PDF: `python -m portfolio.reports.pdf.child SECONDS MEGABYTES PARENT`.

It has no database, no secret and no network; it reads a snapshot from standard input and answers on standard
output, one JSON object a line: {"step": words}…, then {"pdf": bytes, "pages": n, "complaints": […]} and the PDF
itself, or {"error": kind, "detail": words}. If its parent dies it dies too.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[3]
PR_SET_PDEATHSIG = 1


def main(seconds: int, megabytes: int, parent: int) -> None:
    die_with(parent)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    # Whatever a library prints must not end up between the lines of the answer.
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)
        snapshot = sys.stdin.buffer.read().decode()
        try:
            make(snapshot, answer)
        except MemoryError:
            say(answer, error="memory", detail="")
        except RecursionError:
            say(answer, error="nesting", detail="")
        except Exception as error:
            say(answer, error="content", detail=f"{type(error).__name__}: {error}")
            raise


def make(snapshot: str, answer: IO[bytes]) -> None:
    set_up()
    # Late: the engine takes most of the start, and what it needs may be missing on this machine.
    from portfolio.reports.pdf.document import compose

    say(answer, step="compose")
    document = compose(snapshot)
    from portfolio.reports.pdf.engine import lay_out
    from portfolio.reports.pdf.finish import finish

    laid = lay_out(document.html, document.css, identifier=document.identifier, step=lambda at: say(answer, step=at))
    say(answer, step="finish")
    pdf = finish(laid.pdf, document.links)
    say(answer, pdf=len(pdf), pages=laid.pages, complaints=laid.complaints)
    answer.write(pdf)


def say(answer: IO[bytes], **words: Any) -> None:
    answer.write(json.dumps(words).encode() + b"\n")
    answer.flush()


def set_up() -> None:
    """Templates and translations, and nothing else of the project's settings."""
    import django
    from django.conf import settings

    if settings.configured:
        return
    settings.configure(
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [ROOT / "templates"]}],
        LOCALE_PATHS=[ROOT / "locale"],
        LANGUAGE_CODE="da",
        LANGUAGES=[("da", "da"), ("en", "en")],
        USE_I18N=True,
        USE_TZ=True,
        TIME_ZONE="Europe/Copenhagen",
        INSTALLED_APPS=[],
    )
    django.setup(set_prefix=False)


def die_with(parent: int) -> None:
    """On Linux, the kernel ends this process with its parent; elsewhere the time limit has to do."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        # It may have died before the request was made.
        if os.getppid() != parent:
            sys.exit(1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
