"""The process that lays out parts: `python -m portfolio.reports.pdf.renderer SECONDS MEGABYTES PARENT`.

It has no database, no settings, no secret and no network. It hears {"css": …} and then, one after the other,
{"mark", "running"} with a page of HTML. It answers each with {"seconds", "peak"} and the packed part, or with
{"error": kind, "detail"}.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from typing import TYPE_CHECKING, Any

from portfolio.reports.pdf.limits import limit, peak_megabytes
from portfolio.reports.pdf.talking import hear, kind_of, say

if TYPE_CHECKING:
    from portfolio.reports.pdf.engine import Engine

# Looking through what a layout leaves behind takes as long as laying out a page.
PARTS_BETWEEN_COLLECTIONS = 4


def main(seconds: int, megabytes: int, parent: int) -> None:
    limit(seconds, megabytes, parent)
    # Whatever a library prints must not end up between the answers.
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)
        try:
            _work(answer)
        except Exception as error:
            say(answer, error=kind_of(error), detail=f"{type(error).__name__}: {error}"[:1000])
            raise


def _work(answer: Any) -> None:
    # Late: the engine takes most of the start, and what it needs may be missing on this machine.
    from portfolio.reports.pdf.engine import Engine

    first = hear(sys.stdin.buffer)
    if first is None:
        return
    engines = {running: Engine(css) for running, css in zip((False, True), first[0]["css"], strict=True)}
    gc.collect()
    gc.freeze()
    done = 0
    while (asked := hear(sys.stdin.buffer)) is not None:
        words, html = asked
        began = time.monotonic()
        running = bool(words["running"])
        packed = render_part(engines[running], html.decode(), words["mark"], running=running)
        done += 1
        if done % PARTS_BETWEEN_COLLECTIONS == 0:
            gc.collect()
        say(answer, packed, seconds=round(time.monotonic() - began, 3), peak=peak_megabytes())


def render_part(engine: Engine, html: str, mark: str, *, running: bool = False) -> bytes:
    from portfolio.reports.pdf.finish import finish, finish_running_lines
    from portfolio.reports.pdf.links import link_words

    laid = engine.lay_out(html, bytes.fromhex(mark[:32]), may_close_up=not running)
    packed = finish_running_lines(laid) if running else finish(laid, link_words(html), mark)
    return packed.to_bytes()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
