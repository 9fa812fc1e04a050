"""What PostgreSQL knows of the tables when it plans a query."""

from __future__ import annotations

from django.db import connection


def gather() -> None:
    """Counts the tables again, after very many rows were written.

    PostgreSQL does so by itself within a minute. Until then it takes a table that was empty to be empty still, and the
    plans made from that need minutes for what takes milliseconds. Does nothing on SQLite.
    """
    if connection.vendor != "postgresql":
        return
    tables = map(connection.ops.quote_name, connection.introspection.django_table_names(only_existing=True))
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")
