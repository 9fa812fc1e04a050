"""A large import is written by the background worker: once, whole or not at all, and its user sees how far it is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test import Client
from django.utils import timezone

from budgets.models import BudgetLine, Entry
from organisation.models import ImportBatch, User
from portfolio.reports.models import Job, JobState
from portfolio.sheets import ordering, progress
from portfolio.sheets.confirming import confirm
from portfolio.sheets.models import ImportState, TableImport
from portfolio.sheets.planning.task import Terms
from portfolio.sheets.undoing import undo
from tests import factories
from tests.cast import Cast, make_cast
from tests.files.builders import Rows
from tests.portfolio.reports.conftest import database_url
from tests.portfolio.sheets.importing import begun, preview
from tests.portfolio.sheets.test_importing import TKR
from tests.test_concurrency import at_once
from tests.world import signed_in

pytestmark = pytest.mark.usefixtures("files")
LINES = 30
ROWS: Rows = [["Nr.", "Budgetlinje", "2017"], *([f"K{n}", f"Linje {n}", n] for n in range(LINES))]


@pytest.fixture(autouse=True)
def small_ones_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordering, "MOST_AT_ONCE", 10)


def address_of(table: TableImport) -> str:
    return f"{table.upload.get_absolute_url()}{table.position}/forhaandsvisning/"


def ordered(table: TableImport, user: User, reason: str = "") -> tuple[Client, Any]:
    client = signed_in(user)
    said = {"fingerprint": preview(table, user).fingerprint, "reason": reason}
    return client, client.post(address_of(table), said, follow=True)


def work() -> None:
    call_command("work", "--once")


def test_it_is_ordered_waited_for_without_a_script_and_written_as_it_was_shown(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    table = begun(ROWS, town, finn, correction=TKR)
    client, page = ordered(table, finn)
    assert "sheets/importing.html" in [one.name for one in page.templates]
    assert "Vis, hvor langt den er nu" in page.content.decode()
    assert BudgetLine.objects.count() == 0
    work()
    page = client.get(address_of(table))
    assert "Hvad importen gjorde" in page.content.decode()
    held = TableImport.objects.get()
    assert (held.state, held.confirmed_by, held.created) == (ImportState.CONFIRMED, finn, LINES)
    assert (BudgetLine.objects.count(), Entry.objects.count()) == (LINES, LINES)
    assert Job.objects.get().state == JobState.DONE
    assert not Path(progress._path(held)).exists()
    undo(held, by=finn)
    assert BudgetLine.objects.count() == 0


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="Nothing is gathered on SQLite")
def test_the_next_query_is_planned_for_the_rows_that_have_come(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    ordered(begun(ROWS, town, finn, correction=TKR), finn)
    work()
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'budgets_budgetline'")
        assert cursor.fetchone()[0] == LINES


def test_the_page_tells_how_many_rows_are_written_and_what_is_new_alone(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    table = begun(ROWS, town, finn, correction=TKR)
    client, page = ordered(table, finn)
    assert "Den venter på sin tur." in page.content.decode()
    Job.objects.update(state=JobState.RUNNING, attempt=1, lease_until=timezone.now() + timedelta(minutes=1))
    assert "sammenlignes" in client.get(address_of(table)).content.decode()
    progress.teller(table)(12_000, 30_000)
    part = client.get(address_of(table), headers={"HX-Request": "true"})
    assert "12.000 af 30.000 rækker er skrevet." in part.content.decode()
    assert 'value="40"' in part.content.decode()
    assert "<html" not in part.content.decode()
    seen = part.context["told"].signature
    assert client.get(f"{address_of(table)}?seen={seen}", headers={"HX-Request": "true"}).status_code == 204
    Job.objects.update(state=JobState.QUEUED, lease_until=None)
    work()
    assert client.get(address_of(table), headers={"HX-Request": "true"}).headers["HX-Redirect"] == address_of(table)


def test_each_part_that_is_written_is_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    monkeypatch.setattr("portfolio.sheets.confirming.WRITTEN_AT_ONCE", 20)
    table = begun(ROWS, town, finn, correction=TKR)
    told: list[tuple[int, int]] = []
    confirm(table, by=finn, fingerprint=preview(table, finn).fingerprint, tell=lambda *step: told.append(step))
    assert told == [(0, 60), (20, 60), (30, 60), (50, 60), (59, 60)]


def test_what_has_changed_since_the_preview_is_told_where_its_user_waits(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    table = begun(ROWS, town, finn, correction=TKR)
    client, _page = ordered(table, finn)
    factories.line(town, name="Linje 3", code="K3")
    work()
    page = client.get(address_of(table)).content.decode()
    assert "Noget er ændret, siden du så forhåndsvisningen" in page
    assert (TableImport.objects.get().state, BudgetLine.objects.count()) == (ImportState.STARTED, 1)
    client, page = ordered(TableImport.objects.get(), finn)
    work()
    assert BudgetLine.objects.count() == LINES


def test_a_fault_of_ours_ends_it_at_the_first_attempt_and_is_told_as_one(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    ordered(begun(ROWS, town, finn, correction=TKR), finn)

    def refuse(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith('INSERT INTO "organisation_provenance"'):
            raise IntegrityError("planted")
        return execute(sql, *rest)

    with connection.execute_wrapper(refuse):
        work()
    job = Job.objects.get()
    assert (job.state, job.attempt, BudgetLine.objects.count()) == (JobState.FAILED, 1, 0)
    assert "uventet fejl" in job.failure


def test_it_may_be_stopped_until_somebody_writes_it(cast: Cast) -> None:
    town, finn = cast.koebenhavn.municipality, cast.koebenhavn["finance"]
    factories.entry(factories.line(town, name="Linje 3", code="K3", by=finn), 9_000, by=finn, year=2017)
    table = begun(ROWS, town, finn, correction=TKR, terms=Terms(decision="adopted"))
    client, _page = ordered(table, finn, "Rettet efter mødet")
    page = client.post(address_of(table), {"stop": "1"}, follow=True)
    work()
    assert "Bekræft importen" in page.content.decode()
    assert "Rettet efter mødet" in page.content.decode()
    other = signed_in(cast.koebenhavn["administrator"]).get(address_of(table)).content.decode()
    assert "Hvorfor bogførte" in other
    assert "Rettet efter mødet" not in other
    assert (Job.objects.get().state, BudgetLine.objects.count()) == (JobState.CANCELLED, 1)


@pytest.mark.django_db(transaction=True)
def test_two_who_confirm_the_same_order_it_once() -> None:
    people = make_cast()
    town, finn, ada = people.koebenhavn.municipality, people.koebenhavn["finance"], people.koebenhavn["administrator"]
    table = begun(ROWS, town, finn, correction=TKR)
    seen = preview(table, finn).fingerprint
    at_once([partial(ordering.order, table, by=user, fingerprint=seen, reason="") for user in (finn, ada)])
    assert Job.objects.count() == 1
    work()
    work()
    assert (BudgetLine.objects.count(), ImportBatch.objects.count()) == (LINES, 1)


# A worker whose confirms stop after the last row and before the end of the transaction, until it is killed.
WORKER = """
import sys, time
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
from organisation import writing
cite = writing.cite
def stopping(facts):
    cite(facts)
    Path(sys.argv[1]).touch()
    time.sleep(120)
writing.cite = stopping
call_command("work", "--once")
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_leaves_nothing_and_the_next_writes_all(files: Path, tmp_path: Path) -> None:
    people = make_cast()
    town, finn = people.koebenhavn.municipality, people.koebenhavn["finance"]
    table = begun(ROWS, town, finn, correction=TKR)
    ordering.order(table, by=finn, fingerprint=preview(table, finn).fingerprint, reason="")
    sign = tmp_path / "in-the-middle"
    environment = {**os.environ, "DATABASE_URL": database_url(), "MEDIA_ROOT": str(files)}
    environment["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    worker = subprocess.Popen([sys.executable, "-c", WORKER, str(sign)], cwd=project.BASE_DIR, env=environment)
    until = time.monotonic() + 90
    while not sign.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert sign.exists(), "the worker did not come to its end"
    worker.kill()
    worker.wait()
    assert (BudgetLine.objects.count(), ImportBatch.objects.count()) == (0, 0)
    assert TableImport.objects.get().is_under_way
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    work()
    assert (BudgetLine.objects.count(), Entry.objects.count(), ImportBatch.objects.count()) == (LINES, LINES, 1)
