"""Reading in a process of its own: what a hostile file breaks, breaks there."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO

from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.refusals import Reason, Refused
from portfolio.sheets.reading.workbook import Workbook

_ROOT = Path(__file__).resolve().parents[3]
# Drawing up a backtrace takes memory of its own, and can hang where there is none.
_SET = {"LC_ALL": "C.UTF-8", "RUST_BACKTRACE": "0"}
_CHILD = "portfolio.sheets.reading.child"
_KEPT = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")


def read_apart(file: IO[bytes], name: str, limits: Limits | None = None) -> Workbook:
    """`read_workbook` within limits of time and memory that hold whatever the file does. Raises Refused."""
    limits = limits or Limits()
    content = file.read(limits.file_bytes + 1)
    if len(content) > limits.file_bytes:
        raise Refused(Reason.TOO_LARGE, limit=limits.file_bytes // 2**20)
    question = pickle.dumps((content, name, asdict(limits)))
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ} | _SET
    try:
        ended = subprocess.run(  # noqa: S603 - our own module
            [sys.executable, "-m", _CHILD],
            input=question,
            capture_output=True,
            cwd=_ROOT,
            env=environment,
            timeout=limits.seconds + 5,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(Reason.TOO_SLOW, limit=limits.seconds) from error
    return _answer(ended, limits)


def _answer(ended: subprocess.CompletedProcess[bytes], limits: Limits) -> Workbook:
    if ended.returncode == 0 and ended.stdout:
        # Written by our own module a moment ago.
        answer = pickle.loads(ended.stdout)  # noqa: S301
        if isinstance(answer, Workbook):
            return answer
        reason, numbers = answer
        raise Refused(Reason(reason), **numbers)
    if ended.returncode == -24:  # SIGXCPU
        raise Refused(Reason.TOO_SLOW, limit=limits.seconds)
    # Rust aborts and the kernel kills where Python would raise MemoryError.
    out_of_memory = ended.returncode in {-6, -9, -11} or b"MemoryError" in ended.stderr
    raise Refused(Reason.TOO_MUCH_MEMORY if out_of_memory else Reason.DAMAGED)
