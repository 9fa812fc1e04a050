"""Several who confirm at the same moment, and a server killed in the middle: all of it is there once, or nothing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings as project
from django.test import Client

from budgets.models import BudgetLine, Entry
from organisation.models import ChangeRecord, ImportBatch, Provenance, User
from organisation.units import Unit
from portfolio.sheets.confirming import AlreadyImported, PreviewChanged, confirm
from portfolio.sheets.models import ImportState, TableImport
from portfolio.sheets.understanding import Correction
from tests.cast import Cast, make_cast
from tests.files.builders import Rows
from tests.portfolio.reports.conftest import database_url
from tests.portfolio.sheets.importing import begun, preview
from tests.test_concurrency import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("files")]
TKR = Correction(unit=Unit.TKR)
ROWS: Rows = [["Nr.", "Budgetlinje", "2017", "2018"], *([f"K{n}", f"Linje {n}", n, n + 1] for n in range(40))]

# A server whose confirms stop after the last row and before the end of the transaction, until it is killed.
SERVER = """
import sys, time
from pathlib import Path
import django
django.setup()
from wsgiref.simple_server import make_server
from django.core.wsgi import get_wsgi_application
from organisation import writing
port, stops, sign = int(sys.argv[1]), sys.argv[2] == "stops", Path(sys.argv[3])
cite = writing.cite
def stopping(facts):
    cite(facts)
    sign.touch()
    time.sleep(120)
if stops:
    writing.cite = stopping
server = make_server("127.0.0.1", port, get_wsgi_application())
print("ready", flush=True)
server.serve_forever()
"""


@pytest.fixture
def people(transactional_db: None) -> Cast:
    return make_cast()


def counted() -> tuple[int, int, int, int]:
    rows = ChangeRecord.objects.filter(batch__isnull=False, content_type__model="entry").count()
    return BudgetLine.objects.count(), Entry.objects.count(), Provenance.objects.count(), rows


def test_the_same_import_is_confirmed_by_one_of_two(people: Cast) -> None:
    town, finn, ada = people.koebenhavn.municipality, people.koebenhavn["finance"], people.koebenhavn["administrator"]
    table = begun(ROWS, town, finn, correction=TKR)
    seen = preview(table, finn).fingerprint
    answers = at_once([partial(confirm, table, by=user, fingerprint=seen) for user in (finn, ada)])
    assert [type(answer) for answer in answers if isinstance(answer, Exception)] == [AlreadyImported]
    assert (*counted(), ImportBatch.objects.count()) == (40, 80, 120, 80, 1)


def test_two_copies_of_a_file_do_not_double_what_they_hold(people: Cast) -> None:
    """Other bytes, the same rows: the second is shown that nothing is left to import."""
    town, finn, ada = people.koebenhavn.municipality, people.koebenhavn["finance"], people.koebenhavn["administrator"]
    tables = [begun(rows, town, finn, correction=TKR) for rows in (ROWS, [*ROWS, [], ["*) note"]])]
    seen = [preview(table, finn).fingerprint for table in tables]
    acts = [
        partial(confirm, table, by=user, fingerprint=one)
        for table, user, one in zip(tables, (finn, ada), seen, strict=True)
    ]
    answers = at_once(acts)
    assert [type(answer) for answer in answers if isinstance(answer, Exception)] == [PreviewChanged]
    assert counted() == (40, 80, 120, 80)


@pytest.fixture
def servers(files: Path, tmp_path: Path) -> Iterator[Servers]:
    started = Servers(files, tmp_path)
    yield started
    for server in started.running:
        server.kill()
        # Reads what is left of its words, and closes them.
        server.communicate()


class Servers:
    """Servers in processes of their own, on the database and the files of the test."""

    def __init__(self, files: Path, folder: Path) -> None:
        self.running: list[subprocess.Popen[bytes]] = []
        self.sign = folder / "in-the-middle"
        self._environment = {**os.environ, "DATABASE_URL": database_url(), "MEDIA_ROOT": str(files)}
        self._environment["DJANGO_SETTINGS_MODULE"] = "tests.settings"

    def start(self, *, stops: bool) -> int:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = int(free.getsockname()[1])
        command = [sys.executable, "-c", SERVER, str(port), "stops" if stops else "goes on", str(self.sign)]
        server = subprocess.Popen(command, cwd=project.BASE_DIR, env=self._environment, stdout=subprocess.PIPE)
        self.running.append(server)
        assert server.stdout is not None
        assert server.stdout.readline() == b"ready\n"
        return port


def post(port: int, address: str, user: User, fingerprint: str) -> None:
    """A confirm as a browser sends it; the answer may never come."""
    client = Client()
    client.force_login(user)
    session = client.cookies[project.SESSION_COOKIE_NAME].value
    token = "t" * 32
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"{project.SESSION_COOKIE_NAME}={session}; {project.CSRF_COOKIE_NAME}={token}",
    }
    try:
        connection.request(
            "POST", address, urlencode({"fingerprint": fingerprint, "csrfmiddlewaretoken": token}), headers
        )
        connection.getresponse().read()
    except (OSError, HTTPException):
        pass
    finally:
        connection.close()


@pytest.mark.slow
def test_a_server_killed_in_the_middle_of_a_confirm_leaves_nothing(people: Cast, servers: Servers) -> None:
    town, finn = people.koebenhavn.municipality, people.koebenhavn["finance"]
    table = begun(ROWS, town, finn, correction=TKR)
    seen = preview(table, finn).fingerprint
    address = f"{table.upload.get_absolute_url()}{table.position}/forhaandsvisning/"
    port = servers.start(stops=True)
    asking = threading.Thread(target=post, args=(port, address, finn, seen))
    asking.start()
    until = time.monotonic() + 60
    while not servers.sign.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert servers.sign.exists(), "the confirm did not come to its end"
    servers.running[0].kill()
    asking.join(60)
    assert (*counted(), ImportBatch.objects.count()) == (0, 0, 0, 0, 0)
    assert TableImport.objects.get().state == ImportState.STARTED
    post(servers.start(stops=False), address, finn, seen)
    assert (*counted(), ImportBatch.objects.count()) == (40, 80, 120, 80, 1)
    assert TableImport.objects.get().state == ImportState.CONFIRMED
