"""How the processes that make a PDF talk: a line of JSON, followed by as many bytes as its "bytes" says."""

from __future__ import annotations

import json
from typing import IO, Any

Message = dict[str, Any]


def say(to: IO[bytes], content: bytes = b"", **words: Any) -> None:
    to.write(json.dumps({**words, "bytes": len(content)}).encode() + b"\n" + content)
    to.flush()


def hear(source: IO[bytes]) -> tuple[Message, bytes] | None:
    """The next message; None when the other has ended or was cut off. Raises ValueError when it is no message."""
    line = source.readline()
    if not line.endswith(b"\n"):
        return None
    words: Message = json.loads(line)
    content = source.read(words["bytes"])
    return (words, content) if len(content) == words["bytes"] else None


def kind_of(error: BaseException) -> str:
    """What a person is told to do about it."""
    if isinstance(error, MemoryError):
        return "memory"
    return "nesting" if isinstance(error, RecursionError) else "content"
