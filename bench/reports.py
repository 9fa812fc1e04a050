"""Reports of 1, 10, 100 and 500 initiatives beside plain WeasyPrint, in time and memory.

Run: .venv/bin/python bench/reports.py [numbers of initiatives]

In each pass, one after the other, so that a busy machine slows them alike: plain WeasyPrint (the same pages and print
sheet as one document, PDF/UA-1, contents by page counters), our making with an empty cache, and our making again after
one initiative has changed. Each in processes of its own, from start to end; each pass begins with another of them. The
ratio that has a limit is the median over the passes. On a quiet machine with two processors it takes nine minutes.

Every file that is made is looked through as before it is published, and that of ten initiatives is made by one process,
by several and with parts from the cache: the same bytes.
"""

from __future__ import annotations

import dataclasses
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

NUMBERS = (1, 10, 100, 500)
# The number that has a limit in time is measured more often.
PASSES = {100: 3}
SENTENCE = "Indsatsen giver borgere med ensomhed i hverdagen en fast kontakt, som mødes hver uge og følger op."
LIMITS = {"first": 0.7, "changed": 0.3}
AT, SAME_AT = 100, 10
RENDERER_MEGABYTES, JOINER_MEGABYTES = 300, 1000
COUNTED = """
@page { @bottom-right { content: "Side " counter(page) " af " counter(pages); font-size: 9pt; } }
.contents a::after { content: leader("....") " " target-counter(attr(href), page); }
"""


@dataclasses.dataclass(frozen=True)
class Run:
    seconds: float
    computing: float
    pages: int
    size: int
    megabytes: int
    joiner_megabytes: int = 0
    reused: int = 0


def snapshot(initiatives: int, *, changed: bool = False) -> str:
    """Each with 250 words, a table of ten rows and one of five, and two indicators with charts."""
    from tests.portfolio.reports import samples

    def sheet(number: int) -> object:
        words = [*SENTENCE.split()] * 15
        text = " ".join(words[number % 7 : number % 7 + 250])
        return samples.sheet(
            f"Indsats nummer {number}",
            text + (" Ændret." if changed and number == initiatives // 2 else ""),
            card=samples.card(f"Indsats nummer {number}", reference=f"indsats-{number}", status=samples.status()),
            budget_tables=(samples.budget_table(10), samples.budget_table(5, 3)),
            indicators=tuple(samples.indicator(f"Andel {kind} i indsats {number}") for kind in ("alene", "aktive")),
        )

    return samples.snapshot(samples.content(*(sheet(number) for number in range(initiatives))))  # type: ignore[arg-type]


class Watch:
    """The time that passes, and the time that the processes started meanwhile compute."""

    def __init__(self) -> None:
        self._began, self._computed = time.monotonic(), self._computing()

    def read(self) -> tuple[float, float]:
        return time.monotonic() - self._began, self._computing() - self._computed

    def _computing(self) -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime


def plain(kept: str) -> Run:
    """In a process of its own, which prints what it took."""
    watch = Watch()
    code = "import sys; sys.path.insert(0, '.'); from bench.reports import plainly; plainly()"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, input=kept.encode(), stdout=subprocess.PIPE, check=True
    )
    pages, size, megabytes = map(int, done.stdout.split())
    return Run(*watch.read(), pages, size, megabytes)


def plainly() -> None:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from portfolio.reports.pdf.fetcher import ClosedFetcher
    from portfolio.reports.pdf.fonts import font_bytes
    from portfolio.reports.pdf.limits import peak_megabytes
    from portfolio.reports.printed import printed

    report, fetcher, fonts = printed(sys.stdin.read()), ClosedFetcher(font_bytes()), FontConfiguration()
    sheet = CSS(string=report.css + report.running_css + COUNTED, url_fetcher=fetcher, font_config=fonts)
    document = HTML(string=report.html, url_fetcher=fetcher).render(stylesheets=[sheet], font_config=fonts)
    pdf = document.write_pdf(pdf_variant="pdf/ua-1")
    sys.stdout.write(f"{len(document.pages)} {len(pdf)} {peak_megabytes()}\n")


def ours(kept: str, cache: Path) -> Run:
    from portfolio.reports.rendering import render

    watch = Watch()
    made = render(kept, lambda _progress: None, cache=cache)
    if made.findings or made.complaints:
        raise SystemExit(f"The report is not sound: {(made.findings + made.complaints)[:5]}")
    return Run(*watch.read(), made.pages, len(made.pdf), made.peak, made.peak_here, made.reused)


def one_pass(initiatives: int, number: int) -> dict[str, Run]:
    first, changed = snapshot(initiatives), snapshot(initiatives, changed=True)
    with tempfile.TemporaryDirectory() as folder:

        def of_ours() -> dict[str, Run]:
            return {"first": ours(first, Path(folder)), "changed": ours(changed, Path(folder))}

        if number % 2:
            made = of_ours()
            return {"plain": plain(first), **made}
        return {"plain": plain(first), **of_ours()}


def ratio(passes: Sequence[dict[str, Run]], name: str) -> float:
    """The median over the passes of how long it took beside plain WeasyPrint."""
    return statistics.median(runs[name].seconds / runs["plain"].seconds for runs in passes)


def same_bytes() -> Iterator[str]:
    """What differs between the ways in which one report can be made; nothing when all is well."""
    from django.conf import settings

    from portfolio.reports.rendering import render

    first, changed = snapshot(SAME_AT), snapshot(SAME_AT, changed=True)
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        several = render(first, lambda _progress: None, cache=cache).pdf
        kept = render(changed, lambda _progress: None, cache=cache)
        settings.REPORT_PROCESSES, processes = 1, settings.REPORT_PROCESSES
        alone, fresh = (render(one, lambda _progress: None).pdf for one in (first, changed))
        settings.REPORT_PROCESSES = processes
    if alone != several:
        yield "one process makes other bytes than several"
    if not kept.reused or kept.pdf != fresh:
        yield "parts from the cache make other bytes than new ones"


def lines(initiatives: int, runs: dict[str, Run]) -> Iterator[str]:
    for name, run in runs.items():
        ratio = run.seconds / runs["plain"].seconds
        memory = f"{run.megabytes:5} MB" + (f", joining {run.joiner_megabytes} MB" if run.joiner_megabytes else "")
        rate = f"{run.seconds:7.1f} s  {ratio:5.2f} x plain, computing {run.computing:6.1f} s"
        size = f"{run.pages:5} pages  {run.size / 1e6:5.1f} MB"
        yield f"{initiatives:4} initiatives  {name:<8}{rate}  {size}  {memory}  {run.reused} parts kept"


def broken(initiatives: int, passes: Sequence[dict[str, Run]]) -> Iterator[str]:
    for name, limit in LIMITS.items():
        found = ratio(passes, name)
        print(f"{initiatives:4} initiatives  {name:<8}{found:6.2f} x plain, median of {len(passes)}", flush=True)
        if initiatives == AT and found > limit:
            yield f"{name}: {found:.2f} x plain, more than {limit}"
        for run in (runs[name] for runs in passes):
            if run.megabytes > RENDERER_MEGABYTES or run.joiner_megabytes > JOINER_MEGABYTES:
                yield f"{name}: {run.megabytes} MB to render, {run.joiner_megabytes} MB to join"


def main(words: list[str]) -> int:
    import django

    django.setup()
    faults: list[str] = []
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    for initiatives in map(int, words) if words else NUMBERS:
        passes = []
        for number in range(PASSES.get(initiatives, 1)):
            passes.append(one_pass(initiatives, number))
            print(*lines(initiatives, passes[-1]), sep="\n", flush=True)
        faults += broken(initiatives, passes)
        faults += same_bytes() if initiatives == SAME_AT else ()
    print(*(faults or ["Within the limits."]), f"load {os.getloadavg()[0]:.1f}", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
