"""A town with something to report, a place for its files, and workers in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings as project
from django.core.files.storage import default_storage
from django.db import connection

from initiatives.models import Initiative, Strategy
from organisation.models import User
from portfolio.reports.models import Job, Report
from portfolio.reports.ordering import Beginning, begin, make, usual_composition
from tests import factories
from tests.cast import Cast, Town, make_cast
from tests.recording import recorded

AS_OF = date(2018, 6, 1)
Worker = subprocess.Popen[bytes]


@dataclass
class Reporting:
    cast: Cast
    town: Town
    strategy: Strategy
    initiatives: list[Initiative]

    @property
    def orderer(self) -> User:
        return self.town["caseworker"]

    def draft(
        self, *, strategy: Strategy | None = None, composed: dict[str, Any] | None = None, **values: Any
    ) -> Report:
        """A draft on the strategy; `composed` changes what is usual in its composition."""
        home = self.town.municipality
        scope = f"strategy={(strategy or self.strategy).reference}"
        composition = replace(usual_composition(home), **{"scope": scope} | (composed or {}))
        chosen: dict[str, Any] = {"as_of": AS_OF, "by": self.orderer, "language": "da", "composition": composition}
        return begin(Beginning(municipality=home, **chosen | values))

    def order(self, **values: Any) -> Job:
        return make(self.draft(**values), by=values.get("by", self.orderer))


@pytest.fixture
def files(tmp_path: Path, settings: Any) -> Path:
    """Where the files of this test lie, apart from those of all others."""
    folder = tmp_path / "media"
    kept = settings.STORAGES["default"]
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**kept, "OPTIONS": {**kept["OPTIONS"], "location": folder}},
    }
    settings.REPORT_CACHE = tmp_path / "parts"
    assert Path(default_storage.location) == folder  # type: ignore[attr-defined]
    return folder


def make_reporting() -> Reporting:
    """København has a strategy with three initiatives, one of which has a line, an indicator and a status."""
    cast = make_cast()
    town = cast.koebenhavn
    ada = town.administrator
    strategy = factories.strategy(town.municipality, "Strategi mod ensomhed", by=ada, committee=town.committee)
    goal = factories.objective(strategy)
    heading = factories.heading(town.municipality)
    made = []
    for title in ("Aktiv ven", "Flere døre", "Telefonstjernen"):
        one = factories.initiative(town.municipality, title, by=ada, strategy=strategy)
        factories.under(one, goal)
        factories.owner(one, town.department)
        factories.text(one, heading)
        made.append(one)
    line = factories.line(town.municipality, made[0], by=ada)
    factories.entry(line, 250_000, by=ada)
    factories.status_update(made[0], town["caseworker"], approved_by=town["manager"])
    return Reporting(cast, town, strategy, made)


@pytest.fixture
def reporting(db: None, files: Path) -> Reporting:
    return recorded(make_reporting, step_by_step=True)


@pytest.fixture
def cast(reporting: Reporting) -> Cast:
    """Everybody, in the town that has something to report."""
    return reporting.cast


@pytest.fixture
def start_worker(files: Path, tmp_path: Path) -> Iterator[Callable[..., Worker]]:
    """Starts `manage.py work` in a process of its own, on the database and the files of this test."""
    started: list[Worker] = []
    log = tmp_path / "workers.log"
    environment = {**os.environ, "DATABASE_URL": database_url(), "MEDIA_ROOT": str(files)}
    environment["REPORT_CACHE"] = str(tmp_path / "parts")
    environment["DJANGO_SETTINGS_MODULE"] = "tests.settings"

    def start(*words: str) -> Worker:
        command = [sys.executable, "manage.py", "work", *words]
        with log.open("ab") as said:
            worker = subprocess.Popen(command, cwd=project.BASE_DIR, env=environment, stderr=said)
        started.append(worker)
        return worker

    yield start
    for worker in started:
        worker.kill()
        worker.wait()
    # Shown when the test fails.
    sys.stdout.write(log.read_text() if log.exists() else "")


def database_url() -> str:
    """The address of the test's database, as another process is told it."""
    used = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{used['NAME']}"
    password = f":{quote(used['PASSWORD'])}" if used["PASSWORD"] else ""
    host = used["HOST"]
    address = "" if host.startswith("/") else f"{host}:{used['PORT']}"
    socket = f"?host={host}" if host.startswith("/") else ""
    return f"postgres://{used['USER']}{password}@{address}/{used['NAME']}{socket}"
