"""The process that reads one file: it is given the file and the limits, answers once, and ends."""

from __future__ import annotations

import gc
import pickle
import resource
import sys
from io import BytesIO

from portfolio.sheets.reading.files import read_workbook
from portfolio.sheets.reading.limits import Limits
from portfolio.sheets.reading.refusals import Reason, Refused


def serve() -> None:
    content, name, stated = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by the process that started this one
    limits = Limits(**stated)
    memory = limits.memory_megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What is read lives until it is handed on: looking for what may be thrown away finds nothing.
    gc.disable()
    try:
        answer: object = read_workbook(BytesIO(content), name, limits)
    except Refused as refused:
        answer = (refused.reason.value, refused.numbers)
    except MemoryError:
        answer = (Reason.TOO_MUCH_MEMORY.value, {})
    pickle.dump(answer, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    serve()
