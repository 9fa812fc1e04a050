"""The process that makes a PDF: `python -m portfolio.reports.pdf.child SECONDS MEGABYTES PARENT`.

It has no database, no secret and no network. It hears {"processes", "renderer_megabytes", "cache"} with a snapshot,
and answers with {"step", "pages", "expected"} as it goes on, and then with {"pages", "complaints", "findings", …} and
the PDF, or with {"error": kind, "detail"}. If its parent dies it dies too, and the processes that it started with it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO

from portfolio.reports.pdf.limits import limit, peak_megabytes
from portfolio.reports.pdf.talking import Message, hear, kind_of, say


def main(seconds: int, megabytes: int, parent: int) -> None:
    limit(seconds, megabytes, parent)
    # Whatever a library prints must not end up between the answers.
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)
        try:
            asked = hear(sys.stdin.buffer)
            if asked is not None:
                make(asked[0] | {"seconds": seconds}, asked[1].decode(), answer)
        except Exception as error:
            say(answer, **_what_failed(error))
            raise


def make(asked: Message, snapshot: str, answer: IO[bytes]) -> None:
    # Late: what it needs may be missing on this machine.
    from portfolio.reports.pdf.press import Limits, press

    cache = Path(asked["cache"]) if asked["cache"] else None
    limits = Limits(asked["processes"], asked["seconds"], asked["renderer_megabytes"], cache)
    made = press(snapshot, limits, lambda progress: say(answer, **asdict(progress)))
    about = {name: value for name, value in vars(made).items() if name != "pdf"}
    say(answer, made.pdf, **about, peak_here=peak_megabytes())


def _what_failed(error: Exception) -> Message:
    kind, detail = getattr(error, "kind", None), getattr(error, "detail", None)
    return {"error": kind or kind_of(error), "detail": detail or f"{type(error).__name__}: {error}"[:1000]}


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
