"""The command itself, from an empty data directory: nothing is put in its place."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from portfolio.environment import without_settings

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def application(data: Path, port: int) -> Iterator[str]:
    """Runs until the block ends; gives all that it printed until it was ready."""
    env = without_settings(os.environ) | {"DATA_DIR": str(data), "PORT": str(port)}
    command = [sys.executable, str(ROOT / "scripts" / "run.py")]
    with subprocess.Popen(command, cwd="/", env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield "".join(iter(process.stdout.readline, "Ctrl-C ends it.\n"))
        finally:
            process.terminate()


def status_of(port: int, path: str) -> int:
    with urllib.request.urlopen(f"http://localhost:{port}{path}") as answer:
        return int(answer.status)


def test_it_starts_from_nothing_and_again_in_less_time_and_loses_nothing(tmp_path: Path) -> None:
    port = free_port()
    started = time.monotonic()
    with application(tmp_path, port) as printed:
        first = time.monotonic() - started
        assert f"http://localhost:{port}/" in printed
        assert "Loading the five portfolios" in printed
        assert "Rødovre" in printed
        assert status_of(port, "/konto/log-ind/") == 200
        assert status_of(port, "/static/dkfds/css/dkfds.min.css") == 200
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
        database.execute("UPDATE organisation_municipality SET council_name = 'Byrådet i Prøveby' WHERE code = '0175'")
        database.commit()
    started = time.monotonic()
    with application(tmp_path, port) as printed:
        # Beside the first start on the same machine; how many seconds either takes is the machine's.
        assert time.monotonic() - started < first
        assert "Loading" not in printed
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
        names = database.execute("SELECT council_name FROM organisation_municipality WHERE code = '0175'").fetchall()
    assert names == [("Byrådet i Prøveby",)]
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
