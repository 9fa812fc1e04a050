"""What a process that makes PDFs may use, and that it ends with the one that started it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

PR_SET_PDEATHSIG = 1
SECONDS_TO_SAY_SO = 5


def limit(seconds: int, megabytes: int, parent: int) -> None:
    """Seconds of computing, and megabytes of addresses."""
    die_with(parent)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + SECONDS_TO_SAY_SO))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def die_with(parent: int) -> None:
    """On Linux, the kernel ends this process with its parent; elsewhere the time limit has to do."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        # It may have died before the request was made.
        if os.getppid() != parent:
            sys.exit(1)


def peak_megabytes() -> int:
    """The most memory that this process has had at once."""
    with contextlib.suppress(OSError, StopIteration):
        # What the other way tells begins with the memory of the process that started this one.
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) >> 10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak >> 20 if sys.platform == "darwin" else peak >> 10
