"""What every test may count on: Danish, no network."""

import gc
import socket
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.test import SimpleTestCase, TransactionTestCase
from django.utils import translation
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from organisation import triggers
from tests.browser import chromium
from tests.cast import Cast, make_cast
from tests.recording import recorded
from tests.world import World, make_world

# The same examples on every run, and no clock: a busy machine must not fail a test.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.register_profile("long", settings.get_profile("house"), max_examples=500)
settings.load_profile("house")

THE_DATABASE = {"db", "transactional_db", "django_db_setup", "django_db_blocker", "live_server"}
# What migrating writes, and no test changes.
KEPT = {"django_migrations", "django_content_type", "auth_permission"}
HERE = Path(__file__).parent
ROOMS_OF_PAGES = ("admin", "budgeting", "dashboards", "measuring", "people", "structuring", "working")
PAGES = [("portfolio", room) for room in ROOMS_OF_PAGES]
LOOPBACK = ("127.0.0.1", "::1", "localhost", "")


class NetworkRefused(Exception):
    """A test reached for another machine."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that ask the database; the others are not let near it, so one run of them says all.

    And those of pages, which show alike what any database holds: on the second engine the sweep opens every page, and
    only the long run looks closer. Above the models a test's further cases send the database much the same statements:
    the second engine answers the first of them, and in the long run all. Of a `sample` the quick run asks the first
    cases alone.
    """
    # The longest first: at the end no process is left alone with them.
    items.sort(key=lambda item: "sweep" not in item.path.parts)
    known: Counter[tuple[Path, str]] = Counter()
    for item in items:
        place = item.path.relative_to(HERE).parts
        if _asks_the_database(item):
            item.add_marker("database")
        if place[:2] in PAGES:
            item.add_marker("page")
        test = (item.path, item.nodeid.partition("[")[0])
        sample = item.get_closest_marker("sample")
        if sample and known[test] >= next(iter(sample.args), 1):
            item.add_marker("slow")
        if item.get_closest_marker("slow"):
            continue
        if place[0] == "portfolio" and test in known:
            item.add_marker("once")
        known[test] += 1


def pytest_collection_finish() -> None:
    """Thousands of tests stand in memory to the end: what looks for rubbish need not go through them each time."""
    gc.collect()
    gc.freeze()


def _asks_the_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("django_db") or not isinstance(item, pytest.Function):
        return True
    if item.cls is not None and issubclass(item.cls, SimpleTestCase):
        return True
    found = [one for named in item._fixtureinfo.name2fixturedefs.values() for one in named]
    asked = [set(one.argnames) for one in found if not one.func.__module__.startswith("pytest_django")]
    return bool(THE_DATABASE & set(item._fixtureinfo.argnames).union(item._fixtureinfo.initialnames, *asked))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Says what failed when it fails: a run of an hour may be stopped, or watched."""
    # A worker's own report has no node; it says nothing, the one that collects the reports does.
    if report.failed and hasattr(report, "node"):
        sys.stdout.write(f"\n{report.longreprtext}\n{report.nodeid} failed ({report.when})\n")
        sys.stdout.flush()


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Only this machine answers: a test that needs another would pass here and fail elsewhere."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise NetworkRefused(f"The tests may not connect to {address[0]}.")
        connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", guarded)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def tables_emptied_between_tests() -> Iterator[None]:
    """A test with real transactions ends by emptying every table, which the triggers refuse; the rules come back.

    Django's own flush would also make the kinds of rows anew, with other numbers: it takes longer than most tests,
    `recorded` would have to record again, and a request still under way can make the same kind at the same moment.
    """

    def emptied(self: TransactionTestCase) -> None:
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        filled = [name for name in tables if name not in KEPT]
        with triggers.lifted():
            connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), filled))

    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", emptied)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    with translation.override("da"):
        yield


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody: two towns with one person in each role, an operator and a stranger."""
    return recorded(make_cast)


@pytest.fixture
def world(db: None) -> World:
    """The cast with a row in every screen of both towns, for tests that ask nobody but `world.cast`."""
    return recorded(make_world)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    patch = pytest.MonkeyPatch()
    # Playwright keeps an event loop in this thread; the queries here are ours and run one at a time.
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield launched
        launched.close()
    patch.undo()


def load_portfolios() -> None:
    call_command("load_portfolios", verbosity=0)


@pytest.fixture
def portfolios(browser: Browser, transactional_db: None) -> None:
    """The five portfolios with their fiction, for a live server and a browser."""
    recorded(load_portfolios, step_by_step=True)
