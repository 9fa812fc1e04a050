"""The processes that lay out the parts of one report: each gets the next part when it has answered the last."""

from __future__ import annotations

import os
import selectors
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from portfolio.reports.pdf.talking import Message, hear, say

MODULE = "portfolio.reports.pdf.renderer"
ROOT = Path(__file__).resolve().parents[3]
# A process that has used so much is followed by a new one, long before it meets a limit.
MEGABYTES_TO_RETIRE = 220
# Starting another process takes as long as laying out so much of our HTML.
LETTERS_WORTH_A_PROCESS = 30_000


class PartFailed(Exception):
    """A part could not be laid out. `kind`: memory, nesting, content, or ended."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(kind, detail)
        self.kind, self.detail = kind, detail


@dataclass(frozen=True)
class Task:
    """`mark` tells the part from all others. `running`: not a part, but the document of the lines in the margins."""

    key: str
    mark: str
    html: str
    running: bool = False


@dataclass
class _Renderer:
    process: subprocess.Popen[bytes]
    ask: IO[bytes]
    answer: IO[bytes]
    task: Task | None = None

    def give(self, task: Task) -> None:
        self.task = task
        say(self.ask, task.html.encode(), mark=task.mark, running=task.running)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.ask.close()
        self.answer.close()


class Pool:
    """Starts a process when there is work for it, and keeps it for the work that comes later."""

    def __init__(self, processes: int, css: tuple[str, str], seconds: int, megabytes: int) -> None:
        self._most, self._css, self._limits = processes, css, (seconds, megabytes)
        self._idle: list[_Renderer] = []
        self._busy: dict[int, _Renderer] = {}
        self.peak = 0

    def run(self, tasks: Iterable[Task], done: Callable[[Task, bytes], None]) -> None:
        """Calls `done` with each task and its packed part, in the order in which they end. Raises PartFailed."""
        waiting = deque(tasks)
        most = min(self._most, 1 + sum(len(task.html) for task in waiting) // LETTERS_WORTH_A_PROCESS)
        with selectors.DefaultSelector() as ready:
            while waiting or self._busy:
                while waiting and len(self._busy) < most:
                    renderer = self._idle.pop() if self._idle else self._started()
                    self._busy[renderer.answer.fileno()] = renderer
                    ready.register(renderer.answer, selectors.EVENT_READ)
                    renderer.give(waiting.popleft())
                for key, _events in ready.select():
                    renderer = self._busy.pop(key.fd)
                    ready.unregister(renderer.answer)
                    self._take(renderer, done)

    def warm(self, processes: int) -> None:
        """Starts processes that will be needed, so that they load the engine while the text is set."""
        while len(self._idle) + len(self._busy) < min(processes, self._most):
            self._idle.append(self._started())

    def _take(self, renderer: _Renderer, done: Callable[[Task, bytes], None]) -> None:
        try:
            heard = hear(renderer.answer)
        except ValueError:
            heard = None
        task, renderer.task = renderer.task, None
        if heard is None or task is None:
            code = renderer.process.wait()
            renderer.end()
            raise PartFailed("ended", f"code {code}")
        words, packed = heard
        if "error" in words:
            renderer.end()
            raise PartFailed(words["error"], words["detail"])
        self._rest(renderer, words)
        done(task, packed)

    def _rest(self, renderer: _Renderer, words: Message) -> None:
        self.peak = max(self.peak, words["peak"])
        if words["peak"] > MEGABYTES_TO_RETIRE:
            renderer.end()
        else:
            self._idle.append(renderer)

    def _started(self) -> _Renderer:
        command = [sys.executable, "-m", MODULE, *map(str, self._limits), str(os.getpid())]
        process = subprocess.Popen(  # noqa: S603 - our own module, and numbers
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        if process.stdin is None or process.stdout is None:
            raise TypeError("The process has no pipes")
        renderer = _Renderer(process, process.stdin, process.stdout)
        say(renderer.ask, css=self._css)
        return renderer

    def close(self) -> None:
        for renderer in [*self._idle, *self._busy.values()]:
            renderer.end()


@contextmanager
def pool(processes: int, css: tuple[str, str], seconds: int, megabytes: int) -> Iterator[Pool]:
    """Whatever happens, no process is left."""
    opened = Pool(processes, css, seconds, megabytes)
    try:
        yield opened
    finally:
        opened.close()
