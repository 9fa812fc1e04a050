"""What somebody else does between the moment when a request has read its rows and the moment when it writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def meanwhile(act: Callable[[], object]) -> Iterator[None]:
    """`act` is done once, before the first transaction inside begins: every write begins with one."""
    waiting = [act]

    def first(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if waiting and sql.startswith("SAVEPOINT"):
            waiting.pop()()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(first):
        yield
    assert not waiting, "nothing was written"
