from pathlib import Path

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


def pragma(name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="A setting of SQLite alone")
def test_sqlite_waits_for_a_writer_and_lets_readers_read_meanwhile() -> None:
    assert pragma("journal_mode") == "wal"
    assert pragma("busy_timeout") == 20_000
    assert pragma("foreign_keys") == 1
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="A setting of SQLite alone")
def test_the_test_database_is_a_file() -> None:
    assert Path(str(connection.settings_dict["NAME"])).is_file()


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="The order is the server's; SQLite has none")
def test_postgresql_sorts_as_danes_do() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(name, ' ' ORDER BY name) FROM (VALUES ('Ærø'), ('Zoo'), ('Åben')) t(name)")
        assert cursor.fetchone()[0] == "Zoo Ærø Åben"
