import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def started_with(port: str, **chosen: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "run.py")]
    env = os.environ | {"PORT": port} | chosen
    return subprocess.run(command, cwd="/", env=env, capture_output=True, text=True, check=False)


def test_a_busy_port_gets_one_clear_line(taken_port: int) -> None:
    result = started_with(str(taken_port))
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert f"Port {taken_port} cannot be used" in result.stderr
    assert f"make run PORT={taken_port + 1}" in result.stderr


def test_a_port_that_is_none_gets_one_clear_line() -> None:
    result = started_with("http")
    assert result.returncode == 1
    assert result.stderr == "PORT must be a number between 1 and 65535; got 'http'.\n"


def test_a_setting_that_makes_no_sense_gets_one_clear_line() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = str(probe.getsockname()[1])
    result = started_with(free, DATABASE_URL="mysql://localhost/x")
    assert result.returncode == 1
    assert result.stderr == "DATABASE_URL must begin with sqlite:/// or postgres://; got the scheme 'mysql'.\n"


DRIVER = """
import signal, subprocess, sys
import run

def start(port):
    return {name: subprocess.Popen(words, start_new_session=True) for name, words in COMMANDS.items()}

run.start, run.answers, run.announce = start, lambda port: True, lambda port: None
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, run.on_signal)
sys.exit(run.run(1))
"""


def driven(**commands: list[str]) -> subprocess.Popen[str]:
    """The real loop around children of our choosing; the real children need a database with its demo data."""
    code = f"COMMANDS = {commands!r}\n{DRIVER}"
    env = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code], env=env, stdout=pipe, stderr=pipe, text=True)


def sleeper(mark: Path) -> list[str]:
    """Writes its process id into the file and sleeps."""
    code = f"import os, pathlib, time; pathlib.Path({str(mark)!r}).write_text(str(os.getpid())); time.sleep(60)"
    return [sys.executable, "-c", code]


def lives(mark: Path) -> bool:
    return mark.exists() and Path(f"/proc/{mark.read_text()}").exists()


def wait_for(marks: list[Path]) -> None:
    deadline = time.monotonic() + 10
    while not all(mark.exists() and mark.read_text() for mark in marks) and time.monotonic() < deadline:
        time.sleep(0.02)


def test_one_that_dies_ends_the_other(tmp_path: Path) -> None:
    mark = tmp_path / "web"
    process = driven(
        web=sleeper(mark), worker=[sys.executable, "-c", "import time; time.sleep(1); raise SystemExit(3)"]
    )
    wait_for([mark])
    assert lives(mark)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "The worker ended by itself (exit code 3); ending the rest." in errors
    assert not lives(mark)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ending_it_ends_all_it_started(tmp_path: Path, number: signal.Signals) -> None:
    marks = [tmp_path / "web", tmp_path / "worker"]
    process = driven(web=sleeper(marks[0]), worker=sleeper(marks[1]))
    wait_for(marks)
    assert all(lives(mark) for mark in marks)
    process.send_signal(number)
    process.communicate(timeout=20)
    assert process.returncode == 0
    assert not any(lives(mark) for mark in marks)
