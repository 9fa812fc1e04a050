"""Makes the database ready, starts the web server and the background worker together, and ends them together."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_START = 30
SECONDS_TO_END = 10


class Ended(Exception):
    """A signal asked us to stop."""


def on_signal(number: int, frame: FrameType | None) -> None:
    raise Ended


def chosen_port() -> int:
    word = os.environ.get("PORT", "8000")
    if not (word.isascii() and word.isdigit() and 0 < int(word) < 65536):
        sys.exit(f"PORT must be a number between 1 and 65535; got {word!r}.")
    return int(word)


def refuse_busy(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            sys.exit(f"Port {port} cannot be used ({error.strerror}). Choose another: make run PORT={port + 1}")


def collected(manifest: Path) -> bool:
    """Whether the collected files are newer than all that they are made from."""
    if not manifest.exists():
        return False
    made = manifest.stat().st_mtime
    sources = [
        *(ROOT / "static").rglob("*"),
        ROOT / "package-lock.json",
        ROOT / "requirements" / "base.txt",
        ROOT / "portfolio" / "settings.py",
        ROOT / "portfolio" / "static_files.py",
    ]
    return all(source.stat().st_mtime < made for source in sources)


def prepare() -> None:
    """Everything before the first request: compiled texts, collected files, the database and its demo data."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    from messages import compile_messages

    compile_messages()
    django.setup()
    if not collected(settings.STATIC_ROOT / "staticfiles.json"):
        call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", interactive=False, verbosity=0)

    from organisation.models import Municipality

    if not Municipality.objects.exists():
        print("Loading the five portfolios and the demo users", flush=True)
        call_command("load_portfolios")
    connections.close_all()


def start(port: int) -> dict[str, subprocess.Popen[bytes]]:
    server = [
        "-m",
        "gunicorn",
        "portfolio.wsgi",
        f"--bind=127.0.0.1:{port}",
        "--workers=2",
        "--log-level=warning",
        "--no-control-socket",
        # The preview of a large spreadsheet may, on a busy machine, take longer than the 30 seconds allowed by itself.
        "--timeout=120",
    ]
    commands = {"web server": server, "background worker": ["manage.py", "work"]}
    return {
        # A session of its own: Ctrl-C reaches us alone, and we end the children in order.
        name: subprocess.Popen([sys.executable, *words], cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True)
        for name, words in commands.items()
    }


def first_ended(children: dict[str, subprocess.Popen[bytes]]) -> str | None:
    return next((name for name, child in children.items() if child.poll() is not None), None)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until_open(port: int, children: dict[str, subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers(port) and not first_ended(children) and time.monotonic() < deadline:
        time.sleep(0.1)


def announce(port: int) -> None:
    from django.core.management import CommandError, call_command

    print(f"\nPejlemærke is at http://localhost:{port}/\n", flush=True)
    try:
        call_command("demo_logins")
    except CommandError as error:
        # A database with real municipalities or without demo users has no demo logins, and runs all the same.
        print(error, flush=True)
    print("\nCtrl-C ends it.", flush=True)


def end(children: dict[str, subprocess.Popen[bytes]]) -> None:
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + SECONDS_TO_END
    for child in children.values():
        try:
            child.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def run(port: int) -> int:
    children = start(port)
    try:
        wait_until_open(port, children)
        if not first_ended(children):
            announce(port)
        while (name := first_ended(children)) is None:
            time.sleep(0.2)
        print(f"The {name} ended by itself (exit code {children[name].returncode}); ending the rest.", file=sys.stderr)
        return 1
    except Ended:
        print("\nEnding.", flush=True)
        return 0
    finally:
        # A second Ctrl-C must not leave a child behind.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        end(children)


def main() -> int:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError

    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portfolio.settings")
    os.environ.setdefault("PEJLEMAERKE_PROFILE", "localhost")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, on_signal)
    port = chosen_port()
    refuse_busy(port)
    try:
        prepare()
    except Ended:
        return 130
    except (CommandError, ImproperlyConfigured) as error:
        sys.exit(str(error))
    return run(port)


if __name__ == "__main__":
    sys.exit(main())
