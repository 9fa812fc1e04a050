"""A frozen report made again: the same bytes, in another process, after the whole database was dumped and restored."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command
from django.db import connection

from portfolio.reports.models import ReportState
from tests.portfolio.reports.conftest import Reporting, database_url

RESTORED = "restored_elsewhere"


@contextmanager
def restored(folder: Path) -> Iterator[str]:
    """The address of another database, filled from a dump of this one as an operator makes it."""
    if connection.vendor == "sqlite":
        file = folder / "restored.sqlite3"
        with (
            closing(sqlite3.connect(connection.settings_dict["NAME"])) as source,
            closing(sqlite3.connect(file)) as new,
        ):
            new.executescript("\n".join(source.iterdump()))
        yield f"sqlite:///{file}"
        return
    address = database_url()
    url = address.replace("postgres://", "postgresql://")
    other = url.replace(f"/{connection.settings_dict['NAME']}", f"/{RESTORED}")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))[-1]
    dump = subprocess.run([programs / "pg_dump", "--no-owner", url], capture_output=True, check=True).stdout
    subprocess.run([programs / "psql", "-q", url, "-c", f"CREATE DATABASE {RESTORED} TEMPLATE template0"], check=True)
    try:
        restore = [str(programs / "psql"), "-q", "-v", "ON_ERROR_STOP=1", other]
        subprocess.run(restore, input=dump, check=True, stdout=subprocess.DEVNULL)
        yield other.replace("postgresql://", "postgres://")
    finally:
        subprocess.run([programs / "psql", "-q", url, "-c", f"DROP DATABASE {RESTORED} WITH (FORCE)"], check=True)


def made_again(reference: str, file: Path, database: str, files: Path) -> str:
    """What the command says, in a process of its own on that database."""
    environment = {**os.environ, "DATABASE_URL": database, "MEDIA_ROOT": str(files), "TZ": "Pacific/Auckland"}
    command = [sys.executable, "manage.py", "render_report", "0101", reference, str(file)]
    done = subprocess.run(
        command, cwd=project.BASE_DIR, env=environment | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_same_bytes_come_again_after_the_database_was_dumped_and_restored(
    reporting: Reporting, files: Path, tmp_path: Path
) -> None:
    report = reporting.order().report
    call_command("work", "--until-empty")
    report.refresh_from_db()
    assert report.state == ReportState.FROZEN
    issued = Path(report.pdf.path).read_bytes()
    there = tmp_path / "there.pdf"
    with restored(tmp_path) as address:
        assert "The same to the byte." in made_again(report.reference, there, address, files)
    assert there.read_bytes() == issued


def test_another_file_is_told(reporting: Reporting, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no frozen report"):
        call_command("render_report", "0101", reporting.draft().reference, str(tmp_path / "x.pdf"))
