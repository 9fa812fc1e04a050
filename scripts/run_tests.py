"""All checks and tests, each step with its time. Ends with 1 when a step failed; the steps after it run all the same.

scripts/run_tests.py          style, types, migrations, settings, translations, tests on SQLite and PostgreSQL
scripts/run_tests.py --all    the same with the long proofs
scripts/run_tests.py --lint   style and types
"""

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import IO

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from portfolio.environment import without_settings

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable
FAILED = "FAILED"
# A folder with the documents that plans are measured against; tests/portfolio/plans/test_measured.py says which.
SOURCES = "PEJLEMAERKE_SOURCES"

Environment = dict[str, str]


@dataclass
class Step:
    """A command on its way; `end` waits for it and gives its line of the closing summary."""

    name: str
    started: float
    process: subprocess.Popen[bytes]

    def end(self) -> str:
        # Not the process' own wait: only this one tells how much the command computed.
        _pid, status, used = os.wait4(self.process.pid, 0)
        code = self.process.returncode = os.waitstatus_to_exitcode(status)
        seconds = f"{time.monotonic() - self.started:.1f} s, {used.ru_utime + used.ru_stime:.1f} s computing"
        line = f"{self.name}: {'ok' if code == 0 else f'{FAILED} ({code})'}, {seconds}"
        print(f"=== {line}", flush=True)
        return line


@contextlib.contextmanager
def begun(name: str, *command: str, env: Environment, output: IO[bytes] | None = None) -> Iterator[Step]:
    """`output` takes what the command says; without it, it is said here."""
    print(f"\n=== {name}", flush=True)
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
    )
    try:
        yield Step(name, time.monotonic(), process)
    finally:
        # None while it runs: we were stopped ourselves.
        if process.returncode is None:
            process.terminate()
            process.wait()


def step(name: str, *command: str, env: Environment) -> str:
    with begun(name, *command, env=env) as one:
        return one.end()


def style(env: Environment) -> list[str]:
    return [
        step("Style", str(BIN / "ruff"), "check", ".", env=env),
        step("Form", str(BIN / "ruff"), "format", "--check", ".", env=env),
    ]


def all_checks(env: Environment, scratch: Path, lint: bool) -> list[str]:
    """The types take one processor a minute; the other checks have the second one meanwhile."""
    with begun("Types", str(BIN / "mypy"), env=env) as types:
        others = style(env)
        if not lint:
            subprocess.run([PYTHON, "scripts/messages.py", "compile"], cwd=ROOT, check=True)
            others += project_checks(env, scratch)
        return [types.end(), *others]


def project_checks(env: Environment, scratch: Path) -> list[str]:
    production = env | {
        "PEJLEMAERKE_PROFILE": "production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "pejlemaerke.example",
        "DATABASE_URL": f"sqlite:///{scratch}/production.sqlite3",
    }
    manage = (PYTHON, "manage.py")
    return [
        step("Migrations complete", *manage, "makemigrations", "--check", "--dry-run", env=env),
        step("Production settings", *manage, "check", "--deploy", "--fail-level=WARNING", env=production),
        step("Static files", *manage, "collectstatic", "--no-input", "--verbosity=0", env=env),
        step("Translations complete", PYTHON, "scripts/messages.py", "check", env=env),
        # Every module is compiled here once, and not by all the processes of the tests at the same moment.
        step("Tests collected", PYTHON, "-m", "pytest", "--collect-only", "-qq", "--no-summary", env=env),
    ]


def tests(name: str, marks: str, *words: str) -> list[str]:
    """The step's name and its command."""
    # Each process takes a half, and a part of the other's when it is done.
    words = ("-n", "2", "--dist=worksteal", "-q", *(["-m", marks] if marks else []), *words)
    return [f"Tests on {name}", PYTHON, "-m", "pytest", *words]


@contextlib.contextmanager
def postgresql(scratch: Path) -> Iterator[str]:
    """The address of a database server of our own, on a socket in the scratch folder; gone afterwards."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))[-1]
    home = scratch / "postgresql"
    home.mkdir()
    # The server refuses to run as root.
    become: list[str] = []
    if os.geteuid() == 0:
        scratch.chmod(0o755)
        shutil.chown(home, "postgres", "postgres")
        become = ["runuser", "-u", "postgres", "--"]
    # A test's rows are never committed: statistics gathered meanwhile say that its tables are empty, and the plans made
    # from them take minutes.
    fast = "-c fsync=off -c full_page_writes=off -c autovacuum=off"
    options = f"-c listen_addresses= -c unix_socket_directories={home} {fast}"
    control = [*become, str(programs / "pg_ctl"), "-D", str(home / "data"), "-w", "-s"]
    # Danish order of letters for the whole server, as docs/deployment.md asks of an installation.
    order = ["--locale-provider=icu", "--icu-locale=da", "--locale=C.UTF-8", "--encoding=UTF8"]
    initdb = [*become, str(programs / "initdb"), "-D", str(home / "data"), "-U", "pejlemaerke", "--auth=trust", *order]
    subprocess.run(initdb, cwd="/", check=True, stdout=subprocess.DEVNULL)
    start = [*control, "-l", str(home / "log"), "-o", options, "start"]
    subprocess.run(start, cwd="/", check=True, stdin=subprocess.DEVNULL)
    try:
        yield f"postgres://pejlemaerke@/postgres?host={home}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], cwd="/", check=False)


def all_tests(env: Environment, scratch: Path, long: bool) -> list[str]:
    """Both engines at the same time: each waits a good part of its own for servers, browsers and processes."""
    words = ["--hypothesis-profile=long", "--durations=60", "--durations-min=5"] if long else []
    # What asks no database is the same with either, and pages are opened by the sweep; the long run looks closer.
    marks = "database and not layout" if long else "database and not (slow or browser or page or once)"
    said = scratch / "postgresql.log"
    with postgresql(scratch) as address:
        second = env | {"DATABASE_URL": address, "DATA_DIR": str(scratch / "second")}
        (scratch / "second").mkdir()
        # The server makes each new database as a copy of this one: migrated once, it is so for every process.
        template = second | {"DATABASE_URL": address.replace("/postgres?", "/template1?")}
        try:
            with begun(*tests("SQLite", "" if long else "not slow", *words), env=env) as one:
                migrated = step(
                    "Migrations on PostgreSQL", PYTHON, "manage.py", "migrate", "--verbosity=0", env=template
                )
                with (
                    said.open("wb") as log,
                    begun(*tests("PostgreSQL", marks, *words), env=second, output=log) as other,
                ):
                    on_sqlite, on_postgresql = one.end(), other.end()
        finally:
            # Also when somebody stops the run.
            print(said.read_text(errors="replace") if said.exists() else "", flush=True)
    return [migrated, on_sqlite, on_postgresql]


def on_signal(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def main(words: list[str]) -> int:
    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGHUP, on_signal)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="pejlemaerke-tests-") as directory:
        scratch = Path(directory)
        kept = {name: os.environ[name] for name in (SOURCES,) if name in os.environ}
        env = without_settings(os.environ) | kept | {"PEJLEMAERKE_PROFILE": "localhost", "DATA_DIR": str(scratch)}
        # Some machines forbid Python to keep what it compiled: a run starts hundreds of processes of the same modules.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        results = all_checks(env, scratch, lint="--lint" in words)
        if "--lint" not in words:
            results += all_tests(env, scratch, long="--all" in words)
    print("", *results, f"{time.monotonic() - started:.0f} s in all", sep="\n", flush=True)
    return 1 if any(FAILED in line for line in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
