"""Makes the PDF of a report: cuts it, has the parts laid out or finds them, joins them, and looks the whole through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from portfolio.reports.pdf.cache import PartCache
from portfolio.reports.pdf.merge import anchors_of, join
from portfolio.reports.pdf.packed import Packed, unpacked
from portfolio.reports.pdf.parts import Part, cut
from portfolio.reports.pdf.pool import Pool, Task, pool
from portfolio.reports.pdf.running import numbering, running_html
from portfolio.reports.pdf.speaking import speaking
from portfolio.reports.pdf.structure import findings, of_colours
from portfolio.reports.printed import Printed, printed

# Until the first pages are laid out: how much of our HTML fills a page.
LETTERS_A_PAGE = 2500
# The contents name their own length; it settles at the second try.
TRIES = 5


@dataclass(frozen=True)
class Limits:
    """`cache` is None where nothing is to be kept."""

    processes: int
    seconds: int
    megabytes: int
    cache: Path | None = None


@dataclass(frozen=True)
class Progress:
    """`expected` pages in all, as far as is known."""

    step: str
    pages: int = 0
    expected: int = 0


@dataclass(frozen=True)
class Pressed:
    """`reused` of the `parts` came from the cache; `peak` is the most megabytes that a rendering process had."""

    pdf: bytes
    pages: int
    complaints: tuple[str, ...]
    findings: tuple[str, ...]
    parts: int
    reused: int
    peak: int


def press(snapshot: str, limits: Limits, tell: Callable[[Progress], None]) -> Pressed:
    """The same snapshot gives the same bytes, however many processes there are and whatever the cache holds."""
    tell(Progress("compose"))
    return press_report(lambda: printed(snapshot), limits, tell)


def press_report(write: Callable[[], Printed], limits: Limits, tell: Callable[[Progress], None]) -> Pressed:
    report = write()
    css, running_css = report.css, report.css + report.running_css
    with pool(limits.processes, (css, running_css), limits.seconds, limits.megabytes) as renderers:
        work = _Work(renderers, css, PartCache(limits.cache) if limits.cache else None, tell)
        parts = work.done(cut(report))
        running = work.running(report, running_css)
    pages = sum(len(part.page_names) for part in parts)
    tell(Progress("join", pages, pages))
    joined = join(parts, running, numbering(report))
    tell(Progress("check", joined.pages, joined.pages))
    complaints = tuple(line for part in [*parts, running] for line in part.complaints)
    with speaking(report.language):
        found = (*findings(joined.pdf), *of_colours(report.css + report.running_css))
    return Pressed(joined.pdf, joined.pages, complaints, found, len(parts), work.reused, renderers.peak)


@dataclass
class _Work:
    pool: Pool
    css: str
    cache: PartCache | None
    tell: Callable[[Progress], None]
    reused: int = 0
    _letters: dict[str, int] = field(default_factory=dict)
    _made: dict[str, Packed] = field(default_factory=dict)
    _found: set[str] = field(default_factory=set)

    def done(self, parts: Sequence[Part]) -> list[Packed]:
        """The parts laid out: first those that stand alone, then those that name the others' pages."""
        self._expect(parts)
        self._lay_out([part for part in parts if not part.names_pages])
        named = parts
        for _try in range(TRIES):
            self._expect(named)
            self._lay_out(named)
            packed = [self._made[key] for key in self._letters]
            pages = {name: place[0] + 1 for name, place in anchors_of(packed).items()}
            again = tuple(part.with_pages(pages) if part.names_pages else part for part in parts)
            if again == named:
                self.reused = len(self._found & set(self._letters))
                return packed
            named = again
        raise ValueError("The pages that the contents name do not settle.")

    def _expect(self, parts: Sequence[Part]) -> None:
        self._letters = {part.key(self.css): len(part.body) for part in parts}

    def _lay_out(self, parts: Sequence[Part]) -> None:
        tasks = []
        for part in parts:
            key = part.key(self.css)
            if key in self._made:
                continue
            kept = self.cache.find(key) if self.cache else None
            if kept is None:
                tasks.append(Task(key, part.mark, part.html))
            else:
                self._made[key] = kept
                self._found.add(key)
        self._say()
        if tasks:
            self.pool.run(tasks, self._take)

    def _take(self, task: Task, packed: bytes) -> None:
        if self.cache:
            self.cache.keep(task.key, packed)
        self._made[task.key] = unpacked(packed)
        self._say()

    def _say(self) -> None:
        """The pages that there are, and how many they will be if the rest is set as they are."""
        made = [key for key in self._letters if key in self._made]
        pages, letters = sum(len(self._made[key].page_names) for key in made), sum(self._letters[key] for key in made)
        left = sum(self._letters.values()) - letters
        self.tell(Progress("lay out", pages, pages + round(left / (letters / pages if pages else LETTERS_A_PAGE))))

    def running(self, report: Printed, css: str) -> Packed:
        made: list[bytes] = []
        part = Part(running_html(report), report.language)
        task = Task(part.key(css), part.mark, part.body, running=True)
        self.pool.run([task], lambda _task, packed: made.append(packed))
        return unpacked(made[0])
